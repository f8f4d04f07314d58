//! A quote to take away: what is said, who says it, where it stands, and a link to that place.

use super::about::speaker;
use super::moments::brief;
use crate::export::story::cite::web_address;
use crate::{Article, Quote, QuoteKind};
use std::fmt::Write;

/// Words from which on a link names only how the place begins and ends.
const LONG: usize = 10;

/// Words of either end.
const ENDS: usize = 4;

/// The quote with its attribution; where the story's address is known, with a link to the place in it.
pub(crate) fn citation(article: &Article, text: &str, quote: &Quote) -> String {
    let mut said = words(text, quote);
    if quote.kind == QuoteKind::Indirect {
        said.push_str(" (reported, not word for word)");
    }
    let entity = quote.speaker.as_ref().and_then(|speaker| speaker.entity);
    let title = entity.and_then(|entity| article.entities.get(entity)?.titles.first());
    let mut cited = format!("{said} — {}", speaker(quote).unwrap_or("speaker not found"));
    if let Some(title) = title {
        let _ = write!(cited, ", {title}");
    }
    let head = &article.head;
    let story = head.headline.as_ref().map(|headline| format!("“{}”", headline.text));
    let publication = head.publication.as_ref().map(|publication| publication.name.clone());
    let publication = publication.or_else(|| head.agency.as_ref().map(|agency| agency.name.clone()));
    let date = head.published.as_ref().and_then(|published| brief("", &published.value));
    let source: Vec<_> = [story, publication, date].into_iter().flatten().collect();
    if !source.is_empty() {
        let _ = write!(cited, "\n{}", source.join(", "));
    }
    if let Some(link) = head.url.as_ref().and_then(|url| link(&url.value, text, quote)) {
        let _ = write!(cited, "\n{link}");
    }
    cited
}

/// What is said, without what interrupts it.
fn words(text: &str, quote: &Quote) -> String {
    if quote.parts.is_empty() {
        return quote.text.clone();
    }
    quote.parts.iter().map(|part| part.of(text)).collect::<Vec<_>>().join(" … ")
}

/// The address of the place where the quote stands, as browsers find it by its words (text fragments).
fn link(address: &str, text: &str, quote: &Quote) -> Option<String> {
    let address = address.split_once('#').map_or(address, |(before, _)| before);
    let address = web_address(address).or_else(|| web_address(&format!("https://{address}")))?;
    // the first part is in one piece there
    let place = quote.parts.first().map_or(quote.text.as_str(), |part| part.of(text));
    // markup may show other quotation marks than a paste has
    let place = place.trim_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = place.split_whitespace().collect();
    let fragment = match words.len() {
        0 => return None,
        1..LONG => encode(&words.join(" ")),
        count => format!("{},{}", encode(&words[..ENDS].join(" ")), encode(&words[count - ENDS..].join(" "))),
    };
    Some(format!("{address}#:~:text={fragment}"))
}

/// A piece of a text fragment: all but letters and digits by their bytes, so that `-`, `,` and `&` mean nothing there.
fn encode(words: &str) -> String {
    let mut encoded = String::new();
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Offsets, Options};

    const TEXT: &str = "https://news.example.com/ferry#comments\n\nFerries sail again after a winter at the quay\n\n\
        PORT ELDER, May 4, 2023 (ANN) - Ferries sailed again from the old quay on Thursday after four months of repairs.\n\n\
        Mayor Ines Maro said that the work had cost $1 million. “We waited, and – at last – it sails,” she said.\n\n\
        “It is time,” Maro said, “and the islanders know it.”\n";

    fn cited(words: &str) -> String {
        let article = crate::parse(TEXT, &Options { offsets: Offsets::Utf8, ..Options::default() });
        let quote = article.quotes.iter().find(|quote| quote.text.contains(words)).expect("it is a quote");
        citation(&article, TEXT, quote)
    }

    #[test]
    fn a_quote_is_cited_with_who_where_when_and_a_link_to_its_place() {
        let cited = cited("We waited");
        let lines: Vec<&str> = cited.lines().collect();
        assert_eq!(lines[0], "“We waited, and – at last – it sails,” — Ines Maro, Mayor");
        assert_eq!(lines[1], "“Ferries sail again after a winter at the quay”, ANN, 4 May 2023");
        assert_eq!(
            lines[2],
            "https://news.example.com/ferry#:~:text=We%20waited%2C%20and%20%E2%80%93%20at%20last%20%E2%80%93%20it%20sails"
        );
    }

    #[test]
    fn what_is_not_word_for_word_says_so() {
        assert!(
            cited("the work had").contains("the work had cost $1 million (reported, not word for word) — Ines Maro")
        );
    }

    #[test]
    fn what_interrupts_a_quote_is_left_out() {
        let cited = cited("It is");
        assert_eq!(cited.lines().next(), Some("“It is time,” … “and the islanders know it.” — Ines Maro, Mayor"));
    }

    #[test]
    fn a_long_quote_is_linked_by_its_ends() {
        let text = "“One two three four five six seven eight nine ten eleven,” she said.";
        let article = crate::parse(text, &Options::default());
        let link = link("example.com/a#b", text, &article.quotes[0]).unwrap();
        assert_eq!(link, "https://example.com/a#:~:text=One%20two%20three%20four,eight%20nine%20ten%20eleven");
    }
}
