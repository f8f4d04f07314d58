//! Words that a reader gives for a value: whoever reads is asked what they mean, and the form goes on once that is known.

use super::form::value_of;
use super::given;
use super::open::Editor;
use crate::Article;
use crate::web::page::dom::Result;
use crate::web::page::state::Page;
use crate::web::wire;
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

/// Words, and what is known of them.
pub(crate) struct Heard {
    words: String,
    published: Option<String>,
    /// Whether the reader wants them saved, or only a field filled.
    saves: bool,
    /// Whether what they mean is on its way.
    asked: bool,
    /// Their story as it was read.
    article: Option<Article>,
}

impl Heard {
    /// Their story as it was read.
    pub(super) fn article(heard: Option<&Self>) -> Option<&Article> {
        heard?.article.as_ref()
    }
}

impl Page {
    /// Whether the form has to wait until the words in it are read.
    pub(super) fn waits_for_words(&self, editor: &Editor) -> Result<bool> {
        let words = value_of(&self.frame.dom, "fix-value");
        if matches!(editor.kind, 't' | 'n') { self.ask_for(&words, editor, true) } else { Ok(false) }
    }

    /// Has the form filled with what the words mean that the reader has selected as a time.
    pub(super) fn fill_time(&self, editor: &Editor) -> Result<()> {
        if (editor.kind, editor.index) != ('t', None) || self.ask_for(editor.words(), editor, false)? {
            return Ok(());
        }
        self.fill_day()
    }

    /// Asks what words mean, unless that is known, or they need no reading; whether it is on its way.
    fn ask_for(&self, words: &str, editor: &Editor, saves: bool) -> Result<bool> {
        let Some(story) = given::story(words) else { return Ok(false) };
        let published = editor.breakdown.date.clone();
        let known = |heard: &&mut Heard| heard.words == words && heard.published == published;
        if let Some(heard) = self.heard.borrow_mut().as_mut().filter(known) {
            heard.saves = saves;
            return Ok(heard.asked);
        }
        let options = Object::new();
        Reflect::set(&options, &"offsets".into(), &"utf8".into())?;
        // a date that lacks its day or year is none to count from
        if let Some(date) = published.as_deref().filter(|date| !date.contains('X')) {
            Reflect::set(&options, &"published".into(), &date.into())?;
        }
        self.heard.replace(Some(Heard { words: words.to_owned(), published, saves, asked: true, article: None }));
        self.ask(0, &story, Some(&options))?;
        Ok(true)
    }

    /// Takes what was read of the words, and goes on with the form.
    pub(crate) fn heard(&self, bytes: &JsValue) -> Result<()> {
        let saves = {
            let mut heard = self.heard.borrow_mut();
            let Some(heard) = heard.as_mut() else { return Ok(()) };
            heard.asked = false;
            heard.article = bytes.dyn_ref::<Uint8Array>().map(|bytes| wire::corrected(&bytes.to_vec()).0);
            heard.saves
        };
        if saves && self.is_correcting() { self.save_correction() } else { self.fill_day() }
    }

    /// Fills the field of the day, where the words selected as a time are one.
    fn fill_day(&self) -> Result<()> {
        let heard = self.heard.borrow();
        let Some(heard) = heard.as_ref().filter(|_| self.is_correcting()) else { return Ok(()) };
        let day: HtmlInputElement = self.frame.dom.by_id("fix-day")?;
        match given::time(&heard.words, heard.article.as_ref()) {
            Some(value) if super::forms::is_day(value.as_str()) && day.value().is_empty() => {
                day.set_value(value.as_str());
                Ok(())
            }
            _ => Ok(()),
        }
    }
}
