//! Small pieces of a page's words: names, times, the first of a text.

use super::Lists;
use crate::dice::Dice;
use chrono::{Duration, NaiveDate, NaiveDateTime};

/// What those are called who write for papers.
pub(super) const TRADES: &[&str] = &[
    "reporter",
    "staff writer",
    "senior reporter",
    "correspondent",
    "freelance journalist",
    "columnist",
    "contributing editor",
    "news editor",
    "politics editor",
    "writer and critic",
    "business reporter",
    "fellow",
    "lecturer",
    "former diplomat",
    "novelist",
    "photographer",
    "sports writer",
];

/// Whose posts and players pages show.
pub(super) const THIRD_PARTIES: &[&str] =
    &["Twitter", "X", "Instagram", "Facebook", "YouTube", "TikTok", "Google", "Spotify", "Threads", "Telegram"];

/// The name of an account.
pub(super) fn handle(lists: &Lists, dice: &mut Dice) -> String {
    let given = dice.pick(&lists.given).copied().unwrap_or("").to_lowercase();
    let family = dice.pick(&lists.family).copied().unwrap_or("").to_lowercase();
    let topic = dice.pick(&lists.topics).copied().unwrap_or("").to_lowercase().replace(' ', "");
    match dice.roll(6) {
        0 => format!("{given}{}", dice.roll(100)),
        1 => format!("{given}_{family}"),
        2 => format!("{topic}fan{}", dice.roll(100)),
        3 => format!("{given}{family}"),
        4 => format!("the{topic}guy"),
        _ => format!("{}{family}", given.chars().next().unwrap_or('x')),
    }
}

/// One of the wordings of every `[[a|b|c]]`, of those inside others first.
pub(super) fn choose(text: &str, dice: &mut Dice) -> String {
    let mut chosen = text.to_owned();
    while let Some(end) = chosen.find("]]") {
        let Some(start) = chosen[..end].rfind("[[") else { break };
        let choices: Vec<&str> = chosen[start + 2..end].split('|').collect();
        let choice = dice.pick(&choices).copied().unwrap_or("").to_owned();
        chosen.replace_range(start..end + 2, &choice);
    }
    chosen
}

pub(super) fn name(lists: &Lists, dice: &mut Dice) -> String {
    let given = dice.pick(&lists.given).copied().unwrap_or("");
    let family = dice.pick(&lists.family).copied().unwrap_or("");
    match dice.roll(12) {
        0 => format!("{given} {}. {family}", char::from(b'A' + dice.roll(26) as u8)),
        1 => format!("{given} {family}-{}", dice.pick(&lists.family).copied().unwrap_or("")),
        _ => format!("{given} {family}"),
    }
}

/// Any minute of some thirty years.
pub(super) fn moment(dice: &mut Dice) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(1998, 1, 1).unwrap_or_default();
    day.and_hms_opt(0, 0, 0).unwrap_or_default()
        + Duration::days(dice.roll(10_500) as i64)
        + Duration::minutes(dice.roll(1440) as i64)
}

pub(super) fn ago(dice: &mut Dice) -> String {
    let n = 2 + dice.roll(22);
    match dice.roll(10) {
        0 => format!("{n}h ago"),
        1 => format!("{n} days ago"),
        2 => format!("{n} mins ago"),
        3 => "Just now".to_owned(),
        4 => "a day ago".to_owned(),
        5 => format!("{n}m"),
        6 => format!("{n} minutes ago"),
        _ => format!("{n} hours ago"),
    }
}

pub(super) fn first_words(text: &str, count: usize) -> String {
    text.split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}

pub(super) fn first_sentence(text: &str) -> &str {
    let end = text
        .match_indices(". ")
        .map(|(at, _)| at + 1)
        .find(|&at| at > 40 && !text[..at - 1].ends_with(|c: char| c.is_uppercase()))
        .unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_inside_others() {
        let mut dice = Dice::new(3);
        let mut met: Vec<String> = (0..60).map(|_| choose("A [[b [[c|d]] e|f]] [[g|h]].", &mut dice)).collect();
        met.sort_unstable();
        met.dedup();
        assert_eq!(met, ["A b c e g.", "A b c e h.", "A b d e g.", "A b d e h.", "A f g.", "A f h."]);
    }
}
