//! What each check says, and what it leaves alone: invented slips, and near misses that are none.

use crate::{Article, CheckCode, Offsets, Options, parse};

const HEADLINE: &str = "Harbour plan divides the town";

fn read(headline: &str, body: &str) -> Article {
    let options = Options { offsets: Offsets::Utf8, ..Options::default() };
    let options = options.with_published("2021-03-10".parse().unwrap());
    let opening = "By Ada Quill\n\nPORT ELDER, March 10 (Reuters) - The council met again in the old hall.";
    parse(&format!("{headline}\n\n{opening}\n\n{body}\n\nIt rained all day.\n"), &options)
}

/// Each of `slips` is told once under `code`, each of `fine` not at all. A line is a body, or headline | body.
fn prove(code: CheckCode, slips: &[&str], fine: &[&str]) {
    let told = |case: &str| {
        let (headline, body) = case.split_once(" | ").unwrap_or((HEADLINE, case));
        let checks = read(headline, body).checks;
        checks.into_iter().filter(|check| check.code == code).collect::<Vec<_>>()
    };
    let mut wrong: Vec<String> = Vec::new();
    for case in slips {
        let found = told(case);
        let sound = found.iter().all(|check| !check.places.is_empty() && !check.message.ends_with('.'));
        if found.len() != 1 || !sound {
            wrong.push(format!("{case} gives {found:?}"));
        }
    }
    let false_alarms = fine.iter().map(|case| (case, told(case))).filter(|(_, found)| !found.is_empty());
    wrong.extend(false_alarms.map(|(case, found)| format!("{case} gives {found:?}")));
    assert!(wrong.is_empty(), "{code}:\n{}", wrong.join("\n"));
}

#[test]
fn weekdays() {
    prove(
        CheckCode::WeekdayDate,
        &[
            "The bridge opened on Tuesday, March 3, 2021, after a delay.",
            "The bridge opened on Thursday 5th of February 2021 after a delay.",
            "The bridge opened on March 3, 2021 (Tuesday), after a delay.",
            // no year: the one near to the story's date
            "The bridge opens on Thursday, March 12, the mayor said.",
            "The bridge opened on Sun., Feb. 27, the mayor said.",
        ],
        &[
            "The bridge opened on Wednesday, March 3, 2021, after a delay.",
            "The bridge opened on March 3, 2021 (Wednesday), after a delay.",
            // far from the story's date: which year is open
            "The bridge opened on Thursday, October 12, the mayor said.",
            "The fair is on Saturday and Sunday, March 13 and 14, the mayor said.",
            "The fair runs Friday-Sunday, March 12-14, the mayor said.",
            "The bridge opened on Tuesday. March 3, 2021 was cold.",
        ],
    );
    let check = &read(HEADLINE, "It opened on Tuesday, March 3, 2021.").checks[0];
    assert_eq!(check.message, "the text says Tuesday, but March 3, 2021 is a Wednesday");
}

#[test]
fn dates_to_come_told_as_past() {
    prove(
        CheckCode::FutureAsPast,
        &[
            "The ferry sank on March 14, 2021.",
            "The man was arrested on April 2, 2021, police said.",
            "The mayor resigned on 5 May 2021, and left.",
            "“It is over,” she said on March 20, 2021.",
            "The bridge was opened on June 1, 2021.",
        ],
        &[
            "The ferry sank on March 3, 2021.",
            // a zone's day
            "The ferry sank on March 11, 2021.",
            "The bridge was scheduled on June 1, 2021.",
            "The bridge will be opened on June 1, 2021.",
            "He said on May 5, 2021 he would sail.",
            "The deal, to be signed on June 1, 2021, is off.",
        ],
    );
}

#[test]
fn headline_numbers() {
    prove(
        CheckCode::HeadlineNumber,
        &[
            "Ferry fire in the harbour kills 12 | The fire killed 14 people on Monday, the mayor said.",
            "17 boats sink in harbour | The storm sank 71 boats on Monday, the mayor said.",
            "Two dead in ferry fire | Three people were killed on Monday, the mayor said.",
            "Town to spend $45 million on bridge | The town will spend $62 million, the mayor said.",
            "Fares rise 9% in island towns | Fares rose 7 percent on Monday, the mayor said.",
        ],
        &[
            "Ferry fire in the harbour kills 12 | The fire killed twelve people on Monday, the mayor said.",
            // rounded, vague, added up, of another kind
            "Town to spend $40 million on bridge | The town will spend $40.3 million, the mayor said.",
            "Dozens of boats sink in harbour | The storm sank 71 boats on Monday, the mayor said.",
            "Nearly 100 boats sink in harbour | The storm sank 96 boats on Monday, the mayor said.",
            "17 people hurt in fire | The fire hurt 12 men and 5 women on Monday, the mayor said.",
            "17 boats sink in harbour | The storm broke 71 masts on Monday, the mayor said.",
            "Three men held over fire | Police held Al Roe, Bo Quill and two men of the crew on Monday.",
        ],
    );
    let message = &read("Ferry fire in the harbour kills 12", "The fire killed 14 people on Monday.").checks[0].message;
    assert_eq!(message, "the headline says “12”, the text “14 people”");
}

#[test]
fn quotations_in_two_wordings() {
    prove(
        CheckCode::QuoteDiffers,
        &[
            "‘We will never close the harbour’, says mayor | “We will not close the harbour,” the mayor said.",
            "Mayor: “The boats are safe in this storm” | “The boats are safe in the storm,” the mayor said.",
            "‘Nobody told me about the old bridge’ | “Nobody told me about the bridge,” the mayor said.",
            "‘It was the very worst day of my life’ | “It was the worst day of my life,” the mayor said.",
            "‘I saw the ship turn and sink’, says pilot | “I saw the ship turn and burn,” the pilot said. “I saw the ship turn and then sink.”",
        ],
        &[
            "‘We will not close the harbour’, says mayor | “We will not close the harbour,” the mayor said.",
            "‘We will not close’, says mayor | “We will not close the harbour,” the mayor said.",
            "‘Cursed’ bridge to close | “We are cursed,” the mayor said.",
            "‘We’ll close the harbour in May’ | “We'll close the harbour in May,” the mayor said.",
            "‘Everything will be better in the summer’ | “We will all be much better off when summer comes,” he said.",
        ],
    );
}

#[test]
fn names_in_two_spellings() {
    prove(
        CheckCode::NameSpelling,
        &[
            "The mayor, Anna Kovalenko, was there. Kovalenka said it was cold.",
            "The mayor, Anna Kovalenko, was there. Later Anna Kovalenka left.",
            "The pilot Peter Brandvik spoke. The town thanked Mr Brandvick for it.",
            "The pilot Peter Brandvik spoke. The town thanked Peter Brandivk for it.",
            "The clerk Maria Ostergren spoke. Marja Ostergren then left the hall.",
        ],
        &[
            "The mayor, Anna Kovalenko, was there. Kovalenko’s boat sank. The Kovalenkos left.",
            "The mayor, Anna Kovalenko, was there. The clerk, Petra Kovalenka, left. Kovalenka laughed.",
            "The pilot Peter Hollande spoke. Then he went to Holland for a week.",
            "The pilot Peter Marsh spoke. March was cold.",
            "The pilot Peter Harbor spoke. Harbour fees rose; the harbour is full.",
            "The pilot Peter O’Brandvik spoke. O'Brandvik then left.",
            "The mayor, Anna Kovalenko, was there. The boat, Kovalenka Star, sank.",
        ],
    );
}

#[test]
fn surnames_before_their_names() {
    prove(
        CheckCode::SurnameFirst,
        &[
            "“It is cold,” Brandvik said. The pilot, Peter Brandvik, left.",
            "Brandvik, a pilot, left the hall. Peter Brandvik came back.",
            "The night was long, Brandvik said. Later Peter Brandvik left.",
            "Brandvik was there. The town thanked Maria Brandvik on Monday.",
            "Brandvik, 41, was hurt. Maria Brandvik lives in the town.",
        ],
        &[
            "“It is cold,” Peter Brandvik said. Brandvik left.",
            // a title, a headline that everybody understands, two of a family
            "“It is cold,” President Brandvik said. Peter Brandvik left.",
            "Brandvik leaves the hall | “It is cold,” Brandvik said. Peter Brandvik left.",
            "“It is cold,” Brandvik said. Peter Brandvik and Maria Brandvik left.",
            "The Brandvik plan was read. Peter Brandvik left.",
        ],
    );
}

#[test]
fn sums() {
    prove(
        CheckCode::Sum,
        &[
            "The bus carried 12 men and 5 women, 18 in all.",
            "The crash hurt 18 people, 12 men and 5 women.",
            "Police counted 17 people (12 adults and 4 children).",
            "The town bought 5 boats in May and 7 boats in June, for a total of 13.",
            "The school has 30 boys and 28 girls, 59 altogether.",
        ],
        &[
            "The bus carried 12 men and 5 women, 17 in all.",
            "The crash hurt 18 people, including 12 men and 5 women.",
            "The crash hurt 18 people, 12 men and at least 5 women.",
            "The crash hurt 18 people, 12 of them women and 5 children under ten.",
            "The town bought 5 boats in May and 7 boats in June, for a total of $13 million.",
            "The town has 12 boats and 5 bridges. In all it owns 40 things.",
        ],
    );
    let message = &read(HEADLINE, "The bus carried 12 men and 5 women, 18 in all.").checks[0].message;
    assert_eq!(message, "the text says 18 in all, but the parts make 17");
}

#[test]
fn shares_of_one_whole() {
    prove(
        CheckCode::SharesSum,
        &[
            "In the vote 52% were for the plan and 58% against.",
            "The poll found 61 percent approve and 45 percent disapprove.",
            "The state pays 60%, the town 30% and the guests the remaining 20%.",
            "Of those asked 55% said yes and 50% said no.",
            "Roe won 48 percent, Quill 34 percent and Ames 28 percent of the vote.",
        ],
        &[
            "In the vote 52% were for the plan and 48% against.",
            // rounded; a whole each; not of one whole
            "In the vote 52% were for the plan and 49% against.",
            "It found that 61 percent of men approve and 45 percent of women disapprove.",
            "Some 70% like boats and 60% like bridges.",
            "A 61% majority of sailors support it; a 45% minority of pilots oppose it.",
            "To win she needs 57 percent of the remaining votes, or 67 percent by another count.",
            "Roe won 48 percent of the vote, up from 34 percent and 28 percent.",
        ],
    );
}

#[test]
fn changes() {
    prove(
        CheckCode::Change,
        &[
            "Sales rose 25% to $120 million from $100 million.",
            "The number of boats went from 200 to 230, up 25%.",
            "Profit fell by 10 percent to 70 million euros from 100 million euros a year earlier.",
            "Sales rose 20% to $80 million from $100 million.",
            "The fare went from $2.00 to $3.00, an increase of 30 percent.",
        ],
        &[
            "Sales rose 20% to $120 million from $100 million.",
            "Sales rose 5.9% to $1.27 billion from $1.2 billion.",
            "Sales rose 25% to $120 million from $100 million at constant exchange rates.",
            "The number of boats went from 200 to 230, up about 25%.",
            "The share rose 3 points to 55% from 52%.",
            "Sales rose 25% to $120 million from 100 shops.",
        ],
    );
}

#[test]
fn embargoes() {
    let told = |text: &str| {
        let article = parse(text, &Options::default());
        let check = article.checks.into_iter().find(|check| check.code == CheckCode::Embargo);
        check.map(|check| check.message)
    };
    let body = "\n\nFerry to the islands resumes\n\nBoats sail again, the mayor said on Monday.\n";
    for (line, message) in [
        ("EMBARGOED UNTIL 00:01 GMT, May 4", "the text may not be published before 00:01 GMT, May 4"),
        ("Not for publication before 6 p.m. Monday", "the text may not be published before 6 p.m. Monday"),
        ("*** Strictly embargoed until Friday 7 May ***", "the text may not be published before Friday 7 May"),
        ("Embargo: 10:00 BST 12 June", "the text may not be published before 10:00 BST 12 June"),
        ("HOLD FOR RELEASE", "the text is under embargo"),
    ] {
        assert_eq!(told(&format!("{line}{body}")).as_deref(), Some(message), "{line}");
    }
    for line in [
        "Embargo until talks end, ministers say",
        "Embargo: what the new rules mean for 2020 exporters",
        "Embargoed for 60 years, the island opens",
        "The embargo until 10:00 on Monday was lifted",
        "Not for the faint-hearted before 6 p.m.",
    ] {
        assert_eq!(told(&format!("{line}{body}")), None, "{line}");
    }
}

#[test]
fn stray_marks() {
    prove(
        CheckCode::UnclosedBracket,
        &[
            "The plan (of May was read by the mayor.",
            "The plan of May) was read by the mayor.",
            "The plan [of May was read by the mayor.",
            "The plan (of (old) May was read by the mayor.",
            "The plan of the mayor’s) was read.",
        ],
        &[
            "The plan (of May) was read by the mayor.",
            "The plan was: a) to sail, b) to stay.",
            "(The plan was read.\n\nThe mayor slept.)",
            "The plan was read ;) by the mayor.",
            "The plan [https://a.example/b(c] was read by the mayor.",
        ],
    );
    prove(
        CheckCode::DoubledWord,
        &[
            "He read the the plan.",
            "He went to to the hall.",
            "The plan of of May was read.",
            "They they left the hall.",
            "The mayor and and the clerk left.",
        ],
        &[
            "He had had enough of it.",
            "He said that that was all.",
            "He came in in May.",
            "The band The The played.",
            "What it is is a plan.",
            "It was very, very cold.",
        ],
    );
    prove(
        CheckCode::DoubledMark,
        &[
            "The plan,, he said, was old.",
            "The plan was old.. He left.",
            "The plan was old,. He left.",
            "The plan was old;; he left.",
            "The mayor,, who is old, left.",
        ],
        &[
            "The plan was old... He left.",
            "Well.... He left.",
            "Roe Inc., a firm, left.",
            "He left at 6 p.m. It was old . . . he said.",
            "What?! He left!!",
            "The firm, e.g., left.",
        ],
    );
    prove(
        CheckCode::SpaceBeforeMark,
        &[
            "The plan , he said, was old.",
            "The plan was old . He left.",
            "The plan was old ; he left.",
            "In 2020 , he left.",
            "The mayor’s , he said.",
        ],
        &[
            "The plan, he said, was old.",
            "The firm .roe was old.",
            "It was old . . . he said.",
            "He was shot with a .38 gun.",
            // a habit of the copy
            "A , b , c , d , e , f are letters.",
        ],
    );
}

#[test]
fn what_stands_twice() {
    let long = "The council will build a new bridge over the river in the spring.";
    let other = "The mayor said that the old one was too narrow for the buses.";
    prove(
        CheckCode::RepeatedText,
        &[
            &format!("{long} He left.\n\nIt was late. {long}"),
            &format!("{long} {long}"),
            &format!("{long} {other}\n\nIt was late.\n\n{long} {other}"),
            &format!("{long}\n\n{other} It was late.\n\nHe left. {other}"),
            &format!("“{long}” He left the hall.\n\nIt was late. “{long}”"),
        ],
        &[
            &format!("{long}\n\n{other}"),
            "He left. It rained. He left.",
            "Vote for me, vote for me.\n\nVote for me, vote for me.",
            &format!("{long} He left.\n\n{}", long.replace("spring", "summer")),
            // a live blog
            &format!("{long}\n\n___\n\nIt was late.\n\n{long}\n\n___\n\nIt rained."),
            "The harbour, the bridge, the hall and the boats of the town\n\nThe harbour, the bridge, the hall and the boats of the town",
        ],
    );
}

#[test]
fn nothing_is_said_of_a_text_in_another_language() {
    let body = "Die Stadt baut eine neue Brücke , sagte der Bürgermeister am Dienstag.\n\nDas Geld (zwei Millionen Euro \
                kommt aus dem Haushalt der Stadt und wird im nächsten Jahr gezahlt.\n";
    let text = format!("Die neue Brücke wird gebaut\n\n{}", body.repeat(3));
    assert_eq!(parse(&text, &Options::default()).checks, []);
}
