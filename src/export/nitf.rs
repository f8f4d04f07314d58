//! IPTC NITF 3.6: the story with names, times, numbers and quotes in place.

use super::story::{Mark, Note, Part, Step, Story, parts_of_date, walk};
use super::write::xml::Xml;
use crate::{Document, EntityKind, QuoteKind, Role, Span, TimeKind};

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let (marks, parts) = (story.marks(), story.parts());
    let mut nitf = Nitf { story: &story, marks, xml: Xml::new() };
    nitf.xml.open("nitf").attribute("version", "-//IPTC//DTD NITF 3.6//EN").line();
    nitf.head();
    nitf.xml.open("body").line();
    nitf.body_head();
    nitf.body_content(&parts);
    nitf.body_end(&parts);
    nitf.xml.close().line();
    nitf.xml.finish()
}

struct Nitf<'s> {
    story: &'s Story<'s>,
    marks: Vec<(Span, Mark)>,
    xml: Xml,
}

impl Nitf<'_> {
    fn head(&mut self) {
        let (story, xml) = (self.story, &mut self.xml);
        let head = &story.article.head;
        xml.open("head").line();
        if let Some(headline) = story.headline() {
            xml.leaf("title", &headline);
        }
        xml.open("tobject").attribute("tobject.type", "news").close().line();
        xml.open("docdata").line();
        for correction in &head.corrections {
            xml.open("correction").attribute("info", &story.words(correction.span)).close().line();
        }
        xml.open("doc-id").attribute("id-string", &story.identifier()).close().line();
        if let Some(date) = story.published().filter(|date| !parts_of_date(date).is_empty()) {
            xml.open("date.issue").attribute("norm", date).close().line();
        }
        let notes = story.notes();
        for message in story.changes_of_readings().into_iter().chain(notes.iter().map(Note::say)) {
            xml.open("ed-msg").attribute("info", &message).close().line();
        }
        if let Some(copyright) = story.copyright() {
            xml.open("doc.copyright").attribute("holder", &copyright).close().line();
        }
        let tags = story.tags();
        if !tags.is_empty() {
            xml.open("key-list").line();
            for tag in tags {
                xml.open("keyword").attribute("key", &tag).close().line();
            }
            xml.close().line();
        }
        xml.close().line();
        // NITF's own subjects are numbers of a vocabulary, which a rubric is not
        let section = head.section.as_ref().map(|section| story.words(section.span));
        let (name, address) = (head.publication.as_ref().map(|publication| publication.name.as_str()), story.address());
        if section.is_some() || name.is_some() || address.is_some() {
            xml.open("pubdata").attribute("type", "web").maybe("name", name);
            xml.maybe("position.section", section.as_deref()).maybe("ex-ref", address.as_deref()).close().line();
        }
        xml.close().line();
    }

    fn body_head(&mut self) {
        let story = self.story;
        let head = &story.article.head;
        self.xml.open("body.head").line();
        if let Some(headline) = &head.headline {
            self.xml.open("hedline");
            self.marked("hl1", headline.span);
            self.xml.close().line();
        }
        for block in story.article.blocks.iter().filter(|block| block.role == Role::EditorsNote) {
            self.xml.open("note").attribute("noteclass", "editorsnote").open("body.content");
            self.marked("p", block.span);
            self.xml.close().close().line();
        }
        let xml = &mut self.xml;
        if let Some(copyright) = story.copyright() {
            xml.leaf("rights", &copyright);
        }
        for author in story.authors() {
            xml.open("byline").open(if author.agency { "org" } else { "person" }).text(author.name).close();
            let more: Vec<&str> = [author.role, author.affiliation].into_iter().flatten().collect();
            if !more.is_empty() {
                xml.open("byttl").text(&more.join(", ")).close();
            }
            xml.close().line();
        }
        if let Some(agency) = &head.agency {
            xml.open("distributor").open("org").text(&agency.name).close().close().line();
        }
        if let Some(dateline) = &head.dateline {
            xml.open("dateline");
            for (index, place) in dateline.places.iter().enumerate() {
                xml.text(if index > 0 { ", " } else { "" }).open("location").open("city").text(&place.name).close();
                if let Some(region) = &place.region {
                    xml.text(", ").open("region").text(region).close();
                }
                xml.close();
            }
            if let Some(date) = &dateline.date {
                let known = Some(date.value.as_str()).filter(|value| !parts_of_date(value).is_empty());
                xml.text(" ").open("story.date").maybe("norm", known).text(&story.words(date.span)).close();
            }
            xml.close().line();
        }
        if let Some(standfirst) = &head.standfirst {
            self.xml.open("abstract");
            self.marked("p", standfirst.span);
            self.xml.close().line();
        }
        self.xml.close().line();
    }

    fn body_content(&mut self, parts: &[Part]) {
        self.xml.open("body.content").line();
        let mut lede = true;
        for part in parts {
            match part.role {
                Role::Headline | Role::Crosshead => self.marked("hl2", part.span),
                Role::PullQuote => {
                    self.xml.open("bq").open("block");
                    self.marked("p", part.span);
                    self.xml.close().close();
                }
                Role::ListItem => {
                    self.xml.open("ul");
                    self.marked("li", part.span);
                    self.xml.close();
                }
                Role::Paragraph if std::mem::take(&mut lede) => {
                    self.xml.open("p").attribute("lede", "true");
                    self.words(part.span);
                    self.xml.close();
                }
                Role::Paragraph | Role::Table => self.marked("p", part.span),
                // they have elements of their own
                _ => continue,
            }
            self.xml.line();
        }
        for image in &self.story.article.head.images {
            self.xml.open("media").attribute("media-type", "image").line();
            // of the picture itself nothing is known
            self.xml.open("media-reference").attribute("mime-type", "image/*").close().line();
            if let Some(caption) = &image.caption {
                self.marked("media-caption", caption.span);
                self.xml.line();
            }
            if let Some(credit) = &image.credit {
                let words = self.story.words(credit.span);
                self.xml.leaf("media-producer", &words);
            }
            self.xml.close().line();
        }
        self.xml.close().line();
    }

    fn body_end(&mut self, parts: &[Part]) {
        let closing = parts.iter().filter(|part| matches!(part.role, Role::Contributors | Role::Signoff));
        let words: Vec<String> = closing.map(|part| self.story.words(part.span)).collect();
        if !words.is_empty() {
            self.xml.open("body.end").open("tagline").text(&words.join(" ")).close().close().line();
        }
    }

    fn marked(&mut self, name: &'static str, span: Span) {
        self.xml.open(name);
        self.words(span);
        self.xml.close();
    }

    /// The words at `span` with their elements, of which only quotes hold others.
    fn words(&mut self, span: Span) {
        let (within, steps) = walk(&self.marks, span);
        // of what is open, whether it is written, and whether it is a quote
        let mut open: Vec<(bool, bool)> = Vec::new();
        for step in steps {
            match step {
                Step::Text(span) => {
                    self.xml.text(span.of(self.story.text()));
                }
                Step::Open(index) => {
                    let mark = within[index].1;
                    // in reported speech nobody is quoted word for word
                    let reported = matches!(mark, Mark::Quote(quote) if self.story.article.quotes[quote].kind != QuoteKind::Direct);
                    // nor has it an element for what a reader looks for
                    let own = matches!(mark, Mark::Own(_));
                    let written = !reported && !own && open.iter().all(|(written, quote)| *quote || !written);
                    if written {
                        start(&mut self.xml, self.story, mark);
                    }
                    open.push((written, matches!(mark, Mark::Quote(_))));
                }
                Step::Close(_) => {
                    if open.pop().is_some_and(|(written, _)| written) {
                        self.xml.close();
                    }
                }
            }
        }
    }
}

/// Opens the element of a mark.
fn start(xml: &mut Xml, story: &Story<'_>, mark: Mark) {
    match mark {
        Mark::Quote(index) => {
            xml.open("q").maybe("quote-source", Story::speaker(&story.article.quotes[index]).as_deref());
        }
        Mark::Entity(index) => {
            let entity = &story.article.entities[index];
            xml.open(match entity.kind {
                EntityKind::Person => "person",
                EntityKind::Organization => "org",
                EntityKind::Place => "location",
            });
        }
        Mark::Time(index) => {
            let time = &story.article.times[index];
            let dated = matches!(time.kind, TimeKind::Date | TimeKind::Time) && !parts_of_date(&time.value).is_empty();
            xml.open("chron").maybe("norm", dated.then_some(time.value.as_str()));
        }
        Mark::Quantity(index) => {
            let unit = story.article.quantities[index].unit.as_deref();
            let currency =
                unit.is_some_and(|unit| unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()));
            if currency {
                xml.open("money").maybe("unit", unit);
            } else {
                xml.open("num").maybe("units", unit);
            }
        }
        Mark::Own(_) => {}
    }
}
