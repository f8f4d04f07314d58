//! The command line as it is used: the built program with files, streams and mistakes.
#![cfg(not(target_arch = "wasm32"))]

mod invariants;
mod program;

use invariants::violations;
use program::{breakdown, breakdowns, file, mistake, nutgraf, run, values};
use serde_json::Value;
use std::io::{Read, Write};
use std::thread;

/// Letters of one to four bytes, a combining mark, a joined emoji, a byte order mark and CRLF.
const HARD: &str = "\u{feff}Café 𝒩ord ferry\r\n\r\nPORT ELDER, May 3 (Reuters) - “Cafe\u{301} déjà vu 👩🏽‍🚀,” the mayor said. 漢字 end.\r\n";

#[test]
fn a_file_and_standard_input_give_the_same() {
    let path = file("hard.txt", HARD);
    let from_file = breakdown(&run(&[&path], b""));
    assert_eq!(violations(HARD, &from_file), [""; 0]);
    assert_eq!(from_file["offsets"], "utf16");
    assert_eq!(breakdown(&run(&[], HARD.as_bytes())), from_file);
    assert_eq!(breakdown(&run(&["-"], HARD.as_bytes())), from_file);
    let printed = run(&[&path], b"").stdout;
    assert!(printed.starts_with(b"{\n  \"schema\": \"nutgraf/1\",\n") && printed.ends_with(b"}\n"), "pretty JSON");
}

#[test]
fn several_files_give_one_breakdown_each_in_their_order() {
    let texts = ["One ferry.", "Two ferries.\n", "Three."];
    let paths = [file("one.txt", texts[0]), file("two.txt", texts[1]), file("three.txt", texts[2])];
    let all = breakdowns(&run(&[&paths[0], &paths[1], "-", &paths[2]], b"Between."));
    let lengths: Vec<u64> = all.iter().filter_map(|article| article["length"].as_u64()).collect();
    assert_eq!(lengths, [10, 13, 8, 6]);
}

#[test]
fn offsets_slice_the_text_in_every_unit() {
    let record = serde_json::json!({ "id": 1, "text": HARD }).to_string();
    for (unit, length) in
        [("utf8", HARD.len()), ("utf16", HARD.encode_utf16().count()), ("codepoint", HARD.chars().count())]
    {
        let article = breakdown(&run(&["--offsets", unit], HARD.as_bytes()));
        assert_eq!(article["length"], length, "{unit}");
        assert_eq!(violations(HARD, &article), [""; 0], "{unit}");
        // the last block ends with the text's last letter, whatever comes before it
        let last = article["blocks"].as_array().and_then(|blocks| blocks.last()).expect("a block");
        assert_eq!(last["end"], length - 2, "{unit}: before the last line break");
        let of_line = breakdown(&run(&[&format!("--offsets={unit}"), "--jsonl"], record.as_bytes()));
        assert_eq!((&of_line["length"], &of_line["blocks"]), (&article["length"], &article["blocks"]), "{unit}");
    }
}

#[test]
fn lines_are_answered_in_order_and_bad_ones_in_their_place() {
    let lines = [
        r#"{"id": "a", "text": "One ferry.", "published": "2016-09-05", "url": "http://example.com/x", "more": [1]}"#,
        "",
        r#"{"id": 7}"#,
        r#"{"id": {"k": 1}, "text": 5}"#,
        "not JSON",
        r#"["id", "text"]"#,
        r#"{"text": "No id."}"#,
        "   ",
        r#"{"id": null, "text": ""}"#,
    ];
    let output =
        run(&["--jsonl"], (lines.join("\n") + "\r\n{\"id\": 9, \"text\": \"The last, without a break.\"}").as_bytes());
    assert_eq!(output.status.code(), Some(1), "a line was bad");
    assert!(output.stderr.is_empty());
    assert_eq!(output.stdout.split_inclusive(|&byte| byte == b'\n').count(), 8, "one line for each that is not blank");
    let answers = values(&output);
    let ids: Vec<String> = answers.iter().map(|answer| answer["id"].to_string()).collect();
    assert_eq!(ids, ["\"a\"", "7", "{\"k\":1}", "null", "null", "null", "null", "9"]);
    let bad: Vec<bool> = answers.iter().map(|answer| answer.get("error").is_some()).collect();
    assert_eq!(bad, [false, true, true, true, true, false, false, false]);
    for answer in &answers {
        match answer["error"].as_str() {
            Some(error) => assert!(!error.is_empty() && answer.as_object().is_some_and(|answer| answer.len() == 2)),
            None => assert_eq!(answer["schema"], "nutgraf/1"),
        }
    }
}

#[test]
fn good_lines_alone_end_well() {
    let output = run(&["--jsonl"], b"{\"id\":1,\"text\":\"A.\"}\n{\"id\":2,\"text\":\"B.\"}\n");
    assert_eq!(breakdowns(&output).len(), 2);
    assert!(breakdowns(&run(&["--jsonl"], b"")).is_empty());
}

#[test]
fn what_the_caller_knows_reaches_the_reading() {
    let line = br#"{"id": 1, "text": "Ferry resumes", "published": "2016-09-05", "url": "http://www.example.com/a"}"#;
    let article = breakdown(&run(&["--jsonl"], line));
    assert_eq!(article["id"], 1);
    assert_eq!(violations("Ferry resumes", &article), [""; 0]);
}

#[test]
fn a_record_whose_date_cannot_be_read_is_refused_and_the_rest_still_runs() {
    let lines = [
        r#"{"id": 1, "text": "Ferry resumes", "published": "03/05/2023"}"#,
        r#"{"id": 2, "text": "Ferry resumes", "published": "2023-02-30"}"#,
        r#"{"id": 3, "text": "Ferry resumes", "published": ""}"#,
        r#"{"id": 4, "text": "Ferry resumes", "dateOrder": "ymd"}"#,
        r#"{"id": 5, "text": "Ferry resumes", "published": null, "dateOrder": null, "url": null}"#,
        r#"{"id": 6, "text": "Ferry resumes", "published": "20230503T0830Z"}"#,
    ];
    let output = run(&["--jsonl"], lines.join("\n").as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let answers = values(&output);
    let date = "published: expected an ISO 8601 date such as 2016-09-05, found ";
    assert_eq!(answers[0], serde_json::json!({ "id": 1, "error": format!("{date}\"03/05/2023\"") }));
    assert_eq!(answers[1]["error"], format!("{date}\"2023-02-30\""));
    assert_eq!(answers[2]["error"], format!("{date}\"\""));
    assert_eq!(answers[3]["error"], "dateOrder: expected dmy or mdy, found \"ymd\"");
    assert_eq!(answers[4]["head"].get("published"), None);
    assert_eq!(answers[5]["head"]["published"], serde_json::json!({ "value": "2023-05-03T08:30Z", "basis": "option" }));
}

/// A date in figures that fits both ways, beside a day that is counted from the story's own.
const OPEN: &str = "Ferry pier to close\n\nThe pier closed on 03/04/2024, the mayor said yesterday.";

#[test]
fn the_caller_says_what_is_known_of_plain_files() {
    let path = file("open.txt", OPEN);
    let url = "http://www.echo.example/a";
    let call = ["--published", "2024-06-12", "--url", url, "--date-order", "mdy", &path];
    let article = breakdown(&run(&call, b""));
    assert_eq!(article["head"]["published"], serde_json::json!({ "value": "2024-06-12", "basis": "option" }));
    assert_eq!(article["head"]["url"], serde_json::json!({ "value": url, "host": "www.echo.example" }));
    let times = |article: &Value| -> Vec<String> {
        article["times"].as_array().into_iter().flatten().map(|time| time["value"].to_string()).collect()
    };
    assert_eq!(times(&article), ["\"2024-03-04\"", "\"2024-06-11\""]);
    let day_first = breakdown(&run(&["--date-order=dmy", "--published=20240612"], OPEN.as_bytes()));
    assert_eq!(times(&day_first), ["\"2024-04-03\"", "\"2024-06-11\""]);
}

#[test]
fn what_the_call_says_holds_for_records_that_say_nothing() {
    let record = |more: Value| {
        let mut record = serde_json::json!({ "id": 1, "text": OPEN });
        record.as_object_mut().expect("a record").extend(more.as_object().expect("keys").clone());
        record.to_string()
    };
    let own = serde_json::json!({ "published": "2020-02-02", "url": "http://own.example/", "dateOrder": "dmy" });
    let input = [record(serde_json::json!({})), record(own)].join("\n");
    let call = ["--jsonl", "--published", "2024-06-12", "--url", "http://call.example/", "--date-order", "mdy"];
    let all = breakdowns(&run(&call, input.as_bytes()));
    for (article, published, host, date) in
        [(&all[0], "2024-06-12", "call.example", "2024-03-04"), (&all[1], "2020-02-02", "own.example", "2024-04-03")]
    {
        assert_eq!(article["head"]["published"]["value"], published);
        assert_eq!(article["head"]["url"]["host"], host);
        assert_eq!(article["times"][0]["value"], date);
    }
}

#[test]
fn mistakes_end_with_one_line_and_status_two() {
    let here = env!("CARGO_MANIFEST_DIR");
    for (arguments, named) in [
        (vec!["no-such-file.txt"], "no-such-file.txt"),
        (vec![here], here),
        (vec!["--nonsense"], "--nonsense"),
        (vec!["-x"], "-x"),
        (vec!["--offsets"], "--offsets"),
        (vec!["--offsets", "utf32"], "utf32"),
        (vec!["--format", "docx"], "docx"),
        (vec!["--jsonl", "--format", "json"], "--jsonl and --csv write breakdowns as JSON Lines and take no --format"),
        (vec!["--published", "May 3, 2023"], "expected an ISO 8601 date such as 2016-09-05, found \"May 3, 2023\""),
        (vec!["--jsonl", "--published", "2023-02-30"], "--published: expected an ISO 8601 date"),
        (vec!["--published"], "--published"),
        (vec!["--date-order", "ymd"], "--date-order: expected dmy or mdy, found \"ymd\""),
        (vec!["--url"], "--url"),
        (vec!["--jsonl", "a.txt"], "a.txt"),
    ] {
        let said = mistake(&run(&arguments, b""));
        assert!(said.contains(named), "{said}");
    }
}

#[test]
fn help_and_version() {
    for option in ["--help", "-h"] {
        let output = run(&[option], b"");
        assert_eq!(output.status.code(), Some(0));
        let help = String::from_utf8(output.stdout).expect("UTF-8");
        for option in [
            "FILE",
            "--jsonl",
            "--published",
            "--url",
            "--date-order",
            "dmy",
            "mdy",
            "--offsets",
            "utf16",
            "utf8",
            "codepoint",
            "--format",
            "--corrections",
            "--csv",
            "--column",
            "--threads",
            "--output",
            "--resume",
            "--audit",
            "--version",
        ] {
            assert!(help.contains(option), "{option} in {help}");
        }
        assert!(help.lines().all(|line| line.chars().count() <= 100), "fits a terminal");
    }
    for option in ["--version", "-V"] {
        let output = run(&[option], b"");
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(output.stdout, format!("nutgraf {}\n", env!("CARGO_PKG_VERSION")).as_bytes());
    }
}

#[test]
fn nothing_and_white_space_give_an_empty_breakdown() {
    for text in ["", " \r\n\t\u{a0} \n"] {
        let article = breakdown(&run(&[], text.as_bytes()));
        assert_eq!(article["blocks"], serde_json::json!([]));
        assert_eq!(violations(text, &article), [""; 0]);
    }
}

#[test]
fn a_nul_is_a_letter_like_any_other() {
    let text = "Ferry\0 resumes\n\n\0\0\n\nBoats sail\0again.";
    let article = breakdown(&run(&[], text.as_bytes()));
    assert_eq!(violations(text, &article), [""; 0]);
}

#[test]
fn what_is_not_utf8_is_read_as_far_as_it_goes_and_said() {
    let path = file("latin1.txt", b"Caf\xe9 opens\n\nThe caf\xe9 opens on Monday.");
    let article = breakdown(&run(&[&path], b""));
    assert_eq!(article["warnings"][0]["code"], "not-utf8");
    let message = article["warnings"][0]["message"].as_str().expect("a message");
    assert!(message.contains("byte 3"), "{message}");
    assert_eq!(violations("Caf\u{fffd} opens\n\nThe caf\u{fffd} opens on Monday.", &article), [""; 0]);
}

#[test]
fn a_lone_surrogate_is_replaced_and_said() {
    for (escaped, text) in [
        (r"A \ud83d ferry", "A \u{fffd} ferry"),
        (r"A \ude00 ferry", "A \u{fffd} ferry"),
        (r"A ferry \ud83d", "A ferry \u{fffd}"),
        (r"\ude00\ud83d", "\u{fffd}\u{fffd}"),
        (r"A \ud83d\ud83d\ude00", "A \u{fffd}😀"),
    ] {
        let line = format!("{{\"id\": 1, \"text\": \"{escaped}\"}}");
        let article = breakdown(&run(&["--jsonl"], line.as_bytes()));
        assert_eq!(article["warnings"][0]["code"], "lone-surrogate", "{escaped}");
        assert_eq!(violations(text, &article), [""; 0], "{escaped}");
    }
    // a whole pair is a letter, and nothing to warn of
    let article = breakdown(&run(&["--jsonl"], br#"{"id": 1, "text": "A \ud83d\ude00 ferry"}"#));
    assert_eq!(violations("A 😀 ferry", &article), [""; 0]);
    let codes: Vec<&Value> =
        article["warnings"].as_array().into_iter().flatten().map(|warning| &warning["code"]).collect();
    assert!(!codes.contains(&&Value::from("lone-surrogate")));
}

#[test]
fn ten_megabytes_in_one_line() {
    let text = "“Boats sail again,” Mayor Ana Costa said on Tuesday. ".repeat(10 * 1024 * 1024 / 57 + 1);
    assert!(text.len() >= 10 * 1024 * 1024);
    let output = run(&[], text.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let head = String::from_utf8_lossy(&output.stdout[..200]).into_owned();
    assert!(head.contains(&format!("\"length\": {},", text.encode_utf16().count())), "{head}");
    assert!(output.stdout.ends_with(b"}\n"));
}

/// `nutgraf … | head` is not a failure.
#[test]
fn a_reader_who_has_enough() {
    let mut child = nutgraf(&["--jsonl"]).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let writer = thread::spawn(move || {
        // until the program takes no more
        while stdin.write_all(b"{\"id\": 1, \"text\": \"Boats sail again, the mayor said.\"}\n").is_ok() {}
    });
    let mut first = [0; 10];
    child.stdout.take().expect("a pipe").read_exact(&mut first).expect("output");
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A story of which a reader changed something, with a letter of two UTF-16 units before the place.
const CORRECTED: &str = "𝒩ews of the quay\n\nFerry resumes after storm\n\nPORT ELDER, May 3 (Reuters) - Boats sail again, Mayor Ada Quill said on Tuesday.";

/// The place of `words` in [`CORRECTED`], in UTF-16.
fn place(words: &str) -> Value {
    let start = CORRECTED.find(words).map(|at| CORRECTED[..at].encode_utf16().count()).expect("the words");
    serde_json::json!({ "start": start, "end": start + words.encode_utf16().count(), "words": words })
}

fn changes() -> Value {
    serde_json::json!([
        { "change": "role", "at": place("𝒩ews of the quay"), "role": "section" },
        { "change": "time", "at": place("Tuesday"), "value": "2022-05-03" },
        { "change": "quote", "at": place("Boats sail again"), "speaker": { "name": "a captain" } },
    ])
}

#[test]
fn corrections_of_a_file_are_taken_in() {
    let text = file("corrected.txt", CORRECTED);
    let list = file("corrections.json", changes().to_string());
    let article = breakdown(&run(&["--corrections", &list, &text], b""));
    assert_eq!(violations(CORRECTED, &article), [""; 0]);
    assert_eq!(article["head"]["section"]["text"], "𝒩ews of the quay");
    assert_eq!((&article["blocks"][0]["role"], &article["blocks"][0]["basis"]), (&"section".into(), &"reader".into()));
    let time = article["times"].as_array().and_then(|times| times.iter().find(|time| time["text"] == "Tuesday"));
    assert_eq!(time.map(|time| (&time["value"], &time["basis"])), Some((&"2022-05-03".into(), &"reader".into())));
    assert_eq!(article["quotes"][0]["speaker"]["name"], "a captain");
    // standard input, and records with corrections of their own
    assert_eq!(breakdown(&run(&["--corrections", &list], CORRECTED.as_bytes())), article);
    let record = serde_json::json!({ "id": 1, "text": CORRECTED, "corrections": changes() }).to_string();
    let mut of_line = breakdown(&run(&["--jsonl"], record.as_bytes()));
    of_line.as_object_mut().expect("an object").remove("id");
    assert_eq!(of_line, article);
}

#[test]
fn each_format_is_written_from_files_and_standard_input() {
    let text = file("format.txt", CORRECTED);
    let list = file("format-corrections.json", changes().to_string());
    let help = String::from_utf8(run(&["--help"], b"").stdout).expect("UTF-8");
    for &format in nutgraf::Format::ALL {
        let name = format.as_str();
        assert!(help.contains(name), "{name}");
        let written = run(&["--format", name, "--corrections", &list, &text], b"");
        assert_eq!((written.status.code(), &*written.stderr), (Some(0), &b""[..]), "{name}");
        assert!(!written.stdout.is_empty(), "{name}");
        let from_input = run(&["--format", name, "--corrections", &list], CORRECTED.as_bytes());
        assert_eq!(written.stdout, from_input.stdout, "{name}");
        let plain = run(&["--format", name, &text], b"").stdout;
        let holds = !matches!(format, nutgraf::Format::Numbers);
        assert_eq!(plain != written.stdout, holds, "{name}: the corrections are taken in");
    }
    let spoiled = run(&["--format", "text"], b"Ferry resumes \xff");
    let said = String::from_utf8(spoiled.stderr).expect("UTF-8");
    assert!(said.starts_with("nutgraf: standard input: the input is not UTF-8"), "{said}");
}

#[test]
fn two_versions_are_compared() {
    let before = file("before.txt", "Ferry resumes\n\nSome 300 boats sail again, the mayor said.");
    let after = "Ferry resumes\n\nSome 400 boats sail again, the mayor said.";
    let said = run(&["--compare", &before, "-"], after.as_bytes());
    let said = String::from_utf8(said.stdout).expect("UTF-8");
    assert!(
        said.contains("number changed: Some 300 boats → Some 400 boats") && said.contains("1 changed, 0 added"),
        "{said}"
    );
    let compared = breakdown(&run(&["--format", "json", "--compare", &before, "-"], after.as_bytes()));
    assert_eq!(compared["schema"], "nutgraf-comparison/1");
    assert_eq!(compared["facts"][0]["what"], "number");
    let said = mistake(&run(&["--compare", &before], b""));
    assert!(said.contains("--compare takes two files, found 1"), "{said}");
    mistake(&run(&["--compare", &before, "no-such-file.txt"], b""));
}

#[test]
fn a_document_holds_the_corrections_and_gives_them_again() {
    let text = file("document.txt", CORRECTED);
    let list = file("document-corrections.json", changes().to_string());
    let plain = breakdown(&run(&["--corrections", &list, &text], b""));
    let document = breakdown(&run(&["--corrections", &list, "--format", "document", &text], b""));
    assert_eq!((&document["schema"], &document["text"]), (&"nutgraf-document/1".into(), &CORRECTED.into()));
    assert_eq!(document["article"], plain);
    assert_eq!(document["corrections"][1]["at"]["start"], changes()[1]["at"]["start"], "in the unit of the document");
    let saved = file("document.json", document.to_string());
    assert_eq!(breakdown(&run(&["--corrections", &saved, &text], b"")), plain);
    // of an edited form of the text, in another unit
    let edited = CORRECTED.replace("Ferry resumes", "𝒩o ferry resumes");
    let article = breakdown(&run(&["--corrections", &saved, "--offsets", "codepoint"], edited.as_bytes()));
    assert_eq!(violations(&edited, &article), [""; 0]);
    assert_eq!(article["quotes"][0]["speaker"]["name"], "a captain");
}

#[test]
fn corrections_that_hold_nowhere_are_said_and_left_out() {
    let list = file("orphans.json", changes().to_string());
    let edited = CORRECTED.replace("Tuesday", "Friday");
    let path = file("orphans.txt", &edited);
    let output = run(&["--corrections", &list, &path], b"");
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stderr.clone()).expect("UTF-8");
    assert_eq!(
        said,
        format!("nutgraf: {path}: correction 2 is left out: the words \"Tuesday\" are gone, or stand among others\n")
    );
    let article = values(&output).remove(0);
    assert_eq!(article["warnings"][0]["code"], "orphaned-correction");
    assert_eq!(violations(&edited, &article), [""; 0]);
}

#[test]
fn corrections_that_cannot_be_read_say_what_is_expected() {
    let place = place("Tuesday");
    for (json, named) in [
        ("", "expected a list of corrections or a saved document"),
        ("5", "expected a list of corrections or a saved document"),
        ("{}", "missing field `schema`"),
        (
            r#"{"schema": "nutgraf/1", "text": ""}"#,
            "expected a document of schema nutgraf-document/1, found \"nutgraf/1\"",
        ),
        (r#"[{"change": "colour"}]"#, "expected role, split, join, entity,"),
        (r#"[{"change": "split"}]"#, "split: expected \"at\""),
        (&format!(r#"[{{"change": "role", "at": {place}, "role": "title"}}]"#), "role: role: expected url, counter,"),
        (&format!(r#"[{{"change": "speaker", "at": {place}, "speakr": 1}}]"#), "unknown field `speakr`"),
        (&format!(r#"[{{"change": "split", "at": {place}, "role": "url"}}]"#), "split: has no \"role\""),
        (
            &format!(r#"[{{"change": "time", "at": {place}, "value": "soon"}}]"#),
            "expected a TIMEX3 value such as 2016-09-05",
        ),
        (&format!(r#"[{{"change": "quantity", "at": {place}, "value": "3"}}]"#), "expected a number as \"value\""),
        (&format!(r#"[{{"change": "remove", "at": {place}, "item": "name"}}]"#), "item: expected entity, mention,"),
        (r#"[{"change": "published", "value": "May 3"}]"#, "expected an ISO 8601 date"),
    ] {
        let path = file("unreadable.json", json);
        let said = mistake(&run(&["--corrections", &path], b"text"));
        assert!(said.contains("--corrections") && said.contains(named), "{named}: {said}");
    }
    let said = mistake(&run(&["--corrections", "no-such.json"], b"text"));
    assert!(said.contains("--corrections: cannot read no-such.json"), "{said}");
    let record = serde_json::json!({ "id": 1, "text": "x", "corrections": [{ "change": "split" }] }).to_string();
    let output = run(&["--jsonl"], record.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(values(&output)[0]["error"].as_str().is_some_and(|error| error.contains("split: expected \"at\"")));
}
