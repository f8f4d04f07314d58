//! What speaks for a headline: weights of the evidence that is seen of a whole page (`src/layout/titles.rs`), counted on
//! pages of publishers that the model had not seen, as they are and changed.
//!
//! Of each page one row is the headline, or none is. The weights are those of a conditional logit (`McFadden` 1974) over the
//! page's candidates, held near the model's own opinion.

use crate::corpus::Document;
use crate::mirror::Changed;
use nutgraf::lab::{self, Shape};
use std::fmt::Write as _;
use std::path::Path;

/// Where the weights are kept as text.
const FILE: &str = "evidence.txt";

/// Weights of one, in the model's file.
const ONE: f32 = 16.0;

/// What holds is so much, in what is seen.
const YES: f32 = 8.0;

/// Rounds over all pages, and the length of a step at the beginning.
const ROUNDS: usize = 250;
const RATE: f32 = 0.04;

/// How strongly weights are held near those at the beginning.
const HOLD: f32 = 2.0;

/// A page with what can be its headline.
pub struct Example {
    /// The fold of its publisher.
    pub fold: usize,
    weight: f32,
    /// Of each, what is seen, but for what is nought.
    candidates: Vec<Vec<(u8, i8)>>,
    right: usize,
}

/// The example that a page gives whose headline lies at `title`; `None` where that is no candidate.
fn example(fold: usize, weight: f32, text: &str, title: Option<(usize, usize)>, weights: &[u8]) -> Option<Example> {
    let candidates = lab::candidates(text, weights);
    let right = candidates.iter().position(|candidate| match (candidate.span, title) {
        (Some(span), Some((start, end))) => span.start < end && start < span.end,
        (None, None) => true,
        _ => false,
    })?;
    let seen = |evidence: Vec<i8>| (0u8..).zip(evidence).filter(|&(_, seen)| seen != 0).collect();
    let candidates = candidates.into_iter().map(|candidate| seen(candidate.evidence)).collect();
    Some(Example { fold, weight, candidates, right })
}

/// The examples that unseen documents give as they are, and changed.
pub fn examples(fold: usize, documents: &[&Document], changed: &[Changed], weights: &[u8]) -> Vec<Example> {
    let whole = |document: &&&Document| document.rows.iter().all(|row| row.zone != "Title" || row.whole);
    let own = documents.iter().filter(whole).filter_map(|document| {
        let title = document.rows.iter().position(|row| row.zone == "Title");
        let spans = lab::samples(&document.text);
        let title = title.and_then(|row| spans.get(row)).map(|row| (row.span.start, row.span.end));
        example(fold, 8.0, &document.text, title, weights)
    });
    // a page without a headline is rare, however many can be made
    let changed = changed.iter().filter_map(|page| {
        example(fold, if page.title.is_some() { 1.0 } else { 0.05 }, &page.text, page.title, weights)
    });
    own.chain(changed).collect()
}

/// The model's own opinion and nothing else.
pub fn plain(shape: &Shape) -> Vec<u8> {
    start(shape).into_iter().map(|weight| byte(weight).cast_unsigned()).collect()
}

fn start(shape: &Shape) -> Vec<f32> {
    (0..shape.evidence).map(|index| if index < 3 { -1.0 } else { 0.0 }).collect()
}

#[allow(clippy::cast_possible_truncation)]
fn byte(weight: f32) -> i8 {
    (weight * ONE).round().clamp(-127.0, 127.0) as i8
}

/// The weights that the examples give.
pub fn fit<'e>(shape: &Shape, examples: impl Iterator<Item = &'e Example>) -> Vec<u8> {
    let examples: Vec<&Example> = examples.collect();
    let begin = start(shape);
    let mut weights = begin.clone();
    let (mut first, mut second) = (vec![0.0f32; weights.len()], vec![0.0f32; weights.len()]);
    let total: f32 = examples.iter().map(|example| example.weight).sum::<f32>().max(1.0);
    for round in 0..ROUNDS {
        let mut slope: Vec<f32> =
            weights.iter().zip(&begin).map(|(weight, begin)| HOLD * (weight - begin) / total).collect();
        for example in &examples {
            let worths: Vec<f32> = example
                .candidates
                .iter()
                .map(|seen| seen.iter().map(|&(index, seen)| f32::from(seen) / YES * weights[usize::from(index)]).sum())
                .collect();
            let most = worths.iter().copied().fold(f32::MIN, f32::max);
            let all: f32 = worths.iter().map(|worth| (worth - most).exp()).sum();
            for (number, (seen, worth)) in example.candidates.iter().zip(&worths).enumerate() {
                let off = (worth - most).exp() / all - if number == example.right { 1.0 } else { 0.0 };
                let off = off * example.weight / total / YES;
                if off.abs() > 1e-9 {
                    for &(index, seen) in seen {
                        slope[usize::from(index)] += off * f32::from(seen);
                    }
                }
            }
        }
        let round = round as i32 + 1;
        let rate = RATE * (1.0 - round as f32 / (ROUNDS + 1) as f32);
        for index in 0..weights.len() {
            first[index] = 0.9 * first[index] + 0.1 * slope[index];
            second[index] = 0.999 * second[index] + 0.001 * slope[index] * slope[index];
            let (up, down) = (first[index] / (1.0 - 0.9f32.powi(round)), second[index] / (1.0 - 0.999f32.powi(round)));
            weights[index] -= rate * up / (down.sqrt() + 1e-8);
        }
    }
    weights.into_iter().map(|weight| byte(weight).cast_unsigned()).collect()
}

/// Puts the weights in the place of those of a model's file.
pub fn put(shape: &Shape, weights: &mut [u8], evidence: &[u8]) {
    let at = weights.len().saturating_sub(shape.tables + evidence.len());
    weights[at..at + evidence.len()].copy_from_slice(evidence);
}

/// The weights of `train/evidence.txt`; the model's own opinion where there is no such file for this shape.
pub fn kept(shape: &Shape, own: &Path) -> Vec<u8> {
    let text = std::fs::read_to_string(own.join(FILE)).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let weights: Vec<u8> = lines
        .flat_map(str::split_whitespace)
        .filter_map(|weight| Some(weight.parse::<i8>().ok()?.cast_unsigned()))
        .collect();
    if weights.len() == shape.evidence { weights } else { plain(shape) }
}

/// Keeps the weights as text.
///
/// # Errors
///
/// Where the file cannot be written.
pub fn keep(own: &Path, weights: &[u8]) -> Result<(), String> {
    let mut text = String::from(
        "# What each piece of evidence adds to the worth of a row as the headline, in sixteenths of a natural unit, in the order\n\
         # of `src/layout/titles.rs`: counted by `cargo run --release -p train -- layout --folds 5`.\n",
    );
    for line in weights.chunks(16) {
        let line: Vec<String> = line.iter().map(|weight| weight.cast_signed().to_string()).collect();
        let _ = writeln!(text, "{}", line.join(" "));
    }
    let path = own.join(FILE);
    std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_headlines_from_others_gains_weight() {
        let shape = lab::shape();
        let row = |index: u8, lost: i8| vec![(0, lost), (index, 8)];
        let page = |_| Example { fold: 0, weight: 1.0, candidates: vec![row(40, 0), row(41, 8)], right: 1 };
        let pages: Vec<Example> = (0..200).map(page).collect();
        let weights = fit(&shape, pages.iter());
        let weight = |index: usize| weights[index].cast_signed();
        assert!(weight(41) > 8 && weight(40) < -8, "{} {}", weight(40), weight(41));
        assert_eq!(weight(50), 0, "nothing is known of what was not met");
        assert_eq!(fit(&shape, [].iter()), plain(&shape));
    }
}
