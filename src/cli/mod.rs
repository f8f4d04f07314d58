//! The command line: arguments, streams and exit status. It reads nothing itself.

mod arguments;
mod corrections;
mod marks;
mod records;

use arguments::Arguments;
use nutgraf::{Format, Warning, WarningCode};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// Exit status for a call that cannot be carried out: a missing file, an unknown option.
const USAGE: u8 = 2;

/// What `--help` prints.
const HELP: &str = "\
nutgraf reads pasted news articles and says how they are built.

usage: nutgraf [OPTIONS] [FILE…]      one breakdown per file; standard input where there is none
       nutgraf --jsonl [OPTIONS]      one JSON object a line in, one breakdown a line out
       nutgraf --compare [OPTIONS] A B    what changed from A to B: quotes, numbers, names, dates,
                                      then sentences; in plain words, or with --format json

options:
  --jsonl            read lines {\"id\": …, \"text\": \"…\", \"url\"?: \"…\", \"published\"?: \"2016-09-05\",
                     \"dateOrder\"?: \"dmy\"} from standard input and write one breakdown a line, in
                     order, with the id carried over; a bad line gives {\"id\": …, \"error\": \"…\"}
                     and exit status 1
  --published DATE   the story's own date, ISO 8601: 2016-09-05, perhaps with time and zone
  --url URL          the story's address, where the text does not hold it
  --date-order ORDER dmy or mdy: what comes first in 03/04/2024
                     (with --jsonl these three hold for records that say nothing themselves)
  --corrections FILE what a reader changed, taken into the breakdown of one text: a list of
                     corrections, places in the unit of --offsets, or a saved document. With --jsonl
                     a record has its own: {…, \"corrections\": [{\"change\": \"role\", …}]}
  --marks FILE       patterns of your own, found in every text: a CSV list with the columns name and
                     find, perhaps kind (words, regex), case, whole and remark, or a JSON list of
                     the same; what they find is in the breakdown's marks, and in the exports
  --offsets UNIT     utf16 (default), utf8 or codepoint
  --format FORMAT    an export in place of the breakdown, not with --jsonl:
                     json            all of it, to be opened again: text, corrections, breakdown
                     text, markdown, html    the story, clean or with what is read in it
                     jsonld, ninjs, nitf     schema.org, IPTC ninjs 3.1, IPTC NITF 3.6
                     webannotation, timeml   W3C Web Annotations, TIMEX3 in place
                     quotes.csv, names.csv, times.csv, numbers.csv    a table
                     bibtex, ris, csl        a citation
  -h, --help         print this
  -V, --version      print the version

exit status: 0 done, 1 a line of --jsonl was bad, 2 the call could not be carried out
";

/// Runs the command line with the process's own arguments and streams.
pub(crate) fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(Failure::Usage(message)) => {
            eprintln!("nutgraf: {message}");
            ExitCode::from(USAGE)
        }
        // whoever read our output has enough: `nutgraf … | head`
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => {
            eprintln!("nutgraf: cannot write the output: {error}");
            ExitCode::from(USAGE)
        }
    }
}

/// Why a call ended early.
enum Failure {
    /// The call was wrong, or its input could not be had; one line says what.
    Usage(String),
    /// The output could not be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn run() -> Result<ExitCode, Failure> {
    let arguments = Arguments::parse(lexopt::Parser::from_env()).map_err(Failure::Usage)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let code = match arguments {
        Arguments::Help => {
            out.write_all(HELP.as_bytes())?;
            ExitCode::SUCCESS
        }
        Arguments::Version => {
            writeln!(out, "nutgraf {}", env!("CARGO_PKG_VERSION"))?;
            ExitCode::SUCCESS
        }
        Arguments::Files { files, options, format, corrections } => {
            let mut given = corrections.as_deref().map(corrections::read).transpose().map_err(Failure::Usage)?;
            if files.is_empty() {
                breakdown(&mut out, "standard input", read_stdin()?, &options, format, given.take())?;
            }
            for file in &files {
                breakdown(&mut out, &file.display().to_string(), read(file)?, &options, format, given.take())?;
            }
            ExitCode::SUCCESS
        }
        Arguments::Compare { files: [before, after], options, json } => {
            let document = |file: &Path| -> Result<_, Failure> {
                Ok(nutgraf::Document::new(String::from_utf8_lossy(&read(file)?), options.clone()))
            };
            let compared = nutgraf::compare(&document(&before)?, &document(&after)?);
            if json {
                out.write_all(compared.to_json().as_bytes())?;
            } else {
                write!(out, "{compared}")?;
            }
            ExitCode::SUCCESS
        }
        Arguments::Jsonl { options } => {
            let bad = records::run(io::stdin().lock(), &mut out, &options)?;
            if bad { ExitCode::FAILURE } else { ExitCode::SUCCESS }
        }
    };
    out.flush()?;
    Ok(code)
}

/// The content of a file; of standard input where it is `-`.
fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    if file.as_os_str() == "-" {
        return read_stdin();
    }
    std::fs::read(file).map_err(|error| Failure::Usage(format!("cannot read {}: {error}", file.display())))
}

fn read_stdin() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::Usage(format!("cannot read standard input: {error}")))?;
    Ok(bytes)
}

/// Writes the breakdown of the text called `name` as pretty JSON, or an export of its document.
fn breakdown(
    out: &mut impl Write,
    name: &str,
    bytes: Vec<u8>,
    options: &nutgraf::Options,
    format: Option<Format>,
    given: Option<corrections::Given>,
) -> Result<(), Failure> {
    let (text, wrong) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let message = format!(
                "the input is not UTF-8 (first at byte {}); what could not be read stands as U+FFFD, and offsets \
                 count in the text so read",
                error.utf8_error().valid_up_to()
            );
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(Warning::new(WarningCode::NotUtf8, message)))
        }
    };
    if format.is_none() && given.is_none() {
        let mut article = nutgraf::parse(&text, options);
        article.warnings.splice(..0, wrong);
        return write(out, &article);
    }
    let document = corrections::document(&text, options, given);
    corrections::warn(name, document.article());
    let Some(format) = format else {
        let mut article = document.article().clone();
        article.warnings.splice(..0, wrong);
        return write(out, &article);
    };
    // an export has no place for it
    if let Some(wrong) = wrong {
        eprintln!("nutgraf: {name}: {}", wrong.message);
    }
    out.write_all(nutgraf::export(&document, format).as_bytes())?;
    Ok(())
}

fn write(out: &mut impl Write, value: &impl serde::Serialize) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(())
}
