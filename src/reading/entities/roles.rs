//! Nouns for what someone does, told by how they end: words before a name that no list of titles holds.

use crate::text::given;
use crate::text::words::{is_all_caps, is_capitalised};

/// Endings of nouns for those who do something.
const ENDINGS: [&str; 37] = [
    "er", "or", "ist", "ian", "eer", "man", "woman", "person", "ant", "ee", "ess", "smith", "wright", "herd", "mate",
    "hand", "mind", "guide", "nurse", "path", "mason", "guard", "wife", "cian", "lady", "lord", "ent", "ive", "ate",
    "naut", "eur", "aire", "ward", "boy", "maid", "girl", "lete",
];
/// Endings that say so even of a word written small: verbs and other words rarely have them.
const CLEAR: [&str; 14] = [
    "ologist", "grapher", "keeper", "maker", "owner", "worker", "driver", "teacher", "holder", "monger", "wright",
    "woman", "person", "caster",
];
/// Nouns for people without such an ending, of which none is a given name.
const PLAIN: [&str; 87] = [
    "abbot",
    "acrobat",
    "addict",
    "attaché",
    "auntie",
    "bailie",
    "bard",
    "barista",
    "baritone",
    "boatswain",
    "bookie",
    "bosun",
    "burglar",
    "bursar",
    "cabbie",
    "caddie",
    "caddy",
    "cadet",
    "chaplain",
    "clown",
    "compere",
    "consul",
    "contralto",
    "convict",
    "cornerback",
    "coxswain",
    "dad",
    "deacon",
    "diva",
    "exile",
    "figurehead",
    "foodie",
    "gaucho",
    "ghillie",
    "goalie",
    "gran",
    "grandad",
    "grandma",
    "grandpa",
    "granny",
    "groom",
    "groupie",
    "guru",
    "heir",
    "impresario",
    "jockey",
    "judoka",
    "kingpin",
    "lumberjack",
    "maestro",
    "mascot",
    "masseuse",
    "medic",
    "mogul",
    "mum",
    "nan",
    "nanny",
    "navvy",
    "nomad",
    "notary",
    "nun",
    "orphan",
    "paralegal",
    "physio",
    "pilgrim",
    "plaintiff",
    "postie",
    "prodigy",
    "publican",
    "rebel",
    "recluse",
    "roadie",
    "rookie",
    "scribe",
    "sexton",
    "sherpa",
    "shortstop",
    "soprano",
    "squaddie",
    "steeplejack",
    "stevedore",
    "techie",
    "teen",
    "thief",
    "triplet",
    "twin",
    "virtuoso",
];
/// Words with such an ending that are something else before a name.
const OTHERS: [&str; 64] = [
    "after",
    "another",
    "before",
    "better",
    "brother",
    "center",
    "centre",
    "chester",
    "christian",
    "computer",
    "corner",
    "corridor",
    "daughter",
    "december",
    "dinner",
    "either",
    "ever",
    "exeter",
    "father",
    "for",
    "former",
    "further",
    "german",
    "grant",
    "greater",
    "harbor",
    "her",
    "however",
    "hunter",
    "inner",
    "iranian",
    "italian",
    "later",
    "letter",
    "lower",
    "major",
    "manchester",
    "matter",
    "member",
    "minor",
    "mother",
    "neither",
    "never",
    "november",
    "number",
    "october",
    "older",
    "or",
    "other",
    "outer",
    "over",
    "paper",
    "per",
    "power",
    "rather",
    "river",
    "russian",
    "september",
    "sister",
    "summer",
    "together",
    "under",
    "upper",
    "water",
];

/// Whether `word`, which stands before a name, says what its bearer does: "Forecaster", "beekeeper".
pub(super) fn is_role(word: &str) -> bool {
    let small = word.to_lowercase();
    let ends =
        |endings: &[&str]| endings.iter().any(|ending| small.len() > ending.len() + 2 && small.ends_with(ending));
    let other = OTHERS.binary_search(&small.as_str()).is_ok() || super::is_demonym(word) || super::is_place(word);
    if other || given::is_given(word) || is_all_caps(word) || !word.chars().all(char::is_alphabetic) {
        return false;
    }
    if is_capitalised(word) { ends(&ENDINGS) || PLAIN.binary_search(&small.as_str()).is_ok() } else { ends(&CLEAR) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_that_no_list_holds() {
        let roles = [
            "Glassblower",
            "Signwriter",
            "Falconer",
            "Gravedigger",
            "Puppeteer",
            "Cellist",
            "Florist",
            "Paediatrician",
            "Locksmith",
            "Shipwright",
            "Goatherd",
            "Seamstress",
            "Toolmaker",
            "Landlady",
            "Restaurateur",
            "Cosmonaut",
            "Millionaire",
            "Laureate",
            "Milkmaid",
            "Adolescent",
            "Stonemason",
            "Ploughboy",
            "Schoolgirl",
            "Triathlete",
            "Barista",
            "Publican",
        ];
        for role in roles {
            assert!(is_role(role) && super::super::title_words::part(role).is_none(), "{role}");
        }
    }

    #[test]
    fn roles_and_other_words() {
        for role in
            ["Forecaster", "Headteacher", "Glaciologist", "Beekeeper", "beekeeper", "Mathematician", "glassmaker"]
        {
            assert!(is_role(role), "{role}");
        }
        for other in ["After", "Peter", "December", "consider", "Iranian", "Manchester", "RIVER", "O'Connor", "Sister"]
        {
            assert!(!is_role(other), "{other}");
        }
        assert!(OTHERS.is_sorted() && PLAIN.is_sorted());
    }
}
