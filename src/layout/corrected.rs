//! What a reader says of the parts: where they begin and what they are. It holds against all that was decided, and the
//! grammars read the changed parts anew, so that the head follows.

use super::parts::Parts;
use super::states::Zone;
use super::{byline, contributors, credit, dateline, is_invisible, signoff, timestamp};
use crate::text::Text;
use crate::{Basis, Block, DateOrder, Role, Span};

/// What a reader says of the words at `span`, in bytes of what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Told {
    /// The words.
    pub(crate) span: Span,
    /// What of them.
    pub(crate) says: Says,
}

/// What a reader says of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// A part begins with them.
    Begins,
    /// They lie in one part.
    One,
    /// They are one part, of this role.
    Are(Role),
    /// They begin a part of this role.
    Open(Role),
}

/// The longest text that is an author's name where the grammar knows none in it, in bytes.
const LONGEST_NAME: usize = 80;

/// Changes `parts` by what is `told`, one after the other. `rest` are the blocks of further articles, which begin at byte
/// `end`; they have no head.
pub(super) fn apply(
    text: &Text<'_>,
    order: Option<DateOrder>,
    (parts, rest, end): (&mut Parts, &mut Vec<Block>, usize),
    told: &[Told],
) {
    let credited: Vec<(Option<Span>, credit::Reading)> = std::mem::take(&mut parts.credits)
        .into_iter()
        .map(|(index, credit)| (parts.blocks.get(index).map(|block| block.span), credit))
        .collect();
    let mut list = Cuts { text, blocks: std::mem::take(&mut parts.blocks), zones: std::mem::take(&mut parts.zones) };
    list.zones.resize(list.blocks.len() + rest.len(), Zone::After);
    list.blocks.append(rest);
    for told in told {
        list.take(*told);
    }
    let first = list.blocks.partition_point(|block| block.span.start < end);
    *rest = list.blocks.split_off(first);
    list.zones.truncate(first);
    (parts.blocks, parts.zones) = (list.blocks, list.zones);
    let changed: Vec<Span> = parts.blocks.iter().filter(|block| is_told(block)).map(|block| block.span).collect();
    forget(parts, &changed);
    let kept = credited.into_iter().filter_map(|(span, credit)| {
        let index = parts.blocks.binary_search_by_key(&span?.start, |block| block.span.start).ok()?;
        (!is_told(&parts.blocks[index])).then_some((index, credit))
    });
    parts.credits = kept.collect();
    // a reader's dateline is the story's
    if parts.blocks.iter().any(|block| is_told(block) && block.role == Role::Dateline) {
        parts.dateline = None;
    }
    for index in 0..parts.blocks.len() {
        if is_told(&parts.blocks[index]) {
            read_again(text, order, parts, index);
        }
    }
}

/// Puts `item` where it belongs in the order of `list`: each further type that is sorted weighs more.
fn put<T>(list: &mut Vec<T>, item: T, place: impl Fn(&T) -> usize) {
    let at = list.partition_point(|other| place(other) <= place(&item));
    list.insert(at, item);
}

/// Whether a reader said something of a block.
fn is_told(block: &Block) -> bool {
    block.basis == Some(Basis::Reader)
}

/// The blocks while they are cut and joined.
struct Cuts<'a, 't> {
    text: &'a Text<'t>,
    blocks: Vec<Block>,
    zones: Vec<Zone>,
}

impl Cuts<'_, '_> {
    fn take(&mut self, told: Told) {
        let span = told.span.trim(self.text.source);
        if span.is_empty() {
            return;
        }
        match told.says {
            Says::Begins => self.cut(span.start),
            Says::One => self.join(span),
            Says::Are(role) => {
                self.cut(span.start);
                self.cut(span.end);
                self.join(span);
                self.name(span.start, role);
            }
            Says::Open(role) => {
                self.cut(span.start);
                self.name(span.start, role);
            }
        }
    }

    /// The block that ends after `at`.
    fn index(&self, at: usize) -> usize {
        self.blocks.partition_point(|block| block.span.end <= at)
    }

    /// Cuts the block in which `at` lies in two there.
    fn cut(&mut self, at: usize) {
        let index = self.index(at);
        let Some(block) = self.blocks.get_mut(index).filter(|block| block.span.start < at) else { return };
        let before = Span::new(block.span.start, at).trim(self.text.source);
        let after = Span::new(at, block.span.end).trim(self.text.source);
        if before.is_empty() || after.is_empty() {
            return;
        }
        tell(block);
        block.span = before;
        let after = Block { span: after, ..*block };
        self.blocks.insert(index + 1, after);
        self.zones.insert(index + 1, self.zones[index]);
    }

    /// Makes one of the blocks in which `span` lies.
    fn join(&mut self, span: Span) {
        let first = self.index(span.start);
        let count = self.blocks[first..].partition_point(|block| block.span.start < span.end);
        if count < 2 {
            return;
        }
        let last = first + count - 1;
        self.blocks[first].span.end = self.blocks[last].span.end;
        tell(&mut self.blocks[first]);
        self.blocks.drain(first + 1..=last);
        self.zones.drain(first + 1..=last);
    }

    /// Gives the block in which `at` lies its role.
    fn name(&mut self, at: usize, role: Role) {
        let index = self.index(at);
        let Some(block) = self.blocks.get_mut(index) else { return };
        block.role = role;
        tell(block);
        // what a reader calls a part of the head is one, wherever it stands
        let head = matches!(
            role,
            Role::Url
                | Role::Section
                | Role::Headline
                | Role::Standfirst
                | Role::Byline
                | Role::Timestamp
                | Role::Dateline
        );
        if head {
            self.zones[index] = Zone::Head;
        }
    }
}

/// Says that a reader spoke of `block`.
fn tell(block: &mut Block) {
    block.basis = Some(Basis::Reader);
    block.certainty = None;
}

/// Forgets what the grammars read in the blocks that a reader `changed`.
fn forget(parts: &mut Parts, changed: &[Span]) {
    let within = |span: Span| {
        let at = changed.partition_point(|changed| changed.end <= span.start);
        changed.get(at).is_some_and(|changed| changed.overlaps(span))
    };
    parts.dateline = parts.dateline.take().filter(|dateline| !within(dateline.span));
    parts.signoff = parts.signoff.take().filter(|signoff| !within(signoff.span));
    parts.stamps.retain(|(_, stamp)| !within(stamp.span));
    parts.contributors.retain(|person| !within(person.name));
    // not by all that was understood, which can reach over a row's links
    parts.bylines.retain(|(_, byline)| {
        let named = byline.authors.iter().map(|author| author.name).chain(byline.agency.map(|agency| agency.span));
        !named.into_iter().any(within)
    });
}

/// Reads what the block `index` says as what a reader calls it.
fn read_again(text: &Text<'_>, order: Option<DateOrder>, parts: &mut Parts, index: usize) {
    let (Block { role, span, .. }, zone) = (parts.blocks[index], parts.zones[index]);
    // copying may have glued words over the edge that a reader cuts at
    let part = || text.part(span);
    match role {
        Role::Byline => {
            let part = part();
            if let Some(read) = byline::read(&part, 0..part.tokens.len()).or_else(|| author(text, span)) {
                put(&mut parts.bylines, (zone, read), |(_, byline)| byline.span.start);
            }
        }
        Role::Timestamp => {
            let part = part();
            let dates = timestamp::read(&part, 0..part.tokens.len(), order).map_or(Vec::new(), |read| read.dates);
            for date in dates {
                put(&mut parts.stamps, (zone, date), |(_, stamp)| stamp.span.start);
            }
        }
        Role::Dateline if parts.dateline.is_none() => {
            let part = part();
            let read = dateline::read(&part, 0..part.tokens.len());
            parts.dateline = Some(dateline::Reading { span, ..read.unwrap_or_else(|| unread(span)) });
        }
        Role::Credit => {
            let part = part();
            if let Some(read) = credit::read(&part, 0..part.tokens.len()) {
                put(&mut parts.credits, (index, read), |(index, _)| *index);
            }
        }
        Role::Signoff => {
            let part = part();
            let read = signoff::read(&part, 0..part.tokens.len());
            parts.signoff = read.or(parts.signoff.take());
        }
        Role::Contributors => {
            let part = part();
            for person in contributors::read(&part, 0..part.tokens.len()).unwrap_or_default() {
                put(&mut parts.contributors, person, |person| person.name.start);
            }
        }
        _ => {}
    }
}

/// A dateline in which no grammar knows anything.
fn unread(span: Span) -> dateline::Reading {
    let close = dateline::Close::Line;
    dateline::Reading { places: vec![], date: None, agency: None, span, next: 0, close, capitals: false, known: false }
}

/// A byline whose words no grammar knows: all of it but "By" is the author.
fn author(text: &Text<'_>, span: Span) -> Option<byline::Reading> {
    let slice = text.slice(span);
    let by = slice.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")).map_or(0, str::len);
    let hidden = |c: char| c.is_whitespace() || is_invisible(c);
    let name = slice[by..].trim_matches(hidden);
    if name.is_empty() || name.len() > LONGEST_NAME {
        return None;
    }
    let start = span.start + by + (slice[by..].len() - slice[by..].trim_start_matches(hidden).len());
    let author = byline::Author { name: Span::new(start, start + name.len()), role: None, affiliation: None };
    Some(byline::Reading { by: by > 0, authors: vec![author], agency: None, span, whole: true, links: None })
}
