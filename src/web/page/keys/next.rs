//! Which place comes next of a kind, in the order of the text.

use crate::{Article, Span};

/// A place where a thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Where it begins.
    pub(crate) at: usize,
    /// The thing: its index in the article's list.
    pub(crate) index: usize,
    /// Which of its mentions.
    pub(crate) nth: usize,
}

/// Every place of the things of this letter, in order.
pub(crate) fn places(article: &Article, kind: char) -> Vec<Place> {
    fn each<'s>(spans: impl Iterator<Item = &'s Span>) -> Vec<Place> {
        spans.enumerate().map(|(index, span)| Place { at: span.start, index, nth: 0 }).collect()
    }
    let mut places = match kind {
        'q' => each(article.quotes.iter().map(|quote| &quote.span)),
        't' => each(article.times.iter().map(|time| &time.span)),
        'n' => each(article.quantities.iter().map(|quantity| &quantity.span)),
        'e' => {
            let entities = article.entities.iter().enumerate();
            let mentions = entities.flat_map(|(index, entity)| {
                entity.mentions.iter().enumerate().map(move |(nth, span)| Place { at: span.start, index, nth })
            });
            mentions.collect()
        }
        _ => Vec::new(),
    };
    places.sort_by_key(|place| place.at);
    places
}

/// The place after, or before, the one the reader is at: `here`, where that is one of them; else from the offset on.
/// After the last comes the first, which the second value says.
pub(crate) fn next(
    places: &[Place],
    here: Option<(usize, usize)>,
    from: Option<usize>,
    back: bool,
) -> Option<(Place, bool)> {
    let at = here.and_then(|here| places.iter().position(|place| (place.index, place.nth) == here));
    let to = match (at, back) {
        (Some(at), false) => at.checked_add(1),
        (Some(at), true) => at.checked_sub(1),
        (None, false) => Some(from.map_or(0, |from| places.partition_point(|place| place.at <= from))),
        (None, true) => {
            from.map_or(places.len(), |from| places.partition_point(|place| place.at < from)).checked_sub(1)
        }
    };
    let found = to.and_then(|to| places.get(to)).map(|place| (*place, false));
    found.or_else(|| (if back { places.last() } else { places.first() }).map(|place| (*place, true)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(at: usize, index: usize) -> Place {
        Place { at, index, nth: 0 }
    }

    #[test]
    fn names_come_in_the_order_of_the_text_not_of_the_list() {
        let text = "Mayor Ines Maro met Paul Ekberg on Tuesday. Maro said: “We sail.” Ekberg paid $12 million.";
        let article = crate::parse(text, &crate::Options { offsets: crate::Offsets::Utf8, ..Default::default() });
        let names = places(&article, 'e');
        assert!(names.len() >= 4, "{names:?}");
        assert!(names.is_sorted_by_key(|place| place.at));
        assert!(!names.is_sorted_by_key(|place| place.index), "{names:?}");
        for kind in ['q', 't', 'n'] {
            assert_eq!(places(&article, kind).len(), 1, "{kind}");
        }
        assert_eq!(places(&article, 'b'), []);
    }

    #[test]
    fn from_one_of_them_it_is_the_next_even_where_two_begin_together() {
        let places = [place(3, 0), place(3, 1), place(9, 2)];
        assert_eq!(next(&places, Some((0, 0)), Some(3), false), Some((places[1], false)));
        assert_eq!(next(&places, Some((1, 0)), Some(3), false), Some((places[2], false)));
        assert_eq!(next(&places, Some((1, 0)), Some(3), true), Some((places[0], false)));
    }

    #[test]
    fn after_the_last_comes_the_first_and_the_other_way_round() {
        let places = [place(3, 0), place(9, 1)];
        assert_eq!(next(&places, Some((1, 0)), None, false), Some((places[0], true)));
        assert_eq!(next(&places, Some((0, 0)), None, true), Some((places[1], true)));
        assert_eq!(next(&[], Some((0, 0)), None, false), None);
    }

    #[test]
    fn from_elsewhere_it_is_the_next_in_the_text() {
        let places = [place(3, 0), place(9, 1)];
        assert_eq!(next(&places, None, Some(3), false), Some((places[1], false)));
        assert_eq!(next(&places, None, Some(9), true), Some((places[0], false)));
        assert_eq!(next(&places, None, Some(9), false), Some((places[0], true)));
        assert_eq!(next(&places, None, None, false), Some((places[0], false)));
        assert_eq!(next(&places, None, None, true), Some((places[1], false)));
    }
}
