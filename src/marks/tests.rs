use super::*;
use crate::{Mark, Offsets, Options, Span, parse};

fn words(find: &str) -> Pattern {
    Pattern::words("x", find).expect("a pattern")
}

fn regex(find: &str) -> Pattern {
    Pattern::regex("x", find).expect("a pattern")
}

/// The places of a pattern in a text, as `parse` and `search` find them.
fn found<'t>(text: &'t str, pattern: &Pattern) -> Vec<&'t str> {
    let options = Options::new().with_offsets(Offsets::Utf8).with_marks(vec![pattern.clone()]);
    let marks: Vec<Span> = parse(text, &options).marks.into_iter().map(|mark| mark.span).collect();
    assert_eq!(search(text, pattern, Offsets::Utf8).places, marks);
    marks.into_iter().map(|span| &text[span.start..span.end]).collect()
}

const WRAPPED: &str = "    The harbour board said on Thursday that it had sold its pier\nto a group of fishermen who mend their \
                       nets there every winter\nand who had asked for it twice before, to no avail.\n";

#[test]
fn words_are_found_as_a_reader_means_them() {
    assert_eq!(
        found("A fer&shy;ry. A FERRY, a fer\u{200b}ry.", &words("ferry")),
        ["fer&shy;ry", "FERRY", "fer\u{200b}ry"]
    );
    assert_eq!(found(WRAPPED, &words("sold its pier to a group")), ["sold its pier\nto a group"]);
    assert_eq!(found(WRAPPED, &regex(r"winter (\w+)")), ["winter\nand"]);
    assert_eq!(found("It’s “so”, it's\u{a0} \"so\".", &words("it's  \"so\"")), ["It’s “so”", "it's\u{a0} \"so\""]);
    assert_eq!(found("It’s so", &words("it's")), ["It’s"]);
    // paragraphs are apart
    assert_eq!(found("One\n\ntwo", &words("one two")), Vec::<&str>::new());
    assert_eq!(found("<p>One <b>two</b> three</p><p>four</p>", &words("two three")), ["two</b> three"]);
    assert_eq!(found("a.b axb", &words("a.b")), ["a.b"]);
}

#[test]
fn case_and_whole_words_count_where_asked_for() {
    let text = "Per cent, per cent, per centre, Supper cent.";
    assert_eq!(found(text, &words("per cent")).len(), 4);
    assert_eq!(found(text, &words("per cent").with_case(true)), ["per cent", "per cent", "per cent"]);
    assert_eq!(found(text, &words("per cent").with_whole_words(true)), ["Per cent", "per cent"]);
    assert_eq!(found(text, &regex("per cent").with_whole_words(true).with_case(true)), ["per cent"]);
    assert_eq!(found("xa a a", &words("a a").with_whole_words(true)), ["a a"]);
    assert_eq!(found("(c) (c)d", &words("(c)").with_whole_words(true)), ["(c)", "(c)"]);
    assert_eq!(found("ÄRGER ärger", &words("ärger")).len(), 2);
    assert_eq!(found("ÄRGER ärger", &regex("ärger").with_case(true)), ["ärger"]);
    // an expression keeps its own alternatives apart
    assert_eq!(found("ab cd", &regex("a|cd").with_whole_words(true)), ["cd"]);
}

#[test]
fn empty_places_are_none() {
    assert_eq!(found("baab", &regex("a*")), ["aa"]);
    assert_eq!(found("abc", &regex(r"\b|$|x*")), Vec::<&str>::new());
    assert_eq!(found("", &regex("a")), Vec::<&str>::new());
}

#[test]
fn a_long_row_is_searched_in_stretches_without_a_seam() {
    for length in [4000, 4090, 4095, 4096, 4097, 8191, 20_000] {
        let text = format!("{}é needle 42 {}", "x".repeat(length), "y".repeat(9000));
        assert_eq!(found(&text, &regex("é needle [0-9]+")), ["é needle 42"], "{length}");
        assert_eq!(found(&text, &regex(r"\bneedle\b")), ["needle"], "{length}");
        assert_eq!(found(&text, &regex("y$")).len(), 1, "{length}");
    }
}

#[test]
fn what_is_wrong_is_told_in_plain_words_with_its_place() {
    for (find, said) in [
        ("(a", "the bracket ( is not closed, at character 1"),
        ("é)", "the bracket ) closes none; for the mark itself write \\), at character 2"),
        ("a[b", "the bracket [ is not closed, at character 2"),
        ("[z-a]", "this range goes backwards, at character 2"),
        ("*a", "there is nothing before this to repeat; for the mark itself write a \\ before it, at character 1"),
        ("a{2", "the bracket { is not closed; for the mark itself write \\{, at character 2"),
        ("a{3,2}", "the first of these numbers is the larger one, at character 2"),
        ("a\\", "the pattern ends after \\; for the mark itself write \\\\, at character 2"),
        ("\\y", "\\ means nothing before this letter, at character 1"),
        ("(a)\\1", "a group cannot be referred to by its number here, at character 4"),
        ("a(?=b)", "looking ahead or behind, (?= (?! (?<= (?<!, is not known here, at character 2"),
        ("((a{1,100}){1,100}){1,100}", "the expression takes too much: let it repeat less, or use less of it"),
        ("(\\w{1,100}){1,100}", "the expression takes too much: let it repeat less, or use less of it"),
        ("a\u{1}", "there is a control character, which no text shows, at character 2"),
        (" \n", "the pattern is empty"),
    ] {
        let error = Pattern::regex("x", find).expect_err(find);
        assert_eq!(error.to_string(), said, "{find}");
    }
    let deep = format!("{}a{}", "(".repeat(5000), ")".repeat(4999));
    assert!(Pattern::regex("x", deep).is_err());
    let deep = format!("{}a{}", "(".repeat(4000), ")".repeat(4000));
    let error = Pattern::regex("x", deep).expect_err("nested");
    assert!(error.to_string().starts_with("there are too many brackets inside each other"), "{error}");
    assert_eq!(Pattern::words(" ", "x").unwrap_err().to_string(), "the name is empty");
    assert_eq!(Pattern::words("é".repeat(201), "x").unwrap_err().to_string(), "the name is longer than 200 characters");
    assert!(Pattern::words("é".repeat(200), "é".repeat(10_000)).is_ok());
    for make in [Pattern::words, Pattern::regex] {
        let error = make("x", "é".repeat(10_001)).unwrap_err();
        assert_eq!(error.to_string(), "the pattern is longer than 10000 characters");
    }
    let remark = words("x").with_remark(&"é".repeat(1001)).unwrap_err();
    assert_eq!(remark.to_string(), "the remark is longer than 1000 characters");
    assert_eq!(words("x").with_remark(" a\r\n b ").unwrap().remark(), Some("a b"));
}

#[test]
fn marks_are_in_order_and_say_what_they_are() {
    let text = "Fares rise\n\n𝒩 Fares rise by 4 percent, it was said.";
    let style = Pattern::words("style", "percent").unwrap().with_remark("two words").unwrap();
    let options = Options::new().with_marks(vec![style, regex("[0-9] percent"), words("fares")]);
    let article = parse(text, &options);
    let name = |mark: &Mark| (mark.name.clone(), mark.remark.clone(), mark.span.start, mark.span.end);
    let marks: Vec<_> = article.marks.iter().map(name).collect();
    let x = || "x".to_owned();
    assert_eq!(
        marks,
        [
            (x(), None, 0, 5),
            (x(), None, 15, 20),
            (x(), None, 29, 38),
            ("style".to_owned(), Some("two words".to_owned()), 31, 38)
        ]
    );
    // where there are none, the value is as it was
    let written = serde_json::to_string(&parse(text, &Options::new())).unwrap();
    assert!(!written.contains("\"marks\""));
}

#[test]
fn one_that_fits_too_often_or_takes_too_long_stops_and_says_so() {
    let line = format!("{}\n\n", "ab ".repeat(300));
    let text = line.repeat(100);
    let options = Options::new().with_marks(vec![words("a"), words("b"), words("b ")]);
    let article = parse(&text, &options);
    assert_eq!(article.marks.len(), 20_000);
    let stopped = article.warnings.iter().filter(|warning| warning.code == crate::WarningCode::MarksStopped);
    assert_eq!(stopped.count(), 3);
    let matches = search(&text, &words("a"), Offsets::Utf16);
    assert_eq!((matches.places.len(), matches.whole), (10_000, false));
    assert!(search(&text, &words("zz"), Offsets::Utf16).whole);
}

#[test]
fn time_grows_with_the_length_alone_whatever_is_typed() {
    let long = "a".repeat(300_000);
    let rows = format!("{}\n\n", "a".repeat(500)).repeat(400);
    for pattern in [
        regex("(a+)+$"),
        regex("(a|a|aa)*b"),
        regex(".*[^A-Z]|[A-Z]"),
        regex("(a?){3000}a{3000}"),
        regex(&"a?".repeat(4000)),
        regex(r"\w*\w*\w*\w*x"),
        words(&"a".repeat(9_000)).with_whole_words(true),
        words("aab"),
        regex(&"(a|b)".repeat(1000)),
    ] {
        for text in [&long, &rows] {
            let begun = std::time::Instant::now();
            let _ = search(text, &pattern, Offsets::Utf16);
            let took = begun.elapsed();
            // the dearest takes a second where nothing else runs
            assert!(took.as_secs() < 30, "{took:?} for {:.40}", pattern.find());
        }
    }
}

#[test]
fn a_list_goes_out_and_comes_back() {
    let patterns = vec![
        Pattern::words("=1+1", "'=x").unwrap().with_remark("@home, \"so\"").unwrap(),
        Pattern::regex("''-a", "(?x) a\n b\t").unwrap().with_case(true),
        Pattern::words("'plain", " -5 ").unwrap().with_whole_words(true),
        Pattern::regex("+", "^[-+]?\\d+,\\d+$").unwrap(),
    ];
    let csv = PatternList::to_csv(&patterns);
    assert!(
        csv.starts_with("name,find,kind,case,whole,remark\r\n'=1+1,''=x,words,,,\"'@home, \"\"so\"\"\"\r\n"),
        "{csv}"
    );
    let list = PatternList::from_csv(&csv).unwrap();
    assert_eq!(list.patterns, patterns);
    assert!(list.bad.is_empty());
    let json = serde_json::to_string(&patterns).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Pattern>>(&json).unwrap(), patterns);
}

#[test]
fn a_bad_row_is_named_and_the_others_are_kept() {
    let csv = "Remark;Find;Name;Kind;Case\nr;per cent;style;;no\n\"open;x;y;;\n;(;z;regex;\n;a;b;glob;\n;a;b;;maybe\n;;b\n\n;last;one;Regular expression;YES\n";
    let list = PatternList::from_csv(csv).unwrap();
    let names: Vec<&str> = list.patterns.iter().map(Pattern::name).collect();
    assert_eq!(names, ["style", "one"]);
    assert_eq!(list.patterns[0].remark(), Some("r"));
    assert!(list.patterns[1].case() && list.patterns[1].kind() == PatternKind::Regex);
    let bad: Vec<String> = list.bad.iter().map(ToString::to_string).collect();
    assert_eq!(
        bad,
        [
            "row 3: a quotation mark is not closed",
            "row 4: the bracket ( is not closed, at character 1",
            "row 5: the kind is neither words nor regex",
            "row 6: case is neither yes nor no",
            "row 7: the pattern is empty",
        ]
    );
    for none in ["", "find\nx", "a,b\n1,2", "\"name,find"] {
        let error = PatternList::from_csv(none).unwrap_err().to_string();
        assert_eq!(error, "expected a first row of names, with name and find among them");
    }
    let many = format!("name,find\n{}", "a,b\n".repeat(600));
    let list = PatternList::from_csv(&many).unwrap();
    assert_eq!((list.patterns.len(), list.bad.len(), list.bad[0].number), (500, 1, 502));
    let many = format!("name,find\n{}", "\"x\n".repeat(100_000));
    assert_eq!(PatternList::from_csv(&many).unwrap().bad.len(), 100);
}
