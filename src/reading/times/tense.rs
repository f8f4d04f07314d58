//! Which way a bare weekday or month points: the tense of the nearest verb and the words around it.

use super::grammar::Grammar;
use super::intent::{ASKED, ATTENDS, CALLED_OFF, DECIDED, FULFILLED, IMPLICATIVE, LOOKS_FOR, PLANNED, PUT_OFF, SET};
use super::lexicon::Lex;
use crate::text::abbreviations::Abbreviation;
use crate::text::words::{WordList, word_list};

/// Simple past forms and participles that do not end in -ed.
static IRREGULAR: WordList = word_list!("irregular.txt");

/// Words that end in -ed and are no past forms.
const NOT_PAST: [&str; 5] = ["sacred", "hundred", "naked", "biased", "based"];

/// Words that set what they govern in the future.
static AHEAD: WordList = word_list!("ahead.txt");

/// Verbs of speech: they govern a date before or right after them, not the one that is spoken of.
pub(super) const SPEECH: [&str; 8] = ["said", "says", "say", "added", "told", "reported", "noted", "according"];

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Before the story's date.
    Back,
    /// After it.
    Ahead,
}

/// What tells which way an expression points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// The verb before it.
    Left,
    /// The verb after it.
    Right,
    /// Words right beside it: "by", "ahead of", "postponed until".
    Words,
    /// Nothing: the nearest is taken, or the last.
    Nothing,
}

/// How far a verb may be from the expression, in tokens.
pub(super) const REACH: usize = 14;

/// The same after an expression that opens its sentence: the verb of the sentence is the only one there is.
const REACH_OF_OPENING: usize = 28;

impl Grammar<'_> {
    /// Which way the words around the expression in tokens `from..to` point; `None` where none does.
    pub(super) fn way(self, from: usize, to: usize) -> Option<Way> {
        self.way_told(from, to).0
    }

    /// Which way, and what tells it.
    pub(super) fn way_told(self, from: usize, to: usize) -> (Option<Way>, Told) {
        // "Tuesday's vote": the time of the noun, which is mostly past
        let left = if self.is_possessive(to) { None } else { self.way_left(from) };
        if self.is_awaited(from, to) || self.is_put_ahead(from, to) {
            return (Some(Way::Ahead), Told::Words);
        }
        // what has lasted since then began in the past
        if self.follows(from, &["since"]) {
            return (Some(Way::Back), Told::Words);
        }
        // "by Friday", "until May": ahead, where no verb says otherwise
        let weak = self.follows(from, &["by", "until", "till", "through", "next"]).then_some(Way::Ahead);
        let left = if left == Some(Way::Back) && self.is_deadline(from, to) { weak } else { left };
        let opens = from > self.start && matches!(self.lex(from - 1), Lex::In | Lex::On) && self.begins(from - 1);
        if left.is_some() {
            return (left, Told::Left);
        }
        // "Until Friday, nobody had noticed"
        if weak.is_some() && self.begins(from - 1) && self.is_mark(to, ',') && self.is_over(to) {
            return (Some(Way::Back), Told::Right);
        }
        if !self.is_possessive(to) && self.closes_clause(to) && self.has_event(from) {
            return (Some(Way::Ahead), Told::Left);
        }
        // what lasts until then is not over when the next clause tells of the past
        if !opens && self.follows(from, &["until", "till", "through"]) {
            return (weak, Told::Words);
        }
        match self.way_right(to, opens, self.is_possessive(to)) {
            None if weak.is_some() => (weak, Told::Words),
            None if self.is_possessive(to) => (None, Told::Nothing),
            None if self.has_event(from) => (Some(Way::Ahead), Told::Left),
            None if opens && self.has_event_after(to) => (Some(Way::Ahead), Told::Right),
            None => (None, Told::Nothing),
            right => (right, Told::Right),
        }
    }

    /// Whether the words before the expression look ahead to it: "ahead of the weekend", "ahead of a vote on Monday",
    /// "doubtful for Saturday's match", "will miss Saturday's match", "cancelled Sunday's visit".
    fn is_awaited(self, from: usize, to: usize) -> bool {
        const NEAR: usize = 6;
        let near = |step: usize| from.checked_sub(step).filter(|&at| at >= self.start && !self.ends_clause(at));
        // "Waiting for the tram on Monday, she saw": what she waited for may be past
        let passing = |at: usize| self.follows(at, &["waiting"]) && self.begins(at - 1);
        let looks = |at: usize| {
            let beside = at + 1 == from;
            self.follows(at, LOOKS_FOR) && (beside || !passing(at)) || self.follows(at, &["return"]) && beside
        };
        let ahead = |at: usize| {
            self.lex(at) == Lex::Of && self.follows(at, &["ahead"])
                || self.lex(at) == Lex::To && self.follows(at, &["up", "forward", "countdown", "build-up", "lead-up", "run-up"])
                || self.is(at, "for") && looks(at)
                // "ruled out of Saturday's match"
                || self.lex(at) == Lex::Of && self.follows(at, &["out"]) && self.is_any(at.wrapping_sub(2), &["ruled", "is", "are", "be"])
        };
        let verbless = |at: &usize| self.verb(*at).is_none();
        if (1..=NEAR).map_while(near).take_while(verbless).any(ahead) {
            return true;
        }
        if !self.is_possessive(to) {
            return false;
        }
        // "Friday's summit has been cancelled"
        let off = |at: usize| self.is_any(at, CALLED_OFF) || self.is(at, "called") && self.is(at + 1, "off");
        if (to..to + REACH)
            .take_while(|&at| at < self.limit && !self.ends_clause(at) && !self.is_mark(at, ','))
            .any(|at| off(at) && self.is_any(at - 1, &["been", "was", "were", "is", "are"]))
        {
            return true;
        }
        let attends = |at: usize| self.is_any(at, ATTENDS);
        let with = |at: usize| matches!(self.lex(at), Lex::In | Lex::At);
        let verb = from.wrapping_sub(1 + usize::from(with(from.wrapping_sub(1))));
        let planned = |at: usize| {
            self.lex(at) == Lex::To
                || AHEAD.has(self.str(at))
                || self.is_any(at, &["would", "may", "might", "could", "must", "should", "can"])
        };
        verb != usize::MAX && self.follows(verb + 1, CALLED_OFF) && verb + 1 == from
            || verb > self.start
                && attends(verb)
                && (planned(verb - 1) || self.is_any(verb - 1, &["not", "also"]) && planned(verb.wrapping_sub(2)))
    }

    /// Whether the words before the expression set its day for something still to come: "postponed until Monday",
    /// "moved to May", "set a hearing for Friday", "a visit planned for Sunday".
    fn is_put_ahead(self, from: usize, to: usize) -> bool {
        const NEAR: usize = 8;
        let before = self.lex(from.wrapping_sub(1));
        let until = self.follows(from, &["until", "till"]);
        let words: &[&str] = match before {
            _ if self.is_possessive(to) => return false,
            _ if until => PUT_OFF,
            Lex::To => PUT_OFF,
            _ if self.follows(from, &["for"]) => SET,
            // "plan a walkout on Tuesday"
            Lex::On | Lex::In => &["plan", "plans", "planned", "planning"],
            _ => return false,
        };
        (2..=NEAR)
            .map_while(|step| from.checked_sub(step).filter(|&at| at >= self.start && !self.ends_clause(at)))
            .take_while(|&at| at + 2 >= from || !self.is_any(at, &[",", "which", "who", "that", "after", "when"]))
            .any(|at| {
                self.is_any(at, words)
                    && (!self.is(at, "put") || self.is(at + 1, "off"))
                    && (!matches!(before, Lex::On | Lex::In)
                        || self.lex(at + 1) == Lex::A && self.lex(at.wrapping_sub(1)) != Lex::The)
            })
    }

    /// Whether the weekday in `from..to` is one until which something lasts that is not over: "had until Friday",
    /// "gave them until Friday", and in what somebody is said to have said, where the verb is put back with the
    /// report: "it stood until Friday, he said on Tuesday" (Quirk et al. 1985, 14.31).
    fn is_deadline(self, from: usize, to: usize) -> bool {
        if !matches!(self.lex(from), Lex::Weekday(_)) || !self.follows(from, &["until", "till"]) {
            return false;
        }
        let near = |step: usize| (from - 1).checked_sub(step).filter(|&at| at >= self.start);
        // "we had until Friday": who tells their own story puts no verb back
        let own = self.follows(from - 1, &["had"]) && self.follows(from - 2, &["i", "we"]);
        let given = !own && self.follows(from - 1, &["had", "has", "have"])
            || (1..=6)
                .map_while(near)
                .take_while(|&at| !self.is_mark(at, ','))
                .any(|at| self.is_any(at, &["gave", "given", "giving", "gives"]));
        // the name between the comma and its verb: "Ada Orr, the harbour master, told reporters"
        let tagged = || {
            self.is_mark(to, ',')
                && (to + 1..to + REACH)
                    .take_while(|&at| at < self.limit && !self.ends_clause(at))
                    .find(|&at| self.is_any(at, &SPEECH))
                    .is_some_and(|verb| {
                        (verb..verb + 6)
                            .take_while(|&at| at < self.limit && !self.ends_clause(at))
                            .any(|at| matches!(self.lex(at), Lex::Weekday(_)))
                    })
        };
        given || tagged()
    }

    fn way_left(self, from: usize) -> Option<Way> {
        for step in 1..=REACH {
            let at = from.checked_sub(step).filter(|&at| at >= self.start && !self.ends_clause(at))?;
            if let Some(way) = self.verb(at).or_else(|| self.present_for_future(at)) {
                // "has lent them money through January", "is shut until Monday": what has begun ends later
                let been = at - usize::from(self.follows(at, &["been"]));
                let going_on = self.follows(been, &["has", "have", "is", "are", "remain", "remains", "stay", "stays"])
                    && self.is_past(at);
                let lasts = going_on && self.follows(from, &["until", "till", "through"]);
                let ahead = lasts || way == Way::Back && (self.is_backshifted(at) || self.is_decided(at, from));
                return Some(if ahead { Way::Ahead } else { way });
            }
            // "if they win on Saturday"; "the mayor, who resigns on Monday"
            let who = || self.follows(at, &["he", "she", "it", "they", "we", "you", "i", "who", "which"]);
            // "the party that lost in May elects a leader in June": with its object it is no noun
            let adjective = matches!(self.before(from), Lex::The | Lex::A | Lex::Possessive);
            let takes = || !adjective && matches!(self.lex(at + 1), Lex::The | Lex::A | Lex::Possessive | Lex::This);
            if self.is_any(at, &["if", "unless"]) || self.is_event(at) && (who() || takes()) {
                return Some(Way::Ahead);
            }
        }
        None
    }

    /// Whether what was decided with the verb at `verb` begins or ends on the day at `from`: "voted to strike from Monday".
    fn is_decided(self, verb: usize, from: usize) -> bool {
        self.follows(from, &["from", "by", "before"])
            && self.is_any(verb, DECIDED)
            && (verb + 1..from).any(|at| self.lex(at) == Lex::To)
    }

    /// Whether what comes after the expression and its comma is told as over: "Until Friday, nobody had noticed".
    fn is_over(self, to: usize) -> bool {
        (to..to + REACH)
            .take_while(|&at| at < self.limit && !self.ends_clause(at))
            .any(|at| self.is_any(at, &["had", "was", "were"]))
    }

    /// Whether the past form at `verb` stands for the future in what is reported: "they would vote when
    /// the council met on Monday" (Quirk et al. 1985, 14.31).
    fn is_backshifted(self, verb: usize) -> bool {
        let left = |from: usize, reach: usize| {
            (1..=reach)
                .map_while(move |step| from.checked_sub(step).filter(|&at| at >= self.start && !self.ends_clause(at)))
        };
        let clause = left(verb, 4).find(|&at| self.is_any(at, &["when", "once"]) || self.is_as_soon_as(at));
        clause.is_some_and(|clause| left(clause, REACH).any(|at| self.is_any(at, &["would", "likely"])))
    }

    /// Whether "as soon as" ends with token `at`.
    fn is_as_soon_as(self, at: usize) -> bool {
        self.lex(at) == Lex::As && self.before(at) == Lex::Soon
    }

    /// `named` where the expression belongs to a noun after it.
    fn way_right(self, to: usize, opens: bool, named: bool) -> Option<Way> {
        let reach = if opens { REACH_OF_OPENING } else { REACH };
        for at in to..to + reach {
            if at >= self.limit || self.ends_clause(at) {
                return None;
            }
            if self.is_any(at, &SPEECH) {
                // "Tuesday, he said": the day of what is said
                let comma = at > to && (to..at).any(|at| self.is_mark(at, ','));
                // "On Tuesday, the police said that": the day on which they did
                let says = opens && !self.is_mark(at + 1, ',');
                if comma && !says {
                    return None;
                }
                return Some(Way::Back);
            }
            if let Some(way) = self.verb(at) {
                return Some(way);
            }
            // "Monday's debate might change that" has been
            if let Some(way) = self.present_for_future(at).filter(|_| !named) {
                return Some(way);
            }
        }
        None
    }

    /// Whether a sentence or a part of one ends with token `at`.
    pub(super) fn ends_clause(self, at: usize) -> bool {
        if self.is_any(at, &[";", "?", "!", ":"]) {
            return true;
        }
        let before = at.wrapping_sub(1);
        self.is_mark(at, '.')
            && self.is_capitalised(at + 1)
            && self.str(before).chars().count() > 1
            && !Abbreviation::listed(self.str(before)).is_some_and(Abbreviation::goes_on)
            && !matches!(self.lex(before), Lex::Month(_))
    }

    /// What token `at` says of the time, where it is a finite verb or a word like "due".
    pub(super) fn verb(self, at: usize) -> Option<Way> {
        let word = self.str(at);
        // "it was hard to meet demand": nobody is met
        let fulfils = self.is(at, "meet") && self.is_any(at + 1, FULFILLED);
        // "failed to meet on Monday"
        let done = || self.lex(at.wrapping_sub(1)) == Lex::To && self.follows(at - 1, IMPLICATIVE);
        if AHEAD.has(word) && !fulfils && !done() {
            // "had been due": it has come to nothing since
            let over = self.follows(at, &["been"]) && self.is(at.wrapping_sub(2), "had");
            return Some(if over { Way::Back } else { Way::Ahead });
        }
        // "go on sale", "takes effect"
        let sale = self.is_any(at, &["go", "goes"])
            && self.lex(at + 1) == Lex::On
            && self.is_any(at + 2, &["sale", "show", "trial"]);
        if sale || self.is_any(at, &["take", "takes"]) && self.is_any(at + 1, &["effect", "place"]) {
            return Some(Way::Ahead);
        }
        // "the exhibition is open from Saturday"
        let state = self.is_any(at, &["is", "are"])
            && self
                .is_any(at + 1, &["open", "available", "out", "back", "off", "away", "free", "closed", "live", "here"])
            && (matches!(self.lex(at + 2), Lex::From | Lex::On | Lex::In | Lex::At)
                || self.is_any(at + 2, &["until", "till", "by"]));
        if state {
            return Some(Way::Ahead);
        }
        // "the match is on Saturday"
        if self.is_any(at, &["is", "are"])
            && !self.is_past(at + 1)
            && (matches!(self.lex(at + 1), Lex::On | Lex::At | Lex::In | Lex::Weekday(_) | Lex::Month(_))
                || self.lex(at + 1) == Lex::Digits && matches!(self.lex(at + 2), Lex::Month(_)))
        {
            return Some(Way::Ahead);
        }
        // "is to meet", "are set to vote"
        if self.lex(at) == Lex::To {
            // "urged them to vote", "told the council to meet"
            let asked = (2..=4).any(|step| at >= self.start + step && self.is_any(at - step, ASKED));
            let passive = self.follows(at, ASKED) && self.follows(at - 1, &["was", "were", "been"]);
            let planned = self.follows(at, PLANNED) || passive || asked && self.lex(at - 1) == Lex::None;
            let verb = self.is_word(at + 1)
                && !matches!(self.lex(at + 1), Lex::The | Lex::A | Lex::Possessive | Lex::This | Lex::That)
                && !self.is_capitalised(at + 1)
                && !self.is(at + 1, "have");
            return (planned && verb).then_some(Way::Ahead);
        }
        if self.is_done_on_a_day(at) {
            return Some(Way::Ahead);
        }
        if !self.is_past(at) {
            return None;
        }
        // "will be paid", "to be completed": the participle alone says nothing
        if self.follows(at, &["be"]) && at > self.start + 1 {
            let modal = at - 2;
            let ahead = AHEAD.has(self.str(modal))
                || self.lex(modal) == Lex::To
                || self.is_any(modal, &["not", "may", "must", "should", "can", "might"]);
            let over = self.had_been_planned(modal);
            return Some(if ahead && !over { Way::Ahead } else { Way::Back });
        }
        Some(Way::Back)
    }

    /// Whether token `at` is a past form or a participle, and not an adjective before its noun.
    pub(super) fn is_past(self, at: usize) -> bool {
        let word = self.str(at);
        if IRREGULAR.has(word) {
            return !self.is_base_form(at);
        }
        let agreed = !word.ends_with("eed") || self.is_any(at, &["agreed", "freed", "guaranteed"]);
        let adjective = matches!(self.before(at), Lex::The | Lex::A | Lex::Possessive) || word.starts_with("un");
        word.len() > 3
            && word.ends_with("ed")
            && agreed
            && !adjective
            // "Launched in June, it …"
            && (!self.is_capitalised(at) || self.begins(at) && matches!(self.lex(at + 1), Lex::In | Lex::On))
            && !self.is_any(at, &NOT_PAST)
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn the_nearest_verb_says_which_way() {
        // a Wednesday
        check(
            "2024-05-15",
            &[
                ("The council voted on Friday.", "Friday=2024-05-10"),
                // a present tense with its object, after a past one
                ("The guild that lost in March elects a leader in June.", "March=2024-03 | June=2024-06"),
                ("He pleaded guilty in March and is awaiting sentencing in June.", "March=2024-03 | June=2024-06"),
                ("Waiting for the tram on Monday, she saw the crash.", "Monday=2024-05-13"),
                // what is planned lies ahead, whatever the tense of planning
                ("The launch has been postponed until Monday.", "Monday=2024-05-20"),
                ("The vote was moved to Friday.", "Friday=2024-05-17"),
                ("Dockers have called a walkout for Tuesday.", "Tuesday=2024-05-21"),
                ("The judge set the next hearing for Friday.", "Friday=2024-05-17"),
                ("The crew were told to report to the quay on Monday.", "Monday=2024-05-20"),
                ("He faces trial on Monday; tickets go on sale Friday.", "Monday=2024-05-20 | Friday=2024-05-17"),
                ("The law takes effect on Friday.", "Friday=2024-05-17"),
                ("The talks begin Monday.", "Monday=2024-05-20"),
                ("The minister resigned in June.", "June=2023-06"),
                ("He apologised for Tuesday's delay.", "Tuesday=2024-05-14"),
                ("The council will vote on Friday.", "Friday=2024-05-17"),
                ("The council voted on Wednesday.", "Wednesday=2024-05-15"),
                (
                    "The council is due to vote on Tuesday, the mayor said on Monday.",
                    "Tuesday=2024-05-21 | Monday=2024-05-13",
                ),
                ("Dividends will be paid in August.", "August=2024-08"),
                ("Dividends were paid in August.", "August=2023-08"),
                ("He agreed to meet them on Friday.", "Friday=2024-05-17"),
                ("He said on Friday that he would resign.", "Friday=2024-05-10"),
                ("The match is on Saturday.", "Saturday=2024-05-18"),
                // the tense of a clause that depends on one about the future
                ("He said they would vote when the council met on Friday.", "Friday=2024-05-17"),
                // what came to nothing, what is decided, what is put off
                ("The leaders failed to meet on Monday.", "Monday=2024-05-13"),
                ("She promised to resign on Monday.", "Monday=2024-05-20"),
                ("Dockers threatened to walk out on Monday.", "Monday=2024-05-20"),
                ("Dockers voted to walk out from Monday.", "Monday=2024-05-20"),
                ("Dockers voted on Monday to walk out.", "Monday=2024-05-13"),
                ("She gave it to the mayor on Monday.", "Monday=2024-05-13"),
                ("He pledged a pier to the town in June.", "June=2023-06"),
                ("The fleet was to sail on Monday.", "Monday=2024-05-20"),
                ("The crew was asked to leave by Monday.", "Monday=2024-05-20"),
                ("The crew was sent home until Monday.", "Monday=2024-05-20"),
                ("The quay has been closed until Monday.", "Monday=2024-05-20"),
                ("The quay is shut from Monday.", "Monday=2024-05-20"),
                ("The quay was shut on Monday.", "Monday=2024-05-13"),
                ("Until Friday, nobody had seen it.", "Friday=2024-05-10"),
                ("Until Friday, nobody may see it.", "Friday=2024-05-17"),
                // what looks ahead to an event
                ("The club cancelled Monday's dinner.", "Monday=2024-05-20"),
                ("The keeper is doubtful for Monday's match.", "Monday=2024-05-20"),
                ("Tickets for Monday's match have sold out.", "Monday=2024-05-20"),
                ("The keeper will miss Monday's match.", "Monday=2024-05-20"),
                ("The keeper missed Monday's match.", "Monday=2024-05-13"),
                ("The keeper apologised for Monday's match.", "Monday=2024-05-13"),
                ("Ahead of a vote on Monday, both sides were calm.", "Monday=2024-05-20"),
                ("Dealers were waiting for the figures on Monday.", "Monday=2024-05-20"),
                ("If they win on Monday, they go up.", "Monday=2024-05-20"),
                ("Monday's dinner has been called off.", "Monday=2024-05-20"),
                ("Monday's dinner has been forgotten.", "Monday=2024-05-13"),
                ("The keeper is ruled out of Monday's match.", "Monday=2024-05-20"),
                ("The crew plan a walkout on Monday.", "Monday=2024-05-20"),
                ("The planned walkout on Monday failed.", "Monday=2024-05-13"),
                ("Orr was bailed until Monday.", "Monday=2024-05-20"),
                ("The quay remains closed until Monday.", "Monday=2024-05-20"),
                ("The hall is open from Monday.", "Monday=2024-05-20"),
                ("They were likely to buy as soon as trading opened Monday.", "Monday=2024-05-20"),
                ("They voted when the council met on Friday.", "Friday=2024-05-10"),
                ("On Friday, the police said they had found it.", "Friday=2024-05-10"),
                ("On the eve of Friday's vote.", "Friday=2024-05-17"),
                ("He urged the voters to turn out Friday.", "Friday=2024-05-17"),
                ("It was hard to meet demand in August.", "August=2023-08"),
                ("Ames announced an agreement to buy Orr in August.", "August=2024-08"),
                ("The bank has lent them money through August.", "August=2024-08"),
                (
                    "In August, a week after the ruling of the court at Ardmouth in the case of the lost ferry, a fire broke out.",
                    "August=2023-08 | a week=P1W",
                ),
                ("They will appeal against Monday's ruling.", "Monday=2024-05-13"),
                ("It had been expected to close on Friday.", "Friday=2024-05-10"),
                ("Mr. Ames will succeed J. P. Orr on Nov. 1.", "Nov. 1=2024-11-01"),
                ("“We had until Friday to find a pier,” Orr said.", "Friday=2024-05-10"),
                // what lasts until a day is not over when it is told of
                ("They had until Friday to appeal.", "Friday=2024-05-17"),
                ("The union gave the port until Monday to reply.", "Monday=2024-05-20"),
                ("Orr was given until Sunday to pay.", "Sunday=2024-05-19"),
                ("The offer stood until Friday, Orr said on Tuesday.", "Friday=2024-05-17 | Tuesday=2024-05-14"),
                (
                    "The pier stayed shut until Monday, Ada Orr, the harbour master, told reporters Tuesday.",
                    "Monday=2024-05-20 | Tuesday=2024-05-14",
                ),
                ("The pier stayed shut until Monday, when it burnt down.", "Monday=2024-05-13"),
                ("The plan of Maj. Orr and the Rev. Ames failed on Friday.", "Friday=2024-05-10"),
                ("On Friday, the Rev. Al Ames began to take calls.", "Friday=2024-05-10"),
            ],
        );
    }
}
