//! Who speaks, a row a shape: the story's paragraphs, and for every quote a part of its words and whose they are.

use crate::{Article, Offsets, Options, QuoteAct, parse};

/// A story about people of many countries, whom its second paragraph names.
const STORY: &str = "A new bridge opens at Kadera\n\n\
    Rajesh Iyer, 17, a student, came with Ngozi Adebayo, 42, a nurse, and Kim Dong-hyun, the mayor.\n\n";

pub(super) fn read(text: &str) -> Article {
    parse(text, &Options { offsets: Offsets::Utf8, ..Options::default() })
}

pub(super) fn check(head: &str, rows: &[(&str, &[(&str, &str)])]) {
    for (body, expected) in rows {
        let article = read(&format!("{head}{}\n", body.replace('|', "\n\n")));
        let found: Vec<(&str, &str)> = article
            .quotes
            .iter()
            .map(|quote| {
                let name = quote.speaker.as_ref().and_then(|speaker| speaker.name.as_deref());
                (quote.text.as_str(), name.unwrap_or(""))
            })
            .collect();
        let right = found.len() == expected.len()
            && found.iter().zip(*expected).all(|(found, want)| found.0.contains(want.0) && found.1 == want.1);
        assert!(right, "{body}\n{found:#?}");
    }
}

#[test]
fn acts_told_one_after_the_other_have_one_subject() {
    check(
        STORY,
        &[
            ("Adebayo opened the window, looked out and said: “It is wide.”", &[("It is wide", "Ngozi Adebayo")]),
            ("Iyer laughed and said it only looked wide.", &[("it only looked wide", "Rajesh Iyer")]),
            ("Iyer put down his bag and asked whether it was safe.", &[("whether it was safe", "Rajesh Iyer")]),
            ("The council met at noon and said the bridge was safe.", &[("the bridge was safe", "The council")]),
            ("The guards, Iyer said, came and told him to leave.", &[("The guards", "Rajesh Iyer")]),
        ],
    );
}

#[test]
fn whoever_is_quoted_says_it() {
    check(
        STORY,
        &[
            ("“It is wide,” Iyer was quoted as saying by the state agency.", &[("It is wide", "Rajesh Iyer")]),
            ("Adebayo was quoted by the paper as saying the bridge was safe.", &[("was safe", "Ngozi Adebayo")]),
            ("The bridge was branded “a gift to the rich” by Adebayo.", &[("a gift", "Ngozi Adebayo")]),
            ("It was described by Adebayo as “a coat hanger”.", &[("coat hanger", "Ngozi Adebayo")]),
            ("Dubbed “the comb” by Adebayo, the bridge is blue.", &[("the comb", "Ngozi Adebayo")]),
            ("The nurse bought a film called “The Comb” by Rajesh Iyer.", &[]),
        ],
    );
}

#[test]
fn words_before_a_colon_lead() {
    check(
        STORY,
        &[
            ("Ngozi Adebayo, nurse: “It is wide.”", &[("It is wide", "Ngozi Adebayo")]),
            ("Iyer shook his head: “There is no cure for the sea.”", &[("no cure", "Rajesh Iyer")]),
            ("10:40 The mayor, Kim Dong-hyun, on the first hour: “We were asleep.”", &[("asleep", "Kim Dong-hyun")]),
            ("The farmers’ union: “We were not heard.”", &[("not heard", "The farmers’ union")]),
            ("As Iyer, a student, put it: “It is a comb.”", &[("a comb", "Rajesh Iyer")]),
            ("Adebayo put it differently: “It is a coat hanger.”", &[("coat hanger", "Ngozi Adebayo")]),
            ("Adebayo has a new play: “The Long Night”.", &[]),
        ],
    );
}

#[test]
fn whoever_stands_beside_speaks() {
    check(
        STORY,
        &[
            ("“I never saw it so wide.” Adebayo has kept the inn for years.", &[("so wide", "Ngozi Adebayo")]),
            ("“I sell bread. It sells itself.” So says Rajesh Iyer, a baker.", &[("bread", "Rajesh Iyer")]),
            ("“Wide,” hollered Ngozi Adebayo, dropping her radio.", &[("Wide", "Ngozi Adebayo")]),
            (
                "“We need a dam,” Iyer said.|Adebayo stood up. “We need rain.”",
                &[("a dam", "Rajesh Iyer"), ("rain", "Ngozi Adebayo")],
            ),
        ],
    );
}

#[test]
fn descriptions_go_to_whoever_bears_them() {
    check(
        STORY,
        &[
            (
                "“I saw it,” the 17-year-old said.|“I did not,” the 42-year-old said.",
                &[("I saw it", "Rajesh Iyer"), ("I did not", "Ngozi Adebayo")],
            ),
            ("The priest of Kadera, Piotr Bem, came.|“It is wide,” the priest said.", &[("wide", "Piotr Bem")]),
            ("Piotr Bem, a poet jailed for a poem, came.|“I am glad,” the poet said.", &[("glad", "Piotr Bem")]),
            ("Finch Airways is to fly here.|“Fares are low,” the airline said.", &[("low", "Finch Airways")]),
            (
                "Halcyon Terminals said a crane fell. The union said it was old.",
                &[("a crane fell", "Halcyon Terminals"), ("it was old", "The union")],
            ),
            ("An aide to the mayor said the bridge was safe.", &[("was safe", "An aide to the mayor")]),
            ("Two advisers last week said the bridge was safe.", &[("was safe", "Two advisers")]),
            ("The gates shut after eleven pilots said they would strike.", &[("they would strike", "eleven pilots")]),
            // somebody unnamed had the floor before the one who bears the noun was named
            (
                "A spokesman for the port said a crane fell.|“It was old,” the spokesman said.|Piotr Bem, spokesman for the \
              union, came.",
                &[("a crane fell", "A spokesman for the port"), ("It was old", "A spokesman for the port")],
            ),
        ],
    );
}

#[test]
fn pronouns_follow_what_the_text_shows() {
    check(
        "A new bridge opens at Kadera\n\n",
        &[
            (
                "Rajesh Iyer, a father of four, came with his son. Zhang Meiling, who lost her husband, came alone.|\
                 “It is good,” she said.|“It is loud,” he said.",
                &[("good", "Zhang Meiling"), ("loud", "Rajesh Iyer")],
            ),
            (
                "Zhang Meiling, the minister, walked with Lee Sang-ho, the headmaster.|“It is wide,” she said.|“It is \
                 long,” he said.",
                &[("wide", "Zhang Meiling"), ("long", "Lee Sang-ho")],
            ),
            (
                "Thabo Nkosi, an engineer, died on Friday. He was 84.|His teacher, Declan Moran, lent him a radio.|“I never \
                 gave it back,” he said in 2004.",
                &[("gave it back", "Thabo Nkosi")],
            ),
            (
                "“Nobody knew,” said Wilda Strand, his wife. “He dived,” she said.",
                &[("Nobody knew", "Wilda Strand"), ("He dived", "Wilda Strand")],
            ),
            // in the same paragraph she is the one just told of
            (
                "Mia Holt and Eve Holt were found. Their mother, Ann Holt, had rung at dusk. “I heard them,” she said.",
                &[("I heard them", "Ann Holt")],
            ),
            (
                "The coastguard said oil had come ashore. It said it was thick.",
                &[("oil had come", "The coastguard"), ("it was thick", "The coastguard")],
            ),
            ("Kestrel Air grounded nine jets. It said passengers would wait.", &[("would wait", "Kestrel Air")]),
            (
                "The hikers said they ate snow.|“It tastes of nothing,” they said.",
                &[("they ate snow", "The hikers"), ("nothing", "The hikers")],
            ),
        ],
    );
}

/// Names that tell nothing: the form of address does.
#[test]
fn pronouns_follow_the_form_of_address() {
    for (man, woman) in [("Mr", "Mrs"), ("Lord", "Lady"), ("Datuk", "Puan"), ("Sir", "Dame"), ("Herr", "Frau")] {
        let body = |first: &str, other: &str, pronoun: &str| {
            format!("{first} met {other} at the bridge on Monday.|“It is wide,” {pronoun} said.")
        };
        let (man, woman) = (format!("{man} Tolver Ebanks"), format!("{woman} Doriel Quast"));
        for (first, other) in [(&man, &woman), (&woman, &man)] {
            let he = body(first, other, "he");
            let she = body(first, other, "she");
            check(
                "A new bridge opens at Kadera\n\n",
                &[(he.as_str(), &[("It is wide", "Tolver Ebanks")]), (she.as_str(), &[("It is wide", "Doriel Quast")])],
            );
        }
    }
}

#[test]
fn one_of_two_is_less_sure_and_names_the_other() {
    let article = read(
        "Two want one place\n\nGoalkeeper Declan Moran trained alone. Goalkeeper Oleg Bondar trained with the squad.\n\n\
         “It is hard to wait,” the goalkeeper said.\n",
    );
    let speaker = article.quotes[0].speaker.as_ref().unwrap();
    assert!(speaker.certainty.unwrap().hundredths() < 60, "{speaker:?}");
    assert!(speaker.alternative.is_some() && speaker.alternative != speaker.entity);
}

#[test]
fn a_description_is_doubted_only_where_somebody_named_may_be_meant() {
    let sure = |others: &str, who: &str| {
        let story =
            format!("Bridge opens\n\nA bridge opened in the valley on Monday. {others}\n\n“It is wide,” {who} said.\n");
        read(&story).quotes.last().unwrap().speaker.as_ref().unwrap().certainty.unwrap().hundredths()
    };
    let named = "Rajesh Iyer crossed it first.";
    assert!(sure("Nobody crossed it.", "the mayor") >= 90);
    assert!(sure(named, "the mayor") < 80);
    assert!(sure(named, "the guards") >= 90);
    assert!(sure("Nobody crossed it.", "the commission") < 80, "it may be named in full elsewhere");
}

#[test]
fn an_interview_without_marks_is_asked_and_answered() {
    let article = read(
        "The river remembers\n\nZhang Meiling has photographed one river for years.\n\nWhen did you first see it?\n\n\
         I was born beside it. My mother washed on the stones.\n\nHas it changed?\n\nIt is thinner. There are years when \
         you can cross it on foot.\n\nWhat comes next?\n\nSleep, and then I mend my boat.\n",
    );
    let found: Vec<(QuoteAct, &str)> = article
        .quotes
        .iter()
        .map(|quote| (quote.act, quote.speaker.as_ref().and_then(|speaker| speaker.name.as_deref()).unwrap_or("")))
        .collect();
    let (asked, told) = ((QuoteAct::Question, ""), (QuoteAct::Statement, "Zhang Meiling"));
    assert_eq!(found, [asked, told, asked, told, asked, told]);
    // what a paper asks itself is answered by nobody
    let explained = read(
        "Why is bread dear?\n\nBread costs more than ever in Kadera.\n\nWho is to blame?\n\nThe harvest was poor.\n\nWill it \
         get worse?\n\nPrices will rise by May.\n\nCan we bake at home?\n\nFlour is dear as well.\n",
    );
    assert_eq!(explained.quotes, []);
}

#[test]
fn labels_name_who_speaks() {
    check(
        "The bridge: a talk\n\nPark Seo-yeon spoke to Mehmet Yıldız on Monday.\n\n",
        &[
            (
                "PSY: Is it safe?|MY: It is, in my view.|PSY: For how long?|MY: For a hundred years.",
                &[
                    ("safe", "Park Seo-yeon"),
                    ("my view", "Mehmet Yıldız"),
                    ("how long", "Park Seo-yeon"),
                    ("hundred", "Mehmet Yıldız"),
                ],
            ),
            (
                "Park Seo-yeon, vet: I like it, and my dogs do.|Mehmet Yıldız, 19: We waited for years.",
                &[("my dogs", "Park Seo-yeon"), ("We waited", "Mehmet Yıldız")],
            ),
            ("Park Seo-yeon, goalkeeper: Two good saves.|Mehmet Yıldız, defender: Slow to turn.", &[]),
        ],
    );
}

#[test]
fn marks_that_are_lost_doubled_or_dashes() {
    check(
        STORY,
        &[
            ("\"\"It is wide,\"\" said Ngozi Adebayo.", &[("It is wide", "Ngozi Adebayo")]),
            ("\" It is wide , \" said Ngozi Adebayo .", &[("It is wide", "Ngozi Adebayo")]),
            ("‘We’ve baked since ’62,’ Adebayo said.", &[("since ’62", "Ngozi Adebayo")]),
            (
                "“We need the roof, said Rajesh Iyer, a baker.|“My guests do not,” said Ngozi Adebayo.",
                &[("the roof", "Rajesh Iyer"), ("My guests", "Ngozi Adebayo")],
            ),
            (
                "– Nobody sleeps, said Rajesh Iyer.|– And nobody eats, said Ngozi Adebayo.",
                &[("Nobody sleeps", "Rajesh Iyer"), ("nobody eats", "Ngozi Adebayo")],
            ),
        ],
    );
}
