//! A quotation in headline, caption or pull quote that is nearly, but not exactly, what the text quotes.

use super::desk::Desk;
use crate::text::cursor::Cursor;
use crate::text::fnv;
use crate::text::tokens::Kind;
use crate::{CheckCode, QuoteKind, Role, Span};
use std::collections::HashMap;

/// Words of the shortest quotation that is held against the text.
const SHORTEST: usize = 5;

/// Words of the longest, and places where it may begin in the text: bounds that keep the search linear.
const LONGEST: usize = 60;
const PLACES: usize = 20;

/// Holds every quotation outside the running text against those inside.
pub(super) fn find(desk: &mut Desk<'_>) {
    let outside: Vec<(Span, Role, Vec<Word>)> = desk
        .blocks()
        .filter(|block| {
            matches!(block.role, Role::Headline | Role::Standfirst | Role::Caption | Role::PullQuote | Role::Crosshead)
        })
        .flat_map(|block| quotations(desk.tokens(block.span)).into_iter().map(move |span| (span, block.role)))
        .map(|(span, role)| (span, role, words(desk.tokens(span))))
        .filter(|(.., words)| (SHORTEST..=LONGEST).contains(&words.len()))
        .collect();
    if outside.is_empty() {
        return;
    }
    let body = Body::new(desk, outside.iter().map(|(.., words)| words));
    for (span, role, words) in outside {
        if let Some(place) = body.nearly(&words).filter(|_| !body.has(&words)) {
            let name = match role {
                Role::Headline => "headline",
                Role::Standfirst => "standfirst",
                Role::Caption => "caption",
                Role::Crosshead => "crosshead",
                _ => "pull quote",
            };
            let message = format!(
                "the {name} quotes “{}”, the text says “{}”",
                one_line(desk.slice(span)),
                one_line(desk.slice(place))
            );
            desk.say(CheckCode::QuoteDiffers, message, vec![span, place]);
        }
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What lies between quotation marks in a short block, marks excluded.
fn quotations(tokens: Cursor<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for at in tokens.start..tokens.limit {
        let Some(mark) = tokens.mark(at) else { continue };
        let opens = tokens.is_spaced(at) && tokens.is_joined(at + 1);
        match open {
            None if opens && matches!(mark, '“' | '‘' | '"' | '\'') => open = Some((at, mark)),
            Some((from, first)) => {
                let fits = matches!((first, mark), ('“', '”') | ('‘', '’') | ('"', '"') | ('\'', '\''));
                let ends = tokens.is_joined(at) && !(tokens.is_joined(at + 1) && tokens.is_word(at + 1));
                if fits && ends && from + 1 < at {
                    found.push(tokens.text.span_of(&(from + 1..at)));
                    open = None;
                }
            }
            None => {}
        }
    }
    found
}

/// The hash of a word in small letters, and where it lies.
type Word = (u64, Span);

fn words(tokens: Cursor<'_>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for at in tokens.start..tokens.limit {
        let Some(token) = tokens.token(at) else { continue };
        match token.kind {
            Kind::Mark | Kind::Url => {}
            // "I'm": one word, however it is cut
            Kind::Clitic => {
                if let Some((word, span)) = words.last_mut() {
                    *word = fnv::letters(*word, tokens.str(at));
                    span.end = token.span().end;
                }
            }
            _ => words.push((fnv::letters(fnv::SEED, tokens.str(at)), token.span())),
        }
    }
    words
}

/// Two words in a row.
type Pair = (u64, u64);

fn pair(words: &[Word], at: usize) -> Option<Pair> {
    words.get(at..at + 2).map(|two| (two[0].0, two[1].0))
}

/// The words of the running text.
struct Body {
    words: Vec<Word>,
    /// Whether each is quoted there.
    quoted: Vec<bool>,
    /// Where the pairs that are looked for stand.
    pairs: HashMap<Pair, Vec<usize>>,
}

impl Body {
    /// The running text, to look for `rows` of words in it.
    fn new<'w>(desk: &Desk<'_>, rows: impl Iterator<Item = &'w Vec<Word>>) -> Self {
        let mut all = Vec::new();
        for sentence in desk.running() {
            all.extend(words(desk.tokens(sentence.span)));
        }
        let mut spoken = desk.quotes.iter().filter(|quote| quote.kind != QuoteKind::Indirect).peekable();
        let quoted = all
            .iter()
            .map(|(_, span)| {
                while spoken.next_if(|quote| quote.span.end <= span.start).is_some() {}
                spoken.peek().is_some_and(|quote| quote.span.start <= span.start)
            })
            .collect();
        let wanted = rows.flat_map(|words| [pair(words, 0), pair(words, words.len() / 2)]).flatten();
        let mut pairs: HashMap<Pair, Vec<usize>> = wanted.map(|pair| (pair, Vec::new())).collect();
        for at in 0..all.len() {
            let places = pair(&all, at).and_then(|pair| pairs.get_mut(&pair));
            if let Some(places) = places.filter(|places| places.len() < PLACES) {
                places.push(at);
            }
        }
        Self { words: all, quoted, pairs }
    }

    /// Where the text has `words` from their `skip`th on, as far as their first two tell.
    fn starts(&self, words: &[Word], skip: usize) -> impl Iterator<Item = usize> {
        let places = pair(words, skip).and_then(|pair| self.pairs.get(&pair));
        places.into_iter().flatten().filter_map(move |at| at.checked_sub(skip))
    }

    /// Whether the text has them, word for word.
    fn has(&self, words: &[Word]) -> bool {
        let same = |at: usize| {
            self.words.get(at..at + words.len()).is_some_and(|some| some.iter().zip(words).all(|(a, b)| a.0 == b.0))
        };
        self.starts(words, 0).any(same)
    }

    /// Where the text quotes them with one word other, more or less.
    fn nearly(&self, words: &[Word]) -> Option<Span> {
        let half = words.len() / 2;
        for skip in [0, half] {
            for at in self.starts(words, skip) {
                // from a shared beginning or middle: one word other, more or less
                for length in [words.len(), words.len() + 1, words.len() - 1] {
                    let from = if skip == 0 { at } else { (at + words.len()).saturating_sub(length) };
                    let Some(some) = self.words.get(from..from + length) else { continue };
                    let quoted = self.quoted[from..from + length].iter().all(|quoted| *quoted);
                    if quoted && differ_by_one(words, some) {
                        return Some(Span::new(some[0].1.start, some[length - 1].1.end));
                    }
                }
            }
        }
        None
    }
}

/// Whether two rows of words are the same but for one word, which is not one of the first or last.
fn differ_by_one(one: &[Word], other: &[Word]) -> bool {
    let front = one.iter().zip(other).take_while(|(a, b)| a.0 == b.0).count();
    let back = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a.0 == b.0).count();
    let longest = one.len().max(other.len());
    front + back + 1 >= longest && front > 0 && back > 0
}
