//! Shapes of speech: transcripts, repeated quotations, marks that went wrong, and whom a text cites.

use super::{HEAD, read, rows};
use crate::{Offsets, Options, QuoteAct, QuoteKind, SourceKind, parse};

/// Text, source as written and name of every quote.
fn said(body: &str) -> Vec<(String, String, String)> {
    rows(&read(body)).iter().map(|row| (row.1.to_owned(), row.3.to_owned(), row.4.to_owned())).collect()
}

fn last(body: &str) -> (String, String) {
    said(body).pop().map(|(text, _, name)| (text, name)).unwrap_or_default()
}

#[test]
fn the_text_of_a_transcript_is_said_by_its_labels() {
    let body = "The two sat down on Friday.\n\n\
        ANN QUIST: How old is the pier, would you say?\n\n\
        TOMAS BRANDT: Older than my father. He mended its planks with his own hands for thirty years.\n\n\
        QUIST: Will it stand another winter out there?\n\n\
        BRANDT: It will, if nobody paints it again. Paint holds the water in.";
    let article = read(body);
    let told: Vec<_> = article
        .quotes
        .iter()
        .map(|quote| (quote.act, quote.speaker.as_ref().and_then(|speaker| speaker.name.as_deref()).unwrap_or("")))
        .collect();
    assert_eq!(
        told,
        [
            (QuoteAct::Question, "Ann Quist"),
            (QuoteAct::Statement, "Tomas Brandt"),
            (QuoteAct::Question, "Ann Quist"),
            (QuoteAct::Statement, "Tomas Brandt"),
        ]
    );
    assert_eq!(article.quotes[2].text, "Will it stand another winter out there?");
    assert_eq!(article.quotes[2].words, 7);
}

#[test]
fn a_list_of_terms_is_no_transcript() {
    let body = "The town keeps four boats.\n\n\
        Hull: built of oak in the yard at Port Elder by hand.\n\n\
        Mast: a single spruce from the hills above the town.\n\n\
        Sail: sewn by the school, red and white, in one summer.";
    assert_eq!(said(body), []);
}

#[test]
fn a_pull_quote_repeats_the_text() {
    let text = format!(
        "‘Nobody asked the fishermen about it’\n\n{HEAD}“Nobody asked the fishermen about it, and nobody will,” Brandt said.\n"
    );
    let article = parse(&text, &Options { offsets: Offsets::Utf8, ..Options::default() });
    let first = &article.quotes[0];
    assert_eq!(first.text, "‘Nobody asked the fishermen about it’");
    assert_eq!(first.same_as, Some(1));
    let speaker = first.speaker.as_ref().unwrap();
    assert_eq!(speaker.name.as_deref(), Some("Tomas Brandt"));
    assert_eq!(article.quotes[1].same_as, None);
}

#[test]
fn marks_that_went_wrong() {
    for (body, text, name) in [
        ("It is an old pier,” Brandt said.", "It is an old pier,”", "Tomas Brandt"),
        ("Brandt rose. ”It is an old pier“, he said.", "”It is an old pier“", "Tomas Brandt"),
        (
            "“It is old,” Brandt said.\n\n“The pier was never safe for children”.",
            "“The pier was never safe for children”",
            "Tomas Brandt",
        ),
    ] {
        assert_eq!(last(body), (text.to_owned(), name.to_owned()), "{body}");
    }
}

#[test]
fn who_is_cited_speaks() {
    for (body, name) in [
        ("Quist cited Brandt as saying that the pier was safe.", "Tomas Brandt"),
        ("The pier will be closed for a year, says Tomas Brandt.", "Tomas Brandt"),
        ("Brandt walked to the quay and shouted: “The pier stays!”", "Tomas Brandt"),
        ("Brandt issued a statement warning that the pier was old.", "Tomas Brandt"),
        ("“It is old,” Brandt said.\n\nBut said “the pier stays where it is”.", "Tomas Brandt"),
        (
            "Brandt was brief. The Elder Gazette reported:\n\n“The pier stays where it is, and nobody knows why.”",
            "Elder Gazette",
        ),
        ("The former sailor and harbour pilot said the pier was old.", "The former sailor and harbour pilot"),
        ("A harbour pilot said the pier was old. He added that it was damp.", "A harbour pilot"),
        ("Quist met friends of the Brandt family. She said that the pier was old.", "Ann Quist"),
    ] {
        assert_eq!(last(body).1, name, "{body}");
    }
}

#[test]
fn a_name_given_to_a_thing_is_not_said() {
    assert_eq!(said("The town paid for a film called “The Pier”."), []);
}

#[test]
fn what_is_known_of_the_source() {
    let article =
        read("“No,” Brandt said.\n\n“It fell,” a senior official said.\n\nThe harbour master said the pier was old.");
    let kinds: Vec<_> = article.quotes.iter().map(|quote| quote.source_kind).collect();
    assert_eq!(kinds, [SourceKind::Named, SourceKind::Unnamed, SourceKind::Described]);
    assert_eq!(article.quotes[2].kind, QuoteKind::Indirect);
}

/// Whatever marks, names and cues come in whatever order, eight times the text takes eight times as long.
#[test]
fn any_mix_of_marks_is_read_in_linear_time() {
    const BITS: [&str; 14] = [
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "''",
        " said ",
        " Ann Quist ",
        ", ",
        ". ",
        " and said that ",
        " who ",
        " cited him as saying ",
        " the pier ",
    ];
    let text = |seed: u64, size: usize| {
        let mut state = seed;
        let mut text = String::new();
        while text.len() < size {
            // Lehmer's generator
            state = state * 48271 % 0x7fff_ffff;
            text.push_str(BITS[(state % BITS.len() as u64) as usize]);
        }
        text
    };
    let time = |text: &str| {
        let once = || {
            let start = std::time::Instant::now();
            let _ = parse(text, &Options::default());
            start.elapsed()
        };
        (0..3).map(|_| once()).min().unwrap_or_default()
    };
    for seed in 1..=4 {
        let (short, long) = (time(&text(seed, 12_000)), time(&text(seed, 96_000)));
        assert!(long < short * 28, "seed {seed}: {short:?}, {long:?}");
    }
}

#[test]
fn where_somebody_is_from_does_not_speak() {
    // whatever kind of name the place was taken for
    for who in [
        "a 34-year-old trader from Ostle said",
        "a fisherman in Ostle said",
        "the 27-year-old from Ostle said",
        "a baker at Ostle said",
        "the old boatman from Ostle told reporters",
    ] {
        let (_, name) = last(&format!("“I sell fish here,” {who}."));
        let whole = who.trim_end_matches(" said").trim_end_matches(" told reporters");
        assert_eq!(name, whole, "{who}");
    }
    for (who, speaker) in [
        ("“I sell fish here,” Ann Roe from Ostle said.", "Ann Roe"),
        ("In the harbour at noon Ann Roe said the boats were late.", "Ann Roe"),
        ("“I sell fish here,” a trader from Ostle, Mary Quill, said.", "Mary Quill"),
    ] {
        assert_eq!(last(who).1, speaker, "{who}");
    }
}
