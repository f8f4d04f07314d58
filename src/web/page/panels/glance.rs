//! At a glance: the head of the story, its sizes, and what looks odd.

use super::View;
use super::noted::lined;
use crate::web::page::dom::{Add, Build, Result};
use crate::web::page::figures::{counted, ease};
use crate::web::page::sure::Sure;
use web_sys::Element;

impl View<'_> {
    pub(super) fn glance(&self, root: &Element) -> Result<()> {
        self.head(root)?;
        self.about(root)?;
        self.sizes(root)?;
        self.warnings(root)
    }

    fn head(&self, root: &Element) -> Result<()> {
        if self.head_items.is_empty() {
            return self.none(root, "No headline, byline, dateline or date found.");
        }
        let list = self.dom.el("dl")?.class("facts");
        let mut term = "";
        for (index, item) in self.head_items.iter().enumerate().take(self.rows) {
            if item.term != term {
                list.add(self.dom.el("dt")?.text(item.term))?;
                term = item.term;
            }
            let name = format!("h{index}");
            let row = lined(self.row("dd", &name)?, item.standing);
            let value = self.piece(&item.value)?;
            match item.span {
                Some(_) => row.add(self.jump(&name)?.with(&value))?,
                None => row.add(&value)?,
            }
            if !item.note.is_empty() {
                row.add(self.dom.el("span")?.class("note").with(self.piece(&item.note)?))?;
            }
            self.standing(&row, &Sure { standing: item.standing, why: String::new() }, false)?;
            list.add(&row)?;
        }
        root.add(&list)?;
        self.more(root, "glance", self.head_items.len())
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

    fn warnings(&self, root: &Element) -> Result<()> {
        let warnings = &self.article.warnings;
        if warnings.is_empty() {
            return Ok(());
        }
        root.add(self.dom.el("h3")?.text("Worth a look"))?;
        let list = self.dom.el("ul")?.class("rows warnings");
        for (index, warning) in warnings.iter().enumerate().take(self.rows) {
            let name = format!("w{index}");
            let row = self.row("li", &name)?;
            let words = self.piece(&sentence(&warning.message))?;
            match warning.span {
                Some(_) => row.add(self.jump(&name)?.with(&words))?,
                None => row.add(&words)?,
            }
            list.add(&row)?;
        }
        root.add(&list)?;
        Ok(())
    }
}

/// A message, which begins small as a part of a longer one would, as a sentence.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    // messages are ours and begin with an ASCII letter
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).chain((!message.ends_with('.')).then_some('.')).collect()
}
