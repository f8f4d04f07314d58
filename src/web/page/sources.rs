//! Who is quoted, as the panel lists it.

#[cfg(target_arch = "wasm32")]
pub(crate) use crate::audit::{Source, sources};
use crate::{Article, QuoteAct, SourceKind};

/// The kinds of source in the order they are listed, each with its heading.
pub(crate) const KINDS: [(SourceKind, &str); 3] =
    [(SourceKind::Named, "Named"), (SourceKind::Described, "Described, not named"), (SourceKind::Unnamed, "Not named")];

/// The quotes as they are listed: what is said first, as the text has it, then what is only held.
pub(crate) fn in_order(article: &Article) -> Vec<usize> {
    let (held, said): (Vec<usize>, Vec<usize>) =
        (0..article.quotes.len()).partition(|&index| article.quotes[index].act == QuoteAct::Stance);
    [said, held].concat()
}

/// Hundredths of `all` that `part` is.
pub(crate) fn share(part: usize, all: usize) -> usize {
    (part * 100 + all / 2).checked_div(all).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_and_of_nothing_are_none() {
        assert_eq!([share(1, 3), share(2, 3), share(3, 3), share(0, 0)], [33, 67, 100, 0]);
    }
}
