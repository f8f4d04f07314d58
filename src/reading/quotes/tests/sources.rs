//! Where a source begins and ends, and who it is.

use super::{read, rows};

/// The sources as written and who they are.
fn speakers(body: &str) -> Vec<(String, String)> {
    rows(&read(body)).iter().map(|row| (row.3.to_owned(), row.4.to_owned())).collect()
}

fn check(cases: &[(&str, &str, &str)]) {
    for (body, written, name) in cases {
        let found = speakers(body);
        let last = found.last().map(|(written, name)| (written.as_str(), name.as_str()));
        assert_eq!(last, Some((*written, *name)), "{body}");
    }
}

#[test]
fn clauses_with_who_belong_to_the_source() {
    check(&[
        ("An official who asked not to be named said it was safe.", "An official", "An official"),
        ("A trader who saw the fire said the pier was safe.", "A trader", "A trader"),
        ("Residents who saw the fire said the pier was safe.", "Residents", "Residents"),
        ("A woman calling herself Ruth said: “I am cold.”", "Ruth", "Ruth"),
        ("A man who gave his name as Omar said: “I am cold.”", "Omar", "Omar"),
        ("A source close to the port said: “It is safe.”", "A source close to the port", "A source close to the port"),
        ("A poll by Quayside found that the pier was loved.", "A poll by Quayside", "A poll by Quayside"),
    ]);
}

#[test]
fn cues_with_more_around_them() {
    check(&[
        ("Brandt is understood to have said that the pier was safe.", "Brandt", "Tomas Brandt"),
        ("Brandt said in a statement the pier was safe.", "Brandt", "Tomas Brandt"),
        ("Quist said during an interview the pier was safe.", "Quist", "Ann Quist"),
        ("In Brandt’s words, “the pier is a gift”.", "Brandt", "Tomas Brandt"),
        ("“The pier is a gift”, in Brandt’s own words.", "Brandt", "Tomas Brandt"),
        ("To quote Tomas Brandt, “the pier is a gift”.", "Tomas Brandt", "Tomas Brandt"),
    ]);
}

#[test]
fn who_somebody_is_by_what_they_are() {
    check(&[
        ("Keeper Jo Pell, 31, signed on Monday. “I am glad,” the goalie said.", "the goalie", "Jo Pell"),
        ("Landlord Jo Pell runs the inn. “We are full,” the publican said.", "the publican", "Jo Pell"),
        ("Rev Jo Pell runs the hall. “We are full,” the vicar said.", "the vicar", "Jo Pell"),
        ("Sgt Jo Pell led the search. “It was dark,” the officer said.", "the officer", "Jo Pell"),
        ("Prof Jo Pell led the study. “It was dark,” the academic said.", "the academic", "Jo Pell"),
        ("Senator Jo Pell flew home. “It is over,” the Democrat said.", "the Democrat", "Jo Pell"),
        ("The Dutch striker Jo Pell limped off. “It is over,” the Dutchman said.", "the Dutchman", "Jo Pell"),
    ]);
}

#[test]
fn days_are_no_part_of_a_source() {
    check(&[
        ("Brandt today said the pier would stay.", "Brandt", "Tomas Brandt"),
        ("Brandt on Monday said the pier would stay.", "Brandt", "Tomas Brandt"),
        ("Fishermen on Wednesday said the pier would stay.", "Fishermen", "Fishermen"),
        ("The port authority late Monday said the pier would stay.", "The port authority", "The port authority"),
        ("Quist yesterday warned that the pier would fall.", "Quist", "Ann Quist"),
    ]);
}

#[test]
fn the_head_of_a_phrase_speaks() {
    check(&[
        ("Tomas Brandt of Elder University said the pier was safe.", "Tomas Brandt", "Tomas Brandt"),
        ("A spokesman for Brandt said the pier was safe.", "A spokesman for Brandt", "A spokesman for Brandt"),
        ("The widow of Tomas Brandt said the pier was safe.", "The widow of Tomas Brandt", "The widow of Tomas Brandt"),
        ("Officials in London said the pier was safe.", "Officials in London", "Officials in London"),
        ("“Nobody asked,” said harbour and fisheries officer Tomas Brandt.", "Tomas Brandt", "Tomas Brandt"),
    ]);
}

#[test]
fn a_name_or_a_noun_of_saying_leads_a_quotation() {
    check(&[
        ("Brandt: “The pier stays.”", "Brandt", "Tomas Brandt"),
        ("Brandt’s answer was short: “No.”", "Brandt", "Tomas Brandt"),
        ("Quist’s message to the town was plain: “It stays.”", "Quist", "Ann Quist"),
        ("In the words of Brandt, “the pier is a gift.”", "Brandt", "Tomas Brandt"),
        ("The pier is a gift, in the words of Brandt.", "Brandt", "Tomas Brandt"),
    ]);
}

#[test]
fn descriptions_find_who_was_described() {
    check(&[
        ("Brandt came late. “I am glad,” the fisherman said.", "the fisherman", "Tomas Brandt"),
        (
            "Jo Pell, 27, a goalkeeper from Elder, smiled. “I am glad,” the goalkeeper said.",
            "the goalkeeper",
            "Jo Pell",
        ),
        ("Striker Jo Pell smiled. “I am glad,” the striker said.", "the striker", "Jo Pell"),
        ("Mia Holt, 31, signed for Rovers in July. “I am glad,” the striker said.", "the striker", "Mia Holt"),
        ("Dr Nora Fell heads the ward. “Every bed is taken,” the doctor said.", "the doctor", "Nora Fell"),
    ]);
    // somebody else may be meant
    check(&[
        ("Brandt met a striker. “I am glad,” the striker said.", "the striker", "the striker"),
        ("Brandt came late. “I am glad,” the official said.", "the official", "the official"),
    ]);
}

#[test]
fn a_pronoun_means_who_speaks_not_who_is_spoken_of() {
    check(&[
        ("Brandt said Mark Hale had sold the boat. He said the boat was old.", "He", "Tomas Brandt"),
        ("“It leaks,” Brandt said, because Mark Hale built it. “It will sink,” he said.", "he", "Tomas Brandt"),
        ("Brandt said the boat was old. Mark Hale laughed. “It sails,” he said.", "he", "Mark Hale"),
        ("Brandt said the boat was old. On Monday, Mark Hale laughed. “It sails,” he said.", "he", "Mark Hale"),
        ("Brandt said that Mark Hale was wrong. Quist laughed. “He was,” he said.", "he", "Tomas Brandt"),
    ]);
}

#[test]
fn what_somebody_calls_a_thing_is_theirs_and_so_is_what_follows() {
    for (body, name, count) in [
        ("The committee condemned what it called the raid and urged the port to close the gate.", "The committee", 2),
        ("Brandt rejected what he described as a “land grab” and asked Quist to resign.", "Tomas Brandt", 2),
        ("Quist praised what she called the calm of the crew, adding that nobody was hurt.", "Ann Quist", 2),
        ("The crew protested in May. The board criticised what it called “theft”.", "The board", 1),
        ("Brandt denied what the board termed a plot, and said the pier was safe.", "Tomas Brandt", 2),
        ("Officials denounced what they called a plot and said the pier was safe.", "Officials", 2),
    ] {
        let found = speakers(body);
        assert_eq!(found.len(), count, "{body}: {found:?}");
        assert!(found.iter().all(|(_, speaker)| speaker == name), "{body}: {found:?}");
    }
}

#[test]
fn who_calls_a_thing_so_does_not_ask_for_more() {
    check(&[
        ("Brandt attacked what critics called a secret deal and asked Quist to resign.", "Brandt", "Tomas Brandt"),
        ("The board scrapped what residents called a scheme and said the pier was safe.", "The board", "The board"),
    ]);
}

#[test]
fn what_is_written_is_a_source_whole() {
    for (body, source) in [
        ("The number of boats rose, according to figures seen by the Courier.", "figures seen by the Courier"),
        (
            "The pier was losing money, according to internal emails reviewed by Reuters.",
            "internal emails reviewed by Reuters",
        ),
        (
            "According to minutes of the meeting obtained by BBC News, the board was warned.",
            "minutes of the meeting obtained by BBC News",
        ),
        ("Documents obtained by the Herald show that the firm knew of the leak.", "Documents obtained by the Herald"),
        ("Boats grew scarce, according to a report by the harbour board.", "a report by the harbour board"),
    ] {
        let article = read(body);
        let sources: Vec<_> = rows(&article).iter().map(|row| row.3).collect();
        assert_eq!(sources, [source], "{body}");
    }
}

#[test]
fn a_relative_speaks_and_not_whose_relative_it_is() {
    let article = read("“He would weep,” said Brandt’s grandson.");
    assert_eq!(rows(&article)[0].4, "Brandt’s grandson");
    let article = read("“He would weep,” said Brandt’s coach, Walter Pym.");
    assert_eq!(rows(&article)[0].4, "Walter Pym");
}

#[test]
fn an_age_tells_who_has_it() {
    let article = read("Walter Pym, 45, plays a king. The 45-year-old said: “I wept.”");
    assert_eq!(rows(&article)[0].4, "Walter Pym");
}

#[test]
fn means_and_time_are_no_part_of_a_source() {
    check(&[
        ("Brandt in a statement said the pier would stay.", "Brandt", "Tomas Brandt"),
        ("Brandt in a letter to the board wrote that the pier would stay.", "Brandt", "Tomas Brandt"),
        ("Brandt on his blog wrote that the pier would stay.", "Brandt", "Tomas Brandt"),
        ("Brandt at that time said the pier would stay.", "Brandt", "Tomas Brandt"),
        ("The ministry in March warned that the pier would go.", "The ministry", "The ministry"),
        ("“The pier is a gift,” the port in a tweet said.", "the port", "the port"),
        ("A source speaking to the BBC said the pier would stay.", "A source", "A source"),
        ("Brandt, speaking to the BBC, said the pier would stay.", "Brandt", "Tomas Brandt"),
        ("Brandt kept asking why the pier would stay.", "Brandt", "Tomas Brandt"),
        // here it belongs to the source
        (
            "An official in the ministry said the pier would stay.",
            "An official in the ministry",
            "An official in the ministry",
        ),
        ("A man in the video said the pier would stay.", "A man in the video", "A man in the video"),
        ("Those in the letter said the pier would stay.", "Those in the letter", "Those in the letter"),
    ]);
}

#[test]
fn what_stands_between_a_quotation_and_its_speaker() {
    check(&[
        ("“We found ice,” lead author and CNN presenter Tomas Brandt said.", "Tomas Brandt", "Tomas Brandt"),
        ("“We found ice,” Tomas Brandt and his team said.", "Tomas Brandt", "Tomas Brandt"),
        ("“We found ice,” Tomas Brandt and colleagues wrote.", "Tomas Brandt", "Tomas Brandt"),
        ("“We found ice,” Prime Minister, the Most Hon. Tomas Brandt, said.", "Tomas Brandt", "Tomas Brandt"),
    ]);
    // a work by which somebody is told
    let told = speakers("“We found ice,” the “Harbour Nights” singer wrote.");
    assert_eq!(told[0].0, "the “Harbour Nights” singer");
}

#[test]
fn the_subject_of_a_sentence_speaks_through_its_participle() {
    check(&[
        ("Brandt wrote on Facebook saying that the pier was safe.", "Brandt", "Tomas Brandt"),
        ("A keeper spoke to the BBC saying the pier was safe.", "A keeper", "A keeper"),
        ("Brandt read a report saying that the pier was safe.", "a report", "a report"),
        ("Brandt met a man claiming the pier was safe.", "a man", "a man"),
    ]);
}

#[test]
fn a_source_has_no_verb_in_it() {
    check(&[
        ("The board met Brandt’s lawyer, who said the pier was safe.", "Brandt’s lawyer", "Brandt’s lawyer"),
        ("Initial reports said the pier was safe.", "Initial reports", "Initial reports"),
        // whoever is named in an apposition or a clause is not who speaks
        ("“It is safe,” Tomas Brandt, adviser to Ruth Hale, said.", "Tomas Brandt", "Tomas Brandt"),
        ("Tomas Brandt, who had met Ruth Hale, said the pier was safe.", "Tomas Brandt", "Tomas Brandt"),
        ("“It is safe,” the 24-year-old Australian said.", "the 24-year-old Australian", "the 24-year-old Australian"),
        ("Media reports say the pier was safe.", "Media reports", "Media reports"),
    ]);
    assert!(speakers("Brandt is facing charges that he stole the pier.").is_empty());
    assert!(speakers("They came carrying signs saying “it is safe”.").is_empty());
}

#[test]
fn a_body_named_after_what_it_is() {
    check(&[
        ("The firm that runs the port, Norland Energy, said the pier was safe.", "Norland Energy", "Norland Energy"),
        ("The port’s owner, Brandvik Lines, said the pier was safe.", "Brandvik Lines", "Brandvik Lines"),
        ("Officials in Oslo, Norway, said the pier was safe.", "Officials in Oslo", "Officials in Oslo"),
    ]);
}
