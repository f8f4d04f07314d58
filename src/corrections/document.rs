//! A text with its breakdown, corrections and ticks: what a reader saves and opens again.

use super::anchor::{Edit, Finder};
use super::list::converter;
use super::{Change, Corrections, Orphan, Tick, Why, parse_corrected};
use crate::span::Places;
use crate::{Article, Offsets, Options, Span};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Which shape a saved document has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(all(test, not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum DocumentVersion {
    /// The first.
    #[default]
    #[cfg_attr(all(test, not(target_arch = "wasm32")), schemars(rename = "nutgraf-document/1"))]
    V1,
}

impl DocumentVersion {
    /// As it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V1 => "nutgraf-document/1",
        }
    }
}

impl Serialize for DocumentVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Why a document cannot be opened: what was expected, and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenError(pub(crate) String);

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for OpenError {}

/// A text with what is known of it, its breakdown, a reader's corrections, and what the reader checked.
///
/// ```
/// use nutgraf::{Change, Document, Options, Role};
///
/// let mut document = Document::new("Quay news\n\nFerry resumes\n\nBoats sail again, the mayor said.", Options::new());
/// let change = Change::role(document.text(), document.article(), 1, Role::Headline).unwrap();
/// document.correct(change);
/// assert_eq!(document.article().head.headline.as_ref().unwrap().text, "Ferry resumes");
/// let opened = Document::open(&document.save())?;
/// assert_eq!(opened, document);
/// # Ok::<(), nutgraf::OpenError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    text: String,
    options: Options,
    article: Article,
    corrections: Corrections,
    orphans: Vec<Orphan>,
    ticks: Vec<Tick>,
}

impl Document {
    /// Reads `text`, of which `options` are known.
    #[must_use]
    pub fn new(text: impl Into<String>, options: Options) -> Self {
        Self::with(text.into(), options, Corrections::new(), Vec::new())
    }

    /// Reads `text` with corrections and ticks, whose places are in bytes.
    #[must_use]
    pub fn with(text: String, options: Options, corrections: Corrections, ticks: Vec<Tick>) -> Self {
        let read = parse_corrected(&text, &options, &corrections);
        Self { text, options, article: read.article, corrections, orphans: read.orphans, ticks }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is known besides the text, and how offsets count.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Its breakdown, with the corrections taken in.
    #[must_use]
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The corrections, with their places in bytes.
    #[must_use]
    pub fn corrections(&self) -> &Corrections {
        &self.corrections
    }

    /// The corrections that hold nowhere any more.
    #[must_use]
    pub fn orphans(&self) -> &[Orphan] {
        &self.orphans
    }

    /// What was checked and remarked, with places in bytes.
    #[must_use]
    pub fn ticks(&self) -> &[Tick] {
        &self.ticks
    }

    /// Where in the text, in bytes, each of the ticks lies now: `None` for one of the story as a whole.
    ///
    /// A tick whose words are gone has an error in its place.
    #[must_use]
    pub fn tick_places(&self) -> Vec<Result<Option<Span>, Why>> {
        let mut finder = Finder::new(&self.text);
        self.ticks.iter().map(|tick| tick.at.as_ref().map(|anchor| finder.find(anchor)).transpose()).collect()
    }

    /// The ticks that lie nowhere any more.
    #[must_use]
    pub fn orphaned_ticks(&self) -> Vec<Orphan> {
        let places = self.tick_places().into_iter().enumerate();
        places.filter_map(|(index, place)| Some(Orphan { index, why: place.err()? })).collect()
    }

    /// Takes in one change more, and reads anew.
    pub fn correct(&mut self, change: Change) {
        self.corrections.push(change);
        self.read();
    }

    /// Takes back the last change; `false` where there is none.
    pub fn undo(&mut self) -> bool {
        let undone = self.corrections.undo();
        if undone {
            self.read();
        }
        undone
    }

    /// Brings back the change that was taken back last; `false` where there is none.
    pub fn redo(&mut self) -> bool {
        let redone = self.corrections.redo();
        if redone {
            self.read();
        }
        redone
    }

    /// Takes out correction `index`, as one that holds nowhere; `None` where there is none.
    pub fn drop_correction(&mut self, index: usize) -> Option<Change> {
        let dropped = self.corrections.remove(index)?;
        self.read();
        Some(dropped)
    }

    /// Puts `text` in the place of the text, of which it is an edited form: corrections and ticks follow it.
    pub fn edit(&mut self, text: impl Into<String>) {
        let before = std::mem::replace(&mut self.text, text.into());
        self.corrections.follow(&before, &self.text);
        let edit = Edit::new(&before, &self.text);
        self.ticks.iter_mut().filter_map(|tick| tick.at.as_mut()).for_each(|anchor| edit.carry(anchor));
        self.read();
    }

    /// Says what else is known of the text.
    pub fn set_options(&mut self, options: Options) {
        self.options = options;
        self.read();
    }

    /// Sets a tick in the place of one of the same item at the same place. A tick that says nothing, neither checked nor
    /// with a remark or a source, is none.
    pub fn tick(&mut self, tick: Tick) {
        let place = |tick: &Tick| (tick.item, tick.at.as_ref().map(|anchor| anchor.span));
        self.ticks.retain(|other| place(other) != place(&tick));
        if tick.checked || tick.remark.is_some() || tick.source.is_some() {
            self.ticks.push(tick);
        }
    }

    /// Takes out tick `index`, as one that lies nowhere; `None` where there is none.
    pub fn drop_tick(&mut self, index: usize) -> Option<Tick> {
        (index < self.ticks.len()).then(|| self.ticks.remove(index))
    }

    fn read(&mut self) {
        let read = parse_corrected(&self.text, &self.options, &self.corrections);
        (self.article, self.orphans) = (read.article, read.orphans);
    }

    /// As it is written: offsets in the unit of the options.
    pub(crate) fn saved(&self) -> Saved<'_> {
        let (mut corrections, mut ticks) = (self.corrections.clone(), self.ticks.clone());
        let unit = self.options.offsets;
        corrections.convert_offsets(&self.text, Offsets::Utf8, unit);
        let convert = converter(&self.text, Offsets::Utf8, unit);
        ticks.iter_mut().filter_map(|tick| tick.at.as_mut()).for_each(convert);
        let schema = DocumentVersion::V1;
        Saved { schema, text: &self.text, options: &self.options, corrections, ticks, article: &self.article }
    }

    /// Fails where `schema` is not that of a document that this version of the library can open.
    pub(crate) fn check_version(schema: &str) -> Result<(), OpenError> {
        let expected = DocumentVersion::V1.as_str();
        if schema == expected {
            return Ok(());
        }
        let found: String = schema.chars().take(40).collect();
        Err(OpenError(format!("expected a document of schema {expected}, found {found:?}")))
    }
}

/// A document as it is written.
#[derive(Serialize)]
#[cfg_attr(all(test, not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Saved<'d> {
    /// Name and version of this shape.
    pub(crate) schema: DocumentVersion,
    /// The text as it was given.
    pub(crate) text: &'d str,
    /// What is known besides the text, and the unit of all offsets in the document.
    pub(crate) options: &'d Options,
    /// What the reader changed, in order.
    #[cfg_attr(all(test, not(target_arch = "wasm32")), schemars(with = "Vec<Change>"))]
    pub(crate) corrections: Corrections,
    /// What the reader checked and remarked.
    pub(crate) ticks: Vec<Tick>,
    /// The breakdown with the corrections taken in. It is read anew when the document is opened.
    pub(crate) article: &'d Article,
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.saved().serialize(serializer)
    }
}

/// What is read of a document: the breakdown is made anew.
#[derive(Deserialize)]
pub(crate) struct Kept {
    /// Name and version of its shape.
    pub(crate) schema: String,
    /// The text as it was given.
    pub(crate) text: String,
    /// What is known besides the text, and the unit of all offsets in the document.
    #[serde(default)]
    pub(crate) options: Options,
    /// What the reader changed, in order.
    #[serde(default)]
    pub(crate) corrections: Corrections,
    /// What the reader checked and remarked.
    #[serde(default)]
    pub(crate) ticks: Vec<Tick>,
}

impl Kept {
    /// The same with all places in bytes.
    ///
    /// # Errors
    ///
    /// Where it is of a schema that this version of the library cannot open.
    pub(crate) fn in_bytes(mut self) -> Result<Self, OpenError> {
        Document::check_version(&self.schema)?;
        self.corrections.convert_offsets(&self.text, self.options.offsets, Offsets::Utf8);
        let convert = converter(&self.text, self.options.offsets, Offsets::Utf8);
        self.ticks.iter_mut().filter_map(|tick| tick.at.as_mut()).for_each(convert);
        Ok(self)
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Kept::deserialize(deserializer)?.in_bytes().map_err(serde::de::Error::custom)?;
        Ok(Self::with(kept.text, kept.options, kept.corrections, kept.ticks))
    }
}

/// A document with the breakdown that it holds. What only a saved document has may be missing.
#[derive(Deserialize)]
struct AsSaved {
    #[serde(default)]
    schema: Option<String>,
    text: String,
    #[serde(default)]
    options: Option<Options>,
    #[serde(default)]
    corrections: Corrections,
    #[serde(default)]
    ticks: Vec<Tick>,
    article: Article,
}

impl Document {
    /// Opens what [`save`](Self::save) wrote with the breakdown that it holds: nothing is read. So does a text with its
    /// breakdown alone, `{ "text": …, "article": … }`.
    ///
    /// # Errors
    ///
    /// Where `json` is not JSON, not a document of this version, or its breakdown is not of its text; the message says
    /// what was expected.
    pub fn as_saved(json: &str) -> Result<Self, OpenError> {
        let wrong = |error: &dyn fmt::Display| OpenError(error.to_string());
        let saved: AsSaved = serde_json::from_str(json).map_err(|error| wrong(&error))?;
        let AsSaved { schema, text, options, mut article, corrections, ticks } = saved;
        let mut backwards = false;
        article.each_span(&mut |span| backwards |= span.start > span.end);
        if backwards {
            return Err(OpenError("expected places that end after they begin".to_owned()));
        }
        let unit = article.offsets;
        article.convert_offsets(&text, unit).map_err(|error| wrong(&error))?;
        let options = Options { offsets: unit, ..options.unwrap_or_default() };
        let schema = schema.unwrap_or_else(|| DocumentVersion::V1.as_str().to_owned());
        let Kept { text, options, corrections, ticks, .. } =
            Kept { schema, text, options, corrections, ticks }.in_bytes()?;
        Ok(Self { text, options, article, corrections, orphans: Vec::new(), ticks })
    }

    /// The document as JSON.
    #[must_use]
    pub fn save(&self) -> String {
        // nothing in it can fail: no maps with other keys than text
        serde_json::to_string_pretty(&self.saved()).unwrap_or_default()
    }

    /// Opens what [`save`](Self::save) wrote. The breakdown is read anew, so that it is that of this version.
    ///
    /// # Errors
    ///
    /// Where `json` is not JSON, or not a document; the message says what was expected.
    pub fn open(json: &str) -> Result<Self, OpenError> {
        serde_json::from_str(json).map_err(|error| OpenError(error.to_string()))
    }
}
