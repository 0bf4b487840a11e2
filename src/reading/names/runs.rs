//! Capitalised words in a row, with the small words that names hold together by.

use std::ops::Range;

use super::common::is_common_word;
use super::lists::small::{is_head_of, is_state, is_telling_particle};
use super::page::{Page, Segment};
use super::tokens::{Gap, Shape};
use super::traits::Traits;

/// Words that head a name which goes on after "of".
const HEADS: Traits = Traits::ORGANISATION;

/// The runs of `segment`, in order.
pub(super) fn find(page: &Page<'_>, segment: &Segment) -> Vec<Range<usize>> {
    let finder = Finder { page, end: segment.tokens.end };
    let mut runs = Vec::new();
    let mut at = segment.tokens.start;
    while at < segment.tokens.end {
        if finder.starts(at) {
            let end = finder.end_of_run(at);
            runs.push(at..end);
            at = end;
        } else {
            at += 1;
        }
    }
    runs
}

struct Finder<'p, 't> {
    page: &'p Page<'t>,
    end: usize,
}

impl Finder<'_, '_> {
    fn has(&self, at: usize, traits: Traits) -> bool {
        at < self.end && self.page.has(at, traits)
    }

    /// Whether the word may be part of a name by its shape.
    fn is_name_word(&self, at: usize) -> bool {
        let Some(token) = self.page.tokens.get(at).filter(|_| at < self.end) else { return false };
        if !token.is_capital() || token.traits.any(Traits::CALENDAR) && !self.is_month_name(at) {
            return false;
        }
        match token.shape {
            Shape::Initial => token.range.len() > 1 || self.stands_among_capitals(at),
            Shape::Upper => {
                !token.traits.any(Traits::STOP)
                    || matches!(self.page.word(at), "US" | "WHO" | "PM")
                    || at > 0
                        && token.gap == Gap::Space
                        && self.page.has(at - 1, Traits::ORGANISATION)
            }
            _ => !token.traits.any(Traits::STOP) || self.is_stop_in_name(at),
        }
    }

    /// A lone letter without its stop: "Harry S Truman".
    fn stands_among_capitals(&self, at: usize) -> bool {
        at > 0
            && at + 1 < self.end
            && self.page.tokens[at].gap == Gap::Space
            && self.page.tokens[at + 1].gap == Gap::Space
            && self.page.tokens[at - 1].shape == Shape::Capital
            && self.page.tokens[at + 1].shape == Shape::Capital
            && self.page.has(at - 1, Traits::GIVEN)
    }

    /// "Will Smith", "New York", "Old Trafford": function words that are names too.
    fn is_stop_in_name(&self, at: usize) -> bool {
        let token = &self.page.tokens[at];
        if token.traits.any(Traits::GIVEN) || token.traits.any(Traits::COMPASS) {
            let next = self.page.tokens.get(at + 1).filter(|_| at + 1 < self.end);
            return next.is_some_and(|next| {
                next.gap == Gap::Space && next.is_capital() && !next.traits.any(Traits::STOP)
            });
        }
        let ends = Traits::ORGANISATION | Traits::PLACE_END | Traits::THING;
        let after_capital = at > 0 && !token.initial && token.gap == Gap::Space;
        after_capital
            && self.page.tokens[at - 1].is_capital()
            && (self.page.has(at - 1, Traits::GIVEN) || token.traits.any(ends))
    }

    /// "Theresa May", "August Wilson", and not "May 5" or "in May".
    fn is_month_name(&self, at: usize) -> bool {
        let page = self.page;
        let token = &page.tokens[at];
        let follows_name = at > 0
            && token.gap == Gap::Space
            && page.tokens[at - 1].is_capital()
            && (page.has(at - 1, Traits::GIVEN | Traits::HONORIFIC)
                || self.is_unknown_name(at - 1));
        let digits_follow = page.tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Digits);
        if follows_name {
            return !digits_follow;
        }
        let next_is_name =
            page.tokens.get(at + 1).filter(|_| at + 1 < self.end).is_some_and(|next| {
                next.gap == Gap::Space
                    && next.shape == Shape::Capital
                    && !next
                        .traits
                        .any(Traits::STOP | Traits::CALENDAR | Traits::TITLE | Traits::DEMONYM)
                    && !is_common_word(&page.word(at + 1).to_lowercase())
            });
        // "On 17 May Ada Lane left".
        let is_of_a_day = at > 0 && token.gap == Gap::Space && is_day_of_month(page.word(at - 1));
        token.traits.any(Traits::GIVEN)
            && next_is_name
            && !is_of_a_day
            && !(at > 0 && token.is_joined() && page.has(at - 1, Traits::STOP))
    }

    /// A capital on a word of no other use, before what may be a surname: "Paula May".
    fn is_unknown_name(&self, at: usize) -> bool {
        let known = Traits::PLACE
            | Traits::ORGANISATION
            | Traits::PLACE_END
            | Traits::THING
            | Traits::STOP
            | Traits::CALENDAR
            | Traits::DEMONYM
            | Traits::TITLE;
        self.page.tokens[at].shape == Shape::Capital
            && !self.page.has(at, known)
            && !self.page.is_common(at)
            && self.page.word(at + 1).len() < 6
            && matches!(self.page.word(at + 1), "May" | "June" | "April" | "March")
            && !self.page.tokens[at].initial
    }

    fn starts(&self, at: usize) -> bool {
        if self.is_name_word(at) {
            let token = &self.page.tokens[at];
            if matches!(token.gap, Gap::Comma | Gap::Hyphen) && is_state(self.page.word(at)) {
                return false;
            }
            let lone_letter = token.shape == Shape::Initial && !self.joins(at + 1);
            return !lone_letter;
        }
        self.is_particle_start(at)
    }

    /// "von der Leyen", "bin Salman", "al-Assad": a run may begin with these particles.
    fn is_particle_start(&self, at: usize) -> bool {
        let mut next = at;
        while self.has(next, Traits::PARTICLE)
            && self.page.tokens[next].shape == Shape::Lower
            && is_telling_particle(self.page.word(next))
        {
            next += 1;
        }
        next > at
            && next < self.end
            && self.page.tokens[next].is_joined()
            && self.page.tokens[next].shape == Shape::Capital
            && self.is_name_word(next)
    }

    /// Whether the word at `at` is a name word joined to the one before.
    fn joins(&self, at: usize) -> bool {
        at < self.end && self.page.tokens[at].is_joined() && self.is_name_word(at)
    }

    fn end_of_run(&self, start: usize) -> usize {
        let mut at = start;
        while !self.page.tokens[at].is_capital() {
            at += 1;
        }
        at += 1;
        while at < self.end {
            let steps = self.steps(start, at);
            if steps == 0 {
                break;
            }
            at += steps;
        }
        at
    }

    /// How many of the words from `at` go on with the run that began at `start`.
    fn steps(&self, start: usize, at: usize) -> usize {
        let (before, token) = (&self.page.tokens[at - 1], &self.page.tokens[at]);
        if token.gap == Gap::Comma && !before.possessive && self.ends_after_comma(at) {
            return 1;
        }
        if self.is_nickname(at) {
            return 2;
        }
        if !token.is_joined() || token.initial && token.gap != Gap::Hyphen {
            return 0;
        }
        if matches!(self.page.word(at - 1), "Inc." | "Ltd." | "Co." | "Corp." | "Ltd" | "LLC") {
            return 0;
        }
        if before.possessive {
            return self.steps_after_possessive(start, at);
        }
        if self.is_name_word(at) {
            return usize::from(token.gap != Gap::Hyphen || self.hyphen_joins(at));
        }
        if token.shape == Shape::Digits {
            return usize::from(self.number_joins(at));
        }
        if token.shape == Shape::Lower { self.steps_over_small_words(start, at) } else { 0 }
    }

    /// "Bill" in quotation marks between "William" and "Hargreave".
    fn is_nickname(&self, at: usize) -> bool {
        let tokens = &self.page.tokens;
        let surname = tokens.get(at + 1).filter(|_| at + 1 < self.end);
        let between = |at: usize| {
            let range = tokens[at - 1].range.end..tokens[at].range.start;
            self.page.text.get(range).unwrap_or_default()
        };
        surname.is_some_and(|surname| {
            surname.shape == Shape::Capital
                && !surname.traits.any(Traits::STOP | Traits::TITLE)
                && tokens[at].shape == Shape::Capital
                && self.has(at - 1, Traits::GIVEN)
                && matches!(
                    (between(at), between(at + 1)),
                    (" \"", "\" ") | (" “", "” ") | (" ‘", "’ ")
                )
        })
    }

    /// "Jr." and "Inc." after a comma.
    fn ends_after_comma(&self, at: usize) -> bool {
        let word = self.page.word(at);
        self.has(at, Traits::GENERATION) && self.page.tokens[at].is_capital()
            || matches!(
                word,
                "Inc"
                    | "Inc."
                    | "Ltd"
                    | "Ltd."
                    | "Co."
                    | "Corp."
                    | "LLC"
                    | "LLP"
                    | "L.L.C."
                    | "D.C."
            )
    }

    /// "Anna-Lena" and "Nagorno-Karabakh" are one name, "Moscow-Kyiv" is two.
    fn hyphen_joins(&self, at: usize) -> bool {
        let two = Traits::PLACE | Traits::DEMONYM | Traits::KNOWN_BODY;
        !(self.has(at - 1, two) && self.has(at, two))
    }

    /// "Women's March", "Prosecutor General's Office", and not "Moscow's Defense Ministry".
    fn steps_after_possessive(&self, start: usize, at: usize) -> usize {
        let word = self.page.word(at - 1);
        let group = matches!(word, "Women" | "Men" | "Children" | "People" | "King" | "Queen")
            || self.page.tokens[start..at].iter().all(|token| {
                token.traits.any(Traits::TITLE | Traits::TITLE_PART) && token.is_capital()
            })
            || self.has(start, Traits::PLACE_START) && at - start == 2;
        let mut end = at;
        while self.joins(end) && !self.page.tokens[end].possessive {
            end += 1;
        }
        let ends = Traits::ORGANISATION | Traits::PLACE_END | Traits::THING;
        if group && end > at && self.has(end - 1, ends) { end - at } else { 0 }
    }

    /// "France 24", "Channel 4"; not "In France 24 people", not "Feb. 22".
    fn number_joins(&self, at: usize) -> bool {
        let page = self.page;
        if page.tokens[at].gap != Gap::Space || page.tokens[at].range.len() > 2 {
            return false;
        }
        let after_preposition = at >= 2 && page.has(at - 2, Traits::PLACE_PREPOSITION);
        let ends = match page.tokens.get(at + 1).filter(|_| at + 1 < self.end) {
            None => true,
            Some(next) => {
                next.gap != Gap::Hyphen
                    && (!next.is_joined()
                        || next.traits.any(Traits::STOP | Traits::SPEECH | Traits::CALENDAR)
                        || matches!(page.word(at + 1), "television" | "channel" | "news" | "radio"))
            }
        };
        let suits = Traits::PLACE | Traits::ORGANISATION | Traits::KNOWN_BODY | Traits::PLACE_END;
        let page_end = page.tokens[at].range.end;
        let followed_by_figure = page.text[page_end..].starts_with(['%', '.', ',', ':'])
            && page.text[page_end + 1..].starts_with(|c: char| c.is_ascii_digit())
            || page.text[page_end..].starts_with('%');
        ends && !after_preposition && !followed_by_figure && page.has(at - 1, suits)
    }

    /// Particles and connectors between capitals.
    fn steps_over_small_words(&self, start: usize, at: usize) -> usize {
        if self.has(at, Traits::PARTICLE) {
            let steps = self.steps_over_particles(at);
            if steps > 0 {
                return steps;
            }
        }
        let word = self.page.word(at);
        let next = if self.is_the(at + 1) { at + 2 } else { at + 1 };
        if !self.joins(next) {
            return 0;
        }
        let goes_on = match word {
            "of" => {
                self.has(at - 1, HEADS | Traits::THING | Traits::PLACE_END | Traits::TITLE)
                    || is_head_of(self.page.word(at - 1))
            }
            "for" => self.has(at - 1, HEADS),
            "on" | "against" => matches!(
                self.page.word(at - 1),
                "Committee"
                    | "Council"
                    | "Commission"
                    | "Conference"
                    | "Convention"
                    | "Subcommittee"
            ),
            "and" => next == at + 1 && self.and_joins(start, at),
            _ => false,
        };
        if goes_on { next - at + 1 } else { 0 }
    }

    fn is_the(&self, at: usize) -> bool {
        at < self.end && self.page.word(at) == "the" && self.page.tokens[at].gap == Gap::Space
    }

    fn steps_over_particles(&self, at: usize) -> usize {
        let mut next = at;
        while self.has(next, Traits::PARTICLE) && self.page.tokens[next].shape == Shape::Lower {
            next += 1;
        }
        let telling = is_telling_particle(self.page.word(at));
        let person_before = self.has(at - 1, Traits::GIVEN)
            || !self.has(at - 1, Traits::ORGANISATION | Traits::PLACE | Traits::DEMONYM)
                && !self.page.is_common(at - 1);
        if self.joins(next) && (telling || person_before) { next - at + 1 } else { 0 }
    }

    /// "Food and Drug Administration", "Department of Health and Human Services".
    fn and_joins(&self, start: usize, at: usize) -> bool {
        let (before, after) = (self.page.word(at - 1), self.page.word(at + 1));
        let common = |word: &str| is_common_word(&word.to_lowercase());
        let named = Traits::PLACE | Traits::DEMONYM | Traits::GIVEN | Traits::KNOWN_BODY;
        if !common(before) || !common(after) || self.has(at - 1, named) || self.has(at + 1, named) {
            return matches!((before, after), ("Bosnia", "Herzegovina") | ("Trinidad", "Tobago"))
                || matches!((before, after), ("Iraq", "Syria" | "Levant"));
        }
        let inside = self.page.tokens[start..at].iter().any(|token| token.shape == Shape::Lower);
        let mut end = at + 1;
        while self.joins(end) && end < at + 5 {
            end += 1;
        }
        inside || self.has(end - 1, Traits::ORGANISATION) && !self.has(at - 1, Traits::ORGANISATION)
    }
}

/// "17", "3rd".
fn is_day_of_month(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = &word[digits.len()..];
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number && digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th")
}
