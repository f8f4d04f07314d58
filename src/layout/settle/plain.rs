//! A text with next to nothing of a page around it.

use super::{is, put};
use crate::layout::facts::{Facts, Paste};
use crate::layout::features::Table;
use crate::layout::states::{Part, STATES};

/// Whether the row is one that pages have and plain copy does not have.
fn of_page(facts: &Facts) -> bool {
    facts.is_of_page() || facts.kin.repeats_neighbour || facts.kin.like_neighbour || facts.kin.has_title_line
}

/// Whether a row is one that a page can have printed among paragraphs: short, with a word that pages print.
fn may_be_a_label(facts: &Facts) -> bool {
    facts.shape.words <= LABEL && !facts.wording.vocabulary.is_empty()
}

/// A lead by which the model is sure, in its units: of what leads by so much, hardly anything is wrong.
const SURE: i32 = 8192;

/// Words of what pages print among paragraphs, at most.
const LABEL: usize = 14;

/// Rows of a page that a text without one can have all the same: a line of copyright, an address that comes twice.
const MOST_SIGNS: usize = 3;

/// A paragraph shorter than this, in characters, can be a box's.
const PARAGRAPH: usize = 160;

/// Ends of sentences inside a row that is running text for sure.
const SENTENCES: usize = 3;

/// What is no page has no furniture: there its paragraphs are the writer's.
fn paragraphs(paste: &Paste, states: &mut [usize], table: &Table) {
    for (row, facts) in paste.facts.iter().enumerate() {
        // several sentences tell, whatever the last of them ends with: an address, a bracket
        let flowing = facts.shape.stops >= SENTENCES && facts.shape.function * 5 >= facts.shape.words;
        let told = (facts.shape.prose || flowing)
            && facts.shape.chars >= PARAGRAPH
            && facts.phrases.legal == 0
            && !facts.told.credit_tail
            && !of_page(facts);
        if told && is(states, row, Part::Furniture) && !table.is_restricted(row) {
            put(states, row, Part::Text);
        }
    }
}

/// A line alone that is set like a headline is one. Where nothing of a page is around a text, what looks out of
/// place (a signature, a verse, a line of dialogue) is still the writer's, unless it stands below a headline and the model
/// is sure.
pub(super) fn lines(
    paste: &Paste,
    states: &mut [usize],
    title: Option<usize>,
    table: &Table,
    leads: impl FnOnce() -> Vec<i32>,
) {
    let signs = paste.facts.iter().filter(|facts| of_page(facts)).count();
    if signs <= MOST_SIGNS {
        paragraphs(paste, states, table);
    }
    if signs > 2 || signs * 20 > paste.facts.len() {
        return;
    }
    if let [facts] = &paste.facts[..]
        && facts.shape.like_headline
        && facts.shape.words >= 5
        && facts.shape.first.is_uppercase()
        && facts.shape.last.is_alphanumeric()
        && is(states, 0, Part::Text)
    {
        put(states, 0, Part::Headline);
        return;
    }
    // an expression or two by themselves: nothing says that they are anything but text
    let story = |&state: &usize| matches!(STATES[state].1, Part::Text | Part::Headline);
    let bare = paste.facts.len() <= 3 && !states.iter().any(story);
    let furniture = |states: &[usize]| (0..states.len()).any(|row| is(states, row, Part::Furniture));
    let leads = if signs == 0 && furniture(states) { leads() } else { Vec::new() };
    for (row, facts) in paste.facts.iter().enumerate() {
        if table.is_restricted(row)
            || facts.shape.url_whole
            || facts.shape.words == 0
            || facts.told.signoff_whole && bare
        {
            continue;
        }
        let above = title.is_some_and(|title| row < title && title - row <= 3) && facts.shape.words <= 5;
        let path = facts.shape.arrow || facts.shape.all_caps && facts.shape.chars > 3;
        if bare {
            put(states, row, Part::Text);
        } else if of_page(facts) || !is(states, row, Part::Furniture) {
        } else if above && path && facts.shape.chars <= 40 {
            put(states, row, Part::Section);
        } else if leads.get(row).is_some_and(|&lead| lead < SURE || !may_be_a_label(facts) || title.is_none()) {
            put(states, row, Part::Text);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Offsets, Options, Role, parse};

    fn roles(source: &str) -> Vec<(Role, String)> {
        let article = parse(source, &Options { offsets: Offsets::Utf8, ..Options::default() });
        article.blocks.iter().map(|block| (block.role, block.span.of(source).to_owned())).collect()
    }

    #[test]
    fn an_expression_alone_is_text() {
        for source in ["10 August 2012", "next Friday", "12:30"] {
            let roles = roles(source);
            assert!(roles.iter().all(|(role, _)| *role == Role::Paragraph), "{roles:?}");
        }
        assert_eq!(roles("Ferry to the islands resumes after storm")[0].0, Role::Headline);
    }

    #[test]
    fn a_text_that_is_no_page_has_no_furniture() {
        let paragraph = "I am sending you what I have passed along about the auction, because you asked me in the spring how it went, and \
                         because nobody else who was there will ever write it down for you or for anybody else.";
        let other = "The pier was all but empty when I came back from the coal wharf with the lamp in my hand, and whoever had been \
                     sitting there before us had left nothing but a folded paper and the smell of a pipe.";
        for source in [
            format!(
                "{paragraph}\n\nRook\n\nUna,\n\n{other} Come and see us.\n\nRook\n\nAUCTION AT THE OLD QUAY\n\nWe meet at nine. Bring a chair."
            ),
            format!("By ADA QUILL\nCopyright 2005 The Ardmouth Echo\n{paragraph}"),
            format!("Question 41\nSubject: Re: quays\n{paragraph}\nAnswered by: rook-ga\n{other} More on that later."),
            format!(
                "{paragraph}\nhttp://quay.example/one\nhttp://quay.example/two\nhttp://quay.example/three\n{other} Tell me."
            ),
            format!(
                "Quays and their keepers\n\nReuters\n{paragraph} He wrote. She did not. Nobody else was asked. rook@quay.example"
            ),
            format!("Dear all,\n{paragraph}\n--\nTom Rook\nPort Elder"),
        ] {
            let roles = roles(&source);
            let told = |text: &str| text.contains("I am sending");
            assert!(roles.iter().all(|(role, text)| !told(text) || *role == Role::Paragraph), "{roles:#?}");
        }
    }

    #[test]
    fn what_stands_in_plain_copy_is_the_writers() {
        let source = "The harbour board voted Friday to close the old pier, its chairwoman told reporters at the quay.\n\n\
            Engineers found cracks in it, she said, and nobody wants to wait until the first of the planks falls.\n\n\
            Basalt and salt\n\n\
            Ferries will leave from the coal wharf until the repairs are done, which is to take nine months.\n\nHumanquill\n";
        let roles = roles(source);
        assert!(roles.iter().all(|(role, _)| !matches!(role, Role::Furniture | Role::Promo)), "{roles:?}");
    }
}
