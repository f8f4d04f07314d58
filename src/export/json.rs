//! The document itself, as it is opened again.

use crate::Document;

pub(super) fn write(document: &Document) -> String {
    document.save() + "\n"
}
