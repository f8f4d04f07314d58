//! Values as bytes and back, for the way between two instances of one build. Nothing here can fail: bytes of something
//! else give a value of something else.

/// What can be written as bytes.
pub(crate) trait Bytes: Sized {
    /// Writes it.
    fn put(&self, into: &mut Vec<u8>);
    /// Takes it off the beginning; of what is missing, the least.
    fn take(from: &mut &[u8]) -> Self;
}

/// Implements [`Bytes`] for structs, field by field.
macro_rules! fields {
    ($(
        $(#[$about:meta])*
        pub struct $name:ident { $( $(#[$doc:meta])* pub $field:ident: $type:ty, )* }
    )*) => {$(
        impl $crate::bytes::Bytes for $name {
            fn put(&self, into: &mut Vec<u8>) {
                $( $crate::bytes::Bytes::put(&self.$field, into); )*
            }

            fn take(from: &mut &[u8]) -> Self {
                Self { $( $field: $crate::bytes::Bytes::take(from), )* }
            }
        }
    )*};
}
pub(crate) use fields;

impl Bytes for u8 {
    fn put(&self, into: &mut Vec<u8>) {
        into.push(*self);
    }

    fn take(from: &mut &[u8]) -> Self {
        from.split_off_first().copied().unwrap_or_default()
    }
}

/// Seven bits a byte, the lowest first: most numbers are small.
impl Bytes for u64 {
    fn put(&self, into: &mut Vec<u8>) {
        let mut left = *self;
        while left > 0x7f {
            into.push(left as u8 | 0x80);
            left >>= 7;
        }
        into.push(left as u8);
    }

    fn take(from: &mut &[u8]) -> Self {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = u8::take(from);
            number |= u64::from(byte & 0x7f).wrapping_shl(shift);
            shift += 7;
            if byte <= 0x7f {
                return number;
            }
        }
    }
}

impl Bytes for usize {
    fn put(&self, into: &mut Vec<u8>) {
        (*self as u64).put(into);
    }

    fn take(from: &mut &[u8]) -> Self {
        u64::take(from) as Self
    }
}

impl Bytes for f64 {
    fn put(&self, into: &mut Vec<u8>) {
        self.to_bits().put(into);
    }

    fn take(from: &mut &[u8]) -> Self {
        Self::from_bits(u64::take(from))
    }
}

impl Bytes for bool {
    fn put(&self, into: &mut Vec<u8>) {
        u8::from(*self).put(into);
    }

    fn take(from: &mut &[u8]) -> Self {
        u8::take(from) != 0
    }
}

impl Bytes for String {
    fn put(&self, into: &mut Vec<u8>) {
        self.len().put(into);
        into.extend_from_slice(self.as_bytes());
    }

    fn take(from: &mut &[u8]) -> Self {
        let length = usize::take(from).min(from.len());
        let bytes = from.split_off(..length).unwrap_or_default();
        Self::from_utf8_lossy(bytes).into_owned()
    }
}

impl<T: Bytes> Bytes for Option<T> {
    fn put(&self, into: &mut Vec<u8>) {
        self.is_some().put(into);
        if let Some(value) = self {
            value.put(into);
        }
    }

    fn take(from: &mut &[u8]) -> Self {
        bool::take(from).then(|| T::take(from))
    }
}

impl<T: Bytes> Bytes for Vec<T> {
    fn put(&self, into: &mut Vec<u8>) {
        self.len().put(into);
        for value in self {
            value.put(into);
        }
    }

    fn take(from: &mut &[u8]) -> Self {
        // each takes a byte at least
        let length = usize::take(from).min(from.len());
        (0..length).map(|_| T::take(from)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back<T: Bytes + PartialEq + std::fmt::Debug>(value: &T) {
        let mut bytes = Vec::new();
        value.put(&mut bytes);
        let mut rest = &bytes[..];
        assert_eq!(T::take(&mut rest), *value);
        assert!(rest.is_empty());
        for end in 0..bytes.len() {
            T::take(&mut &bytes[..end]);
        }
    }

    #[test]
    fn what_is_written_is_read_back_and_what_is_cut_off_harms_nobody() {
        [0, 1, 127, 128, 300, u64::MAX].iter().for_each(back);
        [0.0, -1.5, f64::MAX, f64::MIN_POSITIVE].iter().for_each(back);
        back(&vec![Some("Café 漢".to_owned()), None, Some(String::new())]);
        back(&vec![vec![true, false], Vec::new()]);
        assert_eq!(Vec::<u8>::take(&mut &[0xff; 40][..]).len(), 0);
    }

    #[test]
    fn a_breakdown_comes_back_whole() {
        let options = crate::Options { offsets: crate::Offsets::Utf8, ..Default::default() };
        for text in [include_str!("../www/samples/ferry.txt"), "", "x"] {
            back(&crate::parse(text, &options));
        }
    }
}
