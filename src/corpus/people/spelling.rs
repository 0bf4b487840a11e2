//! Spellings of one name: transliterations made alike, and the distance between two.

/// A folded name with what transliterations differ in made alike: "sergey" and "sergei",
/// "zelensky" and "zelenskyy", "anthony" and "antony".
#[must_use]
pub fn skeleton(folded: &str) -> String {
    folded.split(' ').map(word_skeleton).collect::<Vec<_>>().join(" ")
}

/// Letters that transliterations write in several ways, and one way for all.
const ALIKE: &[(&str, &str)] = &[
    ("iye", "e"),
    ("iya", "a"),
    ("iia", "a"),
    ("ija", "a"),
    ("tsch", "ch"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("dzh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("ts", "c"),
    ("tz", "c"),
    ("ks", "x"),
    ("yu", "u"),
    ("iu", "u"),
    ("ju", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("ja", "a"),
    ("ye", "e"),
    ("ie", "e"),
    ("je", "e"),
    ("yo", "o"),
    ("io", "o"),
    ("ou", "u"),
    ("oo", "u"),
    ("q", "k"),
    ("w", "v"),
];

fn word_skeleton(word: &str) -> String {
    // "Howell II" and "Howell III" are father and son.
    if matches!(word, "ii" | "iii" | "iv") {
        return word.to_owned();
    }
    let mut rest = word;
    let mut skeleton = String::with_capacity(word.len());
    while let Some(first) = rest.chars().next() {
        let found = ALIKE.iter().find(|(letters, _)| rest.starts_with(letters));
        let (letters, plain) = found.map_or((first.len_utf8(), None), |(l, p)| (l.len(), Some(*p)));
        match plain {
            Some(plain) => push_plain(&mut skeleton, plain),
            None if first == 'y' || first == 'j' && rest.len() == 1 => {
                push_plain(&mut skeleton, "i")
            }
            None => push_plain(&mut skeleton, &rest[..letters]),
        }
        rest = &rest[letters..];
    }
    for ending in ["ei", "ii"] {
        if let Some(stem) = skeleton.strip_suffix(ending).filter(|stem| stem.len() >= 3) {
            skeleton = format!("{stem}i");
        }
    }
    skeleton
}

/// Appends `letters`, not doubling a consonant or an "i".
fn push_plain(skeleton: &mut String, letters: &str) {
    let doubled = letters.len() == 1 && skeleton.ends_with(letters) && !"aeou".contains(letters);
    if !doubled {
        skeleton.push_str(letters);
    }
}

/// The least number of letters inserted, taken away, exchanged or swapped with their neighbour
/// that makes `one` the `other`; `None` where it is more than `limit`.
pub(crate) fn distance(one: &str, other: &str, limit: usize) -> Option<usize> {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, &letter) in one.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, &counterpart) in other.iter().enumerate() {
            let exchanged = last[column] + usize::from(letter != counterpart);
            let mut cost = exchanged.min(last[column + 1] + 1).min(next[column] + 1);
            let swapped =
                row > 0 && column > 0 && letter == other[column - 1] && one[row - 1] == counterpart;
            if swapped {
                cost = cost.min(before_last[column - 1] + 1);
            }
            next.push(cost);
        }
        before_last = std::mem::replace(&mut last, next);
    }
    last.last().copied().filter(|&found| found <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_have_one_skeleton() {
        for spellings in [
            &["sergey", "sergei", "sergeiy"][..],
            &["zelensky", "zelenskyy", "zelenskiy", "zelenski"],
            &["anthony", "antony"],
            &["yuri", "yury", "yuriy", "iuri"],
            &["dmitry", "dmitri", "dmitriy"],
            &["khrushchev", "hrushchev"],
            &["philip", "phillip", "filip"],
            &["tatyana", "tatiana", "tatjana"],
            &["yulia", "yuliya", "julia", "iuliia"],
            &["maria", "mariya", "marija"],
        ] {
            let first = skeleton(spellings[0]);
            for spelling in spellings {
                assert_eq!(skeleton(spelling), first, "{spelling}");
            }
        }
        for (one, other) in
            [("orlov", "orlova"), ("ash ii", "ash iii"), ("karpov", "karpin"), ("martin", "marten")]
        {
            assert_ne!(skeleton(one), skeleton(other));
        }
    }

    #[test]
    fn distance_counts_edits_and_swaps() {
        for (one, other, expected) in [
            ("orlova", "orlova", Some(0)),
            ("orlova", "orlovna", Some(1)),
            ("orlova", "rolova", Some(1)),
            ("orlova", "arlove", Some(2)),
            ("orlova", "karpin", None),
            ("", "ab", Some(2)),
        ] {
            assert_eq!(distance(one, other, 2), expected, "{one} {other}");
            assert_eq!(distance(other, one, 2), expected, "{other} {one}");
        }
    }
}
