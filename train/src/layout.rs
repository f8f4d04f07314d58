//! The layout model: which rows of a paste are what.

use crate::certain::{self, Heads};
use crate::corpora;
use crate::corpus::Document;
use crate::dice::Dice;
use crate::evidence;
use crate::field::{self, Layers, Sequence};
use crate::mirror::{self, Mirror};
use crate::mix;
use crate::optimise::{self, Plan};
use crate::press::{self, Manuscript, Press};
use crate::score;
use crate::stories::Grammar;
use nutgraf::Options;
use nutgraf::lab::{self, Shape};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::time::Instant;

/// How a model is trained.
#[derive(Clone, Copy)]
struct Recipe {
    plan: Plan,
    /// Pages set by each template.
    copies: usize,
}

/// With the corpora, whose documents and mixes are half of what is learned from.
const FULL: Recipe = Recipe { plan: Plan { rounds: 16, batch: 12, rate: 0.004, decay: 0.01, drop: 0.25 }, copies: 2 };

/// From the invented press alone, which must make up for them.
const ALONE: Recipe = Recipe { copies: 6, ..FULL };

/// Mixed pages made of each document.
const MIXES: usize = 3;

/// Sets of mixes and set pages, one after the other learned from by every member.
const SETS: u64 = 6;

/// Stories invented where there are no corpora to take them from.
const STORIES: usize = 600;

/// Of so many templates one is held out, to see what a model makes of an outlet that it has not met.
const HELD: usize = 5;

/// Trains on the corpora in `data`, with the annotations and templates in `own`, and writes the model to `out`; with
/// `folds` writes what each publisher gets from a model that has not seen it instead.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub fn with_corpora(data: &Path, own: &Path, folds: usize, again: bool, out: &Path) -> Result<(), String> {
    let start = Instant::now();
    let shape = lab::shape();
    let documents = corpora::read(data, &own.join("gold/pages.jsonl"), &shape)?;
    let press = Press::read()?;
    eprintln!("{} documents of {}, {}", documents.len(), data.display(), size(&press, &shape));
    if folds > 1 {
        return cross_validate(data, own, &documents, &press, folds, again);
    }
    let documents: Vec<&Document> = documents.iter().collect();
    let stories = stories(data, &documents, &|_| false)?;
    let mut weights = train(&shape, &documents, &press, &stories, FULL);
    evidence::put(&shape, &mut weights, &evidence::kept(&shape, own));
    certain::put(&mut weights, &certain::kept(&shape, own));
    write(out, &weights)?;
    println!("{}", score::fixtures(own, &weights)?);
    report(start, out, &weights);
    Ok(())
}

/// Trains on pages of the invented press with invented stories, says how well that does on outlets held out, and writes
/// the model to `out`.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub fn without_corpora(own: &Path, out: &Path) -> Result<(), String> {
    let start = Instant::now();
    let shape = lab::shape();
    let press = Press::read()?;
    eprintln!("{STORIES} invented stories, {}", size(&press, &shape));
    let stories = Grammar::new(&press).stories(STORIES, &mut Dice::new(1));
    let (held, seen) = Press::read()?.split(HELD);
    let weights = train(&shape, &[], &seen, &stories, ALONE);
    let unseen = Grammar::new(&press).stories(STORIES, &mut Dice::new(2));
    let pages = held.pages(&shape, &unseen, 2, &mut Dice::new(3));
    println!("trained on {} outlets: {}", seen.templates(), score::pages(&pages, &weights));
    let mut weights = train(&shape, &[], &press, &stories, ALONE);
    evidence::put(&shape, &mut weights, &evidence::kept(&shape, own));
    certain::put(&mut weights, &certain::kept(&shape, own));
    write(out, &weights)?;
    println!("trained on all: {}", score::fixtures(own, &weights)?);
    report(start, out, &weights);
    Ok(())
}

fn size(press: &Press, shape: &Shape) -> String {
    format!("{} templates, {} features, {} states", press.templates(), shape.features, shape.states.len())
}

fn write(out: &Path, weights: &[u8]) -> Result<(), String> {
    fs::write(out, weights).map_err(|error| format!("{}: {error}", out.display()))
}

fn report(start: Instant, out: &Path, weights: &[u8]) {
    println!("{}: {} bytes, in {:.0} seconds", out.display(), weights.len(), start.elapsed().as_secs_f32());
}

/// The stories to be set: those of `documents` and of a corpus without layout, publishers that are `held` out aside.
fn stories(data: &Path, documents: &[&Document], held: &dyn Fn(&str) -> bool) -> Result<Vec<Manuscript>, String> {
    let mut stories = press::stories(documents);
    stories.extend(press::plain_stories(data, held)?);
    Ok(stories)
}

fn train(shape: &Shape, documents: &[&Document], press: &Press, stories: &[Manuscript], recipe: Recipe) -> Vec<u8> {
    let set = |number: u64| -> Vec<Sequence> {
        let mut dice = Dice::new(1000 + number);
        let mut data: Vec<Sequence> = documents.iter().map(|document| document.sequence.clone()).collect();
        let mut mixes = mix::mixes(documents, MIXES, &mut dice);
        for page in &mut mixes {
            press.dress(page, shape, stories, &mut dice);
        }
        data.extend(mixes.iter().filter_map(|page| mix::sequence(page)));
        data.extend(
            press.pages(shape, stories, recipe.copies, &mut dice).iter().filter_map(|page| mix::sequence(page)),
        );
        data
    };
    let sets = in_two(SETS, &set);
    let members =
        in_two(shape.members as u64, &|seed| optimise::train(&Layers::of(shape), shape, recipe.plan, seed + 1, &sets));
    field::pack(shape, &members, &evidence::plain(shape), &certain::plain(shape))
}

/// What `work` makes of each number below `count`, done by two at a time.
fn in_two<T: Send>(count: u64, work: &(dyn Fn(u64) -> T + Sync)) -> Vec<T> {
    let half = count / 2;
    std::thread::scope(|scope| {
        let right = scope.spawn(move || (half..count).map(work).collect::<Vec<T>>());
        let mut done: Vec<T> = (0..half).map(work).collect();
        done.extend(right.join().expect("the other half"));
        done
    })
}

/// Writes what each document gets from a model that has not seen its publisher to `target/folds/`, and how sure such
/// decisions are to `certainty.txt`.
fn cross_validate(
    data: &Path,
    own: &Path,
    documents: &[Document],
    press: &Press,
    folds: usize,
    again: bool,
) -> Result<(), String> {
    let shape = &lab::shape();
    let mut publishers: Vec<&str> = documents.iter().map(|document| document.publisher.as_str()).collect();
    publishers.sort_unstable();
    publishers.dedup();
    let fold_of = |publisher: &str| publishers.iter().position(|other| *other == publisher).unwrap_or(0) % folds;
    let unseen = |fold: usize| {
        documents.iter().filter(move |document| fold_of(&document.publisher) == fold && !document.rows.is_empty())
    };
    let heads = Heads::read(data)?;
    let mut models = Vec::new();
    for fold in 0..folds {
        eprintln!("fold {fold}");
        let seen: Vec<&Document> = documents.iter().filter(|document| fold_of(&document.publisher) != fold).collect();
        let file = format!("target/folds/{fold}.bin");
        let weights = if again {
            fs::read(&file).map_err(|error| format!("{file}: {error}"))?
        } else {
            let held = |publisher: &str| publishers.contains(&publisher) && fold_of(publisher) == fold;
            let weights = train(shape, &seen, press, &stories(data, &seen, &held)?, FULL);
            fs::create_dir_all("target/folds").map_err(|error| format!("target/folds: {error}"))?;
            write(Path::new(&file), &weights)?;
            weights
        };
        models.push(weights);
    }
    // what speaks for a headline is counted on the other folds' pages, and so is how sure that is
    let held: Vec<Vec<&Document>> = (0..folds).map(|fold| unseen(fold).collect()).collect();
    let changed = in_two(folds as u64, &|fold| mirror::pages(shape, press, &held[fold as usize]));
    let examples = in_two(folds as u64, &|fold| {
        let fold = fold as usize;
        evidence::examples(fold, &held[fold], &changed[fold], &models[fold])
    });
    let all = || examples.iter().flatten();
    let fitted = in_two(folds as u64, &|fold| evidence::fit(shape, all().filter(|page| page.fold != fold as usize)));
    for (weights, fitted) in models.iter_mut().zip(&fitted) {
        evidence::put(shape, weights, fitted);
    }
    let observations: Vec<certain::Observation> = in_two(folds as u64, &|fold| {
        let (fold, weights) = (fold as usize, &models[fold as usize]);
        held[fold]
            .iter()
            .flat_map(|document| certain::observe(shape, document, fold, weights, &heads))
            .chain(changed[fold].iter().filter_map(|page| certain::observe_changed(shape, page, fold, weights)))
            .collect::<Vec<_>>()
    })
    .into_iter()
    .flatten()
    .collect();
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    let mut mirror = Mirror::default();
    for (fold, mut weights) in models.into_iter().enumerate() {
        let tables = certain::fit(shape, observations.iter().filter(|seen| seen.fold != fold));
        certain::put(&mut weights, &tables);
        mirror.look(&changed[fold], &weights);
        for document in unseen(fold) {
            let mut options = Options::new().with_offsets(nutgraf::Offsets::CodePoint);
            // corpora write dates in many ways; the page alone decides where theirs is not ISO 8601
            options.published = document.published.as_deref().and_then(|date| date.parse().ok());
            let article = lab::parse_with(&document.text, &options, &weights);
            let mut value = serde_json::to_value(&article).expect("an article is JSON");
            value["id"] = Value::String(document.id.clone());
            lines.push((if document.id.contains('#') { "layout" } else { "wire" }, value.to_string()));
        }
    }
    for area in ["layout", "wire"] {
        let mut text = String::new();
        for (_, line) in lines.iter().filter(|(of, _)| *of == area) {
            text.push_str(line);
            text.push('\n');
        }
        write(Path::new(&format!("target/folds/{area}.jsonl")), text.as_bytes())?;
    }
    print!("{}{}", certain::report(shape, &observations, folds), mirror.report());
    write(Path::new("target/folds/mirror.txt"), mirror.errors.join("\n").as_bytes())?;
    evidence::keep(own, &evidence::fit(shape, all()))?;
    certain::keep(shape, own, &certain::fit(shape, observations.iter()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole way, with a few templates and rounds: what comes out loads, and knows a headline from a menu.
    #[test]
    fn a_model_of_the_press_alone_reads_a_page() {
        let shape = lab::shape();
        let (press, _) = Press::read().unwrap().split(4);
        let stories = Grammar::new(&press).stories(60, &mut Dice::new(1));
        let recipe = Recipe { plan: Plan { rounds: 8, ..FULL.plan }, copies: 2 };
        let weights = train(&shape, &[], &press, &stories, recipe);
        let sample = include_str!("../../www/samples/ferry.txt");
        let article = lab::parse_with(sample, &Options::default(), &weights);
        let headline = article.head.headline.map(|headline| headline.text);
        assert_eq!(headline.as_deref(), Some("Ferry talks across the Sound end without a timetable"));
        let paragraphs = article.blocks.iter().filter(|block| block.role == nutgraf::Role::Paragraph).count();
        assert!(paragraphs >= 8, "{paragraphs}");
    }
}
