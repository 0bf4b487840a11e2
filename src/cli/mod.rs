//! Floor 6: the command line: arguments to settings, results to exit codes.

mod args;
mod check;
mod demo;
mod explain;
mod find;
mod init;
mod output;
mod read;
mod sources;
mod timeline;
mod who;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};
use output::{Outcome, Output};

use crate::report::style::{self, paint};

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Where even the help cannot be written there is nothing more to do.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    if let Command::Lsp(options) = &arguments.command {
        let options = options.server();
        return crate::server::run(arguments.common.sources, arguments.common.config, options);
    }
    let output = Output::new(&arguments.common);
    match run(&arguments, output) {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::FAILURE,
        Err(failure) => {
            let word = paint(style::severity(crate::check::Severity::Error), "copydesk:");
            output.error(&format!("{word} {}", failure.0));
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments, output: Output) -> Outcome {
    let common = &arguments.common;
    match &arguments.command {
        Command::Check(options) => check::run(options, common, output),
        Command::Sources(options) => sources::run(options, common, output),
        Command::Read(options) => read::run(options, common, output),
        Command::Explain(options) => explain::run(options, output),
        Command::Init(options) => init::run(options, output),
        Command::Demo(options) => demo::run(options, common, output),
        Command::Find(options) => find::run(options, common, output),
        Command::Who(options) => who::run(options, common, output),
        Command::Timeline(options) => timeline::run(options, common, output),
        // Served before anything else: it has its own streams and exit status.
        Command::Lsp(_) => Ok(false),
    }
}
