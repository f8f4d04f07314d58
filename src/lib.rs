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
//! let article = nutgraf::parse(text, &nutgraf::Options { published: Some("2022-05-04".into()), ..Default::default() });
//! assert_eq!(article.head.headline.unwrap().text, "Ferry to the islands resumes after storm");
//! assert_eq!(article.head.agency.unwrap().name, "Reuters");
//! assert_eq!(article.times[1].value, "2022-05-03");
//! ```
//!
//! Reading never fails: what looks odd is a [`Warning`] beside the result.

mod article;
mod calendar;
mod layout;
mod order;
mod reading;
mod span;
mod text;
#[cfg(target_arch = "wasm32")]
pub mod web;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod web;

#[cfg(feature = "train")]
#[doc(hidden)]
pub use layout::lab;
#[cfg(feature = "train")]
#[doc(hidden)]
pub use reading::lab as stages;

pub use article::*;
pub use calendar::DateOrder;
pub use span::{Offsets, Span};

/// What the caller knows beside the text, and how the answer should count.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Options {
    /// The unit of the offsets in the answer.
    pub offsets: Offsets,
    /// The address of the article, where the text does not hold it.
    pub url: Option<String>,
    /// The story's own date, ISO 8601 (`2016-09-05`, perhaps with a time behind it): what
    /// "yesterday" is counted from. Where absent, the text's own head decides.
    pub published: Option<String>,
    /// How the story writes dates in figures, where the caller knows it: `dmy` or `mdy`. Where absent, the
    /// text itself decides.
    pub date_order: Option<DateOrder>,
}

/// Reads `source` and returns its breakdown. Never fails, never panics; linear in the text's length.
#[must_use]
pub fn parse(source: &str, options: &Options) -> Article {
    parse_by(source, options, layout::model::Model::shipped())
}

/// The pipeline, one line a stage.
fn parse_by(source: &str, options: &Options, model: layout::model::Model<'_>) -> Article {
    let mut text = text::Text::new(source);
    let language = text::language::of(&text);
    let layout = layout::read(&text, options, model);
    text.cut(layout.blocks.iter().map(|block| block.span.start));
    let sentences = text::sentences::split(&text, &layout.blocks);
    let story = reading::Story::new(&text, language, &layout, &sentences, options);
    let (times, time_warnings) = reading::times::find(&story, options.date_order);
    let quantities = reading::quantities::find(&story, &times);
    let entities = reading::entities::find(&story);
    let (quotes, quote_warnings) = reading::quotes::find(&story, &entities);
    let key_sentences = reading::key_sentences::pick(&story);
    let stats = reading::stats::count(&story);
    let mut warnings = layout.warnings;
    warnings.extend(language.and_then(Warning::language));
    warnings.extend(time_warnings);
    warnings.extend(quote_warnings);
    let warnings = order::arranged(warnings, |warning| warning.span.map_or((0, 0), |span| (span.start, span.end)));
    let mut article = Article {
        schema: article::SCHEMA,
        offsets: options.offsets,
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
        stats,
        warnings,
    };
    article.count_in(source, options.offsets);
    article
}

/// The README's examples are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
