//! Shares of one whole that make more than the whole.

use super::desk::Desk;
use super::numbers::{is_exact, step};
use crate::text::decimal::printed;
use crate::{CheckCode, Quantity, Span};

/// Two words for those who cannot be the same: what the one says the other denies.
const OPPOSED: [(&[&str], &[&str]); 6] = [
    (&["for", "favor", "favour", "favored", "favoured"], &["against"]),
    (&["yes"], &["no"]),
    (&["approve", "approved"], &["disapprove", "disapproved"]),
    (&["support", "supported", "favor", "favour"], &["oppose", "opposed"]),
    (&["agree", "agreed"], &["disagree", "disagreed"]),
    (&["men", "male"], &["women", "female"]),
];

/// Words with which shares are compared, not added.
const COMPARED: [&str; 14] = [
    "from",
    "than",
    "compared",
    "up",
    "down",
    "versus",
    "last",
    "previous",
    "earlier",
    "while",
    "whereas",
    "among",
    "points",
    "respectively",
];

/// Adds up the shares that a sentence says are of one whole.
pub(super) fn find(desk: &mut Desk<'_>) {
    for sentence in desk.running() {
        let shares = desk.quantities_in(sentence.span);
        if shares.len() < 2 || !shares.iter().all(is_share) || !of_one(desk, sentence.span, shares) {
            continue;
        }
        let sum: f64 = shares.iter().map(|share| share.value).sum();
        let slack: f64 = shares.iter().map(|share| step(share, false)).sum();
        if sum > 100.0 + slack {
            let message = format!("these shares of one whole make {}%", printed(sum, 2));
            desk.say(CheckCode::SharesSum, message, shares.iter().map(|share| share.span).collect());
        }
    }
}

fn is_share(quantity: &Quantity) -> bool {
    quantity.unit.as_deref() == Some("%") && is_exact(quantity) && quantity.value <= 100.0
}

/// Whether the words of a sentence say that its shares are of one whole.
fn of_one(desk: &Desk<'_>, sentence: Span, shares: &[Quantity]) -> bool {
    let tokens = desk.tokens(sentence);
    let has = |words: &[&str]| (tokens.start..tokens.limit).any(|at| tokens.is_any(at, words));
    if has(&COMPARED) || !desk.times_in(sentence).is_empty() && shares.len() > 2 {
        return false;
    }
    // "52% of men and 58% of women", "a 52% majority of guests": a whole each
    let of_vote =
        |at: usize| tokens.is(at, "of") && tokens.is(at + 1, "the") && tokens.is_any(at + 2, &["vote", "votes"]);
    let own = |share: &Quantity| {
        let after = desk.story.text.tokens_in(share.span).end;
        (after..after + 3).any(|at| tokens.is(at, "of") && !of_vote(at))
    };
    let wholes = shares.iter().filter(|share| own(share)).count();
    let vote = (tokens.start..tokens.limit).any(of_vote);
    // "the remaining 20%"
    let rest = shares
        .iter()
        .any(|share| tokens.follows(desk.story.text.tokens_in(share.span).start, &["remaining", "rest", "remainder"]));
    let opposed = shares.len() == 2
        && OPPOSED.iter().any(|(one, other)| {
            let beside = |share: &Quantity, words: &[&str]| {
                let own = desk.story.text.tokens_in(share.span);
                (own.end..own.end + 4).any(|at| tokens.is_any(at, words))
            };
            beside(&shares[0], one) && beside(&shares[1], other) || beside(&shares[0], other) && beside(&shares[1], one)
        });
    wholes <= 1 && (opposed || rest || vote && shares.len() > 2)
}
