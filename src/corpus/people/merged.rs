//! What several documents know of one person, put together: spellings with their counts, slips
//! among them, the name, the roles.

use rustc_hash::FxHashMap;

use super::slips::is_alternation;
use super::spelling::distance;
use super::{NameOverrides, Person, SLIP_SHARE, Spelling};
use crate::reading::names::{Entity, Gender, NameKind, fold_name, variant_key};
use crate::text::TextRange;

/// A person in the making.
#[derive(Default)]
pub(super) struct Merged {
    kinds: [u32; 4],
    gender: Option<Gender>,
    spellings: FxHashMap<String, (u32, Vec<usize>)>,
    roles: Vec<(String, usize)>,
    pub(super) mentions: Vec<(usize, TextRange)>,
}

const KINDS: [NameKind; 4] =
    [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Other];

impl Merged {
    /// Adds what one document knows.
    pub(super) fn add(&mut self, source: usize, entity: &Entity) {
        let count: u32 = entity.counts.iter().sum();
        let kind = KINDS.iter().position(|kind| *kind == entity.kind).unwrap_or(3);
        self.kinds[kind] += count.max(1);
        self.gender = self.gender.or(entity.gender);
        for (spelling, count) in entity.spellings.iter().zip(&entity.counts) {
            let known = self.spellings.entry(spelling.clone()).or_default();
            known.0 += count;
            if known.1.last() != Some(&source) {
                known.1.push(source);
            }
        }
        for role in &entity.roles {
            // Sources are added one after the other, so those of this one stand last.
            let mut own = self.roles.iter().rev().take_while(|(_, from)| *from == source);
            if !own.any(|(known, _)| known == role) {
                self.roles.push((role.clone(), source));
            }
        }
    }

    /// The person, with slips marked and a name chosen.
    pub(super) fn finish(self) -> Person {
        let known = (0..3).max_by_key(|&kind| (self.kinds[kind], 3 - kind)).unwrap_or(3);
        let kind = if self.kinds[known] > 0 { KINDS[known] } else { NameKind::Other };
        let mut spellings: Vec<Spelling> = self
            .spellings
            .into_iter()
            .map(|(text, (count, sources))| Spelling { text, count, sources, slip_of: None })
            .collect();
        spellings.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        mark_slips(&mut spellings, kind);
        let name = canonical(&spellings, kind);
        let (gender, roles, mentions) = (self.gender, self.roles, self.mentions);
        Person { name, kind, gender, spellings, roles, mentions }
    }
}

/// The fullest form: of the forms with a first name (or of those that are no acronym) the most
/// frequent.
fn canonical(spellings: &[Spelling], kind: NameKind) -> String {
    let full = |spelling: &&Spelling| {
        spelling.slip_of.is_none()
            && spelling.text.chars().any(char::is_lowercase)
            && (spelling.text.contains(' ') || kind == NameKind::Place)
    };
    let best =
        spellings.iter().find(full).or_else(|| spellings.iter().find(|s| s.slip_of.is_none()));
    best.or(spellings.first()).map(|spelling| spelling.text.clone()).unwrap_or_default()
}

/// Marks spellings that look like slips: their last word is rare beside another a letter or two
/// from it, and no transliteration or British spelling of it.
fn mark_slips(spellings: &mut [Spelling], kind: NameKind) {
    if kind == NameKind::Other {
        return;
    }
    let words: Vec<String> = spellings.iter().map(|spelling| last_word(&spelling.text)).collect();
    let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
    for (word, spelling) in words.iter().zip(spellings.iter()) {
        *counts.entry(word).or_default() += spelling.count;
    }
    let is_right = |slip: usize, right: usize| {
        let (word, other) = (&words[slip], &words[right]);
        word.len() >= 5
            && counts[other.as_str()] >= SLIP_SHARE * counts[word.as_str()]
            && distance(word, other, 2).is_some_and(|letters| letters > 0)
            && !is_alternation(word, other)
            && variant_key(word) != variant_key(other)
    };
    let length = |number: usize| spellings[number].text.split(' ').count();
    let rights: Vec<Option<String>> = (0..spellings.len())
        .map(|slip| {
            let fitting = || (0..spellings.len()).filter(|&right| is_right(slip, right));
            let right = fitting().find(|&right| length(right) == length(slip));
            right.or_else(|| fitting().next()).map(|right| spellings[right].text.clone())
        })
        .collect();
    for (spelling, right) in spellings.iter_mut().zip(rights) {
        spelling.slip_of = right;
    }
}

fn last_word(text: &str) -> String {
    fold_name(text).rsplit(' ').next().unwrap_or_default().to_owned()
}

/// Puts the writer's aliases among the spellings, and adds names that no source has.
pub(super) fn add_aliases(all: &mut Vec<Person>, overrides: &NameOverrides) {
    for (alias, name) in &overrides.aliases {
        let key = fold_name(name);
        let named = all.iter().position(|person| {
            person.spellings.iter().any(|spelling| fold_name(&spelling.text) == key)
        });
        let number = named.unwrap_or_else(|| {
            all.push(Person {
                name: name.clone(),
                kind: NameKind::Other,
                gender: None,
                spellings: vec![unseen(name)],
                roles: Vec::new(),
                mentions: Vec::new(),
            });
            all.len() - 1
        });
        let person = &mut all[number];
        person.name.clone_from(name);
        match person.spellings.iter_mut().find(|spelling| spelling.text == *alias) {
            Some(known) => known.slip_of = None,
            None => person.spellings.push(unseen(alias)),
        }
    }
}

/// A spelling that stands in no source.
fn unseen(text: &str) -> Spelling {
    Spelling { text: text.to_owned(), count: 0, sources: Vec::new(), slip_of: None }
}
