//! The parts of a story in the words of the margin.

use crate::Role;

/// The label of a part.
pub(crate) fn label(role: Role) -> &'static str {
    match role {
        Role::Url => "Address",
        Role::Counter => "Counter",
        Role::Section => "Section",
        Role::Headline => "Headline",
        Role::Standfirst => "Standfirst",
        Role::Byline => "Byline",
        Role::Timestamp => "Timestamp",
        Role::Caption => "Caption",
        Role::Credit => "Credit",
        Role::Dateline => "Dateline",
        Role::Paragraph => "¶",
        Role::Crosshead => "Crosshead",
        Role::PullQuote => "Pull quote",
        Role::ListItem => "List item",
        Role::Signoff => "Sign-off",
        Role::Contributors => "Contributors",
        Role::Correction => "Correction",
        Role::EditorsNote => "Editor’s note",
        Role::Copyright => "Copyright",
        Role::Tags => "Tags",
        Role::Promo => "Promo",
        Role::Table => "Table",
        Role::Furniture => "Furniture",
    }
}

/// The class that sets a part.
pub(crate) fn class(role: Role) -> &'static str {
    match role {
        Role::Url => "url",
        Role::Counter => "counter",
        Role::Section => "section",
        Role::Headline => "headline",
        Role::Standfirst => "standfirst",
        Role::Byline => "byline",
        Role::Timestamp => "timestamp",
        Role::Caption => "caption",
        Role::Credit => "credit",
        Role::Dateline => "dateline",
        Role::Paragraph => "paragraph",
        Role::Crosshead => "crosshead",
        Role::PullQuote => "pull-quote",
        Role::ListItem => "list-item",
        Role::Signoff => "signoff",
        Role::Contributors => "contributors",
        Role::Correction => "correction",
        Role::EditorsNote => "editors-note",
        Role::Copyright => "copyright",
        Role::Tags => "tags",
        Role::Promo => "promo",
        Role::Table => "table",
        Role::Furniture => "furniture",
    }
}

/// Whether a part is set small, so that its label fits beside it even on a phone.
pub(crate) fn is_small(role: Role) -> bool {
    matches!(role, Role::Url | Role::Counter | Role::Section | Role::Credit | Role::Promo | Role::Furniture)
}
