//! Where many articles come from: files, folders, zip files and standard input, one record after the other.

mod archive;
mod bounds;
mod kind;
mod lines;
mod table;
mod walk;

use super::record::{Given, Record};
use bounds::{Counted, Inflated, LIMIT};
use flate2::bufread::MultiGzDecoder;
use serde_json::Value;
use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub(crate) use kind::Kind;

/// What takes the records; it breaks where no more are wanted.
type Sink<'a> = dyn FnMut(Record) -> ControlFlow<()> + 'a;

/// What is to be read, in this order.
pub(crate) struct Input {
    sources: Vec<Source>,
    /// What standard input is, and files whose names do not say.
    plain: Kind,
    /// The column of tables that has the text, where the caller names it.
    column: Option<String>,
    /// How many bytes have been read, packed as they are.
    read: Arc<AtomicU64>,
}

/// A file, or standard input.
struct Source {
    /// None is standard input.
    path: Option<PathBuf>,
    /// In bytes, where it is known.
    size: Option<u64>,
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
        Ok(Self { sources, plain, column, read: Arc::default() })
    }

    /// All bytes that will be read, where that can be known.
    pub(crate) fn size(&self) -> Option<u64> {
        self.sources.iter().map(|source| source.size).sum()
    }

    /// How many have been read so far, as it goes on.
    pub(crate) fn read(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.read)
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
            return self.counted(&Place(None), self.plain, io::stdin().lock(), sink);
        };
        let place = Place(Some(walk::name(path)));
        let kind = Kind::of(path).unwrap_or(self.plain);
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) => return sink(place.bad(&error)),
        };
        match kind {
            Kind::Zip => archive::feed(self, &place, file, sink),
            kind => self.counted(&place, kind, file, sink),
        }
    }

    /// What `reader` gives, which is read from outside.
    fn counted(&self, place: &Place, kind: Kind, reader: impl Read, sink: &mut Sink) -> ControlFlow<()> {
        let before = self.read.load(Ordering::Relaxed);
        let packed = || self.read.load(Ordering::Relaxed) - before;
        self.unpacked(place, kind, Counted { inner: reader, read: &self.read }, &packed, sink)
    }

    /// What `reader` gives, which may be packed by gzip, whatever its name says. `packed` is how many bytes it was read from.
    fn unpacked(
        &self,
        place: &Place,
        kind: Kind,
        reader: impl Read,
        packed: &dyn Fn() -> u64,
        sink: &mut Sink,
    ) -> ControlFlow<()> {
        let mut reader = BufReader::with_capacity(1 << 16, reader);
        match reader.fill_buf() {
            Ok(start) if start.starts_with(&[0x1f, 0x8b]) => {
                let given = Cell::new(0);
                let inflated = Inflated { inner: MultiGzDecoder::new(reader), given: &given, packed };
                self.records(place, kind, inflated, sink)
            }
            Ok(_) => self.records(place, kind, reader, sink),
            Err(error) => sink(place.bad(&error)),
        }
    }

    /// The records in what `reader` gives.
    fn records(&self, place: &Place, kind: Kind, reader: impl Read, sink: &mut Sink) -> ControlFlow<()> {
        match kind {
            Kind::Lines => lines::feed(place, reader, sink),
            Kind::Table => table::feed(place, self.column.as_deref(), reader, sink),
            Kind::Text => sink(text(place, reader)),
            Kind::Zip => sink(place.problem("a zip file in a zip file is not opened")),
        }
    }
}

/// Whether two paths lead to one file.
pub(crate) fn same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// All that `reader` gives, as one text.
fn text(place: &Place, reader: impl Read) -> Record {
    let mut text = Vec::new();
    match reader.take(LIMIT as u64 + 1).read_to_end(&mut text) {
        Ok(read) if read > LIMIT => place.problem(bounds::TOO_LONG),
        Ok(_) => Record::Given(Box::new(Given { id: place.id(), text, ..Given::default() })),
        Err(error) => place.bad(&error),
    }
}

/// What a source is called; standard input has no name.
struct Place(Option<String>);

impl Place {
    fn id(&self) -> Value {
        self.0.clone().map_or(Value::Null, Value::from)
    }

    /// Stands in the place of what cannot be read.
    fn bad(&self, error: &dyn std::fmt::Display) -> Record {
        let name = self.0.as_deref().unwrap_or("standard input");
        Record::Bad { id: self.id(), error: format!("cannot read {name}: {error}") }
    }

    fn problem(&self, error: &str) -> Record {
        Record::Bad { id: self.id(), error: error.to_owned() }
    }
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
