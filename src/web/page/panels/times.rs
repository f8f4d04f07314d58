//! Times along a line, in order, with the story's own date among them; apart, what has no date.

use super::View;
use super::noted::lined;
use crate::order::order;
use crate::web::page::dom::{Add, Build, Result};
use crate::web::page::moments::{Moment, gap, moment, told_whole};
use crate::{Span, Time};
use web_sys::Element;

/// Bytes of a sentence shown before a time, about half a line.
const BEFORE: usize = 32;

/// Bytes of a sentence shown after a time.
const AFTER: usize = 64;

impl View<'_> {
    pub(super) fn times(&self, root: &Element) -> Result<usize> {
        let times = &self.article.times;
        let listed = self.listed(root, 't', times.len());
        if self.is_empty(root, listed.len(), times.len(), "No times named.")? {
            return Ok(times.len());
        }
        self.left(root, 't')?;
        let mut placed = Vec::new();
        let mut open = Vec::new();
        for &index in &listed {
            let time = &times[index];
            match moment(&time.value) {
                Some(moment) => placed.push((moment, time.value.as_str(), Some(index))),
                None => open.push(index),
            }
        }
        if let Some((value, moment)) = self.date.and_then(|value| Some((value, moment(value)?))) {
            placed.push((moment, value, None));
        }
        let order = order(placed.iter().map(|(moment, _, _)| moment.key()));
        let placed: Vec<_> = order.into_iter().map(|at| &placed[at]).collect();
        self.line(root, &placed)?;
        if !open.is_empty() {
            root.add(self.dom.el("h3")?.text("Not on the line"))?;
            let list = self.dom.el("ul")?.class("rows apart");
            for &index in open.iter().take(self.rows) {
                list.add(self.mention(index, &times[index], true)?)?;
            }
            root.add(&list)?;
        }
        self.more(root, "times", listed.len())?;
        Ok(times.len())
    }

    fn line(&self, root: &Element, placed: &[&(Moment, &str, Option<usize>)]) -> Result<()> {
        if placed.is_empty() {
            return Ok(());
        }
        let line = self.dom.el("ol")?.class("line");
        let mut before: Option<&Moment> = None;
        let mut left = self.rows;
        for node in placed.chunk_by(|a, b| a.1 == b.1) {
            if left == 0 {
                break;
            }
            let (moment, ..) = node[0];
            if let Some(words) = before.and_then(|before| gap(before, moment)) {
                line.add(self.dom.el("li")?.class("gap").text(&words))?;
            }
            before = Some(moment);
            let own = node.iter().any(|(_, _, index)| index.is_none());
            let head = self.dom.el("p")?.class("when").text(&moment.words);
            let item = self.dom.el("li")?.class(if own { "node own" } else { "node" }).with(&head);
            if own {
                item.add(self.dom.el("p")?.class("own-date").text("The story’s own date"))?;
            }
            let list = self.dom.el("ul")?.class("rows");
            for index in node.iter().filter_map(|(_, _, index)| *index).take(left) {
                left -= 1;
                list.add(self.mention(index, &self.article.times[index], false)?)?;
            }
            if list.child_element_count() > 0 {
                item.add(&list)?;
            }
            line.add(&item)?;
        }
        root.add(&line)?;
        Ok(())
    }

    /// A time in the words around it, with what it means where the line does not say that.
    fn mention(&self, index: usize, time: &Time, apart: bool) -> Result<Element> {
        let name = format!("t{index}");
        let (before, after) = self.context(time.span);
        let jump = self.jump(&name)?;
        self.dom.letters(&jump, &before)?;
        jump.add(self.piece(&time.text)?.class("m time"))?;
        self.dom.letters(&jump, &after)?;
        let sure = self.sure('t', index);
        let row = lined(self.row("li", &name)?.with(&jump), sure.standing);
        let meant = told_whole(time);
        if apart && meant != time.text {
            row.add(self.dom.el("span")?.class("note").with(self.piece(&meant)?))?;
        }
        self.standing(&row, &sure, true)?;
        self.tick(&row, &row, ('t', index), &time.text)?;
        Ok(row)
    }

    /// The words before and after `span` in its sentence.
    fn context(&self, span: Span) -> (String, String) {
        let at = self.article.sentences.partition_point(|sentence| sentence.span.end < span.end);
        let Some(sentence) = self.article.sentences.get(at).filter(|sentence| sentence.span.contains(span)) else {
            return (String::new(), String::new());
        };
        let before = Span::new(sentence.span.start, span.start).of(self.text);
        let after = Span::new(span.end, sentence.span.end).of(self.text);
        let cut = before.len().saturating_sub(BEFORE);
        // from the first word that fits; a word is cut off only where there is no other
        let from = before.char_indices().find(|(at, c)| *at >= cut && (cut == 0 || c.is_whitespace()));
        let from = from.map_or(before.len(), |(at, _)| at);
        let to =
            after.char_indices().find(|(at, c)| *at >= AFTER && c.is_whitespace()).map_or(after.len(), |(at, _)| at);
        let before = format!("{}{}", if from > 0 { "…" } else { "" }, &before[from..]);
        let after = format!("{}{}", &after[..to], if to < after.len() { " …" } else { "" });
        (one_line(&before), one_line(&after))
    }
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
