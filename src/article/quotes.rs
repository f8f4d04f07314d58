//! Attributions: what is said, the word that says so, and who says it.

use super::{Basis, Certainty, Partial, value};
use crate::span::{Span, places};
use crate::words::words;

value! {
    /// Something said, and who said it: content, cue and source of an attribution.
    #[derive(Eq)]
    pub struct Quote {
        /// Wholly, partly or not in quotation marks.
        pub kind: QuoteKind,
        /// What is done with it: told, asked, demanded, or only held.
        #[serde(default)]
        pub act: QuoteAct,
        /// The content, quotation marks included.
        pub text: String,
        /// Where it lies; with `parts`, from the first to the last.
        #[serde(flatten)]
        pub span: Span,
        /// The word that says that something is said.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cue: Option<Cue>,
        /// The parts, only where the cue interrupts the speech: “A,” he said, “b.”
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub parts: Vec<Span>,
        /// Who says it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub speaker: Option<Speaker>,
        /// Index of the quote whose speech goes on here.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub continues: Option<usize>,
        /// Index of the quote that this one repeats: a headline, pull quote or caption has it from the text.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub same_as: Option<usize>,
        /// Whether the text names its source, describes it or keeps it back.
        #[serde(default)]
        pub source_kind: SourceKind,
        /// How many words are said; what interrupts them is not counted.
        #[serde(default)]
        pub words: usize,
        /// How sure it is that this is said, that it ends here, and that its speaker says it; absent where a reader said so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub certainty: Option<Certainty>,
        /// `reader` where a reader corrected or added it; absent elsewhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub basis: Option<Basis>,
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

    /// Where somebody did not say anything: "declined to comment", "did not respond to a request".
    #[derive(Eq)]
    pub struct NoComment {
        /// The words that say so.
        pub text: String,
        /// Where they lie.
        #[serde(flatten)]
        pub span: Span,
        /// Index into `entities` of who that is, where the text names them there.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub entity: Option<usize>,
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
        /// How it is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub basis: Option<SpeakerBasis>,
        /// Index into `entities` of the other one that it may be, where two are possible.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub alternative: Option<usize>,
        /// How sure it is that it is this one; absent where a reader said so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub certainty: Option<Certainty>,
    }
}

words! {
    /// Wholly, partly or not in quotation marks.
    pub enum QuoteKind {
        /// Every word is in quotation marks.
        Direct = "direct",
        /// Reported without quotation marks.
        Indirect = "indirect",
        /// Some words are in quotation marks.
        Mixed = "mixed",
    }

    /// What is done with a content, after the sense of its cue.
    #[non_exhaustive]
    pub enum QuoteAct {
        /// It is said, written, told.
        Statement = "statement",
        /// It is asked.
        Question = "question",
        /// It is demanded, ordered, begged for.
        Demand = "demand",
        /// It is believed, wished, planned, or the thing somebody stands for or against: no words are reported.
        Stance = "stance",
    }

    /// How a source is written.
    #[non_exhaustive]
    pub enum SpeakerForm {
        /// By name.
        Name = "name",
        /// He, she, they.
        Pronoun = "pronoun",
        /// By what they are: "a senior official".
        Description = "description",
    }

    /// What the text lets its reader know of a source.
    #[derive(Default)]
    #[non_exhaustive]
    pub enum SourceKind {
        /// A person or a body that the text names.
        Named = "named",
        /// No name, but words that tell this one from others: "the harbour master", "a nurse from Leeds".
        Described = "described",
        /// One of many, or nobody that the text tells: "officials", "a source", "he" with nobody before.
        #[default]
        Unnamed = "unnamed",
    }

    /// How it is known who a source is.
    #[non_exhaustive]
    pub enum SpeakerBasis {
        /// The source is a name.
        Name = "name",
        /// A name stands beside the source: "the mayor, Ada Quill".
        Apposition = "apposition",
        /// The pronoun means somebody named before.
        Pronoun = "pronoun",
        /// The description is somebody's title, or all that the text gives.
        Description = "description",
        /// The speech goes on, and its source is at an earlier quote.
        Carried = "carried",
        /// A reader said so.
        Reader = "reader",
    }
}

/// Where nothing says otherwise, something is told.
impl Default for QuoteAct {
    fn default() -> Self {
        Self::Statement
    }
}

places! {
    NoComment { span }
    Quote { span, cue, parts, speaker }
    Cue { span }
    Speaker { span }
}
