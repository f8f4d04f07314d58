//! Quotes as a reader of the breakdown sees them: whole stories in, who said what out.

mod acts;
mod beside;
mod deeds;
mod shapes;
mod sources;
mod voices;

use crate::{Article, Offsets, Options, QuoteKind, WarningCode, parse};

/// Head of a story that names the people of the tests.
const HEAD: &str = "Harbour plan divides Port Elder\n\n\
    Mayor Ann Quist, 61, met Tomas Brandt, a fisherman, at the town hall of Port Elder this week.\n\n";

fn read(body: &str) -> Article {
    parse(&format!("{HEAD}{body}\n"), &Options { offsets: Offsets::Utf8, ..Options::default() })
}

/// Kind, text, cue's lemma, speaker as written, speaker's name, basis.
type Row<'a> = (QuoteKind, &'a str, &'a str, &'a str, &'a str, &'a str);

fn rows(article: &Article) -> Vec<Row<'_>> {
    let row = |quote| {
        let quote: &crate::Quote = quote;
        let speaker = quote.speaker.as_ref();
        (
            quote.kind,
            quote.text.as_str(),
            quote.cue.as_ref().map_or("", |cue| cue.lemma.as_str()),
            speaker.and_then(|speaker| speaker.text.as_deref()).unwrap_or(""),
            speaker.and_then(|speaker| speaker.name.as_deref()).unwrap_or(""),
            speaker.and_then(|speaker| speaker.basis).map_or("", crate::SpeakerBasis::as_str),
        )
    };
    article.quotes.iter().map(row).collect()
}

use QuoteKind::{Direct, Indirect, Mixed};

#[test]
fn cues_in_every_order() {
    let cases: &[(&str, Row<'_>)] = &[
        ("“We will build it,” Quist said.", (Direct, "“We will build it,”", "say", "Quist", "Ann Quist", "name")),
        ("“We will build it,” said Quist.", (Direct, "“We will build it,”", "say", "Quist", "Ann Quist", "name")),
        (
            "\"We will build it,\" said Tomas Brandt, a fisherman who owns two boats.",
            (Direct, "\"We will build it,\"", "say", "Tomas Brandt", "Tomas Brandt", "name"),
        ),
        ("Quist said: “We will build it.”", (Direct, "“We will build it.”", "say", "Quist", "Ann Quist", "name")),
        (
            "Quist told reporters, “We will build it.”",
            (Direct, "“We will build it.”", "tell", "Quist", "Ann Quist", "name"),
        ),
        (
            "Brandt, the owner of two boats, said “it will never float.”",
            (Direct, "“it will never float.”", "say", "Brandt", "Tomas Brandt", "apposition"),
        ),
        (
            "According to Brandt, “the sea decides.”",
            (Direct, "“the sea decides.”", "according to", "Brandt", "Tomas Brandt", "name"),
        ),
        (
            "“Nobody asked us,” a senior port official said.",
            (Direct, "“Nobody asked us,”", "say", "a senior port official", "a senior port official", "description"),
        ),
        ("“Is that a boat?” Quist asked.", (Direct, "“Is that a boat?”", "ask", "Quist", "Ann Quist", "name")),
    ];
    for (body, expected) in cases {
        assert_eq!(rows(&read(body)), [*expected], "{body}");
    }
}

#[test]
fn a_cue_inside_the_speech_makes_parts() {
    let article = read("“The pier stays,” Quist said, “and the lamps stay.”");
    let [quote] = article.quotes.as_slice() else { panic!("{:?}", rows(&article)) };
    let source = format!("{HEAD}“The pier stays,” Quist said, “and the lamps stay.”\n");
    let parts: Vec<_> = quote.parts.iter().map(|part| part.of(&source)).collect();
    assert_eq!(parts, ["“The pier stays,”", "“and the lamps stay.”"]);
    assert_eq!((quote.kind, quote.text.as_str()), (Direct, "“The pier stays,” Quist said, “and the lamps stay.”"));
}

#[test]
fn speech_is_carried_on() {
    let article = read("“It is a gift,” Quist said. “Take it.”\n\n“Or leave it.”");
    let speakers: Vec<_> = article
        .quotes
        .iter()
        .map(|quote| {
            (quote.speaker.as_ref().and_then(|speaker| speaker.basis.map(crate::SpeakerBasis::as_str)), quote.continues)
        })
        .collect();
    assert_eq!(speakers, [(Some("name"), None), (Some("carried"), Some(0)), (Some("carried"), Some(1))]);
    assert!(article.quotes.iter().all(|quote| quote.speaker.as_ref().unwrap().name.as_deref() == Some("Ann Quist")));
}

#[test]
fn a_speech_over_paragraphs_belongs_to_the_one_named_at_its_end() {
    let article =
        read("“I have nothing against boats. My father had one.\n\n“But a marina is another thing,” Brandt said.");
    let names: Vec<_> = rows(&article).into_iter().map(|row| (row.1, row.4)).collect();
    assert_eq!(
        names,
        [
            ("“I have nothing against boats. My father had one.", "Tomas Brandt"),
            ("“But a marina is another thing,”", "Tomas Brandt"),
        ]
    );
    assert_eq!(article.quotes[1].continues, Some(0));
    assert!(
        article.warnings.iter().all(|warning| warning.code != WarningCode::UnclosedQuote),
        "{:?}",
        article.warnings
    );
}

#[test]
fn pronouns_go_to_whom_they_fit() {
    let article = read(
        "Brandt met Quist at noon. “It leaks,” he said.\n\n“It does not,” she said.\n\nBrandt laughed. “It does,” he added.",
    );
    let names: Vec<_> = rows(&article).into_iter().map(|row| (row.3, row.4, row.5)).collect();
    assert_eq!(
        names,
        [("he", "Tomas Brandt", "pronoun"), ("she", "Ann Quist", "pronoun"), ("he", "Tomas Brandt", "pronoun")]
    );
}

#[test]
fn descriptions_find_their_fullest_form_or_their_bearer() {
    let article = read(
        "A senior port official said the pier was safe. The official said nobody had measured it. The mayor said \
         the pier would stay.",
    );
    let names: Vec<_> = rows(&article).into_iter().map(|row| (row.3, row.4)).collect();
    assert_eq!(
        names,
        [
            ("A senior port official", "A senior port official"),
            ("The official", "A senior port official"),
            ("The mayor", "Ann Quist")
        ]
    );
}

#[test]
fn reported_speech() {
    let cases: &[(&str, Row<'_>)] = &[
        (
            "Quist said that the pier would stay.",
            (Indirect, "that the pier would stay", "say", "Quist", "Ann Quist", "name"),
        ),
        (
            "Quist warned that the town was watching “with some patience”.",
            (Mixed, "that the town was watching “with some patience”", "warn", "Quist", "Ann Quist", "name"),
        ),
        ("The pier would stay, Quist said.", (Indirect, "The pier would stay", "say", "Quist", "Ann Quist", "name")),
        (
            "The plan is “quite mad,” Brandt said.",
            (Mixed, "The plan is “quite mad,”", "say", "Brandt", "Tomas Brandt", "name"),
        ),
        (
            "Quist told reporters on Monday that work had begun.",
            (Indirect, "that work had begun", "tell", "Quist", "Ann Quist", "name"),
        ),
        (
            "According to Brandt, nobody asked the crews.",
            (Indirect, "nobody asked the crews", "according to", "Brandt", "Tomas Brandt", "name"),
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(rows(&read(body)), [*expected], "{body}");
    }
}

#[test]
fn what_is_no_quotation() {
    for body in [
        "Jon “Shorty” Vance sailed the boat home.",
        "The crew sang “The Long Way Home” at the pier.",
        "The so-called “floating pub” sank in the gale.",
        "It is 5' 6\" long and 12\" deep.",
        "The boys' boats and the girls' boats lay side by side in the '90s.",
    ] {
        assert!(read(body).quotes.is_empty(), "{body}: {:?}", rows(&read(body)));
    }
}

#[test]
fn marks_of_every_kind_pair() {
    for (body, text) in [
        ("\"We will build it\" Quist said.", "\"We will build it\""),
        ("''We will build it,'' Quist said.", "''We will build it,''"),
        ("‘We don’t build it,’ Quist said.", "‘We don’t build it,’"),
        ("“He said ‘no’ to me,” Quist said.", "“He said ‘no’ to me,”"),
        ("“We will build it,\" Quist said.", "“We will build it,\""),
        ("\"It's 12\" deep,\" Quist said.", "\"It's 12\" deep,\""),
        ("«We will build it,» Quist said.", "«We will build it,»"),
    ] {
        assert_eq!(rows(&read(body)), [(Direct, text, "say", "Quist", "Ann Quist", "name")], "{body}");
    }
}

#[test]
fn an_open_mark_is_a_warning() {
    let article = read("“The sea decides, Brandt said.\n\nThe pier is closed.");
    let codes: Vec<_> = article.warnings.iter().map(|warning| warning.code.as_str()).collect();
    assert_eq!(codes, ["unclosed-quote"]);
    for body in ["\"", "“", "”", "\"\"\"", "He said “", "’", "\" \" \"", "“”", "«"] {
        read(body);
    }
}

#[test]
fn a_stray_full_stop_is_a_warning() {
    let body = "“So. we go on sailing,” Quist said. “It cost approx. two boats.”";
    let article = read(body);
    let warned: Vec<_> = article.warnings.iter().filter(|warning| warning.code == WarningCode::StrayFullStop).collect();
    let source = format!("{HEAD}{body}\n");
    assert_eq!(warned.iter().map(|warning| warning.span.unwrap().of(&source)).collect::<Vec<_>>(), ["So. we"]);
}

#[test]
fn time_grows_with_the_length_only() {
    // each of these once made some search start over at every mark or cue
    for pattern in
        ["'a said he, ", "\"A,\" he said, ", "“a ", "said that ", "X, a, b, said ", "('", "” “", ", she said, "]
    {
        let text = pattern.repeat(30_000 / pattern.len());
        let small = std::time::Instant::now();
        let _ = parse(&text, &Options::default());
        let small = small.elapsed();
        let large = std::time::Instant::now();
        let _ = parse(&text.repeat(8), &Options::default());
        let large = large.elapsed();
        assert!(large < small * 8 * 5 + std::time::Duration::from_secs(1), "{pattern:?}: {small:?}, then {large:?}");
    }
}
