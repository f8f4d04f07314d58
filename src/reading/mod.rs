//! The reading room: from parts to meaning. Every stage is a function from the story and what earlier
//! stages found to what it finds.

pub(crate) mod checks;
pub(crate) mod entities;
pub(crate) mod key_sentences;
#[cfg(feature = "train")]
pub mod lab;
pub(crate) mod quantities;
pub(crate) mod quotes;
pub(crate) mod stats;
pub(crate) mod times;

use crate::calendar::PartialDate;
use crate::layout::Layout;
use crate::text::Text;
use crate::{Block, Head, Options, Published, Sentence};

/// What every reading stage starts from.
pub(crate) struct Story<'s> {
    /// The text with its tokens.
    pub(crate) text: &'s Text<'s>,
    /// Its parts.
    pub(crate) blocks: &'s [Block],
    /// The values of its head.
    pub(crate) head: &'s Head,
    /// Its sentences.
    pub(crate) sentences: &'s [Sentence],
    /// The story's own date, from the caller or the head.
    pub(crate) date: Option<PartialDate>,
    /// The language it is in, where that is clearly not English: then only what needs no words of a
    /// language is read.
    pub(crate) foreign: Option<&'static str>,
    /// Where it ends: another article may follow it in the paste.
    pub(crate) end: usize,
}

impl<'s> Story<'s> {
    /// Puts together what the stages need.
    pub(crate) fn new(
        text: &'s Text<'s>,
        language: Option<&'static str>,
        layout: &'s Layout,
        sentences: &'s [Sentence],
        options: &Options,
    ) -> Self {
        let date = options.published.as_ref().map(Published::date).or_else(|| {
            let dateline = layout.head.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
            let head = layout.head.published.as_ref().map(|stamp| stamp.value.as_str());
            head.or(dateline.map(|date| date.value.as_str())).and_then(PartialDate::parse)
        });
        let foreign = language.filter(|tag| *tag != "en");
        Self { text, blocks: &layout.blocks, head: &layout.head, sentences, date, foreign, end: layout.end }
    }
}
