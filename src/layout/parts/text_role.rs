//! What a row of running text is: paragraph, crosshead or list item.

use crate::layout::facts::Facts;
use crate::text::Text;
use crate::text::words::is_all_caps;
use crate::{Role, Span};

/// Paragraph, crosshead or list item.
pub(super) fn of(text: &Text<'_>, span: Span, facts: &Facts) -> Role {
    let slice = text.slice(span);
    let bullet = slice.starts_with(['•', '●', '▪', '*', '·', '■', '►', '-', '–', '—']) && facts.chars < 400;
    if bullet {
        return Role::ListItem;
    }
    let short = facts.chars <= 90 && facts.words <= 12;
    let open = !slice.ends_with(['.', '!', '…', ';', ',', '”', '"', '’', '\'', ')']);
    let heading = short
        && open
        && !facts.prose
        && slice.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '‘' | '“' | '"' | '\''));
    if heading && (is_all_caps(slice) || !facts.said) { Role::Crosshead } else { Role::Paragraph }
}
