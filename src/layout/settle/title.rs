//! Which row is the headline, where several rows close together look like it.

use super::{is, put};
use crate::layout::certain::reads_on;
use crate::layout::facts::{Facts, Paste};
use crate::layout::rows::Row;
use crate::layout::sections::is_section;
use crate::layout::states::Part;
use crate::layout::titles::glued;
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
    let label = |row: usize| is_section(slice(row)) || is(states, row, Part::Section) || glued(slice(row));
    let begins = |row: usize, word: &str| slice(row).split(' ').next() == Some(word);
    let above = above_deck(paste, states, title)
        .or_else(|| words_above_deck(paste, states, title, label))
        .or_else(|| above_rating(paste, title))
        .or_else(|| first_above_deck(paste, states, title, label, SENTENCE.iter().any(|word| begins(title, word))));
    if let Some(above) = above {
        states[above] = states[title];
        for row in above + 1..=title {
            let verdict = paste.facts[row].shape.rating;
            put(states, row, if verdict { Part::Furniture } else { Part::Standfirst });
        }
        return above;
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

/// The row that is the headline where the model took the sentence below it: two rows like headlines above byline, time or picture,
/// the upper of which has what the first paragraphs tell, and is not one of a list of others.
fn above_deck(paste: &Paste, states: &[usize], title: usize) -> Option<usize> {
    let facts = |row: usize| &paste.facts[row];
    // a stroke on its own row parts the two
    let above = (title.saturating_sub(2)..title).rev().find(|&row| facts(row).shape.words > 0)?;
    let like = |row: usize| facts(row).shape.like_headline && !facts(row).is_other_part() && is_free(facts(row));
    let listed = (above.saturating_sub(2)..above)
        .any(|row| like(row) && facts(row).kin.repeats == 1 && !facts(row).kin.holds_other);
    let upper = &facts(above).wording;
    let signed = [Part::Byline, Part::Timestamp, Part::Caption, Part::Credit, Part::Section];
    let head = title + 1 < states.len() && signed.iter().any(|&part| is(states, title + 1, part));
    let told = upper.lede >= TOLD && upper.shared >= 2;
    let seconded = facts(title).kin.repeats > 1 || facts(title).kin.has_title_line;
    let free = is(states, above, Part::Furniture) || is(states, above, Part::Section);
    (like(above) && !listed && head && told && free && !seconded).then_some(above)
}

/// A title of a few words right below its section, above a sentence that the model took for the headline.
fn words_above_deck(paste: &Paste, states: &[usize], title: usize, label: impl Fn(usize) -> bool) -> Option<usize> {
    let above = title.checked_sub(1).filter(|&above| above > 0)?;
    let (facts, below) = (&paste.facts[above], title + 1);
    let signed = below < states.len() && [Part::Byline, Part::Timestamp].iter().any(|&part| is(states, below, part));
    let words = facts.kin.label && facts.kin.repeats == 1 && facts.shape.first.is_uppercase() && !label(above);
    let free = is(states, above, Part::Furniture) && paste.facts[title].kin.repeats == 1;
    (words && free && signed && label(above - 1) && reads_on(&paste.facts[title])).then_some(above)
}

/// A review's title: its verdict in stars or points stands right below it, and above the sentence taken for the headline.
fn above_rating(paste: &Paste, title: usize) -> Option<usize> {
    let above = title.checked_sub(2)?;
    let facts = &paste.facts[above];
    let titled =
        facts.shape.like_headline && !facts.is_of_page() && facts.phrases.legal == 0 && facts.shape.last != '.';
    (titled && paste.facts[title - 1].shape.rating && paste.facts[title].kin.repeats == 1).then_some(above)
}

/// Words of a sentence below a title, at least, and small words among them; fewer are enough where its first word is one with
/// which sentences begin and headlines seldom do.
const DECK: (usize, usize) = (8, 3);

/// Words with which sentences begin, and headlines seldom do.
const SENTENCE: [&str; 9] = ["A", "An", "The", "She", "He", "It", "They", "There", "We"];

/// Words of a title that no kicker has.
const NO_KICKER: usize = 5;

/// A title at the top of what is copied, or below names of sections alone, above a sentence that the model took for the headline.
fn first_above_deck(
    paste: &Paste,
    states: &[usize],
    title: usize,
    label: impl Fn(usize) -> bool,
    sentence: bool,
) -> Option<usize> {
    let above = title.checked_sub(1)?;
    let (facts, deck) = (&paste.facts[above], &paste.facts[title]);
    let top = above <= SECTIONS && (0..above).all(|row| label(row) || paste.facts[row].phrases.nav_row);
    let shape = &facts.shape;
    let named = facts.told.names_alone && shape.given || facts.told.agency_alone;
    // magazines end a title with a full stop
    let stopped = shape.last == '.' && shape.words <= 9;
    let plain =
        (stopped || !facts.is_other_part()) && is_free(facts) && !named && !label(above) && facts.kin.repeats == 1;
    let titled = (1..=TITLE).contains(&shape.words)
        && shape.chars >= 4
        && shape.chars < deck.shape.chars
        && !(shape.arrow || shape.pipe || shape.handle || deck.shape.colon_label || deck.shape.kicker);
    let begun = !shape.first.is_lowercase() && !matches!(shape.last, ':' | ',' | '|' | '>');
    let below = title + 1;
    let signed = below < states.len()
        && ([Part::Byline, Part::Timestamp].iter().any(|&part| is(states, below, part))
            || paste.facts[below].told.by_whole);
    let sentence = deck.shape.words >= DECK.0 && deck.shape.function >= DECK.1 && sentence;
    // what the first paragraphs tell is the headline itself
    let told = deck.wording.lede >= TOLD && deck.wording.shared >= 2;
    let tells = match shape.words {
        // a place or a subject can stand so above a headline
        ..=2 => deck.shape.stops > 0 || sentence || reads_on(deck) && !deck.shape.said && !told,
        3..NO_KICKER => reads_on(deck) || sentence,
        _ => true,
    };
    (top && plain && titled && begun && signed && tells && deck.kin.repeats == 1).then_some(above)
}

/// Rows of sections above a title at the top, and words of one, at most.
const SECTIONS: usize = 3;
const TITLE: usize = 14;

/// Whether the row is neither the page's nor running text, nor the headline with a path or the outlet's name.
fn is_free(facts: &Facts) -> bool {
    !(facts.is_of_page()
        || facts.flows()
        || facts.phrases.legal > 0
        || facts.kin.holds_other
        || facts.kin.is_title_line)
}

/// Tenths of its longer words that a row has from the first paragraphs, at least, to be the headline whatever the model took for it.
const TOLD: usize = 3;

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

    #[test]
    fn the_upper_of_two_rows_is_the_headline_and_the_lower_says_more() {
        for (title, deck, rest) in [
            (
                "Cyclone Mirela leaves 19 dead as rivers burst their banks",
                "Rescue teams reach cut-off villages by boat and more rain is forecast",
                "February 9, 2024 at 6:33 PM GMT\nAt least 19 people were killed when Cyclone Mirela tore across central Mozambique, \
                 officials said on Friday, and rescue workers warned that the number would rise as they reached villages that have been cut \
                 off for two days.\nTwo rivers, the Buzi and the Pungwe, have since burst their banks.\nForecasters said the remains of \
                 the storm would bring up to 150 millimetres of rain by Sunday.",
            ),
            (
                "Council votes 7-2 to sell old mill to arts trust",
                "Building has stood empty since a fire in 2009",
                "By Carla Oyelaran@coyelaran Jun 13, 2023, 9:37pm EDT\nUnder the deal, the Riverbend Arts Trust must spend at least $3.6 \
                 million on the roof, windows and wiring within five years. If it does not, the building goes back to the city.\nThe \
                 four-story brick building opened in 1887 and made blankets for two wars. It closed in 1994, and a fire in 2009 destroyed \
                 much of the top floor.",
            ),
            (
                "Governor signs bill that caps insulin at $35 a month",
                "/\nLaw takes effect in January and covers some 240,000 people",
                "By\nGov. Alan Kirchner on Tuesday signed a bill that limits what people with diabetes pay for insulin to $35 a month, \
                 ending a fight that went on for three sessions.\n\nThe law applies to state-regulated insurance plans and takes effect on \
                 Jan. 1. It covers about 240,000 people, according to the legislature's budget office.",
            ),
        ] {
            let source = format!("{title}\n{deck}\n{rest}\n");
            let headline = parse(&source, &Options::default()).head.headline.map(|headline| headline.text);
            assert_eq!(headline.as_deref(), Some(title));
        }
    }

    /// The headline of a page with `head` above the story.
    fn headline(head: &str) -> Option<String> {
        let source = format!("Skip to content\nSearch\nSubscribe\n{head}\n\n{LONGER}\nShare\nTerms of use\n");
        parse(&source, &Options::default()).head.headline.map(|headline| headline.text)
    }

    const LONGER: &str = "A storm that crossed the coast of Ardmouth on Monday left nine boats on the rocks and a ferry without its \
        rudder, the harbour board said.\n\nTwo piers, the old and the new, have since been closed.\n\n\"We counted the planks and then \
        we stopped counting,\" said Ada Quill, who leads the board.\n\nMore than 400 people have moved into the school hall, the town \
        said, and it asked for blankets.\n";

    #[test]
    fn a_few_words_below_their_section_are_the_title_of_the_sentence_below() {
        for title in ["Stranded", "Crumbs", "Cold water"] {
            let head = format!(
                "{title}\nFor forty years she got up at two. Now the boats are gone, and she is learning what nobody wrote down\nBy Tom Rook"
            );
            assert_eq!(headline(&format!("Life\n{head}")).as_deref(), Some(title));
        }
    }

    #[test]
    fn the_title_at_the_top_is_above_its_sentence() {
        for (title, deck) in [
            ("Adrift", "A ferry without a rudder, a crew without a captain and a town that will not wait"),
            ("Sour grapes", "She bought the hill to make wine. Then the goats came"),
            ("The long goodbye", "What nine winters on a quay taught a man who could not swim about those who could"),
            ("Nobody came.", "The ferry was ready at six. The town was not"),
            ("How a quay was lost and nobody minded", "Two winters of storms and a forgotten bill"),
        ] {
            for nav in ["", "Features\n\n"] {
                let source = format!("{nav}{title}\n\n{deck}\n\nBy Ada Quill\nMay 3, 2021\n\n{STORY}");
                let head = parse(&source, &Options::default()).head;
                assert_eq!(head.headline.map(|headline| headline.text).as_deref(), Some(title), "{source}");
                assert_eq!(head.standfirst.map(|deck| deck.text).as_deref(), Some(deck), "{source}");
            }
        }
        // a subject above a headline
        for (kicker, title) in [
            ("Ardmouth", "Harbour board votes to close old pier for nine months from May"),
            ("Harbour dispute", "Board to close pier after cracks found in its oldest planks"),
            ("News > Ardmouth", "The pier that nobody wanted is to close in May, the board says"),
            ("Transcript", "The Harbour Brief: Why the pier is to close"),
        ] {
            let source = format!("{kicker}\n\n{title}\n\nBy Ada Quill\nMay 3, 2021\n\n{STORY}");
            let headline = parse(&source, &Options::default()).head.headline.map(|headline| headline.text);
            assert_eq!(headline.as_deref(), Some(title), "{source}");
        }
    }

    #[test]
    fn a_reviews_title_is_above_its_verdict() {
        for verdict in ["★★★☆☆", "3/5", "4 out of 5 stars", "Rating: 7/10"] {
            for (title, deck) in [
                (
                    "The Slow Quay review – a film for ferrymen",
                    "A crew that never speaks is the best thing on the water this year",
                ),
                (
                    "Salt, Ardmouth: ‘The best herring I have eaten’",
                    "A small room, a short menu and a chef who knows when to stop",
                ),
            ] {
                let source = format!("{title}\n{verdict}\n{deck}\n\nBy Ada Quill\nMay 3, 2021\n\n{STORY}");
                let headline = parse(&source, &Options::default()).head.headline.map(|headline| headline.text);
                assert_eq!(headline.as_deref(), Some(title), "{source}");
            }
        }
    }
}
