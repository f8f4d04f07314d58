//! Entities as a reader of the breakdown sees them.

mod whole;

use crate::EntityKind::{Organization, Person, Place};
use crate::{Article, EntityKind, Offsets, Options, parse};

fn read(body: &str) -> Article {
    parse(&format!("Harbour plan divides town\n\n{body}\n"), &Options { offsets: Offsets::Utf8, ..Options::default() })
}

fn names(article: &Article, kind: EntityKind) -> Vec<&str> {
    article.entities.iter().filter(|entity| entity.kind == kind).map(|entity| entity.name.as_str()).collect()
}

#[test]
fn people_with_their_titles() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("The plan pleased US Secretary of State Ann Quist on Monday.", "Ann Quist", &["US Secretary of State"]),
        ("The plan pleased Foreign Minister Leo Brandvik on Monday.", "Leo Brandvik", &["Foreign Minister"]),
        ("The plan pleased Mr Oduyemi, who owns boats.", "Oduyemi", &[]),
        ("The plan pleased Datuk Seri Halim Tambun on Monday.", "Halim Tambun", &[]),
        ("The plan pleased Gen. Omar al-Tareki on Monday.", "Omar al-Tareki", &["Gen."]),
        ("The plan pleased Crown Prince Salim bin Yusuf Al Harbi.", "Salim bin Yusuf Al Harbi", &[]),
        ("Sailors thanked former president Joan van Dyk for the plan.", "Joan van Dyk", &["former president"]),
        ("Sailors thanked Deputy Fire Marshal Joy Quist for the plan.", "Joy Quist", &["Deputy Fire Marshal"]),
        ("The plan pleased Harbour Commissioner Leo Brandvik.", "Leo Brandvik", &["Harbour Commissioner"]),
        ("The plan pleased Town Clerk Ann Quist on Monday.", "Ann Quist", &["Town Clerk"]),
        ("The plan pleased State Trooper Peter Osei on Monday.", "Peter Osei", &["State Trooper"]),
        ("The plan pleased Lance Cpl. Omar Tareki on Monday.", "Omar Tareki", &["Lance Cpl."]),
        ("Sailors thanked Minister of Finance Peter Osei for the plan.", "Peter Osei", &["Minister of Finance"]),
        ("Wendel Skarsk, 37, said the plan was mad.", "Wendel Skarsk", &[]),
        ("Kim Jong-han said the plan was mad.", "Kim Jong-han", &[]),
        ("George W. Ashgrove said the plan was mad.", "George W. Ashgrove", &[]),
    ];
    for (body, name, titles) in cases {
        let article = read(body);
        let person = article.entities.iter().find(|entity| entity.kind == Person);
        let person = person.unwrap_or_else(|| panic!("nobody in {body}: {:?}", article.entities));
        assert_eq!(
            (person.name.as_str(), person.titles.as_slice()),
            (*name, titles.map_to_strings().as_slice()),
            "{body}"
        );
    }
}

#[test]
fn a_place_of_the_list_is_nobody() {
    for (story, place) in [
        ("Without Cairo and Teheran's backing the plan would have died at once, two envoys said.", "Teheran"),
        ("The plan would not have lived a week without Ankara and Teheran's help.", "Teheran"),
        ("Teheran's envoy left the hall before the vote.", "Teheran"),
        ("Neither Riyadh nor Teheran's friends were asked.", "Teheran"),
        ("Hard rain fell on Bengaluru, Navi Mumbai and Thane.", "Thane"),
    ] {
        assert!(names(&read(story), Place).contains(&place), "{story}");
    }
    let namesakes =
        read("The film stars Austin Hale. Mr Austin said he had rehearsed for a year, and Austin then left.");
    assert_eq!(names(&namesakes, Person), ["Austin Hale"]);
    assert_eq!(names(&read("Rovers and Chelsea drew; Chelsea told fans to stay away."), Place), [""; 0]);
}

#[test]
fn letters_after_a_name() {
    for (body, name) in [
        ("Ruth Hale KC told the inquiry that the wall had failed.", "Ruth Hale"),
        ("The committee heard John Okafor MP on Monday.", "John Okafor"),
        ("The medal went to Dame Anna Petrov DBE, a surgeon.", "Anna Petrov"),
        ("The report was by Professor Lena Moor OBE FRS.", "Lena Moor"),
        ("A prayer was said by Father Tom Reyes SJ on Sunday.", "Tom Reyes"),
        ("The plan pleased Tan Wei Ming, who owns boats.", "Tan Wei Ming"),
    ] {
        assert_eq!(names(&read(body), Person), [name], "{body}");
    }
}

#[test]
fn an_article_belongs_to_its_name() {
    for body in [
        "Khalid al-Mansouri spoke. Many agreed with al-Mansouri, and al-Mansouri’s brother did too.",
        "Omar el-Tayeb spoke. \"We have asked for years,\" el-Tayeb said.",
        "Rami Al-Hashimi spoke. Later Al-Hashimi left.",
        "Samir ash-Shami spoke. The board thanked ash-Shami.",
        "Nadia as-Sabah spoke. As-Sabah left early.",
    ] {
        let article = read(body);
        let people: Vec<_> = article.entities.iter().filter(|entity| entity.kind == Person).collect();
        assert_eq!(people.len(), 1, "{body}: {people:?}");
        let source = format!("Harbour plan divides town\n\n{body}\n");
        for mention in &people[0].mentions {
            assert!(mention.of(&source).contains('-'), "{:?} in {body}", mention.of(&source));
        }
    }
}

#[test]
fn bodies_named_like_something_else() {
    let bodies = [
        ("Rovers rejected a bid from Everton for the goalkeeper.", "Everton"),
        ("Norland Rovers lost the match against Valencia on Saturday.", "Valencia"),
        ("The Fulham striker scored twice before the break.", "Fulham"),
        ("He made his debut for Leeds in the spring and scored.", "Leeds"),
        ("On Saturday Sevilla beat the leaders by two goals.", "Sevilla"),
        ("Quorvia said its profit fell by a third.", "Quorvia"),
        ("Leonora's chief executive spoke of a hard year.", "Leonora"),
        ("Leonora, which makes pumps, cut 300 jobs.", "Leonora"),
        ("Leonora, a maker of pumps, cut 300 jobs.", "Leonora"),
        ("The airline Leonora cut 300 jobs.", "Leonora"),
    ];
    for (body, name) in bodies {
        let article = read(body);
        let kinds: Vec<_> = article.entities.iter().filter(|one| one.name == name).map(|one| one.kind).collect();
        assert_eq!(kinds, [Organization], "{body} {:?}", article.entities);
    }
    // what else is said of those, and of countries, stays what it is
    let article = read("A bid from Everton pleased nobody in Everton. Kenya beat Ghana.");
    let kinds = |name: &str| -> Vec<EntityKind> {
        article.entities.iter().filter(|one| one.name == name).map(|one| one.kind).collect()
    };
    assert_eq!((kinds("Everton"), kinds("Kenya")), (vec![Organization, Place], vec![Place]), "{:?}", article.entities);
    assert_eq!(names(&read("Swahili is taught at the school, he said."), Person), [""; 0]);
}

/// Owned strings of a list, to compare with.
trait MapToStrings {
    fn map_to_strings(&self) -> Vec<String>;
}

impl MapToStrings for &[&str] {
    fn map_to_strings(&self) -> Vec<String> {
        self.iter().map(|&s| s.to_owned()).collect()
    }
}

#[test]
fn a_full_stop_inside_a_name() {
    let cases = [
        ("The plan pleased Quist Bros. Shipping on Monday.", "Quist Bros. Shipping"),
        ("The plan pleased Quist Corp. Shipping on Monday.", "Quist Corp. Shipping"),
    ];
    for (body, name) in cases {
        let article = read(body);
        assert!(article.entities.iter().any(|entity| entity.name == name), "{body}: {:?}", article.entities);
    }
    // letters in capitals are no abbreviation: the sentence ends
    let article = read("The plan pleased the PFC. Ardmouth was glad too.");
    assert!(!article.entities.iter().any(|entity| entity.name.contains("PFC. ")), "{:?}", article.entities);
}

#[test]
fn a_plural_title_is_each_ones() {
    let article = read("Presidents Ann Quist and Leo Brandvik met at the pier.");
    let people: Vec<_> = article.entities.iter().map(|entity| (entity.name.as_str(), entity.titles.concat())).collect();
    assert_eq!(people, [("Ann Quist", "President".to_owned()), ("Leo Brandvik", "President".to_owned())]);
}

#[test]
fn short_forms_belong_to_the_full_name() {
    let body = "Brandvik came first. Leo Brandvik's boat won, and Mr Brandvik wept. Ann Quist saw it. Quist's crew sang. \
                “Leo did it,” Quist said.";
    let source = format!("Harbour plan divides town\n\n{body}\n");
    let article = read(body);
    let mentions: Vec<Vec<&str>> = article
        .entities
        .iter()
        .filter(|entity| entity.kind == Person)
        .map(|entity| entity.mentions.iter().map(|span| span.of(&source)).collect())
        .collect();
    assert_eq!(mentions, [vec!["Brandvik", "Leo Brandvik", "Brandvik", "Leo"], vec!["Ann Quist", "Quist", "Quist"]]);
}

#[test]
fn organizations_and_places() {
    let article = read(
        "The Ministry of Works and the University of Norland sued Harbour Lines Ltd in Lisbon. The Norland Fishing \
         Association (NFA) has an office in Hobart, Tasmania. The NFA and Reuters were there.",
    );
    assert_eq!(
        names(&article, Organization),
        ["Ministry of Works", "University of Norland", "Harbour Lines Ltd", "Norland Fishing Association", "Reuters"]
    );
    assert_eq!(names(&article, Place), ["Lisbon", "Hobart", "Tasmania"]);
    assert!(names(&article, Person).is_empty(), "{:?}", article.entities);
}

#[test]
fn what_names_nobody() {
    for body in [
        "The boats came in on Monday. Yet nobody saw them. However, officials say so.",
        "The French and the Portuguese sail in May and in September.",
        "He won the Harbour Cup and read the Fisheries Act.",
        "It cost US$12 and a TV.",
        "Sen. Ann Quist (D-Calif.) came.",
    ] {
        let article = read(body);
        let found: Vec<_> = article.entities.iter().filter(|entity| entity.name != "Ann Quist").collect();
        assert!(found.is_empty(), "{body}: {found:?}");
    }
}

#[test]
fn a_headline_names_those_of_the_story() {
    let text = "Quist Says Brandvik Will Sail Next Year\n\nPORT ELDER, May 3 (Reuters) - Mayor Ann Quist said on Monday that the skipper Leo Brandvik \
                would sail.\n";
    let article = parse(text, &Options { offsets: Offsets::Utf8, ..Options::default() });
    let first: Vec<_> =
        article.entities.iter().map(|entity| (entity.name.as_str(), entity.mentions[0].of(text))).collect();
    assert_eq!(first, [("Ann Quist", "Quist"), ("Leo Brandvik", "Brandvik"), ("PORT ELDER", "PORT ELDER")]);
}

#[test]
fn namesakes_are_told_apart() {
    let article =
        read("Ann Quist met Leo Quist at the pier. Ms Quist left. Mr Quist stayed. Ann Quist came back. Quist sang.");
    let counts: Vec<_> = article.entities.iter().map(|entity| (entity.name.as_str(), entity.mentions.len())).collect();
    assert_eq!(counts, [("Ann Quist", 4), ("Leo Quist", 2)]);
}

#[test]
fn roles_that_no_list_holds() {
    let roles = [
        "Forecaster",
        "Glaciologist",
        "Beekeeper",
        "Stonemason",
        "Blacksmith",
        "Puppeteer",
        "Seismologist",
        "Dressmaker",
        "Ferryman",
        "Violinist",
        "Herbalist",
        "Volcanologist",
        "Lifeguard",
        "Falconer",
        "Thatcher",
        "Choirmaster",
        "Cartographer",
        "Harpist",
        "Locksmith",
        "Groundskeeper",
        "Midwife",
        "Headteacher",
    ];
    let names = ["Ruth Hale", "Tom Okafor", "Wei Ling Tan", "Amina Yusuf", "Lars Brandvik"];
    for (index, role) in roles.into_iter().enumerate() {
        assert!(super::title_words::part(role).is_none(), "{role} is listed");
        let name = names[index % names.len()];
        let article = read(&format!("Many came to the pier. {role} {name} said the plan was mad, and sailors agreed."));
        let people: Vec<_> = article.entities.iter().filter(|entity| entity.kind == Person).collect();
        let told: Vec<_> = people.iter().map(|person| (person.name.as_str(), person.titles.concat())).collect();
        assert_eq!(told, [(name, role.to_owned())]);
    }
}

#[test]
fn spellings_of_one_body_or_country() {
    let cases: &[(&str, &str, usize)] = &[
        ("The United States sent boats to Lisbon. The US paid, and U.S. sailors came.", "United States", 3),
        ("The European Union sent boats to Lisbon. The EU paid for them.", "European Union", 2),
        (
            "The Norland Fishing Association (NFA) met in Lisbon. The NFA paid for boats.",
            "Norland Fishing Association",
            3,
        ),
        ("Quist Shipping Ltd sent boats to Lisbon. Quist Shipping paid for them.", "Quist Shipping Ltd", 2),
    ];
    for (body, name, mentions) in cases {
        let article = read(body);
        let found: Vec<_> =
            article.entities.iter().map(|entity| (entity.name.as_str(), entity.mentions.len())).collect();
        assert!(found.contains(&(*name, *mentions)), "{body}: {found:?}");
    }
}

#[test]
fn spellings_of_one_person() {
    let cases: &[(&str, &str, usize)] = &[
        ("Datuk Tan Wei Ming met sailors. “This is kept,” Tan said.", "Tan Wei Ming", 2),
        ("Tan Sri Halim Yusof met sailors. Halim said he was glad.", "Halim Yusof", 2),
        ("Wang Hong-tu met sailors, and Hong-tu said he was glad.", "Wang Hong-tu", 2),
        ("Leo Brand\u{ad}vik met sailors. Mr Brandvik said he was glad.", "Leo Brandvik", 2),
    ];
    for (body, name, mentions) in cases {
        let article = read(body);
        let people = article.entities.iter().filter(|entity| entity.kind == Person);
        let found: Vec<_> = people.map(|entity| (entity.name.as_str(), entity.mentions.len())).collect();
        assert_eq!(found, [(*name, *mentions)], "{body}");
    }
}

#[test]
fn given_names_that_are_months() {
    for (body, name) in [
        ("“No wigs,” said May Hartigan, 81, who has been promised both.", "May Hartigan"),
        ("Actor August Wendell met sailors.", "August Wendell"),
    ] {
        let article = read(body);
        assert!(article.entities.iter().any(|entity| entity.name == name), "{body} {:?}", article.entities);
    }
    for body in ["In May Hartigan said the boats would sail.", "Since June Brandvik has waited."] {
        let article = read(body);
        let months = |name: &str| name.starts_with("May") || name.starts_with("June");
        assert!(!article.entities.iter().any(|entity| months(&entity.name)), "{body} {:?}", article.entities);
    }
}

#[test]
fn money_is_no_name() {
    for body in ["The fare rose to RM500 on Monday.", "The fare rose to Rs2000 on Monday.", "It cost KSh900 and US$12."]
    {
        let article = read(body);
        assert!(article.entities.is_empty(), "{body}: {:?}", article.entities);
    }
}

#[test]
fn a_short_state_belongs_to_its_town() {
    let article = read("Boats came from Houston, TX, and from London, UK. Sailors came from Lisbon, Portugal.");
    assert_eq!(names(&article, Place), ["Houston", "London", "UK", "Lisbon", "Portugal"]);
}

#[test]
fn every_name_says_how_sure_it_is() {
    let article = read("The plan pleased Mayor Ann Quist, who lives in Lisbon. Quist said so.");
    assert!(!article.entities.is_empty());
    assert!(article.entities.iter().all(|entity| entity.certainty.is_some()), "{:?}", article.entities);
    let quist = article.entities.iter().find(|entity| entity.name == "Ann Quist").and_then(|entity| entity.certainty);
    assert!(quist.is_some_and(|certainty| certainty.hundredths() >= 85), "{quist:?}");
}

#[test]
fn clubs_and_firms_told_by_what_stands_around() {
    for (body, name) in [
        ("Norwich beat Ipswich on Saturday.", "Ipswich"),
        ("On Saturday Sunderland lost to Burnley.", "Burnley"),
        ("Norwich have sold their keeper.", "Norwich"),
        ("The papers went to Quist & Brandt on Monday.", "Quist & Brandt"),
        ("Wendy's said the salad was new.", "Wendy's"),
        ("Shares in Marks & Spencer fell.", "Marks & Spencer"),
    ] {
        assert!(names(&read(body), Organization).contains(&name), "{body}: {:?}", read(body).entities);
    }
    for (body, name, kind) in [
        ("He moved to Norwich in May.", "Norwich", Place),
        ("Roads in Leicester have been shut.", "Leicester", Place),
        ("The ferry leaves Tyne & Wear at noon.", "Tyne & Wear", Organization),
    ] {
        assert_eq!(names(&read(body), kind).contains(&name), kind == Place, "{body}: {:?}", read(body).entities);
    }
}

#[test]
fn names_of_several_words_after_in_are_towns() {
    assert_eq!(names(&read("A fire in Kwai Lung killed a man. Crews were sent in to Kwai Lung."), Person), [""; 0]);
    assert_eq!(names(&read("Her trust in Ann Quist was great."), Person), ["Ann Quist"]);
    assert_eq!(names(&read("Crews came from Bendigo, Vic., on Friday."), Place), ["Bendigo"]);
    assert_eq!(names(&read("Lib Dem Ida Kern was third."), Person), ["Ida Kern"]);
}

#[test]
fn lists_are_sorted_and_without_doubles() {
    for list in [
        include_str!("bodies.txt"),
        include_str!("demonyms.txt"),
        include_str!("../../text/given-female.txt"),
        include_str!("../../text/given-male.txt"),
        include_str!("openers.txt"),
        include_str!("organizations.txt"),
        include_str!("particles.txt"),
        include_str!("regions.txt"),
        include_str!("titles.txt"),
    ] {
        let entries: Vec<_> = list.lines().filter(|line| !line.starts_with('#')).collect();
        let key = |line: &str| line.split('\t').next().map(str::to_owned);
        let wrong = entries.windows(2).find(|pair| key(pair[0]) >= key(pair[1]));
        assert_eq!(wrong, None);
    }
}

#[test]
fn storms_and_ships_are_neither() {
    let storm = read("Hurricane Ida hit Louisiana on Sunday. Ida killed four, and Storm Ciara hit Wales.");
    assert_eq!((names(&storm, Person).len(), names(&storm, Place)), (0, vec!["Louisiana", "Wales"]));
    let ships = read("The USS Cole and HMS Belfast sailed from Leith on Monday. Thank God, no one was hurt.");
    assert_eq!((names(&ships, Organization).len(), names(&ships, Person).len()), (0, 0), "{:?}", ships.entities);
    let tropical = read("Tropical Storm Uma hit Leeds on Monday. Uma killed two.");
    assert_eq!(names(&tropical, Person).len(), 0, "{:?}", tropical.entities);
    // no storm has a name here
    let texas =
        read("After the storm Texas lost power on Monday. Texas was dark, and the hurricane Florida feared went by.");
    assert_eq!(names(&texas, Place), ["Texas", "Florida"]);
    // somebody of the storm's name stays
    let berg = read("Hurricane Berg hit Louisiana. Ida Berg said she would stay. Berg left on Monday.");
    assert_eq!(names(&berg, Person), ["Ida Berg"]);
    let officer = read("SS officer Karl Hartmann was tried in Leith on Monday, Ms Ruth Hale said.");
    assert_eq!(names(&officer, Person), ["Karl Hartmann", "Ruth Hale"]);
}

#[test]
fn a_legal_form_belongs_to_its_firm() {
    let article = read("Apex Holdings, LLC sued Norland Foods, Inc. on Monday, and Hale & Sons, Inc., won.");
    assert_eq!(names(&article, Organization), ["Apex Holdings, LLC", "Norland Foods, Inc.", "Hale & Sons, Inc."]);
    let none = read("Ken Roe, AG of Texas, flew to Reno, NV, with Ann Quist of Lagos on Monday.");
    assert!(names(&none, Person).contains(&"Ken Roe"), "{:?}", none.entities);
}

#[test]
fn two_bodies_round_an_and_are_two() {
    let article = read("The University of Oslo and Oslo University Hospital disagree, it said on Monday.");
    assert_eq!(names(&article, Organization), ["University of Oslo", "Oslo University Hospital"]);
    let one = read("The Department of Health and Human Services and the Department of Trade and Industry met.");
    let bodies = names(&one, Organization);
    assert_eq!(bodies, ["Department of Health and Human Services", "Department of Trade and Industry"]);
}

#[test]
fn a_reporter_of_an_outlet_is_somebody() {
    let article = read("She told CNN's Dana Park and NBC's Chuck Bridge that she was ready.");
    assert_eq!(names(&article, Person), ["Dana Park", "Chuck Bridge"]);
    let place = read("The study by NASA's Johnson Space Center was shown in Houston on Monday.");
    assert!(names(&place, Person).is_empty(), "{:?}", place.entities);
}

#[test]
fn a_state_before_its_officer_is_a_place() {
    let article = read("He thanked New Jersey Gov. Chris Chase and Texas Sen. Ted Cole on Monday.");
    assert_eq!(names(&article, Place), ["New Jersey", "Texas"]);
    assert!(names(&article, Organization).is_empty());
}

#[test]
fn a_korean_name_has_its_second_syllable() {
    let article = read("Kim Jong Un met Xi Jinping and Moon Jae-in at the Leeds-based firm on Monday.");
    assert_eq!(names(&article, Person), ["Kim Jong Un", "Xi Jinping", "Moon Jae-in"]);
}

#[test]
fn ben_is_a_given_name_at_the_head() {
    let harlow = read("Harlow led on Monday. Ben Harlow said he would stay, and Harlow’s aides cheered.");
    assert_eq!(names(&harlow, Person), ["Ben Harlow"]);
    let ali = read("Zine El Abidine Ben Ali fled on Monday. Ben Ali said nothing.");
    assert_eq!(names(&ali, Person), ["Zine El Abidine Ben Ali"]);
    let two = read("Candy Harlow sang on Monday. Ben Harlow said he would stay.");
    assert_eq!(names(&two, Person), ["Candy Harlow", "Ben Harlow"]);
}

#[test]
fn two_people_joined_by_a_hyphen_are_two() {
    let pair = read("Gary Quist and Bill Brandt met on Monday. The Quist-Brandt ticket won, and Brandt said so.");
    assert_eq!(names(&pair, Person), ["Gary Quist", "Bill Brandt"]);
    let double = read("Ann Brandt-Hale met Tom Hale on Monday. Brandt-Hale said so.");
    assert!(names(&double, Person).contains(&"Ann Brandt-Hale"), "{:?}", double.entities);
}
