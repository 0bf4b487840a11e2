//! Words that weigh differently from others when a quotation is compared with a passage.

use crate::reading::grammar::{GRAMMAR, WordSet, words_of};

/// Words that turn a sentence into its opposite, folded.
static NEGATIONS: WordSet = WordSet::new(|| {
    words_of(&[
        "not no never none nobody nothing nowhere neither nor without cannot cant wont dont hardly \
        scarcely barely unable refuse refused nicht kein keine keinen nie niemals pas jamais aucun \
        aucune не нет ни никогда",
    ])
});

/// Words that bear grammar rather than content, folded: in speech also contractions, and what is
/// left of words parted at an apostrophe. Words of dates and figures do tell in a quotation.
static FUNCTION_WORDS: WordSet = WordSet::new(|| {
    words_of(&[
        GRAMMAR,
        "mine it's that's we're they're i'm you're he's she's there's we've i've they've same s t 1",
    ])
});

/// Words of content that every speaker uses all the time, folded: they tell little by themselves.
static LIGHT_WORDS: WordSet = WordSet::new(|| {
    words_of(&[
        "about again always anything around ask back bad because believe best better big bring call \
        come coming country day do doing done don't even ever every everybody everyone everything \
        fact far feel find first get gets getting give go goes going gone gonna good got great \
        happen happened hard help here hope kind know last let let's like little long look looking \
        lot lots made make makes making many matter maybe mean more most much need needs new next \
        not now number one only other part people place point put quite really right said saw say \
        saying says see set simple simply somebody someone something sort still stop take tell \
        thank thing things think thought time times today told took try trying understand use used \
        want wanted wants way week well went while whole work working world wrong year years yes \
        yet you've you'll he'll she'll we'll they'll i'll it'll i'd we'd you'd he'd she'd they'd \
        isn't wasn't aren't doesn't didn't can't won't wouldn't couldn't haven't hasn't what's \
        who's here's",
    ])
});

/// Whether the folded word tells little although it bears content.
pub(crate) fn is_light_word(folded: &str) -> bool {
    LIGHT_WORDS.contains(folded)
}

/// Whether the folded word negates.
pub(crate) fn is_negation(folded: &str) -> bool {
    NEGATIONS.contains(folded) || folded.ends_with("n't")
}

/// Whether the folded word bears grammar rather than content.
pub(crate) fn is_function_word(folded: &str) -> bool {
    FUNCTION_WORDS.contains(folded)
}

/// All words that bear grammar rather than content, folded.
pub(crate) fn function_words() -> impl Iterator<Item = &'static str> {
    FUNCTION_WORDS.iter().copied()
}

/// Whether the folded word is one by which a passage is known again.
pub(crate) fn tells(folded: &str) -> bool {
    !is_function_word(folded) && !is_light_word(folded)
}

/// Whether the folded word cannot stand at a phrase's end: an article, a title.
pub(crate) fn leads(folded: &str) -> bool {
    matches!(
        folded,
        "the"
            | "a"
            | "an"
            | "mr"
            | "mrs"
            | "ms"
            | "dr"
            | "gen"
            | "prof"
            | "sen"
            | "rep"
            | "gov"
            | "my"
            | "our"
            | "your"
            | "their"
            | "its"
            | "of"
    )
}

/// How much the word tells when it matches: content words most.
pub(crate) fn weight(folded: &str) -> f32 {
    if is_negation(folded) {
        0.8
    } else if is_function_word(folded) {
        0.35
    } else if is_light_word(folded) {
        0.6
    } else {
        1.0
    }
}
