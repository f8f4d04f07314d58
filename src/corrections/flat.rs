//! A change as it is written: one object whose keys depend on what `change` says. Reading it in this shape first keeps the
//! reader small in the page's module and its errors plain.

use super::{Anchor, Change, Item, TimeValue, Who};
use crate::{EntityKind, ParseValueError, Published, Role, TimeKind};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Every key that some change has.
#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(crate) struct Flat {
    pub(crate) change: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) at: Option<Anchor>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<Anchor>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) role: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) opening: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) speaker: Option<Who>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(crate) time_kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<Given>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) item: Option<String>,
}

/// A value: text or a number.
#[derive(Clone)]
pub(crate) enum Given {
    Text(String),
    Number(f64),
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_f64(*number),
        }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl Visitor<'_> for Either {
            type Value = Given;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("a string or a number")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Given, E> {
                Ok(Given::Text(text.to_owned()))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Given, E> {
                Ok(Given::Number(number))
            }

            #[allow(clippy::cast_precision_loss)] // as JSON's numbers are
            fn visit_u64<E: Error>(self, number: u64) -> Result<Given, E> {
                Ok(Given::Number(number as f64))
            }

            #[allow(clippy::cast_precision_loss)]
            fn visit_i64<E: Error>(self, number: i64) -> Result<Given, E> {
                Ok(Given::Number(number as f64))
            }
        }

        deserializer.deserialize_any(Either)
    }
}

/// What `change` can say.
pub(crate) const CHANGES: &[&str] = &[
    "role",
    "split",
    "join",
    "entity",
    "name",
    "merge",
    "detach",
    "attach",
    "quote",
    "speaker",
    "time",
    "quantity",
    "published",
    "updated",
    "remove",
];

/// What a number that is none is written as: JSON has no word for it, and what was written must be read back.
const NO_NUMBER: &str = "NaN";

impl Flat {
    /// The value of the key `key`, which this change must have.
    fn must<T>(&self, key: &str, value: Option<T>) -> Result<T, String> {
        value.ok_or_else(|| format!("{}: expected {key:?}", self.change))
    }

    /// The same, read.
    fn read<T: FromStr<Err = ParseValueError>>(&self, key: &str, value: Option<&str>) -> Result<T, String> {
        let text = self.must(key, value)?;
        text.parse().map_err(|error: ParseValueError| format!("{}: {key}: {error}", self.change))
    }

    fn text(&self) -> Option<&str> {
        self.value.as_ref().and_then(|value| match value {
            Given::Text(text) => Some(text.as_str()),
            Given::Number(_) => None,
        })
    }

    /// The first key that is there, but that no such change has.
    fn stray(&self, keys: &[&str]) -> Result<(), String> {
        let there = [
            ("at", self.at.is_some()),
            ("to", self.to.is_some()),
            ("role", self.role.is_some()),
            ("opening", self.opening),
            ("kind", self.kind.is_some()),
            ("name", self.name.is_some()),
            ("speaker", self.speaker.is_some()),
            ("type", self.time_kind.is_some()),
            ("value", self.value.is_some()),
            ("unit", self.unit.is_some()),
            ("item", self.item.is_some()),
        ];
        match there.into_iter().find(|(key, there)| *there && *key != "at" && !keys.contains(key)) {
            Some((key, _)) => Err(format!("{}: has no {key:?}", self.change)),
            None => Ok(()),
        }
    }
}

impl TryFrom<Flat> for Change {
    type Error = String;

    fn try_from(mut flat: Flat) -> Result<Self, String> {
        let keys: &[&str] = match flat.change.as_str() {
            "role" => &["role", "opening"],
            "entity" => &["kind"],
            "name" => &["name"],
            "merge" | "attach" => &["to"],
            "quote" | "speaker" => &["speaker"],
            "time" => &["value", "type"],
            "quantity" => &["value", "unit"],
            "published" | "updated" => &["value"],
            "remove" => &["item"],
            "split" | "join" | "detach" => &[],
            other => return Err(ParseValueError::one_of(CHANGES.iter().copied(), other).to_string()),
        };
        flat.stray(keys)?;
        if matches!(flat.change.as_str(), "published" | "updated") {
            let value: Published = flat.read("value", flat.text())?;
            let at = flat.at.take();
            return Ok(if flat.change == "published" {
                Self::Published { at, value }
            } else {
                Self::Updated { at, value }
            });
        }
        let at = flat.at.take();
        let at = flat.must("at", at)?;
        Ok(match flat.change.as_str() {
            "role" => Self::Role { role: flat.read::<Role>("role", flat.role.as_deref())?, at, opening: flat.opening },
            "split" => Self::Split { at },
            "join" => Self::Join { at },
            "entity" => Self::Entity { kind: flat.read::<EntityKind>("kind", flat.kind.as_deref())?, at },
            "name" => {
                let name = flat.name.take();
                Self::Name { at, name: flat.must("name", name)? }
            }
            "merge" | "attach" => {
                let to = flat.to.take();
                let to = flat.must("to", to)?;
                if flat.change == "merge" { Self::Merge { at, to } } else { Self::Attach { at, to } }
            }
            "detach" => Self::Detach { at },
            "quote" | "speaker" => {
                let speaker = flat.speaker.take();
                if flat.change == "quote" { Self::Quote { at, speaker } } else { Self::Speaker { at, speaker } }
            }
            "time" => {
                let value: TimeValue = flat.read("value", flat.text())?;
                let kind: Option<TimeKind> = match &flat.time_kind {
                    Some(kind) => Some(flat.read("type", Some(kind))?),
                    None => None,
                };
                Self::Time { at, value, kind }
            }
            "quantity" => {
                let number = match &flat.value {
                    Some(Given::Number(number)) => *number,
                    Some(Given::Text(text)) if text == NO_NUMBER => f64::NAN,
                    _ => return Err("quantity: expected a number as \"value\"".to_owned()),
                };
                Self::Quantity { at, value: number, unit: flat.unit }
            }
            _ => Self::Remove { item: flat.read::<Item>("item", flat.item.as_deref())?, at },
        })
    }
}

impl From<&Change> for Flat {
    fn from(change: &Change) -> Self {
        let text = |word: &str| Some(word.to_owned());
        let flat = |change: &str| Self { change: change.to_owned(), ..Self::default() };
        let mut flat = match change {
            Change::Role { role, opening, .. } => Self { role: text(role.as_str()), opening: *opening, ..flat("role") },
            Change::Split { .. } => flat("split"),
            Change::Join { .. } => flat("join"),
            Change::Entity { kind, .. } => Self { kind: text(kind.as_str()), ..flat("entity") },
            Change::Name { name, .. } => Self { name: text(name), ..flat("name") },
            Change::Merge { to, .. } => Self { to: Some(to.clone()), ..flat("merge") },
            Change::Detach { .. } => flat("detach"),
            Change::Attach { to, .. } => Self { to: Some(to.clone()), ..flat("attach") },
            Change::Quote { speaker, .. } => Self { speaker: speaker.clone(), ..flat("quote") },
            Change::Speaker { speaker, .. } => Self { speaker: speaker.clone(), ..flat("speaker") },
            Change::Time { value, kind, .. } => Self {
                value: Some(Given::Text(value.to_string())),
                time_kind: kind.map(|kind| kind.to_string()),
                ..flat("time")
            },
            Change::Quantity { value, unit, .. } => {
                let finite = Some(*value).filter(|value| value.is_finite()).map(Given::Number);
                let value = finite.or_else(|| text(NO_NUMBER).map(Given::Text));
                Self { value, unit: unit.clone(), ..flat("quantity") }
            }
            Change::Published { value, .. } => {
                Self { value: Some(Given::Text(value.to_string())), ..flat("published") }
            }
            Change::Updated { value, .. } => Self { value: Some(Given::Text(value.to_string())), ..flat("updated") },
            Change::Remove { item, .. } => Self { item: text(item.as_str()), ..flat("remove") },
        };
        flat.at = change.at().cloned();
        flat
    }
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Flat::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(Flat::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
