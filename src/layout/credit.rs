//! Photo credits: whose picture it is.
//!
//! `— Reuters pic` · `— Picture by NAME` · `(AP Photo/NAME)` · `REUTERS/NAME/File Photo` ·
//! `Photo: NAME/dpa` · `NAME via Getty Images.` · `© SOURCE/Outlet` · a bare `EPA`.

use super::agencies;
use super::patterns::credits::{LABELS, Stand};
use crate::Span;
use crate::text::Text;
use crate::text::abbreviations::Abbreviation;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, is_capitalised};
use std::ops::Range;

/// Words of credits and what each can be; see the list's head.
static WORDS: WordList = WordList::new(include_str!("credit_words.txt"));

/// Where a credit stands in its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// It is the row. `sure` where its own words say that it is a credit, wherever it stands.
    Whole { sure: bool },
    /// It is the row's end.
    Tail,
    /// It is the row's end if the row is a caption.
    Loose,
}

/// A credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Where it stands.
    pub(crate) place: Place,
    /// The agency it names: its usual short name.
    pub(crate) agency: Option<&'static str>,
    /// The photographer or other source it names.
    pub(crate) name: Option<Span>,
    /// The whole credit, with the marks that set it off.
    pub(crate) span: Span,
    /// The credit without them.
    pub(crate) inner: Span,
}

impl Reading {
    fn is_sure(&self) -> bool {
        self.place == Place::Whole { sure: true }
    }
}

/// The longest credit, in tokens: `THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY. NO RESALES …`.
const LONGEST: usize = 45;

/// The credit that `tokens` are or end with.
pub(crate) fn read(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    whole(text, tokens.clone()).or_else(|| at_the_end(text, &tokens))
}

fn is(text: &Text<'_>, at: usize, class: &str) -> bool {
    text.word(at).and_then(|word| WORDS.get(word)).is_some_and(|classes| classes.contains(class))
}

fn is_any(text: &Text<'_>, at: usize, marks: &[char]) -> bool {
    marks.iter().any(|&mark| text.is_mark(at, mark))
}

const DASHES: &[char] = &['-', '–', '—', '―'];
const OPEN: &[char] = &['(', '['];
const CLOSE: &[char] = &[')', ']'];

/// Reads `tokens` as one credit and nothing else.
fn whole(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    let Range { start: mut from, end: mut to } = tokens;
    if from >= to || to - from > LONGEST {
        return None;
    }
    let span = text.span_of(&tokens);
    let dashed = is_any(text, from, DASHES);
    from += usize::from(dashed);
    let bracketed = is_any(text, from, OPEN);
    if bracketed {
        // the full stop may stand after the bracket
        to -= usize::from(text.is_mark(to - 1, '.'));
        if to <= from + 2 || !is_any(text, to - 1, CLOSE) {
            return None;
        }
        from += 1;
        to -= 1;
    }
    to -= usize::from(text.is_mark(to - 1, '.'));
    if from >= to {
        return None;
    }
    let inner = text.span_of(&(from..to));
    let labelled = text.is_mark(from, '©') || ["label", "by", "kind"].iter().any(|class| is(text, from, class));
    let label = if labelled { LABELS.read(text.slice(inner)) } else { None };
    if let Some(label) = &label {
        let who = label.place("who")?;
        from = text.tokens_in(Span::new(inner.start + who.start, inner.end)).start;
    }
    let (agency, name, sure) = source(text, from..to, label.is_some(), bracketed)?;
    let sure = sure || dashed && agency.is_some();
    Some(Reading { place: Place::Whole { sure }, agency, name, span, inner })
}

/// Agency and name in what is said of whose the picture is, and whether that is sure.
fn source(
    text: &Text<'_>,
    tokens: Range<usize>,
    labelled: bool,
    bracketed: bool,
) -> Option<(Option<&'static str>, Option<Span>, bool)> {
    let agency = agencies::find(text, tokens.start, tokens.end);
    let parts = parts(text, tokens)?;
    let (mut name, mut picture) = (None, false);
    for part in &parts {
        let of_agency = agencies::at(text, part.start, part.end);
        let rest = of_agency.map_or(part.start, |named| named.next);
        if of_agency.is_some() && is(text, rest, "noun") {
            // `AP Photo`, `AP Video by NAME`
            picture = true;
            let by = text.word(rest + 1).is_some_and(|word| word.eq_ignore_ascii_case("by")) && rest + 2 < part.end;
            name = name.or(by.then_some(rest + 2..part.end));
        } else if of_agency.is_some() {
            // an agency's name with other words after it is a sentence
            let goes_on = rest < part.end && !is_any(text, rest, DASHES) && !text.is_mark(rest, ',');
            if goes_on && !labelled && parts.len() == 1 {
                return None;
            }
        } else if part.clone().all(|index| is(text, index, "picture")) {
            picture = true;
        } else {
            name = name.or(Some(part.clone()));
        }
    }
    let single = parts.len() == 1;
    if !labelled && name.as_ref().is_some_and(|name| !looks_like_source(text, name.clone())) {
        return None;
    }
    let sure = labelled || agency.is_some() && (picture || !single || name.is_none());
    let name = name.map(|name| text.span_of(&name));
    if agency.is_none() && !sure && !picture && single {
        // one source alone: a credit only where its place says so
        let most = if bracketed { 8 } else { 4 };
        name.filter(|&name| text.slice(name).split_whitespace().count() <= most)?;
    }
    Some((agency.map(|named| named.name), name, sure))
}

/// The pieces between strokes, semicolons and "via"; `, File` and a supplier's notice are none of a name.
fn parts(text: &Text<'_>, tokens: Range<usize>) -> Option<Vec<Range<usize>>> {
    let notice = |&index: &usize| {
        text.word(index).is_some_and(|word| word.eq_ignore_ascii_case("this")) && is(text, index + 1, "notice")
    };
    let end = tokens.clone().find(notice).unwrap_or(tokens.end);
    let cut = |index: usize| {
        is_any(text, index, &['/', '|', ';'])
            || text.word(index).is_some_and(|word| word.eq_ignore_ascii_case("via"))
            || text.is_mark(index, ',') && is(text, index + 1, "kind")
    };
    let (mut parts, mut start) = (Vec::new(), tokens.start);
    for index in tokens.start..=end {
        if index == end || cut(index) {
            parts.extend((index > start).then_some(start..index));
            start = index + 1;
        }
    }
    (1..=5).contains(&parts.len()).then_some(parts)
}

/// Whether a source is written like one: capitalised or all in capitals, short, with no verb's place.
fn looks_like_source(text: &Text<'_>, tokens: Range<usize>) -> bool {
    // a price is a book's or a thing's for sale
    if tokens.len() > 12 || text.slice(text.span_of(&tokens)).contains(['£', '$', '€']) {
        return false;
    }
    let (mut capitals, mut small) = (0, 0);
    for index in tokens.clone() {
        let slice = text.str(text.tokens[index]);
        match text.tokens[index].kind {
            Kind::Word if is_capitalised(slice) => capitals += 1,
            Kind::Word => {
                let joins = ["of", "the", "de", "and", "for", "al", "van", "von", "bin", "by", "govt", "via", "file"];
                small += usize::from(!joins.contains(&slice));
            }
            Kind::Mark if slice == "@" => capitals += 1,
            // a full stop inside is an initial's or a sentence's
            Kind::Mark if matches!(slice, "." | "!" | "?") => {
                let inside = index + 1 < tokens.end && text.tokens[index + 1].spaced;
                let initial = text.word(index.saturating_sub(1)).is_some_and(|word| word.chars().count() <= 2);
                if inside && !initial {
                    return false;
                }
            }
            _ => {}
        }
    }
    capitals > small && small <= 1
}

/// The credit after a caption.
fn at_the_end(text: &Text<'_>, tokens: &Range<usize>) -> Option<Reading> {
    let Range { start: at, end } = *tokens;
    let window = (at + 1).max(end.saturating_sub(LONGEST))..end;
    let read = |index: usize| whole(text, index..end);
    let sure = |index: usize| read(index).filter(Reading::is_sure);
    let balanced = |index: usize| {
        let last = end - 1 - usize::from(text.is_mark(end - 1, '.'));
        (index + 1..end).find(|&index| is_any(text, index, CLOSE)) == Some(last)
    };
    let opens = |index: usize| is_any(text, index, OPEN) && balanced(index);
    let tail = |reading: Reading| Reading { place: Place::Tail, ..reading };
    // brackets that name an agency or a picture are surer than anything before them
    let last = window.clone().rev().find(|&index| is_any(text, index, OPEN)).filter(|&index| balanced(index));
    if let Some(reading) = last.and_then(sure) {
        return Some(tail(reading));
    }
    let row = text.span_of(tokens);
    let mut seam = None;
    for index in window.clone() {
        if opens(index) {
            if let Some(reading) = read(index) {
                return Some(tail(reading));
            }
        } else if begins(text, index, end)
            && let Some(reading) = sure(index)
        {
            return Some(tail(reading));
        }
        if let Some(at) = glued(text, index) {
            let part = text.part(Span::new(at, row.end));
            seam = seam.or_else(|| whole(&part, 0..part.tokens.len()));
        }
    }
    // `… at the gym. Ada Quill`, `… on Wednesday. ADA QUILL | HARBOUR GROUP`
    let bare = |index: usize| {
        let words = (index..end).filter_map(|index| text.word(index));
        let named = (2..=6).contains(&words.clone().count()) && words.clone().all(is_capitalised);
        let alone = index + 1 == end && is(text, index, "alone");
        let open = (index..end).any(|index| is_any(text, index, &[',', ':'])) || text.is_mark(end - 1, '.');
        (end - index <= 8 && !open && (named || alone)).then(|| read(index)).flatten()
    };
    let after = window.clone().rev().find(|&index| index > at + 1 && after_stop(text, index));
    let loose = seam.or_else(|| after.and_then(bare)).or_else(|| photographer(text, window));
    loose.map(|reading| Reading { place: Place::Loose, ..reading })
}

/// Whether a credit can begin with token `index` of a row: a dash, the mark ©, a label, an agency's stroke, what
/// follows the end of a sentence.
fn begins(text: &Text<'_>, index: usize, end: usize) -> bool {
    let token = text.tokens[index];
    let slice = text.str(token);
    if token.kind == Kind::Mark {
        return slice == "©" || token.spaced && is_any(text, index, DASHES) || after_stop(text, index);
    }
    let label = || {
        let rest = Span::new(token.span().start, text.tokens[end - 1].span().end);
        LABELS.at(text.slice(rest), 0).is_some_and(|label| match label.shape.gives {
            Stand::Inside => true,
            Stand::Capital => is_capitalised(slice),
            Stand::First | Stand::Alone => false,
        })
    };
    let shout = || {
        let agency = agencies::at(text, index, end).filter(|_| is_all_caps(slice));
        agency.is_some_and(|named| text.is_mark(named.next, '/') || is(text, named.next, "picture"))
    };
    after_stop(text, index) || WORDS.has(slice) && label() || shout()
}

/// Where a label is glued to the caption's last word: `… at the World CupCredit: PA`.
fn glued(text: &Text<'_>, index: usize) -> Option<usize> {
    let word = text.word(index).filter(|_| text.is_mark(index + 1, ':'))?;
    let at = word.rfind(char::is_uppercase).filter(|&at| at > 0 && word[..at].ends_with(char::is_lowercase))?;
    let label = WORDS.get(&word[at..])?.contains("label");
    label.then(|| text.tokens[index].span().start + at)
}

/// `The stamp of the caves Ada Quill AFP`: an agency's photographer after a caption without a full stop.
fn photographer(text: &Text<'_>, window: Range<usize>) -> Option<Reading> {
    let end = window.end;
    let first = (window.start + 2..end).rev().take(4).find(|&index| agencies::at(text, index, end).is_some())?;
    let agency = agencies::at(text, first, end).filter(|agency| agency.next == end)?;
    let start = first.checked_sub(2).filter(|start| window.contains(start))?;
    let named = (start..first).all(|index| text.word(index).is_some_and(is_capitalised));
    let small = text.word(start - 1).is_some_and(|word| word.starts_with(char::is_lowercase));
    let span = text.span_of(&(start..end));
    let name = Some(text.span_of(&(start..first)));
    (named && small).then_some(Reading { place: Place::Loose, agency: Some(agency.name), name, span, inner: span })
}

/// Whether token `index` stands after the end of a sentence.
fn after_stop(text: &Text<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).and_then(|before| text.tokens.get(before)) else { return false };
    let stop = text.str(*before).ends_with(['.', '!', '?', '”', '"', ')']);
    stop && !(index >= 2 && text.is_mark(index - 1, '.') && text.word(index - 2).is_some_and(is_short))
}

/// Whether the sentence goes on after the full stop of an abbreviation.
fn is_short(word: &str) -> bool {
    use Abbreviation::{Month, Numbered, Street, Suffix, Title};
    Abbreviation::listed(word).is_some_and(|of| matches!(of, Month | Numbered | Street | Suffix | Title))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = (Option<&'static str>, Option<String>);

    fn row(source: &str) -> Option<Read> {
        let text = Text::new(source);
        let parsed = whole(&text, 0..text.tokens.len())?;
        Some((parsed.agency, parsed.name.map(|span| text.slice(span).to_owned())))
    }

    #[test]
    fn styles() {
        for (source, agency, name) in [
            ("— Reuters pic", Some("Reuters"), None),
            ("— Picture by Yusri Mat Ali", None, Some("Yusri Mat Ali")),
            ("(AP Photo/Marta Ugalde)", Some("AP"), Some("Marta Ugalde")),
            ("(AP Video by Mike Peso)", Some("AP"), Some("Mike Peso")),
            ("(AFP Photo/LUCIE MARCHAND)", Some("AFP"), Some("LUCIE MARCHAND")),
            ("REUTERS/Dana Whitfield/File Photo", Some("Reuters"), Some("Dana Whitfield")),
            ("Photo: AFP", Some("AFP"), None),
            ("Photo: Silke Arnheim/dpa", Some("dpa"), Some("Silke Arnheim")),
            ("Carl Barrow / Reuters.", Some("Reuters"), Some("Carl Barrow")),
            ("MICHAEL B. TORRENS via Getty Images.", Some("Getty Images"), Some("MICHAEL B. TORRENS")),
            ("(FABRICE COFFRET/AFP/Getty Images.)", Some("AFP"), Some("FABRICE COFFRET")),
            ("© Orinfor/Rwanda govt/Hill News", None, Some("Orinfor")),
            ("[Twitter]", None, Some("Twitter")),
            ("PTI Photo", Some("PTI"), None),
            ("EPA", Some("EPA"), None),
            ("ASSOCIATED PRESS.", Some("AP"), None),
            ("Image: Fouzia Van Der Merwe", None, Some("Fouzia Van Der Merwe")),
            ("AP Photo/Eric Gale, File", Some("AP"), Some("Eric Gale")),
            ("Credit...Walter Nuss", None, Some("Walter Nuss")),
            ("Photo/Anna Quill", None, Some("Anna Quill")),
            ("-  Copyright  Bram Wout", None, Some("Bram Wout")),
            ("(Provided by the Harbour Society)", None, Some("the Harbour Society")),
        ] {
            assert_eq!(row(source), Some((agency, name.map(str::to_owned))), "{source}");
        }
    }

    #[test]
    fn look_alikes() {
        for source in
            ["Reuters could not verify the report", "Photo finish", "The picture is not clear yet.", "(he said so)"]
        {
            assert_eq!(row(source), None, "{source}");
        }
    }

    #[test]
    fn behind_a_caption() {
        for (source, credit) in [
            ("Boats at the quay, July 19, 2021. REUTERS/Dana Whitfield", "REUTERS/Dana Whitfield"),
            ("Boats at the quay. (AP)", "(AP)"),
            ("Boats (left) at the quay (Hollis Court, Eastern District)", "(Hollis Court, Eastern District)"),
            ("A clerk reads on September 4, 2016. — Reuters pic", "— Reuters pic"),
            ("The yard was quiet for an hour. AP", "AP"),
            ("Tom Rook. (Photo by Ada Quill)", "(Photo by Ada Quill)"),
            ("Boats at the quay, Aug. 30, 2024, in St. Alban, La. (AP Photo/Ada Quill)", "(AP Photo/Ada Quill)"),
            ("Boats at the quay Credit: Ada Quill", "Credit: Ada Quill"),
            ("Panels on the roof of the quay Photo/Ada Quill", "Photo/Ada Quill"),
        ] {
            let text = Text::new(source);
            let reading = read(&text, 0..text.tokens.len()).unwrap_or_else(|| panic!("nothing in {source}"));
            assert_eq!((text.slice(reading.span), reading.place), (credit, Place::Tail));
        }
        for (source, credit) in [
            ("She works out in the yard. Ada Roma Quill", Some("Ada Roma Quill")),
            ("Farmers at the gates on Wednesday. ADA QUILL | HARBOUR GROUP", Some("ADA QUILL | HARBOUR GROUP")),
            ("Only these may carry the stamp of the caves Ada Quill AFP", Some("Ada Quill AFP")),
            ("The new hall opens in May. Supplied", Some("Supplied")),
            ("The new hall opens in May.", None),
            ("The hall is new. It opens in May", None),
        ] {
            let text = Text::new(source);
            let found = read(&text, 0..text.tokens.len()).filter(|reading| reading.place == Place::Loose);
            assert_eq!(found.map(|reading| text.slice(reading.span)), credit, "{source}");
        }
        for source in ["The party’s Central Committee (of the union) met.", "He said no. Tom Rook agreed."] {
            let text = Text::new(source);
            let found = read(&text, 0..text.tokens.len()).filter(|reading| reading.place != Place::Loose);
            assert_eq!(found, None, "{source}");
        }
    }
}
