//! Asides: what pages print around and among a story's rows and no outlet has for itself: comments, boxes, players,
//! captions without a credit, who the author is.
//!
//! The groups of rows in `train/press/asides/*.rows` are the ways the language has of saying it. They are put into set
//! pages and into mixes, so that the model meets them beside every kind of story.

use crate::corpus::{self, Piece};
use crate::dice::Dice;
use crate::nodes::{self, Node};
use nutgraf::lab::Shape;

/// Groups of rows, by the zone they belong to.
pub struct Asides {
    zones: [(&'static str, Vec<Vec<Node>>); 4],
}

/// A row of an aside: the roles it may have, blank lines before it, its text.
pub struct Row {
    /// Roles with a slash between them, the likeliest first.
    pub roles: String,
    /// Its text.
    pub text: String,
}

impl Asides {
    /// Reads the groups.
    ///
    /// # Errors
    ///
    /// Names the file, and the line of it, that cannot be read.
    pub fn read() -> Result<Self, String> {
        let read = |name: &str, source: &str| -> Result<Vec<Vec<Node>>, String> {
            let groups = source.split("\n--\n").enumerate().map(|(number, group)| {
                // the first line of a template is a comment
                let group = if number == 0 { group.to_owned() } else { format!("# more\n{group}") };
                nodes::nodes(&group).map_err(|line| format!("{name}.rows: line {line} of group {number}"))
            });
            groups.collect()
        };
        Ok(Self {
            zones: [
                ("Before", read("before", include_str!("../press/asides/before.rows"))?),
                ("Head", read("head", include_str!("../press/asides/head.rows"))?),
                ("Story", read("story", include_str!("../press/asides/story.rows"))?),
                ("After", read("after", include_str!("../press/asides/after.rows"))?),
            ],
        })
    }

    /// Puts some asides into most pages; `set` sets the rows of one.
    pub fn scatter(
        &self,
        page: &mut Vec<Piece>,
        shape: &Shape,
        dice: &mut Dice,
        mut set: impl FnMut(&[Node], &mut Dice) -> Vec<Row>,
    ) {
        // a third of all pages stays as it is
        if dice.roll(3) == 0 {
            return;
        }
        for (zone, groups) in &self.zones {
            let most = match *zone {
                "Story" => [0, 1, 1, 2, 4][dice.roll(5)],
                "After" => [0, 0, 1, 2, 3][dice.roll(5)],
                "Head" => [0, 0, 0, 1, 2][dice.roll(5)],
                _ => [0, 0, 0, 0, 1][dice.roll(5)],
            };
            for _ in 0..most {
                let (Some(at), Some(group)) = (place(page, zone, dice), dice.pick(groups)) else { continue };
                let blanks = style(page);
                let inner = if dice.roll(2) == 0 { blanks } else { 0 };
                let rows = set(group, dice).into_iter().enumerate().map(|(number, row)| {
                    let roles: Vec<&'static str> = row.roles.split('/').map(|role| nodes::part(shape, role)).collect();
                    let allowed = corpus::states(shape, zone, &roles);
                    Piece {
                        blanks: if number == 0 { blanks } else { inner },
                        text: row.text,
                        allowed: if allowed == 0 { corpus::states(shape, zone, &["furniture"]) } else { allowed },
                        zone,
                        part: roles.first().copied().unwrap_or("furniture"),
                        whole: true,
                    }
                });
                let rows: Vec<Piece> = rows.collect();
                page.splice(at..at, rows);
            }
        }
    }
}

/// Where an aside of `zone` can be put; `None` where the page has no such zone.
fn place(page: &[Piece], zone: &str, dice: &mut Dice) -> Option<usize> {
    let first = page.iter().position(|row| row.zone == "Story")?;
    let last = page.iter().rposition(|row| row.zone == "Story")?;
    let title = page.iter().position(|row| row.zone == "Title");
    let (from, to) = match zone {
        "Before" => (0, title.unwrap_or(first)),
        "Head" => (title? + 1, first),
        // the first rows most often are what is copied
        "Story" => (first + 1, last),
        _ => (last + 1, if dice.roll(2) == 0 { last + 1 } else { page.len() }),
    };
    (from <= to).then(|| from + dice.roll(to - from + 1))
}

/// Blank lines between the paragraphs of a page.
fn style(page: &[Piece]) -> usize {
    let texts = || page.iter().filter(|row| row.zone == "Story");
    usize::from(texts().filter(|row| row.blanks > 0).count() * 2 > texts().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use nutgraf::lab;

    #[test]
    fn asides_are_where_they_belong() {
        let shape = lab::shape();
        let asides = Asides::read().unwrap();
        let row = |zone: &'static str, part: &'static str| Piece {
            blanks: 1,
            text: "A row of the page".to_owned(),
            allowed: corpus::states(&shape, zone, &[part]),
            zone,
            part,
            whole: true,
        };
        let mut dice = Dice::new(7);
        let mut met = Vec::new();
        for _ in 0..60 {
            let mut page = vec![
                row("Before", "furniture"),
                row("Title", "headline"),
                row("Head", "byline"),
                row("Story", "text"),
                row("Story", "text"),
                row("After", "furniture"),
            ];
            asides.scatter(&mut page, &shape, &mut dice, |_, _| {
                vec![Row { roles: "note/furniture".to_owned(), text: "aside".to_owned() }]
            });
            let order = ["Before", "Title", "Head", "Story", "After"];
            let zones = page.iter().map(|row| order.iter().position(|zone| *zone == row.zone).unwrap());
            assert!(zones.is_sorted());
            assert!(page.iter().all(|row| row.allowed != 0));
            let last = page.iter().rfind(|row| row.zone == "Story").unwrap();
            assert_eq!(last.text, "A row of the page", "a story ends with a row of text");
            met.extend(page.into_iter().filter(|row| row.text == "aside").map(|row| row.zone));
        }
        assert!(["Before", "Head", "Story", "After"].iter().all(|zone| met.contains(zone)));
    }
}
