//! What a file holds, as records: unpacked where it is packed, and taken apart as its kind is.

use super::bounds::{Counted, Inflated, LIMIT, TOO_LONG};
use super::kind::Kind;
use super::place::{Place, Sink};
use super::{lines, table};
use crate::cli::record::{Given, Record};
use flate2::bufread::MultiGzDecoder;
use std::cell::Cell;
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How files are read.
pub(super) struct Streams {
    /// The column of tables that has the text, where the caller names it.
    pub(super) column: Option<String>,
    /// How many bytes have been read, packed as they are.
    pub(super) read: Arc<AtomicU64>,
}

impl Streams {
    /// What `reader` gives, which is read from outside.
    pub(super) fn counted(&self, place: &Place, kind: Kind, reader: impl Read, sink: &mut Sink) -> ControlFlow<()> {
        let before = self.read.load(Ordering::Relaxed);
        let packed = || self.read.load(Ordering::Relaxed) - before;
        self.unpacked(place, kind, Counted { inner: reader, read: &self.read }, &packed, sink)
    }

    /// What `reader` gives, which may be packed by gzip, whatever its name says. `packed` is how many bytes it was read from.
    pub(super) fn unpacked(
        &self,
        place: &Place,
        kind: Kind,
        reader: impl Read,
        packed: &dyn Fn() -> u64,
        sink: &mut Sink,
    ) -> ControlFlow<()> {
        let mut reader = BufReader::with_capacity(1 << 16, reader);
        match reader.fill_buf() {
            Ok([0x1f, 0x8b, ..]) => {
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

/// All that `reader` gives, as one text.
fn text(place: &Place, reader: impl Read) -> Record {
    let mut text = Vec::new();
    match reader.take(LIMIT as u64 + 1).read_to_end(&mut text) {
        Ok(read) if read > LIMIT => place.problem(TOO_LONG),
        Ok(_) => Record::Given(Box::new(Given { id: place.id(), text, ..Given::default() })),
        Err(error) => place.bad(&error),
    }
}
