//! An article in a format for others: `cargo run --example export FORMAT [FILE]`, say `nitf` or `quotes.csv`.

use nutgraf::{Document, Format, Options, export};
use std::io::Write;

const SAMPLE: &str = "Ferry to the islands resumes after storm\n\n\
    PORT ELDER, May 3 (Reuters) - “Boats sail again,” Mayor Ada Quill said on Tuesday.";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let format: Format = arguments.next().as_deref().unwrap_or("markdown").parse()?;
    let text = match arguments.next() {
        Some(file) => std::fs::read_to_string(file)?,
        None => SAMPLE.to_owned(),
    };
    let options = Options::new().with_published("2022-05-04".parse()?);
    std::io::stdout().write_all(export(&Document::new(text, options), format).as_bytes())?;
    Ok(())
}
