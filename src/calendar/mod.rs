//! The calendar room: what layout and reading both know of dates.

mod order;

pub use order::DateOrder;
