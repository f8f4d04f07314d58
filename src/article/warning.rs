//! What looks wrong, or stays undecided.

use super::{Partial, value};
use crate::span::{Span, places};
use crate::words::words;

value! {
    /// What looks wrong, or stays undecided.
    #[derive(Eq)]
    pub struct Warning {
        /// What it is about: a stable name.
        pub code: WarningCode,
        /// What it means here, in a sentence.
        pub message: String,
        /// Where; absent where the whole text is meant.
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        pub span: Partial<Span>,
    }
}

words! {
    /// What a warning is about.
    #[non_exhaustive]
    pub enum WarningCode {
        /// The text is in a language that is not read here.
        Language = "language",
        /// Another article begins; the head is that of the first.
        SeveralArticles = "several-articles",
        /// The paste reads like a chat, code, a recipe or links.
        NotAnArticle = "not-an-article",
        /// Nothing tells whether day or month comes first in a date.
        AmbiguousDate = "ambiguous-date",
        /// Nothing closes a quotation mark.
        UnclosedQuote = "unclosed-quote",
        /// A full stop is inside a sentence.
        StrayFullStop = "stray-full-stop",
        /// Markup was pasted as text; it is read as a browser would show it.
        HtmlSource = "html-source",
        /// Letters were read in the wrong encoding on their way here.
        Encoding = "encoding",
        /// A reader's own pattern was not looked for in all of the text.
        MarksStopped = "marks-stopped",
        /// A JavaScript or JSON string held half of a surrogate pair.
        LoneSurrogate = "lone-surrogate",
        /// A reader's correction holds nowhere in the text any more.
        OrphanedCorrection = "orphaned-correction",
        /// A file held bytes that are not UTF-8.
        NotUtf8 = "not-utf8",
    }
}

impl Warning {
    /// A warning about the whole text. `message` is a sentence that begins small and has no full stop.
    #[must_use]
    pub fn new(code: WarningCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span: None }
    }

    /// The same warning about the place `span`.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// That the text is not in the language that is read here; `None` where it is English.
    pub(crate) fn language(tag: &str) -> Option<Self> {
        let message = || {
            format!(
                "the text is not in English (it looks like {tag:?}): only its layout, numbers and dates in figures are read"
            )
        };
        (tag != "en").then(|| Self::new(WarningCode::Language, message()))
    }

    /// That nothing tells the day from the month in the date in figures `text` at `span`.
    pub(crate) fn ambiguous_date(text: &str, span: Span) -> Self {
        let message = format!("nothing in the text tells whether the day or the month comes first in {text}");
        Self::new(WarningCode::AmbiguousDate, message).at(span)
    }

    /// That a JavaScript or JSON string held half of a surrogate pair.
    #[must_use]
    pub fn lone_surrogate() -> Self {
        Self::new(WarningCode::LoneSurrogate, "half of a surrogate pair stands alone in the text; it is read as U+FFFD")
    }
}

places! {
    Warning { span }
}
