//! The date that a web address holds.

use super::date::PartialDate;

/// The date in an address's path: `/2016/09/05/`, `/2022/6/8/`, `/2024-11-22/`, `/15/07/2022/`. `None` where
/// the year comes last and nothing in the figures tells the day from the month.
pub(crate) fn date(address: &str) -> Option<PartialDate> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let pieces: Vec<Option<&str>> = path
        .split(['/', '-', '_', '.', '?', '='])
        .map(|piece| Some(piece).filter(|piece| piece.len() <= 8 && piece.bytes().all(|b| b.is_ascii_digit())))
        .collect();
    let numbers: Vec<Option<u32>> = pieces
        .iter()
        .map(|piece| piece.filter(|piece| piece.len() <= 4).and_then(|piece| piece.parse().ok()))
        .collect();
    let year = |number: Option<u32>| {
        number.filter(|year| (1990..2100).contains(year)).and_then(|year| i32::try_from(year).ok())
    };
    let month = |number: Option<u32>| number.filter(|month| (1..=12).contains(month));
    let day = |number: Option<u32>| number.filter(|day| (1..=31).contains(day));
    let mut best: Option<PartialDate> = None;
    for (at, &piece) in pieces.iter().enumerate() {
        let get = |index: usize| numbers.get(index).copied().flatten();
        // `/20220718/`
        let compact = piece.filter(|piece| best.is_none() && piece.len() == 8).map(|piece| {
            let part = |range: std::ops::Range<usize>| piece[range].parse::<u32>().ok();
            PartialDate { year: year(part(0..4)), month: month(part(4..6)), day: day(part(6..8)) }
        });
        if let Some(date) = compact.filter(|date| date.to_calendar().is_some()) {
            best = Some(date);
        }
        let forward = year(get(at)).map(|year| (year, month(get(at + 1)), day(get(at + 2))));
        let backward = day(get(at))
            .zip(month(get(at + 1)))
            .filter(|&(day, month)| day > 12 || day == month)
            .and_then(|(day, month)| Some((year(get(at + 2))?, Some(month), Some(day))));
        if let Some((year, month @ Some(_), day)) = backward.or(forward) {
            let date = PartialDate { year: Some(year), month, day };
            if (date.day.is_none() || date.to_calendar().is_some())
                && best.is_none_or(|best| best.day.is_none() && date.day.is_some())
            {
                best = Some(date);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_addresses() {
        for (value, expected) in [
            ("https://e.example/2016/09/05/ferry", Some("2016-09-05")),
            ("https://e.example/news/2022/6/8/ferry", Some("2022-06-08")),
            ("https://e.example/article/15/07/2022/ferry", Some("2022-07-15")),
            ("https://e.example/article/03/04/2022/ferry", None),
            ("https://e.example/article/04/04/2022/ferry", Some("2022-04-04")),
            ("https://e.example/ferry-2024-11-22/", Some("2024-11-22")),
            ("https://e.example/2016/09/ferry-runs", Some("2016-09")),
            ("https://e.example/20220718/5d0e3021/c.html", Some("2022-07-18")),
            ("https://e.example/20229918/c.html", None),
            ("https://e.example/news/472127/ferry-of-1999", None),
        ] {
            assert_eq!(date(value).map(|date| date.to_string()).as_deref(), expected, "{value}");
        }
    }
}
