//! The server's own settings: delays, and what is off until asked for.

use std::time::Duration;

use serde_json::Value;

use crate::project::config::Lsp;
use crate::text::Encoding;

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
    /// How columns are counted with a client that does not say how it counts.
    pub encoding: Encoding,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            debounce: Duration::from_millis(300),
            hold: Duration::from_secs(2),
            inlay_hints: false,
            code_lens: false,
            semantic_tokens: false,
            encoding: Encoding::Utf16,
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
            encoding: self.encoding,
        }
    }
}

/// The `copydesk` section of `settings`, or all of it where there is none.
pub(super) fn section(settings: &Value) -> &Value {
    settings.get("copydesk").filter(|section| section.is_object()).unwrap_or(settings)
}

/// The settings `base` with what `set` sets in their place, table by table; `null` sets nothing.
pub(super) fn over(base: &Value, set: &Value) -> Value {
    let (Value::Object(base), Value::Object(set)) = (base, set) else {
        return if set.is_null() { base.clone() } else { set.clone() };
    };
    let mut all = base.clone();
    for (key, value) in set {
        let under = all.get(key).unwrap_or(&Value::Null);
        all.insert(key.clone(), over(under, value));
    }
    Value::Object(all)
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

    #[test]
    fn later_settings_win_key_by_key() {
        use serde_json::json;
        let base = json!({"sources": ["a"], "lsp": {"hold": 1, "debounce": 2}});
        for (set, expected) in [
            (json!({}), base.clone()),
            (json!(null), base.clone()),
            (
                json!({"lsp": {"hold": 3}, "strict": true, "sources": null}),
                json!({"sources": ["a"], "lsp": {"hold": 3, "debounce": 2}, "strict": true}),
            ),
        ] {
            assert_eq!(over(&base, &set), expected, "{set}");
        }
        assert_eq!(over(&Value::Null, &json!({"a": 1})), json!({"a": 1}));
    }
}
