//! Which row is the headline, where several rows close together look like it.

use super::{is, put};
use crate::layout::facts::Paste;
use crate::layout::rows::Row;
use crate::layout::states::Part;
use crate::text::Text;

/// Which row is the headline, where the model's choice cannot be: the last of a breadcrumb that repeats
/// it, or a point of the summary that market reports set below it.
pub(super) fn settled(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize], title: usize) -> usize {
    let slice = |row: usize| text.slice(rows[row].span);
    if title + 1 < rows.len() && is(states, title + 1, Part::Standfirst) && slice(title) == slice(title + 1) {
        let headline = states[title];
        put(states, title, Part::Furniture);
        states[title + 1] = headline;
        return title + 1;
    }
    // a picture's alternative text above the headline, which alone the page repeats
    let again = |row: &usize| {
        let facts = &paste.facts[*row];
        facts.shape.like_headline
            && facts.kin.repeats > 1
            && !facts.kin.like_neighbour
            && is(states, *row, Part::Furniture)
    };
    if paste.facts[title].kin.repeats == 1
        && title + 1 < rows.len()
        && is(states, title + 1, Part::Caption)
        && let Some(below) = (title + 2..(title + 5).min(rows.len())).find(again)
    {
        states[below] = states[title];
        put(states, title, Part::Caption);
        return below;
    }
    let bullet = |row: usize| slice(row).starts_with(['*', '•']);
    let above = (0..title).rev().find(|&row| !bullet(row));
    match above.filter(|&above| bullet(title) && title - above <= 6 && paste.facts[above].shape.like_headline) {
        Some(above) => {
            states[above] = states[title];
            (above + 1..=title).for_each(|row| put(states, row, Part::Text));
            above
        }
        None => title,
    }
}
