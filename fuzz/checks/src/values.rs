//! Values that callers write: what is read comes back as it is written, and is read the same again.

use crate::input::Input;
use nutgraf::{DateOrder, Format, Offsets, Published, TimeValue};
use std::fmt::Display;
use std::str::FromStr;

pub(crate) fn read(bytes: &[u8]) {
    let text = Input::new(bytes).text();
    twice::<Published>(&text);
    twice::<DateOrder>(&text);
    twice::<Offsets>(&text);
    twice::<TimeValue>(&text);
    // by its ending too
    let _ = text.parse::<Format>();
}

fn twice<T: FromStr<Err: Display> + Display + PartialEq>(text: &str) {
    match text.parse::<T>() {
        Ok(value) => {
            let again = value.to_string().parse::<T>();
            assert!(again.is_ok_and(|again| again == value), "{text:?} is written as {value}, which is not read as it");
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
