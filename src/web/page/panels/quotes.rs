//! Quotes as a newsroom notes them: who, how that is known, what is said, and the word that says so.

use super::View;
use super::noted::lined;
use crate::web::page::about::speaker;
use crate::web::page::dom::{Add, Build, Result};
use crate::web::page::folds::opening;
use crate::web::page::sources::{in_order, sources};
use crate::{Quote, QuoteAct, QuoteKind, SpeakerBasis, SpeakerForm};
use web_sys::Element;

impl View<'_> {
    /// Who is quoted, what they say, and, folded where `held` is not, what they only hold.
    pub(super) fn quotes(&self, root: &Element, held: bool) -> Result<usize> {
        let quotes = &self.article.quotes;
        let sources = sources(self.article);
        self.sources(root, &sources)?;
        let source = self.source.and_then(|at| sources.get(at));
        let asked = self.listed(root, 'q', quotes.len());
        let is_asked = |index: &usize| {
            asked.binary_search(index).is_ok() && source.is_none_or(|source| source.quotes.contains(index))
        };
        let listed: Vec<usize> = in_order(self.article).into_iter().filter(is_asked).collect();
        if self.is_empty(root, listed.len(), quotes.len(), "Nobody is quoted.")? {
            self.no_comments(root)?;
            return Ok(quotes.len());
        }
        self.left(root, 'q')?;
        let shown = &listed[..self.rows.min(listed.len())];
        let said = shown.partition_point(|&index| quotes[index].act != QuoteAct::Stance);
        if said > 0 {
            root.add(self.list(&shown[..said])?)?;
        }
        if said < shown.len() {
            let all = listed.iter().filter(|&&index| quotes[index].act == QuoteAct::Stance).count();
            let summary = self.dom.el("summary")?.text(&format!("Held, not said: {all} "));
            let note = self.dom.el("span")?.class("share").text("believes, wants, plans, backs");
            let fold = self.dom.el("details")?.class("held").with(summary.with(&note));
            // nothing is to be folded away that is all there is to see
            if held || said == 0 {
                fold.set_attribute("open", "")?;
            }
            fold.add(self.list(&shown[said..])?)?;
            root.add(&fold)?;
        }
        self.more(root, "quotes", listed.len())?;
        self.no_comments(root)?;
        Ok(quotes.len())
    }

    fn list(&self, shown: &[usize]) -> Result<Element> {
        let list = self.dom.el("ol")?.class("rows quotes");
        for &index in shown {
            list.add(self.quote(index, &self.article.quotes[index])?)?;
        }
        Ok(list)
    }

    /// Who did not say anything, after all who did.
    fn no_comments(&self, root: &Element) -> Result<()> {
        if self.article.no_comment.is_empty() {
            return Ok(());
        }
        let section = self.dom.el("section")?.class("declined-list");
        section.add(self.dom.el("h3")?.text("No comment"))?;
        let list = self.dom.el("ul")?;
        for (index, none) in self.article.no_comment.iter().enumerate() {
            let name = format!("d{index}");
            let who = none.entity.and_then(|entity| self.article.entities.get(entity));
            let jump = self.jump(&name)?;
            let jump = match who {
                Some(who) => jump.with(self.piece(&who.name)?.class("who")),
                None => jump.with(self.dom.el("span")?.class("who nobody").text("Somebody not named there")),
            };
            let words = self.dom.el("span")?.class("how").text(" “").with(self.piece(&none.text)?).text("”");
            list.add(
                self.dom.el("li")?.set("id", &format!("row-{name}")).set("data-ref", &name).with(&jump).with(&words),
            )?;
        }
        root.add(section.with(&list))
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
        if let Some(first) = quote.same_as {
            let again = self.dom.el("p")?.class("how").text("The same words as in ");
            row.add(again.with(self.jump(&format!("q{first}"))?.text(&format!("quote {}", first + 1))))?;
        }
        self.tick(&row, &row, ('q', index), &quote.text)?;
        if let Some(tick) = row.query_selector(".tick")? {
            let words = format!("Copy with its attribution: {}", opening(&quote.text, 40));
            let copy = self.dom.button("remarks")?.set("data-do", "cite").set("data-at", &index.to_string());
            tick.add(copy.set("aria-label", &words).text("Copy"))?;
        }
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
