//! A conditional neural field over rows, trained with partly known labels.
//!
//! A linear-chain conditional random field (Lafferty, `McCallum`, Pereira 2001) whose scores come from
//! the features directly and through one layer of hidden units (conditional neural fields: Peng, Bo,
//! Xu 2009). Partial labels as in Täckström et al. (2013): the gradient is the expectation over the
//! readings that agree with what is known, less the expectation over all readings.

use crate::dice::Dice;
use nutgraf::lab::Shape;

/// A paste: the features of its rows, and the states each row may be in.
#[derive(Clone)]
pub struct Sequence {
    /// Features of each row.
    pub features: Vec<Vec<u16>>,
    /// Allowed states of each row, a bit each.
    pub allowed: Vec<u64>,
    /// States that each row can be in at all.
    pub permitted: Vec<u64>,
    /// How much the paste counts.
    pub weight: f32,
}

/// Where each layer's weights lie in one long list.
#[derive(Clone, Copy)]
pub struct Layers {
    columns: usize,
    hidden: usize,
    deep: usize,
    inner: usize,
    outer: usize,
    /// Where the transitions begin.
    pub transition: usize,
    /// How many weights there are.
    pub total: usize,
}

impl Layers {
    /// The layers of one member of the committee that a model of `shape` is.
    pub fn of(shape: &Shape) -> Self {
        let states = shape.states.len();
        let hidden = shape.hidden / shape.members;
        let inner = shape.features * shape.columns;
        let outer = inner + shape.deep * hidden;
        let transition = outer + hidden * shape.columns;
        Self {
            columns: shape.columns,
            hidden,
            deep: shape.deep,
            inner,
            outer,
            transition,
            total: transition + states * states,
        }
    }

    /// Weights to begin with: the hidden layer small and uneven, everything else nought.
    pub fn begin(&self, dice: &mut Dice) -> Vec<f32> {
        let mut weights = vec![0.0; self.total];
        for weight in &mut weights[self.inner..self.outer] {
            *weight = 0.12 * dice.spread();
        }
        for weight in &mut weights[self.outer..self.transition] {
            *weight = 0.3 * dice.spread();
        }
        weights
    }
}

/// What follows what: for each state the states that may come next.
pub struct Steps {
    next: Vec<Vec<u16>>,
    starts: Vec<bool>,
    /// Columns of each state: zone and part.
    columns: Vec<(usize, usize)>,
}

impl Steps {
    /// The steps of `shape`.
    pub fn of(shape: &Shape) -> Self {
        let count = shape.states.len();
        Self {
            next: (0..count)
                .map(|from| (0..count).filter(|to| shape.follows[from * count + to]).map(|to| to as u16).collect())
                .collect(),
            starts: shape.starts.clone(),
            columns: shape.states.iter().map(|state| (state.0, state.1)).collect(),
        }
    }
}

/// A state of a row that is less likely than this, seen from the rows before it, is left out of the sums.
const UNLIKELY: f64 = 1e-9;

/// What one paste's readings need while they are summed.
struct Trellis<'a> {
    steps: &'a Steps,
    /// Exponentials of the transition weights.
    moves: &'a [f64],
    /// Exponentials of each row's scores, less its best.
    own: Vec<f64>,
    rows: usize,
}

/// A field while it is trained.
pub struct Field<'a> {
    /// Where its weights lie.
    pub layers: &'a Layers,
    /// What follows what.
    pub steps: &'a Steps,
    /// Its weights.
    pub weights: &'a [f32],
    /// Exponentials of the transition weights.
    pub moves: &'a [f64],
}

/// Adds the gradient of the paste's loss to `slope`; returns the loss. `drop` is the share of features
/// that are left out, others every time, so that none is relied on alone.
pub fn learn(field: &Field<'_>, sequence: &Sequence, drop: f32, dice: &mut Dice, slope: &mut [f32]) -> f32 {
    let Field { layers, steps, weights, moves } = *field;
    let states = steps.next.len();
    let rows = sequence.features.len();
    let keep = 1.0 / (1.0 - drop);
    let kept: Vec<Vec<u16>> = sequence
        .features
        .iter()
        .map(|features| features.iter().copied().filter(|_| drop <= 0.0 || dice.share() >= drop).collect())
        .collect();
    let mut hidden = vec![0.0f32; rows * layers.hidden];
    let mut own = Vec::with_capacity(rows * states);
    let mut columns = vec![0.0f32; layers.columns];
    for (row, features) in kept.iter().enumerate() {
        let units = &mut hidden[row * layers.hidden..(row + 1) * layers.hidden];
        scores(layers, weights, features, keep, units, &mut columns);
        let start = own.len();
        own.extend(steps.columns.iter().map(|&(zone, part)| f64::from(columns[zone] + columns[part])));
        let most = own[start..].iter().copied().fold(f64::MIN, f64::max);
        own[start..].iter_mut().for_each(|score| *score = (*score - most).max(-80.0).exp());
    }
    let trellis = Trellis { steps, moves, own, rows };
    let mut wanted = vec![0.0f32; rows * layers.columns];
    let all: Vec<u64> =
        sequence.permitted.iter().zip(&sequence.allowed).map(|(permitted, allowed)| permitted | allowed).collect();
    let transitions = &mut slope[layers.transition..];
    let Some(bound) = trellis.pass(&sequence.allowed, layers.columns, -sequence.weight, &mut wanted, transitions)
    else {
        return 0.0;
    };
    let free = trellis.pass(&all, layers.columns, sequence.weight, &mut wanted, transitions).unwrap_or(bound);
    for (row, features) in kept.iter().enumerate() {
        let wanted = &wanted[row * layers.columns..(row + 1) * layers.columns];
        let units = &hidden[row * layers.hidden..(row + 1) * layers.hidden];
        back(layers, weights, features, keep, units, wanted, slope);
    }
    sequence.weight * (free - bound) as f32
}

/// The hidden units and the columns of one row.
fn scores(layers: &Layers, weights: &[f32], features: &[u16], keep: f32, units: &mut [f32], columns: &mut [f32]) {
    columns.fill(0.0);
    units.fill(0.0);
    for &id in features {
        let id = id as usize;
        let direct = &weights[id * layers.columns..(id + 1) * layers.columns];
        columns.iter_mut().zip(direct).for_each(|(column, weight)| *column += weight);
        if id >= layers.deep {
            continue;
        }
        let inner = &weights[layers.inner + id * layers.hidden..layers.inner + (id + 1) * layers.hidden];
        units.iter_mut().zip(inner).for_each(|(unit, weight)| *unit += weight);
    }
    for column in columns.iter_mut() {
        *column *= keep;
    }
    for (index, unit) in units.iter_mut().enumerate() {
        *unit = (*unit * keep).max(0.0);
        if *unit > 0.0 {
            let outer = &weights[layers.outer + index * layers.columns..layers.outer + (index + 1) * layers.columns];
            columns.iter_mut().zip(outer).for_each(|(column, weight)| *column += *unit * weight);
        }
    }
}

/// The gradient of one row, from how much too high each of its columns was.
fn back(
    layers: &Layers,
    weights: &[f32],
    features: &[u16],
    keep: f32,
    units: &[f32],
    wanted: &[f32],
    slope: &mut [f32],
) {
    let mut through = vec![0.0f32; layers.hidden];
    for (index, &unit) in units.iter().enumerate().filter(|(_, unit)| **unit > 0.0) {
        let at = layers.outer + index * layers.columns;
        let outer = &weights[at..at + layers.columns];
        through[index] = keep * outer.iter().zip(wanted).map(|(weight, want)| weight * want).sum::<f32>();
        slope[at..at + layers.columns].iter_mut().zip(wanted).for_each(|(at, want)| *at += unit * want);
    }
    for &id in features {
        let id = id as usize;
        slope[id * layers.columns..(id + 1) * layers.columns]
            .iter_mut()
            .zip(wanted)
            .for_each(|(at, want)| *at += keep * want);
        if id >= layers.deep {
            continue;
        }
        let at = layers.inner + id * layers.hidden;
        slope[at..at + layers.hidden].iter_mut().zip(&through).for_each(|(at, through)| *at += through);
    }
}

impl Trellis<'_> {
    /// Forward and backward over the readings in `allowed`, each row scaled to one; adds `sign` times
    /// the expectations to `columns` and `transitions` and returns the logarithm of the readings' sum.
    /// `None` where there is no reading: then nothing is added.
    fn pass(
        &self,
        allowed: &[u64],
        width: usize,
        sign: f32,
        columns: &mut [f32],
        transitions: &mut [f32],
    ) -> Option<f64> {
        let states = self.steps.next.len();
        let is = |row: usize, state: usize| allowed[row] >> state & 1 == 1;
        let mut forward = vec![0.0f64; self.rows * states];
        let mut scales = vec![0.0f64; self.rows];
        let mut total = 0.0;
        for row in 0..self.rows {
            let (before, here) = forward.split_at_mut(row * states);
            let here = &mut here[..states];
            if row == 0 {
                for (at, &starts) in here.iter_mut().zip(&self.steps.starts) {
                    *at = f64::from(u8::from(starts));
                }
            } else {
                let likely = before[(row - 1) * states..].iter().enumerate().filter(|(_, value)| **value > UNLIKELY);
                for (from, &value) in likely {
                    for &to in &self.steps.next[from] {
                        here[to as usize] += value * self.moves[from * states + to as usize];
                    }
                }
            }
            let own = &self.own[row * states..(row + 1) * states];
            for state in 0..states {
                here[state] = if is(row, state) { here[state] * own[state] } else { 0.0 };
            }
            let sum: f64 = here.iter().sum();
            if sum <= 0.0 || !sum.is_finite() {
                return None;
            }
            for at in here.iter_mut() {
                *at /= sum;
            }
            scales[row] = sum;
            total += sum.ln();
        }
        let mut backward = vec![1.0f64; states];
        let mut weighed = vec![0.0f64; states];
        for row in (0..self.rows).rev() {
            let here = &forward[row * states..(row + 1) * states];
            if row + 1 < self.rows {
                let own = &self.own[(row + 1) * states..(row + 2) * states];
                for to in 0..states {
                    weighed[to] = if is(row + 1, to) { own[to] * backward[to] / scales[row + 1] } else { 0.0 };
                }
                for from in 0..states {
                    let mut sum = 0.0;
                    if here[from] <= UNLIKELY {
                        backward[from] = 0.0;
                        continue;
                    }
                    for &to in &self.steps.next[from] {
                        let at = from * states + to as usize;
                        let worth = self.moves[at] * weighed[to as usize];
                        sum += worth;
                        transitions[at] += sign * (here[from] * worth) as f32;
                    }
                    backward[from] = sum;
                }
            }
            let columns = &mut columns[row * width..(row + 1) * width];
            for state in 0..states {
                let likely = (here[state] * backward[state]) as f32 * sign;
                columns[self.steps.columns[state].0] += likely;
                columns[self.steps.columns[state].1] += likely;
            }
        }
        Some(total)
    }
}

/// The model's file: its fingerprint, every weight, then the `tables` of certainty. A weight is kept as a signed byte: in sixteenths where it adds to a
/// score, in thirty-seconds in the hidden layer, rounded to a few of these steps, since what is rounder
/// packs smaller and decides the same.
///
/// The members' scores are added up. That is one field again: with the hidden units of all side by
/// side, and the mean of what speaks directly, which counts as often as there are members.
pub fn pack(shape: &Shape, members: &[Vec<f32>], evidence: &[u8], tables: &[u8]) -> Vec<u8> {
    let layers = Layers::of(shape);
    let byte =
        |weight: f32, scale: f32, steps: f32| ((weight * scale / steps).round() * steps).clamp(-127.0, 127.0) as i8;
    let mean = |index: usize| members.iter().map(|member| member[index]).sum::<f32>() / members.len() as f32;
    let mut weights: Vec<i8> = Vec::new();
    weights.extend(
        (0..layers.inner)
            .map(|index| byte(mean(index), 16.0, if index < shape.deep * shape.columns { 2.0 } else { 4.0 })),
    );
    for feature in 0..shape.deep {
        let at = layers.inner + feature * layers.hidden;
        weights.extend(
            members.iter().flat_map(|member| &member[at..at + layers.hidden]).map(|&weight| byte(weight, 32.0, 2.0)),
        );
    }
    weights.extend(
        members
            .iter()
            .flat_map(|member| &member[layers.outer..layers.transition])
            .map(|&weight| byte(weight, 32.0, 1.0)),
    );
    weights.extend((layers.transition..layers.total).map(|index| byte(mean(index), 16.0, 1.0)));
    let weights = weights.into_iter().map(i8::cast_unsigned);
    let rest = evidence.iter().chain(tables).copied();
    shape.fingerprint.iter().copied().chain(weights).chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use nutgraf::lab;

    /// The slope of the loss is what small changes of the weights say it is.
    #[test]
    fn the_gradient_is_the_slope_of_the_loss() {
        let shape = lab::shape();
        let (layers, steps) = (Layers::of(&shape), Steps::of(&shape));
        let mut weights = layers.begin(&mut Dice::new(5));
        for weight in &mut weights[layers.transition..] {
            *weight = 0.1;
        }
        let text = "Skip to content\nA quay reopens after the flood\nBy Ada Quill\n\nThe quay reopened on Monday, the harbour \
                    board said, two years after a flood had torn away its northern half and with it the crane.\nShare";
        let samples = lab::samples(text);
        let is = |zone: &str, part: &str| {
            let state = shape.states.iter().position(|state| state.2 == zone && state.3 == part).expect("a state");
            1u64 << state
        };
        let sequence = Sequence {
            allowed: vec![
                is("Before", "furniture"),
                is("Title", "headline"),
                is("Head", "byline") | is("Head", "furniture"),
                is("Story", "text"),
                is("After", "furniture"),
            ],
            permitted: samples.iter().map(|sample| sample.permitted).collect(),
            features: samples.into_iter().map(|sample| sample.features).collect(),
            weight: 1.0,
        };
        let loss = |weights: &[f32], slope: &mut [f32]| {
            let moves: Vec<f64> = weights[layers.transition..].iter().map(|&weight| f64::from(weight).exp()).collect();
            let field = Field { layers: &layers, steps: &steps, weights, moves: &moves };
            learn(&field, &sequence, 0.0, &mut Dice::new(1), slope)
        };
        let mut slope = vec![0.0; layers.total];
        let here = loss(&weights, &mut slope);
        assert!(here > 0.0);
        let mut steepest: Vec<usize> = (0..layers.total).collect();
        steepest.sort_by(|&a, &b| slope[b].abs().total_cmp(&slope[a].abs()));
        for &index in steepest.iter().take(40) {
            let mut moved = weights.clone();
            moved[index] += 0.01;
            let mut unused = vec![0.0; layers.total];
            let up = loss(&moved, &mut unused);
            moved[index] -= 0.02;
            let measured = (up - loss(&moved, &mut unused)) / 0.02;
            assert!(
                (measured - slope[index]).abs() < 0.02 + 0.05 * slope[index].abs(),
                "{measured} for {}",
                slope[index]
            );
        }
    }
}
