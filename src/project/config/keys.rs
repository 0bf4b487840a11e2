//! Every setting in one table: from it come the check of keys, the JSON schema and the commented
//! file that `init` writes.

use crate::check::RULES;
use crate::report::words::severity;

/// What a setting's value is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Strings,
    Text,
    Flag,
    Milliseconds,
    Size,
    Choice(&'static [&'static str]),
    /// Lists of strings by name.
    Aliases,
    /// A list of lists of strings.
    Groups,
}

/// One setting.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// The table it stands in; empty for the top.
    pub(super) section: &'static str,
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// What holds where nothing is set, or an example, as TOML.
    pub(super) example: &'static str,
    /// One or two sentences.
    pub(super) doc: &'static str,
}

pub(super) const LEVELS: [&str; 5] = ["error", "warning", "information", "hint", "off"];

/// The rules, with the severity each has by default.
pub(super) fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    RULES.iter().map(|rule| (rule.name, severity(rule.severity)))
}

pub(super) const SECTIONS: [&str; 3] = ["rules", "names", "lsp"];

pub(super) const KEYS: [Key; 18] = [
    Key {
        section: "",
        name: "sources",
        kind: Kind::Strings,
        example: "[\"sources\"]",
        doc: "Folders or files of the documents you work from, beside this file. Without it, the \
              first of sources/, corpus/, refs/ and research/ that is there.",
    },
    Key {
        section: "",
        name: "drafts",
        kind: Kind::Strings,
        example: "[\"drafts/**/*.md\"]",
        doc: "Which files are drafts, as patterns of ignore files. Without it, every text outside \
              the sources.",
    },
    Key {
        section: "",
        name: "exclude",
        kind: Kind::Strings,
        example: "[\"archive/\"]",
        doc: "Files that are neither drafts nor sources, as patterns of ignore files.",
    },
    Key {
        section: "",
        name: "fail-on",
        kind: Kind::Choice(&["error", "warning", "information", "never"]),
        example: "\"error\"",
        doc: "The severity at which \"copydesk check\" fails.",
    },
    Key {
        section: "",
        name: "strict",
        kind: Kind::Flag,
        example: "false",
        doc: "Whether a quotation that no source has is a warning.",
    },
    Key {
        section: "",
        name: "select",
        kind: Kind::Strings,
        example: "[]",
        doc: "Only these rules.",
    },
    Key {
        section: "",
        name: "ignore",
        kind: Kind::Strings,
        example: "[]",
        doc: "Never these rules.",
    },
    Key {
        section: "",
        name: "language",
        kind: Kind::Text,
        example: "\"en-GB\"",
        doc: "The language of the drafts, with its country: tells whether 2/3/2024 is in March or \
              in February where date-order does not.",
    },
    Key {
        section: "",
        name: "date-order",
        kind: Kind::Choice(&["dmy", "mdy", "ymd"]),
        example: "\"mdy\"",
        doc: "The order of day, month and year in the drafts' dates such as 2/3/2024. Without it, \
              as the document shows.",
    },
    Key {
        section: "",
        name: "max-file-size",
        kind: Kind::Size,
        example: "\"32 MiB\"",
        doc: "How much of one source is read.",
    },
    Key {
        section: "names",
        name: "add",
        kind: Kind::Strings,
        example: "[\"Ada Moss\"]",
        doc: "Names that are right although no source has them.",
    },
    Key {
        section: "names",
        name: "aliases",
        kind: Kind::Aliases,
        example: "{ \"Ada Moss\" = [\"Moss\", \"Adah Moss\"] }",
        doc: "Other spellings of a name.",
    },
    Key {
        section: "names",
        name: "apart",
        kind: Kind::Groups,
        example: "[[\"Ada Moss\", \"Ida Moss\"]]",
        doc: "Names that look alike and are different people.",
    },
    Key {
        section: "lsp",
        name: "debounce",
        kind: Kind::Milliseconds,
        example: "300",
        doc: "Milliseconds without typing before a draft is checked.",
    },
    Key {
        section: "lsp",
        name: "hold",
        kind: Kind::Milliseconds,
        example: "2000",
        doc: "Milliseconds during which nothing is said of the place being edited.",
    },
    Key {
        section: "lsp",
        name: "inlay-hints",
        kind: Kind::Flag,
        example: "false",
        doc: "Source and date after verified quotations.",
    },
    Key {
        section: "lsp",
        name: "code-lens",
        kind: Kind::Flag,
        example: "false",
        doc: "A line of counts above the draft.",
    },
    Key {
        section: "lsp",
        name: "semantic-tokens",
        kind: Kind::Flag,
        example: "false",
        doc: "Colours for verified and unverified quotations.",
    },
];

/// The names that may stand in `section`.
pub(super) fn names_in(section: &str) -> Vec<&'static str> {
    let own = KEYS.iter().filter(|key| key.section == section).map(|key| key.name);
    match section {
        "" => own.chain(SECTIONS).collect(),
        "rules" => rules().map(|(name, _)| name).collect(),
        _ => own.collect(),
    }
}
