//! The command line: arguments, streams and exit status. It reads nothing itself.

mod arguments;
mod records;

use arguments::{Arguments, Format};
use nutgraf::{Warning, WarningCode};
use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

/// Exit status for a call that cannot be carried out: a missing file, an unknown option.
const USAGE: u8 = 2;

/// What `--help` prints.
const HELP: &str = "\
nutgraf reads pasted news articles and says how they are built.

usage: nutgraf [OPTIONS] [FILE…]      one breakdown per file; standard input where there is none
       nutgraf --jsonl [OPTIONS]      one JSON object a line in, one breakdown a line out

options:
  --jsonl            read lines {\"id\": …, \"text\": \"…\", \"url\"?: \"…\", \"published\"?: \"2016-09-05\",
                     \"dateOrder\"?: \"dmy\"} from standard input and write one breakdown a line, in
                     order, with the id carried over; a bad line gives {\"id\": …, \"error\": \"…\"}
                     and exit status 1
  --published DATE   the story's own date, ISO 8601: 2016-09-05, perhaps with time and zone
  --url URL          the story's address, where the text does not hold it
  --date-order ORDER dmy or mdy: what comes first in 03/04/2024
                     (with --jsonl these three hold for records that say nothing themselves)
  --offsets UNIT     utf16 (default), utf8 or codepoint
  --format FORMAT    json (default); not with --jsonl
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
        Arguments::Files { files, options, format: Format::Json } => {
            if files.is_empty() {
                breakdown(&mut out, read_stdin()?, &options)?;
            }
            for file in &files {
                let bytes = if file.as_os_str() == "-" {
                    read_stdin()?
                } else {
                    std::fs::read(file)
                        .map_err(|error| Failure::Usage(format!("cannot read {}: {error}", file.display())))?
                };
                breakdown(&mut out, bytes, &options)?;
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

fn read_stdin() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::Usage(format!("cannot read standard input: {error}")))?;
    Ok(bytes)
}

/// Writes the breakdown of one file as pretty JSON.
fn breakdown(out: &mut impl Write, bytes: Vec<u8>, options: &nutgraf::Options) -> Result<(), Failure> {
    let article = match String::from_utf8(bytes) {
        Ok(text) => nutgraf::parse(&text, options),
        Err(error) => {
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let mut article = nutgraf::parse(&text, options);
            let message = format!(
                "the input is not UTF-8 (first at byte {}); what could not be read stands as U+FFFD, and offsets \
                 count in the text so read",
                error.utf8_error().valid_up_to()
            );
            article.warnings.insert(0, Warning::new(WarningCode::NotUtf8, message));
            article
        }
    };
    serde_json::to_writer_pretty(&mut *out, &article).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(())
}
