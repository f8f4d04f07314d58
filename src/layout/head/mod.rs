//! The head: what the parts say about the story as a whole.

mod dates;
mod images;
mod publication;
mod tags;

use super::certain::{Witness, witness};
use super::model::Model;
use super::parts::Parts;
use super::states::Zone;
use super::{byline, counters, is_invisible};
use crate::calendar::date_in_address;
use crate::text::Text;
use crate::text::address::host;
use crate::text::words::is_all_caps;
use crate::{
    Address, Agency, Basis, Byline, Contributor, ContributorRole, Counter, Head, Options, Piece, Role, Span, Stamp,
    Warning,
};

/// Puts the head together.
pub(crate) fn read(text: &Text<'_>, parts: &Parts, options: &Options, model: Model<'_>) -> Head {
    let first = |role: Role| {
        let mut blocks = parts.blocks.iter().filter(|block| block.role == role);
        // what a reader says is the headline is it, before what was taken for one
        let told = blocks.clone().find(|block| block.basis == Some(Basis::Reader));
        told.or_else(|| blocks.next()).map(|block| visible(text, block.span))
    };
    let piece = |span: Span| Piece::new(text.source, span);
    let url = address(text, parts, options);
    let (published, updated) = dates::stamps(text, parts, options);
    let dateline = parts.dateline.as_ref().map(|parsed| {
        dates::dateline(text, parts, parsed, published.as_ref(), updated.as_ref(), options, url.as_ref())
    });
    let published = published.or_else(|| {
        let date = dateline.as_ref()?.date.as_ref().filter(|date| !date.value.starts_with('X'))?;
        Some(Stamp { span: Some(date.span), ..Stamp::new(date.value.clone(), Basis::Dateline) })
    });
    let published = published.or_else(|| {
        let date = date_in_address(&url.as_ref()?.value).filter(|date| date.day.is_some())?;
        Some(Stamp { span: url.as_ref().and_then(|url| url.span), ..Stamp::new(date.to_string(), Basis::Url) })
    });
    // a page that names only its last change: the story is no younger than that
    let changed = published.is_none();
    let mut published = published.or_else(|| updated.clone());
    if let Some(stamp) = &mut published {
        let printed = stamp.basis == Basis::Timestamp;
        stamp.certainty = stamp.span.and_then(|span| heard(parts, span)).map(|w| w.of_date(model, printed, changed));
    }
    let copyright = first(Role::Copyright);
    let bylines = bylines(text, parts, model);
    // a writer who holds the rights is no publication
    let writes = |name: &str| bylines.iter().any(|byline| byline.name.eq_ignore_ascii_case(name));
    let owner = copyright.and_then(|span| publication::named(text, span)).filter(|owner| !writes(&owner.name));
    Head {
        counters: parts
            .blocks
            .iter()
            .filter(|block| block.role == Role::Counter)
            .filter_map(|block| {
                // with or without what is counted: `0 Comments`
                let number = text.slice(block.span).split_whitespace().next()?;
                Some(Counter { value: counters::value(number.trim_matches(['·', '•', '|']))?, span: block.span })
            })
            .collect(),
        publication: owner.or_else(|| {
            let headline = first(Role::Headline).filter(|span| span.len() >= 12)?;
            parts.blocks.iter().find_map(|block| publication::in_title(text, headline, block.span))
        }),
        section: first(Role::Section).map(piece),
        headline: first(Role::Headline).map(|span| {
            let certainty = heard(parts, span).map(|witness| witness.of_headline(model));
            Piece { certainty, ..piece(span) }
        }),
        standfirst: first(Role::Standfirst).map(piece),
        bylines,
        published,
        updated,
        agency: agency(parts),
        dateline,
        images: images::read(text, parts),
        contributors: contributors(text, parts),
        corrections: corrections(text, parts),
        copyright: copyright.map(piece),
        tags: tags::read(text, parts),
        url,
    }
}

/// What is known of the row that the value at `span` comes from; nothing where a reader spoke of it.
fn heard(parts: &Parts, span: Span) -> Option<Witness> {
    let at = parts.blocks.partition_point(|block| block.span.end <= span.start);
    let told = parts.blocks.get(at).is_some_and(|block| block.basis == Some(Basis::Reader));
    witness(&parts.witnesses, span.start).filter(|_| !told)
}

/// Warnings of the head's dates in figures whose day and month nothing tells apart.
pub(crate) fn undecided(text: &Text<'_>, head: &Head) -> Vec<Warning> {
    let dates = head.published.iter().chain(&head.updated).filter(|stamp| !stamp.alternatives.is_empty());
    let mut spans: Vec<Span> = dates.filter_map(|stamp| stamp.span).collect();
    spans.dedup();
    spans.into_iter().map(|span| Warning::ambiguous_date(text.slice(span), span)).collect()
}

/// The span without what shows nothing at its ends.
fn visible(text: &Text<'_>, span: Span) -> Span {
    let slice = text.slice(span);
    let hidden = |c: char| c.is_whitespace() || is_invisible(c);
    let shown = slice.trim_matches(hidden);
    if shown.is_empty() {
        return span;
    }
    let start = span.start + slice.len() - slice.trim_start_matches(hidden).len();
    Span::new(start, start + shown.len())
}

/// The story's own address comes before it; others are those of pictures and references.
fn address(text: &Text<'_>, parts: &Parts, options: &Options) -> Option<Address> {
    let mut blocks = parts.blocks.iter().zip(&parts.zones);
    let block = blocks
        .find(|(block, zone)| block.role == Role::Url && **zone <= Zone::Head)
        .map(|(block, _)| visible(text, block.span))
        .filter(|span| !text.slice(*span).contains(char::is_whitespace));
    let value = block.map(|span| text.slice(span).to_owned()).or_else(|| options.url.clone())?;
    Some(Address { host: host(&value), value, span: block })
}

/// The corrections, a label on a row of its own together with what it labels.
fn corrections(text: &Text<'_>, parts: &Parts) -> Vec<Piece> {
    let mut spans: Vec<Span> = Vec::new();
    let mut last = None;
    for (index, block) in parts.blocks.iter().enumerate().filter(|(_, block)| block.role == Role::Correction) {
        let labelled = index > 0
            && last == Some(index - 1)
            && spans.last().is_some_and(|span| span.len() <= 40 && text.slice(*span).ends_with(':'));
        match spans.last_mut().filter(|_| labelled) {
            Some(span) => span.end = block.span.end,
            None => spans.push(block.span),
        }
        last = Some(index);
    }
    spans.into_iter().map(|span| Piece::new(text.source, span)).collect()
}

/// Names that a story can have as authors: more is a list of something else, and comparing each with
/// all others would not be linear.
const MOST_BYLINES: usize = 100;

/// Notices of rights that are looked at for the outlet's name, at most.
const MOST_RIGHTS: usize = 4;

/// Bytes between authors named in rows below each other, with a role or a link between them.
const NEXT_TO: usize = 60;

/// The authors: of the head, or of the story's end where the head has none.
fn bylines(text: &Text<'_>, parts: &Parts, model: Model<'_>) -> Vec<Byline> {
    let head = parts.bylines.iter().any(|(zone, parsed)| *zone != Zone::After && !parsed.authors.is_empty());
    let mut bylines: Vec<Byline> = Vec::new();
    let of_head = || parts.bylines.iter().filter(|(zone, _)| !head || *zone != Zone::After).map(|(_, parsed)| parsed);
    let signed: Vec<Span> = of_head().filter(|parsed| parsed.by).map(|parsed| parsed.span).take(MOST_BYLINES).collect();
    // where the page says "By", a name alone is an author's only next to that: elsewhere it is in a caption or a link
    let near = |own: Span| {
        let apart = |by: &Span| own.start.saturating_sub(by.end).max(by.start.saturating_sub(own.end));
        signed.is_empty() || signed.iter().any(|by| apart(by) <= NEXT_TO)
    };
    // nor is the outlet, which the notice of its rights names; a writer's own notice names the writer
    let rights = parts.blocks.iter().filter(|block| block.role == Role::Copyright).take(MOST_RIGHTS);
    let rights: Vec<&str> = rights.map(|block| text.slice(block.span)).collect();
    let outlet = |parsed: &&byline::Reading| {
        let single = if let [author] = parsed.authors.as_slice() { Some(text.slice(author.name)) } else { None };
        let named = |name: &str| byline::is_outlet(name) && rights.iter().any(|rights| rights.contains(name));
        !parsed.by && single.is_some_and(named)
    };
    for parsed in of_head().filter(|parsed| (parsed.by || near(parsed.span)) && !outlet(parsed)) {
        let agency = parsed.agency.map(|agency| agency.name.to_owned());
        for author in &parsed.authors {
            let name = text.slice(author.name).to_owned();
            if bylines.len() >= MOST_BYLINES || bylines.iter().any(|byline| byline.name.eq_ignore_ascii_case(&name)) {
                continue;
            }
            if bylines.last().is_some_and(|before| !parsed.by && is_of_other(text, before, author)) {
                continue;
            }
            bylines.push(Byline {
                affiliation: author.affiliation.map(|span| text.slice(span).to_owned()).or_else(|| agency.clone()),
                role: author.role.map(|span| text.slice(span).to_owned()),
                name,
                certainty: heard(parts, author.name).map(|witness| witness.of_byline(model, parsed.by)),
                span: author.name,
            });
        }
    }
    if bylines.is_empty() {
        bylines = reporters(text, parts);
    }
    bylines
}

/// Whether what reads as a name, in a row below the author's own, is what that author is or where they are: `Asia Energy
/// Correspondent`, `PORT ALDER`, `Institute of Marine Works`.
fn is_of_other(text: &Text<'_>, before: &Byline, author: &byline::Author) -> bool {
    let name = text.slice(author.name);
    if author.name.start < before.span.end {
        return false;
    }
    let known = byline::is_known(name);
    let between = text.slice(Span::new(before.span.end, author.name.start));
    let post = author.role.is_some_and(|role| text.slice(Span::new(author.name.end, role.start)).trim().is_empty());
    let shouted = is_all_caps(name) && !is_all_caps(&before.name);
    between.contains('\n') && (shouted || !known && (post || between.len() > NEXT_TO))
}

/// Those who reported or wrote, where a line above the story says so and nothing else names an author: `Reporting by`.
fn reporters(text: &Text<'_>, parts: &Parts) -> Vec<Byline> {
    let story = parts.blocks.iter().find(|block| block.role == Role::Paragraph).map_or(0, |block| block.span.start);
    let wrote = |role: ContributorRole| matches!(role, ContributorRole::Reporting | ContributorRole::Writing);
    let above = parts.contributors.iter().filter(|person| person.name.start < story && wrote(person.role));
    above
        .take(MOST_BYLINES)
        .map(|person| Byline {
            name: text.slice(person.name).to_owned(),
            affiliation: None,
            role: None,
            // a grammar with one meaning gave it
            certainty: None,
            span: person.name,
        })
        .collect()
}

/// Whose copy it is: the dateline says so, else the sign-off, else the byline.
fn agency(parts: &Parts) -> Option<Agency> {
    let of = |named: Option<&(String, Span)>, basis: Basis| {
        named.map(|(name, span)| Agency { name: name.clone(), basis, span: *span })
    };
    of(parts.dateline.as_ref().and_then(|dateline| dateline.agency.as_ref()), Basis::Dateline)
        .or_else(|| of(parts.signoff.as_ref().and_then(|signoff| signoff.agency.as_ref()), Basis::Signoff))
        .or_else(|| {
            let named = parts.bylines.iter().find_map(|(_, parsed)| parsed.agency)?;
            Some(Agency { name: named.name.to_owned(), basis: Basis::Byline, span: named.span })
        })
}

fn contributors(text: &Text<'_>, parts: &Parts) -> Vec<Contributor> {
    parts
        .contributors
        .iter()
        .map(|person| Contributor {
            name: text.slice(person.name).to_owned(),
            role: Some(person.role),
            span: person.name,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    #[test]
    fn what_stands_below_the_author_is_no_second_one() {
        for below in [
            "Asia Energy Correspondent",
            "Transport Reporter",
            "Business Desk",
            "The Harbour Post",
            "PORT ALDER",
            "Institute of Marine Works",
        ] {
            for name in ["Ada Quill", "By Ada Quill"] {
                let source = format!(
                    "Ardmouth closes its oldest pier for nine months\n{name}\n{below}\n3 May 2021\n\n\
                     The harbour board voted Friday to close the old pier, its chairwoman told reporters at the quay.\n\n\
                     Engineers found cracks in it, she said, and nobody wants to wait until the first plank falls.\n"
                );
                let bylines = parse(&source, &Options::default()).head.bylines;
                assert_eq!(
                    bylines.iter().map(|byline| byline.name.as_str()).collect::<Vec<_>>(),
                    ["Ada Quill"],
                    "{below}"
                );
            }
        }
    }
}
