//! Rows between the paragraphs of a story: links to others, what a transcript hears, words that stand below who says them.

use super::{is, put};
use crate::layout::facts::{Facts, Paste};
use crate::layout::readings::Readings;
use crate::layout::rows::Row;
use crate::layout::states::Part;
use crate::text::Text;
use crate::text::words::is_all_caps;

/// Labels above links to other stories, as pages set them among the paragraphs.
const LINKS: &[&str] = &[
    "read more",
    "read also",
    "also read",
    "see also",
    "related",
    "related stories",
    "related articles",
    "related content",
    "related news",
    "related coverage",
    "related topics",
    "more on this story",
    "more on this",
    "more like this",
    "recommended",
    "recommended stories",
    "recommended reading",
    "you may also like",
    "you might also like",
    "don't miss",
    "further reading",
    "read next",
    "more stories",
    "top stories",
    "trending",
    "in other news",
    "also in the news",
    "people are also reading",
    "editors' picks",
    "editor's picks",
];

/// Links below such a label, at most.
const MOST_LINKS: usize = 6;

/// A headline has no more characters.
const LONGEST_LINK: usize = 140;

/// Headlines of other stories, below their label.
pub(super) fn links(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize]) {
    for (row, own) in rows.iter().enumerate() {
        let slice = text.slice(own.span).trim_end_matches([':', '…']).replace('’', "'");
        if !LINKS.iter().any(|label| slice.eq_ignore_ascii_case(label)) {
            continue;
        }
        let link = |below: &usize| {
            let facts = &paste.facts[*below];
            let ends = matches!(facts.shape.last, '.' | ':' | '”' | '"' | '…' | '!');
            facts.shape.chars <= LONGEST_LINK && facts.shape.words >= 2 && !facts.flows() && !ends
        };
        let end = rows.len().min(row + 1 + MOST_LINKS);
        let below: Vec<usize> = (row + 1..end).take_while(link).collect();
        // a lone row may be the crosshead of what comes next, where a blank row sets it apart from the label
        let alone = below.len() == 1 && rows[row + 1].blanks > 0;
        for row in below.into_iter().filter(|_| !alone) {
            if is(states, row, Part::Text) {
                put(states, row, Part::Furniture);
            }
        }
    }
}

/// What a page says of its advertisements, players and pictures is nobody's heading, whatever stands around it.
pub(super) fn asides(paste: &Paste, states: &mut [usize]) {
    let ends = |facts: &Facts| matches!(facts.shape.last, '.' | '”' | '"' | '’');
    for (row, facts) in paste.facts.iter().enumerate() {
        let open = is(states, row, Part::Text) || is(states, row, Part::Caption);
        let begins = |other: usize| paste.facts.get(other).is_some_and(|other| other.shape.first == facts.shape.first);
        // a triangle before a headline plays a video; several are a list
        let plays = matches!(facts.shape.first, '▶' | '►' | '→' | '➡')
            && !begins(row + 1)
            && !row.checked_sub(1).is_some_and(begins);
        let linked =
            (facts.phrases.link || plays) && !facts.shape.said && facts.shape.chars < LONGEST_LINK && !ends(facts);
        // `[ Board names a new chairwoman ]`: a link as some set it among the paragraphs
        let boxed = (facts.shape.first, facts.shape.last) == ('[', ']')
            && facts.shape.like_headline
            && facts.shape.stops == 0
            && !facts.shape.all_caps
            && !facts.told.credit_sure;
        let linked = linked || boxed;
        if open && facts.phrases.note_sure {
            put(states, row, Part::Note);
        } else if open && (facts.phrases.aside || linked) {
            put(states, row, Part::Furniture);
        }
    }
}

/// What a transcript hears, `[MUSIC PLAYING]`, is nobody's picture.
pub(super) fn heard(text: &Text<'_>, rows: &[Row], readings: &[&Readings], states: &mut [usize]) {
    for (row, own) in rows.iter().enumerate() {
        let picture = is(states, row, Part::Credit) || is(states, row, Part::Caption);
        let slice = text.slice(own.span);
        let inner = slice.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
        let inner = inner.or_else(|| slice.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')));
        if picture && readings[row].credit.is_none() && inner.is_some_and(is_all_caps) {
            put(states, row, Part::Furniture);
        }
    }
}

/// A sentence or more in quotation marks inside the story is somebody's words, and the row with a colon right above it says
/// whose.
pub(super) fn quoted(paste: &Paste, states: &mut [usize], first: usize, last: usize) {
    for row in first + 1..=last {
        let said = |row: usize| {
            let shape = &paste.facts[row].shape;
            matches!(shape.first, '“' | '"')
                && matches!(shape.last, '”' | '"')
                && shape.words >= 6
                && shape.function >= 2
        };
        let above = row - 1;
        let shape = &paste.facts[above].shape;
        let introduced = shape.last == ':' && shape.capitalised >= 2 && shape.words >= 3;
        let aside = [above, row].map(|row| is(states, row, Part::Furniture) && !paste.facts[row].phrases.promo_start);
        if said(row) && introduced && (aside[1] || is(states, row, Part::Text)) {
            for (row, _) in [above, row].into_iter().zip(aside).filter(|(_, aside)| *aside) {
                put(states, row, Part::Text);
            }
        }
    }
}

/// Who the author is, right below the byline: `Dr. QUILL is a surveyor and the author of “The Bridge.”`
pub(super) fn author_below(
    text: &Text<'_>,
    rows: &[Row],
    readings: &[&Readings],
    paste: &Paste,
    states: &mut [usize],
    first: usize,
) {
    if first == 0 || first + 1 >= rows.len() || !is(states, first - 1, Part::Byline) {
        return;
    }
    let Some(byline) = &readings[first - 1].byline else { return };
    let surnames = byline.authors.iter().filter_map(|author| text.slice(author.name).split_whitespace().next_back());
    let (start, end) = (rows[first].tokens.start, rows[first].tokens.end);
    let named = |surname: &str| {
        let at = (start..end.min(start + 5)).find(|&at| text.word(at) == Some(surname));
        at.is_some_and(|at| matches!(text.word(at + 1), Some("is" | "writes" | "covers" | "reports" | "teaches")))
    };
    let goes_on = paste.facts[first + 1].flows() || is(states, first + 1, Part::Text);
    if goes_on && paste.facts[first].shape.stops <= 1 && surnames.into_iter().any(named) {
        put(states, first, Part::Note);
    }
}

#[cfg(test)]
mod tests {
    use crate::{Offsets, Options, Role, parse};

    const LEDE: &str =
        "The harbour board voted Friday to close the old pier, its chairwoman told reporters at the quay of Ardmouth.";
    const MORE: &str = "Ferries will leave from the coal wharf until the repairs are done, which the board expects to take nine months.";

    fn role(source: &str, row: &str) -> Role {
        let article = parse(source, &Options { offsets: Offsets::Utf8, ..Options::default() });
        let block = article.blocks.iter().find(|block| block.span.of(source).contains(row));
        block.unwrap_or_else(|| panic!("no block {row:?} in {:#?}", article.blocks)).role
    }

    #[test]
    fn links_below_their_label() {
        for (label, links) in [
            ("Read more", ["Harbour wall: what went wrong?", "Quill: the e-mails in full"]),
            ("Related", ["Ferry fares rise again in May", "Board names a new chairwoman"]),
            ("SEE ALSO", ["Ten piers to see before they fall", "The man who counts planks"]),
            ("More on this story", ["Pier voted best in the North", "Who owns the coal wharf?"]),
            ("Recommended:", ["Coal wharf to open on Sundays", "Ardmouth: a town and its boats"]),
        ] {
            let source = format!(
                "Pier at Ardmouth to close\n\nBy Ada Quill\n\n{LEDE}\n\n{MORE}\n\n{label}\n\n{}\n{}\n\n{LEDE}\n\n{MORE}\n",
                links[0], links[1]
            );
            for link in links {
                let role = role(&source, link);
                assert!(matches!(role, Role::Promo | Role::Furniture), "{label}: {link} is {role:?}");
            }
        }
    }

    #[test]
    fn what_a_page_says_of_itself_heads_nothing() {
        for row in ["Skip advert", "after newsletter promotion", "1 of 5", "Hide caption", "Next", "Reuse this content"]
        {
            let source = format!("Pier at Ardmouth to close\n\n{LEDE}\n\n{row}\n\n{MORE}\n");
            let role = role(&source, row);
            assert!(matches!(role, Role::Furniture | Role::Promo | Role::Counter), "{row} is {role:?}");
        }
    }

    /// The role of a row between two paragraphs.
    fn between(row: &str) -> Role {
        let last = "Nobody has told the ferrymen what they are to do in winter, when the wharf is often shut for days.";
        role(&format!("Pier at Ardmouth to close\n\nBy Ada Quill\n\n{LEDE}\n\n{MORE}\n\n{row}\n\n{last}\n"), row)
    }

    #[test]
    fn words_with_which_a_page_speaks_of_itself() {
        for row in [
            "Turn on notifications",
            "Watch the full video",
            "Create a new account",
            "Email the editor",
            "Follow the Echo on Twitter",
            "Newsletter and alerts",
            "More top stories",
            "Most Recent",
            "More in Politics",
            "This site uses cookies to count its readers.",
            "Thanks for signing up!",
            "ICYMI: Ferry fares rise again",
            "EXPLAINED | Who owns the coal wharf",
            "▶ Waves break over the pier",
            "[ Board names a new chairwoman ]",
            "— Ardmouth Pier (@ardpier) May 3, 2021",
            "@ardpier",
            "desk@echo.example",
            "Slide 1 of 12",
            "1 2 3",
        ] {
            assert!(
                matches!(between(row), Role::Furniture | Role::Promo | Role::Counter),
                "{row} is {:?}",
                between(row)
            );
        }
        assert_eq!(between("Disclaimer: the author owns a boat."), Role::EditorsNote);
        assert_eq!(between("Ada Quill is a reporter for the Echo."), Role::EditorsNote);
    }

    #[test]
    fn what_only_looks_like_a_page_stays_the_storys() {
        for row in [
            "Share prices fell.",
            "Related costs came to a further £4m.",
            "Advertising pays for most of it.",
            "By clicking his fingers he could call the dogs.",
            "We use cookies as bait, he said.",
            "Ada Rook is a reporter whom nobody on the quay had ever met.",
            "The video lasted two minutes.",
        ] {
            assert_eq!(between(row), Role::Paragraph, "{row}");
        }
        // a date with three numbers counts no pictures
        assert_eq!(parse("8/10/2012", &Options::default()).times.len(), 1);
        for row in ["Follow the money", "No comment", "More to come", "Change of policy"] {
            assert_eq!(between(row), Role::Crosshead, "{row}");
        }
    }

    #[test]
    fn what_a_transcript_hears_is_no_picture() {
        for sound in ["[MUSIC PLAYING]", "(SOUNDBITE OF BELLS)", "[PHONE RINGING]", "(APPLAUSE)", "[DOOR SLAMS]"] {
            let source = format!(
                "The pier closes\n\nMay 3, 2021\n\n{sound}\n\nADA QUILL, HOST: {LEDE}\n\nTOM ROOK: {MORE}\n\nQUILL: And who pays for it?\n"
            );
            let article = parse(&source, &Options::default());
            assert!(article.head.images.is_empty(), "{sound}: {:?}", article.head.images);
        }
    }

    #[test]
    fn words_below_who_says_them() {
        for (who, words) in [
            ("Tom Rook, chief economist at Quay Bank:", "“This is a vote that does little harm and little good.”"),
            ("Una Bell, Ardmouth Traders:", "“We have waited for this for nine years and more.”"),
            ("Mayor Carl Moss on the decision:", "“It was the right thing to do for the town.”"),
            ("Dr Mary Hale, engineer:", "“The planks are older than anybody who walks on them.”"),
            ("Ada Quill of the harbour board:", "“Nobody is going to lose a job over this, I promise.”"),
        ] {
            let source =
                format!("Pier at Ardmouth to close\n\nBy Ada Quill\n\n{LEDE}\n\n{who}\n{words}\n\n{MORE}\n\n{LEDE}\n");
            assert_eq!(role(&source, words), Role::Paragraph, "{words}");
            assert_eq!(role(&source, who), Role::Paragraph, "{who}");
        }
    }

    #[test]
    fn who_the_author_is_stands_below_the_byline() {
        for who in [
            "Dr. Quill is a surveyor and the author of “Piers of the North.”",
            "Ms. Quill is a contributing writer.",
            "Quill teaches history at the College of Ardmouth.",
            "Ada Quill is a professor of civil engineering.",
            "Ada Quill covers ferries and piers for the Echo.",
        ] {
            let source =
                format!("Piers are promises\n\nMay 3, 2021\n\nBy Ada Quill\n\n{who}\n\n{LEDE}\n\n{MORE}\n\n{LEDE}\n");
            assert_eq!(role(&source, who), Role::EditorsNote, "{who}");
        }
        // somebody else is whom the story is about
        let other = "Dr. Rook is an engineer who has never built a pier.";
        let source = format!("Piers are promises\n\nMay 3, 2021\n\nBy Ada Quill\n\n{other}\n\n{LEDE}\n\n{MORE}\n");
        assert_eq!(role(&source, other), Role::Paragraph);
    }
}
