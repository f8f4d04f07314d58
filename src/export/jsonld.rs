//! schema.org: a `NewsArticle` as JSON-LD.

use super::story::{Note, Story};
use super::write::object::Object;
use crate::{ContributorRole, Document, EntityKind, Item, Span, Tick, TimeKind};

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let head = &story.article.head;
    let words = |span: Span| story.words(span);
    let named = |kind: &'static str, name: &str| Object::of("@type", kind).with("name", name);
    let authors = story.authors();
    let authors = authors.iter().map(|author| {
        named(if author.agency { "Organization" } else { "Person" }, author.name)
            .maybe("jobTitle", author.role)
            .maybe("affiliation", author.affiliation.map(|name| named("Organization", name)))
    });
    let helpers = |edited: bool| {
        let some = head.contributors.iter().filter(move |who| (who.role == Some(ContributorRole::Editing)) == edited);
        some.map(|who| named("Person", &who.name).maybe("description", who.role.map(ContributorRole::as_str)))
    };
    let images = head.images.iter().map(|image| {
        Object::of("@type", "ImageObject")
            .maybe("caption", image.caption.as_ref().map(|caption| words(caption.span)))
            .maybe("creditText", image.credit.as_ref().map(|credit| words(credit.span)))
    });
    let date = |value: Option<&str>| value.filter(|value| is_date(value)).map(ToOwned::to_owned);
    let mut covered: Vec<&str> = (story.article.times.iter())
        .filter(|time| time.kind == TimeKind::Date && is_date(&time.value))
        .map(|time| time.value.as_str())
        .collect();
    covered.sort_unstable();
    covered.dedup();
    let place = story.filed_from().map(|place| named("Place", &place));
    let notes = story.notes();
    Object::of("@context", "https://schema.org")
        .with("@type", "NewsArticle")
        .with("@id", story.identifier())
        .maybe("url", story.address())
        .maybe("mainEntityOfPage", story.address())
        .maybe("inLanguage", story.article.language.as_ref())
        .maybe("articleSection", head.section.as_ref().map(|section| words(section.span)))
        .maybe("headline", story.headline())
        .maybe("alternativeHeadline", story.standfirst())
        .list("author", authors)
        .list("editor", helpers(true))
        .list("contributor", helpers(false))
        .maybe("datePublished", date(story.published()))
        .maybe("dateModified", date(head.updated.as_ref().map(|stamp| stamp.value.as_str())))
        .maybe("dateline", head.dateline.as_ref().map(|dateline| words(dateline.span)))
        .maybe("locationCreated", place)
        .maybe("publisher", head.publication.as_ref().map(|publication| named("Organization", &publication.name)))
        .maybe("sourceOrganization", head.agency.as_ref().map(|agency| named("Organization", &agency.name)))
        .list("image", images)
        .with("articleBody", story.paragraphs().join("\n\n"))
        .with("wordCount", story.article.stats.words)
        .list("keywords", story.tags())
        .list("correction", head.corrections.iter().map(|correction| words(correction.span)))
        .maybe("copyrightNotice", story.copyright())
        .list("temporalCoverage", covered)
        .list("mentions", mentions(&story))
        .list("hasPart", quotations(&story))
        .list("comment", comments(&story, &notes))
        .finish()
}

/// Whether a value is a day, perhaps with a time, as ISO 8601 has it: schema.org knows no others.
fn is_date(value: &str) -> bool {
    super::story::parts_of_date(value).len() == 3
}

fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organization => "Organization",
        EntityKind::Place => "Place",
    }
}

fn mentions(story: &Story<'_>) -> Vec<Object> {
    let entities = story.article.entities.iter();
    let mention = entities.map(|entity| {
        let title = (!entity.titles.is_empty()).then(|| entity.titles.join("; "));
        let key = if entity.kind == EntityKind::Person { "jobTitle" } else { "description" };
        Object::of("@type", kind(entity.kind)).with("name", &entity.name).maybe(key, title)
    });
    mention.collect()
}

fn quotations(story: &Story<'_>) -> Vec<Object> {
    let quotes = story.article.quotes.iter().zip(&story.given.quotes);
    let quotation = quotes.map(|(quote, given)| {
        // whom the text only describes is somebody
        let of = story.speaking(quote).map_or("Person", |entity| kind(entity.kind));
        let speaker = Story::speaker(quote).map(|name| Object::of("@type", of).with("name", name));
        Object::of("@type", "Quotation")
            .with("text", story.words(quote.span))
            .maybe("spokenByCharacter", speaker)
            .maybe("comment", story.tick(Item::Quote, given.span).map(comment))
    });
    quotation.collect()
}

fn comment(tick: &Tick) -> Object {
    Object::of("@type", "Comment").with("text", Note { tick, span: None }.say())
}

/// What the reader said of all but quotes, which have it beside them, and what the reader corrected.
fn comments(story: &Story<'_>, notes: &[Note<'_>]) -> Vec<Object> {
    let ticks = notes.iter().filter(|note| note.tick.item != Item::Quote || note.span.is_none());
    let changes =
        story.changes_of_readings().into_iter().map(|change| Object::of("@type", "Comment").with("text", change));
    ticks.map(|note| comment(note.tick)).chain(changes).collect()
}
