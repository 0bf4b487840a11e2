//! A real folder with sources and drafts, and the real library and check on it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use copydesk::server::{Engine, Folders, Parts};
use serde_json::{Value, json};

use crate::client::Client;
use crate::fakes;

/// A folder with sources, and what the server runs on.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let desk = Self { folder: tempfile::tempdir().expect("a folder") };
        for (name, text) in files {
            desk.write(name, text);
        }
        desk
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.root().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().canonicalize().expect("a folder").join("desk")
    }

    pub(crate) fn cache(&self) -> PathBuf {
        self.folder.path().canonicalize().expect("a folder").join("cache")
    }

    pub(crate) fn uri(&self, name: &str) -> String {
        uri_of(&self.root().join(name))
    }

    pub(crate) fn parts(&self) -> Parts {
        let library = Folders::new(Vec::new(), None).caching_in(self.cache());
        Parts { checker: Arc::new(Engine), library: Arc::new(library), ..fakes::parts() }
    }

    /// A client whose only folder this is.
    pub(crate) async fn client(&self, capabilities: Value) -> Client {
        let mut client = Client::start(self.parts());
        let folders = json!([{"uri": uri_of(&self.root()), "name": "desk"}]);
        let params = json!({"capabilities": capabilities, "workspaceFolders": folders});
        client.ask("initialize", params).await;
        client.notify("initialized", json!({})).await;
        let read = format!("{}: ", self.root().display());
        client.wait_for_log("file", |line| line.starts_with(&read)).await;
        client
    }
}

/// The address of a path.
pub(crate) fn uri_of(path: &Path) -> String {
    format!("file://{}", path.display())
}
