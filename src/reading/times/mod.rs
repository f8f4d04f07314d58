//! Time expressions and their TIMEX3 values.
//!
//! A grammar over the tokens, one file a subject; what it finds is a [`meaning`]: "last October" is the
//! October before this one. The [`anchor`] turns that into a value, counted from the story's date or
//! from the time last spoken of, as the construction asks. Where there is no date to count from, the
//! value keeps TIMEX3's placeholders and nothing is made up.
//!
//! | file | reads |
//! | --- | --- |
//! | [`lexicon`], `vocabulary.txt` | what each word can be |
//! | [`numbers`] | three, 2½, a couple of, nineteen ninety-six |
//! | [`dates`], [`years`], [`holidays`] | Sept. 5 · 1989, the 1990s · Easter Monday |
//! | [`figures`], [`strokes`], [`shared`] | 30/04/2024 · Friday 5/17 · June 28-July 4, 2025 |
//! | [`deictic`], [`mod@pointer`], [`distance`], [`modifiers`], [`nth`] | yesterday, last week · a year earlier · late last year · the first Monday in May |
//! | [`clock`], [`evenings`] | 7.30pm local time, noon Thursday · tonight at 8 |
//! | [`counted`] | which days "the past five years" covers |
//! | [`periods`], [`sums`], [`sets`], [`habits`], [`vague`] | three weeks · two hours and ten minutes · every Tuesday · now, recently |
//! | [`business`], [`games`] | the third quarter, the year-earlier period, and not the third quarter of a match |
//! | [`tense`], [`planned`], [`intent`], [`certain`] | which way a bare "Friday" points, and how sure that is |
//! | [`ranges`] | from May to July · since 1998 · circa 1850 |
//!
//! At each token the longest reading is taken; reading goes on after it. Every rule looks a bounded
//! way ahead, so the whole is linear.
//!
//! # Conventions
//!
//! The markup is TIMEX3: "`TimeML` Annotation Guidelines 1.2.1" (Saurí et al. 2006), section 2.2, now
//! ISO 24617-1:2012; where these are silent, its parent TIMEX2: "TIDES 2005 Standard for the
//! Annotation of Temporal Expressions" (Ferro et al. 2005). Numbers below are sections of TIDES.
//!
//! | what | convention |
//! | --- | --- |
//! | extent | no preposition before it; determiners and modifiers inside: "the third quarter", "early this month" (`TimeML` 2.2.1) |
//! | week, quarter, half, season, weekend | `1989-W44`, `1989-Q3`, `1989-H2`, `1989-SU`, `1989-W44-WE`; weeks are those of ISO 8601 (TIDES 3.2) |
//! | decade, century | `198X`; `19` for the 20th century, as the years begin |
//! | part of the day | `TMO`, `TAF`, `TEV`, `TNI`, `TDT`; midnight ends the day it is named with: `T24:00` |
//! | a clock's zone | stays in the text, out of the value, which is the time as the clock shows it |
//! | granularity | that of the words: "ten years ago" is a year, "two weeks ago" a week (TIDES 3.3) |
//! | `mod` | START, MID, END, APPROX … widen the extent, not the value |
//! | vague | `PAST_REF`, `PRESENT_REF`, `FUTURE_REF` for points, `X` for amounts: `PXM` (TIDES 3.4, 3.5) |
//! | sets | the period, `P1D`, or the placeholder that comes again, `XXXX-WXX-2` (TIDES 3.6) |
//! | ranges | two expressions, the first with the index of the second: "Sept. 5-7" is the 5th and the 7th |
//! | seasons, financial years | the year in which they begin: "2012-13" is `2012` |
//! | weekends | `PXWE`, as they are not days in a row; "every weekend" is `XXXX-WXX-WE` |
//! | bounds | years 1000 to 2100, lengths under ten thousand years: what is beyond is no time ([`bounds`]) |
//! | ages, rates, prices | no times: "17-year-old", "$2 million a year" |
//! | unknown parts | `XX`: 3/4/1990 is `1990-XX-XX` where nothing tells the day from the month |

mod anchor;
mod bounds;
mod business;
mod certain;
mod clock;
mod counted;
mod dates;
mod deictic;
mod distance;
mod evenings;
mod figures;
mod games;
mod grammar;
mod habits;
mod holidays;
mod intent;
mod length;
mod lexicon;
mod meaning;
mod modifiers;
mod nth;
mod numbers;
mod periods;
mod planned;
mod pointer;
mod portion;
mod ranges;
mod sets;
mod shared;
mod strokes;
mod sums;
mod tense;
#[cfg(test)]
mod tests;
mod vague;
mod years;

use super::Story;
use crate::calendar::stretch::Grain;
use crate::text::Text;
use crate::text::cursor::Cursor;
use crate::{Block, DateOrder, OtherTime, Role, Span, Time, TimeKind, TimeMod, Warning};
use anchor::Anchor;
use chrono::Datelike;
use grammar::Grammar;
use lexicon::Lex;
use meaning::{Found, Meaning};
use std::cell::OnceCell;
use std::ops::Range;
use tense::{Told, Way};

/// Finds them in the blocks that are read, in order, none overlapping another, and says which dates
/// stay open; in another language than English dates in figures only. `order` is how the story writes dates in
/// figures, where anything tells.
pub(crate) fn find(story: &Story<'_>, order: Option<DateOrder>) -> (Vec<Time>, Vec<Warning>) {
    let text = story.text;
    let classes = lexicon::classes(text);
    let mut anchor = Anchor::new(story.date);
    let mut times = Vec::new();
    let mut warnings = Vec::new();
    let match_report = OnceCell::new();
    let lede = story.blocks.iter().find(|block| block.role == Role::Paragraph).map(|block| block.span);
    for (span, range, role) in runs(text, story.blocks) {
        anchor.enter(lede == Some(span));
        let grammar = Grammar {
            tokens: Cursor::new(text, range.clone()),
            classes: &classes,
            depth: 0,
            order,
            caption: role == Role::Caption,
            match_report: &match_report,
        };
        let mut at = range.start;
        let mut last: Option<(usize, Found)> = None;
        let mut pointed = (None, Told::Nothing);
        while at < range.end {
            let Some(found) = grammar.expression(at) else {
                at += 1;
                continue;
            };
            let next = grammar.range_end(at, &found);
            let more = grammar.more_days(at, &found);
            let mut add = |at: usize, mut found: Found, listed: bool| {
                let ends = last.filter(|&(first, before)| grammar.is_range(first, before.end, at)).map(|(_, first)| {
                    found = Grammar::ending(&first, &found);
                });
                if let Some(again) =
                    last.and_then(|(first, before)| grammar.of_habit(&before, grammar.ends_days(first), at, &found))
                {
                    found = again;
                }
                // the ends of a stretch, and the days of a list, point the same way
                let same = listed || last.is_some_and(|(_, first)| ends.is_some() && first.meaning == found.meaning);
                let (read, told) = time(grammar, &mut anchor, at, &found, same.then_some(pointed));
                pointed = told;
                let now = anchor.story(Grain::Year).map(|day| day.year());
                let meant = bounds::is_sane(&read.value) && !grammar.is_number_of_year(at, &read.value, now);
                last = meant.then_some((at, found));
                if last.is_none() {
                    return;
                }
                if matches!(found.meaning, Meaning::Undecided { .. }) {
                    warnings.push(Warning::ambiguous_date(&read.text, read.span));
                }
                times.push(read);
                if ends.is_some() {
                    join(&mut times);
                }
            };
            add(at, found, false);
            at = found.end;
            if let Some((start, second)) = next {
                add(start, second, false);
                at = second.end;
            }
            for (start, day) in more.into_iter().flatten() {
                let day = grammar.with_time(day);
                add(start, day, true);
                at = day.end;
            }
        }
    }
    if story.foreign.is_some() {
        times.retain(in_figures);
        for time in &mut times {
            time.range_end = None;
        }
        warnings.retain(|warning| times.iter().any(|time| Some(time.span) == warning.span));
    }
    (times, warnings)
}

/// Whether a value has no part that is left open.
fn story_known(value: &str) -> bool {
    !value.contains('X') && !value.ends_with("_REF")
}

/// Makes a range of the last two times, where both are points in time, or both come again.
fn join(times: &mut [Time]) {
    let end = times.len() - 1;
    let point = |kind: TimeKind| matches!(kind, TimeKind::Date | TimeKind::Time);
    if let [.., first, second] = times
        && (point(first.kind) && point(second.kind) || first.kind == TimeKind::Set && second.kind == TimeKind::Set)
        && !(first.value == second.value || first.value.ends_with("_REF"))
    {
        first.range_end = Some(end);
        // "from May", "until July": both ends are told
        for time in [first, second] {
            time.modifier = time.modifier.filter(|modifier| !matches!(modifier, TimeMod::Before | TimeMod::After));
        }
    }
}

/// Whether an expression is a date in figures, which needs no words of a language: `30.04.2024`, `2024-04-30`.
fn in_figures(time: &Time) -> bool {
    let year = time.value.bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
    year && time.value.as_bytes().get(4) == Some(&b'-')
        && time.text.chars().all(|c| !c.is_alphabetic() || matches!(c, 'T' | 'Z'))
}

/// The expression in tokens `at..found.end` with its value, and which way it points; `pointed` where that is known.
fn time(
    grammar: Grammar<'_>,
    anchor: &mut Anchor,
    at: usize,
    found: &Found,
    pointed: Option<(Option<Way>, Told)>,
) -> (Time, (Option<Way>, Told)) {
    let text = grammar.text;
    let span = Span::new(text.tokens[at].span().start, text.tokens[found.end - 1].span().end);
    if grammar.opens_report(at, found) {
        anchor.open_report();
    }
    let usual = if grammar.is_usual(at) { found.usual() } else { None };
    let found = usual.as_ref().unwrap_or(found);
    let open = found.meaning.is_open();
    let (way, told) = match pointed {
        Some(pointed) => pointed,
        None if open => grammar.way_told(at, found.end),
        None => (None, Told::Nothing),
    };
    let covers = grammar.covers(anchor, at, found);
    let before = *anchor;
    let carried = anchor.is_carried(found, way);
    let (kind, value) = anchor.resolve(found, way);
    if grammar.is_birth(at) {
        anchor.leave_year();
    }
    // what it would be if it pointed the other way, or were of the story's own year
    let other = [Way::Back, Way::Ahead].into_iter().filter(|_| open && story_known(&value)).find_map(|way| {
        let mut anchor = before;
        if carried {
            anchor.leave_year();
        }
        let other = anchor.resolve(found, Some(way)).1;
        (other != value && bounds::is_sane(&other)).then_some(other)
    });
    let certainty = other.is_some().then(|| if carried { certain::CARRIED } else { certain::of(found, told) });
    let close = certainty.is_some_and(|certainty| certainty.hundredths() < 80);
    let alternatives = other.filter(|_| close).map(|value| vec![OtherTime { value }]).unwrap_or_default();
    let modifier = grammar.modifier(at, found.end, kind);
    let modifier = modifier.filter(|_| !value.ends_with("_REF"));
    let time = Time {
        text: text.slice(span).to_owned(),
        kind,
        value,
        modifier,
        covers,
        range_end: None,
        span,
        certainty,
        alternatives,
        basis: None,
    };
    (time, (way, told))
}

/// The tokens of the blocks that are read: a time lies in one block.
fn runs(text: &Text<'_>, blocks: &[Block]) -> Vec<(Span, Range<usize>, Role)> {
    // a paste that is a date and nothing else
    let alone = !blocks.iter().any(|block| block.role.is_read());
    let read = blocks.iter().filter(|block| block.role.is_read() || alone && block.role == Role::Timestamp);
    read.map(|block| (block.span, text.tokens_in(block.span), block.role)).collect()
}

impl Grammar<'_> {
    /// Whether the day at `at` is that of a birth, far from what else a story tells.
    fn is_birth(self, at: usize) -> bool {
        self.follows(at, &["born"]) || self.follows(at.wrapping_sub(1), &["born"])
    }

    /// The longest expression that begins at `at`.
    fn expression(self, at: usize) -> Option<Found> {
        if self.lex(at).is_idle()
            && !(self.lex(at) == Lex::None && self.lex(at + 1) == Lex::Digits && self.is_apostrophe(at))
        {
            return None;
        }
        // most are no feast, and nothing else either
        if self.lex(at) == Lex::Feast && self.holiday(at).is_none() {
            return None;
        }
        // where two are as long as each other, the first holds
        let readings = [
            self.period_ended(at),
            self.set(at),
            self.modified(at).map(|found| self.with_time(found)),
            self.time_of_day(at),
            self.vague(at),
            self.distance(at),
            self.sum_away(at),
            self.ahead(at),
            self.period(at),
        ];
        longest(readings)
    }

    /// A point in time without a word before it that says where in it.
    fn point(self, at: usize) -> Option<Found> {
        let feast = self.feast(at);
        longest([feast, self.nth(at), self.date(at), self.business(at), self.deictic(at)])
    }
}

/// The longest of several readings; of two as long as each other, the first.
fn longest<const N: usize>(readings: [Option<Found>; N]) -> Option<Found> {
    readings.into_iter().flatten().reduce(|best, found| if found.end > best.end { found } else { best })
}
