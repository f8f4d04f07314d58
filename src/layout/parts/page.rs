//! Rows of the page around the story: headline with its kicker, section, copyright, furniture.

use super::{Cutter, Row};
use crate::layout::facts::Facts;
use crate::layout::is_invisible;
use crate::layout::states::Zone;
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::text::words::{is_all_caps, is_capitalised};
use crate::{Role, Span};

/// Words of share bars that copying runs on after a headline.
const SHARING: &[&str] = &[
    "Share",
    "Save",
    "Facebook",
    "Twitter",
    "Email",
    "Print",
    "WhatsApp",
    "LinkedIn",
    "Reddit",
    "Telegram",
    "Pinterest",
    "Copy",
    "Link",
    "Tweet",
    "X",
];

/// Labels before a list of topics, as copying glues them to the first topic.
const TOPIC_LABELS: &[&str] =
    &["More about", "Read more about", "Related topics", "Related tags", "Filed under", "Topics", "Tags"];

impl Cutter<'_, '_> {
    /// `PEAS OFF Gran foils raid`: the kicker, then the headline; perhaps a share bar after it.
    pub(super) fn headline(&mut self, row: &Row, zone: Zone) {
        // the second row of a broken one
        if let Some(before) = self.parts.blocks.last_mut().filter(|before| before.role == Role::Headline) {
            before.span.end = row.span.end;
            self.headline = Some(before.span);
            return;
        }
        let mut span = row.span;
        if let Some(start) = after_kicker(self.text, row) {
            self.push(Role::Section, Span::new(span.start, start), zone);
            span.start = start;
        }
        let sharing = share_bar(self.text, row).filter(|&start| start > span.start);
        let end = sharing.unwrap_or(span.end);
        self.headline = self.headline.or(Some(Span::new(span.start, end)));
        self.push(Role::Headline, Span::new(span.start, end), zone);
        if end < span.end {
            self.push(Role::Furniture, Span::new(end, span.end), zone);
        }
    }

    /// The owner's line; links and terms can follow on its row.
    pub(super) fn copyright(&mut self, row: &Row, zone: Zone) {
        let text = self.text;
        let slice = text.slice(row.span);
        // `Copyright`, `Copyright & Licensing`: a link to the terms
        let says = slice.contains('©')
            || slice.contains("(c)")
            || slice.contains(|c: char| c.is_ascii_digit())
            || row.tokens.len() > 4
            || slice.to_ascii_lowercase().contains("reserved");
        let link = ["&", "and", "policy", "notice", "information"].iter().any(|word| {
            row.tokens.len() >= 2 && text.str(text.tokens[row.tokens.start + 1]).eq_ignore_ascii_case(word)
        });
        if !says && (row.tokens.len() == 1 || link) {
            return self.push(Role::Furniture, row.span, zone);
        }
        let rest = slice
            .find(" | ")
            .filter(|&at| at >= 12)
            // what readers may not do with it, as American broadcasters and agencies say
            .or_else(|| slice.find("This material may not").filter(|&at| at > 0));
        let end = rest.map_or(row.span.end, |at| row.span.start + at);
        self.push(Role::Copyright, Span::new(row.span.start, end), zone);
        self.push(Role::Furniture, Span::new(end, row.span.end), zone);
    }

    /// What is not part of the story. Addresses, topics and the owner's line have their own roles even so.
    pub(super) fn furniture(&mut self, row: &Row, facts: &Facts, zone: Zone) {
        let text = self.text;
        if address(text, row).is_some() {
            return self.push(Role::Url, row.span, zone);
        }
        let slice = text.slice(row.span);
        if facts.shape.chars < 1200 && is_owners(&slice.to_ascii_lowercase()) {
            return self.push(Role::Copyright, row.span, zone);
        }
        if zone == Zone::After
            && let Some(topics) = glued_topics(slice)
        {
            self.push(Role::Furniture, Span::new(row.span.start, row.span.start + topics), zone);
            return self.push(Role::Tags, Span::new(row.span.start + topics, row.span.end), zone);
        }
        let promo = zone == Zone::Story || facts.phrases.promo_start || zone == Zone::Head && facts.shape.chars > 40;
        self.push(if promo { Role::Promo } else { Role::Furniture }, row.span, zone);
    }
}

/// Whether a row in small letters says who owns the page.
fn is_owners(slice: &str) -> bool {
    slice.contains("rights reserved") && (slice.contains('©') || slice.contains("copyright"))
}

/// The address in a row that holds nothing else but perhaps `doi:`.
pub(super) fn address(text: &Text<'_>, row: &Row) -> Option<Span> {
    let mut found = None;
    for token in text.tokens.get(row.tokens.clone()).filter(|tokens| tokens.len() <= 5)? {
        let slice = text.str(*token);
        match token.kind {
            Kind::Url if found.is_none() && !slice.contains('@') => found = Some(token.span()),
            _ if found.is_none() && (slice.eq_ignore_ascii_case("doi") || slice == ":") => {}
            _ if slice.chars().all(is_invisible) => {}
            _ => return None,
        }
    }
    found
}

/// Letters that a kicker has at least: two acronyms before a name are the headline's own.
const KICKER_LETTERS: usize = 8;

/// Where the headline begins after a kicker in capitals.
fn after_kicker(text: &Text<'_>, row: &Row) -> Option<usize> {
    let words = |index: &usize| text.tokens[*index].kind == Kind::Word;
    let shouted = |index: &usize| words(index) && is_all_caps(text.str(text.tokens[*index]));
    let kicker = row.tokens.clone().take_while(shouted).count();
    let next = row.tokens.start + kicker;
    let letters: usize = (row.tokens.start..next).map(|index| text.str(text.tokens[index]).chars().count()).sum();
    let rest = (next..row.tokens.end).filter(words).count();
    // more capitals further on: the writer shouts here and there
    let calm = (next..row.tokens.end).filter(shouted).count() * 4 <= rest;
    let longest = (row.tokens.start..next).map(|index| text.str(text.tokens[index]).chars().count()).max()?;
    (kicker >= 2
        && letters >= KICKER_LETTERS
        && longest >= 4
        && rest >= 4
        && calm
        && text.word(next).is_some_and(is_capitalised))
    .then(|| text.tokens[next].span().start)
}

/// Where a share bar begins after the headline: two of its words at least, to the end of the row.
fn share_bar(text: &Text<'_>, row: &Row) -> Option<usize> {
    let bar = row
        .tokens
        .clone()
        .rev()
        .take_while(|&index| text.word(index).is_some_and(|word| SHARING.contains(&word)))
        .count();
    (bar >= 2 && bar + 3 <= row.tokens.len()).then(|| text.tokens[row.tokens.end - bar].span().start)
}

/// How long the label is to which copying has glued the first topic: `More aboutHarboursFerries`.
fn glued_topics(slice: &str) -> Option<usize> {
    TOPIC_LABELS.iter().find_map(|label| {
        let head = slice.get(..label.len())?;
        let glued = slice[label.len()..].starts_with(char::is_uppercase);
        (glued && head.eq_ignore_ascii_case(label) && slice.len() <= 300).then_some(label.len())
    })
}

#[cfg(test)]
mod tests {
    use crate::{Offsets, Options, Role, parse};

    const STORY: &str = "The harbour board voted Friday to close the old pier, its chairwoman Ada Quill told reporters at the quay.\n\n\
        Engineers found cracks in it, she said, and nobody wants to be the one who waits for the first plank to fall.\n\n\
        Ferries will leave from the coal wharf until the repairs are done, which the board expects to take nine months.\n";

    fn blocks(source: &str) -> Vec<(Role, String)> {
        let article = parse(source, &Options { offsets: Offsets::Utf8, ..Options::default() });
        article.blocks.iter().map(|block| (block.role, block.span.of(source).to_owned())).collect()
    }

    fn holds(source: &str, role: Role, slice: &str) {
        let blocks = blocks(source);
        assert!(blocks.contains(&(role, slice.to_owned())), "{role:?} {slice:?} in {blocks:#?}");
    }

    #[test]
    fn a_kicker_before_the_headline() {
        let source =
            format!("PIER PRESSURE Why Ardmouth is closing its oldest landing\nBy Ada Quill\n3 May 2021\n{STORY}");
        holds(&source, Role::Section, "PIER PRESSURE");
        holds(&source, Role::Headline, "Why Ardmouth is closing its oldest landing");
        let source = format!("UK GDP Rises again as the harbours fill with boats\nBy Ada Quill\n3 May 2021\n{STORY}");
        holds(&source, Role::Headline, "UK GDP Rises again as the harbours fill with boats");
    }

    #[test]
    fn topics_glued_to_their_label() {
        let source = format!(
            "Ardmouth closes its oldest pier\nBy Ada Quill\n3 May 2021\n{STORY}More aboutHarboursFerriesArdmouth\nComments\nMost Popular\n© 2021 The Echo"
        );
        holds(&source, Role::Tags, "HarboursFerriesArdmouth");
        let tags = parse(&source, &Options { offsets: Offsets::Utf8, ..Options::default() }).head.tags;
        assert_eq!(tags.iter().map(|tag| tag.text.as_str()).collect::<Vec<_>>(), ["Harbours", "Ferries", "Ardmouth"]);
    }

    #[test]
    fn links_after_the_owner() {
        let source = format!(
            "Ardmouth closes its oldest pier\nBy Ada Quill\n3 May 2021\n{STORY}Copyright © 2021 The Echo | Terms of Service | Privacy Policy"
        );
        holds(&source, Role::Copyright, "Copyright © 2021 The Echo");
    }

    #[test]
    fn an_address_after_a_hidden_mark() {
        let source = format!(
            "\u{feff}https://www.echo.example/pier-closes\n\nArdmouth closes its oldest pier\nBy Ada Quill\n3 May 2021\n{STORY}"
        );
        let url =
            parse(&source, &Options { offsets: Offsets::Utf8, ..Options::default() }).head.url.expect("an address");
        assert_eq!(url.value, "https://www.echo.example/pier-closes");
    }
}
