//! Corrections on text that nobody wrote: any list of them, on any text, with edits in between.
//!
//! `PROPTEST_RNG_SEED=7 cargo test --test corrections` explores other cases than the fixed ones.
#![cfg(not(target_arch = "wasm32"))]

mod invariants;

use invariants::violations;
use nutgraf::{
    Anchor, Article, Change, Corrections, Document, EntityKind, Item, Offsets, Options, Orphan, Role, Span, Who,
    parse_corrected,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig { failure_persistence: None, max_shrink_iters: 20_000, ..ProptestConfig::default() };
    let set = |variable: &str| std::env::var_os(variable).is_some();
    ProptestConfig {
        cases: if set("PROPTEST_CASES") { default.cases } else { cases },
        rng_seed: if set("PROPTEST_RNG_SEED") { default.rng_seed } else { RngSeed::Fixed(1) },
        ..default
    }
}

/// Words and marks of which stories are made; many come several times.
#[rustfmt::skip]
const DEBRIS: &[&str] = &[
    "said", "she said.", "told reporters", "Mayor Ada Quill", "Quill", "Carl Moss", "the Harbour Board", "Ardmouth", "“", "”",
    "“Boats sail,”", "“and the pier is open.”", "—", ".", ",", "\n", "\n\n", "\n\n", "\r\n", " ", "\u{a0}", "\u{200b}", "on Tuesday",
    "May 3", "3 May 2022", "03/04/2024", "yesterday", "three weeks", "about 300 boats", "$2 million", "12%", "By Jane Roe\n",
    "PORT ELDER, May 3 (Reuters) -", "Photo: EPA\n", "Boats at the quay (AP Photo/Ada Rook)\n", "Updated: 3 May 2022\n",
    "© 2022 The Elder Post\n", "Tags: ferry, port\n", "130\n", "SHARE\n", "(Reporting by A. Lund; editing by B. Moss)\n",
    "http://www.example.com/a\n", "Ferry to the islands resumes after storm\n\n", "The harbour was closed for a day.", "𝒩", "漢字",
    "é", "👩🏽‍🚀",
];

fn text() -> impl Strategy<Value = String> {
    let piece = (select(DEBRIS), prop_oneof![4 => Just(" "), 1 => Just(""), 1 => Just("\n")]);
    proptest::collection::vec(piece, 0..70)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, gap)| [*piece, gap]).collect())
}

/// A correction before it is known of what text: what it does, and what numbers pick its places.
#[derive(Debug, Clone)]
struct Draft {
    kind: u8,
    one: Index,
    other: Index,
    length: usize,
    word: Index,
}

/// What happens to a document: a correction, an edit, or one taken back.
#[derive(Debug, Clone)]
enum Step {
    Correct(Draft),
    Edit { from: Index, length: usize, with: &'static str },
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let draft = (0..40u8, any::<Index>(), any::<Index>(), 1..30usize, any::<Index>())
        .prop_map(|(kind, one, other, length, word)| Step::Correct(Draft { kind, one, other, length, word }));
    let edit = (any::<Index>(), prop_oneof![Just(0usize), 1..20usize], select(DEBRIS))
        .prop_map(|(from, length, with)| Step::Edit { from, length, with });
    proptest::collection::vec(prop_oneof![8 => draft, 3 => edit, 1 => Just(Step::Undo), 1 => Just(Step::Redo)], 0..12)
}

/// Some bytes of `text` from a character on.
fn slice(text: &str, from: Index, length: usize) -> Span {
    let start = text.floor_char_boundary(from.index(text.len().max(1)));
    Span::new(start, text.ceil_char_boundary((start + length).min(text.len())))
}

/// The correction that `draft` is of `text`: of a reading where there is one, else of any words.
fn change(text: &str, article: &Article, draft: &Draft) -> Option<Change> {
    let Draft { kind, one, other, length, word } = draft;
    let at = Anchor::of(text, slice(text, *one, *length));
    let to = Anchor::of(text, slice(text, *other, *length));
    let of = |index: &Index, count: usize| if count == 0 { 0 } else { index.index(count) };
    let entity = |index| of(index, article.entities.len());
    let values = ["2022-05-03", "P3D", "XXXX-WXX-2", "2022-05-03TMO", "PAST_REF"];
    let value = values[word.index(values.len())].parse().ok()?;
    let kind_of = EntityKind::ALL[word.index(EntityKind::ALL.len())];
    let role = Role::ALL[word.index(Role::ALL.len())];
    let item = Item::ALL[word.index(Item::ALL.len())];
    let block = of(one, article.blocks.len());
    let quote = of(one, article.quotes.len());
    let date = || ["2022-05-04", "2022", "2024-02-29T10:30Z"][word.index(3)].parse().ok();
    match kind {
        0..=4 => Change::role(text, article, block, role),
        5 => Some(Change::Role { at, role, opening: length % 2 == 0 }),
        6 | 7 => Change::split(text, article, at.span.start),
        8 => Some(Change::Split { at }),
        9 | 10 => Change::join(text, article, block),
        11 => Some(Change::Join { at }),
        12 | 13 => Change::entity(text, article, entity(one), kind_of),
        14 | 15 => Some(Change::Entity { at, kind: kind_of }),
        16 => Change::name(text, article, entity(one), "Dame Ada"),
        17 | 18 => Change::merge(text, article, entity(one), entity(other)),
        19 => Some(Change::Merge { at, to }),
        20 | 21 => Change::detach(text, article, entity(one), length % 3),
        22 => Change::attach(text, article, entity(one), length % 3, entity(other)),
        23 => Some(Change::Attach { at, to: Anchor::item(text, article, Item::Entity, entity(other))? }),
        24 | 25 => Some(Change::Quote { at, speaker: (length % 2 == 0).then(|| Who::Name("a captain".to_owned())) }),
        26 | 27 => Change::said_by(text, article, quote, entity(other)),
        28 => Change::speaker(text, article, quote, None),
        29 => Change::time(text, article, of(one, article.times.len()), value),
        30 => Some(Change::Time { at, value, kind: None }),
        31 => Change::quantity(text, article, of(one, article.quantities.len()), 7.5, Some("boats".to_owned())),
        32 => Some(Change::Quantity { at, value: 3.0, unit: None }),
        33 => Some(Change::published(text, article, date()?)),
        34 => Some(Change::updated(text, article, date()?)),
        35 => Some(Change::Remove { at, item }),
        _ => Change::remove(text, article, item, of(one, 9)),
    }
}

/// Fails where `document` breaks a rule, or where a correction that holds holds of other words than its own.
fn assert_sound(document: &Document) -> Result<(), TestCaseError> {
    let (text, article) = (document.text(), document.article());
    let found = violations(text, &serde_json::to_value(article).expect("a breakdown is JSON"));
    prop_assert!(found.is_empty(), "{:?}\nof {text:?}:\n{}", document.corrections(), found.join("\n"));
    let orphaned = |index| document.orphans().iter().any(|orphan: &Orphan| orphan.index == index);
    for (index, change) in document.corrections().iter().enumerate().filter(|(index, _)| !orphaned(*index)) {
        for anchor in change.at().into_iter().chain(change.to()) {
            // by itself it may be one of several that are alike; never are others taken
            if let Ok(span) = anchor.find(text) {
                prop_assert_eq!(span.of(text), &anchor.words, "{:?}", change);
            }
            prop_assert!(text.contains(&anchor.words), "{index}: {change:?}");
        }
    }
    // every item with a reader's word has the words of a correction that holds
    let holding = |words: &str| {
        let of = |change: &Change| {
            let anchors = change.at().into_iter().chain(change.to());
            // less the marks at its ends that are not read, or with the rest of one that is read as a whole
            anchors.map(|anchor| anchor.words.trim()).any(|told| told.contains(words) || words.contains(told))
        };
        document.corrections().iter().enumerate().any(|(index, change)| !orphaned(index) && of(change))
    };
    for time in article.times.iter().filter(|time| time.basis.is_some()) {
        prop_assert!(holding(&time.text), "{time:?}");
    }
    for quantity in article.quantities.iter().filter(|quantity| quantity.basis.is_some()) {
        prop_assert!(holding(&quantity.text), "{quantity:?}");
    }
    for quote in article.quotes.iter().filter(|quote| quote.basis.is_some()) {
        prop_assert!(holding(&quote.text), "{quote:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_corrections_of_any_text_with_edits_in_between(text in text(), steps in steps()) {
        let options = Options::new().with_offsets(Offsets::Utf8);
        let mut document = Document::new(text, options.clone());
        for step in &steps {
            match step {
                Step::Correct(draft) => {
                    if let Some(change) = change(document.text(), document.article(), draft) {
                        document.correct(change);
                    }
                }
                Step::Edit { from, length, with } => {
                    let span = slice(document.text(), *from, *length);
                    let mut edited = document.text().to_owned();
                    edited.replace_range(span.start..span.end, with);
                    document.edit(edited);
                }
                Step::Undo => drop(document.undo()),
                Step::Redo => drop(document.redo()),
            }
            assert_sound(&document)?;
        }
        // saved and opened it is the same, in every unit
        for &unit in Offsets::ALL {
            let mut document = document.clone();
            document.set_options(options.clone().with_offsets(unit));
            let opened = Document::open(&document.save()).expect("a document");
            prop_assert_eq!(opened.save(), document.save());
            prop_assert_eq!(opened.article(), document.article());
        }
        // and with all taken back it is the first breakdown, byte for byte
        while document.undo() {}
        let first = nutgraf::parse(document.text(), &options);
        prop_assert_eq!(
            serde_json::to_string(document.article()).expect("JSON"),
            serde_json::to_string(&first).expect("JSON")
        );
    }

    /// Corrections of one text on another, which was not made of it: what holds holds of the same words.
    #[test]
    fn corrections_of_another_text(one in text(), other in text(), steps in steps()) {
        let options = Options::new().with_offsets(Offsets::Utf8);
        let article = nutgraf::parse(&one, &options);
        let drafts = steps.iter().filter_map(|step| match step {
            Step::Correct(draft) => change(&one, &article, draft),
            _ => None,
        });
        let corrections: Corrections = drafts.collect();
        let corrected = parse_corrected(&other, &options, &corrections);
        let found = violations(&other, &serde_json::to_value(&corrected.article).expect("JSON"));
        prop_assert!(found.is_empty(), "{corrections:?}\n{}", found.join("\n"));
        for change in &corrections {
            for anchor in change.at().into_iter().chain(change.to()) {
                if let Ok(span) = anchor.find(&other) {
                    prop_assert_eq!(span.of(&other), &anchor.words);
                }
            }
        }
    }

    /// A place around which a text was edited is where its letters went; told by words alone, there or nowhere.
    #[test]
    fn a_place_goes_where_its_letters_go(
        before in text(),
        words in "zq[a-z]{1,6}( [a-z]{1,6}){0,2}",
        after in text(),
        (from, length, with) in (any::<Index>(), 0..40usize, text()),
    ) {
        let text = format!("{before}{words}{after}");
        let place = Span::new(before.len(), before.len() + words.len());
        let anchor = Anchor::of(&text, place);
        let edit = slice(&text, from, length);
        // not inside the words
        prop_assume!(edit.end <= place.start || edit.start >= place.end);
        let mut edited = text.clone();
        edited.replace_range(edit.start..edit.end, &with);
        let moved = if edit.end <= place.start { place.start + with.len() - edit.len() } else { place.start };
        let mut corrections: Corrections = [Change::Split { at: anchor.clone() }].into_iter().collect();
        corrections.follow(&text, &edited);
        let followed = corrections.iter().next().and_then(|change| change.at().cloned()).expect("a change");
        prop_assert_eq!(followed.find(&edited), Ok(Span::new(moved, moved + words.len())));
        if let Ok(found) = anchor.find(&edited) {
            prop_assert_eq!(found.start, moved);
        }
    }
}
