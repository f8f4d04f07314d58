//! A mail as its program shows it: header fields first (RFC 5322), then perhaps a newsletter.

use crate::layout::facts::Paste;
use crate::layout::features::Table;
use crate::layout::rows::Row;
use crate::layout::states::{Part, Zone};
use crate::text::Text;
use std::ops::Range;

/// Fields that programs show: RFC 5322, and what some call them.
const FIELDS: &[&str] =
    &["from", "to", "cc", "bcc", "date", "sent", "subject", "reply-to", "sender", "message-id", "list-unsubscribe"];

/// Rows before the first field: what the program says of the mail.
const BEFORE: usize = 3;

/// Header fields are not part of the story, nor is what mails say about themselves.
pub(super) fn constrain(text: &Text<'_>, rows: &[Row], paste: &Paste, table: &mut Table) {
    let Some(header) = header(text, rows) else { return };
    for (row, own) in rows.iter().enumerate().take(header.end) {
        // the date field is the mail's timestamp
        let told = &paste.facts[row].told;
        let dated = (told.timestamp_whole || told.timestamp_part) && matches!(field(text, own), Some("date" | "sent"));
        let part = if dated { Part::Timestamp } else { Part::Furniture };
        table.restrict(row, |zone, other| zone == Zone::Before && other == part);
    }
    for (row, facts) in paste.facts.iter().enumerate().skip(header.end) {
        let words = facts.shape.words;
        if facts.phrases.promo_start {
            table.restrict(row, |_, part| part == Part::Furniture);
        } else if words >= 4 && !(facts.phrases.share_row || facts.phrases.legal > 0 || facts.shape.url_whole) {
            // a letter has little else around it
            table.restrict(row, |_, part| part != Part::Furniture);
        }
    }
}

/// The rows of the header: three fields at least, with a subject, and from whom or to whom.
fn header(text: &Text<'_>, rows: &[Row]) -> Option<Range<usize>> {
    let start = (0..rows.len().min(BEFORE + 1)).find(|&row| field(text, &rows[row]).is_some())?;
    let fields: Vec<&str> = rows[start..].iter().map_while(|row| field(text, row)).collect();
    let has = |name: &str| fields.contains(&name);
    (fields.len() >= 3 && has("subject") && (has("from") || has("to"))).then(|| start..start + fields.len())
}

/// The field that the row is.
fn field(text: &Text<'_>, row: &Row) -> Option<&'static str> {
    let (name, _) = text.slice(row.span).split_once(':')?;
    let name = name.trim_start_matches(['>', ' ', '*']).trim_end_matches([' ', '*']);
    FIELDS.iter().find(|field| name.eq_ignore_ascii_case(field)).copied()
}

#[cfg(test)]
mod tests {
    use crate::{Offsets, Options, Role, parse};

    const STORY: &str = "The harbour board voted Friday to close the old pier, its chairwoman told readers of this letter.\n\n\
        Engineers found cracks in it, she said, and nobody wants to wait until the first of the planks falls.\n\n\
        Ferries will leave from the coal wharf until the repairs are done, which is to take nine months.\n";

    #[test]
    fn header_fields_are_no_story() {
        for header in [
            "From: The Quay <letter@quay.example>\nTo: readers\nDate: Fri, 7 May 2021 06:30:12 +0100\nSubject: The pier",
            "From: Ada Quill\nSent: Friday, May 7, 2021 6:30 AM\nTo: Tom Rook\nCc: Una Bell\nSubject: RE: The pier",
            "---------- Forwarded message ---------\nFrom: Ada Quill <ada@quay.example>\nDate: Fri, May 7, 2021\nSubject: Pier\nTo: <rook@quay.example>",
            "> From: Ada Quill\n> To: Tom Rook\n> Subject: The pier",
            "Subject: The pier\nFrom: Ada Quill\nReply-To: letter@quay.example\nTo: readers",
        ] {
            let source = format!("{header}\n\nWhy Ardmouth closes its oldest pier\n\nBy Ada Quill\n\n{STORY}");
            let article = parse(&source, &Options { offsets: Offsets::Utf8, ..Options::default() });
            let headline = article.head.headline.expect("a headline").text;
            assert_eq!(headline, "Why Ardmouth closes its oldest pier", "{header}");
            let top = article.blocks.iter().filter(|block| block.span.start < header.len());
            assert!(
                top.clone().all(|block| matches!(block.role, Role::Furniture | Role::Timestamp)),
                "{:?}",
                top.collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn labels_of_a_story_are_no_header() {
        let source = format!("From: Ardmouth\nWhy Ardmouth closes its oldest pier\n\nTo: the coal wharf\n\n{STORY}");
        let article = parse(&source, &Options::default());
        let told = |block: &&crate::Block| matches!(block.role, Role::Paragraph | Role::Crosshead);
        assert!(article.blocks.iter().filter(told).count() >= 4, "{:?}", article.blocks);
    }
}
