//! A zip file: each file in it is read as one in a folder would be.

use super::bounds::Inflated;
use super::kind::Kind;
use super::place::{Place, Sink};
use super::stream::Streams;
use std::cell::Cell;
use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::Ordering;
use zip::ZipArchive;

/// Gives the records of all files in the archive whose names say that they can be read, ordered by name.
pub(super) fn feed(streams: &Streams, place: &Place, file: File, sink: &mut Sink) -> ControlFlow<()> {
    let size = file.metadata().map_or(0, |about| about.len());
    let mut archive = match ZipArchive::new(BufReader::new(file)) {
        Ok(archive) => archive,
        Err(error) => return sink(place.bad(&error)),
    };
    let entry = |index| Some((archive.name_for_index(index)?.ok()?.into_owned(), index));
    let mut names: Vec<(String, usize)> = (0..archive.len()).filter_map(entry).collect();
    names.retain(|(name, _)| {
        let hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
        !hidden && !name.ends_with('/') && Kind::of(Path::new(name)).is_some()
    });
    names.sort();
    // of all files together: they may share what is packed
    let (given, counted, packed) = (Cell::new(0), Cell::new(0), || size);
    for (name, index) in names {
        let inside = Place(Some(format!("{}/{name}", place.0.as_deref().unwrap_or_default())));
        let kind = Kind::of(Path::new(&name)).unwrap_or(Kind::Text);
        match archive.by_index(index) {
            Ok(entry) => {
                let share = entry.compressed_size().min(size - counted.get());
                counted.set(counted.get() + share);
                streams.read.fetch_add(share, Ordering::Relaxed);
                let inflated = Inflated { inner: entry, given: &given, packed: &packed };
                streams.unpacked(&inside, kind, inflated, &packed, sink)?;
            }
            Err(error) => sink(inside.bad(&error))?,
        }
    }
    ControlFlow::Continue(())
}
