//! Documents: corrections of any kind at any place, with edits between; any JSON opened as one; two compared; and what
//! readers take away of them.

use crate::input::Input;
use crate::stories::assert_rules;
use crate::vocabulary::{NAMES, QUOTES, STORY};
use nutgraf::{
    Anchor, Article, Change, Difference, Document, EntityKind, Format, Item, Options, Role, Span, Who, compare, export,
};
use serde_json::json;

mod formats;

/// Bytes of the front that say what is done; the text is made of those after them.
const DEEDS: usize = 24;

/// A text with corrections, edits, and some of them taken back: the rules hold after each, and it is saved and opened
/// without a loss.
pub(crate) fn corrections(bytes: &[u8]) {
    let document = worked_on(bytes);
    assert_rules(document.text(), document.article());
    let saved = document.save();
    let opened = Document::open(&saved).unwrap_or_else(|error| panic!("{error}: {saved}"));
    assert_eq!(opened.article(), document.article(), "{saved}");
    // what was taken back is not saved
    assert!(opened.corrections().iter().eq(document.corrections().iter()), "{saved}");
    assert_eq!(opened.ticks(), document.ticks(), "{saved}");
    let as_saved = Document::as_saved(&saved).unwrap_or_else(|error| panic!("{error}: {saved}"));
    assert_eq!(as_saved.article(), document.article(), "{saved}");
    assert_eq!(as_saved.ticks(), document.ticks(), "{saved}");
}

/// The same in all formats.
pub(crate) fn exports(bytes: &[u8]) {
    formats::assert_sound(&worked_on(bytes));
}

/// Any JSON: what opens can be taken away, saved and opened again.
pub(crate) fn opened(bytes: &[u8]) {
    let json = Input::new(bytes).text();
    let documents = [Document::open(&json), Document::as_saved(&json)];
    for document in documents.into_iter().flatten() {
        for &format in Format::ALL {
            let written = export(&document, format);
            assert!(written.ends_with('\n'), "{format}: {written:?}");
        }
        let saved = document.save();
        let again = Document::open(&saved).unwrap_or_else(|error| panic!("{error}: {saved}"));
        assert_rules(again.text(), again.article());
        assert!(again.corrections().iter().eq(document.corrections().iter()), "{saved}");
    }
    if let Ok(corrections) = serde_json::from_str(&json) {
        let article = nutgraf::parse_corrected(STORY, &Options::new(), &corrections).article;
        assert_rules(STORY, &article);
    }
}

/// Two versions: nothing changed where they are one, and each passage lies in its text.
pub(crate) fn compared(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    let (one, other) = (input.options(), input.options());
    let words = input.one_of(&[QUOTES, NAMES]);
    let (before, after) = input.halves();
    let (before, after) = (Document::new(before.words(words), one), Document::new(after.words(words), other));
    let same = compare(&before, &before);
    assert!(same.is_same(), "{:?}: {}", before.text(), same.to_json());
    let compared = compare(&before, &after);
    for sentence in &compared.sentences {
        let sides = (sentence.before.is_some(), sentence.after.is_some());
        let fits = match sentence.change {
            Difference::Cut => sides == (true, false),
            Difference::Added => sides == (false, true),
            _ => sides == (true, true),
        };
        assert!(fits, "{}", compared.to_json());
    }
    for (passage, document) in compared.sentences.iter().flat_map(|s| [(&s.before, &before), (&s.after, &after)]) {
        let Some(passage) = passage else { continue };
        assert!(passage.span.start < passage.span.end && passage.span.end <= document.article().length, "{passage:?}");
        assert!(!passage.text.is_empty(), "{passage:?}");
    }
}

/// A document as a reader leaves it who does what the bytes say.
fn worked_on(bytes: &[u8]) -> Document {
    let (deeds, words) = bytes.split_at(bytes.len().min(DEEDS));
    let mut deeds = Input::new(deeds);
    let options = deeds.options();
    let mut document = Document::new(Input::new(words).words(QUOTES), options);
    for _ in 0..deeds.byte() % 4 {
        match deeds.byte() % 8 {
            0 => drop(document.undo()),
            1 => drop(document.redo()),
            2 => {
                let mut text = document.text().to_owned();
                let place = slice(&mut deeds, &text);
                text.replace_range(place.start..place.end, deeds.one_of(QUOTES));
                document.edit(text);
            }
            3 => {
                let at = Anchor::of(document.text(), slice(&mut deeds, document.text()));
                let remark = "=1+1 <b> ]]> } \u{0}";
                let (item, checked) = (deeds.one_of(Item::ALL), deeds.byte().is_multiple_of(2));
                let tick = json!({ "at": at, "item": item, "checked": checked, "remark": remark });
                document.tick(serde_json::from_value(tick).expect("a tick"));
            }
            _ => {
                let article = in_bytes(&document);
                if let Some(change) = change(&mut deeds, document.text(), &article) {
                    document.correct(change);
                }
            }
        }
    }
    document
}

/// The breakdown that corrections are made of.
fn in_bytes(document: &Document) -> Article {
    let mut article = document.article().clone();
    article.convert_offsets(document.text(), nutgraf::Offsets::Utf8).expect("the text that was read");
    article
}

/// Some words of `text`.
fn slice(deeds: &mut Input<'_>, text: &str) -> Span {
    let start = text.floor_char_boundary(deeds.index(text.len()));
    Span::new(start, text.ceil_char_boundary((start + deeds.byte() % 40).min(text.len())))
}

/// A correction of a reading, or of any words.
fn change(deeds: &mut Input<'_>, text: &str, article: &Article) -> Option<Change> {
    let kind = deeds.byte() % 20;
    let at = Anchor::of(text, slice(deeds, text));
    let to = Anchor::of(text, slice(deeds, text));
    let role = deeds.one_of(Role::ALL);
    let entity = deeds.index(article.entities.len());
    let value = deeds.one_of(&["2022-05-03", "P3D", "XXXX-WXX-2", "2022-05-03TMO", "PAST_REF"]).parse().ok()?;
    let speaker = kind.is_multiple_of(2).then(|| Who::Name("a <captain> & {others}".to_owned()));
    match kind {
        0 => Change::role(text, article, deeds.index(article.blocks.len()), role),
        1 | 2 => Some(Change::Role { at, role, opening: kind == 1 }),
        3 => Some(Change::Split { at }),
        4 => Change::join(text, article, deeds.index(article.blocks.len())),
        5 => Some(Change::Join { at }),
        6 => Some(Change::Entity { at, kind: deeds.one_of(EntityKind::ALL) }),
        7 => Change::name(text, article, entity, "Dame Ada"),
        8 => Some(Change::Merge { at, to }),
        9 => Change::merge(text, article, entity, deeds.index(article.entities.len())),
        10 => Change::detach(text, article, entity, deeds.byte() % 3),
        11 => Some(Change::Attach { at, to }),
        12 | 13 => Some(Change::Quote { at, speaker }),
        14 => Change::speaker(text, article, deeds.index(article.quotes.len()), speaker),
        15 => Some(Change::Time { at, value, kind: None }),
        16 => Some(Change::Quantity { at, value: 2.5, unit: None }),
        17 => Some(Change::published(text, article, "2024-02-29T10:30Z".parse().ok()?)),
        18 => Some(Change::Remove { at, item: deeds.one_of(Item::ALL) }),
        _ => Change::remove(text, article, deeds.one_of(Item::ALL), deeds.byte() % 9),
    }
}
