//! The story in Markdown, with a footnote for each quote, time and number, and the names in a list.

use super::story::{Mark, Step, Story, walk};
use super::text::byline;
use crate::{Document, Role, Span};
use std::collections::BTreeSet;
use std::fmt::Write as _;

pub(super) fn write(document: &Document) -> String {
    let mut page = Page { story: Story::new(document), out: String::new(), noted: BTreeSet::new() };
    page.head();
    page.body();
    page.lists();
    page.out.truncate(page.out.trim_end().len());
    page.out + "\n"
}

struct Page<'d> {
    story: Story<'d>,
    out: String,
    /// The footnotes that the story refers to.
    noted: BTreeSet<(u8, usize)>,
}

impl Page<'_> {
    fn head(&mut self) {
        let marks = self.story.marks();
        if let Some(headline) = &self.story.article.head.headline {
            let span = headline.span;
            self.out.push_str("# ");
            self.words(&marks, span);
        }
        if let Some(standfirst) = &self.story.article.head.standfirst {
            let span = standfirst.span;
            self.words(&marks, span);
        }
        let published = self.story.published().map(|date| format!("published {date}"));
        let line: Vec<String> = byline(&self.story).into_iter().chain(published).chain(self.story.address()).collect();
        if !line.is_empty() {
            let _ = write!(self.out, "{}\n\n", escaped(&line.join(" · ")));
        }
    }

    fn body(&mut self) {
        let marks = self.story.marks();
        for part in self.story.parts() {
            self.out.push_str(match part.role {
                Role::Headline => "# ",
                Role::Crosshead => "## ",
                Role::PullQuote => "> ",
                Role::ListItem => "- ",
                _ => "",
            });
            self.words(&marks, part.whole());
        }
        for image in &self.story.article.head.images {
            let caption = image.caption.as_ref().map(|caption| self.story.words(caption.span));
            let credit = image.credit.as_ref().map(|credit| self.story.words(credit.span));
            let words: Vec<String> = caption.into_iter().chain(credit).collect();
            let _ = write!(self.out, "Picture: {}\n\n", escaped(&words.join(" · ")));
        }
    }

    /// The words at `span` with the references to their footnotes, as a paragraph.
    fn words(&mut self, marks: &[(Span, Mark)], span: Span) {
        let (within, steps) = walk(marks, span);
        let mut line = String::new();
        for step in steps {
            match step {
                Step::Text(span) => line.push_str(&inline(span.of(self.story.text()))),
                Step::Open(_) => {}
                Step::Close(index) => {
                    let Some((letter, number)) = note(within[index].1) else { continue };
                    self.noted.insert((letter, number));
                    let _ = write!(line, "[^{}{}]", char::from(letter), number + 1);
                }
            }
        }
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.out.push_str(&guarded(&line));
        self.out.push_str("\n\n");
    }

    fn lists(&mut self) {
        let names = (0..self.story.article.entities.len()).map(|index| self.story.about(Mark::Entity(index)));
        let names: Vec<String> = names.collect();
        self.list("Names", &names);
        let checks: Vec<String> = self.story.article.checks.iter().map(|check| check.message.clone()).collect();
        self.list("Checks", &checks);
        self.list("Corrected by a reader", &self.story.changes());
        let of_story = self.story.notes().into_iter().filter(|note| note.span.is_none()).map(|note| note.say());
        let of_story: Vec<String> = of_story.collect();
        self.list("Remarks", &of_story);
        for (letter, number) in std::mem::take(&mut self.noted) {
            let mark = match letter {
                b'q' => Mark::Quote(number),
                b't' => Mark::Time(number),
                b'm' => Mark::Own(number),
                _ => Mark::Quantity(number),
            };
            let about = escaped(&self.story.about(mark));
            let _ = writeln!(self.out, "[^{}{}]: {about}", char::from(letter), number + 1);
        }
    }

    fn list(&mut self, title: &str, rows: &[String]) {
        if rows.is_empty() {
            return;
        }
        let _ = write!(self.out, "## {title}\n\n");
        for row in rows {
            let _ = writeln!(self.out, "- {}", escaped(row));
        }
        self.out.push('\n');
    }
}

/// The letter and number of the footnote of a mark.
fn note(mark: Mark) -> Option<(u8, usize)> {
    match mark {
        Mark::Quote(index) => Some((b'q', index)),
        Mark::Time(index) => Some((b't', index)),
        Mark::Quantity(index) => Some((b'n', index)),
        Mark::Own(index) => Some((b'm', index)),
        Mark::Entity(_) => None,
    }
}

/// `text` on one line that means itself.
fn escaped(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    guarded(&inline(&line))
}

/// `text` with what means something anywhere in a line escaped, controls left out.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '^' => {
                out.push('\\');
                out.push(character);
            }
            '&' => out.push_str("&amp;"),
            _ if character.is_control() && !character.is_whitespace() => {}
            _ => out.push(character),
        }
    }
    out
}

/// `line` with what means something at the beginning of a line escaped.
fn guarded(line: &str) -> String {
    let figures = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = match line.as_bytes().get(figures) {
        Some(b'.' | b')') if figures > 0 => figures,
        Some(b'#' | b'+' | b'-' | b'=' | b':') if figures == 0 => 0,
        _ => return line.to_owned(),
    };
    format!("{}\\{}", &line[..at], &line[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_themselves() {
        assert_eq!(escaped("# a *b* [c](d) <e> &amp; $1"), "\\# a \\*b\\* \\[c\\](d) \\<e\\> &amp;amp; \\$1");
        assert_eq!(escaped("1. a\n- b"), "1\\. a - b");
        assert_eq!(escaped("- b"), "\\- b");
        assert_eq!(escaped("12 a"), "12 a");
    }
}
