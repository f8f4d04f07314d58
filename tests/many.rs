//! Many articles in one call: `--jsonl` and `--csv` with files, folders, packed files and threads.
#![cfg(not(target_arch = "wasm32"))]

mod program;

use flate2::{Compression, write::GzEncoder};
use program::{breakdowns, mistake, nutgraf, run, values};
use serde_json::{Value, json};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A new folder of this test run.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("many").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    path
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in Unicode")
}

/// `count` records, one in ten much longer, one in twenty bad.
fn records(count: usize) -> String {
    let record = |number: usize| {
        let sentence = format!("“Boat {number} sails again,” Mayor Ada Quill said on Tuesday. ");
        match number % 20 {
            7 => json!({ "id": number, "txt": "No text." }),
            0 | 10 => json!({ "id": number, "text": sentence.repeat(60) }),
            _ => json!({ "id": number, "text": sentence }),
        }
        .to_string()
            + "\n"
    };
    (0..count).map(record).collect()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).expect("memory");
    packed.finish().expect("memory")
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut packed = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        packed.start_file(*name, SimpleFileOptions::default()).expect("memory");
        packed.write_all(bytes).expect("memory");
    }
    packed.finish().expect("memory").into_inner()
}

/// The ids of the answers, or what stands in the place of a breakdown.
fn ids(answers: &[Value]) -> Vec<Value> {
    answers.iter().map(|answer| answer["id"].clone()).collect()
}

#[test]
fn any_number_of_threads_gives_the_same_in_the_same_order() {
    let input = records(300);
    let one = run(&["--jsonl", "--threads", "1"], input.as_bytes());
    assert_eq!(one.status.code(), Some(1), "some are bad");
    assert_eq!(values(&one).len(), 300);
    for threads in [&["--threads", "5"][..], &[]] {
        let more = run(&[&["--jsonl"], threads].concat(), input.as_bytes());
        assert!(more.stdout == one.stdout && more.status == one.status, "{threads:?}");
    }
}

#[test]
fn a_file_and_a_folder_are_read_as_their_names_say() {
    let folder = folder("kinds");
    let record = |id: &str| json!({ "id": id, "text": format!("Ferry {id} resumes.") }).to_string();
    fs::create_dir(folder.join("b")).expect("a folder");
    fs::create_dir(folder.join(".hidden")).expect("a folder");
    for (name, content) in [
        ("a.txt", b"A ferry resumes.".to_vec()),
        ("b/c.csv", b"id,body\ncsv,A ferry resumes.\n,Another one.\n".to_vec()),
        ("b/d.csv.gz", gzipped(b"id;text\npacked;A ferry resumes.\n")),
        ("e.jsonl", format!("{}\n{}\n", record("one"), record("two")).into_bytes()),
        (
            "f.jsonl.gz",
            [gzipped(record("three").as_bytes()), gzipped(b"\n{\"id\": \"four\", \"text\": \"\"}")].concat(),
        ),
        ("g.md", b"# A ferry\n\nresumes.".to_vec()),
        (
            "h.zip",
            zipped(&[
                ("z.txt", b"A ferry."),
                ("in/a.jsonl", record("zipped").as_bytes()),
                ("__MACOSX/z.txt", b"x"),
                ("in/b.txt.gz", &gzipped(b"A ferry.")),
                ("in/picture.png", b"x"),
            ]),
        ),
        ("i.png", b"not an article".to_vec()),
        (".hidden/a.txt", b"not an article".to_vec()),
    ] {
        fs::write(folder.join(name), content).expect("a file");
    }
    let of = |name: &str| Value::from(format!("{}/{name}", text(&folder)));
    let expected = [
        of("a.txt"),
        "csv".into(),
        of("b/c.csv:2"),
        "packed".into(),
        "one".into(),
        "two".into(),
        "three".into(),
        "four".into(),
        of("g.md"),
        "zipped".into(),
        of("h.zip/in/b.txt.gz"),
        of("h.zip/z.txt"),
    ];
    assert_eq!(ids(&breakdowns(&run(&["--jsonl", text(&folder)], b""))), expected);
    // in the order of the call, standard input among them, and a name that says nothing as the call says
    fs::write(folder.join("rows"), "text\nA ferry.\n").expect("a file");
    let (rows, one) = (folder.join("rows"), folder.join("a.txt"));
    let found = breakdowns(&run(&["--csv", text(&rows), "-", text(&one)], b"id,text\n7,A ferry.\n"));
    assert_eq!(ids(&found), [of("rows:1"), "7".into(), of("a.txt")]);
    let packed = run(&["--jsonl"], &gzipped(record("of standard input").as_bytes()));
    assert_eq!(ids(&breakdowns(&packed)), ["of standard input"]);
}

#[test]
fn a_row_tells_what_a_record_tells() {
    let rows = "ID,URL,Published,date_order,Body\n\
                x,http://www.echo.example/a,2024-06-12,mdy,\"Pier to close\n\nThe pier closed on 03/04/2024, he said yesterday.\"\n\
                y,,June 12,,Pier to close\n";
    let output = run(&["--csv"], rows.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let answers = values(&output);
    assert_eq!(answers[0]["head"]["url"]["host"], "www.echo.example");
    assert_eq!(answers[0]["times"][0]["value"], "2024-03-04");
    assert_eq!(answers[0]["times"][1]["value"], "2024-06-11");
    let error = "published: expected an ISO 8601 date such as 2016-09-05, found \"June 12\"";
    assert_eq!(answers[1], json!({ "id": "y", "error": error }));
    let column = run(&["--csv", "--column", "Lead"], b"text,Lead\nno,A ferry resumes.\n");
    assert_eq!(breakdowns(&column)[0]["length"], 16);
}

#[test]
fn what_cannot_be_read_stands_in_its_place_and_the_rest_is_read() {
    let folder = folder("bad");
    let cut = gzipped(records(40).as_bytes());
    // letters that do not repeat, so that half of what is packed holds some of them
    for (name, content) in [
        ("a.jsonl.gz", cut[..cut.len() / 2].to_vec()),
        ("b.zip", b"PK\x03\x04 and no more".to_vec()),
        ("c.csv", b"one,two\n1,2\n".to_vec()),
        ("d.txt", b"Caf\xe9 opens".to_vec()),
        ("e.zip", zipped(&[("in.zip", b"x"), ("in.txt", b"A ferry.")])),
    ] {
        fs::write(folder.join(name), content).expect("a file");
    }
    let output = run(&["--jsonl", text(&folder)], b"");
    assert_eq!(output.status.code(), Some(1));
    let answers = values(&output);
    let error = |name: &str| {
        let id = Value::from(format!("{}/{name}", text(&folder)));
        let answer = answers.iter().find(|answer| answer["id"] == id).expect("an answer");
        answer["error"].as_str().unwrap_or_default().to_owned()
    };
    assert!(error("a.jsonl.gz").contains("cannot read"), "{}", error("a.jsonl.gz"));
    assert!(error("b.zip").contains("cannot read"), "{}", error("b.zip"));
    assert!(error("c.csv").contains("no column of texts"), "{}", error("c.csv"));
    assert_eq!(error("d.txt"), "");
    assert!(error("e.zip/in.zip").contains("not opened"));
    assert_eq!(error("e.zip/in.txt"), "");
    // a file that is named and not there is a mistake of the call
    let said = mistake(&run(&["--jsonl", text(&folder), "no-such-file.jsonl"], b""));
    assert!(said.contains("no-such-file.jsonl"), "{said}");
    let said = mistake(&run(&[text(&folder)], b""));
    assert!(said.contains("it is a folder; --jsonl reads what is in one"), "{said}");
}

#[test]
fn bombs_end_with_an_error_and_little_memory() {
    let folder = folder("bombs");
    let zeros = gzipped(&vec![b'\n'; 64 << 20]);
    let one_line = gzipped(&vec![b'x'; 65 << 20]);
    fs::write(folder.join("lines.jsonl.gz"), zeros.repeat(9)).expect("a file");
    fs::write(folder.join("line.jsonl.gz"), [one_line.as_slice(), &gzipped(b"\n{\"id\": 1, \"text\": \"\"}")].concat())
        .expect("a file");
    fs::write(folder.join("text.zip"), zipped(&[("a.txt", &vec![b'x'; 65 << 20])])).expect("a file");
    let output = run(&["--jsonl", text(&folder)], b"");
    let answers = values(&output);
    let errors: Vec<&str> = answers.iter().map(|answer| answer["error"].as_str().unwrap_or_default()).collect();
    assert_eq!(errors.len(), 4, "{errors:?}");
    assert!(errors[0].contains("longer than 64 MB"), "{errors:?}");
    assert_eq!((errors[1], &answers[1]["id"]), ("", &json!(1)));
    assert!(errors[2].contains("200 times its size"), "{errors:?}");
    assert!(errors[3].contains("longer than 64 MB"), "{errors:?}");
}

/// A program that asks one after the other, and waits for each answer.
#[test]
fn an_answer_does_not_wait_for_the_next_record() {
    let mut child = nutgraf(&["--jsonl"]).spawn().expect("the program starts");
    let (mut stdin, mut stdout) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    for number in 0..3 {
        writeln!(stdin, "{{\"id\": {number}, \"text\": \"A ferry.\"}}").expect("it is read");
        let mut line = Vec::new();
        while !line.ends_with(b"\n") {
            let mut byte = [0];
            stdout.read_exact(&mut byte).expect("an answer");
            line.push(byte[0]);
        }
        assert_eq!(serde_json::from_slice::<Value>(&line).expect("JSON")["id"], number);
    }
    drop(stdin);
    assert_eq!(child.wait().expect("the program ends").code(), Some(0));
}

#[test]
fn a_run_that_was_killed_goes_on_without_loss() {
    let folder = folder("resume");
    let (input, output) = (folder.join("in.jsonl"), folder.join("out.jsonl"));
    fs::write(&input, records(800)).expect("a file");
    let call = ["--jsonl", text(&input), "--output", text(&output), "--resume"];
    let whole = run(&["--jsonl", text(&input)], b"").stdout;
    let (mut kills, mut size) = (0, 0);
    loop {
        let mut child = nutgraf(&call).spawn().expect("the program starts");
        let start = Instant::now();
        // until it has written something more; in the middle of a line, mostly
        let ended = loop {
            if let Some(status) = child.try_wait().expect("a status") {
                break Some(status);
            }
            let written = fs::metadata(&output).map_or(0, |about| about.len());
            if written > size + 200_000 && kills < 4 {
                break None;
            }
            assert!(start.elapsed() < Duration::from_mins(5), "it goes on and on");
            std::thread::sleep(Duration::from_millis(5));
        };
        if let Some(status) = ended {
            assert_eq!(status.code(), Some(1), "some are bad");
            break;
        }
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        kills += 1;
        // as if the kill had come in the middle of a line
        let file = fs::OpenOptions::new().write(true).open(&output).expect("a file");
        let written = file.metadata().expect("a size").len();
        file.set_len(written - written / 10).expect("it can be cut");
        size = written - written / 10;
    }
    assert!(kills > 1, "{kills}");
    assert!(fs::read(&output).expect("the output") == whole, "nothing lost or doubled");
    // once more, with nothing left to do
    assert_eq!(run(&call, b"").status.code(), Some(1));
    assert!(fs::read(&output).expect("the output") == whole);
}

#[test]
fn resuming_looks_twice() {
    let folder = folder("resume-mistakes");
    let (input, output) = (folder.join("in.jsonl"), folder.join("out.jsonl"));
    fs::write(&input, records(5)).expect("a file");
    let resume = ["--jsonl", text(&input), "--output", text(&output), "--resume"];
    assert!(breakdowns(&run(&resume, b"")).is_empty(), "all goes into the file");
    let written = fs::read(&output).expect("the output");
    let said = mistake(&run(&resume[..4], b""));
    assert!(said.contains("--resume goes on with it"), "{said}");
    let said = mistake(&run(&["--jsonl", text(&output), "--output", text(&output), "--resume"], b""));
    assert!(said.contains("among the files to be read"), "{said}");
    for (input, named) in [
        (records(3), "it has 5 lines, the input 3 records"),
        (records(9).replace("\"id\":4", "\"id\":40"), "its line 5 has the id 4, record 5 of the input 40"),
    ] {
        let said = mistake(&run(&["--jsonl", "--output", text(&output), "--resume"], input.as_bytes()));
        assert!(said.contains("made of another input") && said.contains(named), "{said}");
    }
    assert!(fs::read(&output).expect("the output") == written, "untouched");
    // in a folder that is read, the output is no input
    let whole = run(&["--jsonl", text(&folder), "--output", text(&output), "--resume"], b"");
    assert!(breakdowns(&whole).is_empty());
    fs::write(&output, "Dear all,\n").expect("a file");
    mistake(&run(&resume, b""));
    assert_eq!(fs::read(&output).expect("the output"), b"Dear all,\n");
    // two runs at once would mix their lines
    fs::remove_file(&output).expect("it was there");
    let mut first = nutgraf(&["--jsonl", "--output", text(&output)]).spawn().expect("the program starts");
    while !output.exists() {
        std::thread::sleep(Duration::from_millis(5));
    }
    std::thread::sleep(Duration::from_millis(50));
    let said = mistake(&run(&resume, b""));
    assert!(said.contains("being written by another run"), "{said}");
    drop(first.stdin.take());
    assert_eq!(first.wait().expect("it ends").code(), Some(0));
}

/// Progress is for people: on a terminal, and nowhere else.
#[cfg(target_os = "linux")]
#[test]
fn progress_is_shown_on_a_terminal() {
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&terminal).expect("a terminal");
    unlockpt(&terminal).expect("a terminal");
    let name = ptsname(&terminal, Vec::new()).expect("a name").into_string().expect("Unicode");
    let stderr = fs::OpenOptions::new().read(true).write(true).open(name).expect("its other end");
    let mut child =
        nutgraf(&["--jsonl"]).stdout(std::process::Stdio::null()).stderr(stderr).spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut terminal = fs::File::from(terminal);
    let mut shown = Vec::new();
    let mut show = |shown: &mut Vec<u8>| {
        let mut some = [0; 4096];
        // nobody holds the other end any more: that is the end
        let read = terminal.read(&mut some).unwrap_or_default();
        shown.extend(&some[..read]);
        read > 0
    };
    stdin.write_all(records(40).as_bytes()).expect("it is read");
    // something is shown while there is more to come, however long that takes
    assert!(show(&mut shown));
    drop(stdin);
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
    while !shown.ends_with(b"\r\n") && show(&mut shown) {}
    let shown = String::from_utf8_lossy(&shown).into_owned();
    assert!(shown.contains("40 articles, 2 bad, "), "{shown:?}");
    assert!(shown.matches("\r\u{1b}[K").count() >= 2 && shown.ends_with("\r\n"), "{shown:?}");
    // its own output is enough to look at
    assert!(run(&["--jsonl"], records(40).as_bytes()).stderr.is_empty());
}

/// The tables that the page makes of several stories: a bad record is a row with its error, order is kept, corrections count.
#[test]
fn an_audit_is_one_table_of_all() {
    let quoted = "Ferry to the islands resumes\n\n\u{201c}Boats sail again,\u{201d} Mayor Ada Quill said on Tuesday.\n\nThe \
                  ferry had been away since the storm, and nobody on the islands had seen a newspaper for a week.";
    let mut input: Vec<String> = (0..40)
        .map(|number| json!({ "id": number, "text": quoted, "url": "https://www.quay.example/a" }).to_string())
        .collect();
    input.push(r#"{"id": "=bad", "txt": "No text."}"#.to_owned());
    let change = json!({ "change": "speaker", "at": { "start": 30, "end": 49, "words": "\u{201c}Boats sail again,\u{201d}" }, "speaker": { "name": "Oda Marsh" } });
    input.push(json!({ "text": quoted, "corrections": [change] }).to_string());
    let input = input.join("\n");
    let table = |name: &str, status: i32| {
        let output = run(&["--jsonl", "--threads", "3", "--audit", name], input.as_bytes());
        assert_eq!(output.status.code(), Some(status), "{}", String::from_utf8_lossy(&output.stderr));
        let mut rows = csv::ReaderBuilder::new().from_reader(&output.stdout[..]);
        let header = rows.headers().expect("a header").clone();
        let rows: Vec<_> = rows.records().map(|row| row.expect("a row")).collect();
        move |row: usize, column: &str| {
            let column = header.iter().position(|name| name == column).expect("a column");
            rows.get(row).map(|row| row[column].to_owned())
        }
    };
    let stories = table("stories", 1);
    for (row, id) in [(0, "0"), (39, "39"), (40, "'=bad"), (41, "")] {
        assert_eq!(stories(row, "id").as_deref(), Some(id));
    }
    assert_eq!(stories(42, "id"), None);
    assert_eq!(stories(3, "headline").as_deref(), Some("Ferry to the islands resumes"));
    assert_eq!(stories(3, "outlet").as_deref(), Some("quay.example"));
    assert!(stories(40, "error").expect("a row").contains("text"), "{:?}", stories(40, "error"));
    let sources = table("sources", 1);
    assert_eq!(sources(0, "source").as_deref(), Some("Ada Quill"));
    assert_eq!((sources(0, "quotes").as_deref(), sources(0, "stories in all").as_deref()), (Some("40"), Some("41")));
    assert_eq!(sources(1, "source").as_deref(), Some("Oda Marsh"));
    assert_eq!(sources(2, "source"), None);
}

#[test]
fn an_audit_asks_for_what_it_can_do() {
    assert!(mistake(&run(&["--audit", "sources"], b"")).contains("--audit goes with --jsonl or --csv"));
    assert!(
        mistake(&run(&["--jsonl", "--audit", "people"], b"")).contains("expected stories or sources, found \"people\"")
    );
    let resumed = ["--jsonl", "--audit", "stories", "--output", "never", "--resume"];
    assert!(mistake(&run(&resumed, b"")).contains("--audit takes no --resume"));
    // no record at all is a table without rows
    let empty = run(&["--jsonl", "--audit", "sources"], b"");
    assert_eq!(empty.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&empty.stdout).starts_with("source,also called,"), "{empty:?}");
}
