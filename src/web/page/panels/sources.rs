//! Who is quoted, at the head of the quotes: each source with its share of what is said.

use super::View;
use crate::web::page::dom::{Add, Build, Result};
use crate::web::page::figures::counted;
use crate::web::page::sources::{KINDS, Source, share};
use web_sys::Element;

/// Sources from which on they are listed: one alone is nothing to compare.
const LISTED: usize = 2;

/// Sources listed of each kind; one who speaks in no more than a line of a long feature is found in the list of quotes.
const MOST: usize = 12;

impl View<'_> {
    /// The sources, each a button that leaves only its quotes in the list below.
    pub(super) fn sources(&self, root: &Element, sources: &[Source<'_>]) -> Result<()> {
        if sources.len() < LISTED {
            return Ok(());
        }
        let all = sources.iter().map(|source| source.words).sum();
        let most = sources.iter().map(|source| source.words).max().unwrap_or_default();
        let listing = self.dom.el("section")?.class("sources").set("aria-label", "Who is quoted");
        for (kind, heading) in KINDS {
            let of_kind: Vec<_> = sources.iter().enumerate().filter(|(_, source)| source.kind == kind).collect();
            if of_kind.is_empty() {
                continue;
            }
            let said: usize = of_kind.iter().map(|(_, source)| source.words).sum();
            let words = format!(" {} · {} % of the words", of_kind.len(), share(said, all));
            let count = self.dom.el("span")?.class("share").text(&words);
            listing.add(self.dom.el("h3")?.text(heading).with(&count))?;
            let list = self.dom.el("ul")?;
            for (at, source) in of_kind.iter().take(MOST) {
                list.add(self.source(*at, source, (share(source.words, all), share(source.words, most)))?)?;
            }
            if of_kind.len() > MOST {
                let words = format!("and {} more", of_kind.len() - MOST);
                list.add(self.dom.el("li")?.class("share").text(&words))?;
            }
            listing.add(&list)?;
        }
        root.add(&listing)
    }

    fn source(&self, at: usize, source: &Source<'_>, (share, width): (usize, usize)) -> Result<Element> {
        let pressed = if self.source == Some(at) { "true" } else { "false" };
        let button = self.dom.button("speaks")?.set("data-do", "source").set("data-at", &at.to_string());
        let button = button.set("aria-pressed", pressed);
        let button = match source.name {
            Some(name) => button.with(self.piece(name)?.class("name")),
            None => button.with(self.dom.el("span")?.class("name nobody").text("Speaker not found")),
        };
        let button = match source.title {
            Some(title) => button.text(" ").with(self.piece(title)?.class("title")),
            None => button,
        };
        let said = format!("{}, {share} %", counted(source.quotes.len(), "quote", "quotes"));
        let button = button.text(" ").with(self.dom.el("span")?.class("share").text(&said));
        let bar = self.dom.el("span")?.class("bar").set("aria-hidden", "true");
        // the style's attribute is closed to what the page's policy lets through
        let bar = bar.with(self.bar(width)?);
        Ok(self.dom.el("li")?.with(button.with(bar)))
    }

    /// A bar of so many hundredths.
    fn bar(&self, width: usize) -> Result<Element> {
        let bar = self.dom.svg("svg")?.set("viewBox", "0 0 100 1").set("preserveAspectRatio", "none");
        Ok(bar.with(self.dom.svg("path")?.set("d", &format!("M0 0h{width}v1h-{width}z"))))
    }
}
