//! The harder mirror: how pages of publishers that a model has not seen fare when they are changed.

use crate::changes::{CHANGES, Hand};
use crate::corpus::{self, Document};
use crate::dice::Dice;
use crate::mix;
use crate::press::Press;
use nutgraf::lab::{self, Shape};
use nutgraf::{Offsets, Options};
use std::fmt::Write as _;

/// A changed page, with what is known of it.
pub struct Changed {
    /// The page it was.
    id: String,
    /// Which of [`CHANGES`] was made.
    change: usize,
    /// What it reads.
    pub text: String,
    /// Where its headline lies, in bytes.
    pub title: Option<(usize, usize)>,
    /// Where the paragraphs lie.
    body: Vec<(usize, usize)>,
}

/// Every page of `documents` that can be changed, changed in every way; every second with others' furniture besides.
pub fn pages(shape: &Shape, press: &Press, documents: &[&Document]) -> Vec<Changed> {
    let pages: Vec<&Document> = documents.iter().copied().filter(|document| document.id.contains('#')).collect();
    let hand = Hand { shape, press, others: &pages };
    let mut dice = Dice::new(77);
    let mut changed = Vec::new();
    for document in &pages {
        let whole = document.rows.iter().any(|row| row.zone == "Title" && row.whole);
        if !whole || document.rows.iter().any(|row| row.text.contains('\n')) {
            continue;
        }
        for (number, (_, change)) in CHANGES.iter().enumerate() {
            let mut page = document.rows.clone();
            if number > 1 && dice.roll(2) == 0 {
                mix::frame(&mut page, &pages, &mut dice);
            }
            change(&hand, &mut page, &mut dice);
            let text = mix::text(&page);
            let (mut at, mut title, mut body) = (0, None, Vec::new());
            for row in &page {
                let start = text[at..].find(&row.text).map_or(at, |found| at + found);
                at = start + row.text.len();
                match row.part {
                    "text" => body.push((start, at)),
                    "headline" if row.zone == "Title" => title = Some((start, at)),
                    _ => {}
                }
            }
            changed.push(Changed { id: document.id.clone(), change: number, text, title, body });
        }
    }
    changed
}

/// What came of the pages changed in one way.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    pages: usize,
    headlines: usize,
    /// Headlines that say 0.9 or more, and those of them that are right.
    sure: usize,
    sure_and_right: usize,
    /// Bytes of the story, those found, those of them that are the story's.
    told: usize,
    found: usize,
    right: usize,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.pages += other.pages;
        self.headlines += other.headlines;
        self.sure += other.sure;
        self.sure_and_right += other.sure_and_right;
        self.told += other.told;
        self.found += other.found;
        self.right += other.right;
    }
}

/// What came of all changes.
#[derive(Default)]
pub struct Mirror {
    counts: [Count; CHANGES.len()],
    /// Wrong headlines, to be looked at.
    pub errors: Vec<String>,
}

impl Mirror {
    /// Tries the changed pages with `weights` that have not seen them.
    pub fn look(&mut self, pages: &[Changed], weights: &[u8]) {
        for page in pages {
            let article = lab::parse_with(&page.text, &Options::new().with_offsets(Offsets::Utf8), weights);
            let wanted = page.title.map(|(start, end)| page.text[start..end].trim());
            let got = article.head.headline.as_ref();
            let right = got.map(|headline| headline.text.trim()) == wanted;
            let sure = got.and_then(|got| got.certainty).is_some_and(|sure| sure.hundredths() >= 90);
            if !right {
                let name = CHANGES[page.change].0;
                let got = got.map(|got| &got.text);
                self.errors.push(format!("{name}\t{}\t{wanted:?}\t{got:?}", page.id));
            }
            let told = |role: &str| matches!(role, "paragraph" | "crosshead" | "listItem" | "pullQuote");
            let found: Vec<(usize, usize)> = article
                .blocks
                .iter()
                .filter(|block| told(block.role.as_str()))
                .map(|block| (block.span.start, block.span.end))
                .collect();
            let length = |spans: &[(usize, usize)]| spans.iter().map(|(from, to)| to - from).sum::<usize>();
            let both = |a: &(usize, usize)| page.body.iter().map(|b| corpus::overlap(*a, *b)).sum::<usize>();
            self.counts[page.change].add(Count {
                pages: 1,
                headlines: usize::from(right),
                sure: usize::from(sure),
                sure_and_right: usize::from(sure && right),
                told: length(&page.body),
                found: length(&found),
                right: found.iter().map(both).sum(),
            });
        }
    }

    /// What came of it, a line for each change.
    pub fn report(&self) -> String {
        let mut text = String::from("changed pages of publishers unseen\n");
        let of = |part: usize, all: usize| part as f64 / all.max(1) as f64;
        let mut all = Count::default();
        self.counts.iter().for_each(|count| all.add(*count));
        let names = CHANGES.iter().map(|(name, _)| *name);
        for (name, count) in names.zip(&self.counts).chain([("all", &all)]) {
            let _ = writeln!(
                text,
                "{name:20}headline {:.3} ({:.2} say 0.9 or more, of these {:.3} right), body {:.3}",
                of(count.headlines, count.pages),
                of(count.sure, count.pages),
                of(count.sure_and_right, count.sure),
                of(2 * count.right, count.told + count.found)
            );
        }
        text
    }
}
