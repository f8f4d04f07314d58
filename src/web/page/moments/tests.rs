use super::*;

fn placed(value: &str) -> Option<String> {
    moment(value).map(|moment| moment.words)
}

#[test]
fn what_has_a_place_on_the_line() {
    for (value, words) in [
        ("2016-09-04", "Sunday 4 September 2016"),
        ("2016-09", "September 2016"),
        ("2016", "2016"),
        ("FY2016", "the 2016 financial year"),
        ("FY2016-Q1", "the first quarter of the 2016 financial year"),
        ("201", "the 2010s"),
        ("199X", "the 1990s"),
        ("19", "the 20th century"),
        ("20XX", "the 21st century"),
        ("2016-Q3", "the third quarter of 2016"),
        ("2016-H1", "the first half of 2016"),
        ("2016-SU", "summer 2016"),
        ("2022-W14", "the week of 4 April 2022"),
        ("2016-W36-WE", "the weekend of 10 September 2016"),
        ("2016-W36-1", "Monday 5 September 2016"),
        ("2016-09-04TEV", "the evening of 4 September 2016"),
        ("2025-05-07TMO", "the morning of 7 May 2025"),
        ("2016-09-04TDT", "daytime on 4 September 2016"),
        ("2016-09-04T19:30", "19:30 on 4 September 2016"),
        ("2016-09-04T24:00", "24:00 on 4 September 2016"),
        ("2016-09-04T19:30:05-05:00", "19:30:05 UTC−5 on 4 September 2016"),
        ("2016-09-04T19:30+05:30", "19:30 UTC+5:30 on 4 September 2016"),
        ("2016-09-04T19:30Z", "19:30 UTC on 4 September 2016"),
        ("2023-06-26T05", "5am on 26 June 2023"),
        ("2023-06-26T12", "12pm on 26 June 2023"),
    ] {
        assert_eq!(placed(value).as_deref(), Some(words), "{value}");
    }
}

#[test]
fn what_has_no_place_on_the_line() {
    for value in [
        "",
        "P5Y",
        "XXXX-09-05",
        "PRESENT_REF",
        "2016-13",
        "2016-00",
        "2016-02-30",
        "2016-Q0",
        "2016-Q9999999999",
        "2016-H3",
        "2016-W60",
        "T12:00",
        "é-ü",
        "2016-é",
        "2016-XX-XX",
        "2016-09-XX",
        "XX",
        "XXX",
        "2016-09-04T",
        "2016-09-04Té",
        "2016-09-04T25:00",
        "2016-W36-9",
        "-5",
        "+201",
        "2016-+9",
    ] {
        assert_eq!(placed(value), None, "{value}");
    }
}

#[test]
fn what_is_open_is_said_to_be() {
    for (value, words) in [
        ("XXXX-09-05", "5 September, year unknown"),
        ("XXXX-02-29", "29 February, year unknown"),
        ("XXXX-09", "September, year unknown"),
        ("XXXX-SU", "summer, year unknown"),
        ("XXXX-Q1", "the first quarter, year unknown"),
        ("XXXX-H2", "the second half, year unknown"),
        ("XXXX-WXX-2", "a Tuesday"),
        ("XXXX-WXX-3TNI", "a Wednesday night"),
        ("XXXX-WXX-4T12:00", "12:00 on a Thursday"),
        ("XXXX-WXX", "a week"),
        ("XXXX-WXX-WE", "a weekend"),
        ("XXXX-XX-XX", "a day"),
        ("XXXX-XX", "a month"),
        ("XXXX-QX", "a quarter"),
        ("XXXX-HX", "a half-year"),
        ("XXXX", "a year"),
        ("XXX", "a decade"),
        ("XX", "a century"),
        ("2016-XX-XX", "a day in 2016"),
        ("2016-09-XX", "a day in September 2016"),
        ("2001-XX-XXT09:14", "09:14 on a day in 2001"),
        ("XXXX-XX-XXT14:05", "14:05, day unknown"),
        ("T14:30", "14:30, day unknown"),
        ("XXXX-XX-XXTEV", "an evening"),
        ("TMO", "a morning"),
        ("XXXX-01-04T18:00", "18:00 on 4 January, year unknown"),
        ("PAST_REF", "some time in the past"),
        ("FUTURE_REF", "some time in the future"),
        ("PRESENT_REF", "now"),
    ] {
        assert_eq!(in_words(TimeKind::Date, value).as_deref(), Some(words), "{value}");
    }
}

#[test]
fn how_long_and_how_often() {
    for (kind, value, words) in [
        (TimeKind::Duration, "P5Y", "5 years"),
        (TimeKind::Duration, "P1D", "1 day"),
        (TimeKind::Duration, "P3D", "3 days"),
        (TimeKind::Duration, "PXD", "some days"),
        (TimeKind::Duration, "PXX", "some time"),
        (TimeKind::Duration, "PTXM", "some minutes"),
        (TimeKind::Duration, "PT2H30M", "2 hours 30 minutes"),
        (TimeKind::Duration, "P2DT12H", "2 days 12 hours"),
        (TimeKind::Duration, "P2DE", "2 decades"),
        (TimeKind::Duration, "P1Y6M", "1 year 6 months"),
        (TimeKind::Duration, "P33.5M", "33.5 months"),
        (TimeKind::Duration, "P1000000Y", "1,000,000 years"),
        (TimeKind::Set, "P1D", "every day"),
        (TimeKind::Set, "P2W", "every 2 weeks"),
        (TimeKind::Set, "PXD", "every few days"),
        (TimeKind::Set, "PT1H", "every hour"),
        (TimeKind::Set, "P2DT12H", "every 2 days 12 hours"),
        (TimeKind::Set, "XXXX-WXX-5", "every Friday"),
        (TimeKind::Set, "XXXX-WXX-1TNI", "every Monday night"),
        (TimeKind::Set, "XXXX-WXX-1T18:00", "18:00 on every Monday"),
        (TimeKind::Set, "XXXX-WXX-WE", "every weekend"),
        (TimeKind::Set, "XXXX-12", "every December"),
        (TimeKind::Set, "XXXX-WI", "every winter"),
        (TimeKind::Set, "XXXX-Q2", "the second quarter of every year"),
        (TimeKind::Set, "XXXX-XX-XX", "every day"),
        (TimeKind::Set, "XXXX-XX-XXTEV", "every evening"),
        (TimeKind::Set, "XXXX-XX-XXT06:00", "06:00 every day"),
        (TimeKind::Set, "XXXX-12-25", "25 December every year"),
        (TimeKind::Set, "XXXX", "every year"),
    ] {
        assert_eq!(in_words(kind, value).as_deref(), Some(words), "{value}");
    }
    for value in ["P", "P5é", "P5", "PY", "PT5", "PT5HT5H", "P5YX", "PT", "é", "X", "XXXX-13-40", "2016-02-30"] {
        assert_eq!(in_words(TimeKind::Duration, value), None, "{value}");
    }
}

/// One of every shape of value in some five thousand stories, and what the grammar gives besides.
#[test]
fn no_shape_that_reading_gives_is_left_a_code() {
    let dates = "2016 2016-09-05 PRESENT_REF 2016-09 XXXX-WXX-5 PAST_REF XXXX-09-05 XXXX 2016-W14 XXXX-09 XXXX-XX-XX 199X \
        FUTURE_REF XXXX-WXX XXXX-XX 2016-Q3 XXXX-SP 19 2016-SU 2016-FA 2016-W14-WE 2016-SP XXXX-SU XXXX-FA \
        XXXX-WXX-WE XXXX-W14 2016-WI XXXX-Q3 2016-H1 XXXX-WI XXXX-H1 2016-XX-XX XX XXX XXXX-QX XXXX-HX 2016-09-XX FY2016 \
        2016-09-05T14:30 2016-09-05TNI 2016-09-05TMO XXXX-XX-XXT14:30 2016-09-05TAF XXXX-XX-XXTNI 2016-09-05TEV \
        XXXX-XX-XXTMO XXXX-WXX-5TNI XXXX-WXX-5TMO XXXX-WXX-5T14:30 XXXX-09-05T14:30 XXXX-WXX-5TEV XXXX-WXX-5TAF \
        XXXX-XX-XXTEV XXXX-XX-XXTAF 2016-09-05T14:30:05 2016-XX-XXT14:30:05 2016-XX-XXT14:30 XXXX-XX-XXTDT \
        XXXX-09TMO 2016-09TMO XXXX-SUTNI 2016-SUTNI 2016-09-XXTNI XXXX-WXXTMO 2016-W14TMO 2016-W14-WETNI 2016TMO \
        2016-09-05T14:30Z 2016-09-05T14:30+02:00 2016-09-05T14:30:05Z 2016-09-05T05 2016-09-05T14:30:05-05:00";
    let durations = "P2Y P22Y PXY P2D P2M P2W PXM PXD PT2H PXW PT22M P22D PT22H PXX PT2M P22M P222Y PTXH PTXM PTXS PT22S P22W \
        P2Y2M P2222Y P2Q PT2H22M PT2S P2.2M P2222D PT2222H PXQ P22Y2M PT222M P2222222Y PT2.2S PT2M22S P2DT22H \
        P222222Y P22.2M PT22222S PT750000000H P2W2D P2YT2H P2Y2M22D PT2H22M22.2S";
    for kind in [TimeKind::Date, TimeKind::Time, TimeKind::Set, TimeKind::Duration] {
        for value in dates.split_whitespace().chain(durations.split_whitespace()) {
            let Some(words) = in_words(kind, value) else { panic!("{value} has no words") };
            assert!(!is_code(&words), "{value} is told as {words}");
        }
    }
}

/// Whether a word of `words` looks like a TIMEX3 value.
fn is_code(words: &str) -> bool {
    words.split([' ', ',']).any(|word| {
        let upper = word.bytes().filter(u8::is_ascii_uppercase).count();
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        word.contains("XX")
            || word.contains('_')
            || upper > 1 && !word.starts_with("UTC")
            || word.contains('-') && digits > 0
    })
}

#[test]
fn every_time_that_is_read_is_told_in_words() {
    let text = "SOUTH HAVEN, May 4 (ANN) - The harbour closed on Tuesday night, two weeks ago, in the spring of 1994 and in \
        the 1990s. It opens every Monday, twice a week, every few days, on weekends and in the third quarter. It took \
        2 1/2 days, some time, several months and a century. At 2.30pm on Friday, at midnight on 5 June, early this \
        month, last weekend, in the first half, now, recently and soon, on 03/04/2021, in FY2020, last decade.";
    for given in ["", "2021-05-04"] {
        let options = crate::Options { published: given.parse().ok(), ..Default::default() };
        let article = crate::parse(text, &options);
        assert!(article.times.len() > 20, "{}", article.times.len());
        for time in &article.times {
            let words = told(time);
            assert!(!is_code(&words) && !words.is_empty(), "{} = {} is told as {words}", time.text, time.value);
        }
    }
}

#[test]
fn the_text_stands_for_what_has_no_words() {
    let article = crate::parse("It sank twice a week,\nand yesterday.", &crate::Options::default());
    let mut times = article.times.into_iter();
    assert_eq!(times.next().map(|time| told(&time)).as_deref(), Some("twice a week"));
    let mut time = times.next().unwrap();
    time.value = "BC0044-ZZ".to_owned();
    assert_eq!(told(&time), "yesterday");
    assert_eq!(dated("soon-ish", "Sept\n5"), "Sept 5");
}

#[test]
fn both_readings_of_figures_are_told() {
    let stamp = |value: &str, alternatives: &[&str], zone: Option<&str>| Stamp {
        alternatives: alternatives.iter().map(|&value| value.to_owned()).collect(),
        zone: zone.map(ToOwned::to_owned),
        ..Stamp::new(value.to_owned(), crate::Basis::Timestamp)
    };
    let both = stamp("2024-XX-XX", &["2024-03-04", "2024-04-03"], None);
    assert_eq!(stamped(&both, "03/04/2024"), "4 March or 3 April 2024");
    let both = stamp("2024-XX-XXT09:14", &["2024-03-04T09:14", "2024-04-03T09:14"], None);
    assert_eq!(stamped(&both, "03/04/2024 09:14"), "4 March or 3 April 2024, 09:14");
    assert_eq!(stamped(&stamp("2021-07-29T17:05", &[], Some("MYT")), ""), "Thursday 29 July 2021, 17:05 MYT");
    let offset = stamp("2021-07-29T17:05+02:00", &[], Some("GMT+2"));
    assert_eq!(stamped(&offset, ""), "Thursday 29 July 2021, 17:05 GMT+2");
    assert_eq!(stamped(&stamp("2021-07-29T17:05Z", &[], None), ""), "Thursday 29 July 2021, 17:05 UTC");
    assert_eq!(stamped(&stamp("no date", &[], None), "as\nprinted"), "as printed");
    for (text, value, words) in [
        ("03/04/2024", "2024-XX-XX", Some("4 March or 3 April 2024")),
        ("3.4.24", "2024-XX-XX", Some("4 March or 3 April 2024")),
        ("a day in 2024", "2024-XX-XX", None),
        ("yesterday", "2016-09-04", Some("4 September 2016")),
        ("the third quarter", "2016-Q3", Some("third quarter of 2016")),
        ("Friday evening", "2016-09-02TEV", Some("2 September 2016")),
        ("the nineties", "199X", Some("1990s")),
        ("the 1990s", "199X", None),
        ("5 September 2016", "2016-09-05", None),
        ("Tuesday", "XXXX-WXX-2", None),
        ("five days", "P5D", None),
    ] {
        assert_eq!(brief(text, value).as_deref(), words, "{text}");
    }
}

#[test]
fn the_line_runs_from_what_begins_first_and_the_longer_goes_before() {
    let values = ["201", "2016", "2016-01", "2016-01-01", "2016-01-01T09:15", "2016-01-01TEV", "2016-01-02", "2016-Q2"];
    let moments: Vec<_> = values.iter().filter_map(|value| moment(value)).collect();
    assert_eq!(moments.len(), values.len());
    assert!(moments.windows(2).all(|pair| pair[0].key() <= pair[1].key()));
}

#[test]
fn distances_are_told_only_as_exactly_as_both_ends_are_known() {
    for (from, to, words) in [
        ("2016-09-04", "2016-09-05", None),
        ("2016-09-01", "2016-09-15", Some("14 days later")),
        ("2016-09-01T10:00", "2016-09-15TEV", Some("14 days later")),
        ("2016-01-01", "2016-09-01", Some("8 months later")),
        ("2016-01-31", "2016-09-29", Some("over 7 months later")),
        ("2011-03-01", "2016-09-04", Some("over 5 years and 6 months later")),
        ("2012-02-29", "2016-02-29", Some("4 years later")),
        ("2016-09-05", "2016-09-04", None),
        ("2016-09", "2016-10", Some("the following month")),
        ("2016-09", "2016-11", Some("2 months later")),
        ("2016-09-05", "2016-10", Some("the following month")),
        ("2016-09-05", "2016-12", None),
        ("2021-11", "2022", Some("the following year")),
        ("2021-11-30", "2022", Some("the following year")),
        ("2021", "2022", Some("the following year")),
        ("2021", "2024", None),
        ("2021", "2021-05", None),
        ("2016-W10", "2016-W13", Some("3 weeks later")),
        ("2016-W10", "2016-W11", Some("the following week")),
        ("2015-WI", "2016", None),
        ("199X", "2016-09-05", None),
        ("FY2015", "2016", None),
    ] {
        let (from, to) = (moment(from).unwrap(), moment(to).unwrap());
        assert_eq!(gap(&from, &to).as_deref(), words, "{} → {}", from.words, to.words);
    }
}

#[test]
fn what_is_open_is_told_in_words() {
    let told_of = |text: &str| {
        let options = crate::Options::new().with_published("2024-05-15".parse().expect("a date"));
        let story = format!("Ferry sails again\n\nARDMOUTH (AP) - {text}\n");
        told(crate::parse(&story, &options).times.last().expect("a time"))
    };
    assert_eq!(told_of("The pier has stood since 1998."), "after 1998");
    assert_eq!(told_of("They will decide by Friday."), "before Friday 17 May 2024");
    assert_eq!(told_of("The pier burnt in early May 2010."), "the start of May 2010");
    assert_eq!(told_of("The repair took about three years."), "about 3 years");
    assert_eq!(told_of("The boat sails every morning."), "every morning");
    assert_eq!(told_of("The boat sails every weekend."), "every weekend");
    assert_eq!(told_of("The boat sails every day at six o'clock."), "06:00 every day");
}

#[test]
fn a_length_says_which_days_it_covers() {
    let read = |words: &str| {
        let story =
            format!("Quay news\n\nPORT ELDER, May 3, 2023 (ANN) - The quay {words}, the harbour master said.\n");
        let times = crate::parse(&story, &crate::Options::new()).times;
        told_whole(times.last().expect("a time"))
    };
    assert_eq!(read("was closed in the past five years"), "5 years, from 2018 to 2023");
    assert_eq!(
        read("will be closed for the next two weeks"),
        "2 weeks, from Wednesday 3 May 2023 to Wednesday 17 May 2023"
    );
    assert_eq!(read("was closed for five years"), "5 years");
}
