//! Invented stories, told by the grammar in `train/press/stories.txt`: what is set in the templates, and what
//! speed is measured on, where no corpus may be used.

use crate::dice::Dice;
use crate::press::{Manuscript, Press};
use std::collections::HashMap;

/// The wordings of every symbol.
pub struct Grammar<'p> {
    press: &'p Press,
    symbols: HashMap<&'static str, Vec<&'static str>>,
}

/// How deep symbols may hold each other: a grammar that goes round in a circle ends here.
const DEPTH: usize = 12;

impl<'p> Grammar<'p> {
    /// The grammar, with the names of `press`.
    pub fn new(press: &'p Press) -> Self {
        let mut symbols: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
        let mut symbol = "";
        let lines = include_str!("../press/stories.txt").lines();
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => symbol = name,
                None => symbols.entry(symbol).or_default().push(line),
            }
        }
        Self { press, symbols }
    }

    /// `count` stories of three paragraphs to fifteen.
    pub fn stories(&self, count: usize, dice: &mut Dice) -> Vec<Manuscript> {
        (0..count)
            .map(|_| {
                let paragraphs = 3 + dice.roll(13);
                self.story(paragraphs, dice)
            })
            .collect()
    }

    fn story(&self, paragraphs: usize, dice: &mut Dice) -> Manuscript {
        let mut telling = Telling { grammar: self, known: HashMap::new() };
        let headline = capitalised(&telling.tell("headline", dice));
        let mut texts = vec![capitalised(&telling.tell("lede", dice))];
        texts.extend((1..paragraphs).map(|_| telling.paragraph(dice)));
        let captions = (0..dice.roll(4)).map(|_| capitalised(&telling.tell("caption", dice))).collect();
        let standfirst = (dice.roll(2) == 0).then(|| capitalised(&telling.tell("dek", dice)));
        Manuscript { headline, texts, captions, standfirst }
    }

    /// A whole article as a reader pastes it, of at least `size` bytes.
    pub fn article(&self, size: usize, dice: &mut Dice) -> String {
        let mut telling = Telling { grammar: self, known: HashMap::new() };
        let mut say = |symbol: &str, dice: &mut Dice| capitalised(&telling.tell(symbol, dice));
        let (headline, author, place) = (say("headline", dice), say("person:author", dice), say("place:a", dice));
        let (day, hour) = (1 + dice.roll(28), 10 + dice.roll(12));
        let mut text = format!(
            "World\n\n{headline}\n\nBy {author}\n\nMay {day}, 2024 {hour}:05 GMT\n\n{}\nHarbour Post/Jo Quill\n\n{} May {day} (Reuters) - {}",
            say("caption", dice),
            place.to_uppercase() + ",",
            say("lede", dice),
        );
        while text.len() < size {
            text.push_str("\n\n");
            text.push_str(&telling.paragraph(dice));
        }
        text + &format!("\n\n(Reporting by {author}; editing by Jo Quill)\n")
    }
}

/// One story while it is told: what was said once under a key stays.
struct Telling<'g> {
    grammar: &'g Grammar<'g>,
    known: HashMap<String, String>,
}

impl Telling<'_> {
    /// A paragraph of one to three wordings.
    fn paragraph(&mut self, dice: &mut Dice) -> String {
        let count = 1 + dice.roll(3);
        (0..count).map(|_| capitalised(&self.tell("paragraph", dice))).collect::<Vec<_>>().join(" ")
    }

    /// The text of `slot`: a symbol, perhaps with a key after a colon.
    fn tell(&mut self, slot: &str, dice: &mut Dice) -> String {
        self.fill(slot, DEPTH, dice)
    }

    fn fill(&mut self, slot: &str, depth: usize, dice: &mut Dice) -> String {
        let (symbol, key) = slot.split_once(':').map_or((slot, None), |(symbol, key)| (symbol, Some(key)));
        if symbol == "n" {
            let (least, most) = key.and_then(|range| range.split_once('-')).unwrap_or(("1", "9"));
            let (least, most) = (least.parse().unwrap_or(1), most.parse().unwrap_or(9_usize));
            return (least + dice.roll(most.saturating_sub(least) + 1)).to_string();
        }
        if symbol == "family" {
            let person = self.fill(&slot.replacen("family", "person", 1), depth, dice);
            return person.rsplit(' ').next().unwrap_or("").to_owned();
        }
        if let Some(known) = key.and_then(|_| self.known.get(slot)) {
            return known.clone();
        }
        let text = match symbol {
            "person" => self.grammar.press.name(dice),
            "place" => self.grammar.press.place(dice),
            _ => self.expand(symbol, depth, dice),
        };
        if key.is_some() {
            self.known.insert(slot.to_owned(), text.clone());
        }
        text
    }

    fn expand(&mut self, symbol: &str, depth: usize, dice: &mut Dice) -> String {
        let wordings = self.grammar.symbols.get(symbol);
        let Some(mut rest) = wordings.and_then(|wordings| dice.pick(wordings)).copied().filter(|_| depth > 0) else {
            return String::new();
        };
        let mut text = String::new();
        while let Some((before, slot, after)) = next_slot(rest) {
            text.push_str(before);
            text.push_str(&self.fill(slot, depth - 1, dice));
            rest = after;
        }
        text + rest
    }
}

/// What comes before the first slot of a wording, the slot, and what comes after it.
fn next_slot(wording: &str) -> Option<(&str, &str, &str)> {
    let (before, after) = wording.split_once('{')?;
    let (slot, after) = after.split_once('}')?;
    Some((before, slot, after))
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_has_wordings() {
        let press = Press::read().unwrap();
        let grammar = Grammar::new(&press);
        for (symbol, wordings) in &grammar.symbols {
            for wording in wordings {
                let mut rest = *wording;
                while let Some((_, slot, after)) = next_slot(rest) {
                    let name = slot.split(':').next().unwrap_or(slot);
                    let built_in = ["n", "person", "family", "place"].contains(&name);
                    assert!(built_in || grammar.symbols.contains_key(name), "[{symbol}] {wording}: {slot}");
                    rest = after;
                }
            }
        }
    }

    #[test]
    fn stories_are_whole_and_always_the_same() {
        let press = Press::read().unwrap();
        let grammar = Grammar::new(&press);
        let tell = |seed| grammar.stories(40, &mut Dice::new(seed));
        for story in tell(1) {
            assert!((3..=15).contains(&story.texts.len()) && story.headline.len() > 10, "{}", story.headline);
            let parts = story.texts.iter().chain(&story.captions).chain(&story.standfirst);
            assert!(
                parts.chain([&story.headline]).all(|text| !text.is_empty() && !text.contains(['{', '}', '[', ']']))
            );
        }
        let headlines = |seed| tell(seed).into_iter().map(|story| story.headline).collect::<Vec<_>>();
        assert_eq!(headlines(1), headlines(1));
        assert_ne!(headlines(1), headlines(2));
    }

    #[test]
    fn articles_have_the_size_that_is_asked_for() {
        let press = Press::read().unwrap();
        let grammar = Grammar::new(&press);
        for size in [1_000, 4_000, 40_000] {
            let length = grammar.article(size, &mut Dice::new(7)).len();
            assert!((size..size + 1_500).contains(&length), "{length} for {size}");
        }
        let article = nutgraf::parse(&grammar.article(4_000, &mut Dice::new(7)), &nutgraf::Options::default());
        assert!(article.head.headline.is_some() && !article.quotes.is_empty() && article.warnings.is_empty());
    }
}
