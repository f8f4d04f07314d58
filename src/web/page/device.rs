//! Words for the device at hand: keys where there are keys.

use super::dom::Result;
use super::state::Page;
use web_sys::HtmlElement;

/// Where the reader has a finger and no mouse, as in `www/style.css`.
const TOUCH: &str = "(pointer: coarse)";

impl Page {
    /// Names the keys, which `index.html` leaves out for devices that have none.
    pub(crate) fn show_device(&self) -> Result<()> {
        let frame = &self.frame;
        if frame.window.match_media(TOUCH)?.is_some_and(|query| query.matches()) {
            return Ok(());
        }
        let apple = frame.window.navigator().platform()?.starts_with("Mac");
        let (paste, undo, redo) = if apple { ("⌘V", "⌘Z", "⇧⌘Z") } else { ("Ctrl+V", "Ctrl+Z", "Ctrl+Y") };
        let words = frame.paste.placeholder();
        frame.paste.set_placeholder(&format!("{words} {paste} works anywhere on this page; a file can be dropped."));
        frame.dom.by_id::<HtmlElement>("undo")?.set_title(undo);
        frame.dom.by_id::<HtmlElement>("redo")?.set_title(redo);
        Ok(())
    }
}
