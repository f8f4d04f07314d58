//! What the reader checked and remarked, and which things of a breakdown that is.

use crate::corrections::{Edit, Finder};
use crate::{Anchor, Article, Item, Span, Tick, Why};
use std::collections::HashMap;
use std::rc::Rc;

/// A thing by the letter and index that story and panels know it by.
pub(crate) type Thing = (char, usize);

/// The kinds of things that are ticked, as a desk goes through them.
pub(crate) const KINDS: [char; 4] = ['q', 'e', 't', 'n'];

/// The ticks of one text, each found again in its breakdown.
#[derive(Default)]
pub(crate) struct Ticks {
    list: Vec<Tick>,
    /// The text that their places are of.
    text: Rc<str>,
    /// The thing that each of them is of.
    things: Vec<Result<Thing, Why>>,
    /// The last tick of each thing that has one.
    found: HashMap<Thing, usize>,
    /// Of each kind, how many things there are.
    totals: [usize; KINDS.len()],
}

/// How many of a kind there are.
pub(crate) fn total(article: &Article, kind: char) -> usize {
    match kind {
        'q' => article.quotes.len(),
        'e' => article.entities.len(),
        't' => article.times.len(),
        _ => article.quantities.len(),
    }
}

/// What a thing of this letter is, and where it lies: of a name, where it is first named.
fn place(article: &Article, (kind, index): Thing) -> Option<(Item, Span)> {
    Some(match kind {
        'q' => (Item::Quote, article.quotes.get(index)?.span),
        'e' => (Item::Entity, *article.entities.get(index)?.mentions.first()?),
        't' => (Item::Time, article.times.get(index)?.span),
        'n' => (Item::Quantity, article.quantities.get(index)?.span),
        _ => return None,
    })
}

/// A tick of a thing, which says nothing yet.
pub(crate) fn blank(text: &str, article: &Article, thing: Thing) -> Option<Tick> {
    let (item, span) = place(article, thing)?;
    Some(Tick { at: Some(Anchor::of(text, span)), item, checked: false, remark: None, source: None })
}

/// Whether a tick says anything.
pub(crate) fn says(tick: &Tick) -> bool {
    tick.checked || tick.remark.is_some() || tick.source.is_some()
}

impl Ticks {
    /// All of them, places in bytes.
    pub(crate) fn list(&self) -> &[Tick] {
        &self.list
    }

    /// Puts the ticks of another text in place of these, which it returns.
    pub(crate) fn put(&mut self, text: Rc<str>, list: Vec<Tick>) -> Vec<Tick> {
        self.text = text;
        self.found.clear();
        self.things = vec![Err(Why::NothingRead); list.len()];
        std::mem::replace(&mut self.list, list)
    }

    /// Says of which text the places are, where they are those of another.
    pub(crate) fn belong_to(&mut self, text: Rc<str>) {
        self.text = text;
    }

    /// Takes some out and puts others in their place.
    pub(crate) fn change(&mut self, out: &[Tick], new: &[Tick]) {
        let at = self.list.iter().position(|tick| out.contains(tick));
        if !out.is_empty() {
            self.list.retain(|tick| !out.contains(tick));
        }
        let at = at.unwrap_or(self.list.len()).min(self.list.len());
        self.list.splice(at..at, new.iter().cloned());
        self.found.clear();
        self.things.clear();
    }

    /// Moves the places along with an edit, and finds the things of the breakdown that are ticked.
    pub(crate) fn follow(&mut self, text: &Rc<str>, article: Option<&Article>) {
        if !self.list.is_empty() && self.text != *text {
            let edit = Edit::new(&self.text, text);
            self.list.iter_mut().filter_map(|tick| tick.at.as_mut()).for_each(|anchor| edit.carry(anchor));
        }
        self.text = Rc::clone(text);
        self.find(article);
    }

    /// Finds the things that are ticked. Linear in the breakdown and in the ticks, where their places are still known.
    pub(crate) fn find(&mut self, article: Option<&Article>) {
        self.found.clear();
        self.totals = KINDS.map(|kind| article.map_or(0, |article| total(article, kind)));
        let things = article.filter(|_| !self.list.is_empty()).map(places).unwrap_or_default();
        let mut finder = Finder::new(&self.text);
        self.things.clear();
        for (at, tick) in self.list.iter().enumerate() {
            let span = tick.at.as_ref().ok_or(Why::NothingRead).and_then(|anchor| finder.find(anchor));
            let key = |span: Span| (tick.item, span.start, span.end);
            let thing = span.and_then(|span| things.get(&key(span)).copied().ok_or(Why::NothingRead));
            if let Ok(thing) = thing {
                self.found.insert(thing, at);
            }
            self.things.push(thing);
        }
    }

    /// What is said of a thing.
    pub(crate) fn get(&self, thing: Thing) -> Option<&Tick> {
        self.list.get(*self.found.get(&thing)?)
    }

    /// Every tick that lies on a thing: more than one where two things have become one.
    pub(crate) fn all_of(&self, thing: Thing) -> Vec<Tick> {
        let ticks = self.list.iter().zip(&self.things);
        ticks.filter(|(_, of)| **of == Ok(thing)).map(|(tick, _)| tick.clone()).collect()
    }

    /// Whether a thing was checked.
    pub(crate) fn is_checked(&self, thing: Thing) -> bool {
        self.get(thing).is_some_and(|tick| tick.checked)
    }

    /// How many things of these kinds are not checked, and how many there are.
    pub(crate) fn left(&self, kinds: &[char]) -> (usize, usize) {
        let checked = self.found.iter().filter(|(thing, at)| kinds.contains(&thing.0) && self.list[**at].checked);
        let totals = KINDS.iter().zip(self.totals).filter(|(kind, _)| kinds.contains(kind));
        let total = totals.map(|(_, total)| total).sum::<usize>();
        (total - checked.count(), total)
    }

    /// Those that lie nowhere any more.
    pub(crate) fn orphans(&self) -> impl Iterator<Item = (usize, &Tick, Why)> {
        let ticks = self.list.iter().zip(&self.things).enumerate();
        // what else a document can tick has no row here
        let of_rows = |item| matches!(item, Item::Quote | Item::Entity | Item::Time | Item::Quantity);
        ticks.filter_map(move |(at, (tick, thing))| Some((at, tick, thing.err().filter(|_| of_rows(tick.item))?)))
    }
}

/// The things of a breakdown by what they are and where they lie.
fn places(article: &Article) -> HashMap<(Item, usize, usize), Thing> {
    let mut things = HashMap::new();
    for kind in KINDS {
        for index in 0..total(article, kind) {
            let Some((item, span)) = place(article, (kind, index)) else { continue };
            let mentions = (kind == 'e').then(|| article.entities[index].mentions.as_slice());
            for span in mentions.unwrap_or(std::slice::from_ref(&span)) {
                things.insert((item, span.start, span.end), (kind, index));
            }
        }
    }
    things
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ferry resumes\n\nPORT ELDER, May 3, 2022 - Boats sail again, said the mayor, Ines Maro. “We waited 12 weeks,” Maro \
        said on Tuesday. “It was long,” she said.\n\nSome 40 boats sail.";

    fn read(text: &str) -> Article {
        crate::parse(text, &crate::Options::new().with_offsets(crate::Offsets::Utf8))
    }

    fn ticked(things: &[Thing]) -> Ticks {
        let (article, mut ticks) = (read(TEXT), Ticks::default());
        let list = things.iter().filter_map(|thing| blank(TEXT, &article, *thing));
        let list: Vec<_> = list.map(|tick| Tick { checked: true, ..tick }).collect();
        assert_eq!(list.len(), things.len(), "{article:#?}");
        ticks.put(TEXT.into(), list);
        ticks.follow(&TEXT.into(), Some(&article));
        ticks
    }

    #[test]
    fn what_was_ticked_is_counted() {
        let ticks = ticked(&[('q', 1), ('e', 0), ('n', 0)]);
        assert!(ticks.is_checked(('q', 1)) && !ticks.is_checked(('q', 0)));
        assert_eq!(ticks.left(&['q']), (1, 2));
        let (left, total) = ticks.left(&KINDS);
        assert_eq!(left, total - 3);
        assert_eq!(ticks.orphans().count(), 0);
    }

    #[test]
    fn ticks_follow_edits_elsewhere_and_no_others() {
        let mut ticks = ticked(&[('q', 1), ('q', 0), ('n', 0)]);
        let edited: Rc<str> = format!("Quay news\n\n{TEXT}").into();
        ticks.follow(&edited, Some(&read(&edited)));
        assert!(ticks.is_checked(('q', 0)) && ticks.is_checked(('q', 1)));
        let gone: Rc<str> = edited.replace("It was long", "It was not long").into();
        ticks.follow(&gone, Some(&read(&gone)));
        assert!(ticks.is_checked(('q', 0)) && !ticks.is_checked(('q', 1)));
        let orphans: Vec<_> = ticks.orphans().map(|(at, _, why)| (at, why)).collect();
        assert_eq!(orphans, [(0, Why::WordsGone)]);
        ticks.follow(&TEXT.into(), Some(&read(TEXT)));
        assert!(ticks.is_checked(('q', 1)), "what comes back is found again");
    }

    #[test]
    fn ticks_of_another_text_are_never_moved_by_the_way_from_this_one() {
        let mut ticks = ticked(&[('n', 0)]);
        let other = "We waited 12 weeks, and 12 weeks more.";
        let list = ticks.list().to_vec();
        ticks.put(other.into(), Vec::new());
        ticks.follow(&other.into(), Some(&read(other)));
        assert_eq!(ticks.left(&['n']).0, ticks.left(&['n']).1);
        ticks.change(&[], &list);
        ticks.belong_to(TEXT.into());
        ticks.follow(&TEXT.into(), Some(&read(TEXT)));
        assert_eq!(ticks.list(), list);
    }
}
