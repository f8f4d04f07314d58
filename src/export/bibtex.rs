//! `BibTeX`. Names stand as the byline has them: which of their words is the family name, nobody says.

use super::story::{Story, key, parts_of_date};
use crate::Document;
use std::fmt::Write as _;

/// As every style knows them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let head = &story.article.head;
    let mut entry = format!("@article{{{},\n", key(&story));
    let mut field = |name: &str, value: &str| {
        let _ = writeln!(entry, "  {name} = {{{value}}},");
    };
    let authors = story.authors();
    if !authors.is_empty() {
        // a name in braces is taken whole, whatever is in it
        let names: Vec<String> = authors
            .iter()
            .map(|author| {
                let name = escaped(author.name);
                let whole = author.agency
                    || name.split(' ').any(|word| ["and", "others"].contains(&word))
                    || name.contains(',');
                if whole { format!("{{{name}}}") } else { name }
            })
            .collect();
        field("author", &names.join(" and "));
    }
    if let Some(headline) = story.headline() {
        // inner braces keep its capitals
        field("title", &format!("{{{}}}", escaped(&headline)));
    }
    if let Some(publication) = &head.publication {
        field("journal", &escaped(&publication.name));
    }
    let date = story.published().map(parts_of_date).unwrap_or_default();
    if let Some(year) = date.first() {
        field("year", &format!("{year:04}"));
    }
    if let Some(day) = date.get(2) {
        field("day", &day.to_string());
    }
    if let Some(address) = story.address() {
        field("url", &escaped(&address));
    }
    if let Some(standfirst) = story.standfirst() {
        field("abstract", &escaped(&standfirst));
    }
    if let Some(language) = &story.article.language {
        field("language", &escaped(language));
    }
    let tags = story.tags();
    if !tags.is_empty() {
        field("keywords", &escaped(&tags.join(", ")));
    }
    let agency = head.agency.iter().map(|agency| format!("Copy of {}", agency.name));
    let filed = story.filed_from().into_iter().map(|place| format!("Filed from {place}"));
    let note: Vec<String> = agency.chain(filed).collect();
    if !note.is_empty() {
        field("note", &escaped(&note.join("; ")));
    }
    let remarks = story.remarks();
    if !remarks.is_empty() {
        field("annote", &escaped(&remarks.join("; ")));
    }
    // a word of BibTeX's own, and so without braces
    let month = date.get(1).and_then(|month| MONTHS.get(usize::from(*month).checked_sub(1)?));
    if let Some(month) = month {
        let _ = writeln!(entry, "  month = {month},");
    }
    entry + "}\n"
}

/// `text` as TeX sets it. Braces are told by name: `BibTeX` counts them even where they are escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in super::story::on_one_line(text).chars() {
        match character {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '$' | '&' | '#' | '%' | '_' => {
                out.push('\\');
                out.push(character);
            }
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_are_balanced_whatever_is_written() {
        let hard = "} \\{ 100% of $5 & #1_a ~ ^ }}";
        let written = escaped(hard);
        let depth = written.chars().fold(0i32, |depth, c| depth + i32::from(c == '{') - i32::from(c == '}'));
        assert_eq!(depth, 0, "{written}");
        assert!(written.contains("100\\% of \\$5 \\& \\#1\\_a \\textasciitilde{}"), "{written}");
    }
}
