//! Prints how the blocks of a folder of sources are classified; only where one is at hand.
//!
//! `COPYDESK_CORPUS=DIR cargo test --test corpus_sections -- --nocapture`

use copydesk::reading::markup::{BlockKind, Format, extract};
use copydesk::reading::sections::classify;
use std::path::PathBuf;

fn corpus() -> Option<PathBuf> {
    let named = std::env::var_os("COPYDESK_CORPUS").map(PathBuf::from);
    let found = named.unwrap_or_else(|| PathBuf::from("../shared/corpus"));
    found.is_dir().then_some(found)
}

#[test]
fn real_articles_keep_their_paragraphs() {
    let Some(folder) = corpus() else {
        assert!(std::env::var_os("CI").is_none(), "no corpus");
        println!("left out: no corpus");
        return;
    };
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|it| it == "txt")) {
        let raw = String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned();
        let mut extraction = extract(&raw, Format::Plain);
        classify(&mut extraction);
        println!("== {}", file.display());
        for block in &extraction.blocks {
            let text: String = block.range.of(&extraction.text).chars().take(160).collect();
            println!("{:<14} {text:?}", format!("{:?}", block.kind));
        }
        let article = extraction.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
        assert!(article.count() >= 1, "an article has paragraphs");
    }
}
