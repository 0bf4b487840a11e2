//! Fixes that leave the draft's words as they are and mark what was done to them: an ellipsis for
//! what was left out, two quotations for what was joined.

use super::desk::Desk;
use super::judge::{Part, Passage, swallowed_negation};
use super::{Applicability, DiffOp, Edit, Fix};
use crate::reading::quotations::Quotation;
use crate::text::{TextRange, words_in};

/// "Mark what was left out with an ellipsis", where nothing but left-out words differs and none of
/// them turns the sense around.
pub(crate) fn ellipsis(desk: &Desk<'_>, passage: &Passage) -> Option<Fix> {
    let changes = || passage.parts.iter().filter(|part| part.op != DiffOp::Equal);
    let may_go = |part: &Part| part.op == DiffOp::Insert && !turns_the_sense(desk, passage, part);
    if !passage.abuses.is_empty() || changes().next().is_none() || !changes().all(may_go) {
        return None;
    }
    let sign = sign_of(&desk.draft.raw);
    let pairs = passage.parts.windows(3).filter(|three| three[1].op == DiffOp::Insert);
    let edits: Vec<Edit> = pairs
        .map(|three| {
            let at = desk.draft.raw_range(three[0].draft).end;
            Edit { range: TextRange::empty(at), new_text: format!(" {sign}") }
        })
        .collect();
    // What is left out before the first word or after the last wants no sign.
    (edits.len() == changes().count()).then(|| Fix {
        title: "Mark what was left out with an ellipsis".to_owned(),
        applicability: Applicability::Unsafe,
        edits,
    })
}

fn turns_the_sense(desk: &Desk<'_>, passage: &Passage, part: &Part) -> bool {
    let source = desk.source(passage).text();
    let words: Vec<TextRange> =
        words_in(source, part.source).into_iter().map(|word| word.range).collect();
    !words.is_empty() && swallowed_negation(source, &words).is_some()
}

/// The sign for left-out words that the draft uses already, else the plain one.
pub(crate) fn sign_of(raw: &str) -> &'static str {
    ["[…]", "[...]", "…", ". . .", "..."]
        .into_iter()
        .find(|sign| raw.contains(sign))
        .filter(|sign| *sign != ". . .")
        .unwrap_or("…")
}

/// "Quote the parts apart": the quotation's own marks put between its parts.
pub(crate) fn apart(desk: &Desk<'_>, quotation: &Quotation, passages: &[Passage]) -> Option<Fix> {
    let raw = &desk.draft.raw;
    let (words, outer) =
        (desk.draft.raw_range(quotation.range), desk.draft.raw_range(quotation.outer));
    let open = TextRange::new(outer.start, words.start).of(raw);
    let close = TextRange::new(words.end, outer.end).of(raw);
    let marked = |mark: &str| !mark.trim().is_empty() && !mark.contains('\n');
    if !quotation.closed || !marked(open) || !marked(close) {
        return None;
    }
    let mut joins: Vec<Edit> = Vec::new();
    for pair in passages.windows(2) {
        let start = desk.draft.raw_range(pair[1].parts.first()?.draft).start;
        let before = raw.get(words.start..start)?.trim_end();
        let end = words.start + before.len();
        if start <= end {
            return None;
        }
        let new_text = format!("{} {}", close.trim(), open.trim());
        joins.push(Edit { range: TextRange::new(end, start), new_text });
    }
    let in_order = joins.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start);
    (in_order && !joins.is_empty()).then(|| Fix {
        title: "Quote the parts apart".to_owned(),
        applicability: Applicability::Unsafe,
        edits: joins,
    })
}

#[cfg(test)]
mod tests {
    use crate::check::{Draft, Settings, check};
    use crate::corpus::{Corpus, Source};
    use crate::reading::markup::{Format, extract};

    const SOURCE: &str = "“We will close the old bridge over the Tarn in May because of the frost, \
        and the ferry will run again,” Ada Moss told the council on Tuesday.\n\n\
        The hall was full. Nobody left before nine.\n\n\
        “The harbour levy will not rise this winter,” Carl Brandt told the paper.\n";

    /// The draft after the fix titled `title`; `None` where there is none.
    fn mended(raw: &str, title: &str) -> Option<String> {
        let mut source = Source::default();
        source.path = "a.txt".to_owned();
        source.extraction = extract(SOURCE, Format::Plain);
        let corpus = Corpus::build(vec![source]);
        let draft = Draft::new("d.md", raw.to_owned(), Format::Markdown, None);
        let checked = check(&corpus, &draft, &Settings::default(), &|| false)?;
        let mut fixes = checked.findings.iter().flat_map(|finding| &finding.fixes);
        let fix = fixes.find(|fix| fix.title == title)?;
        let mut text = raw.to_owned();
        for edit in fix.edits.iter().rev() {
            text.replace_range(edit.range.start..edit.range.end, &edit.new_text);
        }
        Some(text)
    }

    #[test]
    fn what_was_left_out_is_marked_unless_it_turns_the_sense() {
        let title = "Mark what was left out with an ellipsis";
        for (raw, expected) in [
            (
                "Moss said “We will close the old bridge in May because of the frost”.\n",
                Some("Moss said “We will close the old bridge … in May because of the frost”.\n"),
            ),
            (
                "“A [...] b.” Moss said “We will close the old bridge in May because of the \
                 frost”.\n",
                Some(
                    "“A [...] b.” Moss said “We will close the old bridge [...] in May because of \
                     the frost”.\n",
                ),
            ),
            ("Brandt said “The harbour levy will rise this winter”.\n", None),
            ("Moss said “We will shut the old bridge over the Tarn in May”.\n", None),
        ] {
            assert_eq!(mended(raw, title).as_deref(), expected, "{raw}");
        }
    }

    #[test]
    fn a_splice_is_quoted_apart() {
        let raw = "Moss said “We will close the old bridge over the Tarn in May. The harbour levy \
                   will not rise this winter”.\n";
        let expected = "Moss said “We will close the old bridge over the Tarn in May.” “The \
                        harbour levy will not rise this winter”.\n";
        assert_eq!(mended(raw, "Quote the parts apart").as_deref(), Some(expected));
    }
}
