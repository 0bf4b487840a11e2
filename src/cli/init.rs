//! `copydesk init`: a commented configuration for this folder.

use std::io::{ErrorKind, Write};

use super::args::Init;
use super::output::{Failure, Outcome, Output};
use crate::project::config::{self, NAME};

pub(super) fn run(_options: &Init, output: Output) -> Outcome {
    let mut file = match std::fs::File::create_new(NAME) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Err(Failure(format!("{NAME} is here already; it was left as it is")));
        }
        Err(error) => return Err(Failure(format!("{NAME}: {error}"))),
    };
    file.write_all(config::template().as_bytes())?;
    output.remark(&format!("wrote {NAME}; every line of it may stay commented out"));
    Ok(false)
}
