//! The language server over a pipe, with a scripted client that fails on any message left over.

mod actions;
mod binary;
mod cards;
mod client;
mod completion;
mod fakes;

mod concurrency;
mod desk;
mod documents;
mod endurance;
mod features;
mod life;
mod navigation;
mod pages;
mod positions;
mod pulling;
mod views;
mod workspaces;
