//! The page: shows a breakdown and links its rows with their places in the text.
//!
//! `index.html` holds the frame, complete and readable by itself; [`start`] brings it to life. All text of
//! the reader's goes into the document as text nodes. One listener on the document hears every event and
//! hands it to the file it belongs to, so that rows and marks need no listeners.

pub(crate) mod about;
pub(crate) mod amounts;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
mod cite;
pub(crate) mod disarm;
pub(crate) mod encoding;
pub(crate) mod figures;
pub(crate) mod folds;
pub(crate) mod glyphs;
pub(crate) mod head_items;
pub(crate) mod keys;
pub(crate) mod marks;
pub(crate) mod moments;
pub(crate) mod plan;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
mod roles;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
pub(crate) mod sample;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
mod sources;
pub(crate) mod steps;
pub(crate) mod sure;
pub(crate) mod ticked;

#[cfg(target_arch = "wasm32")]
mod banner;
#[cfg(target_arch = "wasm32")]
mod breakdown;
#[cfg(target_arch = "wasm32")]
mod checklist;
#[cfg(target_arch = "wasm32")]
pub mod clipboard;
#[cfg(target_arch = "wasm32")]
mod copied;
pub(crate) mod correct;
#[cfg(target_arch = "wasm32")]
pub mod desk;
#[cfg(target_arch = "wasm32")]
mod device;
#[cfg(target_arch = "wasm32")]
mod document;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
mod drafts;
#[cfg(target_arch = "wasm32")]
mod events;
#[cfg(target_arch = "wasm32")]
mod field;
#[cfg(target_arch = "wasm32")]
mod files;
#[cfg(target_arch = "wasm32")]
mod find;
#[cfg(target_arch = "wasm32")]
mod frame;
#[cfg(target_arch = "wasm32")]
mod history;
#[cfg(target_arch = "wasm32")]
mod input;
#[cfg(target_arch = "wasm32")]
mod legend;
#[cfg(target_arch = "wasm32")]
mod links;
#[cfg(target_arch = "wasm32")]
mod notice;
#[cfg(target_arch = "wasm32")]
mod only;
#[cfg(target_arch = "wasm32")]
mod panels;
#[cfg(target_arch = "wasm32")]
mod paste_box;
#[cfg(target_arch = "wasm32")]
mod proof;
#[cfg(target_arch = "wasm32")]
mod settings;
#[cfg(target_arch = "wasm32")]
mod sheet;
#[cfg(target_arch = "wasm32")]
mod show;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
mod storage;
#[cfg(target_arch = "wasm32")]
mod story;
#[cfg(target_arch = "wasm32")]
mod tabs;
#[cfg(target_arch = "wasm32")]
mod take;
#[cfg(target_arch = "wasm32")]
mod theme;
#[cfg(target_arch = "wasm32")]
mod ticks;
#[cfg(target_arch = "wasm32")]
mod tips;
#[cfg(target_arch = "wasm32")]
mod turns;
#[cfg(target_arch = "wasm32")]
mod work;

#[cfg(target_arch = "wasm32")]
pub use events::start;
