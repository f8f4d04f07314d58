//! Tags of HTML pasted as text: those that set blocks are breaks, what is not shown is nothing.

use super::edits::{Edits, Rewrite};
use super::source::is_tag;

/// Elements whose content is not shown.
const HIDDEN: [&str; 7] = ["head", "script", "style", "noscript", "template", "svg", "iframe"];

/// Elements that stand in a line of text.
#[rustfmt::skip]
const INLINE: [&str; 34] = [
    "a", "abbr", "b", "bdi", "big", "button", "center", "cite", "code", "del", "em", "font", "i", "img", "input", "ins",
    "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
];

/// Elements of a line that are looked for in a text that is no source: those that editors type.
const TYPED: [&str; 11] = ["a", "b", "cite", "em", "i", "q", "span", "strong", "sub", "sup", "u"];

/// A tag, comment or declaration.
struct Tag<'t> {
    /// The element's name; empty for what is none.
    name: &'t str,
    closes: bool,
    length: usize,
}

/// The tag at the start of `rest`, which begins with `<`.
fn tag(rest: &str) -> Option<Tag<'_>> {
    let inside = rest.strip_prefix('<')?;
    if inside.starts_with(['!', '?']) {
        let end = inside.find(['>', '<']).filter(|&at| inside[at..].starts_with('>'))?;
        return Some(Tag { name: "", closes: false, length: end + 2 });
    }
    let closes = inside.starts_with('/');
    let inside = &inside[usize::from(closes)..];
    let name = is_tag(inside)?;
    let end = inside.find('>')?;
    Some(Tag { name, closes, length: end + 2 + usize::from(closes) })
}

fn is_any(name: &str, list: &[&str]) -> bool {
    list.iter().any(|other| name.eq_ignore_ascii_case(other))
}

/// What a tag is read as.
fn shown(name: &str, closes: bool) -> &'static str {
    if name.is_empty() || is_any(name, &INLINE) || closes && is_any(name, &["td", "th"]) {
        ""
    } else if is_any(name, &["td", "th"]) {
        "\t"
    } else if is_any(name, &["br", "tr", "li", "dt", "dd", "option"]) {
        "\n"
    } else {
        "\n\n"
    }
}

/// Source as it is shown; `None` where there is nothing to take off.
pub(super) fn strip(source: &str) -> Option<(String, Edits)> {
    let mut rewrite = Rewrite::new(source);
    // what does not close once does not close later either
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(ahead) = source[at..].find(['<', '\n', '\r']) {
        let from = at + ahead;
        let rest = &source[from..];
        if !rest.starts_with('<') {
            // lines of source are no lines of text, but for an empty one
            let gap = rest.len() - rest.trim_start().len();
            let lines = rest[..gap].matches('\n').count();
            rewrite.put(from, from + gap, if lines > 1 { "\n\n" } else { " " });
            at = from + gap.max(1);
            continue;
        }
        let until = if rest.starts_with("<!--") {
            closing(rest, "-->", "-->", &mut open)
        } else {
            let hidden = tag(rest).filter(|tag| !tag.closes && is_any(tag.name, &HIDDEN));
            hidden.and_then(|tag| closing(rest, tag.name, ">", &mut open))
        };
        if let Some(length) = until {
            rewrite.put(from, from + length, "\n");
            at = from + length;
        } else if let Some(tag) = tag(rest) {
            rewrite.put(from, from + tag.length, shown(tag.name, tag.closes));
            at = from + tag.length;
        } else {
            at = from + 1;
        }
    }
    rewrite.done()
}

/// The length of what begins with `rest` up to the end tag `name`, or up to `last` where that is no element.
fn closing<'t>(rest: &'t str, name: &'t str, last: &str, open: &mut Vec<&'t str>) -> Option<usize> {
    if is_any(name, open) {
        return None;
    }
    let found = if name == last {
        rest.find(last).map(|at| at + last.len())
    } else {
        let ends = |at: usize| {
            let tail = &rest[at + 2..];
            tail.get(..name.len()).is_some_and(|other| other.eq_ignore_ascii_case(name))
        };
        let at = rest.match_indices("</").map(|(at, _)| at).find(|&at| ends(at));
        at.and_then(|at| rest[at..].find(last).map(|length| at + length + 1))
    };
    if found.is_none() {
        open.push(name);
    }
    found
}

/// A text that is no source without the tags that editors type: `<br>`, and pairs of one line.
pub(super) fn strip_inline(text: &str) -> Option<(String, Edits)> {
    if !text.contains("</") && !text.contains("<br") && !text.contains("<BR") {
        return None;
    }
    let mut rewrite = Rewrite::new(text);
    let mut start = 0;
    let mut tags: Vec<(usize, Tag<'_>)> = Vec::new();
    for line in text.split_inclusive(['\n', '\r']) {
        let mut at = 0;
        while let Some(ahead) = line[at..].find('<') {
            at += ahead;
            match tag(&line[at..]).filter(|tag| is_any(tag.name, &TYPED) || is_any(tag.name, &["br"])) {
                Some(tag) => {
                    let length = tag.length;
                    tags.push((start + at, tag));
                    at += length;
                }
                None => at += 1,
            }
        }
        // as many ends as beginnings, an end last
        let paired = |name: &str| {
            let of = |closes: bool| {
                tags.iter().filter(|(_, tag)| tag.closes == closes && tag.name.eq_ignore_ascii_case(name)).count()
            };
            of(true) == of(false)
        };
        let whole = TYPED.iter().all(|name| paired(name));
        for (at, tag) in tags.iter().filter(|(_, tag)| whole || is_any(tag.name, &["br"])) {
            rewrite.put(*at, at + tag.length, if is_any(tag.name, &["br"]) { "\n" } else { "" });
        }
        tags.clear();
        start += line.len();
    }
    rewrite.done()
}
