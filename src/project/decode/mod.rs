//! Bytes to text: which encoding a file is in, how sure that is, and what was lost. Pure.
//!
//! The order of trust: what the writer declared, a byte order mark, the pattern of UTF-16, valid
//! UTF-8, a declaration inside the document, UTF-8 with a few bad bytes, and only then a guess
//! from the frequency of letters, which is always called one.

mod damage;
mod legacy;
mod utf16;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

pub(crate) use damage::binary_kind;

/// What is known of a file besides its bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// The encoding that the writer declared for it, and where: it wins.
    pub declared: Option<&'a str>,
    /// Whether it is HTML, whose own declaration counts.
    pub html: bool,
    /// Whether the bytes were cut off by us, so that a broken last character is no fault.
    pub cut: bool,
}

/// A file's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// How the bytes were read: "UTF-8", "windows-1251 (detected)".
    pub encoding: String,
    /// Whether a byte order mark stood first.
    pub mark: bool,
    /// What was lost, where, and what to do.
    pub problem: Option<String>,
}

impl Decoded {
    /// Bytes of the file before the text, where the file's bytes are the text's: those of the byte
    /// order mark.
    #[must_use]
    pub fn lead(&self) -> usize {
        if self.mark && self.encoding.starts_with("UTF-8") { '\u{feff}'.len_utf8() } else { 0 }
    }
}

/// Reads `bytes` as text.
///
/// # Errors
/// Where they are no text: what they are instead, and what to do.
pub fn decode(bytes: Vec<u8>, hints: Hints<'_>) -> Result<Decoded, String> {
    if let Some(kind) = binary_kind(&bytes) {
        return Err(kind.advice());
    }
    if let Some(label) = hints.declared {
        return decode_declared(&bytes, label, hints.cut);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return decode_marked(bytes, encoding, mark, hints.cut);
    }
    if let Some(encoding) = utf16::recognise(&bytes) {
        return utf16::decode(&bytes, encoding, "detected", hints.cut);
    }
    damage::refuse_binary(&bytes)?;
    let decoded = match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, encoding: "UTF-8".to_owned(), ..Decoded::default() },
        Err(error) => decode_not_utf8(&error.into_bytes(), hints)?,
    };
    Ok(damage::without_nul(decoded))
}

fn decode_marked(
    mut bytes: Vec<u8>,
    encoding: &'static Encoding,
    mark: usize,
    cut: bool,
) -> Result<Decoded, String> {
    bytes.drain(..mark);
    let mut decoded = if encoding == UTF_8 {
        let hints = Hints { cut, ..Hints::default() };
        damage::refuse_binary(&bytes)?;
        let mut decoded = match String::from_utf8(bytes) {
            Ok(text) => Decoded { text, ..Decoded::default() },
            Err(error) => decode_damaged_utf8(&error.into_bytes(), hints.cut),
        };
        decoded.encoding = "UTF-8 (byte order mark)".to_owned();
        damage::without_nul(decoded)
    } else {
        utf16::decode(&bytes, encoding, "byte order mark", cut)?
    };
    decoded.mark = true;
    Ok(decoded)
}

fn decode_declared(bytes: &[u8], label: &str, cut: bool) -> Result<Decoded, String> {
    let Some(encoding) = Encoding::for_label(label.trim().as_bytes()) else {
        return Err(format!(
            "sources.toml declares the encoding \"{label}\", which is not known: write one such \
             as \"utf-8\", \"windows-1251\", \"windows-1252\", \"koi8-r\" or \"utf-16le\""
        ));
    };
    let unmarked = Encoding::for_bom(bytes)
        .filter(|(marked, _)| *marked == encoding)
        .map_or(bytes, |(_, mark)| &bytes[mark..]);
    if encoding == UTF_16LE || encoding == UTF_16BE {
        return utf16::decode(unmarked, encoding, "sources.toml", cut);
    }
    damage::refuse_binary(unmarked)?;
    let mut decoded = if encoding == UTF_8 {
        decode_damaged_utf8(unmarked, cut)
    } else {
        legacy::decode(unmarked, encoding)
    };
    decoded.encoding = format!("{} (sources.toml)", encoding.name());
    decoded.mark = unmarked.len() < bytes.len();
    Ok(damage::without_nul(decoded))
}

/// Decodes bytes that are not valid UTF-8 throughout.
fn decode_not_utf8(bytes: &[u8], hints: Hints<'_>) -> Result<Decoded, String> {
    if hints.html
        && let Some(encoding) = legacy::declared_in_html(bytes)
    {
        let mut decoded = legacy::decode(bytes, encoding);
        decoded.encoding = format!("{} (declared in the HTML)", encoding.name());
        return Ok(decoded);
    }
    let utf8 = damage::Utf8Damage::of(bytes);
    if utf8.is_mostly_utf8() {
        return Ok(decode_damaged_utf8(bytes, hints.cut));
    }
    match legacy::guess(bytes) {
        Some(decoded) => Ok(decoded),
        None if utf8.is_slight() => Ok(decode_damaged_utf8(bytes, hints.cut)),
        None => Err(damage::NO_TEXT.to_owned()),
    }
}

/// UTF-8 in which each bad sequence becomes U+FFFD, and the reader is told.
fn decode_damaged_utf8(bytes: &[u8], cut: bool) -> Decoded {
    let damage = damage::Utf8Damage::of(bytes);
    let kept = if damage.ends_inside_character { damage.valid_end } else { bytes.len() };
    let text = String::from_utf8_lossy(&bytes[..kept]).into_owned();
    Decoded { text, encoding: "UTF-8".to_owned(), mark: false, problem: damage.problem(cut) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{KOI8_R, WINDOWS_1251, WINDOWS_1252};
    use proptest::prelude::*;

    const RUSSIAN: &str = "«Мы не будем повышать налог в этом году», — сказала мэр города Ада Мосс \
        на заседании совета в среду. Она покинула зал до голосования, сообщила газета.";
    const ENGLISH: &str = "“We won’t raise the tax this year,” Moss told the council — and sat \
        down in the café. The naïve reading is wrong.";

    fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units
            .flat_map(|unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    }

    fn read(bytes: Vec<u8>) -> Decoded {
        decode(bytes, Hints::default()).unwrap()
    }

    #[test]
    fn every_encoding_is_read_and_named() {
        let legacy = |encoding: &'static Encoding, text| encoding.encode(text).0.into_owned();
        let with_mark = [b"\xEF\xBB\xBF", RUSSIAN.as_bytes()].concat();
        let cases: Vec<(Vec<u8>, &str, &str)> = vec![
            (RUSSIAN.into(), RUSSIAN, "UTF-8"),
            (with_mark, RUSSIAN, "UTF-8 (byte order mark)"),
            (utf16(RUSSIAN, false, true), RUSSIAN, "UTF-16LE (byte order mark)"),
            (utf16(RUSSIAN, true, true), RUSSIAN, "UTF-16BE (byte order mark)"),
            (utf16(RUSSIAN, false, false), RUSSIAN, "UTF-16LE (detected)"),
            (utf16(RUSSIAN, true, false), RUSSIAN, "UTF-16BE (detected)"),
            (utf16(ENGLISH, false, false), ENGLISH, "UTF-16LE (detected)"),
            (utf16(ENGLISH, true, false), ENGLISH, "UTF-16BE (detected)"),
            (legacy(WINDOWS_1251, RUSSIAN), RUSSIAN, "windows-1251 (detected)"),
            (
                legacy(KOI8_R, &RUSSIAN.replace(['«', '»', '—'], "\"")),
                &RUSSIAN.replace(['«', '»', '—'], "\""),
                "KOI8-R (detected)",
            ),
            (legacy(WINDOWS_1252, ENGLISH), ENGLISH, "windows-1252 (guessed from 6 characters)"),
        ]
        .into_iter()
        .map(|(bytes, text, name)| {
            (bytes, Box::leak(text.to_owned().into_boxed_str()) as &str, name)
        })
        .collect();
        for (bytes, text, encoding) in cases {
            let decoded = read(bytes);
            assert_eq!(decoded.encoding, encoding);
            assert_eq!(decoded.text, text, "{encoding}");
            assert_eq!(decoded.problem, None, "{encoding}");
        }
    }

    #[test]
    fn a_declaration_wins() {
        let bytes = WINDOWS_1251.encode("Да").0.into_owned();
        let hints = Hints { declared: Some("cp1251"), ..Hints::default() };
        let decoded = decode(bytes.clone(), hints).unwrap();
        assert_eq!(
            (decoded.text.as_str(), decoded.encoding.as_str()),
            ("Да", "windows-1251 (sources.toml)")
        );
        let hints = Hints { declared: Some("klingon"), ..Hints::default() };
        assert!(decode(bytes, hints).unwrap_err().contains("\"klingon\""));
    }

    #[test]
    fn html_says_its_encoding() {
        let page = "<html><head><meta charset=\"windows-1251\"></head><p>Да</p>";
        let bytes = WINDOWS_1251.encode(page).0.into_owned();
        let decoded = decode(bytes, Hints { html: true, ..Hints::default() }).unwrap();
        assert_eq!(decoded.text, page);
        assert_eq!(decoded.encoding, "windows-1251 (declared in the HTML)");
    }

    #[test]
    fn damage_is_told_with_its_place() {
        for (bytes, text, problem) in [
            (
                &b"caf\xC3\xA9\nna\xC3\xAFve \xFF end"[..],
                "café\nnaïve \u{FFFD} end",
                "1 place that is not valid UTF-8, first on line 2",
            ),
            (
                b"Plain text \xFF\xFE and more words",
                "Plain text \u{FFFD}\u{FFFD} and more words",
                "2 places",
            ),
            (
                "“cut”".as_bytes().split_last().unwrap().1,
                "“cut",
                "ends in the middle of a character",
            ),
            (
                b"words \0 and more words of a text that is long enough to be one, surely",
                "words \u{FFFD} and more words of a text that is long enough to be one, surely",
                "1 NUL byte",
            ),
            (
                b"words and then nothing\0\0\0\0\0\0\0\0\0\0\0\0",
                "words and then nothing",
                "12 NUL bytes",
            ),
        ] {
            let decoded = read(bytes.to_vec());
            assert_eq!(decoded.text, text);
            let told = decoded.problem.unwrap_or_default();
            assert!(told.contains(problem), "{told}");
        }
    }

    #[test]
    fn junk_is_refused_with_what_it_is() {
        let junk: Vec<u8> =
            (0..4096u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for (bytes, said) in [
            (junk, "not text"),
            (b"%PDF-1.7\n%\xE2\xE3".to_vec(), "PDF"),
            (b"PK\x03\x04rest".to_vec(), "ZIP"),
            (b"\x89PNG\r\n\x1a\n".to_vec(), "picture"),
            (vec![0; 100], "NUL"),
            (vec![1; 100], "not text"),
        ] {
            let error = decode(bytes, Hints::default()).unwrap_err();
            assert!(error.contains(said), "{error}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200), html: bool, cut: bool) {
            let _ = decode(bytes.clone(), Hints { html, cut, declared: None });
            let _ = decode(bytes, Hints { html, cut, declared: Some("utf-16le") });
        }

        #[test]
        fn valid_text_is_itself(text in "[ -~\n“”éа-я]{0,200}") {
            prop_assert_eq!(read(text.clone().into_bytes()).text, text);
        }
    }
}
