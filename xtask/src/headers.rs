//! The response headers of the page: the one place that says them.
//!
//! `serve` sends them, `dist` writes them into `_headers`, which Netlify and Cloudflare Pages read, and
//! `docs/hosting.md` shows them for other servers.

/// What the page may do. Nothing but its own files is loaded, and nothing is sent anywhere.
///
/// `wasm-unsafe-eval` lets the module be compiled and nothing else be evaluated. Trusted Types forbid
/// strings where markup or script is expected; one policy may be made, once, by the page's own start: a
/// service worker cannot be registered, nor a paste's markup be parsed, without one.
const POLICY: [&str; 12] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types nutgraf",
];

/// Abilities of a browser that the page has no use for.
const ABILITIES: [&str; 12] = [
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
    "xr-spatial-tracking",
];

/// Every header with its value, in the order sent.
pub(crate) fn all() -> Vec<(&'static str, String)> {
    let fixed = [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        // file names stay the same from version to version: ask, and load only what has changed
        ("Cache-Control", "no-cache"),
    ];
    let mut all = vec![("Content-Security-Policy", POLICY.join("; "))];
    all.push(("Permissions-Policy", ABILITIES.map(|ability| format!("{ability}=()")).join(", ")));
    all.extend(fixed.map(|(name, value)| (name, value.to_owned())));
    all
}

/// The `_headers` file of Netlify and Cloudflare Pages.
pub(crate) fn file() -> String {
    let lines = all().into_iter().map(|(name, value)| format!("  {name}: {value}\n"));
    std::iter::once("/*\n".to_owned()).chain(lines).collect()
}

/// The type of a file by its name, as browsers want it: modules and wasm are refused under another.
pub(crate) fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_what_hosts_read() {
        let file = file();
        assert!(
            file.starts_with(
                "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
            )
        );
        assert_eq!(file.lines().count(), 1 + all().len());
        assert!(file.lines().skip(1).all(|line| line.starts_with("  ") && line.contains(": ")), "{file}");
    }

    #[test]
    fn nothing_unsafe_is_allowed() {
        let policy = POLICY.join("; ");
        for forbidden in ["unsafe-inline", "'unsafe-eval'", "*", "http", "blob:"] {
            assert!(!policy.contains(forbidden), "{forbidden} in {policy}");
        }
        // data: is for images alone
        assert_eq!(policy.matches("data:").count(), 1);
    }

    #[test]
    fn the_guide_for_hosts_says_the_same() {
        let guide = include_str!("../../docs/hosting.md");
        for (name, value) in all() {
            assert!(guide.contains(&format!("{name}: {value}")), "{name}: {value} is not in docs/hosting.md");
        }
    }

    #[test]
    fn types() {
        for (name, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("nutgraf_bg.wasm", "application/wasm"),
            ("a.b.js", "text/javascript; charset=utf-8"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("_headers", "application/octet-stream"),
        ] {
            assert_eq!(media_type(name), expected, "{name}");
        }
    }
}
