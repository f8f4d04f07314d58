//! A reader's own patterns: what a desk looks for in every story, by plain words or by a regular expression, with a remark
//! to show. A pattern is checked where it is made ([`Pattern`]); what it finds is told in the text as given ([`crate::Mark`]).

mod csv;
mod find;
mod line;
mod list;
mod pattern;
mod search;
#[cfg(test)]
mod tests;
mod wrong;

pub(crate) use find::find;
#[cfg(target_arch = "wasm32")]
pub(crate) use list::MOST;
pub use list::{BadRow, PatternList};
pub use pattern::{Pattern, PatternKind};
pub use search::{Matches, search};
pub use wrong::PatternError;
