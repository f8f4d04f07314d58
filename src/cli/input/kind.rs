//! What a file holds, as the ending of its name says.

use std::path::Path;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One article.
    Text,
    /// A JSON object a line.
    Lines,
    /// Rows of cells, their names in the first.
    Table,
    /// Files of these kinds.
    Zip,
}

impl Kind {
    /// By the name's ending, without that of gzip.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
        match name.strip_suffix(".gz").unwrap_or(&name).rsplit_once('.')?.1 {
            "txt" | "md" => Some(Self::Text),
            "jsonl" | "ndjson" => Some(Self::Lines),
            "csv" | "tsv" => Some(Self::Table),
            "zip" if name.ends_with("zip") => Some(Self::Zip),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        for (name, kind) in [
            ("a.txt", Some(Kind::Text)),
            ("b/A.TXT.gz", Some(Kind::Text)),
            ("a.b.md", Some(Kind::Text)),
            ("a.jsonl.GZ", Some(Kind::Lines)),
            ("a.csv", Some(Kind::Table)),
            ("a.zip", Some(Kind::Zip)),
            ("a.zip.gz", None),
            ("txt", None),
            ("a.html", None),
            (".gz", None),
        ] {
            assert_eq!(Kind::of(Path::new(name)), kind, "{name}");
        }
    }
}
