//! The command line: arguments, streams and exit status. It reads nothing itself.

mod arguments;
mod corrections;
mod decode;
mod failure;
mod help;
mod input;
mod many;
mod marks;
mod output;
mod pool;
mod progress;
mod record;

use arguments::Arguments;
use decode::decoded;
use failure::Failure;
use help::HELP;
use nutgraf::Format;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// Exit status for a call that cannot be carried out: a missing file, an unknown option.
const USAGE: u8 = 2;

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

fn run() -> Result<ExitCode, Failure> {
    let arguments = Arguments::parse(lexopt::Parser::from_env()).map_err(Failure::Usage)?;
    let mut out = BufWriter::new(io::stdout().lock());
    match arguments {
        Arguments::Help => {
            out.write_all(HELP.as_bytes())?;
        }
        Arguments::Version => {
            writeln!(out, "nutgraf {}", env!("CARGO_PKG_VERSION"))?;
        }
        Arguments::Files { files, options, format, corrections } => {
            let mut given = corrections.as_deref().map(corrections::read).transpose().map_err(Failure::Usage)?;
            if files.is_empty() {
                breakdown(&mut out, "standard input", read_stdin()?, &options, format, given.take())?;
            }
            for file in &files {
                breakdown(&mut out, &file.display().to_string(), read(file)?, &options, format, given.take())?;
            }
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
        }
        Arguments::Many(many) => {
            let bad = many::run(many)?;
            return Ok(if bad { ExitCode::FAILURE } else { ExitCode::SUCCESS });
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The content of a file; of standard input where it is `-`.
fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    if file.as_os_str() == "-" {
        return read_stdin();
    }
    if file.is_dir() {
        return Err(Failure::Usage(format!(
            "cannot read {}: it is a folder; --jsonl reads what is in one",
            file.display()
        )));
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
    let (text, wrong) = decoded(bytes);
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
