//! What the caller asked for.

use lexopt::prelude::*;
use nutgraf::Offsets;
use std::path::PathBuf;

/// What a breakdown is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Format {
    /// The value itself.
    #[default]
    Json,
}

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
        /// The unit asked for.
        offsets: Offsets,
        /// The form asked for.
        format: Format,
    },
    /// A breakdown per line of standard input.
    Jsonl {
        /// The unit asked for.
        offsets: Offsets,
    },
}

impl Arguments {
    /// Reads the call.
    ///
    /// # Errors
    ///
    /// One line that says what was expected and what was found.
    pub(crate) fn parse(mut parser: lexopt::Parser) -> Result<Self, String> {
        let say = |error: lexopt::Error| format!("{error}; see --help");
        let (mut jsonl, mut offsets, mut format, mut files) = (false, Offsets::default(), None, Vec::new());
        while let Some(argument) = parser.next().map_err(say)? {
            match argument {
                Short('h') | Long("help") => return Ok(Self::Help),
                Short('V') | Long("version") => return Ok(Self::Version),
                Long("jsonl") => jsonl = true,
                Long("offsets") => offsets = unit(&parser.value().map_err(say)?.string().map_err(say)?)?,
                Long("format") => format = Some(form(&parser.value().map_err(say)?.string().map_err(say)?)?),
                Value(file) => files.push(PathBuf::from(file)),
                _ => return Err(say(argument.unexpected())),
            }
        }
        match (jsonl, files.first()) {
            (true, Some(file)) => {
                Err(format!("--jsonl reads standard input and takes no file, found {}", file.display()))
            }
            (true, None) => Ok(Self::Jsonl { offsets }),
            (false, _) => Ok(Self::Files { files, offsets, format: format.unwrap_or_default() }),
        }
    }
}

fn unit(name: &str) -> Result<Offsets, String> {
    match name {
        "utf16" => Ok(Offsets::Utf16),
        "utf8" => Ok(Offsets::Utf8),
        "codepoint" => Ok(Offsets::CodePoint),
        _ => Err(format!("expected utf16, utf8 or codepoint behind --offsets, found {name}")),
    }
}

fn form(name: &str) -> Result<Format, String> {
    match name {
        "json" => Ok(Format::Json),
        _ => Err(format!("expected json behind --format, found {name}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Arguments, String> {
        Arguments::parse(lexopt::Parser::from_args(arguments))
    }

    #[test]
    fn calls_of_the_contract() {
        assert_eq!(parse(&["--jsonl", "--offsets", "codepoint"]), Ok(Arguments::Jsonl { offsets: Offsets::CodePoint }));
        assert_eq!(
            parse(&["a.txt", "--offsets=utf8", "-"]),
            Ok(Arguments::Files {
                files: vec!["a.txt".into(), "-".into()],
                offsets: Offsets::Utf8,
                format: Format::Json
            })
        );
        assert_eq!(parse(&["-h", "--nonsense"]), Ok(Arguments::Help));
    }

    #[test]
    fn mistakes_say_what_was_expected_and_found() {
        for (arguments, found) in [
            (vec!["--nonsense"], "--nonsense"),
            (vec!["--offsets", "utf32"], "utf32"),
            (vec!["--format", "docx"], "docx"),
            (vec!["--jsonl", "a.txt"], "a.txt"),
            (vec!["--offsets"], "--offsets"),
        ] {
            let message = parse(&arguments).expect_err("a mistake");
            assert!(message.contains(found) && !message.contains('\n'), "{message}");
        }
    }
}
