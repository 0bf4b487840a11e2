//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::check::Severity;
use crate::report::formats::OutputFormat;
use crate::text::Encoding;

/// Checks every quotation, name, date and figure of a draft against the documents you work from.
#[derive(Debug, Parser)]
#[command(
    name = "copydesk",
    version,
    arg_required_else_help = true,
    after_help = "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the work could not be done.\n\
                  Start with: copydesk demo"
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) common: Common,
}

#[derive(Clone, Debug, Default, Args)]
pub(super) struct Common {
    /// A folder (or file) of sources; may be given several times
    ///
    /// Without it: `sources` of copydesk.toml, else the first of sources/, corpus/, refs/ and
    /// research/ beside the draft or in the working folder.
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) sources: Vec<PathBuf>,
    /// The configuration file, instead of the copydesk.toml that is found
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// When to use colours
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// Findings only: no summary, no remarks
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    /// Say what is read, and from where
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub(super) verbose: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check drafts (files or folders; `-` reads standard input)
    Check(Check),
    /// Language server on standard input and output
    Lsp(Lsp),
    /// The documents that were read: title, outlet, author, date, status, problems
    Sources(Listing),
    /// Is this quotation in the sources? The verdict, the passage, who said it and when
    Find(Find),
    /// A person, organisation or place: spellings, sources, quotations, dated statements
    Who(Who),
    /// Dated statements of the sources in order, disagreements marked
    Timeline(Timeline),
    /// What the reader sees in a document: quotations, speakers, dates, names, figures
    Read(Read),
    /// What a rule reports, why, an example, how to silence it
    Explain(Explain),
    /// Write a commented copydesk.toml for this folder
    Init(Init),
    /// Write a small sample project and check it
    Demo(Demo),
}

#[derive(Debug, Default, Args)]
pub(super) struct Check {
    /// Drafts, or folders of drafts; without any, the working folder
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// The name of what is read from standard input: its ending tells the format
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<PathBuf>,
    /// How to write the findings
    #[arg(long, value_enum, default_value_t = OutputFormat::Text)]
    pub(super) format: OutputFormat,
    /// Write the findings to a file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// The least severity that makes the exit status 1 [default: error]
    #[arg(long, value_enum)]
    pub(super) fail_on: Option<FailOn>,
    /// A quotation that no source has is a warning
    #[arg(long)]
    pub(super) strict: bool,
    /// Only these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Not these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// Mend in the drafts what can safely be mended
    #[arg(long)]
    pub(super) fix: bool,
    /// Show what --fix would change, and change nothing
    #[arg(long)]
    pub(super) diff: bool,
    /// Leave out the findings that this file lists
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write the present findings to a file, to leave them out later
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub(super) write_baseline: Option<PathBuf>,
    /// Only findings on lines that changed since this revision (needs git)
    #[arg(long, value_name = "REV")]
    pub(super) changed_since: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warning,
    Information,
    Never,
}

impl FailOn {
    /// The least severity that fails; `None` for never.
    pub(super) const fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Information => Some(Severity::Information),
            Self::Never => None,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Lsp {
    /// Accepted for editors that pass it; standard input and output are used in any case
    #[arg(long, hide = true)]
    pub(super) stdio: bool,

    /// How columns are counted where the editor does not say: as the protocol has it, unless the
    /// editor counts otherwise without saying so
    #[arg(long, value_enum, value_name = "ENCODING", default_value_t)]
    pub(super) position_encoding: PositionEncoding,
}

impl Lsp {
    /// The server's options.
    pub(super) fn server(&self) -> crate::server::Options {
        let encoding = match self.position_encoding {
            PositionEncoding::Utf8 => Encoding::Utf8,
            PositionEncoding::Utf16 => Encoding::Utf16,
            PositionEncoding::Utf32 => Encoding::Utf32,
        };
        crate::server::Options { encoding, ..crate::server::Options::default() }
    }
}

/// What an editor may count columns in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum PositionEncoding {
    /// Bytes
    #[value(name = "utf-8")]
    Utf8,
    /// UTF-16 code units
    #[default]
    #[value(name = "utf-16")]
    Utf16,
    /// Characters
    #[value(name = "utf-32")]
    Utf32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum TextOrJson {
    #[default]
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Listing {
    /// How to write them
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: TextOrJson,
}

#[derive(Debug, Args)]
pub(super) struct Find {
    /// The words, with or without quotation marks
    #[arg(required = true, value_name = "TEXT")]
    pub(super) text: Vec<String>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: TextOrJson,
}

#[derive(Debug, Args)]
pub(super) struct Who {
    /// The name in any spelling the sources have
    #[arg(required = true, value_name = "NAME")]
    pub(super) name: Vec<String>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: TextOrJson,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum TimelineFormat {
    #[default]
    Text,
    Json,
    /// A picture
    Svg,
    /// A page that needs nothing else
    Html,
}

#[derive(Debug, Args)]
pub(super) struct Timeline {
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: TimelineFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ReadFormat {
    #[default]
    Text,
    Json,
    /// One object a document, each on its line
    Jsonl,
    Csv,
}

#[derive(Debug, Args)]
pub(super) struct Read {
    /// Documents, or folders of documents; `-` reads standard input
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// The publication date that relative dates count from, where the document names none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub(super) date: Option<jiff::civil::Date>,
    /// The name of what is read from standard input: its ending tells the format
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<PathBuf>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: ReadFormat,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The rule's name; without it, all rules are listed
    #[arg(value_name = "RULE")]
    pub(super) rule: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Init {}

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Where to write it; without it, a temporary folder
    #[arg(value_name = "DIR")]
    pub(super) dir: Option<PathBuf>,
}

fn parse_date(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| "a date is written YYYY-MM-DD, as in 2024-02-25".to_owned())
}

impl ValueEnum for OutputFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Text,
            Self::Concise,
            Self::Json,
            Self::Jsonl,
            Self::Sarif,
            Self::Github,
            Self::Gitlab,
            Self::Junit,
            Self::Rdjson,
        ]
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(match self {
            Self::Text => "text",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
            Self::Rdjson => "rdjson",
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
