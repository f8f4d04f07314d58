//! What a reader's own patterns found.

use super::value;
use crate::span::{Span, places};

value! {
    /// A place that one of the reader's own patterns ([`Pattern`](crate::Pattern)) fits.
    #[derive(Eq)]
    pub struct Mark {
        /// The pattern's name.
        pub name: String,
        /// What the reader wants to see beside it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remark: Option<String>,
        /// Where.
        #[serde(flatten)]
        pub span: Span,
    }
}

places! {
    Mark { span }
}
