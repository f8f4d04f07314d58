//! A document: text, breakdown, corrections and ticks in one file, saved and opened again.

use super::dom::{Build, Result};
use super::drafts::Draft;
use super::state::Page;
use super::steps::Known;
use crate::corrections::{Kept, Saved};
use crate::{Corrections, DocumentVersion, Offsets, Options};
use js_sys::{Array, JSON, Reflect};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Event, HtmlElement, HtmlSelectElement, Url};

/// Letters of a headline that go into the name of a file.
const NAME: usize = 60;

/// Reads a file that was saved, or says why it is none: words that go on from the file's name.
pub(crate) fn read(json: &str) -> std::result::Result<Kept, String> {
    let value = JSON::parse(json).map_err(|_| "is no JSON, though its name says so.".to_owned())?;
    let schema = Reflect::get(&value, &"schema".into()).ok().and_then(|schema| schema.as_string());
    if schema.is_none_or(|schema| !schema.starts_with("nutgraf-document/")) {
        return Err(
            "is JSON, but no document that Nutgraf saved; an article comes as text or as a web page.".to_owned()
        );
    }
    crate::web::documents::kept(json).map_err(|error| format!("is a document that cannot be opened: {error}"))
}

/// A name for files of a story with this headline, without an ending.
fn file_name(headline: Option<&str>) -> String {
    let letters = headline.unwrap_or_default().chars().flat_map(char::to_lowercase).take(NAME);
    let letters: String = letters.map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let name = letters.split_whitespace().collect::<Vec<_>>().join("-");
    if name.is_empty() { "story".to_owned() } else { name }
}

impl Page {
    /// What the reader corrected.
    pub(crate) fn corrections(&self) -> Corrections {
        self.corrections.borrow().as_ref().clone()
    }

    /// Everything as one document, and a name for a file of it; `None` while the text is not read.
    pub(crate) fn to_document(&self) -> Result<Option<(js_sys::JsString, String)>> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let Some(article) = breakdown.article.as_ref().filter(|_| *breakdown.text == *self.text()) else {
            return Ok(None);
        };
        let ticks = self.ticks.borrow().list().to_vec();
        let (text, options, corrections) = (&*breakdown.text, self.options(), self.corrections());
        let saved = Saved { schema: DocumentVersion::V1, text, options: &options, corrections, ticks, article };
        let value = saved.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
        self.give_own(&Reflect::get(&value, &"options".into())?)?;
        let json = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into())?;
        Ok(Some((json, file_name(article.head.headline.as_ref().map(|headline| headline.text.as_str())))))
    }

    /// Saves everything as one file, which no one but the reader gets.
    pub(crate) fn save(&self) -> Result<()> {
        let Some((json, name)) = self.to_document()? else {
            self.notify("There is nothing to save yet: the text is not read.");
            return Ok(());
        };
        let name = format!("{name}.nutgraf.json");
        let blob = Blob::new_with_str_sequence(&Array::of1(&json))?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let link = self.frame.dom.el("a")?.set("href", &address).set("download", &name);
        if let Some(link) = link.dyn_ref::<HtmlElement>() {
            link.click();
        }
        // the browser has taken hold of it by then
        let free = wasm_bindgen::closure::Closure::once_into_js(move || drop(Url::revoke_object_url(&address)));
        self.frame.window.set_timeout_with_callback_and_timeout_and_arguments_0(free.unchecked_ref(), 10_000)?;
        self.notify(&format!("Saved as {name}, with what you checked and remarked. Drop it here to go on with it."));
        Ok(())
    }

    /// What is known of the text besides it.
    pub(crate) fn options(&self) -> Options {
        let Known { date, url } = self.given.borrow().clone();
        let published = date.and_then(|date| date.parse().ok());
        Options { offsets: Offsets::Utf8, published, url, date_order: self.date_order(), ..Options::default() }
    }

    /// Opens a story of several that came together, with what is known of it.
    pub(crate) fn open_story(&self, event: &Event) -> Result<()> {
        let detail = Reflect::get(event, &"detail".into())?;
        let told = |key| crate::web::documents::text(&detail, key).ok().flatten();
        let (name, text) = (told("name").unwrap_or_default(), told("text").unwrap_or_default());
        let notice = format!("{name}, one of several: the browser’s Back leads to their list.");
        let kept = told("document").and_then(|document| crate::web::documents::kept(&document).ok());
        if let Some(kept) = kept {
            return self.open_document(format!("open {name}"), kept, &notice);
        }
        let given = Known { date: told("published"), url: told("url") };
        if let (Some(order), Ok(field)) = (told("dateOrder"), self.frame.dom.by_id::<HtmlSelectElement>("date-order")) {
            field.set_value(&order);
        }
        let text = super::field::lines(&text);
        self.replace_by(format!("open {name}"), &text, Some(Draft { given, ..Draft::default() }), None)?;
        self.notify(&notice);
        Ok(())
    }

    /// Gives what is at the desk, as a document, to the list that the story came from: what the reader did to it counts
    /// there.
    pub(crate) fn tell_document(&self, event: &Event) -> Result<()> {
        if let Some((json, _)) = self.to_document()? {
            Reflect::set(&Reflect::get(event, &"detail".into())?, &"document".into(), &json)?;
        }
        Ok(())
    }

    /// Opens what was saved, in place of what is on the page, and says `notice`.
    pub(crate) fn open_document(&self, what: String, kept: Kept, notice: &str) -> Result<()> {
        let Kept { text, options, corrections, ticks, .. } = kept;
        if let (Some(order), Ok(field)) = (options.date_order, self.frame.dom.by_id::<HtmlSelectElement>("date-order"))
        {
            field.set_value(order.as_str());
        }
        let given = Known { date: options.published.map(|date| date.as_str().to_owned()), url: options.url };
        let text = super::field::lines(&text).into_owned();
        self.replace_by(what, &text, Some(Draft { given, corrections, ticks, ..Draft::default() }), None)?;
        self.notify(notice);
        Ok(())
    }
}
