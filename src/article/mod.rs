//! The breakdown: the one value that the page, the JavaScript API and the command line return.
//!
//! Rules for every field: a span is exact (half-open, into the text as given) and `text` beside a
//! span is that slice, letter for letter; blocks are in order, never overlap, and hold every
//! character that is not white space; a field the text does not support is absent or empty; a value
//! that was inferred says from what in `basis`. Dates are ISO 8601 as far as known, `XXXX-09-05`
//! where nothing gives the year (TIMEX3).

mod blocks;
mod certainty;
mod check;
mod given;
mod head;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod json_schema;
mod mark;
mod quotes;
mod readings;
mod recount;
mod source_kind;
mod version;
mod warning;

pub use blocks::{Block, Role};
pub use certainty::Certainty;
pub use check::{Check, CheckCode};
pub use head::{
    Address, Agency, Basis, Byline, Contributor, ContributorRole, Counter, Credit, Dateline, DatelineDate, Head, Image,
    Piece, Place, Publication, Stamp,
};
pub use mark::Mark;
pub use quotes::{Cue, NoComment, Quote, QuoteAct, QuoteKind, SourceKind, Speaker, SpeakerBasis, SpeakerForm};
pub use readings::{
    Bound, Covered, Entity, EntityKind, OtherTime, Quantity, QuantityKind, Sentence, Time, TimeKind, TimeMod,
};
pub use recount::WrongTextError;
pub(crate) use source_kind::words_in;
pub use version::SchemaVersion;
pub use warning::{Warning, WarningCode};

use crate::span::{Offsets, places};

/// A place that is absent as a whole where it is absent. TypeScript's types are made from these, and there
/// this is the name of a type whose keys may all be missing.
pub type Partial<T> = Option<T>;

/// Declares parts of the value.
macro_rules! value {
    ($($part:tt)*) => {
        $crate::article::derived! { $($part)* }
        #[cfg(any(test, target_arch = "wasm32"))]
        $crate::bytes::fields! { $($part)* }
    };
}
use value;

/// Adds what every part of the value derives.
macro_rules! derived {
    ($($item:item)*) => {$(
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[cfg_attr(all(test, not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
        #[serde(rename_all = "camelCase")]
        #[non_exhaustive]
        $item
    )*};
}
pub(crate) use derived;

value! {
    /// One article, broken down.
    ///
    /// It can be read back from the JSON that it was written as. A value of another [`SchemaVersion`] is refused,
    /// and so is a word that this version of the library does not know. (`serde_json` gives floating-point numbers
    /// back to the last bit only with its feature `float_roundtrip`.)
    pub struct Article {
        /// Name and version of this shape.
        pub schema: SchemaVersion,
        /// The unit of every offset below.
        pub offsets: Offsets,
        /// Length of the input in that unit.
        pub length: usize,
        /// BCP 47 tag of the story's language; absent where undecided.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub language: Option<String>,
        /// Every part of the paste, in order.
        pub blocks: Vec<Block>,
        /// What the blocks say about the story as a whole.
        pub head: Head,
        /// Sentences of the blocks that hold running text.
        pub sentences: Vec<Sentence>,
        /// Who and what is named, one entry for each.
        pub entities: Vec<Entity>,
        /// Who said what.
        pub quotes: Vec<Quote>,
        /// Who would not speak, or did not answer.
        #[serde(default)]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub no_comment: Vec<NoComment>,
        /// Time expressions with their TIMEX3 values.
        pub times: Vec<Time>,
        /// Counts, money, percentages, measures.
        pub quantities: Vec<Quantity>,
        /// Indices into `sentences`, best first: what the story is about.
        pub key_sentences: Vec<usize>,
        /// What does not fit together.
        pub checks: Vec<Check>,
        /// What patterns of the reader's own found, in order; they may overlap.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub marks: Vec<Mark>,
        /// Sizes of the story.
        pub stats: Stats,
        /// What looks wrong or stays undecided.
        pub warnings: Vec<Warning>,
    }

    /// Sizes of the story: of its running text, not of the furniture.
    #[derive(Copy, Default)]
    pub struct Stats {
        /// Words.
        pub words: usize,
        /// Sentences.
        pub sentences: usize,
        /// Paragraphs.
        pub paragraphs: usize,
        /// Seconds to read it in silence, at 238 words a minute (Brysbaert 2019).
        pub reading_seconds: usize,
        /// Flesch (1948) reading ease: 0 very hard, 100 very easy. Absent for a text in a language other than
        /// English and for less than a hundred words, the sample that the formula is made for.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub flesch_reading_ease: Option<f64>,
    }
}

places! {
    Article { blocks, head, sentences, entities, quotes, no_comment, times, quantities, checks, marks, warnings }
}
