//! The web room: what JavaScript sees, and the page. It converts and shows; it reads nothing itself.

#[cfg(target_arch = "wasm32")]
pub mod api;
#[cfg(target_arch = "wasm32")]
pub mod documents;
#[cfg(any(test, feature = "page"))]
pub mod page;
#[cfg(any(test, target_arch = "wasm32"))]
mod wire;
