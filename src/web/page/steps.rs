//! What was done to the text, in steps that can be taken back.
//!
//! A [`Deed`] is what the reader did (cleared, pasted, typed a few words) and is undone as a whole; its
//! [`Step`]s are what that changed. Another kind of step is a further variant, and [`Step::bytes`] its size.

use crate::{Corrections, Tick};
use std::borrow::Cow;
use std::collections::VecDeque;
use std::rc::Rc;

/// Bytes of text kept for undoing; the oldest deeds go first.
const MOST: usize = 64 * 1024 * 1024;

/// Bytes that a correction takes, about.
const CORRECTION: usize = 256;

/// Milliseconds without a keystroke that end a run of typing, and the longest run.
const PAUSE: (f64, f64) = (1000.0, 10_000.0);

/// Bytes compared at once.
const PAGE: usize = 1024;

/// How many deeds of ours one step of the browser's own undo may be; it groups typing otherwise.
const FOLLOWED: usize = 32;

/// The words for typing, which alone is grouped.
pub(crate) const TYPING: &str = "typing";

/// One stretch of a text, before and after. The rest of the text is the same and is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    at: usize,
    before: String,
    after: String,
}

impl Change {
    /// What makes `new` of `old`; `None` where they are alike.
    pub(crate) fn between(old: &str, new: &str) -> Option<Self> {
        if old == new {
            return None;
        }
        let mut at = alike(old.as_bytes(), new.as_bytes(), false);
        while !(old.is_char_boundary(at) && new.is_char_boundary(at)) {
            at -= 1;
        }
        let mut tail = alike(&old.as_bytes()[at..], &new.as_bytes()[at..], true);
        while !(old.is_char_boundary(old.len() - tail) && new.is_char_boundary(new.len() - tail)) {
            tail -= 1;
        }
        let middle = |text: &str| text[at..text.len() - tail].to_owned();
        Some(Self { at, before: middle(old), after: middle(new) })
    }

    /// `text` with the change made, or with it taken back, and the byte at which it then ends. A text that the change is
    /// not of comes back as it is.
    pub(crate) fn applied(&self, text: &str, back: bool) -> (String, usize) {
        let (from, to) = if back { (&self.after, &self.before) } else { (&self.before, &self.after) };
        let rest = text.get(self.at..).and_then(|rest| rest.strip_prefix(from.as_str()));
        let Some(rest) = rest else { return (text.to_owned(), text.len()) };
        let mut out = String::with_capacity(self.at + to.len() + rest.len());
        out.push_str(&text[..self.at]);
        out.push_str(to);
        out.push_str(rest);
        (out, self.at + to.len())
    }

    /// This change and a `later` one as one, where they touch.
    fn then(&self, later: &Self) -> Option<Self> {
        let (end, later_end) = (self.at + self.after.len(), later.at + later.before.len());
        if later.at > end || later_end < self.at {
            return None;
        }
        let mut before = later.before.get(..self.at.saturating_sub(later.at))?.to_owned();
        before.push_str(&self.before);
        before.push_str(later.before.get(later.before.len() - later_end.saturating_sub(end)..)?);
        let mut after = self.after.get(..later.at.saturating_sub(self.at))?.to_owned();
        after.push_str(&later.after);
        after.push_str(self.after.get(self.after.len() - end.saturating_sub(later_end)..)?);
        Some(Self { at: self.at.min(later.at), before, after })
    }
}

/// How many bytes are the same at the beginning, or at the end: by the page first, as texts are long and changes short.
fn alike(one: &[u8], other: &[u8], from_end: bool) -> usize {
    let same = |at: usize, length: usize| {
        let of = |bytes: &'_ [u8]| if from_end { bytes.len() - at - length..bytes.len() - at } else { at..at + length };
        one[of(one)] == other[of(other)]
    };
    let most = one.len().min(other.len());
    let mut at = 0;
    while at + PAGE <= most && same(at, PAGE) {
        at += PAGE;
    }
    while at < most && same(at, 1) {
        at += 1;
    }
    at
}

/// What is known of a text besides it, because the reader gave it or a document that was opened did.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub(crate) struct Known {
    /// The story's own date.
    pub(crate) date: Option<String>,
    /// Its address on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
}

/// One thing that a deed changed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Step {
    /// The text.
    Text(Change),
    /// What the reader says of the text.
    Given {
        /// That before.
        before: Known,
        /// That after.
        after: Known,
    },
    /// Which text of this session is shown, by the numbers they are kept under.
    Place {
        /// The text shown before.
        before: u64,
        /// The text shown after.
        after: u64,
    },
    /// What the reader says against the breakdown.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    Corrections {
        /// What was said before, with the places of then.
        before: Rc<Corrections>,
        /// What was said after.
        after: Rc<Corrections>,
    },
    /// What the reader checked and remarked.
    Ticks {
        /// Those that went.
        before: Vec<Tick>,
        /// Those that came.
        after: Vec<Tick>,
    },
}

impl Step {
    fn bytes(&self) -> usize {
        match self {
            Self::Text(change) => change.before.len() + change.after.len(),
            Self::Given { .. } | Self::Place { .. } => 0,
            Self::Corrections { after, .. } => after.len() * CORRECTION,
            Self::Ticks { before, after } => before.iter().chain(after).map(size).sum(),
        }
    }
}

/// Bytes of a tick, about.
fn size(tick: &Tick) -> usize {
    let words = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    size_of::<Tick>() + tick.at.as_ref().map_or(0, |at| at.words.len()) + words(&tick.remark) + words(&tick.source)
}

/// What the reader did, undone and done again as a whole.
#[derive(Debug, Clone)]
pub(crate) struct Deed {
    /// What it was, in a word: "clear".
    pub(crate) what: Cow<'static, str>,
    /// What it changed, in order.
    pub(crate) steps: Vec<Step>,
    /// Whether the browser can undo it itself, in the field.
    pub(crate) native: bool,
    /// When it began and when it ended, in milliseconds.
    time: (f64, f64),
}

impl Deed {
    /// A deed of the page's, which the browser knows nothing of.
    pub(crate) fn new(what: impl Into<Cow<'static, str>>, steps: Vec<Step>) -> Self {
        Self { what: what.into(), steps, native: false, time: (0.0, 0.0) }
    }

    fn bytes(&self) -> usize {
        self.steps.iter().map(Step::bytes).sum()
    }

    /// The text with this deed done or undone.
    fn applied(&self, text: &str, back: bool) -> String {
        self.steps.iter().fold(text.to_owned(), |text, step| match step {
            Step::Text(change) => change.applied(&text, back).0,
            Step::Given { .. } | Step::Place { .. } | Step::Corrections { .. } | Step::Ticks { .. } => text,
        })
    }
}

/// What was done, and what of it was undone.
#[derive(Debug, Default)]
pub(crate) struct Deeds {
    done: VecDeque<Deed>,
    undone: Vec<Deed>,
    bytes: usize,
}

impl Deeds {
    /// The deed to undo next.
    pub(crate) fn last(&self) -> Option<&Deed> {
        self.done.back()
    }

    /// The deed to do again next.
    pub(crate) fn next(&self) -> Option<&Deed> {
        self.undone.last()
    }

    /// Adds what was done. What was undone before cannot be done again after it.
    pub(crate) fn record(&mut self, deed: Deed) {
        if deed.steps.is_empty() {
            return;
        }
        let gone: usize = self.undone.drain(..).map(|deed| deed.bytes()).sum();
        self.bytes = self.bytes - gone + deed.bytes();
        self.done.push_back(deed);
        while self.bytes > MOST
            && let Some(oldest) = self.done.pop_front()
        {
            self.bytes -= oldest.bytes();
        }
    }

    /// Adds an edit that the browser made in the field at the time `now`: typing goes with the typing just before it.
    pub(crate) fn record_edit(&mut self, what: &'static str, change: Change, now: f64) {
        if what == TYPING
            && self.undone.is_empty()
            && let Some(last) = self.done.back_mut()
            && last.native
            && last.what == TYPING
            && now - last.time.1 < PAUSE.0
            && now - last.time.0 < PAUSE.1
            && let [Step::Text(before)] = last.steps.as_slice()
            && let Some(both) = before.then(&change)
        {
            self.bytes -= last.bytes();
            last.steps = vec![Step::Text(both)];
            self.bytes += last.bytes();
            last.time.1 = now;
            return;
        }
        self.record(Deed { what: what.into(), steps: vec![Step::Text(change)], native: true, time: (now, now) });
    }

    /// Takes the last deed back, or does the next one again: moves it and gives it out.
    pub(crate) fn turn(&mut self, back: bool) -> Option<Deed> {
        let deed = if back { self.done.pop_back() } else { self.undone.pop() }?;
        if back {
            self.undone.push(deed.clone());
        } else {
            self.done.push_back(deed.clone());
        }
        Some(deed)
    }

    /// The field was filled from outside: what the browser knew of edits in it is gone.
    pub(crate) fn field_filled(&mut self) {
        self.done.iter_mut().chain(&mut self.undone).for_each(|deed| deed.native = false);
    }

    /// The browser itself has undone (or done again) edits in the field, which made `new` of `old`. It groups
    /// typing in its own way: that is some deeds of ours, or a part of one.
    pub(crate) fn follow(&mut self, old: &str, new: &str, back: bool) {
        let mut text = old.to_owned();
        let known = |deeds: &Self| if back { deeds.last().cloned() } else { deeds.next().cloned() };
        for count in 1..=FOLLOWED {
            let at = if back { self.done.len().checked_sub(count) } else { self.undone.len().checked_sub(count) };
            let deed = at.and_then(|at| if back { self.done.get(at) } else { self.undone.get(at) });
            let Some(deed) = deed.filter(|deed| deed.native) else { break };
            text = deed.applied(&text, back);
            if text == new {
                (0..count).for_each(|_| drop(self.turn(back)));
                return;
            }
        }
        let Some(deed) = known(self).filter(|deed| deed.native) else {
            if let Some(change) = Change::between(old, new) {
                self.record_edit(TYPING, change, f64::NEG_INFINITY);
            }
            return;
        };
        // a part of it: the deed falls in two, on either side of `new`
        let far = deed.applied(old, back);
        let (first, second) = if back { (far.as_str(), old) } else { (old, far.as_str()) };
        let part = |old: &str, new: &str| {
            Change::between(old, new).map(|change| Deed { steps: vec![Step::Text(change)], ..deed.clone() })
        };
        let parts = (part(first, new), part(new, second));
        if back {
            self.done.pop_back();
        } else {
            self.undone.pop();
        }
        self.bytes -= deed.bytes();
        self.bytes += [&parts.0, &parts.1].into_iter().flatten().map(Deed::bytes).sum::<usize>();
        self.done.extend(parts.0);
        self.undone.extend(parts.1);
    }
}

#[cfg(test)]
#[path = "steps_tests.rs"]
mod tests;
