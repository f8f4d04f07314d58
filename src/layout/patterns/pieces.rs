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
        // minutes or seconds
        "SIXTY" => "[0-5][0-9]",
        "HALF" => r"(?:[ap]m|[ap]\.m\.?)",
        // what stands before "published" or "updated"
        "LEAD" => "(?:first|last|originally|date|story|article)",
        "UNIT" => {
            "(?:seconds?|secs?|s|minutes?|mins?|months?|mo|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)"
        }
        // an offset in figures, UTC and GMT, which have one, or a name
        "ZONE" => {
            r"(?:(?:GMT|UTC)(?:\s*[+−-]\s*[0-9]{1,2}(?::?[0-9]{2})?)?|[+−-][0-9]{1,2}(?::?[0-9]{2})?|local\s+time|(?-i:Z|{ZONE NAME}))"
        }
        "ZONE NAME" => {
            "(?:ACDT|ACST|AEDT|AEST|AKDT|AKST|AST|ADT|AWST|BDT|BRT|BST|CAT|CDT|CEST|CET|CST|CT|EAT|EDT|EEST|EET|EST|ET|\
             GST|HKT|HST|ICT|IDT|IRST|IST|JST|KST|MDT|MSK|MST|MT|MYT|NPT|NST|NZDT|NZST|PDT|PHT|PKT|PST|PT|SAST|SGT|SLST|\
             TRT|WAT|WEST|WET|WIB)"
        }
        "DASH" => "[-–—―]",
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
