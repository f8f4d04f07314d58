use super::*;
use crate::{Options, SourceKind};

/// Three stories of two outlets and two months; the mayor is named in full in two of them, and by her surname in the third.
fn audit() -> Audit {
    let mut audit = Audit::default();
    let story = |text: &str, url: &str| {
        let options = Options::new().with_url(url);
        Ok(StoryRow::new(text, &crate::parse(text, &options)))
    };
    audit.push("a.txt", story(
        "Harbour to close for a month as repairs begin\n\nPORT ELDER, May 4, 2023 (ANN) - The harbour will close for a month.\n\n\
         “We waited for this longer than any of us would like,” Mayor Ines Maro said.\n\n\
         “Nobody asked us,” said Jonas Verrick of Elder Lines.\n\n“I sell fish here,” a trader said.",
        "https://www.port.example/harbour",
    ));
    audit.push("b.txt", story(
        "Bridge toll to rise in June\n\nPORT ELDER, May 20, 2023 (ANN) - The toll will rise.\n\n\
         “The toll is fair to all of us,” said Mayor Ines Maro.\n\n“It is too much for anybody,” said Ruth Hale, the harbour master.",
        "https://island.example/toll",
    ));
    audit.push("broken.pdf", Err("is a PDF".to_owned()));
    audit.push("c.txt", story(
        "Mayor opens new school in the old town\n\nPORT ELDER, June 2, 2023 (ANN) - A school was opened.\n\n“Children come first,” Maro said.",
        "https://island.example/school",
    ));
    audit
}

fn all(audit: &Audit) -> Vec<usize> {
    audit.select(&Filter::default(), Order::Given, false)
}

fn find<'a>(quoted: &'a [Quoted], name: &str) -> &'a Quoted {
    quoted
        .iter()
        .find(|source| source.name.as_deref() == Some(name))
        .unwrap_or_else(|| panic!("no {name} in {quoted:#?}"))
}

#[test]
fn sources_are_counted_over_stories() {
    let audit = audit();
    let quoted = audit.quoted(&all(&audit));
    let maro = find(&quoted, "Ines Maro");
    assert_eq!((maro.quotes, maro.words, maro.stories), (2, 19, 2));
    assert_eq!(maro.outlets, ["port.example", "island.example"]);
    assert_eq!((maro.first.as_deref(), maro.last.as_deref()), (Some("2023-05-04"), Some("2023-05-20")));
    assert_eq!(maro.titles, ["Mayor"]);
    assert_eq!(find(&quoted, "Jonas Verrick").organizations, ["Elder Lines"]);
    assert_eq!(find(&quoted, "a trader").source_kind, SourceKind::Unnamed);
    assert_eq!(quoted[0].name.as_deref(), Some("Ines Maro"), "who says most comes first");
}

#[test]
fn forms_of_one_person_are_joined_and_that_is_undone() {
    let mut audit = audit();
    let stories = all(&audit);
    let before = audit.quoted(&stories);
    let (full, short) = (find(&before, "Ines Maro").key.clone(), find(&before, "Maro").key.clone());
    assert!(audit.add_column("Where from"));
    audit.set_note(&full, 0, "town hall");
    audit.set_note(&short, 0, "mayor’s office");
    // in whichever order, the fuller name stands
    audit.join(&[&short, &full]);
    let joined = audit.quoted(&stories);
    let maro = find(&joined, "Ines Maro");
    assert_eq!((maro.quotes, maro.words, maro.stories, &maro.forms[..]), (3, 22, 3, &["Maro".to_owned()][..]));
    assert_eq!(maro.notes.len(), 1);
    assert!(maro.notes[0].contains("town hall") && maro.notes[0].contains("mayor’s office"), "{:?}", maro.notes);
    assert_eq!(joined.len(), before.len() - 1);
    audit.set_note(&maro.key, 0, "city");
    assert_eq!(audit.note(&full, 0), "city");
    audit.undo();
    audit.undo();
    assert_eq!(audit.undoes(), Some("note"));
    let undone = audit.quoted(&stories);
    assert_eq!(find(&undone, "Ines Maro").notes, ["town hall"]);
    assert_eq!(find(&undone, "Maro").notes, ["mayor’s office"]);
    for _ in 0..3 {
        audit.undo();
    }
    assert_eq!(audit.undoes(), None);
    assert_eq!(audit.quoted(&stories), before);
}

#[test]
fn joined_ones_join_others_and_are_separated() {
    let mut audit = audit();
    let stories = all(&audit);
    let before = audit.quoted(&stories);
    let key = |name| find(&before, name).key.clone();
    audit.join(&[&key("Maro"), &key("Jonas Verrick")]);
    audit.join(&[&key("Ines Maro"), &key("Maro")]);
    assert_eq!(audit.quoted(&stories).len(), before.len() - 2);
    audit.join(&[&key("Maro"), &key("Ines Maro")]);
    audit.undo();
    assert_eq!(audit.quoted(&stories).len(), before.len() - 1, "joining what is joined is nothing to undo");
    audit.separate(&key("Jonas Verrick"));
    assert_eq!(audit.quoted(&stories), before);
    audit.undo();
    assert_eq!(audit.quoted(&stories).len(), before.len() - 1);
}

#[test]
fn work_that_was_kept_goes_on_over_the_same_stories() {
    let mut first = audit();
    let stories = all(&first);
    let before = first.quoted(&stories);
    let key = |name| find(&before, name).key.clone();
    assert!(first.add_column("Where from"));
    first.set_note(&key("Maro"), 0, "town hall");
    first.join(&[&key("Ines Maro"), &key("Maro")]);
    let kept = serde_json::to_string(first.work()).unwrap();
    let mut later = audit();
    later.resume(serde_json::from_str(&kept).unwrap());
    assert_eq!(later.quoted(&stories), first.quoted(&stories));
    for what in ["join", "note", "column"] {
        assert_eq!(later.undoes(), Some(what));
        later.undo();
    }
    assert_eq!(later.quoted(&stories), before);
}

#[test]
fn work_that_is_not_sound_harms_nothing() {
    for kept in [
        r#"{"joined":{"a":"b","b":"a"},"notes":{"a":{"7":"x"}}}"#,
        r#"{"done":[{"join":[["a","b"],["b","a"]]},{"note":[9,[["a",null]]]},"column"]}"#,
        "{}",
    ] {
        let mut audit = audit();
        audit.resume(serde_json::from_str(kept).unwrap());
        for _ in 0..4 {
            audit.join(&["a", "b", "c"]);
            audit.separate("a");
            audit.undo();
            assert!(audit.quoted(&all(&audit)).len() > 2);
        }
    }
    assert!(serde_json::from_str::<Work>("[1]").is_err());
}

#[test]
fn stories_are_filtered_and_put_in_order() {
    let audit = audit();
    let select = |words: &str, order, descending| {
        audit.select(&Filter { words: words.to_owned(), ..Filter::default() }, order, descending)
    };
    assert_eq!(select("", Order::Given, true), [3, 2, 1, 0]);
    assert_eq!(select("MARO school", Order::Given, false), [3]);
    assert_eq!(select("pdf", Order::Given, false), [2]);
    assert_eq!(select("", Order::Headline, false), [1, 2, 0, 3]);
    assert_eq!(select("", Order::Date, true), [3, 1, 0, 2], "what has no date comes last both ways");
    assert_eq!(select("", Order::Date, false), [0, 1, 3, 2]);
    assert_eq!(select("", Order::Warnings, true)[0], 2);
    let filter =
        Filter { outlet: Some("island.example".to_owned()), month: Some("2023-05".to_owned()), ..Filter::default() };
    assert_eq!(audit.select(&filter, Order::Given, false), [1]);
    let filter = Filter { month: Some(String::new()), ..Filter::default() };
    assert!(audit.select(&filter, Order::Given, false).is_empty(), "what is not read is of no month");
}

#[test]
fn groups_are_by_outlet_and_month() {
    let audit = audit();
    let stories = all(&audit);
    let months = audit.groups(&stories, By::Month);
    let names: Vec<_> = months.iter().map(|group| (group.name.as_str(), group.stories)).collect();
    assert_eq!(names, [("2023-05", 2), ("2023-06", 1)]);
    assert_eq!(months[0].quotes.iter().sum::<usize>(), 5);
    assert_eq!(months[0].quotes[2], 1, "the trader is not named");
    let outlets = audit.groups(&stories, By::Outlet);
    assert_eq!((outlets[0].name.as_str(), outlets[0].stories), ("island.example", 2));
    let words: usize = outlets.iter().flat_map(|group| group.words).sum();
    assert_eq!(words, audit.quoted(&stories).iter().map(|source| source.words).sum::<usize>());
}

// the other reader of tables is native
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn tables_have_all_rows_and_no_formulas() {
    let mut audit = audit();
    let stories = all(&audit);
    let key = audit.quoted(&stories)[0].key.clone();
    assert!(audit.add_column("=1+1") && !audit.add_column("=1+1") && !audit.add_column(" "));
    audit.set_note(&key, 0, "@home, \"here\"");
    let table = audit.sources_csv(&stories);
    let mut reader = ::csv::Reader::from_reader(table.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().next_back(), Some("'=1+1"));
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), audit.quoted(&stories).len());
    assert_eq!(rows[0].iter().next_back(), Some("'@home, \"here\""));
    let shares: f64 = rows.iter().map(|row| row[9].parse::<f64>().unwrap()).sum();
    assert!((shares - 1.0).abs() < 0.01, "{shares}");
    let table = audit.stories_csv(&stories);
    let mut reader = ::csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 4);
    assert_eq!(&rows[2][12], "is a PDF");
}

#[test]
fn a_row_is_the_same_after_a_journey() {
    let audit = audit();
    for story in (0..audit.len()).filter_map(|index| audit.story(index)) {
        let json = serde_json::to_string(story).unwrap();
        assert_eq!(&serde_json::from_str::<StoryRow>(&json).unwrap(), story);
    }
}

#[test]
fn a_line_of_json_has_its_id_first() {
    use crate::bytes::Bytes;
    let text = "Ferry resumes\n\n“Boats sail again for $1.50,” Mayor Ada Quill said on Tuesday.";
    let article = crate::parse(text, &Options::new());
    let mut bytes = Vec::new();
    article.put(&mut bytes);
    let line = line_of_read("12345678901234567890", &bytes, false);
    assert!(line.starts_with("{\"id\":12345678901234567890,\"schema\":"), "{line}");
    let read: crate::Article = serde_json::from_str(&line).unwrap();
    assert_eq!(read, article);
    assert!(line_of_read("{", &bytes, true).contains("surrogate"));
    let row: StoryRow = serde_json::from_str(&row_of_read(text.as_bytes(), &bytes, false)).unwrap();
    assert_eq!(row, StoryRow::new(text, &article));
}

/// A row and a line of a story that a reader corrected: as the list has it that reads the corrections itself.
#[test]
fn what_was_corrected_is_told_as_corrected() {
    let text = "Ferry resumes\n\n\u{201c}Boats sail again,\u{201d} said a man with a 𝒩ame on Tuesday.";
    let mut document = crate::Document::new(text, Options::new().with_offsets(crate::Offsets::Utf8));
    let quote = crate::Anchor::of(text, document.article().quotes[0].span);
    document.correct(crate::Change::Speaker { at: quote, speaker: Some(crate::Who::Name("Oda Marsh".to_owned())) });
    let saved = document.save();
    let row: StoryRow = serde_json::from_str(&row_of_saved(&saved).unwrap()).unwrap();
    assert_eq!(row, StoryRow::new(text, document.article()));
    assert_eq!(row.sources[0].name.as_deref(), Some("Oda Marsh"));
    let line = line_of_saved("7", &saved).unwrap();
    assert!(line.starts_with("{\"id\":7,\"schema\":"), "{line}");
    let read: crate::Article = serde_json::from_str(&line).unwrap();
    assert_eq!((read.offsets, read.length), (crate::Offsets::Utf16, text.encode_utf16().count()));
    assert!(row_of_saved("{}").is_err() && line_of_saved("7", "").is_err());
}
