//! Rows of tables: figures, standings, results, line-ups.
//!
//! Decided after the model, which knows no such part, from the shape of the rows alone: two or more in a run with the same
//! columns. What a table says is not read as sentences.

use crate::text::Text;
use crate::{Block, Role, Span};

/// A line longer than this, in bytes, is no row of a table; but a line-up names eleven players.
const LONGEST: usize = 160;
const LONGEST_LINE_UP: usize = 600;

/// The longest cell, in bytes, and its most words.
const CELL: usize = 48;
const CELL_WORDS: usize = 7;

/// Words before the figures of a row.
const LABEL: usize = 6;

/// Players that a line-up names at least: sides of seven are the smallest of the common sports.
const SIDE: usize = 7;

/// What the rows below a line-up begin with, in match reports.
const BELOW: [&str; 12] = [
    "subs",
    "substitutes",
    "goals",
    "scorers",
    "booked",
    "sent off",
    "att",
    "attendance",
    "referee",
    "ref",
    "umpires",
    "venue",
];

/// The columns of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Cells with wide gaps or bars between them, and whether one is a figure.
    Cells { count: usize, figure: bool },
    /// A label and so many figures.
    Figures(usize),
    /// Two sides and what each scored.
    Result,
    /// A side and its players.
    LineUp,
    /// What follows line-ups.
    Below,
    /// Words that could head so many columns.
    Header(usize),
}

/// Gives the blocks that are rows of a table their role.
pub(super) fn mark(text: &Text<'_>, blocks: &mut [Block]) {
    let mut run: Vec<(Shape, Span)> = Vec::new();
    let mut first = 0;
    for line in &text.lines {
        let span = line.span();
        while blocks.get(first).is_some_and(|block| block.span.end <= span.start) {
            first += 1;
        }
        let in_story = blocks.get(first).is_some_and(|block| block.span.start < span.end && can_be(block.role));
        let shape = if in_story { shape(text.slice(span)) } else { None };
        // rows of one table stand together, at most one empty line apart
        let joins =
            line.blanks <= 1 && shape.is_some_and(|shape| run.last().is_some_and(|last| follows(last.0, shape)));
        if !joins {
            end(&mut run, blocks);
        }
        run.extend(shape.map(|shape| (shape, span)));
    }
    end(&mut run, blocks);
}

/// Whether a block can be a row of a table.
fn can_be(role: Role) -> bool {
    is_text(role) || matches!(role, Role::Furniture | Role::Promo | Role::Counter | Role::Timestamp)
}

fn is_text(role: Role) -> bool {
    matches!(role, Role::Paragraph | Role::Crosshead | Role::ListItem | Role::PullQuote)
}

/// Whether rows of these shapes are of one table.
fn follows(above: Shape, below: Shape) -> bool {
    match (above, below) {
        (Shape::Cells { count: a, .. }, Shape::Cells { count: b, .. }) | (Shape::Header(a), Shape::Figures(b)) => {
            a.abs_diff(b) <= 1
        }
        (Shape::Figures(a), Shape::Figures(b)) => a == b,
        (Shape::Result, Shape::Result) | (Shape::LineUp | Shape::Below, Shape::LineUp | Shape::Below) => true,
        _ => false,
    }
}

/// Ends a run: where it is a table, the blocks in it are rows.
fn end(run: &mut Vec<(Shape, Span)>, blocks: &mut [Block]) {
    if is_table(run)
        && let (Some(&(_, first)), Some(&(_, last))) = (run.first(), run.last())
    {
        let whole = Span::new(first.start, last.end);
        let from = blocks.partition_point(|block| block.span.end <= whole.start);
        let within = blocks[from..].iter().take_while(|block| block.span.start < whole.end).count();
        let text_at = |at: Option<usize>| at.and_then(|at| blocks.get(at)).is_some_and(|block| is_text(block.role));
        let between = text_at(from.checked_sub(1)) && text_at(Some(from + within));
        let rows = &mut blocks[from..from + within];
        // a table outside the story is a page's
        if between || rows.iter().any(|block| is_text(block.role)) {
            for block in rows.iter_mut().filter(|block| whole.contains(block.span) && can_be(block.role)) {
                (block.role, block.certainty) = (Role::Table, None);
            }
        }
    }
    run.clear();
}

/// Whether rows are a table.
fn is_table(run: &[(Shape, Span)]) -> bool {
    let rows = run.iter().filter(|(shape, _)| !matches!(shape, Shape::Header(_) | Shape::Below)).count();
    let figures = run.iter().filter(|(shape, _)| matches!(shape, Shape::Cells { figure: true, .. })).count();
    match run.last() {
        Some((Shape::Cells { .. }, _)) => {
            let wide = run.iter().any(|(shape, _)| matches!(shape, Shape::Cells { count: 3.., .. }));
            rows >= 2 && if wide { figures > 0 || rows >= 3 } else { figures * 2 >= rows }
        }
        _ => rows >= 2,
    }
}

/// The columns of a line.
fn shape(line: &str) -> Option<Shape> {
    if line.len() > LONGEST {
        return (line.len() <= LONGEST_LINE_UP && is_line_up(line)).then_some(Shape::LineUp);
    }
    if let Some(shape) = cells(line) {
        return Some(shape);
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let figures = words.iter().rev().take_while(|word| is_figure(word)).count();
    let label = words.len() - figures;
    if figures >= 2 && (1..=LABEL).contains(&label) && !is_sentence(&words[..label]) {
        return Some(Shape::Figures(figures));
    }
    if is_result(&words) {
        return Some(Shape::Result);
    }
    if is_line_up(line) {
        return Some(Shape::LineUp);
    }
    let opens = |start: &str| {
        let rest = line.get(start.len()..).filter(|_| line[..start.len()].eq_ignore_ascii_case(start));
        rest.is_some_and(|rest| rest.starts_with([':', ' ']))
    };
    if BELOW
        .iter()
        .any(|start| line.is_char_boundary(start.len().min(line.len())) && line.len() > start.len() && opens(start))
        && line.bytes().take(24).any(|byte| byte == b':')
    {
        return Some(Shape::Below);
    }
    let heads = |word: &&str| !word.starts_with(char::is_lowercase) && !word.ends_with(['.', ',', ':', '?', '!']);
    (words.len() >= 2 && words.len() <= 12 && words.iter().all(heads)).then_some(Shape::Header(words.len()))
}

/// Cells with tabs, bars or wide gaps between them.
fn cells(line: &str) -> Option<Shape> {
    if !line.contains(['\t', '|']) && !line.contains("  ") {
        return None;
    }
    let mut cells: Vec<&str> = Vec::new();
    for piece in line.trim_matches('|').split(['\t', '|']) {
        let mut rest = piece.trim();
        // two spaces after a full stop are a typist's
        while let Some(gap) = wide_gap(rest) {
            cells.push(&rest[..gap]);
            rest = rest[gap..].trim_start();
        }
        cells.push(rest);
    }
    let fits = |cell: &&str| cell.len() <= CELL && cell.split_whitespace().count() <= CELL_WORDS;
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    // a bullet is no cell
    let bullet = cells[0].chars().count() == 1 && !cells[0].starts_with(char::is_alphanumeric);
    if filled < 2 || bullet || !cells.iter().all(fits) {
        return None;
    }
    let figure = cells.iter().any(|cell| is_figure(cell) && cell.contains(|c: char| c.is_ascii_digit()));
    Some(Shape::Cells { count: cells.len(), figure })
}

/// Where a gap begins that is wider than those between words.
fn wide_gap(piece: &str) -> Option<usize> {
    piece.match_indices("  ").map(|(at, _)| at).find(|&at| {
        let three = piece[at + 2..].starts_with(' ');
        three || !piece[..at].ends_with(['.', '?', '!', ':', ';', ',', '"', '”', ')'])
    })
}

/// Whether a cell is a figure: digits with signs and at most a short unit, or the dash of an empty cell.
fn is_figure(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    let digits = cell.chars().any(|c| c.is_ascii_digit());
    let dash = matches!(cell, "-" | "–" | "—" | "n/a" | "N/A" | "…");
    dash || digits && letters <= 3 && !cell.ends_with([',', ':', ';', '.'])
}

/// Whether words go on like a sentence: with a mark inside, or in small letters like its grammar.
fn is_sentence(words: &[&str]) -> bool {
    let small = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    words.iter().any(|word| word.ends_with(['.', ',', ';', ':', '”', '"', '?', '!'])) || small * 2 > words.len()
}

/// Two sides and what each scored: `Ardmouth 2 Port Elder 1`, `Ardmouth 2-1 Port Elder`.
fn is_result(words: &[&str]) -> bool {
    let side = |words: &[&str]| {
        let named =
            |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c == '&') && !word.ends_with([',', '.', ':']);
        (1..=4).contains(&words.len()) && words.iter().all(|word| named(word) || *word == "of")
    };
    let score = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let both = |word: &&str| {
        let parts = word.split_once(['-', '–']);
        parts.is_some_and(|(a, b)| !a.is_empty() && !b.is_empty() && score(a) && score(b))
    };
    if let Some(at) = words.iter().position(both) {
        return side(&words[..at]) && side(&words[at + 1..]);
    }
    let Some((last, words)) = words.split_last() else { return false };
    let at = words.iter().position(|word| score(word));
    score(last) && at.is_some_and(|at| side(&words[..at]) && side(&words[at + 1..]))
}

/// A side and its players: `Ardmouth (4-4-2): Hale; Pell, Kern (Moor 66), Lind …`.
fn is_line_up(line: &str) -> bool {
    let Some((side, players)) = line.split_once(':') else { return false };
    if side.len() > CELL || !side.starts_with(char::is_uppercase) {
        return false;
    }
    let player = |name: &str| {
        let name = name.split('(').next().unwrap_or("").trim_end_matches('.');
        let mut words = name.split_whitespace();
        let count = words.clone().count();
        let named = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || word.len() <= 3;
        (1..=3).contains(&count) && words.all(named)
    };
    let names: Vec<bool> = players.split([',', ';']).map(|name| player(name.trim())).collect();
    names.len() >= SIDE && names.iter().filter(|named| **named).count() * 10 >= names.len() * 9
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Offsets, Options, parse};

    const STORY: &str = "Ardmouth beat Port Elder at the Coal Wharf on Saturday\n\nBy Ada Quill\n\nArdmouth beat Port Elder by two \
        goals to one at the Coal Wharf on Saturday, in front of the largest crowd of the season so far.\n\nThe visitors, who had \
        won their last four matches, scored first, but were a man short for most of the second half.\n\n";

    const END: &str =
        "\n\n“We were lucky,” said Tom Rook, the manager of Ardmouth, who had seen his side lose twice.\n";

    fn read(table: &str) -> (Article, usize) {
        let source = format!("{STORY}{table}{END}");
        let article = parse(&source, &Options::new().with_offsets(Offsets::Utf8));
        let rows = article.blocks.iter().filter(|block| block.role == Role::Table).count();
        (article, rows)
    }

    #[test]
    fn rows_with_the_same_columns() {
        for (table, rows) in [
            (
                "\tH1 2023\tH1 2022\tChange\nRevenue\t£4.6m\t£3.1m\t+6.3%\nProfit\t£1.2m\t£1.9m\t(13.1)%\nDebt\t£5.0m\t£4.7m\t",
                4,
            ),
            (
                "                 LAST    CHANGE   %\nPier 100      4,118.20   -31.06  -0.75\nQuay          9,052.77   -12.40  -0.14",
                3,
            ),
            ("P W D L Pts\nArdmouth 38 24 8 6 80\nPort Elder 38 22 9 7 75", 3),
            ("Ardmouth 2 Port Elder 1\nQuay Rovers 0 Tolver 0\nHarrow 3 Whitcliffe 2", 3),
            ("Ardmouth 2-1 Port Elder\nQuay Rovers 0-0 Tolver", 2),
            ("| Town | Boats | Crew |\n| Ardmouth | 12 | 40 |\n| Tolver | 7 | 22 |", 3),
            (
                "Ardmouth (4-4-2): Hale; Pell, Kern, Lind, Moor; Osei (Bell 66), Farrow, Nash, Vane; Lund, Moss.\nPort Elder \
                 (4-3-3): Roe; Marsh, Costa, Hobb, Nair; Grant, Obst, Wall; Zhang, Cole (Kent 80), Forsell.\nSubs not used: Boll, \
                 Penn.\nReferee: Una Bell. Attendance: 4,212",
                4,
            ),
        ] {
            let (article, found) = read(table);
            let paragraphs = article.blocks.iter().filter(|block| block.role == Role::Paragraph).count();
            assert_eq!((found, paragraphs), (rows, 3), "{table}\n{:#?}", article.blocks);
            // nothing is read in it
            let inside = STORY.len()..STORY.len() + table.len();
            assert!(article.sentences.iter().all(|sentence| !inside.contains(&sentence.span.start)));
            assert!(article.quantities.iter().all(|quantity| !inside.contains(&quantity.span.start)));
            assert!(
                article.entities.iter().flat_map(|entity| &entity.mentions).all(|span| !inside.contains(&span.start))
            );
        }
    }

    #[test]
    fn what_is_told_is_no_table() {
        for told in [
            "Ardmouth had lost 2-1 to Tolver in May.\nIt had beaten Harrow 3-2 in June.",
            "Ferries will stop for two weeks in     The slipway is to be widened so\nMarch, the islanders were told, so     that \
             larger boats can land, and\nthat a ramp can be built.              nobody will pay more for it.",
            "It is so.  He said it twice.\nShe was there.  Nobody else was.\nThey left.  It was noon.",
            "Net profit rose to 12.4 mln dlrs from 9.1 mln\nSales fell to 140.2 mln dlrs from 151.0 mln",
            "A quarter of them came from Ardmouth, Tolver, Harrow, Whitcliffe, Port Elder, Quay and Ness: all of them walked.",
            "Day 3\n\nIt rained.\n\nDay 4\n\nIt rained again.",
            "•\tThe order book is up 11%\n•\tGuidance is unchanged",
        ] {
            assert_eq!(read(told).1, 0, "{told}");
        }
    }

    #[test]
    fn one_row_is_none() {
        assert_eq!(read("Ardmouth 2 Port Elder 1").1, 0);
        assert_eq!(read("Revenue\t£4.6m\t£3.1m\t+6.3%").1, 0);
    }

    #[test]
    fn letters_of_several_bytes_anywhere() {
        for start in BELOW {
            for length in 0..30 {
                for letter in ["ı", "あ", "𝐀"] {
                    read(&format!("{start} {}{}: she added {letter}", "a".repeat(length), letter.repeat(12)));
                }
            }
        }
    }
}
