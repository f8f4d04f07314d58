//! Templates are read and set; what is none is told.

use super::*;

#[test]
fn templates_are_read_and_set() {
    let template = parse(
        "# a test\nfurniture\t[[Home|Start]]\n*2-2{\nfurniture\t{section}\n}\n\nheadline\t{headline}\ntext\t{text:2}\n? furniture\tMore\ntext\t{text:*}",
    );
    let Ok(template) = template else { panic!("cannot be read") };
    let story = || Manuscript {
        headline: "A quay reopens".to_owned(),
        texts: ["One.", "Two.", "Three."].map(str::to_owned).to_vec(),
        captions: Vec::new(),
        standfirst: None,
    };
    let press = Press { templates: vec![template], lists: Lists::new(), asides: Asides::read().unwrap() };
    let pages = press.pages(&nutgraf::lab::shape(), &[story()], 20, &mut Dice::new(3));
    assert_eq!(pages.len(), 20);
    for page in pages {
        let texts: Vec<&str> = page.iter().filter(|row| row.part == "text").map(|row| row.text.as_str()).collect();
        assert_eq!(texts, ["One.", "Two.", "Three."]);
        assert_eq!(page.iter().filter(|row| row.part == "headline").count(), 1);
    }
}

#[test]
fn every_template_can_be_set() {
    let press = Press::read().unwrap();
    assert!(press.templates() > 300);
    let story = Manuscript {
        headline: "A quay reopens after two years".to_owned(),
        texts: (1..9).map(|n| format!("Paragraph {n} of the story, long enough for one, ends here.")).collect(),
        captions: Vec::new(),
        standfirst: None,
    };
    let shape = nutgraf::lab::shape();
    for page in press.pages(&shape, &[story], 2, &mut Dice::new(11)) {
        let titles = page.iter().filter(|row| row.part == "headline").count();
        assert!(titles <= 1 && page.iter().any(|row| row.part == "text"));
        // a slot that nothing fills would be printed with its braces
        assert!(page.iter().all(|row| !row.text.contains(['{', '}']) && row.allowed != 0));
    }
}

#[test]
fn what_is_no_template() {
    for source in ["# x\nheadline {headline}", "# x\n*2{\n}", "# x\n}"] {
        assert!(parse(source).is_err(), "{source}");
    }
}
