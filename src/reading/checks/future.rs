//! A date after the story's own that is told as past.

use super::desk::Desk;
use crate::calendar::PartialDate;
use crate::{CheckCode, Time, TimeKind};
use chrono::NaiveDate;

/// Days that zones and late updates can make.
const SLACK: i64 = 1;

/// Verbs in the past tense that say that something happened, before "on" and a date.
const PAST: [&str; 37] = [
    "said",
    "told",
    "died",
    "arrived",
    "began",
    "happened",
    "occurred",
    "took",
    "came",
    "went",
    "announced",
    "resigned",
    "struck",
    "erupted",
    "won",
    "lost",
    "wrote",
    "tweeted",
    "admitted",
    "confirmed",
    "broke",
    "fell",
    "rose",
    "collapsed",
    "sank",
    "crashed",
    "exploded",
    "fled",
    "met",
    "spoke",
    "voted",
    "sailed",
    "landed",
    "burned",
    "killed",
    "arrested",
    "started",
];

/// Participles of what is still to come: "was scheduled on May 5".
const PLANNED: [&str; 14] = [
    "scheduled",
    "planned",
    "expected",
    "proposed",
    "slated",
    "timed",
    "booked",
    "fixed",
    "listed",
    "rescheduled",
    "based",
    "focused",
    "intended",
    "supposed",
];

/// Holds the dates that verbs in the past tense govern against the story's.
pub(super) fn find(desk: &mut Desk<'_>) {
    let head = desk.story.head;
    let later = head.updated.as_ref().and_then(|stamp| PartialDate::parse(&stamp.value)?.to_calendar());
    let Some(story) = desk.story.date.and_then(PartialDate::to_calendar) else { return };
    let story = later.map_or(story, |later| later.max(story));
    for sentence in desk.running() {
        for time in desk.times_in(sentence.span) {
            let Some(date) = told(desk, time).filter(|date| (*date - story).num_days() > SLACK) else { continue };
            let mut places = vec![time.span];
            places.extend(head.published.as_ref().and_then(|stamp| stamp.span));
            let message = format!("the text tells of {date} as past, but the story is of {story}");
            desk.say(CheckCode::FutureAsPast, message, places);
        }
    }
}

/// The day of a date written with its year, where a verb in the past tense governs it.
fn told(desk: &Desk<'_>, time: &Time) -> Option<NaiveDate> {
    let day = PartialDate::parse(&time.value)?.to_calendar()?;
    let year = &time.value[..4];
    if time.kind != TimeKind::Date || !time.text.contains(year) {
        return None;
    }
    let text = desk.story.text;
    let tokens = text.cursor();
    let own = text.tokens_in(time.span);
    let mut at = own.start.checked_sub(1)?;
    if tokens.is(at, "on") {
        at = at.checked_sub(1)?;
    }
    let plain = tokens.is_any(at, &PAST) && !tokens.follows(at, &["be", "is", "are"]);
    let participle =
        tokens.str(at).ends_with("ed") || tokens.is_any(at, &["found", "shot", "hit", "born", "held", "sold"]);
    let passive = participle && !tokens.is_any(at, &PLANNED) && tokens.follows(at, &["was", "were"]);
    // "said on May 5, 2031 he would": the date can be the other clause's
    let ends = matches!(tokens.mark(own.end), Some('.' | ',' | ';' | ')'))
        || tokens.is_any(own.end, &["that", "and", "in", "at"]);
    ((plain || passive) && ends).then_some(day)
}
