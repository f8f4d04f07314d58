//! Which sentence of one version is which of the other.

use super::Difference;
use crate::Role;
use std::collections::{HashMap, HashSet, VecDeque};

/// A word that more sentences share tells none of them apart.
const COMMON: usize = 12;

/// A sentence of either version, or the same one of both, by its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) change: Difference,
    pub(super) before: Option<usize>,
    pub(super) after: Option<usize>,
    /// Whether a changed one stands among others now.
    pub(super) moved: bool,
}

/// Pairs the sentences, in the order of the second version; what was cut stands after what came before it. Those of `roles`
/// that a story has once are each other's, however they differ.
pub(super) fn align(before: &[String], after: &[String], roles: (&[Role], &[Role])) -> Vec<Pair> {
    let mut places: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (at, sentence) in after.iter().enumerate() {
        places.entry(plain(sentence)).or_default().push_back(at);
    }
    let mut partner: Vec<Option<(usize, Difference)>> = vec![None; before.len()];
    let mut same = Vec::new();
    for (at, sentence) in before.iter().enumerate() {
        if let Some(other) = places.get_mut(&plain(sentence)).and_then(VecDeque::pop_front) {
            same.push((at, other));
        }
    }
    let in_place = longest_rising(&same);
    for (at, other) in same {
        partner[at] = Some((other, if in_place.contains(&at) { Difference::Same } else { Difference::Moved }));
    }
    let taken: HashSet<usize> = partner.iter().flatten().map(|(other, _)| *other).collect();
    let left: Vec<usize> = (0..before.len()).filter(|at| partner[*at].is_none()).collect();
    let new: Vec<usize> = (0..after.len()).filter(|at| !taken.contains(at)).collect();
    let (mut old_stays, mut new_stays): (Vec<usize>, Vec<usize>) = (in_place.iter().copied().collect(), Vec::new());
    old_stays.sort_unstable();
    new_stays.extend(old_stays.iter().filter_map(|at| partner[*at]).map(|(other, _)| other));
    let gaps = Gaps { before: old_stays, after: new_stays };
    for (at, other) in alike(before, &left, after, &new, &gaps) {
        partner[at] = Some((other, Difference::Changed));
    }
    for role in [Role::Headline, Role::Byline, Role::Dateline] {
        let taken: HashSet<usize> = partner.iter().flatten().map(|(other, _)| *other).collect();
        let mut old = (0..before.len()).filter(|at| roles.0.get(*at) == Some(&role) && partner[*at].is_none());
        let mut new = (0..after.len()).filter(|at| roles.1.get(*at) == Some(&role) && !taken.contains(at));
        if let (Some(at), None, Some(other), None) = (old.next(), old.next(), new.next(), new.next()) {
            partner[at] = Some((other, Difference::Changed));
        }
    }
    let mut pairs = in_order(&partner, after.len());
    mark_moved(&mut pairs);
    pairs
}

/// Marks the changed sentences that have not as many before them, of those that stayed in place, as they had.
fn mark_moved(pairs: &mut [Pair]) {
    let mut stayed: Vec<usize> =
        pairs.iter().filter(|pair| pair.change == Difference::Same).filter_map(|pair| pair.before).collect();
    stayed.sort_unstable();
    let mut passed = 0;
    for pair in pairs {
        match (pair.change, pair.before) {
            (Difference::Same, _) => passed += 1,
            (Difference::Changed, Some(at)) => pair.moved = stayed.partition_point(|same| *same < at) != passed,
            _ => {}
        }
    }
}

/// What sentences are compared by: their words, whatever quotation marks they use.
fn plain(sentence: &str) -> String {
    sentence.replace(['“', '”', '„'], "\"").replace(['‘', '’'], "'")
}

/// The firsts of the longest run of pairs in which the seconds rise with the firsts, which rise already.
fn longest_rising(pairs: &[(usize, usize)]) -> HashSet<usize> {
    let (mut ends, mut back) = (Vec::<usize>::new(), vec![None; pairs.len()]);
    for (index, (_, other)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *other);
        back[index] = length.checked_sub(1).map(|length| ends[length]);
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut rising = HashSet::new();
    let mut at = ends.last().copied();
    while let Some(index) = at {
        rising.insert(pairs[index].0);
        at = back[index];
    }
    rising
}

/// The sentences that stayed in place, in both versions: between them are gaps, which are each other's.
struct Gaps {
    before: Vec<usize>,
    after: Vec<usize>,
}

/// Pairs of sentences that have most of their words in common, the most alike first.
fn alike(before: &[String], left: &[usize], after: &[String], new: &[usize], gaps: &Gaps) -> Vec<(usize, usize)> {
    let bags: HashMap<usize, HashSet<String>> = new.iter().map(|at| (*at, bag(&after[*at]))).collect();
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for at in new {
        for word in &bags[at] {
            by_word.entry(word).or_default().push(*at);
        }
    }
    let mut by_gap: HashMap<usize, Vec<usize>> = HashMap::new();
    for at in new {
        by_gap.entry(gaps.after.partition_point(|stays| stays < at)).or_default().push(*at);
    }
    let mut scored = Vec::new();
    let (mut last, mut rank) = (usize::MAX, 0_usize);
    for at in left {
        let words = bag(&before[*at]);
        let rare = words.iter().filter_map(|word| by_word.get(word.as_str())).filter(|places| places.len() <= COMMON);
        let mut candidates: HashSet<usize> = rare.flatten().copied().collect();
        // of sentences that are all alike, as in a list, only their place tells which is which
        let gap = gaps.before.partition_point(|stays| stays < at);
        rank = if gap == last { rank + 1 } else { 0 };
        last = gap;
        let beside = by_gap.get(&gap).into_iter().flatten().skip(rank.saturating_sub(COMMON / 2));
        candidates.extend(beside.take(COMMON));
        for other in candidates {
            let shared = words.intersection(&bags[&other]).count();
            let all = words.len() + bags[&other].len();
            // half of the words of both, in hundredths: whole numbers are the same everywhere
            let score = 200 * shared / all.max(1);
            if score >= 45 {
                scored.push((std::cmp::Reverse(score), at.abs_diff(other), *at, other));
            }
        }
    }
    scored.sort_unstable();
    let (mut one, mut two) = (HashSet::new(), HashSet::new());
    let mut pairs = Vec::new();
    for (_, _, at, other) in scored {
        if !one.contains(&at) && !two.contains(&other) {
            one.insert(at);
            two.insert(other);
            pairs.push((at, other));
        }
    }
    pairs
}

fn bag(sentence: &str) -> HashSet<String> {
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn in_order(partner: &[Option<(usize, Difference)>], count: usize) -> Vec<Pair> {
    let mut of = vec![None; count];
    for (at, entry) in partner.iter().enumerate() {
        if let Some((other, change)) = entry {
            of[*other] = Some((at, *change));
        }
    }
    let mut pairs = Vec::new();
    // what was cut comes before the first that stood after it and still does
    let mut cut = (0..partner.len()).filter(|at| partner[*at].is_none()).peekable();
    let as_cut = |at| Pair { change: Difference::Cut, before: Some(at), after: None, moved: false };
    for (other, entry) in of.into_iter().enumerate() {
        match entry {
            Some((at, change)) => {
                while let Some(before) = cut.next_if(|cut| change != Difference::Moved && *cut < at) {
                    pairs.push(as_cut(before));
                }
                pairs.push(Pair { change, before: Some(at), after: Some(other), moved: false });
            }
            None => pairs.push(Pair { change: Difference::Added, before: None, after: Some(other), moved: false }),
        }
    }
    pairs.extend(cut.map(as_cut));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &[&str], after: &[&str]) -> Vec<String> {
        let own = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        let pairs = align(&own(before), &own(after), (&[], &[]));
        let place = |at: Option<usize>| at.map(|at| at.to_string()).unwrap_or_default();
        pairs.iter().map(|pair| format!("{} {}-{}", pair.change, place(pair.before), place(pair.after))).collect()
    }

    #[test]
    fn a_changed_sentence_that_moved_says_so() {
        let own = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        let before = own(&["Ferry resumes.", "Some 300 boats sail.", "Nobody was hurt.", "It rained all day."]);
        let moved = |after: &[&str]| -> Vec<bool> {
            let pairs = align(&before, &own(after), (&[], &[]));
            pairs.iter().filter(|pair| pair.change == Difference::Changed).map(|pair| pair.moved).collect()
        };
        assert_eq!(
            moved(&["Ferry resumes.", "Some 400 boats sail.", "Nobody was hurt.", "It rained all day."]),
            [false]
        );
        assert_eq!(
            moved(&["Ferry resumes.", "Nobody was hurt.", "It rained all day.", "Some 400 boats sail."]),
            [true]
        );
        assert_eq!(moved(&["Some 400 boats sail.", "Nobody was hurt.", "It rained all night."]), [false, false]);
    }

    #[test]
    fn sentences_that_are_all_alike_are_told_apart_by_their_place() {
        let list = |odd: &str| -> Vec<String> {
            let line = |at| {
                format!(
                    "Boat {} carried people over the strait.",
                    if at == 20 { odd.to_owned() } else { format!("A{at}") }
                )
            };
            (0..40).map(line).collect()
        };
        let pairs = align(&list("B1"), &list("B2"), (&[], &[]));
        let odd: Vec<&Pair> = pairs.iter().filter(|pair| pair.change != Difference::Same).collect();
        assert_eq!(
            odd.iter().map(|pair| (pair.change, pair.before)).collect::<Vec<_>>(),
            [(Difference::Changed, Some(20))]
        );
    }

    #[test]
    fn a_headline_that_is_another_one_is_changed() {
        let own = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        let (before, after) = (own(&["Ferry resumes", "It rained."]), own(&["Boats are back at sea", "It rained."]));
        let roles = [Role::Headline, Role::Paragraph];
        let change = |roles: &[Role]| align(&before, &after, (roles, roles))[0].change;
        assert_eq!(change(&roles), Difference::Changed);
        assert_ne!(change(&[Role::Paragraph, Role::Paragraph]), Difference::Changed);
    }

    #[test]
    fn sentences_are_found_again() {
        let story = ["Ferry resumes.", "Some 300 boats sail.", "“Good,” she said.", "Nobody was hurt."];
        assert_eq!(told(&story, &story), ["same 0-0", "same 1-1", "same 2-2", "same 3-3"]);
        assert_eq!(
            told(
                &story,
                &["Ferry resumes.", "Nobody was hurt.", "Some 400 boats sail.", "A new end.", "\"Good,\" she said."]
            ),
            ["same 0-0", "same 3-1", "changed 1-2", "added -3", "moved 2-4"]
        );
        assert_eq!(told(&story, &[]), ["cut 0-", "cut 1-", "cut 2-", "cut 3-"]);
        assert_eq!(told(&["A b.", "A b."], &["A b."]), ["same 0-0", "cut 1-"]);
    }
}
