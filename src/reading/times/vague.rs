//! Grammar: past, present and future without a date (TIMEX3's `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`).
//!
//! `now` · `currently` · `recently` · `the recent sale` · `soon` · `the near future` · `in the past`

use super::grammar::Grammar;
use super::lexicon::Lex;
use super::meaning::{Found, Meaning};

const PAST: Meaning = Meaning::Reference("PAST_REF");
const PRESENT: Meaning = Meaning::Reference("PRESENT_REF");
const FUTURE: Meaning = Meaning::Reference("FUTURE_REF");

impl Grammar<'_> {
    /// A reference to past, present or future that begins at `at`.
    pub(super) fn vague(self, at: usize) -> Option<Found> {
        match self.lex(at) {
            Lex::Now | Lex::Currently | Lex::Current => Some(Found::new(at + 1, PRESENT)),
            Lex::Right if self.lex(at + 1) == Lex::Now => Some(Found::new(at + 2, PRESENT)),
            Lex::Long if self.lex(at + 1) == Lex::Ago => Some(Found::new(at + 2, PAST)),
            Lex::Recently | Lex::Recent if !self.follows(at, &["most", "more"]) => Some(Found::new(at + 1, PAST)),
            Lex::Soon => {
                let bound = self.is_any(at + 1, &["as", "after", "enough"]) || self.follows(at, &["as", "too", "how"]);
                // "soon became": ahead of the story's past, not of its date
                let told = self.is_past(at + 1) || self.follows(at, &["was", "were"]);
                (!bound && !told).then_some(Found::new(at + 1, FUTURE))
            }
            Lex::As if self.lex(at + 1) == Lex::Soon && self.lex(at + 2) == Lex::As && self.is(at + 3, "possible") => {
                Some(Found::new(at + 4, FUTURE))
            }
            Lex::Future if matches!(self.lex(at + 1), Lex::Units(_)) => Some(Found::new(at + 2, FUTURE)),
            Lex::A if self.lex(at + 1) == Lex::Later && self.is_any(at + 2, &["date", "time", "stage"]) => {
                Some(Found::new(at + 3, FUTURE))
            }
            // "at present"
            Lex::At if self.is(at + 1, "present") && !self.is_word(at + 2) => Some(Found::new(at + 2, PRESENT)),
            // "at the minute" is what "at the moment" is in Britain
            Lex::The
                if self.before(at) == Lex::At
                    && self.is_any(at + 1, &["moment", "minute"])
                    && self.ends_phrase(at + 2) =>
            {
                Some(Found::new(at + 2, PRESENT))
            }
            Lex::The
                if self.is(at + 1, "present")
                    && self.is_any(at + 2, &["time", "day"])
                    && self.before(at) != Lex::Of =>
            {
                Some(Found::new(at + 3, PRESENT))
            }
            // "will one day be": some day, not a day long
            Lex::Small(1)
                if self.is(at + 1, "day")
                    && self.is_any(at.wrapping_sub(1), &["will", "would", "may", "might", "could", "can", "ll"]) =>
            {
                Some(Found::new(at + 2, FUTURE))
            }
            // "the other day"; "the other day's work" is of another
            Lex::The if self.is(at + 1, "other") && self.is(at + 2, "day") && !self.is_possessive(at + 3) => {
                Some(Found::new(at + 3, PAST))
            }
            // "these days", not "these days of rain" or "in those days' papers"
            Lex::These | Lex::Those
                if self.is(at + 1, "days") && self.ends_phrase(at + 2) && !self.is_possessive(at + 2) =>
            {
                let now = self.lex(at) == Lex::These;
                (now || self.before(at) == Lex::In).then_some(Found::new(at + 2, if now { PRESENT } else { PAST }))
            }
            Lex::The => self.the_future(at),
            Lex::This if self.before(at) == Lex::At => {
                // "at this crucial moment"
                let noun = at + 1 + usize::from(self.lex(at + 1) == Lex::None && self.is(at + 2, "moment"));
                let time = self.is(noun, "time") && self.ends_phrase(noun + 1);
                (time || self.is_any(noun, &["moment", "point"])).then_some(Found::new(noun + 1, PRESENT))
            }
            _ => None,
        }
    }

    /// Whether a noun phrase may end before `at`: no noun or number follows.
    pub(super) fn ends_phrase(self, at: usize) -> bool {
        const NEXT: [&str; 22] = [
            "it", "he", "she", "they", "we", "i", "you", "has", "have", "had", "was", "were", "is", "are", "that",
            "for", "when", "while", "the", "this", "but", "because",
        ];
        !self.is_word(at) && self.lex(at) != Lex::Digits
            || self.is_any(at, &NEXT)
            || matches!(self.lex(at), Lex::And | Lex::Or | Lex::To)
    }

    /// Whether "the future" from `at` to `end` is what becomes of something and no time: "the future of
    /// the port", "The future looks bright", "an approach to the future".
    fn is_prospects(self, at: usize, end: usize) -> bool {
        const VERBS: [&str; 9] = ["looks", "looked", "seems", "holds", "is", "was", "belongs", "lies", "remains"];
        let opens = self.begins(at) || self.before(at) == Lex::And || self.follows(at, &["but", "that", ",", "while"]);
        let subject = opens && self.is_any(end, &VERBS);
        subject || self.lex(end) == Lex::Of || self.before(at) == Lex::To || self.is(end, "generations")
    }

    /// "the near future", "the past", "the short term".
    fn the_future(self, at: usize) -> Option<Found> {
        let near = at + 1 + usize::from(self.lex(at + 1) == Lex::Near || self.is(at + 1, "not-too-distant"));
        match self.lex(near) {
            Lex::Future if near == at + 1 && self.is_prospects(at, near + 1) => None,
            Lex::Future => Some(Found::new(near + 1, FUTURE)),
            Lex::Past if self.follows(at, &["in", "of", "from"]) && self.ends_phrase(near + 1) => {
                Some(Found::new(near + 1, PAST))
            }
            _ if self.is_any(at + 1, &["near", "short"])
                && self.is(at + 2, "term")
                && self.follows(at, &["in", "of", "for", "over"]) =>
            {
                Some(Found::new(at + 3, FUTURE))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn past_present_and_future() {
        check(
            "2024-05-15",
            &[
                ("Right now, and currently, it is shut.", "Right now=PRESENT_REF | currently=PRESENT_REF"),
                ("These days it is shut; in those days it was not.", "These days=PRESENT_REF | those days=PAST_REF"),
                ("After these days of rain, those days’ papers were wet.", ""),
                ("It was sold recently, after the recent storm.", "recently=PAST_REF | recent=PAST_REF"),
                (
                    "It will soon open, in the near future, as soon as possible.",
                    "soon=FUTURE_REF | the near future=FUTURE_REF | as soon as possible=FUTURE_REF",
                ),
                ("In the past it was shut; it will one day open.", "the past=PAST_REF | one day=FUTURE_REF"),
                // what becomes of something is no time
                ("The future of the port is dark, but the future looks bright.", ""),
                (
                    "In the future it will open; he worries about the future.",
                    "the future=FUTURE_REF | the future=FUTURE_REF",
                ),
                (
                    "He left at this crucial moment and not at this point.",
                    "this crucial moment=PRESENT_REF | this point=PRESENT_REF",
                ),
                (
                    "At the moment it is shut, at this time and at the present time; at the minute he is well.",
                    "the moment=PRESENT_REF | this time=PRESENT_REF | the present time=PRESENT_REF | the minute=PRESENT_REF",
                ),
                ("At this time of year, at the moment of the blast, it is cold.", ""),
                // ahead of what is told, not of the telling
                ("It soon became a mill, as soon as he left.", ""),
            ],
        );
    }
}
