//! CSL-JSON: one item. Names stand whole: which of their words is the family name, nobody says.

use super::story::{Story, parts_of_date};
use super::write::object::{Json, Object};
use crate::Document;

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let head = &story.article.head;
    let date = story.published().map(parts_of_date).unwrap_or_default();
    let issued = (!date.is_empty()).then(|| {
        let parts = Json::List(date.into_iter().map(|part| Json::Whole(part.into())).collect());
        Object::of("date-parts", Json::List(vec![parts]))
    });
    let names = story.article.entities.iter().map(|entity| entity.name.clone());
    let keywords: Vec<String> = story.tags().into_iter().chain(names).collect();
    let remarks = story.remarks();
    let item = Object::of("id", story.identifier())
        .with("type", "article-newspaper")
        .maybe("title", story.headline())
        .list("author", story.authors().iter().map(|author| Object::of("literal", author.name)))
        .maybe("issued", issued)
        .maybe("container-title", head.publication.as_ref().map(|publication| &publication.name))
        .maybe("section", head.section.as_ref().map(|section| story.words(section.span)))
        .maybe("abstract", story.standfirst())
        .maybe("event-place", story.filed_from())
        .maybe("source", head.agency.as_ref().map(|agency| &agency.name))
        .maybe("language", story.article.language.as_ref())
        .maybe("URL", story.address())
        .maybe("keyword", (!keywords.is_empty()).then(|| keywords.join(", ")))
        .maybe("note", (!remarks.is_empty()).then(|| remarks.join("\n")));
    Json::List(vec![item.into()]).finish()
}
