//! What can stand between a subject and its cue: by what means something was said, and when.
//!
//! `The ministry in a statement said` · `Roe in a letter to the board wrote` · `the mayor in March warned` · `Roe at the
//! time denied`

use super::cues::Verb;
use super::scene::Scene;
use crate::calendar::names as calendar;
use crate::text::words::{WordList, is_capitalised, word_list};

/// Nouns for that by which something is said: "statement", "interview".
static MEANS: WordList = word_list!("means.txt");

/// Tokens that such a phrase may have.
const LONGEST: usize = 12;

/// Whether a participle of speaking is at token `at`, which says to whom or where something is said.
fn is_speaking(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.word(at), "speaking" | "talking" | "writing" | "appearing" | "testifying")
}

/// The preposition of the phrase of means or time that ends before token `end`; none where the subject would be lost.
pub(super) fn before(scene: &Scene<'_>, floor: usize, end: usize) -> Option<usize> {
    let low = floor.max(end.saturating_sub(LONGEST));
    let plain = |at: usize| {
        let word = scene.word(at);
        !scene.is_quoted(at) && !word.is_empty() && Verb::of(word).is_none_or(|_| MEANS.has(word)) && word != "who"
    };
    let leads = |at: usize| matches!(scene.word(at), "in" | "at" | "on" | "during" | "through" | "via");
    // "a source speaking to the paper said"
    let speaking = (low + 1..end).rev().take_while(|&at| plain(at) || is_speaking(scene, at)).find(|&at| {
        let goes_on = matches!(scene.word(at + 1), "to" | "on" | "in" | "at" | "with" | "from" | "after" | "before");
        is_speaking(scene, at) && goes_on && at + 2 < end
    });
    if speaking.is_some() {
        return speaking;
    }
    // the first preposition of a chain: "in a letter to the board"
    let at = (low + 1..end).rev().take_while(|&at| plain(at)).filter(|&at| leads(at) && at + 1 < end).find(|&at| {
        let next = scene.word(at + 1);
        let determined =
            matches!(next, "a" | "an" | "the" | "his" | "her" | "its" | "their" | "that" | "this" | "another");
        // "in March", "in 2019"
        let dated = at + 2 == end
            && scene.word(at) == "in"
            && (calendar::month(next).is_some() && is_capitalised(next)
                || next.len() == 4 && next.bytes().all(|byte| byte.is_ascii_digit()));
        let noun = (at + 2..end.min(at + 6)).find(|&noun| MEANS.has(scene.word(noun)));
        // "a man in the video" is told by it
        let shown =
            next == "the" && noun.is_some_and(|noun| matches!(scene.word(noun), "video" | "broadcast" | "livestream"));
        let whole = noun.is_some_and(|noun| {
            noun + 1 == end
                || matches!(scene.word(noun + 1), "to" | "with" | "on" | "from" | "by" | "of" | "for" | "after")
                || MEANS.has(scene.word(noun + 1))
        });
        dated || determined && whole && !shown
    })?;
    // "those in the letter", "a man in the interview": what is in it says something by other means
    let subject = scene.ending(at).is_some()
        || scene.is_pronoun(at - 1)
        || scene.word(at - 1).starts_with(char::is_alphabetic) && !matches!(scene.word(at - 1), "those" | "Those");
    subject.then_some(at)
}
