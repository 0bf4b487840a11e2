//! The kinds of value that a setting may have.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};

use crate::check::Severity;
use crate::corpus::people::NameOverrides;

/// How grave a rule's findings are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Wrong.
    Error,
    /// Probably wrong.
    Warning,
    /// Worth knowing.
    #[serde(alias = "info")]
    Information,
    /// A hint.
    Hint,
    /// Not reported.
    Off,
}

impl Level {
    /// The severity; `None` for `off`.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Information => Some(Severity::Information),
            Self::Hint => Some(Severity::Hint),
            Self::Off => None,
        }
    }
}

/// The severity from which on `check` fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Errors.
    Error,
    /// Warnings and worse.
    Warning,
    /// Information and worse.
    #[serde(alias = "info")]
    Information,
    /// Nothing.
    Never,
}

/// The order of day, month and year in dates of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// 25.02.2024.
    Dmy,
    /// 02/25/2024.
    Mdy,
    /// 2024/02/25.
    Ymd,
}

/// Names that the writer adds, joins or parts: `[names]`, or the whole of `names.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct NameRules {
    /// Names that the sources do not have and that are right.
    #[serde(deserialize_with = "strings")]
    pub add: Vec<String>,
    /// Other spellings of a name, by its fullest form.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// Names that look alike and are different people, each group apart from one another.
    pub apart: Vec<Vec<String>>,
}

impl NameRules {
    /// The rules as the corpus takes them.
    #[must_use]
    pub fn overrides(&self) -> NameOverrides {
        let added = self.add.iter().map(|name| (name.clone(), name.clone()));
        let aliases = self.aliases.iter().flat_map(|(name, aliases)| {
            aliases.iter().map(move |alias| (alias.clone(), name.clone()))
        });
        let pair = |names: &Vec<String>, at: usize| {
            names[at + 1..].iter().map(|other| (names[at].clone(), other.clone())).collect()
        };
        let apart = self
            .apart
            .iter()
            .flat_map(|names| (0..names.len()).flat_map(move |at| -> Vec<_> { pair(names, at) }));
        NameOverrides { aliases: added.chain(aliases).collect(), apart: apart.collect() }
    }

    /// Both sets of rules.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        self.add.extend(other.add);
        for (name, spellings) in other.aliases {
            self.aliases.entry(name).or_default().extend(spellings);
        }
        self.apart.extend(other.apart);
        self
    }
}

/// What only the language server heeds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Lsp {
    /// Milliseconds without typing before a check.
    pub debounce: Option<u64>,
    /// Milliseconds during which nothing is said of the place being edited.
    pub hold: Option<u64>,
    /// Source and date after verified quotations.
    pub inlay_hints: Option<bool>,
    /// A line of counts above the draft.
    pub code_lens: Option<bool>,
    /// Colours for verified and unverified quotations.
    pub semantic_tokens: Option<bool>,
}

impl Lsp {
    /// What `other` sets, and of the rest what is set here.
    #[must_use]
    pub fn overlaid(self, other: &Self) -> Self {
        Self {
            debounce: other.debounce.or(self.debounce),
            hold: other.hold.or(self.hold),
            inlay_hints: other.inlay_hints.or(self.inlay_hints),
            code_lens: other.code_lens.or(self.code_lens),
            semantic_tokens: other.semantic_tokens.or(self.semantic_tokens),
        }
    }
}

/// A size in bytes, written as a number or as "64 MiB".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(
    /// Bytes.
    pub u64,
);

impl Size {
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let unit = match text[digits..].trim().to_ascii_lowercase().as_str() {
            "" | "b" | "bytes" => 1,
            "k" | "kb" | "kib" => 1 << 10,
            "m" | "mb" | "mib" => 1 << 20,
            "g" | "gb" | "gib" => 1 << 30,
            _ => return None,
        };
        text[..digits].parse::<u64>().ok()?.checked_mul(unit).filter(|&bytes| bytes > 0).map(Self)
    }
}

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SizeVisitor)
    }
}

struct SizeVisitor;

impl Visitor<'_> for SizeVisitor {
    type Value = Size;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a number of bytes greater than 0, or a size such as \"64 MiB\"")
    }

    fn visit_u64<E: de::Error>(self, bytes: u64) -> Result<Size, E> {
        if bytes > 0 {
            Ok(Size(bytes))
        } else {
            Err(E::invalid_value(de::Unexpected::Unsigned(0), &self))
        }
    }

    fn visit_i64<E: de::Error>(self, bytes: i64) -> Result<Size, E> {
        let size = u64::try_from(bytes).ok().filter(|&bytes| bytes > 0);
        size.map(Size).ok_or_else(|| E::invalid_value(de::Unexpected::Signed(bytes), &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Size, E> {
        Size::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

/// One string, or a list of them.
pub(super) fn strings<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    deserializer.deserialize_any(StringsVisitor)
}

struct StringsVisitor;

impl<'de> Visitor<'de> for StringsVisitor {
    type Value = Vec<String>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a string or a list of strings")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Vec<String>, E> {
        Ok(vec![text.to_owned()])
    }

    fn visit_unit<E: de::Error>(self) -> Result<Vec<String>, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<String>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        for (text, bytes) in [
            ("64 MiB", Some(64 << 20)),
            ("10kb", Some(10 << 10)),
            ("5", Some(5)),
            ("1G", Some(1 << 30)),
            ("0", None),
            ("MiB", None),
            ("99999999999 GiB", None),
            ("5 parsecs", None),
        ] {
            assert_eq!(Size::parse(text).map(|size| size.0), bytes, "{text}");
        }
    }
}
