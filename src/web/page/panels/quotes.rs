//! Quotes as a newsroom notes them: who, how that is known, what is said, and the word that says so.

use super::View;
use super::noted::lined;
use crate::web::page::about::speaker;
use crate::web::page::dom::{Add, Build, Result};
use crate::{Quote, QuoteKind, SpeakerBasis, SpeakerForm};
use web_sys::Element;

impl View<'_> {
    pub(super) fn quotes(&self, root: &Element) -> Result<usize> {
        let quotes = &self.article.quotes;
        let listed = self.listed(root, 'q', quotes.len());
        if self.is_empty(root, listed.len(), quotes.len(), "Nobody is quoted.")? {
            return Ok(quotes.len());
        }
        self.left(root, 'q')?;
        let list = self.dom.el("ol")?.class("rows quotes");
        for &index in listed.iter().take(self.rows) {
            list.add(self.quote(index, &quotes[index])?)?;
        }
        root.add(&list)?;
        self.more(root, "quotes", listed.len())?;
        Ok(quotes.len())
    }

    fn quote(&self, index: usize, quote: &Quote) -> Result<Element> {
        let name = format!("q{index}");
        let number = self.dom.el("span")?.class("number").text(&(index + 1).to_string());
        let jump = self.jump(&name)?.with(&number);
        let jump = match speaker(quote) {
            Some(who) => jump.with(self.piece(who)?.class("who")),
            None => jump.with(self.dom.el("span")?.class("who nobody").text("Speaker not found")),
        };
        let sure = self.sure('q', index);
        let row = lined(self.row("li", &name)?.with(&jump), sure.standing);
        if let Some((before, words, after)) = known(quote) {
            row.add(self.dom.el("p")?.class("how").text(before).with(self.piece(words)?).text(after))?;
        }
        self.standing(&row, &sure, true)?;
        let content = self.dom.el("blockquote")?.set("dir", "auto");
        if quote.parts.is_empty() {
            self.dom.letters(&content, &quote.text)?;
        }
        for (at, part) in quote.parts.iter().enumerate() {
            content.append_with_str_1(if at > 0 { " … " } else { "" })?;
            self.dom.letters(&content, part.of(self.text))?;
        }
        row.add(&content)?;
        let kind = match quote.kind {
            QuoteKind::Direct => None,
            QuoteKind::Indirect => Some("indirect"),
            QuoteKind::Mixed => Some("partly quoted"),
        };
        let line = self.dom.el("p")?.class("how cue-line");
        if let Some(cue) = &quote.cue {
            line.add(self.word("cue", "cue")?)?;
            line.add(self.dom.el("span")?.text(" “").with(self.piece(&cue.text)?).text("”"))?;
        }
        if let Some(kind) = kind {
            line.append_with_str_1(if quote.cue.is_some() { " · " } else { "" })?;
            line.add(self.word(kind, &kind.replace(' ', "-"))?)?;
        }
        if line.has_child_nodes() {
            row.add(&line)?;
        }
        self.tick(&row, &row, ('q', index), &quote.text)?;
        Ok(row)
    }
}

/// How the text names the speaker, where that is not the name: words of ours around words of the text.
fn known(quote: &Quote) -> Option<(&'static str, &str, &'static str)> {
    let speaker = quote.speaker.as_ref()?;
    let source = speaker.text.as_deref().unwrap_or_default();
    let same = speaker.name.as_deref() == Some(source);
    Some(match (speaker.form, speaker.basis) {
        (_, Some(SpeakerBasis::Carried | SpeakerBasis::Reader)) => return None,
        (Some(SpeakerForm::Pronoun), _) => ("“", source, "” in the text"),
        (Some(SpeakerForm::Description), _) if same => ("not named", "", ""),
        (_, Some(SpeakerBasis::Apposition)) if same => ("named, and described beside the name", "", ""),
        (_, Some(SpeakerBasis::Apposition)) => ("“", source, "”, beside the name"),
        _ if same || source.is_empty() => ("named at the quote", "", ""),
        (Some(SpeakerForm::Description), _) => ("described as “", source, "”"),
        _ => ("named as “", source, "”"),
    })
}
