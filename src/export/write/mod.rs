//! How the formats are written: XML, CSV and JSON by one small writer each, through which all text of others goes.

pub(crate) mod csv;
pub(crate) mod object;
pub(crate) mod xml;
