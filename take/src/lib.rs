//! What is used rarely, for JavaScript: what readers take away, and many stories at once. Nothing is read here: stories come
//! with a breakdown that was made elsewhere.

#[cfg(target_arch = "wasm32")]
mod away;
#[cfg(target_arch = "wasm32")]
mod many;
#[cfg(target_arch = "wasm32")]
mod marks;
#[cfg(any(test, target_arch = "wasm32"))]
mod packed;
#[cfg(any(test, target_arch = "wasm32"))]
mod table;
