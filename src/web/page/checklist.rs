//! A checklist on paper: everything that a desk checks, with a box, and lines to write on.

use super::dom::{Add, Build, Result};
use super::moments::told as time_told;
use super::panels::left;
use super::state::Page;
use super::ticked::{KINDS, Thing, total};
use super::{about, amounts};
use crate::Article;
use std::rc::Rc;
use web_sys::Element;

/// The class of the page while it is the checklist that is printed.
const PRINTS: &str = "prints-checklist";

impl Page {
    /// Prints a checklist of the story.
    pub(crate) fn print_checklist(&self) -> Result<()> {
        self.put_checklist_away()?;
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let (Some(article), Some(root)) = (&breakdown.article, self.frame.root()) else { return Ok(()) };
        let sheet = self.checklist(article)?;
        if let Some(body) = self.frame.dom.0.body() {
            body.add(&sheet)?;
        }
        root.class_list().add_1(PRINTS)?;
        self.frame.window.print()
    }

    /// The page is as before once the checklist is printed.
    pub(crate) fn put_checklist_away(&self) -> Result<()> {
        let Some(root) = self.frame.root() else { return Ok(()) };
        if let Some(sheet) = self.frame.dom.0.get_element_by_id("checklist") {
            sheet.remove();
        }
        root.class_list().remove_1(PRINTS)
    }

    fn checklist(&self, article: &Article) -> Result<Element> {
        let dom = &self.frame.dom;
        let sheet = dom.el("section")?.class("checklist").set("id", "checklist").set("aria-label", "Checklist");
        let headline = article.head.headline.as_ref().map_or("Checklist", |headline| headline.text.as_str());
        sheet.add(dom.el("h2")?.with(dom.piece(headline)?))?;
        sheet.add(dom.el("p")?.text(&left(&self.ticks.borrow(), &KINDS)).text(". Made with Nutgraf."))?;
        for (kind, title) in KINDS.into_iter().zip(["Quotes", "Names", "Dates and times", "Numbers"]) {
            let count = total(article, kind);
            if count == 0 {
                continue;
            }
            sheet.add(dom.el("h3")?.text(title))?;
            let list = dom.el("ul")?;
            for index in 0..count {
                list.add(self.to_check(article, (kind, index))?)?;
            }
            sheet.add(&list)?;
        }
        Ok(sheet)
    }

    /// A thing with its box, its words, what they mean, and a line each for a remark and a source.
    fn to_check(&self, article: &Article, thing: Thing) -> Result<Element> {
        let dom = &self.frame.dom;
        let ticks = self.ticks.borrow();
        let tick = ticks.get(thing);
        let (kind, index) = thing;
        let (words, value) = match kind {
            'q' => {
                let quote = &article.quotes[index];
                (quote.text.as_str(), about::speaker(quote).unwrap_or("speaker not found").to_owned())
            }
            'e' => {
                let entity = &article.entities[index];
                (entity.name.as_str(), entity.titles.join(", "))
            }
            't' => (article.times[index].text.as_str(), time_told(&article.times[index])),
            _ => (article.quantities[index].text.as_str(), amounts::told(&article.quantities[index])),
        };
        let checked = tick.is_some_and(|tick| tick.checked);
        let told = dom.el("span")?.class("box").set("role", "img");
        let told = told.set("aria-label", if checked { "checked" } else { "not checked" }).text(if checked {
            "☑"
        } else {
            "☐"
        });
        let line = dom.el("p")?.with(&told).text(" ").with(dom.piece(words)?.class("words"));
        if !value.is_empty() && value != words {
            line.append_with_str_1(" · ")?;
            line.add(dom.piece(&value)?)?;
        }
        let row = dom.el("li")?.with(&line);
        for (label, said) in [
            ("Remark", tick.and_then(|tick| tick.remark.as_deref())),
            ("Source", tick.and_then(|tick| tick.source.as_deref())),
        ] {
            let said = dom.piece(said.unwrap_or_default())?;
            row.add(dom.el("p")?.class("ruled").text(label).text(": ").with(&said))?;
        }
        Ok(row)
    }
}
