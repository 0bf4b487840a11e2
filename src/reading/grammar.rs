//! The words of grammar, which nearly every English sentence has, whatever it is about.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// A set of words, made of lists of words parted by white space when it is first asked.
pub(crate) type WordSet = LazyLock<FxHashSet<&'static str>>;

/// Words that bear grammar rather than content, folded. What is as empty for one purpose only
/// stands where that purpose is.
pub(crate) const GRAMMAR: &str = "\
    a an the and or but if then than that this these those of to in on at by for with from as \
    into about over after before between through during against up down out off is are was were \
    be been being am do does did have has had having i you he she it we they me him her us them \
    my your his its our their who whom whose which what when where why how there here so such \
    too very just also will would can could shall should may might must all any some each both \
    other own";

/// The words of all `lists`.
pub(crate) fn words_of(lists: &[&'static str]) -> FxHashSet<&'static str> {
    lists.iter().flat_map(|list| list.split_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_one_set() {
        static SET: WordSet = WordSet::new(|| words_of(&[GRAMMAR, "again  and\nagain"]));
        for (word, held) in
            [("the", true), ("and", true), ("again", true), ("", false), ("cat", false)]
        {
            assert_eq!(SET.contains(word), held, "{word}");
        }
    }
}
