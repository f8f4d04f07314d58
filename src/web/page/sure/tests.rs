use super::*;

const STORY: &str = "Ferries sail again\n\nPORT ELDER, May 4 (ANN) - Mayor Ines Maro said on Tuesday that the strait is open. “We \
    waited for this,” she said. “It was long.”\n\n“And now we sail,” the harbour master said. It began on 5 March 2021, a \
    day later and in 2020.\n\n“They were late,” they said.\n";

/// The breakdown of [`STORY`] with `changes` made to its JSON: certainties, which no reading carries yet.
fn article(changes: impl FnOnce(&mut serde_json::Value)) -> Article {
    let options = crate::Options { published: "2021-05-05".parse().ok(), ..Default::default() };
    let mut json = serde_json::to_value(crate::parse(STORY, &options)).unwrap();
    changes(&mut json);
    serde_json::from_value(json).unwrap()
}

fn dated_story() -> Article {
    article(|_| {})
}

fn seen(article: &Article, kind: char, index: usize) -> (Standing, String) {
    let sure = of(article, kind, index).unwrap();
    (sure.standing, sure.why)
}

/// What is said of the time with these words.
fn time(article: &Article, text: &str) -> (Standing, String) {
    let index = article.times.iter().position(|time| time.text == text);
    seen(article, 't', index.unwrap_or_else(|| panic!("{text} in {:?}", article.times)))
}

#[test]
fn speakers_say_how_they_are_known() {
    let article = article(|_| {});
    let seen: Vec<_> = (0..article.quotes.len()).map(|index| seen(&article, 'q', index)).collect();
    let find = |words: &str| {
        let at = article.quotes.iter().position(|quote| quote.text.contains(words));
        let (standing, why) = &seen[at.unwrap_or_else(|| panic!("{words} in {:?}", article.quotes))];
        (*standing, why.as_str())
    };
    assert_eq!(find("the strait is open"), (Standing::Stated, ""));
    assert_eq!(find("We waited"), (Standing::Inferred, "pronoun: nearest woman named before"));
    let before = article.quotes.iter().position(|quote| quote.text.contains("We waited")).unwrap() + 1;
    assert_eq!(find("It was long"), (Standing::Inferred, &*format!("goes on from quote {before}")));
    assert_eq!(find("And now"), (Standing::Stated, ""));
    assert_eq!(find("They were late"), (Standing::Unsure, "whom the pronoun means stays open"));
    assert_eq!(of(&article, 'q', 99), None);
    assert_eq!(of(&article, 'x', 0), None);
}

#[test]
fn dates_say_what_they_were_counted_from() {
    let given = article(|_| {});
    let counted = |from: &str| (Standing::Inferred, format!("counted from {from}"));
    assert_eq!(time(&given, "Tuesday"), counted("the date you gave, 5 May 2021"));
    assert_eq!(time(&given, "5 March 2021"), (Standing::Stated, String::new()));
    assert_eq!(time(&given, "2020"), (Standing::Stated, String::new()));
    assert_eq!(time(&given, "a day later"), counted("the time spoken of before it"));
    let dateline = article(|json| json["head"]["published"]["basis"] = "dateline".into());
    assert_eq!(time(&dateline, "Tuesday"), counted("the dateline’s date, 5 May 2021"));
    let open = article(|json| {
        for time in json["times"].as_array_mut().unwrap() {
            time["value"] = if time["text"] == "Tuesday" { "XXXX-WXX-2" } else { "XXXX-03-05" }.into();
        }
    });
    assert_eq!(time(&open, "Tuesday"), (Standing::Unsure, "there is no date to count it from".to_owned()));
    assert_eq!(time(&open, "5 March 2021"), (Standing::Unsure, "nothing gives its year".to_owned()));
    let either = article(|json| {
        json["times"][0]["text"] = "03/04/2024".into();
        json["times"][0]["value"] = "2024-XX-XX".into();
        json["times"][1]["type"] = "DURATION".into();
        json["times"][1]["value"] = "PXD".into();
    });
    assert_eq!(seen(&either, 't', 0), (Standing::Unsure, "nothing tells the day from the month".to_owned()));
    assert_eq!(seen(&either, 't', 1).0, Standing::Stated);
}

#[test]
fn years_that_the_words_give_are_stated() {
    for (text, value, standing) in [
        ("Sept 5, 2016", "2016-09-05", Standing::Stated),
        ("05/09/16", "2016-09-05", Standing::Stated),
        ("Sept 16", "2016-09-16", Standing::Inferred),
        ("the 1990s", "199X", Standing::Stated),
        ("the nineties", "199X", Standing::Stated),
        ("this decade", "202X", Standing::Inferred),
        ("the 19th century", "18", Standing::Stated),
        ("FY21", "FY2021", Standing::Stated),
        ("nineteen ninety-six", "1996", Standing::Stated),
        ("now", "PRESENT_REF", Standing::Stated),
        ("the year", "2016", Standing::Inferred),
    ] {
        let changed = article(|json| {
            json["times"][0]["text"] = text.into();
            json["times"][0]["value"] = value.into();
        });
        assert_eq!(seen(&changed, 't', 0).0, standing, "{text}");
    }
}

#[test]
fn what_the_model_doubts_is_unsure_and_what_it_does_not_is_not() {
    let changed = article(|json| {
        json["blocks"][0]["certainty"] = 0.55.into();
        json["blocks"][1]["certainty"] = 0.8.into();
        json["entities"][0]["certainty"] = 0.62.into();
        json["times"][1]["certainty"] = 0.4.into();
        json["quotes"][0]["certainty"] = 0.95.into();
        json["quotes"][0]["speaker"]["certainty"] = 0.79.into();
    });
    let doubt = |hundredths: u8| format!("of 100 like it, about {hundredths} are right");
    assert_eq!(block(&changed, 0), Sure::unsure(doubt(55)));
    assert_eq!(block(&changed, 1), Sure::stated());
    assert_eq!(block(&changed, 99), Sure::stated());
    assert_eq!(seen(&changed, 'e', 0), (Standing::Unsure, doubt(62)));
    assert_eq!(seen(&changed, 'q', 0), (Standing::Unsure, doubt(79)));
    let (standing, why) = seen(&changed, 't', 1);
    assert!(standing == Standing::Unsure && why.starts_with(&doubt(40)) && why.contains("counted from"), "{why}");
    // two figures for one quote would only puzzle
    let both = article(|json| {
        json["quotes"][0]["certainty"] = 0.6.into();
        json["quotes"][0]["speaker"]["certainty"] = 0.79.into();
    });
    assert_eq!(seen(&both, 'q', 0), (Standing::Unsure, doubt(60)));
    // of a quote that is doubted and whose speaker was worked out, both are said
    let carried = changed.quotes.iter().position(|quote| quote.text.contains("It was long")).unwrap();
    let doubted = article(|json| json["quotes"][carried]["certainty"] = 0.5.into());
    let (standing, why) = seen(&doubted, 'q', carried);
    assert!(standing == Standing::Unsure && why.contains("about 50 are right; goes on"), "{why}");
}

#[test]
fn a_reader_settles_what_was_doubted() {
    let changed = article(|json| {
        for list in ["blocks", "entities", "times", "quotes"] {
            json[list][0]["certainty"] = 0.1.into();
            json[list][0]["basis"] = "reader".into();
        }
        json["quotes"][1]["speaker"]["basis"] = "reader".into();
        json["head"]["published"]["basis"] = "reader".into();
    });
    assert_eq!(block(&changed, 0).standing, Standing::Reader);
    for (kind, index) in [('e', 0), ('t', 0), ('q', 0), ('q', 1)] {
        assert_eq!(seen(&changed, kind, index), (Standing::Reader, "as you corrected it".to_owned()), "{kind}{index}");
    }
    assert_eq!(stamp(changed.head.published.as_ref().unwrap()), Sure::reader());
    assert!(!Standing::Reader.is_to_check() && Standing::Inferred.is_to_check() && Standing::Unsure.is_to_check());
}

#[test]
fn what_is_to_check_is_counted() {
    let counted = |article: &Article| to_check(article);
    let plain = article(|_| {});
    assert!(counted(&plain) >= 4, "{}", counted(&plain));
    let doubted = article(|json| json["entities"][0]["certainty"] = 0.5.into());
    assert_eq!(counted(&doubted), counted(&plain) + 1);
}

#[test]
fn numbers_that_lean_on_other_words_say_so() {
    let text = "OTTAWA (ANN) - It costs between $2 and 3 million and 62 percent in Ottawa, Canada.";
    let article = crate::parse(text, &crate::Options::default());
    for (index, quantity) in article.quantities.iter().enumerate() {
        let bare = quantity.text.bytes().all(|byte| byte.is_ascii_digit());
        let leans = bare || quantity.text.starts_with('$') && quantity.unit.as_deref() == Some("CAD");
        let standing = seen(&article, 'n', index).0;
        assert_eq!(standing == Standing::Inferred, leans, "{} {:?}", quantity.text, quantity.unit);
    }
    assert!(article.quantities.len() > 1);
}

#[test]
fn heads_say_how_sure_their_dates_are() {
    let article = |text: &str| crate::parse(text, &crate::Options::default());
    let either = article("Published: 03/04/2024\n\nFerries sail again\n\nThe strait is open, the mayor said.\n");
    let found = stamp(either.head.published.as_ref().unwrap());
    assert_eq!(found, Sure::unsure("nothing tells the day from the month"));
    let filed = article("Ferries sail again\n\nPORT ELDER, May 4 (ANN) - The strait is open, the mayor said.\n");
    let date = filed.head.dateline.as_ref().and_then(|dateline| dateline.date.as_ref()).unwrap();
    assert_eq!(dateline(date), Sure::unsure("nothing gives its year"));
    // the dateline's own date is not counted from itself
    let given = dated_story();
    let why = "its year is from the date you gave";
    assert_eq!(time(&given, "May 4"), (Standing::Inferred, why.to_owned()));
}

#[test]
fn a_line_and_a_word_say_the_same() {
    for standing in [Standing::Stated, Standing::Reader, Standing::Inferred, Standing::Unsure] {
        assert_eq!(standing.class().is_empty(), standing == Standing::Stated);
        assert_eq!(standing.word().is_empty(), standing == Standing::Stated);
    }
    // the list of words tells the reader where doubt begins
    let page = include_str!("../../../../index.html");
    assert!(page.contains(&format!("less than {DOUBTFUL} in 100 certain")));
}
