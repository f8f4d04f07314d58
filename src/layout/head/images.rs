//! Pictures: their captions and credits.

use super::visible;
use crate::layout::parts::Parts;
use crate::text::Text;
use crate::{Credit, Image, Piece, Role};

/// Pictures: a caption with the credit after it, or before it on its own line.
pub(super) fn read(text: &Text<'_>, parts: &Parts) -> Vec<Image> {
    let mut images: Vec<Image> = Vec::new();
    // whether the last picture still waits for its credit, or for its caption
    let (mut waits_credit, mut waits_caption) = (false, false);
    for (index, block) in parts.blocks.iter().enumerate() {
        match block.role {
            Role::Caption => {
                let caption = Piece::new(text.source, visible(text, block.span));
                // pasted twice in a row, or after its alternative text
                let before = images.last().and_then(|image| image.caption.as_ref()).filter(|_| waits_credit);
                let again = before.is_some_and(|before| before.text == caption.text);
                if !again && before.is_some_and(|before| is_alternative(&before.text, &caption.text)) {
                    if let Some(image) = images.last_mut() {
                        image.caption = Some(caption);
                    }
                    continue;
                }
                match images.last_mut().filter(|_| waits_caption) {
                    Some(image) => image.caption = Some(caption),
                    None if again => {}
                    None => images.push(Image { caption: Some(caption), credit: None }),
                }
                waits_credit = images.last().is_some_and(|image| image.credit.is_none());
                waits_caption = false;
            }
            Role::Credit => {
                let parsed =
                    parts.credits.binary_search_by_key(&index, |(of, _)| *of).ok().map(|at| &parts.credits[at].1);
                let span = parsed.map_or(block.span, |parsed| parsed.inner);
                let credit = Credit {
                    text: text.slice(span).to_owned(),
                    agency: parsed.and_then(|parsed| parsed.agency).map(str::to_owned),
                    name: parsed.and_then(|parsed| parsed.name).map(|name| text.slice(name).to_owned()),
                    span,
                };
                if let Some(image) = images.last_mut().filter(|_| waits_credit) {
                    image.credit = Some(credit);
                    waits_caption = false;
                } else {
                    images.push(Image { caption: None, credit: Some(credit) });
                    waits_caption = true;
                }
                waits_credit = false;
            }
            _ => (waits_credit, waits_caption) = (false, false),
        }
    }
    images
}

/// Words of a caption that are compared with its alternative text's.
const COMPARED: usize = 40;

/// Whether `before` is the alternative text of the picture that `caption` describes: words in small
/// letters, written for search engines, much the same words, or what is to be seen, no sentence, above one.
fn is_alternative(before: &str, caption: &str) -> bool {
    let stop = |slice: &str| slice.ends_with(['.', '!', '?', '”', '"', ')']);
    let article = ["A ", "An "].iter().any(|article| before.starts_with(article));
    if before.starts_with(char::is_lowercase) || article && !stop(before) && stop(caption) {
        return true;
    }
    let words = |slice: &str| -> Vec<String> {
        let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        slice.split_whitespace().take(COMPARED).map(word).filter(|word| word.chars().count() >= 4).collect()
    };
    let (before, caption) = (words(before), words(caption));
    let shared = before.iter().filter(|word| caption.contains(word)).count();
    shared >= 3 && shared * 10 >= before.len().min(caption.len()) * 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternative_texts() {
        let caption = "Ada Quill hands out the last of the loaves on Saturday morning.";
        for (before, is) in [
            ("apron, bread, counter", true),
            ("Ada Quill hands out the last loaves", true),
            ("Boats at the quay of Ardmouth", false),
            ("A woman in an apron behind a counter", true),
            ("A queue that ends at a red door", true),
            ("A woman in an apron bakes.", false),
        ] {
            assert_eq!(is_alternative(before, caption), is, "{before}");
        }
    }
}
