//! Sign-offs: the agency or initials that close a story.
//!
//! `— AFP` · `- Reuters` · `(KUNA)` · `- Paper/NETWORK` at the end of the last paragraph; `Reuter`,
//! `- Reuters.`, `lm/gd/jh`, `IPS UN Bureau`, `dpa aa xxde n1 bb`, `Enditem` on a line of their own.

use super::patterns::signoffs::{ROWS, Sign, TAILS};
use super::{agencies, names};
use crate::Span;
use crate::text::Text;
use crate::text::given;
use crate::text::words::is_all_caps;
use std::ops::Range;

/// How a row is signed off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// By the row itself.
    Whole,
    /// At its end, by an agency or an end mark.
    Tail,
    /// At its end, by an outlet's initials.
    Initials,
    /// At its end, by the writer's name after a dash, as reviews and letters are signed.
    Signature,
}

/// A sign-off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Where and by whom it signs.
    pub(crate) form: Form,
    /// The agency it names: its usual short name, or as written where it is not known.
    pub(crate) agency: Option<(String, Span)>,
    /// The whole, with the marks that set it off.
    pub(crate) span: Span,
}

/// The longest row that is a sign-off, and the longest at a row's end, in tokens.
const LONGEST: (usize, usize) = (40, 10);

/// The sign-off that `tokens` are or end with.
pub(crate) fn read(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    let end = tokens.end;
    let ends = || (tokens.start + 1).max(end.saturating_sub(LONGEST.1))..end;
    whole(text, &tokens)
        .or_else(|| ends().filter(|&index| is_end(text, index - 1)).find_map(|index| tail(text, index..end)))
        .or_else(|| initials(text, ends().last()?))
        .or_else(|| signature(text, tokens))
}

fn is_dash(text: &Text<'_>, at: usize) -> bool {
    ['-', '–', '—', '―'].iter().any(|&dash| text.is_mark(at, dash))
}

/// Whether a sentence can end with token `at`.
fn is_end(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|token| text.str(*token).ends_with(['.', '!', '?', '”', '"', '’', '\'', ')', '…']))
}

/// The agency whose name is `span` and nothing else.
fn agency(text: &Text<'_>, span: Span) -> Option<(String, Span)> {
    let tokens = text.tokens_in(span);
    let named = agencies::at(text, tokens.start, tokens.end).filter(|agency| agency.next == tokens.end)?;
    Some((named.name.to_owned(), named.span))
}

/// A row of its own.
fn whole(text: &Text<'_>, tokens: &Range<usize>) -> Option<Reading> {
    let first = tokens.start + usize::from(is_dash(text, tokens.start));
    let bracketed = text.is_mark(first, '(');
    let small = tokens.len() <= 11 && (tokens.len() == first + 1 - tokens.start || text.is_mark(first + 1, '/'));
    let can = bracketed || small || agencies::at(text, first, tokens.end).is_some();
    if tokens.is_empty() || tokens.len() > LONGEST.0 || !can {
        return None;
    }
    let span = text.span_of(tokens);
    let found = ROWS.read(text.slice(span))?;
    let who = found.place("who").map(|who| Span::new(span.start + who.start, span.start + who.end));
    let agency = who.and_then(|who| agency(text, who));
    (found.shape.gives == Sign::End || agency.is_some()).then_some(Reading { form: Form::Whole, agency, span })
}

/// What follows the end of a sentence. An acronym in brackets that explains the words before it is none: the
/// sentence has not ended yet.
fn tail(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    if !is_dash(text, tokens.start) && !text.is_mark(tokens.start, '(') && tokens.len() > 1 {
        return None;
    }
    let span = text.span_of(&tokens);
    let found = TAILS.read(text.slice(span))?;
    let who = found.place("who").map_or(span, |who| Span::new(span.start + who.start, span.start + who.end));
    let slice = text.slice(who);
    let acronym = is_all_caps(slice) && slice.len() <= 8 && slice.chars().all(char::is_alphabetic);
    let network = || slice.rsplit_once('/').and_then(|(_, network)| agencies::by_name(network)).is_some();
    let site = || slice.len() <= 30 && slice.contains('.') && slice.starts_with(char::is_alphabetic);
    let known = agency(text, who);
    let signs = match found.shape.gives {
        Sign::End => true,
        Sign::Dash => known.is_some() || acronym && slice.len() > 1 || network(),
        Sign::Agency | Sign::Brackets => known.is_some() || acronym || site() && !slice.contains(' '),
    };
    let agency = if found.shape.gives == Sign::End { None } else { known.or_else(|| Some((slice.to_owned(), who))) };
    signs.then_some(Reading { form: Form::Tail, agency, span })
}

/// The outlet's initials after the last sentence of a story, `… into the world. DM`, or an agency's name in
/// capitals, as wires wrote it: `… of the loans. REUTER`.
fn initials(text: &Text<'_>, last: usize) -> Option<Reading> {
    let word = text.word(last).filter(|word| is_end(text, last - 1) && is_all_caps(word))?;
    let span = text.tokens[last].span();
    let agency = agency(text, span);
    // a quotation that goes on, or a figure's unit, has no sentence's end before it
    let short = (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    let signs = agency.is_some() || short && text.tokens[last].spaced;
    signs.then_some(Reading { form: Form::Initials, agency, span })
}

/// `It keeps you dry. —Ada Quill`. After a quotation it names who is quoted.
fn signature(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    let end = tokens.end;
    let stops = |index: usize| ['.', '!', '?', ')'].iter().any(|&mark| text.is_mark(index, mark));
    let dash = |&index: &usize| is_dash(text, index) && !text.is_mark(index, '-') && stops(index - 1);
    let index = (end.saturating_sub(6).max(tokens.start + 4)..end).find(dash)?;
    let name = names::read(text, index + 1, end).filter(|name| name.next == end && (2..=4).contains(&name.words))?;
    let known = text.slice(name.span).split_whitespace().next().is_some_and(given::is_given);
    let signs = known || !text.tokens[index + 1].spaced;
    signs.then(|| Reading { form: Form::Signature, agency: None, span: text.span_of(&(index..end)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(source: &str) -> Option<(String, Option<String>)> {
        let text = Text::new(source);
        let found = read(&text, 0..text.tokens.len()).filter(|reading| reading.form == Form::Tail)?;
        Some((text.slice(found.span).to_owned(), found.agency.map(|(name, _)| name)))
    }

    /// The agency of a row that is a sign-off; the empty name where it names none.
    fn row(source: &str) -> Option<String> {
        let text = Text::new(source);
        let found = read(&text, 0..text.tokens.len()).filter(|reading| reading.form == Form::Whole);
        found.map(|reading| reading.agency.map_or(String::new(), |(name, _)| name))
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
            ("Reuters", Some("Reuters")),
            ("(End) dm", None),
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
            let found = super::read(&text, 0..text.tokens.len());
            let found = found.filter(|reading| matches!(reading.form, Form::Initials | Form::Signature));
            found.map(|reading| text.slice(reading.span).to_owned())
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
