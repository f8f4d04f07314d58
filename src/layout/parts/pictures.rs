//! Rows of pictures: captions and credits, often on one line.

use super::{Cutter, Readings, Row};
use crate::layout::states::Zone;
use crate::layout::{agencies, byline, credit};
use crate::text::words::is_capitalised;
use crate::{Role, Span};

impl Cutter<'_, '_> {
    /// A row with a caption, perhaps with its credit.
    pub(super) fn caption(&mut self, row: &Row, readings: Readings, zone: Zone) {
        // caption, credit, dateline and lede on one line, taken for a caption by its beginning
        if self.parts.dateline.is_none()
            && zone != Zone::After
            && row.span.len() > 120
            && let Some(start) = self.opening(row, zone)
        {
            self.text_rows += 1;
            self.push(Role::Paragraph, Span::new(start, row.span.end), zone);
            return;
        }
        let text = self.text;
        // a share bar says the headline once more
        let again = |title: Span| text.slice(title) == text.slice(row.span);
        if self.headline.is_some_and(again) {
            return self.push(Role::Furniture, row.span, zone);
        }
        if self.between_agencies(row, zone) {
            return;
        }
        match readings.credit.filter(|credit| !matches!(credit.place, credit::Place::Whole { .. })) {
            Some(credit) => {
                let mut span = credit.span;
                // a stroke between the two sets the credit off
                let before = text.source[row.span.start..span.start].trim_end();
                span.start = before.strip_suffix('|').map_or(span.start, |caption| row.span.start + caption.len());
                self.push(Role::Caption, Span::new(row.span.start, span.start), zone);
                self.parts.credits.push((self.parts.blocks.len(), credit));
                self.push(Role::Credit, span, zone);
                self.push(Role::Promo, Span::new(span.end, row.span.end), zone);
            }
            None => self.push(Role::Caption, row.span, zone),
        }
    }

    /// `Getty Images Boats at the quayGetty Images`: the credit before the alternative text, and again
    /// after it.
    fn between_agencies(&mut self, row: &Row, zone: Zone) -> bool {
        let text = self.text;
        let (at, end) = (row.tokens.start, row.tokens.end);
        let Some(agency) = agencies::at(text, at, end).filter(|agency| agency.next + 1 < end) else { return false };
        // `Reuters visuals journalist …` and `Getty Images’ …` go on
        let next = text.word(agency.next).unwrap_or("");
        let apart = is_capitalised(next) && text.tokens[agency.next].spaced && !byline::has_role_word(next);
        if !apart {
            return false;
        }
        let form = text.slice(agency.span);
        let again = text.slice(row.span).strip_suffix(form).filter(|rest| rest.len() > form.len()).map(str::len);
        let close = again.map_or(row.span.end, |length| row.span.start + length);
        let caption = Span::new(text.tokens[agency.next].span().start, close);
        self.push_credit(&agency, Span::new(row.span.start, agency.span.end), zone);
        self.push(Role::Caption, caption, zone);
        if close < row.span.end {
            self.push_credit(&agency, Span::new(close, row.span.end), zone);
        }
        true
    }

    fn push_credit(&mut self, agency: &agencies::Named, span: Span, zone: Zone) {
        let place = credit::Place::Whole { sure: true };
        let parsed = credit::Reading { place, agency: Some(agency.name), name: None, span, inner: span };
        self.parts.credits.push((self.parts.blocks.len(), parsed));
        self.push(Role::Credit, span, zone);
    }

    /// A row with a credit, perhaps after its caption.
    pub(super) fn credit(&mut self, row: &Row, readings: Readings, zone: Zone) {
        let mut span = row.span;
        if let Some(credit) = readings.credit.filter(|credit| credit.place != credit::Place::Loose) {
            span = credit.span;
            self.push(Role::Caption, Span::new(row.span.start, span.start), zone);
            self.parts.credits.push((self.parts.blocks.len(), credit));
        }
        self.push(Role::Credit, span, zone);
        self.push(Role::Promo, Span::new(span.end, row.span.end), zone);
    }
}

#[cfg(test)]
mod tests {
    use crate::{Image, Options, parse};

    fn images(row: &str) -> Vec<Image> {
        let source = format!(
            "Ardmouth closes its oldest pier for nine months\nBy Ada Quill\n3 May 2021\n{row}\n\
             The harbour board voted Friday to close the old pier, its chairwoman told reporters at the quay.\n\n\
             Engineers found cracks in it, she said, and nobody wants to wait until the first plank falls.\n\n\
             Ferries will leave from the coal wharf until the repairs are done, which is to take nine months.\n"
        );
        parse(&source, &Options::default()).head.images
    }

    #[test]
    fn credits_at_the_ends_of_a_caption() {
        for (row, caption, agency, credit) in [
            (
                "FILE - Boats lie at the quay of Ardmouth (AP Photo/Anna Quill)",
                "FILE - Boats lie at the quay of Ardmouth",
                Some("AP"),
                "AP Photo/Anna Quill",
            ),
            (
                "FILE - Boats lie at the quay of ArdmouthCredit: PA",
                "FILE - Boats lie at the quay of Ardmouth",
                Some("PA"),
                "Credit: PA",
            ),
            (
                "Boats lie at the quay of Ardmouth | Photo: AP",
                "Boats lie at the quay of Ardmouth",
                Some("AP"),
                "Photo: AP",
            ),
        ] {
            let images = images(row);
            assert_eq!(images.len(), 1, "{row}: {images:#?}");
            assert_eq!(images[0].caption.as_ref().map(|piece| piece.text.as_str()), Some(caption), "{row}");
            let found = images[0].credit.as_ref().expect("a credit");
            assert_eq!((found.agency.as_deref(), found.text.as_str()), (agency, credit), "{row}");
        }
    }
}
