//! Places that news names for one another: the capital for the country's government.

use super::super::fold_name;

/// Names that stand for the same government or body in news, folded.
const NAMESAKES: &[&[&str]] = &[
    &["russia", "moscow", "kremlin"],
    &["united states", "us", "u.s", "usa", "america", "washington", "white house"],
    &["united kingdom", "uk", "britain", "great britain", "london", "downing street"],
    &["european union", "eu", "brussels"],
    &["china", "beijing"],
    &["france", "paris"],
    &["germany", "berlin"],
    &["ukraine", "kyiv", "kiev"],
    &["turkey", "turkiye", "ankara"],
    &["armenia", "yerevan"],
    &["azerbaijan", "baku"],
    &["georgia", "tbilisi"],
    &["belarus", "minsk"],
    &["kazakhstan", "astana"],
    &["kyrgyzstan", "bishkek"],
    &["tajikistan", "dushanbe"],
    &["uzbekistan", "tashkent"],
    &["turkmenistan", "ashgabat"],
    &["iran", "tehran"],
    &["iraq", "baghdad"],
    &["israel", "jerusalem"],
    &["syria", "damascus"],
    &["lebanon", "beirut"],
    &["egypt", "cairo"],
    &["saudi arabia", "riyadh"],
    &["india", "delhi", "new delhi"],
    &["pakistan", "islamabad"],
    &["japan", "tokyo"],
    &["north korea", "pyongyang"],
    &["south korea", "seoul"],
    &["taiwan", "taipei"],
    &["italy", "rome"],
    &["spain", "madrid"],
    &["poland", "warsaw"],
    &["hungary", "budapest"],
    &["czech republic", "czechia", "prague"],
    &["austria", "vienna"],
    &["greece", "athens"],
    &["serbia", "belgrade"],
    &["romania", "bucharest"],
    &["bulgaria", "sofia"],
    &["moldova", "chisinau"],
    &["sweden", "stockholm"],
    &["norway", "oslo"],
    &["finland", "helsinki"],
    &["canada", "ottawa"],
    &["australia", "canberra"],
    &["venezuela", "caracas"],
    &["cuba", "havana"],
    &["united nations", "un", "u.n"],
];

/// What else news may call the government or body called `name`.
pub(crate) fn namesakes(name: &str) -> Vec<&'static str> {
    let folded = fold_name(name);
    let bare = folded.strip_prefix("the ").unwrap_or(&folded).trim_end_matches('.');
    let row = NAMESAKES.iter().find(|row| row.contains(&bare));
    row.into_iter().flat_map(|row| row.iter().copied()).filter(|other| *other != bare).collect()
}

#[cfg(test)]
mod tests {
    use super::namesakes;

    #[test]
    fn a_capital_stands_for_its_country() {
        assert_eq!(namesakes("Moscow"), ["russia", "kremlin"]);
        assert_eq!(namesakes("the Kremlin"), ["russia", "moscow"]);
        assert!(namesakes("Harrow").is_empty());
    }
}
