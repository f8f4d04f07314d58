//! The head of a story as a list, each value with its place.

use super::moments::{dated, stamped};
use super::sure::{self, Standing, in_words};
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
    /// How sure it is.
    pub(crate) standing: Standing,
    /// Where it lies.
    pub(crate) span: Option<Span>,
}

/// What stands for a date of no known shape, which its own words in the story give.
const AS_PRINTED: &str = "as printed";

/// The values in the head of `article`, in the order a sub-editor asks for them.
pub(crate) fn head_items(article: &Article) -> Vec<HeadItem> {
    let head = &article.head;
    let mut items = Vec::new();
    let pieces = [("Section", &head.section), ("Headline", &head.headline), ("Standfirst", &head.standfirst)];
    for (term, piece) in pieces {
        if let Some(piece) = piece {
            items.push(item(term, &piece.text, String::new(), Some(piece.span)));
        }
    }
    for byline in &head.bylines {
        items.push(item(
            "Byline",
            &byline.name,
            joined(&[byline.role.as_deref(), byline.affiliation.as_deref()]),
            Some(byline.span),
        ));
    }
    items.extend(stamps(head));
    if let Some(dateline) = &head.dateline {
        for place in &dateline.places {
            items.push(item("Filed from", &place.name, joined(&[place.region.as_deref()]), Some(place.span)));
        }
    }
    items.extend(filed_on(head));
    if let Some(agency) = &head.agency {
        items.push(item("Agency", &agency.name, in_words(agency.basis).to_owned(), Some(agency.span)));
    }
    if let Some(publication) = &head.publication {
        items.push(item(
            "Publication",
            &publication.name,
            in_words(publication.basis).to_owned(),
            Some(publication.span),
        ));
    }
    for image in &head.images {
        if let Some(caption) = &image.caption {
            items.push(item("Picture", &caption.text, String::new(), Some(caption.span)));
        }
        if let Some(credit) = &image.credit {
            items.push(item(
                "Credit",
                &credit.text,
                joined(&[credit.name.as_deref(), credit.agency.as_deref()]),
                Some(credit.span),
            ));
        }
    }
    for contributor in &head.contributors {
        items.push(item(
            "Contributor",
            &contributor.name,
            joined(&[contributor.role.map(ContributorRole::as_str)]),
            Some(contributor.span),
        ));
    }
    head.corrections
        .iter()
        .for_each(|piece| items.push(item("Correction", &piece.text, String::new(), Some(piece.span))));
    if let Some(piece) = &head.copyright {
        items.push(item("Copyright", &piece.text, String::new(), Some(piece.span)));
    }
    head.tags.iter().for_each(|piece| items.push(item("Tags", &piece.text, String::new(), Some(piece.span))));
    if let Some(url) = &head.url {
        items.push(item("Address", url.host.as_deref().unwrap_or(&url.value), String::new(), url.span));
    }
    for counter in &head.counters {
        items.push(item("Counters", &super::figures::whole(counter.value), String::new(), Some(counter.span)));
    }
    items
}

/// A value that the text states.
fn item(term: &'static str, value: &str, note: String, span: Option<Span>) -> HeadItem {
    HeadItem { term, value: value.to_owned(), note, standing: Standing::Stated, span }
}

/// When it was published and updated, and what says so.
fn stamps(head: &Head) -> impl Iterator<Item = HeadItem> {
    let stamps = [("Published", &head.published), ("Updated", &head.updated)];
    stamps.into_iter().filter_map(|(term, stamp)| {
        let stamp = stamp.as_ref()?;
        let date = head.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
        let date = date.filter(|date| term == "Published" && is_published(head, date));
        let sure = date.map_or_else(|| sure::stamp(stamp), sure::dateline);
        let from = date.map_or_else(|| in_words(stamp.basis).to_owned(), of_dateline);
        // what it was worked out from is said by where it is from
        let open = (sure.standing == Standing::Unsure).then_some(sure.why.as_str());
        let note = joined(&[Some(from.as_str()), open]);
        Some(HeadItem { standing: sure.standing, ..item(term, &stamped(stamp, AS_PRINTED), note, stamp.span) })
    })
}

/// The date of the dateline, where that is not the story's date.
fn filed_on(head: &Head) -> Option<HeadItem> {
    let date = head.dateline.as_ref()?.date.as_ref().filter(|date| !is_published(head, date))?;
    let standing = sure::dateline(date).standing;
    Some(HeadItem { standing, ..item("Filed on", &dated(&date.value, AS_PRINTED), of_dateline(date), Some(date.span)) })
}

/// Whether the dateline's date is where the story's date is from, so that it need not be said twice.
fn is_published(head: &Head, date: &DatelineDate) -> bool {
    head.published.as_ref().is_some_and(|stamp| stamp.basis == Basis::Dateline && stamp.value == date.value)
}

/// What of a dateline's date is from where.
fn of_dateline(date: &DatelineDate) -> String {
    match date.basis {
        None => in_words(Basis::Dateline).to_owned(),
        Some(Basis::Option) => "day and month from the dateline, year from the date you gave".to_owned(),
        Some(Basis::Reader) => in_words(Basis::Reader).to_owned(),
        Some(from) => format!("day and month from the dateline, year {}", in_words(from)),
    }
}

fn joined(parts: &[Option<&str>]) -> String {
    parts.iter().copied().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(text: &str, published: &str) -> Vec<(&'static str, String, String)> {
        let options = crate::Options { published: published.parse().ok(), ..Default::default() };
        let items = head_items(&crate::parse(text, &options)).into_iter();
        let dates = items.filter(|item| matches!(item.term, "Published" | "Updated" | "Filed on"));
        dates.map(|item| (item.term, item.value, item.note)).collect()
    }

    #[test]
    fn what_of_a_date_is_from_where() {
        let story = "Ferries sail again\n\nPORT ELDER, May 4 (ANN) - The strait is open, the mayor said on Tuesday.\n";
        assert_eq!(
            notes(story, "2023-05-05"),
            [
                ("Published", "Friday 5 May 2023".to_owned(), "as you gave it".to_owned()),
                (
                    "Filed on",
                    "Thursday 4 May 2023".to_owned(),
                    "day and month from the dateline, year from the date you gave".to_owned()
                ),
            ]
        );
        let address = format!("https://post.example/2023/05/ferries-sail-again\n\n{story}");
        let noted = notes(&address, "");
        assert!(
            noted.iter().any(|(.., note)| note == "day and month from the dateline, year from the address"),
            "{noted:?}"
        );
        let open = notes(story, "");
        assert!(open.iter().any(|(_, value, _)| value == "4 May, year unknown"), "{open:?}");
        let either = notes("Published: 03/04/2024\n\nFerries sail again\n\nThe strait is open, the mayor said.\n", "");
        assert_eq!(either[0].1, "4 March or 3 April 2024");
        assert!(either[0].2.ends_with("nothing tells the day from the month"), "{either:?}");
    }
}
