//! The calendar room: what layout and reading both know about dates. It has no grammar: the names, the zones,
//! what a date in figures can mean and whether its day or month comes first each have one home here.

mod address;
mod date;
pub(crate) mod figures;
pub(crate) mod names;
mod order;
pub(crate) mod stretch;
mod territories;
pub(crate) mod zones;

pub(crate) use address::date as date_in_address;
pub(crate) use date::PartialDate;
pub use figures::DateOrder;
pub(crate) use order::decide as decide_order;
