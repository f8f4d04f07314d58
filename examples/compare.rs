//! What changed between two versions of a story: `cargo run --example compare BEFORE AFTER`; without files, of a sample.

use nutgraf::{Document, Options, compare};

const BEFORE: &str = "Ferry resumes\n\nSome 300 boats sail again, the mayor said.";
const AFTER: &str = "Ferry resumes\n\nSome 400 boats sail again, the mayor said.";

fn main() -> std::io::Result<()> {
    let files: Vec<_> = std::env::args_os().skip(1).collect();
    let [before, after] = match &files[..] {
        [before, after] => [std::fs::read_to_string(before)?, std::fs::read_to_string(after)?],
        _ => [BEFORE.to_owned(), AFTER.to_owned()],
    };
    print!("{}", compare(&Document::new(before, Options::new()), &Document::new(after, Options::new())));
    Ok(())
}
