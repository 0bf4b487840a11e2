//! Character references of HTML.

use markup5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// Longest name of a reference, in bytes.
const LONGEST: usize = 32;

/// Reads the reference at the head of `text` (which starts with `&`): what it stands for, and its
/// length in bytes. `None` where the ampersand is one.
pub(in super::super) fn decode(text: &str) -> Option<(String, usize)> {
    let rest = text.get(1..)?;
    if let Some(digits) = rest.strip_prefix('#') {
        return decode_number(digits).map(|(decoded, length)| (decoded, length + 2));
    }
    let name = rest.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let closed = rest.as_bytes().get(name) == Some(&b';');
    let length = name + usize::from(closed);
    let (first, second) = *NAMED_ENTITIES.get(&rest[..length])?;
    let first = char::from_u32(first).filter(|&character| character != '\0')?;
    let mut decoded = String::from(first);
    decoded.extend(char::from_u32(second).filter(|&character| character != '\0'));
    Some((decoded, length + 1))
}

fn decode_number(text: &str) -> Option<(String, usize)> {
    let (digits, radix) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    let count =
        digits.bytes().take(LONGEST).take_while(|byte| char::from(*byte).is_digit(radix)).count();
    let number = u32::from_str_radix(&digits[..count], radix).ok()?;
    let closed = digits.as_bytes().get(count) == Some(&b';');
    let length = text.len() - digits.len() + count + usize::from(closed);
    Some((character(number).to_string(), length))
}

/// The character of a number, as browsers read it: Windows-1252 for the C1 controls.
fn character(number: u32) -> char {
    let windows = match number {
        0x80..=0x9f => C1_REPLACEMENTS[(number - 0x80) as usize],
        _ => None,
    };
    windows.or(char::from_u32(number)).filter(|&c| c != '\0').unwrap_or('\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded() {
        for (text, expected) in [
            ("&amp;x", Some(("&", 5))),
            ("&amp x", Some(("&", 4))),
            ("&rdquo;", Some(("”", 7))),
            ("&#8220;We", Some(("“", 7))),
            ("&#x201D;", Some(("”", 8))),
            ("&#147;", Some(("“", 6))),
            ("&#0;", Some(("\u{fffd}", 4))),
            ("&#99999999999;", None),
            ("&T", None),
            ("& b", None),
            ("&", None),
            ("&#", None),
            ("&nosuch;", None),
        ] {
            let found = decode(text);
            let found = found.as_ref().map(|(decoded, length)| (decoded.as_str(), *length));
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
