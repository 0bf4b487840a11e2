//! From expressions to days: against the publication date, the dates around, or not at all.

mod bound;
mod calendar;
mod history;
mod inner;
mod numeric;
mod pick;
mod relative;
mod years;

use jiff::civil::Date;

use crate::reading::markup::BlockKind;
use crate::reading::tokens::{Lex, Tokens, Unit};
use crate::text::TextRange;

use super::clause::{self, Tense};
use super::expr::{Expr, Found, Inner, Piece, Toward};
use super::{
    Anchors, DateMention, Granularity, Interval, NumericOrder, Written, YearFrom, edtf, interval,
};

use calendar::{
    absolute, granularity_of, granularity_of_piece, iso_week, offset, value_without_year,
    year_before,
};

pub(super) use years::Years;

/// What an expression came to.
#[derive(Clone, Debug)]
struct Resolved {
    interval: Option<Interval>,
    granularity: Granularity,
    /// Where it is not what the interval and the granularity say.
    value: Option<String>,
    relative: bool,
    approximate: bool,
    readings: Vec<Interval>,
    year_from: YearFrom,
}

impl Resolved {
    fn new(interval: Option<Interval>, granularity: Granularity) -> Self {
        Self {
            interval,
            granularity,
            value: None,
            relative: false,
            approximate: false,
            readings: Vec::new(),
            year_from: YearFrom::Stated,
        }
    }

    fn relative(mut self) -> Self {
        self.relative = true;
        self
    }

    fn edtf(&self) -> String {
        match (&self.value, self.interval) {
            (Some(value), _) => value.clone(),
            (None, Some(interval)) => edtf::value(interval, self.granularity),
            (None, None) => edtf::UNKNOWN.to_owned(),
        }
    }
}

/// A date mentioned before.
#[derive(Clone, Copy, Debug)]
struct Earlier {
    interval: Interval,
    granularity: Granularity,
    /// The number of the block it stands in.
    block: usize,
    /// Whether it was told with its year.
    absolute: bool,
    /// Whether it was told by the name of its month.
    names_month: bool,
    /// Whether it stands in a caption: pictures are often old.
    in_caption: bool,
}

/// Resolves the expressions of a document in order.
pub(super) struct Resolver<'a> {
    publication: Option<Date>,
    /// The day of the last change, where it is later than that of publication, but not by much.
    updated: Option<Date>,
    order: NumericOrder,
    years: &'a Years<'a>,
    /// The full dates of the story, where it has no day of publication.
    told: Vec<Interval>,
    /// The dates mentioned last, the newest at the end.
    earlier: Vec<Earlier>,
    block: usize,
    kind: BlockKind,
}

/// How many dates are remembered.
const MEMORY: usize = 12;

/// Days between publication and the last change within which news was added, not repaired.
const NEWS_ADDED: i32 = 14;

impl<'a> Resolver<'a> {
    pub(super) fn new(anchors: Anchors, order: NumericOrder, years: &'a Years<'a>) -> Self {
        let Anchors { published: publication, updated } = anchors;
        let updated = updated.filter(|&updated| {
            publication.is_some_and(|day| {
                updated > day && interval::days_between(day, updated) <= NEWS_ADDED
            })
        });
        Self {
            publication,
            updated,
            order,
            years,
            told: Vec::new(),
            earlier: Vec::new(),
            block: 0,
            kind: BlockKind::Paragraph,
        }
    }

    pub(super) fn begin_block(&mut self, kind: BlockKind) {
        self.block += 1;
        self.kind = kind;
    }

    /// Gives the mentions whose year is open the one that the whole document tells, where it does.
    pub(super) fn fill_in_years(&self, mentions: &mut [DateMention]) {
        if self.publication.is_none() {
            years::fill_in(mentions, &self.told);
        }
    }

    /// Notes a full date of the story, from which the years of others may follow.
    fn note_told(&mut self, found: &Found, resolved: &Resolved, tense: &dyn Fn() -> Tense) {
        let Some(interval) = resolved.interval.filter(|_| self.publication.is_none()) else {
            return;
        };
        let full = found.written.year.is_some() && resolved.granularity <= Granularity::Month;
        if full && years::is_story(self.kind) && matches!(tense(), Tense::Past | Tense::Unknown) {
            self.told.push(interval);
        }
    }

    /// Appends the mention (or, for a range told in words, both mentions) of `found`.
    pub(super) fn mentions_of(
        &mut self,
        tokens: &Tokens<'_>,
        found: &Found,
        into: &mut Vec<DateMention>,
    ) {
        let tense = || clause::tense(tokens, found.start, found.end);
        let resolved = self
            .next_in_list(tokens, found)
            .or_else(|| self.agreeing_with_weekday(found))
            .unwrap_or_else(|| self.resolve(&history::told(tokens, found), &tense));
        if let (Some(ends), Expr::Range(from, to)) = (found.ends, &found.expr) {
            let whole = resolved.interval;
            let [from, to] = self.both_ends(from, to, &tense);
            for (part, (start, end)) in [from, to].into_iter().zip(ends) {
                self.remember(&part, true, true);
                let mut mention = mention(tokens, start, end, &part);
                mention.approximate |= found.approximate;
                mention.whole = whole.filter(|_| !found.listed);
                into.push(mention);
            }
            return;
        }
        let names_event = years::names_event(tokens, found);
        if !names_event {
            self.remember(&resolved, found.written.year.is_some(), names_month(&found.expr));
            self.note_told(found, &resolved, &tense);
        }
        let mut mention = mention(tokens, found.start, found.end, &resolved);
        mention.names_event = names_event;
        mention.approximate |= found.approximate;
        mention.part = found.part;
        mention.written = found.written;
        into.push(mention);
    }

    /// "Saturday and Sunday": the second weekday follows the first.
    fn next_in_list(&self, tokens: &Tokens<'_>, found: &Found) -> Option<Resolved> {
        let Expr::Weekday { day, toward: Toward::Open } = found.expr else { return None };
        let joint = tokens.before(found.start, 1);
        let joined = matches!(joint.lex, Lex::And | Lex::Or | Lex::To)
            && matches!(tokens.before(found.start, 2).lex, Lex::Weekday(..));
        let last =
            self.earlier.last().filter(|last| joined && last.granularity == Granularity::Day)?;
        let date = interval::weekday_from(last.interval.start, day).map(Interval::day);
        Some(Resolved::new(date, Granularity::Day).relative())
    }

    /// "Tuesday, 10 January" half a year away, "In 1996 he fled. On Thursday, Feb. 22, ...": the
    /// year in which the weekday falls on that day, where the closest year is not sure.
    fn agreeing_with_weekday(&self, found: &Found) -> Option<Resolved> {
        let Expr::Calendar { piece, year: None, toward: Toward::Open } = found.expr else {
            return None;
        };
        let (published, weekday) = (self.publication?, found.written.weekday?);
        if let Some(year) = pick::year_of_weekday(piece, published, weekday) {
            return Some(absolute(piece, year).relative());
        }
        let falls = |year: i16| {
            pick::in_year(piece, year).is_some_and(|day| day.start.weekday() == weekday)
        };
        if falls(pick::year(piece, published, pick::Direction::Closest)?) {
            return None;
        }
        let told = self.earlier.iter().rev().filter(|one| one.block + 2 > self.block);
        let year = told
            .map(|earlier| earlier.interval.start.year())
            .find(|&year| year.abs_diff(published.year()) > 1 && falls(year))?;
        Some(Resolved { year_from: YearFrom::Nearby, ..absolute(piece, year).relative() })
    }

    fn remember(&mut self, resolved: &Resolved, year_written: bool, names_month: bool) {
        let Some(interval) = resolved.interval else { return };
        if self.earlier.len() >= MEMORY {
            self.earlier.remove(0);
        }
        self.earlier.push(Earlier {
            interval,
            granularity: resolved.granularity,
            block: self.block,
            absolute: year_written || !resolved.relative,
            names_month,
            in_caption: self.kind == BlockKind::Caption,
        });
    }

    fn resolve(&self, expr: &Expr, tense: &dyn Fn() -> Tense) -> Resolved {
        match expr {
            Expr::Calendar { piece, year: Some(year), .. } => absolute(*piece, *year),
            Expr::Calendar { piece, year: None, toward } => {
                self.without_year(*piece, *toward, tense).relative()
            }
            Expr::Weekday { day, toward } => self.weekday(*day, *toward, tense).relative(),
            Expr::DayOfMonth { day, weekday } => self.day_of_month(*day, *weekday).relative(),
            Expr::WeekdaysAgo { day, count } => self.weekdays_ago(*day, *count).relative(),
            Expr::Shift { unit, by, from } => self.shift(*unit, *by, *from, tense).relative(),
            Expr::SamePeriod { years, unit } => self.same_period(*years, *unit).relative(),
            Expr::Decade { first } => Resolved::new(interval::decade(*first), Granularity::Decade),
            Expr::Century { number } => {
                Resolved::new(interval::century(*number), Granularity::Century)
            }
            Expr::IsoWeek { year, week } => {
                Resolved::new(iso_week(*year, *week), Granularity::Week)
            }
            Expr::Inside { inner, of } => inner::resolve(*inner, self.whole(*inner, of, tense)),
            Expr::Offset { unit, by, from } => offset(*unit, *by, self.resolve(from, tense)),
            Expr::Run { unit, count } => self.run(*unit, *count).relative(),
            Expr::Around { unit, of } => {
                let of = self.resolve(of, tense);
                let week = of.interval.and_then(|i| interval::around(*unit, i.start));
                Resolved { relative: of.relative, ..Resolved::new(week, granularity_of(*unit)) }
            }
            Expr::Range(from, to) => self.range(from, to, tense),
            Expr::Numeric { first, second, year } => self.numeric(*first, *second, *year, tense),
        }
    }

    /// What a part is a part of. "The second Tuesday in November" is a day, and days are told of
    /// the closest year, where a month alone is rather over.
    fn whole(&self, inner: Inner, of: &Expr, tense: &dyn Fn() -> Tense) -> Resolved {
        let is_day = matches!(inner, Inner::NthWeekday { .. } | Inner::Nth { unit: Unit::Day, .. });
        if let (
            Expr::Calendar { piece: month @ Piece::Month(number), year: None, toward },
            Some(day),
        ) = (of, self.publication.filter(|_| is_day))
        {
            let as_day = Piece::Day { month: *number, day: 15 };
            let direction = pick::direction(as_day, *toward, tense);
            if let Some(year) = pick::year(*month, day, direction) {
                return absolute(*month, year).relative();
            }
        }
        self.resolve(of, tense)
    }

    fn both_ends(&self, from: &Expr, to: &Expr, tense: &dyn Fn() -> Tense) -> [Resolved; 2] {
        let to = self.resolve(to, tense);
        let mut from = self.resolve(from, tense);
        if let (Some(a), Some(b)) = (from.interval, to.interval)
            && a.start > b.end
            && let Some(earlier) = year_before(a)
        {
            from.interval = Some(earlier);
        }
        [from, to]
    }

    fn range(&self, from: &Expr, to: &Expr, tense: &dyn Fn() -> Tense) -> Resolved {
        let [from, to] = self.both_ends(from, to, tense);
        let interval = match (from.interval, to.interval) {
            (Some(a), Some(b)) if a.start <= b.end => Some(Interval { start: a.start, end: b.end }),
            _ => None,
        };
        Resolved {
            interval,
            granularity: from.granularity.min(to.granularity),
            value: Some(format!("{}/{}", from.edtf(), to.edtf())),
            relative: from.relative || to.relative,
            approximate: from.approximate || to.approximate,
            readings: Vec::new(),
            year_from: from.year_from,
        }
    }

    /// A piece of a year that is not told.
    fn without_year(&self, piece: Piece, toward: Toward, tense: &dyn Fn() -> Tense) -> Resolved {
        let granularity = granularity_of_piece(piece);
        let (year, year_from) = match self.publication {
            Some(day) => {
                (pick::year(piece, day, pick::direction(piece, toward, tense)), YearFrom::Stated)
            }
            None if toward == Toward::Open => (self.year_nearby(piece), YearFrom::Nearby),
            None => (None, YearFrom::Stated),
        };
        match year {
            Some(year) => Resolved { year_from, ..absolute(piece, year) },
            None => {
                Resolved { value: value_without_year(piece), ..Resolved::new(None, granularity) }
            }
        }
    }

    /// The year of a full date close by, where the piece falls near it in that year only, and the
    /// full date is no look back from later years.
    fn year_nearby(&self, piece: Piece) -> Option<i16> {
        let in_caption = self.kind == BlockKind::Caption;
        let near = self.earlier.iter().rev().find(|earlier| {
            earlier.absolute
                && earlier.granularity <= Granularity::Month
                && earlier.block + 2 > self.block
                && (in_caption || !earlier.in_caption)
        })?;
        let year = pick::year(piece, near.interval.start, pick::Direction::Closest)?;
        let interval = absolute(piece, year).interval?;
        let is_near = years::is_near(interval, near.interval);
        (is_near && !self.years.go_beyond(near.interval.end.year())).then_some(year)
    }
}

fn names_month(expr: &Expr) -> bool {
    matches!(expr, Expr::Calendar { piece: Piece::Month(_) | Piece::Day { .. }, .. })
        || matches!(expr, Expr::DayOfMonth { .. })
}

fn mention(tokens: &Tokens<'_>, start: usize, end: usize, resolved: &Resolved) -> DateMention {
    let about = tokens.before(start, 1).lex == Lex::About;
    DateMention {
        range: TextRange::new(tokens.at(start).start, tokens.at(end - 1).end),
        value: resolved.edtf(),
        start: resolved.interval.map(|interval| interval.start),
        end: resolved.interval.map(|interval| interval.end),
        granularity: resolved.granularity,
        approximate: resolved.approximate || about,
        relative: resolved.relative,
        part: None,
        bound: bound::of(tokens, start, end),
        written: Written::default(),
        readings: resolved.readings.clone(),
        whole: None,
        year_from: resolved.year_from,
        names_event: false,
    }
}
