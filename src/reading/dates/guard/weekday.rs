//! Weekdays told from papers, people and sets ("every Monday").

use crate::reading::tokens::{Case, Kind, Lex, Tokens};

use super::super::expr::Found;
use super::{name_after, name_before};

/// First words of names that end in a weekday.
const NAMES_BEFORE: &[&str] = &[
    "Black",
    "Bloody",
    "Super",
    "Cyber",
    "Ruby",
    "Casual",
    "Man",
    "Girl",
    "Fat",
    "Joe",
    "Giving",
    "Spy",
    "Sheffield",
    "Good",
    "Easter",
    "Ash",
    "Holy",
    "Blue",
    "Happy",
    "Freaky",
    "Red",
    "Green",
    "Billy",
    "Stormy",
    "Manic",
    "Gloomy",
    "Big",
    "Mad",
    "Any",
    "Small",
];

/// Given names common enough to make a weekday after them a surname.
const GIVEN: &[&str] = &[
    "Adam",
    "Alan",
    "Alex",
    "Alice",
    "Amy",
    "Andrew",
    "Andy",
    "Angela",
    "Ann",
    "Anna",
    "Anne",
    "Anthony",
    "Barbara",
    "Ben",
    "Beth",
    "Betty",
    "Bill",
    "Bob",
    "Brian",
    "Bruce",
    "Carl",
    "Carol",
    "Charles",
    "Charlie",
    "Chris",
    "Christine",
    "Dan",
    "Daniel",
    "Dave",
    "David",
    "Dennis",
    "Diana",
    "Donald",
    "Donna",
    "Ed",
    "Edward",
    "Elizabeth",
    "Ella",
    "Emily",
    "Emma",
    "Eric",
    "Frank",
    "Fred",
    "Gary",
    "George",
    "Grace",
    "Greg",
    "Hannah",
    "Harry",
    "Helen",
    "Henry",
    "Ian",
    "Jack",
    "Jacob",
    "James",
    "Jane",
    "Jason",
    "Jean",
    "Jeff",
    "Jennifer",
    "Jerry",
    "Jessica",
    "Jim",
    "Joan",
    "Joan",
    "John",
    "Jonathan",
    "Joseph",
    "Josh",
    "Julia",
    "Julie",
    "Karen",
    "Kate",
    "Kathy",
    "Keith",
    "Kelly",
    "Ken",
    "Kevin",
    "Larry",
    "Laura",
    "Linda",
    "Lisa",
    "Louis",
    "Lucy",
    "Luke",
    "Margaret",
    "Maria",
    "Marie",
    "Mark",
    "Martin",
    "Mary",
    "Matt",
    "Matthew",
    "Michael",
    "Michelle",
    "Mike",
    "Nancy",
    "Nick",
    "Nicole",
    "Oliver",
    "Olivia",
    "Pat",
    "Patricia",
    "Patrick",
    "Paul",
    "Peter",
    "Phil",
    "Philip",
    "Rachel",
    "Ray",
    "Rebecca",
    "Richard",
    "Rick",
    "Robert",
    "Roger",
    "Ron",
    "Rose",
    "Ruth",
    "Ryan",
    "Sam",
    "Samuel",
    "Sandra",
    "Sara",
    "Sarah",
    "Scott",
    "Sean",
    "Sharon",
    "Simon",
    "Sophie",
    "Stephen",
    "Steve",
    "Steven",
    "Sue",
    "Susan",
    "Ted",
    "Terry",
    "Thomas",
    "Tim",
    "Tom",
    "Tony",
    "Walter",
    "Wayne",
    "Will",
    "William",
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
];

/// What follows a weekday in the name of a paper, a show or a custom.
const NAMES_AFTER: &[&str] = &[
    "Times",
    "Telegraph",
    "Mirror",
    "Express",
    "Mail",
    "Herald",
    "Mercury",
    "Post",
    "Independent",
    "World",
    "Business",
    "Age",
    "Star",
    "Sun",
    "Night",
    "Magazine",
    "People",
    "Sport",
    "Club",
    "Group",
    "School",
    "Evening",
    "Morning",
    "Review",
    "Records",
    "Tribune",
    "Politics",
    "Supper",
    "Live",
    "Football",
    "Weld",
    "Addams",
];

pub(super) fn is_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    let start = found.start;
    let short = matches!(tokens.lex(start), Lex::Weekday(_, true));
    if short && !short_stands(tokens, start) {
        return false;
    }
    !is_set(tokens, found)
        && !is_named_before(tokens, start)
        && !is_named_after(tokens, found)
        && !is_thirteenth(tokens, found)
        && !tokens.is_any(found.end, &["school", "schools", "best", "roast"])
}

/// "Friday the 13th films": an idea, where nothing makes it a day.
fn is_thirteenth(tokens: &Tokens<'_>, found: &Found) -> bool {
    tokens.lex(found.end) == Lex::The
        && tokens.at(found.end + 1).kind == Kind::Ordinal
        && tokens.at(found.end + 1).value == 13
}

/// "Sat", "Sun" and "Wed" are words; after "on" they are days.
fn short_stands(tokens: &Tokens<'_>, start: usize) -> bool {
    let previous = tokens.before(start, 1);
    tokens.at(start).case != Case::Lower
        && (matches!(previous.lex, Lex::On | Lex::Since | Lex::By)
            || tokens.is_any(start.wrapping_sub(1), &["until", "till"]))
        && !tokens.at(start + 1).is_capitalised()
}

/// "Every Monday", "on a Monday", "Monday nights".
fn is_set(tokens: &Tokens<'_>, found: &Found) -> bool {
    let previous = tokens.before(found.start, 1);
    let each = previous.lex == Lex::Each
        || tokens.is_any(found.start.wrapping_sub(1), &["any", "most", "no", "alternate", "some"]);
    let next = tokens.at(found.end);
    let noun = next.kind == Kind::Word && matches!(next.lex, Lex::None | Lex::DayPart);
    let any = previous.lex == Lex::A && !noun && tokens.lex(found.end - 1) != Lex::DayPart;
    let many = tokens.is_any(found.end, &["mornings", "nights", "evenings", "afternoons"]);
    each || any || many
}

fn is_named_before(tokens: &Tokens<'_>, start: usize) -> bool {
    if !name_before(tokens, start) {
        return false;
    }
    let word = tokens.text_at(start - 1);
    let owner = tokens.at(start + 1).is_apostrophe() && tokens.at(start - 1).case == Case::Upper;
    if NAMES_BEFORE.contains(&word) || owner && word.len() == 3 {
        return true;
    }
    // "Mark Sunday said", but "Thomas Mark Sunday said" and "Tim Cook Sunday" are days.
    GIVEN.contains(&word) && !name_before(tokens, start - 1)
}

fn is_named_after(tokens: &Tokens<'_>, found: &Found) -> bool {
    let night = tokens.at(found.end).is_capitalised()
        && matches!(tokens.lex(found.end), Lex::DayPart)
        && tokens.at(found.end + 1).is_capitalised();
    if night {
        return true;
    }
    if !name_after(tokens, found.end) || !tokens.at(found.start).is_capitalised() {
        return false;
    }
    let previous = tokens.before(found.start, 1);
    let the = previous.lex == Lex::The;
    let opens = tokens.begins_sentence(found.start);
    NAMES_AFTER.contains(&tokens.text_at(found.end)) || the || opens
}
