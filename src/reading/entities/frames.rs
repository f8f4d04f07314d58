//! What the words around a name say of its kind where the name alone misleads: clubs named like their town, companies
//! named like a person or a place. Only what no person or place is said to do counts.

use super::mend::begins_sentence;
use super::{Mention, tagger};
use crate::EntityKind;
use crate::text::Text;
use crate::text::given;
use crate::text::tokens::Kind;
use crate::text::words::is_all_caps;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Nouns for bodies that stand right before the name of one: "the airline Norlander".
const BODIES: [&str; 18] = [
    "airline",
    "automaker",
    "bank",
    "brand",
    "broadcaster",
    "carmaker",
    "carrier",
    "charity",
    "club",
    "company",
    "firm",
    "giant",
    "insurer",
    "lender",
    "maker",
    "manufacturer",
    "retailer",
    "startup",
];
/// What companies alone have: "Norlander's shareholders".
const OWNED: [&str; 8] =
    ["board", "customers", "employees", "executives", "revenue", "shareholders", "shares", "subsidiary"];
/// Those who belong to a club: "the Harrowgate striker".
const CLUB: [&str; 10] = [
    "defender",
    "fans",
    "fullback",
    "goalkeeper",
    "midfielder",
    "players",
    "striker",
    "strikers",
    "supporters",
    "winger",
];
/// What one does for a club, before "for".
const FOR: [&str; 9] = ["appearances", "debut", "goals", "play", "played", "playing", "plays", "scored", "signed"];
/// What one does with or against another club.
const MATCH: [&str; 8] = ["defeat", "draw", "drew", "game", "loss", "match", "victory", "win"];
/// What clubs do to clubs.
const BEAT: [&str; 4] = ["beat", "drew", "outplayed", "thrashed"];

/// What several do: after a town in the singular, the eleven that play for it. "Harrowgate have signed Quist."
const SEVERAL: [&str; 5] = ["are", "face", "have", "host", "were"];

/// Broadcasters, agencies and sites, and last words of newspapers' names.
const OUTLETS: [&str; 38] = [
    "ABC",
    "AFP",
    "AP",
    "Axios",
    "BBC",
    "Bloomberg",
    "CBC",
    "CBS",
    "CNBC",
    "CNN",
    "Chronicle",
    "ESPN",
    "Fox",
    "Globe",
    "Guardian",
    "Gazette",
    "Herald",
    "ITV",
    "Jazeera",
    "Journal",
    "MSNBC",
    "Mail",
    "NBC",
    "NPR",
    "News",
    "PBS",
    "POLITICO",
    "Politico",
    "Post",
    "RTE",
    "Reuters",
    "Sky",
    "Standard",
    "Star",
    "Telegraph",
    "Times",
    "Tribune",
    "ITN",
];

/// From this on a name is what the tagger says, whatever stands before it.
const UNSURE: u8 = 85;
/// What countries have and bodies do not: "Norland's prime minister".
const STATE: [&str; 14] = [
    "ambassador",
    "army",
    "border",
    "borders",
    "capital",
    "coast",
    "embassy",
    "government",
    "king",
    "navy",
    "parliament",
    "population",
    "premier",
    "queen",
];

/// Whether what stands around a single word says that it names a country: "her Norland counterpart".
fn is_country(text: &Text<'_>, mention: &Mention) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let word = |at: usize| text.word(at).unwrap_or("");
    let possessive = text.tokens.get(end).is_some_and(|token| token.kind == Kind::Clitic);
    let prime = matches!(word(end + 1), "prime" | "Prime");
    let office = matches!(word(end + 1), "prime" | "Prime" | "foreign" | "Foreign" | "finance" | "Finance")
        && matches!(word(end + 2), "minister" | "Minister" | "ministry" | "Ministry");
    let own = start.checked_sub(1).is_some_and(|at| matches!(word(at), "his" | "her" | "their" | "its"));
    let other = text.word(start).is_none_or(|word| is_all_caps(word) || super::BODIES.has(word))
        || start.checked_sub(1).is_some_and(|at| matches!(word(at), "the" | "The"));
    let office = office && (prime || mention.kind != EntityKind::Person);
    let had = mention.kind != EntityKind::Person && STATE.contains(&word(end + 1));
    !other && (possessive && (office || had) || own && word(end) == "counterpart")
}

/// Makes places of the people whose name stands, wherever it stands, after a preposition that only a place has: "divers
/// off Qasr Nour".
fn settle_shores(text: &Text<'_>, mentions: &mut [Mention]) {
    let mut shores: HashMap<String, bool> = HashMap::new();
    let key = |mention: &Mention| mention.span.of(text.source).split_whitespace().collect::<Vec<_>>().join(" ");
    for mention in mentions.iter().filter(|mention| mention.kind == EntityKind::Person && mention.sure < UNSURE) {
        let before = mention.tokens.start.checked_sub(1).and_then(|at| text.word(at)).unwrap_or("");
        let verb = mention.tokens.start.checked_sub(2).and_then(|at| text.word(at)).unwrap_or("");
        // "to see off Ann Quist"
        let shore =
            before == "off" && !verb.ends_with("ed") && !matches!(verb, "see" | "saw" | "hold" | "held" | "fend");
        // "a fire in Kwun Tong", "from Kwun Tong": no given name is in it
        let town = || {
            let several = mention.tokens.len() > 1 && text.span_of(&mention.tokens).of(text.source).contains(' ');
            let trusted =
                matches!(verb, "believe" | "believed" | "confidence" | "faith" | "interest" | "interested" | "trust");
            let owns = text.tokens.get(mention.tokens.end).is_some_and(|next| next.kind == Kind::Clitic);
            let given = mention.tokens.clone().any(|at| text.word(at).is_some_and(given::is_given));
            several && !trusted && !owns && !given
        };
        *shores.entry(key(mention)).or_insert(true) &=
            shore || matches!(before, "near" | "outside") || matches!(before, "in" | "In") && town();
    }
    for mention in mentions.iter_mut().filter(|mention| mention.kind == EntityKind::Person) {
        if shores.get(&key(mention)) == Some(&true) {
            mention.kind = EntityKind::Place;
        }
    }
}

/// Makes people of what was taken for a place of two words after the possessive of a newspaper, agency or broadcaster,
/// as news names its reporters: "CNN's Dana Park".
fn settle_reporters(text: &Text<'_>, mentions: &mut [Mention]) {
    let mut outlet = usize::MAX;
    for mention in mentions {
        let tokens = mention.tokens.clone();
        let owned = outlet.checked_add(1) == Some(tokens.start)
            && text.tokens.get(outlet).is_some_and(|token| token.kind == Kind::Clitic);
        if owned
            && mention.kind == EntityKind::Place
            && tokens.len() == 2
            && !super::is_place(mention.span.of(text.source))
        {
            mention.kind = EntityKind::Person;
        }
        let last = text.word(tokens.end - 1).unwrap_or("");
        outlet =
            if mention.kind == EntityKind::Organization && OUTLETS.contains(&last) { tokens.end } else { usize::MAX };
    }
}

/// Makes people of what was taken for places of two words that stand beside a person: "Ann Quist and Latika Brandt live".
fn settle_pairs(text: &Text<'_>, mentions: &mut [Mention]) {
    let mut before: Option<Range<usize>> = None;
    for mention in mentions {
        let tokens = mention.tokens.clone();
        let beside = before.take().is_some_and(|end| end.end + 1 == tokens.start && text.word(end.end) == Some("and"));
        let unknown = || tokens.clone().all(|at| text.word(at).is_some_and(|word| !super::is_place(word)));
        if beside && mention.kind == EntityKind::Place && tokens.len() == 2 && mention.sure < UNSURE && unknown() {
            mention.kind = EntityKind::Person;
        }
        before = (mention.kind == EntityKind::Person && tokens.len() > 1).then_some(tokens);
    }
}

/// Makes places of the bodies that the words around them say are countries, at all places where they are no part of a
/// longer name.
fn settle_countries(text: &Text<'_>, mentions: &mut [Mention]) {
    let unsure = |mention: &Mention| mention.kind == EntityKind::Person && mention.sure < UNSURE;
    let body =
        |mention: &Mention| mention.tokens.len() == 1 && (mention.kind == EntityKind::Organization || unsure(mention));
    let told = |mention: &&Mention| body(mention) && is_country(text, mention);
    let countries: HashSet<&str> = mentions.iter().filter(told).filter_map(|one| text.word(one.tokens.start)).collect();
    for mention in mentions.iter_mut().filter(|mention| body(mention)) {
        if text.word(mention.tokens.start).is_some_and(|word| countries.contains(word)) {
            mention.kind = EntityKind::Place;
        }
    }
}

/// Makes bodies of the people and places among `mentions` that the words around them say are some, at all their places.
pub(super) fn settle(text: &Text<'_>, mentions: &mut [Mention]) {
    settle_pairs(text, mentions);
    settle_reporters(text, mentions);
    settle_countries(text, mentions);
    settle_shores(text, mentions);
    let told = |mention: &&Mention| mention.tokens.len() == 1 && is_body(text, mention);
    let bodies: HashSet<&str> = mentions.iter().filter(told).filter_map(|one| text.word(one.tokens.start)).collect();
    if bodies.is_empty() {
        return;
    }
    for mention in mentions {
        let word = |back: usize| mention.tokens.start.checked_sub(back).and_then(|at| text.word(at)).unwrap_or("");
        let inside = mention.kind == EntityKind::Place && matches!(word(1), "in" | "In" | "near" | "at" | "outside");
        let named = text.word(mention.tokens.start).is_some_and(|word| bodies.contains(word));
        if mention.tokens.len() == 1 && named && !inside {
            mention.kind = EntityKind::Organization;
        }
    }
}

/// Whether the words around a single word say that it names a body.
fn is_body(text: &Text<'_>, mention: &Mention) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = |back: usize| start.checked_sub(back).and_then(|at| text.word(at)).unwrap_or("");
    let after = |ahead: usize| text.word(end + ahead).unwrap_or("");
    if text.word(start).is_none_or(tagger::is_state) {
        return false;
    }
    let club = || {
        CLUB.contains(&after(0))
            || before(1) == "for" && FOR.contains(&before(2))
            || matches!(before(1), "against" | "over" | "to" | "with") && MATCH.contains(&before(2))
            || before(1) == "from" && matches!(before(2), "bid" | "offer")
            || BEAT.contains(&after(0))
            || BEAT.contains(&before(1)) && text.tokens.get(end).is_none_or(|next| next.kind != Kind::Clitic)
            || (before(2), before(1)) == ("lost", "to")
            || SEVERAL.contains(&after(0))
                && begins_sentence(text, start)
                && !text.word(start).is_some_and(|word| word.ends_with('s'))
    };
    let company = || {
        let possessive = text.tokens.get(end).is_some_and(|token| token.kind == Kind::Clitic);
        let clause = text.is_mark(end, ',')
            && (after(1) == "which"
                || matches!(after(1), "a" | "an" | "the")
                    && (BODIES.contains(&after(2)) || BODIES.contains(&after(3))));
        possessive && (OWNED.contains(&after(1)) || (after(1), after(2)) == ("chief", "executive"))
            || clause
            || matches!(after(0), "said" | "says") && after(1) == "its"
    };
    match mention.kind {
        EntityKind::Organization => false,
        EntityKind::Place => BODIES.contains(&before(1)) || club(),
        EntityKind::Person => {
            // a person has fans, supporters and players too
            let own = matches!(after(0), "defender" | "goalkeeper" | "midfielder" | "striker" | "winger");
            BODIES.contains(&before(1)) || own || company()
        }
    }
}
