//! Copydesk checks every quotation, name, date and figure of a draft against the documents the
//! writer works from.
//!
//! The crate is built in floors; a module uses only lower ones. Floors 0 to 4 are pure: they know
//! no file, clock, network, protocol or editor.
//!
//! | floor | module | what it is |
//! | --- | --- | --- |
//! | 0 | [`text`] | byte ranges, lines and columns, folded words, exact maps |
//! | 1 | [`reading`] | what a text says: markup, sentences, quotations, attributions, names, dates, figures |
//! | 2 | [`corpus`] | the sources, indexed |
//! | 3 | [`check`] | the rules, their findings and their evidence |
//! | 4 | [`assist`], [`report`] | what an editor may ask; findings as text, JSON and other formats |
//! | 5 | [`project`] | files: drafts, sources, configuration |
//! | 6 | [`server`], [`cli`] | the language server and the command line |

pub mod assist;
pub mod check;
pub mod cli;
pub mod corpus;
pub mod project;
pub mod reading;
pub mod report;
pub mod server;
pub mod text;
