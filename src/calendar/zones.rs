//! Time zones as clocks in news are labelled: their only list.
//!
//! An offset is given where the letters mean one zone wherever they are printed. Letters that several zones
//! share have none: `BST` is Britain's and Bangladesh's, `CST` Chicago's, China's and Cuba's, `EST` New York's
//! and, until the IANA database parted them in 2014, Sydney's, `IST` India's, Ireland's and Israel's, `PST`
//! California's and the Philippines'. Nor has `ET`, which is two hours of the year. Names and offsets: the IANA
//! time zone database, and general knowledge for those it writes in figures (`SGT`, `MYT`, `TRT`).

use super::figures::DateOrder;

/// The letters in capitals, sorted, and the offset from UTC as ISO 8601 writes it where it is certain.
const ZONES: [(&str, Option<&str>); 57] = [
    ("ACDT", Some("+10:30")),
    ("ACST", Some("+09:30")),
    ("ADT", None),
    ("AEDT", Some("+11:00")),
    ("AEST", Some("+10:00")),
    ("AKDT", Some("-08:00")),
    ("AKST", Some("-09:00")),
    ("AST", None),
    ("AWST", Some("+08:00")),
    ("BDT", None),
    ("BRT", Some("-03:00")),
    ("BST", None),
    ("CAT", Some("+02:00")),
    ("CDT", None),
    ("CEST", Some("+02:00")),
    ("CET", Some("+01:00")),
    ("CST", None),
    ("CT", None),
    ("EAT", Some("+03:00")),
    ("EDT", None),
    ("EEST", Some("+03:00")),
    ("EET", Some("+02:00")),
    ("EST", None),
    ("ET", None),
    ("GMT", Some("Z")),
    ("GST", None),
    ("HKT", Some("+08:00")),
    ("HST", Some("-10:00")),
    ("ICT", Some("+07:00")),
    ("IDT", Some("+03:00")),
    ("IRST", Some("+03:30")),
    ("IST", None),
    ("JST", Some("+09:00")),
    ("KST", Some("+09:00")),
    ("MDT", Some("-06:00")),
    ("MSK", None),
    ("MST", None),
    ("MT", None),
    ("MYT", Some("+08:00")),
    ("NPT", Some("+05:45")),
    ("NST", None),
    ("NZDT", Some("+13:00")),
    ("NZST", Some("+12:00")),
    ("PDT", Some("-07:00")),
    ("PHT", Some("+08:00")),
    ("PKT", Some("+05:00")),
    ("PST", None),
    ("PT", None),
    ("SAST", Some("+02:00")),
    ("SGT", Some("+08:00")),
    ("SLST", None),
    ("TRT", None),
    ("UTC", Some("Z")),
    ("WAT", Some("+01:00")),
    ("WEST", Some("+01:00")),
    ("WET", Some("+00:00")),
    ("WIB", Some("+07:00")),
];

/// What names a zone in words, with or without "time" after it: "10 a.m. Eastern", "8 p.m. local time".
const IN_WORDS: [&str; 9] =
    ["Alaska", "Atlantic", "Central", "Eastern", "Greenwich", "London", "Mountain", "Pacific", "local"];

/// Whether `word` is the letters of a zone: in capitals, with or without full stops between them.
pub(crate) fn is_zone(word: &str) -> bool {
    find(word).is_some()
}

/// The offset from UTC of the zone that `word` names, `Z` or `+08:00`, where it is certain.
pub(crate) fn offset(word: &str) -> Option<&'static str> {
    find(word).and_then(|index| ZONES[index].1)
}

/// Whether `word`, case aside, names a zone in words.
pub(crate) fn is_in_words(word: &str) -> bool {
    IN_WORDS.iter().any(|name| name.eq_ignore_ascii_case(word))
}

/// The letters of all zones.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    ZONES.iter().map(|(name, _)| *name)
}

/// The order of dates in figures among those who use a zone, where they agree.
pub(super) fn order(word: &str) -> Option<DateOrder> {
    match word {
        "ET" | "EDT" | "EST" | "CT" | "CDT" | "MT" | "MDT" | "PT" | "PDT" | "PST" | "AKST" | "AKDT" | "HST" => {
            Some(DateOrder::MonthFirst)
        }
        // the year comes first there, and everybody uses the last
        "JST" | "KST" | "UTC" | "GMT" => None,
        // Greenland and Brazil apart, the Americas have no other
        _ => {
            find(word).and(offset(word).or((word == "BST" || word == "IST").then_some(""))).map(|_| DateOrder::DayFirst)
        }
    }
}

/// The index of the letters of `word` in the list.
fn find(word: &str) -> Option<usize> {
    // "E.S.T." is the longest of those with full stops
    if !(2..=8).contains(&word.len()) || !word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.') {
        return None;
    }
    let letters = || word.bytes().filter(|&byte| byte != b'.');
    ZONES.binary_search_by(|(name, _)| name.bytes().cmp(letters())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_every_zone_is_found() {
        assert!(ZONES.is_sorted_by(|a, b| a.0 < b.0));
        for (name, certain) in ZONES {
            assert_eq!((is_zone(name), offset(name)), (true, certain), "{name}");
            assert!(!is_zone(&name.to_lowercase()), "a word: {name}");
        }
        for (name, certain) in ZONES {
            let sound = certain.is_none_or(|offset| {
                offset == "Z" || offset.len() == 6 && offset.starts_with(['+', '-']) && &offset[3..4] == ":"
            });
            assert!(sound, "{name} {certain:?}");
        }
    }

    #[test]
    fn full_stops_and_other_letters() {
        assert!(is_zone("E.S.T.") && is_zone("G.M.T."));
        assert_eq!(offset("G.M.T."), Some("Z"));
        for word in ["", "Z", ".", "..", "EXT", "GMTX", "A.B.C.D.E.F.G.", "É.S.T."] {
            assert!(!is_zone(word), "{word}");
        }
        assert!(is_in_words("EASTERN") && is_in_words("local") && !is_in_words("Eastbourne"));
    }

    #[test]
    fn letters_that_several_zones_share_have_no_offset() {
        for name in ["BST", "IST", "CST", "AST", "EST", "PST", "GST", "MST", "ET", "PT"] {
            assert_eq!(offset(name), None, "{name}");
        }
        assert_eq!((offset("MYT"), offset("JST"), offset("ACST")), (Some("+08:00"), Some("+09:00"), Some("+09:30")));
    }
}
