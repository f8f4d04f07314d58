//! The files in a zip archive, each unpacked only as far as a text goes: what would unpack to more is an error in its place.

use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes of the largest file that is taken, as of one that is opened by itself.
const LARGEST: u64 = 32 * 1024 * 1024;

/// Bytes that all files together may unpack to.
const ALL: u64 = 256 * 1024 * 1024;

/// How many files are taken.
const MOST: usize = 10_000;

/// An archive that is being unpacked.
pub struct Packed {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    next: usize,
    taken: usize,
    left: u64,
}

/// A file: its name, and its bytes or why there are none.
pub type Entry = (String, Result<Vec<u8>, String>);

impl Packed {
    /// Looks at the list of an archive.
    ///
    /// # Errors
    ///
    /// Where it is none; words that go on from its name.
    pub fn new(bytes: Vec<u8>) -> Result<Self, String> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| match error {
            ZipError::Io(_) | ZipError::InvalidArchive(_) => "is no zip archive, or a damaged one".to_owned(),
            other => format!("cannot be unpacked: {other}"),
        })?;
        Ok(Self { archive, next: 0, taken: 0, left: ALL })
    }

    /// The next file; `None` after the last. Folders and what systems put beside files are passed over.
    pub fn next_file(&mut self) -> Option<Entry> {
        while self.next < self.archive.len() {
            let at = self.next;
            let all = self.archive.len();
            self.next += 1;
            let name = self.archive.name_for_index(at).and_then(Result::ok).map(std::borrow::Cow::into_owned);
            let name = name.unwrap_or_else(|| format!("file {}", at + 1));
            let file = match self.archive.by_index(at) {
                Ok(file) => file,
                Err(error) => {
                    self.taken += 1;
                    let secret = matches!(error, ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED));
                    let why = if secret {
                        "is locked by a password".to_owned()
                    } else {
                        format!("cannot be unpacked: {error}")
                    };
                    return Some((name, Err(why)));
                }
            };
            let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
            if file.is_dir() || last.starts_with('.') || name.starts_with("__MACOSX/") {
                continue;
            }
            if self.taken == MOST {
                self.next = all;
                let more = format!("and all after it are not read: at most {MOST} files are taken from an archive");
                return Some((name, Err(more)));
            }
            self.taken += 1;
            let limit = LARGEST.min(self.left);
            let mut bytes = Vec::new();
            let read = file.take(limit + 1).read_to_end(&mut bytes);
            self.left = self.left.saturating_sub(bytes.len() as u64);
            let entry = match read {
                Err(error) => Err(format!("cannot be unpacked: {error}")),
                Ok(_) if bytes.len() as u64 <= limit => Ok(bytes),
                Ok(_) if limit == LARGEST => Err("unpacks to more than 32 MB, which no article has".to_owned()),
                Ok(_) => {
                    self.next = all;
                    Err("and all after it are not read: the archive unpacks to more than 256 MB".to_owned())
                }
            };
            return Some((name, entry));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn files(bytes: Vec<u8>) -> Vec<Entry> {
        let mut packed = Packed::new(bytes).unwrap();
        std::iter::from_fn(|| packed.next_file()).collect()
    }

    #[test]
    fn files_are_unpacked_and_what_systems_add_is_not() {
        let found = files(archive(&[
            ("stories/a.txt", b"Boats sail"),
            ("__MACOSX/stories/._a.txt", b"x"),
            (".DS_Store", b"x"),
            ("é.txt", b""),
        ]));
        assert_eq!(
            found,
            [("stories/a.txt".to_owned(), Ok(b"Boats sail".to_vec())), ("é.txt".to_owned(), Ok(Vec::new()))]
        );
    }

    #[test]
    fn a_bomb_is_an_error_and_the_rest_is_read() {
        let bomb = vec![0; LARGEST as usize + 1];
        let found = files(archive(&[("bomb.txt", &bomb), ("a.txt", b"Boats sail")]));
        assert_eq!(found[0].1, Err("unpacks to more than 32 MB, which no article has".to_owned()));
        assert_eq!(found[1].1, Ok(b"Boats sail".to_vec()));
        let many: Vec<(String, &[u8])> = (0..20).map(|at| (format!("{at}.txt"), &bomb[..])).collect();
        let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
        let found = files(archive(&many));
        assert!(
            found.len() < 10
                && found.last().is_some_and(|(_, last)| last.as_ref().is_err_and(|e| e.contains("256 MB")))
        );
    }

    #[test]
    fn what_is_damaged_is_said() {
        assert!(Packed::new(b"PK\x03\x04 no".to_vec()).is_err());
        assert!(Packed::new(Vec::new()).is_err());
        let mut bytes = archive(&[("a.txt", "Boats sail again. ".repeat(50).as_bytes())]);
        bytes[40] ^= 0xff;
        assert!(files(bytes)[0].1.is_err());
    }

    #[test]
    fn there_is_an_end_to_files() {
        let names: Vec<String> = (0..MOST + 5).map(|at| format!("{at}.txt")).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        let found = files(archive(&many));
        assert_eq!(found.len(), MOST + 1);
        assert!(found[MOST].1.as_ref().is_err_and(|why| why.contains("at most 10000 files")));
    }
}
