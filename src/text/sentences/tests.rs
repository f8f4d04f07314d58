//! Every case is one block; `|` marks the sentence ends a careful reader sets.

use super::*;
use crate::Role;

/// The sentences of `source` as one paragraph.
fn read(source: &str) -> Vec<&str> {
    let text = Text::new(source);
    let block = Block::new(Role::Paragraph, Span::new(0, source.len()));
    split(&text, &[block]).into_iter().map(|sentence| text.slice(sentence.span)).collect()
}

/// Checks cases with `|` at the sentence ends.
fn check(cases: &[&str]) {
    for case in cases {
        let expected: Vec<_> = case.split('|').map(str::trim).collect();
        assert_eq!(read(&case.replace('|', "")), expected, "{case}");
    }
}

#[test]
fn plain_ends() {
    check(&[
        "The ferry sank.| Nobody was hurt.",
        "Who pays?| The town does!| Really?!| Yes.",
        "Stop!!| Now??| Fine.",
        "No end here",
        "Aid came late .| Many had left .",
    ]);
}

#[test]
fn symbols_that_touch_their_figure() {
    check(&[
        "The port made a loss of $3.5m.| Shares fell.",
        "The pier is 40km.| Orr swam it in 1hr 5min.| Ames was second in 2hr.| Both rested.",
        "It was the talk of the 1950s.| Ames built it on May 8th.| Crowds came.",
        "They met at 5p.m. GMT on the pier.",
    ]);
}

#[test]
fn titles_and_names() {
    check(&[
        "Mr. Roe met Gen. Ana Poe.| Lt. Col. Doe, Sens. Low and Moe and Rev. Joe B. Hale stayed away.",
        "Dr. J. K. Lorne and T.R. Vale wrote it with St. Orrin's Hospital.",
        "John A. Roe Jr. Street signs are new.",
        "She thanked Roe Jr.| He bowed.",
        "They live on Elm St.| The house is old.",
        "Nobody saw it but her and I.| Did Sam I. Poe?",
        "She takes vitamin C.| It helps.",
        "She takes vitamin C.| Doctors said so.",
        "The mill dates from c. 1850.",
        "They fell to team B.| Fans left.",
        "It is plan B.| Orrin council backs it.",
        "The author B. Hale left.",
        "He holds a Ph.D. from Orrin.| She has an M.D. in Salem.",
    ]);
}

#[test]
fn states_and_countries() {
    check(&[
        "U.S. officials met in the U.S.| He left for the U.N. Security Council.",
        "The U.S. Senate and the U.K. Treasury agreed.",
        "They drove to Salem, Mass.| Mayor Poe waited.",
        "They drove to Salem, Mass., and to Boise, Idaho.",
        "PORT ELDER, Calif. (AP) — Boats sail again.",
        "The bay near Windham, N.H.| (AP Photo/Jane Roe)",
        "The raid failed.| al-Roe fled.",
        "The man of Ill. repute is ill.| Doctors came.",
        "U.S. TO SEND MORE AID",
        "How the U.S. In Five Years Became Rich",
    ]);
}

#[test]
fn firms() {
    check(&[
        "The yards are Roe Inc. (“Roe”) and Vale Corp. (“Vale”).| They build boats.",
        "Roe Lines Ltd. (Roe) sails.",
        "Orrin Inc. Chief Executive Jane Roe quit Poe Corp. on Monday.",
        "She left Orrin & Co.| It closed.",
        "It sued Vale Lines Ltd.| Vale, which owns ships, denied it.",
        "He works for Orrin Bros.| Mr. Roe does too.",
    ]);
}

#[test]
fn dates_times_and_numbers() {
    check(&[
        "On Sept. 5 and Jan. 12, 2016, No. 5 lost.",
        "The vote is in Nov.| It will be close.",
        "“Will you go?| No.| I will stay.”",
        "See p. 55, Fig. 3, Vol. II and Sec. B.| Then write.",
        "It opens at 9 a.m. Monday and closes at 5 p.m. EST.| Doors shut at 6 p.m.| Roe then left.",
        "At 5 a.m. Mr. Roe woke.| He slept until 9 a.m. Beijing time on 2 a.m. May 3.",
        "He retires in Dec.| Roe will follow.",
        "It cost $1.50 in 2016.| It rose 3.2 percent to 1,984.50.| 20 people paid.",
        "The cut of 7 percent failed in 1998.| $5 million was lost.",
        "Roe v. Poe and Doe vs. Low are old cases.",
        "He sold fruit, e.g. Gala apples, i.e. Royal ones, etc.| Trade was good.",
        "Dig at N°. 1026.253.| It is there.",
    ]);
}

#[test]
fn a_stray_stop_ends_nothing_before_a_small_letter() {
    check(&["“Still. it may work,” she said.", "The council of. the town met.", "He speaks, ... and then he sleeps."]);
}

#[test]
fn hasty_writers_without_capitals() {
    check(&["we went to the fair on sunday.| then it rained all day.", "It works.| i'm glad.| iPhones sell."]);
}

#[test]
fn ellipses() {
    check(&[
        "I never said that....| She left.",
        "We wait… and wait ... for the Orrin ferry.",
        "Nobody came...| The hall was empty…| We left.",
        "They were ... oh, perhaps...late . . . or lost . . . I forget.",
        "The law was old.| ... It had to go.",
        "They hold that “the laws of the town will seem less complex. . . .”",
        "Words join into longer ones.| . . . The custom was kept. . . .",
        "The plan was poor [...] and late. [...]| Nobody asked.",
        "End with a stop . . . .| Next one.",
    ]);
}

#[test]
fn quotations() {
    check(&[
        "“Really?” he said.| “No!” Ana Poe cried.| “Why not?” Mayor T. Roe then asked.",
        "\"It is late.\" she said.",
        "\"It is late.\"| She left.",
        "He said, “We lost.| We will try again.”| Nobody spoke.",
        "She called it “odd.”| “Very odd,” he said.",
        "‘Who goes?’| The guard stood.",
        "„Wir gehen.“| «Nous partons.»| Dann kam er.",
        "''It is done,'' he said.| ''We go on.''| They left.",
        "He asked “who?” and “why?” twice.",
        "It was “over.”[3]| Nobody cared.",
        "He said: “Is it?”.| Then he slept.",
    ]);
}

#[test]
fn brackets() {
    check(&[
        "He teaches (he was a smith once.) at the school.",
        "She left.| (The door stayed open.)| He did not.",
        "The film Alas! (1965) won.",
        "The lake is deep.| (credit: Jane Roe)",
        "Sen. Roe (D-Ore.) and Rep. Poe (R-Pa.) voted.",
    ]);
}

#[test]
fn note_marks_belong_to_the_sentence_before() {
    check(&[
        "He died in 1824.[17][18]| His friends wept. [4]| Few came.[citation needed]| More did.",
        "They closed it (type 2).10| This helped.",
        "It fell by half. 8| Yet prices rose.",
        "It fell by half.²| Prices rose.*| Nobody knew.",
    ]);
}

#[test]
fn lost_spaces() {
    check(&[
        "The match ended.|The next began.",
        "He came in 2010.|Read more about it.",
        "It moved to the U.S.|The rest stayed.| It sued Orrin Inc.|They won.",
        "She wept.”|“He slept,” they said.",
        "Write to Jane.Roe@Example.com or see Orrin.Example.org/News.",
        "The .NET and Node.js teams met at St.Orrin with Ph.D.-level staff.",
    ]);
}

#[test]
fn marks_inside_names() {
    check(&[
        "She works at Yahoo! in sales.| Yahoo! News said so.| He likes Yahoo!| It is old.",
        "The !Xun and ǃKung live there.",
    ]);
}

#[test]
fn addresses() {
    check(&[
        "See https://a.example/b.html?q=1.| Then write.",
        "Read it here.| https://a.example/b",
        "A new clip is out.| pic.example.com/a1b2",
    ]);
}

#[test]
fn dashes_and_rules() {
    check(&[
        "“All is lost.”| — Jane Roe",
        "It is over.| ***",
        "It may -- who knows? -- be true.",
        "It rained; nobody came: the fair was off.",
    ]);
}

#[test]
fn lists_in_one_run() {
    check(&[
        "1. Close the bridge| 2. Drain the lock| 3. Mend the gate",
        "1) Close the bridge.| 2) Drain the lock.",
        "1.) Close the bridge| 2.) Drain the lock",
        "(1) A road| (2) A bridge",
        "• A road• built| • A bridge",
        "• 9. A road| • 10. A bridge",
        "⁃9. A road| ⁃10. A bridge",
        "a. here it is| b. here is more",
        "a) A road| b) A bridge",
    ]);
}

#[test]
fn lines_of_one_block() {
    check(&[
        "The ferry sank off the\ncoast.| Nobody\r\nwas hurt.",
        "“He left.”|\n“She stayed.|\n\n” Nobody else came.",
        "A line without a stop|\n\nAnother one|\r\n\r\nA third",
        "The town wants:|\n• A road|\n• A bridge",
        "The town wants:|\n1. A road|\n2. A bridge",
        "He paid 12\n– no more than that –\nfor it.",
    ]);
}

#[test]
fn other_scripts() {
    check(&["今日は晴れです。|明日は雨？|「はい。」|そうです。", "Она ушла.| Он остался.", "राम गया।| सीता आई।"]);
}

#[test]
fn only_blocks_of_running_text_hold_sentences() {
    let source = "Ferry sinks. All safe.\nBy Jane Roe. Staff.\nIt sank. It rose.";
    let text = Text::new(source);
    let roles = [Role::Headline, Role::Byline, Role::Paragraph];
    let blocks: Vec<_> = text.lines.iter().zip(roles).map(|(line, role)| Block::new(role, line.span())).collect();
    let read: Vec<_> = split(&text, &blocks).iter().map(|s| (text.slice(s.span), s.block)).collect();
    assert_eq!(read, [("Ferry sinks.", 0), ("All safe.", 0), ("It sank.", 2), ("It rose.", 2)]);
}

#[test]
fn blocks_smaller_than_a_line() {
    let source = "PORT ELDER (AP) - It sank. It rose. (AP)";
    let text = Text::new(source);
    let block = Block::new(Role::Paragraph, Span::new(18, 35));
    let read: Vec<_> = split(&text, &[block]).iter().map(|s| text.slice(s.span)).collect();
    assert_eq!(read, ["It sank.", "It rose."]);
}

/// Sentences tile their block whatever is in it: nothing but white space is left out, nothing is
/// taken twice, no end lies inside a character.
#[test]
fn sentences_tile_any_text() {
    const PIECES: [&str; 48] = [
        ".",
        "?",
        "!",
        "…",
        "...",
        ". . .",
        "\"",
        "“",
        "”",
        "'",
        "’",
        "(",
        ")",
        "[",
        "]",
        "[1]",
        " ",
        " ",
        " ",
        "\n",
        "\r\n\r\n",
        "\u{a0}",
        "U.S.",
        "Mr",
        "a.m.",
        "No",
        "1.",
        "2.",
        "a)",
        "•",
        "-",
        "--",
        "***",
        "The",
        "he",
        "I",
        "Roe",
        "said",
        "2016",
        "https://a.example/",
        "@",
        "#",
        "。",
        "」",
        "é",
        "e\u{301}",
        "😀",
        "\0",
    ];
    // a linear congruential generator (Knuth's MMIX constants): the same cases on every machine
    let mut state = 7u64;
    let mut next = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    };
    for _ in 0..20_000 {
        let source: String = (0..next(24)).map(|_| PIECES[next(PIECES.len())]).collect();
        let text = Text::new(&source);
        let sentences = split(&text, &[Block::new(Role::Paragraph, Span::new(0, source.len()))]);
        let mut at = 0;
        for sentence in &sentences {
            assert!(source.is_char_boundary(sentence.span.start) && source.is_char_boundary(sentence.span.end));
            assert!(source[at..sentence.span.start].trim().is_empty(), "{source:?} {sentences:?}");
            assert!(!text.slice(sentence.span).trim().is_empty(), "{source:?} {sentences:?}");
            assert_eq!(sentence.span.trim(&source), sentence.span);
            at = sentence.span.end;
        }
        assert!(source[at..].trim().is_empty(), "{source:?} {sentences:?}");
    }
}

#[test]
fn lists_are_sorted() {
    for list in [include_str!("starters.txt"), include_str!("cues.txt"), include_str!("exclaimed.txt")] {
        let entries: Vec<_> = list
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split_once('\t').map_or(line, |(entry, _)| entry))
            .collect();
        assert!(entries.windows(2).all(|pair| pair[0] < pair[1]), "unsorted or twice");
        assert!(entries.iter().all(|entry| entry.to_lowercase() == **entry && !entry.is_empty()));
    }
}
