//! The module in a browser: what JavaScript sees, markup to text, and the page's own markup brought to life.

#![cfg(target_arch = "wasm32")]

use js_sys::{Array, JSON, JsString, Object, Reflect};
use nutgraf::web::api::{parse, version};
use nutgraf::web::documents;
use nutgraf::web::page::{clipboard, start};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Document, DomParser, Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlTextAreaElement, SupportedType,
};

wasm_bindgen_test_configure!(run_in_browser);

const STORY: &str = "Ferry resumes\n\nPORT ELDER, May 3 - Boats sail again, the mayor said.";

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| Reflect::get(&value, &key.into()).unwrap_or(JsValue::UNDEFINED))
}

fn options(pairs: &[(&str, JsValue)]) -> JsValue {
    let options = Object::new();
    for (key, value) in pairs {
        Reflect::set(&options, &(*key).into(), value).unwrap();
    }
    options.into()
}

fn message(text: &JsValue, options: JsValue) -> String {
    let error = JsValue::from(parse(text, options).expect_err("a wrong type is an error"));
    assert!(error.is_instance_of::<js_sys::Error>());
    get(&error, "message").as_string().unwrap()
}

#[wasm_bindgen_test]
fn a_breakdown_is_a_plain_object() {
    let value = parse(&STORY.into(), JsValue::UNDEFINED).unwrap();
    assert_eq!(get(&value, "schema"), "nutgraf/1");
    assert_eq!(get(&value, "offsets"), "utf16");
    assert_eq!(get(&value, "length"), f64::from(u32::try_from(STORY.encode_utf16().count()).unwrap()));
    assert!(Array::is_array(&get(&value, "blocks")));
    assert_eq!(get(&value, "blocks.0.start"), 0.0);
    // an object, not a map, whose absent keys are absent and not null
    let json = String::from(JSON::stringify(&value).unwrap());
    assert!(json.starts_with(r#"{"schema":"nutgraf/1","offsets":"utf16","length":"#), "{json}");
    assert!(!json.contains("null"), "{json}");
}

#[wasm_bindgen_test]
#[allow(clippy::cast_sign_loss, reason = "an offset is never negative")]
fn offsets_are_those_of_javascript_strings() {
    let text = "𝒩utgraf 👩‍🚀\n\nBoats sail.";
    let value = parse(&text.into(), JsValue::NULL).unwrap();
    let last = get(&value, "blocks").unchecked_into::<Array>().pop();
    let (start, end) = (get(&last, "start").as_f64().unwrap(), get(&last, "end").as_f64().unwrap());
    assert_eq!(String::from(JsString::from(text).slice(start as u32, end as u32)), "Boats sail.");
    let value = parse(&text.into(), options(&[("offsets", "codepoint".into())])).unwrap();
    assert_eq!(get(&value, "length"), f64::from(u32::try_from(text.chars().count()).unwrap()));
}

#[wasm_bindgen_test]
fn options_are_optional_one_by_one() {
    for given in [JsValue::UNDEFINED, JsValue::NULL, options(&[]), options(&[("url", JsValue::UNDEFINED)])] {
        assert!(parse(&STORY.into(), given).is_ok());
    }
    let value =
        parse(&STORY.into(), options(&[("published", "2022-05-04".into()), ("offsets", "utf8".into())])).unwrap();
    assert_eq!(get(&value, "offsets"), "utf8");
}

#[wasm_bindgen_test]
fn a_wrong_type_is_named_with_what_was_expected() {
    for (text, named) in [
        (JsValue::UNDEFINED, "expected a string as `text`, found undefined"),
        (JsValue::NULL, "found null"),
        (42.into(), "found a number"),
        (Array::new().into(), "found an array"),
        (Object::new().into(), "found an object"),
    ] {
        let message = message(&text, JsValue::UNDEFINED);
        assert!(message.contains(named), "{message}");
    }
    for (options, named) in [
        ("x".into(), "expected an object as `options`, found a string"),
        (Array::new().into(), "found an array"),
        (options(&[("offsets", "utf32".into())]), "utf32"),
        (options(&[("url", 1.into())]), "`options`"),
        (
            options(&[("published", "03/05/2023".into())]),
            "`published`: expected an ISO 8601 date such as 2016-09-05, found \"03/05/2023\"",
        ),
        (options(&[("published", "2023-02-30".into())]), "2023-02-30"),
        (options(&[("dateOrder", "ymd".into())]), "`dateOrder`: expected dmy or mdy, found \"ymd\""),
    ] {
        let message = message(&"text".into(), options);
        assert!(message.contains(named), "{message}");
    }
}

#[wasm_bindgen_test]
fn corrections_are_taken_in_at_places_of_javascript_strings() {
    let text = "𝒩ews\n\nFerry resumes\n\nBoats sail again, the mayor said on Tuesday.";
    let given = |json: &str| options(&[("corrections", JSON::parse(json).unwrap())]);
    let value = parse(
        &text.into(),
        given(
            r#"[{"change": "role", "at": {"start": 0, "end": 5, "words": "𝒩ews"}, "role": "section"},
                {"change": "time", "at": {"start": 59, "end": 66, "words": "Tuesday"}, "value": "2022-05-03"},
                {"change": "quantity", "at": {"start": 22, "end": 27, "words": "Boats"}, "value": 2.5, "unit": "boats"},
                {"change": "split", "at": {"start": 0, "end": 7, "words": "nowhere"}}]"#,
        ),
    )
    .unwrap();
    assert_eq!(get(&value, "head.section.text"), "𝒩ews");
    assert_eq!(get(&value, "blocks.0.basis"), "reader");
    assert_eq!(get(&value, "times.0.value"), "2022-05-03");
    assert_eq!(get(&value, "quantities.0.value"), 2.5);
    let warnings = get(&value, "warnings").unchecked_into::<Array>();
    assert!(warnings.iter().any(|warning| get(&warning, "code") == "orphaned-correction"));
    for (json, named) in [
        ("5", "expected an array as `corrections`, found a number"),
        ("[5]", "`corrections`: 1: expected an object, found a number"),
        (r#"[{"change": "colour"}]"#, "expected role, split, join,"),
        (r#"[{"change": "split", "speakr": 1}]"#, "a correction has no `speakr`"),
        (r#"[{"change": "split", "at": {"start": 1.5, "end": 2, "words": "x"}}]"#, "an offset as `start`"),
        (r#"[{"change": "split", "at": {"start": 1, "end": 2}}]"#, "a string as `words`"),
        (r#"[{"change": "split"}]"#, "split: expected \"at\""),
    ] {
        let message = message(&text.into(), given(json));
        assert!(message.contains(named), "{message}");
    }
}

#[wasm_bindgen_test]
fn a_document_is_saved_and_opened() {
    let mut document = nutgraf::Document::new(STORY, nutgraf::Options::new());
    let change = nutgraf::Change::role(STORY, document.article(), 0, nutgraf::Role::Section).unwrap();
    document.correct(change);
    let at = nutgraf::Anchor::item(STORY, document.article(), nutgraf::Item::Time, 0);
    document.tick(serde_json::from_value(serde_json::json!({ "at": at, "item": "time", "checked": true })).unwrap());
    let saved = documents::save(&document).unwrap();
    let opened = documents::open(&saved).unwrap();
    assert_eq!(opened, document);
    assert_eq!(documents::save(&opened).unwrap(), saved);
    for (json, named) in [
        ("", "expected JSON"),
        ("5", "expected a document of schema nutgraf-document/1, found \"\""),
        (r#"{"schema": "nutgraf/1"}"#, "found \"nutgraf/1\""),
        (r#"{"schema": "nutgraf-document/1"}"#, "expected a string as `text`"),
    ] {
        assert!(documents::open(json).unwrap_err().to_string().contains(named), "{json}");
    }
}

#[wasm_bindgen_test]
fn half_a_surrogate_pair_is_named_and_moves_nothing() {
    let text = JsString::from_char_code(&[0x61, 0xD800, 0x20, 0x62]);
    let value = parse(&text, JsValue::UNDEFINED).unwrap();
    assert_eq!(get(&value, "length"), 4.0);
    assert_eq!(get(&value, "warnings.0.code"), "lone-surrogate");
    for well in ["a\u{FFFD} b", "a😀 b"] {
        let value = parse(&well.into(), JsValue::UNDEFINED).unwrap();
        let warnings = get(&value, "warnings").unchecked_into::<Array>();
        assert!(warnings.iter().all(|warning| get(&warning, "code") != "lone-surrogate"), "{well}");
    }
}

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn markup_becomes_text_by_its_blocks() {
    for (markup, text) in [
        ("", ""),
        ("plain", "plain"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One\n  and <b>two</b>&nbsp;<i> three</i>.</p>", "One and two three."),
        ("<div>One</div><div>Two</div>three", "One\nTwo\nthree"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<h1>Head</h1>lede", "Head\n\nlede"),
        (
            "<figure><img alt='Alt'><figcaption>Caption <span>Credit</span></figcaption></figure><p>x</p>",
            "Caption Credit\n\nx",
        ),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a\tb\nc\td"),
        ("a<script>b</script><style>c</style><noscript>d</noscript><template>e</template>f", "af"),
        ("a<span hidden>b</span><span style='display:none'>c</span><p style='DISPLAY : NONE !important'>d</p>e", "ae"),
        ("<span style='color:red;display:block'>a</span><span style='display: block'>b</span>", "a\nb"),
        ("<div style='display:inline'>a</div> <div style='display:inline'>b</div>", "a b"),
        ("<pre>a\n  b\n</pre>c", "a\n  b\n\nc"),
        ("<div style='white-space: pre-wrap'>a\nb  c</div>", "a\nb  c"),
        ("<!--StartFragment--><p>x</p><!--EndFragment-->", "x"),
        ("<p>a</p>\n\n   \n<p>b</p>  \n", "a\n\nb"),
        (
            "<p>“Ça va,” <a href=\"javascript:x\" onclick=\"y()\">dit-il</a> &lt;b&gt; &amp; 漢</p>",
            "“Ça va,” dit-il <b> & 漢",
        ),
        ("<div><div><div></div></div></div>x<hr>y", "x\n\ny"),
    ] {
        assert_eq!(clipboard::text_of(markup, &JsValue::UNDEFINED).unwrap(), text, "{markup}");
    }
}

#[wasm_bindgen_test]
fn markup_nested_without_end_is_read() {
    let markup = format!("{}deep{}", "<div><b>".repeat(20_000), "</b></div>".repeat(20_000));
    assert_eq!(clipboard::text_of(&markup, &JsValue::UNDEFINED).unwrap(), "deep");
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Brings the page's own markup to life, once for all tests, and puts `text` into it.
fn page(text: &str) -> Document {
    let document = document();
    if document.get_element_by_id("paste").is_none() {
        let parsed = DomParser::new()
            .unwrap()
            .parse_from_string(include_str!("../index.html"), SupportedType::TextHtml)
            .unwrap();
        let body = document.body().unwrap();
        while let Some(child) = parsed.body().unwrap().first_child() {
            body.append_child(&child).unwrap();
        }
        start(JsValue::UNDEFINED, JsValue::UNDEFINED, JsValue::UNDEFINED).unwrap();
    }
    // the page waits with reading where reading took long, which it does not after an empty text
    let clear: HtmlElement = document.get_element_by_id("clear").unwrap().unchecked_into();
    clear.click();
    let paste: HtmlTextAreaElement = document.get_element_by_id("paste").unwrap().unchecked_into();
    paste.set_value(text);
    let init = EventInit::new();
    init.set_bubbles(true);
    paste.dispatch_event(&Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
    document
}

fn all(document: &Document, selector: &str) -> Vec<Element> {
    let list = document.query_selector_all(selector).unwrap();
    (0..list.length()).map(|index| list.item(index).unwrap().unchecked_into()).collect()
}

fn text_of(document: &Document, selector: &str) -> String {
    document.query_selector(selector).unwrap().unwrap().text_content().unwrap()
}

#[wasm_bindgen_test]
fn the_page_shows_what_is_typed_and_goes_blank_again() {
    let document = page("Boats sail again.");
    assert_eq!(text_of(&document, "#story .block > :last-child"), "Boats sail again.");
    assert!(document.get_element_by_id("blank").unwrap().has_attribute("hidden"));
    page(" \n ");
    assert_eq!(all(&document, "#story .block").len(), 0);
    assert!(!document.get_element_by_id("blank").unwrap().has_attribute("hidden"));
}

#[wasm_bindgen_test]
fn every_part_is_labelled_and_every_letter_is_there() {
    let document = page(STORY);
    let blocks = all(&document, "#story .block");
    assert!(!blocks.is_empty());
    let mut seen = String::new();
    for block in blocks {
        assert!(!block.query_selector(".role").unwrap().unwrap().text_content().unwrap().is_empty());
        for added in ["tag", "role"] {
            let list = block.get_elements_by_class_name(added);
            while let Some(element) = list.item(0) {
                element.remove();
            }
        }
        seen.push_str(&block.text_content().unwrap());
    }
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(letters(&seen), letters(STORY));
}

#[wasm_bindgen_test]
fn markup_in_a_text_stays_text() {
    let text = "<img src=x onerror=alert(1)> <script>alert(1)</script> said “<b>bold</b>,” he said.";
    let document = page(text);
    assert!(all(&document, "#story img, #story script, #story b, #panels img, #panels script, #panels b").is_empty());
    assert!(text_of(&document, "#story").contains("<script>alert(1)</script>"));
}

#[wasm_bindgen_test]
fn the_legend_names_every_kind_and_hides_it() {
    let document = page(STORY);
    let kinds = all(&document, "#legend button");
    assert_eq!(kinds.len(), 6);
    for kind in kinds {
        let kind: HtmlElement = kind.unchecked_into();
        let class = format!("no-{}", kind.get_attribute("data-kind").unwrap());
        let story = document.get_element_by_id("story").unwrap();
        kind.click();
        assert_eq!(kind.get_attribute("aria-pressed").as_deref(), Some("false"));
        assert!(story.class_list().contains(&class));
        kind.click();
        assert_eq!(kind.get_attribute("aria-pressed").as_deref(), Some("true"));
        assert!(!story.class_list().contains(&class));
    }
}

/// A browser's date field takes years of five digits, which ISO 8601 has no place for.
#[wasm_bindgen_test]
fn a_date_that_cannot_be_read_is_said_at_its_field() {
    let document = page(STORY);
    let field: HtmlInputElement = document.get_element_by_id("date").unwrap().unchecked_into();
    let give = |date: &str| {
        field.set_value(date);
        let bubbling = EventInit::new();
        bubbling.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("change", &bubbling).unwrap()).unwrap();
        text_of(&document, "#date-basis")
    };
    assert_eq!(give("12022-05-04"), "expected an ISO 8601 date such as 2016-09-05, found \"12022-05-04\"");
    assert_eq!(field.value(), "12022-05-04");
    assert_eq!(give("2022-05-04"), "as you gave it");
    assert_eq!(field.value(), "2022-05-04");
}

#[wasm_bindgen_test]
fn characters_that_do_not_show_are_shown() {
    let document = page("a\u{200B}b\u{202E}c\0d");
    let glyphs: Vec<_> = all(&document, "#story .ghost").iter().filter_map(|e| e.get_attribute("data-glyph")).collect();
    assert_eq!(glyphs, ["ZWSP", "RLO", "NUL"]);
}

#[wasm_bindgen_test]
fn starting_twice_changes_nothing() {
    let document = page(STORY);
    start(JsValue::UNDEFINED, JsValue::UNDEFINED, JsValue::UNDEFINED).unwrap();
    assert_eq!(all(&document, "#legend button").len(), 6);
}
