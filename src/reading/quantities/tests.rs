//! Sentences and what must be found in them. People, towns and firms are invented.

use super::find;
use crate::reading::Story;
use crate::text::Text;
use crate::{Address, Block, Bound, Head, Quantity, Role, Span, Time, TimeKind};

fn found(source: &str, head: &Head, times: &[Time]) -> Vec<Quantity> {
    let text = Text::new(source);
    let blocks = [Block::new(Role::Paragraph, Span::new(0, source.len()))];
    let story =
        Story { text: &text, blocks: &blocks, head, sentences: &[], date: None, foreign: None, end: source.len() };
    find(&story, times)
}

/// The quantities of `source`, written `text = value unit`, with `~` and the bound where there is one.
fn read(source: &str) -> Vec<String> {
    written(&found(source, &Head::default(), &[]))
}

fn written(found: &[Quantity]) -> Vec<String> {
    let one = |quantity: &Quantity| {
        let unit = quantity.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
        let bound = quantity.bound.map_or(String::new(), |bound| format!(" ~{bound:?}"));
        assert_eq!(quantity.approximate, quantity.bound.is_some());
        format!("{} = {}{unit}{bound}", quantity.text, quantity.value)
    };
    found.iter().map(one).collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (source, expected) in cases {
        assert_eq!(read(source), *expected, "in: {source}");
    }
}

#[test]
fn counts_with_their_noun() {
    check(&[
        ("The flood hit around 300,000 people.", &["around 300,000 people = 300000 people ~About"]),
        ("Three senior harbour officials resigned.", &["Three senior harbour officials = 3 officials"]),
        ("Two sales executives and 12 MPs came.", &["Two sales executives = 2 executives", "12 MPs = 12 MPs"]),
        ("They seized 40 non-lethal weapons.", &["40 non-lethal weapons = 40 weapons"]),
        ("It needs a dozen eggs.", &["a dozen eggs = 12 eggs"]),
        (
            "It runs nearly 1,500 coal- and gas-fired plants.",
            &["nearly 1,500 coal- and gas-fired plants = 1500 plants ~About"],
        ),
        (
            "Police held six Iraqis, two Sudanese and five women.",
            &["six Iraqis = 6 Iraqis", "two Sudanese = 2 Sudanese", "five women = 5 women"],
        ),
        ("She holds 3,027 Marlow's shares.", &["3,027 Marlow's shares = 3027 shares"]),
        ("Twenty private and public schools closed.", &["Twenty private and public schools = 20 schools"]),
        ("A 12-member jury sat in a 300-page trial.", &["12-member = 12 member", "300-page = 300 page"]),
    ]);
}

#[test]
fn counts_without_a_noun() {
    check(&[
        ("The blast killed 12 and wounded at least 40.", &["12 = 12", "at least 40 = 40 ~AtLeast"]),
        ("The two met on the pier.", &["two = 2"]),
        ("She is a mother of seven.", &["seven = 7"]),
        ("The index fell 23.5 to 2,456.3.", &["23.5 = 23.5", "2,456.3 = 2456.3"]),
        ("Two of the boats sank.", &["Two = 2"]),
        ("An 18,000-strong crowd sang.", &["18,000-strong = 18000"]),
    ]);
}

#[test]
fn one_counts_only_with_its_noun() {
    check(&[
        ("One young lawyer stood up.", &["One young lawyer = 1 lawyer"]),
        ("One building fell, the one housing a shop.", &["One building = 1 building"]),
        ("They make one thing clear.", &["one thing = 1 thing"]),
        ("One senior official said so.", &["One senior official = 1 official"]),
        ("It takes more than one witness.", &["more than one witness = 1 witness ~Over"]),
        ("One of the boats sank, one might say, but no one knew.", &[]),
        ("At one point they met one another one day.", &[]),
        ("It was one storm after another.", &[]),
    ]);
}

#[test]
fn words_and_magnitudes() {
    check(&[
        ("Twenty-nine sheep fled.", &["Twenty-nine sheep = 29 sheep"]),
        ("One hundred and fifty thousand homes stood empty.", &["One hundred and fifty thousand homes = 150000 homes"]),
        ("Some 1.2 million voters came.", &["Some 1.2 million voters = 1200000 voters ~About"]),
        (
            "Half a million trees fell, then two and a half million more.",
            &["Half a million trees = 500000 trees", "two and a half million = 2500000"],
        ),
        ("It needs 5 lakh tonnes.", &["5 lakh tonnes = 500000 t"]),
        ("A half-million trout died.", &["A half-million trout = 500000 trout"]),
        ("It lost a quarter million dollars.", &["a quarter million dollars = 250000 USD"]),
        ("A quarter of a million trout died.", &["A quarter of a million trout = 250000 trout"]),
        ("It owes three quarters of a million euros.", &["three quarters of a million euros = 750000 EUR"]),
        ("It owes three quarters billion US dollars.", &["three quarters billion US dollars = 750000000 USD"]),
        ("It paid a quarter for a quarter mile.", &[]),
    ]);
}

#[test]
fn codes_with_their_million_and_sums_with_their_hundredths() {
    check(&[
        (
            "Sales rose to 48.5 MEUR, losses to twenty MUSD.",
            &["48.5 MEUR = 48500000 EUR", "twenty MUSD = 20000000 USD"],
        ),
        ("The order is worth 300 MSEK.", &["300 MSEK = 300000000 SEK"]),
        ("Five MARS bars fell.", &["Five MARS bars = 5 bars"]),
        ("It cost $US500 or GH¢20.", &["$US500 = 500 USD", "GH¢20 = 20 GHS"]),
        ("It cost twenty pounds and weighs ten pounds.", &["twenty pounds = 20 GBP", "ten pounds = 10 lb"]),
        ("The park is 40 km² and the plot 300 m².", &["40 km² = 40 km²", "300 m² = 300 m²"]),
        ("It cost 15 dollars 50.", &["15 dollars 50 = 15.5 USD"]),
        (
            "It cost thirteen dollars forty-five, not 3 euros 20.",
            &["thirteen dollars forty-five = 13.45 USD", "3 euros 20 = 3.2 EUR"],
        ),
        ("It cost 20 dollars 30 miles away.", &["20 dollars = 20 USD", "30 miles = 30 mi"]),
        ("It cost $15, 20 to 30 of them did.", &["$15 = 15 USD", "20 = 20", "30 = 30"]),
    ]);
}

#[test]
fn metres_and_millions() {
    check(&[
        ("The mast is 12 m tall, the pole 48m high.", &["12 m = 12 m", "48m = 48 m"]),
        ("Here 1m is 10 dm.", &["1m = 1 m", "10 dm = 10 dm"]),
        ("Some 48m people watched the 400m hurdles.", &["Some 48m people = 48000000 people ~About", "400m = 400 m"]),
        ("She won the 100m freestyle in a 50m pool.", &["100m = 100 m", "50m = 50 m"]),
        ("Sales hit 48m.", &[]),
    ]);
}

#[test]
fn vague_plurals() {
    check(&[
        ("Hundreds of people fled.", &["Hundreds of people = 100 people ~Multiple"]),
        (
            "Tens of thousands of other marchers came.",
            &["Tens of thousands of other marchers = 10000 marchers ~Multiple"],
        ),
        ("It cost millions of dollars.", &["millions of dollars = 1000000 USD ~Multiple"]),
        (
            "Several hundred goats and dozens of the cows died.",
            &["Several hundred goats = 100 goats ~Multiple", "dozens = 12 ~Multiple"],
        ),
        (
            "Killing scores of villagers is not the test scores of pupils.",
            &["scores of villagers = 20 villagers ~Multiple"],
        ),
    ]);
}

#[test]
fn money() {
    check(&[
        ("It lost $12.51 a share, or RM7.8 million.", &["$12.51 = 12.51 USD", "RM7.8 million = 7800000 MYR"]),
        (
            "Pay €3bn, £720m, ¥500 or Rs 5 crore.",
            &["€3bn = 3000000000 EUR", "£720m = 720000000 GBP", "¥500 = 500 JPY", "Rs 5 crore = 50000000 INR"],
        ),
        ("The fine was R1,7 million and N$8 600.", &["R1,7 million = 1700000 ZAR", "N$8 600 = 8600 NAD"]),
        ("It rose 23 cents to 470 pence.", &["23 cents = 0.23 USD", "470 pence = 4.7 GBP"]),
        (
            "Some 150 million Canadian dollars (US$127.5 million) went.",
            &["Some 150 million Canadian dollars = 150000000 CAD ~About", "US$127.5 million = 127500000 USD"],
        ),
        (
            "A U.S.$2 coin, HK$40 notes, USD 300 and 20 million yuan.",
            &["U.S.$2 = 2 USD", "HK$40 = 40 HKD", "USD 300 = 300 USD", "20 million yuan = 20000000 CNY"],
        ),
        ("It is MNT 4,030 today.", &["MNT 4,030 = 4030 MNT"]),
        ("They bid #301 million for it.", &["#301 million = 301000000 GBP"]),
        ("It cost US$25.5 million dollars.", &["US$25.5 million dollars = 25500000 USD"]),
    ]);
}

#[test]
fn shared_names_follow_the_country() {
    check(&[
        ("In Kenya flour costs 200 shillings.", &["200 shillings = 200 KES"]),
        ("Uganda pays 200 shillings.", &["200 shillings = 200 UGX"]),
        ("They paid 200 shillings.", &["200 shillings = 200 shillings"]),
        ("In Pakistan Rs 500 will do.", &["Rs 500 = 500 PKR"]),
        ("Britain spent 20 pounds on 5 pounds of rice.", &["20 pounds = 20 GBP", "5 pounds = 5 lb"]),
        ("He weighs 90 pounds.", &["90 pounds = 90 lb"]),
        ("The two won 3 prizes.", &["two = 2", "3 prizes = 3 prizes"]),
    ]);
}

#[test]
fn the_dollar_follows_the_address() {
    let host = |host: &str| Head {
        url: Some(Address { value: String::new(), host: Some(host.into()), span: None }),
        ..Head::default()
    };
    let text = "Tickets cost $40.";
    for (name, code) in [("news.example.com.au", "AUD"), ("example.ca", "CAD"), ("example.com", "USD")] {
        assert_eq!(written(&found(text, &host(name), &[])), [format!("$40 = 40 {code}")]);
    }
    assert_eq!(read("Canada's tax costs Canadian firms $40.")[0], "$40 = 40 CAD");
    assert_eq!(read("Canada's tax costs Canadian and U.S. firms $40.")[0], "$40 = 40 USD");
}

#[test]
fn percentages_and_measures() {
    check(&[
        (
            "Up 4.7 percent, 4.7 per cent, 12 3/4% and 0.5 percentage point.",
            &["4.7 percent = 4.7 %", "4.7 per cent = 4.7 %", "12 3/4% = 12.75 %", "0.5 percentage point = 0.5 pp"],
        ),
        (
            "A 2kg bag, 30 km off, a 700-km road at -3 °C.",
            &["2kg = 2 kg", "30 km = 30 km", "700-km = 700 km", "-3 °C = -3 °C"],
        ),
        (
            "About 85,000 square feet, 60 mph, minus 5 degrees Celsius.",
            &["About 85,000 square feet = 85000 ft² ~About", "60 mph = 60 mph", "minus 5 degrees Celsius = -5 °C"],
        ),
        ("A margin of plus or minus three percentage points.", &["three percentage points = 3 pp"]),
        ("It used 40 kilowatt-hours and 20 tons of salt.", &["40 kilowatt-hours = 40 kWh", "20 tons = 20 ton"]),
    ]);
}

#[test]
fn shares() {
    check(&[
        (
            "Two-thirds of voters and about a third of mayors agree.",
            &["Two-thirds = 0.6667", "about a third = 0.3333 ~About"],
        ),
        ("More than half of it was cut by half.", &["More than half = 0.5 ~Over", "half = 0.5"]),
        (
            "One in five, 1 in 4 and nearly eight out of 10 came.",
            &["One in five = 0.2", "1 in 4 = 0.25", "nearly eight out of 10 = 0.8 ~About"],
        ),
        ("He trailed by less than one-half of 1 percent.", &["less than one-half of 1 percent = 0.5 % ~Under"]),
        (
            "It fell half a percentage point in three-quarters of a mile.",
            &["half a percentage point = 0.5 pp", "three-quarters of a mile = 0.75 mi"],
        ),
        ("He scored a third in the second half, half an hour in.", &[]),
        ("Two in 1998 and 3 in May.", &["Two = 2", "3 = 3"]),
    ]);
}

#[test]
fn ranges_are_two() {
    check(&[
        ("Prices rose 10 to 15 percent.", &["10 = 10 %", "15 percent = 15 %"]),
        ("From $23.31 to $24.25 a share.", &["$23.31 = 23.31 USD", "$24.25 = 24.25 USD"]),
        ("It costs between $5 and $6 million.", &["$5 = 5000000 USD", "$6 million = 6000000 USD"]),
        (
            "Five or six boats sank 5-10 km out.",
            &["Five = 5 boats", "six boats = 6 boats", "5 = 5 km", "10 km = 10 km"],
        ),
        ("It pays “$5-10 billion” a year.", &["$5 = 5000000000 USD", "10 billion = 10000000000 USD"]),
        ("They back it 82%-12%.", &["82% = 82 %", "12% = 12 %"]),
        (
            "Four-five boats and 20-plus men came; a one-two punch.",
            &["Four = 4 boats", "five boats = 5 boats", "20-plus men = 20 men ~AtLeast"],
        ),
        ("About 150 to 200 new words.", &["About 150 = 150 words ~About", "200 new words = 200 words ~About"]),
    ]);
}

#[test]
fn markers_and_their_sense() {
    let cases = [
        ("more than 40 boats", Bound::Over),
        ("just under 40 boats", Bound::Under),
        ("fewer than 40 boats", Bound::Under),
        ("no fewer than 40 boats", Bound::AtLeast),
        ("40 or more boats", Bound::AtLeast),
        ("40 boats or so", Bound::About),
        ("40-odd boats", Bound::About),
        ("40+ boats", Bound::AtLeast),
        ("as many as 40 boats", Bound::AtMost),
        ("up to 40 boats", Bound::AtMost),
        ("~40 boats", Bound::About),
        ("an estimated 40 boats", Bound::About),
    ];
    for (text, bound) in cases {
        let source = format!("They saw {text}.");
        let found = found(&source, &Head::default(), &[]);
        assert_eq!(found.len(), 1, "{source}");
        assert_eq!((found[0].text.as_str(), found[0].bound), (text, Some(bound)));
        assert_eq!((found[0].value, found[0].unit.as_deref()), (40.0, Some("boats")));
    }
    check(&[
        ("They worried about 40 boats.", &["40 boats = 40 boats"]),
        ("He handed over 40 keys.", &["40 keys = 40 keys"]),
    ]);
}

#[test]
fn times_are_none() {
    check(&[
        ("In 1998 and on June 5, 2016, at 7.30pm, at 12:45, at six.", &[]),
        ("After five years, a 10-year lease, three straight days and 24 hours.", &[]),
        ("He stayed in his 40s.", &[]),
        ("People over 65 and those aged between 70 and 79 waited three times.", &[]),
        ("On 26 July the 1990s ended, from November 7-18.", &[]),
        ("Her eldest son, who died at 92, was younger than 30 in ’12.", &[]),
        ("He was born around 1470; two and half years on.", &[]),
        ("In the 2016 elections, below 2005 levels.", &[]),
        ("On June 5 200 people swam.", &["200 people = 200 people"]),
        ("Nearly 2000 people swam.", &["Nearly 2000 people = 2000 people ~About"]),
    ]);
}

#[test]
fn ages_have_the_unit_of_time_and_a_kind() {
    check(&[
        (
            "The 42-year-old, Ana Petrel, 42, and her son, 12, came.",
            &["42-year-old = 42 year", "42 = 42 year", "12 = 12 year"],
        ),
        ("She is five years old; he was 93.", &["five years old = 5 year", "93 = 93 year"]),
        (
            "Children under 3 years of age, aged 34, at the age of 54.",
            &["under 3 years of age = 3 year ~Under", "34 = 34 year", "54 = 54 year"],
        ),
        ("A 90-day-old bill and a six-month-old baby", &["90-day-old = 90 day", "six-month-old = 6 month"]),
    ]);
    let kind = |source: &str| found(source, &Head::default(), &[])[0].kind;
    assert_eq!(kind("She is five years old."), Some(crate::QuantityKind::Age));
    assert_eq!(kind("She has five boats."), None);
}

#[test]
fn measures_of_two_units_are_one() {
    check(&[
        ("He is 5 ft 6 in tall.", &["5 ft 6 in = 5.5 ft"]),
        (
            "She is five feet six inches tall, he is 6'3 and she is 5'6\".",
            &["five feet six inches = 5.5 ft", "6'3 = 6.25 ft", "5'6\" = 5.5 ft"],
        ),
        (
            "It cost 7 dollars 25 cents, or eighteen dollars and sixty-five cents.",
            &["7 dollars 25 cents = 7.25 USD", "eighteen dollars and sixty-five cents = 18.65 USD"],
        ),
        ("They were 6 feet 2 men held.", &["6 feet = 6 ft", "2 men = 2 men"]),
        ("It cost $2MM, usd 20 or 10 $.", &["$2MM = 2000000 USD", "usd 20 = 20 USD", "10 $ = 10 USD"]),
        (
            "It was 17C (63F) in a 1/4 mile of 250g bags.",
            &["17C = 17 °C", "63F = 63 °F", "1/4 mile = 0.25 mi", "250g = 250 g"],
        ),
    ]);
}

#[test]
fn labels_and_names_are_none() {
    check(&[
        ("Article 19, Flight 103 and pages 3 to 5 of No. 7.", &[]),
        ("It left Runway 27 for Berth 4 and Hangar 2.", &[]),
        ("The ATR 72 flew to the G20 over Covid-19 with an F-16.", &[]),
        ("They live at 131 West Street, phone 555-0142.", &[]),
        ("Call 101 with news; he rang 999. A .22 rifle and the Ward 7 voters; the code was 4821.", &[]),
        ("Call 0800 555 0123 or +44 20 7946 0000, or dial 555 0142.", &[]),
        ("The goal came after 90+3 minutes for Local 12.", &[]),
        ("Harbour won 3-2, by a 2-to-1 vote, 52-48.", &["3-2 = 3", "52-48 = 52"]),
        ("On her twenty-fifth birthday the case 19-cv-1234 was dropped.", &[]),
        ("A two-way race with high-five jokes and a 50-50 split.", &[]),
        ("He stayed at the Four Seasons near Six Nations grounds.", &[]),
        ("We met 9/11 crews on 30/04/2024 over 2022-07-26.", &[]),
        ("See item #559393 (2022), or a 401(k).", &[]),
        ("Figure 2 shows the pier. Act 3 begins at sea. Year 6 pupils sang.", &[]),
        ("The Group of Seven and the P5+1 met.", &[]),
        ("He bought it at 9-Twelve and filed Form 12-B.", &[]),
        (
            "A 40-year lease, a 12-nation pact and 300+ boats.",
            &["12-nation = 12 nation", "300+ boats = 300 boats ~AtLeast"],
        ),
        ("The Round of 16, the 73 bus and photo 3 of 12.", &[]),
        ("Counts 3 and 4 were dropped; ring the police on 101.", &[]),
        ("He drives a Saxo 3 Series and has an uPad 2.", &[]),
        ("The lines 19 to 37 miles long broke; a House of 403 sat.", &["19 = 19 mi", "37 miles = 37 mi", "403 = 403"]),
        ("He met 3 Labour voters.", &["3 Labour voters = 3 voters"]),
        // between two capitals a number counts: the first is where or when it happened, or who was told
        (
            "In Oslo 30 Norwegians sat. On Tuesday 40 Estonian drones fell. She told Radio 12 Latvian sailors swam.",
            &["30 Norwegians = 30 Norwegians", "40 Estonian drones = 40 drones", "12 Latvian sailors = 12 sailors"],
        ),
        (
            "The 40 train passengers and the 12 ferry workers met the 3 bus drivers.",
            &["40 train passengers = 40 passengers", "12 ferry workers = 12 workers", "3 bus drivers = 3 drivers"],
        ),
        ("Text HELP to 60777; the winning numbers were 4, 11, 23 and 40.", &[]),
        ("The boats were 4, 11 and 23.", &["4 = 4", "11 = 11", "23 = 23"]),
        ("He sent a text to 60 friends.", &["60 friends = 60 friends"]),
        ("It burnt in the 1400 block of Elm Street; they own 1400 blocks.", &["1400 blocks = 1400 blocks"]),
    ]);
}

#[test]
fn times_found_before_are_left_alone() {
    let source = "Some 40 boats came on day 12 with 30 men.";
    let day = source.find("40").unwrap();
    let time = Time {
        text: "40".into(),
        kind: TimeKind::Date,
        value: String::new(),
        modifier: None,
        covers: None,
        range_end: None,
        alternatives: Vec::new(),
        span: Span::new(day, day + 2),
        certainty: None,
        basis: None,
    };
    assert_eq!(written(&found(source, &Head::default(), &[time])), ["30 men = 30 men"]);
}

#[test]
fn hard_texts_do_not_panic() {
    let pieces = [
        "1", "½", "-", "–", "$", "US$", "R", "half", "a", "of", "one", "million", "’", "'s", "é", "\u{a0}", ".", ",",
        "/", "°", "three-", "%", "\n",
    ];
    let mut seed = 7u64;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..9 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(seed >> 33) as usize % pieces.len()]);
            if seed >> 62 == 1 {
                text.push(' ');
            }
        }
        for quantity in found(&text, &Head::default(), &[]) {
            assert_eq!(quantity.span.of(&text), quantity.text);
            assert!(quantity.value.is_finite() && !quantity.text.is_empty());
        }
    }
}

#[test]
fn the_lists_are_sorted_and_lower_case() {
    let lists = [
        include_str!("countries.txt"),
        include_str!("currencies.txt"),
        include_str!("dollars.txt"),
        include_str!("labels.txt"),
        include_str!("markers.txt"),
        include_str!("plurals.txt"),
        include_str!("prefixes.txt"),
        include_str!("singulars.txt"),
        include_str!("stops.txt"),
        include_str!("times.txt"),
        include_str!("units.txt"),
    ];
    for list in lists {
        let entries: Vec<&str> =
            list.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').next().unwrap()).collect();
        assert!(entries.len() > 20 && list.starts_with("# "));
        for pair in entries.windows(2) {
            assert!(pair[0].as_bytes() < pair[1].as_bytes(), "{pair:?}");
            assert_eq!(pair[1], pair[1].to_lowercase());
        }
    }
}
