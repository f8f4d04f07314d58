//! The form for each kind of thing: what can be said against it.

use super::form::Form;
use super::open::Editor;
use super::words;
use crate::web::page::amounts::told as told_number;
use crate::web::page::dom::{Dom, Result};
use crate::web::page::folds::opening;
use crate::web::page::moments::told as told_time;
use crate::{Article, EntityKind, Role, Span};
use web_sys::Element;

/// Mentions that can be chosen from.
const MENTIONS: usize = 200;

/// Characters shown of a name in a list.
const NAME: usize = 40;

/// What words can be marked as, as the bar over a selection has it.
const MARKS: [(&str, &str); 7] = [
    ("", "–"),
    ("person", "person"),
    ("organization", "organisation"),
    ("place", "place"),
    ("quote", "quote"),
    ("time", "time"),
    ("number", "number"),
];

/// Bytes shown on either side of a mention.
const AROUND: usize = 24;

/// The form for what is corrected; `mine` where it was corrected before.
pub(super) fn form(dom: &Dom, editor: &Editor, mine: bool) -> Result<Element> {
    let form = Form::new(dom)?;
    let Some(article) = &editor.breakdown.article else { return form.done() };
    match editor.kind {
        'b' => part(&form, editor, article)?,
        'q' => quote(&form, editor, article)?,
        'e' => name(&form, editor, article)?,
        't' => time(&form, editor, article)?,
        'n' => number(&form, editor, article)?,
        _ => date(&form, editor, article)?,
    }
    if mine {
        form.other("fix-back", "Take my correction back")?;
    }
    form.done()
}

fn part(form: &Form, editor: &Editor, article: &Article) -> Result<()> {
    let index = editor.index.unwrap_or_default();
    let role = article.blocks.get(index).map_or("", |block| block.role.as_str());
    let roles = Role::ALL.iter().map(|&role| (role.as_str().to_owned(), words::role(role)));
    form.select("fix-role", "It is a", roles, role)?;
    form.area("fix-words", "Its words", editor.words())?;
    form.hint("Put the cursor in the words to begin a new part there, or select some to mark them.")?;
    let marks = MARKS.map(|(value, words)| (value.to_owned(), words));
    form.select("fix-as", "Mark selected words as", marks, "")?;
    form.other("fix-split", "Begin a new part at the cursor")?;
    if index + 1 < article.blocks.len() {
        form.other("fix-join", "Join with the next part")?;
    }
    if editor.in_story { form.other("fix-row", "Show it among the parts") } else { Ok(()) }
}

/// The names in the story but `but`, for a list: by their numbers.
fn names(article: &Article, but: Option<usize>) -> impl Iterator<Item = (String, String)> {
    let names = article.entities.iter().enumerate().filter(move |(index, _)| Some(*index) != but);
    names.map(|(index, entity)| (index.to_string(), opening(&entity.name, NAME)))
}

fn name(form: &Form, editor: &Editor, article: &Article) -> Result<()> {
    let index = editor.index.unwrap_or_default();
    let Some(entity) = article.entities.get(index) else { return Ok(()) };
    form.input("fix-name", "Name", "text", &entity.name)?;
    let kinds = EntityKind::ALL.iter().map(|&kind| (kind.as_str().to_owned(), words::kind(kind)));
    form.select("fix-kind", "It is a", kinds, entity.kind.as_str())?;
    let others: Vec<_> = names(article, Some(index)).collect();
    let listed = || others.iter().map(|(value, name)| (value.clone(), name.as_str()));
    let nobody = || std::iter::once((String::new(), "no other name"));
    if !others.is_empty() {
        form.select("fix-same", "It is the same as", nobody().chain(listed()), "")?;
    }
    if entity.mentions.len() > 1 {
        let mentions: Vec<_> = entity.mentions.iter().take(MENTIONS).enumerate().collect();
        let mentions: Vec<_> =
            mentions.into_iter().map(|(nth, &span)| (nth.to_string(), around(&editor.breakdown.text, span))).collect();
        let mentions = mentions.iter().map(|(value, words)| (value.clone(), words.as_str()));
        form.select("fix-mention", "Only the mention", mentions, &editor.nth.to_string())?;
        let says = [("", "as the others"), ("apart", "somebody or something else"), ("none", "no name")];
        let says = says.map(|(value, words)| (value.to_owned(), words));
        form.select("fix-means", "means", says.into_iter().chain(listed()), "")?;
    }
    form.other("fix-none", "Not a name")
}

/// A mention with some words around it.
fn around(text: &str, span: Span) -> String {
    let from = text.floor_char_boundary(span.start.saturating_sub(AROUND));
    let to = text.floor_char_boundary((span.end + AROUND).min(text.len()));
    // whole words only
    let before = Span::new(from, span.start).of(text);
    let before = if from > 0 { before.split_once(char::is_whitespace).map_or("", |(_, whole)| whole) } else { before };
    let after = Span::new(span.end, to).of(text);
    let after =
        if to < text.len() { after.rsplit_once(char::is_whitespace).map_or("", |(whole, _)| whole) } else { after };
    let words = [before, span.of(text), after].concat();
    format!("… {} …", words.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn quote(form: &Form, editor: &Editor, article: &Article) -> Result<()> {
    let speaker = editor.index.and_then(|index| article.quotes.get(index)).and_then(|quote| quote.speaker.as_ref());
    let chosen = speaker.and_then(|speaker| speaker.entity).map_or_else(String::new, |entity| entity.to_string());
    let read = speaker.and_then(|speaker| speaker.name.as_deref().or(speaker.text.as_deref()));
    let read = read.map_or_else(|| "as it is read".to_owned(), |name| opening(name, NAME));
    let names: Vec<_> = names(article, None).collect();
    let mut who = vec![(String::new(), read.as_str()), ("none".to_owned(), "nobody whom the text tells")];
    // the list has whom it is read to be
    if !chosen.is_empty() {
        who.remove(0);
    }
    who.extend(names.iter().map(|(value, name)| (value.clone(), name.as_str())));
    form.select("fix-who", "Who says it", who, &chosen)?;
    form.input("fix-name", "Or somebody else, by name", "text", "")?;
    if editor.index.is_some() { form.other("fix-none", "Not a quote") } else { Ok(()) }
}

fn time(form: &Form, editor: &Editor, article: &Article) -> Result<()> {
    let time = editor.index.and_then(|index| article.times.get(index));
    let read = || super::given::time(editor.words(), editor.breakdown.date.as_deref());
    let value = time.map(|time| time.value.clone()).or_else(|| Some(read()?.to_string())).unwrap_or_default();
    let day = if is_day(&value) { value.as_str() } else { "" };
    form.input("fix-day", "The day", "date", day)?;
    form.input("fix-value", "Or another time", "text", "")?;
    if let Some(time) = time.filter(|_| day.is_empty()) {
        form.hint(&format!("It is read as: {}.", told_time(time)))?;
    }
    form.hint("In words, such as “May 2023”, “2023”, “three days”.")?;
    if time.is_some() { form.other("fix-none", "Not a time") } else { Ok(()) }
}

/// Whether the value is a day, which a date field takes.
pub(super) fn is_day(value: &str) -> bool {
    value.len() == 10 && value.is_ascii() && !value.contains(['X', 'W', 'T'])
}

fn number(form: &Form, editor: &Editor, article: &Article) -> Result<()> {
    let quantity = editor.index.and_then(|index| article.quantities.get(index));
    let told = quantity.map(told_number).unwrap_or_default();
    let read = if quantity.is_some() { told.as_str() } else { editor.words() };
    form.input("fix-value", "It means", "text", read)?;
    form.hint(
        "The number and what it counts, in words or figures, such as “1.2 million people”, “$4,000”, “62 per cent”.",
    )?;
    if quantity.is_some() { form.other("fix-none", "Not a number") } else { Ok(()) }
}

fn date(form: &Form, editor: &Editor, article: &Article) -> Result<()> {
    let head = &article.head;
    let stamp = if editor.index == Some(0) { &head.published } else { &head.updated };
    let value = stamp.as_ref().map(|stamp| stamp.value.as_str()).unwrap_or_default();
    let day = value.split('T').next().unwrap_or_default();
    form.input("fix-day", "The day", "date", if is_day(day) { day } else { "" })
}
