//! A breakdown as bytes, for the way from a worker to the page: a few per cent of what it costs to go property by
//! property. Both ends are of one build, so the form has no version and nobody keeps it.

#[cfg(feature = "page")]
use crate::Article;
use crate::bytes::Bytes;
use crate::{Corrected, Corrections, Options};

/// Reads `text`, which is UTF-8, with corrections in UTF-8 offsets, and writes down what was found.
pub(crate) fn read(text: &[u8], options: &Options, corrections: &Corrections) -> Vec<u8> {
    let mut bytes = Vec::new();
    let Corrected { article, orphans } = crate::parse_corrected(&String::from_utf8_lossy(text), options, corrections);
    article.put(&mut bytes);
    orphans.iter().map(|orphan| orphan.index).collect::<Vec<_>>().put(&mut bytes);
    bytes
}

/// The breakdown that was written down, and the indices of the corrections that hold nowhere.
#[cfg(feature = "page")]
pub(crate) fn corrected(mut bytes: &[u8]) -> (Article, Vec<usize>) {
    (Article::take(&mut bytes), Vec::take(&mut bytes))
}
