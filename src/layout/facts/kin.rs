//! Which rows repeat others, wholly or in part.

use super::wording::fold;
use crate::layout::facts::Facts;
use crate::layout::rows::Row;
use crate::layout::sections::is_section;
use crate::order::order;
use crate::text::Text;
use crate::text::tokens::Kind;

/// How a row relates to the others of the paste.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Kin {
    /// How often the row occurs in the paste, case and marks aside.
    pub(crate) repeats: usize,
    pub(crate) repeats_neighbour: bool,
    /// Whether it begins like a row close by, as alternative text and caption do.
    pub(crate) like_neighbour: bool,
    /// Whether another row is this one with the outlet's name after it: the page's title line.
    pub(crate) has_title_line: bool,
    /// Whether it is such a title line.
    pub(crate) is_title_line: bool,
    /// Whether it ends with another row that could be a headline: a path of sections run into it.
    pub(crate) holds_other: bool,
    /// Whether another row ends with it after a label: `Share this story: …`.
    pub(crate) held: bool,
    /// Whether it begins with the name of somebody whom a byline names.
    pub(crate) of_author: bool,
    /// Whether it is a few words of which nothing else is known: a kicker, or a feature's title.
    pub(crate) label: bool,
    /// Whether such words stand one or two rows above it.
    pub(crate) below_label: bool,
    /// Whether such words stand right above it, and the story has none of them: a feature's title, as far as can be seen.
    pub(crate) doubtful: bool,
}

/// Which rows repeat others.
pub(super) fn compare(text: &Text<'_>, rows: &[Row], facts: &mut [Facts]) {
    let by_row: Vec<u64> = rows.iter().map(|row| fold(text.slice(row.span))).collect();
    let hashes: Vec<(u64, usize)> =
        order(by_row.iter().map(|&hash| (hash, 0))).into_iter().map(|index| (by_row[index], index)).collect();
    for same in hashes.chunk_by(|a, b| a.0 == b.0) {
        for &(_, index) in same {
            facts[index].kin.repeats = same.len();
        }
    }
    labelled(text, rows, facts, &hashes);
    labels(facts);
    for index in 0..rows.len() {
        let near = index.saturating_sub(3)..(index + 4).min(rows.len());
        facts[index].kin.repeats_neighbour = near.clone().any(|other| other != index && by_row[other] == by_row[index]);
        let slice = text.slice(rows[index].span);
        facts[index].kin.like_neighbour = facts[index].shape.chars >= 30
            && near.clone().any(|other| {
                other != index && by_row[other] != by_row[index] && {
                    let shared =
                        slice.bytes().zip(text.slice(rows[other].span).bytes()).take_while(|(a, b)| a == b).count();
                    shared >= 25 && shared * 10 >= slice.len().min(rows[other].span.len()) * 6
                }
            });
        if facts[index].shape.chars > 300 {
            continue;
        }
        // `HomeNewsHeadline`: a path of sections, copied without its marks
        facts[index].kin.holds_other = near_ends(text, rows, index);
        // `Headline | Outlet`: the page's title line
        for mark in [" | ", " - ", " – ", " — "] {
            let Some(at) = slice.rfind(mark) else { continue };
            let hash = fold(&slice[..at]);
            let from = hashes.partition_point(|&(other, _)| other < hash);
            for &(_, other) in hashes[from..].iter().take_while(|&&(other, _)| other == hash) {
                // a page of a section is called after it
                let short = index < TITLE_LINE && index < other && !is_section(text.slice(rows[other].span));
                if facts[other].shape.words >= 3 || short {
                    facts[other].kin.has_title_line = true;
                    facts[index].kin.is_title_line = true;
                }
            }
        }
    }
}

/// Rows from the top that hold the page's title line, where its title is a word or two.
const TITLE_LINE: usize = 4;

/// Words of a label, at most.
const LABEL: usize = 4;

/// Which rows are a few words that grammars and phrases know nothing of, and which rows stand right below one.
fn labels(facts: &mut [Facts]) {
    for facts in facts.iter_mut() {
        let (shape, told, phrases) = (&facts.shape, &facts.told, &facts.phrases);
        let times = told.timestamp_whole || told.timestamp_part || told.timestamp_relative || told.timestamp_labelled;
        let names = told.by_whole || told.by_part || told.agency_alone || told.credit_sure || told.signoff_whole;
        let page = phrases.section || phrases.share_row || phrases.nav_row || phrases.promo_start || phrases.tags_start;
        let other =
            phrases.legal > 0 || phrases.copyright || phrases.gallery || phrases.note_start || phrases.picture_number;
        facts.kin.label = (1..=LABEL).contains(&shape.words)
            && shape.chars >= 4
            && shape.number.is_none()
            && shape.first.is_alphabetic()
            && !matches!(shape.last, ':' | ',' | '.' | '…' | '|' | '>')
            && !(shape.url_whole || shape.file_name || shape.rating || shape.handle || shape.pipe || shape.arrow)
            && !(times || names || page || other);
    }
    for row in 1..facts.len() {
        facts[row].kin.below_label = facts[row.saturating_sub(2)..row].iter().any(|above| above.kin.label);
    }
}

/// Which rows stand right below a few words that nothing is known of, the story's wording included.
pub(super) fn doubts(facts: &mut [Facts]) {
    for row in 1..facts.len() {
        let above = &facts[row - 1];
        facts[row].kin.doubtful = above.kin.label && above.kin.repeats == 1 && above.wording.shared == 0;
    }
}

/// Which rows others repeat after a label and a colon; `hashes` are those of all rows, in order.
fn labelled(text: &Text<'_>, rows: &[Row], facts: &mut [Facts], hashes: &[(u64, usize)]) {
    for row in rows.iter().filter(|row| row.span.len() <= 300) {
        let Some((label, rest)) = text.slice(row.span).split_once(':') else { continue };
        if label.len() > 40 || rest.len() < 20 {
            continue;
        }
        let hash = fold(rest);
        let from = hashes.partition_point(|&(other, _)| other < hash);
        // once is enough: rows that are the same are marked together
        for &(other, row) in &hashes[from..] {
            if other != hash || facts[row].kin.held {
                break;
            }
            facts[row].kin.held = true;
        }
    }
}

/// Whether row `index` ends with the whole of another row close by that is long enough for a headline.
fn near_ends(text: &Text<'_>, rows: &[Row], index: usize) -> bool {
    let slice = text.slice(rows[index].span);
    (index.saturating_sub(6)..(index + 7).min(rows.len())).any(|other| {
        let of = text.slice(rows[other].span);
        other != index && of.len() >= 20 && slice.len() > of.len() && slice.ends_with(of)
    })
}

/// Names that a page can have as authors: more is a list of something else.
const MOST_AUTHORS: usize = 12;

/// Which rows begin with the name of somebody whom a byline names.
pub(super) fn authors(text: &Text<'_>, rows: &[Row], facts: &mut [Facts]) {
    let start = |row: &Row, skip: usize| -> Option<u64> {
        let words = text.tokens[row.tokens.clone()].iter().filter(|token| token.kind == Kind::Word).skip(skip).take(2);
        let words: Vec<&str> = words.map(|token| text.str(*token)).collect();
        (words.len() == 2).then(|| fold(words[0]) ^ fold(words[1]).rotate_left(1))
    };
    let mut known: Vec<u64> = Vec::new();
    for (row, facts) in rows.iter().zip(facts.iter()).filter(|(_, facts)| facts.told.by_whole || facts.told.by_part) {
        if known.len() < MOST_AUTHORS && facts.shape.words <= 12 {
            known.extend(start(row, 1));
        }
    }
    if known.is_empty() {
        return;
    }
    for (row, facts) in
        rows.iter().zip(facts.iter_mut()).filter(|(_, facts)| facts.shape.words < 80 && !facts.told.by_whole)
    {
        facts.kin.of_author = start(row, 0).is_some_and(|name| known.contains(&name));
    }
}
