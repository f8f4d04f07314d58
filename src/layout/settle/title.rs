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
    // what the page says again after a label is the headline, not the sentence or the caption below it
    let seconded = |row: usize| {
        let kin = &paste.facts[row].kin;
        kin.repeats > 1 || kin.has_title_line || kin.held
    };
    let above = (title.saturating_sub(2)..title).rev().find(|&row| paste.facts[row].kin.held);
    if let Some(above) = above
        && !seconded(title)
        && paste.facts[above].shape.like_headline
        && !paste.facts[above].is_other_part()
        && !paste.facts[above].kin.repeats_neighbour
        && paste.facts[above].shape.last != '.'
        && [Part::Furniture, Part::Section].iter().any(|&part| is(states, above, part))
    {
        states[above] = states[title];
        (above + 1..=title).for_each(|row| put(states, row, Part::Standfirst));
        return above;
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

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    #[test]
    fn what_a_page_says_twice_is_the_headline_and_not_the_sentence_below() {
        for (title, deck) in [
            ("Pier at Ardmouth to close for nine months", "Ferrymen learned of it from a notice on the quay"),
            ("Bakery ends a century with free loaves", "Customers lined up before dawn on Saturday"),
            ("How a quay was lost", "Two winters of storms and a forgotten bill"),
        ] {
            let source = format!(
                "Skip to content\nSearch\nShare this Story : {title}\nCopy Link\nEmail\nHome\nLocal News\n{title}\n{deck}\nBy Ada Quill\nMay 3, 2021\n\
                 The harbour board voted Friday to close the old pier, its chairwoman told reporters at the quay of the town.\n\
                 Engineers found cracks in it, she said, and nobody wants to wait until the first of the planks falls.\nShare\nTerms of use\n"
            );
            let headline = parse(&source, &Options::default()).head.headline.map(|headline| headline.text);
            assert_eq!(headline.as_deref(), Some(title));
        }
    }
}
