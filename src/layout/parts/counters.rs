//! Counts beside a story: views, comments, shares.

use super::{Cutter, Row};
use crate::layout::counters;
use crate::layout::states::Zone;

impl Cutter<'_, '_> {
    /// Cuts a row of counts with their units; returns whether it was one. After the story, counts are
    /// those of other stories.
    pub(super) fn counters(&mut self, row: &Row, zone: Zone) -> bool {
        let counts = if zone == Zone::After { None } else { counters::read(self.text, row.tokens.clone()) };
        for (role, span) in counts.iter().flatten() {
            self.push(*role, *span, zone);
        }
        counts.is_some()
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    #[test]
    fn counts_with_their_units() {
        let story = "The harbour board voted Friday to close the old pier, its chairwoman Ada Quill told reporters at the quay.\n\n\
            Engineers found cracks in it, she said, and nobody wants to wait until the first of the planks falls.\n";
        for (row, values) in [
            ("3304 views 13 mins 0 comments", vec![3304, 0]),
            ("3 May 2021  14", vec![14]),
            ("3 May 2021, 20:02 · 2 Comments", vec![2]),
        ] {
            let source =
                format!("Ardmouth closes its oldest pier for nine months\nBy Ada Quill\n4 May 2021\n{row}\n{story}");
            let found: Vec<u64> =
                parse(&source, &Options::default()).head.counters.iter().map(|counter| counter.value).collect();
            assert_eq!(found, values, "{row}");
        }
    }
}
