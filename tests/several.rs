//! Two and three articles in one paste: reported, with the right start; the head is the first's. What only looks like
//! several (round-ups, live blogs, interviews, pages with teasers and comments) is one.

use nutgraf::{Article, Offsets, Options, Role, parse};

/// Invented articles in the styles that get pasted, each with its headline or first words.
const ARTICLES: &[(&str, &str)] = &[
    (
        "byline and date",
        "Harbour board closes old ferry pier\nBy Ada Quill\nMay 3, 2023\n\nThe harbour board voted on Tuesday to close the \
         old ferry pier for three months after engineers found cracks in its piles.\n\nThe cracks run through eleven of \
         the forty piles that carry the deck, a report to the board said on Tuesday.\n\nFerries will leave from the new \
         quay until August, and the board will meet again before the summer to look at the costs.\n\nCafes nearby fear \
         that visitors will stay away, and one of them has asked the town for help with its rent.",
    ),
    (
        "wire dateline",
        "Farmers ask for rain insurance as wells run dry\n\nDRYWELL, May 4 (Reuters) - Farmers in the eastern hills asked \
         the government on Thursday for an insurance against a third summer without rain.\n\nWells have run dry in nine \
         of the twelve valleys, the farmers' union said, and the price of hay has doubled since the spring.\n\nThe \
         ministry of agriculture said it would look at the proposal before the harvest and answer in June.\n\n\
         (Reporting by Tom Harker; Editing by Ines Varga)",
    ),
    (
        "agency page",
        "Museum returns carved door to island village\nBy INES VARGA\nJune 7, 2023\n\nNORTH HOLM (AP) — A museum in the \
         capital has returned a carved door to the island village it was taken from a hundred years ago.\n\nThe door \
         hung in the museum's great hall, where most visitors took it for a copy of the original, its director said.\n\n\
         Villagers carried it from the boat to the chapel on Wednesday, and the school was closed for the day.",
    ),
    (
        "address first",
        "https://www.echo.example/news/2023/05/09/night-buses-come-back-to-elder\n\nNight buses come back to Port Elder\n\n\
         Night buses will run again in Port Elder from Monday, two years after the town took them off its roads.\n\nThe \
         town council found the money in a fund for roads that it had not used, the mayor said after the meeting.\n\n\
         Drivers were glad of the decision, and so were the nurses who start work at the hospital before six.",
    ),
    (
        "standfirst and published",
        "School meals to be free in all northern towns\nThe plan is paid for by a tax on sugar, the region says\n\
         Published 12 May 2023\nTom Harker\n\nSchool meals will be free in all the northern towns from the autumn, the \
         region's government decided on Friday.\n\nSome forty thousand children eat at school every day, and a third of \
         them pay the full price for their meals.\n\nA tax on sugar that was brought in last year is to cover the costs, \
         which the region puts at nine million.",
    ),
];

fn read(text: &str) -> Article {
    parse(text, &Options::new().with_offsets(Offsets::Utf8))
}

/// Where the second article begins, as the breakdown says.
fn second_start(article: &Article) -> Option<usize> {
    let json = serde_json::to_value(article).expect("plain data");
    let warnings = json["warnings"].as_array().expect("a list");
    let warning = warnings.iter().find(|warning| warning["code"] == "several-articles")?;
    assert_eq!(warning["end"].as_u64(), Some(article.length as u64));
    warning["start"].as_u64().and_then(|start| usize::try_from(start).ok())
}

#[test]
fn pairs_of_articles() {
    let mut wrong = Vec::new();
    for (first, head) in ARTICLES {
        for (second, next) in ARTICLES.iter().filter(|(second, _)| second != first) {
            for joint in ["\n\n", "\n\n\n\n", "\n"] {
                let text = format!("{head}{joint}{next}");
                let article = read(&text);
                if second_start(&article) != Some(head.len() + joint.len()) {
                    wrong.push(format!("{first} + {second}, {joint:?}: {:?}", second_start(&article)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of 60: {wrong:#?}", wrong.len());
}

#[test]
fn three_articles_are_told_from_the_second() {
    let text = format!("{}\n\n{}\n\n{}", ARTICLES[0].1, ARTICLES[1].1, ARTICLES[2].1);
    let article = read(&text);
    assert_eq!(second_start(&article), Some(ARTICLES[0].1.len() + 2));
    let headlines = article.blocks.iter().filter(|block| block.role == Role::Headline).count();
    assert_eq!(headlines, 3);
}

#[test]
fn the_head_and_the_key_sentences_are_the_firsts() {
    let text = format!("{}\n\n{}", ARTICLES[0].1, ARTICLES[1].1);
    let article = read(&text);
    let start = second_start(&article).expect("two articles");
    let alone = read(ARTICLES[0].1);
    assert_eq!(article.head, alone.head);
    assert_eq!(article.key_sentences, alone.key_sentences);
    assert!(article.head.dateline.is_none() && article.head.contributors.is_empty());
    assert!(article.blocks.iter().any(|block| block.role == Role::Dateline && block.span.start > start));
}

#[test]
fn one_article_is_one() {
    let (story, wire) = (ARTICLES[0].1, ARTICLES[1].1);
    let paragraph =
        "The town said on Friday that it would look at the matter again before the end of the year, and a vote is due.";
    let teaser = format!("Bridge over the Elder opens again at last\nBy Tom Harker\nMay 2, 2023\n{paragraph}\n\n");
    let brief = |town: &str| format!("{town} (AP) — {paragraph}\n\n");
    let post = |time: &str| {
        format!("{time}\nThe mayor speaks to the harbour board again\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}\n\n")
    };
    let comment = |name: &str| format!("{name}\n3 days ago\n{paragraph} And {paragraph}\nReply\n\n");
    for text in [
        story.to_owned(),
        wire.to_owned(),
        // teasers below
        format!("{story}\n\nMore news\n\n{}", teaser.clone()),
        format!("{story}\n\nMore news\n\n{teaser}{}", teaser.replace("Bridge", "Road").replace("town", "county")),
        // comments below
        format!("{story}\n\nComments\n\n{}{}{}", comment("Tom Harker"), comment("seal_watcher"), comment("Ines Varga")),
        // a round-up under one headline
        format!("News in brief from the islands\n\n{}{}{}", brief("NORTH HOLM"), brief("DRYWELL"), brief("ARDMOUTH")),
        // a live blog
        format!(
            "Pier closure: the day as it happened\nBy Ada Quill\nMay 3, 2023\n\n{}{}{}",
            post("14:02"),
            post("13:41"),
            post("12.15pm")
        ),
        // crossheads and an interview
        story.replace("\n\nFerries", "\n\nWhat happens to the ferries now\n\nFerries"),
        format!(
            "The woman who counts seals\nBy Ada Quill\nMay 3, 2023\n\n{paragraph}\n\nWhat did you see this spring on the rocks?\n\n{paragraph}\n\nHow do you count them when it rains?\n\n{paragraph}\n\n{paragraph}"
        ),
    ] {
        assert_eq!(second_start(&read(&text)), None, "{text}");
    }
}
