//! Where many articles come from: files, folders, zip files and standard input, one record after the other.

mod archive;
mod bounds;
mod kind;
mod lines;
mod place;
mod stream;
mod table;
mod walk;

use place::{Place, Sink};
use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use stream::Streams;
use walk::Source;

pub(crate) use kind::Kind;

/// What is to be read, in this order.
pub(crate) struct Input {
    sources: Vec<Source>,
    /// What standard input is, and files whose names do not say.
    plain: Kind,
    streams: Streams,
}

impl Input {
    /// Finds what `files` name; none is standard input, as is `-`. Of a folder, all files that can be read, ordered by
    /// name.
    ///
    /// # Errors
    ///
    /// One line that names what is not there.
    pub(crate) fn find(files: &[PathBuf], plain: Kind, column: Option<String>) -> Result<Self, String> {
        let mut sources = Vec::new();
        if files.is_empty() {
            sources.push(Source { path: None, size: size_of_stdin() });
        }
        for file in files {
            if file.as_os_str() == "-" {
                sources.push(Source { path: None, size: size_of_stdin() });
            } else {
                walk::add(file, &mut sources)?;
            }
        }
        Ok(Self { sources, plain, streams: Streams { column, read: Arc::default() } })
    }

    /// All bytes that will be read, where that can be known.
    pub(crate) fn size(&self) -> Option<u64> {
        self.sources.iter().map(|source| source.size).sum()
    }

    /// How many have been read so far, as it goes on.
    pub(crate) fn read(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.streams.read)
    }

    /// Leaves out the file at `path`, which may lie in a folder that is read.
    pub(crate) fn leave_out(&mut self, path: &Path) {
        self.sources.retain(|source| source.path.as_deref().is_none_or(|source| !same(source, path)));
    }

    /// Gives all records. What cannot be read gives one that says so, in its place.
    pub(crate) fn feed(self, sink: &mut Sink) {
        for source in &self.sources {
            if self.feed_one(source, sink).is_break() {
                break;
            }
        }
    }

    fn feed_one(&self, source: &Source, sink: &mut Sink) -> ControlFlow<()> {
        let Some(path) = &source.path else {
            return self.streams.counted(&Place(None), self.plain, io::stdin().lock(), sink);
        };
        let place = Place(Some(walk::name(path)));
        let kind = Kind::of(path).unwrap_or(self.plain);
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) => return sink(place.bad(&error)),
        };
        match kind {
            Kind::Zip => archive::feed(&self.streams, &place, file, sink),
            kind => self.streams.counted(&place, kind, file, sink),
        }
    }
}

/// Whether two paths lead to one file.
pub(crate) fn same(one: &Path, other: &Path) -> bool {
    // names first: there may be a million files to look at
    one.file_name() == other.file_name()
        && one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// The size of standard input where it is a file.
fn size_of_stdin() -> Option<u64> {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        let file = File::from(io::stdin().as_fd().try_clone_to_owned().ok()?);
        file.metadata().ok().filter(std::fs::Metadata::is_file).map(|about| about.len())
    }
    #[cfg(not(unix))]
    None
}
