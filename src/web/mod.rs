//! The web room: what JavaScript sees, and the page. It converts and shows; it reads nothing itself.

#[cfg(target_arch = "wasm32")]
pub mod api;
#[cfg(target_arch = "wasm32")]
pub mod documents;
pub mod page;
#[cfg(target_arch = "wasm32")]
mod wire;
