//! Which shape a breakdown has.

use serde::{Deserialize, Deserializer, Serialize};

/// Name and version of a breakdown's shape. `docs/schema.md` says when a new one begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(all(test, not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum SchemaVersion {
    /// The first.
    #[default]
    #[serde(rename = "nutgraf/1")]
    V1,
}

impl SchemaVersion {
    /// As it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V1 => "nutgraf/1",
        }
    }
}

#[cfg(any(test, target_arch = "wasm32"))]
impl crate::bytes::Bytes for SchemaVersion {
    fn put(&self, _: &mut Vec<u8>) {}

    fn take(_: &mut &[u8]) -> Self {
        Self::V1
    }
}

impl<'de> Deserialize<'de> for SchemaVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let found = String::deserialize(deserializer)?;
        if found == Self::V1.as_str() {
            return Ok(Self::V1);
        }
        let found: String = found.chars().take(40).collect();
        Err(serde::de::Error::custom(format_args!(
            "expected a breakdown of schema {}, found {found:?}",
            Self::V1.as_str()
        )))
    }
}
