//! Sign-offs: the agency or initials that close a story.
//!
//! `— AFP` · `- Reuters` · `(KUNA)` · `- Paper/NETWORK` at the end of the last paragraph; `Reuter`,
//! `- Reuters.`, `lm/gd/jh`, `IPS UN Bureau`, `dpa aa xxde n1 bb`, `Enditem` on a line of their own.

use super::patterns::signoffs::{If, SIGNOFFS};
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

/// The longest row that is a sign-off, and the longest after a sentence, in tokens.
const LONGEST: (usize, usize) = (40, 10);

/// The sign-off that `tokens` are or end with.
pub(crate) fn read(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    #[cfg(test)]
    super::readings::ledger::note("signoff", text.span_of(&tokens));
    let end = tokens.end;
    let row = if tokens.len() <= LONGEST.0 { closing(text, tokens.clone(), true) } else { None };
    let mut after = (tokens.start + 1).max(end.saturating_sub(LONGEST.1))..end;
    row.or_else(|| after.find_map(|at| if is_end(text, at - 1) { closing(text, at..end, false) } else { None }))
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

/// A row, or what follows the end of a sentence. An acronym in brackets that explains the words before it is not a
/// sign-off: the sentence has not ended yet.
fn closing(text: &Text<'_>, tokens: Range<usize>, row: bool) -> Option<Reading> {
    let first = tokens.start;
    let coded = ['/', '-'].iter().any(|&mark| text.is_mark(first + 1, mark));
    let marked = ['#', '='].iter().any(|&mark| text.is_mark(first, mark))
        || text.word(first + 1) == Some("GMT")
        || text.word(first + 3) == Some("LOCAL");
    let signed = row && (coded || marked || agencies::at(text, first, tokens.end).is_some());
    if !signed && tokens.len() != 1 && !is_dash(text, first) && !text.is_mark(first, '(') {
        return None;
    }
    let span = text.span_of(&tokens);
    let found = SIGNOFFS.at(text.slice(span), 0)?;
    let who = found.place("who").map(|who| Span::new(span.start + who.start, span.start + who.end));
    let mut agency = who.and_then(|who| agency(text, who));
    let slice = who.map_or("", |who| text.slice(who));
    let shouted = slice.len() > 1 && is_all_caps(slice) && slice.chars().all(char::is_alphabetic);
    let acronym = shouted && slice.len() <= 8;
    let network = || slice.rsplit_once('/').and_then(|(_, network)| agencies::by_name(network)).is_some();
    let site = || slice.contains('.') && slice.len() <= 30 && slice.starts_with(char::is_alphabetic);
    let form = match found.shape.gives {
        If::Always => true,
        If::Row => row,
        If::Agency if row => agency.is_some(),
        // `… into the world. DM`, `… of the loans. REUTER`
        If::Agency => {
            let initials = slice.len() <= 4 && text.tokens[first].spaced;
            return (shouted && (initials || agency.is_some())).then_some(Reading {
                form: Form::Initials,
                agency,
                span,
            });
        }
        If::Dash if !row && is_writer(text, &tokens) => {
            return Some(Reading { form: Form::Signature, agency: None, span });
        }
        If::Dash => agency.is_some() || !row && (acronym || network()),
        If::Brackets => agency.is_some() || !row && (acronym || site() && !slice.contains(' ')),
    };
    agency = agency.or_else(|| who.map(|who| (slice.to_owned(), who)));
    form.then_some(Reading { form: if row { Form::Whole } else { Form::Tail }, agency, span })
}

/// Whether a dash and a name are a writer's, as reviews and letters are signed: `It keeps you dry. —Ada Quill`.
/// After a quotation the name says who is quoted.
fn is_writer(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let first = tokens.start;
    let stop = ['.', '!', '?', ')'].iter().any(|&mark| text.is_mark(first - 1, mark));
    let Some(name) = names::read(text, first + 1, tokens.end).filter(|_| stop && !text.is_mark(first, '-')) else {
        return false;
    };
    let known = || text.slice(name.span).split_whitespace().next().is_some_and(given::is_given);
    name.next == tokens.end && (2..=4).contains(&name.words) && (!text.tokens[first + 1].spaced || known())
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
            ("(With PTI inputs)", Some("PTI")),
            ("(With inputs from PTI)", Some("PTI")),
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
            ("lm-gd/jh", None),
            ("-ENDS-", None),
            ("- Ends -", None),
            ("-30-", None),
            ("# # #", None),
            ("031234 GMT May 23", None),
            ("LM/GD", None),
            ("end/ada.q", None),
            ("14:22 LOCAL TIME 11:22 GMT", None),
            ("==Kyodo", Some("Kyodo")),
            ("EFE ab/cde", Some("EFE")),
            ("PTI DM LK", Some("PTI")),
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
        for source in [
            "Reuters could not reach him.",
            "Harbour",
            "north-south",
            "-40-",
            "031234 GMT and more",
            "TV/radio",
            "End/of",
        ] {
            assert_eq!(row(source), None, "{source}");
        }
    }
}
