//! Stray marks: a bracket that nothing closes, a doubled word or mark, a space before a comma.

use super::desk::Desk;
use crate::text::cursor::Cursor;
use crate::text::tokens::Kind;
use crate::{Block, CheckCode, Role, Span};

/// Words that nobody writes twice in a row: not "had had", "that that", "what it is is", "came in in May".
const NEVER_TWICE: [&str; 38] = [
    "the", "a", "an", "of", "to", "and", "or", "but", "for", "with", "at", "by", "from", "into", "his", "their", "its",
    "our", "my", "your", "are", "were", "be", "been", "will", "would", "could", "should", "has", "have", "he", "she",
    "they", "we", "which", "as", "if", "when",
];

/// How many spaces before a mark are a habit of the copy and no slip.
const HABIT: usize = 4;

/// Finds them in what is read.
pub(super) fn find(desk: &mut Desk<'_>) {
    let mut spaces: Vec<Span> = Vec::new();
    // a bracket that an earlier paragraph left open
    let mut open: Option<Span> = None;
    for block in desk.blocks() {
        let tokens = desk.tokens(block.span);
        let before = open;
        let left = brackets(desk, tokens, block, &mut open);
        if block.role.has_sentences() {
            words(desk, tokens);
            spaces.extend(doubled(desk, tokens));
        }
        // the paragraph after it has not closed it either
        if let Some(span) = before.filter(|_| open == before) {
            unclosed(desk, span);
            open = None;
        }
        open = open.or(left);
    }
    if let Some(span) = open {
        unclosed(desk, span);
    }
    if spaces.len() < HABIT {
        for span in spaces {
            let mark = desk.slice(span).trim().to_owned();
            desk.say(CheckCode::SpaceBeforeMark, format!("a space stands before {}", name(&mark)), vec![span]);
        }
    }
}

fn name(mark: &str) -> &str {
    match mark {
        "," => "the comma",
        "." => "the full stop",
        ";" => "the semicolon",
        _ => "the mark",
    }
}

fn unclosed(desk: &mut Desk<'_>, span: Span) {
    // a caption's credit is a part of its own, and so are many things around a story
    if !desk.is_running(span) {
        return;
    }
    desk.say(CheckCode::UnclosedBracket, "nothing closes this bracket".to_owned(), vec![span]);
}

/// Doubled words.
fn words(desk: &mut Desk<'_>, tokens: Cursor<'_>) {
    for at in tokens.start + 1..tokens.limit {
        // most tell themselves apart by their lengths
        let [one, two] = [at - 1, at].map(|at| desk.story.text.tokens[at]);
        if one.kind != Kind::Word || two.kind != Kind::Word || !two.spaced || one.span().len() != two.span().len() {
            continue;
        }
        let (before, word) = (tokens.str(at - 1), tokens.str(at));
        if !before.eq_ignore_ascii_case(word) || !tokens.is_any(at, &NEVER_TWICE) {
            continue;
        }
        // a name or an initial: "The The", "vitamin A a day"
        let small = word.chars().all(char::is_lowercase) && before.chars().skip(1).all(char::is_lowercase);
        let letter = word.len() == 1 && before != word;
        if small && !letter {
            let span = desk.story.text.span_of(&(at - 1..at + 1));
            desk.say(CheckCode::DoubledWord, format!("“{word}” stands twice in a row"), vec![span]);
        }
    }
}

/// Doubled marks; gives the places of marks with a space before them.
fn doubled(desk: &mut Desk<'_>, tokens: Cursor<'_>) -> Vec<Span> {
    let mut spaces = Vec::new();
    for at in tokens.start + 1..tokens.limit {
        if desk.story.text.tokens[at].kind != Kind::Mark {
            continue;
        }
        let Some(mark @ (',' | '.' | ';')) = tokens.mark(at) else { continue };
        let before = tokens.mark(at - 1);
        let place = desk.story.text.span_of(&(at - 1..at + 1));
        if tokens.is_joined(at) {
            // three points or more are an ellipsis, and so are two after a space
            let points = tokens.is_mark(at + 1, '.')
                || before == Some('.')
                    && (at > tokens.start + 1 && tokens.is_mark(at - 2, '.')
                        || !tokens.is_joined(at - 1)
                        || tokens.is_joined(at + 1) && tokens.is_word(at + 1));
            let twice = (before == Some(mark) || before == Some(',') && mark == '.') && !points;
            if twice {
                desk.say(
                    CheckCode::DoubledMark,
                    format!("two marks stand together: “{}”", desk.slice(place)),
                    vec![place],
                );
            }
            continue;
        }
        let after_word = matches!(tokens.kind(at - 1), Some(Kind::Word | Kind::Number | Kind::Clitic));
        // " .com", " .38", " ..."
        let points = tokens.is_mark(at + 1, '.');
        let ends = !points && tokens.is_spaced(at + 1) || tokens.mark(at + 1).is_some_and(|c| "”\"’'".contains(c));
        let same_line = !desk.slice(place).contains(['\n', '\r']);
        if after_word && ends && same_line {
            let word = desk.story.text.tokens[at - 1].span();
            spaces.push(Span::new(word.end, place.end));
        }
    }
    spaces
}

/// Brackets without their pair; gives the one left open at the end of a paragraph, which the next may close.
fn brackets(desk: &mut Desk<'_>, tokens: Cursor<'_>, block: Block, open: &mut Option<Span>) -> Option<Span> {
    // an address can hold a bracket
    let all = &desk.story.text.tokens;
    if all[tokens.start..tokens.limit].iter().any(|token| token.kind == Kind::Url) {
        return None;
    }
    let mut left: Vec<(char, usize)> = Vec::new();
    for at in (tokens.start..tokens.limit).filter(|at| all[*at].kind == Kind::Mark) {
        match tokens.mark(at) {
            Some(mark @ ('(' | '[')) => left.push((mark, at)),
            Some(mark @ (')' | ']')) => {
                let opens = if mark == ')' { '(' } else { '[' };
                if left.last().is_some_and(|(mark, _)| *mark == opens) {
                    left.pop();
                } else if left.is_empty()
                    && open.take().is_none()
                    && block.role == Role::Paragraph
                    && !is_item(tokens, at)
                {
                    let span = desk.story.text.span_of(&(at..at + 1));
                    desk.say(CheckCode::UnclosedBracket, "nothing opens this bracket".to_owned(), vec![span]);
                }
            }
            _ => {}
        }
    }
    let (_, at) = *left.first()?;
    // ":(" is a face
    let face = at > tokens.start && tokens.mark(at - 1).is_some_and(|c| ":;=".contains(c));
    let span = desk.story.text.span_of(&(at..at + 1));
    (!face).then_some(span)
}

/// Whether a closing bracket ends the number of an item, "1)", "b)", or is a face.
fn is_item(tokens: Cursor<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    match tokens.kind(before) {
        Some(Kind::Number) => true,
        Some(Kind::Word) => {
            tokens.str(before).len() <= 3 && tokens.str(before).bytes().all(|b| b"ivxabcd".contains(&b))
        }
        _ => tokens.mark(before).is_some_and(|c| ":;=-".contains(c)),
    }
}
