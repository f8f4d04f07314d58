//! Auditing sources, as newsrooms do it by hand: who is quoted in one story ([`sources()`]) and in many ([`Audit`]), how much,
//! and what the text lets its readers know of them. What a reader joins or notes is the reader's; nothing is guessed about a
//! person.

#[cfg(any(test, target_arch = "wasm32"))]
mod carried;
mod csv;
mod deeds;
mod groups;
mod organization;
mod people;
mod select;
mod sources;
mod story;

#[cfg(any(test, target_arch = "wasm32"))]
pub use carried::{line_of_read, line_of_saved, row_of_read, row_of_saved};
pub use deeds::{Audit, Work};
pub use groups::{By, Group};
pub use people::Quoted;
pub use select::{Filter, Order};
#[cfg(target_arch = "wasm32")]
pub(crate) use sources::Source;
use sources::is_said;
pub(crate) use sources::sources;
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) use sources::speaker;
pub use story::{StoryRow, StorySource};

/// A text in one line.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
