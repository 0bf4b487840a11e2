//! The encodings of before Unicode: declared in HTML, or guessed from the frequency of letters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE};

use super::{Decoded, damage};

/// Bytes that are looked at for a declaration, as browsers do.
const HEAD: usize = 4096;
/// Bytes that are looked at for a guess.
const SAMPLE: usize = 1 << 20;
/// Characters outside ASCII below which a guess is called one.
const FEW: usize = 16;

/// Decodes `bytes`, bad sequences replaced and told of.
pub(super) fn decode(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let problem = had_errors.then(|| damage::replaced(&text, encoding.name()));
    Decoded { text: text.into_owned(), encoding: encoding.name().to_owned(), mark: false, problem }
}

/// The encoding that a `<meta charset>` or an XML declaration names, unless it is a Unicode one:
/// the caller knows already that the bytes are not that.
pub(super) fn declared_in_html(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    ["charset=", "encoding="].into_iter().find_map(|name| {
        let value = head.split_once(name)?.1.trim_start_matches(['"', '\'', ' ']);
        let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c)))?;
        let encoding = Encoding::for_label(&value.as_bytes()[..end])?;
        (![UTF_8, UTF_16LE, UTF_16BE].contains(&encoding)).then_some(encoding)
    })
}

/// The likeliest encoding; `None` where what it gives is no text.
pub(super) fn guess(bytes: &[u8]) -> Option<Decoded> {
    let first = bytes.iter().position(|byte| !byte.is_ascii())?;
    let start = first.saturating_sub(1024);
    let sample = &bytes[start..bytes.len().min(start + SAMPLE)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, start + sample.len() == bytes.len());
    let encoding = plain_koi8(detector.guess(None, Utf8Detection::Deny), sample);
    let mut decoded = decode(bytes, encoding);
    if !is_plausible(&decoded.text) {
        return None;
    }
    decoded.encoding = format!("{} ({})", encoding.name(), certainty(&decoded.text));
    Some(decoded)
}

/// The detector knows KOI8-U only; where no Ukrainian letter stands, both say the same.
fn plain_koi8(encoding: &'static Encoding, sample: &[u8]) -> &'static Encoding {
    let same =
        || KOI8_R.decode_without_bom_handling(sample) == KOI8_U.decode_without_bom_handling(sample);
    if encoding == KOI8_U && same() { KOI8_R } else { encoding }
}

fn certainty(text: &str) -> String {
    match text.chars().filter(|c| !c.is_ascii()).take(FEW).count() {
        FEW => "detected".to_owned(),
        1 => "guessed from 1 character".to_owned(),
        count => format!("guessed from {count} characters"),
    }
}

/// Whether most of the characters outside ASCII are such as writers use: a control character, a
/// replaced one, or a thorn or an eth away from any letter come from bytes that are no text.
fn is_plausible(text: &str) -> bool {
    let (mut foreign, mut odd) = (0usize, 0usize);
    let mut previous = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if !character.is_ascii() {
            foreign += 1;
            let next = characters.peek().copied().unwrap_or(' ');
            odd += usize::from(is_odd(previous, character, next));
        }
        previous = character;
    }
    odd * 4 <= foreign
}

fn is_odd(previous: char, character: char, next: char) -> bool {
    let lonely = !previous.is_ascii_alphabetic() && !next.is_ascii_alphabetic();
    match character {
        'ÿ' | 'þ' | 'Þ' | 'ð' | 'Ð' | 'ý' => lonely,
        _ => character == '\u{FFFD}' || character.is_control(),
    }
}
