//! A linear-chain conditional random field trained with partly known labels.
//!
//! Lafferty, `McCallum`, Pereira (2001); partial labels as in Täckström et al. (2013): the gradient is
//! the expectation of the features over the readings that agree with what is known, less the
//! expectation over all readings. Optimised by Adam over whole batches, with a penalty on large
//! weights.

use nutgraf::lab::Shape;

/// A paste: the features of its rows, and the states each row may be in.
pub struct Sequence {
    /// Features of each row.
    pub features: Vec<Vec<usize>>,
    /// Allowed states of each row, a bit each.
    pub allowed: Vec<u64>,
    /// How much the paste counts.
    pub weight: f64,
}

/// Weights before they are rounded.
pub struct Weights {
    /// Feature by column.
    pub emission: Vec<f64>,
    /// State by state.
    pub transition: Vec<f64>,
}

/// Trains for `rounds` rounds with the penalty `l2`.
pub fn train(shape: &Shape, data: &[&Sequence], rounds: u32, l2: f64, transition_l2: f64) -> Weights {
    let states = shape.states.len();
    let size = shape.features * shape.columns;
    let mut weights = Weights { emission: vec![0.0; size], transition: vec![0.0; states * states] };
    let total = size + states * states;
    let (mut first, mut second) = (vec![0.0; total], vec![0.0; total]);
    for round in 1..=rounds {
        let half = data.len() / 2;
        let (left, right) = std::thread::scope(|scope| {
            let weights = &weights;
            let right = scope.spawn(move || gradient(shape, weights, &data[half..]));
            (gradient(shape, weights, &data[..half]), right.join().expect("a gradient"))
        });
        let loss = left.1 + right.1;
        let rate = 0.05 * (1.0 - 0.9 * f64::from(round) / f64::from(rounds));
        for index in 0..total {
            let (weight, penalty) = if index < size {
                (&mut weights.emission[index], l2)
            } else {
                (&mut weights.transition[index - size], transition_l2)
            };
            let slope = left.0[index] + right.0[index] + penalty * *weight;
            first[index] = 0.9 * first[index] + 0.1 * slope;
            second[index] = 0.999 * second[index] + 0.001 * slope * slope;
            let m = first[index] / (1.0 - 0.9f64.powf(f64::from(round)));
            let v = second[index] / (1.0 - 0.999f64.powf(f64::from(round)));
            *weight -= rate * m / (v.sqrt() + 1e-8);
        }
        if round % 50 == 0 {
            eprintln!("round {round}: loss {loss:.1}");
        }
    }
    weights
}

/// Gradient of the negative log-likelihood, and its value.
fn gradient(shape: &Shape, weights: &Weights, data: &[&Sequence]) -> (Vec<f64>, f64) {
    let states = shape.states.len();
    let size = shape.features * shape.columns;
    let mut slope = vec![0.0; size + states * states];
    let mut loss = 0.0;
    // what never follows has no probability
    let steps: Vec<f64> = weights
        .transition
        .iter()
        .zip(&shape.follows)
        .map(|(weight, &follows)| if follows { weight.exp() } else { 0.0 })
        .collect();
    for sequence in data {
        let own = scores(shape, weights, sequence);
        let all = vec![u64::MAX; sequence.features.len()];
        let Some(bound) = pass(shape, &steps, &own, &sequence.allowed, sequence, -sequence.weight, &mut slope) else {
            continue;
        };
        let Some(free) = pass(shape, &steps, &own, &all, sequence, sequence.weight, &mut slope) else { continue };
        loss += sequence.weight * (free - bound);
    }
    (slope, loss)
}

/// The scores of each row's states, less the row's best.
fn scores(shape: &Shape, weights: &Weights, sequence: &Sequence) -> Vec<f64> {
    let mut own = Vec::with_capacity(sequence.features.len() * shape.states.len());
    let mut columns = vec![0.0; shape.columns];
    for features in &sequence.features {
        columns.fill(0.0);
        for &id in features {
            for (column, weight) in columns.iter_mut().zip(&weights.emission[id * shape.columns..]) {
                *column += weight;
            }
        }
        let start = own.len();
        own.extend(shape.states.iter().map(|&(zone, part, _, _)| columns[zone] + columns[part]));
        let most = own[start..].iter().copied().fold(f64::MIN, f64::max);
        own[start..].iter_mut().for_each(|score| *score = (*score - most).max(-80.0).exp());
    }
    own
}

/// Forward and backward over the readings in `allowed`, each row scaled to one; adds `sign` times the
/// expectations to `slope` and returns the logarithm of the readings' sum. `None` where there is no
/// reading: then nothing is added.
fn pass(
    shape: &Shape,
    steps: &[f64],
    own: &[f64],
    allowed: &[u64],
    sequence: &Sequence,
    sign: f64,
    slope: &mut [f64],
) -> Option<f64> {
    let states = shape.states.len();
    let rows = allowed.len();
    let size = shape.features * shape.columns;
    let is = |row: usize, state: usize| allowed[row] >> state & 1 == 1;
    let mut forward = vec![0.0; rows * states];
    let mut total = 0.0;
    let mut scales = vec![0.0; rows];
    for row in 0..rows {
        let (before, here) = forward.split_at_mut(row * states);
        let here = &mut here[..states];
        if row == 0 {
            for state in 0..states {
                here[state] = if shape.starts[state] { own[state] } else { 0.0 };
            }
        } else {
            for (from, &value) in before[(row - 1) * states..].iter().enumerate().filter(|(_, value)| **value > 0.0) {
                for (at, step) in here.iter_mut().zip(&steps[from * states..(from + 1) * states]) {
                    *at += value * step;
                }
            }
            here.iter_mut().zip(&own[row * states..]).for_each(|(at, own)| *at *= own);
        }
        (0..states).filter(|&state| !is(row, state)).for_each(|state| here[state] = 0.0);
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
    let mut backward = vec![1.0; states];
    let mut weighed = vec![0.0; states];
    let mut columns = vec![0.0; shape.columns];
    for row in (0..rows).rev() {
        let here = &forward[row * states..(row + 1) * states];
        if row + 1 < rows {
            // what the row behind is worth, from each state there
            for to in 0..states {
                weighed[to] =
                    if is(row + 1, to) { own[(row + 1) * states + to] * backward[to] / scales[row + 1] } else { 0.0 };
            }
            for from in 0..states {
                let steps = &steps[from * states..(from + 1) * states];
                let mut sum = 0.0;
                for to in 0..states {
                    let worth = steps[to] * weighed[to];
                    sum += worth;
                    if here[from] > 0.0 {
                        slope[size + from * states + to] += sign * here[from] * worth;
                    }
                }
                backward[from] = sum;
            }
        }
        columns.fill(0.0);
        for state in 0..states {
            let likely = here[state] * backward[state] * sign;
            columns[shape.states[state].0] += likely;
            columns[shape.states[state].1] += likely;
        }
        for &id in &sequence.features[row] {
            for (at, share) in slope[id * shape.columns..].iter_mut().zip(&columns) {
                *at += share;
            }
        }
    }
    Some(total)
}

/// The model's file: its check, then every weight as a signed byte, in sixteenths.
pub fn pack(shape: &Shape, weights: &Weights) -> Vec<u8> {
    let byte = |weight: &f64| ((weight * 16.0).round().clamp(-127.0, 127.0) as i8).cast_unsigned();
    shape
        .check
        .iter()
        .copied()
        .chain(weights.emission.iter().map(byte))
        .chain(weights.transition.iter().map(byte))
        .collect()
}
