//! Titles of features and columns: a few words that their text does not have.

use crate::dice::Dice;
use std::collections::HashMap;

/// The titles that can be made.
pub struct Titles {
    lists: HashMap<&'static str, Vec<&'static str>>,
}

impl Titles {
    /// Those of `train/press/asides/titles.txt`.
    pub fn read() -> Self {
        let mut lists: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
        let mut list = "";
        let lines = include_str!("../press/asides/titles.txt").lines();
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => list = name,
                None => lists.entry(list).or_default().push(line),
            }
        }
        Self { lists }
    }

    /// A title, in one of the ways that papers set them; `town` and `person` are names to be used in it.
    pub fn one(&self, town: &str, person: &str, dice: &mut Dice) -> String {
        let mut title = String::new();
        let mut rest = self.pick("title", dice);
        while let Some((before, after)) = rest.split_once('{') {
            let Some((slot, after)) = after.split_once('}') else { break };
            title.push_str(before);
            title.push_str(match slot {
                "town" => town,
                "person" => person,
                list => self.pick(list, dice),
            });
            rest = after;
        }
        title.push_str(rest);
        match dice.roll(5) {
            // as most British and all sentences are set: only the first letter large
            0 | 1 => {
                let mut letters = title.chars();
                let first = letters.next().map(String::from).unwrap_or_default();
                first
                    + &if title.contains(town) || title.contains(person) {
                        letters.collect()
                    } else {
                        letters.as_str().to_lowercase()
                    }
            }
            2 if dice.roll(3) == 0 => title.to_uppercase(),
            _ => title,
        }
    }

    fn pick(&self, list: &str, dice: &mut Dice) -> &'static str {
        self.lists.get(list).and_then(|lines| dice.pick(lines)).copied().unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_a_title_is_there() {
        let titles = Titles::read();
        let mut dice = Dice::new(1);
        for _ in 0..500 {
            let title = titles.one("Ardmouth", "Ada Quill", &mut dice);
            assert!(!title.is_empty() && !title.contains(['{', '}']), "{title}");
            assert!(!title.contains("  ") && title.trim() == title && !title.starts_with(','), "{title}");
        }
    }
}
