//! What the caller asked for.

use super::input::Kind;
use super::marks;
use lexopt::prelude::*;
use nutgraf::{Format, Options, ParseValueError};
use std::num::NonZero;
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
    /// A line with a breakdown per record.
    Many(Many),
}

/// Many articles in one call.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Many {
    /// Files and folders; none means standard input, as does `-`.
    pub(crate) files: Vec<PathBuf>,
    /// What standard input is, and a file whose name does not say.
    pub(crate) kind: Kind,
    /// What is known of records that say nothing themselves, and the unit asked for.
    pub(crate) options: Options,
    /// How many articles to read at a time; none means as many as there are cores.
    pub(crate) threads: Option<NonZero<u16>>,
    /// The column of tables that has the text.
    pub(crate) column: Option<String>,
    /// Where the breakdowns go; none means standard output.
    pub(crate) output: Option<PathBuf>,
    /// Whether the output may hold what an earlier run has done.
    pub(crate) resume: bool,
    /// The table of all of them that is wanted, in place of a breakdown of each.
    pub(crate) audit: Option<Table>,
}

/// A table of many articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    /// A row a story.
    Stories,
    /// A row a source.
    Sources,
}

impl Arguments {
    /// Reads the call.
    ///
    /// # Errors
    ///
    /// One line that says what was expected and what was found.
    pub(crate) fn parse(mut parser: lexopt::Parser) -> Result<Self, String> {
        let (mut kinds, mut options, mut format, mut files) = (Vec::new(), Options::new(), None, Vec::new());
        let (mut corrections, mut compare, mut resume) = (None, false, false);
        let (mut threads, mut column, mut output, mut audit) = (None, None, None, None);
        // what only many articles have a use for, where it is given
        let mut only_many = None;
        while let Some(argument) = parser.next().map_err(|error| say(&error))? {
            if let Long(name @ ("threads" | "column" | "output" | "resume" | "audit")) = argument {
                only_many.get_or_insert(format!("--{name}"));
            }
            match argument {
                Short('h') | Long("help") => return Ok(Self::Help),
                Short('V') | Long("version") => return Ok(Self::Version),
                Long("jsonl") => kinds.push(Kind::Lines),
                Long("csv") => kinds.push(Kind::Table),
                Long("threads") => threads = Some(number("--threads", &text(&mut parser)?)?),
                Long("column") => column = Some(text(&mut parser)?),
                Long("output") => output = Some(PathBuf::from(parser.value().map_err(|error| say(&error))?)),
                Long("resume") => resume = true,
                Long("audit") => audit = Some(table(&text(&mut parser)?)?),
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
        kinds.dedup();
        let many = match kinds[..] {
            [] => None,
            [kind] => Some(kind),
            _ => return Err("--jsonl and --csv exclude each other: files are read as their names say".to_owned()),
        };
        if let (None, Some(option)) = (many, only_many) {
            return Err(format!("{option} goes with --jsonl or --csv"));
        }
        if compare {
            if many.is_some() || corrections.is_some() {
                return Err("--compare takes no --jsonl, no --csv and no --corrections".to_owned());
            }
            if format.is_some_and(|format| format != Format::Json) {
                return Err("--compare writes plain words, or JSON with --format json".to_owned());
            }
            let count = files.len();
            let files = files.try_into().map_err(|_| format!("--compare takes two files, found {count}"))?;
            return Ok(Self::Compare { files, options, json: format.is_some() });
        }
        let Some(kind) = many else {
            if corrections.is_some() && files.len() > 1 {
                return Err(format!("--corrections are of one text, found {} files", files.len()));
            }
            return Ok(Self::Files { files, options, format, corrections });
        };
        if format.is_some() {
            return Err("--jsonl and --csv write breakdowns as JSON Lines and take no --format".to_owned());
        }
        if corrections.is_some() {
            return Err("--jsonl and --csv take no --corrections: each record of --jsonl has its own".to_owned());
        }
        if resume && output.is_none() {
            return Err("--resume goes with --output: it goes on with that file".to_owned());
        }
        if resume && audit.is_some() {
            return Err("--audit takes no --resume: its table is of all stories, and written at the end".to_owned());
        }
        Ok(Self::Many(Many { files, kind, options, threads, column, output, resume, audit }))
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

/// A count of at least one.
fn number(option: &str, text: &str) -> Result<NonZero<u16>, String> {
    text.parse().map_err(|_| format!("{option}: expected a number from 1 to {}, found {text:?}", u16::MAX))
}

/// A table by its name.
fn table(name: &str) -> Result<Table, String> {
    match name {
        "stories" => Ok(Table::Stories),
        "sources" => Ok(Table::Sources),
        other => Err(format!("--audit: expected stories or sources, found {other:?}")),
    }
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

    fn many(options: Options) -> Many {
        let (files, kind) = (Vec::new(), Kind::Lines);
        Many { files, kind, options, threads: None, column: None, output: None, resume: false, audit: None }
    }

    #[test]
    fn calls_for_many() {
        let call = ["--csv", "a", "--column=Body", "--threads", "3", "--output", "out", "--resume", "b.zip"];
        let expected = Many {
            files: vec!["a".into(), "b.zip".into()],
            kind: Kind::Table,
            threads: NonZero::new(3),
            column: Some("Body".to_owned()),
            output: Some("out".into()),
            resume: true,
            ..many(Options::new())
        };
        assert_eq!(parse(&call), Ok(Arguments::Many(expected)));
    }

    #[test]
    fn calls_of_the_contract() {
        assert_eq!(
            parse(&["--jsonl", "--offsets", "codepoint"]),
            Ok(Arguments::Many(many(Options::new().with_offsets(Offsets::CodePoint))))
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
        assert_eq!(parse(&[&call[..], &["--jsonl"]].concat()), Ok(Arguments::Many(many(known))));
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
            (vec!["--jsonl", "--csv"], "exclude each other"),
            (vec!["--threads", "2", "a.txt"], "--threads goes with --jsonl or --csv"),
            (vec!["--resume", "--compare", "a", "b"], "--resume goes with --jsonl or --csv"),
            (vec!["--jsonl", "--resume"], "--resume goes with --output"),
            (vec!["--jsonl", "--threads", "0"], "--threads: expected a number from 1 to 65535, found \"0\""),
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
