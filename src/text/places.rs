//! Places of the world, by name.

use super::words::{WordList, word_list};

static PLACES: WordList = word_list!("places.txt");

/// Whether `name`, case aside, is a city, region or country of the list.
pub(crate) fn is_place(name: &str) -> bool {
    PLACES.has(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_known_places() {
        for name in ["HANGZHOU", "São Paulo", "Sao Paulo", "The Hague", "New York", "Kenya", "Ontario"] {
            assert!(is_place(name), "{name}");
        }
        for name in ["Update", "Opinion", "Reading", "Mobile", ""] {
            assert!(!is_place(name), "{name}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        let entries: Vec<_> = PLACES.entries().collect();
        assert!(entries.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
