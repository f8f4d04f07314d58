//! What the reader has put in the form, as changes.

use super::form::value_of;
use super::given;
use super::open::Editor;
use crate::web::page::dom::{Dom, Result, attribute};
use crate::web::page::field::byte_at;
use crate::web::page::links::Thing;
use crate::web::page::state::Page;
use crate::{Anchor, Article, Change, EntityKind, Item, Role, Span, Who};
use web_sys::{Element, HtmlTextAreaElement};

/// What is said of a value that cannot be.
type Said<T> = std::result::Result<T, &'static str>;

const NO_TIME: &str = "That is not read as a time. Give a day above, or words such as “May 2023” or “three days”.";
const NO_NUMBER: &str = "That is not read as a number. Give one such as “1.2 million people” or “$4,000”.";
const NO_NAME: &str = "A name cannot be empty.";
const NO_DAY: &str = "Give a day.";
const NOT_SAVED: &str = "The words are changed but not saved. Save them first.";
const NO_WORDS: &str = "Select the words in the field first.";
const NO_PLACE: &str = "Put the cursor where the new part is to begin, after its first word.";

impl Page {
    /// Takes what is in the form.
    pub(crate) fn save_correction(&self) -> Result<()> {
        let Some(editor) = self.editor.take() else { return Ok(()) };
        let mark = value_of(&self.frame.dom, "fix-as");
        if !mark.is_empty() {
            return self.mark_in_words(editor, &mark);
        }
        match self.changes(&editor) {
            Ok(changes) => {
                let edited = self.edited(&editor);
                self.close_editor()?;
                self.come_back(&editor);
                if let Some((words, role)) = edited {
                    self.edit("words of a part", editor.span, &words)?;
                    self.tell("The words are changed.")?;
                    let text = self.text();
                    let end = editor.span.start + words.len();
                    let span = Span::new(editor.span.start, end);
                    self.come_back(&editor);
                    return match role.filter(|_| !span.trim(&text).is_empty()) {
                        Some(role) => {
                            let at = Anchor::of(&text, span.trim(&text));
                            self.correct(vec![Change::Role { at, role, opening: false }])
                        }
                        None => Ok(()),
                    };
                }
                if changes.is_empty() { self.settle_correction() } else { self.correct(changes) }
            }
            Err(error) => {
                self.editor.replace(Some(editor));
                self.refuse(error)
            }
        }
    }

    fn refuse(&self, error: &str) -> Result<()> {
        let place: Element = self.frame.dom.by_id("fix-error")?;
        place.set_text_content(Some(error));
        Ok(())
    }

    /// The part's words where they were edited, and its role where that was chosen anew.
    fn edited(&self, editor: &Editor) -> Option<(String, Option<Role>)> {
        let words = value_of(&self.frame.dom, "fix-words");
        if editor.kind != 'b' || words == editor.words() {
            return None;
        }
        Some((words, self.role(editor)))
    }

    fn role(&self, editor: &Editor) -> Option<Role> {
        let role: Role = value_of(&self.frame.dom, "fix-role").parse().ok()?;
        let block = editor.breakdown.article.as_ref()?.blocks.get(editor.index?)?;
        (block.role != role).then_some(role)
    }

    fn changes(&self, editor: &Editor) -> Said<Vec<Change>> {
        let Some(article) = &editor.breakdown.article else { return Ok(Vec::new()) };
        let dom = &self.frame.dom;
        let at = || Anchor::of(&editor.breakdown.text, editor.span);
        Ok(match editor.kind {
            'b' => {
                let role = self.role(editor).zip(editor.index);
                let change = role.map(|(role, index)| Change::role(&editor.breakdown.text, article, index, role));
                change.flatten().into_iter().collect()
            }
            'e' => name(dom, editor, article)?,
            'q' => quote(dom, editor, article, at()),
            't' => time(dom, editor, article, at())?,
            'n' => number(dom, editor, article, at())?,
            _ => date(dom, editor, article)?,
        })
    }

    /// One of the other buttons of the form.
    pub(crate) fn on_fix(&self, what: &str) -> Result<()> {
        if what == "fix-cancel" {
            return self.close_editor();
        }
        let Some(editor) = self.editor.take() else { return Ok(()) };
        let Some(article) = &editor.breakdown.article else { return Ok(()) };
        let (text, index) = (&editor.breakdown.text, editor.index.unwrap_or_default());
        let change = match what {
            "fix-back" => {
                let mine = self.corrections_of(&editor);
                self.close_editor()?;
                self.come_back(&editor);
                return self.take_back(&mine);
            }
            "fix-row" => {
                let Editor { kind, .. } = editor;
                self.close_editor()?;
                return self.go_to_row(Thing { kind, index });
            }
            "fix-join" => Change::join(text, article, index + 1).ok_or(NO_PLACE),
            "fix-split" => self.split(&editor, article),
            _ => {
                let item = match editor.kind {
                    'e' => Item::Entity,
                    'q' => Item::Quote,
                    't' => Item::Time,
                    _ => Item::Quantity,
                };
                Change::remove(text, article, item, index).ok_or(NO_PLACE)
            }
        };
        match change {
            Ok(change) => {
                self.close_editor()?;
                self.come_back(&editor);
                self.correct(vec![change])
            }
            Err(error) => {
                self.editor.replace(Some(editor));
                self.refuse(error)
            }
        }
    }

    fn split(&self, editor: &Editor, article: &Article) -> Said<Change> {
        let at = self.selected_in(editor)?.start;
        Change::split(&editor.breakdown.text, article, at).ok_or(NO_PLACE)
    }

    /// Where in the text the words lie that are selected in the part's field.
    fn selected_in(&self, editor: &Editor) -> Said<Span> {
        let area: HtmlTextAreaElement = self.frame.dom.by_id("fix-words").map_err(|_| NO_PLACE)?;
        let words = editor.words();
        if area.value() != words {
            return Err(NOT_SAVED);
        }
        let place = |units: std::result::Result<Option<u32>, _>| {
            let units = units.ok().flatten().unwrap_or_default() as usize;
            editor.span.start + byte_at(words, units)
        };
        Ok(Span::new(place(area.selection_start()), place(area.selection_end())))
    }

    /// The words selected in the part's field are a name, a quote, a time, a number.
    fn mark_in_words(&self, editor: Editor, mark: &str) -> Result<()> {
        let text = &editor.breakdown.text;
        let span = self.selected_in(&editor).map(|span| span.trim(text));
        match span.and_then(|span| if span.is_empty() { Err(NO_WORDS) } else { Ok(span) }) {
            Ok(span) => {
                self.come_back(&editor);
                let after = self.after.take();
                self.mark_as(span, mark, editor.in_story, after)
            }
            Err(error) => {
                self.editor.replace(Some(editor));
                self.refuse(error)
            }
        }
    }

    /// Indices of the corrections of what is corrected.
    pub(super) fn corrections_of(&self, editor: &Editor) -> Vec<usize> {
        let breakdown = &editor.breakdown;
        let Some(article) = &breakdown.article else { return Vec::new() };
        let spans: Vec<Span> = match (editor.kind, editor.index) {
            ('e', Some(index)) => article.entities.get(index).map(|one| one.mentions.clone()).unwrap_or_default(),
            _ => vec![editor.span],
        };
        let meets = |anchor: Option<&Anchor>| {
            let span = anchor.and_then(|anchor| anchor.find(&breakdown.text).ok());
            span.is_some_and(|span| spans.iter().any(|own| span.start < own.end && own.start < span.end))
        };
        let is_of = |change: &Change| match (editor.kind, change) {
            ('b', Change::Role { .. } | Change::Split { .. } | Change::Join { .. })
            | ('q', Change::Quote { .. } | Change::Speaker { .. })
            | ('t', Change::Time { .. })
            | ('n', Change::Quantity { .. })
            | ('e', Change::Entity { .. } | Change::Name { .. } | Change::Detach { .. }) => meets(change.at()),
            ('e', Change::Merge { .. } | Change::Attach { .. }) => meets(change.at()) || meets(change.to()),
            ('h', Change::Published { .. }) => editor.index == Some(0),
            ('h', Change::Updated { .. }) => editor.index == Some(1),
            _ => false,
        };
        let corrections = self.corrections.borrow();
        corrections.iter().enumerate().filter(|(_, change)| is_of(change)).map(|(index, _)| index).collect()
    }
}

fn name(dom: &Dom, editor: &Editor, article: &Article) -> Said<Vec<Change>> {
    let Some((index, entity)) = editor.index.and_then(|index| Some((index, article.entities.get(index)?))) else {
        return Ok(Vec::new());
    };
    let text = &editor.breakdown.text;
    let mut changes = Vec::new();
    let name = value_of(dom, "fix-name").trim().to_owned();
    if name.is_empty() {
        return Err(NO_NAME);
    }
    let kind = value_of(dom, "fix-kind").parse::<EntityKind>().unwrap_or(entity.kind);
    if kind != entity.kind {
        changes.extend(Change::entity(text, article, index, kind));
    }
    if name != entity.name {
        changes.extend(Change::name(text, article, index, name));
    }
    if let Ok(nth) = value_of(dom, "fix-mention").parse::<usize>() {
        let mention = || Some(Anchor::of(text, *entity.mentions.get(nth)?));
        changes.extend(match value_of(dom, "fix-means").as_str() {
            "" => None,
            "apart" => Change::detach(text, article, index, nth),
            "none" => mention().map(|at| Change::Remove { at, item: Item::Mention }),
            other => other.parse().ok().and_then(|other| Change::attach(text, article, index, nth, other)),
        });
    }
    if let Ok(same) = value_of(dom, "fix-same").parse::<usize>() {
        changes.extend(Change::merge(text, article, index, same));
    }
    Ok(changes)
}

fn quote(dom: &Dom, editor: &Editor, article: &Article, at: Anchor) -> Vec<Change> {
    let (name, who) = (value_of(dom, "fix-name").trim().to_owned(), value_of(dom, "fix-who"));
    let old = editor.index.and_then(|index| article.quotes.get(index));
    let old = old.and_then(|quote| quote.speaker.as_ref()).and_then(|speaker| speaker.entity);
    let speaker = if name.is_empty() {
        let entity = who.parse::<usize>().ok();
        let same = who.is_empty() || entity.is_some() && entity == old;
        if same && editor.index.is_some() {
            return Vec::new();
        }
        let mention = entity.and_then(|entity| article.entities.get(entity)?.mentions.first().copied());
        mention.map(|span| Who::Mention(Anchor::of(&editor.breakdown.text, span)))
    } else {
        Some(Who::Name(name))
    };
    vec![if editor.index.is_some() { Change::Speaker { at, speaker } } else { Change::Quote { at, speaker } }]
}

fn time(dom: &Dom, editor: &Editor, article: &Article, at: Anchor) -> Said<Vec<Change>> {
    let (day, words) = (value_of(dom, "fix-day"), value_of(dom, "fix-value"));
    let old = editor.index.and_then(|index| article.times.get(index)).map(|time| time.value.as_str());
    let value =
        if words.trim().is_empty() { day.parse().ok() } else { given::time(&words, editor.breakdown.date.as_deref()) };
    match value {
        Some(value) if Some(value.as_str()) == old => Ok(Vec::new()),
        Some(value) => Ok(vec![Change::Time { at, value, kind: None }]),
        // nothing was put in
        None if words.trim().is_empty() && old.is_some_and(|old| !super::forms::is_day(old)) => Ok(Vec::new()),
        None => Err(NO_TIME),
    }
}

fn number(dom: &Dom, editor: &Editor, article: &Article, at: Anchor) -> Said<Vec<Change>> {
    let words = value_of(dom, "fix-value");
    let old = editor.index.and_then(|index| article.quantities.get(index));
    if old.is_some_and(|old| crate::web::page::amounts::told(old) == words) {
        return Ok(Vec::new());
    }
    let (value, unit) = given::number(&words).ok_or(NO_NUMBER)?;
    Ok(vec![Change::Quantity { at, value, unit }])
}

fn date(dom: &Dom, editor: &Editor, article: &Article) -> Said<Vec<Change>> {
    let value = value_of(dom, "fix-day").parse().map_err(|_| NO_DAY)?;
    let text = &editor.breakdown.text;
    let change = if editor.index == Some(0) {
        Change::published(text, article, value)
    } else {
        Change::updated(text, article, value)
    };
    Ok(vec![change])
}

/// The number of an orphaned correction among them, on its button.
pub(super) fn place_of(control: &Element) -> Option<usize> {
    attribute(control, "data-at")?.parse().ok()
}
