//! What readers take away: a document in the formats that others read. One file a format, each a function from a
//! document to the text of a file; [`Format`] is the list of them. None reads anything: what is written is the
//! breakdown that the document has, with the reader's corrections taken in, ticks and remarks where the format has a
//! place for them.

mod bibtex;
mod csl;
mod html;
mod json;
mod jsonld;
mod markdown;
mod names_csv;
mod ninjs;
mod nitf;
mod numbers_csv;
mod quotes_csv;
mod ris;
pub(crate) mod story;
mod text;
mod timeml;
mod times_csv;
mod webannotation;
pub(crate) mod write;

use crate::Document;
use crate::words::words;

words! {
    /// A format that a document can be written in.
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum Format {
        /// The document itself, to be opened again: text, corrections, ticks and breakdown.
        Json = "json",
        /// The story with footnotes for what is read in it.
        Markdown = "markdown",
        /// Headline, byline and paragraphs, for a content management system.
        Text = "text",
        /// The story with its marks and lists, as one page.
        Html = "html",
        /// schema.org `NewsArticle` as JSON-LD.
        JsonLd = "jsonld",
        /// IPTC ninjs 3.1.
        Ninjs = "ninjs",
        /// IPTC NITF 3.6.
        Nitf = "nitf",
        /// W3C Web Annotations, an annotation for each place.
        WebAnnotation = "webannotation",
        /// A table of quotes and speakers.
        Quotes = "quotes.csv",
        /// A table of people, organizations and places.
        Names = "names.csv",
        /// A table of times and dates.
        Times = "times.csv",
        /// A table of numbers.
        Numbers = "numbers.csv",
        /// `TimeML`: the text with TIMEX3 in place.
        TimeMl = "timeml",
        /// `BibTeX`.
        BibTex = "bibtex",
        /// RIS.
        Ris = "ris",
        /// CSL-JSON.
        Csl = "csl",
    }
}

/// What is known of a format.
struct About {
    media_type: &'static str,
    ending: &'static str,
    write: fn(&Document) -> String,
}

impl Format {
    const fn about(self) -> About {
        let (media_type, ending, write): (_, _, fn(&Document) -> String) = match self {
            Self::Json => ("application/json", "nutgraf.json", json::write),
            Self::Markdown => ("text/markdown;charset=utf-8", "md", markdown::write),
            Self::Text => ("text/plain;charset=utf-8", "txt", text::write),
            Self::Html => ("text/html;charset=utf-8", "html", html::write),
            Self::JsonLd => ("application/ld+json", "jsonld", jsonld::write),
            Self::Ninjs => ("application/json", "ninjs.json", ninjs::write),
            Self::Nitf => ("application/xml", "nitf.xml", nitf::write),
            Self::WebAnnotation => ("application/ld+json", "annotations.jsonld", webannotation::write),
            Self::Quotes => ("text/csv;charset=utf-8", "quotes.csv", quotes_csv::write),
            Self::Names => ("text/csv;charset=utf-8", "names.csv", names_csv::write),
            Self::Times => ("text/csv;charset=utf-8", "times.csv", times_csv::write),
            Self::Numbers => ("text/csv;charset=utf-8", "numbers.csv", numbers_csv::write),
            Self::TimeMl => ("application/xml", "tml", timeml::write),
            Self::BibTex => ("application/x-bibtex", "bib", bibtex::write),
            Self::Ris => ("application/x-research-info-systems", "ris", ris::write),
            Self::Csl => ("application/vnd.citationstyles.csl+json", "csl.json", csl::write),
        };
        About { media_type, ending, write }
    }

    /// The type of such a file on the web.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        self.about().media_type
    }

    /// How the name of such a file ends, without the full stop before it.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        self.about().ending
    }
}

/// Writes `document` in `format`. Linear in its text, for as many marks as a story has.
///
/// ```
/// use nutgraf::{Document, Format, Options, export};
///
/// let text = "Ferry resumes after storm\n\n“Boats sail again,” Mayor Ada Quill said on Tuesday.";
/// let document = Document::new(text, Options::new().with_published("2022-05-04".parse()?));
/// assert_eq!(export(&document, Format::Text), format!("{text}\n"));
/// assert!(export(&document, "times.csv".parse()?).contains("2022-05-03"));
/// # Ok::<(), nutgraf::ParseValueError>(())
/// ```
#[must_use]
pub fn export(document: &Document, format: Format) -> String {
    (format.about().write)(document)
}
