//! What the list of phrases knows of a row.

use super::shape::Shape;
use crate::Span;
use crate::layout::rows::Row;
use crate::layout::sections::is_section;
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_capitalised, word_list};

/// Phrases that pages print around a story; see the list's head for the marks.
static PHRASES: WordList = word_list!("../phrases.txt");

/// Rows longer than this, in tokens, are prose: the phrases of pages are not looked for in them.
const LONG: usize = 70;

/// Tokens of a longer row that are looked at.
const MOST: usize = 200;

/// Whether a word is one that notices of what a page keeps about its readers are full of.
fn is_of_consent(word: &str) -> bool {
    matches!(
        word,
        "cookie" | "cookies" | "Cookie" | "Cookies" | "consent" | "privacy" | "Privacy" | "vendors" | "opt-out"
    )
}

/// The kinds of phrases in a row.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Phrases {
    pub(crate) share_row: bool,
    pub(crate) nav_row: bool,
    pub(crate) promo_start: bool,
    /// How many phrases of the law: cookies, consent, rights.
    pub(crate) legal: usize,
    pub(crate) note_start: bool,
    /// Whether it begins with "Correction:" or the like.
    pub(crate) correction: bool,
    pub(crate) bio: bool,
    pub(crate) tags_start: bool,
    pub(crate) copyright: bool,
    pub(crate) gallery: bool,
    pub(crate) caption_cue: bool,
    /// Whether it begins as only captions do: `FILE -`, `[1/5]`.
    pub(crate) caption_start: bool,
    /// Whether it begins with a picture's number among several: "Image 3 of 17".
    pub(crate) picture_number: bool,
    pub(crate) share_words: usize,
    /// Whether it is what a page says of its advertisements, players, pictures and posts, and nothing else.
    pub(crate) aside: bool,
    /// Whether it is a link's label with a mark and the link after it: `READ NEXT | …`.
    pub(crate) link: bool,
    /// Whether it begins as only notes do: "Disclaimer:".
    pub(crate) note_sure: bool,
    /// Whether it is the name of a newspaper's section.
    pub(crate) section: bool,
    /// Whether it tells in the present what is to be seen: `Ada Quill, left, waits for the ferry`.
    pub(crate) depicts: bool,
}

impl Phrases {
    /// The phrases of one row.
    pub(super) fn of(text: &Text<'_>, row: &Row, shape: &Shape) -> Self {
        let mut phrases = Self::default();
        // an adjective in a sentence: `Related costs came to £4m.`
        let told = shape.last == '.' && shape.words >= 4 && !shape.says_you && !shape.says_we;
        if row.tokens.is_empty() {
            return phrases;
        }
        phrases.start(text, row, shape);
        phrases.section = shape.words <= 4 && is_section(text.slice(row.span));
        phrases.depicts = depicts(text, row);
        if row.tokens.len() <= LONG {
            phrases.listed(text, row, shape);
            if told && text.word(row.tokens.start).is_some_and(is_adjective) && follows_small(text, row) {
                phrases.promo_start = false;
            }
        } else if text.tokens[row.tokens.clone()]
            .iter()
            .take(MOST)
            .filter(|token| is_of_consent(text.str(**token)))
            .count()
            >= 3
        {
            phrases.legal = 2;
        }
        phrases
    }

    /// Labels and marks that the list cannot hold.
    fn start(&mut self, text: &Text<'_>, row: &Row, shape: &Shape) {
        const CORRECTIONS: [&str; 4] = ["correction", "corrections", "clarification", "clarifications"];
        let first = row.tokens.start;
        let word = text.word(first).unwrap_or("");
        let is = |other: &&str| word.eq_ignore_ascii_case(other);
        let number = |at: usize| text.tokens.get(at).is_some_and(|token| token.kind == Kind::Number);
        self.correction = text.is_mark(first + 1, ':') && CORRECTIONS.iter().any(is);
        // FILE -, [1/5], 1 of 12 |
        let bracketed = text.is_mark(first, '[') && number(first + 1) && text.is_mark(first + 2, '/');
        let counted = number(first) && text.word(first + 1) == Some("of") && number(first + 2);
        let dash = ['-', '–', '—'].iter().any(|&dash| text.is_mark(first + 1, dash));
        self.caption_start = bracketed || counted || matches!(word, "FILE" | "File") && dash;
        let picture = ["image", "photo", "picture", "slide"].iter().any(|other| word.eq_ignore_ascii_case(other));
        let of = text.word(first + 2) == Some("of") || text.is_mark(first + 2, '/');
        self.picture_number = picture && number(first + 1) && of && number(first + 3);
        // `1 of 5`, `3 / 12`; 8/10/2012 is a date
        let first = first + usize::from(text.is_mark(first, '('));
        let counts = number(first)
            && (text.word(first + 1) == Some("of") || text.is_mark(first + 1, '/'))
            && number(first + 2)
            && !number(first + 4);
        // `Figure 2`, `Slide 1 of 12`
        let parts = ["figure", "fig", "table", "chart", "graphic", "page", "slide", "image"];
        let numbered = shape.words <= 2 && number(row.tokens.end - 1) && parts.iter().any(is);
        // `@echo`, `#ferries #quays`, `Contact: desk@echo.example`
        let slice = text.slice(row.span);
        let handles = slice.split_whitespace().all(|word| word.len() > 1 && word.starts_with(['@', '#']));
        let is_address = |word: &str| word.find('@').is_some_and(|at| at > 0 && word[at..].contains('.'));
        let address = shape.words <= 3 && slice.split_whitespace().any(is_address);
        // `— The Echo (@echo) May 3, 2021`
        let posted = slice.starts_with(['—', '–', '-']) && slice.contains("(@");
        self.aside = counts && shape.words <= 1 && row.tokens.len() <= 5
            || numbered
            || handles
            || address
            || posted
            || counts_up(slice);
        self.copyright = (first..row.tokens.end.min(first + 3)).any(|index| text.is_mark(index, '©'))
            || is(&"copyright")
            || shape.chars < 200 && contains_folded(text.slice(row.span), "all rights reserved");
    }

    /// Phrases of the list.
    fn listed(&mut self, text: &Text<'_>, row: &Row, shape: &Shape) {
        let range = row.tokens.clone();
        let is = |from: usize, to: usize| {
            let slice = text.slice(Span::new(text.tokens[from].span().start, text.tokens[to - 1].span().end));
            if slice.contains('’') { PHRASES.get(&slice.replace('’', "'")) } else { PHRASES.get(slice) }
        };
        // the row without bullets, counts and marks at its ends
        let is_word = |index: &usize| matches!(text.tokens[*index].kind, Kind::Word | Kind::Initials);
        let (Some(first), Some(last)) = (range.clone().find(is_word), range.clone().rev().find(is_word)) else {
            return;
        };
        if let Some(classes) = is(first, last + 1) {
            self.share_row |= classes.contains("=share");
            self.nav_row |= classes.contains("=nav");
            self.aside |= classes.contains("=aside");
        }
        // `More in Politics`
        let more = [["more", "in"], ["more", "from"], ["latest", "in"], ["also", "in"], ["popular", "in"]];
        let word = |at: usize, other: &str| text.word(at).is_some_and(|word| word.eq_ignore_ascii_case(other));
        let of_section =
            || is_section(text.slice(Span::new(text.tokens[first + 2].span().start, text.tokens[last].span().end)));
        self.aside |= speaks_of_itself(text, row)
            || last >= first + 2
                && more.iter().any(|[one, two]| word(first, one) && word(first + 1, two))
                && of_section();
        for to in first + 1..=range.end.min(first + 5) {
            // where a colon belongs to a phrase, the list has both
            let Some(classes) = is(first, to) else { continue };
            self.promo_start |= classes.contains("^promo");
            self.note_start |= classes.contains("^note");
            self.tags_start |= classes.contains("^tags");
            self.copyright |= classes.contains("^copy");
            // `By clicking his fingers he could call them`: a page speaks to its reader
            let told = shape.said || text.word(first) == Some("By") && !(shape.says_you || shape.says_we);
            self.aside |= classes.contains("^aside") && !told;
            self.note_sure |= classes.contains("^sure");
            self.link |= classes.contains("^link") && [':', '|'].iter().any(|&mark| text.is_mark(to, mark));
        }
        for from in range.clone() {
            for to in from + 1..=range.end.min(from + 4) {
                let Some(classes) = is(from, to) else { continue };
                self.legal += usize::from(classes.contains("~legal"));
                self.bio |= classes.contains("~bio");
                self.gallery |= classes.contains("~gallery");
                self.caption_cue |= classes.contains("~cue");
                self.aside |= classes.contains("~aside");
                self.share_words += usize::from(to == from + 1 && classes.contains("=share"));
            }
        }
    }
}

/// Words that label what a page shows and, as often, describe what a sentence is about.
fn is_adjective(word: &str) -> bool {
    matches!(
        word,
        "Related"
            | "Advertising"
            | "Recommended"
            | "Trending"
            | "Popular"
            | "Sponsored"
            | "Featured"
            | "Suggested"
            | "Promoted"
    )
}

/// Whether the second word of a row is in small letters.
fn follows_small(text: &Text<'_>, row: &Row) -> bool {
    text.word(row.tokens.start + 1).is_some_and(|word| word.starts_with(char::is_lowercase))
}

/// Whether a row counts up from one, as links to the pages of a story do: `1 2 3`.
fn counts_up(slice: &str) -> bool {
    slice.len() > 2 && slice.split(' ').zip(1u8..).all(|(word, number)| word.parse() == Ok(number))
}

/// Words of a row in which a page speaks of itself, at most.
const ITSELF: usize = 12;

/// Whether a row is put in words with which pages speak of themselves and in no others, and bids its reader do something
/// (`Turn on notifications`, `Email the editor`), or heads a list (`More top stories`), or is a few nouns (`Newsletter sign-up`).
fn speaks_of_itself(text: &Text<'_>, row: &Row) -> bool {
    let (mut words, mut bids, mut more, mut names) = (0, false, false, false);
    let (mut nouns, mut noun, mut list) = (0, true, false);
    for token in &text.tokens[row.tokens.clone()] {
        if !matches!(token.kind, Kind::Word | Kind::Initials) {
            continue;
        }
        let word = text.str(*token);
        let classes = PHRASES.get(word).filter(|classes| classes.contains('*'));
        // `Follow the Echo on Twitter`
        let classes = classes.or((names && is_capitalised(word)).then_some("*page"));
        let Some(classes) = classes else { return false };
        let page = classes.contains("*page");
        if words == 0 {
            bids = classes.contains("*do");
            more = classes.contains("*more");
            names = ["Follow", "Email", "Contact"].contains(&word);
        } else {
            nouns += usize::from(page);
        }
        noun &= page || matches!(word, "and" | "or");
        list = classes.contains("*list");
        words += 1;
    }
    (2..=ITSELF).contains(&words) && (bids && nouns > 0 || more && list || noun)
}

/// How far into a row the first verb of a sentence below a picture stands, in tokens.
const VERB: usize = 16;

/// Whether a row says in the present what people in a picture do: `Ada Quill, left, waits for the ferry`. The first verb is
/// one of a scene, before anything is told in the past.
fn depicts(text: &Text<'_>, row: &Row) -> bool {
    let words = (row.tokens.start + 1..row.tokens.end.min(row.tokens.start + VERB)).filter_map(|at| text.word(at));
    for word in words {
        if is_scene(word) {
            return true;
        }
        let told = matches!(
            word,
            "said"
                | "says"
                | "was"
                | "were"
                | "had"
                | "has"
                | "have"
                | "will"
                | "would"
                | "to"
                | "that"
                | "it"
                | "he"
                | "they"
        );
        if told || word.len() > 4 && word.ends_with("ed") {
            return false;
        }
    }
    false
}

/// What people and things do in pictures.
static SCENES: WordList = word_list!("../scenes.txt");

fn is_scene(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && SCENES.has(word)
}

/// Whether `slice` holds the ASCII phrase `phrase`, case aside.
fn contains_folded(slice: &str, phrase: &str) -> bool {
    slice.as_bytes().windows(phrase.len()).any(|window| window.eq_ignore_ascii_case(phrase.as_bytes()))
}
