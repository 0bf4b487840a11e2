//! Stems: what the forms of one word share, so that a restatement is known for one.
//!
//! A light English stemmer in the manner of Harman's "How effective is suffixing?" (1991), with
//! the irregular verbs that news is made of, and with classes of verbs that tell the same event.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The stem of a folded word; words of one class of events have the same stem.
#[must_use]
pub fn stem(folded: &str) -> String {
    let word = folded.strip_suffix("'s").unwrap_or(folded);
    let base = irregular(word).map_or_else(|| regular(word), str::to_owned);
    event_class(&base).map_or(base, str::to_owned)
}

/// Whether a folded word is the past of a verb, or its participle: "sang", "closed"; "red" is not.
pub(crate) fn is_past(folded: &str) -> bool {
    const NO_VERBS: [&str; 9] =
        ["children", "men", "women", "hundred", "indeed", "sacred", "naked", "speed", "breed"];
    let regular = folded.len() > 4 && folded.ends_with("ed");
    (regular || irregular(folded).is_some()) && !NO_VERBS.contains(&folded)
}

fn irregular(word: &str) -> Option<&'static str> {
    IRREGULAR.binary_search_by_key(&word, |(form, _)| form).ok().map(|at| IRREGULAR[at].1)
}

/// Takes endings off, the longest first, as long as a stem of three letters remains.
fn regular(word: &str) -> String {
    let mut stem = word;
    if let Some(rest) = word.strip_suffix("ies").filter(|rest| rest.len() > 2) {
        return format!("{rest}y");
    }
    if let Some(rest) = word.strip_suffix("ied").filter(|rest| rest.len() > 2) {
        return format!("{rest}y");
    }
    for ending in ["sses", "xes", "ches", "shes"] {
        if word.ends_with(ending) {
            stem = &word[..word.len() - 2];
        }
    }
    if stem == word && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") {
        stem = &word[..word.len() - 1];
    }
    for ending in
        ["ations", "ation", "ments", "ment", "ions", "ion", "ings", "ing", "ed", "ers", "er"]
    {
        if let Some(rest) = stem.strip_suffix(ending).filter(|rest| rest.len() > 3) {
            stem = rest;
            break;
        }
    }
    let stem = undoubled(stem);
    stem.strip_suffix('e').filter(|rest| rest.len() > 2).unwrap_or(stem).to_owned()
}

/// "stopp" is "stop"; "pass" and "call" keep their letters.
fn undoubled(stem: &str) -> &str {
    let bytes = stem.as_bytes();
    match bytes {
        [.., a, b] if a == b && stem.len() > 3 && !matches!(b, b's' | b'l' | b'e' | b'o') => {
            &stem[..stem.len() - 1]
        }
        _ => stem,
    }
}

/// The word that stands for all that tell one kind of event.
fn event_class(stem: &str) -> Option<&'static str> {
    static CLASS_OF: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
        CLASSES.iter().flat_map(|class| class.iter().map(|stem| (*stem, class[0]))).collect()
    });
    CLASS_OF.get(stem).copied()
}

/// Stems that news exchanges for one another when it tells an event again.
const CLASSES: &[&[&str]] = &[
    &["found", "establish", "creat", "form"],
    &["kill", "dead", "di", "death"],
    &["injur", "wound", "hurt"],
    &["resign", "quit"],
    &["freez", "suspend", "suspens", "halt", "paus"],
    &["retak", "recaptur", "regain"],
    &["start", "begin", "launch", "open", "inaugurat"],
    &["dismiss", "sack"],
    &["charg", "indict"],
    &["reject", "refus"],
    &["appoint", "nam"],
    &["destroy", "demolish"],
    &["cancel", "scrap"],
    &["publish", "releas"],
    &["end", "finish", "conclud"],
    &["increas", "ris", "grow", "climb", "jump", "soar"],
    &["fall", "drop", "declin", "decreas", "slump", "shrink"],
    &["buy", "acquir", "purchas"],
    &["arrest", "detain"],
    &["sentenc", "jail", "imprison"],
    &["win", "victory", "beat", "defeat"],
    &["elect", "vot"],
    &["approv", "pass", "adopt", "ratify"],
    &["sign", "signatur"],
    &["cost", "pric"],
    &["build", "construct"],
    &["spend", "expenditur"],
    &["hire", "recruit", "employ"],
    &["announc", "unveil"],
    &["parliament", "lawmaker", "parliamentarian"],
    &["percent", "%"],
    &["company", "firm"],
    &["people", "person"],
];

/// Irregular forms and their stems, by form.
const IRREGULAR: &[(&str, &str)] = &[
    ("beaten", "beat"),
    ("became", "becom"),
    ("become", "becom"),
    ("began", "begin"),
    ("begun", "begin"),
    ("bent", "bend"),
    ("bit", "bite"),
    ("blew", "blow"),
    ("bore", "bear"),
    ("bought", "buy"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("came", "com"),
    ("caught", "catch"),
    ("children", "child"),
    ("chose", "choos"),
    ("chosen", "choos"),
    ("crept", "creep"),
    ("cut", "cut"),
    ("dealt", "deal"),
    ("died", "di"),
    ("dies", "di"),
    ("drew", "draw"),
    ("driven", "driv"),
    ("drove", "driv"),
    ("dug", "dig"),
    ("dying", "di"),
    ("fallen", "fall"),
    ("fed", "feed"),
    ("fell", "fall"),
    ("felt", "feel"),
    ("fled", "flee"),
    ("flew", "fly"),
    ("forbade", "forbid"),
    ("fought", "fight"),
    ("found", "find"),
    ("froze", "freez"),
    ("frozen", "freez"),
    ("gave", "giv"),
    ("given", "giv"),
    ("gone", "go"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("held", "hold"),
    ("hid", "hid"),
    ("hidden", "hid"),
    ("hit", "hit"),
    ("hung", "hang"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("laid", "lay"),
    ("led", "lead"),
    ("left", "leav"),
    ("lent", "lend"),
    ("lit", "light"),
    ("lost", "los"),
    ("made", "mak"),
    ("meant", "mean"),
    ("men", "man"),
    ("met", "meet"),
    ("overthrew", "overthrow"),
    ("overthrown", "overthrow"),
    ("paid", "pay"),
    ("put", "put"),
    ("ran", "run"),
    ("rang", "ring"),
    ("retaken", "retak"),
    ("retook", "retak"),
    ("risen", "ris"),
    ("rode", "rid"),
    ("rose", "ris"),
    ("said", "say"),
    ("sang", "sing"),
    ("sank", "sink"),
    ("sat", "sit"),
    ("saw", "see"),
    ("seen", "see"),
    ("sent", "send"),
    ("set", "set"),
    ("shone", "shin"),
    ("shook", "shak"),
    ("shot", "shoot"),
    ("shown", "show"),
    ("shut", "shut"),
    ("slept", "sleep"),
    ("slid", "slid"),
    ("sold", "sell"),
    ("sought", "seek"),
    ("spent", "spend"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("sprang", "spring"),
    ("spread", "spread"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("stood", "stand"),
    ("struck", "strik"),
    ("stuck", "stick"),
    ("sung", "sing"),
    ("sunk", "sink"),
    ("swam", "swim"),
    ("swept", "sweep"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("swung", "swing"),
    ("taken", "tak"),
    ("taught", "teach"),
    ("thought", "think"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("told", "tell"),
    ("took", "tak"),
    ("tore", "tear"),
    ("torn", "tear"),
    ("went", "go"),
    ("wept", "weep"),
    ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"),
    ("woke", "wak"),
    ("women", "woman"),
    ("won", "win"),
    ("wore", "wear"),
    ("worn", "wear"),
    ("written", "writ"),
    ("wrote", "writ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (a, b) in [
            ("freezing", "frozen"),
            ("joined", "joins"),
            ("retook", "retake"),
            ("parties", "party"),
            ("stopped", "stop"),
            ("told", "telling"),
            ("suspension", "suspended"),
            ("members", "member"),
            ("launched", "started"),
            ("signed", "signing"),
            ("died", "killed"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
    }

    #[test]
    fn irregular_forms_are_sorted() {
        assert!(IRREGULAR.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
