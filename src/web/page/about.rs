//! What is said of a mark in the bubble beside it: what it means, and how sure that is.

use super::amounts;
use super::moments::told_whole;
use super::sure::{self, Standing};
pub(crate) use crate::audit::speaker;
use crate::{Article, EntityKind, TimeKind};

/// Lines on the thing that story and panels know by this letter and index: what it is, then how that is known.
pub(crate) fn about(article: &Article, kind: char, index: usize) -> Option<Vec<String>> {
    let what = match kind {
        'm' => {
            let mark = article.marks.get(index)?;
            return Some([Some(mark.name.clone()), mark.remark.clone()].into_iter().flatten().collect());
        }
        't' => {
            let time = article.times.get(index)?;
            let how = match time.kind {
                TimeKind::Date | TimeKind::Time => "",
                TimeKind::Duration => "how long: ",
                TimeKind::Set => "how often: ",
            };
            format!("{how}{}", told_whole(time))
        }
        'e' => {
            let entity = article.entities.get(index)?;
            let titles = entity.titles.first().map_or_else(String::new, |title| format!(", {title}"));
            format!("{}: {}{titles}", kind_of(entity.kind), entity.name)
        }
        'n' => {
            let quantity = article.quantities.get(index)?;
            let full = amounts::in_full(quantity.value).map_or_else(String::new, |full| format!(" ({full})"));
            format!("{}{full}", amounts::told(quantity))
        }
        'q' => {
            let who = speaker(article.quotes.get(index)?);
            who.map_or_else(|| "Speaker not found".to_owned(), |name| format!("Speaker: {name}"))
        }
        _ => return None,
    };
    let mut lines = vec![what];
    let sure = sure::of(article, kind, index)?;
    if sure.standing != Standing::Stated {
        lines.push(format!("{}: {}", sure.standing.word(), sure.why));
    }
    Some(lines)
}

/// A kind of name in words.
pub(crate) fn kind_of(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organization => "Organisation",
        EntityKind::Place => "Place",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_says_what_it_means_and_how_that_is_known() {
        let text = "Ferries sail again\n\nPORT ELDER, May 4, 2023 (ANN) - Mayor Ines Maro said yesterday it cost $1.2 million \
            every Friday. “We waited,” she said.";
        let article = crate::parse(text, &crate::Options::default());
        let about = |kind, index| about(&article, kind, index).unwrap();
        let times: Vec<_> = (0..article.times.len()).map(|index| about('t', index)).collect();
        let worked_out = "worked out: counted from the dateline’s date, 4 May 2023";
        assert!(times.contains(&vec!["Wednesday 3 May 2023".to_owned(), worked_out.to_owned()]), "{times:?}");
        assert!(times.contains(&vec!["how often: every Friday".to_owned()]), "{times:?}");
        assert_eq!(about('n', 0), ["$1.2 million (1,200,000)"]);
        let she = article.quotes.iter().position(|quote| quote.text.contains("waited")).unwrap();
        assert_eq!(about('q', she), ["Speaker: Ines Maro", "worked out: pronoun: nearest woman named before"]);
        assert!((0..article.entities.len()).any(|index| about('e', index) == ["Person: Ines Maro, Mayor"]));
    }

    #[test]
    fn every_part_has_its_entry_in_the_list_of_words() {
        let page = include_str!("../../../index.html");
        let others = ["cue", "indirect", "partly-quoted", "key-sentence", "reading-ease", "sure"];
        // the class of a part, as the style sheet writes it: "pull-quote"
        let class = |word: &str| -> String {
            word.chars().flat_map(|c| c.is_uppercase().then_some('-').into_iter().chain(c.to_lowercase())).collect()
        };
        let parts = crate::Role::ALL.iter().map(|role| class(role.as_str()));
        for entry in parts.chain(others.map(ToOwned::to_owned)) {
            assert!(page.contains(&format!("id=\"word-{entry}\"")), "{entry} is explained nowhere");
        }
    }
}
