//! `cargo xtask dist`: the folder for a web host, and what it weighs.

use crate::command::{Outcome, at};
use crate::{build, setup};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

/// What a first visit may load, in bytes as compressed by `gzip -9`. It was 400,000 before the layout model
/// learned what pages of unseen publishers are like, and languages were told apart.
const LIMIT: usize = 420_000;

/// Builds the page and reports its size.
///
/// # Errors
///
/// When the page does not build, or a first visit would load more than the limit.
pub(crate) fn run() -> Outcome {
    build::page(&setup::for_build()?)?;
    let folder = build::folder();
    let mut files = Vec::new();
    collect(&folder, &folder, &mut files)?;
    files.sort();
    let loaded: Vec<&File> = files.iter().filter(|file| is_loaded(&file.name)).collect();
    println!("{:>10} {:>10}", "bytes", "gzip -9");
    for file in &files {
        let note = if is_loaded(&file.name) { "" } else { "  (not loaded by a visit)" };
        println!("{:>10} {:>10}  {}{note}", file.bytes, file.compressed, file.name);
    }
    let (bytes, compressed) = loaded.iter().fold((0, 0), |(b, c), file| (b + file.bytes, c + file.compressed));
    println!("{bytes:>10} {compressed:>10}  in all, at most {LIMIT} compressed\n");
    if compressed > LIMIT {
        return Err(format!("a first visit loads {compressed} bytes, more than {LIMIT}"));
    }
    println!("{} is ready: copy it to any web host; docs/hosting.md has the headers to send", folder.display());
    Ok(())
}

/// A file of the folder; ordered by its name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct File {
    name: String,
    bytes: usize,
    compressed: usize,
}

/// Whether a visit can load the file: all but what is for the host and for programmers.
fn is_loaded(name: &str) -> bool {
    name != "_headers" && !name.ends_with(".d.ts")
}

fn collect(folder: &Path, top: &Path, files: &mut Vec<File>) -> Outcome {
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        if path.is_dir() {
            collect(&path, top, files)?;
        } else {
            let content = fs::read(&path).map_err(at(&path))?;
            let name = path.strip_prefix(top).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(File { name, bytes: content.len(), compressed: gzip(&content).map_err(at(&path))? });
        }
    }
    Ok(())
}

/// The size of `content` as `gzip -9` gives it.
fn gzip(content: &[u8]) -> std::io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_weighs_little() {
        let size = gzip(&vec![b'a'; 100_000]).unwrap();
        assert!((20..400).contains(&size), "{size}");
    }
}
