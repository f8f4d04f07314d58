//! Patterns of a reader's own: any expression in any text, and lists of them.

use crate::input::Input;
use nutgraf::{Offsets, Options, Pattern, PatternList, search};

pub(crate) fn patterns(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    let (kind, unit) = (input.byte(), input.one_of(Offsets::ALL));
    let (find, text) = input.halves();
    let (find, text) = (find.text(), text.text());
    lists(&find);
    let pattern = if kind & 1 == 0 { Pattern::words("a", &find) } else { Pattern::regex("a", &find) };
    let Ok(pattern) = pattern.inspect_err(|error| assert!(!error.to_string().is_empty())) else { return };
    let pattern = pattern.with_case(kind & 2 > 0).with_whole_words(kind & 4 > 0);
    let json = serde_json::to_string(&pattern).expect("a pattern is JSON");
    assert_eq!(serde_json::from_str::<Pattern>(&json).expect("it comes back"), pattern);
    let found = search(&text, &pattern, unit);
    let end = search(&text, &pattern, Offsets::Utf8);
    assert_eq!((found.places.len(), found.whole), (end.places.len(), end.whole));
    for (place, next) in end.places.iter().zip(end.places.iter().skip(1)) {
        assert!(place.end <= next.start, "{find:?} in {text:?}: {place:?} {next:?}");
    }
    assert!(end.places.iter().all(|place| text.get(place.start..place.end).is_some_and(|words| !words.is_empty())));
    let article = nutgraf::parse(&text, &Options::new().with_offsets(unit).with_marks(vec![pattern]));
    let marks: Vec<_> = article.marks.iter().map(|mark| mark.span).collect();
    assert_eq!(marks, found.places, "{find:?} in {text:?}");
}

/// What is read of a list comes back as it is written.
fn lists(text: &str) {
    for list in [PatternList::from_csv(text), PatternList::from_json(text)].into_iter().flatten() {
        let written = PatternList::to_csv(&list.patterns);
        let again = PatternList::from_csv(&written).expect("a list that we wrote");
        assert_eq!(again.patterns, list.patterns, "{written:?}");
        assert!(again.bad.is_empty(), "{written:?}");
    }
}
