//! Each change by itself, on an invented story.

use super::*;
use crate::{Basis, Block, EntityKind, Offsets, QuoteKind, Role, Span, SpeakerBasis, TimeKind, WarningCode, parse};

const STORY: &str = "Quay news\n\nFerry to the islands resumes after storm\n\nBy Ada Rook\n\nBoats lie at the quay of Ardmouth\n\n\
    ARDMOUTH, May 3 (Reuters) - Boats sail again, Mayor Ada Quill said on Tuesday.\n\n\
    “Nobody has waited longer,” Quill said. Carl Moss counted about 300 boats, he said.\n\n\
    “We sail,” she said on May 4. The Harbour Board paid $2 million.\n\nReported by hand at the desk of the Echo";

fn options() -> Options {
    Options::new().with_offsets(Offsets::Utf8)
}

fn read() -> Article {
    parse(STORY, &options())
}

/// The place of the words at their occurrence `nth`.
fn at(words: &str, nth: usize) -> Anchor {
    let start = STORY.match_indices(words).nth(nth).unwrap_or_else(|| panic!("{words} in the story")).0;
    Anchor::of(STORY, Span::new(start, start + words.len()))
}

fn corrected(changes: impl IntoIterator<Item = Change>) -> Corrected {
    parse_corrected(STORY, &options(), &changes.into_iter().collect())
}

/// The breakdown with `changes` taken in, all of them.
fn with(changes: impl IntoIterator<Item = Change>) -> Article {
    let corrected = corrected(changes);
    assert_eq!(corrected.orphans, []);
    corrected.article
}

fn block<'a>(article: &'a Article, words: &str) -> &'a Block {
    let start = STORY.find(words).expect("the words");
    article.blocks.iter().find(|block| block.span.contains(Span::new(start, start + 1))).expect("a block")
}

fn index(article: &Article, words: &str) -> usize {
    let block = *block(article, words);
    article.blocks.iter().position(|other| *other == block).expect("a block")
}

fn entity<'a>(article: &'a Article, name: &str) -> &'a crate::Entity {
    article
        .entities
        .iter()
        .find(|entity| entity.name == name)
        .unwrap_or_else(|| panic!("{name} in {:?}", article.entities))
}

#[test]
fn the_story_is_read_as_these_tests_expect() {
    let article = read();
    assert_eq!(
        article.head.headline.as_ref().map(|piece| piece.text.as_str()),
        Some("Ferry to the islands resumes after storm")
    );
    assert_eq!(entity(&article, "Ada Quill").mentions.len(), 2);
    assert_eq!(article.quotes.len(), 4, "{:#?}", article.quotes);
    assert!(article.blocks.iter().all(|block| block.basis.is_none()));
}

#[test]
fn nothing_corrected_is_nothing_changed() {
    let corrected = corrected([]);
    assert_eq!((corrected.article, corrected.orphans), (read(), vec![]));
}

#[test]
fn a_part_has_the_role_that_a_reader_gives_it() {
    let article = read();
    let role = |words, role| Change::role(STORY, &article, index(&article, words), role).expect("a part");
    let corrected = with([role("Quay news", Role::Headline)]);
    let headline = corrected.head.headline.as_ref().expect("a headline");
    assert_eq!(headline.text, "Quay news", "a reader's before what was taken for one");
    let quay = block(&corrected, "Quay news");
    assert_eq!((quay.role, quay.basis, quay.certainty), (Role::Headline, Some(Basis::Reader), None));
    // the later of two changes holds
    let corrected = with([role("Quay news", Role::Headline), role("Quay news", Role::Section)]);
    assert_eq!(corrected.head.section.as_ref().map(|piece| piece.text.as_str()), Some("Quay news"));
    assert!(corrected.head.headline.is_some_and(|piece| piece.text.starts_with("Ferry")));
}

#[test]
fn the_head_follows_the_roles() {
    let article = read();
    let role = |words, role| Change::role(STORY, &article, index(&article, words), role).expect("a part");
    assert_eq!(article.head.bylines.len(), 1);
    let corrected =
        with([role("By Ada Rook", Role::Caption), role("Boats lie", Role::Byline), role("Reported by", Role::Credit)]);
    let bylines: Vec<&str> = corrected.head.bylines.iter().map(|byline| byline.name.as_str()).collect();
    assert_eq!(bylines, ["Boats lie at the quay of Ardmouth"], "what no grammar knows is still what a reader says");
    let images = &corrected.head.images;
    assert!(
        images.iter().any(|image| image.caption.as_ref().is_some_and(|piece| piece.text == "By Ada Rook")),
        "{images:?}"
    );
    assert!(images.iter().any(|image| image.credit.as_ref().is_some_and(|credit| credit.text.starts_with("Reported"))));
    // without its dateline the story has no place, no agency and no day of its own
    let corrected = with([role("ARDMOUTH, May", Role::Furniture)]);
    assert_eq!((corrected.head.dateline, corrected.head.agency), (None, None));
}

#[test]
fn a_part_begins_where_a_reader_says() {
    let article = read();
    let start = STORY.find("Carl Moss").expect("the words");
    let split = Change::split(STORY, &article, start - 1).expect("a place inside a part");
    let corrected = with([split.clone()]);
    assert_eq!(corrected.blocks.len(), article.blocks.len() + 1);
    let (before, after) = (block(&corrected, "“Nobody"), block(&corrected, "Carl Moss"));
    assert_eq!((before.span.end, after.span.start), (start - 1, start));
    assert!([before, after].iter().all(|block| block.role == Role::Paragraph && block.basis == Some(Basis::Reader)));
    assert_eq!(Change::split(STORY, &article, 0), None, "one begins there");
    assert_eq!(Change::split(STORY, &article, STORY.len()), None);
    // and both are one again
    let join = Change::join(STORY, &corrected, index(&corrected, "Carl Moss")).expect("a part with one before");
    let joined = with([split, join]);
    assert_eq!(joined.blocks.len(), article.blocks.len());
    assert_eq!(block(&joined, "“Nobody").span, block(&article, "“Nobody").span);
}

#[test]
fn a_dateline_is_cut_from_a_paragraph() {
    let text = "Ferry resumes\n\nPort Elder harbour, Reuters. Boats sail again, the mayor said on Tuesday of the new timetable.";
    let article = parse(text, &options());
    assert_eq!(article.head.dateline, None);
    let split = Change::split(text, &article, text.find("Boats").expect("the words")).expect("a place");
    let cut = parse_corrected(text, &options(), &[split.clone()].into_iter().collect()).article;
    let role = Change::role(text, &cut, 1, Role::Dateline).expect("a part");
    let corrected = parse_corrected(text, &options(), &[split, role].into_iter().collect());
    assert_eq!(corrected.orphans, []);
    let dateline = corrected.article.head.dateline.expect("a dateline");
    assert_eq!(dateline.span.of(text), "Port Elder harbour, Reuters.");
}

#[test]
fn parts_that_a_reader_joins_are_one() {
    let article = read();
    let join = Change::join(STORY, &article, index(&article, "“We sail")).expect("a part with one before");
    let corrected = with([join]);
    assert_eq!(corrected.blocks.len(), article.blocks.len() - 1);
    assert_eq!(block(&corrected, "“Nobody"), block(&corrected, "“We sail"));
    assert_eq!(Change::join(STORY, &article, 0), None);
}

#[test]
fn a_long_part_is_told_by_its_beginning() {
    let text = format!(
        "Ferry resumes\n\n{}\n\nThe end of it.",
        "Boats sail again, the mayor said on Tuesday. ".repeat(9).trim()
    );
    let article = parse(&text, &options());
    let change = Change::role(&text, &article, 1, Role::EditorsNote).expect("a part");
    assert!(matches!(&change, Change::Role { opening: true, at, .. } if at.words.chars().count() == 80));
    let edited = text.replace("\n\nThe", " It is all.\n\nThe");
    let corrected = parse_corrected(&edited, &options(), &[change].into_iter().collect());
    assert_eq!(corrected.orphans, []);
    let block = corrected.article.blocks[1];
    assert_eq!(block.role, Role::EditorsNote);
    assert!(block.span.of(&edited).ends_with("It is all."));
}

#[test]
fn an_entity_has_the_kind_and_name_that_a_reader_gives_it() {
    let corrected = with([
        Change::Entity { at: at("Quill", 1), kind: EntityKind::Organization },
        Change::Name { at: at("Quill", 1), name: "Dame Ada Quill".to_owned() },
    ]);
    let quill = entity(&corrected, "Dame Ada Quill");
    assert_eq!((quill.kind, quill.basis), (EntityKind::Organization, Some(Basis::Reader)));
    assert_eq!(quill.mentions, entity(&read(), "Ada Quill").mentions);
    // who is quoted is called so too
    assert!(corrected.quotes.iter().any(|quote| quote.speaker.as_ref().is_some_and(|speaker| {
        speaker.name.as_deref() == Some("Dame Ada Quill") && speaker.entity == Some(quill.id)
    })));
    assert!(corrected.entities.iter().filter(|entity| entity.basis.is_some()).count() == 1);
}

#[test]
fn entities_become_one_and_part_again() {
    let article = read();
    let (quill, moss) = (entity(&article, "Ada Quill").id, entity(&article, "Carl Moss").id);
    let merge = Change::merge(STORY, &article, moss, quill).expect("two entities");
    let one = with([merge.clone()]);
    assert_eq!(one.entities.len(), article.entities.len() - 1);
    let merged = entity(&one, "Ada Quill");
    assert_eq!(merged.mentions.len(), 3);
    assert!(one.quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.entity).all(|id| id == merged.id));
    assert!(one.entities.iter().enumerate().all(|(index, entity)| entity.id == index));
    let parted = with([merge, Change::Detach { at: at("Carl Moss", 0) }]);
    let moss = entity(&parted, "Carl Moss");
    assert_eq!((moss.mentions.len(), moss.basis), (1, Some(Basis::Reader)));
    assert_eq!(entity(&parted, "Ada Quill").mentions.len(), 2);
}

#[test]
fn a_mention_goes_to_another_entity_and_its_quote_with_it() {
    // the byline's Rook is not read; the second Quill is said to be Carl Moss
    let corrected = with([Change::Attach { at: at("Quill", 1), to: at("Carl Moss", 0) }]);
    assert_eq!(entity(&corrected, "Ada Quill").mentions.len(), 1);
    let moss = entity(&corrected, "Carl Moss");
    assert_eq!(moss.mentions.len(), 2);
    assert_eq!(moss.mentions[0].of(STORY), "Quill");
    let nobody = corrected.quotes.iter().find(|quote| quote.text.starts_with("“Nobody")).expect("the quote");
    let speaker = nobody.speaker.as_ref().expect("a speaker");
    assert_eq!((speaker.entity, speaker.name.as_deref()), (Some(moss.id), Some("Carl Moss")));
    // words that named nothing name it
    let corrected = with([Change::Attach { at: at("Boats", 1), to: at("Carl Moss", 0) }]);
    assert_eq!(entity(&corrected, "Carl Moss").mentions.len(), 2);
}

#[test]
fn a_quote_has_the_speaker_that_a_reader_gives_it() {
    let article = read();
    let quote = article.quotes.iter().position(|quote| quote.text == "“We sail,”").expect("the quote");
    let speaker = |change| with([change]).quotes[quote].speaker.clone();
    let moss = speaker(Change::said_by(STORY, &article, quote, entity(&article, "Carl Moss").id).expect("a quote"));
    let moss = moss.expect("a speaker");
    assert_eq!((moss.name.as_deref(), moss.basis), (Some("Carl Moss"), Some(SpeakerBasis::Reader)));
    assert_eq!(moss.text.as_deref(), Some("she"), "as it is written there");
    let name = Some(Who::Name("a captain".to_owned()));
    let captain = speaker(Change::speaker(STORY, &article, quote, name).expect("a quote")).expect("a speaker");
    assert_eq!((captain.name.as_deref(), captain.entity), (Some("a captain"), None));
    let nobody = with([Change::speaker(STORY, &article, quote, None).expect("a quote")]);
    assert_eq!((&nobody.quotes[quote].speaker, nobody.quotes[quote].basis), (&None, Some(Basis::Reader)));
    // and no other quote changed
    let others = |article: &Article| {
        article.quotes.iter().filter(|quote| quote.text != "“We sail,”").cloned().collect::<Vec<_>>()
    };
    assert_eq!(others(&nobody), others(&article));
}

#[test]
fn a_time_and_a_number_have_the_values_that_a_reader_gives_them() {
    let article = read();
    let tuesday = article.times.iter().position(|time| time.text == "Tuesday").expect("the time");
    let boats = article.quantities.iter().position(|quantity| quantity.text.contains("300")).expect("the number");
    let corrected = with([
        Change::time(STORY, &article, tuesday, "2022-05-03TMO".parse().expect("a value")).expect("a time"),
        Change::quantity(STORY, &article, boats, 310.0, Some("boats".to_owned())).expect("a number"),
    ]);
    let (time, quantity) = (&corrected.times[tuesday], &corrected.quantities[boats]);
    assert_eq!((time.value.as_str(), time.kind, time.basis), ("2022-05-03TMO", TimeKind::Time, Some(Basis::Reader)));
    assert!((quantity.value - 310.0).abs() < f64::EPSILON && quantity.basis == Some(Basis::Reader));
    assert!(quantity.approximate, "that it is about so many was right");
    assert_eq!((corrected.times.len(), corrected.quantities.len()), (article.times.len(), article.quantities.len()));
}

#[test]
fn a_date_of_the_head_is_what_others_are_counted_from() {
    let article = read();
    let date = "2022-05-06".parse().expect("a date");
    let corrected = with([Change::published(STORY, &article, date)]);
    let published = corrected.head.published.expect("a date");
    assert_eq!((published.value.as_str(), published.basis), ("2022-05-06", Basis::Reader));
    assert_eq!(published.span, article.head.published.and_then(|stamp| stamp.span));
    let date = corrected.head.dateline.and_then(|dateline| dateline.date).expect("a date");
    assert_eq!((date.value.as_str(), date.basis), ("2022-05-03", Some(Basis::Reader)));
    assert!(corrected.times.iter().any(|time| time.text == "Tuesday" && time.value == "2022-05-03"));
    let text = "Ferry resumes\n\nPublished: 3 May 2022\n\nBoats sail again, the mayor said on Tuesday.";
    let article = parse(text, &options());
    let remove = Change::remove(text, &article, Item::Published, 0).expect("a date");
    assert_eq!(parse_corrected(text, &options(), &[remove].into_iter().collect()).article.head.published, None);
    let updated = with([Change::Updated { at: None, value: "2022-05-07T10:30Z".parse().expect("a date") }]);
    let stamp = updated.head.updated.expect("a date");
    assert_eq!((stamp.value.as_str(), stamp.basis, stamp.span), ("2022-05-07T10:30Z", Basis::Reader, None));
}

#[test]
fn readings_are_removed() {
    let article = read();
    let quill = entity(&article, "Ada Quill").id;
    let corrected = with([
        Change::remove(STORY, &article, Item::Time, 0).expect("a time"),
        Change::remove(STORY, &article, Item::Quantity, 0).expect("a number"),
        Change::remove(STORY, &article, Item::Quote, 0).expect("a quote"),
        Change::remove(STORY, &article, Item::Entity, quill).expect("an entity"),
    ]);
    assert_eq!(corrected.times[..], article.times[1..]);
    assert_eq!(corrected.quantities[..], article.quantities[1..]);
    assert_eq!(corrected.quotes.len(), article.quotes.len() - 1);
    assert!(corrected.entities.iter().all(|entity| entity.name != "Ada Quill"));
    // what was said is still said by that name, which is no entity any more
    let speaker =
        corrected.quotes.iter().find(|quote| quote.text.starts_with("“Nobody")).and_then(|quote| quote.speaker.clone());
    assert_eq!(speaker.map(|speaker| (speaker.entity, speaker.name)), Some((None, Some("Ada Quill".to_owned()))));
    let one = with([Change::Remove { at: at("Ada Quill", 0), item: Item::Mention }]);
    assert_eq!(entity(&one, "Quill").mentions.len(), 1, "and the name is the fullest left");
}

#[test]
fn readings_are_added() {
    let corrected = with([
        Change::Entity { at: at("Boats", 1), kind: EntityKind::Organization },
        Change::Quote {
            at: at("Carl Moss counted about 300 boats", 0),
            speaker: Some(Who::Mention(at("Carl Moss", 0))),
        },
        Change::Time { at: at("again", 0), value: "P3D".parse().expect("a value"), kind: None },
        Change::Quantity { at: at("Nobody", 0), value: 0.0, unit: None },
    ]);
    let boats = entity(&corrected, "Boats");
    assert_eq!((boats.kind, boats.basis), (EntityKind::Organization, Some(Basis::Reader)));
    let quote = corrected.quotes.iter().find(|quote| quote.text.starts_with("Carl Moss")).expect("the quote");
    assert_eq!((quote.kind, quote.basis), (QuoteKind::Indirect, Some(Basis::Reader)));
    assert_eq!(quote.speaker.as_ref().and_then(|speaker| speaker.name.as_deref()), Some("Carl Moss"));
    let time = corrected.times.iter().find(|time| time.text == "again").expect("the time");
    assert_eq!((time.kind, time.basis), (TimeKind::Duration, Some(Basis::Reader)));
    assert!(corrected.quantities.iter().any(|quantity| quantity.text == "Nobody" && quantity.unit.is_none()));
    assert!(
        corrected.times.is_sorted_by_key(|time| time.span) && corrected.quotes.is_sorted_by_key(|quote| quote.span)
    );
}

#[test]
fn a_quote_of_another_extent_keeps_its_speaker() {
    let corrected = with([Change::Quote { at: at("Nobody has waited longer", 0), speaker: None }]);
    let quote = corrected.quotes.iter().find(|quote| quote.text == "Nobody has waited longer").expect("the quote");
    assert_eq!(quote.speaker.as_ref().and_then(|speaker| speaker.name.as_deref()), Some("Ada Quill"));
    assert_eq!(quote.cue.as_ref().map(|cue| cue.text.as_str()), Some("said"));
    assert_eq!(corrected.quotes.len(), read().quotes.len());
}

#[test]
fn speech_goes_on_from_the_same_quote_after_others_came_and_went() {
    let text = "Ferry resumes\n\n“One ferry sails today,” Mayor Ada Quill said.\n\n“And the pier is open, the board told us.\n\n\
                “And the tram goes on to the quay as well, all of it in one day.”\n\nIt rained.";
    let article = parse(text, &options());
    let goes_on: Vec<usize> = (0..article.quotes.len()).filter(|&at| article.quotes[at].continues.is_some()).collect();
    assert!(!goes_on.is_empty(), "{:#?}", article.quotes);
    let rained = text.find("Ferry").expect("the words");
    let add = Change::Quote { at: Anchor::of(text, Span::new(rained, rained + 13)), speaker: None };
    let corrected = parse_corrected(text, &options(), &[add].into_iter().collect()).article;
    for at in goes_on {
        assert_eq!(corrected.quotes[at + 1].continues, article.quotes[at].continues.map(|before| before + 1));
        assert_eq!(corrected.quotes[at + 1].text, article.quotes[at].text);
    }
}

#[test]
fn what_holds_nowhere_is_said_and_changes_nothing() {
    let article = read();
    let cases = [
        (Change::Detach { at: Anchor { words: "nowhere".to_owned(), ..at("Quill", 0) } }, Why::WordsGone),
        (Change::Name { at: at("Boats", 1), name: "x".to_owned() }, Why::NothingRead),
        (Change::Name { at: at("Ada Quill", 0), name: " ".to_owned() }, Why::Impossible),
        (Change::Remove { at: at("again", 0), item: Item::Time }, Why::NothingRead),
        (Change::Speaker { at: at("again", 0), speaker: None }, Why::NothingRead),
        (Change::Remove { at: at("again", 0), item: Item::Published }, Why::NothingRead),
        (
            Change::Time { at: at("again", 0), value: "P3D".parse().expect("a value"), kind: Some(TimeKind::Date) },
            Why::Impossible,
        ),
        (Change::Entity { at: at("Ada Rook", 0), kind: EntityKind::Person }, Why::PartNotRead),
        (Change::Quantity { at: at("again", 0), value: f64::NAN, unit: None }, Why::Impossible),
        (Change::Split { at: at("\n\n", 0) }, Why::Impossible),
        (Change::Speaker { at: at("“We sail,”", 0), speaker: Some(Who::Mention(at("Boats", 1))) }, Why::NothingRead),
    ];
    for (change, why) in cases {
        let corrected = corrected([change.clone()]);
        assert_eq!(corrected.orphans, [Orphan { index: 0, why }], "{change:?}");
        let mut found = corrected.article;
        let warning = found.warnings.iter().position(|warning| warning.code == WarningCode::OrphanedCorrection);
        let warning = found.warnings.remove(warning.expect("a warning"));
        assert!(warning.message.starts_with("correction 1 is left out: "), "{}", warning.message);
        assert_eq!(found, article, "{change:?}");
    }
}

#[test]
fn a_date_that_a_reader_decided_is_open_no_more() {
    let text = "Ferry pier to close\n\nThe pier closed on 03/04/2024, the mayor said.";
    let article = parse(text, &options());
    assert!(article.warnings.iter().any(|warning| warning.code == WarningCode::AmbiguousDate));
    let change = Change::time(text, &article, 0, "2024-04-03".parse().expect("a value")).expect("a time");
    let corrected = parse_corrected(text, &options(), &[change].into_iter().collect());
    assert_eq!(corrected.article.warnings, []);
}

#[test]
fn changes_are_undone_and_done_again() {
    let mut corrections = Corrections::new();
    assert!(!corrections.undo() && !corrections.redo());
    corrections.push(Change::Detach { at: at("Quill", 0) });
    corrections.push(Change::Detach { at: at("Quill", 1) });
    assert!(corrections.undo());
    assert_eq!((corrections.len(), corrections.can_redo()), (1, true));
    assert!(corrections.redo() && !corrections.can_redo());
    assert!(corrections.undo());
    corrections.push(Change::Detach { at: at("Carl Moss", 0) });
    assert!(!corrections.redo(), "what was undone is past");
    assert_eq!(corrections.iter().last().and_then(|change| Some(change.at()?.words.as_str())), Some("Carl Moss"));
}

#[test]
fn a_document_follows_edits() {
    let mut document = Document::new(STORY, options());
    let first = document.clone();
    document.correct(Change::Entity { at: at("Quill", 1), kind: EntityKind::Place });
    let tick = |words, checked| Tick { at: Some(at(words, 0)), item: Item::Time, checked, remark: None, source: None };
    document.tick(tick("Tuesday", true));
    document.tick(tick("May 4", true));
    document.edit(STORY.replace("Quay news", "News of the quay").replace("May 4", "May 6"));
    assert_eq!(document.orphans(), []);
    assert_eq!(document.orphaned_ticks(), [Orphan { index: 1, why: Why::WordsGone }]);
    assert!(
        document.article().entities.iter().any(|entity| entity.kind == EntityKind::Place && entity.name == "Ada Quill")
    );
    document.edit(document.text().replace("Quill", "Quist"));
    assert_eq!(document.orphans(), [Orphan { index: 0, why: Why::WordsGone }]);
    document.edit(STORY);
    assert_eq!((document.orphans(), document.orphaned_ticks()), (&[][..], vec![]), "and back again");
    document.tick(tick("Tuesday", false));
    document.tick(tick("May 4", false));
    assert_eq!(document.ticks(), [], "a tick that says nothing is none");
    assert!(document.undo());
    assert_eq!(document.article(), first.article());
}
