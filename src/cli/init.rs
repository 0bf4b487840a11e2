//! `copydesk init`: a commented configuration for this folder.

use std::io::{ErrorKind, Write};

use super::args::Init;
use super::output::{Failure, Outcome, Output};
use crate::check::RULES;
use crate::report::words;

const FILE: &str = "copydesk.toml";

pub(super) fn run(_options: &Init, output: Output) -> Outcome {
    let mut file = match std::fs::File::create_new(FILE) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Err(Failure(format!("{FILE} is here already; it was left as it is")));
        }
        Err(error) => return Err(Failure(format!("{FILE}: {error}"))),
    };
    file.write_all(content().as_bytes())?;
    output.remark(&format!("wrote {FILE}; every line of it may stay commented out"));
    Ok(false)
}

fn content() -> String {
    let mut out = include_str!("init.toml").to_owned();
    for rule in RULES {
        let severity = words::severity(rule.severity);
        out += &format!("# {:<17} = \"{severity}\"\n", rule.name);
    }
    out
}
