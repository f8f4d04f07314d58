//! The corrections of one text, in the order in which they were made.

use super::anchor::Edit;
use super::{Anchor, Change};
use crate::Offsets;
use crate::span::Units;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a reader changed, in order: of two changes of the same thing the later holds.
///
/// Places are in bytes of the text. Written as JSON it is the list of the changes that hold; what was undone is not kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Corrections {
    changes: Vec<Change>,
    /// What was undone, the last first to come back.
    undone: Vec<Change>,
}

impl Corrections {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a change. What was undone before cannot come back after it.
    pub fn push(&mut self, change: Change) {
        self.changes.push(change);
        self.undone.clear();
    }

    /// Takes back the last change; `false` where there is none.
    pub fn undo(&mut self) -> bool {
        let last = self.changes.pop();
        let some = last.is_some();
        self.undone.extend(last);
        some
    }

    /// Brings back what was undone last; `false` where nothing was.
    pub fn redo(&mut self) -> bool {
        let last = self.undone.pop();
        let some = last.is_some();
        self.changes.extend(last);
        some
    }

    /// Takes out the change `index`, as one that holds nowhere any more; `None` where there is none.
    pub fn remove(&mut self, index: usize) -> Option<Change> {
        (index < self.changes.len()).then(|| self.changes.remove(index))
    }

    /// How many hold.
    #[must_use]
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether none holds.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Whether something was undone that can come back.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Those that hold, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Change> {
        self.changes.iter()
    }

    /// Follows an edit that made `to` of the text `from`: what lies before or after what was edited is told by its place in
    /// `to`, exactly. What the edit touched is looked for when it is next applied.
    pub fn follow(&mut self, from: &str, to: &str) {
        let edit = Edit::new(from, to);
        self.each_anchor(&mut |anchor| edit.carry(anchor));
    }

    /// Changes all places, which are counted in `from`, into `unit`. `source` is the text; a place that does not fit it
    /// stays, to be looked for by its words.
    pub fn convert_offsets(&mut self, source: &str, from: Offsets, unit: Offsets) {
        if self.changes.is_empty() && self.undone.is_empty() {
            return;
        }
        let mut convert = converter(source, from, unit);
        self.each_anchor(&mut convert);
    }

    fn each_anchor(&mut self, with: &mut dyn FnMut(&mut Anchor)) {
        for change in self.changes.iter_mut().chain(&mut self.undone) {
            change.each_anchor(with);
        }
    }
}

/// What changes the place of an anchor from one unit into another.
pub(crate) fn converter(source: &str, from: Offsets, unit: Offsets) -> impl FnMut(&mut Anchor) {
    let (from, unit) = (Units::new(source, from), Units::new(source, unit));
    move |anchor| {
        let bytes = (from.byte(anchor.span.start), from.byte(anchor.span.end));
        if let (Some(start), Some(end)) = bytes {
            anchor.span.start = unit.at(start);
            anchor.span.end = unit.at(end);
        }
    }
}

impl<'c> IntoIterator for &'c Corrections {
    type Item = &'c Change;
    type IntoIter = std::slice::Iter<'c, Change>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Change> for Corrections {
    fn from_iter<I: IntoIterator<Item = Change>>(changes: I) -> Self {
        Self { changes: changes.into_iter().collect(), undone: Vec::new() }
    }
}

impl Extend<Change> for Corrections {
    fn extend<I: IntoIterator<Item = Change>>(&mut self, changes: I) {
        changes.into_iter().for_each(|change| self.push(change));
    }
}

impl Serialize for Corrections {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.changes.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Corrections {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { changes: Vec::deserialize(deserializer)?, undone: Vec::new() })
    }
}
