use super::*;

fn authors(source: &str) -> Option<(bool, Vec<String>, Option<&'static str>, String)> {
    let text = Text::new(source);
    let parsed = read(&text, 0..text.tokens.len())?;
    let names = parsed.authors.iter().map(|author| text.slice(author.name).to_owned()).collect();
    Some((parsed.by, names, parsed.agency.map(|agency| agency.name), text.slice(parsed.span).to_owned()))
}

const STYLES: &[(&str, &[&str], Option<&str>)] = &[
    ("By Ada Quill", &["Ada Quill"], None),
    ("BY ADA QUILL, Reuters", &["ADA QUILL"], Some("Reuters")),
    ("By\u{a0} ADA QUILL, TOM ROOK and AMY HALE-REED", &["ADA QUILL", "TOM ROOK", "AMY HALE-REED"], None),
    ("By Ada Quill and Tom Rook  The Associated Press", &["Ada Quill", "Tom Rook"], Some("AP")),
    ("By Ada Quill | Harbour News", &["Ada Quill"], None),
    ("Written by Ada Quill | Mumbai |", &["Ada Quill"], None),
    ("By Hugo Folk, Chief Economist and Head of Studies at the Export Bank (Exbank).", &["Hugo Folk"], None),
    ("Ada Quill/Tom Rook", &["Ada Quill", "Tom Rook"], None),
    ("Ada Quill and AP", &["Ada Quill"], Some("AP")),
    ("Associated Press", &[], Some("AP")),
    ("By Associated Press", &[], Some("AP")),
    ("ADA QUILL", &["ADA QUILL"], None),
    (
        "By Ada Quill in Oslo, Devend Rook, Economics Editor, and Amy Hale in Lisbon",
        &["Ada Quill", "Devend Rook", "Amy Hale"],
        None,
    ),
    ("By Ada Quill, New York", &["Ada Quill"], None),
    ("Anna Quill Political Correspondent", &["Anna Quill"], None),
    ("Anna Quill Political editor", &["Anna Quill"], None),
    ("Anna Quill, Travel Editor", &["Anna Quill"], None),
    ("Anna Quill, Ap Sports Writer", &["Anna Quill"], None),
    ("Anna Quill, Oslo", &["Anna Quill"], None),
    ("Doriel Quill, Oslo", &["Doriel Quill"], None),
    ("^By ANNA QUILL=", &["ANNA QUILL"], None),
    ("Column by Anna Quill", &["Anna Quill"], None),
    ("Anna Quill,ECHO", &["Anna Quill"], None),
    ("By Dr. Anna Quill", &["Anna Quill"], None),
    ("ByAnna Quill", &["Anna Quill"], None),
    ("byAnna Quill", &["Anna Quill"], None),
    ("By Doriel Quill  Harbour View", &["Doriel Quill"], None),
    ("By  Doriel Quill  Global Coast", &["Doriel Quill"], None),
    ("By Doriel Quill  and Tom Rook  Sea Post", &["Doriel Quill", "Tom Rook"], None),
    ("Harbour Radio / By Anna Quill", &["Anna Quill"], None),
    ("Echo Mill Bay / by Doriel Quill and Tom Rook", &["Doriel Quill", "Tom Rook"], None),
    ("KQAY | By Anna Quill", &["Anna Quill"], None),
    ("By Anna Quill | By Tom Rook", &["Anna Quill", "Tom Rook"], None),
    ("By Anna Quill • By Tom Rook and Doriel Quill", &["Anna Quill", "Tom Rook", "Doriel Quill"], None),
    ("Harbour Public Radio | By Anna Quill, Tom Rook", &["Anna Quill", "Tom Rook"], None),
    ("Curated By: Doriel Quill", &["Doriel Quill"], None),
    ("By Anna QuillenStaff Writer", &["Anna Quillen"], None),
    ("By Anna QuillenTHEEcho", &["Anna Quillen"], None),
    ("Anna Quill at Mill Lane", &["Anna Quill"], None),
    ("By Ada Quill  Follow", &["Ada Quill"], None),
    ("By Xia You0, Tom Rook & Jeff Toll", &["Xia You", "Tom Rook", "Jeff Toll"], None),
    ("Doriel Quill | Staff Writer", &["Doriel Quill"], None),
    ("Doriel Quill - Staff Reporter", &["Doriel Quill"], None),
    ("Doriel Quill, Contributor", &["Doriel Quill"], None),
    ("Anna Quill (Harbour News)", &["Anna Quill"], None),
    ("Author Anna Quill", &["Anna Quill"], None),
    ("Science Editor Doriel Quill", &["Doriel Quill"], None),
    ("By our political editor, Anna Quill", &["Anna Quill"], None),
    ("Staff writer Doriel Quill", &["Doriel Quill"], None),
    ("Mill Bay Echo Reporter Doriel Quill", &["Doriel Quill"], None),
    ("The Echo Columnist Doriel Quill", &["Doriel Quill"], None),
    ("Anna Quill, The Lark", &["Anna Quill"], None),
    ("Anna Quill, Mill Bay Times", &["Anna Quill"], None),
    ("Anna Quill / Mill Bay Chronicle", &["Anna Quill"], None),
    ("Anna Quill – Oslo", &["Anna Quill"], None),
    ("K. R. Quillen in Mumbai", &["K. R. Quillen"], None),
    ("Tran Thi Anna in Hanoi", &["Tran Thi Anna"], None),
    ("From Doriel Quill, Oslo", &["Doriel Quill"], None),
    ("From Doriel Quill in Oslo", &["Doriel Quill"], None),
    ("Doriel Quill (now) and Anna Hale (earlier)", &["Doriel Quill", "Anna Hale"], None),
    ("Political Correspondent Doriel Quill", &["Doriel Quill"], None),
    ("A column by Anna Quill", &["Anna Quill"], None),
    ("Exclusive by Anna Quill", &["Anna Quill"], None),
    ("Special report by Anna Quill", &["Anna Quill"], None),
    ("Special to the Harbour Echo by Anna Quill", &["Anna Quill"], None),
    ("By our correspondent Anna Quill", &["Anna Quill"], None),
    ("By our own chief reporter, Anna Quill", &["Anna Quill"], None),
    ("By Political Editor Anna Quill", &["Anna Quill"], None),
    ("Anna Quill, political editor", &["Anna Quill"], None),
    ("Anna Quill - Arts Critic", &["Anna Quill"], None),
    ("Doriel Quill, The Harbour Herald", &["Doriel Quill"], None),
    ("Anna Quill for The Harbour Echo", &["Anna Quill"], None),
    ("Anna Quill in Oslo and agencies", &["Anna Quill"], None),
    ("Anna Quill in Oslo, Tom Rook in Rome and Amy Hale in Lisbon", &["Anna Quill", "Tom Rook", "Amy Hale"], None),
    ("Anna Quill | Tom Rook", &["Anna Quill", "Tom Rook"], None),
    ("From Anna Quill in Mill Bay", &["Anna Quill"], None),
    ("News by Anna Quill", &["Anna Quill"], None),
    ("Op-Ed by Anna Quill", &["Anna Quill"], None),
    ("Words and pictures by Anna Quill", &["Anna Quill"], None),
    ("Words and photos: Anna Quill", &["Anna Quill"], None),
    ("Journalist: Anna Quill", &["Anna Quill"], None),
    ("Photos and story by Anna Quill", &["Anna Quill"], None),
    ("Reported and written by Anna Quill", &["Anna Quill"], None),
    ("By Anna Quill Contributing Writer", &["Anna Quill"], None),
    ("Anna Quill, Special to the Echo", &["Anna Quill"], None),
    ("As told to Anna Quill", &["Anna Quill"], None),
    ("and Anna Quill", &["Anna Quill"], None),
    ("By Anna Quill Edited by Tom Rook", &["Anna Quill"], None),
    ("By Anna Quill Photographs by Tom Rook, Amy Hale", &["Anna Quill"], None),
    ("By Anna Quill, as told to Tom Rook", &["Anna Quill"], None),
    ("By Anna Quill PhD", &["Anna Quill"], None),
    ("By Professor Anna Quill", &["Anna Quill"], None),
    ("By Rev. Anna Quill", &["Anna Quill"], None),
    ("By Mariam al-Hamdan in Gaza and Tom Rook in Oslo", &["Mariam al-Hamdan", "Tom Rook"], None),
    ("ByANNA QUILL", &["ANNA QUILL"], None),
    ("by anna quill", &["anna quill"], None),
    ("by anna quill, tom rook and amy hale", &["anna quill", "tom rook", "amy hale"], None),
    ("anna quill", &["anna quill"], None),
];

#[test]
fn styles() {
    for &(source, names, agency) in STYLES {
        let (_, read, named, span) = authors(source).unwrap_or_else(|| panic!("nothing in {source}"));
        assert_eq!(
            (read.as_slice(), named),
            (&names.iter().map(|&n| n.to_owned()).collect::<Vec<_>>()[..], agency),
            "{source}"
        );
        let row = source
            .strip_prefix("By")
            .or(source.strip_prefix("by"))
            .filter(|rest| rest.starts_with('A'))
            .unwrap_or(source);
        assert_eq!(span.trim_end_matches('.'), row.trim_end_matches('.'), "the whole row");
    }
}

#[test]
fn roles_and_affiliations() {
    for (source, role, affiliation) in [
        (
            "By Ada Quill, Political Correspondent | The Harbour Echo",
            Some("Political Correspondent"),
            Some("The Harbour Echo"),
        ),
        ("By Ada Quill | Staff Writer", Some("Staff Writer"), None),
        ("By Ada Quill, The Harbour Times, in Oslo", None, Some("The Harbour Times")),
        ("By Ada Quill for The Echo", None, Some("The Echo")),
        ("By Ada Quill | aquill@echo.example | The Echo", None, Some("The Echo")),
        ("By Ada Quill | Oslo", None, None),
        ("By Ada Quill and Echo staff", None, None),
        (
            "By Hugo Folk, Director of Research at the Export Bank",
            Some("Director of Research at the Export Bank"),
            None,
        ),
        ("By ADA QUILL Associated Press", None, Some("Associated Press")),
    ] {
        let text = Text::new(source);
        let reading = read(&text, 0..text.tokens.len()).unwrap_or_else(|| panic!("nothing in {source}"));
        let slice = |span: Option<Span>| span.map(|span| text.slice(span));
        let [author] = reading.authors.as_slice() else { panic!("{source}: {:?}", reading.authors) };
        assert_eq!((slice(author.role), slice(author.affiliation)), (role, affiliation), "{source}");
        assert!(reading.whole, "{source}");
    }
}

#[test]
fn rows_that_are_known_to_be_bylines() {
    let names = |source: &'static str| -> Vec<&str> {
        let text = Text::new(source);
        assert_eq!(read(&text, 0..text.tokens.len()).filter(|reading| reading.whole), None, "{source}");
        let reading = assumed(&text, 0..text.tokens.len());
        reading.iter().flat_map(|reading| &reading.authors).map(|author| author.name.of(source)).collect()
    };
    for source in [
        "Doriel Quill – Mill Bay",
        "From Doriel Quill, Mill Bay",
        "Doriel Quill, The Lark",
        "Doriel Quill at Mill Lane",
    ] {
        assert_eq!(names(source), ["Doriel Quill"], "{source}");
    }
    for source in ["Good morning. Today: a walk at low tide.", "Read this in the language of your choice", "Lark"] {
        assert!(names(source).is_empty(), "{source}");
    }
}

/// Names, whether that is all, and the links after them.
fn whole(source: &str) -> Option<(Vec<&str>, bool, Option<&str>)> {
    let text = Text::new(source);
    let reading = read(&text, 0..text.tokens.len())?;
    let names = reading.authors.iter().map(|author| text.slice(author.name)).collect();
    Some((names, reading.whole, reading.links.map(|links| &source[links..])))
}

#[test]
fn links_after_the_last_name() {
    for (source, name, links) in [
        ("By Ada Quill  Follow", "Ada Quill", Some("Follow")),
        ("By Ada QuillTwitter", "Ada Quill", Some("Twitter")),
        ("Ada QuillTwitter", "Ada Quill", Some("Twitter")),
        ("By Ada Quill Follow X Email", "Ada Quill", Some("Follow X Email")),
        ("By Ada Quill (aquill@echo.example)", "Ada Quill", None),
        ("By Malcolm X", "Malcolm X", None),
        ("By Moshe Biotti", "Moshe Biotti", None),
    ] {
        assert_eq!(whole(source), Some((vec![name], true, links)), "{source}");
    }
}

#[test]
fn what_stands_before_a_time() {
    for (source, names, all) in [
        ("Ada Quill / echo.example /", &["Ada Quill"][..], false),
        ("Ada Quill |", &["Ada Quill"], false),
        ("Ada Quill -", &["Ada Quill"], false),
        ("Ada Quill", &["Ada Quill"], true),
        ("By Ada Quill | Politics |", &["Ada Quill"], true),
        ("By Ada Quill on", &["Ada Quill"], false),
        ("Anna Quill (Harbour News)", &["Anna Quill"], true),
        ("Anna Quill (", &["Anna Quill"], false),
        ("Doriel Quill | Staff Writer", &["Doriel Quill"], true),
        ("Staff writer Doriel Quill", &["Doriel Quill"], true),
        ("By Ada Quill, Min Do on", &["Ada Quill", "Min Do"], false),
    ] {
        assert_eq!(whole(source), Some((names.to_vec(), all, None)), "{source}");
    }
    assert_eq!(whole("Ada Quill, who has been mayor for most of the last ten years, said on"), None);
}

#[test]
fn a_post_that_ends_the_text_is_nobody() {
    for source in ["By Editor", "Ada Quill and Editor", "Reporter"] {
        assert!(authors(source).is_none_or(|(_, names, ..)| names.iter().all(|name| name == "Ada Quill")), "{source}");
    }
}

#[test]
fn look_alikes() {
    for source in [
        "By Monday the storm had passed",
        "By the sea",
        "Ada Quill said so",
        "Read More",
        "San Antonio, Texas",
        "By Anna alone in the dark",
        "Standing by Ada Quill",
        "Text: the treaty",
        "Ada Quill.",
        "Reporter Ada Quill said so",
        "will power",
        "by will or by force",
        "by rose petals and by the sea",
        "Under Embargo Until",
        "Anna Quill for mayor",
        "Anna Quill and friends",
        "and Anna Quill said so",
        "Op-eds by the sea",
        "Author Ada Quill has a new book",
        "Ada Quill (left)",
        "Ada Quill (Green)",
        "Special for the weekend",
        "Green Party (Harbour Town)",
        "From Doriel Quill to Bo Hale",
        "From Mill Lane to Oslo",
        "Anna Quill, The Mayor of a small town",
        "The Echo Reporter who went missing",
    ] {
        assert_eq!(authors(source), None, "{source}");
    }
}

#[test]
fn desks_and_addresses() {
    for row in [
        "Our Bureau",
        "News Desk",
        "Staff Reporter",
        "From our correspondent in Oslo",
        "@adaq",
        "By admin",
        "From our special correspondent",
        "AUTHOR:",
        "Special to the Harbour Echo",
    ] {
        assert!(is_desk(row), "{row}");
    }
    for row in ["Ada Quill", "What the board knew", "The ferry", "Press on with the work", "From Oslo to Rome"] {
        assert!(!is_desk(row), "{row}");
    }
}

#[test]
fn a_by_that_copying_glued_to_a_word_or_a_name() {
    for (source, name) in
        [("Written byAnna Quill", "Anna Quill"), ("BYANNA QUILL", "ANNA QUILL"), ("BYRON HALE", "BYRON HALE")]
    {
        assert_eq!(authors(source).map(|(_, names, ..)| names), Some(vec![name.to_owned()]), "{source}");
    }
}

#[test]
fn who_holds_the_rights_can_be_the_writer() {
    let story = "The harbour wall has stood for a hundred years, and this week it moved.\n\nI walked along it with the engineer who \
                 built the last repair, and she pointed at the cracks.\n\nNobody knows how long it will hold.\n";
    for notice in ["© 2021 NAME. All rights reserved.", "Copyright NAME 2021", "© NAME"] {
        // how many authors, and whether a publication is named
        let read = |name: &str| {
            let notice = notice.replace("NAME", name);
            let source = format!("What the wall knows\n\n{name}\n3 May 2021\n\n{story}\n{notice}\n");
            let head = crate::parse(&source, &crate::Options::default()).head;
            (head.bylines.len(), head.publication.is_some())
        };
        for writer in ["Ada Quill", "Ruth Hale", "Kwame Mensah", "Lena Moor", "John Okafor"] {
            assert_eq!(read(writer), (1, false), "{writer}, {notice}");
        }
        for outlet in ["Mill Bay Echo", "Harbour News", "The Quayside", "Tolver Times"] {
            assert_eq!(read(outlet), (0, true), "{outlet}, {notice}");
        }
    }
}
