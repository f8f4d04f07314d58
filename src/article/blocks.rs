//! The parts of the paste.

use super::{Basis, Certainty, value};
use crate::span::{Span, places};
use crate::words::words;

value! {
    /// A part of the paste: a line, several, or less than one.
    #[derive(Copy, Eq)]
    pub struct Block {
        /// What the part is.
        pub role: Role,
        /// Where it lies.
        #[serde(flatten)]
        pub span: Span,
        /// How sure it is; absent where a rule with one meaning decided.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub certainty: Option<Certainty>,
        /// `reader` where a reader corrected or added it; absent elsewhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub basis: Option<Basis>,
    }
}

impl Block {
    /// The part at `span`, as the text shows it.
    pub(crate) fn new(role: Role, span: Span) -> Self {
        Self { role, span, certainty: None, basis: None }
    }
}

words! {
    /// What a part of the paste is, in a newsroom's words.
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum Role {
        /// The article's own address.
        Url = "url",
        /// A bare count of shares, comments or likes.
        Counter = "counter",
        /// The desk or rubric: World, Business.
        Section = "section",
        /// The story's title.
        Headline = "headline",
        /// The sentence or two under the headline; also deck.
        Standfirst = "standfirst",
        /// Who wrote it.
        Byline = "byline",
        /// When it was published or updated, and its labels.
        Timestamp = "timestamp",
        /// What a picture shows.
        Caption = "caption",
        /// Whose picture it is.
        Credit = "credit",
        /// Where, when and by which agency the story was filed.
        Dateline = "dateline",
        /// Running text.
        Paragraph = "paragraph",
        /// A heading inside the story.
        Crosshead = "crosshead",
        /// A sentence of the story set large.
        PullQuote = "pullQuote",
        /// An item of a list inside the story.
        ListItem = "listItem",
        /// The agency or initials that close the story.
        Signoff = "signoff",
        /// Who else reported, wrote or edited.
        Contributors = "contributors",
        /// What was wrong before.
        Correction = "correction",
        /// A word of the editors about the story.
        EditorsNote = "editorsNote",
        /// Who owns the text.
        Copyright = "copyright",
        /// The topics the story is filed under.
        Tags = "tags",
        /// Links to other stories, newsletters, apps.
        Promo = "promo",
        /// A row of a table: figures, standings, results, line-ups. Nothing is read in it.
        Table = "table",
        /// Everything a page has that is not part of a story.
        Furniture = "furniture",
    }
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

places! {
    Block { span }
}
