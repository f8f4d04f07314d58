//! Where in a text a reader's word holds: told by place and by words, so that it is found again after edits
//! elsewhere and never slides to other words.

use super::Why;
use crate::Span;
use crate::article::derived;
use crate::span::places;

/// Characters of context that are kept on either side.
const CONTEXT: usize = 24;

/// Characters of context that must agree on both sides where neither agrees as a whole.
const SOME: usize = 8;

/// Words as long as this are the same words wherever they stand, in characters.
const TELLING: usize = 32;

derived! {
    /// A place of a text, told by where it was, by its words, and by a little of what stood around it.
    #[derive(Eq, Hash)]
    pub struct Anchor {
        /// Where it was in the text it was made on.
        #[serde(flatten)]
        pub span: Span,
        /// The words there.
        pub words: String,
        /// What stood right before them; empty at the beginning of the text, and where it is not known.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub before: String,
        /// What stood right after them; empty at the end of the text, and where it is not known.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub after: String,
    }
}

places! {
    Anchor { span }
}

impl Anchor {
    /// The place `span`, in bytes, of `text`. What does not fit the text gives a place that is never found.
    #[must_use]
    pub fn of(text: &str, span: Span) -> Self {
        let words = span.of(text);
        if words.is_empty() {
            return Self { span, words: String::new(), before: String::new(), after: String::new() };
        }
        let (before, after) = (&text[..span.start], &text[span.end..]);
        let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        Self { span, words: words.to_owned(), before: before[from..].to_owned(), after: after[..to].to_owned() }
    }

    /// Where it lies in `text`, which may have been edited since.
    ///
    /// # Errors
    ///
    /// [`Why::WordsGone`] or [`Why::SeveralPlaces`] where it is not found again.
    pub fn find(&self, text: &str) -> Result<Span, Why> {
        Finder::new(text).find(self)
    }

    /// Where the words, with what stood around them, begin at byte `start` of `text`.
    fn stands_at(&self, text: &str, start: usize) -> Option<Span> {
        let (before, rest) = (text.get(..start)?, text.get(start..)?);
        let after = rest.strip_prefix(self.words.as_str())?;
        let whole = before.ends_with(self.before.as_str()) && after.starts_with(self.after.as_str());
        whole.then(|| Span::new(start, start + self.words.len()))
    }

    /// How many characters of the context agree where the words begin at byte `start`; `None` where too few do.
    fn agreement(&self, text: &str, start: usize) -> Option<usize> {
        let (before, after) = (text.get(..start)?, text.get(start + self.words.len()..)?);
        let same = |(one, other): &(char, char)| one == other;
        let backwards = self.before.chars().rev().zip(before.chars().rev()).take_while(same).count();
        let forwards = self.after.chars().zip(after.chars()).take_while(same).count();
        let enough = before.ends_with(self.before.as_str())
            || after.starts_with(self.after.as_str())
            || backwards >= SOME && forwards >= SOME
            || self.words.chars().nth(TELLING - 1).is_some();
        enough.then_some(backwards + forwards)
    }

    /// Where the words stand now, looked for everywhere.
    fn anywhere(&self, text: &str) -> Result<Span, Why> {
        let (mut best, mut rivals) = (None, 0usize);
        let (mut most, mut from) = (0, 0);
        // one after the other, overlapping ones too
        while let Some(at) = text[from..].find(self.words.as_str()).map(|at| from + at) {
            from = text.ceil_char_boundary(at + 1);
            let Some(agreement) = self.agreement(text, at) else { continue };
            if best.is_none() || agreement > most {
                (best, most, rivals) = (Some(at), agreement, 0);
            } else if agreement == most {
                rivals += 1;
            }
        }
        match best {
            None => Err(Why::WordsGone),
            Some(_) if rivals > 0 => Err(Why::SeveralPlaces),
            Some(at) => Ok(Span::new(at, at + self.words.len())),
        }
    }
}

/// Finds places in one text, one after the other. What moved one of them has likely moved the next as far: that place
/// is looked at before all others, so that the text is seldom searched.
pub(crate) struct Finder<'t> {
    text: &'t str,
    moved: isize,
}

impl<'t> Finder<'t> {
    /// Finds places in `text`.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, moved: 0 }
    }

    /// Where `anchor` lies now. Its words with all that stood around them are taken where they were, or as far from there
    /// as the place before; else where most of it agrees.
    pub(crate) fn find(&mut self, anchor: &Anchor) -> Result<Span, Why> {
        if anchor.words.is_empty() {
            return Err(Why::WordsGone);
        }
        let was = anchor.span.start;
        let moved = was.checked_add_signed(self.moved).unwrap_or(was);
        for start in [was, moved] {
            if let Some(span) = anchor.stands_at(self.text, start) {
                return Ok(span);
            }
        }
        let found = anchor.anywhere(self.text)?;
        self.moved = found.start.cast_signed().wrapping_sub(was.cast_signed());
        Ok(found)
    }
}

/// One edit, by which a text became another: what lies before it or after it kept its letters.
pub(crate) struct Edit<'t> {
    from: &'t str,
    to: &'t str,
    /// Bytes before it, and after it.
    head: usize,
    tail: usize,
}

impl<'t> Edit<'t> {
    /// The edit that made `to` of `from`.
    pub(crate) fn new(from: &'t str, to: &'t str) -> Self {
        let same = |(one, other): &(u8, u8)| one == other;
        let head = from.bytes().zip(to.bytes()).take_while(same).count();
        let room = from.len().min(to.len()) - head;
        let tail = from.bytes().rev().zip(to.bytes().rev()).take(room).take_while(same).count();
        Self { from, to, head, tail }
    }

    /// Makes `anchor` one of the text after the edit, where the edit left its words alone. Others stay as they are: to be
    /// looked for.
    pub(crate) fn carry(&self, anchor: &mut Anchor) {
        let Span { start, end } = anchor.span;
        if anchor.words.is_empty() || anchor.span.of(self.from) != anchor.words {
            return;
        }
        if end <= self.head {
            *anchor = Anchor::of(self.to, anchor.span);
        } else if start >= self.from.len() - self.tail {
            let moved = |at: usize| self.to.len() - (self.from.len() - at);
            *anchor = Anchor::of(self.to, Span::new(moved(start), moved(end)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Ferry resumes\n\nMayor Ada Quill said the ferry sails. Quill said so twice. The ferry of Quill sails.";

    fn anchor(words: &str, nth: usize) -> Anchor {
        let start = TEXT.match_indices(words).nth(nth).expect("the words").0;
        Anchor::of(TEXT, Span::new(start, start + words.len()))
    }

    fn find(anchor: &Anchor, text: &str) -> Result<usize, Why> {
        Finder::new(text).find(anchor).map(|span| span.start)
    }

    #[test]
    fn a_place_is_found_where_it_was_and_after_edits_elsewhere() {
        for nth in 0..3 {
            let quill = anchor("Quill", nth);
            assert_eq!(find(&quill, TEXT), Ok(quill.span.start));
            for edited in
                [format!("By Cy Rook\n{TEXT}"), TEXT.replace("Ferry resumes", "No"), TEXT.replace("Mayor ", "")]
            {
                let expected = edited.match_indices("Quill").nth(nth).map(|(at, _)| at).ok_or(Why::WordsGone);
                assert_eq!(find(&quill, &edited), expected, "{nth} in {edited}");
            }
        }
    }

    #[test]
    fn words_that_are_gone_are_not_found_among_others() {
        let second = anchor("Quill", 1);
        assert_eq!(find(&second, &TEXT.replace("Quill said so twice", "She said so twice")), Err(Why::WordsGone));
        assert_eq!(find(&second, ""), Err(Why::WordsGone));
        assert_eq!(find(&Anchor::of(TEXT, Span::new(3, 3)), TEXT), Err(Why::WordsGone));
        assert_eq!(find(&Anchor::of("é", Span::new(1, 2)), "é"), Err(Why::WordsGone));
    }

    #[test]
    fn of_places_that_fit_as_well_as_each_other_none_is_taken() {
        let text = "Share\nSave\nShare\n";
        let bare = Anchor { before: String::new(), after: String::new(), ..Anchor::of(text, Span::new(11, 16)) };
        assert_eq!(find(&bare, text), Ok(11), "where it was, it is");
        assert_eq!(find(&bare, &format!("-{text}")), Err(Why::SeveralPlaces));
    }

    #[test]
    fn what_moved_one_place_moves_the_next() {
        let text = format!("Ferry sails\n{}", "Share this story now\n".repeat(9));
        let edited = format!("A new row\n{text}");
        let rows = text.split_inclusive('\n').scan(0, |at, row| {
            let span = Span::new(*at, *at + 5);
            *at += row.len();
            Some(span)
        });
        let mut finder = Finder::new(&edited);
        for span in rows {
            let expected = Span::new(span.start + 10, span.end + 10);
            assert_eq!(finder.find(&Anchor::of(&text, span)), Ok(expected));
        }
        // by itself, none of the alike rows but the first and the last is told from the others
        assert_eq!(Finder::new(&edited).find(&Anchor::of(&text, Span::new(75, 80))), Err(Why::SeveralPlaces));
    }

    #[test]
    fn an_edit_that_is_known_moves_places_exactly() {
        let text = "a a a a a a a a";
        for (edited, was, now) in [("b a a a a a a a a", 4, 6), ("a a a a a a", 0, 0), ("a a a é a a a a a", 12, 15)] {
            let mut anchor = Anchor::of(text, Span::new(was, was + 1));
            Edit::new(text, edited).carry(&mut anchor);
            assert_eq!(anchor, Anchor::of(edited, Span::new(now, now + 1)), "{edited}");
        }
    }
}
