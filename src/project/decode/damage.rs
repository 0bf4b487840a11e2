//! What is wrong with a file's bytes: binary junk, bad sequences, a cut-off end.

use super::Decoded;

pub(super) const NO_TEXT: &str =
    "the file is not text (its bytes are no characters of any known encoding): export it as text";
pub(super) const CUT_SHORT: &str =
    "the file ends in the middle of a character, so it may have been cut short: fetch it again";

/// A kind of file that is known by its first bytes and is not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BinaryKind(&'static str);

impl BinaryKind {
    /// What the file is and what to do.
    pub(crate) fn advice(self) -> String {
        format!(
            "by its first bytes the file is {}, not text: export its text to a .txt file",
            self.0
        )
    }
}

const SIGNATURES: [(&[u8], &str); 12] = [
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office document"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1F\x8B", "a compressed file (gzip)"),
    (b"\x7FELF", "a program"),
    (b"7z\xBC\xAF\x27\x1C", "an archive (7z)"),
    (b"SQLite format 3\0", "a database"),
    (b"AT&TFORM", "a DjVu document"),
];

/// The kind of binary file that `bytes` begin like.
pub(crate) fn binary_kind(bytes: &[u8]) -> Option<BinaryKind> {
    SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, name)| BinaryKind(name))
}

/// A control character that texts do not have (tabs, line and page breaks, escapes are fine).
pub(super) fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\t'..='\r' | '\u{1B}' | '\u{85}')
}

/// Refuses bytes of which more than one in fifty is a control character; a file of nothing but
/// zero bytes (an interrupted copy) is told apart. Zero bytes at the end are not counted.
pub(super) fn refuse_binary(bytes: &[u8]) -> Result<(), String> {
    let end = bytes.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
    if end == 0 && !bytes.is_empty() {
        return Err(format!(
            "the file holds {} NUL bytes and nothing else, as after an interrupted copy: fetch it again",
            bytes.len()
        ));
    }
    let odd =
        bytes[..end].iter().filter(|&&byte| byte < 0x80 && is_control(char::from(byte))).count();
    if odd * 50 > end { Err(NO_TEXT.to_owned()) } else { Ok(()) }
}

/// Cuts zero bytes off the end, replaces others, and tells of them.
pub(super) fn without_nul(mut decoded: Decoded) -> Decoded {
    if !decoded.text.contains('\0') {
        return decoded;
    }
    let count = decoded.text.matches('\0').count();
    let plural = if count == 1 { "" } else { "s" };
    let first = decoded.text.find('\0').unwrap_or(0);
    let line = line_of(&decoded.text, first);
    decoded.text.truncate(decoded.text.trim_end_matches('\0').len());
    decoded.text = decoded.text.replace('\0', "\u{FFFD}");
    decoded.problem.get_or_insert_with(|| {
        format!("{count} NUL byte{plural}, first on line {line}: the file may be damaged, fetch it again")
    });
    decoded
}

/// Says how many characters of `text` were replaced, and where the first stands.
pub(super) fn replaced(text: &str, encoding: &str) -> String {
    let count = text.matches('\u{FFFD}').count();
    let first = text.find('\u{FFFD}').unwrap_or(0);
    bad_places(count, encoding, line_of(text, first))
}

fn bad_places(count: usize, encoding: &str, line: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!(
        "{count} place{plural} that {} not valid {encoding}, first on line {line}: save the file as \
         UTF-8, or declare its encoding in sources.toml",
        if count == 1 { "is" } else { "are" }
    )
}

fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset].iter().filter(|&&byte| byte == b'\n').count() + 1
}

/// How far bytes are from valid UTF-8.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Utf8Damage {
    invalid: usize,
    multibyte: usize,
    first_line: usize,
    length: usize,
    /// Whether the one fault at the end is a character that was begun and not finished.
    pub(super) ends_inside_character: bool,
    /// Where the last valid part ends.
    pub(super) valid_end: usize,
}

impl Utf8Damage {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut damage = Self { length: bytes.len(), ..Self::default() };
        let (mut at, mut line) = (0, 1);
        for chunk in bytes.utf8_chunks() {
            let valid = chunk.valid().as_bytes();
            damage.multibyte += valid.iter().filter(|&&byte| byte >= 0xC0).count();
            line += valid.iter().filter(|&&byte| byte == b'\n').count();
            at += valid.len();
            if !chunk.invalid().is_empty() {
                damage.invalid += 1;
                damage.first_line = if damage.invalid == 1 { line } else { damage.first_line };
                damage.valid_end = at;
                at += chunk.invalid().len();
                damage.ends_inside_character = at == bytes.len()
                    && std::str::from_utf8(chunk.invalid()).is_err_and(|e| e.error_len().is_none());
            }
        }
        damage
    }

    /// Whether the valid characters outside ASCII are at least as many as the faults: by chance
    /// texts in other encodings hardly ever have any.
    pub(super) fn is_mostly_utf8(self) -> bool {
        self.multibyte > 0 && self.multibyte >= self.invalid
    }

    /// Whether the faults are so few that the text is worth reading around them.
    pub(super) fn is_slight(self) -> bool {
        self.invalid * 8 <= self.length
    }

    pub(super) fn problem(self, cut: bool) -> Option<String> {
        match (self.invalid, self.ends_inside_character) {
            (0, _) => None,
            (1, true) if cut => None,
            (1, true) => Some(CUT_SHORT.to_owned()),
            (count, _) => Some(bad_places(count, "UTF-8", self.first_line)),
        }
    }
}
