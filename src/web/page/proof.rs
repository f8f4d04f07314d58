//! A unit of the story, set as a proof: every part named in the margin, marks in the text.

use super::dom::{Add, Build, Dom, Result, all};
use super::figures::counted;
use super::marks::{Cutter, Mark, Segment, What};
use super::moments::moment;
use super::plan::Unit;
use super::roles;
use crate::order::order;
use crate::{Article, Block, EntityKind, QuoteKind, Role, Span, Speaker, SpeakerBasis, SpeakerForm};
use web_sys::Element;

/// Bytes of a time that stays on one line with the date after it.
const BRIEF: usize = 20;

/// What is set, and with what.
pub(crate) struct Proof<'s> {
    /// Makes the elements.
    pub(crate) dom: &'s Dom,
    /// The text as given.
    pub(crate) text: &'s str,
    /// Its breakdown, in UTF-8 offsets.
    pub(crate) article: &'s Article,
    /// Every mark, in order.
    pub(crate) marks: &'s [Mark],
}

impl Proof<'_> {
    /// The element of a unit, with nothing in it yet.
    pub(crate) fn shell(&self, unit: &Unit) -> Result<Element> {
        if unit.folded {
            return Ok(self.dom.el("details")?.class("fold"));
        }
        let small = self.blocks(unit).first().is_some_and(|block| roles::is_small(block.role));
        Ok(self.dom.el("div")?.class(if small { "block small" } else { "block" }))
    }

    /// Sets a unit in its element.
    pub(crate) fn fill(&self, unit: &Unit, shell: &Element) -> Result<()> {
        let mut cutter = unit.cutter.clone();
        let blocks = self.blocks(unit);
        if unit.folded {
            let words = counted(blocks.len(), "line", "lines");
            shell.add(self.dom.el("summary")?.text(&words).text(" of page furniture"))?;
            return blocks.iter().try_for_each(|block| {
                let small = if roles::is_small(block.role) { "block small" } else { "block" };
                let part = self.dom.el("div")?.class(small);
                self.part(&mut cutter, &part, *block, block.span, &[roles::label(block.role)])?;
                shell.add(&part)
            });
        }
        match *blocks {
            [dateline, lede] => self.run_in(&mut cutter, shell, (dateline.span, lede.span), unit),
            [block] if block.span.start < unit.span.start => self.part(&mut cutter, shell, block, unit.span, &[]),
            [block] => {
                let paragraph = label(unit);
                let label = if block.role == Role::Paragraph { &paragraph } else { roles::label(block.role) };
                self.part(&mut cutter, shell, block, unit.span, &[label])
            }
            _ => Ok(()),
        }
    }

    /// Gives a unit that was set before, in another breakdown, the numbers that it has in this one.
    pub(crate) fn renumber(&self, before: &Unit, unit: &Unit, set: &Element) -> Result<()> {
        if before.paragraph != unit.paragraph
            && let Some(place) = set.query_selector(":scope > .role > span:last-child")?
        {
            place.set_text_content(Some(&label(unit)));
        }
        if unit.names_as(before) {
            return Ok(());
        }
        let fresh = self.shell(unit)?;
        self.fill(unit, &fresh)?;
        for (old, new) in all(set, "[data-ref]").into_iter().zip(all(&fresh, "[data-ref]")) {
            for name in ["data-ref", "data-nth", "href"] {
                if let Some(value) = new.get_attribute(name) {
                    old.set_attribute(name, &value)?;
                }
            }
            if old.class_list().contains("tag")
                && let (Some(old), Some(new)) = (old.first_child(), new.first_child())
            {
                old.set_text_content(new.text_content().as_deref());
            }
        }
        Ok(())
    }

    fn blocks(&self, unit: &Unit) -> &[Block] {
        self.article.blocks.get(unit.blocks.clone()).unwrap_or_default()
    }

    /// Sets a part, or a piece of it, with its labels in the margin.
    fn part(&self, cutter: &mut Cutter, into: &Element, block: Block, piece: Span, labels: &[&str]) -> Result<()> {
        let tag = match block.role {
            Role::Headline => "h3",
            Role::Crosshead => "h4",
            _ => "p",
        };
        let set = self.dom.el(tag)?.class(roles::class(block.role)).set("dir", "auto");
        self.range(cutter, &set, piece)?;
        self.place(into, labels, &set)
    }

    /// Sets a dateline that runs into its paragraph, as in print.
    fn run_in(&self, cutter: &mut Cutter, into: &Element, parts: (Span, Span), unit: &Unit) -> Result<()> {
        let (dateline, lede) = parts;
        let opening = self.dom.el("span")?.class("dateline");
        self.range(cutter, &opening, dateline)?;
        let set = self.dom.el("p")?.class("paragraph").set("dir", "auto").with(&opening);
        let set = set.text(Span::new(dateline.end, lede.start).of(self.text));
        self.range(cutter, &set, lede)?;
        self.place(into, &[roles::label(Role::Dateline), &label(unit)], &set)
    }

    /// Puts a part into its element, with its labels in the margin.
    fn place(&self, into: &Element, labels: &[&str], set: &Element) -> Result<()> {
        let margin = self.dom.el("p")?.class("role");
        for label in labels {
            margin.add(self.dom.el("span")?.text(label))?;
        }
        into.add(&margin)?;
        into.add(set)
    }

    /// Sets a range of the text with its marks.
    fn range(&self, cutter: &mut Cutter, into: &Element, range: Span) -> Result<()> {
        let marks = self.marks;
        let mut around: Option<(Vec<usize>, Element)> = None;
        let mut numbers = Vec::new();
        for mut segment in cutter.cut(marks, range) {
            if !numbers.is_empty() {
                // the number comes after the marks that close the sentence round the quote
                if segment.around.is_empty() && segment.inner.is_none() {
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
                    let inner = self.inner(marks[index], segment.span)?;
                    self.dom.letters(&inner, segment.span.of(self.text))?;
                    parent.add(&inner)?;
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
        numbers.drain(..).try_for_each(|index| {
            // a number stays with its quote; a name may go on the next line
            if self.speaker(index).is_some() {
                into.add(self.dom.el("wbr")?)?;
            }
            into.add(self.number(index)?)
        })
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
                What::Warning(_) => classes.push("odd"),
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
        if span.end < mark.span.end {
            // the mark goes on after a boundary: one stop for the keyboard is enough
            return Ok(if span.start == mark.span.start { link } else { link.set("tabindex", "-1") });
        }
        let link = if span.start == mark.span.start { link } else { link.set("tabindex", "-1") };
        Ok(match mark.what {
            What::Time(index) => {
                match self.article.times.get(index).and_then(|time| short_value(&time.text, &time.value)) {
                    Some(value) => {
                        // a short one keeps its date on its line
                        let brief = if time_is_brief(self.article, index) { " brief" } else { "" };
                        link.class(&format!("{class}{brief}")).set("data-value", value)
                    }
                    None => link,
                }
            }
            _ => link,
        })
    }

    /// The number after a quote, with the speaker where the words beside it do not name them.
    fn number(&self, index: usize) -> Result<Element> {
        let link = self.dom.el("a")?.class("tag").set("href", &format!("#row-q{index}"));
        let link = link.set("data-ref", &format!("q{index}")).text(&(index + 1).to_string());
        Ok(match self.speaker(index) {
            Some(name) => link.text("\u{2002}").with(self.dom.piece(name)?),
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

/// The label of the paragraph in a unit.
fn label(unit: &Unit) -> String {
    unit.paragraph.map_or_else(String::new, |number| format!("¶ {number}"))
}

fn time_is_brief(article: &Article, index: usize) -> bool {
    article.times.get(index).is_some_and(|time| time.span.len() <= BRIEF)
}

/// The value to show after a time: where it is a date that the words do not give themselves.
fn short_value<'v>(text: &str, value: &'v str) -> Option<&'v str> {
    let year = value.get(..4)?;
    (moment(value).is_some() && !text.contains(year)).then_some(value)
}
