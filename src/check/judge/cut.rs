//! Quotations cut off beside a negation: "I am" of "I am not", "Such a plan exists" of "No such plan
//! exists". The words are the source's own, and say the opposite.

use super::lexicon::is_negation;
use super::passage::{Part, Passage};
use crate::check::DiffOp;
use crate::check::judge::Claim;
use crate::corpus::Corpus;
use crate::text::{TextRange, Word, fold, words_in};

/// Shorter quotations are phrases that the draft builds into a sentence of its own.
const LEAST_WORDS: usize = 3;

/// The passage with the negation that the draft cuts off; `None` where it cuts none.
pub(super) fn with_negation(
    corpus: &Corpus,
    claim: &Claim<'_>,
    passage: &Passage,
) -> Option<Passage> {
    if passage.matched_words < LEAST_WORDS || !passage.is_faithful() {
        return None;
    }
    let source = corpus.sources()[passage.source].text();
    let mut found = passage.clone();
    if let Some(negation) = after(corpus, claim, passage) {
        let place = TextRange::empty(found.parts.last()?.draft.end);
        found.parts.push(Part { op: DiffOp::Insert, draft: place, source: negation });
        found.range = found.range.cover(negation);
        return Some(found);
    }
    let negation = before(corpus, claim, passage, source)?;
    let place = TextRange::empty(found.parts.first()?.draft.start);
    found.parts.insert(0, Part { op: DiffOp::Insert, draft: place, source: negation });
    found.range = found.range.cover(negation);
    Some(found)
}

/// "I am" where the source's clause ends with "not".
fn after(corpus: &Corpus, claim: &Claim<'_>, passage: &Passage) -> Option<TextRange> {
    let source = corpus.sources()[passage.source].text();
    let end = passage.tokens.end;
    let words = corpus.words(passage.source, end.checked_sub(1)?..end + 1);
    let [last, negation] = words.as_slice() else { return None };
    let word = |word: &Word| fold(word.range.of(source));
    let turned = is_auxiliary(&word(last))
        && matches!(word(negation).as_str(), "not" | "never")
        && is_bare(source, last.range.end, negation.range.start)
        && source[negation.range.end..].starts_with(['.', '!', '?', ',', ';', '”', '"']);
    let rest = &claim.text[claim.quotation.outer.end..];
    let tail = &claim.text[last_word_end(claim)?..claim.quotation.range.end];
    let taken_up = first_word(rest).is_some_and(|next| is_negation(&next));
    (turned && !taken_up && !tail.contains("…") && !tail.contains("..")).then_some(negation.range)
}

/// A sentence made of what follows the "no" that begins the source's.
fn before(
    corpus: &Corpus,
    claim: &Claim<'_>,
    passage: &Passage,
    source: &str,
) -> Option<TextRange> {
    let start = passage.tokens.start;
    let words = corpus.words(passage.source, start.checked_sub(1)?..start + 1);
    let [negation, first] = words.as_slice() else { return None };
    let drafted = claim.quotation.range.of(claim.text);
    let made_a_sentence = drafted.starts_with(char::is_uppercase)
        && first.range.of(source).starts_with(char::is_lowercase);
    let lead = &claim.text[claim.paragraph.start..claim.quotation.outer.start];
    let taken_up = lead.split_whitespace().next_back().is_some_and(|last| is_negation(&fold(last)));
    let negative = negation.range.of(source);
    let turned = is_plain_negation(&fold(negative))
        && negative.starts_with(char::is_uppercase)
        && is_bare(source, negation.range.end, first.range.start);
    (turned && made_a_sentence && !taken_up).then_some(negation.range)
}

fn is_bare(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|between| between.trim().is_empty() && !between.contains('\n'))
}

fn last_word_end(claim: &Claim<'_>) -> Option<usize> {
    words_in(claim.text, claim.quotation.range).last().map(|word| word.range.end)
}

fn first_word(text: &str) -> Option<String> {
    let word = text.split_whitespace().next()?;
    Some(fold(word.trim_matches(|c: char| !c.is_alphanumeric())))
}

/// Whether the folded word turns what follows into its contrary by itself; "without" and "hardly" need
/// not.
fn is_plain_negation(folded: &str) -> bool {
    matches!(folded, "no" | "not" | "never")
}

/// Whether a clause that ends with the folded word wants what follows.
fn is_auxiliary(folded: &str) -> bool {
    const AUXILIARIES: &[&str] = &[
        "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may",
        "might", "must", "shall", "should", "was", "were", "will", "would",
    ];
    AUXILIARIES.contains(&folded)
        || ["'m", "'re", "'s", "'ve", "'ll"].iter().any(|ending| folded.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use crate::check::{Draft, Settings, check};
    use crate::corpus::{Corpus, Source};
    use crate::reading::markup::{Format, extract};

    const SOURCE: &str = "“I know the paper may think I’m a rebel. I’m not,” Ada Moss said. “No such \
        harm having been shown, the bridge stays open. We will not only repair it but widen it.”\n";

    #[test]
    fn a_negation_is_not_cut_off() {
        for (raw, mended) in [
            (
                "“The paper may think I’m a rebel. I am,” Moss said.\n",
                Some("“The paper may think I’m a rebel. I am not,” Moss said.\n"),
            ),
            ("“The paper may think I’m a rebel,” Moss said. “I’m not.”\n", None),
            (
                "“Such harm having been shown, the bridge stays open,” Moss said.\n",
                Some("“No such harm having been shown, the bridge stays open,” Moss said.\n"),
            ),
            ("Moss saw no “such harm having been shown”.\n", None),
            ("“The bridge stays open,” Moss said. “We will” repair it.\n", None),
        ] {
            let mut source = Source::default();
            source.path = "a.txt".to_owned();
            source.extraction = extract(SOURCE, Format::Plain);
            let corpus = Corpus::build(vec![source]);
            let draft = Draft::new("d.md", raw.to_owned(), Format::Markdown, None);
            let checked = check(&corpus, &draft, &Settings::default(), &|| false).unwrap();
            let fixes = checked.findings.iter().flat_map(|finding| &finding.fixes);
            let fixed = fixes.map(|fix| {
                let mut text = raw.to_owned();
                for edit in fix.edits.iter().rev() {
                    text.replace_range(edit.range.start..edit.range.end, &edit.new_text);
                }
                text
            });
            assert_eq!(fixed.collect::<Vec<_>>().first().map(String::as_str), mended, "{raw}");
        }
    }
}
