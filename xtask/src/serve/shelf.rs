//! The files of the served folder, each read, compressed and named once.

use super::target::resolve;
use crate::fnv::Hash;
use crate::headers;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

/// A file as it is sent.
pub(super) struct File {
    pub(super) media_type: &'static str,
    pub(super) plain: Vec<u8>,
    /// The same in gzip, where that is shorter.
    pub(super) gzip: Option<Vec<u8>>,
    /// Tells this content from any other.
    pub(super) tag: u64,
}

/// A folder, with what was read of it; a file that has changed since is read again.
pub(super) struct Shelf {
    folder: PathBuf,
    read: Mutex<HashMap<PathBuf, (SystemTime, Arc<File>)>>,
}

impl Shelf {
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), read: Mutex::default() }
    }

    /// The file that a request's target names.
    pub(super) fn find(&self, target: &str) -> Option<Arc<File>> {
        let name = resolve(target)?;
        // a link that leads out of the folder leads nowhere
        let inside = self.folder.canonicalize().ok()?;
        let path = inside.join(&name).canonicalize().ok().filter(|path| path.starts_with(&inside))?;
        let changed = fs::metadata(&path).and_then(|about| about.modified()).ok()?;
        if let Some((_, file)) = self.read.lock().ok()?.get(&path).filter(|(then, _)| *then == changed) {
            return Some(Arc::clone(file));
        }
        let file = Arc::new(File::new(headers::media_type(&name), fs::read(&path).ok()?));
        self.read.lock().ok()?.insert(path, (changed, Arc::clone(&file)));
        Some(file)
    }
}

impl File {
    fn new(media_type: &'static str, plain: Vec<u8>) -> Self {
        let gzip = compress(&plain).filter(|gzip| gzip.len() < plain.len());
        Self { media_type, tag: Hash::of(&plain).0, plain, gzip }
    }
}

fn compress(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn a_file_that_changes_is_read_again() {
        let folder = env::temp_dir().join(format!("nutgraf-shelf-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("a.txt");
        fs::write(&path, "one").unwrap();
        let shelf = Shelf::new(&folder);
        let first = shelf.find("/a.txt").unwrap();
        assert!(Arc::ptr_eq(&first, &shelf.find("/a.txt?again").unwrap()));
        fs::write(&path, "two").unwrap();
        let later = SystemTime::now() + std::time::Duration::from_secs(5);
        fs::File::options().append(true).open(&path).unwrap().set_modified(later).unwrap();
        let second = shelf.find("/a.txt").unwrap();
        assert_eq!(second.plain, b"two");
        assert_ne!(first.tag, second.tag);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_gets_no_shorter_is_not_compressed() {
        assert!(File::new("text/plain", b"short".to_vec()).gzip.is_none());
        assert!(File::new("text/plain", vec![b'a'; 1000]).gzip.is_some_and(|gzip| gzip.len() < 100));
    }
}
