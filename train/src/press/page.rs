//! One page while it is set: its slots filled, its rows in their order.

use super::words::{THIRD_PARTIES, TRADES, ago, choose, first_sentence, first_words, handle, moment, name};
use super::{Manuscript, Press};
use crate::corpus::{self, Piece};
use crate::dice::Dice;
use crate::nodes::{Node, part};
use chrono::{Duration, NaiveDateTime};
use nutgraf::lab::Shape;

/// One page while it is set.
pub(super) struct Page<'a> {
    press: &'a Press,
    story: &'a Manuscript,
    pool: &'a [Manuscript],
    /// The next paragraph of the story.
    next: usize,
    last: usize,
    authors: [String; 3],
    photographer: String,
    outlet: String,
    place: String,
    section: String,
    caption: String,
    published: NaiveDateTime,
    updated: NaiveDateTime,
    teasers: Vec<(char, String)>,
    /// Blank lines between paragraphs set by one row of the template.
    paragraphs: usize,
    pub(super) rows: Vec<(String, usize, String)>,
}

impl<'a> Page<'a> {
    pub(super) fn new(press: &'a Press, story: &'a Manuscript, pool: &'a [Manuscript], dice: &mut Dice) -> Self {
        let lists = &press.lists;
        let published = moment(dice);
        let last = story.texts.len().min([6, 14, 30, 60][dice.roll(4)]);
        let mut page = Self {
            press,
            story,
            pool,
            next: 0,
            last,
            authors: std::array::from_fn(|_| name(lists, dice)),
            photographer: name(lists, dice),
            outlet: dice.pick(&lists.outlets).map_or_else(String::new, |outlet| (*outlet).to_owned()),
            place: dice.pick(&lists.places).map_or_else(String::new, |place| (*place).to_owned()),
            section: dice.pick(&lists.sections).map_or_else(String::new, |section| (*section).to_owned()),
            caption: String::new(),
            published,
            updated: published + Duration::minutes(dice.roll(2000) as i64),
            teasers: Vec::new(),
            paragraphs: dice.roll(2),
            rows: Vec::new(),
        };
        page.caption = page.new_caption(dice);
        page
    }

    pub(super) fn set(&mut self, nodes: &[Node], dice: &mut Dice) {
        for node in nodes {
            match node {
                Node::Group { times, nodes } => {
                    for _ in 0..times.0 + dice.roll(times.1 - times.0 + 1) {
                        self.set(nodes, dice);
                    }
                }
                Node::Row { times, blanks, role, text } => {
                    for _ in 0..times.0 + dice.roll(times.1 - times.0 + 1) {
                        self.row(role, *blanks, text, dice);
                    }
                }
            }
        }
    }

    /// A row, or the several rows of `{text:3}`.
    fn row(&mut self, role: &str, blanks: usize, text: &str, dice: &mut Dice) {
        let text = choose(text, dice);
        if role == "caption" {
            self.caption = self.new_caption(dice);
        }
        let mut set = String::new();
        let mut rest = text.as_str();
        let mut blanks = blanks;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((slot, after)) = after.split_once('}') else { break };
            set.push_str(before);
            rest = after;
            let Some(count) = slot.strip_prefix("text") else {
                set.push_str(&self.fill(slot, dice));
                continue;
            };
            let most = match count.strip_prefix(':') {
                None => 1,
                Some("*") => usize::MAX,
                Some(count) => count.parse().unwrap_or(1),
            };
            let to = self.last.min(self.next.saturating_add(most));
            if self.next >= to {
                return;
            }
            for at in self.next..to {
                set.push_str(&self.story.texts[at]);
                if at + 1 < to {
                    self.rows.push((role.to_owned(), blanks, std::mem::take(&mut set)));
                    blanks = self.paragraphs.max(usize::from(blanks > 0));
                }
            }
            self.next = to;
        }
        set.push_str(rest);
        let set = set.trim();
        if !set.is_empty() {
            self.rows.push((role.to_owned(), blanks, set.to_owned()));
        }
    }

    fn fill(&mut self, slot: &str, dice: &mut Dice) -> String {
        let lists = &self.press.lists;
        let one =
            |list: &[&'static str], dice: &mut Dice| dice.pick(list).map_or_else(String::new, |&item| item.into());
        if let Some(format) = slot.strip_prefix("date:") {
            return self.published.format(format).to_string();
        } else if let Some(format) = slot.strip_prefix("updated:") {
            return self.updated.format(format).to_string();
        } else if let Some(format) = slot.strip_prefix("otherdate:") {
            return moment(dice).format(format).to_string();
        }
        match slot {
            "headline" => self.story.headline.clone(),
            "headline:short" => first_words(&self.story.headline, 3 + dice.roll(4)),
            "dek" => self.story.standfirst.clone().unwrap_or_else(|| self.sentence(dice, 60..200)),
            "caption" => self.caption.clone(),
            "alt" if dice.roll(2) == 0 => self.caption.clone(),
            "alt" => first_words(&self.caption, 5 + dice.roll(12)),
            "author" => self.authors[0].clone(),
            "author2" => self.authors[1].clone(),
            "author3" => self.authors[2].clone(),
            "photographer" => self.photographer.clone(),
            "otherauthor" => name(lists, dice),
            "OTHERAUTHOR" => name(lists, dice).to_uppercase(),
            "agency" => {
                one(&["AP", "Reuters", "AFP", "Getty Images", "PA", "EPA", "Bloomberg", "AAP", "ANI", "PTI"], dice)
            }
            "outlet" => self.outlet.clone(),
            "place" => self.place.clone(),
            "PLACE" => self.place.to_uppercase(),
            "topic" => one(&lists.topics, dice),
            "section" => self.section.clone(),
            "othersection" => one(&lists.sections, dice),
            "teaserdek" => self.other(dice).map_or_else(String::new, |story| {
                let text = dice.pick(&story.texts).map_or("", String::as_str);
                first_sentence(text).chars().take(220).collect()
            }),
            "ago" => ago(dice),
            "comment" => self.comment(dice),
            "tweet" if dice.roll(2) == 0 => self.comment(dice),
            "tweet" | "pull" => self.sentence(dice, 40..200),
            "handle" => handle(lists, dice),
            "trade" => one(TRADES, dice),
            "thirdparty" => one(THIRD_PARTIES, dice),
            "min" => (2 + dice.roll(8)).to_string(),
            "n" => (1 + dice.roll(60)).to_string(),
            "nn" => [dice.roll(300), dice.roll(9000), 1000 * dice.roll(90)][dice.roll(3)].to_string(),
            teaser => {
                let letter = teaser.strip_prefix("teaser:").and_then(|letter| letter.chars().next());
                if let Some((_, known)) = self.teasers.iter().find(|(of, _)| Some(*of) == letter) {
                    return known.clone();
                }
                let fresh = self.other(dice).map_or_else(String::new, |story| story.headline.clone());
                self.teasers.extend(letter.map(|letter| (letter, fresh.clone())));
                fresh
            }
        }
    }

    /// What a reader writes: a sentence or some.
    fn comment(&mut self, dice: &mut Dice) -> String {
        let count = 1 + dice.roll(4);
        let mut said = Vec::new();
        for _ in 0..count {
            let sentence = dice.pick(&self.press.lists.comments).copied().unwrap_or("");
            let mut set = String::new();
            let mut rest = sentence;
            while let Some((before, after)) = rest.split_once('{') {
                let Some((slot, after)) = after.split_once('}') else { break };
                set.push_str(before);
                set.push_str(&self.fill(slot, dice));
                rest = after;
            }
            said.push(set + rest);
        }
        if dice.roll(3) == 0 {
            said.push(self.fill("teaserdek", dice));
        }
        let said = said.join(" ");
        if dice.roll(6) == 0 { said.to_lowercase() } else { said }
    }

    fn other(&self, dice: &mut Dice) -> Option<&'a Manuscript> {
        (0..4).filter_map(|_| dice.pick(self.pool)).find(|story| story.headline != self.story.headline)
    }

    /// A sentence of the story of a length within `range`, in characters.
    fn sentence(&self, dice: &mut Dice, range: std::ops::Range<usize>) -> String {
        (0..12)
            .filter_map(|_| dice.pick(&self.story.texts))
            .map(|text| first_sentence(text))
            .find(|sentence| range.contains(&sentence.len()))
            .unwrap_or(&self.story.headline)
            .to_owned()
    }

    fn new_caption(&self, dice: &mut Dice) -> String {
        match dice.pick(&self.story.captions) {
            Some(own) if dice.roll(3) > 0 => own.clone(),
            _ => match self.other(dice).and_then(|other| dice.pick(&other.captions)) {
                Some(other) if dice.roll(3) == 0 => other.clone(),
                _ => self.sentence(dice, 40..180),
            },
        }
    }

    /// The page's rows with what they are, some furniture left out, perhaps cropped.
    pub(super) fn pieces(self, shape: &Shape, dice: &mut Dice) -> Vec<Piece> {
        let drop = [0, 0, 1, 3][dice.roll(4)];
        let blanks = dice.roll(8);
        let mut rows: Vec<(&str, usize, String)> =
            self.rows.into_iter().map(|(role, blanks, text)| (part(shape, &role), blanks, text)).collect();
        rows.retain(|(part, _, _)| *part != "furniture" || dice.roll(10) >= drop);
        // somebody who copies roughly around the article begins late and ends early
        let first = rows.iter().position(|(part, _, _)| *part != "furniture").unwrap_or(0);
        let last = rows.iter().rposition(|(part, _, _)| *part == "text").map_or(rows.len(), |last| last + 1);
        if dice.roll(4) == 0 {
            let to = last + dice.roll(rows.len() - last + 1);
            rows.truncate(to);
        }
        if dice.roll(4) == 0 {
            rows.drain(..dice.roll(first + 1));
        }
        for row in &mut rows {
            row.1 = match blanks {
                0 => 0,
                1 => 1,
                _ => row.1,
            };
        }
        let title = rows.iter().position(|(part, _, _)| *part == "headline");
        let text = rows
            .iter()
            .position(|(part, _, _)| *part == "text")
            .zip(rows.iter().rposition(|(part, _, _)| *part == "text"));
        rows.into_iter()
            .enumerate()
            .map(|(row, (part, blanks, text_of_row))| {
                let zone = corpus::zone(row, title, text);
                let mut wanted = vec![part];
                if part == "tags" || part == "section" {
                    wanted.push("furniture");
                }
                let bits = corpus::states(shape, zone, &wanted);
                let allowed = if bits == 0 { corpus::states(shape, zone, &["furniture", "text"]) } else { bits };
                Piece { blanks, text: text_of_row, allowed, zone, part, whole: true }
            })
            .collect()
    }
}
