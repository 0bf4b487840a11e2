//! Short lists that are asked by themselves: particles, states, heads.

/// States as they are shortened after a town or a party.
pub(in crate::reading::names) fn is_state(word: &str) -> bool {
    const STATES: &[&str] = &[
        "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan",
        "Kans", "Ky", "La", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev",
        "N.C.", "N.D.", "N.H.", "N.J.", "N.M.", "N.Y.", "Okla", "Ore", "Pa", "R.I.", "S.C.",
        "S.D.", "Tenn", "Tex", "Va", "Vt", "W.Va.", "Wash", "Wis", "Wyo", "AL", "AK", "AZ", "AR",
        "CA", "CO", "CT", "DE", "FL", "GA", "IL", "IN", "IA", "KS", "KY", "LA", "MA", "MD", "ME",
        "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK",
        "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY",
    ];
    STATES.contains(&word)
}

/// Particles that are no English words.
pub(in crate::reading::names) fn is_telling_particle(word: &str) -> bool {
    matches!(
        word,
        "von"
            | "van"
            | "der"
            | "bin"
            | "ibn"
            | "al"
            | "el"
            | "ul"
            | "della"
            | "di"
            | "du"
            | "dos"
            | "das"
            | "de"
            | "del"
            | "da"
            | "af"
            | "ter"
            | "abu"
            | "zu"
    )
}

/// Words after which "of" goes on with a name.
pub(in crate::reading::names) fn is_head_of(word: &str) -> bool {
    matches!(
        word,
        "Bank"
            | "State"
            | "Daughters"
            | "Sons"
            | "Knights"
            | "Friends"
            | "Order"
            | "Voice"
            | "Isle"
            | "Gulf"
            | "Strait"
            | "Cape"
            | "Bay"
            | "Lord"
            | "House"
            | "Game"
            | "Joint"
            | "Chiefs"
            | "Bureau"
            | "Speaker"
            | "Chief"
            | "Head"
            | "Mount"
            | "Port"
            | "Sea"
            | "Statue"
            | "Tree"
            | "Port-of"
            | "Doctors"
            | "Church"
            | "Rights"
            | "Call"
            | "Wizard"
            | "Declaration"
            | "Bill"
    )
}
