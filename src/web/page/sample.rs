//! The invented article that shows what the page does, with its breakdown: whoever looks at it on a first visit need not
//! wait until the browser has compiled what reads.

use crate::web::wire;
use crate::{Article, Corrections, Offsets, Options};

/// An invented article, as messy as a real paste.
pub(crate) const SAMPLE: &str = include_str!("../../../www/samples/ferry.txt");

/// What [`wire::read`] writes down of it, of the same build: a test sees to that.
static READ: &[u8] = include_bytes!("sample.bin");

/// How the page reads a text of which it knows nothing else.
fn plain() -> Options {
    Options { offsets: Offsets::Utf8, ..Options::default() }
}

/// The breakdown of `text` where it is the sample, as it came.
pub(crate) fn kept(text: &str, options: &Options, corrections: &Corrections) -> Option<(Article, Vec<usize>)> {
    let is = text == SAMPLE && *options == plain() && corrections.is_empty();
    is.then(|| wire::corrected(READ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kept_breakdown_is_what_is_read() {
        let read = wire::read(SAMPLE.as_bytes(), &plain(), &Corrections::default());
        if std::env::var_os("NUTGRAF_RENEW").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/web/page/sample.bin"), &read).unwrap();
        } else {
            assert!(read == READ, "renew it: NUTGRAF_RENEW=1 cargo test --lib kept_breakdown");
        }
    }

    #[test]
    fn it_is_that_of_the_sample_alone() {
        let none = Corrections::default();
        let (article, orphans) = kept(SAMPLE, &plain(), &none).unwrap();
        assert_eq!(article, crate::parse(SAMPLE, &plain()));
        assert!(orphans.is_empty());
        assert_eq!(kept(&format!("{SAMPLE}."), &plain(), &none), None);
        let dated = Options { published: "2023-05-04".parse().ok(), ..plain() };
        assert_eq!(kept(SAMPLE, &dated, &none), None);
    }
}
