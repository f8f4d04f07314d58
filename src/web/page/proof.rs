//! A unit of the story, set as a proof: every part named in the margin, marks in the text.

use super::dom::{Add, Build, Dom, Result, all};
use super::marks::{Cutter, Mark, Segment, What};
use super::moments::brief;
use super::plan::Unit;
use super::sure::{self, Standing};
use super::{folds, roles};
use crate::order::order;
use crate::{Article, Block, EntityKind, QuoteKind, Role, Span, Speaker, SpeakerBasis, SpeakerForm};
use web_sys::Element;

/// Bytes of a number whose ring stays on one line.
const BRIEF: usize = 24;

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
            let summary = self.dom.el("summary")?.text(&folds::folded(blocks)).text(": ");
            shell.add(summary.with(self.dom.piece(&folds::peek(blocks, self.text))?))?;
            return blocks.iter().zip(unit.blocks.clone()).try_for_each(|(block, index)| {
                let small = if roles::is_small(block.role) { "block small" } else { "block" };
                let part = self.dom.el("div")?.class(small);
                self.part(&mut cutter, &part, *block, block.span, (index, &[labelled(block.role)]), unit)?;
                shell.add(&part)
            });
        }
        match *blocks {
            [dateline, lede] => self.run_in(&mut cutter, shell, (dateline.span, lede.span), unit),
            [block] if block.span.start < unit.span.start => {
                self.part(&mut cutter, shell, block, unit.span, (0, &[]), unit)
            }
            [block] => {
                let paragraph = label(unit);
                let label = if block.role == Role::Paragraph { &paragraph } else { roles::label(block.role) };
                self.part(
                    &mut cutter,
                    shell,
                    block,
                    unit.span,
                    (unit.blocks.start, &[(roles::class(block.role), label)]),
                    unit,
                )
            }
            _ => Ok(()),
        }
    }

    /// Gives a unit that was set before, in another breakdown, the numbers that it has in this one.
    pub(crate) fn renumber(&self, before: &Unit, unit: &Unit, set: &Element) -> Result<()> {
        if before.paragraph != unit.paragraph
            // a word for how sure the part is may stand after it
            && let Some(place) = all(set, ":scope > .role > span > a").last()
        {
            place.set_text_content(Some(&label(unit)));
        }
        if before.blocks.start != unit.blocks.start {
            for (at, link) in all(set, ".role a").into_iter().enumerate() {
                let name = format!("b{}", unit.blocks.start + at);
                link.set_attribute("href", &format!("#row-{name}"))?;
                link.set_attribute("data-ref", &name)?;
            }
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
    fn part(
        &self,
        cutter: &mut Cutter,
        into: &Element,
        block: Block,
        piece: Span,
        labels: (usize, &[(&str, &str)]),
        unit: &Unit,
    ) -> Result<()> {
        let tag = match block.role {
            Role::Crosshead if unit.headed => "h4",
            // without a headline above them crossheads are headings of its level
            Role::Headline | Role::Crosshead => "h3",
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
        let paragraph = label(unit);
        let labels = [labelled(Role::Dateline), (roles::class(Role::Paragraph), paragraph.as_str())];
        self.place(into, (unit.blocks.start, &labels), &set)
    }

    /// Puts a part into its element, with its labels in the margin: one for each of the parts from an index on that lie
    /// there.
    fn place(&self, into: &Element, labels: (usize, &[(&str, &str)]), set: &Element) -> Result<()> {
        let margin = self.dom.el("p")?.class("role");
        for (at, (entry, label)) in labels.1.iter().enumerate() {
            let index = labels.0 + at;
            let name = format!("b{index}");
            // the list of parts has a stop for each; here they would only be in the keyboard's way
            let link = self.dom.el("a")?.set("href", &format!("#row-{name}")).set("data-ref", &name);
            let link = link.set("data-what", entry).set("tabindex", "-1").text(label);
            margin.add(self.dom.el("span")?.with(link))?;
            let word = sure::block(self.article, index).standing.word();
            if !word.is_empty() {
                margin.add(self.dom.el("span")?.set("data-what", "sure").text(word))?;
            }
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
                    classes.push(self.standing('q', index).class());
                }
                What::Cue(_) => classes.push("cue"),
                What::Source(_) => classes.push("source"),
                What::Warning(_) | What::Check { .. } => classes.push("odd"),
                What::Key(_) => classes.push("key"),
                What::NoComment(_) => classes.push("declined"),
                What::Own(_) => classes.push("own"),
                _ => {}
            }
        }
        let own = classes.contains(&"own");
        let around = self.dom.el("span")?.class(&classes.join(" ")).set("data-ref", &names.join(" "));
        // the arrows come by, as at other marks that say something
        Ok(if own { around.set("tabindex", "-1") } else { around })
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
        let standing = match mark.what {
            What::Entity { index, .. } => self.standing('e', index),
            What::Time(index) => self.standing('t', index),
            What::Quantity(index) => self.standing('n', index),
            _ => Standing::Stated,
        };
        // a mark that another one crosses is set in pieces, which look like one
        let (begun, goes_on) = (span.start > mark.span.start, span.end < mark.span.end);
        let joint = [if begun { " begun" } else { "" }, if goes_on { " goes-on" } else { "" }].concat();
        let class = format!("{class} {}", standing.class());
        let class = format!("{}{joint}", class.trim_end());
        let link = self.dom.el("a")?.class(&class).set("href", &format!("#row-{name}")).set("data-ref", &name);
        // the story is one stop; the arrows go from mark to mark
        let link = link.set("data-nth", &nth.to_string()).set("tabindex", "-1");
        // a date that was worked out is its own word
        let word = if standing == Standing::Inferred || goes_on { "" } else { standing.word() };
        let link = if word.is_empty() { link } else { link.set("data-sure", word) };
        let text = span.of(self.text);
        let value = match mark.what {
            // where the mark goes on after a boundary, its date comes after all of it
            What::Time(index) if !goes_on => self.article.times.get(index),
            _ => None,
        };
        let value = value.and_then(|time| brief(&time.text, &time.value));
        // the date never stands on a line without the last word
        let last = value.as_ref().map_or(text.len(), |_| text.rfind(char::is_whitespace).unwrap_or(0));
        self.dom.letters(&link, &text[..last])?;
        Ok(match value {
            Some(value) if last == 0 => {
                self.dom.letters(&link, text)?;
                link.class(&format!("{class} brief")).set("data-value", &value)
            }
            Some(value) => {
                let end = self.dom.el("span")?.class("brief").set("data-value", &value);
                self.dom.letters(&end, &text[last..])?;
                link.with(&end)
            }
            None if matches!(mark.what, What::Quantity(_)) && span.len() <= BRIEF => {
                link.class(&format!("{class} brief"))
            }
            None => link,
        })
    }

    /// The number after a quote, with the speaker where the words beside it do not name them.
    fn number(&self, index: usize) -> Result<Element> {
        let link = self.dom.el("a")?.class("tag").set("href", &format!("#row-q{index}")).set("tabindex", "-1");
        let link = link.set("data-ref", &format!("q{index}")).text(&(index + 1).to_string());
        let link = match self.speaker(index) {
            Some(name) => link.text("\u{2007}").with(self.dom.piece(name)?),
            None => link,
        };
        Ok(match self.standing('q', index) {
            standing @ (Standing::Unsure | Standing::Reader) => link.text("\u{2002}").text(standing.word()),
            _ => link,
        })
    }

    /// How sure the thing of this letter is.
    fn standing(&self, kind: char, index: usize) -> Standing {
        sure::of(self.article, kind, index).unwrap_or_default().standing
    }
}

/// The name of a speaker whom the text beside the quote does not name.
fn unnamed(speaker: &Speaker) -> Option<&str> {
    let name = speaker.name.as_deref()?;
    let carried = speaker.basis == Some(SpeakerBasis::Carried);
    let said = speaker.form == Some(SpeakerForm::Name) || speaker.text.as_deref() == Some(name);
    (carried || !said).then_some(name)
}

/// The entry of a role in the list of words, and its label.
fn labelled(role: Role) -> (&'static str, &'static str) {
    (roles::class(role), roles::label(role))
}

/// The label of the paragraph in a unit.
fn label(unit: &Unit) -> String {
    unit.paragraph.map_or_else(String::new, |number| format!("¶ {number}"))
}
