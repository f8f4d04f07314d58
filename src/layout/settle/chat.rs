//! A chat pasted from a messenger: it has no headline.

use crate::layout::facts::Paste;
use crate::layout::features::Table;
use crate::layout::refusal::is_turn;
use crate::layout::rows::Row;
use crate::layout::states::Part;
use crate::text::Text;

/// Turns that make a chat.
const TURNS: usize = 4;

/// Where half the rows are turns, none of these is the headline.
pub(super) fn constrain(text: &Text<'_>, rows: &[Row], paste: &Paste, table: &mut Table) {
    let turn = |row: &usize| is_turn(text, &rows[*row], &paste.facts[*row]);
    let turns: Vec<usize> = (0..rows.len()).filter(turn).collect();
    if turns.len() >= TURNS && turns.len() * 2 >= rows.len() {
        for row in turns {
            table.restrict(row, |_, part| part != Part::Headline);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    fn headline(source: &str) -> Option<String> {
        parse(source, &Options::default()).head.headline.map(|headline| headline.text)
    }

    #[test]
    fn a_chat_has_no_headline() {
        for source in [
            "[09:31] rook: is the pier open today or is it shut\n[09:31] quill: shut\n[09:32] rook: until when\n\
             [09:40] quill: until the board meets again, says the harbour master\n[09:41] rook: thanks",
            "12/03/2023, 9:02 am - Ada Quill: The ferry is late again this morning\n12/03/2023, 9:03 am - Tom: Nearly\n\
             12/03/2023, 9:04 am - Ada Quill: Good\n12/03/2023, 9:04 am - Tom: Tram is late",
            "rook: you up\nquill: yes\nrook: is the old pier closed until the spring\nquill: closed\nrook: oh\nquill: :(",
            "14:02 <rook> anybody at the pier\n14:02 <quill> me\n14:03 <rook> is it open\n14:05 <quill> no",
        ] {
            assert_eq!(headline(source), None, "{source}");
        }
        let titled = "Why the old pier of Ardmouth is closed until spring\nBy Ada Quill\n3 May 2021\n09:31 rook: is the pier open\n\
                      09:31 quill: shut\n09:32 rook: until when\n09:40 quill: until the board meets";
        assert!(headline(titled).is_some());
    }
}
