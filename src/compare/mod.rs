//! Two versions of a story: what was added, cut, moved and changed, by sentence; before that the quotes, numbers, names
//! and dates that are others now. What is said of them rests on words that differ: where the words are the same, nothing
//! changed, whatever is read in them.

mod align;
mod facts;
mod plain;
mod words;

use crate::export::story::Story;
use crate::span::Units;
use crate::words::words as vocabulary;
use crate::{Document, Span};
use align::Pair;
use serde::Serialize;
use words::{Piece, diff};

vocabulary! {
    /// What became of something from one version to the next.
    pub enum Difference {
        /// It is in the second alone.
        Added = "added",
        /// It is in the first alone.
        Cut = "cut",
        /// It is in both, at another place.
        Moved = "moved",
        /// It is in both, in other words.
        Changed = "changed",
        /// It is the same.
        Same = "same",
    }

    /// What a desk looks at first.
    #[derive(PartialOrd, Ord)]
    pub enum Fact {
        /// Words in quotation marks.
        Quote = "quote",
        /// A number with what it counts.
        Number = "number",
        /// Who or what is named.
        Name = "name",
        /// A date, a time, a duration.
        Date = "date",
    }
}

/// Words of one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Passage {
    /// The words, on one line.
    pub text: String,
    /// Where they lie in the text of their version, in the unit of its options.
    #[serde(flatten)]
    pub span: Span,
}

/// A quote, number, name or date that is another one now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FactChange {
    /// What it is.
    pub what: Fact,
    /// What became of it: added, cut or changed.
    pub change: Difference,
    /// In the first version; absent where it was added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Passage>,
    /// In the second version; absent where it was cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Passage>,
}

/// A sentence that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SentenceChange {
    /// What became of it.
    pub change: Difference,
    /// In the first version; absent where it was added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Passage>,
    /// In the second version; absent where it was cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Passage>,
    /// Its words one after the other, of a changed one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordChange>,
}

/// Words of a changed sentence: same, added or cut.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WordChange {
    /// What became of them.
    pub change: Difference,
    /// The words with the space after them.
    pub text: String,
}

/// Two versions of a story beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Comparison {
    /// Name and version of this shape.
    pub schema: &'static str,
    /// Quotes, numbers, names and dates that are others now, in this order.
    pub facts: Vec<FactChange>,
    /// Sentences that are not as they were, in the order of the second version; what was cut stands after what came before it.
    pub sentences: Vec<SentenceChange>,
    /// How many sentences are as they were.
    pub same: usize,
}

impl Comparison {
    /// Whether the two say the same, word for word.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.facts.is_empty() && self.sentences.is_empty()
    }

    /// As JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        // nothing in it can fail
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// One version, as it is compared.
pub(crate) struct Version<'d> {
    pub(crate) story: Story<'d>,
    pub(crate) units: Units<'d>,
    /// The sentences, places in the text as a reader means it.
    pub(crate) sentences: Vec<Span>,
}

impl<'d> Version<'d> {
    fn new(document: &'d Document) -> Self {
        let story = Story::new(document);
        let sentences = story.article.sentences.iter().map(|sentence| sentence.span).collect();
        Self { story, units: Units::new(document.text(), document.options().offsets), sentences }
    }

    /// The passage at `span` of the text as a reader means it.
    pub(crate) fn passage(&self, span: Span) -> Passage {
        let given = self.story.in_source(span);
        let counted = Span::new(self.units.at(given.start), self.units.at(given.end));
        Passage { text: self.story.words(span), span: counted }
    }
}

/// Compares two versions of a story. Linear in their sentences, but for sentences that share rare words.
///
/// ```
/// use nutgraf::{Difference, Document, Fact, Options, compare};
///
/// let read = |text: &str| Document::new(text, Options::new());
/// let before = read("Ferry resumes\n\nSome 300 boats sail again, the mayor said. Nobody was hurt.");
/// let after = read("Ferry resumes\n\nSome 400 boats sail again, the mayor said.");
/// let compared = compare(&before, &after);
/// assert_eq!(compared.facts[0].what, Fact::Number);
/// assert_eq!(compared.facts[0].after.as_ref().unwrap().text, "Some 400 boats");
/// assert_eq!(compared.sentences[1].change, Difference::Cut);
/// ```
#[must_use]
pub fn compare(before: &Document, after: &Document) -> Comparison {
    let (before, after) = (Version::new(before), Version::new(after));
    let words_of = |version: &Version<'_>| -> Vec<String> {
        version.sentences.iter().map(|span| version.story.words(*span)).collect()
    };
    let pairs = align::align(&words_of(&before), &words_of(&after));
    let facts = facts::changes(&before, &after, &pairs);
    let same = pairs.iter().filter(|pair| pair.change == Difference::Same).count();
    let changed = pairs.iter().filter(|pair| pair.change != Difference::Same);
    let sentences = changed.map(|pair| sentence(&before, &after, pair)).collect();
    Comparison { schema: "nutgraf-comparison/1", facts, sentences, same }
}

fn sentence(before: &Version<'_>, after: &Version<'_>, pair: &Pair) -> SentenceChange {
    let (one, other) = (pair.before.map(|at| before.sentences[at]), pair.after.map(|at| after.sentences[at]));
    let words = match (pair.change, one, other) {
        (Difference::Changed, Some(one), Some(other)) => {
            let (texts, pieces) =
                ((before.story.text(), after.story.text()), diff(&before.story, one, &after.story, other));
            pieces.iter().flat_map(|piece| told(texts, piece)).collect()
        }
        _ => Vec::new(),
    };
    let passage = |version: &Version<'_>, span: Option<Span>| span.map(|span| version.passage(span));
    SentenceChange { change: pair.change, before: passage(before, one), after: passage(after, other), words }
}

/// A piece in words: what is the same once, what differs as it was and as it is.
fn told((before, after): (&str, &str), piece: &Piece) -> Vec<WordChange> {
    let words = |change: Difference, text: &str| WordChange { change, text: text.to_owned() };
    if piece.same {
        return vec![words(Difference::Same, piece.after.of(after))];
    }
    let both = [words(Difference::Cut, piece.before.of(before)), words(Difference::Added, piece.after.of(after))];
    both.into_iter().filter(|words| !words.text.is_empty()).collect()
}
