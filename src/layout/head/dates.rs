//! When the story was published and updated, and the date of its dateline.

use crate::calendar::{PartialDate, date_in_address, names};
use crate::layout::dateline::Reading;
use crate::layout::parts::Parts;
use crate::layout::states::Zone;
use crate::layout::timestamp::{Dated, Label};
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::{Address, Basis, Dateline, DatelineDate, Options, Place, Published, Role, Stamp};
use chrono::Datelike;

/// Paragraphs above a date from which on it is not the story's own, where another stands above.
const DEEP: usize = 3;

/// When the story was published and updated.
pub(super) fn stamps(text: &Text<'_>, parts: &Parts, options: &Options) -> (Option<Stamp>, Option<Stamp>) {
    let near = |zone: &Zone| *zone != Zone::After;
    let stamp = |stamp: &Dated| Stamp {
        value: stamp.value.clone(),
        alternatives: stamp.alternatives.clone(),
        basis: Basis::Timestamp,
        zone: stamp.zone.map(|span| text.slice(span).to_owned()),
        certainty: None,
        span: Some(stamp.span),
    };
    let find = |label: Option<Label>, test: fn(&Zone) -> bool| {
        parts.stamps.iter().find(|(zone, stamp)| test(zone) && stamp.label == label).map(|(_, found)| stamp(found))
    };
    // the closest to the headline: a page's masthead has the day it was copied, an issue's number its own
    let closest = || {
        let plain = |zone: &Zone, found: &Dated| found.label.is_none() && *zone != Zone::After;
        // a deck may be taken for the lede, but a date deep in the story is that of another one beside it
        let shallow = |found: &Dated| {
            let paragraphs = parts.blocks.iter().filter(|block| block.role == Role::Paragraph);
            paragraphs.take_while(|block| block.span.end <= found.span.start).count() < DEEP
        };
        let below = parts.stamps.iter().find(|(zone, found)| {
            plain(zone, found) && (*zone == Zone::Head || *zone == Zone::Story && shallow(found))
        });
        let mut rest = parts.stamps.iter().rev().filter(|(zone, found)| plain(zone, found));
        let above = || rest.clone().find(|(zone, _)| *zone <= Zone::Title);
        below.or_else(above).or_else(|| rest.next()).map(|(_, found)| stamp(found))
    };
    let given = options.published.as_ref();
    let published = given
        .map(|date| Stamp::new(date.to_string(), Basis::Option))
        .or_else(|| find(Some(Label::Published), near))
        .or_else(closest)
        .or_else(|| find(Some(Label::Published), |_| true))
        .or_else(|| find(None, |_| true));
    let updated = find(Some(Label::Updated), near).or_else(|| find(Some(Label::Updated), |_| true));
    (published, updated)
}

/// The dateline, its date with the year that the rest of the paste gives it.
pub(super) fn dateline(
    text: &Text<'_>,
    parts: &Parts,
    parsed: &Reading,
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
        // an outlet's own name where the place would be
        .filter(|place| !url.and_then(|url| url.host.as_deref()).is_some_and(|host| is_outlet(host, &place.name)))
        .collect();
    let date = parsed.date.map(|(date, span)| {
        let (date, basis) = with_year(text, parts, date, published, updated, options, url);
        DatelineDate { value: date.to_string(), basis, span }
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
) -> (PartialDate, Option<Basis>) {
    if date.year.is_some() {
        return (date, None);
    }
    let option = options.published.as_ref().map(Published::date);
    let stamp = |stamp: Option<&Stamp>| stamp.and_then(|stamp| PartialDate::parse(&stamp.value));
    let sources = [
        (option, Basis::Option),
        (stamp(published), Basis::Timestamp),
        (stamp(updated), Basis::Timestamp),
        (url.and_then(|url| date_in_address(&url.value)), Basis::Url),
    ];
    for (source, basis) in sources {
        if let Some(year) = source.and_then(|source| nearest_year(date, source)) {
            return (PartialDate { year: Some(year), ..date }, Some(basis));
        }
    }
    // a full date close to the dateline's own, in a caption or in the story
    for (role, basis, most) in [(Role::Caption, Basis::Caption, 45), (Role::Paragraph, Basis::Text, 10)] {
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
    let (month, day, next) = if let Some(month) = text.word(at).and_then(names::month) {
        let after = at + 1 + usize::from(text.is_mark(at + 1, '.'));
        (month, number(after)?, after + 1)
    } else {
        let after = at + 2 + usize::from(text.is_mark(at + 2, '.'));
        (text.word(at + 1).and_then(names::month)?, number(at)?, after)
    };
    let year = number(next + usize::from(text.is_mark(next, ',')))?;
    let date = PartialDate {
        year: i32::try_from(year).ok().filter(|year| (1800..2200).contains(year)),
        month: Some(month),
        day: Some(day),
    };
    date.to_calendar().map(|_| date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_the_nearest() {
        let date = |value: &str| PartialDate::parse(value).unwrap();
        assert_eq!(nearest_year(date("XXXX-12-31"), date("2023-01-01")), Some(2022));
        assert_eq!(nearest_year(date("XXXX-01-02"), date("2022-12-30")), Some(2023));
        assert_eq!(nearest_year(date("XXXX-05-02"), date("2022")), Some(2022));
    }

    #[test]
    fn the_date_closest_to_the_headline() {
        let source = "Today is Friday, 7 May 2021\nNews\nSport\nArdmouth closes its oldest pier for nine months\nBy Ada Quill\n3 May 2021\nShare\n\n\
            The harbour board voted Monday to close the old pier, its chairwoman told reporters at the quay.\n\n\
            Engineers found cracks in it, she said, and nobody wants to wait until the first plank falls.\n\n\
            Ferries will leave from the coal wharf until the repairs are done, which is to take nine months.\n";
        let published = crate::parse(source, &Options::default()).head.published;
        assert_eq!(published.map(|stamp| stamp.value).as_deref(), Some("2021-05-03"));
    }

    #[test]
    fn a_date_among_the_paragraphs_is_that_of_a_story_beside_it() {
        let source = "3 May 2021\nArdmouth closes its oldest pier for nine months\nBy Ada Quill\n\n\
            The harbour board voted Monday to close the old pier, its chairwoman told reporters at the quay.\n\n\
            Engineers found cracks in it, she said, and nobody wants to wait until the first plank falls.\n\n\
            Ferries will leave from the coal wharf until the repairs are done, which is to take nine months.\n\n\
            Article\n14 JAN 2021\n\n\
            The board has asked the county for money, as the repairs will cost more than it has, she said.\n\n\
            A vote on that is due in the summer, when the council meets again, according to its clerk.\n";
        let published = crate::parse(source, &Options::default()).head.published;
        assert_eq!(published.map(|stamp| stamp.value).as_deref(), Some("2021-05-03"));
    }

    #[test]
    fn a_date_that_nothing_tells_the_order_of_stays_open() {
        let story = "Ardmouth closes its oldest pier\nBy Ada Quill\nPublished 03/04/2024 9:22\n\n\
            The board voted yesterday to close the old pier, its chairwoman told reporters at the quay.\n\n\
            Engineers found cracks in it, she said, and nobody wants to wait until the first plank falls.\n";
        let article = crate::parse(story, &Options { offsets: crate::Offsets::Utf8, ..Options::default() });
        let published = article.head.published.unwrap();
        assert_eq!(published.value, "2024-XX-XXT09:22");
        assert_eq!(published.alternatives, ["2024-03-04T09:22", "2024-04-03T09:22"]);
        let [warning] = &article.warnings[..] else { panic!("{:?}", article.warnings) };
        assert_eq!((warning.code.as_str(), warning.span), ("ambiguous-date", published.span));
        assert!(warning.message.contains("03/04/2024"));
        // the year is known, and no more is counted from
        assert_eq!(article.times[0].value, "XXXX-XX-XX");

        for (order, value, yesterday) in [
            (crate::DateOrder::DayFirst, "2024-04-03T09:22", "2024-04-02"),
            (crate::DateOrder::MonthFirst, "2024-03-04T09:22", "2024-03-03"),
        ] {
            let article = crate::parse(story, &Options { date_order: Some(order), ..Options::default() });
            let published = article.head.published.unwrap();
            assert_eq!((published.value.as_str(), published.alternatives.len()), (value, 0));
            assert_eq!(article.times[0].value, yesterday);
            assert!(article.warnings.is_empty(), "{:?}", article.warnings);
        }
    }

    #[test]
    fn an_open_date_gives_a_dateline_its_year_and_is_no_evidence() {
        let story = "Ardmouth closes its oldest pier\nPublished 03/04/2024\n\n\
            ARDMOUTH (AP) - The board voted on Tuesday to close the pier that opened on 05/06/1990, its chairwoman said.\n\n\
            Engineers found cracks in it last year, she said, and nobody wants to wait until the first plank falls.\n";
        let article = crate::parse(story, &Options::default());
        assert_eq!(article.head.published.unwrap().value, "2024-XX-XX");
        let values: Vec<_> = article.times.iter().map(|time| time.value.as_str()).collect();
        assert_eq!(values, ["XXXX-WXX-2", "1990-XX-XX", "2023"]);
        assert_eq!(
            article.warnings.iter().filter(|warning| warning.code == crate::WarningCode::AmbiguousDate).count(),
            2
        );

        let dated = story.replace("ARDMOUTH (AP)", "ARDMOUTH, Jan 31 (AP)").replace("03/04/2024", "03/04/2024 20:15");
        let article = crate::parse(&dated, &Options::default());
        assert_eq!(article.head.dateline.unwrap().date.unwrap().value, "2024-01-31");
    }
}
