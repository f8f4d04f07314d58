//! Corrections and documents as JavaScript has them. They are read by hand, key by key: serde's reader would weigh several
//! times as much.

use crate::corrections::{Flat, Given, Kept};
use crate::marks::MOST;
use crate::{
    Anchor, Change, Corrections, Document, Item, OpenError, Options, ParseValueError, Pattern, PatternKind, Span, Tick,
    Who,
};
use js_sys::{Array, JSON, Object, Reflect};
use serde::Serialize;
use std::str::FromStr;
use wasm_bindgen::prelude::*;

/// What a value is, in words for an error.
pub(super) fn name_of(value: &JsValue) -> String {
    if value.is_null() {
        return "null".to_owned();
    }
    if js_sys::Array::is_array(value) {
        return "an array".to_owned();
    }
    match value.js_typeof().as_string().as_deref() {
        Some("object") => "an object".to_owned(),
        Some("undefined") | None => "undefined".to_owned(),
        Some(kind) => format!("a {kind}"),
    }
}

/// The value at `key`, unless it is absent.
pub(super) fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// The string at `key`.
pub(super) fn text(object: &JsValue, key: &str) -> Result<Option<String>, String> {
    let read = |value: JsValue| {
        value.as_string().ok_or_else(|| format!("expected a string as `{key}`, found {}", name_of(&value)))
    };
    get(object, key).map(read).transpose()
}

/// The word at `key`, read.
pub(super) fn read<T: FromStr<Err = ParseValueError>>(object: &JsValue, key: &str) -> Result<Option<T>, String> {
    let word = text(object, key)?;
    word.map(|word| word.parse().map_err(|error| format!("`{key}`: {error}"))).transpose()
}

/// The options among the keys of `object`.
pub(super) fn options(object: &JsValue) -> Result<Options, String> {
    Ok(Options {
        offsets: read(object, "offsets")?.unwrap_or_default(),
        url: text(object, "url")?,
        published: read(object, "published")?,
        date_order: read(object, "dateOrder")?,
        marks: Vec::new(),
    })
}

/// The patterns among the keys of `object`: apart from the other options, as the page does not make them.
pub(super) fn patterns(object: &JsValue) -> Result<Vec<Pattern>, String> {
    let made = list(object, "marks", |value| {
        if !value.is_object() {
            return Err(format!("expected an object, found {}", name_of(value)));
        }
        let needed = |key: &str| text(value, key)?.ok_or_else(|| format!("expected a string as `{key}`"));
        let yes = |key: &str| get(value, key).is_some_and(|yes| yes.is_truthy());
        let kind = read::<PatternKind>(value, "kind")?.unwrap_or_default();
        let made = Pattern::new(&needed("name")?, &needed("find")?, kind);
        let remark = text(value, "remark")?.unwrap_or_default();
        let made = made.and_then(|made| made.with_remark(&remark)).map_err(|error| error.to_string())?;
        Ok(made.with_case(yes("case")).with_whole_words(yes("whole")))
    })?;
    if made.len() > MOST {
        return Err(format!("expected {MOST} patterns at most as `marks`, found {}", made.len()));
    }
    Ok(made)
}

/// The list at `key`, each of its items read by `one`; an error names the item, counted from 1.
fn list<T>(object: &JsValue, key: &str, one: fn(&JsValue) -> Result<T, String>) -> Result<Vec<T>, String> {
    let Some(value) = get(object, key) else { return Ok(Vec::new()) };
    let Some(items) = value.dyn_ref::<Array>() else {
        return Err(format!("expected an array as `{key}`, found {}", name_of(&value)));
    };
    let read = |(index, item): (usize, JsValue)| one(&item).map_err(|error| format!("`{key}`: {}: {error}", index + 1));
    items.iter().enumerate().map(read).collect()
}

/// The corrections among the keys of `object`, places in the unit that they were given in.
pub(super) fn corrections(object: &JsValue) -> Result<Corrections, String> {
    Ok(list(object, "corrections", change)?.into_iter().collect())
}

/// The ticks among the keys of `object`, the same.
pub(super) fn ticks(object: &JsValue) -> Result<Vec<Tick>, String> {
    list(object, "ticks", tick)
}

fn change(value: &JsValue) -> Result<Change, String> {
    let keys = value.dyn_ref::<Object>().map(Object::keys);
    let keys = keys.ok_or_else(|| format!("expected an object, found {}", name_of(value)))?;
    for key in keys.iter().filter_map(|key| key.as_string()) {
        if !KEYS.contains(&key.as_str()) {
            return Err(format!("a correction has no `{key}`"));
        }
    }
    let speaker = |value: JsValue| match (anchor(&value, "mention")?, text(&value, "name")?) {
        (Some(mention), _) => Ok(Who::Mention(mention)),
        (None, Some(name)) => Ok(Who::Name(name)),
        (None, None) => Err("expected `mention` or `name` in `speaker`".to_owned()),
    };
    let given = |value: JsValue| match (value.as_f64(), value.as_string()) {
        (Some(number), _) => Ok(Given::Number(number)),
        (None, Some(text)) => Ok(Given::Text(text)),
        (None, None) => Err(format!("expected a string or a number as `value`, found {}", name_of(&value))),
    };
    Change::try_from(Flat {
        change: text(value, "change")?.unwrap_or_default(),
        at: anchor(value, "at")?,
        to: anchor(value, "to")?,
        role: text(value, "role")?,
        opening: get(value, "opening").is_some_and(|opening| opening.is_truthy()),
        kind: text(value, "kind")?,
        name: text(value, "name")?,
        speaker: get(value, "speaker").map(speaker).transpose()?,
        time_kind: text(value, "type")?,
        value: get(value, "value").map(given).transpose()?,
        unit: text(value, "unit")?,
        item: text(value, "item")?,
    })
}

/// Every key that a correction can have.
const KEYS: [&str; 12] =
    ["change", "at", "to", "role", "opening", "kind", "name", "speaker", "type", "value", "unit", "item"];

/// The place at `key`.
fn anchor(object: &JsValue, key: &str) -> Result<Option<Anchor>, String> {
    let Some(value) = get(object, key) else { return Ok(None) };
    let expected = |what: &str| format!("expected {what} in `{key}`");
    let at = |key: &str| {
        let number = get(&value, key).and_then(|number| number.as_f64());
        // a whole number that an offset can be
        #[allow(clippy::cast_sign_loss)]
        number
            .filter(|number| number.fract() == 0.0 && (0.0..f64::from(u32::MAX)).contains(number))
            .map(|number| number as usize)
            .ok_or_else(|| expected(&format!("an offset as `{key}`")))
    };
    Ok(Some(Anchor {
        span: Span { start: at("start")?, end: at("end")? },
        words: text(&value, "words")?.ok_or_else(|| expected("a string as `words`"))?,
        before: text(&value, "before")?.unwrap_or_default(),
        after: text(&value, "after")?.unwrap_or_default(),
    }))
}

fn tick(value: &JsValue) -> Result<Tick, String> {
    Ok(Tick {
        at: anchor(value, "at")?,
        item: read::<Item>(value, "item")?.ok_or("expected a string as `item`")?,
        checked: get(value, "checked").is_some_and(|checked| checked.is_truthy()),
        remark: text(value, "remark")?,
        source: text(value, "source")?,
    })
}

/// Opens a document that [`save`] wrote. The breakdown in it is not looked at: it is made anew.
///
/// # Errors
///
/// Where `json` is not JSON, or not a document; the message says what was expected.
pub fn open(json: &str) -> Result<Document, OpenError> {
    let Kept { text, options, corrections, ticks, .. } = kept(json)?;
    let value = JSON::parse(json).unwrap_or(JsValue::NULL);
    let marks = get(&value, "options").map_or(Ok(Vec::new()), |options| patterns(&options)).map_err(OpenError)?;
    Ok(Document::with(text, options.with_marks(marks), corrections, ticks))
}

/// What such a document holds besides its breakdown, places in bytes.
pub(super) fn kept(json: &str) -> Result<Kept, OpenError> {
    let value = JSON::parse(json).map_err(|_| OpenError("expected JSON".to_owned()))?;
    let read = || -> Result<Kept, String> {
        let schema = text(&value, "schema")?.unwrap_or_default();
        Document::check_version(&schema).map_err(|error| error.to_string())?;
        Ok(Kept {
            schema,
            text: text(&value, "text")?.ok_or("expected a string as `text`")?,
            options: get(&value, "options").map_or(Ok(Options::default()), |given| options(&given))?,
            corrections: corrections(&value)?,
            ticks: ticks(&value)?,
        })
    };
    read().map_err(OpenError)?.in_bytes()
}

/// The document as JSON.
///
/// # Errors
///
/// None: what cannot be written is not in it. JavaScript's own writer could throw where memory ends.
pub fn save(document: &Document) -> Result<String, JsValue> {
    let value = document.saved().serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
    let written = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into())?;
    Ok(String::from(written))
}
