//! How sure a reading is.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How sure what a model or a guess decided is: in hundredths, so that it is the same everywhere. Of what says 0.9,
/// nine in ten are right. A value that a rule with one meaning gave carries none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Certainty(u8);

impl Certainty {
    /// `hundredths` of certainty; more than a hundred is a hundred.
    #[must_use]
    pub const fn new(hundredths: u8) -> Self {
        Self(if hundredths > 100 { 100 } else { hundredths })
    }

    /// From 0 to 100.
    #[must_use]
    pub const fn hundredths(self) -> u8 {
        self.0
    }
}

#[cfg(any(test, target_arch = "wasm32"))]
impl crate::bytes::Bytes for Certainty {
    fn put(&self, into: &mut Vec<u8>) {
        self.0.put(into);
    }

    fn take(from: &mut &[u8]) -> Self {
        Self::new(u8::take(from))
    }
}

/// Written as a number from 0 to 1.
impl Serialize for Certainty {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 100.0)
    }
}

impl<'de> Deserialize<'de> for Certainty {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let share = f64::deserialize(deserializer)?;
        if !(0.0..=1.0).contains(&share) {
            return Err(serde::de::Error::custom("expected a certainty from 0 to 1"));
        }
        // within 0..=100, as just seen
        #[allow(clippy::cast_sign_loss)]
        Ok(Self((share * 100.0).round() as u8))
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
impl schemars::JsonSchema for Certainty {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Certainty".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let about = "How sure what a model or a guess decided is: of what says 0.9, nine in ten are right.";
        schemars::json_schema!({ "type": "number", "minimum": 0, "maximum": 1, "description": about })
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn it_is_written_as_a_share_and_read_back() {
        for hundredths in 0..=100 {
            let certainty = Certainty::new(hundredths);
            let written = serde_json::to_string(&certainty).unwrap();
            assert!(written.len() <= 4, "{written}");
            assert_eq!(serde_json::from_str::<Certainty>(&written).unwrap(), certainty);
        }
        assert_eq!(Certainty::new(101), Certainty::new(100));
        assert!(
            serde_json::from_str::<Certainty>("1.5").is_err() && serde_json::from_str::<Certainty>("-0.1").is_err()
        );
    }
}
