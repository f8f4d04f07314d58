//! What is written or counted and says what its makers found: a report, a letter, figures.

/// What something written is to who made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Document {
    /// It shows something by counting: a poll, a study.
    Figures,
    /// It has the words of whoever issued it: a statement, a letter.
    Words,
    /// Something else: minutes, an indictment.
    Other,
}
use Document::{Figures, Other, Words};

/// By their singulars, in order.
const DOCUMENTS: [(&str, Document); 40] = [
    ("account", Other),
    ("affidavit", Other),
    ("analysis", Figures),
    ("assessment", Other),
    ("average", Figures),
    ("bulletin", Other),
    ("data", Figures),
    ("document", Other),
    ("dossier", Other),
    ("email", Words),
    ("estimate", Figures),
    ("figure", Figures),
    ("file", Other),
    ("filing", Other),
    ("indictment", Other),
    ("investigation", Figures),
    ("letter", Words),
    ("memo", Words),
    ("memorandum", Other),
    ("message", Words),
    ("minute", Other),
    ("note", Words),
    ("notice", Words),
    ("paper", Other),
    ("poll", Figures),
    ("post", Words),
    ("projection", Figures),
    ("record", Figures),
    ("release", Words),
    ("report", Figures),
    ("research", Figures),
    ("result", Figures),
    ("sheet", Other),
    ("statement", Words),
    ("statistic", Figures),
    ("study", Figures),
    ("survey", Figures),
    ("transcript", Other),
    ("tweet", Words),
    ("video", Words),
];

/// What `noun` names, if it is something written or counted; one or several.
pub(super) fn kind(noun: &str) -> Option<Document> {
    let one = |word: &str| DOCUMENTS.binary_search_by_key(&word, |&(word, _)| word).ok().map(|at| DOCUMENTS[at].1);
    let small = noun.to_lowercase();
    match small.as_str() {
        "studies" | "analyses" => Some(Figures),
        word => one(word).or_else(|| one(word.strip_suffix('s')?)),
    }
}

/// Whether `word` is a participle that says how something written came about or to light.
pub(super) fn is_making(word: &str) -> bool {
    const MAKING: [&str; 22] = [
        "carried",
        "collected",
        "commissioned",
        "compiled",
        "conducted",
        "filed",
        "gathered",
        "issued",
        "leaked",
        "obtained",
        "posted",
        "prepared",
        "produced",
        "provided",
        "published",
        "released",
        "reviewed",
        "seen",
        "sent",
        "shared",
        "shown",
        "submitted",
    ];
    MAKING.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_several_are_told_and_others_are_not() {
        assert!(DOCUMENTS.is_sorted_by_key(|&(word, _)| word));
        for (noun, found) in [
            ("Figures", Some(Figures)),
            ("studies", Some(Figures)),
            ("analyses", Some(Figures)),
            ("statement", Some(Words)),
            ("minutes", Some(Other)),
            ("boats", None),
            ("s", None),
            ("", None),
        ] {
            assert_eq!(kind(noun), found, "{noun}");
        }
        assert!(is_making("carried") && is_making("submitted") && !is_making("sailed"));
    }
}
