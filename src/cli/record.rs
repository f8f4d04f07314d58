//! One article on its way through `--jsonl` and `--csv`: what is given of it, and the line that answers it.

use super::corrections;
use super::decode::decoded;
use nutgraf::{Article, Corrections, Options, ParseValueError, StoryRow, Warning};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::FromStr;

/// One article, as a source gives it.
pub(crate) enum Record {
    /// A line of JSON.
    Line(Vec<u8>),
    /// A text by itself, or a row of a table.
    Given(Box<Given>),
    /// What could not be had; the error stands in its place.
    Bad {
        /// Whose place that is.
        id: Value,
        /// One line that says what is wrong.
        error: String,
    },
}

/// A text and what its source says of it.
#[derive(Default)]
pub(crate) struct Given {
    pub(crate) id: Value,
    /// UTF-8, or what else the source holds.
    pub(crate) text: Vec<u8>,
    pub(crate) url: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) date_order: Option<String>,
}

/// What answers a record.
pub(crate) struct Answered {
    pub(crate) answer: Told,
    /// Whether it tells an error.
    pub(crate) bad: bool,
}

/// As what a record is answered.
pub(crate) enum Told {
    /// JSON with the line's end.
    Line(Vec<u8>),
    /// An id, and the row that a table of stories has of it.
    Row(String, Result<Box<StoryRow>, String>),
}

impl Record {
    /// About how much memory it takes.
    pub(crate) fn bytes(&self) -> usize {
        match self {
            Self::Line(line) => line.len(),
            Self::Given(given) => given.text.len(),
            Self::Bad { error, .. } => error.len(),
        }
    }

    /// The id that its answer carries.
    pub(crate) fn id(&self) -> Value {
        match self {
            Self::Line(line) => id_of(line),
            Self::Given(given) => given.id.clone(),
            Self::Bad { id, .. } => id.clone(),
        }
    }

    /// Reads it, for a line of its own or, `in_table`, a row. `known` holds for records that say nothing themselves.
    pub(crate) fn answer(self, known: &Options, in_table: bool) -> Answered {
        let id = self.id();
        // reading does not fail; should it, one article is lost and not the million after it
        let read = catch_unwind(AssertUnwindSafe(|| {
            let (text, answer) = self.read(known)?;
            let row = in_table.then(|| Box::new(StoryRow::new(&text, &answer.article)));
            Ok((answer, row))
        }))
        .unwrap_or_else(|_| {
            Err(Problem {
                id,
                error: "reading failed, which is a fault of nutgraf's: please report this text".to_owned(),
            })
        });
        let bad = read.is_err();
        let answer = match read {
            Ok((Answer { id, .. }, Some(row))) => Told::Row(plain(&id), Ok(row)),
            Err(Problem { id, error }) if in_table => Told::Row(plain(&id), Err(error)),
            Ok((answer, None)) => line(&answer),
            Err(problem) => line(&problem),
        };
        Answered { answer, bad }
    }

    /// Its text, and the answer to it.
    fn read(self, known: &Options) -> Result<(String, Answer), Problem> {
        match self {
            Self::Line(line) => of_line(&line, known),
            Self::Given(given) => of_given(*given, known),
            Self::Bad { id, error } => Err(Problem { id, error }),
        }
    }
}

/// A value in a line of its own.
fn line(value: &impl Serialize) -> Told {
    // only maps with other keys than strings cannot be written, and there are none
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    Told::Line(line)
}

/// An id as a table has it: without a string's marks.
fn plain(id: &Value) -> String {
    match id {
        Value::Null => String::new(),
        Value::String(id) => id.clone(),
        other => other.to_string(),
    }
}

/// The id in a line of JSON; null where it has none.
pub(crate) fn id_of(line: &[u8]) -> Value {
    serde_json::from_slice::<Name>(line).map_or(Value::Null, |name| name.id)
}

/// A line of the input. Other keys are ignored.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    #[serde(default)]
    id: Value,
    #[serde(deserialize_with = "lossy")]
    text: Lossy,
    url: Option<String>,
    published: Option<String>,
    date_order: Option<String>,
    #[serde(default)]
    corrections: Option<Corrections>,
}

/// What can be saved of a bad line: its id.
#[derive(Deserialize)]
struct Name {
    #[serde(default)]
    id: Value,
}

/// A text, and whether a lone surrogate had to be replaced in it.
struct Lossy {
    text: String,
    replaced: bool,
}

/// A line of the output.
#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(flatten)]
    article: Article,
}

/// A line of the output in place of a bad one.
#[derive(Serialize)]
struct Problem {
    id: Value,
    error: String,
}

fn of_line(line: &[u8], known: &Options) -> Result<(String, Answer), Problem> {
    let record: Line =
        serde_json::from_slice(line).map_err(|error| Problem { id: id_of(line), error: error.to_string() })?;
    let options = match told(known, record.url, record.published, record.date_order) {
        Ok(options) => options,
        Err(error) => return Err(Problem { id: record.id, error }),
    };
    let mut article = match record.corrections {
        Some(corrections) => corrections::corrected(&record.text.text, &options, corrections),
        None => nutgraf::parse(&record.text.text, &options),
    };
    if record.text.replaced {
        article.warnings.insert(0, Warning::lone_surrogate());
    }
    Ok((record.text.text, Answer { id: record.id, article }))
}

fn of_given(given: Given, known: &Options) -> Result<(String, Answer), Problem> {
    let options = match told(known, given.url, given.published, given.date_order) {
        Ok(options) => options,
        Err(error) => return Err(Problem { id: given.id, error }),
    };
    let (text, wrong) = decoded(given.text);
    let mut article = nutgraf::parse(&text, &options);
    article.warnings.splice(..0, wrong);
    Ok((text, Answer { id: given.id, article }))
}

/// What is known of a record: what it says itself, and `known`.
fn told(
    known: &Options,
    url: Option<String>,
    published: Option<String>,
    date_order: Option<String>,
) -> Result<Options, String> {
    let mut options = known.clone();
    set(&mut options.published, "published", published)?;
    set(&mut options.date_order, "dateOrder", date_order)?;
    options.url = url.or(options.url);
    Ok(options)
}

/// Puts what the record says under `key` in the place of `known`.
fn set<T: FromStr<Err = ParseValueError>>(
    known: &mut Option<T>,
    key: &str,
    told: Option<String>,
) -> Result<(), String> {
    if let Some(text) = told {
        *known = Some(text.parse().map_err(|error| format!("{key}: {error}"))?);
    }
    Ok(())
}

/// Reads a JSON string whose escapes may name lone surrogates, which JavaScript and Python write and
/// UTF-8 has no place for: each becomes U+FFFD, which is as long in every unit.
fn lossy<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Lossy, D::Error> {
    struct Visitor;

    impl serde::de::Visitor<'_> for Visitor {
        type Value = Lossy;

        fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
            formatter.write_str("a string")
        }

        fn visit_str<E>(self, text: &str) -> Result<Lossy, E> {
            Ok(Lossy { text: text.to_owned(), replaced: false })
        }

        fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Lossy, E> {
            let mut bytes = bytes.to_vec();
            let mut replaced = false;
            // serde_json hands a lone surrogate over in generalised UTF-8: ED A0..BF xx
            for at in 0..bytes.len().saturating_sub(2) {
                if bytes[at] == 0xED && bytes[at + 1] >= 0xA0 {
                    bytes[at..at + 3].copy_from_slice("\u{FFFD}".as_bytes());
                    replaced = true;
                }
            }
            String::from_utf8(bytes).map(|text| Lossy { text, replaced }).map_err(E::custom)
        }
    }

    deserializer.deserialize_bytes(Visitor)
}
