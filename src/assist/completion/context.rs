//! What is being typed at a place of a draft.

use crate::text::{TextRange, floor_boundary};

/// How far back (bytes) a place looks for what it is in.
const REACH: usize = 2000;
/// The least letters of a name after which names are offered.
const LETTERS: usize = 2;

/// What is being typed, in raw bytes of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// A rule in a silencing comment.
    Rule(TextRange),
    /// A citation key.
    Citation(TextRange),
    /// A quotation's words, behind what stands before its mark in the paragraph.
    Quotation {
        /// The words typed so far.
        typed: TextRange,
        /// The paragraph up to the mark.
        before: TextRange,
    },
    /// A capitalised word.
    Name(TextRange),
}

/// What is being typed at the byte `offset` of `raw`; `None` where nothing can be offered.
pub(super) fn at(raw: &str, offset: usize) -> Option<Context> {
    let offset = floor_boundary(raw, offset);
    let start = paragraph_start(raw, offset);
    let before = &raw[start..offset];
    rule(before, start)
        .or_else(|| citation(before, start))
        .or_else(|| quotation(before, start))
        .or_else(|| name(before, start))
}

fn paragraph_start(raw: &str, offset: usize) -> usize {
    let least = floor_boundary(raw, offset.saturating_sub(REACH));
    let near = &raw[least..offset];
    let breaks = ["\n\n", "\n\r\n"].iter().filter_map(|it| Some(near.rfind(it)? + it.len()));
    least + breaks.max().unwrap_or(0)
}

fn tail(before: &str, start: usize, length: usize) -> TextRange {
    TextRange::new(start + before.len() - length, start + before.len())
}

fn rule(before: &str, start: usize) -> Option<Context> {
    let line = before.rsplit('\n').next()?;
    let (_, rules) = line.rsplit_once("copydesk: ignore ")?;
    if rules.contains("--") {
        return None;
    }
    let typed = rules.rsplit([',', ' ']).next()?;
    Some(Context::Rule(tail(before, start, typed.len())))
}

fn citation(before: &str, start: usize) -> Option<Context> {
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '.' | '-' | '/');
    let typed = &before[before.trim_end_matches(is_key).len()..];
    let head = &before[..before.len() - typed.len()];
    let range = tail(before, start, typed.len());
    if let Some(outside) = head.strip_suffix('@') {
        let inside_word = outside.chars().next_back().is_some_and(char::is_alphanumeric);
        return (!inside_word).then_some(Context::Citation(range));
    }
    let (command, keys) = head.rsplit_once('{')?;
    let name = command.rsplit('\\').next()?.split('[').next()?;
    let cites = command.contains('\\')
        && name.to_ascii_lowercase().contains("cite")
        && name.chars().all(|c| c.is_alphabetic() || c == '*')
        && !keys.contains('}');
    cites.then_some(Context::Citation(range))
}

/// The words behind the last mark that opens a quotation and is not closed.
fn quotation(before: &str, start: usize) -> Option<Context> {
    let mut open: Option<usize> = None;
    let mut last = ' ';
    for (at, character) in before.char_indices() {
        let end = at + character.len_utf8();
        match character {
            '“' | '«' => open = Some(end),
            '„' => open = Some(end),
            '”' | '»' => open = None,
            '"' => open = if open.is_some() { None } else { Some(end) },
            '`' if last == '`' => open = Some(end),
            '\'' if last == '\'' => open = None,
            _ => {}
        }
        last = character;
    }
    let open = open?;
    let typed = TextRange::new(start + open, start + before.len());
    Some(Context::Quotation { typed, before: TextRange::new(start, start + open) })
}

fn name(before: &str, start: usize) -> Option<Context> {
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’');
    let typed = &before[before.trim_end_matches(is_letter).len()..];
    let capital = typed.chars().next().is_some_and(char::is_uppercase);
    let long = typed.chars().count() >= LETTERS;
    (capital && long).then(|| Context::Name(tail(before, start, typed.len())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_place_tells_what_is_being_typed() {
        for (raw, kind, typed) in [
            ("x <!-- copydesk: ignore mis", "rule", "mis"),
            ("x % copydesk: ignore misquote, uns", "rule", "uns"),
            ("so [@mo", "citation", "mo"),
            ("so [@moss; @", "citation", ""),
            ("\\cite{moss, le", "citation", "le"),
            ("a \"b\" she said \"We wi", "quotation", "We wi"),
            ("She said “We wi", "quotation", "We wi"),
            ("She said “We”, and Mo", "name", "Mo"),
            ("“x\n\nand Ada Mo", "name", "Mo"),
            ("she", "none", ""),
            ("mail a@b", "none", ""),
        ] {
            let (found, range) = match at(raw, raw.len()) {
                Some(Context::Rule(range)) => ("rule", range),
                Some(Context::Citation(range)) => ("citation", range),
                Some(Context::Quotation { typed, .. }) => ("quotation", typed),
                Some(Context::Name(range)) => ("name", range),
                None => ("none", TextRange::empty(0)),
            };
            assert_eq!((found, range.of(raw)), (kind, typed), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn any_place_in_any_text_will_do(raw in "[a-zA“”\"@{}\\\\é😀\n ]{0,40}", at_ in 0usize..60) {
            if let Some(Context::Quotation { typed, before }) = at(&raw, at_) {
                prop_assert!(raw.get(typed.start..typed.end).is_some());
                prop_assert!(raw.get(before.start..before.end).is_some());
            }
        }
    }
}
