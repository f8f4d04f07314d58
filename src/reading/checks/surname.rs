//! A person called by the surname alone before the full name is given.

use super::desk::Desk;
use crate::text::given::is_given;
use crate::text::words::is_capitalised;
use crate::{CheckCode, Entity, EntityKind, Quote, Span, SpeakerForm};

/// Finds who speaks in the running text under the surname alone, and is introduced in full only later.
pub(super) fn find(desk: &mut Desk<'_>) {
    for entity in desk.entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
        let mut running = entity.mentions.iter().copied().filter(|span| desk.is_running(*span));
        let Some(first) = running.next().filter(|span| desk.is_told(*span)) else { continue };
        if desk.slice(first).contains(char::is_whitespace) || !acts(desk, first) || titled(desk, first) {
            continue;
        }
        // the headline has the surname alone of those whom everybody knows
        let known = |span: &Span| desk.slice(*span) == desk.slice(first) && desk.is_head(*span);
        let Some(full) = running.next().filter(|span| introduces(desk.slice(*span), desk.slice(first))) else {
            continue;
        };
        if entity.mentions.iter().any(known) || is_shared(desk, entity) {
            continue;
        }
        let message = format!(
            "“{}” comes before the full name is given, “{}”",
            desk.slice(first),
            desk.slice(full).split_whitespace().collect::<Vec<_>>().join(" ")
        );
        desk.say(CheckCode::SurnameFirst, message, vec![first, full]);
    }
}

/// Whether a full name is a given name and then the surname.
fn introduces(full: &str, surname: &str) -> bool {
    let mut words = full.split_whitespace();
    words.next().is_some_and(is_given) && words.next_back() == Some(surname)
}

/// Whether another person of the story has the same surname.
fn is_shared(desk: &Desk<'_>, entity: &Entity) -> bool {
    let surname = entity.name.split_whitespace().next_back();
    let of = |other: &Entity| other.id != entity.id && other.name.split_whitespace().next_back() == surname;
    desk.entities.iter().any(of)
}

/// Whether the name is the whole source of a quote.
fn speaks(desk: &Desk<'_>, name: Span) -> bool {
    let of = |quote: &Quote| {
        quote
            .speaker
            .as_ref()
            .is_some_and(|speaker| speaker.span == Some(name) && speaker.form == Some(SpeakerForm::Name))
    };
    desk.quotes.iter().any(of)
}

/// Whether the name is who a clause is about: it speaks, does, or is described.
fn acts(desk: &Desk<'_>, name: Span) -> bool {
    let tokens = desk.story.text.cursor();
    let own = desk.story.text.tokens_in(name);
    let verb = ["was", "is", "has", "had", "will", "said", "told", "says", "did"];
    speaks(desk, name)
        || tokens.is_any(own.end, &verb)
        || tokens.is_mark(own.end, ',')
            && (tokens.is_figure(own.end + 1) || tokens.is_any(own.end + 1, &["a", "an", "the", "who"]))
}

/// Whether a title or another word of a name stands before it.
fn titled(desk: &Desk<'_>, name: Span) -> bool {
    let text = desk.story.text;
    let at = text.tokens_in(name).start;
    let Some(before) = at.checked_sub(1) else { return false };
    let before = if text.is_mark(before, '.') { before.saturating_sub(1) } else { before };
    text.word(before).is_some_and(is_capitalised) || text.is_mark(before, '-')
}
