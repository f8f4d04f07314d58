//! The keyboard: letters that lead to the next of a kind and do what rows offer, arrows within story and lists.

pub(crate) mod next;

#[cfg(target_arch = "wasm32")]
mod letters;
#[cfg(target_arch = "wasm32")]
pub(crate) mod rove;
