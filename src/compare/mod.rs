//! Two versions of a story: what was added, cut, moved and changed, by sentence; before that the quotes, numbers, names
//! and dates that are others now. What is said of them rests on words that differ: where the words are the same, nothing
//! changed, whatever is read in them.

mod align;
mod facts;
mod found;
mod pairing;
mod plain;
mod words;

use crate::export::story::Story;
use crate::span::Units;
use crate::words::words as vocabulary;
use crate::{Article, Document, Role, Span};
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

/// A sentence, or another part of the story that is compared as a whole (a correction, a byline, a credit), that is not as
/// it was; or a stretch of those that are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SentenceChange {
    /// What became of it.
    pub change: Difference,
    /// Which part of the story it is in; of a stretch, the first one's.
    pub role: Role,
    /// Whether it stands among others now, besides being changed.
    #[serde(skip_serializing_if = "is_false")]
    pub moved: bool,
    /// How many sentences these are: more than one only of a stretch of the same.
    pub count: usize,
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
    /// All sentences in the order of the second version, those that are as they were in stretches; what was cut stands after
    /// what came before it.
    pub sentences: Vec<SentenceChange>,
    /// How many sentences are as they were.
    pub same: usize,
}

impl Comparison {
    /// Whether the two say the same, word for word.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.facts.is_empty() && self.changed().next().is_none()
    }

    /// The sentences that are not as they were.
    pub fn changed(&self) -> impl Iterator<Item = &SentenceChange> {
        self.sentences.iter().filter(|sentence| sentence.change != Difference::Same)
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
    /// The sentences, and what else is compared, in the order of the text; places in it as a reader means it.
    pub(crate) sentences: Vec<Span>,
    /// The part that each is in.
    pub(crate) roles: Vec<Role>,
}

/// Parts that hold no sentences and yet are the story's own: they are compared as they are.
fn is_compared(role: Role) -> bool {
    use Role::{Byline, Contributors, Correction, Credit, Dateline, EditorsNote, Signoff, Table};
    matches!(role, Byline | Contributors | Correction | Credit | Dateline | EditorsNote | Signoff | Table)
}

impl<'d> Version<'d> {
    fn new(document: &'d Document) -> Self {
        let story = Story::new(document);
        let Article { blocks, sentences, .. } = &story.article;
        let role = |block: usize| blocks.get(block).map_or(Role::Paragraph, |block| block.role);
        let own = sentences.iter().map(|sentence| (sentence.span, role(sentence.block)));
        let whole = blocks.iter().filter(|block| is_compared(block.role)).map(|block| (block.span, block.role));
        let mut all: Vec<(Span, Role)> = own.chain(whole).filter(|(span, _)| !span.is_empty()).collect();
        all.sort_by_key(|(span, _)| span.start);
        let (sentences, roles) = all.into_iter().unzip();
        Self { units: Units::new(document.text(), document.options().offsets), story, sentences, roles }
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
/// let changes: Vec<Difference> = compared.changed().map(|sentence| sentence.change).collect();
/// assert_eq!(changes, [Difference::Changed, Difference::Cut]);
/// ```
#[must_use]
pub fn compare(before: &Document, after: &Document) -> Comparison {
    let (before, after) = (Version::new(before), Version::new(after));
    let words_of = |version: &Version<'_>| -> Vec<String> {
        version.sentences.iter().map(|span| version.story.words(*span)).collect()
    };
    let pairs = align::align(&words_of(&before), &words_of(&after), (&before.roles, &after.roles));
    let facts = facts::changes(&before, &after, &pairs);
    let same = pairs.iter().filter(|pair| pair.change == Difference::Same).count();
    let is_same = |pair: &Pair| pair.change == Difference::Same;
    // of the same a stretch goes on only where it does so in both
    let goes_on =
        |one: &Pair, other: &Pair| is_same(one) && is_same(other) && one.before.map(|at| at + 1) == other.before;
    let sentences = pairs.chunk_by(goes_on).filter_map(|run| sentence(&before, &after, run)).collect();
    Comparison { schema: "nutgraf-comparison/1", facts, sentences, same }
}

/// A sentence, or a stretch of those that are the same.
fn sentence(before: &Version<'_>, after: &Version<'_>, run: &[Pair]) -> Option<SentenceChange> {
    let (pair, last) = (run.first()?, run.last()?);
    let reach = |version: &Version<'_>, first: Option<usize>, last: Option<usize>| {
        Some(Span::new(version.sentences[first?].start, version.sentences[last?].end))
    };
    let (one, other) = (reach(before, pair.before, last.before), reach(after, pair.after, last.after));
    let role = pair.after.map(|at| after.roles[at]).or(pair.before.map(|at| before.roles[at]))?;
    let words = match (pair.change, one, other) {
        (Difference::Changed, Some(one), Some(other)) => {
            let (texts, pieces) =
                ((before.story.text(), after.story.text()), diff(&before.story, one, &after.story, other));
            pieces.iter().flat_map(|piece| told(texts, piece)).collect()
        }
        _ => Vec::new(),
    };
    let passage = |version: &Version<'_>, span: Option<Span>| span.map(|span| version.passage(span));
    let (one, other) = (passage(before, one), passage(after, other));
    Some(SentenceChange {
        change: pair.change,
        role,
        moved: pair.moved,
        count: run.len(),
        before: one,
        after: other,
        words,
    })
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde hands it over
fn is_false(value: &bool) -> bool {
    !value
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
