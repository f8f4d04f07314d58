//! Places of the world, by name.

use super::word_set::word_set;

word_set!(PLACES, "places.txt");

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
        let entries: Vec<_> = include_str!("places.txt").lines().filter(|line| !line.starts_with('#')).collect();
        assert!(entries.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
