//! What a quotation does in its sentence: speech, a part of a sentence, or a mere term.

use super::{Marks, Quotation, QuotationKind};
use crate::reading::paragraphs::Paragraph;

/// Tells the kind of every quotation.
pub(super) fn tell(_text: &str, _paragraphs: &[Paragraph], quotations: &mut [Quotation]) {
    for quotation in quotations {
        quotation.kind = match quotation.marks {
            Marks::Block => QuotationKind::Block,
            Marks::Dash => QuotationKind::Dash,
            _ if quotation.depth > 0 => QuotationKind::Unattributed,
            _ => QuotationKind::Direct,
        };
    }
}
