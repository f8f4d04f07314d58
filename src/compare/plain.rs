//! A comparison in plain words.

use super::{Comparison, Difference, FactChange, SentenceChange};
use crate::Role;
use std::fmt::{Display, Formatter, Result};

impl Display for Comparison {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if self.is_same() {
            return writeln!(f, "The two say the same in {} sentences.", self.same);
        }
        if !self.facts.is_empty() {
            writeln!(f, "Quotes, numbers, names and dates")?;
            self.facts.iter().try_for_each(|fact| fact_line(f, fact))?;
            writeln!(f)?;
        }
        let count = |change: Difference| self.changed().filter(|sentence| sentence.change == change).count();
        writeln!(
            f,
            "Sentences: {} changed, {} added, {} cut, {} moved, {} as they were",
            count(Difference::Changed),
            count(Difference::Added),
            count(Difference::Cut),
            count(Difference::Moved),
            self.same
        )?;
        self.changed().try_for_each(|sentence| sentence_line(f, sentence))
    }
}

fn fact_line(f: &mut Formatter<'_>, fact: &FactChange) -> Result {
    write!(f, "  {} {}: ", fact.what, fact.change)?;
    match (&fact.before, &fact.after) {
        (Some(before), Some(after)) => writeln!(f, "{} → {}", before.text, after.text),
        (Some(only), None) | (None, Some(only)) => writeln!(f, "{}", only.text),
        (None, None) => writeln!(f),
    }
}

/// As word diffs are often written: what was cut in `[-…-]`, what was added in `{+…+}`.
fn sentence_line(f: &mut Formatter<'_>, sentence: &SentenceChange) -> Result {
    let part = if sentence.role == Role::Paragraph { String::new() } else { format!(" {}", sentence.role) };
    write!(f, "  {}{}{part}: ", if sentence.moved { "moved and " } else { "" }, sentence.change)?;
    if sentence.words.is_empty() {
        let passage = sentence.after.as_ref().or(sentence.before.as_ref());
        return writeln!(f, "{}", passage.map_or("", |passage| &passage.text));
    }
    for words in &sentence.words {
        let text = words.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let space = if words.text.ends_with(char::is_whitespace) { " " } else { "" };
        match words.change {
            Difference::Cut => write!(f, "[-{text}-]{space}")?,
            Difference::Added => write!(f, "{{+{text}+}}{space}")?,
            _ => write!(f, "{text}{space}")?,
        }
    }
    writeln!(f)
}
