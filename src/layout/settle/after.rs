//! What comes with the story and after it: captions, notes, who the author is, topics, lists of links.

use super::{is, put};
use crate::layout::facts::{Facts, Paste};
use crate::layout::names;
use crate::layout::rows::Row;
use crate::layout::states::Part;
use crate::text::Text;

/// A list under a label of the page ("Most read") after the last paragraph is the page's, not the
/// story's.
pub(super) fn lists(paste: &Paste, states: &mut [usize]) {
    let Some(last) = (0..states.len()).rev().find(|&row| paste.facts[row].shape.prose && is(states, row, Part::Text))
    else {
        return;
    };
    let label = |facts: &Facts| facts.shape.words <= 4 && (facts.phrases.nav_row || facts.phrases.promo_start);
    let Some(label) = (last + 1..states.len()).find(|&row| label(&paste.facts[row])) else { return };
    for row in label..states.len() {
        if is(states, row, Part::Text) && !paste.facts[row].flows() {
            put(states, row, Part::Furniture);
        }
    }
}

/// Who the author is, after the story: `NAME is a reporter with …`.
pub(super) fn biographies(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize], last: usize) {
    for (row, own) in rows.iter().enumerate().take(last + 40) {
        let facts = &paste.facts[row];
        // among the paragraphs only whom a byline names, and in a row that says no more
        if row < last && !(facts.kin.of_author && facts.shape.stops == 0 && is(states, row, Part::Text)) {
            continue;
        }
        let loose = [Part::Text, Part::Furniture, Part::Caption, Part::Standfirst, Part::Note];
        let loose = loose.iter().any(|&part| is(states, row, part));
        if !loose || facts.shape.chars < 30 || facts.shape.quotes || facts.phrases.promo_start {
            continue;
        }
        let starred = text.is_mark(own.tokens.start, '*');
        let (at, end) = (own.tokens.start + usize::from(starred), own.tokens.end);
        let Some(name) = names::read(text, at, end).filter(|name| name.words >= 2) else { continue };
        let verb = matches!(text.word(name.next), Some("is" | "was" | "has" | "covers" | "writes" | "reports"));
        // a person whom the story is about is described there too: only a writer's trade, or an author
        let who = facts.phrases.bio && (facts.kin.of_author || row > last) || starred || trade(text, name.next, end);
        if !(verb && who) || row < last && facts.shape.words > BRIEF {
            continue;
        }
        put(states, row, Part::Note);
    }
}

/// Words of a row that says who the author is among the paragraphs, at most.
const BRIEF: usize = 25;

/// Whether the words say that somebody writes for a paper.
fn trade(text: &Text<'_>, at: usize, end: usize) -> bool {
    (at..end.min(at + 14)).any(|index| {
        matches!(
            text.word(index),
            Some("reporter" | "columnist" | "correspondent" | "journalist" | "writer" | "author")
        )
    })
}

/// `Topics`, `Related tags`, `Read more about:` and the rows of topics below.
pub(super) fn topics(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize], last: usize) {
    for row in last + 1..states.len().min(last + 40) {
        let label = text.slice(rows[row].span).trim_end_matches(':');
        let label = LABELS_OF_TOPICS.iter().any(|other| label.eq_ignore_ascii_case(other));
        if !label || is(states, row, Part::Text) {
            continue;
        }
        put(states, row, Part::Furniture);
        for (below, topic) in rows.iter().enumerate().skip(row + 1).take(MOST_TOPICS) {
            let facts = &paste.facts[below];
            let known = facts.phrases.share_row
                || facts.phrases.promo_start
                || facts.phrases.legal > 0
                || facts.told.timestamp_whole
                || facts.phrases.copyright
                || facts.told.timestamp_relative
                || facts.shape.number.is_some()
                || facts.shape.url_whole;
            let short = facts.shape.words <= 4
                && facts.shape.chars <= 40
                && !matches!(facts.shape.last, '.' | '?' | '!' | ':' | '…');
            // a label in capitals after topics that are not is the next box's
            let ends = facts.shape.all_caps
                && facts.shape.words > 1
                && below > row + 1
                && !paste.facts[row + 1].shape.all_caps;
            if known || !short || ends || topic.blanks > 0 && below > row + 1 {
                break;
            }
            put(states, below, Part::Tags);
        }
        return;
    }
}

/// Captions, credits, contributors, notes and what closes the story.
pub(super) fn around_story(paste: &Paste, states: &mut [usize], first: Option<usize>, last: Option<usize>) {
    let (Some(first), Some(last)) = (first, last) else { return };
    for row in first..states.len() {
        let facts = &paste.facts[row];
        let inside = row <= last + 4;
        let text = is(states, row, Part::Text);
        let loose =
            is(states, row, Part::Furniture) || is(states, row, Part::Standfirst) || is(states, row, Part::Note);
        if facts.told.contributors && row + 4 > last && row <= last + 8 {
            put(states, row, Part::Contributors);
        } else if facts.told.signoff_whole && row + 1 > last && inside && !facts.phrases.share_row {
            put(states, row, Part::Signoff);
        } else if facts.phrases.copyright && !text && row > last {
            put(states, row, Part::Copyright);
        } else if facts.phrases.correction && row > first {
            put(states, row, Part::Note);
            // the label on a row of its own
            if facts.shape.words == 1 && row + 1 < states.len() {
                put(states, row + 1, Part::Note);
            }
        } else if facts.phrases.note_start
            // "First published 4 May 2023" is when, and no more
            && !facts.told.timestamp_whole
            && facts.shape.chars >= 25
            && inside
            && (!text || row == last || row == first + 1)
        {
            put(states, row, Part::Note);
        } else if facts.told.credit_sure && inside && (loose || text && facts.shape.chars < 80) {
            put(states, row, Part::Credit);
        } else if (facts.told.credit_tail || facts.phrases.caption_start)
            && inside
            && loose
            && row != first
            && facts.shape.chars >= 30
            && !facts.phrases.promo_start
        {
            put(states, row, Part::Caption);
        } else if facts.phrases.tags_start && row > last && inside && facts.shape.commas > 0 {
            put(states, row, Part::Tags);
        } else if facts.phrases.promo_start
            && text
            && facts.shape.chars < 110
            && !facts.shape.said
            && row != last
            && !matches!(facts.shape.last, '.' | '”' | '"')
        {
            put(states, row, Part::Furniture);
        }
    }
}

/// Topics that a list can have at most.
const MOST_TOPICS: usize = 15;

/// Rows that head a list of topics and say nothing else.
const LABELS_OF_TOPICS: &[&str] = &[
    "topics",
    "tags",
    "related topics",
    "related tags",
    "explore more on these topics",
    "read more about",
    "more on these topics",
    "topics in this article",
    "filed under",
    "in this story",
    "keywords",
    "related topic tags",
];
