//! The head: what the parts say about the story as a whole.

use super::dateline::Parsed as ParsedDateline;
use super::facts::counter;
use super::parts::Parts;
use super::states::Zone;
use super::timestamp::{Label, Stamp as PageStamp};
use crate::text::Text;
use crate::text::dates::{self, PartialDate};
use crate::text::tokens::Kind;
use crate::{
    Address, Agency, Byline, Contributor, Counter, Credit, Dateline, DatelineDate, Head, Image, Options, Piece, Place,
    Publication, Role, Span, Stamp,
};
use chrono::Datelike;

/// Puts the head together.
pub(crate) fn read(text: &Text<'_>, parts: &Parts, options: &Options) -> Head {
    let first =
        |role: Role| parts.blocks.iter().find(|block| block.role == role).map(|block| visible(text, block.span));
    let piece = |span: Span| Piece::new(text.source, span);
    let url = address(text, parts, options);
    let (published, updated) = stamps(text, parts, options, url.as_ref());
    let dateline = parts
        .dateline
        .as_ref()
        .map(|parsed| dateline(text, parts, parsed, published.as_ref(), updated.as_ref(), options, url.as_ref()));
    let published = published.or_else(|| {
        let date = dateline.as_ref()?.date.as_ref().filter(|date| !date.value.starts_with('X'))?;
        Some(Stamp { value: date.value.clone(), basis: "dateline".into(), zone: None, span: Some(date.span) })
    });
    let published = published.or_else(|| {
        let date = url_date(url.as_ref()?).filter(|date| date.day.is_some())?;
        Some(Stamp {
            value: date.to_string(),
            basis: "url".into(),
            zone: None,
            span: url.as_ref().and_then(|url| url.span),
        })
    });
    let copyright = first(Role::Copyright);
    Head {
        counters: parts
            .blocks
            .iter()
            .filter(|block| block.role == Role::Counter)
            .filter_map(|block| Some(Counter { value: counter(text.slice(block.span))?, span: block.span }))
            .collect(),
        publication: copyright.and_then(|span| publication(text, span)),
        section: first(Role::Section).map(piece),
        headline: first(Role::Headline).map(piece),
        standfirst: first(Role::Standfirst).map(piece),
        bylines: bylines(text, parts),
        published,
        updated,
        agency: agency(text, parts),
        dateline,
        images: images(text, parts),
        contributors: contributors(text, parts),
        corrections: parts
            .blocks
            .iter()
            .filter(|block| block.role == Role::Correction)
            .map(|block| piece(block.span))
            .collect(),
        copyright: copyright.map(piece),
        tags: tags(text, parts),
        url,
    }
}

/// The span without marks that show nothing at its ends: a byte order mark, zero-width characters.
fn visible(text: &Text<'_>, span: Span) -> Span {
    let slice = text.slice(span);
    let hidden = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}');
    let shown = slice.trim_matches(hidden);
    if shown.is_empty() {
        return span;
    }
    let start = span.start + slice.len() - slice.trim_start_matches(hidden).len();
    Span::new(start, start + shown.len())
}

fn address(text: &Text<'_>, parts: &Parts, options: &Options) -> Option<Address> {
    let block = parts.blocks.iter().find(|block| block.role == Role::Url).map(|block| visible(text, block.span));
    let value = block.map(|span| text.slice(span).to_owned()).or_else(|| options.url.clone())?;
    Some(Address { host: host(&value), value, span: block })
}

/// The host of a web address (RFC 3986): what stands between `//` and the path, without user and port.
fn host(address: &str) -> Option<String> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = if host.starts_with('[') { host.split_inclusive(']').next()? } else { host.split(':').next()? };
    (host.contains('.') || host.starts_with('[')).then(|| host.to_ascii_lowercase())
}

/// The date in an address's path: `/2016/09/05/`, `/2022/6/8/`, `/2024-11-22/`, `/15/07/2022/`.
fn url_date(url: &Address) -> Option<PartialDate> {
    let path = url.value.split_once("://").map_or(url.value.as_str(), |(_, rest)| rest);
    let numbers: Vec<Option<u32>> = path
        .split(['/', '-', '_', '.', '?', '='])
        .map(|piece| piece.parse().ok().filter(|_| piece.len() <= 4 && piece.bytes().all(|b| b.is_ascii_digit())))
        .collect();
    let year = |number: Option<u32>| {
        number.filter(|year| (1990..2100).contains(year)).and_then(|year| i32::try_from(year).ok())
    };
    let month = |number: Option<u32>| number.filter(|month| (1..=12).contains(month));
    let day = |number: Option<u32>| number.filter(|day| (1..=31).contains(day));
    let mut best: Option<PartialDate> = None;
    for at in 0..numbers.len() {
        let get = |index: usize| numbers.get(index).copied().flatten();
        let forward = year(get(at)).map(|year| (year, month(get(at + 1)), day(get(at + 2))));
        let backward = day(get(at))
            .zip(month(get(at + 1)))
            .and_then(|(day, month)| Some((year(get(at + 2))?, Some(month), Some(day))));
        if let Some((year, month @ Some(_), day)) = backward.or(forward) {
            let date = PartialDate { year: Some(year), month, day };
            if (date.day.is_none() || date.to_calendar().is_some())
                && best.is_none_or(|best| best.day.is_none() && date.day.is_some())
            {
                best = Some(date);
            }
        }
    }
    best
}

/// When the story was published and updated.
fn stamps(text: &Text<'_>, parts: &Parts, options: &Options, url: Option<&Address>) -> (Option<Stamp>, Option<Stamp>) {
    let _ = url;
    let near = |zone: &Zone| *zone != Zone::After;
    let stamp = |stamp: &PageStamp| Stamp {
        value: stamp.value.clone(),
        basis: "timestamp".into(),
        zone: stamp.zone.map(|span| text.slice(span).to_owned()),
        span: Some(stamp.span),
    };
    let find = |label: Option<Label>, test: fn(&Zone) -> bool| {
        parts.stamps.iter().find(|(zone, stamp)| test(zone) && stamp.label == label).map(|(_, found)| stamp(found))
    };
    let given = options.published.as_deref().filter(|value| PartialDate::parse(value).is_some());
    let published = given
        .map(|value| Stamp { value: value.to_owned(), basis: "option".into(), zone: None, span: None })
        .or_else(|| find(Some(Label::Published), near))
        .or_else(|| find(None, near))
        .or_else(|| find(Some(Label::Published), |_| true))
        .or_else(|| find(None, |_| true));
    let updated = find(Some(Label::Updated), near).or_else(|| find(Some(Label::Updated), |_| true));
    (published, updated)
}

fn dateline(
    text: &Text<'_>,
    parts: &Parts,
    parsed: &ParsedDateline,
    published: Option<&Stamp>,
    updated: Option<&Stamp>,
    options: &Options,
    url: Option<&Address>,
) -> Dateline {
    let places = parsed
        .places
        .iter()
        .map(|city| Place {
            name: text.slice(city.name).to_owned(),
            region: city.region.map(|region| text.slice(region).to_owned()),
            span: city.name,
        })
        // an outlet's own name in the place of the place
        .filter(|place| !url.and_then(|url| url.host.as_deref()).is_some_and(|host| is_outlet(host, &place.name)))
        .collect();
    let date = parsed.date.map(|(date, span)| {
        let (date, basis) = with_year(text, parts, date, published, updated, options, url);
        DatelineDate { value: date.to_string(), basis: basis.map(str::to_owned), span }
    });
    Dateline { places, date, agency: parsed.agency.as_ref().map(|(name, _)| name.clone()), span: parsed.span }
}

/// Whether a site's host is made of the words of `name`.
fn is_outlet(host: &str, name: &str) -> bool {
    let name: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    name.len() >= 6 && host.split('.').any(|label| label.replace('-', "") == name)
}

/// The dateline's date with its year, and what gave the year where the dateline does not.
fn with_year(
    text: &Text<'_>,
    parts: &Parts,
    date: PartialDate,
    published: Option<&Stamp>,
    updated: Option<&Stamp>,
    options: &Options,
    url: Option<&Address>,
) -> (PartialDate, Option<&'static str>) {
    if date.year.is_some() {
        return (date, None);
    }
    let option = options.published.as_deref().and_then(PartialDate::parse);
    let stamp = |stamp: Option<&Stamp>| stamp.and_then(|stamp| PartialDate::parse(&stamp.value));
    let sources = [
        (option, "option"),
        (stamp(published), "timestamp"),
        (stamp(updated), "timestamp"),
        (url.and_then(url_date), "url"),
    ];
    for (source, basis) in sources {
        if let Some(year) = source.and_then(|source| nearest_year(date, source)) {
            return (PartialDate { year: Some(year), ..date }, Some(basis));
        }
    }
    // a full date close to the dateline's own, in a caption or in the story
    for (role, basis, most) in [(Role::Caption, "caption", 45), (Role::Paragraph, "text", 10)] {
        for block in parts.blocks.iter().filter(|block| block.role == role) {
            let found = text.tokens_in(block.span).find_map(|index| {
                let full = full_date(text, index)?;
                let year = nearest_year(date, full)?;
                let own = PartialDate { year: Some(year), ..date }.to_calendar()?;
                let days = (own - full.to_calendar()?).num_days();
                // pictures and events lie before the story, or a few days ahead
                (-7..=most).contains(&days).then_some(year)
            });
            if let Some(year) = found {
                return (PartialDate { year: Some(year), ..date }, Some(basis));
            }
        }
    }
    (date, None)
}

/// The year that puts `date` closest to `source`.
fn nearest_year(date: PartialDate, source: PartialDate) -> Option<i32> {
    let year = source.year?;
    let middle = PartialDate { month: source.month.or(date.month), day: source.day.or(Some(15)), ..source };
    let Some(reference) = middle.to_calendar() else { return Some(year) };
    if source.month.is_none() {
        return Some(year);
    }
    [year, year - 1, year + 1]
        .into_iter()
        .filter_map(|year| PartialDate { year: Some(year), ..date }.to_calendar())
        .min_by_key(|own| (*own - reference).num_days().abs())
        .map(|own| own.year())
}

/// A date with month by name, day and year that begins at token `at`.
fn full_date(text: &Text<'_>, at: usize) -> Option<PartialDate> {
    let number = |at: usize| -> Option<u32> {
        text.tokens.get(at).filter(|token| token.kind == Kind::Number).and_then(|token| text.str(*token).parse().ok())
    };
    let (month, day, next) = if let Some(month) = text.word(at).and_then(dates::month) {
        let behind = at + 1 + usize::from(text.is_mark(at + 1, '.'));
        (month, number(behind)?, behind + 1)
    } else {
        let behind = at + 2 + usize::from(text.is_mark(at + 2, '.'));
        (text.word(at + 1).and_then(dates::month)?, number(at)?, behind)
    };
    let year = number(next + usize::from(text.is_mark(next, ',')))?;
    let date = PartialDate {
        year: i32::try_from(year).ok().filter(|year| (1800..2200).contains(year)),
        month: Some(month),
        day: Some(day),
    };
    date.to_calendar().map(|_| date)
}

/// Names that a story can have as authors: more is a list of something else, and comparing each with
/// all others would not be linear.
const MOST_BYLINES: usize = 100;

/// The authors: of the head, or of the story's end where the head has none.
fn bylines(text: &Text<'_>, parts: &Parts) -> Vec<Byline> {
    let head = parts.bylines.iter().any(|(zone, parsed)| *zone != Zone::After && !parsed.authors.is_empty());
    let mut bylines: Vec<Byline> = Vec::new();
    for (_, parsed) in parts.bylines.iter().filter(|(zone, _)| !head || *zone != Zone::After) {
        let agency = parsed.agency.map(|agency| agency.name.to_owned());
        for author in &parsed.authors {
            let name = text.slice(author.name).to_owned();
            if bylines.len() >= MOST_BYLINES || bylines.iter().any(|byline| byline.name.eq_ignore_ascii_case(&name)) {
                continue;
            }
            bylines.push(Byline {
                affiliation: author.affiliation.map(|span| text.slice(span).to_owned()).or_else(|| agency.clone()),
                role: author.role.map(|span| text.slice(span).to_owned()),
                name,
                span: author.name,
            });
        }
    }
    bylines
}

/// Whose copy it is: the dateline says so, else the sign-off, else the byline.
fn agency(text: &Text<'_>, parts: &Parts) -> Option<Agency> {
    let _ = text;
    let of = |named: Option<&(String, Span)>, basis: &str| {
        named.map(|(name, span)| Agency { name: name.clone(), basis: basis.to_owned(), span: *span })
    };
    of(parts.dateline.as_ref().and_then(|dateline| dateline.agency.as_ref()), "dateline")
        .or_else(|| of(parts.signoff.as_ref().and_then(|signoff| signoff.agency.as_ref()), "signoff"))
        .or_else(|| {
            let named = parts.bylines.iter().find_map(|(_, parsed)| parsed.agency)?;
            Some(Agency { name: named.name.to_owned(), basis: "byline".to_owned(), span: named.span })
        })
}

/// Pictures: a caption with the credit that stands behind it, or before it on a line of its own.
fn images(text: &Text<'_>, parts: &Parts) -> Vec<Image> {
    let mut images: Vec<Image> = Vec::new();
    // whether the last picture still waits for its credit, or for its caption
    let (mut waits_credit, mut waits_caption) = (false, false);
    for (index, block) in parts.blocks.iter().enumerate() {
        match block.role {
            Role::Caption => {
                let caption = Piece::new(text.source, visible(text, block.span));
                // pasted twice in a row
                let again = waits_credit
                    && images
                        .last()
                        .and_then(|image| image.caption.as_ref())
                        .is_some_and(|before| before.text == caption.text);
                match images.last_mut().filter(|_| waits_caption) {
                    Some(image) => image.caption = Some(caption),
                    None if again => {}
                    None => images.push(Image { caption: Some(caption), credit: None }),
                }
                waits_credit = images.last().is_some_and(|image| image.credit.is_none());
                waits_caption = false;
            }
            Role::Credit => {
                // in the order of their blocks
                let at = parts.credits.partition_point(|(of, _)| *of < index);
                let parsed = parts.credits.get(at).filter(|(of, _)| *of == index).map(|(_, parsed)| parsed);
                let span = parsed.map_or(block.span, |parsed| parsed.inner);
                let credit = Credit {
                    text: text.slice(span).to_owned(),
                    agency: parsed.and_then(|parsed| parsed.agency).map(str::to_owned),
                    name: parsed.and_then(|parsed| parsed.name).map(|name| text.slice(name).to_owned()),
                    span,
                };
                if let Some(image) = images.last_mut().filter(|_| waits_credit) {
                    image.credit = Some(credit);
                    waits_caption = false;
                } else {
                    images.push(Image { caption: None, credit: Some(credit) });
                    waits_caption = true;
                }
                waits_credit = false;
            }
            _ => (waits_credit, waits_caption) = (false, false),
        }
    }
    images
}

fn contributors(text: &Text<'_>, parts: &Parts) -> Vec<Contributor> {
    parts
        .contributors
        .iter()
        .map(|person| Contributor {
            name: text.slice(person.name).to_owned(),
            role: Some(person.role.to_owned()),
            span: person.name,
        })
        .collect()
}

/// The owner named behind ©: `© 2024 Harbour Media Ltd. All rights reserved.`
fn publication(text: &Text<'_>, span: Span) -> Option<Publication> {
    let range = text.tokens_in(span);
    let mark = range.clone().find(|&index| {
        text.is_mark(index, '©') || text.word(index).is_some_and(|word| word.eq_ignore_ascii_case("copyright"))
    })?;
    let skip = |index: &usize| {
        let token = text.tokens[*index];
        token.kind == Kind::Number
            || token.kind == Kind::Mark
            || text
                .word(*index)
                .is_some_and(|word| matches!(word.to_ascii_lowercase().as_str(), "copyright" | "by" | "c" | "the"))
    };
    let start = (mark..range.end).find(|index| !skip(index))?;
    let end = (start..range.end)
        .find(|&index| {
            text.tokens[index].kind == Kind::Mark && !text.is_mark(index, '&') && !text.is_mark(index, '-')
                || text.tokens[index].kind == Kind::Number
                || text.word(index).is_some_and(|word| matches!(word, "All" | "ALL"))
        })
        .unwrap_or(range.end);
    (end > start && end - start <= 8).then(|| {
        let span = Span::new(text.tokens[start].span().start, text.tokens[end - 1].span().end);
        Publication { name: text.slice(span).to_owned(), basis: "copyright".to_owned(), span }
    })
}

/// The topics behind "Tags:".
fn tags(text: &Text<'_>, parts: &Parts) -> Vec<Piece> {
    let mut tags = Vec::new();
    for block in parts.blocks.iter().filter(|block| block.role == Role::Tags) {
        let slice = text.slice(block.span);
        let from =
            slice.split_once(':').map_or(0, |(label, _)| if label.chars().count() <= 20 { label.len() + 1 } else { 0 });
        let mut start = block.span.start + from;
        for piece in slice[from..].split([',', '|', '#', ';', '\n', '•']) {
            let span = Span::new(start, start + piece.len()).trim(text.source);
            let label =
                matches!(text.slice(span).to_ascii_lowercase().as_str(), "tags" | "topics" | "filed under" | "");
            if !label && span.len() <= 80 {
                tags.push(Piece::new(text.source, span));
            }
            start += piece.len();
            start += text.source[start..].chars().next().filter(|_| start < block.span.end).map_or(0, char::len_utf8);
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for (address, expected) in [
            ("http://www.echo.example/world/a", Some("www.echo.example")),
            ("https://User@Echo.Example:8080?q", Some("echo.example")),
            ("www.echo.example/x", Some("www.echo.example")),
            ("https://", None),
        ] {
            assert_eq!(host(address).as_deref(), expected, "{address}");
        }
    }

    #[test]
    fn dates_in_addresses() {
        for (value, expected) in [
            ("https://e.example/2016/09/05/ferry", Some("2016-09-05")),
            ("https://e.example/news/2022/6/8/ferry", Some("2022-06-08")),
            ("https://e.example/article/15/07/2022/ferry", Some("2022-07-15")),
            ("https://e.example/ferry-2024-11-22/", Some("2024-11-22")),
            ("https://e.example/2016/09/ferry-runs", Some("2016-09")),
            ("https://e.example/news/472127/ferry-of-1999", None),
        ] {
            let url = Address { value: value.to_owned(), host: None, span: None };
            assert_eq!(url_date(&url).map(|date| date.to_string()).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn the_year_is_the_nearest() {
        let date = |value: &str| PartialDate::parse(value).unwrap();
        assert_eq!(nearest_year(date("XXXX-12-31"), date("2023-01-01")), Some(2022));
        assert_eq!(nearest_year(date("XXXX-01-02"), date("2022-12-30")), Some(2023));
        assert_eq!(nearest_year(date("XXXX-05-02"), date("2022")), Some(2022));
    }
}
