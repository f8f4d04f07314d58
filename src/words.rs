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
        #[cfg(any(test, target_arch = "wasm32"))]
        impl $crate::bytes::Bytes for $name {
            fn put(&self, into: &mut Vec<u8>) {
                into.push(*self as u8);
            }

            fn take(from: &mut &[u8]) -> Self {
                let place = usize::from(u8::take(from)).min(Self::ALL.len() - 1);
                Self::ALL[place]
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
