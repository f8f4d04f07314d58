//! Photo credits: whose picture it is.
//!
//! `— Reuters pic` · `— Picture by NAME` · `(AP Photo/NAME)` · `REUTERS/NAME/File Photo` ·
//! `Photo: NAME/dpa` · `NAME via Getty Images.` · `© SOURCE/Outlet` · a bare `EPA`.

use super::agencies;
use crate::Span;
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::text::words::{is_all_caps, is_capitalised};

/// A credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parsed {
    /// The agency it names: its usual short name.
    pub(crate) agency: Option<&'static str>,
    /// The photographer or other source it names.
    pub(crate) name: Option<Span>,
    /// The whole credit, with the marks that set it off.
    pub(crate) span: Span,
    /// The credit without them.
    pub(crate) inner: Span,
    /// Whether its own words say that it is one, wherever it stands.
    pub(crate) sure: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Whole { sure: bool },
    Tail,
    Loose,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) place: Place,
    pub(crate) agency: Option<&'static str>,
    pub(crate) name: Option<Span>,
    pub(crate) span: Span,
    pub(crate) inner: Span,
}
pub(crate) fn read(text: &Text<'_>, tokens: std::ops::Range<usize>) -> Option<Reading> {
    #[cfg(test)]
    super::readings::ledger::note("credit", text.span_of(&tokens));
    let (at, end) = (tokens.start, tokens.end);
    if at >= end {
        return None;
    }
    let (place, p) = whole(text, at, end)
        .map(|p| (Place::Whole { sure: p.sure }, p))
        .or_else(|| tail(text, at, end).map(|(_, p)| (Place::Tail, p)))
        .or_else(|| tail_of_caption(text, at, end).map(|(_, p)| (Place::Loose, p)))?;
    Some(Reading { place, agency: p.agency, name: p.name, span: p.span, inner: p.inner })
}

/// The longest credit, in tokens: `THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY. NO RESALES …`.
const LONGEST: usize = 45;

/// Reads the tokens `at..end` as one credit and nothing else.
pub(crate) fn whole(text: &Text<'_>, at: usize, end: usize) -> Option<Parsed> {
    if at >= end || end - at > LONGEST {
        return None;
    }
    let span = Span::new(text.tokens[at].span().start, text.tokens[end - 1].span().end);
    let (mut from, mut to) = (at, end);
    let dashed = is_dash(text, from);
    from += usize::from(dashed);
    let bracketed = from < to && is_open(text, from);
    if bracketed {
        // the full stop may stand behind the bracket
        to -= usize::from(to > from && text.is_mark(to - 1, '.'));
        if to <= from + 1 || !is_close(text, to - 1) {
            return None;
        }
        from += 1;
        to -= 1;
    }
    to -= usize::from(to > from && text.is_mark(to - 1, '.'));
    if from >= to {
        return None;
    }
    let inner = Span::new(text.tokens[from].span().start, text.tokens[to - 1].span().end);
    let parsed = body(text, from, to, bracketed)?;
    Some(Parsed { span, inner, sure: parsed.sure || dashed && parsed.agency.is_some(), ..parsed })
}

fn is_dash(text: &Text<'_>, at: usize) -> bool {
    ['-', '–', '—', '―'].iter().any(|&dash| text.is_mark(at, dash))
}

fn is_open(text: &Text<'_>, at: usize) -> bool {
    text.is_mark(at, '(') || text.is_mark(at, '[')
}

fn is_close(text: &Text<'_>, at: usize) -> bool {
    text.is_mark(at, ')') || text.is_mark(at, ']')
}

fn is_word(text: &Text<'_>, at: usize, words: &[&str]) -> bool {
    text.word(at).is_some_and(|word| words.iter().any(|other| word.eq_ignore_ascii_case(other)))
}

/// Words that name a picture.
const PICTURES: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "picture",
    "pictures",
    "pic",
    "image",
    "images",
    "video",
    "graphic",
    "illustration",
    "photography",
    "file",
    "screengrab",
    "screenshot",
];

/// The credit between its marks.
fn body(text: &Text<'_>, at: usize, end: usize, bracketed: bool) -> Option<Parsed> {
    let mut from = at;
    let mut sure = false;
    if text.is_mark(from, '©') {
        sure = true;
        from += 1;
    }
    // `Photo:`, `Image credit:`, `Photo courtesy of`, `Picture by`
    let label = from + usize::from(is_word(text, from, &["file", "representational", "handout"]));
    if is_word(text, label, PICTURES)
        || is_word(text, label, &["credit", "courtesy", "source", "photographer", "photo-credit", "copyright"])
        || is_word(text, label, &["provided", "supplied", "contributed"]) && is_word(text, label + 1, &["by"])
    {
        let mut next = label + 1;
        while is_word(text, next, &["credit", "credits", "courtesy", "by", "of", "from", "source", "via"]) {
            next += 1;
        }
        // `Credit...NAME`: a page that sets the dots by its styles
        let dots = (next..end).take_while(|&index| text.is_mark(index, '.') || text.is_mark(index, '…')).count();
        if text.is_mark(next, ':') || text.is_mark(next, '/') && next + 1 < end && !sure {
            sure = true;
            next += 1;
        } else if dots > 0 && next + dots < end {
            sure = true;
            next += dots;
        } else if next > label + 1 || is_word(text, label, &["copyright"]) {
            sure = true;
        }
        if sure && next < end {
            from = next;
        } else if next >= end {
            return None;
        }
    }
    if from >= end {
        return None;
    }
    let agency = agencies::find(text, from, end);
    let parts = parts(text, from, end)?;
    let mut name = None;
    let mut picture = false;
    for &(start, stop) in &parts {
        // `AP Photo`, `Reuters pic`, `File Photo`: the agency and what it is of
        let of_agency = agencies::at(text, start, stop);
        let rest = of_agency.map_or(start, |named| named.next);
        let noun = is_word(text, rest, PICTURES) || is_word(text, rest, &["handout", "pool", "via", "archive"]);
        if of_agency.is_some() {
            if noun {
                picture = true;
                // `AP Video by NAME`
                let by = rest + 1 + usize::from(is_word(text, rest + 1, &["by"]));
                if by > rest + 1 && by < stop {
                    name = name.or(Some(Span::new(text.tokens[by].span().start, text.tokens[stop - 1].span().end)));
                }
            } else if rest < stop && !is_dash(text, rest) && !sure {
                // an agency's name with other words behind is a sentence
                if parts.len() == 1 && !text.is_mark(rest, ',') {
                    return None;
                }
            }
        } else if (start..stop).all(|index| is_word(text, index, PICTURES)) {
            picture = true;
        } else if name.is_none() {
            name = Some(Span::new(text.tokens[start].span().start, text.tokens[stop - 1].span().end));
        }
    }
    // `NAME, File`: when it was taken is none of the name
    let name = name.map(|span| without_file(text, span));
    let single = parts.len() == 1;
    let named = name.is_none_or(|span| looks_like_source(text, span));
    if !named && !sure {
        return None;
    }
    let sure = sure || agency.is_some() && (picture || !single || name.is_none());
    if agency.is_none() && !sure && !picture && single {
        // one source alone: a credit only where its place says so
        let whole = name?;
        let most = if bracketed { 8 } else { 4 };
        let short = text.slice(whole).split_whitespace().count() <= most;
        if !short {
            return None;
        }
    }
    Some(Parsed { agency: agency.map(|named| named.name), name, span: Span::default(), inner: Span::default(), sure })
}

/// The name without `, File` behind it.
fn without_file(text: &Text<'_>, span: Span) -> Span {
    let slice = text.slice(span);
    let cut = slice.rfind(',').filter(|&at| {
        let rest = slice[at + 1..].trim();
        at > 0 && ["file", "file photo", "pool", "handout"].iter().any(|word| rest.eq_ignore_ascii_case(word))
    });
    Span::new(span.start, cut.map_or(span.end, |at| span.start + at))
}

/// The pieces between strokes, semicolons and "via".
fn parts(text: &Text<'_>, at: usize, end: usize) -> Option<Vec<(usize, usize)>> {
    let mut parts = Vec::new();
    let mut start = at;
    for index in at..end {
        // what a supplier's notice says is none of the name's
        if is_word(text, index, &["this"]) && is_word(text, index + 1, &["image", "picture", "photo"]) {
            if index > start {
                parts.push((start, index));
            }
            return (!parts.is_empty()).then_some(parts);
        }
        let cut = text.is_mark(index, '/')
            || text.is_mark(index, '|')
            || text.is_mark(index, ';')
            || is_word(text, index, &["via"]);
        if cut {
            if index > start {
                parts.push((start, index));
            }
            start = index + 1;
        }
    }
    if end > start {
        parts.push((start, end));
    }
    (!parts.is_empty() && parts.len() <= 5).then_some(parts)
}

/// Whether a source is written like one: capitalised or all in capitals, short, with no verb's place.
fn looks_like_source(text: &Text<'_>, span: Span) -> bool {
    let range = text.tokens_in(span);
    // a price is a book's or a thing's for sale
    if range.len() > 12 || text.slice(span).contains(['£', '$', '€']) {
        return false;
    }
    let mut capitals = 0;
    let mut small = 0;
    for index in range.clone() {
        let token = text.tokens[index];
        let slice = text.str(token);
        match token.kind {
            Kind::Word if is_capitalised(slice) => capitals += 1,
            Kind::Word
                if matches!(
                    slice,
                    "of" | "the" | "de" | "and" | "for" | "al" | "van" | "von" | "bin" | "by" | "govt" | "via" | "file"
                ) => {}
            Kind::Word => small += 1,
            Kind::Mark if slice == "@" => capitals += 1,
            Kind::Mark
                if matches!(slice, "." | "!" | "?") && index + 1 < range.end && text.tokens[index + 1].spaced
                // a full stop inside is an initial's or a sentence's
                && text.word(index.saturating_sub(1)).is_none_or(|word| word.chars().count() > 2) =>
            {
                return false;
            }
            _ => {}
        }
    }
    capitals > small && small <= 1
}

/// Finds the credit at the end of a caption's row: where the caption's last sentence ends.
///
/// Returns the token the credit begins at.
pub(crate) fn tail(text: &Text<'_>, at: usize, end: usize) -> Option<(usize, Parsed)> {
    let from = at.max(end.saturating_sub(LONGEST)).max(at + 1);
    // brackets that name an agency or a picture are surer than anything before them
    let bracketed =
        (from..end).rev().find(|&index| is_open(text, index)).filter(|&index| is_balanced(text, index, end));
    if let Some(index) = bracketed
        && let Some(parsed) = whole(text, index, end).filter(|parsed| parsed.sure)
    {
        return Some((index, parsed));
    }
    for index in from..end {
        let token = text.tokens[index];
        let slice = text.str(token);
        // where one can begin: brackets, a dash, the mark ©, a capital behind the end of a sentence
        let bracket = is_open(text, index) && is_balanced(text, index, end);
        let dash = is_dash(text, index) && token.spaced;
        let shout = is_all_caps(slice)
            && agencies::at(text, index, end)
                .is_some_and(|named| text.is_mark(named.next, '/') || is_word(text, named.next, PICTURES));
        let label = is_word(text, index, PICTURES)
            && (text.is_mark(index + 1, ':') || is_word(text, index + 1, &["by", "credit", "courtesy"]))
            || is_word(text, index, &["credit"]) && text.is_mark(index + 1, ':')
            || is_word(text, index, &["photo", "picture", "pic", "image"])
                && is_capitalised(slice)
                && text.is_mark(index + 1, '/')
            || is_word(text, index, &["provided", "supplied"]) && is_capitalised(slice);
        if !(bracket || dash || slice == "©" || behind_stop(text, index) || shout || label) {
            continue;
        }
        if let Some(parsed) = whole(text, index, end)
            && (parsed.sure || bracket)
        {
            return Some((index, parsed));
        }
    }
    None
}

/// Finds the credit at the end of a row that is known for a caption: there a name behind the last
/// sentence, or an agency's photographer behind a caption without a full stop, is one.
pub(crate) fn tail_of_caption(text: &Text<'_>, at: usize, end: usize) -> Option<(usize, Parsed)> {
    let from = at.max(end.saturating_sub(LONGEST)).max(at + 2);
    let bare = |index: usize, end: usize| {
        let short = end - index <= 8;
        let closed = text.is_mark(end - 1, '.') || text.is_mark(end - 1, ':');
        let plain = (index..end).all(|index| !text.is_mark(index, ',') && !text.is_mark(index, ':'));
        let source = is_word(text, index, &["supplied", "handout", "contributed", "submitted"]) && index + 1 == end;
        whole(text, index, end).filter(|_| short && !closed && plain && (source || is_named(text, index, end)))
    };
    tail(text, at, end)
        .or_else(|| {
            // `… at the gym. Ada Quill`, `… on Wednesday. ADA QUILL | HARBOUR GROUP`
            let last = (from..end).rev().find(|&index| behind_stop(text, index))?;
            bare(last, end).map(|parsed| (last, parsed))
        })
        .or_else(|| {
            // `The stamp of the caves Ada Quill AFP`
            let agency = (at + 3..end).rev().take(4).find_map(|index| agencies::at(text, index, end))?;
            let first = text.tokens[at..end].partition_point(|token| token.span().start < agency.span.start) + at;
            let start = first.checked_sub(2).filter(|&start| start > at && agency.next == end)?;
            let named = (start..first).all(|index| text.word(index).is_some_and(is_capitalised));
            let small = text.word(start - 1).is_some_and(|word| word.starts_with(char::is_lowercase));
            let name = Span::new(text.tokens[start].span().start, text.tokens[first - 1].span().end);
            let span = Span::new(name.start, agency.span.end);
            let parsed = Parsed { agency: Some(agency.name), name: Some(name), span, inner: span, sure: false };
            (named && small).then_some((start, parsed))
        })
}

/// Whether the tokens are written like a person's or an outlet's name, perhaps two with a stroke between.
fn is_named(text: &Text<'_>, at: usize, end: usize) -> bool {
    let words = (at..end).filter(|&index| text.word(index).is_some()).count();
    let small = (at..end).any(|index| text.word(index).is_some_and(|word| !is_capitalised(word)));
    (2..=6).contains(&words) && !small
}

/// Abbreviations behind which a sentence goes on.
const SHORT_FORMS: &[&str] = &[
    "st", "mt", "ft", "gen", "sen", "rep", "gov", "dr", "mr", "mrs", "ms", "lt", "sgt", "col", "capt", "no", "jan",
    "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "prof", "rev", "jr", "sr",
];

/// Whether token `index` stands behind the end of a sentence.
fn behind_stop(text: &Text<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).and_then(|before| text.tokens.get(before)) else { return false };
    let before = text.str(*before);
    let stop = before.ends_with(['.', '!', '?', '”', '"', ')']) || before == "\u{a0}";
    let short = before == "." && index >= 2 && is_word(text, index - 2, SHORT_FORMS);
    stop && !short
}

/// Whether the bracket at `at` closes at the end of the row and not before.
fn is_balanced(text: &Text<'_>, at: usize, end: usize) -> bool {
    let last = end - 1 - usize::from(text.is_mark(end - 1, '.'));
    (at + 1..end).find(|&index| is_close(text, index)) == Some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = (Option<&'static str>, Option<String>);

    fn read(source: &str) -> Option<Read> {
        let text = Text::new(source);
        let parsed = whole(&text, 0, text.tokens.len())?;
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
            assert_eq!(read(source), Some((agency, name.map(str::to_owned))), "{source}");
        }
    }

    #[test]
    fn look_alikes() {
        for source in
            ["Reuters could not verify the report", "Photo finish", "The picture is not clear yet.", "(he said so)"]
        {
            assert_eq!(read(source), None, "{source}");
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
            let (_, parsed) = tail(&text, 0, text.tokens.len()).unwrap_or_else(|| panic!("nothing in {source}"));
            assert_eq!(text.slice(parsed.span), credit);
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
            let found = tail_of_caption(&text, 0, text.tokens.len());
            assert_eq!(found.map(|(_, parsed)| text.slice(parsed.span)), credit, "{source}");
        }
        for source in ["The party’s Central Committee (of the union) met.", "He said no. Tom Rook agreed."] {
            let text = Text::new(source);
            assert_eq!(tail(&text, 0, text.tokens.len()).map(|(at, _)| at), None, "{source}");
        }
    }
}
