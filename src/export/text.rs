//! The story as somebody pastes it into a content management system: headline, standfirst, byline, paragraphs.

use super::story::Story;
use crate::{Document, Role};

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let mut paragraphs: Vec<String> = story.headline().into_iter().chain(story.standfirst()).collect();
    paragraphs.extend(byline(&story));
    for part in story.parts() {
        let words = story.words(part.whole());
        match part.role {
            // it stands in the running text already
            Role::PullQuote => {}
            Role::ListItem => paragraphs.push(format!("• {words}")),
            _ => paragraphs.push(words),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n\n") + "\n"
}

/// Who wrote it, in a line.
pub(super) fn byline(story: &Story<'_>) -> Option<String> {
    let names: Vec<String> = (story.authors().iter())
        .map(|author| {
            let more = [author.role, author.affiliation].into_iter().flatten();
            std::iter::once(author.name).chain(more).collect::<Vec<_>>().join(", ")
        })
        .collect();
    let (last, before) = names.split_last()?;
    Some(if before.is_empty() { format!("By {last}") } else { format!("By {} and {last}", before.join(", ")) })
}
