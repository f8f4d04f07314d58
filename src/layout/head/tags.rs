//! The story's topics.

use crate::layout::parts::Parts;
use crate::text::Text;
use crate::{Piece, Role, Span};

/// The topics after "Tags:".
pub(super) fn read(text: &Text<'_>, parts: &Parts) -> Vec<Piece> {
    let mut tags = Vec::new();
    for block in parts.blocks.iter().filter(|block| block.role == Role::Tags) {
        let slice = text.slice(block.span);
        let from =
            slice.split_once(':').map_or(0, |(label, _)| if label.chars().count() <= 20 { label.len() + 1 } else { 0 });
        let mut start = block.span.start + from;
        if let Some(topics) = glued(&slice[from..]) {
            tags.extend(
                topics
                    .into_iter()
                    .map(|topic| Piece::new(text.source, Span::new(start + topic.start, start + topic.end))),
            );
            continue;
        }
        for piece in slice[from..].split([',', '|', '#', ';', '\n', '•']) {
            let span = Span::new(start, start + piece.len()).trim(text.source);
            let label =
                matches!(text.slice(span).to_ascii_lowercase().as_str(), "tags" | "topics" | "filed under" | "");
            if !label && span.len() <= 80 {
                tags.push(Piece::new(text.source, span));
            }
            start += piece.len();
            start += text.source[start..].chars().next().filter(|_| start < block.span.end).map_or(0, char::len_utf8);
        }
    }
    tags
}

/// The topics of a row from which copying took what was between them: `HarboursFerriesArdmouth`. One
/// seam alone can be a name's own: `McRae`.
fn glued(slice: &str) -> Option<Vec<Span>> {
    let mut topics = Vec::new();
    let (mut start, mut before) = (0, ' ');
    for (at, c) in slice.char_indices() {
        if !c.is_alphabetic() {
            return None;
        }
        if before.is_lowercase() && c.is_uppercase() && !matches!(&slice[start..at], "Mc" | "Mac" | "De" | "La" | "Di")
        {
            topics.push(Span::new(start, at));
            start = at;
        }
        before = c;
    }
    topics.push(Span::new(start, slice.len()));
    (topics.len() >= 3).then_some(topics)
}
