//! Closed vocabularies: enums whose variants are written as one word each, in JSON as in the code that reads it.

/// Declares vocabularies. A variant's word is written once, beside it; serde, `as_str`, `Display` and `FromStr` follow it.
macro_rules! words {
    ($(
        $(#[$about:meta])*
        pub enum $name:ident { $( $(#[$doc:meta])* $variant:ident = $word:tt, )* }
    )*) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[cfg_attr(all(test, not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
        pub enum $name {
            $( $(#[$doc])* #[serde(rename = $word)] $variant, )*
        }

        impl $name {
            /// All there are, in the order of their declaration.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word it is written as.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $word, )*
                }
            }
        }

        /// As the place among all: one byte.
        #[cfg(target_arch = "wasm32")]
        impl nanoserde::SerBin for $name {
            fn ser_bin(&self, into: &mut Vec<u8>) {
                into.push(*self as u8);
            }
        }

        #[cfg(target_arch = "wasm32")]
        impl nanoserde::DeBin for $name {
            fn de_bin(at: &mut usize, bytes: &[u8]) -> Result<Self, nanoserde::DeBinErr> {
                let place = u8::de_bin(at, bytes)?;
                let unknown = nanoserde::DeBinErr::new(*at, 1, bytes.len());
                Self::ALL.get(usize::from(place)).copied().ok_or(unknown)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::ParseValueError;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|known| known.as_str() == word)
                    .ok_or_else(|| $crate::ParseValueError::one_of(Self::ALL.iter().map(|known| known.as_str()), word))
            }
        }
    )*};
}
pub(crate) use words;
