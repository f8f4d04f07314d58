//! IPTC ninjs 3.1, which allows no properties of our own.

use super::story::Story;
use super::text::byline;
use super::write::object::Object;
use crate::{Document, EntityKind, Role};

/// Where its schema lies.
const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let head = &story.article.head;
    let uri = story.identifier();
    let plain = |role: &'static str, value: String| {
        Object::of("role", role).with("contentType", "text/plain").with("value", value)
    };
    let address = story.address().map(|url| Object::of("role", "url").with("value", url));
    let named = |name: &str, rel: &'static str| Object::of("name", name).with("rel", rel);
    let entities = |kind: EntityKind| {
        story
            .article
            .entities
            .iter()
            .filter(move |entity| entity.kind == kind)
            .map(|entity| named(&entity.name, "mentioned"))
    };
    let authors = story.authors();
    let (agencies, writers): (Vec<_>, Vec<_>) = authors.iter().partition(|author| author.agency);
    let people = writers.iter().map(|author| named(author.name, "author"));
    let helpers =
        head.contributors.iter().map(|who| named(&who.name, who.role.map_or("contributor", |role| role.as_str())));
    let places = head.dateline.iter().flat_map(|dateline| &dateline.places);
    let section =
        head.section.iter().map(|section| Object::of("name", story.words(section.span)).with("rel", "section"));
    let tags = story.tags().into_iter().map(|tag| Object::of("name", tag).with("rel", "tag"));
    let body = story.paragraphs().join("\n\n");
    let characters = body.chars().count();
    let body = plain("main", body).with("charCount", characters).with("wordCount", story.article.stats.words);
    let updated = head.updated.as_ref().map(|stamp| stamp.value.as_str());
    let note = note(&story);
    Object::of("uri", uri.as_str())
        .with("type", "text")
        .with("representationType", "full")
        .with("standard", Object::of("name", "ninjs").with("version", "3.1").with("schema", SCHEMA))
        .maybe("contentCreated", story.published().and_then(date_time))
        .maybe("versionCreated", updated.and_then(date_time))
        .maybe("language", story.article.language.as_ref())
        .maybe("by", byline(&story))
        .maybe("located", story.filed_from())
        .list("headlines", story.headline().map(|value| plain("main", value)))
        .list("descriptions", story.standfirst().map(|value| plain("standfirst", value)))
        .list("bodies", [body])
        .list("people", people.chain(helpers).chain(entities(EntityKind::Person)))
        .list("organisations", entities(EntityKind::Organization))
        .list("places", places.map(|place| named(&place.name, "dateline")).chain(entities(EntityKind::Place)))
        .list("subjects", section.chain(tags))
        .list("infoSources", sources(&story, agencies.iter().map(|author| author.name)))
        .list("associations", associations(&story, &uri))
        .list("altIds", address)
        .maybe("copyrightNotice", story.copyright())
        .maybe("edNote", (!note.is_empty()).then(|| note.join("\n")))
        .finish()
}

/// The agency whose copy it is, and agencies that the byline names.
fn sources<'s>(story: &'s Story<'_>, authors: impl Iterator<Item = &'s str>) -> Vec<Object> {
    let agency = story.article.head.agency.iter().map(|agency| agency.name.as_str());
    let mut names: Vec<&str> = agency.chain(authors).collect();
    names.dedup();
    let publication = story.article.head.publication.iter().map(|publication| (publication.name.as_str(), "publisher"));
    let all = names.into_iter().map(|name| (name, "originator")).chain(publication);
    all.map(|(name, role)| Object::of("name", name).with("role", role)).collect()
}

/// The pictures, of which only the words are known.
fn associations(story: &Story<'_>, uri: &str) -> Vec<Object> {
    let images = story.article.head.images.iter().enumerate();
    let picture = images.map(|(index, image)| {
        let caption = image.caption.as_ref().map(|caption| {
            Object::of("role", "caption").with("contentType", "text/plain").with("value", story.words(caption.span))
        });
        let fragment = if uri.contains('#') { "-" } else { "#" };
        Object::of("name", format!("picture-{}", index + 1))
            .with("uri", format!("{uri}{fragment}picture-{}", index + 1))
            .with("type", "picture")
            .maybe("by", image.credit.as_ref().map(|credit| story.words(credit.span)))
            .list("descriptions", caption)
    });
    picture.collect()
}

/// What the desk that receives it should know: dates that have no time, notes, corrections, what a reader checked.
fn note(story: &Story<'_>) -> Vec<String> {
    let dates =
        [("Published", story.published()), ("Updated", story.article.head.updated.as_ref().map(|s| s.value.as_str()))];
    let dates = dates
        .into_iter()
        .filter_map(|(what, date)| Some(format!("{what} {}", date.filter(|date| date_time(date).is_none())?)));
    let notes = story.article.blocks.iter().filter(|block| block.role == Role::EditorsNote);
    let notes = notes.map(|block| story.words(block.span));
    dates.chain(notes).chain(story.remarks()).collect()
}

/// A moment as RFC 3339 has it: with time and offset, which nobody fills in here; seconds alone may be missing.
fn date_time(value: &str) -> Option<String> {
    let (date, time) = value.split_once('T')?;
    if super::story::parts_of_date(date).len() != 3 {
        return None;
    }
    let at = time.find(['Z', '+', '-'])?;
    let (clock, offset) = time.split_at(at);
    let shaped = |text: &str, shape: &str| {
        let fits = |(c, s): (char, char)| if s == '0' { c.is_ascii_digit() } else { c == s };
        text.chars().count() == shape.len() && text.chars().zip(shape.chars()).all(fits)
    };
    let offset = (offset == "Z" || shaped(&offset[1..], "00:00")).then_some(offset)?;
    let whole = clock.split('.').next().unwrap_or_default();
    match () {
        () if shaped(clock, "00:00") => Some(format!("{date}T{clock}:00{offset}")),
        () if shaped(whole, "00:00:00") => Some(format!("{date}T{clock}{offset}")),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_time_and_offset() {
        for (value, moment) in [
            ("2016-09-05T08:30+13:00", Some("2016-09-05T08:30:00+13:00")),
            ("2016-09-05T08:30:15Z", Some("2016-09-05T08:30:15Z")),
            ("2016-09-05T08:30", None),
            ("2016-09-05", None),
            ("2016-XX-XXT08:30Z", None),
            ("2016-09-05T08Z", None),
        ] {
            assert_eq!(date_time(value).as_deref(), moment, "{value}");
        }
    }
}
