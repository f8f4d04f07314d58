//! Checks: what was odd in reading, then what does not fit together, each with its places.

use super::{View, opening};
use crate::web::page::dom::{Add, Build, Result};
use crate::{Article, Check, Tick, Warning, WarningCode, Why};
use js_sys::Array;
use js_sys::Intl::{DisplayNames, DisplayNamesOptions, DisplayNamesType};
use web_sys::Element;

/// Characters shown of a place.
const PLACE: usize = 32;

/// Characters shown of the sentence that a warning is about.
const AROUND: usize = 56;

impl View<'_> {
    pub(super) fn checks(&self, root: &Element) -> Result<usize> {
        let (warnings, checks) = (&self.article.warnings, &self.article.checks);
        let orphans: Vec<_> = self.ticks.orphans().collect();
        let count = warnings.len() + checks.len() + orphans.len();
        if count == 0 {
            self.none(root, "Nothing looks wrong.")?;
            return Ok(0);
        }
        let list = self.dom.el("ul")?.class("rows checks");
        for (index, warning) in warnings.iter().enumerate().take(self.rows) {
            list.add(self.warning(index, warning)?)?;
        }
        for (index, check) in checks.iter().enumerate().take(self.rows.saturating_sub(warnings.len())) {
            list.add(self.check(index, check)?)?;
        }
        for (at, tick, why) in orphans {
            list.add(self.orphan(at, tick, why)?)?;
        }
        root.add(&list)?;
        self.more(root, "checks", count)?;
        Ok(count)
    }

    fn warning(&self, index: usize, warning: &Warning) -> Result<Element> {
        let name = format!("w{index}");
        let row = self.row("li", &name)?;
        let words = self.piece(&told(warning, Some(self.article)))?;
        let Some(span) = warning.span else { return Ok(row.with(&words)) };
        let at = self.article.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let around = self.article.sentences.get(at).filter(|sentence| sentence.span.contains(span));
        let around = self.piece(&opening(around.map_or(span, |sentence| sentence.span).of(self.text), AROUND))?;
        Ok(row.with(self.jump(&name)?.with(&words)).with(self.dom.el("p")?.class("note").with(&around)))
    }

    /// A tick whose words are gone: it is kept, and never moved to others.
    fn orphan(&self, at: usize, tick: &Tick, why: Why) -> Result<Element> {
        let what = if tick.checked { "You checked" } else { "You remarked on" };
        let words = tick.at.as_ref().map_or("", |anchor| anchor.words.as_str());
        let words = self.piece(&opening(words, AROUND))?;
        let row = self.dom.el("li")?.class("row lost").text(what).text(" “").with(&words).text("”, but ");
        let row = row.text(match why {
            Why::SeveralPlaces => "several places now fit these words as well as each other.",
            Why::NothingRead => "nothing of the kind is read there any more.",
            _ => "these words are gone, or stand among others.",
        });
        for (label, said) in [("Remark", &tick.remark), ("Source", &tick.source)] {
            if let Some(said) = said {
                row.add(self.dom.el("p")?.class("note").text(label).text(": ").with(self.piece(said)?))?;
            }
        }
        let drop = self.dom.button("offer")?.set("data-do", "drop-tick").set("data-at", &at.to_string());
        Ok(row.text(" ").with(drop.text("Forget it")))
    }

    /// What does not fit, and its places beside each other, each of which can be gone to.
    fn check(&self, index: usize, check: &Check) -> Result<Element> {
        let name = format!("c{index}");
        let row = self.row("li", &name)?.with(self.jump(&name)?.with(self.piece(&sentence(&check.message))?));
        let places = self.dom.el("p")?.class("places");
        for (place, span) in check.places.iter().enumerate() {
            let words = self.piece(&opening(span.of(self.text), PLACE))?;
            let jump = self.jump(&name)?.set("data-nth", &place.to_string()).text("“").with(&words).text("”");
            places.append_with_str_1(if place > 0 { " · " } else { "" })?;
            places.add(&jump)?;
        }
        Ok(row.with(&places))
    }
}

/// A warning as a sentence, with the name of a language instead of its tag.
pub(crate) fn told(warning: &Warning, article: Option<&Article>) -> String {
    let said = sentence(&warning.message);
    let tag = article.and_then(|article| article.language.as_deref());
    match tag.filter(|_| warning.code == WarningCode::Language) {
        Some(tag) => {
            let options = DisplayNamesOptions::new();
            options.set_type(DisplayNamesType::Language);
            let name = DisplayNames::new(&Array::of1(&"en-GB".into()), &options).of(tag);
            said.replace(&format!("{tag:?}"), &name.map_or_else(|| tag.to_owned(), String::from))
        }
        None => said,
    }
}

/// A message, which begins small as a part of a longer one would, as a sentence.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    // messages are ours and begin with an ASCII letter
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).chain((!message.ends_with('.')).then_some('.')).collect()
}
