//! Terms: the words of a sentence that can tie it to others and to the headline.

use crate::Span;
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_capitalised, word_list};
use std::collections::HashMap;

/// Words that tie nothing together.
static COMMON: WordList = word_list!("common_words.txt");

/// Terms that are looked at in a sentence: one with more is a list.
const MOST: usize = 80;

/// Numbers the terms of a story in the order in which they occur.
#[derive(Default)]
pub(super) struct Terms {
    numbers: HashMap<String, usize>,
}

impl Terms {
    /// The numbers of the terms in `span`, each once, in the text's order.
    pub(super) fn of(&mut self, text: &Text<'_>, span: Span) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for &token in text.tokens[text.tokens_in(span)].iter().take(4 * MOST) {
            let word = text.str(token);
            let short = word.len() < if is_capitalised(word) { 2 } else { 4 };
            if !matches!(token.kind, Kind::Word | Kind::Initials) || short || COMMON.has(word) {
                continue;
            }
            let next = self.numbers.len();
            let number = *self.numbers.entry(stem(&word.to_lowercase())).or_insert(next);
            if found.len() < MOST && !found.contains(&number) {
                found.push(number);
            }
        }
        found
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }
}

/// A word in lower case without the endings that number and tense give it: a weak stemmer after Harman, "How
/// effective is suffixing?" (1991), is enough within one story.
fn stem(word: &str) -> String {
    let cut = |end: &str, least: usize| word.strip_suffix(end).filter(|rest| rest.len() >= least);
    if let Some(rest) = cut("ies", 3).or_else(|| cut("ied", 3)) {
        return format!("{rest}y");
    }
    let rest = cut("ing", 3)
        .or_else(|| cut("ed", 3))
        .or_else(|| cut("es", 4))
        .or_else(|| cut("s", 3).filter(|rest| !rest.ends_with(['s', 'u', 'i'])))
        .unwrap_or(word);
    rest.strip_suffix('e').filter(|rest| rest.len() >= 3).unwrap_or(rest).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one_term() {
        for (a, b) in
            [("closes", "closed"), ("city", "cities"), ("ferries", "ferry"), ("votes", "voting"), ("pier", "piers")]
        {
            assert_eq!(stem(a), stem(b));
        }
        for (a, b) in [("press", "pres"), ("virus", "viru"), ("port", "porter")] {
            assert_ne!(stem(a), stem(b));
        }
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(COMMON.entries().is_sorted_by(|a, b| a.0 < b.0));
    }
}
