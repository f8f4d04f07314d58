//! A breakdown of what was read, told in the text as given: the places, the slices beside them, and parts for what was
//! not read.

use super::{Article, Block, Piece, Role};
use crate::Span;
use crate::span::Places;

impl Article {
    /// Tells all places in `source`, the text as given; `to_source` gives them, in order.
    pub(crate) fn tell_in(&mut self, source: &str, to_source: impl Fn(Span) -> Span) {
        self.each_span(&mut |span| *span = to_source(*span));
        self.each_slice(source);
        let inserted = cover(&mut self.blocks, source);
        for sentence in &mut self.sentences {
            sentence.block = inserted[sentence.block];
        }
    }

    /// Every text beside a place becomes the slice there.
    fn each_slice(&mut self, source: &str) {
        let slice = |text: &mut String, span: Span| span.of(source).clone_into(text);
        let head = &mut self.head;
        let images = head.images.iter_mut();
        let (captions, credits): (Vec<_>, Vec<_>) =
            images.map(|image| (image.caption.as_mut(), image.credit.as_mut())).unzip();
        let single = [&mut head.section, &mut head.headline, &mut head.standfirst, &mut head.copyright];
        let pieces = single.into_iter().flatten().chain(&mut head.corrections).chain(&mut head.tags);
        for Piece { text, span, .. } in pieces.chain(captions.into_iter().flatten()) {
            slice(text, *span);
        }
        credits.into_iter().flatten().for_each(|credit| slice(&mut credit.text, credit.span));
        for quote in &mut self.quotes {
            slice(&mut quote.text, quote.span);
            if let Some(cue) = &mut quote.cue {
                slice(&mut cue.text, cue.span);
            }
            let speaker = quote.speaker.as_mut();
            if let Some((text, span)) = speaker.and_then(|speaker| speaker.text.as_mut().zip(speaker.span)) {
                slice(text, span);
            }
        }
        self.times.iter_mut().for_each(|time| slice(&mut time.text, time.span));
        self.quantities.iter_mut().for_each(|quantity| slice(&mut quantity.text, quantity.span));
    }
}

/// Puts what lies between `blocks` and was not read into them: marks on a part's own line that set it off into the
/// part, lines of nothing else into furniture. Gives the new index of every block.
fn cover(blocks: &mut Vec<Block>, source: &str) -> Vec<usize> {
    let mut covered: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut places = Vec::with_capacity(blocks.len());
    let mut end = 0;
    for block in blocks.iter() {
        let mut block = *block;
        block.span = Span::new(block.span.start.max(end), block.span.end);
        let gap = Span::new(end, block.span.start).trim(source);
        if !gap.is_empty() {
            let start = before(Span::new(end, block.span.start), source);
            let rest = Span::new(gap.start, start).trim(source);
            if !rest.is_empty() {
                left_over(&mut covered, rest, source);
            }
            // marks that stand on the part's own line
            block.span.start = start;
        }
        end = block.span.end;
        places.push(covered.len());
        covered.push(block);
    }
    let gap = Span::new(end, source.len()).trim(source);
    if !gap.is_empty() {
        left_over(&mut covered, gap, source);
    }
    *blocks = covered;
    places
}

/// Puts `gap`, after the last of `covered`, where it belongs.
fn left_over(covered: &mut Vec<Block>, gap: Span, source: &str) {
    let mut rest = gap;
    if let Some(last) = covered.last_mut() {
        let end = after(Span::new(last.span.end, gap.end), source);
        if end > gap.start {
            last.span.end = end;
            rest = Span::new(end, gap.end).trim(source);
        }
    }
    if !rest.is_empty() {
        covered.push(Block::new(Role::Furniture, rest));
    }
}

/// Where the marks end that close a part, up to the end of its line: end tags, and all that is no tag.
fn after(gap: Span, source: &str) -> usize {
    let (mut at, mut end) = (gap.start, gap.start);
    while let Some(c) = source[at..gap.end].chars().next() {
        let rest = &source[at..gap.end];
        let length = match c {
            '\n' | '\r' => break,
            '<' => match rest.find('>').filter(|_| rest.starts_with("</")) {
                Some(close) => close + 1,
                None => break,
            },
            _ => c.len_utf8(),
        };
        at += length;
        if !c.is_whitespace() {
            end = at;
        }
    }
    end
}

/// Where the marks begin that open the part after `gap`, from the start of its line on: tags, and all that is none.
fn before(gap: Span, source: &str) -> usize {
    let (mut at, mut start) = (gap.end, gap.end);
    while let Some(c) = source[gap.start..at].chars().next_back() {
        let rest = &source[gap.start..at - c.len_utf8()];
        let tag =
            (c == '>').then(|| rest.rfind(['<', '>', '\n'])).flatten().filter(|&tag| rest[tag..].starts_with('<'));
        match tag {
            Some(tag) if rest[tag..].starts_with("</") => break,
            Some(tag) => at = gap.start + tag,
            None if matches!(c, '\n' | '\r') => break,
            None => at -= c.len_utf8(),
        }
        if !c.is_whitespace() {
            start = at;
        }
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Offsets, Options, parse};

    fn blocks(source: &str) -> Vec<(Role, &str)> {
        let article = parse(source, &Options::new().with_offsets(Offsets::Utf8));
        article.blocks.iter().map(|block| (block.role, block.span.of(source))).collect()
    }

    const STORY: &str =
        "The harbour board voted on Friday to close the old pier at Ardmouth for nine months, its chairwoman said.";

    #[test]
    fn marks_that_set_off_a_part_are_its_own() {
        let source = format!(
            "<h1>Ardmouth closes its old pier</h1>\n<div class=\"story\">\n<p>{STORY}</p>\n<p>She said no more.</p>\n</div>\n"
        );
        let article = blocks(&source);
        assert_eq!(article[0], (Role::Headline, "<h1>Ardmouth closes its old pier</h1>"));
        assert_eq!(article[1], (Role::Furniture, "<div class=\"story\">"));
        assert_eq!(article[2].1, format!("<p>{STORY}</p>"));
        assert_eq!(article[4], (Role::Furniture, "</div>"));
    }

    #[test]
    fn slices_are_as_given_and_names_clean() {
        let source = "Pier closes\n\nThe pier shuts to&shy;day, Mayor Ada\u{200b} Quill said: &ldquo;It cost \
                      $5\u{200b} million.&rdquo;\n";
        let article = parse(source, &Options::new().with_offsets(Offsets::Utf8));
        assert_eq!(article.entities[0].name, "Ada Quill");
        assert_eq!(article.entities[0].mentions[0].of(source), "Ada\u{200b} Quill");
        let time = &article.times[0];
        assert_eq!((time.text.as_str(), time.span.of(source)), ("to&shy;day", "to&shy;day"));
        assert_eq!(article.quotes[0].text, "&ldquo;It cost $5\u{200b} million.&rdquo;");
        let quantity = &article.quantities[0];
        assert_eq!(quantity.text, "$5\u{200b} million");
        assert!((quantity.value - 5e6).abs() < 0.5);
    }
}
