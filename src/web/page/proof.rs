//! The story, set as a proof: every part named in the margin, marks in the text.

use super::dom::{Add, Build, Dom, Result};
use super::marks::{Cutter, Mark, Segment, What};
use super::moments::moment;
use super::{folds, roles};
use crate::order::order;
use crate::{Article, EntityKind, QuoteKind, Role, Span, Speaker, SpeakerBasis, SpeakerForm};
use web_sys::{DocumentFragment, Element, Node};

/// Bytes of text set in one go: a long article's worth, so that the browser never freezes.
const SLICE: usize = 60_000;

/// Parts set in one go.
const BLOCKS: usize = 600;

/// Bytes of a number whose ring stays on one line.
const BRIEF: usize = 24;

/// How far a text is set, and what is needed to go on.
#[derive(Debug, Default)]
pub(crate) struct Setting {
    /// Every mark, in order.
    pub(crate) marks: Vec<Mark>,
    cutter: Cutter,
    block: usize,
    /// Where to go on inside that block, where a slice ended in the middle of it.
    at: Option<usize>,
    paragraphs: usize,
    /// Whether a headline is set, below which crossheads stand.
    headed: bool,
}

impl Setting {
    /// Nothing set yet of a text with these marks.
    pub(crate) fn new(marks: Vec<Mark>) -> Self {
        Self { marks, ..Self::default() }
    }

    /// The label of the next paragraph.
    fn next_paragraph(&mut self) -> String {
        self.paragraphs += 1;
        format!("¶ {}", self.paragraphs)
    }

    /// How many parts are set.
    pub(crate) fn set(&self) -> usize {
        self.block
    }
}

/// What is set, and with what.
pub(crate) struct Proof<'s> {
    /// Makes the elements.
    pub(crate) dom: &'s Dom,
    /// The text as given.
    pub(crate) text: &'s str,
    /// Its breakdown, in UTF-8 offsets.
    pub(crate) article: &'s Article,
}

impl Proof<'_> {
    /// The next slice.
    pub(crate) fn slice(&self, setting: &mut Setting) -> Result<DocumentFragment> {
        let fragment = self.dom.0.create_document_fragment();
        let blocks = &self.article.blocks;
        let (mut bytes, first) = (SLICE, setting.block);
        while bytes > 0 && setting.block < blocks.len().min(first + BLOCKS) {
            let rest = &blocks[setting.block..blocks.len().min(setting.block + BLOCKS)];
            let run = folds::fold(rest);
            if run > 0 && setting.at.is_none() {
                let summary = self.dom.el("summary")?.text(&folds::folded(&rest[..run])).text(": ");
                let summary = summary.with(self.dom.piece(&folds::peek(&rest[..run], self.text))?);
                let fold = self.dom.el("details")?.class("fold").with(&summary);
                for _ in 0..run {
                    self.block(setting, &fold, &mut bytes)?;
                    if bytes == 0 {
                        break;
                    }
                }
                fragment.add(&fold)?;
            } else {
                self.block(setting, &fragment, &mut bytes)?;
            }
        }
        Ok(fragment)
    }

    /// Sets the block whose turn it is, or as much of it as `bytes` allows.
    fn block(&self, setting: &mut Setting, into: &Node, bytes: &mut usize) -> Result<()> {
        let Some(&block) = self.article.blocks.get(setting.block) else { return Ok(()) };
        if let (Some(lede), None) = (self.lede(setting.block), setting.at) {
            return self.run_in(setting, into, (block.span, lede), bytes);
        }
        let tag = match block.role {
            Role::Crosshead if setting.headed => "h4",
            Role::Headline | Role::Crosshead => "h3",
            _ => "p",
        };
        setting.headed |= block.role == Role::Headline;
        let set = self.dom.el(tag)?.class(roles::class(block.role)).set("dir", "auto");
        let index = setting.block;
        let goes_on = setting.at.is_some();
        self.rest(setting, &set, block.span, bytes)?;
        let label = match block.role {
            _ if goes_on => String::new(),
            Role::Paragraph => setting.next_paragraph(),
            role => roles::label(role).to_owned(),
        };
        self.place(into, if roles::is_small(block.role) { "block small" } else { "block" }, index, &[&label], &set)
    }

    /// The paragraph that the dateline at `index` opens on the same line.
    fn lede(&self, index: usize) -> Option<Span> {
        let [dateline, lede] = self.article.blocks.get(index..index + 2)? else { return None };
        let between = Span::new(dateline.span.end, lede.span.start).of(self.text);
        let runs_in = dateline.role == Role::Dateline && lede.role == Role::Paragraph && !between.contains('\n');
        runs_in.then_some(lede.span)
    }

    /// Sets a dateline that runs into its paragraph, as in print.
    fn run_in(&self, setting: &mut Setting, into: &Node, parts: (Span, Span), bytes: &mut usize) -> Result<()> {
        let (dateline, lede) = parts;
        let opening = self.dom.el("span")?.class("dateline");
        self.range(setting, &opening, dateline, bytes)?;
        let set = self.dom.el("p")?.class("paragraph").set("dir", "auto").with(&opening);
        let set = set.text(Span::new(dateline.end, lede.start).of(self.text));
        let index = setting.block;
        setting.block += 1;
        self.rest(setting, &set, lede, bytes)?;
        let labels = [roles::label(Role::Dateline), &setting.next_paragraph()];
        self.place(into, "block", index, &labels, &set)
    }

    /// Puts a part into the story, with its labels in the margin: one for each of the parts from `index` that lie there.
    fn place(&self, into: &Node, class: &str, index: usize, labels: &[&str], set: &Element) -> Result<()> {
        let margin = self.dom.el("p")?.class("role");
        for (at, label) in labels.iter().enumerate().filter(|(_, label)| !label.is_empty()) {
            let name = format!("b{}", index + at);
            // the list of parts has a stop for each; here they would only be in the keyboard's way
            let link = self.dom.el("a")?.set("href", &format!("#row-{name}")).set("data-ref", &name);
            margin.add(self.dom.el("span")?.with(link.set("tabindex", "-1").text(label)))?;
        }
        into.add(self.dom.el("div")?.class(class).with(margin).with(set))
    }

    /// Sets `span`, or what is left of it and fits, and moves on to the next block when it is done.
    fn rest(&self, setting: &mut Setting, into: &Element, span: Span, bytes: &mut usize) -> Result<()> {
        let start = setting.at.take().unwrap_or(span.start);
        let mut end = span.end.min(start.saturating_add((*bytes).max(1)));
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        self.range(setting, into, Span::new(start, end), bytes)?;
        if end < span.end {
            setting.at = Some(end);
        } else {
            setting.block += 1;
        }
        Ok(())
    }

    /// Sets a range of the text with its marks.
    fn range(&self, setting: &mut Setting, into: &Element, range: Span, bytes: &mut usize) -> Result<()> {
        *bytes = bytes.saturating_sub(range.len());
        let Setting { marks, cutter, .. } = setting;
        let mut around: Option<(Vec<usize>, Element)> = None;
        let mut numbers = Vec::new();
        for mut segment in cutter.cut(marks, range) {
            if !numbers.is_empty() {
                // the number comes after the marks that close the sentence round the quote
                let open = segment.around.iter().all(|&index| matches!(marks[index].what, What::Key(_)));
                if open && segment.inner.is_none() {
                    let rest = segment.span.of(self.text);
                    let closing = rest.len() - rest.trim_start_matches(['.', ',', ';', ':', '!', '?', ')']).len();
                    let closing = Span::new(segment.span.start, segment.span.start + closing);
                    self.dom.letters(into, closing.of(self.text))?;
                    segment.span.start = closing.end;
                }
                self.numbers(into, &mut numbers)?;
            }
            if around.as_ref().is_none_or(|(open, _)| *open != segment.around) {
                around = None;
                if !segment.around.is_empty() {
                    let wrap = self.around(marks, &segment)?;
                    into.add(&wrap)?;
                    around = Some((segment.around.clone(), wrap));
                }
            }
            let parent = around.as_ref().map_or(into, |(_, wrap)| wrap);
            match segment.inner {
                Some(index) => {
                    parent.add(self.inner(marks[index], segment.span)?)?;
                }
                None => self.dom.letters(parent, segment.span.of(self.text))?,
            }
            for mark in segment.around.iter().map(|&index| marks[index]) {
                if let What::Quote { index, closes: true } = mark.what
                    && mark.span.end == segment.span.end
                {
                    numbers.push(index);
                }
            }
        }
        self.numbers(into, &mut numbers)
    }

    /// Sets the numbers of quotes that have just ended.
    fn numbers(&self, into: &Element, numbers: &mut Vec<usize>) -> Result<()> {
        numbers.drain(..).try_for_each(|index| into.add(self.number(index)?))
    }

    /// The speaker of a quote whom the text beside it does not name.
    fn speaker(&self, index: usize) -> Option<&str> {
        self.article.quotes.get(index)?.speaker.as_ref().and_then(unnamed)
    }

    /// The element round a segment that marks go round.
    fn around(&self, marks: &[Mark], segment: &Segment) -> Result<Element> {
        let mut classes = Vec::new();
        let mut names = Vec::new();
        // the shortest mark is the one meant where several could be
        let open = order(segment.around.iter().map(|&index| (marks[index].span.len() as u64, 0)));
        for mark in open.into_iter().map(|at| marks[segment.around[at]]) {
            names.push(mark.what.name());
            match mark.what {
                What::Quote { index, .. } => {
                    classes.push("quote");
                    if self.article.quotes.get(index).is_some_and(|quote| quote.kind == QuoteKind::Indirect) {
                        classes.push("indirect");
                    }
                }
                What::Cue(_) => classes.push("cue"),
                What::Source(_) => classes.push("source"),
                What::Warning(_) | What::Check { .. } => classes.push("odd"),
                What::Key(_) => classes.push("key"),
                _ => {}
            }
        }
        Ok(self.dom.el("span")?.class(&classes.join(" ")).set("data-ref", &names.join(" ")))
    }

    /// The element on a name, a time, a number: a link to its row.
    fn inner(&self, mark: Mark, span: Span) -> Result<Element> {
        let name = mark.what.name();
        let (class, nth) = match mark.what {
            What::Entity { kind: EntityKind::Person, mention, .. } => ("m person", mention),
            What::Entity { kind: EntityKind::Place, mention, .. } => ("m place", mention),
            What::Entity { kind: EntityKind::Organization, mention, .. } => ("m organization", mention),
            What::Time(_) => ("m time", 0),
            _ => ("m number", 0),
        };
        let link = self.dom.el("a")?.class(class).set("href", &format!("#row-{name}")).set("data-ref", &name);
        let link = link.set("data-nth", &nth.to_string());
        let link = if span.start == mark.span.start { link } else { link.set("tabindex", "-1") };
        let text = span.of(self.text);
        let value = match mark.what {
            // where the mark goes on after a boundary, its date comes after all of it
            What::Time(index) if span.end == mark.span.end => self.article.times.get(index),
            _ => None,
        };
        let value = value.and_then(|time| short_value(&time.text, &time.value));
        // the date never stands on a line without the last word
        let last = value.map_or(text.len(), |_| text.rfind(char::is_whitespace).unwrap_or(0));
        self.dom.letters(&link, &text[..last])?;
        Ok(match value {
            Some(value) if last == 0 => {
                self.dom.letters(&link, text)?;
                link.class(&format!("{class} brief")).set("data-value", value)
            }
            Some(value) => {
                let end = self.dom.el("span")?.class("brief").set("data-value", value);
                self.dom.letters(&end, &text[last..])?;
                link.with(&end)
            }
            None if matches!(mark.what, What::Quantity(_)) && span.len() <= BRIEF => link.class("m number brief"),
            None => link,
        })
    }

    /// The number after a quote, with the speaker where the words beside it do not name them.
    fn number(&self, index: usize) -> Result<Element> {
        let link = self.dom.el("a")?.class("tag").set("href", &format!("#row-q{index}"));
        let link = link.set("data-ref", &format!("q{index}")).text(&(index + 1).to_string());
        Ok(match self.speaker(index) {
            Some(name) => link.text("\u{2007}").with(self.dom.piece(name)?),
            None => link,
        })
    }
}

/// The name of a speaker whom the text beside the quote does not name.
fn unnamed(speaker: &Speaker) -> Option<&str> {
    let name = speaker.name.as_deref()?;
    let carried = speaker.basis == Some(SpeakerBasis::Carried);
    let said = speaker.form == Some(SpeakerForm::Name) || speaker.text.as_deref() == Some(name);
    (carried || !said).then_some(name)
}

/// The value to show after a time: where it is a date that the words do not give themselves.
fn short_value<'v>(text: &str, value: &'v str) -> Option<&'v str> {
    let year = value.get(..4)?;
    (moment(value).is_some() && !text.contains(year)).then_some(value)
}
