//! How sure a decision is: its lead over the next best reading of the paste, and how often, on publishers that the model
//! had not seen, a decision with such a lead was right.
//!
//! The lead is told by [`super::model`] in whole numbers; what it is worth is counted by the trainer in folds over
//! publishers, for each kind of decision apart, and kept with the weights.

use super::facts::Facts;
use super::model::Model;
use super::states::Zone;
use super::weights::{KINDS, MOST, STEPS};
use crate::{Certainty, Role};

/// The step of a decision without a lead.
const NONE: i32 = 4;

/// Half a natural unit, in the model's.
const STEP: i32 = 2048;

/// How the decision about a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    step: u8,
    /// Whether a rule changed what the model had decided.
    settled: bool,
}

impl Standing {
    /// Of a row whose part leads by `lead` in the model's units; `settled` where it is not the model's own choice.
    pub(crate) fn new(lead: i32, settled: bool) -> Self {
        let step = lead.div_euclid(STEP).saturating_add(NONE).clamp(0, MOST);
        Self { step: step.unsigned_abs() as u8, settled }
    }

    fn look_up(self, model: Model<'_>, item: usize, kind: usize) -> Certainty {
        Certainty::new(model.certainty((item * KINDS + kind) * STEPS + usize::from(self.step)))
    }

    /// How sure it is that a block of the row has its role.
    pub(crate) fn of_block(self, model: Model<'_>, role: Role) -> Certainty {
        let kind = match role {
            _ if self.settled => 3,
            Role::Paragraph | Role::Crosshead | Role::ListItem | Role::PullQuote => 0,
            Role::Furniture | Role::Promo => 1,
            _ => 2,
        };
        self.look_up(model, 0, kind)
    }
}

/// What is known of a row that a value of the head is taken from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Witness {
    /// Where the row begins.
    pub(crate) start: usize,
    /// Its zone.
    pub(crate) zone: Zone,
    /// How the decision about it stands.
    pub(crate) standing: Standing,
    /// Whether something else on the page says the same: its title line, its address, the row again.
    pub(crate) seconded: bool,
    /// Whether it is a few words, or stands below a few, that can be a kicker as well as a title.
    pub(crate) rivalled: bool,
    /// Whether these stand right above it, and the story has none of them; or whether it reads like the sentence below a
    /// headline, or like what a picture shows.
    pub(crate) doubtful: bool,
}

/// No headline says more, in hundredths, that stands right below words which could be a feature's title, or that could be the
/// stand-first or the caption of a page without one: such pages are rarer among those that the tables are counted on than
/// among all that readers bring.
const DOUBTFUL: u8 = 89;

impl Witness {
    /// How sure it is that the row is the headline.
    pub(crate) fn of_headline(self, model: Model<'_>) -> Certainty {
        let kind = match self {
            Self { standing: Standing { settled: true, .. }, .. } => 2,
            Self { seconded: true, .. } => 0,
            Self { rivalled: true, .. } => 3,
            _ => 1,
        };
        let certainty = self.standing.look_up(model, 1, kind);
        if self.doubtful && !self.seconded { certainty.min(Certainty::new(DOUBTFUL)) } else { certainty }
    }

    /// How sure it is that who is named on the row wrote the story; `by` where the row says so.
    pub(crate) fn of_byline(self, model: Model<'_>, by: bool) -> Certainty {
        let kind = match (by, self.zone) {
            (_, Zone::Story | Zone::After) => 2,
            (true, _) => 0,
            (false, _) => 1,
        };
        self.standing.look_up(model, 2, kind)
    }

    /// How sure it is that the date on the row is the story's; `printed` where a timestamp gave it, which says no more
    /// than when the page was changed where it is `old`.
    pub(crate) fn of_date(self, model: Model<'_>, printed: bool, changed: bool) -> Certainty {
        let kind = match (printed, self.zone) {
            _ if changed => 3,
            (false, _) => 2,
            (true, Zone::Head) => 0,
            (true, _) => 1,
        };
        self.standing.look_up(model, 3, kind)
    }
}

/// Words of a row that can be a stand-first as well as a headline, and small words among them, at least.
const SENTENCE: (usize, usize) = (12, 4);

/// Whether a row reads like the sentence below a headline, or like what a picture shows: several sentences, or one with its small
/// words, not set as a title.
pub(crate) fn reads_on(facts: &Facts) -> bool {
    let shape = &facts.shape;
    let titled = shape.capitalised * 10 >= shape.words * 6;
    shape.stops > 0
        || matches!(shape.last, '.' | '…')
        || facts.phrases.depicts
        || !titled && shape.words >= SENTENCE.0 && shape.function >= SENTENCE.1
}

/// Whether the story has next to none of a row's words: a feature's title, or another story's where this one's was not copied.
pub(crate) fn tells_of_another(facts: &Facts) -> bool {
    facts.wording.lede <= 1 && facts.wording.shared <= 1
}

/// The witness whose row holds byte `at`.
pub(crate) fn witness(witnesses: &[Witness], at: usize) -> Option<Witness> {
    witnesses[..witnesses.partition_point(|witness| witness.start <= at)].last().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, parse};

    const STORY: &str = "Pier at Ardmouth to close\n\nBy Ada Quill\n\nMay 3, 2021\n\n\
                         The harbour board voted Friday to close the old pier, its chairwoman said.\n\n\
                         Engineers found cracks in it, she told reporters at the quay.\n\n\
                         Ferries will leave from the coal wharf until the repairs are done.\n";

    #[test]
    fn a_longer_lead_is_surer() {
        let model = Model::shipped();
        for role in [Role::Paragraph, Role::Furniture, Role::Caption] {
            let sure = |lead: i32| Standing::new(lead, false).of_block(model, role);
            let leads = [i32::MIN, -STEP, 0, STEP, 4 * STEP, 12 * STEP, i32::MAX];
            assert!(leads.map(sure).is_sorted(), "{role:?}: {:?}", leads.map(sure));
            assert!(sure(i32::MAX) > sure(0), "{role:?}");
        }
    }

    #[test]
    fn a_sentence_below_words_that_could_be_the_title_is_not_sure() {
        for title in ["Market forces", "Adrift", "Sour grapes", "The long goodbye", "Full circle"] {
            let source = format!("{title}\n{STORY}");
            let headline = parse(&source, &Options::default()).head.headline.unwrap();
            let sure = headline.certainty.is_some_and(|certainty| certainty.hundredths() >= 90);
            assert!(headline.text == title || !sure, "{title}: {headline:?}");
        }
    }

    #[test]
    fn a_sentence_alone_above_a_story_is_not_sure_to_be_its_headline() {
        for row in [
            "Ferries will leave from the coal wharf until the repairs are done, which is to take nine months",
            "It was built for sailors. Nobody can say who it is for now",
            "A notice on the quay was all that the ferrymen were given before the board met to vote",
        ] {
            let source = format!("Home\nNews\nSearch\n{row}\n{}", STORY.split_once("\n\n").unwrap().1);
            let headline = parse(&source, &Options::default()).head.headline;
            let sure = headline.and_then(|headline| headline.certainty);
            assert!(sure.is_none_or(|certainty| certainty.hundredths() < 90), "{row}: {sure:?}");
        }
    }

    #[test]
    fn a_row_that_tells_of_something_else_is_not_sure_to_be_the_headline() {
        for row in [
            "Bridge tolls to rise again from June",
            "Seven charts that explain coffee",
            "Town hall clock runs backwards",
        ] {
            let source = format!("Home\nNews\nSearch\n{row}\n{}", STORY.split_once("\n\n").unwrap().1);
            let headline = parse(&source, &Options::default()).head.headline;
            let sure = headline.and_then(|headline| headline.certainty);
            assert!(sure.is_none_or(|certainty| certainty.hundredths() < 90), "{row}: {sure:?}");
        }
    }

    #[test]
    fn headline_author_date_and_every_part_say_how_sure_they_are() {
        let article = parse(STORY, &Options::default());
        assert!(article.blocks.iter().all(|block| block.certainty.is_some()), "{:#?}", article.blocks);
        let head = &article.head;
        let headline = head.headline.as_ref().and_then(|headline| headline.certainty);
        let date = head.published.as_ref().and_then(|stamp| stamp.certainty);
        assert!(headline.is_some() && head.bylines[0].certainty.is_some() && date.is_some(), "{head:#?}");
        let given = parse(STORY, &Options::new().with_published("2021-05-03".parse().unwrap()));
        assert_eq!(given.head.published.unwrap().certainty, None, "the caller knows");
    }
}
