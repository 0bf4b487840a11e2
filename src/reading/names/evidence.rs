//! What speaks for a name being a person's, an organisation's or a place's.

use super::NameKind;
use super::lists::places;
use super::page::Page;
use super::split::Candidate;
use super::tokens::{Gap, Shape};
use super::traits::Traits;

/// Points for each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Points {
    pub(super) person: i32,
    pub(super) organisation: i32,
    pub(super) place: i32,
    pub(super) thing: i32,
}

impl Points {
    /// Adds `other`, each kind's sum of what contexts show held below `limit`.
    pub(super) fn add(&mut self, other: Self, limit: i32) {
        let sum = |mine: i32, theirs: i32| (mine + theirs).clamp(-limit, limit);
        self.person = sum(self.person, other.person);
        self.organisation = sum(self.organisation, other.organisation);
        self.place = sum(self.place, other.place);
        self.thing = sum(self.thing, other.thing);
    }

    /// The kind that most speaks for.
    pub(super) fn kind(self) -> NameKind {
        let best = self.person.max(self.organisation).max(self.place).max(self.thing);
        if best < 2 || best < 3 && best != self.person || best == self.thing {
            NameKind::Other
        } else if best == self.person {
            NameKind::Person
        } else if best == self.place {
            NameKind::Place
        } else {
            NameKind::Organisation
        }
    }
}

/// What the words of a name speak for by themselves.
pub(super) fn of_words(page: &Page<'_>, name: &Candidate, key: &str) -> Points {
    let tokens = &page.tokens[name.tokens.clone()];
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    let mut points = Points::default();
    let count = tokens.iter().filter(|token| token.is_capital()).count();
    let has_of = tokens
        .iter()
        .any(|token| token.shape == Shape::Lower && !token.traits.any(Traits::PARTICLE));
    let given = page.has(first, Traits::GIVEN) && !has_of;
    if is_place(page, name, key) {
        points.place += if given { 6 } else { 12 };
    }
    if page.tokens[last].shape == Shape::Lower && page.has(last, Traits::BODY) {
        return Points { organisation: 12, ..Points::default() };
    }
    if page.tokens[last].shape == Shape::Digits {
        points.organisation += 4;
        points.place = 0;
    }
    if count == 1 {
        points.of_one_word(page, first);
        return points;
    }
    let heads = |traits: Traits| heads(page, name, traits);
    if heads(Traits::ORGANISATION) || page.word(first) == "Daily" {
        points.organisation += 8;
    } else if heads(Traits::PLACE_END) {
        points.place += 7;
    } else if heads(Traits::THING) || page.has(first, Traits::THING) && !given {
        points.thing += 7;
    }
    if page.has(first, Traits::PLACE_START) && !given && count == 2 {
        points.place += 5;
    }
    if tokens.iter().any(|token| token.gap == Gap::Ampersand) {
        points.organisation += 8;
    }
    if given && count <= 5 {
        points.person += if page.has(last, Traits::PLACE_END) && is_surname(page.word(last)) {
            9
        } else if page.has(first, Traits::PLACE) {
            4
        } else {
            6
        };
    }
    if tokens[..tokens.len() - 1].iter().any(|token| token.shape == Shape::Initial) {
        points.person += 5;
    }
    if page.has(last, Traits::GENERATION) {
        // "World War II" is no man's name.
        let thing = !given && page.has(last - 1, Traits::THING);
        let points = if thing { &mut points.thing } else { &mut points.person };
        *points += 10;
    }
    if page.has(last, Traits::DEMONYM) && !given {
        points.thing += 6;
    }
    if !has_of && (2..=3).contains(&count) {
        points.of_unknown_words(page, name);
    }
    points
}

impl Points {
    fn of_one_word(&mut self, page: &Page<'_>, at: usize) {
        let token = &page.tokens[at];
        if token.traits.any(Traits::KNOWN_BODY) {
            self.organisation += 10;
        } else if token.shape == Shape::Upper && !token.traits.any(Traits::PLACE) {
            self.organisation += if token.range.len() <= 6 { 4 } else { 1 };
        }
        if token.traits.any(Traits::GIVEN) {
            self.person += 4;
        }
        if matches!(page.word(at), "North" | "South" | "East" | "West") {
            self.place += 6;
        }
        if token.traits.any(Traits::THING) {
            self.thing += 6;
        } else if token.traits.any(Traits::ORGANISATION) {
            self.organisation += 3;
        }
        if token.shape == Shape::Capital && has_surname_ending(page.word(at)) {
            self.person += 2;
        }
    }

    /// Two or three words of which none is common: rather a person's name.
    fn of_unknown_words(&mut self, page: &Page<'_>, name: &Candidate) {
        let last = name.tokens.end - 1;
        let known = Traits::ORGANISATION
            | Traits::PLACE_END
            | Traits::THING
            | Traits::PLACE
            | Traits::DEMONYM
            | Traits::COMPASS;
        let plain = name
            .tokens
            .clone()
            .all(|at| page.tokens[at].shape != Shape::Upper && !page.has(at, known));
        if !plain {
            return;
        }
        if has_surname_ending(page.word(last)) {
            self.person += 2;
        }
        let common = name.tokens.clone().filter(|&at| page.is_common(at)).count();
        match common {
            0 => self.person += 3,
            1 => self.person += 1,
            _ => self.thing += 1,
        }
    }
}

/// Whether the head of the name has the traits: its last word, or the word before its first "of".
fn heads(page: &Page<'_>, name: &Candidate, traits: Traits) -> bool {
    let head = name
        .tokens
        .clone()
        .find(|&at| matches!(page.word(at), "of" | "for" | "on"))
        .map_or(name.tokens.end - 1, |connector| connector.max(name.tokens.start + 1) - 1);
    page.has(head, traits) || page.has(name.tokens.end - 1, traits)
}

fn is_place(page: &Page<'_>, name: &Candidate, key: &str) -> bool {
    let first = &page.tokens[name.tokens.start];
    if name.tokens.len() == 1 {
        return first.traits.any(Traits::PLACE);
    }
    places::LONG_PLACES.contains(&key)
        || name.tokens.len() == 2
            && first.traits.any(Traits::COMPASS)
            && page.has(name.tokens.end - 1, Traits::PLACE)
}

/// Words that end places' names and are surnames too.
fn is_surname(word: &str) -> bool {
    matches!(
        word,
        "Hill"
            | "Lake"
            | "Forest"
            | "Park"
            | "Hall"
            | "Lane"
            | "Banks"
            | "Rivers"
            | "Bridges"
            | "Castle"
            | "Field"
            | "Fields"
            | "Wells"
            | "Ford"
            | "Marsh"
            | "Grove"
            | "Point"
            | "Camp"
            | "Falls"
            | "Street"
            | "Mills"
            | "Woods"
            | "Hills"
            | "Ridge"
    )
}

/// Endings that surnames of many languages have and few other words.
fn has_surname_ending(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "yan", "ian", "ov", "ova", "ev", "eva", "sky", "skiy", "skyy", "ski", "ska", "enko",
        "chuk", "vich", "vić", "ić", "ez", "shvili", "dze", "oğlu", "oglu", "stein", "berg",
        "mann", "sson", "sen", "son", "opoulos", "akis", "escu", "poulos", "ini", "elli", "etti",
        "yev", "yeva",
    ];
    word.len() >= 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether a name that ends before `at` only qualifies the noun that follows: "the Zika virus".
fn is_modifier(page: &Page<'_>, at: usize) -> bool {
    page.tokens.get(at).is_some_and(|next| {
        next.gap == Gap::Space
            && next.shape == Shape::Lower
            && !next.traits.any(Traits::STOP | Traits::SPEECH)
            && !page.tokens[at - 1].possessive
    })
}

/// What the words around a name speak for.
pub(super) fn of_context(page: &Page<'_>, name: &Candidate) -> Points {
    let mut points = Points::default();
    if name.is_titled() {
        let honorific = name.title.clone().any(|at| page.has(at, Traits::HONORIFIC));
        points.person += if honorific { 12 } else { 8 };
    }
    points.before(page, name);
    points.after(page, name);
    points
}

impl Points {
    fn before(&mut self, page: &Page<'_>, name: &Candidate) {
        let first = if name.is_titled() { name.title.start } else { name.tokens.start };
        let Some(before) = first.checked_sub(1).filter(|_| !page.tokens[first].initial) else {
            return;
        };
        let (gap, token) = (page.tokens[first].gap, &page.tokens[before]);
        if !matches!(gap, Gap::Space | Gap::Comma) {
            return;
        }
        let word = page.word(before);
        if gap == Gap::Comma {
            if token.traits.any(Traits::PLACE_NOUN) {
                self.place += 2;
            }
            return;
        }
        if token.shape == Shape::Lower && token.traits.any(Traits::ROLE) {
            self.person += 5;
        }
        if matches!(word, "told" | "tell" | "tells" | "telling") {
            self.organisation += 2;
            self.person += 1;
        } else if token.traits.any(Traits::SPEECH) {
            self.person += 1;
        }
        if token.traits.any(Traits::PLACE_PREPOSITION) {
            let printed = before > 0
                && matches!(page.word(before - 1), "published" | "wrote" | "reported" | "printed");
            if printed {
                self.organisation += 2;
            } else {
                self.place += if word == "in" { 3 } else { 1 };
            }
        }
        if token.traits.any(Traits::DETERMINER) {
            if token.is_capital() && !token.initial {
                self.organisation += 2;
            }
            self.organisation += if is_modifier(page, name.tokens.end) { 0 } else { 2 };
            // "Face the Nation, the front-runner": no surname by itself has an article.
            let bare = name.tokens.len() == 1 && word == "the";
            self.person -= if bare { 6 } else { 4 };
        }
        if matches!(word, "a" | "an" | "every" | "this") {
            self.person -= 2;
            self.thing += 2;
        }
        let of = (word == "of").then(|| before.checked_sub(1)).flatten();
        if of.is_some_and(|noun| {
            page.has(noun, Traits::PLACE_NOUN) || matches!(page.word(noun), "mayor" | "mayors")
        }) {
            self.place += 4;
        }
        if token.traits.any(Traits::PLACE_NOUN) && token.shape == Shape::Lower {
            self.place += 2;
        }
    }

    fn after(&mut self, page: &Page<'_>, name: &Candidate) {
        let at = name.tokens.end;
        let Some(next) = page.tokens.get(at).filter(|next| next.gap != Gap::Line) else { return };
        let possessive = page.tokens[at - 1].possessive;
        match next.gap {
            Gap::Space if possessive && next.traits.any(Traits::KIN) => self.person += 3,
            Gap::Space if next.traits.any(Traits::SPEECH) && !possessive => {
                self.person += 2;
                self.organisation += 1;
            }
            Gap::Space if next.traits.any(Traits::RELATIVE) => self.person += 3,
            Gap::Hyphen => self.person -= 1,
            Gap::Comma => self.after_comma(page, at),
            Gap::OpenBracket if next.shape == Shape::Digits && next.range.len() == 2 => {
                self.person += 1;
            }
            _ => {}
        }
    }

    fn after_comma(&mut self, page: &Page<'_>, at: usize) {
        let next = &page.tokens[at];
        let closes = page.tokens.get(at + 1).is_some_and(|after| after.gap == Gap::Comma);
        if next.traits.any(Traits::RELATIVE) {
            self.person += 3;
        }
        if next.shape == Shape::Digits && next.range.len() == 2 && closes {
            self.person += 8;
        }
        if next.traits.any(Traits::PLACE) && next.is_capital() {
            self.place += 2;
        }
        if self.role_follows(page, at) {
            self.person += 5;
        }
    }

    /// ", speaker of", ", the agency's director,", ", a 30-year-old teacher".
    fn role_follows(&self, page: &Page<'_>, at: usize) -> bool {
        let mut place = at;
        while place < page.tokens.len() && place < at + 6 {
            let token = &page.tokens[place];
            if place > at && !token.is_joined() {
                return false;
            }
            let lower_role = token.traits.any(Traits::ROLE);
            if lower_role && !token.possessive {
                return true;
            }
            let goes_on = token.shape != Shape::Lower
                || !token.traits.any(Traits::STOP | Traits::SPEECH)
                || matches!(
                    page.word(place),
                    "the" | "a" | "an" | "his" | "her" | "its" | "former"
                );
            if !goes_on {
                return false;
            }
            place += 1;
        }
        false
    }
}
