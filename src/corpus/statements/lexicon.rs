//! Words that tell little or nothing of what a sentence is about.

/// Words that say nothing of an event, folded: grammar, and the words of dates and figures.
pub(super) const EMPTY: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "if", "then", "than", "that", "this", "these", "those",
    "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "into", "about", "over",
    "after", "before", "between", "through", "during", "against", "up", "down", "out", "off", "is",
    "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "have", "has", "had",
    "having", "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "my",
    "your", "his", "its", "our", "their", "who", "whom", "whose", "which", "what", "when", "where",
    "why", "how", "there", "here", "so", "such", "too", "very", "just", "also", "will", "would",
    "can", "could", "shall", "should", "may", "might", "must", "all", "any", "some", "each",
    "both", "other", "more", "most", "new", "not", "no", "last", "next", "early", "late", "since",
    "until", "ago", "later", "earlier", "only", "still", "already", "now", "while", "because",
    "mr", "mrs", "ms", "back", "under", "around", "roughly", "almost", "nearly", "least", "one",
    "own", "much", "many", "well", "even", "per", "far", "ever", "never", "yet", "again",
];

/// Stems of words of saying, which nearly every page of news has.
pub(super) const SAYING: &[&str] = &["say", "tell", "add", "speak", "announc", "stat", "ask"];

/// Stems of words that tell little without what stands beside them.
pub(super) const LIGHT: &[&str] = &[
    "tak", "plac", "mak", "giv", "go", "com", "get", "put", "set", "hold", "us", "becom", "day",
    "year", "month", "week", "people", "time", "includ", "call", "part",
];

/// Numbers in words, which are compared as figures.
pub(super) const NUMBER_WORDS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "dozen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "hundred",
    "thousand",
    "million",
    "billion",
    "half",
    "quarter",
    "trillion",
    "hundreds",
    "thousands",
    "dozens",
];
