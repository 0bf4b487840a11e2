//! Mentions to entities: each name to the person, body or place it names in this document.

use rustc_hash::{FxHashMap, FxHashSet};

use super::gender;
use super::groups::Groups;
use super::page::Page;
use super::surfaces::{Found, Surface, Surfaces};
use super::{Entity, Gender, NameKind, NameMention, Names};

/// Makes the entities of all that was found.
pub(super) fn resolve(page: &Page<'_>, surfaces: &Surfaces, groups: &Groups) -> Names {
    let mut resolver = Resolver {
        page,
        surfaces,
        groups,
        genders: genders(surfaces, groups),
        mixed: mixed(surfaces),
        entities: FxHashMap::default(),
        seen: FxHashMap::default(),
        names: Names::default(),
    };
    let mut order: Vec<&Found> = surfaces.found.iter().collect();
    order.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end)));
    let mut end = 0;
    for found in order {
        if found.range.start >= end && resolver.mention(found) {
            end = found.range.end;
        }
    }
    resolver.finish()
}

/// Who a name is taken to be: a group, or for a surname alone the people of that name and gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Who {
    Group(usize),
    Alone(usize, Option<Gender>),
}

struct Resolver<'a, 't> {
    page: &'a Page<'t>,
    surfaces: &'a Surfaces,
    groups: &'a Groups,
    genders: FxHashMap<usize, Gender>,
    /// Surnames that stand for a man and a woman: "Mr. and Mrs. Smith".
    mixed: FxHashSet<usize>,
    entities: FxHashMap<Who, usize>,
    /// Of each group the place among the mentions of the last one, and how many there were.
    seen: FxHashMap<usize, (usize, usize)>,
    names: Names,
}

impl Resolver<'_, '_> {
    /// Notes a mention; false where it is no name.
    fn mention(&mut self, found: &Found) -> bool {
        let Some((who, kind)) = self.who(found) else { return false };
        let next = self.names.entities.len();
        let entity = *self.entities.entry(who).or_insert(next);
        if entity == next {
            self.names.entities.push(Entity {
                name: String::new(),
                kind,
                spellings: Vec::new(),
                counts: Vec::new(),
                roles: Vec::new(),
                gender: None,
            });
        }
        let known = &mut self.names.entities[entity];
        known.note_spelling(found.range.of(self.page.text));
        for role in found.roles.iter().flatten() {
            known.note_role(role.of(self.page.text));
        }
        if kind == NameKind::Person {
            let gender = match who {
                Who::Group(group) => self.genders.get(&group).copied(),
                Who::Alone(surface, gender) => gender.or(self.surfaces.all[surface].given),
            };
            known.kind = kind;
            known.gender = known.gender.or(gender);
        }
        if let Who::Group(group) = who {
            let seen = self.seen.entry(group).or_default();
            *seen = (self.names.mentions.len(), seen.1 + 1);
        }
        self.names.mentions.push(NameMention { range: found.range, entity });
        true
    }

    fn who(&self, found: &Found) -> Option<(Who, NameKind)> {
        let surface = &self.surfaces.all[found.surface];
        let group = self.groups.of(found.surface);
        let kind = surface.kind();
        let joined = group != found.surface;
        if !joined
            && self.may_be_short(surface, found)
            && let Some(person) = self.person(surface, found)
        {
            return Some((Who::Group(person), NameKind::Person));
        }
        if !joined && !found.titled && self.is_family(surface) {
            return None;
        }
        if surface.strong == 0 && !joined {
            return None;
        }
        if found.weak && surface.strong == 0 {
            return None;
        }
        let kind = if joined { self.surfaces.all[group].kind() } else { kind };
        if kind == NameKind::Person && self.mixed.contains(&found.surface) {
            return Some((Who::Alone(found.surface, found.gender), kind));
        }
        Some((Who::Group(group), kind))
    }

    /// Whether the name may be a person's surname or first name alone.
    fn may_be_short(&self, surface: &Surface, found: &Found) -> bool {
        if found.titled {
            return true;
        }
        surface.known.is_none() && !surface.is_acronym || surface.word_count() > 1
    }

    /// The person whose surname or first name stands at `found`.
    fn person(&self, surface: &Surface, found: &Found) -> Option<usize> {
        let mut people = self.groups.with_surname(&surface.key);
        if people.contains(&self.groups.of(found.surface)) {
            return None;
        }
        if let Some(gender) = found.gender {
            people.retain(|person| self.genders.get(person).is_none_or(|&known| known == gender));
        }
        match people.as_slice() {
            [] => self.by_first_name(surface, found),
            [person] => Some(*person),
            _ => self.nearest(&people),
        }
    }

    /// "The Orlovs": all who share a surname.
    fn is_family(&self, surface: &Surface) -> bool {
        surface.known.is_none()
            && surface.word_count() == 1
            && surface
                .key
                .strip_suffix("es")
                .or(surface.key.strip_suffix('s'))
                .into_iter()
                .chain(surface.key.strip_suffix('s'))
                .any(|name| name.len() > 2 && !self.groups.with_surname(name).is_empty())
    }

    fn by_first_name(&self, surface: &Surface, found: &Found) -> Option<usize> {
        let certain = surface.word_count() == 1 && (!found.weak || surface.begins_given);
        match self.groups.with_first(&surface.key).as_slice() {
            [person] if certain && found.gender.is_none() => Some(*person),
            [person] if is_family_name(&surface.key) => {
                let known = self.genders.get(person);
                known
                    .is_none_or(|&known| found.gender.is_none_or(|gender| gender == known))
                    .then_some(*person)
            }
            _ => None,
        }
    }

    /// Of several people the one named last, unless another was named far more often: a man whose
    /// wife is mentioned once remains the one meant by the surname.
    fn nearest(&self, people: &[usize]) -> Option<usize> {
        let seen = || people.iter().filter_map(|person| Some((self.seen.get(person)?, *person)));
        let ((_, count), nearest) = seen().max()?;
        let main = seen().max_by_key(|((last, count), _)| (*count, *last));
        main.filter(|((_, most), _)| *most >= 3 * count).map(|(_, main)| main).or(Some(nearest))
    }

    fn finish(mut self) -> Names {
        gender::from_pronouns(self.page, &mut self.names);
        for entity in &mut self.names.entities {
            if entity.kind != NameKind::Person {
                entity.roles.clear();
            }
            entity.settle();
        }
        self.names
    }
}

impl Entity {
    fn note_spelling(&mut self, spelling: &str) {
        let spelling = spelling.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.spellings.iter().position(|known| *known == spelling) {
            Some(known) => self.counts[known] += 1,
            None => {
                self.spellings.push(spelling);
                self.counts.push(1);
            }
        }
    }

    fn note_role(&mut self, role: &str) {
        let role = role.split_whitespace().collect::<Vec<_>>().join(" ");
        if !self.roles.contains(&role) {
            self.roles.push(role);
        }
    }

    /// Sorts the spellings, fullest first, and takes the first for the name.
    fn settle(&mut self) {
        let mut sorted: Vec<(String, u32)> =
            std::mem::take(&mut self.spellings).into_iter().zip(self.counts.drain(..)).collect();
        sorted
            .sort_by_cached_key(|(spelling, count)| std::cmp::Reverse(fullness(spelling, *count)));
        (self.spellings, self.counts) = sorted.into_iter().unzip();
        self.name = self.spellings.first().cloned().unwrap_or_default();
    }
}

/// How full a spelling is: words that are no initials, words, not all capitals, how often it stands.
fn fullness(spelling: &str, count: u32) -> (usize, usize, bool, u32) {
    let words = spelling.split([' ', '-']);
    let full = words.clone().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    let small = spelling.chars().any(char::is_lowercase);
    (full.count(), words.count(), small, count)
}

/// Family names that stand first, in Chinese, Korean and Vietnamese names.
fn is_family_name(key: &str) -> bool {
    const FAMILIES: &[&str] = &[
        "xi", "li", "wang", "zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu",
        "sun", "hu", "zhu", "gao", "lin", "he", "guo", "ma", "luo", "liang", "song", "zheng",
        "tang", "deng", "mao", "wen", "jiang", "tsai", "kim", "lee", "park", "choi", "moon", "ban",
        "roh", "yoon", "cho", "kang", "nguyen", "tran", "pham", "phan", "vo", "ho", "hun", "bo",
        "peng", "qin", "hua", "lam",
    ];
    FAMILIES.contains(&key)
}

/// Surfaces that stand after titles of both genders.
fn mixed(surfaces: &Surfaces) -> FxHashSet<usize> {
    let of = |gender: Gender| -> FxHashSet<usize> {
        let found = surfaces.found.iter().filter(|found| found.gender == Some(gender));
        found.map(|found| found.surface).collect()
    };
    of(Gender::Female).intersection(&of(Gender::Male)).copied().collect()
}

/// The gender of each group, from titles, else from given names.
fn genders(surfaces: &Surfaces, groups: &Groups) -> FxHashMap<usize, Gender> {
    let mut genders = FxHashMap::default();
    for found in &surfaces.found {
        if let Some(gender) = found.gender {
            genders.entry(groups.of(found.surface)).or_insert(gender);
        }
    }
    for (number, surface) in surfaces.all.iter().enumerate() {
        if let Some(gender) = surface.given {
            genders.entry(groups.of(number)).or_insert(gender);
        }
    }
    genders
}
