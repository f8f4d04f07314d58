//! The breakdown: the one value that the page, the JavaScript API and the command line return.
//!
//! Rules for every field: a span is exact (half-open, into the text as given) and `text` beside a
//! span is that slice, letter for letter; blocks are in order, never overlap, and hold every
//! character that is not white space; a field the text does not support is absent or empty; a value
//! that was inferred says from what in `basis`. Dates are ISO 8601 as far as known, `XXXX-09-05`
//! where nothing gives the year (TIMEX3).

use crate::span::{Offsets, Span, Units, places};
use serde::Serialize;

/// The version of the value's shape.
pub const SCHEMA: &str = "nutgraf/1";

/// A place that is absent as a whole where it is absent. TypeScript's types are made from these, and there
/// this is the name of a type whose keys may all be missing.
pub type Partial<T> = Option<T>;

/// Adds what every part of the value derives.
macro_rules! value {
    ($($item:item)*) => {$(
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "camelCase")]
        $item
    )*};
}

value! {
    /// One article, broken down.
    pub struct Article {
        /// Name and version of this shape: [`SCHEMA`].
        #[cfg_attr(target_arch = "wasm32", tsify(type = "\"nutgraf/1\""))]
        pub schema: &'static str,
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
        /// Time expressions with their TIMEX3 values.
        pub times: Vec<Time>,
        /// Counts, money, percentages, measures.
        pub quantities: Vec<Quantity>,
        /// Indices into `sentences`, best first: what the story is about.
        pub key_sentences: Vec<usize>,
        /// Sizes of the story.
        pub stats: Stats,
        /// What looks wrong or stays undecided.
        pub warnings: Vec<Warning>,
    }

    /// A part of the paste: a line, several, or less than one.
    #[derive(Copy, Eq)]
    pub struct Block {
        /// What the part is.
        pub role: Role,
        /// Where it lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// What a part of the paste is, in a newsroom's words.
    #[derive(Copy, Eq, Hash, PartialOrd, Ord)]
    pub enum Role {
        /// The article's own address.
        Url,
        /// A bare count of shares, comments or likes.
        Counter,
        /// The desk or rubric: World, Business.
        Section,
        /// The story's title.
        Headline,
        /// The sentence or two under the headline; also deck.
        Standfirst,
        /// Who wrote it.
        Byline,
        /// When it was published or updated, and its labels.
        Timestamp,
        /// What a picture shows.
        Caption,
        /// Whose picture it is.
        Credit,
        /// Where, when and by which agency the story was filed.
        Dateline,
        /// Running text.
        Paragraph,
        /// A heading inside the story.
        Crosshead,
        /// A sentence of the story set large.
        PullQuote,
        /// An item of a list inside the story.
        ListItem,
        /// The agency or initials that close the story.
        Signoff,
        /// Who else reported, wrote or edited.
        Contributors,
        /// What was wrong before.
        Correction,
        /// A word of the editors about the story.
        EditorsNote,
        /// Who owns the text.
        Copyright,
        /// The topics the story is filed under.
        Tags,
        /// Links to other stories, newsletters, apps.
        Promo,
        /// Everything a page has that is no part of a story.
        Furniture,
    }

    /// What the blocks say about the story as a whole.
    #[derive(Default)]
    pub struct Head {
        /// The article's own address.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub url: Option<Address>,
        /// Bare counts of shares, scores or comments.
        pub counters: Vec<Counter>,
        /// The publication, where the text names it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub publication: Option<Publication>,
        /// The desk or rubric.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub section: Option<Piece>,
        /// The story's title.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub headline: Option<Piece>,
        /// The sentence or two under the headline.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub standfirst: Option<Piece>,
        /// Who wrote it, one entry a person or agency.
        pub bylines: Vec<Byline>,
        /// The story's date.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub published: Option<Stamp>,
        /// When it was last changed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub updated: Option<Stamp>,
        /// Where, when and by whom it was filed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub dateline: Option<Dateline>,
        /// Pictures, by their captions and credits.
        pub images: Vec<Image>,
        /// Whose wire copy it is, from the sign-off, the dateline or an agency byline.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agency: Option<Agency>,
        /// Who else reported, wrote or edited.
        pub contributors: Vec<Contributor>,
        /// What was wrong before.
        pub corrections: Vec<Piece>,
        /// Who owns the text.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub copyright: Option<Piece>,
        /// The topics the story is filed under.
        pub tags: Vec<Piece>,
    }

    /// A slice of the text that stands for itself.
    #[derive(Eq)]
    pub struct Piece {
        /// The slice.
        pub text: String,
        /// Where it lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// A web address.
    #[derive(Eq)]
    pub struct Address {
        /// The address as written.
        pub value: String,
        /// Its host.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub host: Option<String>,
        /// Where it lies; absent where the caller gave it.
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        pub span: Partial<Span>,
    }

    /// A bare number of shares, scores or comments.
    #[derive(Copy, Eq)]
    pub struct Counter {
        /// The number meant: 1200 for "1.2K".
        pub value: u64,
        /// Where it lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// The publication, where the text names it.
    #[derive(Eq)]
    pub struct Publication {
        /// Its name.
        pub name: String,
        /// What names it: `copyright`, `byline`, `title`.
        pub basis: String,
        /// Where it is named.
        #[serde(flatten)]
        pub span: Span,
    }

    /// One author.
    #[derive(Eq)]
    pub struct Byline {
        /// The name, without "By".
        pub name: String,
        /// Agency or paper the author writes for, where the byline says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub affiliation: Option<String>,
        /// The author's role, where the byline says so ("Chief Economist").
        #[serde(skip_serializing_if = "Option::is_none")]
        pub role: Option<String>,
        /// Where the name lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// A date of the story as a whole.
    #[derive(Eq)]
    pub struct Stamp {
        /// ISO 8601 as far as known, with time and zone where given.
        pub value: String,
        /// What gave it: `timestamp`, `dateline`, `url`, `option`.
        pub basis: String,
        /// The time zone as written, where there is one: `MYT`, `GMT+2`. The value has an offset only
        /// where the text gives it in figures, as UTC or as GMT.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub zone: Option<String>,
        /// Where it lies; absent where the caller gave it.
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        pub span: Partial<Span>,
    }

    /// The run before the lede: places, date, agency.
    #[derive(Eq)]
    pub struct Dateline {
        /// Where the story was filed from; two for a joint dateline.
        pub places: Vec<Place>,
        /// When it was filed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub date: Option<DatelineDate>,
        /// The agency it names.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agency: Option<String>,
        /// Where the whole run lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// A place of a dateline.
    #[derive(Eq)]
    pub struct Place {
        /// The city as written.
        pub name: String,
        /// State, province or country behind it, as written.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub region: Option<String>,
        /// Where the city's name lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// The date of a dateline.
    #[derive(Eq)]
    pub struct DatelineDate {
        /// ISO 8601; `XXXX-09-05` where nothing gives the year.
        pub value: String,
        /// What gave the year where the dateline does not: `timestamp`, `url`, `caption`, `option`, `text`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub basis: Option<String>,
        /// Where it lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// A picture, by its caption and its credit.
    #[derive(Eq)]
    pub struct Image {
        /// What it shows.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub caption: Option<Piece>,
        /// Whose it is.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub credit: Option<Credit>,
    }

    /// Whose picture it is.
    #[derive(Eq)]
    pub struct Credit {
        /// The credit without the marks that set it off.
        pub text: String,
        /// The agency it names.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agency: Option<String>,
        /// The photographer or other source it names.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
        /// Where `text` lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// Whose wire copy the story is.
    #[derive(Eq)]
    pub struct Agency {
        /// The agency's usual short name (`AP` for "The Associated Press").
        pub name: String,
        /// What names it: `signoff`, `dateline`, `byline`.
        pub basis: String,
        /// Where it is named.
        #[serde(flatten)]
        pub span: Span,
    }

    /// Who else worked on the story.
    #[derive(Eq)]
    pub struct Contributor {
        /// The name.
        pub name: String,
        /// `reporting`, `writing`, `editing` …, as the line says it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub role: Option<String>,
        /// Where the name lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// A sentence.
    #[derive(Copy, Eq)]
    pub struct Sentence {
        /// Where it lies, closing marks included.
        #[serde(flatten)]
        pub span: Span,
        /// Index of its block.
        pub block: usize,
    }

    /// Someone or something named.
    #[derive(Eq)]
    pub struct Entity {
        /// Its index in `entities`.
        pub id: usize,
        /// Person, organization or place.
        pub kind: EntityKind,
        /// The fullest form in the text.
        pub name: String,
        /// Titles and functions written before or behind the name.
        pub titles: Vec<String>,
        /// Every mention by name, short forms included, in the text's order.
        pub mentions: Vec<Span>,
    }

    /// What is named.
    #[derive(Copy, Eq, Hash)]
    pub enum EntityKind {
        /// A human being.
        Person,
        /// A company, party, ministry, club, paper …
        Organization,
        /// A city, country, region, building …
        Place,
    }

    /// Something said, and who said it: content, cue and source of an attribution.
    #[derive(Eq)]
    pub struct Quote {
        /// Wholly, partly or not in quotation marks.
        pub kind: QuoteKind,
        /// The content, quotation marks included.
        pub text: String,
        /// Where it lies; with `parts`, from the first to the last.
        #[serde(flatten)]
        pub span: Span,
        /// The word that says that something is said.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cue: Option<Cue>,
        /// The parts, only where the cue interrupts the speech: “A,” he said, “b.”
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub parts: Vec<Span>,
        /// Who says it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub speaker: Option<Speaker>,
        /// Index of the quote whose speech goes on here.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub continues: Option<usize>,
    }

    /// Wholly, partly or not in quotation marks.
    #[derive(Copy, Eq, Hash)]
    pub enum QuoteKind {
        /// Every word stands in quotation marks.
        Direct,
        /// Reported without quotation marks.
        Indirect,
        /// Some words stand in quotation marks.
        Mixed,
    }

    /// The word that says that something is said.
    #[derive(Eq)]
    pub struct Cue {
        /// The cue as written.
        pub text: String,
        /// Its dictionary form: `say` for "said".
        pub lemma: String,
        /// Where it lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// The source of an attribution.
    #[derive(Eq)]
    pub struct Speaker {
        /// The source as written at the quote; absent where the speech is carried on without one.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub text: Option<String>,
        /// Where that lies.
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        pub span: Partial<Span>,
        /// How the source is written.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub form: Option<SpeakerForm>,
        /// Index into `entities` of who that is, where the text tells.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub entity: Option<usize>,
        /// That one's name, or the fullest description.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
        /// How it is known: `name`, `apposition`, `pronoun`, `description`, `carried`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub basis: Option<String>,
    }

    /// How a source is written.
    #[derive(Copy, Eq, Hash)]
    pub enum SpeakerForm {
        /// By name.
        Name,
        /// He, she, they.
        Pronoun,
        /// By what they are: "a senior official".
        Description,
    }

    /// A time expression.
    #[derive(Eq)]
    pub struct Time {
        /// The expression.
        pub text: String,
        /// TIMEX3 type.
        #[serde(rename = "type")]
        pub kind: TimeKind,
        /// TIMEX3 value.
        pub value: String,
        /// Where it lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// A number with what it counts.
    pub struct Quantity {
        /// The expression, markers of approximation included.
        pub text: String,
        /// The number meant: 1200000 for "1.2 million".
        pub value: f64,
        /// ISO 4217 code, SI symbol, `%`, or the noun counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub unit: Option<String>,
        /// Whether the text says that the number is not exact.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub approximate: bool,
        /// In which sense it is not exact; absent where it is exact.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub bound: Option<Bound>,
        /// Where it lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// How a number that is not exact relates to the number meant.
    #[derive(Copy, Eq, Hash)]
    pub enum Bound {
        /// Near it: about, around, nearly, almost, some.
        About,
        /// More than it: more than, over.
        Over,
        /// Less than it: less than, under, below.
        Under,
        /// It or more: at least, no fewer than, "or more".
        AtLeast,
        /// It or less: at most, up to, as many as.
        AtMost,
        /// An unnamed number of times it: hundreds, dozens, "several million".
        Multiple,
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
        /// Flesch (1948) reading ease: 0 very hard, 100 very easy. Absent for a text in another language than
        /// English and for less than a hundred words, the sample that the formula is made for.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub flesch_reading_ease: Option<f64>,
    }

    /// What looks wrong, or stays undecided.
    #[derive(Eq)]
    pub struct Warning {
        /// A stable name: `stray-full-stop`, `unclosed-quote`, `ambiguous-date` …
        pub code: String,
        /// What it means here, in a sentence.
        pub message: String,
        /// Where; absent where the whole text is meant.
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        pub span: Partial<Span>,
    }
}

/// The four types of TIMEX3 (ISO 24617-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeKind {
    /// A day, week, month, quarter, year …
    Date,
    /// A time of day.
    Time,
    /// How long.
    Duration,
    /// How often.
    Set,
}

impl Role {
    /// Whether a block of this role holds sentences of the story.
    #[must_use]
    pub fn has_sentences(self) -> bool {
        matches!(
            self,
            Self::Headline
                | Self::Standfirst
                | Self::Caption
                | Self::Paragraph
                | Self::Crosshead
                | Self::PullQuote
                | Self::ListItem
        )
    }

    /// Whether names, times, numbers and quotes are looked for in a block of this role.
    #[must_use]
    pub fn is_read(self) -> bool {
        self.has_sentences() || self == Self::Dateline
    }
}

impl Piece {
    /// The slice of `source` at `span`.
    pub(crate) fn new(source: &str, span: Span) -> Self {
        Self { text: span.of(source).to_owned(), span }
    }
}

impl Warning {
    /// That the text is in another language than the one that is read here; `None` where it is English.
    pub(crate) fn language(tag: &str) -> Option<Self> {
        (tag != "en").then(|| Self {
            code: "language".into(),
            message: format!("the text is not in English (it looks like {tag:?}): only its layout, numbers and dates in figures are read"),
            span: None,
        })
    }

    /// That a JavaScript or JSON string held half of a surrogate pair.
    #[must_use]
    pub fn lone_surrogate() -> Self {
        Self {
            code: "lone-surrogate".into(),
            message: "half of a surrogate pair stands alone in the text; it is read as U+FFFD".into(),
            span: None,
        }
    }
}

impl Article {
    /// Changes all offsets, which must be in bytes of `source`, into `unit`.
    pub(crate) fn count_in(&mut self, source: &str, unit: Offsets) {
        let units = Units::new(source, unit);
        self.offsets = unit;
        self.length = units.at(source.len());
        units.convert(self);
    }
}

places! {
    Article { blocks, head, sentences, entities, quotes, times, quantities, warnings }
    Block { span }
    Head {
        url, counters, publication, section, headline, standfirst, bylines, published, updated, dateline, images,
        agency, contributors, corrections, copyright, tags
    }
    Piece { span }
    Address { span }
    Counter { span }
    Publication { span }
    Byline { span }
    Stamp { span }
    Dateline { places, date, span }
    Place { span }
    DatelineDate { span }
    Image { caption, credit }
    Credit { span }
    Agency { span }
    Contributor { span }
    Sentence { span }
    Entity { mentions }
    Quote { span, cue, parts, speaker }
    Cue { span }
    Speaker { span }
    Time { span }
    Quantity { span }
    Warning { span }
}
