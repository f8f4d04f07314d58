//! Reads a pasted news article and says how it is built.
//!
//! One call does everything: [`parse`] takes the text as it was pasted and returns an [`Article`]
//! with the parts of the story (headline, byline, dateline, captions, credits, paragraphs,
//! sign-off …), the values of its head, its sentences, who is quoted and who says it, the people
//! it names, what its relative dates mean, its numbers, and whose wire copy it is. Every place is
//! an exact span of the text as given.
//!
//! ```
//! let text = "Ferry to the islands resumes after storm\n\nPORT ELDER, May 3 (Reuters) - Boats sail again, the mayor said on Tuesday.";
//! let options = nutgraf::Options::new().with_published("2022-05-04".parse()?);
//! let article = nutgraf::parse(text, &options);
//! assert_eq!(article.head.headline.unwrap().text, "Ferry to the islands resumes after storm");
//! assert_eq!(article.head.agency.unwrap().name, "Reuters");
//! assert_eq!(article.times[1].value, "2022-05-03");
//! # Ok::<(), nutgraf::ParseValueError>(())
//! ```
//!
//! Reading never fails: what looks odd is a [`Warning`] beside the result.
// each module of the web but the page's uses a part of the library
#![cfg_attr(all(target_arch = "wasm32", not(feature = "page")), allow(dead_code, unused_imports))]

mod article;
mod audit;
#[cfg(any(test, target_arch = "wasm32"))]
mod bytes;
mod calendar;
mod compare;
mod corrections;
mod export;
mod layout;
mod marks;
mod options;
mod order;
mod reading;
mod span;
mod text;
#[cfg(all(target_arch = "wasm32", feature = "web"))]
pub mod web;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod web;
mod words;

#[cfg(feature = "train")]
#[doc(hidden)]
pub use layout::lab;
#[cfg(feature = "train")]
#[doc(hidden)]
pub use reading::lab as stages;

pub use article::*;
pub use audit::{Audit, By, Filter, Group, Order, Quoted, StoryRow, StorySource, Work};
#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub use audit::{line_of_read, line_of_saved, row_of_read, row_of_saved};
pub use calendar::DateOrder;
pub use compare::{Comparison, Difference, Fact, FactChange, Passage, SentenceChange, WordChange, compare};
pub use corrections::{
    Anchor, Change, Corrected, Corrections, Document, DocumentVersion, Item, OpenError, Orphan, Tick, TimeValue, Who,
    Why, parse_corrected,
};
pub use export::{Format, export};
pub use marks::{BadRow, Matches, Pattern, PatternError, PatternKind, PatternList, search};
pub use options::{Options, ParseValueError, Published};
pub use span::{Offsets, Span};

/// Reads `source` and returns its breakdown. Never fails, never panics; linear in the text's length.
#[must_use]
pub fn parse(source: &str, options: &Options) -> Article {
    parse_by(source, options, layout::model::Model::shipped(), &mut corrections::Told::nothing())
}

/// The pipeline, one line a stage; what a reader `told` is taken in where it belongs.
fn parse_by(
    source: &str,
    options: &Options,
    model: layout::model::Model<'_>,
    told: &mut corrections::Told<'_>,
) -> Article {
    let view = text::view::View::new(source);
    let mut text = text::Text::new(view.text());
    let language = text::language::of(&text);
    let order = calendar::decide_order(&text, options);
    let mut layout = layout::read(&text, options, order, model, &told.parts(&view));
    told.date(&view, &mut layout.head);
    text.cut(layout.blocks.iter().map(|block| block.span.start));
    let sentences = text::sentences::split(&text, &layout.blocks);
    let story = reading::Story::new(&text, language, &layout, &sentences, options);
    let (mut times, time_warnings) = reading::times::find(&story, order);
    let mut quantities = reading::quantities::find(&story, &times);
    let mut entities = reading::entities::find(&story);
    let (mut quotes, quote_warnings) = reading::quotes::find(&story, &entities);
    told.read(&view, &layout.blocks, (&mut entities, &mut quotes, &mut times, &mut quantities));
    let no_comment = reading::quotes::no_comment(&story, &entities);
    let key_sentences = reading::key_sentences::pick(&story);
    let checks = reading::checks::find(&story, &entities, &quotes, &times, &quantities);
    let stats = reading::stats::count(&story);
    let mut warnings = layout.warnings;
    warnings.extend(language.and_then(Warning::language));
    warnings.extend(time_warnings);
    warnings.extend(quote_warnings);
    told.warn(&mut warnings);
    let (marks, stopped) = marks::find(&text, &options.marks);
    warnings.extend(stopped);
    let mut article = Article {
        schema: SchemaVersion::default(),
        offsets: Offsets::Utf8,
        length: source.len(),
        language: language.map(str::to_owned),
        blocks: layout.blocks,
        head: layout.head,
        sentences,
        entities,
        quotes,
        no_comment,
        times,
        quantities,
        key_sentences,
        checks,
        marks,
        stats,
        warnings,
    };
    if !view.is_given() {
        article.tell_in(source, |span| view.to_source(span));
    }
    article.warnings.extend(view.warnings());
    let place = |warning: &Warning| warning.span.map_or((0, 0), |span| (span.start, span.end));
    article.warnings = order::arranged(article.warnings, place);
    article.count_in(source, options.offsets);
    article
}

/// The README's examples are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
