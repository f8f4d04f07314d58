//! What the caller asked for.

use super::marks;
use lexopt::prelude::*;
use nutgraf::{Format, Options, ParseValueError};
use std::path::PathBuf;
use std::str::FromStr;

/// One call.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Arguments {
    /// `--help`
    Help,
    /// `--version`
    Version,
    /// A breakdown per file.
    Files {
        /// The files; none means standard input, as does `-`.
        files: Vec<PathBuf>,
        /// What is known of them, and the unit asked for.
        options: Options,
        /// The export asked for, in place of the breakdown.
        format: Option<Format>,
        /// A file of corrections.
        corrections: Option<PathBuf>,
    },
    /// What changed between two versions of a story.
    Compare {
        /// The first version, and the second.
        files: [PathBuf; 2],
        /// What is known of both, and the unit asked for.
        options: Options,
        /// Whether as JSON, in place of plain words.
        json: bool,
    },
    /// A breakdown per line of standard input.
    Jsonl {
        /// What is known of records that say nothing themselves, and the unit asked for.
        options: Options,
    },
}

impl Arguments {
    /// Reads the call.
    ///
    /// # Errors
    ///
    /// One line that says what was expected and what was found.
    pub(crate) fn parse(mut parser: lexopt::Parser) -> Result<Self, String> {
        let (mut jsonl, mut options, mut format, mut files) = (false, Options::new(), None, Vec::new());
        let (mut corrections, mut compare) = (None, false);
        while let Some(argument) = parser.next().map_err(|error| say(&error))? {
            match argument {
                Short('h') | Long("help") => return Ok(Self::Help),
                Short('V') | Long("version") => return Ok(Self::Version),
                Long("jsonl") => jsonl = true,
                Long("compare") => compare = true,
                Long("offsets") => options.offsets = read("--offsets", &text(&mut parser)?)?,
                Long("published") => options.published = Some(read("--published", &text(&mut parser)?)?),
                Long("url") => options.url = Some(text(&mut parser)?),
                Long("date-order") => options.date_order = Some(read("--date-order", &text(&mut parser)?)?),
                Long("format") => format = Some(form(&text(&mut parser)?)?),
                Long("marks") => options.marks = marks::read(&PathBuf::from(text(&mut parser)?))?,
                Long("corrections") => corrections = Some(PathBuf::from(text(&mut parser)?)),
                Value(file) => files.push(PathBuf::from(file)),
                _ => return Err(say(&argument.unexpected())),
            }
        }
        if compare {
            if jsonl || corrections.is_some() {
                return Err("--compare takes no --jsonl and no --corrections".to_owned());
            }
            if format.is_some_and(|format| format != Format::Json) {
                return Err("--compare writes plain words, or JSON with --format json".to_owned());
            }
            let count = files.len();
            let files = files.try_into().map_err(|_| format!("--compare takes two files, found {count}"))?;
            return Ok(Self::Compare { files, options, json: format.is_some() });
        }
        match (jsonl, files.first()) {
            (true, Some(file)) => {
                Err(format!("--jsonl reads standard input and takes no file, found {}", file.display()))
            }
            (true, None) if format.is_some() => {
                Err("--jsonl writes breakdowns as JSON Lines and takes no --format".to_owned())
            }
            (true, None) if corrections.is_some() => {
                Err("--jsonl takes the corrections of each record from the record and no --corrections".to_owned())
            }
            (true, None) => Ok(Self::Jsonl { options }),
            (false, _) if corrections.is_some() && files.len() > 1 => {
                Err(format!("--corrections are of one text, found {} files", files.len()))
            }
            (false, _) => Ok(Self::Files { files, options, format, corrections }),
        }
    }
}

/// The message for a call that cannot be understood.
fn say(error: &lexopt::Error) -> String {
    format!("{error}; see --help")
}

/// The value of the option just read.
fn text(parser: &mut lexopt::Parser) -> Result<String, String> {
    parser.value().and_then(ValueExt::string).map_err(|error| say(&error))
}

/// The value `text` of `option`.
fn read<T: FromStr<Err = ParseValueError>>(option: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|error| format!("{option}: {error}"))
}

/// A format by its name; `document` is what `json` was called before there were others.
fn form(name: &str) -> Result<Format, String> {
    if name == "document" { Ok(Format::Json) } else { read("--format", name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nutgraf::{DateOrder, Offsets};

    fn parse(arguments: &[&str]) -> Result<Arguments, String> {
        Arguments::parse(lexopt::Parser::from_args(arguments))
    }

    #[test]
    fn calls_of_the_contract() {
        assert_eq!(
            parse(&["--jsonl", "--offsets", "codepoint"]),
            Ok(Arguments::Jsonl { options: Options::new().with_offsets(Offsets::CodePoint) })
        );
        assert_eq!(
            parse(&["a.txt", "--offsets=utf8", "-"]),
            Ok(Arguments::Files {
                files: vec!["a.txt".into(), "-".into()],
                options: Options::new().with_offsets(Offsets::Utf8),
                format: None,
                corrections: None
            })
        );
        let known = Options::new()
            .with_published("2016-09-05".parse().expect("a date"))
            .with_url("http://www.example.com/a")
            .with_date_order(DateOrder::MonthFirst);
        let call = ["--published", "20160905", "--url=http://www.example.com/a", "--date-order", "mdy"];
        let files =
            |format, corrections| Arguments::Files { files: Vec::new(), options: known.clone(), format, corrections };
        assert_eq!(parse(&call), Ok(files(None, None)));
        let corrected = [&call[..], &["--corrections", "a.json", "--format=document"]].concat();
        assert_eq!(parse(&corrected), Ok(files(Some(Format::Json), Some("a.json".into()))));
        for &format in Format::ALL {
            assert_eq!(parse(&[&call[..], &["--format", format.as_str()]].concat()), Ok(files(Some(format), None)));
        }
        assert_eq!(parse(&[&call[..], &["--jsonl"]].concat()), Ok(Arguments::Jsonl { options: known }));
        let files = ["a.txt".into(), "b.txt".into()];
        let compare = |json| Arguments::Compare { files: files.clone(), options: Options::new(), json };
        assert_eq!(parse(&["--compare", "a.txt", "b.txt"]), Ok(compare(false)));
        assert_eq!(parse(&["a.txt", "--format=json", "--compare", "b.txt"]), Ok(compare(true)));
        assert_eq!(parse(&["-h", "--nonsense"]), Ok(Arguments::Help));
    }

    #[test]
    fn mistakes_say_what_was_expected_and_found() {
        for (arguments, found) in [
            (vec!["--nonsense"], "--nonsense"),
            (vec!["--offsets", "utf32"], "utf32"),
            (vec!["--format", "docx"], "docx"),
            (vec!["--format", "json", "--jsonl"], "--format"),
            (vec!["--jsonl", "a.txt"], "a.txt"),
            (vec!["--jsonl", "--corrections", "a.json"], "--corrections"),
            (vec!["--corrections", "a.json", "a.txt", "b.txt"], "found 2 files"),
            (vec!["--corrections"], "--corrections"),
            (vec!["--compare", "a.txt"], "--compare takes two files, found 1"),
            (vec!["--compare", "a", "b", "--jsonl"], "--compare takes no --jsonl"),
            (vec!["--compare", "a", "b", "--format", "text"], "plain words, or JSON with --format json"),
            (vec!["--published", "May 3, 2023"], "expected an ISO 8601 date such as 2016-09-05, found \"May 3, 2023\""),
            (vec!["--published="], "found \"\""),
            (vec!["--date-order", "ymd"], "expected dmy or mdy"),
            (vec!["--url"], "--url"),
            (vec!["--offsets"], "--offsets"),
        ] {
            let message = parse(&arguments).expect_err("a mistake");
            assert!(message.contains(found) && !message.contains('\n'), "{message}");
        }
    }
}
