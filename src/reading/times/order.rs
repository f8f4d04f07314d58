//! Whether a document writes the day first in figures, as most of the world does, or the month, as the
//! United States do.

use crate::DateOrder;
use crate::reading::Story;
use crate::text::Text;
use crate::text::dates::month;
use crate::text::tokens::Kind;
use std::cmp::Ordering;

/// Which comes first where a date is written in figures with strokes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// 30/04/2024: most of the world.
    Day,
    /// 04/30/2024: the United States.
    Month,
    /// Nothing in the document tells.
    Unknown,
}

impl From<DateOrder> for Order {
    fn from(order: DateOrder) -> Self {
        match order {
            DateOrder::DayFirst => Self::Day,
            DateOrder::MonthFirst => Self::Month,
        }
    }
}

/// Ends of hosts whose countries write the day first.
const DAY_FIRST: [&str; 14] = ["uk", "ie", "au", "nz", "in", "pk", "bd", "lk", "my", "sg", "za", "ke", "ng", "gh"];

/// Abbreviated provinces of Canada, which writes dates both ways.
const CANADA: [&str; 8] = ["Alta.", "B.C.", "Man.", "N.B.", "N.S.", "Ont.", "Que.", "Sask."];

/// Words that Britain and the United States spell differently: the British spelling first.
const SPELLINGS: [(&str, &str); 12] = [
    ("centre", "center"),
    ("colour", "color"),
    ("defence", "defense"),
    ("favour", "favor"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("labour", "labor"),
    ("licence", "license"),
    ("metres", "meters"),
    ("neighbours", "neighbors"),
    ("programme", "program"),
    ("theatre", "theater"),
];

/// Three numbers joined by the same mark, from token `at`: `30/04/2024`.
pub(super) fn triple(text: &Text<'_>, at: usize) -> Option<[u32; 3]> {
    let number = |at: usize| {
        let token = text.tokens.get(at).filter(|token| token.kind == Kind::Number)?;
        text.str(*token).parse::<u32>().ok()
    };
    let joined = |at: usize| text.tokens.get(at).is_some_and(|token| !token.spaced);
    let mark = |at: usize| text.is_mark(at, '/') || text.is_mark(at, '-');
    ((1..5).all(|step| joined(at + step)) && mark(at + 1) && mark(at + 3))
        .then(|| Some([number(at)?, number(at + 2)?, number(at + 4)?]))
        .flatten()
}

/// Decides from the whole document: a day beyond 12 in a date in figures; the story's own date read
/// from one; how it writes dates in words ("5 September" or "September 5"); else where it comes from
/// and how it spells.
pub(super) fn order(story: &Story<'_>) -> Order {
    let text = story.text;
    let (mut day, mut month_first, mut seen) = (0u32, 0u32, false);
    let (mut words_day, mut words_month) = (0u32, 0u32);
    for (at, token) in text.tokens.iter().enumerate() {
        if token.kind != Kind::Number {
            continue;
        }
        if let Some([a, b, year]) = triple(text, at).filter(|triple| triple[2] > 31) {
            seen = true;
            day += u32::from(a > 12 && b <= 12);
            month_first += u32::from(a <= 12 && b > 12);
            let own = |month, day| {
                story.date.is_some_and(|date| {
                    date.month == Some(month) && date.day == Some(day) && date.year == i32::try_from(year).ok()
                })
            };
            day += u32::from(a != b && own(b, a));
            month_first += u32::from(a != b && own(a, b));
        }
        let is_month = |at: usize| text.word(at).is_some_and(|word| month(word).is_some());
        words_day += u32::from(is_month(at + 1));
        let stop = usize::from(at > 0 && text.is_mark(at - 1, '.'));
        words_month += u32::from(at > stop && is_month(at - 1 - stop) && text.str(*token).len() <= 2);
    }
    if !seen {
        return Order::Unknown;
    }
    let more = |day: u32, month: u32| match day.cmp(&month) {
        Ordering::Greater => Some(Order::Day),
        Ordering::Less => Some(Order::Month),
        Ordering::Equal => None,
    };
    more(day, month_first)
        .or_else(|| more(words_day, words_month))
        .or_else(|| by_place(story))
        .or_else(|| by_spelling(text))
        .unwrap_or(Order::Unknown)
}

/// By the country of the story's address, or a dateline that shortens its state as newspapers of the
/// United States do: "PEORIA, Ill.".
fn by_place(story: &Story<'_>) -> Option<Order> {
    let host = story.head.url.as_ref().and_then(|url| url.host.as_deref());
    match host.and_then(|host| host.rsplit('.').next()) {
        Some("us" | "gov" | "mil") => return Some(Order::Month),
        Some(country) if DAY_FIRST.contains(&country) => return Some(Order::Day),
        _ => {}
    }
    let region = story.head.dateline.as_ref()?.places.first()?.region.as_deref()?;
    (region.ends_with('.') && !CANADA.contains(&region)).then_some(Order::Month)
}

fn by_spelling(text: &Text<'_>) -> Option<Order> {
    let words = text.tokens.iter().filter(|token| token.kind == Kind::Word).map(|&token| text.str(token));
    words.into_iter().find_map(|word| {
        SPELLINGS.iter().find_map(|(british, american)| {
            // a name keeps its spelling: "the Kennedy Center", "the Labour Party"
            if word == *british { Some(Order::Day) } else { (word == *american).then_some(Order::Month) }
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn the_document_decides_what_comes_first() {
        check(
            "2024-05-15",
            &[
                ("Born 3/4/1990, died 4/30/2020.", "3/4/1990=1990-03-04 | 4/30/2020=2020-04-30"),
                ("Born 3/4/1990, died 30/4/2020.", "3/4/1990=1990-04-03 | 30/4/2020=2020-04-30"),
                ("On 2 July he spoke of 3/4/1990.", "2 July=2023-07-02 | 3/4/1990=1990-04-03"),
                ("On July 2 he spoke of 3/4/1990.", "July 2=2023-07-02 | 3/4/1990=1990-03-04"),
                // 3 April 1990 was a Tuesday, 4 March a Sunday
                ("It fell on Tuesday 3/4/1990.", "Tuesday 3/4/1990=1990-04-03"),
                ("It fell on 3/4/1990.", "3/4/1990=1990-XX-XX"),
                ("It fell on 4/4/1990.", "4/4/1990=1990-04-04"),
            ],
        );
        // the story's own date, written in figures
        check("2012-08-10", &[("The deadline is 8/10/2012.", "8/10/2012=2012-08-10")]);
    }

    #[test]
    fn spelling_and_place_decide_what_nothing_else_does() {
        check(
            "2024-05-15",
            &[
                ("The harbour was shut on 3/4/1990.", "3/4/1990=1990-04-03"),
                ("The harbor was shut on 3/4/1990.", "3/4/1990=1990-03-04"),
                ("The Ardmouth Center was shut on 3/4/1990.", "3/4/1990=1990-XX-XX"),
            ],
        );
        let lede = "The mill that burnt down on 3/4/1990 is to open again, its owner said.";
        let value = |source: &str, url: Option<&str>| {
            let options = crate::Options { url: url.map(str::to_owned), ..crate::Options::default() };
            crate::parse(source, &options).times.pop().map(|time| time.value)
        };
        assert_eq!(value(&format!("PEORIA, Ill. (AP) - {lede}"), None).as_deref(), Some("1990-03-04"));
        assert_eq!(value(lede, Some("https://www.example.co.uk/mill")).as_deref(), Some("1990-04-03"));
        assert_eq!(value(lede, None).as_deref(), Some("1990-XX-XX"));
    }

    #[test]
    fn what_stays_open_is_said() {
        let article = crate::parse("The mill burnt down on 3/4/1990, not on 4/4/1990.", &crate::Options::default());
        let [warning] = &article.warnings[..] else { panic!("{:?}", article.warnings) };
        assert_eq!((warning.code, warning.span), (crate::WarningCode::AmbiguousDate, Some(article.times[0].span)));
    }
}
