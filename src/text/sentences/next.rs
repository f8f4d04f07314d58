//! What follows a place where a sentence can end.

use super::Scan;
use super::abbreviations::is_starter;
use super::stop::Stop;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;

/// How the text after the stop begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// A small letter.
    Lower,
    /// A capital, or a letter of a script without capitals.
    Upper,
    /// A digit, perhaps after a currency sign.
    Digit,
    /// An address, a mention, a hashtag: no case to go by.
    Handle,
    /// An ellipsis with text after it: what was left out stood between two sentences.
    Ellipsis,
    /// A rule of three hyphens, stars … or more.
    Rule,
    /// A dash with a name or an item after it.
    Dash,
    /// A mark that goes on with the sentence: a comma, a colon, a dash …
    Mark,
}

/// What the first word after a stop says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    /// A word that opens sentences and no names.
    Starter,
    /// A word before a colon.
    Label,
    /// Neither.
    Other,
}

/// What follows a stop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Next {
    /// How it begins, opening marks aside.
    pub(super) lead: Lead,
    /// The first token after the opening marks.
    pub(super) token: usize,
    /// Whether no white space is between the stop and what follows.
    pub(super) glued: bool,
    /// Whether a quotation mark opens before it.
    pub(super) quote: bool,
    /// Whether a round or square bracket opens before it.
    pub(super) bracket: bool,
    /// What its first word says.
    head: Head,
}

impl Next {
    /// What follows `stop`; `None` at the end of the block.
    pub(super) fn read(scan: &Scan<'_>, stop: &Stop) -> Option<Self> {
        let mut next = Self {
            lead: Lead::Mark,
            token: stop.after,
            glued: !scan.is_spaced(stop.after),
            quote: false,
            bracket: false,
            head: Head::Other,
        };
        scan.kind(next.token)?;
        // more than six marks in a row open nothing
        for _ in 0..6 {
            match scan.mark(next.token) {
                Some('"' | '“' | '”' | '„' | '‘' | '’' | '\'' | '`' | '«' | '»' | '‹' | '›' | '「' | '『' | '《') =>
                {
                    next.quote = true;
                }
                Some('(' | '[' | '（' | '【') => next.bracket = true,
                Some('*' | '_' | '¡' | '¿' | '•' | '●' | '▪' | '■' | '►') if !is_run(scan, next.token) => {}
                _ => break,
            }
            next.token += 1;
        }
        next.lead = lead(scan, next.token);
        if next.lead == Lead::Upper {
            next.head = head(scan, next.token);
        }
        Some(next)
    }

    /// Whether its first word is one that opens sentences and no names.
    pub(super) fn is_starter(&self) -> bool {
        self.head == Head::Starter
    }

    /// Whether its first word is a label: `Image: A. Roe`.
    pub(super) fn is_label(&self) -> bool {
        self.head == Head::Label
    }
}

fn head(scan: &Scan<'_>, token: usize) -> Head {
    let labels =
        scan.kind(token) == Some(Kind::Word) && scan.mark(token + 1) == Some(':') && scan.kind(token + 2).is_some();
    if is_starter(scan.str(token)) {
        Head::Starter
    } else if labels {
        Head::Label
    } else {
        Head::Other
    }
}

fn lead(scan: &Scan<'_>, token: usize) -> Lead {
    let word = scan.str(token);
    match scan.kind(token) {
        Some(Kind::Url) => Lead::Handle,
        Some(Kind::Number) => Lead::Digit,
        Some(Kind::Word | Kind::Initials) => {
            let first = word.chars().next().unwrap_or(' ');
            // iPhone, eBay: a name's own small letter
            // al-Roe: an article that is a part of the name
            let article = matches!(word, "al" | "el" | "as" | "ar" | "an" | "ul")
                && scan.mark(token + 1) == Some('-')
                && is_capitalised(scan.str(token + 2));
            let branded = first.is_lowercase() && word.chars().skip(1).take(3).any(char::is_uppercase);
            if is_host(scan, token) {
                return Lead::Handle;
            }
            if is_capitalised(word) || branded || article || !first.is_lowercase() || is_small_i(word) {
                Lead::Upper
            } else {
                Lead::Lower
            }
        }
        Some(Kind::Mark) => {
            let glued = scan.kind(token + 1).is_some() && !scan.is_spaced(token + 1);
            match scan.mark(token) {
                Some('@' | '#') if glued => Lead::Handle,
                Some('$' | '£' | '€' | '¥' | '₹' | '~') if glued => Lead::Digit,
                Some('.') if is_run(scan, token) || scan.mark(token + 1) == Some('.') => Lead::Ellipsis,
                Some('…') => Lead::Ellipsis,
                Some('-' | '–' | '—' | '*' | '_' | '=' | '~' | '#') => rule(scan, token),
                Some(mark) if is_pictograph(mark) => Lead::Upper,
                _ => Lead::Mark,
            }
        }
        Some(Kind::Clitic) | None => Lead::Mark,
    }
}

/// Whether the mark at `token` is doubled without a space.
fn is_run(scan: &Scan<'_>, token: usize) -> bool {
    scan.mark(token + 1) == scan.mark(token) && !scan.is_spaced(token + 1)
}

/// A rule (`---`, `***`), or a dash that opens an item or names a source (`— Jane Roe`).
fn rule(scan: &Scan<'_>, token: usize) -> Lead {
    let mark = scan.mark(token);
    let length = (token + 1..token + 3).take_while(|&at| scan.mark(at) == mark && !scan.is_spaced(at)).count() + 1;
    let after = token + length;
    let dash = matches!(mark, Some('-' | '–' | '—'));
    let opens = match scan.kind(after) {
        None => length > 1,
        Some(Kind::Word | Kind::Initials) => dash && is_capitalised(scan.str(after)),
        Some(_) => false,
    };
    match (length > 2, opens) {
        (true, _) => Lead::Rule,
        (_, true) => Lead::Dash,
        _ => Lead::Mark,
    }
}

/// Whether the address of a site without `http` begins at `token`: `news.example.com`, `exa.mpl/e1`.
fn is_host(scan: &Scan<'_>, token: usize) -> bool {
    let mut label = token;
    for _ in 0..4 {
        let dotted = scan.mark(label + 1) == Some('.') && !scan.is_spaced(label + 1) && !scan.is_spaced(label + 2);
        if !dotted || scan.kind(label + 2) != Some(Kind::Word) {
            break;
        }
        label += 2;
    }
    let path = scan.mark(label + 1) == Some('/') && !scan.is_spaced(label + 1);
    label > token && (path || matches!(scan.str(label), "com" | "org" | "net" | "edu" | "gov" | "info"))
}

/// `i`, `i'm`: the pronoun of hasty writers.
fn is_small_i(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next() == Some('i') && chars.next().is_none_or(crate::text::tokens::is_apostrophe)
}

fn is_pictograph(mark: char) -> bool {
    matches!(mark, '\u{2190}'..='\u{21ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}
