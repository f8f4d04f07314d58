//! Boxes that pages and mails set among the paragraphs: a sponsor's words, a list of contents, what a shop pays.

use crate::layout::facts::Paste;
use crate::layout::features::Table;
use crate::layout::rows::Row;
use crate::layout::states::{Part, Zone};
use crate::text::Text;

/// Labels above a sponsor's words. Of an advertisement that was a picture, copying leaves only
/// "Advertisement": what follows that is the story.
const SPONSORS: &[&str] = &[
    "a message from our sponsor",
    "a message from our sponsors",
    "a word from our sponsor",
    "a word from our sponsors",
    "from our sponsor",
    "presented by",
    "together with",
];

/// Labels above a list of contents.
const CONTENTS: &[&str] =
    &["jump to", "skip to", "on this page", "in this article", "in this guide", "contents", "table of contents"];

/// Rows that a sponsor's words take at most.
const AD: usize = 4;

/// Lists of contents that are looked at: each is compared with the whole paste.
const MOST_LISTS: usize = 3;

/// Entries that a list of contents has at most, and their characters.
const ENTRIES: usize = 20;
const LONGEST_ENTRY: usize = 90;

/// What is in a box is not the story's text.
pub(super) fn constrain(text: &Text<'_>, rows: &[Row], paste: &Paste, table: &mut Table) {
    let aside = |zone: Zone, part: Part| part == Part::Furniture && zone != Zone::Title;
    let mut lists = 0;
    for (row, own) in rows.iter().enumerate() {
        let slice = text.slice(own.span);
        if slice.len() > 400 {
            continue;
        }
        let label = slice.trim_end_matches(':');
        let is = |list: &[&str]| label.len() <= 30 && list.iter().any(|other| label.eq_ignore_ascii_case(other));
        if is(SPONSORS) && own.blanks > 0 {
            let open = |below: &Row| below.blanks == 0;
            let end = row + 1 + rows[row + 1..].iter().take(AD + 1).take_while(|below| open(below)).count();
            // without a blank line after it, nothing tells where the ad ends
            if (row + 2..=row + 1 + AD).contains(&end) && end < rows.len() {
                (row..end).for_each(|row| table.restrict(row, aside));
            }
        } else if is(CONTENTS) && lists < MOST_LISTS {
            lists += 1;
            let entries = contents(text, rows, row);
            if entries >= 2 {
                (row..=row + entries).for_each(|row| table.restrict(row, aside));
            }
        } else if !paste.facts[row].shape.quotes && discloses(slice) {
            table.restrict(row, aside);
        }
    }
}

/// How many rows after row `label` name a row further below.
fn contents(text: &Text<'_>, rows: &[Row], label: usize) -> usize {
    let listed = &rows[label + 1..rows.len().min(label + 1 + ENTRIES)];
    let entry = |row: &Row| {
        let entry = text.slice(row.span).trim_start_matches(['•', '-', '*', ' ']);
        let below = &rows[rows.len().min(label + 2)..];
        let named = |other: &Row| {
            let slice = text.slice(other.span);
            other.span.start > row.span.start
                && slice.get(..entry.len()).is_some_and(|start| start.eq_ignore_ascii_case(entry))
        };
        (4..=LONGEST_ENTRY).contains(&entry.len()) && below.iter().any(named)
    };
    listed.iter().take_while(|row| entry(row)).count()
}

/// A row longer than this, in bytes, says more than who is paid.
const LONGEST_DISCLOSURE: usize = 320;

/// Whether a row says that its publisher is paid for what its readers buy, as trading law requires.
fn discloses(slice: &str) -> bool {
    const BUYING: &[&str] = &["buy", "purchase", "purchases", "purchased", "link", "links", "affiliate"];
    const PAY: &[&str] = &["commission", "commissions", "cut", "compensation", "affiliate", "revenue"];
    const OWNER: &[&str] = &["may", "we", "can", "might", "post", "page", "article", "story", "site"];
    const TAKES: &[&str] = &["earn", "earns", "receive", "receives", "get", "gets", "collect", "contain", "contains"];
    if slice.len() > LONGEST_DISCLOSURE {
        return false;
    }
    let (mut buys, mut pays, mut takes, mut before) = (false, false, false, "");
    for word in slice.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let is = |list: &[&str], word: &str| list.iter().any(|other| word.eq_ignore_ascii_case(other));
        buys |= is(BUYING, word);
        pays |= is(PAY, word);
        takes |= is(TAKES, word) && is(OWNER, before);
        before = word;
    }
    buys && pays && takes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Offsets, Options, Role, parse};

    fn role(source: &str, row: &str) -> Role {
        let article = parse(source, &Options { offsets: Offsets::Utf8, ..Options::default() });
        let block = article.blocks.iter().find(|block| block.span.of(source).contains(row));
        block.unwrap_or_else(|| panic!("no block {row:?} in {:#?}", article.blocks)).role
    }

    const LEDE: &str =
        "The harbour board voted Friday to close the old pier, its chairwoman told reporters at the quay of Ardmouth.";
    const MORE: &str = "Ferries will leave from the coal wharf until the repairs are done, which the board expects to take nine months.";

    #[test]
    fn disclosures() {
        for row in [
            "When you buy through links on our site, we may earn a commission.",
            "We may get a small cut if you purchase something from this page.",
            "This post contains affiliate links that help us pay our rent.",
            "*Should you choose to buy an item here, our shop may receive a cut of the price.",
            "Our writers choose these boats; we collect a commission on purchases.",
        ] {
            assert!(discloses(row), "{row}");
        }
        for row in [
            "The harbour commission cut the link that ferries get to the islands.",
            "We may get the ferry, if it runs.",
            "You can buy a ticket from the harbour commission.",
        ] {
            assert!(!discloses(row), "{row}");
        }
    }

    #[test]
    fn what_is_in_a_box() {
        let page = |box_: &str| {
            format!(
                "Ardmouth closes its oldest pier\n\nBy Ada Quill\n\n{box_}{LEDE}\n\n{MORE}\n\nThe old quay\n{MORE}\n\nThe coal wharf\n{LEDE}\n\n{MORE}\n"
            )
        };
        let source = page("Jump to:\nThe old quay\nThe coal wharf\n\n");
        for row in ["Jump to:", "The old quay"] {
            assert!(matches!(role(&source, row), Role::Furniture | Role::Promo), "{row}");
        }
        let source = format!(
            "Ardmouth closes its oldest pier\n\nBy Ada Quill\n\n{LEDE}\n\n{MORE}\n\nA MESSAGE FROM OUR SPONSOR\nTired feet? Our shoes are made from cork and wool. Use code PIER for a tenth off.\n\n{LEDE}\n\n{MORE}\n"
        );
        assert!(matches!(role(&source, "Tired feet?"), Role::Furniture | Role::Promo));
        assert_eq!(role(&source, "Ferries will leave"), Role::Paragraph);
    }
}
