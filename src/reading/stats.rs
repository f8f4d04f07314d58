//! Sizes of the story.

use super::Story;
use crate::text::tokens::Kind;
use crate::{Role, Stats};

/// Words of the samples that Flesch's formula is made for; it says nothing of fewer.
const SAMPLE: usize = 100;

/// Counts the running text.
pub(crate) fn count(story: &Story<'_>) -> Stats {
    let mut stats = Stats::default();
    let mut syllables = 0u32;
    for (index, block) in story.blocks.iter().enumerate() {
        if !matches!(block.role, Role::Paragraph | Role::PullQuote | Role::ListItem) {
            continue;
        }
        stats.paragraphs += usize::from(block.role == Role::Paragraph);
        let from = story.sentences.partition_point(|sentence| sentence.block < index);
        stats.sentences += story.sentences[from..].iter().take_while(|sentence| sentence.block == index).count();
        for token in &story.text.tokens[story.text.tokens_in(block.span)] {
            if matches!(token.kind, Kind::Word | Kind::Number | Kind::Initials) {
                stats.words += 1;
                syllables += syllables_of(story.text.str(*token));
            }
        }
    }
    if stats.words > 0 {
        // a text has fewer words than a u32 counts: its bytes do
        let (words, sentences) = (f64::from(stats.words as u32), f64::from(stats.sentences.max(1) as u32));
        // Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948); one decimal
        // is all the formula's precision supports
        let ease = 206.835 - 1.015 * (words / sentences) - 84.6 * (f64::from(syllables) / words);
        let applies = story.foreign.is_none() && stats.words >= SAMPLE;
        stats.flesch_reading_ease = applies.then_some((ease * 10.0).round() / 10.0);
        // Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019)
        stats.reading_seconds = (stats.words * 60 + 119) / 238;
    }
    stats
}

/// Syllables of an English word: its groups of vowels, without a silent final e.
fn syllables_of(word: &str) -> u32 {
    let mut groups = 0;
    let mut vowel_before = false;
    for c in word.chars() {
        let vowel = matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        groups += u32::from(vowel && !vowel_before);
        vowel_before = vowel;
    }
    let silent = word.ends_with(['e', 'E']) && !word.ends_with("le") && groups > 1;
    (groups - u32::from(silent)).max(1)
}
