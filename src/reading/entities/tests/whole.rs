//! Names of the world's customs, whole and with all their mentions.

use super::{EntityKind, names, read};
use crate::EntityKind::{Organization, Person, Place};
use crate::{Offsets, Options, parse};

/// The mentions of each entity of a kind, as written.
fn mentions(text: &str, kind: EntityKind) -> Vec<Vec<&str>> {
    let article = parse(text, &Options { offsets: Offsets::Utf8, ..Options::default() });
    let of = article.entities.iter().filter(|entity| entity.kind == kind);
    of.map(|entity| entity.mentions.iter().map(|span| span.of(text)).collect()).collect()
}

#[test]
fn particles_and_initials_belong_to_a_name() {
    for (body, name) in [
        ("Yesterday Pieter van den Berg queued for hours, and van den Berg paid.", "Pieter van den Berg"),
        ("Sailors thanked Maricel dela Cruz on Monday. Then dela Cruz paid.", "Maricel dela Cruz"),
        ("Sailors thanked Mwangi wa Njoroge, who owns boats. Njoroge paid.", "Mwangi wa Njoroge"),
        ("Sailors thanked Achieng' Ouma, who owns boats. Ouma paid.", "Achieng' Ouma"),
        ("A.P. Muralidharan met sailors. Muralidharan paid.", "A.P. Muralidharan"),
        ("Sailors thanked William R. Hutchins Jr., who owns boats.", "William R. Hutchins Jr."),
    ] {
        assert_eq!(names(&read(body), Person), [name], "{body}");
    }
    for name in ["Inzamam-ul-Haq", "Nasir-ud-Din Shah", "Noor-ul-Amin", "Mizan-ur-Rahman Khan", "Salah-ud-Din"] {
        let body = format!("“We paid,” said Mayor {name}.");
        assert_eq!(names(&read(&body), Person), [name], "{body}");
    }
    let article = read("The court banned Jamaat-ud-Dawa on Monday.");
    assert!(names(&article, Person).is_empty(), "{:?}", article.entities);
    // a car
    let article = read("Sailors pushed the van Brandvik had bought.");
    assert!(!names(&article, Person).iter().any(|name| name.starts_with("van")), "{:?}", article.entities);
}

#[test]
fn a_surname_means_whom_the_story_has_named() {
    let body = "Lorcan Tidmarsh cooked. “The cat was sick,” Tidmarsh said. Edith Tidmarsh, his mother, has read it. Edith \
                Tidmarsh laughed.";
    let text = format!("Harbour plan divides town\n\n{body}\n");
    assert_eq!(
        mentions(&text, Person),
        [
            vec!["Lorcan Tidmarsh", "Tidmarsh"],
            vec![
                "Edith Tidmarsh",
                "Edith \
                Tidmarsh"
            ]
        ]
    );
    let text = "Harbour plan divides town\n\nAl-Mutairi paid. Huda Al-Mutairi owns boats. “No,” Al-Mutairi said.\n";
    assert_eq!(mentions(text, Person), [vec!["Al-Mutairi", "Huda Al-Mutairi", "Al-Mutairi"]]);
}

#[test]
fn accents_make_nobody_else() {
    let text = "Harbour plan divides town\n\nLucía Fernández Prado paid. “No,” Fernandez said.\n";
    assert_eq!(mentions(text, Person), [vec!["Lucía Fernández Prado", "Fernandez"]]);
}

#[test]
fn what_stands_before_a_name_is_none_of_it() {
    for body in [
        "Sailors thanked Member of Parliament Tahmina Chowdhury on Monday.",
        "Frenchman Luc Marel won ahead of a dog.",
        "Korean Bae Ji-won won ahead of a dog.",
    ] {
        let article = read(body);
        let found = names(&article, Person);
        assert!(["Tahmina Chowdhury", "Luc Marel", "Bae Ji-won"].contains(&found[0]), "{body} {found:?}");
    }
}

#[test]
fn a_headline_in_capitals_holds_two_names() {
    let text = "Valdebenito Backs Brandvik In Row Over New Harbour Bridge\n\nMayor Ximena Valdebenito has taken the side of \
                Leo Brandvik, who wants it higher. “Ships grow,” Brandvik said.\n";
    assert_eq!(
        mentions(text, Person),
        [vec!["Valdebenito", "Ximena Valdebenito"], vec!["Brandvik", "Leo Brandvik", "Brandvik"]]
    );
}

#[test]
fn bodies_that_everybody_knows() {
    let article = read(
        "Everton drew with Crystal Palace on Saturday. JPMorgan Chase paid, and Boko Haram fled. She lives in Chelsea. \
         Gerald Ford came, and Ford spoke.",
    );
    assert_eq!(names(&article, Organization), ["Everton", "Crystal Palace", "JPMorgan Chase", "Boko Haram"]);
    assert_eq!(names(&article, Place), ["Chelsea"]);
    assert_eq!(names(&article, Person), ["Gerald Ford"]);
    assert_eq!(names(&read("The village fasts in Ramadan. It lit fires at Diwali."), Person), [""; 0]);
}

#[test]
fn short_forms_of_bodies() {
    let text = "Harbour plan divides town\n\nThe Ardmouth Herald printed a letter. The Herald printed it twice. General \
                Motors paid. GM has plants. Marlowe Capital sold some. Marlowe owns two.\n";
    let found = mentions(text, Organization);
    assert_eq!(found[0], ["Ardmouth Herald", "Herald"], "{found:?}");
    assert_eq!(found[1].len(), 2, "{found:?}");
    assert_eq!(found[2], ["Marlowe Capital", "Marlowe"], "{found:?}");
}

#[test]
fn a_public_body_is_not_its_country() {
    let article = read(
        "Negotiators from Marnland and Corrin met. Corrin's Prime Minister Jonas Verrick spoke. She met her Corrin \
         counterpart. The Corrin Ports Authority paid.",
    );
    assert!(names(&article, Place).contains(&"Corrin"), "{:?}", article.entities);
    assert_eq!(names(&article, Organization), ["Corrin Ports Authority"]);
    assert_eq!(names(&article, Person), ["Jonas Verrick"]);
}

#[test]
fn a_name_that_was_left_out() {
    let text = "Harbour plan divides town\n\nCaptain Tewodros Bekele scored late. Tewodros, 23, came on in March.\n";
    assert_eq!(mentions(text, Person), [vec!["Tewodros Bekele", "Tewodros"]]);
    // a dollar sign, a people's followers
    let article = read("The US sent boats. It cost US$12 in all.");
    assert_eq!(article.entities.iter().map(|entity| entity.mentions.len()).sum::<usize>(), 1, "{:?}", article.entities);
}

#[test]
fn a_shore_is_a_place() {
    let article = read("Divers off Qasr Nour have filmed a whale. It was seen by biologist Ngozi Adebayo.");
    assert_eq!((names(&article, Place), names(&article, Person)), (vec!["Qasr Nour"], vec!["Ngozi Adebayo"]));
}

#[test]
fn a_title_makes_sure() {
    let sure = |body: &str| {
        let article = read(body);
        let person = article.entities.iter().find(|entity| entity.kind == Person).and_then(|entity| entity.certainty);
        person.map_or(0, crate::Certainty::hundredths)
    };
    let (plain, titled) = (
        sure("Sailors thanked Ifeoma Tarn. Later Tarn left."),
        sure("Sailors thanked Mayor Ifeoma Tarn. Later Tarn left."),
    );
    assert!(plain < titled, "{plain} {titled}");
}

#[test]
fn a_nickname_stands_inside_a_name() {
    for (body, name) in [
        ("Walter ‘Wally’ Hartigan owns boats. Hartigan paid.", "Walter ‘Wally’ Hartigan"),
        ("Walter “Wally” Hartigan owns boats. Wally Hartigan paid.", "Walter “Wally” Hartigan"),
        ("Sailors thanked Walter \"The Oar\" Hartigan on Monday.", "Walter \"The Oar\" Hartigan"),
        ("Sailors thanked Margaret (Peggy) Hartigan, 91. Hartigan paid.", "Margaret (Peggy) Hartigan"),
    ] {
        let article = read(body);
        assert_eq!(names(&article, Person), [name], "{body}");
        assert!(article.quotes.is_empty(), "{:?}", article.quotes);
    }
}

#[test]
fn a_couple_shares_a_surname() {
    let body = "David and Helen Ashgrove bought a boat. “We loved it,” Mr Ashgrove said.";
    let article = read(body);
    assert_eq!(names(&article, Person), ["David Ashgrove", "Helen Ashgrove"]);
    let speaker = article.quotes[0].speaker.as_ref().unwrap();
    assert_eq!(speaker.name.as_deref(), Some("David Ashgrove"));
    // a name that the story has given is nobody else's
    let article = read("Walter Hartigan met James. Then James and Helen Ashgrove sang, and Ashgrove paid.");
    assert!(names(&article, Person).contains(&"James"), "{:?}", article.entities);
}

#[test]
fn what_hyphens_and_forms_join_to_a_name() {
    let has = |body: &str, kind: EntityKind, name: &str| {
        let article = read(body);
        assert!(names(&article, kind).contains(&name), "{body}: {:?}", article.entities);
    };
    has("Sales in sub-Saharan Africa rose on Monday.", Place, "sub-Saharan Africa");
    has("Sailors in St. John's were called on Monday.", Place, "St. John's");
    has("Sailors at Quistmar Holdings plc and its arm were called.", Organization, "Quistmar Holdings plc");
    has("Will Hopeley and Grace Summers sang on Monday.", Person, "Will Hopeley");
    // a peer's seat is a place
    let article = read("Lord Tarrant of Wick said the bill was bad.");
    assert_eq!(names(&article, Person), ["Tarrant"]);
    let article = read("Smt Kavita Rao, IAS, spoke to sailors.");
    assert!(names(&article, Organization).is_empty(), "{:?}", article.entities);
}
