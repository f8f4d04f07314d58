use super::*;

fn read(source: &str) -> String {
    View::new(source).text().to_owned()
}

/// Where `words`, which are read once, were given.
fn given<'s>(source: &'s str, words: &str) -> &'s str {
    let view = View::new(source);
    let start = view.text().find(words).unwrap_or_else(|| panic!("no {words:?} in {:?}", view.text()));
    view.to_source(Span::new(start, start + words.len())).of(source)
}

#[test]
fn a_clean_text_is_not_copied() {
    for clean in [
        "",
        "The quay, “shut” – re-\n\nopens at Élan’s; R&D & B&B cost £5.\n\n> Read more\n> Sport\n",
        "A word in capitals: “CAFÉ”, “SÃO”, “SKÅ”—all of them—and a mother-\nIn-law.",
        "👩‍🚀 می‌خواهم अनु\u{200d}",
        "1 < 2, </p> is a tag, and so is <b>.\n",
    ] {
        let view = View::new(clean);
        assert!(view.is_given() && matches!(view.text, Cow::Borrowed(_)), "{:?}", view.text);
        assert_eq!(view.to_source(Span::new(0, clean.len())), Span::new(0, clean.len()));
    }
}

#[test]
fn references_and_garbled_letters() {
    for (source, meant) in [
        ("&ldquo;Shut&rdquo;, Quill&#8217;s aide said &#x2014; R&amp;D", "“Shut”, Quill’s aide said — R&D"),
        ("&amp;ldquo;Shut&amp;rdquo;&nbsp;again", "“Shut”\u{a0}again"),
        ("It&#146;s 5&deg; in M&uuml;nchen", "It’s 5° in München"),
        ("&unknown; &; &#xzz; AT&T; &#0;", "&unknown; &; &#xzz; AT&T; &#0;"),
        ("â€œShut,â€\u{9d} she said â€“ itâ€™s Â£5, cafÃ©", "“Shut,” she said – it’s £5, café"),
        ("â€œShut,â€ she said", "“Shut,” she said"),
        ("donÃ¢â‚¬â„¢t", "don’t"),
        ("don‚Äôt ‚Äî ‚Äúno‚Äù", "don’t — “no”"),
        ("\u{93}Shut,\u{94} it\u{92}s", "“Shut,” it’s"),
        ("MÃ¼ller, Å\u{a0}koda, LuÄ\u{8d}iÄ‡ ðŸ˜€", "Müller, Škoda, Lučić 😀"),
        ("ï»¿Boats", "Boats"),
    ] {
        assert_eq!(read(source), meant);
    }
    let view = View::new("no. donâ€™t");
    assert_eq!(view.garbled, Some(Span::new(7, 15)));
}

#[test]
fn marks_without_room_and_ligatures() {
    let source =
        "\u{feff}Omar\u{200b} Kar\u{ad}wan\u{2060} paid \u{200e}$5\u{200b} million for a ﬁne oﬃce; so\u{200c}on";
    assert_eq!(read(source), "Omar Karwan paid $5 million for a fine office; soon");
    assert_eq!(given(source, "Omar Karwan"), "Omar\u{200b} Kar\u{ad}wan");
    assert_eq!(given(source, "$5 million"), "$5\u{200b} million");
    assert_eq!(given(source, "fine"), "ﬁne");
    // a ligature belongs to what begins in it
    assert_eq!(given(source, "ine"), "ﬁne");
    assert_eq!(given(source, "a f"), "a ");
}

#[test]
fn words_cut_at_the_end_of_lines() {
    for (source, meant) in [
        (
            "The board voted to re-\nbuild the wall after\ntwo winters",
            "The board voted to rebuild\nthe wall after\ntwo winters",
        ),
        ("A cross\u{ad}\r\ning. Then", "A crossing.\nThen"),
        ("said Dana Whit-\r\n  comb, who is\nhere", "said Dana Whitcomb,\nwho is\nhere"),
        ("It is a well-\nknown fact of\nlife", "It is a well-known\nfact of\nlife"),
        ("a Franco-\nbelgian film, a co-op\nand franco-belgian", "a Francobelgian\nfilm, a co-op\nand franco-belgian"),
        ("an air-\nsea rescue, the air-sea\nlink", "an air-sea\nrescue, the air-sea\nlink"),
        ("an out-of-\ndate map of\nthe bay", "an out-of-date\nmap of\nthe bay"),
        ("it was wind-\nand re-\nbuilt by\nmen", "it was windand\nrebuilt\nby\nmen"),
        // not wrapped
        ("Home\nNews -\nsport\nSport-\nlive\nBusiness\nMore\n", "Home\nNews -\nsport\nSport-\nlive\nBusiness\nMore\n"),
        ("re-\n\nbuild", "re-\n\nbuild"),
    ] {
        assert_eq!(read(source), meant);
    }
    let source = "The sum of £12 mil-\nlion was set\naside";
    assert_eq!(given(source, "£12 million"), "£12 mil-\nlion");
}

#[test]
fn quoted_lines() {
    let source = "Ada wrote:\n> The harbour board voted on Friday to close the pier\n> for nine months.\n>\n>> “No,” she\n> said.\n";
    assert_eq!(
        read(source),
        "Ada wrote:\nThe harbour board voted on Friday to close the pier\nfor nine months.\n\n“No,” she\nsaid.\n"
    );
    assert_eq!(given(source, "pier\nfor nine"), "pier\n> for nine");
}

#[test]
fn source_as_it_is_shown() {
    let source = "<!DOCTYPE html><html><head><title>x</title><script>if (a < b) {}</script></head><body>\n<h1>Ferries</h1>\n\
        <p class=\"a\">Boats &amp; ferries <b>sail</b>\n  again<br/>today.</p><!-- <p>no</p> --><table><tr><td>1</td><td>2</td></tr></table>\
        <script>run()</SCRIPT></body></html>";
    let view = View::new(source);
    let shown: Vec<&str> = view.text().split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(shown, ["Ferries", "Boats & ferries sail again", "today.", "1\t2"]);
    assert!(view.markup);
    assert_eq!(given(source, "Boats & ferries sail again"), "Boats &amp; ferries <b>sail</b>\n  again");
}

#[test]
fn tags_that_editors_type() {
    let source = "The <em>Ardmouth Echo</em> said<br />so in <a href=\"https://echo.example\">a leader</a>.";
    assert_eq!(read(source), "The Ardmouth Echo said\nso in a leader.");
    let speaks = "The <b> tag makes words bold. Editors forget </i>.";
    assert_eq!(read(speaks), speaks);
}

#[test]
fn time_grows_with_the_length_alone() {
    for hard in [
        "&",
        "&#",
        "â€",
        "Ã",
        "\u{ad}\n",
        "a-\nb",
        "> ",
        ">\n",
        "\u{200b}",
        "<script>",
        "<!--",
        "</",
        "<b>",
        "<p><style>",
        "\n\r",
        "<b></b>",
        "\u{ad}",
        "&amp;",
        "‚Ä",
    ] {
        for start in ["", "<p>a</p>\n<p>b</p>\n", "> The harbour board voted to close the pier of the town\n> a\n> b\n"]
        {
            let source = format!("{start}{}", hard.repeat(200_000));
            let view = View::new(&source);
            assert!(view.text().len() <= source.len() * 2);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use super::*;
    use proptest::prelude::*;

    /// Debris in every order.
    #[rustfmt::skip]
    const PIECES: &[&str] = &[
        "a", "Boats ", "é", "“", "👩‍🚀", " ", "\n", "\r\n", "\n\n", "\u{ad}", "-", "-\n", "\u{ad}\n", "> ", "\n> ", ">", "&", "&amp;",
        "&ldquo;", "&#8217;", "&nbsp;", "&shy;", "&amp;quot;", "â€œ", "â€", "Ã©", "Ã¢â‚¬â„¢", "\u{93}", "‚Äô", "\u{200b}", "\u{feff}", "\u{200d}",
        "ﬁ", "ﬃ", "<p>", "</p>", "<br>", "<b>", "</b>", "<script>", "</script>", "<!--", "-->", "<", ">", "<td>", "\u{85}", "\u{2028}",
        "re-\nbuild the wall after\nall of it", "the harbour board voted on Friday to close the pier\n> ",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn places_are_exact_and_in_order(
            pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40),
            source in any::<bool>(),
        ) {
            let mut source = String::from(if source { "<p>a</p>\n<p>b</p>\n" } else { "" });
            source.extend(pieces);
            let view = View::new(&source);
            let ends: Vec<usize> = (0..=view.text().len()).filter(|&at| view.text().is_char_boundary(at)).collect();
            let mut before = 0;
            for pair in ends.windows(2) {
                let read = Span::new(pair[0], pair[1]);
                let given = view.to_source(read);
                prop_assert!(!given.of(&source).is_empty(), "{read:?} of {:?} from {source:?}: {given:?}", view.text());
                prop_assert!(view.to_view(given).contains(read));
                // in order, and one letter only where they were one
                prop_assert!(given.start >= before || view.to_source(Span::new(pair[0] - 1, pair[1])).start == given.start);
                before = given.start;
            }
            // spans that touch do not overlap
            for &middle in ends.iter().take(60) {
                let (left, right) = (Span::new(0, middle), Span::new(middle, view.text().len()));
                if !left.is_empty() && !right.is_empty() {
                    let (left, right) = (view.to_source(left), view.to_source(right));
                    prop_assert!(left.end <= right.start || left.start == right.start || left.end - right.start <= 8, "{left:?} {right:?}");
                }
            }
        }
    }
}
