//! JSON objects whose keys keep their order, whatever the writer does with maps. What is absent is left out.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json {
    Text(String),
    Whole(usize),
    List(Vec<Json>),
    Object(Object),
}

/// An object.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Object(Vec<(&'static str, Json)>);

impl Object {
    /// An object with `@type` or another key that says what it is.
    pub(crate) fn of(key: &'static str, value: impl Into<Json>) -> Self {
        Self::default().with(key, value)
    }

    /// Adds a value.
    pub(crate) fn with(mut self, key: &'static str, value: impl Into<Json>) -> Self {
        self.0.push((key, value.into()));
        self
    }

    /// Adds a value where there is one.
    pub(crate) fn maybe(self, key: &'static str, value: Option<impl Into<Json>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Adds a list that is not empty.
    pub(crate) fn list<T: Into<Json>>(self, key: &'static str, list: impl IntoIterator<Item = T>) -> Self {
        let list: Vec<Json> = list.into_iter().map(Into::into).collect();
        if list.is_empty() { self } else { self.with(key, Json::List(list)) }
    }

    /// As it is written: indented, with a line feed at the end.
    pub(crate) fn finish(self) -> String {
        Json::Object(self).finish()
    }
}

impl Json {
    /// As it is written: indented, with a line feed at the end.
    pub(crate) fn finish(&self) -> String {
        // nothing in it can fail: all keys are text
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Whole(number) => serializer.serialize_u64(*number as u64),
            Self::List(list) => list.serialize(serializer),
            Self::Object(object) => {
                let mut map = serializer.serialize_map(Some(object.0.len()))?;
                for (key, value) in &object.0 {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Json {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Json {
    fn from(number: usize) -> Self {
        Self::Whole(number)
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(list: Vec<T>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}
