//! The named pieces that patterns are composed of: `{YEAR}`, `{ZONE}`.

/// What a piece stands for; `None` where no piece has this name.
fn piece(name: &str) -> Option<&'static str> {
    Some(match name {
        "YEAR" => "(?:1[89]|2[01])[0-9][0-9]",
        // of the month, or the month itself in figures
        "DAY" => "[0-3]?[0-9]",
        "MONTH" => {
            "(?:January|February|March|April|May|June|July|August|September|October|November|December|\
             Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
        }
        "WEEKDAY" => {
            "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\
             Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)"
        }
        "DASH" => "[-–—―]",
        // an address of mail, or a handle
        "CONTACT" => r"(?:[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+|@[a-z0-9_]{2,})",
        // what an author did, and is
        "VERB" => {
            "(?:written|story|words|report|reported|text|posted|authored|published|interview|review|edited|\
             opinion|analysis)"
        }
        "WRITER" => "(?:authors?|writers?|reporters?|text|words)",
        // beside an author's name
        "LINK" => "(?-i:Follow|Twitter|Email|Facebook|Instagram|LinkedIn|Contact|Bio)",
        "LINKS" => r"{LINK}(?:\s*(?:{LINK}|(?-i:X)))*",
        // how a line of contributors can go into what they did
        "WHAT" => r"\b(?:this\s+[a-z]+\s+(?:is|was)\s+)?(?:(?:additional|extra|further|original)\s+)?",
        _ => return None,
    })
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
            Some(piece) => whole.push_str(&put_in(piece)),
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
