//! The server's own settings: delays, and what is off until asked for.

use std::time::Duration;

use serde_json::Value;

/// Delays and switches of the server.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Takes over what `settings` says; what it does not say stays. The settings may stand alone
    /// or below a `copydesk` key, and the server's below `server`.
    pub fn merge(&mut self, settings: &Value) {
        let settings = section(settings);
        let server = settings.get("server").unwrap_or(settings);
        let millis = |key: &str| server.get(key).and_then(Value::as_u64).map(Duration::from_millis);
        let switch = |key: &str| server.get(key).and_then(Value::as_bool);
        self.debounce = millis("debounce").unwrap_or(self.debounce);
        self.hold = millis("hold").unwrap_or(self.hold);
        self.inlay_hints = switch("inlay-hints").unwrap_or(self.inlay_hints);
        self.code_lens = switch("code-lens").unwrap_or(self.code_lens);
        self.semantic_tokens = switch("semantic-tokens").unwrap_or(self.semantic_tokens);
    }
}

/// The `copydesk` section of `settings`, or all of it where there is none.
pub(super) fn section(settings: &Value) -> &Value {
    settings.get("copydesk").filter(|section| section.is_object()).unwrap_or(settings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn settings_are_found_with_and_without_their_section() {
        for settings in [
            json!({"debounce": 5}),
            json!({"server": {"debounce": 5}}),
            json!({"copydesk": {"debounce": 5}}),
            json!({"copydesk": {"server": {"debounce": 5}}}),
        ] {
            let mut options = Options::default();
            options.merge(&settings);
            assert_eq!(options.debounce, Duration::from_millis(5), "{settings}");
            assert_eq!(options.hold, Options::default().hold);
        }
    }

    #[test]
    fn what_makes_no_sense_is_left_alone() {
        for settings in [json!(null), json!([1]), json!({"debounce": "soon"}), json!("x")] {
            let mut options = Options::default();
            options.merge(&settings);
            assert_eq!(options, Options::default());
        }
    }
}
