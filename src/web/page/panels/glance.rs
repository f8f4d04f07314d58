//! At a glance: the head of the story, its sizes, and what looks odd.

use super::View;
use super::noted::lined;
use crate::web::page::dom::{Add, Build, Result};
use crate::web::page::figures::{counted, ease};
use crate::web::page::head_items::HeadItem;
use crate::web::page::sure::Sure;
use web_sys::Element;

/// Pictures shown; the others fold away.
const PICTURES: usize = 2;

impl View<'_> {
    pub(super) fn glance(&self, root: &Element) -> Result<()> {
        self.to_check(root)?;
        self.head(root)?;
        self.about(root)?;
        self.sizes(root)
    }

    /// What looks wrong, in a line; it has a panel of its own.
    fn to_check(&self, root: &Element) -> Result<()> {
        let count = super::count(self.article, "checks").unwrap_or_default();
        if count == 0 {
            return Ok(());
        }
        let words = format!("{} to check", counted(count, "thing", "things"));
        root.add(self.dom.button("to-check")?.set("data-do", "tab").set("data-panel", "checks").text(&words))
    }

    fn head(&self, root: &Element) -> Result<()> {
        if self.head_items.is_empty() {
            return self.none(root, "No headline, byline, dateline or date found.");
        }
        let list = self.dom.el("dl")?.class("facts");
        root.add(&list)?;
        let (pictures, of) = pictures(self.head_items);
        let (mut term, mut more) = ("", None);
        for (index, item) in self.head_items.iter().enumerate().take(self.rows) {
            let folded = pictures[index] > PICTURES && of > PICTURES + 1;
            if folded && more.is_none() {
                // their terms are said again inside
                term = "";
                more = Some(self.more_pictures(&list, of - PICTURES)?);
            } else if !folded && more.is_some() {
                more = None;
            }
            let into = more.as_ref().unwrap_or(&list);
            if item.term != term {
                into.add(self.dom.el("dt")?.text(item.term))?;
                term = item.term;
            }
            into.add(self.head_item(index, item)?)?;
        }
        self.more(root, "glance", self.head_items.len())
    }

    fn head_item(&self, index: usize, item: &HeadItem) -> Result<Element> {
        let name = format!("h{index}");
        let row = lined(self.row("dd", &name)?, item.standing);
        let value = self.piece(&item.value)?;
        let row = if item.span.is_some() { row.with(self.jump(&name)?.with(&value)) } else { row.with(&value) };
        if !item.note.is_empty() {
            row.add(self.dom.el("span")?.class("note").with(self.piece(&item.note)?))?;
        }
        self.standing(&row, &Sure { standing: item.standing, why: String::new() }, false)?;
        Ok(row)
    }

    /// A line in `list` that opens the list of the other pictures, which is given back.
    fn more_pictures(&self, list: &Element, count: usize) -> Result<Element> {
        let inner = self.dom.el("dl")?.class("facts");
        let summary = self.dom.el("summary")?.text(&format!("{count} more"));
        let fold = self.dom.el("details")?.class("others").with(&summary).with(&inner);
        list.add(self.dom.el("dt")?.text("Pictures"))?;
        list.add(self.dom.el("dd")?.with(&fold))?;
        Ok(inner)
    }

    fn about(&self, root: &Element) -> Result<()> {
        if self.article.key_sentences.is_empty() {
            return Ok(());
        }
        root.add(self.dom.el("h3")?.with(self.word("What it is about", "key-sentence")?))?;
        let list = self.dom.el("ol")?.class("rows key-sentences");
        for (index, &sentence) in self.article.key_sentences.iter().enumerate().take(self.rows) {
            let Some(sentence) = self.article.sentences.get(sentence) else { continue };
            let name = format!("k{index}");
            let words = self.piece(sentence.span.of(self.text))?;
            list.add(self.row("li", &name)?.with(self.jump(&name)?.with(&words)))?;
        }
        root.add(&list)?;
        Ok(())
    }

    fn sizes(&self, root: &Element) -> Result<()> {
        let stats = self.article.stats;
        if stats.words == 0 {
            return Ok(());
        }
        let minutes = stats.reading_seconds.div_ceil(60).max(1);
        let sizes = [
            counted(stats.words, "word", "words"),
            counted(stats.sentences, "sentence", "sentences"),
            counted(stats.paragraphs, "paragraph", "paragraphs"),
            format!("{} to read", counted(minutes, "minute", "minutes")),
        ];
        root.add(self.dom.el("p")?.class("sizes").text(&sizes.map(|size| size.replace(' ', "\u{A0}")).join(" · ")))?;
        if let Some(value) = stats.flesch_reading_ease {
            let words = self.word("Reading ease", "reading-ease")?;
            root.add(self.dom.el("p")?.class("sizes").with(&words).text(": ").text(&ease(value)))?;
        }
        Ok(())
    }
}

/// The number of the picture that each value belongs to, 0 where it belongs to none, and how many there are.
fn pictures(items: &[HeadItem]) -> (Vec<usize>, usize) {
    let (mut count, mut captioned) = (0, false);
    let numbers = items.iter().map(|item| {
        let (caption, credit) = (item.term == "Picture", item.term == "Credit");
        // a credit belongs to the caption before it, where there is one
        count += usize::from(caption || credit && !captioned);
        captioned = caption;
        if caption || credit { count } else { 0 }
    });
    (numbers.collect(), count)
}
