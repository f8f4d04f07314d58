//! What the tagger of names sees of each word of a corpus, in files that `train/names/` reads with one call each.

use nutgraf::stages::names;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

/// Reads the texts of `corpus` with `lexicon` and writes, beside each other with these endings of `out`: `docs.jsonl`
/// (identifier, tokens of each line, where each token begins and ends in code points), `tokens` (for each four numbers:
/// candidate, key, how many rows, how many attributes), `rows`, `attributes`; numbers of 32 bits, the lowest byte first.
pub(crate) fn run(lexicon: &Path, corpus: &Path, out: &Path) -> Result<(), String> {
    let lexicon = std::fs::read(lexicon).map_err(|error| format!("{}: {error}", lexicon.display()))?;
    let open = |ending: &str| {
        let path = out.with_extension(ending);
        File::create(&path).map(BufWriter::new).map_err(|error| format!("{}: {error}", path.display()))
    };
    let mut docs = open("docs.jsonl")?;
    let mut tokens = open("tokens")?;
    let mut rows = open("rows")?;
    let mut attributes = open("attributes")?;
    let (count, web) = names::rows(&lexicon);
    let corpus = File::open(corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    for line in BufReader::new(corpus).lines() {
        let line = line.map_err(|error| error.to_string())?;
        if line.trim().is_empty() {
            continue;
        }
        let record: Value = serde_json::from_str(&line).map_err(|error| error.to_string())?;
        let text = record["text"].as_str().ok_or("a record without a text")?;
        let lines = names::read(text, &lexicon);
        let mut points = Points { text, byte: 0, point: 0 };
        let spans: Vec<usize> =
            lines.iter().flatten().flat_map(|token| [token.span.0, token.span.1]).map(|byte| points.of(byte)).collect();
        let lengths: Vec<usize> = lines.iter().map(Vec::len).collect();
        let told = json!({ "id": record["id"], "lines": lengths, "spans": spans, "rows": count, "web": web });
        let mut write = || -> std::io::Result<()> {
            writeln!(docs, "{told}")?;
            for token in lines.iter().flatten() {
                let numbers =
                    [u32::from(token.candidate), token.key, token.rows.len() as u32, token.attributes.len() as u32];
                put(&mut tokens, &numbers)?;
                put(&mut rows, &token.rows)?;
                put(&mut attributes, &token.attributes)?;
            }
            Ok(())
        };
        write().map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Writes to `out`, a line for each text of `corpus`, what `model` finds in it: its identifier and for each mention where it
/// begins and ends in code points, its kind and the evidence for it; for `train/names/calibrate.py`.
pub(crate) fn evidence(model: &Path, corpus: &Path, out: &Path) -> Result<(), String> {
    let read = |path: &Path| std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    let model = read(model)?;
    let corpus = String::from_utf8(read(corpus)?).map_err(|error| error.to_string())?;
    let mut found = String::new();
    for line in corpus.lines().filter(|line| !line.trim().is_empty()) {
        let record: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let text = record["text"].as_str().ok_or("a record without a text")?;
        let mut points = Points { text, byte: 0, point: 0 };
        let mentions: Vec<_> = names::evidence_of(text, &model)
            .into_iter()
            .map(|one| json!([points.of(one.span.0), points.of(one.span.1), one.kind, one.numbers]))
            .collect();
        found += &json!({ "id": record["id"], "mentions": mentions }).to_string();
        found.push('\n');
    }
    std::fs::write(out, found).map_err(|error| format!("{}: {error}", out.display()))
}

fn put(file: &mut impl Write, numbers: &[u32]) -> std::io::Result<()> {
    numbers.iter().try_for_each(|number| file.write_all(&number.to_le_bytes()))
}

/// Code points before a byte, asked for in order.
struct Points<'t> {
    text: &'t str,
    byte: usize,
    point: usize,
}

impl Points<'_> {
    fn of(&mut self, byte: usize) -> usize {
        self.point += self.text.get(self.byte..byte).map_or(0, |text| text.chars().count());
        self.byte = byte;
        self.point
    }
}
