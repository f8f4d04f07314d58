//! Tests of [`super`]: no list of edits loses a text.

use super::*;

fn change(old: &str, new: &str) -> Change {
    Change::between(old, new).expect("they differ")
}

/// A text under edits, with the list that follows them.
#[derive(Default)]
struct Desk {
    text: String,
    deeds: Deeds,
    clock: f64,
}

impl Desk {
    fn types(&mut self, new: &str, wait: f64) {
        self.clock += wait;
        self.deeds.record_edit(TYPING, change(&self.text, new), self.clock);
        new.clone_into(&mut self.text);
    }

    fn puts(&mut self, what: &'static str, new: &str) {
        self.deeds.record(Deed::new(what, vec![Step::Text(change(&self.text, new))]));
        self.deeds.field_filled();
        new.clone_into(&mut self.text);
    }

    fn turns(&mut self, back: bool) -> bool {
        let Some(deed) = self.deeds.turn(back) else { return false };
        self.text = deed.applied(&self.text, back);
        true
    }

    fn follows(&mut self, new: &str, back: bool) {
        self.deeds.follow(&self.text, new, back);
        new.clone_into(&mut self.text);
    }
}

#[test]
fn only_the_middle_of_a_change_is_kept() {
    let one = change("Boats sail again", "Boats will sail again");
    assert_eq!((one.at, one.before.as_str(), one.after.as_str()), (6, "", "will "));
    assert_eq!(Change::between("same", "same"), None);
    // é and è share their first byte, 漢 and 滢 their first: a change never cuts a letter
    assert_eq!(change("caf\u{e9}", "caf\u{e8}"), Change { at: 3, before: "é".into(), after: "è".into() });
    for (old, new) in [("aaaa", "aa"), ("", "x"), ("x", ""), ("漢字漢字", "漢字"), ("abc", "xyz")] {
        let change = change(old, new);
        assert_eq!(change.applied(old, false).0, new);
        assert_eq!(change.applied(new, true).0, old);
    }
}

#[test]
fn a_change_of_another_text_changes_nothing() {
    let change = change("Boats sail", "Boats wait");
    assert_eq!(change.applied("漢", true).0, "漢");
    assert_eq!(change.applied("", false).0, "");
}

#[test]
fn typing_is_one_deed_until_a_pause() {
    let mut desk = Desk::default();
    for text in ["B", "Bo", "Boa", "Boat"] {
        desk.types(text, 100.0);
    }
    desk.types("Boats", 1500.0);
    desk.types("Boat", 100.0);
    desk.types("Boa", 100.0);
    assert!(desk.turns(true));
    assert_eq!(desk.text, "Boat");
    assert!(desk.turns(true));
    assert_eq!(desk.text, "");
    assert!(!desk.turns(true));
    assert!(desk.turns(false) && desk.turns(false) && !desk.turns(false));
    assert_eq!(desk.text, "Boa");
}

#[test]
fn a_deed_of_several_steps_is_turned_as_a_whole() {
    let mut desk = Desk::default();
    desk.puts("paste", "one");
    let place = Step::Place { before: 1, after: 2 };
    let given = Step::Given { before: Known { date: Some("2022-05-04".into()), url: None }, after: Known::default() };
    let text = Step::Text(change("one", "two"));
    desk.deeds.record(Deed::new("clear", vec![place, given, text]));
    "two".clone_into(&mut desk.text);
    assert!(desk.turns(true));
    assert_eq!(desk.text, "one");
    assert_eq!(desk.deeds.next().map(|deed| deed.steps.len()), Some(3));
    // one that changed nothing is none
    desk.deeds.record(Deed::new("paste", Vec::new()));
    assert!(desk.deeds.next().is_some());
}

#[test]
fn typing_elsewhere_in_the_text_is_another_deed() {
    let mut desk = Desk::default();
    desk.puts("paste", "Boats sail again");
    desk.types("Boats sail again!", 10.0);
    desk.types("The Boats sail again!", 10.0);
    desk.turns(true);
    assert_eq!(desk.text, "Boats sail again!");
}

#[test]
fn a_new_deed_ends_what_could_be_done_again() {
    let mut desk = Desk::default();
    desk.puts("paste", "one");
    desk.puts("clear", "");
    desk.turns(true);
    assert_eq!(desk.deeds.next().map(|deed| deed.what.as_ref()), Some("clear"));
    desk.puts("sample", "two");
    assert!(desk.deeds.next().is_none());
    assert_eq!(desk.deeds.last().map(|deed| deed.what.as_ref()), Some("sample"));
}

#[test]
fn the_browsers_own_undo_is_followed_over_several_deeds_and_over_a_part_of_one() {
    let mut desk = Desk::default();
    desk.puts("sample", "Start. ");
    desk.types("Start. One", 10.0);
    desk.types("Start. One two", 5000.0);
    // over both at once
    desk.follows("Start. ", true);
    assert_eq!(desk.deeds.last().map(|deed| deed.what.as_ref()), Some("sample"));
    desk.follows("Start. One two", false);
    // a part of the second, and then ours
    desk.follows("Start. One t", true);
    assert!(desk.turns(true));
    assert_eq!(desk.text, "Start. One");
    assert!(desk.turns(false) && desk.turns(false));
    assert_eq!(desk.text, "Start. One two");
    // further than ours know
    desk.follows("elsewhere", true);
    while desk.turns(true) {}
    assert_eq!(desk.text, "");
    while desk.turns(false) {}
    assert_eq!(desk.text, "Start. One two");
}

#[test]
fn the_oldest_texts_are_let_go_when_they_are_too_many() {
    let mut desk = Desk::default();
    let big = "x".repeat(MOST / 4);
    for letter in ["a", "b", "c"] {
        desk.puts("paste", &format!("{letter}{big}{letter}"));
        desk.puts("clear", "");
    }
    assert!(desk.deeds.bytes <= MOST);
    let counted: usize = desk.deeds.done.iter().map(Deed::bytes).sum();
    assert_eq!(desk.deeds.bytes, counted);
    let mut turned = 0;
    while desk.turns(true) {
        turned += 1;
    }
    assert!((3..6).contains(&turned), "{turned}");
}

#[cfg(not(target_arch = "wasm32"))]
mod any_edits {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn undone_give_back_every_text_on_the_way(
            edits in prop::collection::vec(("[ab漢é]{0,6}", 0u8..4, 0f64..2000.0), 1..40),
        ) {
            let mut desk = Desk::default();
            for (text, how, wait) in edits {
                if text == desk.text {
                    continue;
                }
                match how {
                    0 => desk.puts("paste", &text),
                    1 => desk.follows(&text, true),
                    2 => desk.follows(&text, false),
                    _ => desk.types(&text, wait),
                }
            }
            let last = desk.text.clone();
            while desk.deeds.next().is_some() {
                desk.turns(false);
            }
            let end = desk.text.clone();
            while desk.turns(true) {}
            prop_assert_eq!(&desk.text, "");
            let mut seen = false;
            loop {
                seen |= desk.text == last;
                if !desk.turns(false) {
                    break;
                }
            }
            prop_assert!(seen);
            prop_assert_eq!(desk.text, end);
            let counted: usize = desk.deeds.done.iter().chain(&desk.deeds.undone).map(Deed::bytes).sum();
            prop_assert_eq!(desk.deeds.bytes, counted);
        }
    }
}

#[test]
fn the_size_of_ticks_is_that_of_their_words() {
    let tick = |remark: &str| Tick {
        at: None,
        item: crate::Item::Quote,
        checked: true,
        remark: Some(remark.to_owned()),
        source: None,
    };
    let step = |remark: &str| Step::Ticks { before: Vec::new(), after: vec![tick(remark)] };
    assert_eq!(step("asked twice").bytes(), step("").bytes() + "asked twice".len());
    assert_eq!(Deed::new("remark", vec![step("a")]).applied("text", true), "text");
}
