//! Present tenses that stand for the future, and base forms that look like past ones.
//!
//! `the bridge reopens on Friday` · `staff are walking out in May` · `may step down on Monday` · `results are
//! published on Thursday` · `likely to cut rates in June` (Quirk et al. 1985, 4.41 to 4.48)

use super::grammar::Grammar;
use super::lexicon::Lex;
use super::tense::{REACH, SPEECH, Way};
use crate::text::words::{WordList, word_list};

/// Words of the present that point ahead, each with its kind: `modal`, `arranged`, `timetabled`, `told`; after `timetabled`,
/// where it is a noun too, the words one of which must come next; `event` where nothing else tells.
static PRESENT: WordList = word_list!("present.txt");

/// What is done on a set day: "results are published on Thursday".
const DONE_ON_A_DAY: &[&str] = &[
    "shut",
    "closed",
    "lifted",
    "sworn",
    "crowned",
    "installed",
    "sentenced",
    "elected",
    "celebrated",
    "observed",
    "auctioned",
    "televised",
    "published",
    "held",
    "released",
    "announced",
    "unveiled",
    "launched",
    "opened",
    "staged",
    "buried",
    "inaugurated",
    "broadcast",
    "screened",
    "shown",
    "played",
    "contested",
    "decided",
];

/// Words after which a noun comes sooner than a verb: "new rules on Friday".
const BEFORE_NOUNS: &[&str] = &["at", "by", "for", "from", "her", "his", "its", "more", "new", "no", "their", "with"];

/// Subjects of base forms that do not end in -s: plurals, and bodies of several that some English has as plurals, "the
/// club play Rovers".
const MANY: &[&str] = &[
    "band",
    "board",
    "club",
    "council",
    "crew",
    "family",
    "government",
    "men",
    "party",
    "people",
    "police",
    "side",
    "squad",
    "staff",
    "team",
    "they",
    "thousands",
    "voters",
    "we",
    "who",
    "women",
    "you",
];

/// Past forms that are base forms too.
const UNCHANGED: [&str; 15] = [
    "beat", "bet", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "set", "shut", "split",
    "spread",
];

impl Grammar<'_> {
    /// The way into the future, where a present tense at `at` stands for it.
    pub(super) fn present_for_future(self, at: usize) -> Option<Way> {
        // most words are done with here
        let mut told = PRESENT.get(self.str(at))?.split(' ');
        let kind = told.next().unwrap_or("");
        let modal = kind == "modal" && !self.is_capitalised(at);
        // "may have left", "should not have left"
        let perfect = || (at + 1..=at + 3).any(|next| self.is(next, "have"));
        // "could not be found", "could give no reason" tell of the past as often
        if self.is(at, "could") && (at + 1..=at + 3).any(|next| self.is_any(next, &["not", "be", "no", "only"])) {
            return None;
        }
        if modal && self.is_word(at + 1) {
            return (!perfect()).then_some(Way::Ahead);
        }
        if kind == "told" && self.begins(at) {
            return Some(Way::Ahead);
        }
        if kind == "timetabled" {
            // "had been scheduled to expire": what comes before the infinitive decides
            let noun = matches!(self.before(at), Lex::The | Lex::A | Lex::Possessive | Lex::This | Lex::Of | Lex::To)
                // "had run out in May", "has come into force"
                || self.follows(at, &["both", "has", "have", "had", "did"])
                || self.lex(at.wrapping_sub(1)) == Lex::And && self.is_any(at, &["ends", "end", "returns", "return"]);
            let mut after = told.peekable();
            let named = after.peek().is_none()
                || after.any(|word| self.is(at + 1, word))
                || self.is_any(at, &["ends", "end"]) && matches!(self.lex(at + 1), Lex::Weekday(_) | Lex::Month(_));
            return (named && !noun).then_some(Way::Ahead);
        }
        (kind == "arranged" && self.is_of_present(at)).then_some(Way::Ahead)
    }

    /// Whether token `at` is the simple present of what is done on a set day: "the court rules on Friday", "they play
    /// Rovers on Sunday". As many are nouns too, a verb in -s has a word before it that opens no noun phrase, and a base
    /// form has a plural. Captions tell in the present of what is past.
    pub(super) fn is_event(self, at: usize) -> bool {
        let kind = PRESENT.get(self.str(at)).and_then(|told| told.split(' ').next());
        if !matches!(kind, Some("event" | "timetabled")) || self.caption || self.is_capitalised(at) || at == self.start
        {
            return false;
        }
        let subject = self.str(at - 1);
        if self.str(at).ends_with('s') {
            let opens = matches!(
                self.lex(at - 1),
                Lex::The | Lex::A | Lex::Possessive | Lex::This | Lex::That | Lex::Of | Lex::To | Lex::In | Lex::On
            ) || self.is_any(at - 1, BEFORE_NOUNS);
            return self.is_word(at - 1) && !opens;
        }
        subject.ends_with('s') && subject.len() > 2 && !self.is_any(at - 1, &["has", "was", "does", "this", "its"])
            || self.is_any(at - 1, MANY)
    }

    /// Whether an event in the present tense comes before the expression at `from`, in its clause and before any speech.
    pub(super) fn has_event(self, from: usize) -> bool {
        // "despite the July agreement"
        if matches!(self.before(from), Lex::The | Lex::A | Lex::Possessive) {
            return false;
        }
        (1..=REACH)
            .map_while(|step| from.checked_sub(step).filter(|&at| at >= self.start && !self.ends_clause(at)))
            .take_while(|&at| !self.is_any(at, &SPEECH))
            .any(|at| self.is_event(at))
    }

    /// Whether one comes after an expression that opens its sentence and ends before `to`.
    pub(super) fn has_event_after(self, to: usize) -> bool {
        (to..to + REACH).take_while(|&at| at < self.limit && !self.ends_clause(at)).any(|at| self.is_event(at))
    }

    /// Whether nothing after `to` can be the verb of a noun before the expression: "the court rules on Friday on the appeal".
    pub(super) fn closes_clause(self, to: usize) -> bool {
        to >= self.limit
            || !self.is_word(to)
            || matches!(self.lex(to), Lex::To | Lex::In | Lex::At | Lex::And | Lex::On)
            || self.is_any(to, &["for", "with", "as", "when", "after", "before", "but", "while"])
    }

    /// Whether the participle at `at` tells of a day to come: "are published on Thursday", "is being held in May".
    pub(super) fn is_done_on_a_day(self, at: usize) -> bool {
        if self.follows(at, &["being"]) {
            return self.is_of_present(at - 1);
        }
        self.is_any(at, DONE_ON_A_DAY) && self.is_of_present(at)
    }

    /// Whether "is" or "are" comes right before token `at`, or before a "not" there.
    fn is_of_present(self, at: usize) -> bool {
        let be = at.wrapping_sub(1 + usize::from(self.follows(at, &["not", "also", "now"])));
        at > self.start && self.is_any(be, &["is", "are", "'re", "’re"])
    }

    /// Whether token `at` is a base form, though it looks like a past one: "likely to cut", "will put".
    pub(super) fn is_base_form(self, at: usize) -> bool {
        const BEFORE: [&str; 13] = [
            "will", "would", "can", "could", "may", "might", "must", "should", "shall", "not", "does", "did", "didn't",
        ];
        self.is_any(at, &UNCHANGED) && (self.before(at) == Lex::To || self.follows(at, &BEFORE))
    }

    /// Whether "to be" at `to` belongs to what had been planned and came to nothing: "had been due to be played".
    pub(super) fn had_been_planned(self, to: usize) -> bool {
        self.follows(to, &["due", "set", "scheduled", "expected", "supposed", "meant"])
            && self.follows(to - 1, &["been"])
            && (self.follows(to - 2, &["had"]) || self.follows(to - 2, &["not"]))
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn what_is_planned_lies_ahead() {
        // a Wednesday
        check(
            "2024-05-15",
            &[
                // the one verb there is
                ("The court rules on Monday.", "Monday=2024-05-20"),
                ("The mayor announced new rules on Monday.", "Monday=2024-05-13"),
                ("New rules on Monday shut the quay.", "Monday=2024-05-13"),
                ("The mayor, who resigns on Monday, is ill.", "Monday=2024-05-20"),
                ("They host Rovers on Monday.", "Monday=2024-05-20"),
                ("The club play Rovers on Monday.", "Monday=2024-05-20"),
                ("The mayor turns 80 on Monday.", "Monday=2024-05-20"),
                ("His walk on Monday was short.", "Monday=2024-05-13"),
                ("They beat the hosts on Monday.", "Monday=2024-05-13"),
                ("The country votes in October.", "October=2024-10"),
                ("Exports face a slump despite the October deal.", "October=2023-10"),
                ("The firm releases its figures on Monday.", "Monday=2024-05-20"),
                ("Sales of its releases fell on Monday.", "Monday=2024-05-13"),
                ("The bridge reopens on Monday.", "Monday=2024-05-20"),
                ("The lease ends in August.", "August=2024-08"),
                ("Schools close on Friday and reopen in September.", "Friday=2024-05-17 | September=2024-09"),
                ("The firm lost at both ends in August.", "August=2023-08"),
                ("The ban runs out on Monday.", "Monday=2024-05-20"),
                ("The ban had run out on Monday.", "Monday=2024-05-13"),
                (
                    "Voters go to the polls on Monday; new rules come into force in June.",
                    "Monday=2024-05-20 | June=2024-06",
                ),
                ("Staff are walking out on Monday.", "Monday=2024-05-20"),
                ("Staff were walking out on Monday.", "Monday=2024-05-13"),
                ("Police are investigating a fire on Monday.", "Monday=2024-05-13"),
                ("Launched in June, it is tackling theft.", "June=2023-06"),
                ("Monday's talks might not have failed.", "Monday=2024-05-13"),
                ("Friday's talks may end the strike.", "Friday=2024-05-17"),
                ("Tuesday's talks may end the strike.", "Tuesday=2024-05-14"),
                ("The mayor may step down on Monday.", "Monday=2024-05-20"),
                ("The mayor may have stepped down on Monday.", "Monday=2024-05-13"),
                ("They can't leave before Monday.", "Monday=2024-05-20"),
                ("Figures are published on Monday.", "Monday=2024-05-20"),
                ("The parade is being held in June.", "June=2024-06"),
                ("The parade was being held in June.", "June=2023-06"),
                ("The bank is likely to cut its rates in June.", "June=2024-06"),
                ("The bank cut its rates in June.", "June=2023-06"),
                ("The board will shut the pier on Monday.", "Monday=2024-05-20"),
                ("The board shut the pier on Monday.", "Monday=2024-05-13"),
                ("The firm is likely to split in June.", "June=2024-06"),
                ("The match had been due to be played on Monday.", "Monday=2024-05-13"),
                ("The ban has stood since Friday.", "Friday=2024-05-10"),
                ("Register on Monday. Join us in August.", "Monday=2024-05-20 | August=2024-08"),
                ("The deadline is June 3.", "June 3=2024-06-03"),
            ],
        );
    }
}
