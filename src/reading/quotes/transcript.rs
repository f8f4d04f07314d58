//! Speech set as a transcript: paragraphs that begin with who speaks and a colon, without quotation marks.

use super::direct::Walk;
use super::draft::{Draft, Frame};
use super::scene::{Name, Scene};
use super::source::Source;
use crate::reading::Story;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;
use crate::{QuoteAct, QuoteKind, Role, Span};
use std::collections::HashMap;
use std::ops::Range;

/// Tokens of a label: "DR ANN PETRIE".
const LABEL: usize = 5;
/// Tokens of a label with what somebody is: "Ann Roe, 34, teacher in Elder".
const ROLE: usize = 14;
/// Letters of a label that is somebody's initials.
const INITIALS: usize = 4;
/// Labelled paragraphs that make a transcript.
const FEWEST: usize = 3;

/// How many of a hundred such paragraphs are said by their label.
const SURE: u8 = 96;

/// Who a paragraph says speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Label {
    Name(Range<usize>),
    /// A name with what somebody is: "Ann Roe, teacher".
    Role(Range<usize>),
    Question,
    Answer,
}

/// A paragraph: its block, where it lies, and its label with the token of the colon.
type Row = (usize, Span, Option<(Label, usize)>);

/// Adds what is said in a transcript, and says which blocks hold it.
pub(super) fn find(walk: &mut Walk, story: &Story<'_>, scene: &Scene<'_>) -> Vec<bool> {
    let mut held = vec![false; story.blocks.len()];
    let paragraphs = story.blocks.iter().enumerate().filter(|(_, block)| {
        matches!(block.role, Role::Paragraph | Role::ListItem | Role::Crosshead | Role::PullQuote)
    });
    let rows: Vec<Row> =
        paragraphs.map(|(index, block)| (index, block.span, label(scene, &scene.text.tokens_in(block.span)))).collect();
    let rows = if polled(scene, &rows) { rows } else { without_roles(rows) };
    let count = rows.iter().filter(|row| row.2.is_some()).count();
    // a list of terms has labels too, each its own
    let again = rows.iter().enumerate().filter(|(at, row)| {
        row.2.as_ref().is_some_and(|(label, _)| {
            rows[at.saturating_sub(4)..*at]
                .iter()
                .any(|other| other.2.as_ref().is_some_and(|(other, _)| same(scene, label, other)))
        })
    });
    let few = count < FEWEST || again.count() + 2 < count || count * 3 < rows.len();
    if few && !polled(scene, &rows) {
        return held;
    }
    // "A:" is whoever is named before the first answer
    let first = rows.iter().find_map(|row| row.2.as_ref().map(|(_, colon)| *colon)).unwrap_or(0);
    let guest = scene.names_in(0..first).iter().rev().find(|name| name.person).copied();
    let called = called(scene);
    for (block, span, label) in &rows {
        let Some((label, colon)) = label else { continue };
        let source = match label {
            Label::Name(tokens) | Label::Role(tokens) => Some(speaker(scene, &called, tokens)),
            Label::Answer => guest.map(|name| Source::named(name, name.start, false)),
            Label::Question => None,
        };
        let start = scene.text.tokens.get(colon + 1).map_or(span.end, |token| token.span().start);
        let content = Span::new(start, span.end);
        if content.of(scene.text.source).trim().is_empty() {
            continue;
        }
        held[*block] = true;
        let asks = content.of(scene.text.source).trim_end().ends_with('?');
        walk.drafts.push(Draft {
            kind: QuoteKind::Direct,
            frame: if source.is_some() { Frame::Quoted } else { Frame::Carried },
            act: if asks || *label == Label::Question { QuoteAct::Question } else { QuoteAct::Statement },
            parts: vec![content],
            cue: None,
            carried: *label == Label::Answer,
            source,
            continues: None,
            sure: SURE,
            same: None,
            block: *block,
            open: false,
        });
    }
    held
}

/// Whether the labels are people of the story who each speak of themselves, as where passers-by are asked: a list of
/// what players did has names too, and nobody says "I" in it.
fn polled(scene: &Scene<'_>, rows: &[Row]) -> bool {
    let mut known = 0;
    let mut own = 0;
    for (_, span, label) in rows {
        let Some((Label::Name(name) | Label::Role(name), colon)) = label else { continue };
        if scene.names_in(name.clone()).iter().any(|name| name.person) {
            known += 1;
            let tokens = scene.text.tokens_in(*span);
            own += usize::from((*colon..tokens.end).any(|at| is_own(scene.str(at))));
        }
    }
    known >= FEWEST - 1 && own * 3 >= known * 2
}

/// Whether a word tells of the one who says it.
pub(super) fn is_own(word: &str) -> bool {
    matches!(word, "I" | "my" | "My" | "me" | "we" | "We" | "our" | "Our" | "us")
}

/// The rows, without the labels that tell what somebody is.
fn without_roles(rows: Vec<Row>) -> Vec<Row> {
    let plain = |(block, span, label): Row| (block, span, label.filter(|(label, _)| !matches!(label, Label::Role(_))));
    rows.into_iter().map(plain).collect()
}

/// The label that a paragraph begins with, and the token of its colon.
fn label(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<(Label, usize)> {
    // “PETRIE: …” is a transcript that is quoted
    let opens = matches!(scene.str(tokens.start), "“" | "\"");
    let start = tokens.start + usize::from(opens);
    let colon = (start + 1..tokens.end.min(start + ROLE + 1)).find(|&at| scene.str(at) == ":")?;
    if colon + 2 >= tokens.end {
        return None;
    }
    if let Some(name) = scene.starting(start).filter(|name| name.person && name.end < colon) {
        let role = scene.str(name.end) == "," && !opens;
        return role.then_some((Label::Role(start..name.end), colon));
    }
    if colon > start + LABEL {
        return None;
    }
    let word = scene.str(start);
    let label = match (colon - start, word) {
        (1, "Q" | "Question") => Label::Question,
        (1, "A" | "Answer") => Label::Answer,
        _ => {
            let name = (start..colon).all(|at| {
                let word = scene.str(at);
                match scene.text.tokens[at].kind {
                    Kind::Word | Kind::Initials => is_capitalised(word),
                    _ => matches!(word, "." | "-" | "’" | "'"),
                }
            });
            // "Note: …" is one word that nobody is called
            let capitals = (start..colon).all(|at| !scene.str(at).contains(char::is_lowercase));
            let known = scene.ending(colon).is_some_and(|name| name.person);
            if !name || !(capitals || known) {
                return None;
            }
            Label::Name(start..colon)
        }
    };
    Some((label, colon))
}

/// Whether two labels mean one voice: the last word of a name is enough.
fn same(scene: &Scene<'_>, one: &Label, other: &Label) -> bool {
    match (one, other) {
        (Label::Name(one) | Label::Role(one), Label::Name(other) | Label::Role(other)) => {
            scene.str(one.end - 1) == scene.str(other.end - 1)
        }
        (one, other) => one == other,
    }
}

/// The people of a story by their last names in small letters; none where two have it.
fn called(scene: &Scene<'_>) -> HashMap<String, Option<Name>> {
    let mut called: HashMap<String, Option<Name>> = HashMap::new();
    // a name in capitals is a label itself, and may have lost its accents
    let capitals = |name: &Name| (name.start..name.end).all(|at| !scene.str(at).contains(char::is_lowercase));
    for &name in scene.names.iter().filter(|name| name.person && !capitals(name)) {
        // by the last word and, for "PSY: …", by the first letters of all
        let letters = name.start..name.end;
        let letters: String =
            letters.filter_map(|at| scene.str(at).chars().next().filter(|c| c.is_alphabetic())).collect();
        let whole = letters.chars().count() > 1;
        for key in [folded(scene.str(name.end - 1)), folded(&letters)].into_iter().take(1 + usize::from(whole)) {
            let known = called.entry(key).or_insert(Some(name));
            if known.is_some_and(|known| known.entity != name.entity) {
                *known = None;
            }
        }
    }
    called
}

/// A word in small letters, the Turkish ones without their dots: in capitals nothing tells them apart.
fn folded(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter(|&c| c != '\u{307}')
        .map(|c| if c == 'ı' { 'i' } else { c })
        .collect()
}

/// Whom a label names: a name of the story, in capitals or not.
fn speaker(scene: &Scene<'_>, called: &HashMap<String, Option<Name>>, tokens: &Range<usize>) -> Source {
    let here = scene.ending(tokens.end).filter(|name| name.start >= tokens.start);
    // "PSY: …" in a talk with Park Seo-yeon, whatever the letters were taken for
    let initials = tokens.len() == 1 && scene.str(tokens.start).len() <= INITIALS;
    let initials = initials.then(|| called.get(&folded(scene.str(tokens.start))).copied().flatten()).flatten();
    let plain = here.filter(|name| scene.str(name.end - 1).contains(char::is_lowercase));
    let written = called.get(&folded(scene.str(tokens.end - 1))).copied().flatten();
    let known = initials.or(plain).or(written).or(here);
    known.map_or_else(
        || Source::described(tokens.clone()),
        |name| Source { tokens: tokens.clone(), ..Source::named(name, tokens.start, false) },
    )
}
