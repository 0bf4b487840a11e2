//! The words by which a text says that somebody says something.
//!
//! Verbs are listed in their base form with their strength; the inflected forms are made from it.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// How surely a verb introduces somebody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Strength {
    /// Thinking, wishing and feeling: "believe", "want".
    Mind,
    /// Acts done by words: "call", "accuse", "praise".
    Act,
    /// Saying: "say", "tell", "tweet".
    Saying,
}

/// The grammatical form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Form {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "saying"
    Gerund,
    /// "said", also where it may be a participle
    Past,
}

/// A cue verb as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CueVerb {
    /// How surely it introduces words.
    pub(crate) strength: Strength,
    /// Its form.
    pub(crate) form: Form,
    /// Whether the person told stands as its object: "told reporters".
    pub(crate) has_addressee: bool,
}

const SAYING: &str = "say tell add ask reply answer respond continue explain state remark comment \
    tweet write retweet post declare announce note observe quip joke shout yell scream exclaim cry \
    whisper mutter murmur mumble chant sing snap bark growl hiss sigh groan moan recall recount \
    insist argue claim warn admit acknowledge concede confess conclude assert contend maintain \
    allege suggest stress emphasize emphasise underline underscore reiterate repeat vow pledge \
    promise swear predict boast brag complain lament muse wonder ponder opine proclaim pronounce \
    protest retort retaliate counter rejoin interject interrupt chime elaborate clarify confirm affirm \
    testify report reveal disclose divulge inform assure reassure advise remind urge implore plead \
    beg demand instruct caution text email e-mail message cable blog intone thunder fume rage rant \
    vent gush enthuse crow gloat tease taunt scoff sneer deadpan drawl stammer stutter read counsel \
    venture volunteer speculate theorize theorise reason reckon propose recommend surmise posit \
    summarize summarise recite relate narrate specify stipulate notify holler bellow roar wail sob \
    grumble gripe grouse carp lecture preach decree estimate forecast caption caution conjecture \
    hypothesize expound pontificate philosophize reflect cheer bluster blurt boom chuckle laugh \
    giggle gasp croak purr mouth pray sum indicate echo agree begin hint imply guess object \
    philosophise counter-argue reaffirm restate retaliate";

const ACTS: &str = "accuse describe call dub label brand term deem refer characterize characterise \
    portray depict denounce condemn criticize criticise slam blast decry deride dismiss ridicule \
    mock praise hail laud applaud credit cite mention point highlight express voice deny reject \
    refute dispute rebut defend blame fault charge chide rebuke scold lambaste assail attack bash \
    thank congratulate welcome greet invoke address speak talk discuss present publish release \
    issue rule disagree signal bemoan regret worry fear question challenge press invite request \
    appeal rail tout promote champion advocate endorse quote paraphrase rate compare liken skewer \
    knock belittle berate excoriate castigate pan trash rip hammer threaten apologize apologise \
    sound order command offer compliment lecture warn attribute insinuate contradict plug hype \
    implicate unveil outline list name define interpret summarise vilify lash hit counter pitch \
    reference identify detail declare tag title tell show find conclude determine caution paint";

const MINDS: &str = "think believe feel hope expect want wish know doubt suspect assume understand \
    consider regard view see imagine realize realise learn hear remember forget figure seek plan \
    intend like love hate oppose favor favour prefer support need seem appear decide mean fear \
    perceive judge anticipate envision fancy presume recognize recognise appreciate favour resent";

/// Verbs whose object is the person spoken to.
const WITH_ADDRESSEE: &str = "tell ask inform assure reassure advise remind urge warn instruct \
    notify implore beg counsel caution thank congratulate greet order command invite press answer \
    question challenge email e-mail text message interrupt lecture tease taunt";

const IRREGULAR: &str = "say:said tell:told write:wrote,written swear:swore,sworn cry:cried \
    reply:replied imply:implied deny:denied decry:decried testify:testified clarify:clarified \
    specify:specified notify:notified sing:sang,sung begin:began,begun speak:spoke,spoken \
    read:read think:thought feel:felt know:knew,known understand:understood see:saw,seen \
    hear:heard forget:forgot,forgotten find:found seek:sought mean:meant worry:worried \
    hit:hit beg:begged brag:bragged quip:quipped plead:pleaded,pled identify:identified \
    vilify:vilified rebut:rebutted refer:referred admit:admitted blog:blogged pan:panned \
    plan:planned dub:dubbed slam:slammed plug:plugged sob:sobbed tag:tagged rip:ripped \
    chat:chatted sum:summed prefer:preferred text:texted show:showed,shown blurt:blurted";

/// Nouns that name somebody's words.
const NOUNS: &str = "statement statements comment comments remark remarks claim claims assertion \
    assertions words quote quotes quotation message messages tweet tweets post posts letter letters \
    email emails e-mail e-mails interview interviews speech speeches testimony report reports memo \
    op-ed column description warning warnings promise promises pledge pledges vow slogan slogans \
    motto chant chants argument arguments suggestion question questions answer answers reply \
    response prediction accusation accusations allegation allegations criticism complaint \
    complaints admission announcement declaration explanation insistence contention phrase \
    rhetoric call calls release transcript telegram caption headline article essay blog lament \
    characterization assessment opinion view views belief verdict ruling sign signs banner \
    placard placards shout shouts cries cry mantra refrain note line text texts acknowledgment";

static VERBS: LazyLock<FxHashMap<String, CueVerb>> = LazyLock::new(all_verbs);
static NOUN_SET: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| NOUNS.split_whitespace().collect());

/// The cue verb that `word` (in lower case) is.
pub(crate) fn verb(word: &str) -> Option<CueVerb> {
    VERBS.get(word).copied()
}

/// Whether `word` (in lower case) names somebody's words: "statement", "tweet".
pub(crate) fn is_noun(word: &str) -> bool {
    NOUN_SET.contains(word)
}

fn all_verbs() -> FxHashMap<String, CueVerb> {
    let with_addressee: FxHashSet<&str> = WITH_ADDRESSEE.split_whitespace().collect();
    let irregular: FxHashMap<&str, &str> =
        IRREGULAR.split_whitespace().filter_map(|entry| entry.split_once(':')).collect();
    let mut verbs = FxHashMap::default();
    let lists = [(SAYING, Strength::Saying), (ACTS, Strength::Act), (MINDS, Strength::Mind)];
    for (list, strength) in lists {
        for base in list.split_whitespace() {
            let has_addressee = with_addressee.contains(base);
            for (word, form) in inflect(base, irregular.get(base).copied()) {
                let verb = CueVerb { strength, form, has_addressee };
                verbs.entry(word).or_insert(verb);
            }
        }
    }
    verbs
}

/// All forms of a verb, the past ones given where they are irregular.
fn inflect(base: &str, pasts: Option<&str>) -> Vec<(String, Form)> {
    let mut forms = vec![(base.to_owned(), Form::Base), (third(base), Form::Third)];
    let regular = past(base);
    let pasts: Vec<&str> = pasts.map_or_else(|| vec![regular.as_str()], |p| p.split(',').collect());
    forms.push((gerund(base, pasts[0]), Form::Gerund));
    forms.extend(pasts.into_iter().map(|word| (word.to_owned(), Form::Past)));
    // "read" and "hit" are their own past: the past is what news means by them.
    if forms.last().is_some_and(|(word, _)| word == base) {
        forms.remove(0);
    }
    forms
}

fn ends_in_consonant_y(base: &str) -> bool {
    let vowel_y = ["ay", "ey", "oy", "uy"].iter().any(|end| base.ends_with(end));
    base.ends_with('y') && !vowel_y
}

fn third(base: &str) -> String {
    if ends_in_consonant_y(base) {
        return format!("{}ies", &base[..base.len() - 1]);
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| base.ends_with(end));
    format!("{base}{}", if sibilant { "es" } else { "s" })
}

fn past(base: &str) -> String {
    if ends_in_consonant_y(base) {
        return format!("{}ied", &base[..base.len() - 1]);
    }
    format!("{base}{}", if base.ends_with('e') { "d" } else { "ed" })
}

fn gerund(base: &str, past: &str) -> String {
    let doubled = past.strip_suffix("ed").filter(|stem| stem.len() == base.len() + 1);
    match doubled {
        Some(stem) if !base.ends_with('e') => format!("{stem}ing"),
        _ if base.ends_with('e') && !base.ends_with("ee") => {
            format!("{}ing", &base[..base.len() - 1])
        }
        _ if base == "beg" || base == "begin" => format!("{base}{}ing", &base[base.len() - 1..]),
        _ => format!("{base}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_made_from_the_base() {
        for (word, form, strength) in [
            ("said", Form::Past, Strength::Saying),
            ("says", Form::Third, Strength::Saying),
            ("replies", Form::Third, Strength::Saying),
            ("replied", Form::Past, Strength::Saying),
            ("stating", Form::Gerund, Strength::Saying),
            ("admitting", Form::Gerund, Strength::Saying),
            ("agreeing", Form::Gerund, Strength::Saying),
            ("says", Form::Third, Strength::Saying),
            ("quipping", Form::Gerund, Strength::Saying),
            ("tweeted", Form::Past, Strength::Saying),
            ("stresses", Form::Third, Strength::Saying),
            ("accusing", Form::Gerund, Strength::Act),
            ("thought", Form::Past, Strength::Mind),
            ("read", Form::Past, Strength::Saying),
        ] {
            let verb = verb(word).unwrap_or_else(|| panic!("{word}"));
            assert_eq!((verb.form, verb.strength), (form, strength), "{word}");
        }
        assert!(verb("table").is_none());
        assert!(verb("told").is_some_and(|verb| verb.has_addressee));
    }
}
