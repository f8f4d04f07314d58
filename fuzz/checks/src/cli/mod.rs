//! The part of the command line that reads what it is given.

#[path = "../../../../src/cli/corrections.rs"]
mod corrections;
#[path = "../../../../src/cli/decode.rs"]
mod decode;
#[path = "../../../../src/cli/input/mod.rs"]
pub(crate) mod input;
#[path = "../../../../src/cli/record.rs"]
pub(crate) mod record;
