//! Which organization a source speaks for, where the text says so at its name, its title or its description.

use super::on_one_line;
use super::sources::Source;
use crate::{Article, Entity, EntityKind, Span};
use std::collections::HashMap;

/// Words that lead from a person, or from what a person is, to an organization.
const LEADS: [&str; 5] = ["of", "for", "from", "at", "with"];

/// Bytes between a name and an organization that are looked at.
const NEAR: usize = 80;

/// Words of a title that the name of an organization can have.
const LONGEST: usize = 8;

/// The organizations of a story, by where and how they are named.
pub(super) struct Bodies<'a> {
    text: &'a str,
    article: &'a Article,
    /// Every mention of one, in the order of the text, with the index of its entity.
    mentions: Vec<(Span, usize)>,
    /// The index for each form of a name.
    forms: HashMap<String, usize>,
}

impl<'a> Bodies<'a> {
    /// Looks for them in `article`, which has its places in bytes of `text`.
    pub(super) fn new(text: &'a str, article: &'a Article) -> Self {
        let (mut mentions, mut forms) = (Vec::new(), HashMap::new());
        let bodies = article.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Organization);
        for (index, body) in bodies {
            mentions.extend(body.mentions.iter().map(|mention| (*mention, index)));
            let written = body.mentions.iter().map(|mention| mention.of(text)).chain([body.name.as_str()]);
            for form in written.map(on_one_line).filter(|form| !form.is_empty()) {
                forms.entry(form).or_insert(index);
            }
        }
        mentions.sort_unstable();
        Self { text, article, mentions, forms }
    }

    /// The organization that `source` speaks for, by its fullest name.
    pub(super) fn of(&self, source: &Source<'_>) -> Option<&'a str> {
        let found = match source.entity.and_then(|entity| self.article.entities.get(entity)) {
            Some(entity) if entity.kind != EntityKind::Person => None,
            Some(person) => {
                let in_title = person.titles.iter().find_map(|title| self.in_title(title));
                in_title.or_else(|| person.mentions.iter().find_map(|name| self.beside(*name, person)))
            }
            None => {
                let quotes = source.quotes.iter().filter_map(|&quote| self.article.quotes.get(quote));
                let mut places = quotes.filter_map(|quote| quote.speaker.as_ref()?.span);
                places.find_map(|place| self.inside(place))
            }
        };
        found.and_then(|index| self.article.entities.get(index)).map(|body| body.name.as_str())
    }

    /// The one that a title names: "chief executive of Elder Lines".
    fn in_title(&self, title: &str) -> Option<usize> {
        let words: Vec<&str> = title.split_whitespace().collect();
        let stretches = (0..words.len())
            .flat_map(|from| (from + 1..=words.len().min(from + LONGEST)).rev().map(move |to| (from, to)));
        stretches.into_iter().find_map(|(from, to)| {
            let form = words[from..to].join(" ");
            let bare = form.trim_end_matches([',', '.', '’', '\'']).trim_end_matches("’s").trim_end_matches("'s");
            self.forms.get(bare).copied()
        })
    }

    /// The one that stands beside a name: "Ruth Hale of the Harbour Trust", "Jonas Verrick, chief executive of Elder Lines",
    /// "Elder Lines spokeswoman Dana Prell".
    fn beside(&self, name: Span, person: &Entity) -> Option<usize> {
        let between = |from: usize, to: usize| self.text.get(from..to).unwrap_or_default();
        let is_beside = |mention: Span| {
            if name.end < mention.start {
                leads(between(name.end, mention.start))
            } else {
                mention.end < name.start && is_title(between(mention.end, name.start), person)
            }
        };
        let from = self.mentions.partition_point(|(mention, _)| mention.start + NEAR < name.start);
        let near = self.mentions[from..].iter().take_while(|(mention, _)| mention.start < name.end + NEAR);
        near.into_iter().find(|(mention, _)| is_beside(*mention)).map(|(_, index)| *index)
    }

    /// The one that a description names: "a spokesman for the port authority".
    fn inside(&self, place: Span) -> Option<usize> {
        let from = self.mentions.partition_point(|(mention, _)| mention.start < place.start);
        let mut inside = self.mentions[from..].iter().take_while(|(mention, _)| mention.start < place.end);
        inside.find(|(mention, _)| place.contains(*mention) && *mention != place).map(|(_, index)| *index)
    }
}

/// Whether what stands after a name leads to an organization.
fn leads(between: &str) -> bool {
    let apposed = between.starts_with(", ");
    let mut words: Vec<&str> = between.strip_prefix(',').unwrap_or(between).split_whitespace().collect();
    if words.last() == Some(&"the") {
        words.pop();
    }
    let lead = words.pop().is_some_and(|word| LEADS.contains(&word));
    // what somebody is has neither a clause nor another name in it
    let plain = |word: &&str| {
        word.chars().all(|c| c.is_lowercase() || c == '-')
            && !matches!(
                *word,
                "who" | "whose" | "which" | "said" | "told" | "says" | "asked" | "added" | "and" | "but"
            )
    };
    lead && if apposed { !words.is_empty() && words.iter().all(plain) } else { words.is_empty() }
}

/// Whether what stands between an organization and a name is a title of the one who is named.
fn is_title(between: &str, person: &Entity) -> bool {
    let title = ["’s ", "'s ", "’ ", "' ", " "].iter().find_map(|mark| between.strip_prefix(mark));
    title.is_some_and(|title| person.titles.iter().any(|known| known == title.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Offsets, Options, audit::sources};

    fn organization(sentence: &str, name: &str) -> Option<String> {
        let text = format!(
            "Work begins at the harbour\n\nPORT ELDER, May 4, 2023 (ANN) - The harbour of the town will close for a month \
             while the old quay is repaired.\n\n{sentence}\n\nElder Lines runs three boats. The Elder Harbour Trust owns the quay.\n"
        );
        let article = crate::parse(&text, &Options { offsets: Offsets::Utf8, ..Options::default() });
        let sources = sources(&article);
        let source = sources.iter().find(|source| source.name.is_some_and(|found| found.contains(name)));
        let source = source.unwrap_or_else(|| panic!("no {name} in {sources:?}"));
        Bodies::new(&text, &article).of(source).map(str::to_owned)
    }

    #[test]
    fn an_organization_is_told_from_the_words_beside_a_source() {
        for (sentence, name, expected) in [
            ("“Nobody asked us,” said Jonas Verrick, chief executive of Elder Lines.", "Verrick", Some("Elder Lines")),
            ("Elder Lines spokeswoman Dana Prell said tickets would be refunded.", "Prell", Some("Elder Lines")),
            (
                "“It will be a long month,” said Ruth Hale of the Elder Harbour Trust.",
                "Hale",
                Some("Elder Harbour Trust"),
            ),
            (
                "A spokesman for the Elder Harbour Trust said the work would cost $4 million.",
                "spokesman",
                Some("Elder Harbour Trust"),
            ),
            ("“It is late,” said Ruth Hale, who had written to Elder Lines.", "Hale", None),
            ("“It is late,” Ruth Hale said of Elder Lines.", "Hale", None),
            ("Elder Lines said the boats would sail.", "Elder Lines", None),
        ] {
            assert_eq!(organization(sentence, name).as_deref(), expected, "{sentence}");
        }
    }
}
