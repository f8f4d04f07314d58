//! Sign-offs: the agency or initials that close a story.
//!
//! `— AFP` · `- Reuters` · `(KUNA)` · `- Paper/NETWORK` at the end of the last paragraph; `Reuter`,
//! `- Reuters.`, `lm/gd/jh`, `IPS UN Bureau`, `dpa aa xxde n1 bb`, `Enditem` on a line of their own.

use super::{agencies, names};
use crate::Span;
use crate::text::Text;
use crate::text::given;
use crate::text::tokens::Kind;
use crate::text::words::is_all_caps;

/// A sign-off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parsed {
    /// The agency it names: its usual short name, or as written where it is not known.
    pub(crate) agency: Option<(String, Span)>,
    /// The whole, with the marks that set it off.
    pub(crate) span: Span,
    /// The token it begins at.
    pub(crate) at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind2 {
    Whole,
    Tail,
    Initials,
    Signature,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) kind: Kind2,
    pub(crate) agency: Option<(String, Span)>,
    pub(crate) span: Span,
}
pub(crate) fn read(text: &Text<'_>, tokens: std::ops::Range<usize>) -> Option<Reading> {
    #[cfg(test)]
    super::readings::ledger::note("signoff", text.span_of(&tokens));
    let (at, end) = (tokens.start, tokens.end);
    if at >= end {
        return None;
    }
    let (kind, p) = whole(text, at, end)
        .map(|p| (Kind2::Whole, p))
        .or_else(|| tail(text, at, end).map(|p| (Kind2::Tail, p)))
        .or_else(|| initials(text, at, end).map(|p| (Kind2::Initials, p)))
        .or_else(|| signature(text, at, end).map(|p| (Kind2::Signature, p)))?;
    Some(Reading { kind, agency: p.agency, span: p.span })
}

/// Reads the tokens `at..end`, a row of its own, as a sign-off.
pub(crate) fn whole(text: &Text<'_>, at: usize, end: usize) -> Option<Parsed> {
    if at >= end || end - at > 40 {
        return None;
    }
    let span = Span::new(text.tokens[at].span().start, text.tokens[end - 1].span().end);
    let parsed = |agency| Some(Parsed { agency, span, at });
    let named = |named: agencies::Named| (named.name.to_owned(), named.span);
    let from = at + usize::from(dash(text, at)) + usize::from(text.is_mark(at, '('));
    let to = end - usize::from(text.is_mark(end - 1, '.'));
    let to = to - usize::from(to > from && text.is_mark(to - 1, ')'));
    if from >= to {
        return None;
    }
    if let Some(agency) = agencies::at(text, from, to) {
        let rest = agency.next;
        let bureau = (rest..to).all(|index| {
            text.word(index).is_some_and(|word| matches!(word, "UN" | "Bureau" | "Report" | "Service" | "News"))
        });
        // `dpa aa xxde n1 bb`: the desk's codes behind the agency, all small
        let codes = to - rest <= 6
            && (rest..to).all(|index| text.tokens[index].kind != Kind::Mark && text.str(text.tokens[index]).len() <= 4)
            && (rest..to).all(|index| !text.str(text.tokens[index]).contains(char::is_uppercase));
        if bureau || codes {
            return parsed(Some(named(agency)));
        }
    }
    // misspelt, as wires do: REUTE, Reuters:
    if to - from == 1
        && text.word(from).is_some_and(|word| word.len() >= 4 && word.to_ascii_lowercase().starts_with("reut"))
    {
        return parsed(Some(("Reuters".to_owned(), text.tokens[from].span())));
    }
    if to - from == 1
        && text.word(from).is_some_and(|word| word.eq_ignore_ascii_case("enditem") || word.eq_ignore_ascii_case("ends"))
    {
        return parsed(None);
    }
    if is_initials(text, from, to) || end_mark(text, at, end) {
        return parsed(None);
    }
    // `(This story has not been edited by our staff … - PTI)`
    if text.is_mark(at, '(')
        && (from..to).any(|index| text.word(index).is_some_and(|word| word.eq_ignore_ascii_case("edited")))
    {
        let agency = (from..to).rev().find_map(|index| agencies::at(text, index, to));
        if let Some(agency) = agency.filter(|agency| agency.next == to) {
            return parsed(Some(named(agency)));
        }
    }
    None
}

/// Desk initials: `lm/gd/jh`.
fn is_initials(text: &Text<'_>, at: usize, end: usize) -> bool {
    end - at >= 3
        && end - at <= 9
        && (at..end).enumerate().all(|(nth, index)| {
            if nth % 2 == 0 {
                text.word(index).is_some_and(|word| {
                    word.len() <= 4 && !matches!(word, "and" | "or") && word.chars().all(char::is_lowercase)
                })
            } else {
                text.is_mark(index, '/') && !text.tokens[index].spaced
            }
        })
        && (end - at) % 2 == 1
}

/// Finds the sign-off at the end of the tokens `at..end`, a paragraph.
///
/// An acronym in brackets that explains the words before it is none: the sentence has not ended yet.
pub(crate) fn tail(text: &Text<'_>, at: usize, end: usize) -> Option<Parsed> {
    let last = end - usize::from(end > at && text.is_mark(end - 1, '.') && end - at > 1 && is_close(text, end - 2));
    for index in (at + 1).max(end.saturating_sub(10))..end {
        let after_stop = is_end(text, index - 1);
        let parsed = |agency, at: usize| {
            let span = Span::new(text.tokens[at].span().start, text.tokens[end - 1].span().end);
            Some(Parsed { agency, span, at })
        };
        if after_stop && end_mark(text, index, end) {
            return parsed(None, index);
        }
        if after_stop && dash(text, index) {
            let to = end - usize::from(text.is_mark(end - 1, '.'));
            let from = (index + 1..to).find(|&index| !dash(text, index))?;
            if let Some(agency) = agencies::at(text, from, to).filter(|agency| agency.next == to) {
                return parsed(Some((agency.name.to_owned(), agency.span)), index);
            }
            // a paper and its network: `- Harbour Bulletin/ANN`, `– NST`
            let span = Span::new(text.tokens[from].span().start, text.tokens[to - 1].span().end);
            let slice = text.slice(span);
            let pair = slice.rsplit('/').next().and_then(agencies::by_name).is_some() && slice.contains('/');
            let acronym = to - from == 1 && is_all_caps(slice) && (2..=8).contains(&slice.len());
            if pair || acronym {
                return parsed(Some((slice.to_owned(), span)), index);
            }
        }
        if after_stop && text.is_mark(index, '(') && is_close(text, last - 1) && last > index + 2 && last - index <= 8 {
            let span = Span::new(text.tokens[index + 1].span().start, text.tokens[last - 2].span().end);
            let slice = text.slice(span);
            if let Some(name) = agencies::by_name(slice) {
                return parsed(Some((name.to_owned(), span)), index);
            }
            let acronym = is_all_caps(slice) && slice.len() <= 8 && slice.chars().all(char::is_alphabetic);
            let site = slice.contains('.')
                && slice.starts_with(char::is_alphabetic)
                && !slice.contains(' ')
                && slice.len() <= 30;
            let with_inputs = slice.split_whitespace().last().and_then(agencies::by_name).is_some()
                && slice.to_ascii_lowercase().contains("input");
            if acronym || site {
                return parsed(Some((slice.to_owned(), span)), index);
            }
            if with_inputs {
                return parsed(None, index);
            }
        }
        // Enditem, the end mark of Xinhua's copy
        if after_stop && index + 1 == end && text.word(index).is_some_and(|word| word.eq_ignore_ascii_case("enditem")) {
            return parsed(None, index);
        }
    }
    None
}

/// The outlet's initials behind the last sentence of a story: `… into the world. DM`.
pub(crate) fn initials(text: &Text<'_>, at: usize, end: usize) -> Option<Parsed> {
    let last = end.checked_sub(1).filter(|&last| last > at && is_end(text, last - 1))?;
    // an agency's name in capitals or as wires wrote it: `… of the loans. REUTER`
    if let Some(named) = agencies::at(text, last, end).filter(|named| is_all_caps(text.slice(named.span))) {
        return Some(Parsed { agency: Some((named.name.to_owned(), named.span)), span: named.span, at: last });
    }
    let word = text.word(last).filter(|word| (2..=4).contains(&word.len()) && is_all_caps(word))?;
    // a quotation that goes on, or a figure's unit, has no sentence's end before it
    let agency = agencies::at(text, last, end).map(|named| (named.name.to_owned(), named.span));
    let span = text.tokens[last].span();
    (word.bytes().all(|b| b.is_ascii_uppercase()) && text.tokens[last].spaced).then_some(Parsed {
        agency,
        span,
        at: last,
    })
}

/// The writer's name behind a dash at the end of a paragraph, as reviews and letters are signed:
/// `It keeps you dry. —Ada Quill`. Behind a quotation it names who is quoted.
pub(crate) fn signature(text: &Text<'_>, at: usize, end: usize) -> Option<Parsed> {
    let index = (end.saturating_sub(6).max(at + 4)..end).find(|&index| {
        ['–', '—', '―'].iter().any(|&mark| text.is_mark(index, mark))
            && ['.', '!', '?', ')'].iter().any(|&mark| text.is_mark(index - 1, mark))
    })?;
    let name = names::read(text, index + 1, end).filter(|name| name.next == end && (2..=4).contains(&name.words))?;
    let known = text.slice(name.span).split_whitespace().next().is_some_and(given::is_given);
    let span = Span::new(text.tokens[index].span().start, text.tokens[end - 1].span().end);
    let glued = !text.tokens[index + 1].spaced;
    (known || glued).then_some(Parsed { agency: None, span, at: index })
}

/// `(end) dm.hb`: how Gulf agencies close, with the desk's initials behind.
fn end_mark(text: &Text<'_>, at: usize, end: usize) -> bool {
    text.is_mark(at, '(')
        && text.word(at + 1).is_some_and(|word| word.eq_ignore_ascii_case("end") || word.eq_ignore_ascii_case("ends"))
        && is_close(text, at + 2)
        && (3..=8).contains(&(end - at))
}

fn dash(text: &Text<'_>, at: usize) -> bool {
    ['-', '–', '—', '―'].iter().any(|&dash| text.is_mark(at, dash))
}

fn is_close(text: &Text<'_>, at: usize) -> bool {
    text.is_mark(at, ')')
}

/// Whether a sentence can end with token `at`.
fn is_end(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|token| text.str(*token).ends_with(['.', '!', '?', '”', '"', '’', '\'', ')', '…']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(source: &str) -> Option<(String, Option<String>)> {
        let text = Text::new(source);
        tail(&text, 0, text.tokens.len())
            .map(|parsed| (text.slice(parsed.span).to_owned(), parsed.agency.map(|(name, _)| name)))
    }

    /// The agency of a row that is a sign-off; the empty name where it names none.
    fn row(source: &str) -> Option<String> {
        let text = Text::new(source);
        whole(&text, 0, text.tokens.len()).map(|parsed| parsed.agency.map_or(String::new(), |(name, _)| name))
    }

    #[test]
    fn at_the_end_of_a_paragraph() {
        for (signoff, agency) in [
            ("— AFP", Some("AFP")),
            ("– Bernama", Some("Bernama")),
            ("—Kyodo", Some("Kyodo")),
            ("- Reuters", Some("Reuters")),
            ("(KUNA)", Some("KUNA")),
            ("(newsquay.in)", Some("newsquay.in")),
            ("- Harbour Bulletin/ANN", Some("Harbour Bulletin/ANN")),
            ("Enditem", None),
            ("(end) dm.hb", None),
        ] {
            for sentence in ["The talks ended.", "“We go on,” she said.", "He said: “We go on.”"] {
                let found = ends(&format!("{sentence} {signoff}"));
                assert_eq!(found, Some((signoff.to_owned(), agency.map(str::to_owned))), "{sentence} {signoff}");
            }
        }
    }

    #[test]
    fn on_a_line_of_its_own() {
        for (source, agency) in [
            ("Reuter", Some("Reuters")),
            ("REUTE", Some("Reuters")),
            ("- Reuters.", Some("Reuters")),
            ("IPS UN Bureau Report", Some("IPS")),
            ("lm/gd/jh", None),
            ("dpa sa xxde n1 ah", Some("dpa")),
            ("(This story has not been edited by our desk and comes from a feed - PTI)", Some("PTI")),
        ] {
            assert_eq!(row(source), Some(agency.unwrap_or("").to_owned()), "{source}");
        }
    }

    #[test]
    fn initials_and_signatures() {
        let read = |source: &str| {
            let text = Text::new(source);
            let end = text.tokens.len();
            let parsed = initials(&text, 0, end).or_else(|| signature(&text, 0, end));
            parsed.map(|parsed| text.slice(parsed.span).to_owned())
        };
        for (source, signoff) in [
            ("We go into the world. DM", "DM"),
            ("The terms are not known. REUTER", "REUTER"),
            ("“We go on,” she said. “All of us.” DM", "DM"),
            ("It keeps you dry in the rain. —Anna Quill", "—Anna Quill"),
        ] {
            assert_eq!(read(source).as_deref(), Some(signoff), "{source}");
        }
        for source in [
            "It flew to the USA",
            "“To be or not to be.” — John Quill",
            "He left – with Anna Quill",
            "They like it. It is OK",
        ] {
            assert_eq!(read(source), None, "{source}");
        }
    }

    #[test]
    fn look_alikes() {
        for source in [
            "He spoke to the Central Executive Committee (CEC).",
            "He works for the agency – Reuters",
            "The deal is worth 3 dollars - a lot.",
            "It was late.",
        ] {
            assert_eq!(ends(source), None, "{source}");
        }
        for source in ["Reuters could not reach him.", "and/or", "Harbour"] {
            assert_eq!(row(source), None, "{source}");
        }
    }
}
