//! The press: pages of invented outlets, set from templates with real stories' words.
//!
//! A template (`train/press/*/*.page`) says line by line what a paste of such a page looks like and what
//! each line is; `train/press/README.md` has its grammar. The headline, paragraphs and captions come
//! from a document of the corpora, teasers from others, names and dates from the dice.

use crate::asides::{Asides, Row};
use crate::corpus::{self, Document, Piece};
use crate::dice::Dice;
use crate::nodes::{Node, nodes, part};
use crate::titles::Titles;
use chrono::{Duration, NaiveDate, NaiveDateTime};
use nutgraf::lab::Shape;
use std::fs;
use std::path::{Path, PathBuf};

/// Lists that slots are filled from, one entry a line.
struct Lists {
    given: Vec<&'static str>,
    family: Vec<&'static str>,
    places: Vec<&'static str>,
    topics: Vec<&'static str>,
    sections: Vec<&'static str>,
    outlets: Vec<&'static str>,
    comments: Vec<&'static str>,
    titles: Titles,
}

fn list(source: &'static str) -> Vec<&'static str> {
    source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
}

impl Lists {
    fn new() -> Self {
        Self {
            given: list(include_str!("../press/given.txt")),
            family: list(include_str!("../press/family.txt")),
            places: list(include_str!("../press/places.txt")),
            topics: list(include_str!("../press/topics.txt")),
            sections: list(include_str!("../press/sections.txt")),
            outlets: list(include_str!("../press/outlets.txt")),
            comments: list(include_str!("../press/asides/comments.txt")),
            titles: Titles::read(),
        }
    }
}

/// What a page of an outlet looks like.
pub struct Template {
    nodes: Vec<Node>,
}

/// A story to set.
pub struct Manuscript {
    /// Its headline.
    pub headline: String,
    /// Its paragraphs.
    pub texts: Vec<String>,
    /// The captions of its pictures.
    pub captions: Vec<String>,
    /// The text below its headline.
    pub standfirst: Option<String>,
}

impl Manuscript {
    /// A story without words.
    pub fn empty() -> Self {
        Self { headline: String::new(), texts: vec![String::new(); 60], captions: Vec::new(), standfirst: None }
    }
}

/// Everything that is needed to set pages.
pub struct Press {
    templates: Vec<Template>,
    lists: Lists,
    asides: Asides,
}

impl Press {
    /// Reads the templates in the folders of `train/press/`.
    ///
    /// # Errors
    ///
    /// Names the template, and the line of it, that cannot be read.
    pub fn read() -> Result<Self, String> {
        let mut files: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("press"))
            .into_iter()
            .flatten()
            .flatten()
            .flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten().flatten())
            .map(|file| file.path())
            .filter(|file| file.extension().is_some_and(|end| end == "page"))
            .collect();
        files.sort();
        let read = |file: &PathBuf| {
            let source = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
            parse(&source).map_err(|line| format!("{}: line {line} is not a row of a template", file.display()))
        };
        Ok(Self {
            templates: files.iter().map(read).collect::<Result<_, _>>()?,
            lists: Lists::new(),
            asides: Asides::read()?,
        })
    }

    /// The templates in two: every `nth` for itself, and the others.
    ///
    /// # Panics
    ///
    /// Never: the asides were read before.
    pub fn split(mut self, nth: usize) -> (Self, Self) {
        let mut number = 0;
        let held = self
            .templates
            .extract_if(.., |_| {
                number += 1;
                number % nth == 0
            })
            .collect();
        let asides = Asides::read().expect("asides that were read before");
        (Self { templates: held, lists: Lists::new(), asides }, self)
    }

    /// Somebody's name.
    pub fn name(&self, dice: &mut Dice) -> String {
        name(&self.lists, dice)
    }

    /// A place's name.
    pub fn place(&self, dice: &mut Dice) -> String {
        dice.pick(&self.lists.places).map_or_else(String::new, |&place| place.to_owned())
    }

    /// The name of an outlet.
    pub fn outlet(&self, dice: &mut Dice) -> String {
        dice.pick(&self.lists.outlets).map_or_else(String::new, |&outlet| outlet.to_owned())
    }

    /// The name of a section.
    pub fn section(&self, dice: &mut Dice) -> String {
        dice.pick(&self.lists.sections).map_or_else(String::new, |&section| section.to_owned())
    }

    /// What a story can be about.
    pub fn topic(&self, dice: &mut Dice) -> String {
        dice.pick(&self.lists.topics).map_or_else(String::new, |&topic| topic.to_owned())
    }

    /// How many templates there are.
    pub fn templates(&self) -> usize {
        self.templates.len()
    }

    /// Sets `copies` pages by each template, with stories of `pool`.
    pub fn pages(&self, shape: &Shape, pool: &[Manuscript], copies: usize, dice: &mut Dice) -> Vec<Vec<Piece>> {
        let mut pages = Vec::new();
        for template in &self.templates {
            for _ in 0..copies {
                let Some(story) = dice.pick(pool) else { continue };
                let mut page = Page::new(self, story, pool, dice);
                page.set(&template.nodes, dice);
                let mut pieces = page.pieces(shape, dice);
                self.retitle(&mut pieces, dice);
                self.scatter(&mut pieces, shape, story, pool, dice);
                pages.push(pieces);
            }
        }
        pages
    }

    /// Puts asides into a page that tells `story`.
    fn scatter(&self, page: &mut Vec<Piece>, shape: &Shape, story: &Manuscript, pool: &[Manuscript], dice: &mut Dice) {
        let mut setter = Page::new(self, story, pool, dice);
        self.asides.scatter(page, shape, dice, |nodes, dice| {
            setter.rows.clear();
            setter.set(nodes, dice);
            setter.rows.drain(..).map(|(roles, _, text)| Row { roles, text }).collect()
        });
    }

    /// Puts asides into a page of a corpus, and perhaps a feature's title above it.
    pub fn dress(&self, page: &mut Vec<Piece>, shape: &Shape, pool: &[Manuscript], dice: &mut Dice) {
        let of = |part: &str| -> Vec<String> {
            page.iter().filter(|row| row.part == part).map(|row| row.text.clone()).collect()
        };
        let (headlines, texts) = (of("headline"), of("text"));
        if texts.is_empty() {
            return;
        }
        let headline = headlines.into_iter().next().unwrap_or_default();
        let story = Manuscript { headline, texts, captions: of("caption"), standfirst: None };
        self.retitle(page, dice);
        self.scatter(page, shape, &story, pool, dice);
    }

    /// Perhaps gives a story that is copied without its page a feature's title. Below a menu nothing would tell that from a
    /// label.
    fn retitle(&self, page: &mut [Piece], dice: &mut Dice) {
        if page.first().is_some_and(|row| row.zone == "Title" && row.whole) && dice.roll(10) == 0 {
            let title = self.title(dice);
            let old = std::mem::replace(&mut page[0].text, title.clone());
            page.iter_mut().filter(|row| row.text == old).for_each(|row| row.text.clone_from(&title));
        }
    }

    fn title(&self, dice: &mut Dice) -> String {
        let place = self.place(dice);
        let person = self.name(dice);
        self.lists.titles.one(&place, &person, dice)
    }
}

/// The stories of `documents` that can be set again.
pub fn stories(documents: &[&Document]) -> Vec<Manuscript> {
    documents.iter().filter_map(|document| story(document)).collect()
}

/// One in three stories of a corpus that has no layout but a headline, on its first line with a full
/// stop put after it, and paragraphs; those of publishers that are `held` out of training left out.
///
/// # Errors
///
/// Where the file cannot be read.
pub fn plain_stories(data: &Path, held: &dyn Fn(&str) -> bool) -> Result<Vec<Manuscript>, String> {
    let lines = corpus::text(&data.join("quotes/train.jsonl"))?;
    let plain = |line: &str| -> Option<Manuscript> {
        let record: serde_json::Value = serde_json::from_str(line).ok()?;
        // as these documents are called in the corpora of the folds
        if held(&corpus::publisher(&format!("polnear:{}", record["id"].as_str()?))) {
            return None;
        }
        let text = record["text"].as_str()?;
        let mut rows = text.lines().map(str::trim).filter(|row| !row.is_empty());
        let headline = rows.next()?.trim_end_matches('.').to_owned();
        let texts: Vec<String> = rows.map(str::to_owned).collect();
        ((20..200).contains(&headline.len()) && texts.len() >= 4).then_some(Manuscript {
            headline,
            texts,
            captions: Vec::new(),
            standfirst: None,
        })
    };
    Ok(lines.lines().step_by(3).filter_map(plain).collect())
}

fn story(document: &Document) -> Option<Manuscript> {
    let of = |part: &str| -> Vec<String> {
        document.rows.iter().filter(|row| row.part == part && row.whole).map(|row| row.text.clone()).collect()
    };
    let wrapped = document.rows.iter().any(|row| row.text.contains('\n'));
    let texts = of("text");
    let headline = of("headline").into_iter().next()?;
    (!wrapped && texts.len() >= 3 && headline.len() < 200).then(|| Manuscript {
        headline,
        texts,
        captions: of("caption").into_iter().filter(|caption| caption.len() > 30).collect(),
        standfirst: of("standfirst").into_iter().find(|dek| dek.len() > 40),
    })
}

/// Reads a template; an error is the number of the line that cannot be read.
fn parse(source: &str) -> Result<Template, usize> {
    Ok(Template { nodes: nodes(source)? })
}

/// One page while it is set.
struct Page<'a> {
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
    rows: Vec<(String, usize, String)>,
}

impl<'a> Page<'a> {
    fn new(press: &'a Press, story: &'a Manuscript, pool: &'a [Manuscript], dice: &mut Dice) -> Self {
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

    fn set(&mut self, nodes: &[Node], dice: &mut Dice) {
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
    fn pieces(self, shape: &Shape, dice: &mut Dice) -> Vec<Piece> {
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

/// What those are called who write for papers.
const TRADES: &[&str] = &[
    "reporter",
    "staff writer",
    "senior reporter",
    "correspondent",
    "freelance journalist",
    "columnist",
    "contributing editor",
    "news editor",
    "politics editor",
    "writer and critic",
    "business reporter",
    "fellow",
    "lecturer",
    "former diplomat",
    "novelist",
    "photographer",
    "sports writer",
];

/// Whose posts and players pages show.
const THIRD_PARTIES: &[&str] =
    &["Twitter", "X", "Instagram", "Facebook", "YouTube", "TikTok", "Google", "Spotify", "Threads", "Telegram"];

/// The name of an account.
fn handle(lists: &Lists, dice: &mut Dice) -> String {
    let given = dice.pick(&lists.given).copied().unwrap_or("").to_lowercase();
    let family = dice.pick(&lists.family).copied().unwrap_or("").to_lowercase();
    let topic = dice.pick(&lists.topics).copied().unwrap_or("").to_lowercase().replace(' ', "");
    match dice.roll(6) {
        0 => format!("{given}{}", dice.roll(100)),
        1 => format!("{given}_{family}"),
        2 => format!("{topic}fan{}", dice.roll(100)),
        3 => format!("{given}{family}"),
        4 => format!("the{topic}guy"),
        _ => format!("{}{family}", given.chars().next().unwrap_or('x')),
    }
}

/// One of the wordings of every `[[a|b|c]]`.
fn choose(text: &str, dice: &mut Dice) -> String {
    let mut chosen = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((choices, after)) = after.split_once("]]") else { break };
        chosen.push_str(before);
        let choices: Vec<&str> = choices.split('|').collect();
        chosen.push_str(dice.pick(&choices).copied().unwrap_or(""));
        rest = after;
    }
    chosen + rest
}

fn name(lists: &Lists, dice: &mut Dice) -> String {
    let given = dice.pick(&lists.given).copied().unwrap_or("");
    let family = dice.pick(&lists.family).copied().unwrap_or("");
    match dice.roll(12) {
        0 => format!("{given} {}. {family}", char::from(b'A' + dice.roll(26) as u8)),
        1 => format!("{given} {family}-{}", dice.pick(&lists.family).copied().unwrap_or("")),
        _ => format!("{given} {family}"),
    }
}

/// Any minute of some thirty years.
fn moment(dice: &mut Dice) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(1998, 1, 1).unwrap_or_default();
    day.and_hms_opt(0, 0, 0).unwrap_or_default()
        + Duration::days(dice.roll(10_500) as i64)
        + Duration::minutes(dice.roll(1440) as i64)
}

fn ago(dice: &mut Dice) -> String {
    let n = 2 + dice.roll(22);
    match dice.roll(10) {
        0 => format!("{n}h ago"),
        1 => format!("{n} days ago"),
        2 => format!("{n} mins ago"),
        3 => "Just now".to_owned(),
        4 => "a day ago".to_owned(),
        5 => format!("{n}m"),
        6 => format!("{n} minutes ago"),
        _ => format!("{n} hours ago"),
    }
}

fn first_words(text: &str, count: usize) -> String {
    text.split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}

fn first_sentence(text: &str) -> &str {
    let end = text
        .match_indices(". ")
        .map(|(at, _)| at + 1)
        .find(|&at| at > 40 && !text[..at - 1].ends_with(|c: char| c.is_uppercase()))
        .unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_read_and_set() {
        let template = parse(
            "# a test\nfurniture\t[[Home|Start]]\n*2-2{\nfurniture\t{section}\n}\n\nheadline\t{headline}\ntext\t{text:2}\n? furniture\tMore\ntext\t{text:*}",
        );
        let Ok(template) = template else { panic!("cannot be read") };
        let story = || Manuscript {
            headline: "A quay reopens".to_owned(),
            texts: ["One.", "Two.", "Three."].map(str::to_owned).to_vec(),
            captions: Vec::new(),
            standfirst: None,
        };
        let press = Press { templates: vec![template], lists: Lists::new(), asides: Asides::read().unwrap() };
        let pages = press.pages(&nutgraf::lab::shape(), &[story()], 20, &mut Dice::new(3));
        assert_eq!(pages.len(), 20);
        for page in pages {
            let texts: Vec<&str> = page.iter().filter(|row| row.part == "text").map(|row| row.text.as_str()).collect();
            assert_eq!(texts, ["One.", "Two.", "Three."]);
            assert_eq!(page.iter().filter(|row| row.part == "headline").count(), 1);
        }
    }

    #[test]
    fn every_template_can_be_set() {
        let press = Press::read().unwrap();
        assert!(press.templates() > 300);
        let story = Manuscript {
            headline: "A quay reopens after two years".to_owned(),
            texts: (1..9).map(|n| format!("Paragraph {n} of the story, long enough for one, ends here.")).collect(),
            captions: Vec::new(),
            standfirst: None,
        };
        let shape = nutgraf::lab::shape();
        for page in press.pages(&shape, &[story], 2, &mut Dice::new(11)) {
            let titles = page.iter().filter(|row| row.part == "headline").count();
            assert!(titles <= 1 && page.iter().any(|row| row.part == "text"));
            // a slot that nothing fills would be printed with its braces
            assert!(page.iter().all(|row| !row.text.contains(['{', '}']) && row.allowed != 0));
        }
    }

    #[test]
    fn what_is_no_template() {
        for source in ["# x\nheadline {headline}", "# x\n*2{\n}", "# x\n}"] {
            assert!(parse(source).is_err(), "{source}");
        }
    }
}
