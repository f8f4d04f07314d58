//! XML and HTML. Text of others comes in by [`Xml::text`] and [`Xml::attribute`] alone, and both escape it.

use std::fmt::Write;

/// Elements of HTML that have no end tag.
const VOID: [&str; 3] = ["br", "link", "meta"];

/// A document that is being written. Elements nest by construction: what is open is closed in turn, at last by
/// [`Xml::finish`].
pub(crate) struct Xml {
    out: String,
    open: Vec<&'static str>,
    /// Whether the last start tag still takes attributes.
    in_tag: bool,
    html: bool,
}

impl Xml {
    /// An XML document in UTF-8.
    pub(crate) fn new() -> Self {
        Self::with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", false)
    }

    /// An HTML document, which is well-formed XML too.
    pub(crate) fn html() -> Self {
        Self::with("<!DOCTYPE html>\n", true)
    }

    fn with(prolog: &'static str, html: bool) -> Self {
        Self { out: prolog.to_owned(), open: Vec::new(), in_tag: false, html }
    }

    /// Opens an element.
    pub(crate) fn open(&mut self, name: &'static str) -> &mut Self {
        self.end_tag();
        self.out.push('<');
        self.out.push_str(name);
        self.open.push(name);
        self.in_tag = true;
        self
    }

    /// Gives the element just opened an attribute. After its content has begun there is none to give.
    pub(crate) fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        debug_assert!(self.in_tag, "{name} comes right after the start of its element");
        if self.in_tag {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.escape(value, true);
            self.out.push('"');
        }
        self
    }

    /// The same where there is a value.
    pub(crate) fn maybe(&mut self, name: &'static str, value: Option<&str>) -> &mut Self {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    /// Adds text.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.end_tag();
        self.escape(text, false);
        self
    }

    /// Adds a line break of the document's own: white space, and no content.
    pub(crate) fn line(&mut self) -> &mut Self {
        self.end_tag();
        self.out.push('\n');
        self
    }

    /// Closes the element that was opened last.
    pub(crate) fn close(&mut self) -> &mut Self {
        let Some(name) = self.open.pop() else { return self };
        if self.in_tag && (!self.html || VOID.contains(&name)) {
            self.out.push_str("/>");
            self.in_tag = false;
            return self;
        }
        self.end_tag();
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        self
    }

    /// An element with text alone, on a line of its own.
    pub(crate) fn leaf(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.open(name).text(text).close().line()
    }

    /// Closes what is open, and gives the document.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.out
    }

    fn end_tag(&mut self) {
        if std::mem::take(&mut self.in_tag) {
            self.out.push('>');
        }
    }

    fn escape(&mut self, text: &str, quoted: bool) {
        for character in text.chars() {
            match character {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                // which also keeps `]]>` apart
                '>' => self.out.push_str("&gt;"),
                '"' if quoted => self.out.push_str("&quot;"),
                // a parser would make a space or a line feed of them
                '\r' => self.out.push_str("&#13;"),
                '\n' | '\t' if quoted => {
                    let _ = write!(self.out, "&#{};", u32::from(character));
                }
                '\n' | '\t' => self.out.push(character),
                // what XML 1.0 has no way to say
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => self.out.push(char::REPLACEMENT_CHARACTER),
                _ => self.out.push(character),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_written_is_escaped_and_closed() {
        let mut xml = Xml::new();
        xml.open("a").attribute("b", "\"<&\n'").maybe("c", None).text("]]> <b>&amp;\0\u{fffe}\r\n").open("e").close();
        assert_eq!(
            xml.finish(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;&#10;'\">]]&gt; &lt;b&gt;&amp;amp;\u{fffd}\u{fffd}&#13;\n<e/></a>\n"
        );
    }

    #[test]
    fn html_has_end_tags_where_it_needs_them() {
        let mut html = Xml::html();
        html.open("p").open("br").close().open("i").close();
        assert_eq!(html.finish(), "<!DOCTYPE html>\n<p><br/><i></i></p>\n");
    }
}
