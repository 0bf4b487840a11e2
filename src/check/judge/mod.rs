//! How a quotation's words stand against the sources.

mod align;
mod elements;
mod gap;
mod lexicon;
mod passage;
mod spelling;
mod voice;
