//! Speech beside what else a sentence does: whom the sentence before describes, what comes before the cue, what follows
//! the quotation.

use super::voices::check;

/// A story about people whose second paragraph says what they are.
const STORY: &str = "A new bridge opens at Kadera\n\n\
    Rajesh Iyer, 17, a student, came with Ngozi Adebayo, 42, a nurse, and Kim Dong-hyun, the mayor.\n\n";

#[test]
fn whom_the_sentence_before_describes() {
    check(
        STORY,
        &[
            (
                "“It is wide,” said Kim.|Back at the clinic, the nurse counts what is left. “Two bottles,” she says.",
                &[("It is wide", "Kim Dong-hyun"), ("Two bottles", "Ngozi Adebayo")],
            ),
            (
                "“It is wide,” Adebayo said.|Outside court the driver’s daughter wept. “Dad can’t dance,” she said. “Ever.”",
                &[
                    ("It is wide", "Ngozi Adebayo"),
                    ("Dad can’t dance", "the driver’s daughter"),
                    ("Ever", "the driver’s daughter"),
                ],
            ),
            (
                "“It is wide,” Adebayo said.|The woman’s delight is recorded in detail. “Here it is,” she said.",
                &[("It is wide", "Ngozi Adebayo"), ("Here it is", "The woman")],
            ),
            (
                "“It is wide,” Adebayo said.|Iyer’s teacher disagrees. “It is narrow,” she said.",
                &[("It is wide", "Ngozi Adebayo"), ("It is narrow", "Iyer’s teacher")],
            ),
            (
                "“It is wide,” said Kim.|At the gate a guard in a yellow coat waved people away. “Go home,” he told them.",
                &[("It is wide", "Kim Dong-hyun"), ("Go home", "a guard in a yellow coat")],
            ),
            (
                "“It is wide,” said Kim.|One neighbour lost his roof. “It flew,” he said.",
                &[("It is wide", "Kim Dong-hyun"), ("It flew", "One neighbour")],
            ),
            // a pronoun in the sentence: it is about her, not about the driver
            (
                "“It is wide,” Adebayo said.|The driver pushed her aside. “I was ignored,” she said.",
                &[("It is wide", "Ngozi Adebayo"), ("I was ignored", "Ngozi Adebayo")],
            ),
            // a noun that shows the other gender
            (
                "“It is wide,” Adebayo said.|The old man laughed. “He is deaf,” she said.",
                &[("It is wide", "Ngozi Adebayo"), ("He is deaf", "Ngozi Adebayo")],
            ),
        ],
    );
}

#[test]
fn a_quotation_after_a_comma_is_a_sentence() {
    check(
        STORY,
        &[
            ("Asked about the bridge, Kim said, “Not a word.”", &[("“Not a word.”", "Kim Dong-hyun")]),
            ("When told that it had sunk, Adebayo replied, “I know.”", &[("“I know.”", "Ngozi Adebayo")]),
            ("The bridge, Kim said, “is closed.”", &[("The bridge, Kim said, “is closed.”", "Kim Dong-hyun")]),
        ],
    );
    let article = super::voices::read(&format!("{STORY}Asked about the bridge, Kim said, “Not a word.”\n"));
    assert_eq!(article.quotes[0].text, "“Not a word.”");
}

#[test]
fn what_is_done_after_a_quotation_is_not_said() {
    let cases = [
        ("Kim called the plan “mad” and left the room.", "the plan “mad”"),
        ("Protesters chanted “What curfew?” and went on until dawn.", "“What curfew?”"),
    ];
    for (body, text) in cases {
        let article = super::voices::read(&format!("{STORY}{body}\n"));
        assert_eq!(article.quotes.iter().map(|quote| quote.text.as_str()).collect::<Vec<_>>(), [text], "{body}");
    }
}

#[test]
fn who_is_told_by_where_they_are() {
    check(
        STORY,
        &[
            (
                "Residents living near the port said the noise was awful.",
                &[("the noise", "Residents living near the port")],
            ),
            (
                "Protesters marching through the town shouted, “Shame!”",
                &[("Shame", "Protesters marching through the town")],
            ),
            ("At the market near the port the mayor said the noise was awful.", &[("the noise", "Kim Dong-hyun")]),
            ("Adebayo sang “The Goat and the Moon” and told Harbour Radio’s “Morning Tide” nothing.", &[]),
            ("“Stay with me,” Adebayo sings to the mayor.", &[("Stay with me", "Ngozi Adebayo")]),
            ("Whether it will hold, nobody can say. No one could say why it fell.", &[]),
        ],
    );
}
