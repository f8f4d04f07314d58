//! Many stories, and what a reader makes of their sources: joined, separated, and noted in columns of the reader's own; each
//! of these can be undone.

use super::StoryRow;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Bytes of a note, and how many columns there can be.
const LONGEST: usize = 2_000;
const MOST: usize = 20;

/// Many stories and their sources.
///
/// ```
/// use nutgraf::{Audit, Filter, Options, Order, StoryRow};
///
/// let text = "Ferry resumes\n\n“Boats sail again,” Mayor Ada Quill said on Tuesday.";
/// let mut audit = Audit::default();
/// audit.push("a.txt", Ok(StoryRow::new(text, &nutgraf::parse(text, &Options::new()))));
/// audit.push("b.txt", Err("is empty".to_owned()));
/// let stories = audit.select(&Filter::default(), Order::Given, false);
/// assert_eq!(stories, [0, 1]);
/// let quoted = audit.quoted(&stories);
/// assert_eq!((quoted[0].name.as_deref(), quoted[0].words, quoted[0].stories), (Some("Ada Quill"), 3, 1));
/// ```
#[derive(Debug, Default)]
pub struct Audit {
    rows: Vec<(String, Result<StoryRow, String>)>,
    work: Work,
}

/// What a reader made of the sources, apart from the stories: to be kept, and taken up again over the same stories. Sources are
/// told by their names, so more stories may have come by then.
///
/// ```
/// use nutgraf::{Audit, Work};
///
/// let mut audit = Audit::default();
/// audit.add_column("Region");
/// let kept = serde_json::to_string(audit.work())?;
/// let mut later = Audit::default();
/// later.resume(serde_json::from_str::<Work>(&kept)?);
/// assert_eq!((later.columns(), later.undoes()), (&["Region".to_owned()][..], Some("column")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Work {
    /// Keys that are another's now.
    joined: BTreeMap<String, String>,
    columns: Vec<String>,
    /// Notes by key and column.
    notes: BTreeMap<String, BTreeMap<usize, String>>,
    done: Vec<Deed>,
}

/// What a reader did, with what it takes to undo it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Deed {
    /// These keys became another's; before they were their own, or the one's that is named.
    Join(Vec<(String, Option<String>)>),
    /// These keys are their own again.
    Separate(Vec<(String, String)>),
    /// A column more.
    Column,
    /// The notes that several had in a column before.
    Note(usize, Vec<(String, Option<String>)>),
}

impl Audit {
    /// Adds a story, or why there is none. `id` is its file's name or its record's.
    pub fn push(&mut self, id: impl Into<String>, row: Result<StoryRow, String>) {
        self.rows.push((id.into(), row));
    }

    /// Puts a story in the place of another.
    pub fn set(&mut self, index: usize, row: Result<StoryRow, String>) {
        if let Some((_, old)) = self.rows.get_mut(index) {
            *old = row;
        }
    }

    /// How many stories there are, those without a reading included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The name of a story.
    #[must_use]
    pub fn id(&self, index: usize) -> Option<&str> {
        self.rows.get(index).map(|(id, _)| id.as_str())
    }

    /// What was read of a story.
    #[must_use]
    pub fn story(&self, index: usize) -> Option<&StoryRow> {
        self.rows.get(index)?.1.as_ref().ok()
    }

    /// Why nothing was read of it.
    #[must_use]
    pub fn error(&self, index: usize) -> Option<&str> {
        self.rows.get(index)?.1.as_ref().err().map(String::as_str)
    }

    /// The columns of the reader's own.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.work.columns
    }

    /// What the reader did so far.
    #[must_use]
    pub fn work(&self) -> &Work {
        &self.work
    }

    /// Takes up what a reader did before, in place of what was done here.
    pub fn resume(&mut self, work: Work) {
        self.work = work;
        self.work.columns.truncate(MOST);
    }

    /// The key that counts for `key`.
    pub(super) fn root<'a>(&'a self, key: &'a str) -> &'a str {
        // a key leads to one that leads nowhere, so this is one step
        self.work.joined.get(key).map_or(key, String::as_str)
    }

    /// All keys that are another's now, each with that one.
    pub(super) fn joins(&self) -> impl Iterator<Item = (&str, &str)> {
        self.work.joined.iter().map(|(key, root)| (key.as_str(), root.as_str()))
    }

    /// The keys that were joined to `root`, and itself.
    fn members(&self, root: &str) -> Vec<String> {
        let others = self.work.joined.iter().filter(|(_, other)| *other == root).map(|(key, _)| key.clone());
        let mut members: Vec<String> = others.chain([root.to_owned()]).collect();
        members.sort();
        members
    }

    /// Counts the sources with these keys as one, that of the first. Notes of all are kept.
    pub fn join(&mut self, keys: &[&str]) {
        let Some((first, others)) = keys.split_first() else { return };
        let root = self.root(first).to_owned();
        let mut changed = Vec::new();
        for other in others {
            let other = self.root(other).to_owned();
            if other != root {
                changed.extend(self.members(&other));
            }
        }
        if changed.is_empty() {
            return;
        }
        let undo = changed.into_iter().map(|key| {
            let before = self.work.joined.insert(key.clone(), root.clone());
            (key, before)
        });
        let undo = undo.collect();
        self.work.done.push(Deed::Join(undo));
    }

    /// Counts the forms of a joined source each for itself again.
    pub fn separate(&mut self, key: &str) {
        let root = self.root(key).to_owned();
        let members = self.members(&root).into_iter().filter(|member| *member != root);
        let before: Vec<(String, String)> = members.map(|member| (member, root.clone())).collect();
        for (member, _) in &before {
            self.work.joined.remove(member);
        }
        if !before.is_empty() {
            self.work.done.push(Deed::Separate(before));
        }
    }

    /// Adds a column of the reader's own; returns whether there was room for it, under a name that no other has.
    pub fn add_column(&mut self, name: &str) -> bool {
        let name = super::on_one_line(name);
        let fits = !name.is_empty()
            && name.len() <= LONGEST
            && self.work.columns.len() < MOST
            && !self.work.columns.contains(&name);
        if fits {
            self.work.columns.push(name);
            self.work.done.push(Deed::Column);
        }
        fits
    }

    /// What is noted of the source with this key in a column: of a joined one, all that was noted of its forms.
    #[must_use]
    pub fn note(&self, key: &str, column: usize) -> String {
        self.note_of(&self.members(self.root(key)), column)
    }

    pub(super) fn note_of<S: AsRef<str>>(&self, members: &[S], column: usize) -> String {
        let mut notes: Vec<&str> = Vec::new();
        for note in members.iter().filter_map(|member| self.work.notes.get(member.as_ref())?.get(&column)) {
            if !notes.contains(&note.as_str()) {
                notes.push(note);
            }
        }
        notes.join("; ")
    }

    /// Notes something of the source with this key, in place of what is noted there; nothing, where it is empty.
    pub fn set_note(&mut self, key: &str, column: usize, note: &str) {
        let root = self.root(key).to_owned();
        let members = self.members(&root);
        if column >= self.work.columns.len() || self.note_of(&members, column) == note {
            return;
        }
        let note = note.get(..note.floor_char_boundary(LONGEST)).unwrap_or_default();
        let mut before = Vec::new();
        for member in members {
            let after = (member == root && !note.is_empty()).then(|| note.to_owned());
            let old = self.put(&member, column, after);
            before.push((member, old));
        }
        self.work.done.push(Deed::Note(column, before));
    }

    fn put(&mut self, key: &str, column: usize, note: Option<String>) -> Option<String> {
        match note {
            Some(note) => self.work.notes.entry(key.to_owned()).or_default().insert(column, note),
            None => self.work.notes.get_mut(key).and_then(|notes| notes.remove(&column)),
        }
    }

    /// What undoing would undo, in a word: `join`, `separate`, `column` or `note`.
    #[must_use]
    pub fn undoes(&self) -> Option<&'static str> {
        self.work.done.last().map(|deed| match deed {
            Deed::Join(_) => "join",
            Deed::Separate(_) => "separate",
            Deed::Column => "column",
            Deed::Note(..) => "note",
        })
    }

    /// Undoes what the reader did last.
    pub fn undo(&mut self) {
        match self.work.done.pop() {
            Some(Deed::Join(keys)) => {
                for (key, before) in keys {
                    match before {
                        Some(before) => self.work.joined.insert(key, before),
                        None => self.work.joined.remove(&key),
                    };
                }
            }
            Some(Deed::Separate(pairs)) => self.work.joined.extend(pairs),
            Some(Deed::Column) => drop(self.work.columns.pop()),
            Some(Deed::Note(column, notes)) => {
                for (key, note) in notes {
                    self.put(&key, column, note);
                }
            }
            None => {}
        }
    }
}
