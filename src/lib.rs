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

mod article;
#[cfg(any(test, target_arch = "wasm32"))]
mod bytes;
mod calendar;
mod layout;
mod options;
mod order;
mod reading;
mod span;
mod text;
#[cfg(target_arch = "wasm32")]
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
pub use calendar::DateOrder;
pub use options::{Options, ParseValueError, Published};
pub use span::{Offsets, Span};

/// Reads `source` and returns its breakdown. Never fails, never panics; linear in the text's length.
#[must_use]
pub fn parse(source: &str, options: &Options) -> Article {
    parse_by(source, options, layout::model::Model::shipped())
}

/// The pipeline, one line a stage.
fn parse_by(source: &str, options: &Options, model: layout::model::Model<'_>) -> Article {
    let mut text = text::Text::new(source);
    let language = text::language::of(&text);
    let order = calendar::decide_order(&text, options);
    let layout = layout::read(&text, options, order, model);
    text.cut(layout.blocks.iter().map(|block| block.span.start));
    let sentences = text::sentences::split(&text, &layout.blocks);
    let story = reading::Story::new(&text, language, &layout, &sentences, options);
    let (times, time_warnings) = reading::times::find(&story, order);
    let quantities = reading::quantities::find(&story, &times);
    let entities = reading::entities::find(&story);
    let (quotes, quote_warnings) = reading::quotes::find(&story, &entities);
    let key_sentences = reading::key_sentences::pick(&story);
    let checks = reading::checks::find(&story, &entities, &quotes, &times, &quantities);
    let stats = reading::stats::count(&story);
    let mut warnings = layout.warnings;
    warnings.extend(language.and_then(Warning::language));
    warnings.extend(time_warnings);
    warnings.extend(quote_warnings);
    let warnings = order::arranged(warnings, |warning| warning.span.map_or((0, 0), |span| (span.start, span.end)));
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
        times,
        quantities,
        key_sentences,
        checks,
        stats,
        warnings,
    };
    span::Places::each_span(&mut article, &mut |span| *span = text.view.to_source(*span));
    article.count_in(source, options.offsets);
    article
}

/// The README's examples are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
