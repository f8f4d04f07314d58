//! Datelines as the trade sets them, and what only looks like one.

use super::*;

struct Case(&'static str, &'static [&'static str], Option<&'static str>, Option<&'static str>, u8);

/// The run, its places, its date, its agency, its certainty.
type Read = (String, Vec<String>, Option<String>, Option<String>, u8);

fn check(source: &str) -> Option<Read> {
    let text = Text::new(source);
    let parsed = read(&text, 0..text.tokens.len())?;
    Some((
        text.slice(parsed.span).to_owned(),
        parsed.places.iter().map(|city| text.slice(city.name).to_owned()).collect(),
        parsed.date.map(|(date, _)| date.to_string()),
        parsed.agency.as_ref().map(|(name, _)| name.clone()),
        parsed.certainty(),
    ))
}

const STYLES: &[(&str, Case)] = &[
    ("HANGZHOU, Sept 5 —", Case(" Envoys met", &["HANGZHOU"], Some("XXXX-09-05"), None, 3)),
    ("HARLOW, N.H. (AP) —", Case(" The mayor", &["HARLOW"], None, Some("AP"), 3)),
    ("Durban, May 16 2022 (IPS) -", Case(" A mere", &["Durban"], Some("2022-05-16"), Some("IPS"), 3)),
    ("BULAWAYO, Zimbabwe , Jun 21 2022 (IPS) -", Case(" Smoke", &["BULAWAYO"], Some("2022-06-21"), Some("IPS"), 3)),
    (
        "BEIRUT/THE HAGUE, March 7 (Reuters) -",
        Case(" A crew", &["BEIRUT", "THE HAGUE"], Some("XXXX-03-07"), Some("Reuters"), 3),
    ),
    (
        "OSLO and KUALA LUMPUR, May 4 2021 (IPS) -",
        Case(" Like", &["OSLO", "KUALA LUMPUR"], Some("2021-05-04"), Some("IPS"), 3),
    ),
    ("CAIRO – 26 July 2022:", Case(" Minister", &["CAIRO"], Some("2022-07-26"), None, 3)),
    ("SENNAN, Osaka Prefecture--", Case("Yuma ran", &["SENNAN"], None, None, 2)),
    ("LEON, GUANAJUATO.-", Case(" A boy", &["LEON"], None, None, 2)),
    ("AUBURN, Wash. —", Case(" After", &["AUBURN"], None, None, 2)),
    ("Ulaanbaatar /MONTSAME/.", Case(" A road", &["Ulaanbaatar"], None, Some("MONTSAME"), 3)),
    ("AFP.- London -", Case("The game", &["London"], None, Some("AFP"), 3)),
    ("Aug 27 (Reuters) -", Case(" Shares", &[], Some("XXXX-08-27"), Some("Reuters"), 3)),
    ("SINGAPORE (May 6, 2021) —", Case(" While", &["SINGAPORE"], Some("2021-05-06"), None, 3)),
    ("YANGON, July 25 (Reuters):", Case(" Trains", &["YANGON"], Some("XXXX-07-25"), Some("Reuters"), 3)),
    ("LAKEVIEW, Minn., Feb. 8 (UPI) —", Case(" Count", &["LAKEVIEW"], Some("XXXX-02-08"), Some("UPI"), 3)),
    ("Port-au-Prince –", Case(" Rain", &["Port-au-Prince"], None, None, 2)),
    ("KUWAIT CITY, July 24:", Case(" Racers", &["KUWAIT CITY"], Some("XXXX-07-24"), None, 3)),
    ("ST. LOUIS -", Case(" The river", &["ST. LOUIS"], None, None, 2)),
    // the dash of the wires' old character set
    ("OSLO, Norway (AP) _", Case(" The river", &["OSLO"], None, Some("AP"), 3)),
    ("LONDON--(BUSINESS WIRE)--", Case("Bolt", &["LONDON"], None, Some("BUSINESS WIRE"), 3)),
    ("OSLO, May 03, 2023 (GLOBE NEWSWIRE) --", Case(" Bolt", &["OSLO"], Some("2023-05-03"), Some("GLOBE NEWSWIRE"), 3)),
    ("AUSTIN, TX / ACCESSWIRE / June 9, 2022 /", Case(" Bolt", &["AUSTIN"], Some("2022-06-09"), Some("ACCESSWIRE"), 3)),
    ("OSLO, May 3, 2023 /PRNewswire/ --", Case(" Bolt", &["OSLO"], Some("2023-05-03"), Some("PRNewswire"), 3)),
    ("MOSCOW, May 3. /TASS/.", Case(" Ice", &["MOSCOW"], Some("XXXX-05-03"), Some("TASS"), 3)),
    ("New Delhi, May 3 (PTI)", Case(" The court", &["New Delhi"], Some("XXXX-05-03"), Some("PTI"), 3)),
    ("TOKYO, May 3, Kyodo -", Case(" The ferry", &["TOKYO"], Some("XXXX-05-03"), Some("Kyodo"), 3)),
    ("London, Wednesday —", Case(" The ferry", &["London"], None, None, 2)),
    ("(CNN) —", Case(" The ferry", &[], None, Some("CNN"), 3)),
    ("(Reuters) -", Case(" The ferry", &[], None, Some("Reuters"), 3)),
    ("(ANSA) - ROME, MAR 8 -", Case(" The ferry", &["ROME"], Some("XXXX-03-08"), Some("ANSA"), 3)),
    ("(London) -", Case(" The ferry", &["London"], None, None, 2)),
    ("London, Wednesday:", Case(" The ferry", &["London"], None, None, 2)),
    ("London CNN —", Case(" The ferry", &["London"], None, Some("CNN"), 3)),
    ("(CNN)", Case("The ferry", &[], None, Some("CNN"), 3)),
    ("OSLO, May 3, 2023 /PRNewswire-PRWeb/ --", Case(" Bolt", &["OSLO"], Some("2023-05-03"), Some("PRNewswire"), 3)),
    (
        "OSLO, May 3 (Reuters Breakingviews) -",
        Case(" Bolt", &["OSLO"], Some("XXXX-05-03"), Some("Reuters Breakingviews"), 3),
    ),
    ("FORT HALE, N.H. (Army News Service) --", Case(" Men", &["FORT HALE"], None, Some("Army News Service"), 3)),
    ("New Delhi [India], May 3 (ANI):", Case(" The court", &["New Delhi"], Some("XXXX-05-03"), Some("ANI"), 3)),
    ("MOSCOW. May 3 (Interfax) -", Case(" Ice", &["MOSCOW"], Some("XXXX-05-03"), Some("Interfax"), 3)),
    ("ASTANA. KAZINFORM -", Case(" Ice", &["ASTANA"], None, Some("Kazinform"), 3)),
    ("YEREVAN, MAY 3, ARMENPRESS.", Case(" Ice", &["YEREVAN"], Some("XXXX-05-03"), Some("Armenpress"), 3)),
    ("Baku, May 3, AZERTAC", Case(" The ferry", &["Baku"], Some("XXXX-05-03"), Some("Azertac"), 3)),
    ("BAKU, Azerbaijan, May 3.", Case(" The ferry", &["BAKU"], Some("XXXX-05-03"), None, 3)),
    ("Damascus, SANA-", Case(" The ferry", &["Damascus"], None, Some("SANA"), 3)),
    ("ERIE, PA —", Case(" The ferry", &["ERIE"], None, None, 2)),
    ("LAHORE (Web Desk) –", Case(" The ferry", &["LAHORE"], None, None, 2)),
    ("OSLO – (May 3, 2023) –", Case(" Bolt", &["OSLO"], Some("2023-05-03"), None, 3)),
    ("OSLO | May 3, 2023 |", Case(" Bolt", &["OSLO"], Some("2023-05-03"), None, 3)),
    ("Wednesday, May 3, 2023, London:", Case(" Bolt", &["London"], Some("2023-05-03"), None, 3)),
    ("3 May 2023 – OSLO, Norway –", Case(" Bolt", &["OSLO"], Some("2023-05-03"), None, 3)),
    ("LAGOS, May 3 (The Quay) -", Case(" Ice", &["LAGOS"], Some("XXXX-05-03"), Some("The Quay"), 3)),
    ("COLOMBO (QuayNext) –", Case(" Ice", &["COLOMBO"], None, Some("QuayNext"), 3)),
    ("KYIV. May 3 (Interfax-Ukraine) –", Case(" Ice", &["KYIV"], Some("XXXX-05-03"), Some("Interfax-Ukraine"), 3)),
    ("DAMASCUS, (SANA)-", Case(" Ice", &["DAMASCUS"], None, Some("SANA"), 3)),
    ("TOKYO, May 03 (News On Quay) -", Case(" Ice", &["TOKYO"], Some("XXXX-05-03"), Some("News On Quay"), 3)),
    ("London (CNN)", Case("The ferry", &["London"], None, Some("CNN"), 3)),
    (
        "OSLO - Media OutReach Newswire - 3 May 2023 -",
        Case(" Bolt", &["OSLO"], Some("2023-05-03"), Some("Media OutReach"), 3),
    ),
    ("3 May 2023 (Oslo) –", Case(" The ferry", &["Oslo"], Some("2023-05-03"), None, 3)),
    ("OSLO, May 3 Kyodo", Case(" The ferry", &["OSLO"], Some("XXXX-05-03"), Some("Kyodo"), 3)),
    ("Washington D.C. —", Case(" The ferry", &["Washington"], None, None, 2)),
    ("OSLO, May 8th, 2023 —", Case(" The ferry", &["OSLO"], Some("2023-05-08"), None, 3)),
    ("AP —", Case(" The ferry", &[], None, Some("AP"), 3)),
    ("(ANSA) Rome, May 3 -", Case(" The ferry", &["Rome"], Some("XXXX-05-03"), Some("ANSA"), 3)),
    ("(Reuters Health) -", Case(" The ferry", &[], None, Some("Reuters Health"), 3)),
    ("(Millbay, 3 May 2023) –", Case(" The ferry", &["Millbay"], Some("2023-05-03"), None, 3)),
    ("OSLO - Reuters -", Case(" The ferry", &["OSLO"], None, Some("Reuters"), 3)),
    ("Oslo | AFP —", Case(" The ferry", &["Oslo"], None, Some("AFP"), 3)),
    ("OSLO: (AFP)", Case(" The ferry", &["OSLO"], None, Some("AFP"), 3)),
    ("LAHORE – May 3 (APP):", Case(" The ferry", &["LAHORE"], Some("XXXX-05-03"), Some("APP"), 3)),
    ("LAHORE (Staff Report) –", Case(" The ferry", &["LAHORE"], None, None, 2)),
    ("OSLO, Wed., May 3 —", Case(" The ferry", &["OSLO"], Some("XXXX-05-03"), None, 3)),
    ("Oslo, Tuesday night —", Case(" The ferry", &["Oslo"], None, None, 2)),
    (
        "OSLO, Norway--(Newsfile Corp. - May 3, 2023) -",
        Case(" Bolt", &["OSLO"], Some("2023-05-03"), Some("Newsfile"), 3),
    ),
    ("Muscat:", Case(" Those", &["Muscat"], None, None, 2)),
    ("Brookhollow-", Case(" The party", &["Brookhollow"], None, None, 1)),
    ("KLANGFIELD:", Case(" The claims", &["KLANGFIELD"], None, None, 1)),
];

#[test]
fn styles_of_the_trade() {
    for &(dateline, Case(lede, places, date, agency, certainty)) in STYLES {
        let read = check(&format!("{dateline}{lede}"));
        let expected = (
            dateline.to_owned(),
            places.iter().map(|&place| place.to_owned()).collect(),
            date.map(str::to_owned),
            agency.map(str::to_owned),
            certainty,
        );
        assert_eq!(read, Some(expected), "{dateline}");
    }
}

#[test]
fn a_line_of_its_own() {
    assert_eq!(check("AFP, MANILA").map(|read| (read.1, read.3)), Some((vec!["MANILA".into()], Some("AFP".into()))));
    let read = check("TOKYO, May 3 Kyodo").unwrap();
    assert_eq!((read.1, read.3, read.4), (vec!["TOKYO".into()], Some("Kyodo".into()), 2));
}

#[test]
fn look_alikes() {
    for source in [
        "UPDATE: Ferry runs again",
        "TOP STORY: Ferry runs again",
        "IN BRIEF — Ferry runs again",
        "In London — where it rains",
        "Yes — The ferry runs again",
        "No, London — The ferry runs again",
        "(Ferry 3) – The ferry runs again",
        "Ferry, Tuesday night, runs",
        "AP is a short word",
        "A: The ferry runs again",
        "Dear Reader — The ferry runs again",
        "OSLO, May 3 Kyodo said the ferry ran",
        "BREAKING NEWS - Ferry runs again",
        "Sunday — the day of rest — was loud",
        "IT seems that the ferry runs",
        "Anglo-Saxon finds delight experts",
        "GOALKEEPERS: Ada Quill, Tom Rook",
        "May 3 - a day to remember",
        "the harbour - long closed - opened",
        "The board said it (AP) had none",
        "(UPDATE) - The ferry runs again",
        "(Ferry) - The ferry runs again",
        "(AP) The ferry runs again",
        "Wednesday, May 3, 2023, was loud",
        "May 3, 2023 - The ferry runs - again",
        "Ferry, Reuters said, runs again",
        "The Baltic, May 3. The ferry",
        "BY ADA QUILL, Reuters",
        "Ada Quill (Labour) - 4,210 votes",
        "Tom Rook (Green Party): 318",
        "OSLO (Update 2) - The ferry runs again",
        "GOALS (Hale 3) - Rook 2",
    ] {
        assert_eq!(check(source), None, "{source}");
    }
}
