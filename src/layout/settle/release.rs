//! A press release: whom to ask, before the mark that ends it.

use super::{is, put};
use crate::layout::facts::Paste;
use crate::layout::rows::Row;
use crate::layout::states::Part;
use crate::text::Text;
use crate::text::tokens::Kind;

/// Rows that tell how to reach somebody.
const MOST_ROWS: usize = 10;

/// A row longer than this, in characters, is a sentence.
const LONGEST: usize = 80;

/// Name, address and telephone under "Media contact" are not part of the story, nor is the mark after them.
pub(super) fn contacts(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize], lede: usize) {
    for row in lede + 1..rows.len() {
        if !is_label(text, &rows[row]) {
            continue;
        }
        let short = |below: &usize| paste.facts[*below].shape.chars <= LONGEST && !paste.facts[*below].flows();
        let block = row + 1
            ..(row + 1..rows.len().min(row + 1 + MOST_ROWS)).take_while(short).last().map_or(row, |last| last + 1);
        let reached = block.clone().any(|below| reaches(text, &rows[below], paste.facts[below].shape.url_whole));
        let signed = |row: usize| is(states, row, Part::Headline) || is(states, row, Part::Copyright);
        if reached && !(row..block.end).any(signed) {
            (row..block.end).for_each(|row| put(states, row, Part::Furniture));
        }
    }
}

/// Words of a heading, at most.
const HEADING: usize = 8;

/// A few words between the paragraphs of a release head what comes next: `Outlook`, `About Harbour Lines`. A release says what it
/// is, or whom to ask.
pub(super) fn headings(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize], lede: usize) {
    let says = |row: &Row| text.slice(row.span).trim_end_matches(':').eq_ignore_ascii_case("for immediate release");
    let asks = || {
        let reached = |row: usize| {
            (row + 1..rows.len().min(row + 4))
                .any(|below| reaches(text, &rows[below], paste.facts[below].shape.url_whole))
        };
        (lede + 1..rows.len()).any(|row| is_label(text, &rows[row]) && reached(row))
    };
    if !(rows[..lede].iter().any(says) || asks()) {
        return;
    }
    for (row, own) in rows.iter().enumerate().take(rows.len().saturating_sub(1)).skip(lede + 1) {
        let (facts, below) = (&paste.facts[row], &paste.facts[row + 1]);
        let short = (1..=HEADING).contains(&facts.shape.words)
            && facts.shape.last.is_alphanumeric()
            && !facts.shape.first.is_lowercase()
            && facts.shape.number.is_none()
            && !(facts.phrases.share_row || facts.phrases.nav_row || facts.phrases.legal > 0 || facts.shape.url_whole)
            && !(facts.told.timestamp_whole || facts.told.by_whole || facts.told.signoff_whole || is_label(text, own));
        let told = below.flows() && is(states, row + 1, Part::Text);
        if short && told && is(states, row, Part::Furniture) {
            put(states, row, Part::Text);
        }
    }
}

/// Whether the row heads an address: `Media Contact:`, `Press enquiries`, `Contacts`.
fn is_label(text: &Text<'_>, row: &Row) -> bool {
    let slice = text.slice(row.span).trim_end_matches(':');
    let count = slice.split_whitespace().count();
    let last = slice.split_whitespace().next_back().unwrap_or("");
    let asks = ["contact", "contacts", "enquiries", "inquiries"].iter().any(|word| last.eq_ignore_ascii_case(word));
    let whose = slice.split_whitespace().any(|word| {
        ["media", "press", "news", "investor", "investors"].iter().any(|other| word.eq_ignore_ascii_case(other))
    });
    asks && count <= 4 && (whose || count == 1)
}

/// Whether the row is an address for mail or a telephone's number.
fn reaches(text: &Text<'_>, row: &Row, url: bool) -> bool {
    let slice = text.slice(row.span);
    let digits = slice.chars().filter(char::is_ascii_digit).count();
    let words = text.tokens[row.tokens.clone()].iter().filter(|token| token.kind == Kind::Word).count();
    url || slice.contains('@') || digits >= 7 && words <= 3
}

#[cfg(test)]
mod tests {
    use crate::{Offsets, Options, Role, parse};

    #[test]
    fn a_few_words_head_what_comes_next() {
        for heading in ["Outlook", "About Harbour Lines", "2026 Programme at a Glance", "Highlights", "Financing"] {
            let source = format!(
                "FOR IMMEDIATE RELEASE\nHarbour Lines to Build a New Quay at Ardmouth by 2027\n\nARDMOUTH, May 7, 2021 – Harbour \
                 Lines Ltd today announced that it will build a quay for ferries on the site of the old pier.\n\n\
                 “Boats need a place to lie, and now they will have one,” said Ada Quill, chief executive of Harbour Lines.\n\n\
                 {heading}\n\nThe company expects the work to take nine months and to employ two hundred people from the town.\n\n\
                 Ferries will leave from the coal wharf until then, as they did in the years after the flood.\n\n\
                 Media Contact:\nTom Rook\nrook@harbour.example\n"
            );
            let article = parse(&source, &Options { offsets: Offsets::Utf8, ..Options::default() });
            let block = article.blocks.iter().find(|block| block.span.of(&source) == heading);
            assert_eq!(block.map(|block| block.role), Some(Role::Crosshead), "{heading}: {:#?}", article.blocks);
        }
    }

    #[test]
    fn whom_to_ask_is_no_story() {
        let story = "FOR IMMEDIATE RELEASE\nHarbour Lines to Build a New Quay at Ardmouth by 2027\n\n\
            ARDMOUTH, May 7, 2021 – Harbour Lines Ltd today announced that it will build a quay for ferries on the site of the old pier.\n\n\
            “Boats need a place to lie, and now they will have one,” said Ada Quill, chief executive of Harbour Lines, at the quay.\n\n\
            The company expects the work to take nine months and to employ two hundred people from the town and around it.\n\n";
        for contact in [
            "Media Contact:\nTom Rook\nrook@harbour.example\n(612) 555-0142\n\n###",
            "Contact\nTom Rook, Harbour Lines\n+44 1632 960123",
            "Press enquiries:\nUna Bell\nTel: 01632 960 123\npress@harbour.example\n\nENDS",
            "Contacts:\nUna Bell\nwww.harbour.example/press\n\n-30-",
            "Investor and media contacts\nTom Rook\nrook@harbour.example\n\n# # #",
        ] {
            let source = format!("{story}{contact}\n");
            let article = parse(&source, &Options { offsets: Offsets::Utf8, ..Options::default() });
            let rook = source.find(contact).unwrap();
            let last = source.rfind(['e', '3', '2', 'm']).unwrap();
            let roles: Vec<_> =
                article.blocks.iter().filter(|block| block.span.start >= rook && block.span.start <= last).collect();
            let told = |role| matches!(role, Role::Furniture | Role::Promo | Role::Signoff | Role::Url);
            assert!(roles.iter().all(|block| told(block.role)), "{contact}: {roles:#?}");
        }
    }
}
