//! Where records come from, as errors and ids name it, and where they go.

use crate::cli::record::Record;
use serde_json::Value;
use std::ops::ControlFlow;

/// What takes the records; it breaks where no more are wanted.
pub(crate) type Sink<'a> = dyn FnMut(Record) -> ControlFlow<()> + 'a;

/// What a source is called; standard input has no name.
pub(super) struct Place(pub(super) Option<String>);

impl Place {
    pub(super) fn id(&self) -> Value {
        self.0.clone().map_or(Value::Null, Value::from)
    }

    /// Stands in the place of what cannot be read.
    pub(super) fn bad(&self, error: &dyn std::fmt::Display) -> Record {
        let name = self.0.as_deref().unwrap_or("standard input");
        Record::Bad { id: self.id(), error: format!("cannot read {name}: {error}") }
    }

    pub(super) fn problem(&self, error: &str) -> Record {
        Record::Bad { id: self.id(), error: error.to_owned() }
    }
}
