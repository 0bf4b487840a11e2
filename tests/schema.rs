//! `editors/copydesk.schema.json` is what the table of settings says.

use std::path::Path;

#[test]
fn the_schema_is_in_step_with_the_settings() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/copydesk.schema.json");
    let wanted = serde_json::to_string_pretty(&copydesk::project::config::schema()).unwrap() + "\n";
    if std::env::var_os("COPYDESK_UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &wanted).unwrap();
    }
    let Ok(written) = std::fs::read_to_string(&path) else {
        // A packaged crate comes without the editors' folder.
        assert!(!path.parent().unwrap().exists(), "{} is missing", path.display());
        return;
    };
    assert_eq!(written, wanted, "run COPYDESK_UPDATE=1 cargo test --test schema");
}
