//! Gender from pronouns: "she" right after the only person that could be meant.

use super::page::Page;
use super::traits::Traits;
use super::{Gender, NameKind, Names};

/// Votes against a given name's gender that outweigh it.
const OVERRULES: u32 = 3;

/// Sets the gender of people whom the pronouns after their names show to be men or women.
pub(super) fn from_pronouns(page: &Page<'_>, names: &mut Names) {
    let votes = votes(page, names);
    for (entity, [female, male]) in names.entities.iter_mut().zip(votes) {
        if entity.kind != NameKind::Person {
            continue;
        }
        let shown = match (female, male) {
            (1.., 0) => Some(Gender::Female),
            (0, 1..) => Some(Gender::Male),
            _ => None,
        };
        if entity.gender.is_none() || shown.is_some() && female.max(male) >= OVERRULES {
            entity.gender = shown.or(entity.gender);
        }
    }
}

/// Female and male pronouns that can mean nobody but the entity.
fn votes(page: &Page<'_>, names: &Names) -> Vec<[u32; 2]> {
    let mut votes = vec![[0, 0]; names.entities.len()];
    let mut mentions = names.mentions.iter().peekable();
    let mut scene = Scene::default();
    let mut previous_end = 0;
    for token in &page.tokens {
        scene.pass(&page.text[previous_end..token.range.start], token.initial);
        previous_end = token.range.end;
        while let Some(mention) =
            mentions.next_if(|mention| mention.range.start <= token.range.start)
        {
            let person = names.entities[mention.entity].kind == NameKind::Person;
            if person && !scene.quoted {
                scene.meet(mention.entity);
            }
        }
        if scene.quoted || !token.traits.any(Traits::PRONOUN) {
            continue;
        }
        // "Lane said that they had offered him": not Lane.
        if page.text[token.range.start..token.range.end].eq_ignore_ascii_case("him")
            && matches!(scene.now, People::One(_))
        {
            continue;
        }
        if let Some(person) = scene.meant() {
            votes[person][usize::from(token.traits.any(Traits::MALE))] += 1;
        }
    }
    votes
}

/// Who is on the scene: the people of this sentence and of the one before.
#[derive(Default)]
struct Scene {
    now: People,
    before: People,
    quoted: bool,
}

/// Nobody, one person, or several.
#[derive(Clone, Copy, Default)]
enum People {
    #[default]
    Nobody,
    One(usize),
    Several,
}

impl Scene {
    /// Goes over the text between two words.
    fn pass(&mut self, between: &str, initial: bool) {
        for mark in between.chars() {
            match mark {
                '“' | '«' => self.quoted = true,
                '”' | '»' => self.quoted = false,
                '"' => self.quoted = !self.quoted,
                _ => {}
            }
        }
        if between.contains("\n\n") {
            *self = Self::default();
        } else if initial && between.contains(['.', '!', '?']) && !self.quoted {
            self.before = std::mem::take(&mut self.now);
        }
    }

    fn meet(&mut self, person: usize) {
        self.now = match self.now {
            People::Nobody => People::One(person),
            People::One(known) if known == person => People::One(known),
            _ => People::Several,
        };
    }

    /// The only person that a pronoun here can mean.
    fn meant(&self) -> Option<usize> {
        match (self.now, self.before) {
            (People::One(person), People::Nobody) | (People::Nobody, People::One(person)) => {
                Some(person)
            }
            (People::One(one), People::One(other)) if one == other => Some(one),
            _ => None,
        }
    }
}
