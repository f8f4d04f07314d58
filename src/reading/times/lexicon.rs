//! The vocabulary: what each token can be to the grammar, looked up once a token.
//!
//! A closed set of English words. Those that open an expression or shape its meaning have a class of
//! their own; every other word is [`Lex::None`] and is passed over without another look.

use super::calendar::{Grain, Season};
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::text::words::{is_capitalised, lower};

/// A unit of duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    /// A unit that the calendar counts in.
    Calendar(Grain),
    /// Two weeks.
    Fortnight,
    /// A thousand years.
    Millennium,
    /// "a while": TIMEX3 writes `PXX`.
    Unmeasured,
}

/// A part of the day, as TIMEX3 writes it behind `T`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Day,
}

/// What a token is to the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lex {
    /// No word of time.
    None,
    Month(u8),
    /// Days from Monday, 0 to 6.
    Weekday(u8),
    Weekdays(u8),
    Unit(Unit),
    Units(Unit),
    Season(Season),
    Seasons(Season),
    Part(Part),
    Parts(Part),
    Noon,
    Midnight,
    /// A number that is written in digits.
    Digits,
    /// Zero to nineteen.
    Small(u8),
    /// Twenty to ninety.
    Tens(u8),
    Hundred,
    Thousand,
    Million,
    Dozen,
    /// "twenties" to "nineties": the tens.
    Decade(u8),
    /// "Q3"
    Quarter(u8),
    /// First to thirtieth, in words.
    Ordinal(u8),
    Half,
    Couple,
    Few,
    Several,
    /// "many", "countless"
    Many,
    /// "dozens", "hundreds"
    Scores,
    The,
    /// "a", "an"
    A,
    This,
    That,
    These,
    Those,
    /// "its", "their" …
    Possessive,
    Last,
    Next,
    Past,
    /// "previous", "preceding", "prior"
    Previous,
    Following,
    /// "coming", "upcoming", "forthcoming"
    Coming,
    Same,
    Current,
    Latest,
    Recent,
    Future,
    /// "near", "foreseeable", "distant"
    Near,
    Ago,
    Earlier,
    Later,
    Before,
    After,
    From,
    Hence,
    Early,
    Late,
    Mid,
    /// "end", "close"
    End,
    /// "beginning", "start"
    Start,
    Middle,
    Of,
    In,
    On,
    At,
    To,
    And,
    Or,
    Than,
    More,
    Less,
    Least,
    Most,
    Up,
    As,
    So,
    /// "about", "nearly", "almost", "around" …
    About,
    /// "another", "extra", "additional"
    Another,
    /// "every", "each"
    Every,
    Other,
    Once,
    Fiscal,
    Full,
    /// "period"
    Period,
    Today,
    Tomorrow,
    Yesterday,
    Tonight,
    Overnight,
    /// "right", of "right now"
    Right,
    Long,
    Now,
    /// "currently", "nowadays", "presently"
    Currently,
    Recently,
    Previously,
    Soon,
    /// A word that says how often, with its unit: "daily".
    Often(Unit),
    While,
    Christmas,
    Easter,
    Thanksgiving,
    /// "new", "good", "palm", "labor" …: may begin the name of a holiday
    Feast,
    /// A clock's "am", "pm".
    Am,
    Pm,
    Oclock,
}

impl Lex {
    /// Whether no expression begins here.
    pub(super) fn is_idle(self) -> bool {
        use Lex::{Ago, Am, And, From, Hence, Hundred, In, Million, None, Oclock, Of, On, Or, Pm, Than, Thousand, To};
        matches!(
            self,
            None | Of
                | In
                | On
                | To
                | And
                | Or
                | Than
                | From
                | Ago
                | Hence
                | Am
                | Pm
                | Oclock
                | Hundred
                | Thousand
                | Million
        )
    }
}

/// The class of every token of `text`.
pub(super) fn classes(text: &Text<'_>) -> Vec<Lex> {
    text.tokens
        .iter()
        .map(|&token| match token.kind {
            Kind::Word | Kind::Initials => class(text.str(token)),
            Kind::Number => Lex::Digits,
            Kind::Mark if text.str(token) == "½" => Lex::Half,
            _ => Lex::None,
        })
        .collect()
}

/// The class of a word.
fn class(word: &str) -> Lex {
    // the longest word of the vocabulary is "approximately"
    let mut buffer = [0u8; 16];
    let Some(low) = lower(word, &mut buffer) else { return Lex::None };
    let bytes = low.as_bytes();
    // three quarters of all words end here: they begin with a letter or have a length the table lacks
    if bytes.len() > 13 || !bytes.first().is_some_and(u8::is_ascii_lowercase) {
        return Lex::None;
    }
    let class = match bytes[0] {
        b'a' => a_words(low),
        b'b' | b'c' => b_c_words(low),
        b'd' | b'e' => d_e_words(low),
        b'f' => f_words(low),
        b'g'..=b'l' => g_l_words(low),
        b'm' | b'n' => m_n_words(low),
        b'o' | b'p' => o_p_words(low),
        b'q' | b'r' => q_r_words(low),
        b's' => s_words(low),
        b't' => t_words(low),
        _ => u_z_words(low),
    };
    match class {
        // months and weekdays are names: "may", "march" and "sat" are verbs; with a day beside it a
        // month in lower case is let through by the grammar of dates, which looks for itself
        Lex::Weekday(_) | Lex::Weekdays(_) if !is_capitalised(word) => Lex::None,
        class => class,
    }
}

fn a_words(word: &str) -> Lex {
    match word {
        "a" | "an" => Lex::A,
        "about" | "almost" | "approximately" | "around" => Lex::About,
        "after" => Lex::After,
        "afternoon" => Lex::Part(Part::Afternoon),
        "afternoons" => Lex::Parts(Part::Afternoon),
        "ago" => Lex::Ago,
        "am" | "a.m." | "a.m" => Lex::Am,
        "and" => Lex::And,
        "annually" => Lex::Often(Unit::Calendar(Grain::Year)),
        "another" | "additional" => Lex::Another,
        "apr" | "april" => Lex::Month(4),
        "as" => Lex::As,
        "at" => Lex::At,
        "aug" | "august" => Lex::Month(8),
        "autumn" => Lex::Season(Season::Autumn),
        "autumns" => Lex::Seasons(Season::Autumn),
        "ash" | "all" => Lex::Feast,
        _ => Lex::None,
    }
}

fn b_c_words(word: &str) -> Lex {
    match word {
        "before" => Lex::Before,
        "beginning" => Lex::Start,
        "billion" => Lex::Million,
        "boxing" | "black" => Lex::Feast,
        "centuries" => Lex::Units(Unit::Calendar(Grain::Century)),
        "century" => Lex::Unit(Unit::Calendar(Grain::Century)),
        "christmas" | "xmas" => Lex::Christmas,
        "close" => Lex::End,
        "coming" => Lex::Coming,
        "couple" => Lex::Couple,
        "countless" => Lex::Many,
        "current" => Lex::Current,
        "currently" => Lex::Currently,
        _ => Lex::None,
    }
}

fn d_e_words(word: &str) -> Lex {
    match word {
        "daily" => Lex::Often(Unit::Calendar(Grain::Day)),
        "day" => Lex::Unit(Unit::Calendar(Grain::Day)),
        "days" => Lex::Units(Unit::Calendar(Grain::Day)),
        "daytime" => Lex::Part(Part::Day),
        "dec" | "december" => Lex::Month(12),
        "decade" => Lex::Unit(Unit::Calendar(Grain::Decade)),
        "decades" => Lex::Units(Unit::Calendar(Grain::Decade)),
        "dozen" => Lex::Dozen,
        "dozens" => Lex::Scores,
        "each" | "every" => Lex::Every,
        "earlier" => Lex::Earlier,
        "early" => Lex::Early,
        "easter" => Lex::Easter,
        "eight" => Lex::Small(8),
        "eighteen" => Lex::Small(18),
        "eighteenth" => Lex::Ordinal(18),
        "eighth" => Lex::Ordinal(8),
        "eighty" => Lex::Tens(80),
        "eleven" => Lex::Small(11),
        "eleventh" => Lex::Ordinal(11),
        "end" => Lex::End,
        "evening" => Lex::Part(Part::Evening),
        "evenings" => Lex::Parts(Part::Evening),
        "extra" => Lex::Another,
        "eighties" => Lex::Decade(80),
        _ => Lex::None,
    }
}

fn f_words(word: &str) -> Lex {
    match word {
        "feb" | "february" => Lex::Month(2),
        "few" => Lex::Few,
        "fifteen" => Lex::Small(15),
        "fifteenth" => Lex::Ordinal(15),
        "fifth" => Lex::Ordinal(5),
        "fifty" => Lex::Tens(50),
        "first" => Lex::Ordinal(1),
        "fiscal" | "financial" => Lex::Fiscal,
        "five" => Lex::Small(5),
        "following" => Lex::Following,
        "foreseeable" => Lex::Near,
        "forthcoming" => Lex::Coming,
        "fortnight" => Lex::Unit(Unit::Fortnight),
        "fortnights" => Lex::Units(Unit::Fortnight),
        "forty" => Lex::Tens(40),
        "four" => Lex::Small(4),
        "fourteen" => Lex::Small(14),
        "fourteenth" => Lex::Ordinal(14),
        "fourth" => Lex::Ordinal(4),
        "fri" | "friday" => Lex::Weekday(4),
        "fridays" => Lex::Weekdays(4),
        "from" => Lex::From,
        "full" => Lex::Full,
        "future" => Lex::Future,
        "fall" => Lex::Season(Season::Fall),
        "falls" => Lex::Seasons(Season::Fall),
        "fifties" => Lex::Decade(50),
        "forties" => Lex::Decade(40),
        _ => Lex::None,
    }
}

fn g_l_words(word: &str) -> Lex {
    match word {
        "good" | "halloween" | "independence" | "labor" | "labour" => Lex::Feast,
        "half" => Lex::Half,
        "hence" => Lex::Hence,
        "hour" => Lex::Unit(Unit::Hour),
        "hourly" => Lex::Often(Unit::Hour),
        "hours" => Lex::Units(Unit::Hour),
        "hundred" => Lex::Hundred,
        "hundreds" => Lex::Scores,
        "in" => Lex::In,
        "its" | "his" | "her" => Lex::Possessive,
        "jan" | "january" => Lex::Month(1),
        "jul" | "july" => Lex::Month(7),
        "jun" | "june" => Lex::Month(6),
        "last" => Lex::Last,
        "long" => Lex::Long,
        "late" => Lex::Late,
        "later" => Lex::Later,
        "latest" => Lex::Latest,
        "least" => Lex::Least,
        "less" => Lex::Less,
        _ => Lex::None,
    }
}

fn m_n_words(word: &str) -> Lex {
    match word {
        "many" => Lex::Many,
        "mar" | "march" => Lex::Month(3),
        "martin" | "memorial" | "new" => Lex::Feast,
        "may" => Lex::Month(5),
        "mid" => Lex::Mid,
        "midday" => Lex::Noon,
        "middle" => Lex::Middle,
        "midnight" => Lex::Midnight,
        "millennia" | "millenniums" => Lex::Units(Unit::Millennium),
        "millennium" => Lex::Unit(Unit::Millennium),
        "million" => Lex::Million,
        "minute" => Lex::Unit(Unit::Minute),
        "minutes" => Lex::Units(Unit::Minute),
        "mins" => Lex::Units(Unit::Minute),
        "mon" | "monday" => Lex::Weekday(0),
        "mondays" => Lex::Weekdays(0),
        "month" => Lex::Unit(Unit::Calendar(Grain::Month)),
        "monthly" => Lex::Often(Unit::Calendar(Grain::Month)),
        "months" => Lex::Units(Unit::Calendar(Grain::Month)),
        "more" => Lex::More,
        "morning" => Lex::Part(Part::Morning),
        "mornings" => Lex::Parts(Part::Morning),
        "most" => Lex::Most,
        "my" => Lex::Possessive,
        "near" => Lex::Near,
        "nearly" => Lex::About,
        "next" => Lex::Next,
        "night" => Lex::Part(Part::Night),
        "nightly" => Lex::Often(Unit::Calendar(Grain::Day)),
        "nights" => Lex::Parts(Part::Night),
        "nine" => Lex::Small(9),
        "nineteen" => Lex::Small(19),
        "nineteenth" => Lex::Ordinal(19),
        "ninety" => Lex::Tens(90),
        "ninth" => Lex::Ordinal(9),
        "noon" => Lex::Noon,
        "nov" | "november" => Lex::Month(11),
        "now" => Lex::Now,
        "nowadays" => Lex::Currently,
        "nineties" => Lex::Decade(90),
        _ => Lex::None,
    }
}

fn o_p_words(word: &str) -> Lex {
    match word {
        "o'clock" => Lex::Oclock,
        "oct" | "october" => Lex::Month(10),
        "of" => Lex::Of,
        "on" => Lex::On,
        "once" => Lex::Once,
        "one" => Lex::Small(1),
        "or" => Lex::Or,
        "other" => Lex::Other,
        "our" => Lex::Possessive,
        "over" => Lex::About,
        "overnight" => Lex::Overnight,
        "palm" => Lex::Feast,
        "past" => Lex::Past,
        "period" => Lex::Period,
        "pm" | "p.m." | "p.m" => Lex::Pm,
        "preceding" | "previous" | "prior" => Lex::Previous,
        "presently" => Lex::Currently,
        "previously" => Lex::Previously,
        _ => Lex::None,
    }
}

fn q_r_words(word: &str) -> Lex {
    match word {
        "quarter" => Lex::Unit(Unit::Calendar(Grain::Quarter)),
        "quarters" => Lex::Units(Unit::Calendar(Grain::Quarter)),
        "ramadan" => Lex::Feast,
        "right" => Lex::Right,
        "recent" => Lex::Recent,
        "recently" => Lex::Recently,
        "roughly" => Lex::About,
        "q1" => Lex::Quarter(1),
        "q2" => Lex::Quarter(2),
        "q3" => Lex::Quarter(3),
        "q4" => Lex::Quarter(4),
        _ => Lex::None,
    }
}

fn s_words(word: &str) -> Lex {
    match word {
        "same" => Lex::Same,
        "sat" | "saturday" => Lex::Weekday(5),
        "saturdays" => Lex::Weekdays(5),
        "second" => Lex::Ordinal(2),
        "seconds" => Lex::Units(Unit::Second),
        "sep" | "sept" | "september" => Lex::Month(9),
        "seven" => Lex::Small(7),
        "seventeen" => Lex::Small(17),
        "seventeenth" => Lex::Ordinal(17),
        "seventh" => Lex::Ordinal(7),
        "seventy" => Lex::Tens(70),
        "several" => Lex::Several,
        "six" => Lex::Small(6),
        "sixteen" => Lex::Small(16),
        "sixteenth" => Lex::Ordinal(16),
        "sixth" => Lex::Ordinal(6),
        "sixty" => Lex::Tens(60),
        "so" => Lex::So,
        "some" => Lex::About,
        "soon" => Lex::Soon,
        "spring" => Lex::Season(Season::Spring),
        "springs" => Lex::Seasons(Season::Spring),
        "start" => Lex::Start,
        "st" => Lex::Feast,
        "summer" => Lex::Season(Season::Summer),
        "summers" => Lex::Seasons(Season::Summer),
        "sun" | "sunday" => Lex::Weekday(6),
        "sundays" => Lex::Weekdays(6),
        "super" => Lex::Feast,
        "seventies" => Lex::Decade(70),
        "sixties" => Lex::Decade(60),
        _ => Lex::None,
    }
}

fn t_words(word: &str) -> Lex {
    match word {
        "ten" => Lex::Small(10),
        "tenth" => Lex::Ordinal(10),
        "than" => Lex::Than,
        "thanksgiving" => Lex::Thanksgiving,
        "that" => Lex::That,
        "the" => Lex::The,
        "their" => Lex::Possessive,
        "these" => Lex::These,
        "third" => Lex::Ordinal(3),
        "thirteen" => Lex::Small(13),
        "thirteenth" => Lex::Ordinal(13),
        "thirtieth" => Lex::Ordinal(30),
        "thirty" => Lex::Tens(30),
        "this" => Lex::This,
        "those" => Lex::Those,
        "thousand" => Lex::Thousand,
        "thousands" => Lex::Scores,
        "three" => Lex::Small(3),
        "thu" | "thur" | "thurs" | "thursday" => Lex::Weekday(3),
        "thursdays" => Lex::Weekdays(3),
        "to" => Lex::To,
        "today" => Lex::Today,
        "tomorrow" => Lex::Tomorrow,
        "tonight" => Lex::Tonight,
        "tue" | "tues" | "tuesday" => Lex::Weekday(1),
        "tuesdays" => Lex::Weekdays(1),
        "twelfth" => Lex::Ordinal(12),
        "twelve" => Lex::Small(12),
        "twentieth" => Lex::Ordinal(20),
        "twenty" => Lex::Tens(20),
        "twice" => Lex::Once,
        "two" => Lex::Small(2),
        "thirties" => Lex::Decade(30),
        "twenties" => Lex::Decade(20),
        _ => Lex::None,
    }
}

fn u_z_words(word: &str) -> Lex {
    match word {
        "under" => Lex::About,
        "up" => Lex::Up,
        "upcoming" => Lex::Coming,
        "valentine" | "veterans" | "victoria" => Lex::Feast,
        "wed" | "weds" | "wednesday" => Lex::Weekday(2),
        "wednesdays" => Lex::Weekdays(2),
        "week" => Lex::Unit(Unit::Calendar(Grain::Week)),
        "weekend" => Lex::Unit(Unit::Calendar(Grain::Weekend)),
        "weekends" => Lex::Units(Unit::Calendar(Grain::Weekend)),
        "weekly" => Lex::Often(Unit::Calendar(Grain::Week)),
        "weeks" => Lex::Units(Unit::Calendar(Grain::Week)),
        "while" => Lex::While,
        "winter" => Lex::Season(Season::Winter),
        "winters" => Lex::Seasons(Season::Winter),
        "year" => Lex::Unit(Unit::Calendar(Grain::Year)),
        "yearly" => Lex::Often(Unit::Calendar(Grain::Year)),
        "years" => Lex::Units(Unit::Calendar(Grain::Year)),
        "yesterday" => Lex::Yesterday,
        "yr" => Lex::Unit(Unit::Calendar(Grain::Year)),
        "yrs" => Lex::Units(Unit::Calendar(Grain::Year)),
        "zero" => Lex::Small(0),
        _ => Lex::None,
    }
}
