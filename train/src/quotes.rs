//! The judge of quotes: a logistic regression over hashed features, trained on the attributions of `PolNeAR`.

use crate::dice::Dice;
use nutgraf::stages::quotes::{SHAPE, Seen};
use nutgraf::stages::stages;
use nutgraf::{Options, Span};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

/// Rounds over all drafts, first length of a step, and the share of its weight that a weight loses over one.
const ROUNDS: usize = 12;
const RATE: f32 = 0.15;
const DECAY: f32 = 2e-5;
/// Weights are told in sixteenths, and a step of the table is a quarter.
const UNIT: f32 = 16.0;
const STEP: f32 = 4.0;

/// A draft with whether it is right.
struct Case {
    story: usize,
    features: Vec<u16>,
    right: bool,
    indirect: bool,
}

/// Trains on the stories of `data/quotes/train.jsonl` and writes the judge to `out`; says how it does on stories left out.
pub fn run(data: &Path, folds: usize, out: &Path) -> Result<(), String> {
    let path = data.join("quotes/train.jsonl");
    let lines = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut cases = Vec::new();
    for (story, line) in lines.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        let record: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        read(story, &record, &mut cases).ok_or_else(|| format!("{}: story {story} is malformed", path.display()))?;
    }
    let count = cases.iter().filter(|case| case.right).count();
    eprintln!("{} drafts, {count} right", cases.len());
    let mut left_out: Vec<(usize, bool, bool)> = Vec::new();
    for fold in 0..folds {
        let (inside, outside): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(|case| case.story % folds != fold);
        let weights = whole(&learn(&inside, fold as u64));
        left_out.extend(outside.iter().map(|case| (score(&weights, &case.features), case.right, case.indirect)));
    }
    let tables = [false, true].map(|indirect| table(&left_out, indirect));
    print!("{}", report(&left_out, &tables));
    let all: Vec<&Case> = cases.iter().collect();
    let weights = whole(&learn(&all, 99));
    let mut file = tables.concat();
    file.extend(weights.iter().map(|weight| weight.cast_unsigned()));
    std::fs::write(out, file).map_err(|error| format!("{}: {error}", out.display()))
}

/// The drafts of a story, held against its attributions.
fn read(story: usize, record: &Value, cases: &mut Vec<Case>) -> Option<()> {
    let text = record["text"].as_str()?;
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let spans = |value: &Value| -> Option<Vec<Span>> {
        let span = |pair: &Value| {
            let at = |index: usize| bytes.get(usize::try_from(pair[index].as_u64()?).ok()?).copied();
            Some(Span::new(at(0)?, at(1)?))
        };
        value.as_array()?.iter().map(span).collect()
    };
    let mut golds = Vec::new();
    for gold in record["gold"]["attributions"].as_array()? {
        golds.push((spans(&gold["content"])?, spans(&gold["source"])?));
    }
    let ignored: Vec<Span> = spans(&record["gold"]["ignore"]).unwrap_or_default();
    // a method's path is of one lifetime, the closure of any
    #[allow(clippy::redundant_closure_for_method_calls)]
    for seen in stages(text, &Options::new(), |found| found.quotes()) {
        if seen.parts.iter().any(|part| ignored.iter().any(|other| other.overlaps(*part))) {
            continue;
        }
        let right = golds.iter().any(|(content, source)| is_right(text, &seen, content, source));
        cases.push(Case { story, right, indirect: seen.indirect, features: seen.features });
    }
    Some(())
}

/// Letters and digits of `one` that are in `other` as well.
fn common(text: &str, one: &[Span], other: &[Span]) -> usize {
    let mut count = 0;
    for a in one {
        for b in other {
            let both = Span::new(a.start.max(b.start), a.end.min(b.end));
            count += letters(both.of(text));
        }
    }
    count
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Whether a draft has the content and the source of an attribution.
fn is_right(text: &str, seen: &Seen, content: &[Span], source: &[Span]) -> bool {
    let own: usize = seen.parts.iter().map(|part| letters(part.of(text))).sum();
    let gold: usize = content.iter().map(|part| letters(part.of(text))).sum();
    let both = common(text, &seen.parts, content);
    // F1 of a half; of speech in marks a part of a longer one is as good
    let fits = both * 4 >= own + gold || seen.direct && both * 10 >= own * 8;
    let says = match seen.source {
        Some(own) => seen.carried || source.iter().any(|other| other.overlaps(own)),
        None => source.is_empty(),
    };
    own > 0 && fits && says
}

/// `AdaGrad` (Duchi, Hazan, Singer 2011) over the cases in a new order each round.
fn learn(cases: &[&Case], first: u64) -> Vec<f32> {
    let mut seen = vec![0u32; SHAPE.0];
    for case in cases {
        for &slot in &case.features {
            seen[usize::from(slot)] += 1;
        }
    }
    let mut weights = vec![0.0f32; SHAPE.0];
    let mut squares = vec![1e-3f32; SHAPE.0];
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let mut dice = Dice::new(first + 1);
    // the mean of the second half of the rounds: no chance of the last order is left in it
    let mut mean = vec![0.0f32; SHAPE.0];
    for round in 0..ROUNDS {
        dice.shuffle(&mut order);
        for &index in &order {
            let case = cases[index];
            let sum: f32 = case.features.iter().map(|&slot| weights[usize::from(slot)]).sum();
            let slope = 1.0 / (1.0 + (-sum).exp()) - if case.right { 1.0 } else { 0.0 };
            for &slot in &case.features {
                let slot = usize::from(slot);
                // what was seen once or twice tells nothing
                if seen[slot] < 4 {
                    continue;
                }
                let slope = slope + DECAY * cases.len() as f32 / seen[slot] as f32 * weights[slot];
                squares[slot] += slope * slope;
                weights[slot] -= RATE * slope / squares[slot].sqrt();
            }
        }
        if round * 2 >= ROUNDS {
            for (mean, weight) in mean.iter_mut().zip(&weights) {
                *mean += weight / (ROUNDS - ROUNDS / 2) as f32;
            }
        }
    }
    mean
}

/// The weights in sixteenths.
fn whole(weights: &[f32]) -> Vec<i8> {
    weights.iter().map(|weight| (weight * UNIT).round().clamp(-127.0, 127.0) as i8).collect()
}

fn score(weights: &[i8], features: &[u16]) -> usize {
    let sum: i32 = features.iter().map(|&slot| i32::from(weights[usize::from(slot)])).sum();
    let last = SHAPE.1 as i32 - 1;
    usize::try_from((sum.div_euclid(STEP as i32) + i32::midpoint(last, 1)).clamp(0, last)).unwrap_or(0)
}

/// How many of a hundred are right at each step, by pooling adjacent violators (Ayer and others 1955).
fn table(cases: &[(usize, bool, bool)], indirect: bool) -> Vec<u8> {
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for step in 0..SHAPE.1 {
        let here: Vec<bool> =
            cases.iter().filter(|case| case.2 == indirect && case.0 == step).map(|case| case.1).collect();
        // a little of what the logistic function says, for steps that few reach
        let share = 1.0 / (1.0 + (-(step as f64 - SHAPE.1 as f64 / 2.0 + 0.5) * f64::from(STEP / UNIT)).exp());
        let right = here.iter().filter(|&&right| right).count() as f64 + 4.0 * share;
        pools.push((right, here.len() as f64 + 4.0, 1));
        while let [.., (a, b, _), (c, d, _)] = pools[..]
            && a / b > c / d
        {
            let Some((right, count, steps)) = pools.pop() else { break };
            if let Some(last) = pools.last_mut() {
                *last = (last.0 + right, last.1 + count, last.2 + steps);
            }
        }
    }
    #[allow(clippy::cast_sign_loss)] // shares are none below nothing
    let hundredths = |&(right, count, steps): &(f64, f64, usize)| {
        std::iter::repeat_n((right / count * 100.0).round().clamp(1.0, 99.0) as u8, steps)
    };
    pools.iter().flat_map(hundredths).collect()
}

/// How sure it is of stories left out, and how often it is right there.
fn report(cases: &[(usize, bool, bool)], tables: &[Vec<u8>; 2]) -> String {
    let mut lines = String::new();
    let sure = |case: &(usize, bool, bool)| usize::from(tables[usize::from(case.2)][case.0]);
    for indirect in [false, true] {
        let _ = writeln!(lines, "{}", if indirect { "without marks" } else { "in marks" });
        for tenth in 0..10 {
            let here: Vec<_> =
                cases.iter().filter(|case| case.2 == indirect && (sure(case) / 10).min(9) == tenth).collect();
            if here.is_empty() {
                continue;
            }
            let right = here.iter().filter(|case| case.1).count();
            let mean = here.iter().map(|case| sure(case)).sum::<usize>() as f64 / here.len() as f64;
            let _ = writeln!(
                lines,
                "  {:6} say {mean:5.1}, {:5.1} right",
                here.len(),
                right as f64 * 100.0 / here.len() as f64
            );
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(features: &[u16], right: bool) -> Case {
        Case { story: 0, features: features.to_vec(), right, indirect: true }
    }

    #[test]
    fn it_learns_what_tells_right_from_wrong() {
        let cases: Vec<Case> =
            (0..60).map(|at| case(if at % 2 == 0 { &[1, 7] } else { &[2, 7] }, at % 2 == 0)).collect();
        let weights = whole(&learn(&cases.iter().collect::<Vec<_>>(), 3));
        assert!(weights[1] > 8 && weights[2] < -8, "{} {}", weights[1], weights[2]);
        assert!(score(&weights, &[1, 7]) > score(&weights, &[2, 7]));
    }

    #[test]
    fn the_table_only_rises() {
        let cases: Vec<_> = (0..400).map(|at| (20 + at % 24, at % 24 > 11 || at % 7 == 0, true)).collect();
        let table = table(&cases, true);
        assert_eq!(table.len(), SHAPE.1);
        assert!(table.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!(table[21] < 30 && table[42] > 80, "{} {}", table[21], table[42]);
    }

    #[test]
    fn a_part_of_direct_speech_is_right_and_of_indirect_is_not() {
        let text = "“We sail at dawn,” said Roe. “Boats wait.” More than that.";
        let seen = |direct| Seen {
            features: Vec::new(),
            parts: vec![Span::new(0, 22)],
            source: Some(Span::new(28, 31)),
            carried: false,
            direct,
            indirect: !direct,
        };
        let (content, source) = ([Span::new(0, text.len())], [Span::new(23, 31)]);
        assert!(is_right(text, &seen(true), &content, &source));
        assert!(!is_right(text, &seen(false), &content, &source));
        assert!(!is_right(text, &seen(true), &content, &[Span::new(50, 54)]));
    }
}
