//! Where output goes: findings to standard output, everything else to standard error.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};

use super::args::{Color, Common};

/// Why the work could not be done: exit status 2.
#[derive(Debug)]
pub(super) struct Failure(pub(super) String);

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self(format!("the output could not be written as JSON: {error}"))
    }
}

/// What a command returns: whether it found something that fails the run.
pub(super) type Outcome = Result<bool, Failure>;

/// The two streams, and how much is said on them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Output {
    color: ColorChoice,
    quiet: bool,
    verbose: bool,
}

impl Output {
    pub(super) const fn new(common: &Common) -> Self {
        let color = match common.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self { color, quiet: common.quiet, verbose: common.verbose }
    }

    pub(super) const fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Writes a result to standard output. A reader that has gone away is no failure.
    pub(super) fn result(&self, text: &str) -> Result<(), Failure> {
        let mut out = AutoStream::new(io::stdout().lock(), self.color);
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        match written {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure(format!("standard output: {error}")))
            }
            _ => Ok(()),
        }
    }

    /// A remark, unless quiet.
    pub(super) fn remark(&self, text: &str) {
        if !self.quiet {
            self.error(text);
        }
    }

    /// What is only of interest when something is searched for.
    pub(super) fn detail(&self, text: &str) {
        if self.verbose {
            self.error(text);
        }
    }

    /// What must be told in any case.
    pub(super) fn error(&self, text: &str) {
        let mut out = AutoStream::new(io::stderr().lock(), self.color);
        // There is nobody left to tell where standard error is gone.
        let _ = writeln!(out, "{text}");
    }
}
