//! What went wrong outside any one source or draft.

use std::fmt;

/// A folder that is not there, a fault in a configuration file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// The file or folder, as it is shown.
    pub path: String,
    /// The line, from 1, where there is one.
    pub line: Option<usize>,
    /// The column, from 1, in characters.
    pub column: Option<usize>,
    /// What happened and what to do.
    pub message: String,
    /// Whether what the writer set cannot be obeyed, so that a check would not be the one asked
    /// for.
    pub is_grave: bool,
}

impl Problem {
    /// A problem of a whole file or folder.
    #[must_use]
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into(), ..Self::default() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:", self.path)?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(out, "{number}:")?;
        }
        write!(out, " {}", self.message)
    }
}
