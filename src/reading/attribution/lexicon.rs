//! Small words: what part a word plays in a sentence, as far as a closed list can tell.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// The part a word plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// "he", "they"
    Pronoun,
    /// "the", "some", "two"
    Determiner,
    /// "of", "for"
    Preposition,
    /// "has", "would"
    Auxiliary,
    /// "was", "been"
    Be,
    /// "also", "later"
    Adverb,
    /// "and", "but"
    Conjunction,
    /// "who", "which"
    Relative,
    /// "that"
    That,
    /// "when", "while", "because"
    Subordinator,
    /// "Tuesday", "yesterday"
    Time,
    /// "to"
    To,
    /// "by"
    By,
    /// "not"
    Not,
    /// Any other word in lower case.
    Lower,
    /// A word with a capital.
    Capital,
    /// A number in digits.
    Number,
}

const LISTS: [(Class, &str); 14] = [
    (
        Class::Pronoun,
        "he she they we i you it him her them us me himself herself themselves itself someone \
         everyone anyone nobody everybody somebody",
    ),
    (
        Class::Determiner,
        "the a an this these those his its their our my your some many most several one two three \
         four five six seven eight nine ten another other both each every few any no all such \
         certain more half dozens hundreds thousands",
    ),
    (
        Class::Preposition,
        "of for in at on from with about over into against under among between during through \
         like as upon within without near toward towards behind before after amid via per outside \
         inside across around despite including alongside than regarding concerning since until \
         beyond above below beside versus off",
    ),
    (
        Class::Auxiliary,
        "has have had having would will could should can may might must did does do shall ought \
         'd 'll 've hasn't haven't hadn't wouldn't won't couldn't shouldn't can't didn't doesn't \
         don't",
    ),
    (Class::Be, "is are was were be been being am isn't aren't wasn't weren't 're 'm"),
    (
        Class::Adverb,
        "also then later now even just once again still always often never ever only too already \
         first further instead meanwhile recently repeatedly simply quickly soon sometimes \
         previously however though nevertheless nonetheless thus therefore afterward afterwards \
         rather quite very perhaps maybe indeed ago here there twice back sarcastically jokingly \
         away together almost yet",
    ),
    (Class::Conjunction, "and or but nor so"),
    (Class::Relative, "who which whom whose"),
    (Class::That, "that"),
    (
        Class::Subordinator,
        "when while because if whether although unless where how why what whereas once as",
    ),
    (
        Class::Time,
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow \
         january february march april june july august september october november december jan feb \
         mar apr jun jul aug sept sep oct nov dec morning afternoon evening night week month year \
         last next noon midnight weekend hours days weeks months years minutes moments earlier",
    ),
    (Class::To, "to"),
    (Class::By, "by"),
    (Class::Not, "not n't"),
];

static CLASSES: LazyLock<FxHashMap<&'static str, Class>> = LazyLock::new(|| {
    let mut classes = FxHashMap::default();
    for (class, words) in LISTS {
        for word in words.split_whitespace() {
            classes.entry(word).or_insert(class);
        }
    }
    classes
});

/// The class of a closed-list word (in lower case).
pub(super) fn class_of(word: &str) -> Option<Class> {
    CLASSES.get(word).copied()
}

/// Nouns for people, in the singular.
const PEOPLE: &str = "spokesman spokeswoman spokesperson official minister president senator \
    governor congressman congresswoman lawmaker leader mayor candidate nominee strategist adviser \
    advisor aide analyst expert professor scientist researcher author writer reporter journalist \
    correspondent columnist editor critic supporter voter activist advocate attorney lawyer judge \
    officer chief director manager chairman chairwoman executive founder owner coach player \
    captain doctor nurse teacher student resident neighbor neighbour witness victim relative \
    mother father brother sister son daughter wife husband friend colleague member man woman boy \
    girl person democrat republican delegate donor operative consultant historian economist \
    ambassador diplomat secretary commissioner prosecutor detective sheriff host anchor moderator \
    commentator pundit pollster organizer organiser deputy premier pope cardinal bishop priest \
    pastor representative veteran farmer worker driver passenger shopper customer businessman \
    entrepreneur investor opponent rival ally insider observer scholar engineer actor actress \
    singer star hopeful frontrunner front-runner contender chancellor speaker whip lieutenant \
    general colonel soldier tycoon billionaire mogul astronaut surgeon neurosurgeon patient \
    user reader viewer blogger caller agent guard chef artist musician designer producer";

/// Nouns for bodies and texts that say something, in the singular.
const BODIES: &str = "source group organization organisation agency ministry department committee \
    company firm campaign office newspaper magazine network paper outlet panel court commission \
    council board union party government administration institute association foundation center \
    centre team statement report study poll survey ad memo letter article editorial crowd \
    coalition bureau embassy parliament congress senate kremlin police jury couple family email \
    message sign tweet headline website";

static PERSON_SET: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| PEOPLE.split_whitespace().collect());
static BODY_SET: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| BODIES.split_whitespace().collect());

/// Whether `word` (in lower case) names somebody who may speak, in the singular or plural.
pub(super) fn is_speaker(word: &str) -> bool {
    is_person(word)
        || in_number(word, &BODY_SET)
        || matches!(word, "authorities" | "agencies" | "ministries")
}

/// Whether `word` (in lower case) is a noun for a person, in the singular or plural.
pub(super) fn is_person(word: &str) -> bool {
    in_number(word, &PERSON_SET)
        || matches!(word, "men" | "women" | "people" | "children" | "others")
        || word.strip_suffix("men").is_some_and(|stem| {
            matches!(stem, "spokes" | "congress" | "chair" | "business" | "crafts" | "states")
        })
}

/// Whether `word` (in lower case) is a noun for one person.
pub(super) fn is_one(word: &str) -> bool {
    PERSON_SET.contains(word)
}

fn in_number(word: &str, singular: &FxHashSet<&'static str>) -> bool {
    singular.contains(word)
        || word.strip_suffix('s').is_some_and(|stem| singular.contains(stem))
        || word.strip_suffix("es").is_some_and(|stem| singular.contains(stem))
}

/// Words in "-ly" that are nouns or adjectives.
pub(super) fn is_ly_noun(word: &str) -> bool {
    matches!(
        word,
        "assembly"
            | "family"
            | "ally"
            | "reply"
            | "supply"
            | "monopoly"
            | "anomaly"
            | "bully"
            | "rally"
            | "weekly"
            | "monthly"
            | "elderly"
            | "friendly"
            | "lonely"
            | "likely"
            | "deadly"
            | "costly"
            | "daily"
            | "unlikely"
            | "butterfly"
    )
}
