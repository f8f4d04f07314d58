//! The head: what the parts say about the story as a whole.

use super::{Certainty, Partial, value};
use crate::span::{Span, places};
use crate::words::words;

value! {
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
        /// How sure it is, of the headline; absent elsewhere, and where a reader gave it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub certainty: Option<Certainty>,
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
        /// What names it: the copyright line or the title.
        pub basis: Basis,
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
        /// How sure it is that this person or agency wrote the story; absent where a reader says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub certainty: Option<Certainty>,
        /// Where the name lies.
        #[serde(flatten)]
        pub span: Span,
    }

    /// A date of the story as a whole.
    #[derive(Eq)]
    pub struct Stamp {
        /// ISO 8601 as far as known, with time and zone where given; `2024-XX-XX` for 03/04/2024 where nothing
        /// tells the day from the month.
        pub value: String,
        /// Both readings of such a date, the earlier first; empty where the value is certain.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub alternatives: Vec<String>,
        /// What gave it: a timestamp, the dateline, the address or the caller.
        pub basis: Basis,
        /// The time zone as written, where there is one: `MYT`, `GMT+2`. The value has an offset only
        /// where the text gives it in figures, as UTC or as GMT.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub zone: Option<String>,
        /// How sure it is that this is the story's date; absent where the caller or a reader gave it, and of `updated`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub certainty: Option<Certainty>,
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
        /// State, province or country after it, as written.
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
        /// What gave the year where the dateline does not: a timestamp, the address, a caption, the
        /// running text or the caller.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub basis: Option<Basis>,
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
        /// What names it: the sign-off, the dateline or the byline.
        pub basis: Basis,
        /// Where it is named.
        #[serde(flatten)]
        pub span: Span,
    }

    /// Who else worked on the story.
    #[derive(Eq)]
    pub struct Contributor {
        /// The name.
        pub name: String,
        /// What they did, as the line says it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub role: Option<ContributorRole>,
        /// Where the name lies.
        #[serde(flatten)]
        pub span: Span,
    }
}

words! {
    /// What gave a value of the head.
    #[non_exhaustive]
    pub enum Basis {
        /// A timestamp of the page.
        Timestamp = "timestamp",
        /// The dateline.
        Dateline = "dateline",
        /// A date in the story's own address.
        Url = "url",
        /// What the caller said: [`Options`](crate::Options).
        Option = "option",
        /// A full date in a caption.
        Caption = "caption",
        /// A full date in the running text.
        Text = "text",
        /// The sign-off.
        Signoff = "signoff",
        /// The byline.
        Byline = "byline",
        /// The copyright line.
        Copyright = "copyright",
        /// The headline as the page's title repeats it, with the publication's name.
        Title = "title",
        /// A reader's correction.
        Reader = "reader",
    }

    /// What somebody did for a story that others wrote.
    #[non_exhaustive]
    pub enum ContributorRole {
        /// Reported.
        Reporting = "reporting",
        /// Wrote or compiled.
        Writing = "writing",
        /// Edited.
        Editing = "editing",
        /// Translated.
        Translation = "translation",
        /// Drew graphics.
        Graphics = "graphics",
        /// Took the pictures.
        Photography = "photography",
        /// Researched or analysed.
        Research = "research",
        /// Produced.
        Production = "production",
    }
}

impl Piece {
    /// The slice of `source` at `span`.
    pub(crate) fn new(source: &str, span: Span) -> Self {
        Self { text: span.of(source).to_owned(), certainty: None, span }
    }
}

places! {
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
}

impl Stamp {
    /// A date that is certain, without zone and place.
    pub(crate) fn new(value: String, basis: Basis) -> Self {
        Self { value, alternatives: Vec::new(), basis, zone: None, certainty: None, span: None }
    }
}
