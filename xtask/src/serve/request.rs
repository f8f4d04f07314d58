//! What a request asks for: the lines of its head that matter here.

use std::io::{self, BufRead};

/// The head of a request.
#[derive(Default)]
pub(super) struct Request {
    pub(super) method: String,
    pub(super) target: String,
    /// Whether the client reads gzip.
    pub(super) gzip: bool,
    /// Tags of the contents that the client has kept.
    pub(super) kept: String,
}

impl Request {
    /// Reads a head to its end.
    ///
    /// # Errors
    ///
    /// When the connection breaks or the head is not text.
    pub(super) fn read(mut from: impl BufRead) -> io::Result<Self> {
        let mut line = String::new();
        from.read_line(&mut line)?;
        let mut words = line.split_whitespace().map(str::to_owned);
        let mut request = Self {
            method: words.next().unwrap_or_default(),
            target: words.next().unwrap_or_default(),
            ..Self::default()
        };
        loop {
            line.clear();
            if from.read_line(&mut line)? <= 2 {
                return Ok(request);
            }
            let Some((name, value)) = line.split_once(':') else { continue };
            match name.to_ascii_lowercase().as_str() {
                "accept-encoding" => request.gzip = accepts_gzip(value),
                "if-none-match" => value.trim().clone_into(&mut request.kept),
                _ => {}
            }
        }
    }
}

/// Whether an `Accept-Encoding` lets gzip be sent (RFC 9110, section 12.5.3): it is named, or `*` stands for it, and not
/// with a weight of nought.
fn accepts_gzip(value: &str) -> bool {
    let weight = |wanted: &[&str]| {
        value.split(',').find_map(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let name = parts.next()?;
            wanted.iter().any(|wanted| name.eq_ignore_ascii_case(wanted)).then_some(())?;
            let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
            Some(weight.map_or(1.0, |weight| weight.trim().parse::<f32>().unwrap_or(0.0)))
        })
    };
    weight(&["gzip", "x-gzip"]).or_else(|| weight(&["*"])).is_some_and(|weight| weight > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_says_whether_it_reads_gzip() {
        for yes in ["gzip", "gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.5", "*", "GZip", "deflate,x-gzip", "*;q=0.1"]
        {
            assert!(accepts_gzip(yes), "{yes}");
        }
        for no in ["", "identity", "br", "gzip;q=0", "gzip; q=0.000, *", "*;q=0", "gzipped", "gzip;q=x"] {
            assert!(!accepts_gzip(no), "{no}");
        }
    }

    #[test]
    fn the_head_is_read_to_its_end() {
        let head = "GET /a HTTP/1.1\r\nHost: x\r\nACCEPT-encoding: gzip\r\nIf-None-Match: \"1\", \"2\"\r\n\r\nIf-None-Match: no";
        let request = Request::read(head.as_bytes()).unwrap();
        assert_eq!((request.method.as_str(), request.target.as_str()), ("GET", "/a"));
        assert!(request.gzip);
        assert_eq!(request.kept, "\"1\", \"2\"");
        assert!(!Request::read(&b"GET / HTTP/1.1\n\n"[..]).unwrap().gzip);
    }
}
