//! The press: pages of invented outlets, set from templates with real stories' words.
//!
//! A template (`train/press/*/*.page`) says line by line what a paste of such a page looks like and what
//! each line is; `train/press/README.md` has its grammar. The headline, paragraphs and captions come
//! from a document of the corpora, teasers from others, names and dates from the dice.

mod page;
mod words;

use crate::asides::{Asides, Row};
use crate::corpus::{self, Document, Piece};
use crate::dice::Dice;
use crate::nodes::{Node, nodes};
use crate::titles::Titles;
use nutgraf::lab::Shape;
use page::Page;
use std::fs;
use std::path::{Path, PathBuf};
use words::name;

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
            given: list(include_str!("../../press/given.txt")),
            family: list(include_str!("../../press/family.txt")),
            places: list(include_str!("../../press/places.txt")),
            topics: list(include_str!("../../press/topics.txt")),
            sections: list(include_str!("../../press/sections.txt")),
            outlets: list(include_str!("../../press/outlets.txt")),
            comments: list(include_str!("../../press/asides/comments.txt")),
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
                self.retitle(&mut pieces, shape, dice);
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
        self.retitle(page, shape, dice);
        self.scatter(page, shape, &story, pool, dice);
    }

    /// Perhaps gives a story a feature's title: one that is copied without its page, or with little of it above and a sentence
    /// below that says what it is about. To others a kicker, of which nothing tells but its words.
    fn retitle(&self, page: &mut Vec<Piece>, shape: &Shape, dice: &mut Dice) {
        let Some(at) = page.iter().position(|row| row.zone == "Title" && row.whole) else { return };
        let roll = dice.roll(100);
        let below = page.get(at + 1).is_some_and(|row| matches!(row.part, "standfirst" | "byline" | "timestamp"));
        let (titles, kickers) = match at {
            0 => (14, 22),
            1..=6 if below => (8, 8),
            _ => return,
        };
        if roll < titles {
            let title = self.title(dice);
            let old = std::mem::replace(&mut page[at].text, title.clone());
            page.iter_mut().filter(|row| row.text == old).for_each(|row| row.text.clone_from(&title));
        } else if roll < kickers {
            let text = if dice.roll(3) == 0 { self.section(dice) } else { self.topic(dice) };
            let text = if dice.roll(3) == 0 { text.to_uppercase() } else { text };
            let allowed = corpus::states(shape, "Before", &["section", "furniture"]);
            page.insert(0, Piece { blanks: 0, text, allowed, zone: "Before", part: "section", whole: true });
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

#[cfg(test)]
mod tests;
