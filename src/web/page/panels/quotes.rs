//! Quotes: source, who that is and how it is known, cue, content.

use super::View;
use crate::web::page::dom::{Add, Build, Result};
use crate::{Quote, QuoteKind, SpeakerBasis, SpeakerForm};
use web_sys::Element;

impl View<'_> {
    pub(super) fn quotes(&self, root: &Element) -> Result<usize> {
        let quotes = &self.article.quotes;
        if quotes.is_empty() {
            self.none(root, "Nobody is quoted.")?;
            return Ok(0);
        }
        let list = self.dom.el("ol")?.class("rows quotes");
        for (index, quote) in quotes.iter().enumerate().take(self.rows) {
            list.add(self.quote(index, quote)?)?;
        }
        root.add(&list)?;
        self.more(root, "quotes", quotes.len())?;
        Ok(quotes.len())
    }

    fn quote(&self, index: usize, quote: &Quote) -> Result<Element> {
        let name = format!("q{index}");
        let speaker = quote.speaker.as_ref();
        let who = speaker.and_then(|speaker| speaker.name.as_deref().or(speaker.text.as_deref()));
        let number = self.dom.el("span")?.class("number").text(&(index + 1).to_string());
        let jump = self.jump(&name)?.with(&number);
        let jump = match who {
            Some(who) => jump.with(self.piece(who)?.class("who")),
            None => jump.with(self.dom.el("span")?.class("who nobody").text("Speaker not found")),
        };
        let row = self.row("li", &name)?.with(&jump);
        let how = how(quote);
        if !how.is_empty() {
            let line = self.dom.el("p")?.class("how");
            for (at, (before, words, after)) in how.iter().enumerate() {
                line.append_with_str_1(if at > 0 { " · " } else { "" })?;
                line.append_with_str_1(before)?;
                line.add(self.piece(words)?)?;
                line.append_with_str_1(after)?;
            }
            row.add(&line)?;
        }
        let content = self.dom.el("blockquote")?.set("dir", "auto");
        if quote.parts.is_empty() {
            self.dom.letters(&content, &quote.text)?;
        }
        for (at, part) in quote.parts.iter().enumerate() {
            content.append_with_str_1(if at > 0 { " … " } else { "" })?;
            self.dom.letters(&content, part.of(self.text))?;
        }
        row.add(&content)?;
        Ok(row)
    }
}

/// How the speaker is known, the cue, the kind: each as words of ours around words of the text.
fn how(quote: &Quote) -> Vec<(&'static str, String, &'static str)> {
    let mut how = Vec::new();
    if let Some(speaker) = &quote.speaker {
        let source = speaker.text.clone().unwrap_or_default();
        match (speaker.form, speaker.basis) {
            (_, Some(SpeakerBasis::Carried)) => how.push(match quote.continues {
                Some(from) => ("goes on from quote ", (from + 1).to_string(), ""),
                None => ("the same speech goes on", String::new(), ""),
            }),
            (Some(SpeakerForm::Pronoun), _) if speaker.name.is_some() => how.push(("“", source, "”, by the pronoun")),
            (Some(SpeakerForm::Pronoun), _) => how.push(("“", source, "”, a pronoun that stays open")),
            (Some(SpeakerForm::Description), _) if speaker.name.as_deref() == Some(source.as_str()) => {
                how.push(("not named", String::new(), ""));
            }
            (Some(SpeakerForm::Description), _) => how.push(("“", source, "”, by the description")),
            (_, Some(SpeakerBasis::Apposition)) => how.push(("“", source, "”, by the words beside the name")),
            (_, _) if speaker.name.as_deref() != Some(source.as_str()) && !source.is_empty() => {
                how.push(("“", source, "”, by name"));
            }
            _ => how.push(("by name", String::new(), "")),
        }
    }
    if let Some(cue) = &quote.cue {
        how.push(("cue “", cue.text.clone(), "”"));
    }
    match quote.kind {
        QuoteKind::Direct => {}
        QuoteKind::Indirect => how.push(("indirect", String::new(), "")),
        QuoteKind::Mixed => how.push(("partly quoted", String::new(), "")),
    }
    how
}
