//! RIS, of which `TY` and `ER` are the frame.

use super::story::{Story, key, on_one_line, parts_of_date};
use crate::Document;
use std::fmt::Write as _;

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let head = &story.article.head;
    let mut out = String::new();
    let mut line = |tag: &str, value: &str| {
        let value = on_one_line(value);
        if tag == "ER" {
            out.push_str("ER  - \r\n");
        } else if !value.is_empty() {
            let _ = write!(out, "{tag}  - {value}\r\n");
        }
    };
    line("TY", "NEWS");
    line("ID", &key(&story));
    for author in story.authors() {
        line("AU", author.name);
    }
    line("TI", &story.headline().unwrap_or_default());
    line("T2", head.publication.as_ref().map_or("", |publication| &publication.name));
    let date = story.published().map(parts_of_date).unwrap_or_default();
    if let Some(year) = date.first() {
        line("PY", &format!("{year:04}"));
        // year/month/day/other, what is not known left empty
        let two = |at: usize| date.get(at).map(|part| format!("{part:02}")).unwrap_or_default();
        line("DA", &format!("{year:04}/{}/{}/", two(1), two(2)));
    }
    line("AB", &story.standfirst().unwrap_or_default());
    line("CY", &story.filed_from().unwrap_or_default());
    line("LA", story.article.language.as_deref().unwrap_or_default());
    line("SE", &head.section.as_ref().map(|section| story.words(section.span)).unwrap_or_default());
    line("DP", head.agency.as_ref().map_or("", |agency| &agency.name));
    for tag in story.tags() {
        line("KW", &tag);
    }
    for entity in &story.article.entities {
        line("KW", &entity.name);
    }
    line("UR", &story.address().unwrap_or_default());
    for remark in story.remarks() {
        line("N1", &remark);
    }
    line("ER", "");
    out
}
