//! A picture among the paragraphs whose credit is above its caption.

use super::{is, put};
use crate::layout::credit;
use crate::layout::facts::Paste;
use crate::layout::features::Table;
use crate::layout::rows::Row;
use crate::layout::states::{Part, Zone};
use crate::text::Text;

/// An agency's name alone between paragraphs, above one row that is not one: the credit and the caption of a
/// picture, on pages that set the credit first. The story goes on below.
pub(super) fn constrain(paste: &Paste, table: &mut Table) {
    // the story has begun: before it, an agency's name is a byline
    let flowing = (0..paste.facts.len()).filter(|&row| paste.facts[row].flows());
    let Some(begun) = flowing.take(2).last() else { return };
    for row in begun + 1..paste.facts.len().saturating_sub(3) {
        let caption = &paste.facts[row + 1];
        let between = paste.facts[row].told.agency_alone
            && !caption.flows()
            && (4..=30).contains(&caption.shape.words)
            && !(caption.told.credit_tail
                || caption.phrases.promo_start
                || caption.phrases.nav_row
                || caption.phrases.copyright)
            && paste.facts[row + 2].flows()
            && paste.facts[row + 3].flows();
        if between {
            table.restrict(row, |zone, part| zone == Zone::Story && part == Part::Credit);
            table.restrict(row + 1, |zone, part| zone == Zone::Story && part == Part::Caption);
            // the credit is not that of the sentence above it
            let above = &paste.facts[row - 1];
            if above.flows() && above.shape.said && !above.phrases.caption_cue {
                table.restrict(row - 1, |zone, part| zone == Zone::Story && part == Part::Text);
            }
        }
    }
}

/// A row that counts itself as a picture ("Image 3 of 17:") and ends with whose picture it is.
pub(super) fn captions(paste: &Paste, states: &mut [usize]) {
    for (row, facts) in paste.facts.iter().enumerate() {
        if is(states, row, Part::Text) && facts.phrases.picture_number && facts.told.credit_tail {
            put(states, row, Part::Caption);
        }
    }
}

/// `Credit...`, `Photo credit:`: the label of a credit on a row of its own is no caption.
pub(super) fn labels(text: &Text<'_>, rows: &[Row], states: &mut [usize]) {
    for (row, own) in rows.iter().enumerate() {
        if is(states, row, Part::Caption) && credit::is_label(text, own.tokens.clone()) {
            put(states, row, Part::Credit);
        }
    }
}

/// An agency's name alone that the model took for the byline, right above a caption that names nobody: whose picture it is.
pub(super) fn above_captions(paste: &Paste, states: &mut [usize]) {
    for row in 0..states.len().saturating_sub(1) {
        let caption = &paste.facts[row + 1];
        let free = !(caption.told.credit_tail || caption.told.credit_sure);
        if paste.facts[row].told.agency_alone
            && is(states, row, Part::Byline)
            && is(states, row + 1, Part::Caption)
            && free
        {
            put(states, row, Part::Credit);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, Role, parse};

    #[test]
    fn a_credit_above_its_caption_is_no_sign_off() {
        for (agency, caption) in [
            ("Reuters", "The pier has been closed since Friday"),
            ("PA Media", "Ada Quill chairs the harbour board"),
            ("Getty Images", "Engineers found cracks in the planks in May"),
            ("AFP", "Ferries leave from the coal wharf"),
            ("Reuters", "Mayor Una Bell looks at the quay from her office"),
        ] {
            let source = format!(
                "Why has Ardmouth closed its pier?\n3 May 2021\nShare\nThe harbour board voted Friday to close the old pier, its \
                 chairwoman told reporters at the quay.\nEngineers found cracks in it, she said, and nobody wants to wait until \
                 the first plank falls.\n{agency}\n{caption}\nThree of the eight planks have been tested so far. One broke.\nFerries will \
                 leave from the coal wharf until the repairs are done, which is to take nine months.\nThe bill stands at \
                 £612,000, up from £390,000 when the work was planned in the summer of 2016.\n"
            );
            let article = parse(&source, &Options::default());
            let roles: Vec<Role> = article.blocks.iter().map(|block| block.role).collect();
            assert!(!roles.contains(&Role::Signoff), "{agency}: {roles:?}");
            assert_eq!(article.head.agency.map(|agency| agency.name), None, "{agency}");
            assert_eq!(article.head.images.len(), 1, "{agency}: {roles:?}");
            assert_eq!(article.head.images[0].caption.as_ref().map(|piece| piece.text.as_str()), Some(caption));
        }
    }

    #[test]
    fn the_label_of_a_credit_is_no_caption() {
        for label in ["Credit...", "Credit:", "Photo credit:", "Credit…", "Picture credit", "Photograph by"] {
            let source = format!(
                "Comment\nFrom the quay\nLeave the lamp alight\nJune 2, 2021, 7:30 a.m.\n{label}\nDrawing by Ida Holm\nBy Ada Quill\n\
                 The lamp at the end of our pier has burned since my grandfather carried the oil out by hand, twice a week.\n\
                 The board wants it dark by autumn. Nobody on the board has ever come home in fog, and it shows.\n"
            );
            let article = parse(&source, &Options { offsets: crate::Offsets::Utf8, ..Options::default() });
            let block = article.blocks.iter().find(|block| block.span.of(&source) == label);
            assert!(block.is_some_and(|block| block.role != Role::Caption), "{label}: {:#?}", article.blocks);
        }
    }

    #[test]
    fn a_numbered_picture_with_its_credit_is_a_caption() {
        let people = ["Una Bell", "Tom Rook", "Ada Quill", "Carl Moss"];
        let picture = |number: usize| {
            let who = people[number % 4];
            format!(
                "Image {number} of 17: {who} stands on the pier with {number} engineers in the rain. Picture: Ida Holm/ANN"
            )
        };
        let pictures = (1..=17).map(picture).collect::<Vec<_>>().join("\n");
        let source = format!(
            "Skip to content\nHome\nNews\nSport\nMenu\nSearch\nSubscribe\nSign in\nAdvertisement\n\nArdmouth closes its \
             pier\n\nBy TOM ROOK\n3 May 2023, 14:05\n\n{pictures}\n\nThe harbour board voted Friday to close the old pier, its \
             chairwoman told reporters at the quay.\n\nEngineers found cracks in it, she said, and nobody wants to wait.\n"
        );
        let article = parse(&source, &Options::default());
        assert_eq!(article.head.images.len(), 17, "{:?}", article.blocks);
    }
}
