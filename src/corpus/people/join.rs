//! The names of single documents joined into those of all sources.

use rustc_hash::{FxHashMap, FxHashSet};

use super::merged::{Merged, add_aliases};
use super::spelling::{distance, skeleton};
use super::{NameOverrides, Person, PersonId, SLIP_SHARE};
use crate::reading::names::{
    Entity, Gender, NameKind, Names, PersonName, fold_name, is_common_word, variant_key,
};

/// Joins the names of `parts`. The second value says for each part and entity whom it became.
pub(super) fn join(
    parts: &[&Names],
    overrides: &NameOverrides,
) -> (Vec<Person>, Vec<Vec<PersonId>>) {
    let mut joiner = Joiner::read(parts, overrides);
    joiner.join_aliases(overrides);
    joiner.join_kinds();
    joiner.join_people();
    joiner.join_nicknames();
    joiner.join_slips();
    joiner.join_acronyms();
    joiner.join_short_names();
    joiner.finish(parts, overrides)
}

/// One name as documents write it, with all documents' entities of that name and kind.
#[derive(Debug)]
struct Node {
    /// The folded full name.
    key: String,
    kind: NameKind,
    gender: Option<Gender>,
    /// The folded name with the nickname that stands in quotation marks inside it.
    by_nickname: Option<String>,
    count: u32,
    /// Folded words of the roles.
    roles: FxHashSet<String>,
    /// Folded acronyms that documents give for it.
    acronyms: Vec<String>,
    /// The numbers of the documents that have it, ascending.
    documents: Vec<usize>,
}

struct Joiner {
    nodes: Vec<Node>,
    parents: Vec<usize>,
    by_key: FxHashMap<(String, NameKind), usize>,
    /// The node of each entity of each part.
    entities: Vec<Vec<usize>>,
    apart: FxHashSet<(String, String)>,
}

impl Joiner {
    fn read(parts: &[&Names], overrides: &NameOverrides) -> Self {
        let mut joiner = Self {
            nodes: Vec::new(),
            parents: Vec::new(),
            by_key: FxHashMap::default(),
            entities: Vec::with_capacity(parts.len()),
            apart: FxHashSet::default(),
        };
        for (one, other) in &overrides.apart {
            let (one, other) = (fold_name(one), fold_name(other));
            joiner.apart.insert((other.clone(), one.clone()));
            joiner.apart.insert((one, other));
        }
        for (document, names) in parts.iter().enumerate() {
            let nodes: Vec<usize> =
                names.entities.iter().map(|entity| joiner.node_of(entity)).collect();
            for &node in &nodes {
                joiner.nodes[node].documents.push(document);
            }
            joiner.entities.push(nodes);
        }
        joiner
    }

    fn node_of(&mut self, entity: &Entity) -> usize {
        let key = variant_key(&fold_name(&entity.name));
        let node = self.node(key, entity.kind);
        let known = &mut self.nodes[node];
        known.count += entity.counts.iter().sum::<u32>();
        known.gender = known.gender.or(entity.gender);
        known.by_nickname = known.by_nickname.take().or_else(|| by_nickname(&entity.name));
        for role in &entity.roles {
            known
                .roles
                .extend(fold_name(role).split(' ').filter(|w| w.len() > 3).map(str::to_owned));
        }
        if entity.kind != NameKind::Person {
            let short = entity.spellings.iter().filter(|spelling| {
                !spelling.contains(' ') && !spelling.chars().any(char::is_lowercase)
            });
            let short: Vec<String> = short.map(|spelling| fold_name(spelling)).collect();
            known.acronyms.extend(short);
        }
        node
    }

    fn node(&mut self, key: String, kind: NameKind) -> usize {
        if let Some(&known) = self.by_key.get(&(key.clone(), kind)) {
            return known;
        }
        let node = self.nodes.len();
        self.by_key.insert((key.clone(), kind), node);
        let roles = FxHashSet::default();
        let (acronyms, documents) = (Vec::new(), Vec::new());
        self.nodes.push(Node {
            key,
            kind,
            gender: None,
            by_nickname: None,
            count: 0,
            roles,
            acronyms,
            documents,
        });
        self.parents.push(node);
        node
    }

    fn root(&self, mut node: usize) -> usize {
        while self.parents[node] != node {
            node = self.parents[node];
        }
        node
    }

    fn join(&mut self, one: usize, other: usize) {
        let keys = (self.nodes[one].key.clone(), self.nodes[other].key.clone());
        let (one, other) = (self.root(one), self.root(other));
        if one == other || self.apart.contains(&keys) {
            return;
        }
        let (first, second) = (one.min(other), one.max(other));
        self.parents[second] = first;
        if self.nodes[first].gender.is_none() {
            self.nodes[first].gender = self.nodes[second].gender;
        }
    }

    /// The writer's aliases; a name that no source has is added.
    fn join_aliases(&mut self, overrides: &NameOverrides) {
        for (alias, name) in &overrides.aliases {
            let nodes: Vec<usize> =
                [name, alias].iter().flat_map(|name| self.nodes_named(&fold_name(name))).collect();
            let Some(&first) = nodes.first() else { continue };
            for &node in &nodes[1..] {
                self.join(first, node);
            }
        }
    }

    fn nodes_named(&self, key: &str) -> Vec<usize> {
        let key = variant_key(key);
        [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Other]
            .into_iter()
            .filter_map(|kind| self.by_key.get(&(key.clone(), kind)).copied())
            .collect()
    }

    /// One name that documents took for different kinds; a person called like a place stays apart.
    fn join_kinds(&mut self) {
        for number in 0..self.nodes.len() {
            let node = &self.nodes[number];
            let (key, kind) = (node.key.clone(), node.kind);
            let long = key.contains(' ');
            let others: Vec<usize> = self
                .nodes_named(&key)
                .into_iter()
                .filter(|&other| other != number)
                .filter(|&other| long || self.nodes[other].kind != NameKind::Person)
                .collect();
            let same = kind != NameKind::Person || long;
            match others.as_slice() {
                [] => {}
                _ if same => self.join(others[0], number),
                _ => {}
            }
        }
        self.join_unknown_with_people();
    }

    /// A word of no kind that other documents know as a person's name and as nothing else.
    fn join_unknown_with_people(&mut self) {
        for number in 0..self.nodes.len() {
            if self.nodes[number].kind != NameKind::Other {
                continue;
            }
            let namesakes = self.nodes_named(&self.nodes[number].key.clone());
            if let &[person, other] = namesakes.as_slice()
                && other == number
            {
                self.join(person, other);
            }
        }
    }

    /// Full names that say nothing against each other, transliterations made alike.
    fn join_people(&mut self) {
        let mut namesakes: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for node in 0..self.nodes.len() {
            if self.nodes[node].kind != NameKind::Person {
                continue;
            }
            let plain = skeleton(&self.nodes[node].key);
            if let Some(name) = PersonName::parse(&plain) {
                let initial = name.first.chars().next().unwrap_or_default();
                let bucket = format!("{initial} {}", name.last);
                namesakes.entry(bucket).or_default().push(node);
            }
        }
        let mut buckets: Vec<Vec<usize>> = namesakes.into_values().collect();
        buckets.sort_unstable();
        for bucket in buckets {
            self.join_namesakes(&bucket);
            self.join_other_vowels(&bucket);
        }
    }

    /// "Bill Hargreave" where another document has "William “Bill” Hargreave".
    fn join_nicknames(&mut self) {
        for number in 0..self.nodes.len() {
            let Some(key) = self.nodes[number].by_nickname.clone() else { continue };
            if let Some(&known) = self.by_key.get(&(key, NameKind::Person)) {
                self.join(known, number);
            }
        }
    }

    /// "Ahmed al-Masri" and "Ahmad Al Masri" of one office: the vowels of Arabic names are a
    /// matter of taste.
    fn join_other_vowels(&mut self, bucket: &[usize]) {
        const ASKED: usize = 8;
        for at in 1..bucket.len() {
            let mut before = bucket[..at].iter().take(ASKED);
            let same = before.find(|&&other| self.differ_in_vowels(other, bucket[at]));
            if let Some(&other) = same {
                self.join(other, bucket[at]);
            }
        }
    }

    fn differ_in_vowels(&self, one: usize, other: usize) -> bool {
        const ARTICLES: &[&str] = &["al", "el", "ul", "abu", "bin", "ibn", "ben"];
        let (one, other) = (&self.nodes[one], &self.nodes[other]);
        let (Some(first), Some(second)) =
            (PersonName::parse(&one.key), PersonName::parse(&other.key))
        else {
            return false;
        };
        let consonants = |name: &str| name.replace(['a', 'e', 'i', 'o', 'u'], "");
        let arabic = first.middle.last().is_some_and(|word| ARTICLES.contains(word));
        arabic
            && first.middle == second.middle
            && first.last == second.last
            && consonants(first.first) == consonants(second.first)
            && distance(first.first, second.first, 1).is_some()
            && one.roles.intersection(&other.roles).next().is_some()
            && one.documents.iter().all(|document| !other.documents.contains(document))
            && one.gender.zip(other.gender).is_none_or(|(one, other)| one == other)
    }

    /// Joins those of one surname and initial that may be the same person, if only one fits.
    fn join_namesakes(&mut self, bucket: &[usize]) {
        let plain: Vec<String> =
            bucket.iter().map(|&node| skeleton(&self.nodes[node].key)).collect();
        let names: Vec<Option<PersonName<'_>>> =
            plain.iter().map(|key| PersonName::parse(key)).collect();
        for (at, &node) in bucket.iter().enumerate() {
            let Some(name) = &names[at] else { continue };
            let fitting: Vec<usize> = (0..bucket.len())
                .filter(|&other| other != at)
                .filter(|&other| names[other].as_ref().is_some_and(|other| name.may_be(other)))
                .collect();
            let same_first = |other: &usize| {
                names[*other].as_ref().is_some_and(|other| other.first == name.first)
            };
            let mut groups: Vec<usize> =
                fitting.iter().map(|&other| self.root(bucket[other])).collect();
            groups.sort_unstable();
            groups.dedup();
            if (groups.len() == 1 || fitting.iter().all(same_first) && name.middle.is_empty())
                && let Some(&other) = fitting.first()
            {
                self.join(bucket[other], node);
            }
        }
    }

    /// Surnames a letter or two apart, after the same given name and with shared roles.
    fn join_slips(&mut self) {
        let mut near: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for node in 0..self.nodes.len() {
            if self.nodes[node].kind != NameKind::Person {
                continue;
            }
            if let Some(name) = PersonName::parse(&self.nodes[node].key)
                && name.last.len() >= 6
            {
                let start: String = name.last.chars().take(4).collect();
                near.entry(format!("{} {start}", skeleton(name.first))).or_default().push(node);
            }
        }
        let mut buckets: Vec<Vec<usize>> = near.into_values().filter(|b| b.len() > 1).collect();
        buckets.sort_unstable();
        for mut bucket in buckets {
            bucket.sort_by_key(|&node| (std::cmp::Reverse(self.nodes[node].count), node));
            for at in 1..bucket.len() {
                let right =
                    bucket[..at].iter().take(8).find(|&&right| self.is_slip(bucket[at], right));
                if let Some(&right) = right {
                    self.join(right, bucket[at]);
                }
            }
        }
    }

    fn is_slip(&self, node: usize, right: usize) -> bool {
        let (slip, right) = (&self.nodes[node], &self.nodes[right]);
        let last = |key: &'_ str| key.rsplit(' ').next().unwrap_or_default().to_owned();
        let near = distance(&last(&slip.key), &last(&right.key), 2).is_some();
        let shared_roles = slip.roles.intersection(&right.roles).next().is_some();
        let no_roles = slip.roles.is_empty() || right.roles.is_empty();
        let rare = slip.count * SLIP_SHARE <= right.count;
        let swapped = no_roles && self.is_swapped(slip, right);
        near && (shared_roles || no_roles && rare || swapped)
            && !is_gender_pair(&slip.key, &right.key)
    }

    /// "Trautwein" and "Trautwine": the same letters in another order after the same given name, in
    /// documents of which none has both, and nothing that parts the two.
    fn is_swapped(&self, one: &Node, other: &Node) -> bool {
        const LONG: usize = 7;
        let (Some(first), Some(second)) =
            (PersonName::parse(&one.key), PersonName::parse(&other.key))
        else {
            return false;
        };
        let letters = |name: &str| {
            let mut letters: Vec<char> = name.chars().collect();
            letters.sort_unstable();
            letters
        };
        let whole = first.first == second.first && first.first.len() > 2;
        let apart = one.documents.iter().all(|document| !other.documents.contains(document));
        let genders = one.gender.zip(other.gender).is_none_or(|(one, other)| one == other);
        whole
            && apart
            && genders
            && first.middle == second.middle
            && first.last.chars().count() >= LONG
            && letters(first.last) == letters(second.last)
    }

    /// A body named by its acronym alone, where only one body of the sources has it.
    fn join_acronyms(&mut self) {
        let mut bodies: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (number, node) in self.nodes.iter().enumerate() {
            for acronym in node.acronyms.iter().filter(|acronym| **acronym != node.key) {
                bodies.entry(acronym.clone()).or_default().push(number);
            }
        }
        for number in 0..self.nodes.len() {
            let node = &self.nodes[number];
            if node.kind == NameKind::Person || node.kind == NameKind::Place {
                continue;
            }
            let Some(expanded) = bodies.get(&node.key) else { continue };
            if let Some(body) = self.only_group(expanded) {
                self.join(body, number);
            }
        }
    }

    /// Surnames alone, where only one person of the sources has that name.
    fn join_short_names(&mut self) {
        let mut surnames: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (number, node) in self.nodes.iter().enumerate() {
            if node.kind == NameKind::Person
                && let Some(name) = PersonName::parse(&node.key)
            {
                for surname in name.surnames() {
                    surnames.entry(surname).or_default().push(number);
                }
            }
        }
        for number in 0..self.nodes.len() {
            let node = &self.nodes[number];
            let short = match node.kind {
                NameKind::Person => true,
                NameKind::Other => !is_common_word(&node.key),
                NameKind::Organisation | NameKind::Place => false,
            };
            let Some(people) = surnames.get(&node.key).filter(|_| short) else { continue };
            let (gender, people) = (node.gender, people.clone());
            let fitting: Vec<usize> = people
                .into_iter()
                .filter(|&person| {
                    let known = self.nodes[self.root(person)].gender;
                    gender.is_none() || known.is_none() || known == gender
                })
                .collect();
            if let Some(person) = self.only_group(&fitting) {
                self.join(person, number);
            }
        }
    }

    /// The one group all `nodes` belong to.
    fn only_group(&self, nodes: &[usize]) -> Option<usize> {
        let first = self.root(*nodes.first()?);
        nodes.iter().all(|&node| self.root(node) == first).then_some(first)
    }

    fn finish(
        self,
        parts: &[&Names],
        overrides: &NameOverrides,
    ) -> (Vec<Person>, Vec<Vec<PersonId>>) {
        let mut ids: FxHashMap<usize, PersonId> = FxHashMap::default();
        let mut merged: Vec<Merged> = Vec::new();
        let mut entities = Vec::with_capacity(parts.len());
        for (source, names) in parts.iter().enumerate() {
            let mut of_part = Vec::with_capacity(names.entities.len());
            for (number, entity) in names.entities.iter().enumerate() {
                let next = PersonId(merged.len());
                let id = *ids.entry(self.root(self.entities[source][number])).or_insert(next);
                if id == next {
                    merged.push(Merged::default());
                }
                merged[id.0].add(source, entity);
                of_part.push(id);
            }
            for mention in &names.mentions {
                if let Some(&PersonId(id)) = of_part.get(mention.entity) {
                    merged[id].mentions.push((source, mention.range));
                }
            }
            entities.push(of_part);
        }
        let mut all: Vec<Person> = merged.into_iter().map(Merged::finish).collect();
        add_aliases(&mut all, overrides);
        (all, entities)
    }
}

/// "bill hargreave" of "William “Bill” Hargreave".
fn by_nickname(name: &str) -> Option<String> {
    let mut parts = name.split(['"', '“', '”']);
    let (_given, nickname, surname) = (parts.next()?, parts.next()?, parts.next()?);
    Some(fold_name(&format!("{nickname} {surname}")))
}

/// "ivanov" and "ivanova": a man and a woman.
fn is_gender_pair(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let pair = |short: &str, long: &str| {
        long.strip_suffix('a') == Some(short)
            || short.strip_suffix('i').is_some_and(|stem| long.strip_suffix('a') == Some(stem))
    };
    pair(short, long)
        || pair(long, short)
        || short.strip_suffix('y').is_some_and(|stem| long.strip_prefix(stem) == Some("aya"))
}
