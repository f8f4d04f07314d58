//! The descent: Adam over small batches (Kingma, Ba 2015) with the decay of the weights apart from it
//! (Loshchilov, Hutter 2019).

use crate::dice::Dice;
use crate::field::{Field, Layers, Sequence, Steps, learn};
use nutgraf::lab::Shape;

/// How a model is trained.
#[derive(Clone, Copy)]
pub struct Plan {
    /// How often all data are seen.
    pub rounds: usize,
    /// Pastes between two steps.
    pub batch: usize,
    /// Length of a step at the beginning; it shrinks to nothing.
    pub rate: f32,
    /// Share of its weight that a weight loses over a step as long as the first.
    pub decay: f32,
    /// Share of features left out.
    pub drop: f32,
}

/// Trains one member of the committee on `sets` of pastes, an equal number of rounds on each.
pub fn train(layers: &Layers, shape: &Shape, plan: Plan, seed: u64, sets: &[Vec<Sequence>]) -> Vec<f32> {
    let steps = Steps::of(shape);
    let mut dice = Dice::new(seed);
    let mut weights = layers.begin(&mut dice);
    let (mut first, mut second) = (vec![0.0f32; layers.total], vec![0.0f32; layers.total]);
    let mut slope = vec![0.0f32; layers.total];
    let mut taken = 0i32;
    for round in 0..plan.rounds {
        let sequences = &sets[round * sets.len() / plan.rounds];
        let mut order: Vec<usize> = (0..sequences.len()).collect();
        dice.shuffle(&mut order);
        let batches = order.len().div_ceil(plan.batch);
        let mut loss = 0.0;
        for (number, batch) in order.chunks(plan.batch).enumerate() {
            let moves: Vec<f64> = weights[layers.transition..].iter().map(|&weight| f64::from(weight).exp()).collect();
            slope.fill(0.0);
            let field = Field { layers, steps: &steps, weights: &weights, moves: &moves };
            for &index in batch {
                loss += learn(&field, &sequences[index], plan.drop, &mut dice, &mut slope);
            }
            let done = (round * batches + number) as f32 / (plan.rounds * batches) as f32;
            let rate = plan.rate * (1.0 - done);
            taken += 1;
            let (bias_first, bias_second) = (1.0 - 0.9f32.powi(taken), 1.0 - 0.999f32.powi(taken));
            for index in 0..layers.total {
                let slope = slope[index];
                first[index] = 0.9 * first[index] + 0.1 * slope;
                second[index] = 0.999 * second[index] + 0.001 * slope * slope;
                let step = first[index] / bias_first / ((second[index] / bias_second).sqrt() + 1e-6);
                weights[index] -= rate * (step + plan.decay * weights[index]);
            }
        }
        if round + 1 == plan.rounds {
            eprintln!("member {seed}: loss {loss:.1} over {} pastes", sequences.len());
        }
    }
    weights
}
