//! The corrections of one text with their places in it, and when each is taken in.

use super::anchor::Finder;
use super::readings::Readings;
use super::{Anchor, Change, Corrections, Item, Orphan, Why};
use crate::layout::{self, Says};
use crate::text::view::View;
use crate::{Basis, Block, Entity, Head, Options, Quantity, Quote, Span, Stamp, Time, Warning, WarningCode};
use std::borrow::Cow;

/// A change with its places.
pub(super) struct Placed<'c> {
    pub(super) change: &'c Change,
    /// Where it holds; empty where it is of the story as a whole.
    pub(super) at: Span,
    /// The other place it speaks of.
    pub(super) to: Span,
}

impl<'c> Placed<'c> {
    fn lost(&self, why: Why) -> Lost<'c> {
        Lost { words: self.change.at().map_or("", |anchor| &anchor.words), why }
    }
}

/// Words of a change that have no place, and why.
struct Lost<'c> {
    words: &'c str,
    why: Why,
}

/// The corrections of one text with their places in it.
pub(crate) struct Told<'c> {
    /// Each with its place, or why it has none.
    placed: Vec<Result<Placed<'c>, Lost<'c>>>,
    /// The dates in figures that a reader decided.
    decided: Vec<Span>,
}

impl<'c> Told<'c> {
    /// None.
    pub(crate) fn nothing() -> Self {
        Self { placed: Vec::new(), decided: Vec::new() }
    }

    /// Finds the places of `corrections` in `source`.
    pub(super) fn find(source: &str, corrections: &'c Corrections) -> Self {
        let mut finder = Finder::new(source);
        let mut place = |change: &'c Change| -> Result<Placed<'c>, Lost<'c>> {
            let mut find = |anchor: &'c Anchor| {
                let blank = || if anchor.words.trim().is_empty() { Err(Why::Impossible) } else { Ok(()) };
                let found = blank().and_then(|()| finder.find(anchor));
                // a selection often takes in the space after it
                found.map(|span| span.trim(source)).map_err(|why| Lost { words: &anchor.words, why })
            };
            let at = change.at().map_or(Ok(Span::default()), &mut find)?;
            let to = change.to().map_or(Ok(Span::default()), &mut find)?;
            Ok(Placed { change, at, to })
        };
        Self { placed: corrections.iter().map(&mut place).collect(), decided: Vec::new() }
    }

    fn is_nothing(&self) -> bool {
        self.placed.is_empty()
    }

    /// What holds, in order.
    fn each(&self) -> impl Iterator<Item = &Placed<'c>> {
        self.placed.iter().flatten()
    }

    /// What is known besides the text: a date of publication that a reader gives is the story's, and other dates are
    /// counted from it.
    pub(super) fn options<'o>(&self, options: &'o Options) -> Cow<'o, Options> {
        let given = self.each().filter_map(|placed| match placed.change {
            Change::Published { value, .. } => Some(value),
            _ => None,
        });
        match given.last() {
            Some(date) => Cow::Owned(options.clone().with_published(date.clone())),
            None => Cow::Borrowed(options),
        }
    }

    /// What is said of the parts.
    pub(crate) fn parts(&self, view: &View<'_>) -> Vec<layout::Told> {
        let told = |placed: &Placed<'_>| {
            let says = match placed.change {
                Change::Split { .. } => Says::Begins,
                Change::Join { .. } => Says::One,
                Change::Role { role, opening: false, .. } => Says::Are(*role),
                Change::Role { role, opening: true, .. } => Says::Open(*role),
                _ => return None,
            };
            Some(layout::Told { span: view.to_view(placed.at), says })
        };
        self.each().filter_map(told).collect()
    }

    /// Takes in what is said of the head's dates.
    pub(crate) fn date(&mut self, view: &View<'_>, head: &mut Head) {
        for entry in &mut self.placed {
            let Ok(placed) = entry else { continue };
            let span = view.to_view(placed.at);
            let (stamp, value) = match placed.change {
                Change::Published { value, .. } => (&mut head.published, Some(value)),
                Change::Updated { value, .. } => (&mut head.updated, Some(value)),
                Change::Remove { item: Item::Published, .. } => (&mut head.published, None),
                Change::Remove { item: Item::Updated, .. } => (&mut head.updated, None),
                _ => continue,
            };
            if value.is_none() && stamp.as_ref().is_none_or(|stamp| stamp.span != Some(span)) {
                *entry = Err(placed.lost(Why::NothingRead));
                continue;
            }
            let span = Some(span).filter(|span| !span.is_empty());
            *stamp = value.map(|value| Stamp { span, ..Stamp::new(value.to_string(), Basis::Reader) });
            self.decided.extend(span);
        }
        let given = head.published.as_ref().is_some_and(|stamp| stamp.basis == Basis::Reader);
        let date = head.dateline.as_mut().and_then(|dateline| dateline.date.as_mut());
        if let Some(date) = date.filter(|date| given && date.basis == Some(Basis::Option)) {
            date.basis = Some(Basis::Reader);
        }
    }

    /// Takes in what is said of the readings, each for itself.
    pub(crate) fn read(
        &mut self,
        view: &View<'_>,
        blocks: &[Block],
        (entities, quotes, times, quantities): (&mut Vec<Entity>, &mut Vec<Quote>, &mut Vec<Time>, &mut Vec<Quantity>),
    ) {
        if self.is_nothing() {
            return;
        }
        let mut readings = Readings::new(view.text(), blocks, entities, quotes, times, quantities);
        for entry in &mut self.placed {
            let Ok(placed) = entry else { continue };
            let [at, to] = [placed.at, placed.to].map(|span| view.to_view(span).trim(view.text()));
            // words of which nothing is read
            let blank = at.is_empty() && !placed.at.is_empty() || to.is_empty() && !placed.to.is_empty();
            if blank {
                *entry = Err(placed.lost(Why::Impossible));
            } else if let Err(why) = readings.take(placed.change, at, to) {
                *entry = Err(placed.lost(why));
            } else if matches!(placed.change, Change::Time { .. } | Change::Remove { .. }) {
                self.decided.push(at);
            }
        }
        readings.finish();
    }

    /// Changes `warnings`: what a reader decided is open no more, and what holds nowhere is said.
    pub(crate) fn warn(&self, warnings: &mut Vec<Warning>) {
        warnings.retain(|warning| {
            warning.code != WarningCode::AmbiguousDate
                || warning.span.is_none_or(|span| !self.decided.iter().any(|decided| decided.contains(span)))
        });
        warnings.extend(self.placed.iter().enumerate().filter_map(|(index, placed)| {
            let lost = placed.as_ref().err()?;
            let said = lost.why.say(lost.words);
            Some(Warning::new(WarningCode::OrphanedCorrection, format!("correction {} is left out: {said}", index + 1)))
        }));
    }

    /// Those that hold nowhere.
    pub(super) fn orphans(&self) -> Vec<Orphan> {
        let lost = self.placed.iter().enumerate().filter_map(|(index, placed)| Some((index, placed.as_ref().err()?)));
        lost.map(|(index, lost)| Orphan { index, why: lost.why }).collect()
    }
}
