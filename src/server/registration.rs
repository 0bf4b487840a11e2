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
    pub(super) fn refresh_client(&self) {
        if self.takes.pulls {
            client::refresh(self.client.clone(), Refresh::Diagnostics);
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
