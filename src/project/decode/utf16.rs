//! UTF-16, with or without a byte order mark.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::{Decoded, damage};

/// Bytes looked at before deciding.
const SAMPLE: usize = 8192;

/// UTF-16 without a mark: spaces and line breaks (in any script) have a zero byte always on the
/// same side, and the units read that way are characters that texts consist of.
pub(super) fn recognise(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if sample.len() < 4 || !sample.contains(&0) {
        return None;
    }
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (encoding, more, fewer) =
        if odd > even { (UTF_16LE, odd, even) } else { (UTF_16BE, even, odd) };
    let one_sided = more * 24 >= sample.len() && fewer * 10 <= more;
    (one_sided && reads_as_text(sample, encoding)).then_some(encoding)
}

fn reads_as_text(sample: &[u8], encoding: &'static Encoding) -> bool {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let odd = text.chars().filter(|&c| c == '\u{FFFD}' || damage::is_control(c)).count();
    odd * 50 <= text.chars().count()
}

/// Decodes `bytes` (without their mark); `how` says how the encoding is known.
pub(super) fn decode(
    bytes: &[u8],
    encoding: &'static Encoding,
    how: &str,
    cut: bool,
) -> Result<Decoded, String> {
    let whole = &bytes[..bytes.len() & !1];
    if !reads_as_text(&whole[..whole.len().min(SAMPLE)], encoding) {
        return Err(damage::NO_TEXT.to_owned());
    }
    let (text, had_errors) = encoding.decode_without_bom_handling(whole);
    let problem = if had_errors {
        Some(damage::replaced(&text, encoding.name()))
    } else {
        (bytes.len() % 2 == 1 && !cut).then(|| damage::CUT_SHORT.to_owned())
    };
    let decoded = Decoded {
        text: text.into_owned(),
        encoding: format!("{} ({how})", encoding.name()),
        mark: false,
        problem,
    };
    Ok(damage::without_nul(decoded))
}
