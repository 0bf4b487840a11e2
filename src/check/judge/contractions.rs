//! Contractions and their full forms: "we're" and "we are" are the same words.

/// Whether two folded runs of words are the same once contractions are written out.
pub(super) fn same_in_full(a: &[&str], b: &[&str]) -> bool {
    let (a, b) = (in_full(a), in_full(b));
    a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| a.iter().any(|form| b.contains(form)))
}

/// Each word of the run written out, with all the words it may stand for.
fn in_full<'w>(words: &[&'w str]) -> Vec<Vec<&'w str>> {
    let mut full = Vec::with_capacity(words.len() + 1);
    for word in words {
        let (stem, tails) = parted(word);
        full.push(vec![stem]);
        if !tails.is_empty() {
            full.push(tails.to_vec());
        }
    }
    full
}

/// A contraction's first word, and what its ending may stand for.
fn parted(word: &str) -> (&str, &'static [&'static str]) {
    match word {
        "can't" | "cannot" => return ("can", &["not"]),
        "won't" => return ("will", &["not"]),
        "shan't" => return ("shall", &["not"]),
        "ain't" => return (word, &[]),
        "let's" => return ("let", &["us"]),
        _ => {}
    }
    const ENDINGS: [(&str, &[&str]); 7] = [
        ("n't", &["not"]),
        ("'re", &["are"]),
        ("'ve", &["have"]),
        ("'ll", &["will", "shall"]),
        ("'m", &["am"]),
        ("'d", &["would", "had"]),
        ("'s", &["is", "has"]),
    ];
    ENDINGS
        .iter()
        .find_map(|(ending, tails)| word.strip_suffix(ending).map(|stem| (stem, *tails)))
        .unwrap_or((word, &[]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contractions_equal_their_full_forms() {
        for (a, b, same) in [
            ("we're", "we are", true),
            ("don't", "do not", true),
            ("cannot", "can't", true),
            ("won't have", "will not have", true),
            ("it's", "it has", true),
            ("i'd", "i would", true),
            ("we're", "we were", false),
            ("don't", "do", false),
            ("won't", "would not", false),
            ("they'll", "they would", false),
        ] {
            let split = |text: &'static str| text.split(' ').collect::<Vec<_>>();
            assert_eq!(same_in_full(&split(a), &split(b)), same, "{a} / {b}");
        }
    }
}
