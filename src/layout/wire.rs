//! Copy of agencies and releases: what they set above the headline for editors, and what follows the end mark.
//!
//! The forms are those of the trade: ANPA 1312 and IPTC 7901 headers (`BC-EU--Harbour`, `^Eds:`, `a0345`, `1st Ld-Writethru`),
//! the slugs of AFP, dpa's header, the end marks of all, and what releases close with: notes to editors, the company about
//! itself, what American law wants said of outlooks.

use super::facts::Paste;
use super::features::Table;
use super::rows::Row;
use super::states::{Part, STATES};
use super::{agencies, settle};
use crate::text::Text;

/// Rows from the top that can be a header.
const TOP: usize = 10;

/// The longest row of a header, and the longest heading of a release's last parts, in characters.
const LONGEST: usize = 90;

/// What editors write in brackets or on a row of its own of what changed: not a credit, not a caption.
const CHANGES: [&str; 12] = [
    "adds",
    "updates",
    "recasts",
    "refiles",
    "corrects",
    "repeats",
    "rewrites",
    "removes",
    "fixes",
    "clarifies",
    "edits",
    "changes",
];

/// Before the model decides: rows of the header are none of the story.
pub(super) fn constrain(text: &Text<'_>, rows: &[Row], paste: &Paste, table: &mut Table) {
    for (row, own) in rows.iter().enumerate().take(TOP) {
        let slice = text.slice(own.span);
        if is_release(slice) && slice.get(..40).unwrap_or(slice).to_ascii_lowercase().contains("embargo") {
            table.restrict(row, |_, part| matches!(part, Part::Note | Part::Furniture));
        }
    }
    let filed = |row: usize| paste.facts[row].told.dateline == 3 || paste.facts[row].told.dateline_own_line;
    let Some(filed) = (0..rows.len().min(TOP * 3)).find(|&row| filed(row)) else { return };
    let header: Vec<usize> = (0..filed.min(TOP)).filter(|&row| is_header(text, &rows[row], paste, row)).collect();
    // a short mark of a teleprinter means nothing alone
    let sure = header.iter().any(|&row| text.slice(rows[row].span).len() > 5);
    for &row in header.iter().filter(|_| sure) {
        table.restrict(row, |_, part| part == Part::Furniture);
    }
    for (row, own) in rows.iter().enumerate().take(filed) {
        let slice = text.slice(own.span);
        let first = slice.trim_start_matches(['(', '^']).split([' ', ':']).next().unwrap_or("");
        let changes = CHANGES.iter().any(|word| first.eq_ignore_ascii_case(word));
        if slice.starts_with('(') && slice.ends_with(')') && changes
            || slice.trim_start_matches('^').starts_with("Eds:")
        {
            table.restrict(row, |_, part| matches!(part, Part::Note | Part::Furniture));
        } else if slice.starts_with("^By ") {
            table.restrict(row, |_, part| part == Part::Byline);
        } else if slice.starts_with('^') {
            table.restrict(row, |_, part| part == Part::Furniture);
        }
    }
    // the summary of a wire story: `* Council sets aside 12 mln pounds`
    let starred = |row: &usize| text.slice(rows[*row].span).starts_with("* ");
    let summary: Vec<usize> = (1..filed).filter(starred).collect();
    if summary.len() >= 2 {
        for row in summary {
            table.restrict(row, |_, part| part == Part::Text);
        }
    }
}

/// Whether a row above a story of an agency is for its editors.
fn is_header(text: &Text<'_>, row: &Row, paste: &Paste, index: usize) -> bool {
    let slice = text.slice(row.span);
    if paste.facts[index].shape.chars > LONGEST || slice.starts_with('^') {
        return false;
    }
    // which version it is: `(2nd LD)`, `(LEAD)`; alone, not before a headline
    if let Some(inside) = slice.strip_prefix('(') {
        let version = inside.strip_suffix(')').and_then(|inside| inside.rsplit(' ').next());
        return version.is_some_and(|word| matches!(word, "LD" | "LEAD" | "URGENT"));
    }
    let pictures =
        slice.contains("AP Photo") && slice.split(' ').count() <= 6 && slice.starts_with(['-', 'W', 'A', 'E']);
    if pictures
        || ["Slug:", "SLUG:", "Attn:", "ATTN:", "Attention: News", "ATTENTION EDITORS", "Priority:", "Category:"]
            .iter()
            .any(|start| slice.starts_with(start))
    {
        return true;
    }
    // `BC-EU--Island Lifeboat, 1st Ld-Writethru,0345`; `a0345`, `r i`, `u f bc-harbour`
    let cycle = ["AM", "PM", "BC"]
        .iter()
        .any(|cycle| slice.strip_prefix(cycle).is_some_and(|rest| rest.starts_with('-') && !rest.starts_with("- ")));
    let writethru = slice.contains("Writethru") || slice.contains(" Ld-") || slice.ends_with(" Ld");
    let mut letters = slice.split(' ');
    let codes = slice.len() <= 7
        && letters.all(|code| code.len() == 1 && code.starts_with(|c: char| c.is_ascii_lowercase()))
        || slice.len() == 5
            && slice.starts_with(|c: char| c.is_ascii_lowercase())
            && slice[1..].bytes().all(|byte| byte.is_ascii_digit());
    // `1st Lead`, `2ND LEAD HARBOUR`
    let lead = slice.starts_with(|c: char| c.is_ascii_digit())
        && slice.split(' ').nth(1).is_some_and(|word| word.eq_ignore_ascii_case("lead"))
        && slice.split(' ').count() <= 3;
    // `dpa 0345 politics Britain`, `bdi0034 4 pl 280 dpa 0412`
    let number = |at: usize| {
        let digits = text.tokens.get(at).filter(|_| at < row.tokens.end).map_or("", |token| text.str(*token));
        digits.len() >= 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let numbered = agencies::find(text, row.tokens.start, row.tokens.end.min(row.tokens.start + 8))
        .is_some_and(|agency| number(agency.next));
    // `France-strike-transport`
    let parts = || slice.split('-');
    let slug = !slice.contains(' ')
        && parts().count() >= 2
        && parts().all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric))
        && slice.chars().any(char::is_alphabetic);
    cycle || writethru || lead || codes || numbered || slug
}

/// After the model: what follows the end mark, and the last parts of a release, are not the story.
pub(super) fn settle(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize]) {
    let is = |states: &[usize], row: usize, part: Part| STATES[states[row]].1 == part;
    let Some(first) = (0..rows.len()).find(|&row| is(states, row, Part::Text)) else { return };
    let flows = |row: &usize| paste.facts[*row].flows();
    let told: usize = (first..rows.len()).filter(flows).count();
    let mut before = 0;
    let mut ended = false;
    // elsewhere the same marks set off a signature
    let filed = (0..rows.len())
        .any(|row| paste.facts[row].told.dateline == 3 || paste.facts[row].told.dateline_own_line)
        || (0..rows.len().min(TOP)).any(|row| is_release(text.slice(rows[row].span)));
    let mut part: Option<Part> = None;
    for row in first..rows.len() {
        before += usize::from(flows(&row));
        let slice = text.slice(rows[row].span);
        // between parts of a story the same marks are a rule
        if is_end(slice) && before * 2 > told {
            settle::put(states, row, Part::Signoff);
            (ended, part) = (filed, None);
            continue;
        }
        let late = before * 2 > told;
        if late && paste.facts[row].shape.chars <= LONGEST {
            let after = (row + 1..rows.len()).find(|&row| paste.facts[row].shape.chars > 0);
            let about = || is_about(slice) && after.is_some_and(|after| speaks_of(slice, text.slice(rows[after].span)));
            part = if is_notes(slice) {
                Some(Part::Note)
            } else if is_outlook(slice) || about() {
                Some(Part::Furniture)
            } else {
                part
            };
        }
        // what a currency was worth: `($1 = 0.9053 euros)`
        if is_rate(slice) {
            settle::put(states, row, Part::Note);
            continue;
        }
        // an author's address below the story
        let mail = before == told && slice.contains('@') && !slice.contains(' ');
        let looks_ahead = late && paste.facts[row].shape.chars > LONGEST && looks_ahead(slice);
        let links = ["View source version on", "View original content", "Logo - http", "Photo - http", "Video - http"]
            .iter()
            .any(|start| slice.starts_with(start));
        // as releases of a wire close: `SOURCE Bolt & Sons`
        let issuer = before == told && row > first && slice.len() <= LONGEST && slice.starts_with("SOURCE ");
        let becomes = part.or_else(|| (ended || mail || looks_ahead || links || issuer).then_some(Part::Furniture));
        if let Some(part) = becomes.filter(|_| is(states, row, Part::Text) || is(states, row, Part::Standfirst)) {
            settle::put(states, row, part);
        }
    }
}

/// Whether a row is an end mark and nothing else: `ENDS`, `-ends-`, `###`, `-30-`, `(END)`.
fn is_end(slice: &str) -> bool {
    let bare = slice.trim_matches(|c: char| c.is_whitespace() || "-–—*()[]./".contains(c));
    let word = ["end", "ends", "enditem", "endit"].iter().any(|word| bare.eq_ignore_ascii_case(word));
    // a heading can be "End"; as a mark it is set off or in capitals
    let marked = bare.len() < slice.len() || bare.chars().all(char::is_uppercase) || bare.len() > 3;
    let hashes = slice.chars().filter(|c| *c == '#').count();
    word && marked
        || (3..=5).contains(&hashes) && slice.chars().all(|c| c == '#' || c == ' ')
        || matches!(slice.replace(' ', "").as_str(), "-30-" | "–30–" | "—30—" | "--30--" | "-0-")
}

/// The rate at which a wire story changed its sums: `($1 = 0.9053 euros)`, `(1 euro = $1.10)`
fn is_rate(slice: &str) -> bool {
    let inside = slice.strip_prefix('(').and_then(|rest| rest.trim_end_matches('.').strip_suffix(')'));
    let sides = inside.filter(|inside| inside.len() <= 60).and_then(|inside| inside.split_once(" = "));
    let sum = |side: &str| side.contains(|c: char| c.is_ascii_digit()) && side.split_whitespace().count() <= 4;
    sides.is_some_and(|(one, other)| sum(one) && sum(other.split(';').next().unwrap_or("")))
}

/// What stands above a release: `FOR IMMEDIATE RELEASE`, `Press release`, `EMBARGOED UNTIL 00:01`
fn is_release(slice: &str) -> bool {
    let lower = slice.get(..slice.floor_char_boundary(40)).unwrap_or("").to_ascii_lowercase();
    [
        "for immediate release",
        "press release",
        "news release",
        "media release",
        "embargo",
        "under embargo",
        "strictly embargo",
    ]
    .iter()
    .any(|start| lower.starts_with(start))
}

/// `Notes to editors:`, `Editor’s notes`, `Note to the editor`
fn is_notes(slice: &str) -> bool {
    let lower = slice.trim_end_matches([':', ' ']).to_ascii_lowercase();
    let notes = [
        "notes to editors",
        "note to editors",
        "notes to editor",
        "note to editor",
        "notes for editors",
        "notes to the editor",
    ];
    notes.contains(&lower.as_str())
        || matches!(lower.as_str(), "notes for the editor" | "editors’ notes" | "editors' notes" | "editor notes")
}

/// `Forward-Looking Statements`, `Safe Harbor Statement`: the Private Securities Litigation Reform Act of 1995.
fn is_outlook(slice: &str) -> bool {
    let lower = slice.to_ascii_lowercase().replace('-', " ");
    let heads = ["forward looking statement", "cautionary statement", "cautionary note", "safe harbor"];
    heads.iter().any(|head| lower.contains(head)) && !slice.ends_with('.')
}

/// A sentence that says that a release looks ahead.
fn looks_ahead(slice: &str) -> bool {
    let lower = slice.get(..slice.floor_char_boundary(300)).unwrap_or("").to_ascii_lowercase();
    let what = lower.contains("release") || lower.contains("announcement") || lower.contains("statements");
    what && (lower.contains("forward-looking statement") || lower.contains("forward looking statement"))
}

/// `About Bolt & Sons`: a name, not what a chapter is about.
fn is_about(slice: &str) -> bool {
    let Some(name) = slice.strip_prefix("About ").or_else(|| slice.strip_prefix("ABOUT ")) else { return false };
    let first = name.strip_prefix("the ").unwrap_or(name);
    name.split_whitespace().count() <= 9
        && !name.ends_with(['.', '?', '!'])
        && first.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
}

/// Whether what stands below such a heading begins with the name in it, or with its first word.
fn speaks_of(heading: &str, below: &str) -> bool {
    let name = heading.get("About ".len()..).unwrap_or("").trim_end_matches(':');
    let name = name.strip_prefix("the ").unwrap_or(name);
    let first = name.split_whitespace().next().unwrap_or("");
    let start = below.get(..below.floor_char_boundary(120)).unwrap_or("");
    let known = start
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| word.eq_ignore_ascii_case(first.trim_matches(|c: char| !c.is_alphanumeric())));
    known || start.starts_with("We ") || start.starts_with("Founded ") || start.starts_with("The company ")
}

#[cfg(test)]
mod tests {
    use crate::layout::invented::{STORY, TITLE};
    use crate::{Article, Offsets, Options, Role, parse};

    fn read(source: &str) -> Article {
        parse(source, &Options::new().with_offsets(Offsets::Utf8))
    }

    fn role(source: &str, row: &str) -> Role {
        let article = read(source);
        let block = article.blocks.iter().find(|block| block.span.of(source) == row);
        block.unwrap_or_else(|| panic!("no block {row:?} in {:#?}", article.blocks)).role
    }

    #[test]
    fn headers_are_for_editors() {
        for (header, byline) in [
            ("BC-EU--Island Lifeboat, 1st Ld-Writethru,0345\n", ""),
            ("a0345\nr i\nAM-Lifeboat,0345\n", "By DANA MOOR\nAssociated Press Writer\n\n"),
            ("URGENT\nBC-BRITAIN-LIFEBOAT\n", "By Dana Moor\n\n"),
            ("dpa 0345 politics Britain\n", ""),
            ("Britain-islands-lifeboat\n", ""),
            ("(2nd LD)\n", ""),
            ("1ST LEAD\n", ""),
            ("bdi0034 4 pl 280 dpa 0412\n", ""),
            ("Slug: Lifeboat\n", ""),
            ("--AP Photos LON101-102--\n", ""),
            ("With AP Photos.\n", ""),
            ("Priority: 3\n", ""),
        ] {
            let source = format!("{header}{TITLE}\n\n{byline}ARDMOUTH (AP) -- {STORY}");
            let last = header.trim().lines().last().unwrap();
            assert_eq!(role(&source, last), Role::Furniture, "{header}");
            let head = read(&source).head;
            assert_eq!(head.headline.unwrap().text, TITLE, "{header}");
            assert_eq!(head.dateline.unwrap().places[0].name, "ARDMOUTH", "{header}");
        }
    }

    #[test]
    fn fields_with_carets() {
        let source = format!("{TITLE}\n^By DANA MOOR=\n^Associated Press=\nARDMOUTH, England (AP) _ {STORY}");
        let head = read(&source).head;
        assert_eq!(head.bylines.len(), 1);
        assert_eq!((head.bylines[0].name.as_str(), head.headline.unwrap().text.as_str()), ("DANA MOOR", TITLE));
    }

    #[test]
    fn summaries_and_what_changed() {
        let source = format!(
            "UPDATE 2-{TITLE}\n\n* Coast guard sets aside 12 mln pounds\n\n* Slipway to be ready in autumn\n\n(Adds quote, background)\n\nARDMOUTH, \
             May 3 (Reuters) - {STORY}"
        );
        assert_eq!(role(&source, "* Slipway to be ready in autumn"), Role::ListItem);
        assert!(read(&source).head.images.is_empty());
    }

    #[test]
    fn what_closes_a_release() {
        for row in ["SOURCE Bolt & Sons", "Logo - https://echo.example/logo.jpg"] {
            let source = format!("{TITLE}\n\nARDMOUTH, May 3, 2023 /PRNewswire/ -- {STORY}\n{row}\n");
            assert!(matches!(role(&source, row), Role::Furniture | Role::Promo), "{row}");
        }
    }

    #[test]
    fn rates_are_notes() {
        for rate in [
            "($1 = 0.9053 euros)",
            "(1 euro = $1.10)",
            "($1 = 82.75 Indian rupees)",
            "($1 = 0.8 pounds; $1 = 0.9 euros)",
        ] {
            let source = format!(
                "{TITLE}\n\nARDMOUTH, May 3 (Reuters) - {STORY}\n{rate}\n\n(Reporting by Dana Moor; editing by Tom Rook)\n"
            );
            assert_eq!(role(&source, rate), Role::EditorsNote);
        }
    }

    #[test]
    fn end_marks() {
        for mark in ["ENDS", "-ENDS-", "###", "# # #", "-30-", "(END)", "Enditem"] {
            let after = "The board can be joined by anybody who lives in the town, it says.";
            let source = format!("{TITLE}\n\nARDMOUTH, May 3, 2023 – {STORY}\n{mark}\n\n{after}\n");
            assert_eq!(role(&source, mark), Role::Signoff);
            let role = role(&source, after);
            assert!(matches!(role, Role::Promo | Role::Furniture | Role::EditorsNote), "{mark}: {role:?}");
        }
        // a rule between parts
        let rest = "In the market hall traders said that they would wait for the plans before they signed another lease.\n\n\
            Two of them have moved their stalls inland already, and a third is looking for a place by the station.\n";
        let source = format!("{TITLE}\n\n{STORY}\n###\n\n{rest}");
        let paragraphs = read(&source).blocks.iter().filter(|block| block.role == Role::Paragraph).count();
        assert_eq!(paragraphs, 5);
    }

    #[test]
    fn the_last_parts_of_a_release() {
        for (tail, row) in [
            (
                "Notes to editors:\n1. The wall was built in 1888, of stone from the quarry.",
                "1. The wall was built in 1888, of stone from the quarry.",
            ),
            (
                "Notes for editors\n\nPictures of the wall can be had on request.",
                "Pictures of the wall can be had on request.",
            ),
            (
                "About Bolt & Sons\nBolt & Sons builds walls in England and in Wales.",
                "Bolt & Sons builds walls in England and in Wales.",
            ),
            (
                "About the Harbour Trust\n\nThe Harbour Trust runs the harbours of the county.",
                "The Harbour Trust runs the harbours of the county.",
            ),
            (
                "Forward-Looking Statements\n\nWhat is said here of later years may turn out otherwise.",
                "What is said here of later years may turn out otherwise.",
            ),
            (
                "Forward-looking statements in this news release may turn out otherwise.",
                "Forward-looking statements in this news release may turn out otherwise.",
            ),
        ] {
            let source = format!("{TITLE}\n\nARDMOUTH, May 3, 2023 (GLOBE NEWSWIRE) -- {STORY}\n{tail}\n");
            let role = role(&source, row);
            assert!(matches!(role, Role::Promo | Role::Furniture | Role::EditorsNote), "{row}: {role:?}");
        }
        // what a chapter is about
        let source = format!(
            "{TITLE}\n\n{STORY}\n{STORY}\nAbout Ardmouth\n\nThe town has a harbour and a lighthouse, which was built in 1902 by two brothers.\n"
        );
        assert_eq!(
            role(&source, "The town has a harbour and a lighthouse, which was built in 1902 by two brothers."),
            Role::Paragraph
        );
    }
}
