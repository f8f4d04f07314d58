//! Several articles in one paste: where the next begins.
//!
//! False alarms cost more than misses, so that a next article needs all of this:
//!
//! - before it a story: a headline or dateline with several paragraphs after it, and a byline, date, dateline, address
//!   or sign-off of its own. Three paragraphs of a cookie notice over the page's headline are not one;
//! - a row shaped like a headline that the paste has not printed before, with a byline, a full date, a sure dateline or
//!   an address around it, or right after the sign-off of the story before;
//! - several paragraphs after that, and close together: a teaser has one.
//!
//! Where a sign-off or two blank lines part two stories, a sure dateline takes the headline's place. A live blog or a
//! round-up has many such places: what would be more than [`MOST`] articles is taken for one. The clock times of a live
//! blog are not dates, and the names over comments are not headlines.
//!
//! Every look ahead and back is bounded, so that the work is linear in the rows.

use super::facts::Facts;
use super::rows::Row;
use crate::text::Text;
use crate::{Span, Warning, WarningCode};
use std::collections::HashSet;

/// More articles than anybody pastes at once: what looks like more is a list of something.
const MOST: usize = 4;

/// Paragraphs of a story.
const PARAGRAPHS: usize = 3;

/// Characters of a story's first paragraphs.
const CHARS: usize = 260;

/// Rows that can be between a headline and the lede.
const HEAD: usize = 9;

/// Rows that can lie between the last paragraph of a story and the next headline.
const GAP: usize = 14;

/// What a row says about where an article begins or ends.
#[derive(Default, Clone, Copy)]
#[allow(clippy::struct_excessive_bools)]
struct Sign {
    prose: bool,
    /// Running text beyond doubt, which the paste has once: a single sentence may be a caption.
    solid: bool,
    chars: usize,
    title: bool,
    /// Byline or full date, alone on the row.
    head: bool,
    dateline: bool,
    url: bool,
    /// "Read the full article".
    promo: bool,
    /// Sign-off or contributors: the story ends.
    foot: bool,
    blanks: u32,
}

/// The first rows of the second article and of those after it; empty where there is only one article.
pub(super) fn starts(text: &Text<'_>, rows: &[Row], facts: &[Facts]) -> Vec<usize> {
    let mut seen = HashSet::new();
    let signs: Vec<Sign> = rows
        .iter()
        .zip(facts)
        .map(|(row, facts)| {
            let mut sign = sign(text, row, facts);
            // a headline is not printed before its article, but perhaps twice over it
            sign.title = sign.title && seen.insert(text.slice(row.span));
            sign
        })
        .collect();
    let mut starts = Vec::new();
    let mut told = Told::default();
    // the lede of the article that is being read, and whether anything of a head or foot was met with it
    let mut lede: Option<usize> = None;
    let mut sure = false;
    let mut at = 0;
    while at < signs.len() {
        let open = lede.is_some_and(|lede| at > lede + 1) && sure;
        if open && let Some(next) = opens(&signs, &told, at, lede.is_some_and(|lede| signs[lede].dateline)) {
            starts.push(next.start);
            lede = Some(next.lede);
            told = Told::default();
            told.add(next.lede, signs[next.lede]);
            at = next.lede + 1;
            continue;
        }
        if lede.is_none() && is_story(&signs, at) && (signs[at].dateline || title_before(&signs, at)) {
            lede = Some(at);
            sure = (at.saturating_sub(HEAD)..=at).any(|row| signs[row].head || signs[row].url || signs[row].dateline);
        }
        sure |= lede.is_some() && signs[at].foot;
        told.add(at, signs[at]);
        at += 1;
    }
    if starts.len() >= MOST || starts.last().is_some_and(|&last| is_roll(&signs[last..])) { Vec::new() } else { starts }
}

/// The warning about a paste whose second article begins at byte `start`.
pub(super) fn warning(text: &Text<'_>, start: usize) -> Warning {
    let message = "another article begins here; the head is that of the first";
    Warning::new(WarningCode::SeveralArticles, message).at(Span::new(start, text.source.len()))
}

/// Whether an address is that of a story: its path has a slug, a date or a number.
fn is_story_address(address: &str) -> bool {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest).split_once('/').map_or("", |(_, path)| path);
    path.matches('-').count() >= 3 || path.bytes().filter(u8::is_ascii_digit).count() >= 4
}

/// Whether the rows after the last headline are a roll of teasers, each a headline with a byline or date.
fn is_roll(signs: &[Sign]) -> bool {
    signs.windows(4).skip(1).filter(|near| near[0].title && near[1..].iter().any(|sign| sign.head)).count() >= 3
}

/// Where an article begins, and its lede.
struct Next {
    start: usize,
    lede: usize,
}

/// What was told so far in the article that is being read.
#[derive(Default)]
struct Told {
    paragraphs: usize,
    chars: usize,
    /// The row of the last paragraph.
    last: usize,
}

impl Told {
    fn add(&mut self, row: usize, sign: Sign) {
        if sign.prose {
            self.paragraphs += 1;
            self.chars += sign.chars;
            self.last = row;
        }
    }
}

/// The article that begins with row `at`, where one does after `story`; `wire` says that the story has a
/// dateline. Where it has none, a dateline counts only right after its last paragraph: what comes later may be
/// a link.
fn opens(signs: &[Sign], story: &Told, at: usize, wire: bool) -> Option<Next> {
    let sign = signs[at];
    let before = story.last;
    if at - before > GAP || story.paragraphs < PARAGRAPHS || story.chars < CHARS {
        return None;
    }
    let foot = (before..at).rev().take(2).any(|row| signs[row].foot);
    if wire && sign.dateline && sign.prose && (foot || sign.blanks >= 2) && is_story(signs, at) {
        return Some(Next { start: at, lede: at });
    }
    if sign.url && sign.blanks > 0 {
        let lede = (at + 1..signs.len().min(at + 1 + HEAD)).find(|&row| signs[row].prose)?;
        return is_story(signs, lede).then_some(Next { start: at, lede });
    }
    if !sign.title {
        return None;
    }
    let lede = (at + 1..signs.len().min(at + 1 + HEAD)).find(|&row| signs[row].prose)?;
    if !is_story(signs, lede) {
        return None;
    }
    let known = (at + 1..lede).find(|&row| signs[row].head);
    // the headline is the row near its byline or date, not just any label above
    let near = known.map_or(lede - at <= 2, |row| row - at <= 3);
    let above =
        at > before + 1 && (signs[at - 1].url || signs[at - 1].head && signs[at].blanks <= signs[at - 1].blanks);
    let told = known.is_some() || (wire || before + 1 == at) && signs[lede].dateline || above || foot && lede == at + 1;
    let start = if above { at - 1 } else { at };
    (told && near).then_some(Next { start, lede })
}

/// Whether row `at` begins several paragraphs close together, with no byline, date or "Read more"
/// between them: those are of teasers.
fn is_story(signs: &[Sign], at: usize) -> bool {
    let (mut paragraphs, mut solid, mut chars) = (0, 0, 0);
    for sign in &signs[at..signs.len().min(at + PARAGRAPHS + 3)] {
        if sign.head || sign.promo {
            return false;
        }
        if sign.prose {
            paragraphs += 1;
            solid += usize::from(sign.solid);
            chars += sign.chars;
        }
        if paragraphs >= PARAGRAPHS && solid + 1 >= PARAGRAPHS && chars >= CHARS {
            return signs[at].prose;
        }
    }
    false
}

/// Whether a row shaped like a headline comes before the lede at row `at`.
fn title_before(signs: &[Sign], at: usize) -> bool {
    signs[at.saturating_sub(HEAD)..at].iter().any(|sign| sign.title)
}

/// What `facts` say.
fn sign(text: &Text<'_>, row: &Row, facts: &Facts) -> Sign {
    // an agency's name alone is as often a picture's credit
    let foot =
        (facts.told.signoff_whole || facts.told.signoff_tail) && !facts.told.agency_alone || facts.told.contributors;
    let prose = facts.flows() && !facts.told.credit_tail;
    let label = facts.phrases.share_row
        || facts.phrases.nav_row
        || facts.phrases.tags_start
        || facts.phrases.gallery
        || facts.shape.speaker
        || facts.phrases.note_start;
    let stamp = facts.told.timestamp_whole && facts.shape.year && !facts.told.timestamp_relative;
    // "By Ada Quill May 3, 2023"
    let stamped =
        facts.told.by_part && facts.told.timestamp_part && facts.shape.year && facts.shape.chars <= 120 && !prose;
    let other = facts.is_other_part()
        || facts.told.signoff_whole
        || facts.phrases.bio
        || facts.shape.handle
        || facts.told.agency_alone;
    Sign {
        prose,
        solid: facts.shape.prose && facts.kin.repeats < 2,
        chars: facts.shape.chars,
        title: !prose && !label && !other && facts.shape.like_headline && facts.shape.chars <= 140,
        head: facts.told.by_whole || stamp || stamped || facts.told.dateline_own_line,
        dateline: facts.told.dateline >= 3,
        url: facts.shape.url_whole && is_story_address(text.slice(row.span)),
        promo: facts.phrases.promo_start,
        foot,
        blanks: row.blanks,
    }
}
