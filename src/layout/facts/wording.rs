//! Whose words a row shares: the running text's, the address's, the lede's; and the words it is known by.

use super::Facts;
use crate::layout::rows::Row;
use crate::text::Text;
use crate::text::fnv;
use crate::text::tokens::{Kind, Token};
use crate::text::words::{WordList, is_capitalised, word_list};
use std::collections::HashSet;

/// The small words that running text is full of and labels have few of: the commonest of English.
pub(super) static FUNCTION: WordList = word_list!("../function_words.txt");

/// Words that pages print again and again; see the list's head.
static VOCABULARY: WordList = word_list!("../vocabulary.txt");

/// Words in the vocabulary.
pub(crate) const VOCABULARY_SIZE: usize = 650;

/// Rows with more words than this say more by their shape than by their words.
const SHORT: usize = 10;

/// Words of a longer row that are looked up.
const LONG: usize = 60;

/// What a row's words are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wording {
    /// Tenths of its longer words that the running text has too.
    pub(crate) overlap: usize,
    /// Tenths of its words that the address has.
    pub(crate) slug: usize,
    /// Longer words it shares with the running text, every mention counted.
    pub(crate) shared: usize,
    /// Tenths of its longer words that the first rows of the core have: what the lede is about.
    pub(crate) lede: usize,
    /// Words inside it that begin with a capital, as names do.
    pub(crate) names: usize,
    /// Those of them that the running text above it has too.
    pub(crate) known_names: usize,
    /// Known words of a short row, of one that is not, and the first word of any, by their number in the vocabulary.
    pub(crate) vocabulary: Vec<u16>,
}

impl Wording {
    /// The words that one row is known by; what it shares with others is found by [`compare`].
    pub(super) fn of(text: &Text<'_>, row: &Row) -> Self {
        let known = |index: usize| {
            let word = text.word(index)?;
            VOCABULARY.get(word)?.parse::<u16>().ok().filter(|&number| usize::from(number) < VOCABULARY_SIZE)
        };
        let is_word = |index: &usize| matches!(text.tokens[*index].kind, Kind::Word | Kind::Initials);
        let words = || row.tokens.clone().filter(is_word);
        let mut vocabulary = Vec::new();
        let Some(first) = words().next() else { return Self::default() };
        let long = words().nth(SHORT).is_some();
        let from = if long { 2 * VOCABULARY_SIZE as u16 } else { 0 };
        vocabulary.extend(words().take(LONG).filter_map(known).map(|number| number + from));
        vocabulary.sort_unstable();
        vocabulary.dedup();
        vocabulary.extend(known(first).map(|number| number + VOCABULARY_SIZE as u16));
        Self { vocabulary, ..Self::default() }
    }
}

/// A number for the words of `slice`: equal for rows that differ in case, spaces and marks only.
pub(crate) fn fold(slice: &str) -> u64 {
    fnv::letters(fnv::SEED, slice)
}

/// The longer words among `tokens`, folded.
fn long_words<'s>(text: &'s Text<'_>, tokens: &'s [Token]) -> impl Iterator<Item = u64> + 's {
    let words = tokens.iter().filter(|token| token.kind == Kind::Word).map(|token| text.str(*token));
    words.filter(|word| word.chars().count() >= 4 && !FUNCTION.has(word)).map(fold)
}

/// Rows at the beginning of the core that tell what the story is about.
const LEDE_ROWS: usize = 3;

/// Words of each of them that count: a row can be of any length.
const LEDE_TOKENS: usize = 120;

/// How much of each row's wording the first rows of the core share.
pub(super) fn ledes(text: &Text<'_>, rows: &[Row], facts: &mut [Facts], core: Option<(usize, usize)>) {
    let Some((first, last)) = core else { return };
    let tokens = |row: &Row| &text.tokens[row.tokens.clone()];
    let lede = (first..=last).filter(|&row| facts[row].flows()).take(LEDE_ROWS);
    let told: HashSet<u64> = lede
        .flat_map(|row| {
            let tokens = tokens(&rows[row]);
            long_words(text, &tokens[..tokens.len().min(LEDE_TOKENS)])
        })
        .collect();
    for (row, facts) in rows.iter().zip(facts.iter_mut()).filter(|(_, facts)| facts.shape.words < 60) {
        let (mut all, mut shared) = (0, 0);
        for word in long_words(text, tokens(row)) {
            all += 1;
            shared += usize::from(told.contains(&word));
        }
        facts.wording.lede = shared * 10 / all.max(1);
    }
}

/// Words of a row that are looked at for names.
const NAMED: usize = 120;

/// Which names of each row the running text above it has: a story comes back to its own, another's are new.
pub(super) fn names(text: &Text<'_>, rows: &[Row], facts: &mut [Facts]) {
    let mut known: HashSet<u64> = HashSet::new();
    for (row, facts) in rows.iter().zip(facts.iter_mut()) {
        let tokens = row.tokens.clone().take(NAMED);
        // the first word of a sentence has its capital from that
        let inside = tokens.filter(|&at| at > row.tokens.start && text.word(at - 1).is_some());
        let names = inside.filter_map(|at| text.word(at)).filter(|word| word.len() >= 4 && is_capitalised(word));
        let names: Vec<u64> = names.map(fold).collect();
        facts.wording.names = names.len();
        facts.wording.known_names = names.iter().filter(|name| known.contains(name)).count();
        if facts.flows() {
            known.extend(names);
        }
    }
}

/// Words that an address must have for a headline to be looked for in it.
const SLUG: usize = 3;

/// How much of each row's wording the running text and the address share; returns whether there is
/// an address with words in it.
pub(super) fn compare(text: &Text<'_>, rows: &[Row], facts: &mut [Facts], url: Option<&str>) -> bool {
    let tokens = |row: &Row| &text.tokens[row.tokens.clone()];
    let prose = rows.iter().zip(facts.iter()).filter(|(_, facts)| facts.shape.prose);
    let told: HashSet<u64> = prose.flat_map(|(row, _)| long_words(text, tokens(row))).collect();
    let address = url.or_else(|| {
        let mut top = rows.iter().zip(facts.iter()).take(4);
        top.find(|(_, facts)| facts.shape.url_whole).map(|(row, _)| text.slice(row.span))
    });
    let slug = address.map_or_else(Vec::new, slug);
    let has_slug = slug.iter().filter(|word| word.chars().all(char::is_alphabetic)).count() >= SLUG;
    let slug: HashSet<u64> = slug.into_iter().filter(|_| has_slug).map(fold).collect();
    for (row, facts) in rows.iter().zip(facts.iter_mut()).filter(|(_, facts)| !facts.shape.prose) {
        let (mut long, mut shared) = (0, 0);
        for word in long_words(text, tokens(row)) {
            long += 1;
            shared += usize::from(told.contains(&word));
        }
        facts.wording.shared = shared;
        facts.wording.overlap = shared * 10 / long.max(1);
        if has_slug {
            let (mut all, mut in_slug) = (0, 0);
            for token in tokens(row).iter().filter(|token| token.kind == Kind::Word) {
                all += 1;
                in_slug += usize::from(slug.contains(&fold(text.str(*token))));
            }
            facts.wording.slug = in_slug * 10 / all.max(1);
        }
    }
    has_slug
}

/// The words of the longest piece of an address's path, which most often are the headline's.
fn slug(address: &str) -> Vec<&str> {
    let path = address.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let longest = path.split(['/', '?', '#']).max_by_key(|piece| piece.len()).unwrap_or("");
    longest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}
