//! One pattern looked for in a text: what somebody who searches types.

use super::find;
use super::pattern::Pattern;
use crate::span::Units;
use crate::text::Text;
use crate::text::view::View;
use crate::{Offsets, Span};

/// Where a pattern fits in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Matches {
    /// The places, in order, in the unit asked for.
    pub places: Vec<Span>,
    /// Whether it was looked for in all of the text: one that fits ten thousand times, or takes too long, stops before.
    pub whole: bool,
}

/// Looks for `pattern` in `source` as [`parse`](crate::parse) does for [`Options::marks`](crate::Options::marks), and reads
/// nothing else. Linear in the text's length.
#[must_use]
pub fn search(source: &str, pattern: &Pattern, unit: Offsets) -> Matches {
    let view = View::new(source);
    let (mut places, whole) = find::places(&Text::new(view.text()), pattern);
    let units = Units::new(source, unit);
    for place in &mut places {
        *place = view.to_source(*place);
    }
    units.convert(&mut places);
    Matches { places, whole }
}
