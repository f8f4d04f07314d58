//! Whether a text is the source of a page rather than what a page says: for the view, and for a page that has a parser.

/// Elements that set a page's blocks: prose that speaks of markup names few of them, and rarely closes them.
const BLOCKS: [&str; 37] = [
    "html",
    "head",
    "body",
    "main",
    "article",
    "section",
    "header",
    "footer",
    "nav",
    "aside",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "blockquote",
    "figure",
    "figcaption",
    "pre",
    "hr",
    "br",
    "form",
];

/// What in a text looks like markup.
#[derive(Default)]
struct Seen {
    /// Tags of [`BLOCKS`].
    blocks: usize,
    /// End tags among them.
    closed: usize,
    /// Lines that are not blank.
    lines: usize,
    /// Lines that begin with a tag or a declaration.
    tagged: usize,
}

/// Whether `text` is HTML source, to be read as a browser would show it. A story that mentions tags is not.
/// Linear in the length of the text.
pub(crate) fn is_source(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let mut seen = Seen::default();
    for line in text.lines().map(str::trim_start).filter(|line| !line.is_empty()) {
        seen.lines += 1;
        seen.tagged += usize::from(begins_with_tag(line));
    }
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let closes = rest.starts_with('/');
        if is_block(&rest[usize::from(closes)..]) {
            seen.blocks += 1;
            seen.closed += usize::from(closes);
        }
    }
    let declared = begins_with_any(text, &["<!doctype html", "<html", "<?xml"]);
    let mostly_tagged = seen.tagged * 2 >= seen.lines;
    if declared {
        return seen.blocks >= 2;
    }
    if begins_with_tag(text) {
        // a fragment: it ends as it began, or line after line does
        return seen.closed >= 1 && seen.blocks >= 2 && (mostly_tagged || text.trim_end().ends_with('>'));
    }
    seen.closed >= 2 && seen.blocks >= 4 && mostly_tagged
}

/// Whether a tag, an end tag, a comment or a declaration opens the line.
fn begins_with_tag(line: &str) -> bool {
    let Some(inside) = line.strip_prefix('<') else { return false };
    inside.starts_with("!--")
        || begins_with_any(line, &["<!doctype", "<?xml"])
        || is_tag(inside.strip_prefix('/').unwrap_or(inside)).is_some()
}

/// The name of the tag that `inside` is the inside of: closed before another begins.
pub(super) fn is_tag(inside: &str) -> Option<&str> {
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (name, rest) = inside.split_at(end);
    let first = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let after = rest.starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace());
    let closed = rest.find(['<', '>']).is_some_and(|at| rest[at..].starts_with('>'));
    (first && after && closed).then_some(name)
}

fn is_block(inside: &str) -> bool {
    is_tag(inside).is_some_and(|name| BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name)))
}

fn begins_with_any(text: &str, beginnings: &[&str]) -> bool {
    beginnings
        .iter()
        .any(|beginning| text.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_source_of_a_page_is_known() {
        for source in [
            "<!DOCTYPE html>\n<html><head><title>x</title></head><body><p>Boats sail.</p></body></html>",
            "\u{FEFF}\n<p>Boats sail again.</p>\n<p>Nobody said why.</p>",
            "<div class=\"story\"><h1>Ferries</h1>Boats sail<br>again",
            "<!-- story begins --><article><h1>Ferries</h1><p>Boats sail.</p></article>",
            "<P>Boats sail again.<P>Nobody said why.</P>\n",
            "sail again.</p>\n<p>Nobody said why.</p>\n<p>Boats wait.</p>\n<p>“No,” she said.</p>",
            "<?xml version=\"1.0\"?>\n<html><body><p>Boats</p></body></html>",
            "<span>PORT ELDER</span>\n<ul>\n  <li>Boats</li>\n  <li>Ferries</li>\n</ul>",
        ] {
            assert!(is_source(source), "{source}");
        }
    }

    #[test]
    fn a_story_that_speaks_of_markup_is_not_source() {
        for story in [
            "",
            "Boats sail again.",
            "The <b> tag makes words bold, and <p> begins a paragraph. Editors forget </p>.",
            "<b>Breaking</b>: boats sail again, says the mayor.",
            "<script>run()</script> <img src=x onerror=\"run()\"> & <b>bold</b>",
            "A page in ten lines\n\nBegin with a heading:\n\n<h1>Ferries</h1>\n\nThen say it:\n\n<p>Boats sail.</p>\n\nThat is all.",
            "<p> and <div>: a history of two tags\n\nIn 1993 a student wrote <p> for the first time.",
            "Ines Maro <ines@harbour.example> wrote: if a < b and b > c, then </p> is a joke.",
            "<https://harbour.example/a>\nBoats sail again.\n<ines@harbour.example>",
            "> quoted\n> mail\n\n1 < 2",
        ] {
            assert!(!is_source(story), "{story}");
        }
    }

    #[test]
    fn the_time_taken_grows_with_the_length_alone() {
        for hard in ["<", "<p", "<p ", "</", "<!--", "\n<"] {
            assert!(!is_source(&hard.repeat(300_000)));
        }
        // a tag of endless names must not be looked for again at each of them
        assert!(!is_source(&format!("<p {}", "a".repeat(1_000_000))));
    }
}
