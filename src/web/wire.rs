//! A breakdown as bytes, for the way from a worker to the page: a few per cent of what it costs to go property by
//! property. Both ends are of one build, so the form has no version and nobody keeps it.

use crate::{Article, Options};
use nanoserde::{DeBin, SerBin};

/// Reads `text`, which is UTF-8, and writes down what was found.
pub(crate) fn read(text: &[u8], options: &Options) -> Vec<u8> {
    crate::parse(&String::from_utf8_lossy(text), options).serialize_bin()
}

/// The breakdown that was written down; `None` where these are other bytes.
pub(crate) fn article(bytes: &[u8]) -> Option<Article> {
    Article::deserialize_bin(bytes).ok()
}
