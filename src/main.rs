//! The `copydesk` program: hands its arguments to the library and returns its exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    copydesk::cli::main()
}
