//! Pictures: their captions and credits.

use super::visible;
use crate::layout::parts::Parts;
use crate::text::Text;
use crate::{Credit, Image, Piece, Role};

/// Pictures: a caption with the credit that stands behind it, or before it on a line of its own.
pub(super) fn read(text: &Text<'_>, parts: &Parts) -> Vec<Image> {
    let mut images: Vec<Image> = Vec::new();
    // whether the last picture still waits for its credit, or for its caption
    let (mut waits_credit, mut waits_caption) = (false, false);
    for (index, block) in parts.blocks.iter().enumerate() {
        match block.role {
            Role::Caption => {
                let caption = Piece::new(text.source, visible(text, block.span));
                // pasted twice in a row
                let again = waits_credit
                    && images
                        .last()
                        .and_then(|image| image.caption.as_ref())
                        .is_some_and(|before| before.text == caption.text);
                match images.last_mut().filter(|_| waits_caption) {
                    Some(image) => image.caption = Some(caption),
                    None if again => {}
                    None => images.push(Image { caption: Some(caption), credit: None }),
                }
                waits_credit = images.last().is_some_and(|image| image.credit.is_none());
                waits_caption = false;
            }
            Role::Credit => {
                let parsed = parts.credits.iter().find(|(of, _)| *of == index).map(|(_, parsed)| parsed);
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
