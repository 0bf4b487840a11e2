//! Words that weigh differently from others when a quotation is compared with a passage.

/// Words that turn a sentence into its opposite, folded.
const NEGATIONS: &[&str] = &[
    "not",
    "no",
    "never",
    "none",
    "nobody",
    "nothing",
    "nowhere",
    "neither",
    "nor",
    "without",
    "cannot",
    "cant",
    "wont",
    "dont",
    "hardly",
    "scarcely",
    "barely",
    "unable",
    "refuse",
    "refused",
    "nicht",
    "kein",
    "keine",
    "keinen",
    "nie",
    "niemals",
    "pas",
    "jamais",
    "aucun",
    "aucune",
    "не",
    "нет",
    "ни",
    "никогда",
];

/// Words that bear grammar rather than content, folded.
const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "if", "then", "than", "that", "this", "these", "those",
    "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "into", "about", "over",
    "after", "before", "between", "through", "during", "against", "up", "down", "out", "off", "is",
    "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "have", "has", "had",
    "having", "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "my",
    "your", "his", "its", "our", "their", "mine", "who", "whom", "whose", "which", "what", "when",
    "where", "why", "how", "there", "here", "so", "such", "too", "very", "just", "also", "it's",
    "that's", "we're", "they're", "i'm", "you're", "he's", "she's", "there's", "we've", "i've",
    "they've", "will", "would", "can", "could", "shall", "should", "may", "might", "must", "all",
    "any", "some", "each", "both", "other", "own", "same", "s", "t", "1",
];

/// Whether the folded word negates.
pub(crate) fn is_negation(folded: &str) -> bool {
    NEGATIONS.contains(&folded) || folded.ends_with("n't")
}

/// Whether the folded word bears grammar rather than content.
pub(crate) fn is_function_word(folded: &str) -> bool {
    FUNCTION_WORDS.contains(&folded)
}

/// All words that bear grammar rather than content, folded.
pub(crate) fn function_words() -> impl Iterator<Item = &'static str> {
    FUNCTION_WORDS.iter().copied()
}

/// How much the word tells when it matches: content words most.
pub(crate) fn weight(folded: &str) -> f32 {
    if is_negation(folded) {
        0.8
    } else if is_function_word(folded) {
        0.35
    } else {
        1.0
    }
}
