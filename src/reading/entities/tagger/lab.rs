//! The tagger's view of a text, for its trainer.

use super::certainty::evidence;
use super::document::Document;
use super::features::{Rows, attributes, surroundings};
use super::lexicon::Lexicon;
use super::model::Model;
use super::recall::Recall;
use crate::reading::entities::runs::is_titled;
use crate::text::Text;

/// A word as the trainer sees it.
#[derive(Debug, Clone)]
pub struct Token {
    /// Where it begins and ends, in bytes.
    pub span: (usize, usize),
    /// Whether it can be part of a name.
    pub candidate: bool,
    /// The number of its word in lower case in this document, where it is capitalised; from 1.
    pub key: u32,
    /// Its rows of the network's table.
    pub rows: Vec<u32>,
    /// Its attributes for the field, where it is a candidate.
    pub attributes: Vec<u32>,
}

/// How many rows the network's table has with this lexicon, and which says that a text is from the web.
///
/// # Panics
///
/// Where `lexicon` is cut off.
#[must_use]
pub fn rows(mut lexicon: &[u8]) -> (usize, usize) {
    let lexicon = Lexicon::take(&mut lexicon).expect("a lexicon");
    let rows = Rows::new(lexicon.words());
    (rows.count, rows.web())
}

/// The words of `source`, line by line.
///
/// # Panics
///
/// Where `lexicon` is cut off.
#[must_use]
pub fn read(source: &str, mut lexicon: &[u8]) -> Vec<Vec<Token>> {
    let lexicon = Lexicon::take(&mut lexicon).expect("a lexicon");
    let text = Text::new(source);
    let lines = titled_lines(&text);
    let story = Document::new(&text, &lexicon, &lines, |_, _| None);
    let rows = Rows::new(lexicon.words());
    let keys = story.keys();
    let mut runs = story.runs.iter().peekable();
    let mut found = Vec::new();
    for (line, (range, _)) in story.lines.iter().enumerate() {
        let first = lines[line].0.start;
        let token = |at: usize| {
            while runs.next_if(|run| run.end <= at).is_some() {}
            let run = runs.peek().copied().filter(|run| run.start <= at);
            let mut ids = Vec::new();
            rows.word(story.word(at), |row| ids.push(row as u32));
            rows.token(&story, line, at, run, |row| ids.push(row as u32));
            let mut told = Vec::new();
            if story.candidates[at] {
                for offset in 0..5 {
                    let other = (at + offset).checked_sub(2).filter(|other| range.contains(other));
                    attributes(other.map(|other| story.word(other)), offset as u32, |id| told.push(id));
                }
                surroundings(&story, line, at, run, |id| told.push(id));
            }
            let span = text.tokens[first + at - range.start].span();
            Token {
                span: (span.start, span.end),
                candidate: story.candidates[at],
                key: keys[story.tokens[at] as usize],
                rows: ids,
                attributes: told,
            }
        };
        found.push(range.clone().map(token).collect());
    }
    found
}

/// A mention as the calibration sees it.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Where it begins and ends, in bytes.
    pub span: (usize, usize),
    /// What is named: `person`, `organization` or `place`.
    pub kind: &'static str,
    /// What is known of it.
    pub numbers: Vec<i32>,
}

/// The mentions that `model` finds in `source`.
///
/// # Panics
///
/// Where `model` is cut off.
#[must_use]
pub fn evidence_of(source: &str, model: &[u8]) -> Vec<Evidence> {
    let model = Model::read(model).expect("a model");
    let text = Text::new(source);
    let lines = titled_lines(&text);
    let told = super::find(&model, &text, &lines, &mut Recall::default());
    told.into_iter()
        .map(|(tokens, told)| {
            let span = text.span_of(&tokens);
            let kind = match told.kind {
                crate::EntityKind::Person => "person",
                crate::EntityKind::Organization => "organization",
                crate::EntityKind::Place => "place",
            };
            Evidence { span: (span.start, span.end), kind, numbers: evidence(&told).to_vec() }
        })
        .collect()
}

/// The lines that hold a token, and whether each is set as a title is.
fn titled_lines(text: &Text<'_>) -> Vec<(std::ops::Range<usize>, bool)> {
    let tokens = text.lines.iter().map(|line| text.tokens_in(line.span())).filter(|tokens| !tokens.is_empty());
    tokens.map(|tokens| (tokens.clone(), is_titled(text, tokens))).collect()
}
