//! The names of months and weekdays, in full and as newspapers shorten them: their only list.

use chrono::Weekday;

/// A name in full, and its short forms without their full stop.
type Name = (&'static str, &'static [&'static str]);

/// The months from January to December. May, June and July are seldom shortened; the short forms are those of
/// tables and of computers.
pub(crate) const MONTHS: [Name; 12] = [
    ("January", &["Jan"]),
    ("February", &["Feb"]),
    ("March", &["Mar"]),
    ("April", &["Apr"]),
    ("May", &[]),
    ("June", &["Jun"]),
    ("July", &["Jul"]),
    ("August", &["Aug"]),
    ("September", &["Sep", "Sept"]),
    ("October", &["Oct"]),
    ("November", &["Nov"]),
    ("December", &["Dec"]),
];

/// The weekdays from Monday to Sunday.
pub(crate) const WEEKDAYS: [Name; 7] = [
    ("Monday", &["Mon"]),
    ("Tuesday", &["Tue", "Tues"]),
    ("Wednesday", &["Wed", "Weds"]),
    ("Thursday", &["Thu", "Thur", "Thurs"]),
    ("Friday", &["Fri"]),
    ("Saturday", &["Sat"]),
    ("Sunday", &["Sun"]),
];

/// The month, 1 to 12, that `word` names in full or shortened, case aside.
pub(crate) fn month(word: &str) -> Option<u32> {
    position(&MONTHS, word).map(|(index, _)| index as u32 + 1)
}

/// The weekday that `word` names in full or shortened, case aside.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    let (index, _) = position(&WEEKDAYS, word)?;
    Weekday::try_from(index as u8).ok()
}

/// Whether `word` is the short form of a month's or a weekday's name, which a full stop follows: `Sept`, `Thurs`.
pub(crate) fn is_short(word: &str) -> bool {
    position(&MONTHS, word).or_else(|| position(&WEEKDAYS, word)).is_some_and(|(_, short)| short)
}

/// Whether `word` is a month's or a weekday's name in full.
pub(crate) fn is_full(word: &str) -> bool {
    position(&MONTHS, word).or_else(|| position(&WEEKDAYS, word)).is_some_and(|(_, short)| !short)
}

/// Which of `names` the word is, and whether it is a short form.
fn position(names: &[Name], word: &str) -> Option<(usize, bool)> {
    // the first three letters tell the names apart, and this is asked about every word of a text
    let head = head(word)?;
    let index = names.iter().position(|(full, _)| self::head(full) == Some(head))?;
    let (full, short) = names[index];
    if word.eq_ignore_ascii_case(full) {
        return Some((index, false));
    }
    short.iter().any(|short| word.eq_ignore_ascii_case(short)).then_some((index, true))
}

/// The first three bytes, letters in either case alike.
fn head(word: &str) -> Option<[u8; 3]> {
    word.as_bytes().first_chunk().map(|head: &[u8; 3]| head.map(|byte| byte | 0x20))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_found() {
        for (index, (full, short)) in MONTHS.iter().enumerate() {
            for form in short.iter().chain([full]) {
                assert_eq!(month(form), Some(index as u32 + 1), "{form}");
                assert_eq!(month(&form.to_uppercase()), month(form), "{form}");
                assert_eq!(
                    (weekday(form), is_short(form), is_full(form)),
                    (None, form != full, form == full),
                    "{form}"
                );
            }
        }
        for (index, (full, short)) in WEEKDAYS.iter().enumerate() {
            for form in short.iter().chain([full]) {
                assert_eq!(weekday(form).map(|day| day.num_days_from_monday() as usize), Some(index), "{form}");
                assert_eq!((month(form), is_short(form), is_full(form)), (None, form != full, form == full), "{form}");
            }
        }
    }

    #[test]
    fn other_words_are_none() {
        for word in ["", "Ma", "Mars", "Marching", "Junes", "Mayor", "Sunny", "Mondays", "Saturn", "Décembre", "5"] {
            assert_eq!((month(word), weekday(word), is_short(word)), (None, None, false), "{word}");
        }
    }
}
