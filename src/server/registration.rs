//! What is registered with the client once it is ready, and what it is asked to ask again.

use serde_json::json;
use tower_lsp::lsp_types::Registration;

use super::client::{self, Refresh};
use super::state::State;

impl State {
    /// Registers what can only be registered dynamically.
    pub(super) fn register(&self) {
        let mut registrations = Vec::new();
        if self.takes.configuration_registration {
            registrations.push(registration(
                "workspace/didChangeConfiguration",
                json!({"section": "copydesk"}),
            ));
        }
        if self.takes.watching {
            let watchers = json!({"watchers": [{"globPattern": "**/*"}]});
            registrations.push(registration("workspace/didChangeWatchedFiles", watchers));
        }
        if !registrations.is_empty() {
            client::register(self.client.clone(), registrations);
        }
    }

    /// Asks the client to ask again for what depends on sources.
    pub(super) fn refresh_client(&mut self) {
        let (takes, on) = (self.takes, self.options);
        // What was just switched off must go.
        let was = std::mem::replace(&mut self.shown, on);
        for (what, wanted) in [
            (Refresh::Diagnostics, takes.pulls),
            (Refresh::CodeLens, takes.refreshes_lens && (on.code_lens || was.code_lens)),
            (Refresh::InlayHints, takes.refreshes_hints && (on.inlay_hints || was.inlay_hints)),
            (
                Refresh::SemanticTokens,
                takes.refreshes_tokens && (on.semantic_tokens || was.semantic_tokens),
            ),
        ] {
            if wanted {
                client::refresh(self.client.clone(), what);
            }
        }
    }
}

fn registration(method: &str, options: serde_json::Value) -> Registration {
    Registration {
        id: format!("copydesk/{method}"),
        method: method.to_owned(),
        register_options: Some(options),
    }
}
