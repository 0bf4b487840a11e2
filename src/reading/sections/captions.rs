//! Captions and credits of pictures, by the form of the credit and by what stands beside it.

use super::super::markup::BlockKind;
use super::features::Blocks;

/// Longest caption, in bytes.
const LONGEST: usize = 700;

/// Picture agencies, as they sign.
const AGENCIES: &[&str] = &[
    "AP",
    "AFP",
    "Reuters",
    "REUTERS",
    "Getty",
    "EPA",
    "EPA-EFE",
    "TASS",
    "Sputnik",
    "Xinhua",
    "Bloomberg",
    "Anadolu",
    "PA",
    "DPA",
    "dpa",
    "ANSA",
    "Novosti",
    "Interfax",
    "Shutterstock",
    "Alamy",
    "Unsplash",
    "iStock",
    "Zuma",
    "ZUMA",
    "UPI",
    "Kyodo",
    "Yonhap",
    "Photolure",
    "Magnum",
    "Flickr",
    "Wikimedia",
    "Photoshot",
    "NurPhoto",
    "Corbis",
    "Belga",
    "ANP",
    "NTB",
    "TT",
    "APA",
    "Keystone",
    "PAP",
    "CTK",
    "MTI",
    "Ukrinform",
    "Imago",
    "IMAGO",
];

/// Words of credits.
const CREDIT_WORDS: &[&str] = &[
    "Photo",
    "Photos",
    "Pool",
    "Images",
    "Handout",
    "Courtesy",
    "File",
    "Photograph",
    "Screenshot",
    "POOL",
];

pub(super) fn mark(blocks: &Blocks<'_>, marks: &mut [Option<BlockKind>]) {
    for at in 0..blocks.len() {
        if marks[at].is_some() || !super::is_open(blocks.kind(at)) {
            continue;
        }
        let text = blocks.text(at);
        if is_credit_line(text) || is_signature(text) {
            marks[at] = Some(BlockKind::Caption);
            mark_above(blocks, at, marks);
        } else if has_credit(text) {
            marks[at] = Some(BlockKind::Caption);
        }
    }
    mark_foreign(blocks, marks);
}

/// `Photo: Someone/Agency`, `Image credit: …`, `© Someone`.
fn is_credit_line(text: &str) -> bool {
    if text.len() > 160 || text.contains('\n') {
        return false;
    }
    let lower = text.to_lowercase();
    let Some((label, rest)) = lower.split_once(':') else {
        return false;
    };
    let label = label.trim();
    let what = [
        "photo",
        "photos",
        "image",
        "picture",
        "photograph",
        "foto",
        "фото",
        "illustration",
        "photo illustration",
        "video still",
    ];
    let how = ["", " credit", " by", " courtesy", " courtesy of"];
    let credits = label == "credit"
        || what.iter().any(|what| how.iter().any(|how| label.strip_prefix(what) == Some(*how)));
    let words = rest.split_whitespace().count();
    credits && (1..=14).contains(&words) && !rest.contains(['“', '"'])
}

/// A block that is all credit: `Someone/Agency`, `Someone via Agency.`, `Agency.`
fn is_signature(text: &str) -> bool {
    let bare = text.trim_end_matches('.');
    let signed = bare.contains('/') || bare.contains(" via ") || AGENCIES.contains(&bare);
    signed
        && text.len() < 80
        && AGENCIES.iter().any(|agency| bare.contains(agency))
        && is_credit(bare)
}

/// Whether `text` ends in a credit: `(Someone/Agency)`, or a last piece without a full stop that
/// is all names and holds an agency.
fn has_credit(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let text = text.trim_end();
    if let Some((before, credit)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        return !before.trim().is_empty() && is_bracketed_credit(credit);
    }
    if text.ends_with(['.', '!', '?', '…', '”', '"', ':', ',']) {
        return false;
    }
    let Some(end) = last_sentence_end(text) else { return false };
    is_credit(text[end..].trim())
}

fn is_bracketed_credit(credit: &str) -> bool {
    let signed = credit.contains('/') || credit.contains("via ") || credit.contains('©');
    let by = credit.starts_with("Photo by ") || credit.starts_with("Image: ");
    let pictured = credit.contains("Photo") || credit.contains("Images");
    credit.len() < 90 && ((signed && is_credit(credit)) || by || (pictured && is_credit(credit)))
}

/// Names and credit words only, an agency or a credit word among them.
fn is_credit(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | '|' | '(' | ')' | '©' | ':'))
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty())
        .collect();
    let linking =
        ["via", "for", "by", "of", "and", "the", "de", "van", "von", "al", "file", "photo"];
    let names = |word: &&str| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || linking.contains(word)
            || word.contains('.')
    };
    let signs = |word: &&str| AGENCIES.contains(word) || CREDIT_WORDS.contains(word);
    (1..=12).contains(&words.len()) && words.iter().all(names) && words.iter().any(signs)
}

/// Where the last sentence before the credit ends.
fn last_sentence_end(text: &str) -> Option<usize> {
    let mut found = None;
    for (at, _) in text.match_indices(['.', '?', '!', ')', '”']) {
        let after = &text[at..];
        let mark = after.chars().next().map_or(1, char::len_utf8);
        // An initial does not end a sentence: `by J. Doe`.
        let word = text[..at].rsplit(char::is_whitespace).next().unwrap_or("");
        let initial = word.chars().count() <= 1;
        if !initial && after[mark..].starts_with([' ', '\u{a0}', '\n']) && at > 20 {
            let tail = text[at + mark..].trim();
            if is_credit(tail) {
                return Some(at + mark);
            }
            found = Some(at + mark);
        }
    }
    found
}

/// The caption above a line that is all credit.
fn mark_above(blocks: &Blocks<'_>, credit: usize, marks: &mut [Option<BlockKind>]) {
    let Some(above) = credit.checked_sub(1) else { return };
    let open = matches!(blocks.kind(above), BlockKind::Paragraph | BlockKind::Heading(2..));
    if marks[above].is_none() && open && reads_as_caption(blocks, above) {
        marks[above] = Some(BlockKind::Caption);
    }
}

/// No full stop at the end, or only a date after the last one; nothing quoted.
fn reads_as_caption(blocks: &Blocks<'_>, at: usize) -> bool {
    let text = blocks.text(at);
    let quoted = text.contains(['“', '”', '"']);
    text.len() < LONGEST && !quoted && (!blocks.ends_sentence(at) || ends_in_date(text))
}

/// Whether a block below a caption in another script may be its translation, not a heading.
fn may_translate(blocks: &Blocks<'_>, at: usize) -> bool {
    let least = match blocks.kind(at) {
        BlockKind::Paragraph => 7,
        BlockKind::Heading(2..) => 9,
        _ => return false,
    };
    blocks.word_count(at) >= least && reads_as_caption(blocks, at)
}

/// Whether the last sentence is a date and nothing else: `… in the hall. May 3, 2021.`
fn ends_in_date(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ' ']);
    let Some((_, last)) = bare.rsplit_once(". ") else { return false };
    let words: Vec<&str> = last.split_whitespace().collect();
    let year = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    (2..=4).contains(&words.len()) && words.last().is_some_and(year)
}

/// Lines in another script, with the caption that translates each.
fn mark_foreign(blocks: &Blocks<'_>, marks: &mut [Option<BlockKind>]) {
    for at in 0..blocks.len() {
        let open = super::is_open(blocks.kind(at)) && marks[at].is_none();
        if !open || blocks.ends_sentence(at) || !blocks.is_foreign(at) {
            continue;
        }
        let next = at + 1;
        let translated = next < blocks.len() && marks[next] == Some(BlockKind::Caption);
        let captioned = next < blocks.len() && marks[next].is_none() && may_translate(blocks, next);
        if captioned {
            marks[next] = Some(BlockKind::Caption);
        }
        let caption = captioned || translated;
        marks[at] = Some(if caption { BlockKind::Caption } else { BlockKind::Boilerplate });
    }
}
