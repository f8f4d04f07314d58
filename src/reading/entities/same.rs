//! Which spellings of a body or place mean the same: its short form in brackets, its initials, its first words, and the
//! abbreviations everybody knows.

use super::{Mention, ORGANIZATIONS, is_demonym, is_of_organization, is_place};
use crate::EntityKind;
use crate::text::Text;
use crate::text::words::is_all_caps;
use std::collections::HashMap;

/// Abbreviations that need no explanation, with what they mean.
const ABBREVIATED: [(&str, &str); 16] = [
    ("us", "united states"),
    ("u.s.", "united states"),
    ("u.s", "united states"),
    ("usa", "united states"),
    ("u.s.a.", "united states"),
    ("united states of america", "united states"),
    ("uk", "united kingdom"),
    ("u.k.", "united kingdom"),
    ("uae", "united arab emirates"),
    ("u.a.e.", "united arab emirates"),
    ("eu", "european union"),
    ("e.u.", "european union"),
    ("un", "united nations"),
    ("u.n.", "united nations"),
    ("drc", "democratic republic of congo"),
    ("democratic republic of the congo", "democratic republic of congo"),
];

/// The words of a name of a body or place as all its spellings have them.
pub(super) fn plain(words: &[String]) -> String {
    let words = match words {
        [the, rest @ ..] if the == "the" && !rest.is_empty() => rest,
        _ => words,
    };
    let name = words.join(" ");
    ABBREVIATED.iter().find(|(short, _)| *short == name).map_or(name, |(_, long)| (*long).to_owned())
}

/// A small letter without what is set over, under or through it, an apostrophe as ASCII has it: one story spells
/// `Martínez` and `Martinez`.
pub(super) fn bare(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'š' | 'ś' | 'ş' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        '’' => '\'',
        _ => c,
    }
}

/// Whether `word` is the abbreviation of a country's name.
pub(super) fn is_country(word: &str) -> bool {
    ABBREVIATED.iter().any(|(short, _)| word.eq_ignore_ascii_case(short))
}

/// For every mention the one before it whose short form it is: `Norland Fishing Association (NFA)`.
pub(super) fn bracketed(text: &Text<'_>, mentions: &[Mention]) -> Vec<Option<usize>> {
    let short_of = |at: usize| {
        let before = mentions.get(at.checked_sub(1)?)?;
        let mention = &mentions[at];
        let [word] = text.tokens.get(mention.tokens.clone())? else { return None };
        let word = text.str(*word);
        let inside = text.is_mark(before.tokens.end, '(')
            && mention.tokens.start == before.tokens.end + 1
            && text.is_mark(mention.tokens.end, ')');
        let first = word.chars().next()?;
        let spells = before.tokens.clone().any(|at| {
            text.tokens.get(at).is_some_and(|&token| {
                text.str(token).chars().next().is_some_and(|c| c.to_uppercase().eq(first.to_uppercase()))
            })
        });
        let long = before.tokens.len() > 1 && before.kind != EntityKind::Person;
        (inside && long && spells && is_all_caps(word)).then_some(at - 1)
    };
    (0..mentions.len()).map(short_of).collect()
}

/// Short forms of bodies, with whose they are; `None` where several have the same.
#[derive(Debug, Default)]
pub(super) struct Shorts {
    of: HashMap<String, Option<usize>>,
}

impl Shorts {
    /// Takes the initials and the first words of the body `id` in.
    pub(super) fn add(&mut self, words: &[String], id: usize) {
        if words.len() < 2 {
            return;
        }
        let small = |word: &str| matches!(word, "of" | "and" | "for" | "the" | "in" | "de" | "del" | "la" | "du");
        let all: String = words.iter().filter_map(|word| word.chars().next()).collect();
        let long: String = words.iter().filter(|word| !small(word)).filter_map(|word| word.chars().next()).collect();
        for initials in [&all, &long] {
            // "GM" of General Motors, but everybody's "US" and "UN" are theirs
            if initials.chars().count() >= 3 || words.len() == 2 && !is_country(initials) {
                self.put(format!("={initials}"), id);
            }
        }
        // "Harbour Lines" of Harbour Lines Ltd; not "Ministry" of a ministry, "Norland" of the Norland Bank
        for length in 1..words.len().min(6) {
            let last = &words[length - 1];
            let tells = length > 1 && !small(last) && !(length == 2 && small(&words[0]))
                || length == 1
                    && last.chars().count() > 2
                    && !ORGANIZATIONS.has(last)
                    && !is_demonym(last)
                    && !is_place(last)
                    && !is_country(last)
                    && !small(last)
                    && !words.last().is_some_and(|tail| is_of_organization(tail, "public"));
            if tells {
                self.put(words[..length].join(" "), id);
            }
        }
        // "the Lakers", "the Herald": the last word of a body whose name begins with a place's or a people's
        let own = |last: &&String| {
            !small(last) && !is_place(last) && !is_demonym(last) && !is_of_organization(last, "public")
        };
        if let Some(last) = words.last().filter(own) {
            self.put(format!("…{last}"), id);
        }
    }

    fn put(&mut self, short: String, id: usize) {
        self.of.entry(short).and_modify(|known| *known = known.filter(|&known| known == id)).or_insert(Some(id));
    }

    /// Whose short form `words` are, written `slice`.
    pub(super) fn find(&self, words: &[String], slice: &str) -> Option<usize> {
        let name = words.join(" ");
        let initials = || {
            let letters: String = name.chars().filter(|c| c.is_alphabetic()).collect();
            (words.len() == 1 && is_all_caps(slice)).then(|| self.of.get(&format!("={letters}")).copied().flatten())?
        };
        self.of.get(&name).copied().flatten().or_else(initials)
    }

    /// The body whose last word the single word of `words` is: "the Herald".
    pub(super) fn last(&self, words: &[String]) -> Option<usize> {
        let [word] = words else { return None };
        self.of.get(&format!("…{word}")).copied().flatten()
    }
}
