//! The noun that a number counts: "2,000 peacekeepers", "50 armored personnel carriers".

use crate::reading::tokens::{Kind, Lex, Tokens};

/// How many words may stand between a number and its noun.
const MODIFIERS: usize = 5;

/// Words that end a noun phrase.
const STOPS: &[&str] = &[
    "was", "were", "is", "are", "has", "have", "had", "will", "would", "who", "which", "that",
    "with", "as", "than", "but", "not", "per", "into", "onto", "over", "under", "against", "its",
    "his", "her", "their", "our", "this", "these", "those", "them", "us", "it", "he", "she",
    "they", "we", "you", "i", "if", "when", "where", "while", "because", "also", "said", "says",
    "did", "does", "do", "can", "could", "may", "might", "must", "should", "there", "here", "s",
    "plus", "versus", "yes", "thus", "across", "amid", "among", "via", "out", "up", "down", "off",
    "so", "too", "very", "just", "even", "still", "then", "now", "already", "a", "an",
];

const IRREGULAR: &[(&str, &str)] = &[
    ("people", "person"),
    ("persons", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("police", "police"),
    ("lives", "life"),
    ("wives", "wife"),
    ("servicemen", "serviceman"),
    ("servicewomen", "servicewoman"),
    ("policemen", "policeman"),
    ("fishermen", "fisherman"),
    ("businessmen", "businessman"),
    ("congressmen", "congressman"),
    ("aircraft", "aircraft"),
    ("personnel", "personnel"),
    ("sheep", "sheep"),
    ("series", "series"),
    ("species", "species"),
    ("teeth", "tooth"),
    ("feet", "foot"),
    ("crises", "crisis"),
    ("wolves", "wolf"),
    ("criteria", "criterion"),
    ("media", "media"),
    ("dead", "dead"),
    ("troops", "troop"),
    ("injured", "injured"),
    ("wounded", "wounded"),
];

/// The noun in the singular, and the token after it.
pub(super) fn counted(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize)> {
    let head = (at..at + MODIFIERS)
        .take_while(|&at| is_inside(tokens, at))
        .find(|&at| is_plural(tokens, at))?;
    let last =
        (head..head + 2).take_while(|&at| is_inside(tokens, at) && is_plural(tokens, at)).last()?;
    Some((singular(tokens.text_at(last)), last + 1))
}

/// "six-nation", "44-day": the noun joined to a number, and the token after it.
pub(super) fn joined(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize)> {
    let (hyphen, word) = (tokens.at(at), tokens.at(at + 1));
    let fits = hyphen.is_mark('-')
        && hyphen.glued
        && word.glued
        && word.kind == Kind::Word
        && (word.lex == Lex::None || tokens.is_word(at + 1, "second"))
        && word.end - word.start > 2;
    fits.then(|| (singular(tokens.text_at(at + 1)), at + 2))
}

fn is_inside(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = tokens.at(at);
    let hyphen = token.is_mark('-') && token.glued && tokens.at(at + 1).glued;
    let word = token.kind == Kind::Word
        && matches!(
            token.lex,
            Lex::None
                | Lex::Ordinal(_)
                | Lex::Previous
                | Lex::Early
                | Lex::Late
                | Lex::Few
                | Lex::Unit(..)
        )
        && !tokens.is_any(at, STOPS);
    // "16 A350 jets".
    let letter = token.lex == Lex::A
        && token.is_capitalised()
        && tokens.at(at + 1).glued
        && tokens.at(at + 1).kind == Kind::Number;
    let model =
        matches!(token.kind, Kind::Number) && token.glued && tokens.before(at, 1).is_capitalised();
    hyphen || word || model || letter
}

fn is_plural(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = tokens.at(at);
    let word = tokens.text_at(at);
    if token.kind != Kind::Word || (token.glued && tokens.before(at, 1).is_apostrophe()) {
        return false;
    }
    let possessive = tokens.at(at + 1).is_apostrophe() && tokens.at(at + 1).glued;
    let regular = word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is", "ous"].iter().any(|ending| word.ends_with(ending))
        && word.chars().next().is_some_and(char::is_alphabetic);
    let men = word.len() > 3 && word.ends_with("men") && word != "specimen";
    !possessive
        && (regular || men || IRREGULAR.iter().any(|(many, _)| word.eq_ignore_ascii_case(many)))
}

/// `word` in the singular and in lower case, as far as its ending tells.
pub(super) fn singular(word: &str) -> String {
    let word = word.to_lowercase();
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return (*one).to_owned();
    }
    if let Some(stem) = word.strip_suffix("men").filter(|stem| stem.len() > 1) {
        return format!("{stem}man");
    }
    for (ending, instead) in
        [("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("zzes", "zz")]
    {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() > 1
        {
            return format!("{stem}{instead}");
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if !stem.ends_with('s') && stem.len() > 2 && !stem.ends_with('u') => {
            stem.to_owned()
        }
        _ => word,
    }
}
