//! The head of a story as a list, each value with its place.

use super::moments::moment;
use crate::{Article, Basis, ContributorRole, DatelineDate, Head, Span};

/// One value of the head.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct HeadItem {
    /// What it is.
    pub(crate) term: &'static str,
    /// Its value.
    pub(crate) value: String,
    /// How it is known, or what else is known of it.
    pub(crate) note: String,
    /// Where it lies.
    pub(crate) span: Option<Span>,
}

/// The values in the head of `article`, in the order a sub-editor asks for them.
pub(crate) fn head_items(article: &Article) -> Vec<HeadItem> {
    let head = &article.head;
    let mut items = Vec::new();
    let mut add = |term, value: &str, note: String, span: Option<Span>| {
        items.push(HeadItem { term, value: value.to_owned(), note, span });
    };
    let pieces = [("Section", &head.section), ("Headline", &head.headline), ("Standfirst", &head.standfirst)];
    for (term, piece) in pieces {
        if let Some(piece) = piece {
            add(term, &piece.text, String::new(), Some(piece.span));
        }
    }
    for byline in &head.bylines {
        add(
            "Byline",
            &byline.name,
            joined(&[byline.role.as_deref(), byline.affiliation.as_deref()]),
            Some(byline.span),
        );
    }
    for (term, stamp) in [("Published", &head.published), ("Updated", &head.updated)] {
        if let Some(stamp) = stamp {
            let dateline = head.dateline.iter().filter_map(|dateline| dateline.date.as_ref());
            let year = dateline.filter(|date| is_published(head, date)).map(year).filter(|_| term == "Published");
            let note = std::iter::once(in_words(stamp.basis).to_owned()).chain(year.filter(|year| !year.is_empty()));
            add(term, &dated(&stamp.value), note.collect::<Vec<_>>().join(", "), stamp.span);
        }
    }
    if let Some(dateline) = &head.dateline {
        for place in &dateline.places {
            add("Filed from", &place.name, joined(&[place.region.as_deref()]), Some(place.span));
        }
        if let Some(date) = dateline.date.as_ref().filter(|date| !is_published(head, date)) {
            add("Filed on", &dated(&date.value), year(date), Some(date.span));
        }
    }
    if let Some(agency) = &head.agency {
        add("Agency", &agency.name, in_words(agency.basis).to_owned(), Some(agency.span));
    }
    if let Some(publication) = &head.publication {
        add("Publication", &publication.name, in_words(publication.basis).to_owned(), Some(publication.span));
    }
    for image in &head.images {
        if let Some(caption) = &image.caption {
            add("Picture", &caption.text, String::new(), Some(caption.span));
        }
        if let Some(credit) = &image.credit {
            add("Credit", &credit.text, joined(&[credit.name.as_deref(), credit.agency.as_deref()]), Some(credit.span));
        }
    }
    for contributor in &head.contributors {
        add(
            "Contributor",
            &contributor.name,
            joined(&[contributor.role.map(ContributorRole::as_str)]),
            Some(contributor.span),
        );
    }
    head.corrections.iter().for_each(|piece| add("Correction", &piece.text, String::new(), Some(piece.span)));
    if let Some(piece) = &head.copyright {
        add("Copyright", &piece.text, String::new(), Some(piece.span));
    }
    head.tags.iter().for_each(|piece| add("Tags", &piece.text, String::new(), Some(piece.span)));
    if let Some(url) = &head.url {
        add("Address", url.host.as_deref().unwrap_or(&url.value), String::new(), url.span);
    }
    for counter in &head.counters {
        add("Counters", &super::figures::whole(counter.value), String::new(), Some(counter.span));
    }
    items
}

/// Whether the dateline's date is where the story's date is from, so that it need not be said twice.
fn is_published(head: &Head, date: &DatelineDate) -> bool {
    head.published.as_ref().is_some_and(|stamp| stamp.basis == Basis::Dateline && stamp.value == date.value)
}

/// Where the year of a dateline is from, in words.
fn year(date: &DatelineDate) -> String {
    date.basis.map(|from| format!("year {}", in_words(from))).unwrap_or_default()
}

/// A date in words, or its value where that says it shorter.
fn dated(value: &str) -> String {
    moment(value).map_or_else(|| value.to_owned(), |moment| moment.words)
}

fn joined(parts: &[Option<&str>]) -> String {
    parts.iter().copied().flatten().collect::<Vec<_>>().join(", ")
}

/// Where a value is from, in words.
pub(crate) fn in_words(basis: Basis) -> &'static str {
    match basis {
        Basis::Timestamp => "from the timestamp",
        Basis::Dateline => "from the dateline",
        Basis::Url => "from the address",
        Basis::Caption => "from the caption",
        Basis::Text => "from the text",
        Basis::Option => "as you gave it",
        Basis::Signoff => "from the sign-off",
        Basis::Byline => "from the byline",
        Basis::Copyright => "from the copyright line",
        Basis::Title => "from the title line",
        Basis::Reader => "as you corrected it",
    }
}
