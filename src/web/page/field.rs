//! The field of the paste: a view of the text, which is the page's own.

use super::dom::Result;
use super::state::Page;
use crate::Span;
use std::rc::Rc;

/// Bytes of the longest text that the field shows, and takes typing in: browsers take seconds to lay out a longer one.
pub(crate) const WHOLE: usize = 200_000;

/// Bytes of a longer text that it shows.
const BEGINNING: usize = 8_000;

/// What is said of a field that does not show the whole text.
const CUT: &str = "The text is long: all of it is read, and the field shows where it begins.";

impl Page {
    /// The text that the page shows.
    pub(crate) fn text(&self) -> Rc<str> {
        Rc::clone(&self.text.borrow())
    }

    /// Whether the field shows all of the text, so that the reader can type in it.
    pub(crate) fn is_whole(&self) -> bool {
        self.text.borrow().len() <= WHOLE
    }

    /// Makes this the text and shows it in the field, with the cursor after byte `cursor` of it; reads and notes
    /// nothing.
    pub(crate) fn fill(&self, text: &str, cursor: Option<usize>) -> Result<()> {
        let old = self.text.replace(lines(text).into());
        self.follow_edit(&old);
        self.kept.deeds.borrow_mut().field_filled();
        let (text, whole) = (self.text(), self.is_whole());
        let field = &self.frame.paste;
        field.set_read_only(!whole);
        field.set_value(if whole { &text } else { beginning(&text) });
        match cursor.and_then(|cursor| text.get(..cursor)).filter(|_| whole) {
            Some(before) => {
                let units = before.encode_utf16().count() as u32;
                field.set_selection_range(units, units)?;
            }
            None => field.set_scroll_top(0),
        }
        Ok(())
    }

    /// Puts `words` in place of `span` of the text, notes it as `what` was done, and reads the text. A span of
    /// another text changes nothing.
    pub(crate) fn edit(&self, what: &'static str, span: Span, words: &str) -> Result<()> {
        let text = self.text();
        let (Some(before), Some(_), Some(after)) =
            (text.get(..span.start), text.get(span.start..span.end), text.get(span.end..))
        else {
            return Ok(());
        };
        let words = lines(words);
        let caret = before.len() + words.len();
        self.replace(what, &[before, &words, after].concat(), false, Some(caret))
    }

    /// What is selected in the field, as a span of the text.
    pub(crate) fn selected(&self) -> Result<Span> {
        let field = &self.frame.paste;
        let start = field.selection_start()?.unwrap_or(0);
        let end = field.selection_end()?.unwrap_or(start);
        let text = self.text.borrow();
        Ok(Span::new(byte_at(&text, start as usize), byte_at(&text, end as usize)))
    }

    /// `notice` and, where the field shows only a part of the text, a word about that.
    pub(crate) fn with_cut(&self, notice: &str) -> String {
        match (self.is_whole(), notice) {
            (true, _) => notice.to_owned(),
            (false, "") => CUT.to_owned(),
            (false, _) => format!("{notice} {CUT}"),
        }
    }
}

/// The text with the ends of its lines as a field has them, so that it is the same whether or not it was shown in one.
pub(crate) fn lines(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// What the field shows of a long text: whole lines, where they are not long themselves.
fn beginning(text: &str) -> &str {
    let start = &text[..text.floor_char_boundary(BEGINNING)];
    start.rfind('\n').filter(|&at| at > BEGINNING / 2).map_or(start, |at| &start[..at])
}

/// The place in `text` that a count of UTF-16 units leads to.
pub(crate) fn byte_at(text: &str, units: usize) -> usize {
    let mut left = units;
    for (at, letter) in text.char_indices() {
        if left < letter.len_utf16() {
            return at;
        }
        left -= letter.len_utf16();
    }
    text.len()
}
