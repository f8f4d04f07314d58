//! Who is quoted in an article, and what they say: `cargo run --example speakers FILE`; without a file, in a sample.

use nutgraf::{Options, parse};

const SAMPLE: &str = "Ferry to the islands resumes after storm\n\n\
    PORT ELDER, May 3 (Reuters) - “Boats sail again,” Mayor Ada Quill said on Tuesday.\n\n\
    She thanked the crews. “They worked all night,” she added.";

fn main() -> std::io::Result<()> {
    let text = match std::env::args_os().nth(1) {
        Some(file) => std::fs::read_to_string(file)?,
        None => SAMPLE.to_owned(),
    };
    let article = parse(&text, &Options::new());
    for quote in &article.quotes {
        let name = quote.speaker.as_ref().and_then(|speaker| speaker.name.as_deref());
        println!("{}: {}", name.unwrap_or("(nobody named)"), quote.text);
    }
    Ok(())
}
