//! The web room: what JavaScript sees, and the page. It converts and shows; it reads nothing itself.

mod api;
