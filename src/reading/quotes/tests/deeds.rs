//! Short sentences that tell a deed and no words, and such as tell words with the same verbs.

use super::{read, rows};

#[test]
fn a_deed_is_no_speech() {
    for body in [
        "The court rejected his appeal.",
        "Elder Wanderers rejected an offer from Ostle.",
        "The judge dismissed the case.",
        "The waiter recommended the crab.",
        "Quist mentioned the tide.",
        "They discussed a loan.",
        "Brandt described the boat to a friend.",
        "Sailors blamed the fog.",
        "The crew praised their captain.",
        "She proposed a toast.",
        "Brandt begged for bread.",
        "Quist asked for a glass of milk.",
        "Brandt pleaded for his life.",
        "He spoke a few words in Danish.",
        "Brandt said a few words in Danish.",
        "The flood claimed its first boat.",
    ] {
        let article = read(body);
        assert!(article.quotes.is_empty(), "{body}: {:?}", rows(&article));
    }
}

#[test]
fn the_same_verbs_tell_words() {
    for (body, content) in [
        ("Quist rejected the claim.", "the claim"),
        ("Critics condemned the attack.", "the attack"),
        ("Quist described the pier as a wreck.", "the pier as a wreck"),
        ("Sailors say gulls sleep on the pier.", "gulls sleep on the pier"),
        ("A study suggests mice sleep on the pier.", "mice sleep on the pier"),
        ("She repeated that the pier was shut.", "that the pier was shut"),
        ("Brandt swore he had never seen it.", "he had never seen it"),
        ("Quist asked for the pier to be shut.", "the pier to be shut"),
        ("Quist praised the crew for the rescue.", "the crew for the rescue"),
        ("Brandt accused the mayor of greed.", "the mayor of greed"),
    ] {
        let article = read(body);
        let found: Vec<_> = rows(&article).iter().map(|row| row.1.to_owned()).collect();
        assert_eq!(found, [content], "{body}");
    }
}
