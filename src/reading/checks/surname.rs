//! A person called by the surname alone before the full name is given.

use super::desk::Desk;
use crate::text::given::is_given;
use crate::text::words::is_capitalised;
use crate::{CheckCode, Entity, EntityKind, Role, Span, SpeakerForm};
use std::collections::{HashMap, HashSet};

/// Finds who speaks or acts in the running text under the surname alone, and is named in full only the next time.
pub(super) fn find(desk: &mut Desk<'_>) {
    let mut surnames: HashMap<&str, usize> = HashMap::new();
    for entity in desk.entities {
        *surnames.entry(surname(entity)).or_default() += 1;
    }
    let speakers = desk.quotes.iter().filter_map(|quote| quote.speaker.as_ref());
    let speakers = speakers.filter(|speaker| speaker.form == Some(SpeakerForm::Name));
    let speakers: HashSet<Span> = speakers.filter_map(|speaker| speaker.span).collect();
    // in some copies the first sentence is the headline
    let Some(opening) = desk.running().next().map(|sentence| sentence.span.end) else { return };
    for entity in desk.entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
        // two of a family, and those whom everybody knows: the headline has the surname alone of them
        if surnames[surname(entity)] > 1 || entity.mentions.iter().any(|span| is_known(desk, *span)) {
            continue;
        }
        let mut running = entity.mentions.iter().copied().filter(|span| desk.is_running(*span));
        let (Some(first), Some(full)) = (running.next(), running.next()) else { continue };
        let (alone, whole) = (desk.slice(first), desk.slice(full));
        let acts = speakers.contains(&first) || acts(desk, first);
        if first.start < opening
            || alone.contains(char::is_whitespace)
            || !introduces(whole, alone)
            || !acts
            || is_titled(desk, first)
            || !is_told(desk, first)
        {
            continue;
        }
        let whole = whole.split_whitespace().collect::<Vec<_>>().join(" ");
        let message = format!("“{alone}” stands before the full name is given, “{whole}”");
        desk.say(CheckCode::SurnameFirst, message, vec![first, full]);
    }
}

fn surname(entity: &Entity) -> &str {
    entity.name.split_whitespace().next_back().unwrap_or("")
}

/// Whether `span` is one word of headline or standfirst.
fn is_known(desk: &Desk<'_>, span: Span) -> bool {
    let head = matches!(desk.role(span), Some(Role::Headline | Role::Standfirst));
    head && !desk.slice(span).contains(char::is_whitespace)
}

/// Whether the sentence at `span` ends with a full stop: a title does not.
fn is_told(desk: &Desk<'_>, span: Span) -> bool {
    let sentences = desk.story.sentences;
    let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    sentences.get(at).is_some_and(|sentence| desk.is_stopped(sentence.span))
}

/// Whether a full name is a given name and then the surname.
fn introduces(full: &str, surname: &str) -> bool {
    let mut words = full.split_whitespace();
    words.next().is_some_and(is_given) && words.next_back() == Some(surname)
}

/// Whether the name is who a clause is about: it does something, or is described.
fn acts(desk: &Desk<'_>, name: Span) -> bool {
    let tokens = desk.story.text.cursor();
    let end = desk.story.text.tokens_in(name).end;
    let described = tokens.is_figure(end + 1) || tokens.is_any(end + 1, &["a", "an", "the", "who"]);
    tokens.is_any(end, &["was", "is", "has", "had", "will", "said", "told", "says", "did"])
        || tokens.is_mark(end, ',') && described
}

/// Whether a title or another word of a name stands before it.
fn is_titled(desk: &Desk<'_>, name: Span) -> bool {
    let text = desk.story.text;
    let Some(before) = text.tokens_in(name).start.checked_sub(1) else { return false };
    let before = if text.is_mark(before, '.') { before.saturating_sub(1) } else { before };
    text.word(before).is_some_and(is_capitalised) || text.is_mark(before, '-')
}
