//! News agencies: the names they go by.

use crate::Span;
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, is_capitalised, word_list};

/// Written form → usual short name.
static AGENCIES: WordList = word_list!("agencies.txt");

/// An agency's name in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named {
    /// The usual short name.
    pub(crate) name: &'static str,
    /// Where it is written.
    pub(crate) span: Span,
    /// The token after it.
    pub(crate) next: usize,
}

/// The short name of the agency that `form` names, case aside.
pub(crate) fn by_name(form: &str) -> Option<&'static str> {
    AGENCIES.get(form.trim().trim_end_matches('.'))
}

/// The longest agency name that begins at token `at` and ends before token `end`.
///
/// A short form of letters only (`AP`, `Spa`) counts where it is written in capitals, as agencies
/// do; `dpa` is the one that writes itself small.
pub(crate) fn at(text: &Text<'_>, at: usize, end: usize) -> Option<Named> {
    let first = text.tokens.get(at).filter(|token| token.kind == Kind::Word)?.span();
    // most words of a text are small ones: no list needs to be asked
    let word = text.slice(first);
    if !is_capitalised(word) && word != "dpa" && word != "via" {
        return None;
    }
    // the longest form has three words, or two joined by a hyphen and a third after them
    for next in (at + 1..=(at + 5).min(end).min(text.tokens.len())).rev() {
        let span = Span::new(first.start, text.tokens[next - 1].span().end);
        let form = text.slice(span);
        if let Some(name) = AGENCIES.get(form) {
            let short = next == at + 1 && name.len() <= 5 && name != "dpa" && is_all_caps(name);
            if !short || is_all_caps(form) {
                return Some(Named { name, span, next });
            }
        }
    }
    None
}

/// The first agency named between tokens `from` and `end`.
pub(crate) fn find(text: &Text<'_>, from: usize, end: usize) -> Option<Named> {
    (from..end).find_map(|index| at(text, index, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_or_more_words() {
        for (source, name) in [
            ("The Associated Press writes", Some("AP")),
            ("Agence France-Presse", Some("AFP")),
            ("Agence  France Presse", None),
            ("REUTERS", Some("Reuters")),
            ("Reuter", Some("Reuters")),
            ("AP", Some("AP")),
            ("Ap", None),
            ("spa", None),
            ("dpa", Some("dpa")),
            ("reuters", None),
            ("Kyodo News", Some("Kyodo")),
            ("Nobody", None),
        ] {
            let text = Text::new(source);
            assert_eq!(at(&text, 0, text.tokens.len()).map(|named| named.name), name, "{source}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        let entries: Vec<_> = AGENCIES.entries().collect();
        assert!(entries.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(entries.iter().all(|(form, _)| by_name(form).is_some()));
    }
}
