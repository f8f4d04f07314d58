//! What a reader looks for, checked where it is made.

use super::wrong::{self, PatternError};
use crate::words::words;
use regex_automata::meta::{Builder, Config, Regex};
use regex_automata::nfa::thompson::WhichCaptures;
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Hir, HirKind, Look};
use serde::{Deserialize, Deserializer, Serialize};

/// The longest pattern, name and remark, in characters.
pub(super) const LONGEST: (usize, usize, usize) = (10_000, 200, 1_000);

/// Bytes that a compiled expression may take.
const COMPILED: usize = 1 << 20;

/// Places of a text that an expression may be at, at once: letters and classes, counted as often as they repeat.
const STATES: u64 = 20_000;

/// Expressions inside each other.
const NESTED: u32 = 100;

words! {
    /// How a pattern is written.
    #[derive(Default)]
    pub enum PatternKind {
        /// Words that are found as they stand. A space is any space or the end of a wrapped line, `'` and `"` are
        /// quotation marks of either kind.
        #[default]
        Words = "words",
        /// A regular expression, in the syntax of the crate `regex`.
        Regex = "regex",
    }
}

/// What a reader looks for in a text, with a name and a remark to show.
///
/// ```
/// use nutgraf::{Options, Pattern, parse};
///
/// let style = Pattern::words("our style: per cent", "percent")?.with_remark("two words")?;
/// let cases = Pattern::regex("case numbers", r"\b\d+/\d{4}\b")?;
/// let text = "Fares rise\n\nFares rise by four percent, the court found in case 118/2023.";
/// let article = parse(text, &Options::new().with_marks(vec![style, cases]));
/// assert_eq!(article.marks[0].remark.as_deref(), Some("two words"));
/// assert_eq!(&text[article.marks[1].span.start..article.marks[1].span.end], "118/2023");
///
/// let error = Pattern::regex("case numbers", r"(\d+").unwrap_err();
/// assert_eq!(error.to_string(), "the bracket ( is not closed, at character 1");
/// # Ok::<(), nutgraf::PatternError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(all(test, not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
pub struct Pattern {
    /// The name of what it finds.
    name: String,
    /// What is looked for.
    find: String,
    /// How that is written; `words` where absent.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    kind: PatternKind,
    /// Whether capital and small letters differ.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    #[cfg_attr(all(test, not(target_arch = "wasm32")), schemars(default))]
    case: bool,
    /// Whether only whole words are found.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    #[cfg_attr(all(test, not(target_arch = "wasm32")), schemars(default))]
    whole: bool,
    /// What to show beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<String>,
}

impl Pattern {
    /// Looks for words as they stand, in capital and small letters.
    ///
    /// # Errors
    ///
    /// Where the name or the words are empty or too long.
    pub fn words(name: impl AsRef<str>, find: impl AsRef<str>) -> Result<Self, PatternError> {
        Self::new(name.as_ref(), find.as_ref(), PatternKind::Words)
    }

    /// Looks for a regular expression, in capital and small letters.
    ///
    /// # Errors
    ///
    /// Where the name is empty or too long, or the expression cannot be read or takes too much; the message says in plain
    /// words what is wrong and where.
    pub fn regex(name: impl AsRef<str>, find: impl AsRef<str>) -> Result<Self, PatternError> {
        Self::new(name.as_ref(), find.as_ref(), PatternKind::Regex)
    }

    pub(crate) fn new(name: &str, find: &str, kind: PatternKind) -> Result<Self, PatternError> {
        let name = one_line(name);
        bounded("name", &name, LONGEST.1)?;
        // line ends as they are everywhere
        let find = find.replace("\r\n", "\n").replace('\r', "\n");
        bounded("pattern", &find, LONGEST.0)?;
        if let Some(at) = find.chars().position(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(PatternError::at("there is a control character, which no text shows", at));
        }
        let pattern = Self { name, find, kind, case: false, whole: false, remark: None };
        if kind == PatternKind::Regex {
            // with whole words in either case it takes most
            Self { whole: true, ..pattern.clone() }.compile()?;
        }
        Ok(pattern)
    }

    /// Says something about what is found; nothing where `remark` is blank.
    ///
    /// # Errors
    ///
    /// Where it is too long.
    pub fn with_remark(mut self, remark: &str) -> Result<Self, PatternError> {
        let remark = one_line(remark);
        self.remark = if remark.is_empty() {
            None
        } else {
            bounded("remark", &remark, LONGEST.2)?;
            Some(remark)
        };
        Ok(self)
    }

    /// Whether capital and small letters are to differ.
    #[must_use]
    pub fn with_case(mut self, case: bool) -> Self {
        self.case = case;
        self
    }

    /// Whether only whole words are to be found.
    #[must_use]
    pub fn with_whole_words(mut self, whole: bool) -> Self {
        self.whole = whole;
        self
    }

    /// The name of what it finds.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is looked for.
    #[must_use]
    pub fn find(&self) -> &str {
        &self.find
    }

    /// How that is written.
    #[must_use]
    pub fn kind(&self) -> PatternKind {
        self.kind
    }

    /// Whether capital and small letters differ.
    #[must_use]
    pub fn case(&self) -> bool {
        self.case
    }

    /// Whether only whole words are found.
    #[must_use]
    pub fn whole_words(&self) -> bool {
        self.whole
    }

    /// What to show beside it.
    #[must_use]
    pub fn remark(&self) -> Option<&str> {
        self.remark.as_deref()
    }

    /// The expression, ready to search, and how many places of a text it can be at, at once.
    pub(super) fn compile(&self) -> Result<(Regex, u64), PatternError> {
        let mut parser = ParserBuilder::new().nest_limit(NESTED).case_insensitive(!self.case).build();
        let hir = parser.parse(&self.find).map_err(|error| wrong::of_syntax(&error))?;
        let states = states(&hir);
        if states > STATES {
            return Err(wrong::too_much());
        }
        let hir = if self.whole {
            Hir::concat(vec![Hir::look(Look::WordStartHalfUnicode), hir, Hir::look(Look::WordEndHalfUnicode)])
        } else {
            hir
        };
        let bounded = Config::new().nfa_size_limit(Some(COMPILED)).which_captures(WhichCaptures::Implicit);
        let regex = Builder::new().configure(bounded).build_from_hir(&hir).map_err(|_| wrong::too_much())?;
        Ok((regex, states.max(1)))
    }
}

/// How many letters and classes an expression has, each as often as it repeats: a step of the search takes so long at most.
fn states(hir: &Hir) -> u64 {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 0,
        HirKind::Literal(literal) => literal.0.len() as u64,
        HirKind::Class(_) => 1,
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min).max(1);
            states(&repetition.sub).saturating_mul(u64::from(times))
        }
        HirKind::Capture(capture) => states(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().fold(0, |sum: u64, part| sum.saturating_add(states(part)))
        }
    }
}

/// Fails where `text` is empty, or longer than `most` characters.
fn bounded(what: &str, text: &str, most: usize) -> Result<(), PatternError> {
    if text.trim().is_empty() {
        return Err(PatternError::new(format!("the {what} is empty")));
    }
    // a character is four bytes at most: no need to count what is short anyway
    if text.len() > most && text.chars().nth(most).is_some() {
        return Err(PatternError::new(format!("the {what} is longer than {most} characters")));
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A pattern as it is written.
#[derive(Deserialize)]
struct Flat {
    name: String,
    find: String,
    #[serde(default)]
    kind: PatternKind,
    #[serde(default)]
    case: bool,
    #[serde(default)]
    whole: bool,
    #[serde(default)]
    remark: Option<String>,
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Flat { name, find, kind, case, whole, remark } = Flat::deserialize(deserializer)?;
        let made =
            Self::new(&name, &find, kind).and_then(|made| made.with_remark(remark.as_deref().unwrap_or_default()));
        Ok(made.map_err(serde::de::Error::custom)?.with_case(case).with_whole_words(whole))
    }
}
