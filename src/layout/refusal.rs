//! Whether the paste is an article at all: a list of links, a chat, source code or a recipe is not.
//!
//! The parts are cut all the same. The warning is for what is plainly something else; a headline alone,
//! a brief, an interview, a live blog or a table under a headline is not.

use super::facts::{Facts, Paste};
use super::rows::Row;
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, word_list};
use crate::{Block, Head, Role, Warning, WarningCode};

/// Rows that recipes print above and below their lists, and words that measure what goes into them.
static KITCHEN: WordList = word_list!("kitchen.txt");

/// What was counted in the rows of a paste.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    rows: usize,
    /// Rows of running text, in any language, and their characters among all.
    running: usize,
    running_chars: usize,
    chars: usize,
    /// Rows that end like a sentence, long or short.
    stopped: usize,
    /// Rows that programs are made of, and those of them that nothing else can be.
    code: usize,
    sure_code: usize,
    /// Rows that begin with a clock time and a name, or with a name in small letters, and a colon.
    turns: usize,
    /// Rows that pages print around stories: sections, share bars, counts, legal notes.
    page: usize,
    /// Rows of a recipe's frame, and rows that measure out an ingredient.
    frame: usize,
    measured: usize,
    /// Rows that look like a part of a story's head or foot.
    story: usize,
}

impl Signs {
    /// Counts the next rows.
    pub(crate) fn add(&mut self, text: &Text<'_>, rows: &[Row], paste: &Paste) {
        for (row, facts) in rows.iter().zip(&paste.facts) {
            self.rows += 1;
            self.chars += facts.shape.chars;
            let (code, sure) = code(text, row, facts);
            self.code += usize::from(code);
            self.sure_code += usize::from(sure);
            if !code && runs(facts) {
                self.running += 1;
                self.running_chars += facts.shape.chars;
            }
            self.stopped += usize::from(facts.shape.words >= 4 && ends(facts.shape.last));
            self.turns += usize::from(is_turn(text, row, facts));
            let links = facts.phrases.share_row
                || facts.phrases.nav_row
                || facts.phrases.legal > 0
                || facts.phrases.copyright
                || facts.shape.url_whole;
            self.page +=
                usize::from(links || facts.shape.number.is_some() || facts.phrases.share_words * 2 > facts.shape.words);
            let (frame, measured) = kitchen(text, row, facts);
            self.frame += usize::from(frame);
            self.measured += usize::from(measured);
            self.story += usize::from(
                facts.told.dateline >= 2
                    || facts.told.dateline_own_line
                    || facts.told.by_whole
                    || facts.told.signoff_whole
                    || facts.told.signoff_tail
                    || facts.told.contributors,
            );
        }
    }
}

/// The warning, where the paste is plainly not an article.
pub(crate) fn warning(signs: &Signs, blocks: &[Block], head: &Head) -> Option<Warning> {
    let what = kind(signs, blocks, head)?;
    Some(Warning::new(WarningCode::NotAnArticle, format!("this reads like {what}, not like an article")))
}

/// A program has no headline, whatever its first line looks like.
pub(crate) fn take_back(signs: &Signs, blocks: &mut [Block], head: &mut Head) {
    if is_code(signs) && head.headline.take().is_some() {
        blocks.iter_mut().filter(|block| block.role == Role::Headline).for_each(|block| block.role = Role::Furniture);
    }
}

fn is_code(signs: &Signs) -> bool {
    let most = |count: usize, tenths: usize| count * 10 >= signs.rows * tenths;
    signs.rows >= 5 && signs.code >= 5 && signs.sure_code >= 3 && most(signs.code, 4) && !most(signs.running, 2)
}

/// What the paste is, where it is not an article.
fn kind(signs: &Signs, blocks: &[Block], head: &Head) -> Option<&'static str> {
    let most = |count: usize, tenths: usize| count * 10 >= signs.rows * tenths;
    if signs.rows < 5 {
        return None;
    }
    if is_code(signs) {
        return Some("source code");
    }
    if signs.turns >= 4 && most(signs.turns, 5) {
        return Some("a chat");
    }
    let told = signs.running_chars * 10 > signs.chars * 4;
    if signs.frame >= 3 && signs.measured >= 3 && most(signs.frame + signs.measured, 3) && !told {
        return Some("a recipe");
    }
    // nothing but labels: with a dateline or an author over it, a table is still somebody's story
    let bare = signs.story == 0 && head.dateline.is_none() && head.bylines.is_empty() && head.agency.is_none();
    let told = signs.running > 0 || signs.stopped * 10 > signs.rows;
    let page = signs.page >= 3 && most(signs.page, 1) || blocks.iter().all(|block| block.role == Role::Furniture);
    (signs.rows >= 10 && bare && !told && page).then_some("a list of links or labels")
}

/// Whether `c` ends a sentence, in any script.
fn ends(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '”' | '"' | '»' | '’' | '。' | '！' | '？' | '」' | '।' | '؟' | '۔')
}

/// Whether a row is running text; scripts without spaces have few words.
fn runs(facts: &Facts) -> bool {
    let wide = facts.shape.chars >= 25 && facts.shape.words * 6 < facts.shape.chars && !facts.shape.first.is_ascii();
    ends(facts.shape.last) && (facts.shape.chars >= 70 && facts.shape.words >= 10 || wide && !facts.shape.url_inside)
}

/// Whether a row is of a program, and whether it can be nothing else.
fn code(text: &Text<'_>, row: &Row, facts: &Facts) -> (bool, bool) {
    let slice = text.slice(row.span);
    if facts.shape.chars > 300 {
        return (false, false);
    }
    let opens = ["import ", "from ", "def ", "class ", "return ", "return;", "#include", "function ", "const ", "let "];
    let opens = opens.iter().any(|word| slice.starts_with(word)) || slice.starts_with("//") || slice.starts_with("/*");
    let shut = slice.ends_with(['{', '}', ';']) || slice.ends_with("):") || slice.ends_with("});");
    let tag = slice.starts_with('<')
        && slice.ends_with('>')
        && slice[1..].starts_with(|c: char| c == '/' || c.is_lowercase());
    let marks = ["()", " = ", "==", "!=", "=>", "->", "::", "</", "/>", "&&", "||", "+=", "[\"", "(\"", "__", "\\n"];
    let marks = marks.iter().filter(|mark| slice.contains(**mark)).count();
    // a call or an index: the bracket right after the name
    let called = row.tokens.clone().skip(1).any(|index| {
        (text.is_mark(index, '(') || text.is_mark(index, '['))
            && !text.tokens[index].spaced
            && text.word(index - 1).is_some_and(|word| word.is_ascii() && word.starts_with(|c: char| c.is_lowercase()))
    });
    let sentence = facts.shape.words >= 8 && facts.shape.function * 4 >= facts.shape.words && marks == 0;
    let code = !sentence && (opens || shut || tag || marks > 0 || called);
    (code, code && (tag || marks > 0 && (shut || called || opens) || shut && (called || slice.len() <= 3)))
}

/// Whether a row is a turn of a chat: `[14:02] maja: nearly`, `14:02 <maja> nearly`, `maja: nearly`.
pub(super) fn is_turn(text: &Text<'_>, row: &Row, facts: &Facts) -> bool {
    if facts.shape.chars > 300 {
        return false;
    }
    // the name is what comes before the first colon that is not a clock's
    let (mut clock, mut at) = (false, row.tokens.start);
    while at < row.tokens.end.min(row.tokens.start + 16) {
        let token = text.tokens[at];
        let colon = text.is_mark(at + 1, ':') && !text.tokens[at + 1].spaced;
        let digits = text.tokens.get(at + 2).filter(|token| token.kind == Kind::Number && !token.spaced);
        if token.kind == Kind::Number && colon && digits.is_some() {
            clock = true;
            at += 3;
            continue;
        }
        let half = text.word(at).is_some_and(|word| matches!(word.to_ascii_lowercase().as_str(), "am" | "pm"));
        if token.kind != Kind::Word || half {
            at += 1;
            continue;
        }
        break;
    }
    let bracket = at > row.tokens.start && text.is_mark(at - 1, '<');
    let close = if bracket { '>' } else { ':' };
    let Some(colon) = (at..row.tokens.end.min(at + 6)).find(|&index| text.is_mark(index, close)) else { return false };
    let name = text.span_of(&(at..colon));
    let small = text.slice(name);
    if small.is_empty() || colon + 1 >= row.tokens.end && !bracket {
        return false;
    }
    let one = !small.contains(char::is_whitespace);
    let nick = one && !text.word(at).is_some_and(is_all_caps) && small.starts_with(char::is_lowercase);
    clock && (bracket || small.split_whitespace().count() <= 3)
        || nick && facts.shape.chars < 120 && !ends(facts.shape.last)
}

/// Whether a row frames a recipe, and whether it measures out an ingredient or counts a step.
fn kitchen(text: &Text<'_>, row: &Row, facts: &Facts) -> (bool, bool) {
    if facts.shape.chars > 120 {
        return (false, false);
    }
    let first = row.tokens.start;
    let label = (1..=3).any(|count| {
        let span = text.span_of(&(first..row.tokens.end.min(first + count)));
        KITCHEN.get(text.slice(span)) == Some("frame")
    });
    let number = text.tokens.get(first).is_some_and(|token| token.kind == Kind::Number);
    let unit = (first + 1..row.tokens.end.min(first + 4))
        .any(|index| text.word(index).is_some_and(|word| KITCHEN.get(word) == Some("unit")));
    (label && facts.shape.words <= 6, number && unit && facts.shape.words <= 14)
}

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    fn refused(source: &str) -> Option<String> {
        let article = parse(source, &Options::default());
        article
            .warnings
            .into_iter()
            .find(|warning| warning.code == crate::WarningCode::NotAnArticle)
            .map(|warning| warning.message)
    }

    #[test]
    fn what_is_not_an_article() {
        for (source, what) in [
            (
                "fn main() {\n    let ships = count(\"north\");\n    if ships == 0 {\n        return;\n    }\n    \
                 println!(\"{ships}\");\n}\n",
                "source code",
            ),
            (
                "14:02 <rook> anybody at the pier\n14:02 <quill> me\n14:03 <rook> is it open\n14:05 <quill> no\n\
                 14:05 <rook> thanks",
                "a chat",
            ),
            (
                "12/03/2023, 9:02 am - Ada Quill: Are you there?\n12/03/2023, 9:03 am - Tom: Nearly\n12/03/2023, 9:04 am \
                 - Ada Quill: Good\n12/03/2023, 9:04 am - Tom: Tram is late\n12/03/2023, 9:09 am - Tom: Here",
                "a chat",
            ),
            ("rook: you up\nquill: yes\nrook: pier?\nquill: closed\nrook: oh\nquill: :(", "a chat"),
            (
                "Pier scones\nMakes 8\nPrep time: 10 minutes\nIngredients\n200 g flour\n50 g butter\n2 tbsp sugar\n\
                 100 ml milk\nMethod\nRub the butter into the flour.\nBake.",
                "a recipe",
            ),
            (
                "Home\nWorld\nBusiness\nSport\nPier opens again\nSalt is dear\n12 comments\nMost read\n1\nFerry \
                 sinks\n2\nSwan wins\nContact us\nTerms of use\nPrivacy",
                "a list of links or labels",
            ),
        ] {
            let found = refused(source).unwrap_or_default();
            assert!(found.contains(what), "{what}: {found:?}");
        }
    }

    #[test]
    fn what_is_one() {
        for source in [
            "",
            "next Friday",
            "Ferry to the islands resumes after storm",
            "Ferry to the islands resumes after storm\nBy Ada Quill\nMay 3, 2022",
            "The harbour board voted on Friday to close the old pier, its chairwoman said.",
            // an interview
            "Q: Why is the pier closed?\nA: It is old.\nQ: How old?\nA: It was built in 1911.\nQ: And now?\nA: We wait.",
            "ECHO: Why is the pier closed?\nQUILL: It is old.\nECHO: How old?\nQUILL: Very.\nECHO: And?\nQUILL: We wait.",
            // a live blog
            "Storm at Ardmouth: live\n14:02 The ferry has left the pier with forty people.\n14:10 The mayor is to speak \
             at three.\n14:30 The mayor: we are ready.\n15:01 The wind is at 90 km an hour.\n15:20 Trains are late.",
            // briefs
            "PIER\nThe pier opens on Monday.\nSALT\nSalt is dearer by a tenth.\nSWANS\nA swan stopped a tram in Elder.",
            // results under a dateline
            "ARDMOUTH, May 3 (Reuters) - Results of the rowing on Tuesday:\nElder 3 Harrow 1\nMoss 2 Lund 2\nVance 0 \
             Costa 1\nRook 4 Quill 0\nArd 1 Pell 1\nOdran 2 Ness 0\nKirk 1 Dale 3\nHolm 0 Wick 0\nBay 1 Sound 2",
            // another language
            "Le pont rouvre lundi\nLa mairie a annoncé mercredi que le pont des Tisserands serait ouvert aux voitures.\n\
             Le chantier a coûté près du double de ce que le conseil municipal avait voté l’an dernier.\nSuite\nA\nB",
        ] {
            assert_eq!(refused(source), None, "{source}");
        }
    }
}
