//! How sure each reading is, and why, in the reader's words: what the text states, what was worked out from it, what
//! is unsure, and what the reader corrected.

mod dates;
#[cfg(test)]
mod tests;

pub(crate) use dates::{dateline, in_words, stamp};

use crate::text::decimal::decimal;
use crate::{Article, Basis, Certainty, Quantity, Quote, Speaker, SpeakerBasis, SpeakerForm};

/// Hundredths of certainty below which a reading is unsure: of what says less, more than one in five is wrong.
pub(crate) const DOUBTFUL: u8 = 80;

/// How a reading stands, from what needs no look to what needs it most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Standing {
    /// The text says so.
    #[default]
    Stated,
    /// The reader says so.
    Reader,
    /// Worked out from what the text says elsewhere.
    Inferred,
    /// Open, or not certain enough.
    Unsure,
}

/// How sure a reading is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Sure {
    /// How it stands.
    pub(crate) standing: Standing,
    /// Why, in a few words; empty where the text states it.
    pub(crate) why: String,
}

impl Standing {
    /// The word beside it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Stated => "",
            Self::Reader => "yours",
            Self::Inferred => "worked out",
            Self::Unsure => "unsure",
        }
    }

    /// The class of its line.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Stated => "",
            Self::Reader => "sure-reader",
            Self::Inferred => "sure-inferred",
            Self::Unsure => "sure-unsure",
        }
    }

    /// Whether a desk checks it before it relies on it.
    pub(crate) fn is_to_check(self) -> bool {
        self >= Self::Inferred
    }
}

impl Sure {
    fn new(standing: Standing, why: impl Into<String>) -> Self {
        Self { standing, why: why.into() }
    }

    fn stated() -> Self {
        Self::default()
    }

    fn reader() -> Self {
        Self::new(Standing::Reader, "as you corrected it")
    }

    fn inferred(why: impl Into<String>) -> Self {
        Self::new(Standing::Inferred, why)
    }

    fn unsure(why: impl Into<String>) -> Self {
        Self::new(Standing::Unsure, why)
    }

    /// The same with what is said of the item as a whole: the reader's word settles it, doubt comes before reasons.
    fn with(self, certainty: Option<Certainty>, basis: Option<Basis>) -> Self {
        match (basis, doubt(certainty)) {
            (Some(Basis::Reader), _) => Self::reader(),
            (_, Some(doubt)) if self.why.is_empty() => Self::unsure(doubt),
            (_, Some(doubt)) => Self::unsure(format!("{doubt}; {}", self.why)),
            _ => self,
        }
    }

    /// Both, the one that needs a look more before the other.
    fn and(self, other: Self) -> Self {
        let (first, second) = if other.standing > self.standing { (other, self) } else { (self, other) };
        match (first.why.is_empty(), second.why.is_empty()) {
            (false, false) => Self { why: format!("{}; {}", first.why, second.why), ..first },
            _ => first,
        }
    }
}

/// That a reading is not certain enough.
fn doubt(certainty: Option<Certainty>) -> Option<String> {
    let hundredths = certainty?.hundredths();
    (hundredths < DOUBTFUL).then(|| format!("of 100 like it, about {hundredths} are right"))
}

/// How sure the thing is that story and panels know by this letter and index; `None` where there is none.
pub(crate) fn of(article: &Article, kind: char, index: usize) -> Option<Sure> {
    Some(match kind {
        'q' => quote(article, article.quotes.get(index)?),
        'e' => {
            let entity = article.entities.get(index)?;
            Sure::stated().with(entity.certainty, entity.basis)
        }
        't' => {
            let time = article.times.get(index)?;
            dates::time(article, time).with(time.certainty, time.basis)
        }
        'n' => quantity(article.quantities.get(index)?),
        _ => return None,
    })
}

/// How sure it is what part of the story a block is.
pub(crate) fn block(article: &Article, index: usize) -> Sure {
    article.blocks.get(index).map_or_else(Sure::stated, |block| Sure::stated().with(block.certainty, block.basis))
}

/// How many quotes, names, times and numbers there are to check.
pub(crate) fn to_check(article: &Article) -> usize {
    let lists = [
        ('q', article.quotes.len()),
        ('e', article.entities.len()),
        ('t', article.times.len()),
        ('n', article.quantities.len()),
    ];
    let all = lists.into_iter().flat_map(|(kind, count)| (0..count).map(move |index| (kind, index)));
    all.filter(|&(kind, index)| of(article, kind, index).is_some_and(|sure| sure.standing.is_to_check())).count()
}

/// How sure it is that this is said, and who says it.
fn quote(article: &Article, quote: &Quote) -> Sure {
    let said = Sure::stated().with(quote.certainty, quote.basis);
    if quote.basis == Some(Basis::Reader) {
        return said;
    }
    match &quote.speaker {
        // the doubt about the quote as a whole has that about its speaker in it
        Some(who) if said.standing == Standing::Unsure => {
            said.and(speaker(article, quote, &Speaker { certainty: None, ..who.clone() }))
        }
        Some(who) => said.and(speaker(article, quote, who)),
        None => said.and(Sure::unsure("the text beside it names nobody")),
    }
}

fn speaker(article: &Article, quote: &Quote, speaker: &Speaker) -> Sure {
    let source = speaker.text.as_deref().unwrap_or_default();
    let sure = match (speaker.basis, speaker.form) {
        (Some(SpeakerBasis::Reader), _) => return Sure::reader(),
        (Some(SpeakerBasis::Carried), _) => Sure::inferred(match quote.continues {
            Some(from) => format!("goes on from quote {}", from + 1),
            None => "the same speech goes on".to_owned(),
        }),
        (_, Some(SpeakerForm::Pronoun)) => match speaker.name {
            Some(_) => Sure::inferred(match source.to_lowercase().as_str() {
                "he" | "him" | "his" => "pronoun: nearest man named before",
                "she" | "her" => "pronoun: nearest woman named before",
                _ => "pronoun: nearest named before",
            }),
            None => Sure::unsure("whom the pronoun means stays open"),
        },
        (_, Some(SpeakerForm::Description)) => {
            let bearer = speaker.entity.and_then(|entity| article.entities.get(entity));
            match (bearer, speaker.name.as_deref()) {
                (Some(_), _) => Sure::inferred("nobody else in the story has that title"),
                (None, Some(name)) if !name.eq_ignore_ascii_case(source) => {
                    Sure::inferred("described more fully elsewhere")
                }
                _ => Sure::stated(),
            }
        }
        _ => Sure::stated(),
    };
    sure.with(speaker.certainty, None)
}

fn quantity(quantity: &Quantity) -> Sure {
    let bare = quantity.text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
    let unit = quantity.unit.as_deref().unwrap_or_default();
    // "between $2 and 3 million": figures alone, whose unit and millions are said beside them
    let sure = if bare && (!unit.is_empty() || scaled(quantity)) {
        Sure::inferred("unit or size from the words beside it")
    } else if unit.len() == 3 && unit != "USD" && unit.ends_with('D') && quantity.text.starts_with('$') {
        Sure::inferred("which dollar: from the places of the story")
    } else {
        Sure::stated()
    };
    sure.with(None, quantity.basis)
}

/// Whether a number of figures alone means another number than they say.
fn scaled(quantity: &Quantity) -> bool {
    decimal(&quantity.text.replace(',', "")).is_some_and(|written| (written - quantity.value).abs() > 0.5)
}
