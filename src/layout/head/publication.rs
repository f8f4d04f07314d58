//! The publication, where the text names it.

use crate::text::Text;
use crate::text::tokens::Kind;
use crate::{Publication, Span};

/// The owner named behind ©: `© 2024 Harbour Media Ltd. All rights reserved.`
pub(super) fn named(text: &Text<'_>, span: Span) -> Option<Publication> {
    let range = text.tokens_in(span);
    let mark = range.clone().find(|&index| {
        text.is_mark(index, '©') || text.word(index).is_some_and(|word| word.eq_ignore_ascii_case("copyright"))
    })?;
    let skip = |index: &usize| {
        let token = text.tokens[*index];
        token.kind == Kind::Number
            || token.kind == Kind::Mark
            || text
                .word(*index)
                .is_some_and(|word| matches!(word.to_ascii_lowercase().as_str(), "copyright" | "by" | "c" | "the"))
    };
    let start = (mark..range.end).find(|index| !skip(index))?;
    let end = (start..range.end)
        .find(|&index| {
            text.tokens[index].kind == Kind::Mark && !text.is_mark(index, '&') && !text.is_mark(index, '-')
                || text.tokens[index].kind == Kind::Number
                || text.word(index).is_some_and(|word| matches!(word, "All" | "ALL"))
        })
        .unwrap_or(range.end);
    (end > start && end - start <= 8).then(|| {
        let span = Span::new(text.tokens[start].span().start, text.tokens[end - 1].span().end);
        Publication { name: text.slice(span).to_owned(), basis: "copyright".to_owned(), span }
    })
}
