//! What the caller knows besides the text, and how the answer should count.

mod error;
mod published;

pub use error::ParseValueError;
pub use published::Published;

use crate::{DateOrder, Offsets, Pattern};

/// What the caller knows besides the text, and how the answer should count.
///
/// ```
/// use nutgraf::{Offsets, Options};
///
/// let options = Options::new().with_offsets(Offsets::Utf8).with_published("2016-09-05".parse()?);
/// # assert_eq!(options.published.unwrap().as_str(), "2016-09-05");
/// # Ok::<(), nutgraf::ParseValueError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(all(test, not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Options {
    /// The unit of the offsets in the answer.
    pub offsets: Offsets,
    /// The address of the article, where the text does not hold it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The story's own date, ISO 8601 (`2016-09-05`, perhaps with a time after it): what
    /// "yesterday" is counted from. Where absent, the text's own head decides.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | undefined"))]
    #[cfg_attr(all(test, not(target_arch = "wasm32")), schemars(with = "Option<String>"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// How the story writes dates in figures, where the caller knows it: `dmy` or `mdy`. Where absent, the
    /// text itself decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// What the reader looks for in every story: what is found is in the breakdown's `marks`.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Pattern>,
}

impl Options {
    /// Nothing known, offsets in UTF-16.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts offsets in `unit`.
    #[must_use]
    pub fn with_offsets(mut self, unit: Offsets) -> Self {
        self.offsets = unit;
        self
    }

    /// Gives the article's address.
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Gives the story's own date.
    #[must_use]
    pub fn with_published(mut self, date: Published) -> Self {
        self.published = Some(date);
        self
    }

    /// Says how the story writes dates in figures.
    #[must_use]
    pub fn with_date_order(mut self, order: DateOrder) -> Self {
        self.date_order = Some(order);
        self
    }

    /// Looks for patterns of the reader's own, which were checked where they were made.
    #[must_use]
    pub fn with_marks(mut self, patterns: Vec<Pattern>) -> Self {
        self.marks = patterns;
        self
    }
}
