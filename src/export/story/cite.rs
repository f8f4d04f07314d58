//! What a citation is made of: addresses that are addresses, dates in parts, who wrote it, a name for the story.

use super::{Story, on_one_line};
use crate::layout::agencies;
use std::fmt::Write;

/// FNV-1a of 128 bits: the offset and the prime.
const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// An author.
pub(crate) struct Author<'s> {
    /// The name as the byline has it.
    pub(crate) name: &'s str,
    /// Whether that is an agency.
    pub(crate) agency: bool,
    /// Whom the author writes for, and as what.
    pub(crate) affiliation: Option<&'s str>,
    pub(crate) role: Option<&'s str>,
}

impl Story<'_> {
    /// The story's address, where it has one.
    pub(crate) fn address(&self) -> Option<String> {
        let told = self.article.head.url.as_ref().map(|url| url.value.as_str());
        told.or(self.document.options().url.as_deref()).and_then(web_address)
    }

    /// A name for the story that no other has: its address, or a UUID (version 8, RFC 9562) that its text gives.
    pub(crate) fn identifier(&self) -> String {
        self.address().unwrap_or_else(|| format!("urn:uuid:{}", uuid(self.document.text())))
    }

    /// Who wrote it.
    pub(crate) fn authors(&self) -> Vec<Author<'_>> {
        let bylines = self.article.head.bylines.iter();
        let author = bylines.map(|byline| Author {
            name: &byline.name,
            agency: agencies::by_name(&byline.name).is_some(),
            affiliation: byline.affiliation.as_deref(),
            role: byline.role.as_deref(),
        });
        author.collect()
    }

    /// The story's date as far as it is known, as it is written.
    pub(crate) fn published(&self) -> Option<&str> {
        self.article.head.published.as_ref().map(|stamp| stamp.value.as_str())
    }

    /// Where it was filed, as written.
    pub(crate) fn filed_from(&self) -> Option<String> {
        let places = &self.article.head.dateline.as_ref()?.places;
        let place = places.iter().map(|place| match &place.region {
            Some(region) => format!("{}, {region}", place.name),
            None => place.name.clone(),
        });
        Some(place.collect::<Vec<_>>().join("; ")).filter(|places| !places.is_empty())
    }

    /// The headline, on one line.
    pub(crate) fn headline(&self) -> Option<String> {
        self.article.head.headline.as_ref().map(|headline| self.words(headline.span))
    }

    /// The standfirst, the same.
    pub(crate) fn standfirst(&self) -> Option<String> {
        self.article.head.standfirst.as_ref().map(|standfirst| self.words(standfirst.span))
    }

    /// The words of the copyright line.
    pub(crate) fn copyright(&self) -> Option<String> {
        self.article.head.copyright.as_ref().map(|copyright| self.words(copyright.span))
    }

    /// The topics it is filed under.
    pub(crate) fn tags(&self) -> Vec<String> {
        self.article.head.tags.iter().map(|tag| self.words(tag.span)).collect()
    }

    /// What else belongs into a citation's note: the agency, corrections of the paper's, and what the reader said.
    pub(crate) fn remarks(&self) -> Vec<String> {
        let head = &self.article.head;
        let corrected = head.corrections.iter().map(|correction| self.words(correction.span));
        let notes = self.notes();
        corrected.chain(self.changes_of_readings()).chain(notes.iter().map(super::Note::say)).collect()
    }
}

/// Year, month and day of an ISO 8601 or TIMEX3 date, as far as they are known.
pub(crate) fn parts_of_date(value: &str) -> Vec<u16> {
    let date = value.split('T').next().unwrap_or_default();
    let sizes = [4, 2, 2];
    let known = date.split('-').zip(sizes).map_while(|(part, size)| {
        let figures = part.len() == size && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| figures)
    });
    known.collect()
}

/// `address` as RFC 3986 writes it, where it is one of the web.
pub(crate) fn web_address(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once("://")?;
    let scheme = ["http", "https"].into_iter().find(|known| known.eq_ignore_ascii_case(scheme))?;
    let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = &rest[..host_end];
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:_".contains(c);
    if host.is_empty() || !host.chars().all(plain) || !host.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    if name.is_empty() || port.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut written = format!("{scheme}://{host}");
    let mut fragment = false;
    for (at, character) in rest[host_end..].char_indices() {
        let after = rest.as_bytes().get(host_end + at + 1..host_end + at + 3);
        let kept = match character {
            '#' => !std::mem::replace(&mut fragment, true),
            '%' => after.is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
            _ => character.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=".contains(character),
        };
        if kept {
            written.push(character);
        } else {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(written, "%{byte:02X}");
            }
        }
    }
    Some(written)
}

/// A UUID of version 8 that depends on the text alone.
fn uuid(text: &str) -> String {
    let hash = text.bytes().fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    let versioned = hash & !(0xf << 76) & !(0x3 << 62) | 0x8 << 76 | 0x2 << 62;
    let hex = format!("{versioned:032x}");
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// A word for the story in lists of references: the author's last word, the year, the first long word of the headline.
pub(crate) fn key(story: &Story<'_>) -> String {
    let plain = |word: &str| -> String {
        word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
    };
    let authors = story.authors();
    let author = authors.first().and_then(|author| author.name.split_whitespace().next_back()).map(plain);
    let year = story.published().map(parts_of_date).and_then(|parts| parts.first().map(u16::to_string));
    let headline = story.headline().unwrap_or_default();
    let word = on_one_line(&headline).split(' ').map(plain).find(|word| word.len() > 3);
    let key: String = [author, year, word].into_iter().flatten().collect();
    if key.is_empty() { "story".to_owned() } else { key }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_written_as_addresses() {
        for (given, written) in [
            ("http://www.example.com/a b?c=é#d#e", Some("http://www.example.com/a%20b?c=%C3%A9#d%23e")),
            ("HTTPS://example.com:8080/100%/%41<>", Some("https://example.com:8080/100%25/%41%3C%3E")),
            ("example.com/a", None),
            ("javascript:alert(1)", None),
            ("http://", None),
            ("http://a b/", None),
            ("http://a:b@c/", None),
        ] {
            assert_eq!(web_address(given).as_deref(), written, "{given}");
        }
    }

    #[test]
    fn dates_have_the_parts_that_are_known() {
        for (value, parts) in [
            ("2016-09-05T08:30+13:00", &[2016, 9, 5][..]),
            ("2016-09", &[2016, 9]),
            ("2024-XX-XX", &[2024]),
            ("XXXX-09-05", &[]),
            ("2016-W36", &[2016]),
            ("", &[]),
        ] {
            assert_eq!(parts_of_date(value), parts, "{value}");
        }
    }

    #[test]
    fn a_text_has_one_name_and_another_text_another() {
        let (one, other) = (uuid("Ferry resumes"), uuid("Ferry resumes."));
        assert_ne!(one, other);
        assert_eq!((one.len(), &one[14..15]), (36, "8"));
        assert!("89ab".contains(&one[19..20]), "{one}");
    }
}
