//! What can be seen of a block: its words, its indentation, how it ends.

use super::super::markup::{Block, BlockKind, Extraction};

/// The blocks of an extraction with their texts.
pub(super) struct Blocks<'t> {
    text: &'t str,
    blocks: &'t [Block],
    /// Whether most letters are Latin; `None` where the text is mixed.
    latin: Option<bool>,
}

impl<'t> Blocks<'t> {
    pub(super) fn of(extraction: &'t Extraction) -> Self {
        let (text, blocks) = (extraction.text.as_str(), extraction.blocks.as_slice());
        let latin = script(text.char_indices().step_by(1 + text.len() / 20_000).map(|(_, c)| c));
        Self { text, blocks, latin }
    }

    pub(super) fn len(&self) -> usize {
        self.blocks.len()
    }

    pub(super) fn text(&self, at: usize) -> &'t str {
        self.blocks[at].range.of(self.text)
    }

    pub(super) fn kind(&self, at: usize) -> BlockKind {
        self.blocks[at].kind
    }

    pub(super) fn word_count(&self, at: usize) -> usize {
        self.text(at).split_whitespace().count()
    }

    /// Columns of white space before the block's first line.
    pub(super) fn indent(&self, at: usize) -> usize {
        let before = &self.text[..self.blocks[at].range.start];
        before.chars().rev().take_while(|c| matches!(c, ' ' | '\t' | '\u{a0}')).count()
    }

    /// Whether no blank line stands between the block and the one before.
    pub(super) fn follows_closely(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let between = &self.text[self.blocks[before].range.end..self.blocks[at].range.start];
        between.matches('\n').count() + between.matches('\r').count() < 2
            || between.trim_matches([' ', '\t']) == "\r\n"
    }

    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        ends_sentence(self.text(at))
    }

    /// Whether the block is written in another script than the text.
    pub(super) fn is_foreign(&self, at: usize) -> bool {
        let block = script(self.text(at).chars());
        matches!((self.latin, block), (Some(text), Some(block)) if text != block)
    }
}

/// Whether nearly all letters are Latin (`true`) or nearly none (`false`).
fn script(characters: impl Iterator<Item = char>) -> Option<bool> {
    let (mut latin, mut other) = (0, 0);
    for character in characters.filter(|c| c.is_alphabetic()) {
        if character < '\u{250}' {
            latin += 1;
        } else {
            other += 1;
        }
    }
    if latin + other < 5 {
        return None;
    }
    let most = (latin + other) * 3 / 4;
    (latin > most).then_some(true).or((other > most).then_some(false))
}

pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\'', '”', '’', '»', '“', ')', ']', ' ', '\u{a0}']);
    bare.ends_with(['.', '!', '?', '…'])
}

/// The words of `text` outside quotation marks, in lower case without their punctuation.
pub(super) fn own_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut quoted, mut straight) = (false, false);
    for word in text.split_whitespace() {
        let opens = word.starts_with(['“', '«', '„']) || word.starts_with("(“");
        straight ^= word.matches('"').count() % 2 == 1;
        let inside = quoted || opens || straight || word.contains('"');
        quoted = (quoted || opens) && !word.contains(['”', '»']);
        if !inside {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '$');
            words.push(bare.to_lowercase().replace('’', "'"));
        }
    }
    words
}
