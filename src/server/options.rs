//! The server's own settings: delays, and what is off until asked for.

use std::time::Duration;

use serde_json::Value;

use crate::project::config::Lsp;

/// Delays and switches of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How long the typing must pause before a check.
    pub debounce: Duration,
    /// How long nothing is said about the place being edited.
    pub hold: Duration,
    /// Whether inlay hints are shown.
    pub inlay_hints: bool,
    /// Whether the code lens is shown.
    pub code_lens: bool,
    /// Whether verified and unverified quotations are coloured.
    pub semantic_tokens: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            debounce: Duration::from_millis(300),
            hold: Duration::from_secs(2),
            inlay_hints: false,
            code_lens: false,
            semantic_tokens: false,
        }
    }
}

impl Options {
    /// These options with what `set` sets in their place.
    #[must_use]
    pub fn overlaid(self, set: &Lsp) -> Self {
        let delay = |millis: Option<u64>, own| millis.map_or(own, Duration::from_millis);
        Self {
            debounce: delay(set.debounce, self.debounce),
            hold: delay(set.hold, self.hold),
            inlay_hints: set.inlay_hints.unwrap_or(self.inlay_hints),
            code_lens: set.code_lens.unwrap_or(self.code_lens),
            semantic_tokens: set.semantic_tokens.unwrap_or(self.semantic_tokens),
        }
    }
}

/// The `copydesk` section of `settings`, or all of it where there is none.
pub(super) fn section(settings: &Value) -> &Value {
    settings.get("copydesk").filter(|section| section.is_object()).unwrap_or(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_set_stays() {
        let set = Lsp { debounce: Some(5), code_lens: Some(true), ..Lsp::default() };
        let options = Options::default().overlaid(&set);
        assert_eq!((options.debounce, options.code_lens), (Duration::from_millis(5), true));
        assert_eq!(options.hold, Options::default().hold);
    }
}
