//! The publication, where the text names it.

use crate::text::Text;
use crate::text::tokens::Kind;
use crate::{Basis, Publication, Span};

/// The owner named after ©: `© 2024 Harbour Media Ltd. All rights reserved.`
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
    // `Canada.com`, `Hill-Post`: a mark with no space around it is the name's own
    let inside = |index: usize| {
        let close = |at: usize| text.tokens.get(at).is_some_and(|token| !token.spaced && token.kind == Kind::Word);
        (text.is_mark(index, '.') || text.is_mark(index, '-'))
            && !text.tokens[index].spaced
            && index + 1 < range.end
            && close(index + 1)
    };
    let end = (start..range.end)
        .find(|&index| {
            text.tokens[index].kind == Kind::Mark && !text.is_mark(index, '&') && !inside(index)
                || text.tokens[index].kind == Kind::Number
                || text.word(index).is_some_and(|word| matches!(word, "All" | "ALL"))
        })
        .unwrap_or(range.end);
    (end > start && end - start <= 8).then(|| {
        let span = Span::new(text.tokens[start].span().start, text.tokens[end - 1].span().end);
        Publication { name: text.slice(span).to_owned(), basis: Basis::Copyright, span }
    })
}

/// The outlet after the headline in the page's title: `Ferry resumes - The Echo`, `… | The Echo`.
pub(super) fn in_title(text: &Text<'_>, headline: Span, row: Span) -> Option<Publication> {
    let title = text.slice(headline);
    let rest = text.slice(row).strip_prefix(title)?;
    let name = [" | ", " - ", " – ", " — "].iter().find_map(|mark| rest.strip_prefix(mark))?.trim();
    let span = Span::new(row.end - name.len(), row.end);
    let plain = (2..=60).contains(&name.len()) && !name.contains(['|', '–', '—']);
    plain.then(|| Publication { name: name.to_owned(), basis: Basis::Title, span })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners() {
        for (source, name) in [
            ("© 2026 Harbour.example, a division of Quay Media", "Harbour.example"),
            ("© 2025 The Hill-Post - Established 1977", "Hill-Post"),
            ("Copyright 2021 KXPL. All rights reserved.", "KXPL"),
        ] {
            let text = Text::new(source);
            let found = named(&text, Span::new(0, source.len())).map(|outlet| outlet.name);
            assert_eq!(found.as_deref(), Some(name), "{source}");
        }
    }

    #[test]
    fn titles() {
        let source = "Ferry resumes\nFerry resumes | The Echo";
        let text = Text::new(source);
        let found = in_title(&text, Span::new(0, 13), Span::new(14, source.len())).map(|outlet| outlet.name);
        assert_eq!(found.as_deref(), Some("The Echo"));
        assert!(in_title(&text, Span::new(0, 13), Span::new(0, 13)).is_none());
    }
}
