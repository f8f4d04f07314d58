//! What matches have in common with the calendar: quarters, clocks and seconds that are none of its own.
//!
//! `12 points in the third quarter` · `at 7:14 of the first period` · `four wins, three seconds and two thirds`

use super::grammar::Grammar;
use super::lexicon::Lex;
use crate::text::words::{WordList, word_list};

/// Words of match reports; `business` after those of companies' reports.
static GAMES: WordList = word_list!("games.txt");

/// Words of the game that tell a match report, where words of business are fewer.
const ENOUGH: usize = 3;

/// How near a word of the game makes a quarter one of the match, in tokens.
const NEAR: usize = 8;

impl Grammar<'_> {
    /// Whether the quarter in tokens `at..end` is one of a match: words of the game are around it, or the story reports
    /// on one.
    pub(super) fn is_of_match(self, at: usize, end: usize) -> bool {
        // "in the third quarter of the game"
        if self.lex(end) == Lex::Of && self.is_any(end + 2, &["game", "match", "final"]) {
            return true;
        }
        let near = (at.saturating_sub(NEAR).max(self.start)..at).chain(end..(end + NEAR).min(self.limit));
        let (game, business) = count(near.filter_map(|near| GAMES.get(self.str(near))));
        if business == 0 { game > 0 || self.reports_match() } else { false }
    }

    /// Whether the clock time in tokens `at..end` is the match's: "at 7:14 of the first period".
    pub(super) fn is_match_clock(self, at: usize, end: usize) -> bool {
        let period = self.lex(end) == Lex::Of
            && self.lex(end + 1) == Lex::The
            && (self.ordinal(end + 2).is_some() || self.is_any(end + 2, &["opening", "final", "game", "match"]));
        // nothing is fixed for fourteen past: "scored at 7:14"
        let odd = self.is_mark(at + 1, ':') && !self.str(end - 1).ends_with(['0', '5']);
        period || odd && self.reports_match()
    }

    /// Whether the "seconds" after the number at `at` are places: "four wins, three seconds", "two seconds and a third".
    pub(super) fn are_places(self, at: usize, seconds: usize) -> bool {
        let joins = |at: usize| self.is_mark(at, ',') || self.lex(at) == Lex::And;
        let won = joins(at.wrapping_sub(1)) && self.is_any(at.wrapping_sub(2), &["win", "wins", "victories"]);
        let thirds = joins(seconds + 1) && (seconds + 2..seconds + 4).any(|at| self.is_any(at, &["third", "thirds"]));
        self.is(seconds, "seconds") && (won || thirds)
    }

    /// Whether the story reports on a match.
    fn reports_match(self) -> bool {
        *self.match_report.get_or_init(|| {
            let (game, business) = count(self.text.tokens.iter().filter_map(|&token| GAMES.get(self.text.str(token))));
            game >= ENOUGH && game > business
        })
    }
}

/// How many of the values found in the list are of the game, and how many of business.
fn count(found: impl Iterator<Item = &'static str>) -> (usize, usize) {
    found.fold(
        (0, 0),
        |(game, business), kind| if kind.is_empty() { (game + 1, business) } else { (game, business + 1) },
    )
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn quarters_of_a_match_are_none_of_the_year() {
        check(
            "2024-05-15",
            &[
                ("The Herons led by 10 points at the end of the first quarter, the coach said.", ""),
                ("Orr threw a touchdown pass in the fourth quarter. Hale had ten rebounds.", ""),
                (
                    "The Herons beat the Gulls. Orr had nine rebounds and six assists and scored twice. They trailed after the second quarter.",
                    "",
                ),
                ("Profit rose in the first quarter, analysts said.", "the first quarter=2024-Q1"),
                (
                    "The club’s striker scored twice and its coach left. Revenue, income and sales fell, and so did its dividend. The board met at noon, as it does each year, and the town was glad of what it did in the first quarter.",
                    "noon=2024-05-15T12:00 | each year=P1Y | the first quarter=2024-Q1",
                ),
                (
                    "The club, whose coach left, posted revenue and profit of $3 million and sales of five. It paid a dividend in the first quarter.",
                    "the first quarter=2024-Q1",
                ),
            ],
        );
    }

    #[test]
    fn the_clock_of_a_match_is_none_of_the_day() {
        check(
            "2024-05-15",
            &[
                ("Orr scored at 7:14 of the first period and Hale with 2:31 left.", ""),
                (
                    "Orr scored at 7:14 and had two assists; the goaltender was hurt. It began at 19:30.",
                    "19:30=2024-05-15T19:30",
                ),
                ("He came at 9, and at 10:30 left the house.", "10:30=2024-05-15T10:30"),
                ("The fire broke out at 7:14 and was out at 19:56.", "7:14=2024-05-15T07:14 | 19:56=2024-05-15T19:56"),
            ],
        );
    }

    #[test]
    fn places_are_no_seconds() {
        check(
            "2024-05-15",
            &[
                ("She has four wins, three seconds and two thirds.", ""),
                ("The mare had two seconds and a third.", ""),
                ("The mare has two wins, three seconds in nine starts.", ""),
                ("It burnt for three seconds and a bit.", "three seconds=PT3S"),
                ("In the first three seconds it spread.", "the first three seconds=PT3S"),
                ("It came seven seconds after the third goal.", "seven seconds=PT7S"),
            ],
        );
    }
}
