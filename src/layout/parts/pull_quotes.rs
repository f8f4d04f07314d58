//! Pull quotes: words of the story that the page repeats as display.

use super::Row;
use crate::layout::facts::{Facts, fold};
use crate::layout::settle::is_clock;
use crate::layout::states::{Part, STATES, Zone};
use crate::text::Text;
use crate::text::tokens::Kind;
use std::collections::HashMap;

/// Words by which a repetition is looked up.
const KEY: usize = 4;

/// The fewest words of a pull quote without quotation marks: fewer can recur by chance.
const PLAIN: usize = 8;

/// The most words of a pull quote.
const LONGEST: usize = 60;

/// Which rows repeat words of a longer row of the story.
pub(super) fn find(text: &Text<'_>, rows: &[Row], facts: &[Facts], states: &[usize]) -> Vec<bool> {
    let mut quoted = vec![false; rows.len()];
    let mut keys: HashMap<u64, usize> = HashMap::new();
    // a row right below a post's time heads the post
    let heads = |row: usize| row > 0 && is_clock(text, &rows[row - 1]);
    let candidate = |row: usize| {
        let (zone, part) = STATES[states[row]];
        let facts = &facts[row];
        let marked = is_open(facts.shape.first) && is_close(facts.shape.last);
        zone == Zone::Story
            && !facts.shape.all_caps
            && !heads(row)
            && part == Part::Text
            && (if marked { KEY } else { PLAIN }..=LONGEST).contains(&facts.shape.words)
    };
    for row in (0..rows.len()).filter(|&row| candidate(row)) {
        let words = words(text, &rows[row]);
        if words.len() >= KEY {
            // one row for each beginning: what begins alike more than twice is a refrain
            keys.entry(key(&words)).or_insert(row);
        }
    }
    if keys.is_empty() {
        return quoted;
    }
    let mut own: HashMap<usize, Vec<u64>> = HashMap::new();
    for row in (0..rows.len()).filter(|&row| STATES[states[row]].1 == Part::Text) {
        let running = words(text, &rows[row]);
        for at in 0..running.len().saturating_sub(KEY - 1) {
            let Some(&other) = keys.get(&key(&running[at..])) else { continue };
            if other == row || quoted[other] {
                continue;
            }
            let short = own.entry(other).or_insert_with(|| words(text, &rows[other]));
            if running.len() >= short.len() + KEY && running[at..].starts_with(short) {
                quoted[other] = true;
            }
        }
    }
    quoted
}

fn is_open(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | '\'' | '«' | '„')
}

fn is_close(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | '»' | '“')
}

/// The row's words by their letters, case aside.
fn words(text: &Text<'_>, row: &Row) -> Vec<u64> {
    let tokens = text.tokens[row.tokens.clone()].iter();
    tokens.filter(|token| token.kind != Kind::Mark).map(|token| fold(text.str(*token))).collect()
}

fn key(words: &[u64]) -> u64 {
    words.iter().take(KEY).fold(0, |key: u64, &word| key.rotate_left(7) ^ word)
}

#[cfg(test)]
mod tests {
    use crate::{Offsets, Options, Role, parse};

    #[test]
    fn words_of_the_story_shown_again() {
        let source = "Ardmouth closes its oldest pier\nBy Ada Quill\n3 May 2021\n\
            The harbour board voted Friday to close the old pier, its chairwoman told reporters at the quay.\n\n\
            “Nobody wants to wait for the plank”\n\n\
            Engineers found cracks in it, she said. “Nobody wants to wait for the plank that falls on a child,” she said.\n\n\
            “We shall see.”\n\n\
            Ferries will leave from the coal wharf until the repairs are done, which is to take nine months.\n";
        let roles: Vec<Role> = parse(source, &Options { offsets: Offsets::Utf8, ..Options::default() })
            .blocks
            .iter()
            .map(|block| block.role)
            .collect();
        assert_eq!(roles.iter().filter(|&&role| role == Role::PullQuote).count(), 1, "{roles:?}");
        assert_eq!(roles[4], Role::PullQuote);
    }
}
