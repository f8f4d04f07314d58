//! The vocabulary: what each token can be to the grammar, looked up once a token.
//!
//! A closed set of English words, kept in `vocabulary.txt`: those that open an expression or shape its
//! meaning have a class of their own; every other word is [`Lex::None`] and is passed over without
//! another look.

use crate::calendar::names;
use crate::calendar::stretch::{Grain, Season};
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;
use std::sync::LazyLock;

/// The words, one a line, sorted by bytes, each with the name of its class.
const WORDS: &str = include_str!("vocabulary.txt");

/// Letters of the longest word of the vocabulary.
const LONGEST: usize = 13;

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

/// A part of the day, as TIMEX3 writes it after `T`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
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
    /// "Q3"; "H1" and "H2" are five and six.
    Quarter(u8),
    /// "FY2024", "FY24": the year
    FiscalYear(u16),
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
    /// "all", of "all day"
    All,
    Now,
    /// "currently", "nowadays", "presently"
    Currently,
    Recently,
    Previously,
    Soon,
    /// A word that says how often, with its unit: "daily".
    Often(Unit),
    /// "bi", "biweekly", "semiannual": every second, or every half
    Bi,
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

/// Read when first needed.
static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);

/// The words with their classes, by their first letter.
struct Vocabulary {
    words: Vec<(&'static str, Lex)>,
    /// Where the words of each letter from a to z begin, and where the last end.
    letters: [usize; 27],
}

impl Vocabulary {
    /// Reads the list: some three hundred words, in microseconds.
    fn new() -> Self {
        let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
        let words: Vec<_> = lines
            .filter_map(|line| line.split_once('\t'))
            .map(|(word, name)| (word, class(name).unwrap_or(Lex::None)))
            .collect();
        let mut letters = [words.len(); 27];
        for (letter, from) in (b'a'..=b'z').zip(&mut letters) {
            *from = words.partition_point(|(word, _)| word.as_bytes().first().is_some_and(|&first| first < letter));
        }
        Self { words, letters }
    }

    /// The class of a word.
    fn class(&self, word: &str) -> Lex {
        let first = word.bytes().next().unwrap_or(0).to_ascii_lowercase();
        if !first.is_ascii_lowercase() || word.len() > LONGEST {
            return Lex::None;
        }

        let letter = usize::from(first - b'a');
        let words = &self.words[self.letters[letter]..self.letters[letter + 1]];
        let listed = words.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|&(_, class)| class);
        listed.or_else(|| calendar_name(word)).unwrap_or(Lex::None)
    }
}

/// The class of a month's or a weekday's name.
fn calendar_name(word: &str) -> Option<Lex> {
    if let Some(month) = names::month(word) {
        // in lower case too: which of them are other words is for the grammar to say
        return u8::try_from(month).ok().map(Lex::Month);
    }
    // "sun" and "sat" are other words
    if !is_capitalised(word) && !names::is_full(word.strip_suffix('s').unwrap_or(word)) {
        return None;
    }
    let days = |weekday: chrono::Weekday| weekday.num_days_from_monday() as u8;
    let plural = || word.strip_suffix(['s', 'S']).filter(|name| names::is_full(name)).and_then(names::weekday);
    names::weekday(word).map(|day| Lex::Weekday(days(day))).or_else(|| plural().map(|day| Lex::Weekdays(days(day))))
}

/// The class of every token of `text`.
pub(super) fn classes(text: &Text<'_>) -> Vec<Lex> {
    let vocabulary = &*VOCABULARY;
    text.tokens
        .iter()
        .map(|&token| match token.kind {
            Kind::Word | Kind::Initials => {
                let word = text.str(token);
                fiscal_year(word).map_or_else(|| vocabulary.class(word), Lex::FiscalYear)
            }
            Kind::Number if text.str(token) == "½" => Lex::Half,
            Kind::Number => Lex::Digits,
            _ => Lex::None,
        })
        .collect()
}

/// The year of "FY2024" or "FY24".
fn fiscal_year(word: &str) -> Option<u16> {
    let digits = word.strip_prefix("FY").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    match digits.len() {
        2 => digits.parse::<u16>().ok().map(|year| 2000 + year),
        4 => digits.parse().ok(),
        _ => None,
    }
}

/// The unit that `name` names in the list.
fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "fortnight" => Unit::Fortnight,
        "millennium" => Unit::Millennium,
        "day" => Unit::Calendar(Grain::Day),
        "week" => Unit::Calendar(Grain::Week),
        "weekend" => Unit::Calendar(Grain::Weekend),
        "month" => Unit::Calendar(Grain::Month),
        "quarter" => Unit::Calendar(Grain::Quarter),
        "year" => Unit::Calendar(Grain::Year),
        "decade" => Unit::Calendar(Grain::Decade),
        "century" => Unit::Calendar(Grain::Century),
        _ => return None,
    })
}

fn season(name: &str) -> Option<Season> {
    Some(match name {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "fall" => Season::Fall,
        "autumn" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

fn part(name: &str) -> Option<Part> {
    Some(match name {
        "morning" => Part::Morning,
        "afternoon" => Part::Afternoon,
        "evening" => Part::Evening,
        "night" => Part::Night,
        "day" => Part::Day,
        _ => return None,
    })
}

/// The class that `name` names in the list: a word, and for some what of it.
fn class(name: &str) -> Option<Lex> {
    let (name, of) = name.split_once(' ').unwrap_or((name, ""));
    let number = || of.parse::<u8>().ok();
    Some(match name {
        "unit" => Lex::Unit(unit(of)?),
        "units" => Lex::Units(unit(of)?),
        "often" => Lex::Often(unit(of)?),
        "season" => Lex::Season(season(of)?),
        "seasons" => Lex::Seasons(season(of)?),
        "part" => Lex::Part(part(of)?),
        "parts" => Lex::Parts(part(of)?),
        "small" => Lex::Small(number()?),
        "tens" => Lex::Tens(number()?),
        "ordinal" => Lex::Ordinal(number()?),
        "decade" => Lex::Decade(number()?),
        "quarter" => Lex::Quarter(number()?),
        name => plain(name)?,
    })
}

/// A class that is named by one word.
fn plain(name: &str) -> Option<Lex> {
    PLAIN.iter().find(|(known, _)| *known == name).map(|&(_, class)| class)
}

/// The classes that are named by one word.
const PLAIN: [(&str, Lex); 89] = [
    ("a", Lex::A),
    ("about", Lex::About),
    ("after", Lex::After),
    ("ago", Lex::Ago),
    ("all", Lex::All),
    ("am", Lex::Am),
    ("and", Lex::And),
    ("another", Lex::Another),
    ("as", Lex::As),
    ("at", Lex::At),
    ("before", Lex::Before),
    ("bi", Lex::Bi),
    ("christmas", Lex::Christmas),
    ("coming", Lex::Coming),
    ("couple", Lex::Couple),
    ("current", Lex::Current),
    ("currently", Lex::Currently),
    ("dozen", Lex::Dozen),
    ("earlier", Lex::Earlier),
    ("early", Lex::Early),
    ("easter", Lex::Easter),
    ("end", Lex::End),
    ("every", Lex::Every),
    ("feast", Lex::Feast),
    ("few", Lex::Few),
    ("fiscal", Lex::Fiscal),
    ("following", Lex::Following),
    ("from", Lex::From),
    ("full", Lex::Full),
    ("future", Lex::Future),
    ("half", Lex::Half),
    ("hence", Lex::Hence),
    ("hundred", Lex::Hundred),
    ("in", Lex::In),
    ("last", Lex::Last),
    ("late", Lex::Late),
    ("later", Lex::Later),
    ("latest", Lex::Latest),
    ("least", Lex::Least),
    ("less", Lex::Less),
    ("long", Lex::Long),
    ("many", Lex::Many),
    ("mid", Lex::Mid),
    ("middle", Lex::Middle),
    ("midnight", Lex::Midnight),
    ("million", Lex::Million),
    ("more", Lex::More),
    ("most", Lex::Most),
    ("near", Lex::Near),
    ("next", Lex::Next),
    ("noon", Lex::Noon),
    ("now", Lex::Now),
    ("oclock", Lex::Oclock),
    ("of", Lex::Of),
    ("on", Lex::On),
    ("once", Lex::Once),
    ("or", Lex::Or),
    ("other", Lex::Other),
    ("overnight", Lex::Overnight),
    ("past", Lex::Past),
    ("period", Lex::Period),
    ("pm", Lex::Pm),
    ("possessive", Lex::Possessive),
    ("previous", Lex::Previous),
    ("previously", Lex::Previously),
    ("recent", Lex::Recent),
    ("recently", Lex::Recently),
    ("right", Lex::Right),
    ("same", Lex::Same),
    ("scores", Lex::Scores),
    ("several", Lex::Several),
    ("so", Lex::So),
    ("soon", Lex::Soon),
    ("start", Lex::Start),
    ("than", Lex::Than),
    ("thanksgiving", Lex::Thanksgiving),
    ("that", Lex::That),
    ("the", Lex::The),
    ("these", Lex::These),
    ("this", Lex::This),
    ("those", Lex::Those),
    ("thousand", Lex::Thousand),
    ("to", Lex::To),
    ("today", Lex::Today),
    ("tomorrow", Lex::Tomorrow),
    ("tonight", Lex::Tonight),
    ("up", Lex::Up),
    ("while", Lex::While),
    ("yesterday", Lex::Yesterday),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_class_and_is_found() {
        let vocabulary = Vocabulary::new();
        let lines: Vec<_> = WORDS.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.is_sorted_by(|a, b| a.split('\t').next() < b.split('\t').next()));
        for line in lines {
            let (word, name) = line.split_once('\t').unwrap();
            let known = class(name).unwrap_or_else(|| panic!("{word} has the unknown class {name}"));
            let mut letters = word.chars();
            let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            assert_eq!(vocabulary.class(&capital), known, "{word}");
            assert!(word.len() <= LONGEST, "{word}");
        }
    }

    #[test]
    fn words_of_no_class() {
        let vocabulary = Vocabulary::new();
        for word in ["sun", "sat", "mon", "ferry", "Élan", "approximatelyx", "7", ""] {
            assert_eq!(vocabulary.class(word), Lex::None, "{word}");
        }
        assert_eq!(vocabulary.class("O’CLOCK"), Lex::Oclock);
    }

    #[test]
    fn names_of_the_calendar() {
        let vocabulary = Vocabulary::new();
        for (word, class) in [
            ("Sept", Lex::Month(9)),
            ("may", Lex::Month(5)),
            ("Thurs", Lex::Weekday(3)),
            ("SUNDAYS", Lex::Weekdays(6)),
            ("Suns", Lex::None),
            ("Aprils", Lex::None),
        ] {
            assert_eq!(vocabulary.class(word), class, "{word}");
        }
    }
}
