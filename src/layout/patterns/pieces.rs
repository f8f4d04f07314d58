//! The named pieces that patterns are composed of: `{YEAR}`, `{ZONE}`.

use crate::calendar::{names, zones};
use std::borrow::Cow;

/// Full names and short ones.
fn forms(names: &[(&'static str, &'static [&'static str])]) -> Cow<'static, str> {
    any_of(names.iter().flat_map(|(full, short)| short.iter().chain([full]).copied()).collect())
}

/// Any of `words`; the longest first, as the first that fits is taken.
fn any_of(mut words: Vec<&str>) -> Cow<'static, str> {
    words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    format!("(?:{})", words.join("|")).into()
}

/// Words that say by themselves that somebody writes for a living.
pub(crate) const TRADES: [&str; 8] =
    ["writer", "reporter", "correspondent", "columnist", "contributor", "journalist", "editor", "critic"];

/// What a piece stands for; `None` where no piece has this name.
fn piece(name: &str) -> Option<Cow<'static, str>> {
    let piece = match name {
        "YEAR" => "(?:1[89]|2[01])[0-9][0-9]",
        // of the month, or the month itself in figures
        "DAY" => "[0-3]?[0-9]",
        "MONTH" => return Some(forms(&names::MONTHS)),
        "WEEKDAY" => return Some(forms(&names::WEEKDAYS)),
        "ZONE NAME" => return Some(any_of(zones::all().collect())),
        // minutes or seconds
        "SIXTY" => "[0-5][0-9]",
        "CLOCK" => "[0-2]?[0-9]:{SIXTY}",
        "HALF" => r"(?:[ap]m|[ap]\.m\.?)",
        // what comes before "published" or "updated"
        "LEAD" => {
            "(?:this\\s+(?:article|story|post|page)\\s+(?:was|is)(?:\\s+(?:first|last|originally))?|first|last|originally|date|story|article)"
        }
        "UNIT" => "(?:seconds?|secs?|s|minutes?|mins?|months?|mo|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)",
        // an offset in figures, UTC and GMT, which have one, or a name
        "ZONE" => {
            r"(?:(?:GMT|UTC)(?:\s*[+−-]\s*[0-9]{1,2}(?::?[0-9]{2})?)?|[+−-][0-9]{1,2}(?::?[0-9]{2})?|local\s+time|(?-i:Z|{ZONE NAME}))"
        }
        "DASH" => "[-–—―]",
        // what a credit calls the picture, and the words between that and whose it is
        "PICTURE" => {
            "(?:photo(?:s|graphs?|graphy)?|pictures?|pic|images?|video|graphic|illustrations?|screengrab|screenshot)"
        }
        "PICTURED" => r"(?:(?:file|representational|handout)\s+)?(?:{PICTURE}|credit)",
        // the rest, from its first letter or figure on, over the breaks of wrapped lines
        "WHO" => r"\s*(?<who>(?-i:[^\s.…:])(?s:.*))$",
        "WHOSE" => "(?:credits?|courtesy(?:\\s+of)?|by|from|source|via)",
        // an address of mail, or a handle
        "CONTACT" => r"(?:[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+|@[a-z0-9_]{2,})",
        // what an author did, and is
        "VERB" => {
            "(?:written|story|words|report|reported|text|posted|authored|published|interview|review|edited|\
             opinion|analysis|column|comment|commentary|essay|feature|exclusive|contributed|curated|article|news|post|\
             perspective|op-?ed|submitted|investigation)"
        }
        "POST" => return Some(any_of(TRADES.to_vec())),
        "WRITER" => "(?:authors?|writers?|reporters?|journalists?|correspondents?|byline|story|text|words)",
        // beside an author's name
        "LINK" => "(?-i:Follow|Twitter|Email|Facebook|Instagram|LinkedIn|Contact|Bio)",
        "LINKS" => r"{LINK}(?:\s*(?:{LINK}|(?-i:X)))*",
        // how a line of contributors can go into what they did
        "WHAT" => r"\b(?:this\s+[a-z]+\s+(?:is|was)\s+)?(?:(?:additional|extra|further|original)\s+)?",
        _ => return None,
    };
    Some(Cow::Borrowed(piece))
}

/// The pattern with what its pieces stand for.
pub(super) fn put_in(pattern: &str) -> String {
    let mut whole = String::with_capacity(pattern.len() * 2);
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        whole.push_str(before);
        let end = from.find('}').unwrap_or(from.len() - 1);
        match piece(&from[1..end]) {
            Some(piece) => whole.push_str(&put_in(&piece)),
            // a number of repetitions
            None => whole.push_str(&from[..=end]),
        }
        rest = &from[end + 1..];
    }
    whole.push_str(rest);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_and_repetitions() {
        assert_eq!(put_in("a{2,3}{DASH}{4}"), "a{2,3}[-–—―]{4}");
        assert_eq!(put_in("plain"), "plain");
    }
}
