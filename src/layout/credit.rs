//! Photo credits: whose picture it is.
//!
//! `— Reuters pic` · `— Picture by NAME` · `(AP Photo/NAME)` · `REUTERS/NAME/File Photo` ·
//! `Photo: NAME/dpa` · `NAME via Getty Images.` · `© SOURCE/Outlet` · a bare `EPA`.

use super::patterns::credits::LABELS;
use super::{agencies, patterns};
use crate::Span;
use crate::text::Text;
use crate::text::abbreviations::Abbreviation;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, is_capitalised, word_list};
use std::ops::Range;

/// Words of credits and what each can be; see the list's head.
static WORDS: WordList = word_list!("credit_words.txt");

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
    /// The whole credit, with the marks that set it off; what a page offers after it is not part of it.
    pub(crate) span: Span,
    /// The credit without them.
    pub(crate) inner: Span,
}

/// The longest credit, in tokens: `THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY. NO RESALES …`.
const LONGEST: usize = 45;

/// The credit that `tokens` are or end with.
pub(crate) fn read(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    #[cfg(test)]
    super::readings::ledger::note("credit", text.span_of(&tokens));
    whole(text, tokens.clone()).or_else(|| tail(text, tokens.clone())).or_else(|| loose(text, tokens))
}

/// Whether token `at` is a word that can be what `class` says.
fn is(text: &Text<'_>, at: usize, class: &str) -> bool {
    text.word(at).and_then(|word| WORDS.get(word)).is_some_and(|classes| classes.contains(class))
}

/// Whether `tokens` say whose picture it is, and no more: `Credit...`, `Photo credit:`, `Photograph by`.
pub(crate) fn is_label(text: &Text<'_>, tokens: Range<usize>) -> bool {
    let (words, marks): (Vec<_>, Vec<_>) = tokens.partition(|&at| text.word(at).is_some());
    let by = words.last().is_some_and(|&at| is_word(text, at, "by"));
    let named = &words[..words.len() - usize::from(by)];
    (1..=2).contains(&named.len())
        && named.iter().all(|&at| is(text, at, "label") || is(text, at, "picture"))
        && (by || named.last().is_some_and(|&at| is_word(text, at, "credit")))
        && marks.iter().all(|&at| is_any(text, at, ".…:"))
}

fn is_word(text: &Text<'_>, at: usize, word: &str) -> bool {
    text.word(at).is_some_and(|other| other.eq_ignore_ascii_case(word))
}

fn is_capital(text: &Text<'_>, at: usize) -> bool {
    text.word(at).is_some_and(is_capitalised)
}

fn is_any(text: &Text<'_>, at: usize, marks: &str) -> bool {
    text.tokens.get(at).is_some_and(|&token| token.kind == Kind::Mark && marks.contains(text.str(token)))
}

const DASHES: &str = "-–—―";

/// Reads `tokens` as one credit and nothing else.
fn whole(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    if tokens.is_empty() || tokens.len() > LONGEST {
        return None;
    }
    // what a page sells or enlarges is not part of the credit before it
    let offer = |&index: &usize| [index, index + 1].iter().all(|&at| is_capital(text, at)) && is(text, index, "offer");
    let tokens = tokens.start..tokens.clone().skip(2).find(offer).unwrap_or(tokens.end);
    let stop = |end: usize| end - usize::from(text.is_mark(end - 1, '.'));
    let dashed = is_any(text, tokens.start, DASHES);
    let mut inner = tokens.start + usize::from(dashed)..stop(tokens.end);
    let bracketed = is_any(text, inner.start, "([");
    if bracketed {
        let close = inner.end.checked_sub(1).filter(|&last| last > inner.start + 1 && is_any(text, last, ")]"))?;
        inner = inner.start + 1..stop(close);
    }
    // `(Updated May 3, 2023)` is no source
    let stamp = ["updated", "published", "posted", "modified"].iter().any(|word| is_word(text, inner.start, word));
    // nor is what a transcript hears: `[MUSIC PLAYING]`
    let heard = [
        "music",
        "laughs",
        "laughter",
        "laughing",
        "applause",
        "crosstalk",
        "soundbite",
        "inaudible",
        "cheers",
        "cheering",
    ];
    let heard = bracketed && heard.iter().any(|word| is_word(text, inner.start, word));
    if inner.is_empty() || stamp || heard {
        return None;
    }
    let at = text.span_of(&inner);
    let labelled = is(text, inner.start, "label") || text.is_mark(inner.start, '©');
    let label = if labelled { LABELS.at(text.slice(at), 0) } else { None };
    let source = match &label {
        Some(label) => text.tokens_in(Span::new(at.start + label.place("who")?.start, at.end)),
        None => inner.clone(),
    };
    let (agency, name, sure) = whose(text, source, label.is_some(), if bracketed { 8 } else { 4 })?;
    let place = Place::Whole { sure: sure || dashed && agency.is_some() };
    Some(Reading { place, agency, name, span: text.span_of(&tokens), inner: at })
}

/// The agency and the name that a credit gives, and whether that is sure; `most` words of a name alone.
fn whose(
    text: &Text<'_>,
    tokens: Range<usize>,
    labelled: bool,
    most: usize,
) -> Option<(Option<&'static str>, Option<Span>, bool)> {
    let agency = agencies::find(text, tokens.start, tokens.end).map(|agency| agency.name);
    let parts = parts(text, tokens)?;
    let single = parts.len() == 1;
    let (mut name, mut picture) = (None, false);
    for part in parts {
        match agencies::at(text, part.start, part.end).map(|agency| agency.next) {
            // `AP Photo`, `AP Video by NAME`
            Some(rest) if is(text, rest, "noun") => {
                picture = true;
                name = name.or((is_word(text, rest + 1, "by") && rest + 2 < part.end).then_some(rest + 2..part.end));
            }
            // an agency's name with other words after it is a sentence
            Some(rest) if rest < part.end && single && !labelled && !is_any(text, rest, "-–—―,") => return None,
            Some(_) => {}
            None if part.clone().all(|index| is(text, index, "picture")) => picture = true,
            None => name = name.or(Some(part)),
        }
    }
    if !labelled && name.as_ref().is_some_and(|name| !looks_like_source(text, name)) {
        return None;
    }
    let sure = labelled || agency.is_some() && (picture || !single || name.is_none());
    let name = name.map(|name| text.span_of(&name));
    // one source alone is a credit only where its place says so
    let fits = |name: Span| sure || picture || !single || text.slice(name).split_whitespace().count() <= most;
    (agency.is_some() || name.is_some_and(fits)).then_some((agency, name, sure))
}

/// The pieces between strokes, semicolons and "via"; `, File` and a supplier's notice belong to no name.
fn parts(text: &Text<'_>, tokens: Range<usize>) -> Option<Vec<Range<usize>>> {
    let notice = |&index: &usize| is_word(text, index, "this") && is(text, index + 1, "notice");
    let end = tokens.clone().find(notice).unwrap_or(tokens.end);
    let (mut parts, mut start) = (Vec::new(), tokens.start);
    for index in tokens.start..=end {
        let file = text.is_mark(index, ',') && is(text, index + 1, "kind");
        if index == end || file || is_any(text, index, "/|;") || is_word(text, index, "via") {
            parts.extend((index > start).then_some(start..index));
            start = index + 1;
        }
    }
    (1..=5).contains(&parts.len()).then_some(parts)
}

/// Whether a source is written like one: capitalised or all in capitals, short, with no verb's place.
fn looks_like_source(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let words = || tokens.clone().filter(|&index| text.word(index).is_some());
    let capital = |&index: &usize| is_capital(text, index);
    let capitals = words().filter(capital).count() + tokens.clone().filter(|&index| text.is_mark(index, '@')).count();
    let small = words().filter(|index| !capital(index) && !is(text, *index, "joins")).count();
    // a full stop inside is an initial's or a sentence's
    let sentence = tokens.clone().skip(1).any(|index| {
        let long = text.word(index - 1).is_none_or(|word| word.chars().count() > 2);
        is_any(text, index, ".!?") && long && index + 1 < tokens.end && text.tokens[index + 1].spaced
    });
    // a price is a book's or a thing's for sale
    let price = tokens.clone().any(|index| is_any(text, index, "£$€"));
    tokens.len() <= 12 && capitals > small && small <= 1 && !sentence && !price
}

/// The credit at the end of a row: brackets, or what its own words make sure of.
fn tail(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    let end = tokens.end;
    let window = (tokens.start + 1).max(end.saturating_sub(LONGEST))..end;
    let last = end.checked_sub(1 + usize::from(end > 0 && text.is_mark(end - 1, '.')))?;
    let balanced = |&index: &usize| (index + 1..end).find(|&index| is_any(text, index, ")]")) == Some(last);
    let read = |index: usize, enough: bool| {
        let sure = |reading: &Reading| enough || reading.place == Place::Whole { sure: true };
        whole(text, index..end).filter(sure)
    };
    // brackets that name an agency or a picture are surer than anything before them
    let bracket = window.clone().rev().find(|&index| is_any(text, index, "([")).filter(balanced);
    let surest = bracket.and_then(|index| read(index, false));
    let found = surest.or_else(|| {
        window.clone().find_map(|index| {
            let bracket = is_any(text, index, "([") && balanced(&index);
            if bracket || begins(text, index, end) { read(index, bracket) } else { None }
        })
    });
    found.map(|reading| Reading { place: Place::Tail, ..reading })
}

/// Whether a credit can begin with token `index`: a dash, the mark ©, a label, an agency with a stroke or a picture
/// after it, what follows the end of a sentence.
fn begins(text: &Text<'_>, index: usize, end: usize) -> bool {
    let token = text.tokens[index];
    let slice = text.str(token);
    let label = |found: patterns::Match<'_, bool>| found.shape.gives;
    let shout = |named: agencies::Named| text.is_mark(named.next, '/') || is(text, named.next, "picture");
    after_stop(text, index)
        || slice == "©"
        || token.spaced && is_any(text, index, DASHES)
        || is(text, index, "label") && LABELS.at(text.slice(text.span_of(&(index..end))), 0).is_some_and(label)
        || is_all_caps(slice) && agencies::at(text, index, end).is_some_and(shout)
}

/// The credit at the end of a caption: a label glued to it, or a name after its last sentence.
fn loose(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    let window = (tokens.start + 2).max(tokens.end.saturating_sub(LONGEST))..tokens.end;
    let found = if let Some(at) = window.clone().find_map(|index| seam(text, index)) {
        // `… at the World CupCredit: PA`
        let part = text.part(Span::new(at, text.span_of(&tokens).end));
        whole(&part, 0..part.tokens.len())
    } else {
        // `… at the gym. Ada Quill`, `… on Wednesday. ADA QUILL | HARBOUR GROUP`, `… in May. Supplied`
        let name = window.rev().find(|&index| after_stop(text, index)).unwrap_or(tokens.end)..tokens.end;
        let words = || name.clone().filter_map(|index| text.word(index));
        let named = (2..=6).contains(&words().count()) && words().all(is_capitalised) && name.len() <= 8;
        let alone = name.len() == 1 && is(text, name.start, "alone");
        let goes_on = name.clone().any(|index| is_any(text, index, ",:")) || text.is_mark(tokens.end - 1, '.');
        if (named || alone) && !goes_on { whole(text, name) } else { None }
    };
    found.or_else(|| photographer(text, tokens)).map(|reading| Reading { place: Place::Loose, ..reading })
}

/// An agency's photographer after a caption without a full stop: `The stamp of the caves Ada Quill AFP`.
fn photographer(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    let end = tokens.end;
    let agency = (tokens.start + 3..end).rev().take(4).find_map(|index| agencies::at(text, index, end))?;
    let first = text.tokens_in(agency.span).start;
    let start = first.checked_sub(2).filter(|&start| start > tokens.start && agency.next == end)?;
    let named = (start..first).all(|index| is_capital(text, index));
    let small = text.word(start - 1).is_some_and(|word| word.starts_with(char::is_lowercase));
    let place = Place::Whole { sure: false };
    let (name, span) = (Some(text.span_of(&(start..first))), text.span_of(&(start..end)));
    (named && small).then_some(Reading { place, agency: Some(agency.name), name, span, inner: span })
}

/// Where a label is glued to the word before it.
fn seam(text: &Text<'_>, index: usize) -> Option<usize> {
    let word = text.word(index).filter(|_| text.is_mark(index + 1, ':'))?;
    let at = word.rfind(char::is_uppercase).filter(|&at| word[..at].ends_with(char::is_lowercase))?;
    WORDS.get(&word[at..])?.contains("label").then(|| text.tokens[index].span().start + at)
}

/// Whether token `index` stands after the end of a sentence, which an abbreviation's full stop is not.
fn after_stop(text: &Text<'_>, index: usize) -> bool {
    use Abbreviation::{Month, Numbered, Street, Suffix, Title};
    let Some(before) = index.checked_sub(1).and_then(|before| text.tokens.get(before)) else { return false };
    let of = index.checked_sub(2).filter(|_| text.is_mark(index - 1, '.')).and_then(|of| text.word(of));
    let of = of.and_then(Abbreviation::listed);
    text.str(*before).ends_with(['.', '!', '?', '”', '"', ')'])
        && !of.is_some_and(|of| matches!(of, Month | Numbered | Street | Suffix | Title))
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
    fn the_words_are_sorted() {
        let entries: Vec<_> = WORDS.entries().collect();
        assert!(entries.is_sorted_by(|a, b| a.0 < b.0));
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
        for source in [
            "Reuters could not verify the report",
            "Photo of author",
            "Photo finish",
            "The picture is not clear yet.",
            "(he said so)",
        ] {
            assert_eq!(row(source), None, "{source}");
        }
    }

    #[test]
    fn after_a_caption() {
        for (source, credit) in [
            ("Boats at the quay, July 19, 2021. REUTERS/Dana Whitfield", "REUTERS/Dana Whitfield"),
            ("Boats at the quay. (AP)", "(AP)"),
            ("Boats at the quay. REUTERS/Ada Quill Purchase Licensing Rights, opens new tab", "REUTERS/Ada Quill"),
            ("Boats at the quay. Photo: Ada Quill Buy Photo", "Photo: Ada Quill"),
            ("Boats (left) at the quay (Hollis Court, Eastern District)", "(Hollis Court, Eastern District)"),
            ("A clerk reads on September 4, 2016. — Reuters pic", "— Reuters pic"),
            ("The yard was quiet for an hour. AP", "AP"),
            ("Tom Rook. (Photo by Ada Quill)", "(Photo by Ada Quill)"),
            ("Boats at the quay, Aug. 30, 2024, in St. Alban, La. (AP Photo/Ada Quill)", "(AP Photo/Ada Quill)"),
            ("Boats at the quay Credit: Ada Quill", "Credit: Ada Quill"),
            ("File photo of the sculptor Tom Rook. Image: Ada Quill", "Image: Ada Quill"),
            ("Gulls sit on the roof (left). (Photo by ADA QUILL / AFP)", "(Photo by ADA QUILL / AFP)"),
            ("Panels on the roof of the quay Photo/Ada Quill", "Photo/Ada Quill"),
        ] {
            let text = Text::new(source);
            let reading = read(&text, 0..text.tokens.len()).unwrap_or_else(|| panic!("nothing in {source}"));
            assert_eq!((text.slice(reading.span), reading.place), (credit, Place::Tail));
        }
        for (source, credit) in [
            ("She works out in the yard. Ada Roma Quill", Some("Ada Roma Quill")),
            ("Farmers at the gates on Wednesday. ADA QUILL | HARBOUR GROUP", Some("ADA QUILL | HARBOUR GROUP")),
            ("The team of Ardmouth at the World CupCredit: PA", Some("Credit: PA")),
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
