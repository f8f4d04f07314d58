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

/// Characters of a headline in two rows, at most, and words of each row, at least.
const TWO_ROWS: usize = 170;
const WORDS: usize = 2;

/// Words that lead on to something: no headline ends with them, as one does with "what you agree to".
const LEADING_ON: &[&str] = &["a", "an", "the", "and", "or", "of", "from", "with", "into", "than"];

/// Words that rows of a page begin with below a headline and that are none of it.
const OF_A_HEAD: &[&str] =
    &["by", "in", "on", "from", "for", "posted", "published", "updated", "last", "via", "with", "share", "and"];

/// A headline broken in two, as narrow columns break it: the row below goes on in small letters, or the row above leads on.
/// Returns its first row.
pub(super) fn in_two_rows(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize], title: usize) -> usize {
    let slice = |row: usize| text.slice(rows[row].span);
    let short = |row: usize| {
        let facts = &paste.facts[row];
        let told = &facts.told;
        let signed = told.by_whole || told.timestamp_part || told.timestamp_whole;
        let credited = told.credit_sure || told.credit_tail || facts.phrases.caption_start;
        let of_page = facts.is_of_page() || facts.shape.url_inside || facts.shape.arrow || facts.kin.repeats > 1;
        facts.shape.words >= WORDS && !(facts.flows() || signed || credited || of_page)
    };
    let broken = |above: usize, below: usize| {
        let first = slice(below).split_whitespace().next().unwrap_or("");
        let last = slice(above).split_whitespace().next_back().unwrap_or("");
        let small = first.starts_with(char::is_lowercase)
            && !(OF_A_HEAD.contains(&first) && paste.facts[below].shape.words < 4)
            && slice(above).ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '’'));
        let leads = LEADING_ON.contains(&last) && paste.facts[above].shape.words >= 3;
        rows[below].blanks == 0
            && (small || leads)
            && short(above)
            && short(below)
            && slice(above).len() + slice(below).len() <= TWO_ROWS
            && !slice(above).starts_with(char::is_lowercase)
    };
    if title + 1 < rows.len() && broken(title, title + 1) {
        states[title + 1] = states[title];
        return title;
    }
    match title.checked_sub(1).filter(|&above| broken(above, title)) {
        Some(above) => {
            states[above] = states[title];
            above
        }
        None => title,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    const STORY: &str = "The harbour board voted Friday to close the old pier, its chairwoman told reporters at the quay of the town.\n\
                         Engineers found cracks in it, she said, and nobody wants to wait until the first of the planks falls.\n\
                         Ferries will leave from the coal wharf until the repairs are done, which is to take nine months.\n";

    #[test]
    fn a_headline_in_two_rows() {
        for (above, below) in [
            ("Pier at Ardmouth to close for", "nine months, board says"),
            ("Harbour board closes the", "Ardmouth pier"),
            ("Ferries to leave from coal wharf", "while old pier is mended"),
            ("Board votes to close pier,", "ending a long dispute"),
            ("Cracks in old pier leave Ardmouth", "without ferries until spring"),
        ] {
            for frame in ["", "Home\nNews\nWeather\nSign in\n"] {
                let source = format!("{frame}{above}\n{below}\nBy Ada Quill\nMay 3, 2021\n{STORY}");
                let article = parse(&source, &Options::default());
                let headline = article.head.headline.map(|headline| headline.text);
                let text: Option<String> = headline.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
                assert_eq!(text, Some(format!("{above} {below}")), "{source}");
            }
        }
        // the row above ends, if in a small word
        for (above, below) in [
            ("What you agree to", "This old pier is a holiday classic in the making"),
            ("Things to know about", "Pier at Ardmouth to close for nine months"),
        ] {
            let source = format!("Home\n{above}\n{below}\nBy Ada Quill\nMay 3, 2021\n{STORY}");
            let headline = parse(&source, &Options::default()).head.headline.map(|headline| headline.text);
            assert!(headline.is_some_and(|text| !text.contains('\n')), "{source}");
        }
        for below in ["by Ada Quill", "in Local News", "updated 3 May 2021", "posted by Ada Quill"] {
            let source = format!("Pier at Ardmouth to close for nine months\n{below}\nMay 3, 2021\n{STORY}");
            let headline = parse(&source, &Options::default()).head.headline.map(|headline| headline.text);
            assert_eq!(headline.as_deref(), Some("Pier at Ardmouth to close for nine months"), "{source}");
        }
    }

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
