//! Bytes as text.

use nutgraf::{Warning, WarningCode};

/// `bytes` as text, and what is to be said where they are not UTF-8.
pub(crate) fn decoded(bytes: Vec<u8>) -> (String, Option<Warning>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let message = format!(
                "the input is not UTF-8 (first at byte {}); what could not be read stands as U+FFFD, and offsets \
                 count in the text so read",
                error.utf8_error().valid_up_to()
            );
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(Warning::new(WarningCode::NotUtf8, message)))
        }
    }
}
