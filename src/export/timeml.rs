//! `TimeML` 1.2.1: the text as it was given, with its TIMEX3 in place.

use super::story::{Mark, Step, Story, steps};
use super::write::xml::Xml;
use crate::{Document, Span, TimeMod};

/// Where the schema of what is written lies.
const SCHEMA: &str = "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd";

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let mut xml = Xml::new();
    xml.open("TimeML").attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml.attribute("xsi:noNamespaceSchemaLocation", SCHEMA).line();
    xml.leaf("DOCID", &story.identifier());
    if let Some(date) = story.published() {
        let kind = if date.contains('T') { "TIME" } else { "DATE" };
        xml.open("DCT").open("TIMEX3").attribute("tid", "t0").attribute("type", kind).attribute("value", date);
        xml.attribute("temporalFunction", "false").attribute("functionInDocument", "CREATION_TIME").text(date);
        xml.close().close().line();
    }
    if let Some(headline) = story.headline() {
        xml.leaf("TITLE", &headline);
    }
    xml.open("TEXT");
    let text = document.text();
    let places: Vec<Span> = story.given.times.iter().map(|time| time.span).collect();
    let mut points = 0;
    for step in steps(Span::new(0, text.len()), &places) {
        match step {
            Step::Text(span) => xml.text(span.of(text)),
            Step::Close(_) => xml.close(),
            Step::Open(index) => {
                let time = &story.given.times[index];
                // the ends of what it covers have no words of their own; their numbers come after those of all that have
                let points = time.covers.as_ref().map(|covers| {
                    [&covers.from, &covers.to].map(|value| {
                        points += 1;
                        let id = format!("t{}", places.len() + points);
                        xml.open("TIMEX3").attribute("tid", &id).attribute("type", "DATE").attribute("value", value);
                        xml.attribute("temporalFunction", "true").close();
                        id
                    })
                });
                xml.open("TIMEX3").attribute("tid", &format!("t{}", index + 1));
                xml.attribute("type", time.kind.as_str()).attribute("value", &time.value);
                if let Some([begin, end]) = &points {
                    xml.attribute("beginPoint", begin).attribute("endPoint", end);
                }
                xml.maybe("mod", time.modifier.map(TimeMod::as_str));
                let said = story.tick_at(Mark::Time(index)).is_some() || time.basis.is_some();
                xml.maybe("comment", said.then(|| story.about(Mark::Time(index))).as_deref())
            }
        };
    }
    xml.close().line();
    xml.finish()
}
