//! The tagger: which words name people, organizations and places.

mod document;
mod features;
mod hash;
#[cfg(feature = "train")]
pub mod lab;
pub(super) mod lexicon;
