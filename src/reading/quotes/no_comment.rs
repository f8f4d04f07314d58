//! Who would not speak, or did not answer: "declined to comment", "did not respond to a request".

use super::grammar::{is_adverb, is_auxiliary, is_be};
use super::scene::Scene;
use super::source::Form;
use crate::reading::Story;
use crate::{Entity, NoComment, Span};

/// Tokens of such a phrase at most.
const REACH: usize = 16;

/// Finds the places where somebody does not say anything.
pub(crate) fn no_comment(story: &Story<'_>, entities: &[Entity]) -> Vec<NoComment> {
    let source = story.text.source;
    // hardly any story without one of these letters has it
    if story.foreign.is_some()
        || !["comment", "respon", "repl", "reach", "answer", "return", "interview", "drawn"]
            .iter()
            .any(|word| source.contains(word))
    {
        return Vec::new();
    }
    let scene = Scene::new(story.text, entities, &[]);
    let mut found: Vec<NoComment> = Vec::new();
    for sentence in story.sentences {
        let tokens = story.text.tokens_in(sentence.span);
        let mut at = tokens.start;
        while at < tokens.end {
            let Some((start, end)) = refusal(&scene, tokens.start, at, tokens.end) else {
                at += 1;
                continue;
            };
            let span: Span = scene.span(&(start..end));
            let entity = who(&scene, tokens.start, start);
            found.push(NoComment { text: span.of(source).to_owned(), span, entity });
            at = end;
        }
    }
    found
}

/// The tokens of a refusal whose telling word is at token `at`.
fn refusal(scene: &Scene<'_>, floor: usize, at: usize, ceiling: usize) -> Option<(usize, usize)> {
    let word = scene.word(at);
    let end = match word {
        "declined" | "declines" | "refused" | "refuses" | "declining" | "refusing" => declined(scene, at, ceiling)?,
        // did not respond to a request, had no comment
        "respond" | "responded" | "reply" | "replied" | "comment" | "commented" | "return" | "returned" | "answer"
        | "answered" => {
            let before = (floor..at).rev().take(6);
            let negated = before
                .take_while(|&at| {
                    let word = scene.word(at);
                    is_adverb(word)
                        || is_auxiliary(word)
                        || is_be(word)
                        || matches!(word, "not" | "no" | "yet" | "to" | "want" | "wish" | "unwilling" | "unable")
                })
                .filter(|&at| {
                    let word = scene.word(at);
                    matches!(word, "not" | "no" | "never" | "yet" | "unwilling" | "unable")
                        || word.ends_with("n't")
                        || word.ends_with("n’t")
                })
                .last()?;
            let asked = (at + 1..ceiling.min(at + REACH)).find(|&at| {
                matches!(
                    scene.word(at),
                    "comment"
                        | "request"
                        | "requests"
                        | "call"
                        | "calls"
                        | "questions"
                        | "message"
                        | "messages"
                        | "email"
                        | "emails"
                        | "inquiries"
                        | "enquiries"
                        | "query"
                        | "queries"
                )
            });
            match (word, asked) {
                (
                    "respond" | "responded" | "reply" | "replied" | "return" | "returned" | "answer" | "answered",
                    Some(asked),
                ) => asked + 1,
                ("comment" | "commented", _) if scene.word(negated) != "no" => at + 1,
                ("comment", _)
                    if matches!(
                        scene.word(negated.wrapping_sub(1)),
                        "had" | "has" | "have" | "offered" | "made" | "gave" | "given"
                    ) =>
                {
                    at + 1
                }
                ("respond" | "reply", None) if ends(scene, at + 1, ceiling) => at + 1,
                _ => return None,
            }
        }
        "drawn" | "unanswered" | "approached" | "asked" => left(scene, floor, at)?,
        // could not be reached for comment, was not available for comment
        "contacted" if scene.word(at.wrapping_sub(1)) == "been" && scene.word(at + 1) == "for" => {
            left(scene, floor, at)?
        }
        "reached" | "available" | "contacted" | "unavailable" | "unreachable" => {
            let negated = word.starts_with("un")
                || (floor..at).rev().take(4).any(|at| {
                    let word = scene.word(at);
                    matches!(word, "not" | "cannot") || word.ends_with("n't") || word.ends_with("n’t")
                });
            let comment = (at + 1..ceiling.min(at + 6)).find(|&at| scene.word(at) == "comment");
            match comment {
                Some(comment) if negated => comment + 1,
                None if negated && matches!(word, "reached" | "contacted") && ends(scene, at + 1, ceiling) => at + 1,
                _ => return None,
            }
        }
        _ => return None,
    };
    let mut start = at;
    while start > floor {
        let word = scene.word(start - 1);
        let inside = is_auxiliary(word)
            || is_be(word)
            || is_adverb(word)
            || matches!(
                word,
                "not" | "no" | "cannot" | "yet" | "to" | "offered" | "made" | "gave" | "want" | "wish" | "unwilling"
            );
        if !inside {
            break;
        }
        start -= 1;
    }
    (end <= ceiling).then_some((start, end))
}

/// The end of "declined to comment", "refused to be interviewed", "declined an interview request", whose verb is at
/// token `at`.
fn declined(scene: &Scene<'_>, at: usize, ceiling: usize) -> Option<usize> {
    let next = at + 1 + usize::from(scene.word(at + 1) == "to");
    let next = next + usize::from(is_adverb(scene.word(next)));
    let end = match scene.word(next) {
        "comment" | "elaborate" | "answer" | "respond" | "say" => next + 1,
        "be" if matches!(scene.word(next + 1), "interviewed" | "drawn" | "quoted") => next + 2,
        "requests" | "request" | "an" | "any" | "all" => {
            let asked = (next..ceiling.min(next + 5))
                .find(|&at| matches!(scene.word(at), "comment" | "interview" | "interviews"))?;
            asked + 1
        }
        "further" if scene.word(next + 1) == "comment" => next + 2,
        _ => return None,
    };
    Some(end)
}

/// The end of "would not be drawn", "calls went unanswered", "has been approached for comment", whose telling word is at
/// token `at`.
fn left(scene: &Scene<'_>, floor: usize, at: usize) -> Option<usize> {
    let before = scene.word(at.wrapping_sub(1));
    let earlier = |most: usize| (floor..at).rev().take(most).map(|at| scene.word(at));
    match scene.word(at) {
        "drawn" => {
            let not = |word: &str| matches!(word, "not" | "never") || word.ends_with("n't") || word.ends_with("n’t");
            (before == "be" && earlier(5).any(not)).then_some(at + 1)
        }
        "unanswered" => {
            let call = |word: &str| {
                ["calls", "call", "messages", "emails", "questions"].iter().any(|call| word.eq_ignore_ascii_case(call))
            };
            earlier(REACH).any(call).then_some(at + 1)
        }
        _ if before == "been" && scene.word(at + 1) == "for" => {
            (at + 2..at + 4).find(|&at| scene.word(at) == "comment").map(|comment| comment + 1)
        }
        _ => None,
    }
}

/// Whether the clause ends at token `at`.
fn ends(scene: &Scene<'_>, at: usize, ceiling: usize) -> bool {
    at >= ceiling || matches!(scene.str(at), "." | "," | ";" | "immediately" | "on" | "when")
}

/// Whom the words before token `start` name as the one who does not speak.
fn who(scene: &Scene<'_>, floor: usize, start: usize) -> Option<usize> {
    match scene.phrase_before(floor, start)?.form {
        Form::Name { entity, .. } => Some(entity),
        _ => None,
    }
}
