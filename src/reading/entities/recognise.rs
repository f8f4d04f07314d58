//! Where names stand and of what kind they are, by rules.
//!
//! Capitalised runs are cut into titles and names; every name collects evidence over the whole
//! story (a title before it, a given name, "said" behind it, a corporate suffix …), since a name
//! that is clear once is clear everywhere. Two points make a kind.

use super::runs::{self, Run};
use super::{Mention, given, is_demonym, is_place, titles};
use crate::reading::Story;
use crate::text::Text;
use crate::text::dates;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, is_capitalised};
use crate::{EntityKind, Span};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Words that make a name that of an organization.
static ORGANIZATIONS: WordList = WordList::new(include_str!("organizations.txt"));
/// Organizations that need no other sign.
static KNOWN: WordList = WordList::new(include_str!("known-organizations.txt"));
/// Words that make a name that of a place when they end it.
static PLACE_WORDS: WordList = WordList::new(include_str!("place-words.txt"));
/// Words that end the names of laws, events and works.
static THINGS: WordList = WordList::new(include_str!("things.txt"));
/// Points that make a kind certain enough.
const ENOUGH: i32 = 2;

/// Points for the kinds a name can have, over all its places.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    person: i32,
    organization: i32,
    place: i32,
    /// How often a preposition of place stands before it.
    located: i32,
}

impl Evidence {
    /// The kind with the most points, if it has enough.
    fn kind(self) -> Option<EntityKind> {
        let most = self.person.max(self.organization).max(self.place);
        if most < ENOUGH {
            None
        } else if self.organization == most {
            Some(EntityKind::Organization)
        } else if self.place == most {
            Some(EntityKind::Place)
        } else {
            Some(EntityKind::Person)
        }
    }

    /// Adds points, held below a bound so that a long story cannot outweigh a clear sign.
    fn add(&mut self, other: Self) {
        let sum = |a: i32, b: i32| (a + b).clamp(-12, 12);
        self.person = sum(self.person, other.person);
        self.organization = sum(self.organization, other.organization);
        self.place = sum(self.place, other.place);
        self.located = sum(self.located, other.located);
    }
}

/// A name before its kind is known.
struct Candidate {
    tokens: Range<usize>,
    key: String,
}

/// The mentions of the story, in the text's order, without overlaps.
pub(super) fn mentions(story: &Story<'_>) -> Vec<Mention> {
    let text = story.text;
    let blocks = runs::blocks(story);
    let small = small_words(text, &blocks);
    let mut candidates = Vec::new();
    let mut evidence: HashMap<String, Evidence> = HashMap::new();
    let mut found = Vec::new();
    for (block, titled) in &blocks {
        if *titled {
            continue;
        }
        found.clear();
        runs::find(text, block.clone(), &mut found);
        for tokens in names(text, &found, &small) {
            let key = key(text, tokens.clone());
            evidence.entry(key.clone()).or_default().add(clues(text, block, &tokens));
            if !text.is_mark(tokens.end, '$') {
                candidates.push(Candidate { tokens, key });
            }
        }
    }
    let kinds = decide(text, &candidates, &evidence);
    let mut mentions: Vec<Mention> = candidates
        .iter()
        .filter_map(|candidate| kinds.get(&candidate.key).map(|&kind| mention(text, candidate.tokens.clone(), kind)))
        .collect();
    for (block, titled) in &blocks {
        if *titled {
            known_names(text, block.clone(), &kinds, &mut mentions);
            listed_names(text, block.clone(), &mut mentions);
        }
    }
    if let Some(dateline) = &story.head.dateline {
        for place in &dateline.places {
            mentions.push(mention(text, text.tokens_in(place.span), EntityKind::Place));
        }
    }
    mentions.retain(|mention| !mention.span.is_empty());
    mentions.sort_by_key(|mention| (mention.span.start, usize::MAX - mention.span.end));
    let mut end = 0;
    mentions.retain(|mention| {
        let apart = mention.span.start >= end;
        end = end.max(mention.span.end);
        apart
    });
    mentions
}

fn mention(text: &Text<'_>, tokens: Range<usize>, kind: EntityKind) -> Mention {
    Mention { span: span(text, &tokens), tokens, kind }
}

/// From the first token's start to the last one's end.
fn span(text: &Text<'_>, tokens: &Range<usize>) -> Span {
    match (text.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| text.tokens.get(last))) {
        (Some(first), Some(last)) if !tokens.is_empty() => Span::new(first.span().start, last.span().end),
        _ => Span::default(),
    }
}

/// A name in lower case with single spaces: what makes two mentions the same.
fn key(text: &Text<'_>, tokens: Range<usize>) -> String {
    let slice = span(text, &tokens).of(text.source);
    let mut key = String::with_capacity(slice.len());
    for word in slice.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
    }
    key
}

/// The words that occur with a small first letter: no names where a sentence begins with them.
fn small_words<'t>(text: &Text<'t>, blocks: &[(Range<usize>, bool)]) -> HashSet<&'t str> {
    let tokens = blocks.iter().filter(|(_, titled)| !titled).flat_map(|(block, _)| block.clone());
    tokens.filter_map(|at| text.word(at)).filter(|word| word.chars().next().is_some_and(char::is_lowercase)).collect()
}

/// Cuts runs into names: without opening words, without titles, with the "of" phrases of organizations.
fn names(text: &Text<'_>, runs: &[Run], small: &HashSet<&str>) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut index = 0;
    while let Some(run) = runs.get(index) {
        index += 1;
        let mut tokens = opened(text, run, small);
        if tokens.is_empty() {
            continue;
        }
        // "Ministry of Works and Transport", "Bank for Rural Trade"
        if let Some(next) = runs.get(index).filter(|next| leads_region(text, &tokens, next)) {
            index += 1;
            names.push(tokens.start..next.tokens.end);
            continue;
        }
        if takes_of(text, &tokens) {
            let mut and = false;
            while let Some(next) = runs.get(index).filter(|next| joins(text, tokens.end, next.tokens.start, and)) {
                tokens.end = next.tokens.end;
                and = true;
                index += 1;
            }
            names.push(tokens);
            continue;
        }
        let tail = text.word(tokens.end - 1).is_some_and(|word| ORGANIZATIONS.has(word));
        if tail || gazetteer(text, &tokens) {
            names.push(tokens);
            continue;
        }
        // "Secretary of State John Roe": what the title is of stands before the name
        tokens.start += titles::portfolio(text, &tokens);
        if let Some((before, name)) = split_title(text, &tokens) {
            if !before.is_empty() {
                names.push(before);
            }
            if !name.is_empty() {
                names.push(name);
            }
        } else {
            names.push(tokens);
        }
    }
    names
}

/// The run without a word that is capitalised only because the sentence begins there.
fn opened(text: &Text<'_>, run: &Run, small: &HashSet<&str>) -> Range<usize> {
    let mut tokens = run.tokens.clone();
    while !tokens.is_empty() {
        let word = text.str(text.tokens[tokens.start]);
        let title = titles::part(word).is_some() && tokens.len() > 1;
        let article =
            matches!(word, "The" | "A" | "An" | "I" | "Former" | "Late" | "Fellow" | "Neighbouring" | "Neighboring");
        let date = dates::weekday(word).is_some() || dates::month(word).is_some() && tokens.len() == 1;
        let opener = runs::is_opener(word) && (run.opens || tokens.len() == 1);
        let common =
            run.opens && small.contains(word.to_lowercase().as_str()) && !(tokens.len() > 1 && given::is_given(word));
        let place = is_place(span(text, &tokens).of(text.source));
        if place || title && !article || !(article || date || opener || common) {
            break;
        }
        tokens.start += 1;
        while text.tokens.get(tokens.start).is_some_and(|token| token.kind == Kind::Mark) && !tokens.is_empty() {
            tokens.start += 1;
        }
    }
    if tokens.start > tokens.end { run.tokens.end..run.tokens.end } else { tokens }
}

/// What the organization word in a name says, the last one's say first.
fn organization_word(text: &Text<'_>, tokens: &Range<usize>) -> Option<&'static str> {
    let last = tokens.end.checked_sub(1).and_then(|at| text.word(at)).and_then(|word| ORGANIZATIONS.get(word));
    last.or_else(|| {
        tokens
            .clone()
            .filter_map(|at| text.word(at))
            .find_map(|word| ORGANIZATIONS.get(word).filter(|&kind| kind == "head"))
    })
}

/// Whether an "of" phrase behind the name belongs to it.
fn takes_of(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    text.word(tokens.end - 1).and_then(|word| ORGANIZATIONS.get(word)) == Some("head")
        && !text.tokens.get(tokens.end).is_none_or(|next| next.kind != Kind::Word)
}

/// Whether "of" and a place stand behind a word for a region: "Republic of Norland".
fn leads_region(text: &Text<'_>, tokens: &Range<usize>, next: &Run) -> bool {
    let last = text.word(tokens.end - 1).unwrap_or("");
    let joined = match next.tokens.start - tokens.end {
        1 => text.word(tokens.end) == Some("of"),
        2 => text.word(tokens.end) == Some("of") && text.word(tokens.end + 1) == Some("the"),
        _ => false,
    };
    joined
        && matches!(
            last,
            "Republic"
                | "City"
                | "Kingdom"
                | "Gulf"
                | "Bay"
                | "Strait"
                | "Isle"
                | "Port"
                | "State"
                | "Emirate"
                | "Sultanate"
                | "Province"
                | "Horn"
                | "Sea"
        )
        && (is_place(span(text, &next.tokens).of(text.source)) || matches!(last, "Gulf" | "Bay" | "Strait" | "Isle"))
}

/// Whether the name is a region's word with "of" and a place.
fn is_region_of(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| {
        text.word(at) == Some("of")
            && text.word(at.wrapping_sub(1)).is_some_and(|word| {
                matches!(
                    word,
                    "Republic"
                        | "City"
                        | "Kingdom"
                        | "Gulf"
                        | "Bay"
                        | "Strait"
                        | "Isle"
                        | "Port"
                        | "State"
                        | "Emirate"
                        | "Sultanate"
                        | "Province"
                        | "Horn"
                        | "Sea"
                )
            })
    })
}

/// Whether only "of", "for", "of the" or, behind an "of" phrase, "and" stands between two runs.
fn joins(text: &Text<'_>, end: usize, start: usize, and: bool) -> bool {
    let word = |at: usize| text.word(at).unwrap_or("");
    match start.checked_sub(end) {
        Some(1) => matches!(word(end), "of" | "for") || and && word(end) == "and",
        Some(2) => matches!(word(end), "of" | "for") && word(end + 1) == "the",
        _ => false,
    }
}

/// Whether the whole name is a place that everybody knows.
fn gazetteer(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    is_place(span(text, tokens).of(text.source))
}

/// What stands before a title, and the name behind it; `None` where the run holds no title.
fn split_title(text: &Text<'_>, tokens: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    match titles::leading(text, tokens.clone()) {
        None => return Some((0..0, 0..0)),
        Some(0) => {}
        Some(length) => return Some((0..0, tokens.start + length..tokens.end)),
    }
    // "Works Ministry Spokesman Leo Quist": the title stands inside
    if text.word(tokens.start).is_some_and(given::is_given) {
        return None;
    }
    let head = tokens.clone().skip(1).find(|&at| {
        at + 1 < tokens.end
            && matches!(text.word(at).and_then(titles::part), Some(titles::Part::Head | titles::Part::Form(_)))
    })?;
    let mut start = head;
    while start > tokens.start && text.word(start - 1).and_then(titles::part).is_some() {
        start -= 1;
    }
    let name = titles::leading(text, start..tokens.end)?;
    Some((tokens.start..start, start + name..tokens.end))
}

/// What a name and its surroundings say about its kind.
fn clues(text: &Text<'_>, block: &Range<usize>, tokens: &Range<usize>) -> Evidence {
    let mut clue = Evidence::default();
    let length = tokens.len();
    let words = tokens.clone().filter(|&at| text.tokens[at].kind != Kind::Mark).count();
    let first = text.str(text.tokens[tokens.start]);
    let last = text.str(text.tokens[tokens.end - 1]);
    let known_place = gazetteer(text, tokens);
    // "US$12": money
    if text.is_mark(tokens.end, '$') && !text.tokens[tokens.end].spaced {
        return Evidence::default();
    }
    if known_place {
        // "George" is a city too
        clue.place += if words == 1 && given::is_given(first) { 1 } else { 4 };
    }
    if is_demonym(span(text, tokens).of(text.source)) {
        return Evidence { person: -12, organization: -12, place: -12, located: 0 };
    }
    if THINGS.has(last) || THINGS.has(last.strip_suffix('s').unwrap_or(last)) {
        return Evidence { person: -12, organization: -12, place: -12, located: 0 };
    }
    let name = span(text, tokens).of(text.source);
    if KNOWN.has(name) {
        clue.organization += 3;
    }
    if length > 1 && organization_word(text, tokens).is_some() {
        clue.organization += 5;
    }
    // "Republic of Norland", "Gulf of Elder"
    if length > 2 && is_region_of(text, tokens) {
        clue.place += 6;
    }
    if words == 1 && runs::is_acronym(text, tokens.start) && !known_place {
        clue.organization += 2;
    }
    if text.tokens[tokens.clone()].iter().any(|&token| text.str(token) == "&") {
        clue.organization += 2;
    }
    if words > 1 && !known_place {
        if PLACE_WORDS.has(last) && !given::is_given(first) {
            clue.place += 3;
        }
        if matches!(first, "Lake" | "Mount" | "Port" | "Fort" | "Cape" | "Camp" | "Gulf" | "Isle") {
            clue.place += 3;
        }
        if is_place(first) || is_demonym(first) {
            clue.organization += 1;
            clue.person -= 2;
        } else if is_place(last) && !given::is_given(first) && titles::before(text, block.start, tokens.start).is_none()
        {
            clue.organization += 2;
        }
    }
    clue.add(person_clues(text, block, tokens, words));
    clue.add(place_clues(text, block, tokens, words));
    clue
}

/// Signs of a person.
fn person_clues(text: &Text<'_>, block: &Range<usize>, tokens: &Range<usize>, words: usize) -> Evidence {
    let mut person = 0;
    let word = |at: usize| text.word(at).unwrap_or("");
    let before = if tokens.start > block.start { word(tokens.start - 1) } else { "" };
    if let Some(title) = titles::before(text, block.start, tokens.start) {
        // "leader Elder Party": a small noun before an organization's name proves little
        person += if title.form || is_capitalised(word(title.tokens.end - 1)) { 4 } else { 3 };
    }
    let first = text.str(text.tokens[tokens.start]);
    let given = given::is_given(first) && (words > 1 || !is_place(first));
    if given {
        person += if words > 1 { 2 } else { 1 };
    }
    // "M. K. Roe": initials lead only the names of people
    let initial =
        text.tokens[tokens.start].kind == Kind::Initials || first.chars().count() == 1 && !matches!(first, "A" | "I");
    if words > 1 && initial && !is_place(first) {
        person += 2;
    }
    if matches!(before, "named" | "nicknamed" | "surnamed" | "called")
        || before == "as" && matches!(word(tokens.start.wrapping_sub(2)), "identified" | "known")
    {
        person += 1;
    }
    if (2..=4).contains(&words) {
        let middle = text.tokens[tokens.start + 1..tokens.end.max(tokens.start + 1) - 1].iter();
        let initial = middle.clone().any(|&token| {
            token.kind == Kind::Initials
                || token.kind == Kind::Word && text.str(token).chars().count() == 1 && is_capitalised(text.str(token))
        });
        let particle = tokens.clone().skip(1).any(|at| text.word(at).is_some_and(runs::is_particle));
        person += if initial || particle { 2 } else { 0 };
    }
    // a name of words that are no English words is a person's more often than not
    let foreign = (2..=4).contains(&words)
        && tokens
            .clone()
            .filter(|&at| text.tokens[at].kind == Kind::Word)
            .all(|at| !looks_english(text.str(text.tokens[at])));
    if foreign && !matches!(before, "the" | "The" | "in" | "In" | "at" | "from" | "to" | "a" | "an" | "near" | "across")
    {
        person += 2;
    }
    let next = word(tokens.end);
    if is_speech(next) {
        person += 1;
    }
    if is_speech(before) && before != "told" && text.tokens.get(tokens.end).is_none_or(|token| token.kind == Kind::Mark)
    {
        person += 1;
    }
    if next == "who" || text.is_mark(tokens.end, ',') && word(tokens.end + 1) == "who" {
        person += 2;
    }
    if text.is_mark(tokens.end, ',') && is_age(text, tokens.end + 1) {
        person += 3;
    }
    let possessive = text.tokens.get(tokens.end).is_some_and(|token| token.kind == Kind::Clitic);
    if matches!(before, "the" | "The" | "a" | "an" | "in" | "at" | "across")
        && !(given && words > 1 && (possessive || matches!(before, "the" | "a")))
    {
        person -= 2;
    }
    if words > 4 || is_all_caps(first) && first.len() > 1 && text.tokens[tokens.start].kind == Kind::Word {
        person -= 2;
    }
    Evidence { person, ..Evidence::default() }
}

/// Whether a word is one of our lists of words that names are not made of, or has the ending of an English word.
fn looks_english(word: &str) -> bool {
    const ENDINGS: [&str; 26] = [
        "tion", "sion", "ment", "ing", "ity", "ship", "ness", "ics", "ism", "ance", "ence", "ive", "ous", "ary", "ory",
        "ies", "ers", "ors", "ians", "ical", "ional", "ists", "ights", "ents", "ings", "eum",
    ];
    let lower = word.to_lowercase();
    runs::is_acronym_word(word)
        || ENDINGS.iter().any(|ending| lower.len() > ending.len() + 1 && lower.ends_with(ending))
        || titles::part(word).is_some()
        || ORGANIZATIONS.has(word)
        || PLACE_WORDS.has(word)
        || THINGS.has(word)
        || is_demonym(word)
        || is_place(word)
        || runs::is_opener(word)
}

/// Signs of a place.
fn place_clues(text: &Text<'_>, block: &Range<usize>, tokens: &Range<usize>, words: usize) -> Evidence {
    let mut place = 0;
    let word = |at: usize| text.word(at).unwrap_or("");
    let before = if tokens.start > block.start { word(tokens.start - 1) } else { "" };
    if words <= 3
        && matches!(before, "in" | "In" | "near" | "across" | "outside" | "at")
        && !runs::is_acronym(text, tokens.start)
    {
        place += if matches!(before, "in" | "In") { 2 } else { 1 };
    }
    let kind = |word: &str| {
        matches!(
            word,
            "city"
                | "town"
                | "village"
                | "province"
                | "region"
                | "district"
                | "county"
                | "state"
                | "island"
                | "area"
                | "port"
                | "capital"
                | "suburb"
                | "municipality"
                | "neighbourhood"
                | "neighborhood"
                | "river"
                | "valley"
                | "prefecture"
                | "township"
                | "airport"
        )
    };
    if words <= 3
        && (before == "of" && kind(word(tokens.start.wrapping_sub(2))) || kind(word(tokens.end)) && before != "a")
    {
        place += 2;
    }
    if text.is_mark(tokens.end, ',') {
        let region = |end: usize| gazetteer(text, &(tokens.end + 1..end.min(block.end)));
        if matches!(before, "in" | "In" | "from" | "at" | "near" | "of" | "to")
            && (region(tokens.end + 2) || region(tokens.end + 3))
        {
            place += 2;
        }
    }
    Evidence { place, located: i32::from(place > 0), ..Evidence::default() }
}

/// Whether token `at` is an age between commas: ", 37,".
fn is_age(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|&token| {
        token.kind == Kind::Number
            && text.str(token).len() <= 3
            && text.str(token).parse::<u8>().is_ok_and(|age| (1..=115).contains(&age))
    }) && (text.is_mark(at + 1, ',') || text.is_mark(at + 1, '.') || text.is_mark(at + 1, ';'))
}

/// Whether `word` says that someone speaks.
fn is_speech(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "told"
            | "added"
            | "adds"
            | "tells"
            | "explained"
            | "explains"
            | "wrote"
            | "writes"
            | "recalled"
            | "tweeted"
            | "argued"
            | "argues"
            | "noted"
            | "notes"
            | "insisted"
            | "joked"
            | "admitted"
    )
}

/// The kind of every name that is clear enough.
fn decide(
    text: &Text<'_>,
    candidates: &[Candidate],
    evidence: &HashMap<String, Evidence>,
) -> HashMap<String, EntityKind> {
    let mut kinds = HashMap::new();
    let lone: HashSet<&str> = candidates.iter().filter(|c| c.tokens.len() == 1).map(|c| c.key.as_str()).collect();
    // words of people's names, with whether they are surnames
    let mut parts: HashMap<String, bool> = HashMap::new();
    for candidate in candidates.iter().filter(|candidate| candidate.tokens.len() > 1) {
        if kinds.contains_key(&candidate.key) {
            continue;
        }
        let mut points = evidence.get(&candidate.key).copied().unwrap_or_default();
        let last = key(text, candidate.tokens.end - 1..candidate.tokens.end);
        let first = key(text, candidate.tokens.start..candidate.tokens.start + 1);
        let repeats = lone.contains(last.as_str()) && !is_place(&last) && !is_demonym(&last)
            || lone.contains(first.as_str()) && !is_place(&first) && !is_demonym(&first);
        if repeats && candidate.tokens.len() <= 4 {
            points.person += 1 + i32::from(lone.contains(last.as_str()));
        }
        if let Some(lone) = evidence.get(&last).filter(|lone| lone.person >= 3) {
            points.person += lone.person.min(3);
        }
        if let Some(kind) = points.kind() {
            if kind == EntityKind::Person {
                parts.entry(first).or_insert(false);
                parts.insert(last, true);
                if let Some(at) = surname_start(text, &candidate.tokens) {
                    parts.insert(key(text, at..candidate.tokens.end), true);
                }
            }
            kinds.insert(candidate.key.clone(), kind);
        }
    }
    for candidate in candidates.iter().filter(|candidate| !kinds.contains_key(&candidate.key)).collect::<Vec<_>>() {
        let points = evidence.get(&candidate.key).copied().unwrap_or_default();
        let kind = points.kind();
        // "Lincoln" is the person where the story has one of that surname and never goes there
        let part = match parts.get(&candidate.key) {
            Some(true) => (!is_place(&candidate.key) || points.located == 0) && kind != Some(EntityKind::Organization),
            Some(false) => !is_place(&candidate.key) && kind != Some(EntityKind::Organization),
            None => false,
        };
        if part {
            kinds.insert(candidate.key.clone(), EntityKind::Person);
        } else if let Some(kind) = kind {
            kinds.insert(candidate.key.clone(), kind);
        }
    }
    kinds
}

/// Where a surname with particles or a hyphen begins: `al-Assad`, `van Dyk`, `Akufo-Addo`.
fn surname_start(text: &Text<'_>, tokens: &Range<usize>) -> Option<usize> {
    let spaced = tokens.clone().rev().find(|&at| text.tokens[at].spaced && at > tokens.start)?;
    let mut start = spaced;
    while start > tokens.start + 1 && text.word(start - 1).is_some_and(runs::is_particle) {
        start -= 1;
    }
    (start + 1 < tokens.end).then_some(start)
}

/// Finds people in a list of names: a given name with one or two words behind it, alone between marks.
fn listed_names(text: &Text<'_>, block: Range<usize>, mentions: &mut Vec<Mention>) {
    let mut found = Vec::new();
    runs::find(text, block.clone(), &mut found);
    for run in found {
        let (first, last) = (text.str(text.tokens[run.tokens.start]), text.str(text.tokens[run.tokens.end - 1]));
        let alone = run.tokens.start > block.start
            && run.tokens.end < block.end
            && text.tokens[run.tokens.start - 1].kind == Kind::Mark
            && text.tokens[run.tokens.end].kind == Kind::Mark;
        if alone
            && (2..=3).contains(&run.tokens.len())
            && given::is_given(first)
            && !is_place(first)
            && !looks_english(last)
        {
            mentions.push(mention(text, run.tokens, EntityKind::Person));
        }
    }
}

/// Finds names that are known from the running text in a block where capitals tell nothing.
fn known_names(text: &Text<'_>, block: Range<usize>, kinds: &HashMap<String, EntityKind>, mentions: &mut Vec<Mention>) {
    let mut at = block.start;
    while at < block.end {
        if !runs::is_name(text, at) {
            at += 1;
            continue;
        }
        let found = (1..=5usize).rev().filter(|length| at + length <= block.end).find_map(|length| {
            let tokens = at..at + length;
            let key = key(text, tokens.clone());
            let kind = kinds.get(&key).copied().or_else(|| is_place(&key).then_some(EntityKind::Place))?;
            Some((tokens, kind))
        });
        match found {
            Some((tokens, kind)) => {
                at = tokens.end;
                mentions.push(mention(text, tokens, kind));
            }
            None => at += 1,
        }
    }
}
