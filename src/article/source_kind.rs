//! What the text lets its reader know of a source, told from the words for it.

use super::quotes::{SourceKind, Speaker, SpeakerForm};

/// Nouns for people whom newsrooms keep unnamed, or who are one of many.
const ANY: [&str; 40] = [
    "source",
    "official",
    "person",
    "people",
    "someone",
    "somebody",
    "insider",
    "aide",
    "adviser",
    "expert",
    "analyst",
    "critic",
    "supporter",
    "opponent",
    "observer",
    "witness",
    "witnesse",
    "eyewitness",
    "eyewitnesse",
    "resident",
    "neighbour",
    "neighbor",
    "bystander",
    "user",
    "caller",
    "commenter",
    "reader",
    "fan",
    "diplomat",
    "trader",
    "economist",
    "researcher",
    "scientist",
    "activist",
    "campaigner",
    "report",
    "other",
    "one",
    "many",
    "some",
];

/// Words after which a noun phrase is told more of.
const LINKS: [&str; 18] = [
    "of", "for", "from", "in", "at", "with", "on", "to", "by", "who", "whose", "which", "near", "close", "familiar",
    "involved", "within", "inside",
];

impl SourceKind {
    /// Of a speaker, or of nobody.
    pub(crate) fn of(speaker: Option<&Speaker>) -> Self {
        let Some(speaker) = speaker else { return Self::Unnamed };
        // a sentence that begins with "Officials" gives them no name
        let any = speaker.text.as_deref().is_some_and(is_any);
        if speaker.entity.is_some() || speaker.form == Some(SpeakerForm::Name) && !any {
            return Self::Named;
        }
        // without a full name, the words at the quote
        let Some(words) = speaker.name.as_deref() else { return Self::Unnamed };
        Self::of_words(words)
    }

    /// Of a description, or of a name that stands nowhere else.
    fn of_words(joined: &str) -> Self {
        let words: Vec<&str> = joined.split_whitespace().collect();
        let Some(first) = words.first() else { return Self::Unnamed };
        let capital = |word: &&str| word.starts_with(char::is_uppercase);
        let lower = first.to_lowercase();
        let points = matches!(lower.as_str(), "the" | "his" | "her" | "its" | "their" | "our" | "my" | "this" | "that");
        let any = matches!(
            lower.as_str(),
            "a" | "an"
                | "one"
                | "another"
                | "some"
                | "several"
                | "many"
                | "most"
                | "few"
                | "two"
                | "three"
                | "four"
                | "five"
                | "other"
                | "others"
        );
        if !points && !any && !is_any(joined) && words.iter().all(|word| capital(word) || LINKS.contains(word)) {
            return Self::Named;
        }
        let front = words.iter().position(|word| LINKS.contains(word)).unwrap_or(words.len());
        let head = words.get(..front).and_then(<[&str]>::last).unwrap_or(first).to_lowercase();
        // "the official" may be told from others, and is still kept back
        if is_any(&head) {
            return Self::Unnamed;
        }
        let single = singular(&head);
        let detail = front < words.len()
            || words.iter().skip(1).any(capital)
            || words.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
        let plural = head != single && !head.ends_with("ss") || matches!(head.as_str(), "men" | "women" | "children");
        if points || detail || capital(first) && !any || !any && !plural { Self::Described } else { Self::Unnamed }
    }
}

/// A noun without the ending of its plural.
fn singular(noun: &str) -> &str {
    noun.strip_suffix('s').filter(|single| single.len() > 2).unwrap_or(noun)
}

/// Whether a noun is one for people who are kept back or are one of many.
fn is_any(noun: &str) -> bool {
    let lower = noun.to_lowercase();
    ANY.contains(&singular(&lower)) || ANY.contains(&lower.as_str())
}

/// How many words a text has: what stands between white space and holds a letter or a digit.
pub(crate) fn words_in(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_a_source() {
        for (words, kind) in [
            ("Ruth", SourceKind::Named),
            ("Ann Roe", SourceKind::Named),
            ("the harbour master", SourceKind::Described),
            ("a 34-year-old nurse from Leeds", SourceKind::Described),
            ("his widow", SourceKind::Described),
            ("police", SourceKind::Described),
            ("a spokesman for the port", SourceKind::Described),
            ("a senior official", SourceKind::Unnamed),
            ("sources close to the board", SourceKind::Unnamed),
            ("two people familiar with the plan", SourceKind::Unnamed),
            ("a fisherman", SourceKind::Unnamed),
            ("doctors", SourceKind::Unnamed),
            ("Officials", SourceKind::Unnamed),
            ("Ann Reader", SourceKind::Named),
            ("the eyewitnesses", SourceKind::Unnamed),
        ] {
            assert_eq!(SourceKind::of_words(words), kind, "{words}");
        }
        assert_eq!(SourceKind::of(None), SourceKind::Unnamed);
    }

    #[test]
    fn words_are_counted_without_marks() {
        assert_eq!(words_in("“Well — we’ll see,”"), 3);
        assert_eq!(words_in("…"), 0);
    }
}
