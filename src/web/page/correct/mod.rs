//! The reader corrects the breakdown: one small editor for all that can be corrected, the words selected in the story,
//! and the list of what was corrected.

pub(crate) mod given;
pub(crate) mod words;

#[cfg(target_arch = "wasm32")]
mod editor;
#[cfg(target_arch = "wasm32")]
mod form;
#[cfg(target_arch = "wasm32")]
mod forms;
#[cfg(target_arch = "wasm32")]
mod kept;
#[cfg(target_arch = "wasm32")]
mod list;
#[cfg(target_arch = "wasm32")]
mod open;
#[cfg(target_arch = "wasm32")]
mod place;
#[cfg(target_arch = "wasm32")]
mod save;
#[cfg(target_arch = "wasm32")]
mod selection;

#[cfg(target_arch = "wasm32")]
pub(crate) use editor::span_of;
#[cfg(target_arch = "wasm32")]
pub(crate) use open::{After, Editor};
