//! Markup without what a content security policy objects to.
//!
//! The parser that takes a paste's markup apart is inert: it runs nothing and loads nothing. Browsers still
//! report each style and event attribute in it as a violation of the page's policy, and a policy that
//! visitors are invited to check should stay silent. So these are renamed or left out before parsing. A tag
//! that this reads otherwise than the browser costs a report and nothing else.

/// Elements whose content is not markup and of no use here.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "iframe", "noembed"];

/// Elements that are left out: they speak of the document as a whole.
const OUT: [&str; 3] = ["base", "meta", "link"];

/// `markup` without scripts, styles and comments, its `style` attributes as `data-style`, its event
/// attributes as `data-on…`. Linear in the length of the markup.
pub(crate) fn disarm(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = after_comment(comment);
            continue;
        }
        let closes = rest[1..].starts_with('/');
        let named = &rest[1 + usize::from(closes)..];
        if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            out.push('<');
            rest = &rest[1..];
            continue;
        }
        let name = &named[..named.find(ends_name).unwrap_or(named.len())];
        let is_any = |names: &[&str]| names.iter().any(|other| other.eq_ignore_ascii_case(name));
        let start = out.len();
        out.push_str(&rest[..1 + usize::from(closes) + name.len()]);
        rest = attributes(&named[name.len()..], &mut out);
        if is_any(&OUT) || is_any(&RAW) {
            out.truncate(start);
        }
        if is_any(&RAW) && !closes {
            rest = after_raw(rest, name);
        }
    }
    out.push_str(rest);
    out
}

/// Copies attributes up to the end of their tag, the dangerous ones under other names.
fn attributes<'m>(mut rest: &'m str, out: &mut String) -> &'m str {
    loop {
        let gap = rest.find(|c: char| !(c.is_ascii_whitespace() || c == '/')).unwrap_or(rest.len());
        out.push_str(&rest[..gap]);
        rest = &rest[gap..];
        if rest.is_empty() {
            return rest;
        }
        if let Some(after) = rest.strip_prefix('>') {
            out.push('>');
            return after;
        }
        // an equals sign in the first place belongs to the name
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let end = rest[first..].find(|c| c == '=' || ends_name(c)).map_or(rest.len(), |end| first + end);
        let name = &rest[..end];
        let is_event = name.get(..2).is_some_and(|on| on.eq_ignore_ascii_case("on"));
        if is_event || name.eq_ignore_ascii_case("style") {
            out.push_str("data-");
        }
        out.push_str(name);
        rest = &rest[end..];
        let after_gap = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let Some(value) = after_gap.strip_prefix('=') else { continue };
        let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let length = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].find(quote).map_or(value.len(), |end| end + 2),
            _ => value.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(value.len()),
        };
        out.push('=');
        out.push_str(&value[..length]);
        rest = &value[length..];
    }
}

fn ends_name(c: char) -> bool {
    c.is_ascii_whitespace() || c == '/' || c == '>'
}

/// What follows a comment, of which `comment` is all that follows its opening.
fn after_comment(comment: &str) -> &str {
    // two forms that close at once: <!--> and <!--->
    for closed in [">", "->"] {
        if let Some(rest) = comment.strip_prefix(closed) {
            return rest;
        }
    }
    comment.find("-->").map_or("", |end| &comment[end + 3..])
}

/// What follows the content of an element of [`RAW`]: its end tag.
fn after_raw<'m>(content: &'m str, name: &str) -> &'m str {
    let mut from = 0;
    while let Some(at) = content[from..].find("</") {
        let end = from + at;
        let named = &content[end + 2..];
        if named.get(..name.len()).is_some_and(|other| other.eq_ignore_ascii_case(name))
            && named[name.len()..].chars().next().is_none_or(ends_name)
        {
            return &content[end..];
        }
        from = end + 2;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_policy_objects_to_is_renamed_or_gone() {
        for (markup, disarmed) in [
            ("plain & simple < text > here", "plain & simple < text > here"),
            ("<p style=\"color: red\">x</p>", "<p data-style=\"color: red\">x</p>"),
            ("<P STYLE='a>b' id=c onClick = run()>x", "<P data-STYLE='a>b' id=c data-onClick=run()>x"),
            ("<a href=x/style>s</a>", "<a href=x/style>s</a>"),
            ("<br/><img/onerror=go src=x>", "<br/><img/data-onerror=go src=x>"),
            ("a<style>p { } </styles> <b></STYLE >b", "ab"),
            ("a<script>if (a</b) '</p>'</script>b", "ab"),
            ("a<script>never closed <p>b", "a"),
            ("a<!-- <p style=x> -->b<!-->c<!--->d<!-- open", "abcd"),
            ("<base href=//x><meta http-equiv=x><link rel=y>z", "z"),
            ("<p title=\"a", "<p title=\"a"),
            ("<p =style=x style>", "<p =style=x data-style>"),
            ("<p é=ü onÿ>漢</p>", "<p é=ü data-onÿ>漢</p>"),
            ("</p style=x>", "</p data-style=x>"),
            ("<", "<"),
        ] {
            assert_eq!(disarm(markup), disarmed, "{markup}");
        }
    }

    #[test]
    fn the_time_taken_grows_with_the_length_alone() {
        for hard in ["<", "<!--", "<style>", "</", "<p a=\"", "<script></", "<p style=", "='"] {
            let markup = hard.repeat(200_000);
            assert!(disarm(&markup).len() <= markup.len() * 3);
        }
    }
}
