//! The story on the page: its units one after the other, of which only those that have changed are set anew, and only
//! as many at a time as the page can spare a moment for.

use super::dom::{Build, Result, closest};
use super::marks::Mark;
use super::plan::{self, Unit};
use super::proof::Proof;
use web_sys::{Element, HtmlElement};

/// Bytes of a text whose units lie in sheaves, which the browser passes over as wholes while they are out of sight.
pub(crate) const LONG: usize = 50_000;

/// Units in a sheaf.
const SHEAF: usize = 32;

/// Units put in or taken out in one place; where there are more, what comes after is set anew as well.
const MANY: usize = 600;

/// What is set of a story.
#[derive(Default)]
pub(crate) struct Story {
    /// Every mark, in order.
    pub(crate) marks: Vec<Mark>,
    units: Vec<Unit>,
    /// The elements of the first units, in order.
    set: Vec<Set>,
    /// All units before this one are filled.
    filled: usize,
    long: bool,
}

/// The element of a unit.
#[derive(Clone)]
struct Set {
    element: Element,
    /// Whether anything is in it yet.
    filled: bool,
}

impl Story {
    /// Whether all of it is set.
    pub(crate) fn is_done(&self) -> bool {
        self.filled >= self.units.len()
    }

    /// The story of another breakdown: keeps what it shows too, takes away the rest, and makes room for what is new among
    /// it. What comes after that is for [`Self::fill`].
    pub(crate) fn renew(&mut self, proof: &Proof, marks: Vec<Mark>, into: &HtmlElement) -> Result<()> {
        let units = plan::units(proof.text, proof.article, &marks);
        self.marks = marks;
        let proof = Proof { marks: &self.marks, ..*proof };
        let long = proof.text.len() > LONG;
        let mut same = if long == self.long { plan::same(&self.units, &units) } else { vec![None; units.len()] };
        self.long = long;
        // what is not there yet cannot be kept
        for place in &mut same {
            *place = place.filter(|&at| at < self.set.len());
        }
        // a run of new units pushes away what comes after it, where putting all in would take too long
        let mut run = 0;
        let many = same.iter().position(|place| {
            run = if place.is_some() { 0 } else { run + 1 };
            run > MANY
        });
        let kept = &same[..many.unwrap_or(same.len())];
        let end = kept.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        let kept = &kept[..end];
        if end == 0 {
            into.set_text_content(None);
        } else {
            let mut stays = vec![false; self.set.len()];
            kept.iter().flatten().for_each(|&at| stays[at] = true);
            self.set.iter().zip(stays).filter(|(_, stays)| !stays).for_each(|(set, _)| remove(&set.element));
        }
        let mut set: Vec<Set> = Vec::with_capacity(end);
        for (unit, place) in units.iter().zip(kept) {
            if let Some(at) = *place {
                let old = self.set[at].clone();
                if old.filled {
                    proof.renumber(&self.units[at], unit, &old.element)?;
                }
                set.push(old);
            } else {
                let element = proof.shell(unit)?;
                let next = same[set.len()..end].iter().flatten().next().map(|&at| &self.set[at].element);
                match (set.last(), next) {
                    (Some(before), _) => before.element.after_with_node_1(&element)?,
                    (None, Some(next)) => next.before_with_node_1(&element)?,
                    (None, None) => {}
                }
                set.push(Set { element, filled: false });
            }
        }
        self.filled = set.iter().position(|set| !set.filled).unwrap_or(set.len());
        self.units = units;
        self.set = set;
        Ok(())
    }

    /// Sets units in order until `enough` says so; returns those it has set.
    pub(crate) fn fill(
        &mut self,
        proof: &Proof,
        into: &HtmlElement,
        mut enough: impl FnMut() -> bool,
    ) -> Result<Vec<Element>> {
        let proof = Proof { marks: &self.marks, ..*proof };
        let mut done = Vec::new();
        while let Some(unit) = self.units.get(self.filled) {
            if self.filled == self.set.len() {
                let element = proof.shell(unit)?;
                self.set.push(Set { element: element.clone(), filled: false });
                // filled before it is in the document, which then hears of one change
                proof.fill(unit, &element)?;
                self.set[self.filled].filled = true;
                self.place(&proof, into, &element)?;
                done.push(element);
            } else if !self.set[self.filled].filled {
                let element = self.set[self.filled].element.clone();
                proof.fill(unit, &element)?;
                self.set[self.filled].filled = true;
                done.push(element);
            }
            self.filled += 1;
            if enough() {
                break;
            }
        }
        Ok(done)
    }

    /// Puts the last element where it belongs: after all others.
    fn place(&self, proof: &Proof, into: &HtmlElement, element: &Element) -> Result<()> {
        if !self.long {
            into.append_child(element)?;
            return Ok(());
        }
        let sheaf = into.last_element_child().filter(|last| last.child_element_count() < SHEAF as u32);
        match sheaf {
            Some(sheaf) => sheaf.append_child(element)?,
            None => into.append_child(&proof.dom.el("div")?.class("sheaf").with(element))?,
        };
        Ok(())
    }

    /// Makes sure that the unit at this place of the text is set, however far the rest is; returns what it has set.
    pub(crate) fn reach(&mut self, proof: &Proof, into: &HtmlElement, at: usize) -> Result<Vec<Element>> {
        let index = self.units.partition_point(|unit| unit.span.end <= at).min(self.units.len().saturating_sub(1));
        while self.set.len() <= index && self.set.len() < self.units.len() {
            let element = proof.shell(&self.units[self.set.len()])?;
            self.set.push(Set { element: element.clone(), filled: false });
            self.place(proof, into, &element)?;
        }
        self.fill_these(proof, index..(index + 1).min(self.units.len()))
    }

    /// Sets the units of a sheaf that has come into sight.
    pub(crate) fn show(&mut self, proof: &Proof, sheaf: &Element) -> Result<Vec<Element>> {
        let first = sheaf.first_element_child();
        let Some(first) = first.and_then(|first| self.set.iter().position(|set| set.element == first)) else {
            return Ok(Vec::new());
        };
        let end = first + sheaf.child_element_count() as usize;
        self.fill_these(proof, first..end.min(self.set.len()))
    }

    fn fill_these(&mut self, proof: &Proof, range: std::ops::Range<usize>) -> Result<Vec<Element>> {
        let proof = Proof { marks: &self.marks, ..*proof };
        let mut done = Vec::new();
        for index in range {
            let set = &mut self.set[index];
            if !std::mem::replace(&mut set.filled, true) {
                proof.fill(&self.units[index], &set.element)?;
                done.push(set.element.clone());
            }
        }
        Ok(done)
    }
}

/// Takes an element away, and the sheaf that it leaves empty.
fn remove(element: &Element) {
    let sheaf = closest(element, ".sheaf");
    element.remove();
    if let Some(sheaf) = sheaf.filter(|sheaf| sheaf.child_element_count() == 0) {
        sheaf.remove();
    }
}
