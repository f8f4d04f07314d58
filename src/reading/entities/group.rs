//! Puts the mentions of one bearer together.

use super::same::{Shorts, bare, bracketed, plain};
use super::title_words;
use super::titles::{self, Title};
use super::{Mention, runs};
use crate::order::{arranged, order};
use crate::reading::Story;
use crate::text::Text;
use crate::text::given::{Gender, gender, is_given};
use crate::text::words::{is_all_caps, is_capitalised};
use crate::{Certainty, Entity, EntityKind, Span};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// At most this many namesakes are told apart: it keeps the search for a surname's bearer bounded.
const NAMESAKES: usize = 8;

/// No certainty is greater, in hundredths.
const MOST: u64 = 98;

/// A bearer while mentions are put together.
struct Bearer {
    kind: EntityKind,
    /// The words of the fullest name, in lower case.
    words: Vec<String>,
    name: String,
    titles: Vec<String>,
    mentions: Vec<Span>,
    /// How often the story gives more than one word of the name.
    fulls: usize,
    /// Where that is first: the number of the mention.
    first: usize,
    /// The gender that the first form of address or the given name tells.
    gender: Option<Gender>,
    /// The sum of how sure its mentions are.
    sure: usize,
    /// Whether the story gives its name in several forms.
    forms: bool,
}

impl Bearer {
    fn new(kind: EntityKind, name: String, gender: Option<Gender>) -> Self {
        Self {
            kind,
            words: Vec::new(),
            name,
            titles: Vec::new(),
            mentions: Vec::new(),
            fulls: 0,
            first: usize::MAX,
            gender,
            sure: 0,
            forms: false,
        }
    }

    /// Whether only the name beside its own gives its surname: "Paul and Gwen Arden".
    fn lacks_surname(&self) -> bool {
        self.kind == EntityKind::Person && self.words.len() == 2 && !self.name.contains([' ', '-'])
    }

    /// Whether its name is a dateline's capitals or lacks accents that the same name has elsewhere.
    fn is_spelled_less(&self, other: &str) -> bool {
        is_all_caps(&self.name) || accented(other) && !accented(&self.name)
    }
}

/// Whether a name has letters that ASCII lacks.
fn accented(name: &str) -> bool {
    name.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

/// A name as the text has it, with single spaces.
fn written(text: &Text<'_>, mention: &Mention) -> String {
    mention.span.of(text.source).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The entities that `mentions` name, in the order of their first mentions.
pub(super) fn entities(story: &Story<'_>, mentions: &[Mention]) -> Vec<Entity> {
    let text = story.text;
    let mut bearers: Vec<Bearer> = Vec::new();
    // people by each word of their names; others by the whole name
    let mut people: HashMap<String, Vec<usize>> = HashMap::new();
    let mut others: HashMap<(String, bool), usize> = HashMap::new();
    let mut shorts = Shorts::default();
    let mut explained: HashMap<String, usize> = HashMap::new();
    let brackets = bracketed(text, mentions);
    let mut bearer_of = vec![usize::MAX; mentions.len()];
    let floors = floors(story, mentions);
    let couples = couples(text, mentions);
    // full names first: a headline's surname comes before the full name it stands for
    let lone = |at: usize| parts(text, &mentions[at]) == 1 && couples[at].is_none();
    let order = order((0..mentions.len()).map(|at| (u64::from(lone(at)), 0)));
    for index in order {
        let mention = &mentions[index];
        let mut words = words(text, mention);
        let surname = couples[index].map(|at| text.str(text.tokens[at]));
        words.extend(surname.map(str::to_lowercase));
        let place = mention.kind == EntityKind::Place;
        let slice = mention.span.of(text.source);
        let found = if let Some(&id) = explained.get(&words.join(" ")) {
            Some(id)
        } else if let Some(long) = brackets[index].filter(|&long| bearer_of[long] != usize::MAX) {
            explained.insert(words.join(" "), bearer_of[long]);
            Some(bearer_of[long])
        } else if mention.kind == EntityKind::Person {
            let gender = address(text, mention);
            bearer_or_part(&bearers, &people, &words, gender, index)
        } else {
            let known = others.get(&(plain(&words), place)).copied();
            // "the Herald" after the Ardmouth Herald
            let last =
                || shorts.last(&words).filter(|&id| bearers.get(id).is_some_and(|body: &Bearer| body.first < index));
            known.or_else(|| shorts.find(&words, slice).or_else(last).filter(|_| !place))
        };
        let id = found.unwrap_or_else(|| {
            let gender = address(text, mention)
                .or_else(|| words.first().filter(|_| words.len() > 1).and_then(|given| gender(given)));
            bearers.push(Bearer::new(mention.kind, written(text, mention), gender));
            bearers.len() - 1
        });
        bearer_of[index] = id;
        let bearer = &mut bearers[id];
        bearer.forms |= found.is_some() && words != bearer.words;
        if words.len() > bearer.words.len() {
            if bearer.kind == EntityKind::Person {
                for word in &words {
                    let known = people.entry(word.clone()).or_default();
                    if known.len() < NAMESAKES && !known.contains(&id) {
                        known.push(id);
                    }
                }
            } else {
                others.insert((plain(&words), bearer.kind == EntityKind::Place), id);
                if bearer.kind == EntityKind::Organization {
                    shorts.add(&words, id);
                }
            }
            bearer.name = written(text, mention);
            bearer.words = words;
        } else if words == bearer.words
            && (bearer.is_spelled_less(slice) || bearer.lacks_surname() && surname.is_none())
        {
            bearer.name = written(text, mention);
        } else if words.len() == 1 && bearer.lacks_surname() && words.last() == bearer.words.last() {
            // "Mr Arden" after "Paul and Gwen Arden"
            bearer.name = format!("{} {}", bearer.name, written(text, mention));
        }
        if !lone(index) {
            bearer.fulls += 1;
            bearer.first = bearer.first.min(index);
        }
    }
    let mut plural: Option<(usize, String)> = None;
    for (index, mention) in mentions.iter().enumerate() {
        let Some(bearer) = bearers.get_mut(bearer_of[index]) else { continue };
        bearer.mentions.push(mention.span);
        bearer.sure += usize::from(mention.sure);
        if mention.kind != EntityKind::Person {
            continue;
        }
        let title = titles::before(text, floors[index], mention.tokens.start);
        let wording = match title {
            Some(Title { form: true, plural: false, .. }) => None,
            Some(title) => {
                let wording = titles::wording(text, &title);
                plural = title.plural.then(|| (mention.tokens.end, wording.clone()));
                Some(wording)
            }
            // "Presidents A and B"
            None => plural.take().filter(|(end, _)| is_list(text, *end, mention.tokens.start)).map(|(_, wording)| {
                plural = Some((mention.tokens.end, wording.clone()));
                wording
            }),
        };
        if let Some(wording) = wording.filter(|wording| !bearer.titles.contains(wording)) {
            bearer.titles.push(wording);
        }
    }
    finish(bearers)
}

/// Orders the bearers by their first mentions and numbers them.
fn finish(mut bearers: Vec<Bearer>) -> Vec<Entity> {
    bearers.retain(|bearer| !bearer.mentions.is_empty());
    let bearers = arranged(bearers, |bearer| bearer.mentions.first().map_or((0, 0), |span| (span.start, span.end)));
    let number = |(id, bearer): (usize, Bearer)| Entity {
        id,
        certainty: Some(Certainty::new(certainty(&bearer))),
        kind: bearer.kind,
        name: bearer.name,
        titles: bearer.titles,
        mentions: bearer.mentions,
        basis: None,
    };
    bearers.into_iter().enumerate().map(number).collect()
}

/// How sure a bearer is: the mean of its mentions, and more where the story gives its name in several forms or with a
/// title. What these change the odds by is the weights of a logistic regression on newswire and web text together.
fn certainty(bearer: &Bearer) -> u8 {
    // hundredths of the odds
    let alone: u64 = 81;
    let forms = match (bearer.forms, bearer.kind) {
        (false, _) => 100,
        (true, EntityKind::Person) => 220,
        (true, _) => 420,
    };
    let title = if bearer.titles.is_empty() { 100 } else { 300 };
    let mean = ((bearer.sure / bearer.mentions.len().max(1)) as u64).min(MOST);
    let (right, wrong) = (mean * alone * forms * title, (100 - mean) * 1_000_000);
    let total = (right + wrong).max(1);
    ((100 * right + total / 2) / total).min(MOST) as u8
}

/// For every mention the token of the surname that it shares with the next one: "Paul and Gwen Arden".
fn couples(text: &Text<'_>, mentions: &[Mention]) -> Vec<Option<usize>> {
    let shared = |at: usize| {
        let (one, other) = (&mentions[at], mentions.get(at + 1)?);
        let people = one.kind == EntityKind::Person && other.kind == EntityKind::Person;
        let beside = one.tokens.end + 1 == other.tokens.start && text.word(one.tokens.end) == Some("and");
        let given = |at: usize| text.word(at).is_some_and(is_given);
        let names = one.tokens.len() == 1 && other.tokens.len() == 2;
        (people && names && beside && given(one.tokens.start) && given(other.tokens.start))
            .then(|| other.tokens.end - 1)
    };
    // "Roe and Ann Brandt" after Carl Roe or Roe: a name that the story has given
    let mut given: HashSet<&str> = HashSet::new();
    let mut couples = Vec::with_capacity(mentions.len());
    for (at, mention) in mentions.iter().enumerate() {
        let new = text.word(mention.tokens.start).is_some_and(|word| !given.contains(word));
        couples.push(shared(at).filter(|_| new));
        given.extend(mention.tokens.clone().filter_map(|at| text.word(at)));
    }
    couples
}

/// For every mention the token before which its title cannot begin: the end of the mention before it or the start
/// of its block.
fn floors(story: &Story<'_>, mentions: &[Mention]) -> Vec<usize> {
    let mut floors = Vec::with_capacity(mentions.len());
    let mut blocks = story.blocks.iter().peekable();
    let mut floor = 0;
    for (index, mention) in mentions.iter().enumerate() {
        while let Some(block) = blocks.next_if(|block| block.span.start <= mention.span.start) {
            floor = story.text.tokens_in(block.span).start;
        }
        // a country's name belongs to the title after it: "US Secretary of State"
        let before = index.checked_sub(1).map(|before| &mentions[before]);
        let before = before.filter(|before| before.kind == EntityKind::Person).map_or(0, |before| before.tokens.end);
        floors.push(floor.max(before));
    }
    floors
}

/// Whether only a comma or "and" is between two names.
fn is_list(text: &Text<'_>, end: usize, start: usize) -> bool {
    match start.checked_sub(end) {
        Some(1) => text.is_mark(end, ',') || text.word(end) == Some("and"),
        Some(2) => text.is_mark(end, ',') && text.word(end + 1) == Some("and"),
        _ => false,
    }
}

/// Whether the word at token `at` of a mention is a particle: not the given name "Ben" or "Van" at its head.
fn is_particle(text: &Text<'_>, mention: &Mention, at: usize) -> bool {
    let given = |word: &str| at == mention.tokens.start && is_capitalised(word) && is_given(word);
    text.word(at).is_some_and(|word| runs::is_particle(word) && !given(word))
}

/// How many words a mention has, particles and articles aside, as far as it matters: one or more.
fn parts(text: &Text<'_>, mention: &Mention) -> usize {
    let tells = |at: &usize| {
        text.tokens.get(*at).is_some_and(|token| token.kind != crate::text::tokens::Kind::Mark)
            && text.word(*at).is_none_or(|_| !is_particle(text, mention, *at))
    };
    mention.tokens.clone().filter(tells).take(2).count().max(1)
}

/// The words of a name in lower case, without hyphens, particles, stops, accents and invisible joiners.
fn words(text: &Text<'_>, mention: &Mention) -> Vec<String> {
    let small = |word: &str| {
        let hidden = |c: &char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}');
        let seen = word.chars().filter(|c| !hidden(c)).flat_map(char::to_lowercase);
        seen.filter(|c| !hidden(c)).map(bare).collect::<String>()
    };
    if mention.tokens.is_empty() {
        return mention.span.of(text.source).split_whitespace().map(small).collect();
    }
    let kept = mention.tokens.clone().filter_map(|at| {
        let token = *text.tokens.get(at)?;
        let word = text.str(token);
        (token.kind != crate::text::tokens::Kind::Mark
            && !(mention.kind == EntityKind::Person && is_particle(text, mention, at)))
        .then(|| small(word))
    });
    kept.collect()
}

/// The gender that a form of address before a name tells: "Mrs Roe".
fn address(text: &Text<'_>, mention: &Mention) -> Option<Gender> {
    let before = |back: usize| mention.tokens.start.checked_sub(back);
    let stop = before(1).is_some_and(|at| text.is_mark(at, '.'));
    before(1 + usize::from(stop)).and_then(|at| text.word(at)).and_then(title_words::address)
}

/// As [`bearer`], and whose name `words` is without a particle at its head or a plural ending: "Ben Ali" after Zine El
/// Abidine Ben Ali, "the Obamas".
fn bearer_or_part(
    bearers: &[Bearer],
    people: &HashMap<String, Vec<usize>>,
    words: &[String],
    gender: Option<Gender>,
    at: usize,
) -> Option<usize> {
    let first = words.first()?;
    let within = |id: &usize| bearers[*id].name.split(' ').skip(1).any(|word| word.eq_ignore_ascii_case(first));
    let rest = || {
        let rest = words.get(1..).filter(|rest| !rest.is_empty() && runs::is_particle(first))?;
        bearer(bearers, people, rest, gender, at).filter(within)
    };
    let family = || {
        let [word] = words else { return None };
        bearer(bearers, people, &[word.strip_suffix('s')?.to_owned()], gender, at)
    };
    bearer(bearers, people, words, gender, at).or_else(rest).or_else(family)
}

/// Whose name `words` is: someone of whose fullest name they are a part, or with the same first and last word.
/// Among namesakes the one whom the form of address fits, then one whom the story has named in full before mention `at`,
/// then the one with the most full mentions, then the first.
fn bearer(
    bearers: &[Bearer],
    people: &HashMap<String, Vec<usize>>,
    words: &[String],
    gender: Option<Gender>,
    at: usize,
) -> Option<usize> {
    let known = people.get(words.last()?)?;
    let fits = |&id: &usize| {
        let full = &bearers[id].words;
        is_part(words, full)
            || is_part(full, words) && full.len() > 1
            || words.len() > 1
                && full.len() > 1
                && words.first() == full.first()
                && words.last() == full.last()
                && !differ(words, full)
    };
    let rank = |id: usize| {
        let bearer = &bearers[id];
        // a surname rather than a given name
        let surname = bearer.words.last() == words.last();
        let addressed = gender.is_none() || bearer.gender.is_none() || bearer.gender == gender;
        (surname, addressed, bearer.first < at, bearer.fulls, Reverse(id))
    };
    known.iter().copied().filter(fits).max_by_key(|&id| rank(id))
}

/// Whether `part` is some of the words of `whole`, in a row.
fn is_part(part: &[String], whole: &[String]) -> bool {
    !part.is_empty() && whole.windows(part.len()).any(|window| window == part)
}

/// Whether two names have middle initials that differ: "John A. Roe", "John B. Roe".
fn differ(one: &[String], other: &[String]) -> bool {
    let middle = |words: &[String]| words.get(1).filter(|_| words.len() > 2).and_then(|word| word.chars().next());
    matches!((middle(one), middle(other)), (Some(a), Some(b)) if a != b)
}
