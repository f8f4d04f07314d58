//! `--jsonl`: one record a line in, one breakdown a line out.

use super::corrections;
use nutgraf::{Article, Corrections, Options, ParseValueError, Warning};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::io::{self, BufRead, Write};
use std::str::FromStr;

/// A line of the input. Other keys are ignored.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Record {
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

/// Answers every line of `input`; returns whether any was bad. Blank lines are passed over. `known` holds for
/// records that say nothing themselves.
///
/// # Errors
///
/// When the input cannot be read or the output cannot be written.
pub(crate) fn run(mut input: impl BufRead, out: &mut impl Write, known: &Options) -> io::Result<bool> {
    let mut bad = false;
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            match answer(&line, known) {
                Ok(answer) => serde_json::to_writer(&mut *out, &answer)?,
                Err(problem) => {
                    bad = true;
                    serde_json::to_writer(&mut *out, &problem)?;
                }
            }
            out.write_all(b"\n")?;
        }
        line.clear();
    }
    Ok(bad)
}

fn answer(line: &[u8], known: &Options) -> Result<Answer, Problem> {
    let record: Record = serde_json::from_slice(line).map_err(|error| Problem {
        id: serde_json::from_slice::<Name>(line).map_or(Value::Null, |name| name.id),
        error: error.to_string(),
    })?;
    let mut options = known.clone();
    let told = set(&mut options.published, "published", record.published)
        .and_then(|()| set(&mut options.date_order, "dateOrder", record.date_order));
    if let Err(error) = told {
        return Err(Problem { id: record.id, error });
    }
    options.url = record.url.or(options.url);
    let mut article = match record.corrections {
        Some(corrections) => corrections::corrected(&record.text.text, &options, corrections),
        None => nutgraf::parse(&record.text.text, &options),
    };
    if record.text.replaced {
        article.warnings.insert(0, Warning::lone_surrogate());
    }
    Ok(Answer { id: record.id, article })
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
