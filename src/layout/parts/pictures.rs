//! Rows of pictures: captions and credits, often on one line.

use super::{Cutter, Row};
use crate::layout::credit;
use crate::layout::states::Zone;
use crate::{Role, Span};

impl Cutter<'_, '_> {
    pub(super) fn caption(&mut self, row: &Row, zone: Zone) {
        // caption, credit, dateline and lede on one line, taken for a caption by its beginning
        if self.parts.dateline.is_none()
            && zone != Zone::After
            && row.span.len() > 120
            && let Some(start) = self.dateline_inside(row, zone)
        {
            self.text_rows += 1;
            self.push(Role::Paragraph, Span::new(start, row.span.end), zone);
            return;
        }
        match credit::tail(self.text, row.tokens.start, row.tokens.end) {
            Some((at, parsed)) => {
                let start = self.text.tokens[at].span().start;
                self.push(Role::Caption, Span::new(row.span.start, start), zone);
                self.parts.credits.push((self.parts.blocks.len(), parsed));
                self.push(Role::Credit, Span::new(start, row.span.end), zone);
            }
            None => self.push(Role::Caption, row.span, zone),
        }
    }

    pub(super) fn credit(&mut self, row: &Row, zone: Zone) {
        if let Some(parsed) = credit::whole(self.text, row.tokens.start, row.tokens.end) {
            self.parts.credits.push((self.parts.blocks.len(), parsed));
        } else if let Some((at, parsed)) = credit::tail(self.text, row.tokens.start, row.tokens.end) {
            let start = self.text.tokens[at].span().start;
            self.push(Role::Caption, Span::new(row.span.start, start), zone);
            self.parts.credits.push((self.parts.blocks.len(), parsed));
            self.push(Role::Credit, Span::new(start, row.span.end), zone);
            return;
        }
        self.push(Role::Credit, row.span, zone);
    }
}
