//! Runs of parts that are not the story, which fold into one line, and the first words of what is folded.

use super::figures::counted;
use crate::{Block, Role};

/// Parts in a row from which those that are not part of the story are folded away.
const FOLD: usize = 2;

/// Characters shown of what is folded away.
const PEEK: usize = 72;

/// Whether a part is not part of the story.
fn is_foldable(role: Role) -> bool {
    matches!(role, Role::Furniture | Role::Promo)
}

/// How many parts at the start of `blocks` fold into one line: a run of furniture and promos, with the counters among
/// them. 0 where none do; a line alone is as short as its fold.
pub(crate) fn fold(blocks: &[Block]) -> usize {
    if !blocks.first().is_some_and(|block| is_foldable(block.role)) {
        return 0;
    }
    let run = blocks.iter().take_while(|block| is_foldable(block.role) || block.role == Role::Counter);
    // counters at the end belong to what comes after
    let run = run.enumerate().filter(|(_, block)| is_foldable(block.role)).last().map_or(0, |(at, _)| at + 1);
    if run < FOLD { 0 } else { run }
}

/// What a folded run is, in words.
pub(crate) fn folded(run: &[Block]) -> String {
    let promos = run.iter().filter(|block| block.role == Role::Promo).count();
    match promos {
        promos if promos == run.len() => counted(promos, "promo", "promos"),
        0 => format!("{} of page furniture", counted(run.len(), "line", "lines")),
        _ => format!("{} of page furniture and promos", counted(run.len(), "line", "lines")),
    }
}

/// The first words of a folded run, in one line.
pub(crate) fn peek(run: &[Block], text: &str) -> String {
    let lines = run.iter().take(PEEK / 4).map(|block| opening(block.span.of(text), PEEK));
    let peek = lines.collect::<Vec<_>>().join(" · ");
    opening(&peek, PEEK)
}

/// The first words of `text`, in one line of at most `most` characters and the rest of a word.
pub(crate) fn opening(text: &str, most: usize) -> String {
    let end = text.char_indices().skip(most).find(|(_, letter)| letter.is_whitespace());
    // a text without spaces ends where it must
    let end = end.map_or(text.len(), |(at, _)| at);
    let end = text.char_indices().nth(2 * most).map_or(end, |(at, _)| at.min(end));
    let words = text[..end].split_whitespace().collect::<Vec<_>>().join(" ");
    if end < text.len() { words + " …" } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    fn blocks(roles: &[Role]) -> Vec<Block> {
        roles.iter().enumerate().map(|(at, &role)| Block::new(role, Span::new(at, at + 1))).collect()
    }

    #[test]
    fn an_opening_ends_with_a_word() {
        assert_eq!(opening("Boats\n cross the strait", 8), "Boats cross …");
        assert_eq!(opening("Boats", 8), "Boats");
        assert_eq!(opening(&"é".repeat(40), 8), format!("{} …", "é".repeat(16)));
    }

    #[test]
    fn runs_that_are_not_the_story_fold() {
        use Role::{Counter, Furniture, Headline, Promo};
        assert_eq!(fold(&blocks(&[Furniture, Furniture, Headline])), 2);
        assert_eq!(fold(&blocks(&[Furniture, Counter, Promo, Counter, Headline])), 3);
        assert_eq!(fold(&blocks(&[Furniture, Headline, Furniture])), 0);
        assert_eq!(fold(&blocks(&[Counter, Counter, Headline])), 0);
        assert_eq!(fold(&[]), 0);
        assert_eq!(folded(&blocks(&[Promo, Promo])), "2 promos");
        assert_eq!(folded(&blocks(&[Furniture, Counter])), "2 lines of page furniture");
        assert_eq!(peek(&blocks(&[Furniture, Furniture]), "ab"), "a · b");
    }
}
