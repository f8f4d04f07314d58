//! The shape of a row: its length, its case, its marks, and whether it reads as running text.

use crate::layout::rows::Row;
use crate::layout::{counters, is_invisible};
use crate::text::Text;
use crate::text::given;
use crate::text::tokens::Kind;
use crate::text::words::{is_all_caps, is_capitalised};

use super::wording::FUNCTION;

/// What a row looks like.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Shape {
    pub(crate) chars: usize,
    pub(crate) words: usize,
    pub(crate) capitalised: usize,
    /// Small words that running text is full of.
    pub(crate) function: usize,
    pub(crate) first: char,
    pub(crate) last: char,
    /// Ends of sentences inside the row.
    pub(crate) stops: usize,
    pub(crate) commas: usize,
    pub(crate) quotes: bool,
    pub(crate) said: bool,
    /// Whether it speaks of its writer: I, my.
    pub(crate) says_i: bool,
    /// Whether it speaks to its reader: you, your.
    pub(crate) says_you: bool,
    /// Whether it speaks for its publisher, or for everybody: we, our.
    pub(crate) says_we: bool,
    pub(crate) year: bool,
    pub(crate) pipe: bool,
    pub(crate) dash: bool,
    pub(crate) arrow: bool,
    pub(crate) all_caps: bool,
    /// A few words and a colon, with more after it.
    pub(crate) colon_label: bool,
    /// The same in capitals: who speaks.
    pub(crate) speaker: bool,
    pub(crate) list_number: bool,
    /// Running text: long, with the end of a sentence and its share of small words.
    pub(crate) prose: bool,
    /// A sentence that is too short to be sure.
    pub(crate) weak_prose: bool,
    /// Whether it has the length of a headline and does not lead on to something.
    pub(crate) like_headline: bool,
    pub(crate) url_whole: bool,
    pub(crate) url_inside: bool,
    pub(crate) handle: bool,
    /// Whether it is the name of a file.
    pub(crate) file_name: bool,
    /// Whether it says how good something is: stars, points out of ten.
    pub(crate) rating: bool,
    /// The count that the row is.
    pub(crate) number: Option<u64>,
    /// Whether its first word is a given name.
    pub(crate) given: bool,
    /// Whether it begins with several words in capitals and goes on in small letters.
    pub(crate) kicker: bool,
}

impl Shape {
    /// The shape of one row by itself.
    pub(super) fn of(text: &Text<'_>, row: &Row) -> Self {
        let slice = text.slice(row.span);
        let mut shape = Self {
            chars: slice.chars().count(),
            first: slice.chars().find(|&c| shows(c)).unwrap_or(' '),
            last: slice.chars().next_back().unwrap_or(' '),
            all_caps: is_all_caps(slice),
            number: counters::value(slice),
            ..Self::default()
        };
        shape.count(text, row);
        shape.file_name = shape.chars <= 100 && is_file_name(slice);
        shape.rating = shape.chars <= 60 && is_rating(slice);
        shape.judge();
        shape.start(text, row);
        shape
    }

    /// Words and marks.
    fn count(&mut self, text: &Text<'_>, row: &Row) {
        for index in row.tokens.clone() {
            let token = text.tokens[index];
            let word = text.str(token);
            match token.kind {
                Kind::Word | Kind::Initials => {
                    self.words += 1;
                    self.capitalised += usize::from(is_capitalised(word));
                    self.function += usize::from(word.len() <= 7 && FUNCTION.has(word));
                    self.said |= matches!(word, "said" | "says" | "told" | "added");
                    self.says_i |= matches!(word, "I" | "my" | "My" | "me");
                    self.says_you |= matches!(word, "you" | "You" | "your" | "Your");
                    self.says_we |= matches!(word, "we" | "We" | "our" | "Our" | "us");
                }
                Kind::Number => self.year |= word.len() == 4 && (word.starts_with("19") || word.starts_with("20")),
                Kind::Url => self.url_inside = true,
                Kind::Mark => match word {
                    "." | "!" | "?" => {
                        let inner = index + 1 < row.tokens.end && text.tokens[index + 1].spaced;
                        self.stops += usize::from(inner && text.word(index + 1).is_some_and(is_capitalised));
                    }
                    "," => self.commas += 1,
                    "“" | "”" | "\"" => self.quotes = true,
                    "|" => self.pipe = true,
                    "-" | "–" | "—" if token.spaced => self.dash = true,
                    "›" | "»" | "→" | "▸" | ">" | "•" | "·" => self.arrow = true,
                    "@" => self.handle = true,
                    _ => {}
                },
                Kind::Clitic => {}
            }
        }
    }

    /// Whether the row reads as running text, or as a headline.
    fn judge(&mut self) {
        let sentence_end = matches!(self.last, '.' | '!' | '?' | '”' | '"' | '’' | '\'' | ')' | '…' | ':');
        let flowing = self.function * 5 >= self.words;
        // a single question is as likely a headline or a crosshead
        let question = self.last == '?' && self.stops == 0;
        self.prose = self.chars >= if question { 160 } else { 85 } && sentence_end && flowing && self.words >= 12;
        self.weak_prose = !self.prose
            && !question
            && self.chars >= 35
            && sentence_end
            && self.function * 6 >= self.words
            && self.words >= 6
            && self.last != ':';
        self.like_headline = (20..=180).contains(&self.chars) && self.words >= 4 && !matches!(self.last, ':' | ',');
    }

    /// How it begins.
    fn start(&mut self, text: &Text<'_>, row: &Row) {
        let (first, end) = (row.tokens.start, row.tokens.end);
        if row.tokens.is_empty() {
            return;
        }
        self.url_whole = text.tokens[first].kind == Kind::Url && row.tokens.len() <= 3;
        let colon = (first..end.min(first + 7)).find(|&index| text.is_mark(index, ':'));
        self.colon_label = colon.is_some_and(|at| at > first && at + 1 < end);
        self.speaker = colon.is_some_and(|at| {
            (first..at).all(|index| is_all_caps(text.str(text.tokens[index])) || text.tokens[index].kind == Kind::Mark)
        });
        let number = text.tokens[first].kind == Kind::Number;
        let marked = text.is_mark(first + 1, '.') || text.is_mark(first + 1, ')');
        self.list_number = number && marked && row.tokens.len() > 2;
        let words = || row.tokens.clone().filter(|&at| matches!(text.tokens[at].kind, Kind::Word | Kind::Initials));
        let Some(word) = words().next() else { return };
        self.given = text.word(word).is_some_and(|word| is_capitalised(word) && given::is_given(word));
        let capitals = words().take_while(|&index| is_all_caps(text.str(text.tokens[index]))).count();
        self.kicker = capitals >= 2 && self.words >= capitals + 4;
    }
}

/// Ends of the names of files that pages show.
const FILES: &[&str] = &["jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "pdf", "mp4", "mp3", "heic", "tif"];

/// Whether the slice is the name of a file: `harbour-wall_2031.jpg`, `IMG_2031`, `fish-market-1200x630`.
fn is_file_name(slice: &str) -> bool {
    if slice.contains(char::is_whitespace) || slice.contains(['@', '/', ':', '#']) {
        return false;
    }
    let (stem, end) = slice.rsplit_once('.').unwrap_or((slice, ""));
    if stem.len() >= 2 && FILES.iter().any(|file| end.eq_ignore_ascii_case(file)) {
        return true;
    }
    let joined = slice.bytes().filter(|byte| matches!(byte, b'_' | b'-')).count();
    let digits = slice.bytes().filter(u8::is_ascii_digit).count();
    let letters = slice.bytes().filter(u8::is_ascii_alphabetic).count();
    letters >= 2 && (joined >= 2 && digits >= 3 || slice.contains('_') && digits >= 2)
}

/// Whether the slice is a rating: `★★★☆☆`, `3/5`, `4 out of 5 stars`, `Rating: 7/10`.
fn is_rating(slice: &str) -> bool {
    if slice.contains(['★', '☆', '⭐']) {
        return true;
    }
    let lower = slice.to_ascii_lowercase();
    let of = |mark: &str| {
        lower.split_once(mark).is_some_and(|(points, most)| {
            let most = most.trim_end_matches(" stars");
            let label = points.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
            let labelled = label.is_empty() || label.trim_end().ends_with(':') || label.trim() == "rating";
            points.len() > label.len() && labelled && matches!(most, "5" | "10" | "100")
        })
    };
    of("/") || of(" out of ") || of(" / ")
}

/// Whether `c` shows at the start of a row, as a soft hyphen does not.
fn shows(c: char) -> bool {
    !(is_invisible(c) || c == '\u{ad}' || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files() {
        for name in
            ["harbour-wall.jpg", "IMG_2031", "fish-market-1200x630", "quay_2024-05-03.PNG", "chart-1.svg", "DSC_0042"]
        {
            assert!(is_file_name(name), "{name}");
        }
        for text in ["COVID-19", "Ferry", "a quay.jpg", "e-mail", "2019-20", "@ada_quill", "well-to-do", "echo.example"]
        {
            assert!(!is_file_name(text), "{text}");
        }
    }

    #[test]
    fn ratings() {
        for rating in ["★★★☆☆", "3/5", "4 out of 5 stars", "Rating: 7/10", "8.5 / 10", "Our verdict: 4/5"] {
            assert!(is_rating(rating), "{rating}");
        }
        for text in ["3/5/2024", "24/7", "Two out of 5 quays are shut", "5/12", "Stars: Ada Quill", "1 of 5"] {
            assert!(!is_rating(text), "{text}");
        }
    }
}
