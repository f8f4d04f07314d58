//! Invented stories of the kinds that put their subject in different places.

use crate::{Article, Options, parse};

/// The key sentences as written.
fn key(article: &Article, text: &str) -> Vec<String> {
    article.key_sentences.iter().map(|&index| article.sentences[index].span.of(text).to_owned()).collect()
}

fn read(text: &str) -> (Article, Vec<String>) {
    let article = parse(text, &Options { offsets: crate::Offsets::Utf8, ..Options::default() });
    let key = key(&article, text);
    (article, key)
}

/// A delayed lede: the third paragraph says what the story is about.
const ANECDOTE: &str = "Night ferries on the northern islands face closure as crews leave\n\nBy Ada Quill\n\n\
    On a wet Tuesday Tom Harker poured himself a third coffee and looked at the clock above the kitchen door.\n\n\
    He had not slept. His dog, an old spaniel called Biscuit, lay across the threshold and would not move.\n\n\
    Harker is one of dozens of crew members who have left the night ferries, a service that the northern islands have \
    relied on for forty years and that now faces closure.\n\n\
    The ferries carry mail, patients and fish from the islands to the mainland after dark. Without crews, the operator \
    said, the service will end in autumn.\n\n\
    “We pay what we can,” said Ines Varga, who runs the ferries for the operator.\n\n\
    The islands' council has asked the government for money to keep the crews and the night ferries.\n";

/// What comes first matters most.
const PYRAMID: &str = "Harbour board closes old pier\n\nPORT ELDER, May 3 (Reuters) - The harbour board voted on Tuesday \
    to close the old ferry pier for three months after engineers found cracks.\n\n\
    The cracks run through eleven of the pier's forty piles, a report to the board said.\n\n\
    “Nobody wanted to hear it,” its chairwoman, Ada Quill, said after the vote.\n\n\
    Cafes nearby fear for their summer. One of them opened in April.\n\n\
    Ferries will leave from the new quay, and the board will meet again in August.\n";

#[test]
fn the_nut_graf_passes_an_anecdote() {
    let (_, key) = read(ANECDOTE);
    assert!(key[0].starts_with("Harker is one of dozens"), "{key:#?}");
    assert!(
        !key.iter().take(2).any(|sentence| sentence.contains("Biscuit") || sentence.contains("coffee")),
        "{key:#?}"
    );
}

#[test]
fn the_lede_of_an_inverted_pyramid_comes_first() {
    let (_, key) = read(PYRAMID);
    assert!(key[0].starts_with("The harbour board voted"), "{key:#?}");
    assert!(!key[1].starts_with('“'), "{key:#?}");
}

#[test]
fn a_brief_of_one_sentence_is_its_own_key() {
    let (_, key) =
        read("Ferry resumes\n\nBoats sail again between the two ports after nine weeks, the mayor said on Friday.");
    assert_eq!(key.len(), 1);
}

#[test]
fn an_interview_is_told_by_what_introduces_it() {
    let (_, key) = read(
        "The woman who counts seals\n\nFor thirty years the biologist Ada Quill has counted grey seals on the rocks off \
         Port Elder, and this spring she found fewer than ever.\n\nWhat did you see this spring?\n\nLess than I hoped. \
         The rocks were empty for days.\n\nHow do you count?\n\nI sit and look. Then I write it down, and my sister \
         checks.\n\nWill you go on?\n\nYes, I will, as long as there are seals.\n",
    );
    assert!(key[0].starts_with("For thirty years the biologist"), "{key:#?}");
    assert!(!key.iter().take(2).any(|sentence| sentence.ends_with('?')), "{key:#?}");
}

#[test]
fn few_are_taken_and_none_of_nothing() {
    let (article, key) = read(PYRAMID);
    assert!(key.len() <= 5 && key.len() * 2 <= article.sentences.len());
    assert!(parse("", &Options::default()).key_sentences.is_empty());
}

#[test]
fn indices_are_valid_unique_and_of_paragraphs() {
    for text in [ANECDOTE, PYRAMID, &PYRAMID.repeat(60), &ANECDOTE.replace("\n\n", "\n")] {
        let (article, _) = read(text);
        let mut seen = article.key_sentences.clone();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), article.key_sentences.len());
        assert!((2..=5).contains(&seen.len()), "{seen:?}");
        for index in seen {
            assert_eq!(article.blocks[article.sentences[index].block].role, crate::Role::Paragraph);
        }
        assert_eq!(read(text).0.key_sentences, article.key_sentences);
    }
}
