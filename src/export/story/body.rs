//! The parts of a story that are read one after the other, without the page around them.

use crate::{Article, Role, Span, WarningCode};

/// A part of the story as a reader reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// What it is.
    pub(crate) role: Role,
    /// Where it lies, without its dateline.
    pub(crate) span: Span,
    /// The dateline that runs into it.
    pub(crate) dateline: Option<Span>,
}

impl Part {
    /// With its dateline.
    pub(crate) fn whole(&self) -> Span {
        self.dateline.map_or(self.span, |dateline| Span::new(dateline.start, self.span.end))
    }

    /// Whether it belongs to the running text.
    pub(crate) fn is_running(&self) -> bool {
        matches!(self.role, Role::Dateline | Role::Paragraph | Role::Crosshead | Role::ListItem | Role::Table)
    }
}

/// The parts of `article` in order, from the first below the head. Headlines are those of further articles.
pub(crate) fn body(article: &Article) -> Vec<Part> {
    let second = article.warnings.iter().find(|warning| warning.code == WarningCode::SeveralArticles);
    let second = second.and_then(|warning| warning.span).map_or(usize::MAX, |span| span.start);
    let mut parts = Vec::new();
    let mut dateline = None::<Span>;
    for block in &article.blocks {
        if let Some(alone) = dateline.take() {
            if matches!(block.role, Role::Paragraph | Role::ListItem) {
                parts.push(Part { role: block.role, span: block.span, dateline: Some(alone) });
                continue;
            }
            parts.push(Part { role: Role::Dateline, span: alone, dateline: None });
        }
        match block.role {
            Role::Dateline => dateline = Some(block.span),
            Role::Paragraph
            | Role::Crosshead
            | Role::ListItem
            | Role::Table
            | Role::PullQuote
            | Role::Signoff
            | Role::Contributors
            | Role::Correction
            | Role::EditorsNote => parts.push(Part { role: block.role, span: block.span, dateline: None }),
            Role::Headline if block.span.start >= second => {
                parts.push(Part { role: Role::Headline, span: block.span, dateline: None });
            }
            _ => {}
        }
    }
    parts.extend(dateline.map(|span| Part { role: Role::Dateline, span, dateline: None }));
    parts
}
