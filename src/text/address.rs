//! Web addresses.

/// The host of a web address (RFC 3986): what lies between `//` and the path, without user and port.
pub(crate) fn host(address: &str) -> Option<String> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = if host.starts_with('[') { host.split_inclusive(']').next()? } else { host.split(':').next()? };
    (host.contains('.') || host.starts_with('[')).then(|| host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for (address, expected) in [
            ("http://www.echo.example/world/a", Some("www.echo.example")),
            ("https://User@Echo.Example:8080?q", Some("echo.example")),
            ("www.echo.example/x", Some("www.echo.example")),
            ("https://", None),
        ] {
            assert_eq!(host(address).as_deref(), expected, "{address}");
        }
    }
}
