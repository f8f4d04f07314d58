//! Why a call ended early.

use std::io;

/// Why a call ended early.
pub(crate) enum Failure {
    /// The call was wrong, or its input could not be had; one line says what.
    Usage(String),
    /// The output could not be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
