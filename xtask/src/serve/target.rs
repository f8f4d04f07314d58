//! Which file a request asks for.

/// The file that a request's target names, relative to the served folder; `None` for what names none:
/// anything that could lead out of the folder, hidden files, and targets that are not UTF-8.
pub(super) fn resolve(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut path = percent_decode(path)?;
    if path.is_empty() || path.ends_with('/') {
        path += "index.html";
    }
    let names_a_file = |name: &str| !name.is_empty() && !name.starts_with('.') && !name.contains(['\\', ':', '\0']);
    path.split('/').all(names_a_file).then_some(path)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_name_files_of_the_folder() {
        for (target, expected) in [
            ("/", "index.html"),
            ("/?text=1", "index.html"),
            ("/www/", "www/index.html"),
            ("/www/boot.js", "www/boot.js"),
            ("/pkg/nutgraf_bg.wasm#x", "pkg/nutgraf_bg.wasm"),
            ("/www/caf%C3%A9%20noir.txt", "www/café noir.txt"),
            ("/_headers", "_headers"),
        ] {
            assert_eq!(resolve(target).as_deref(), Some(expected), "{target}");
        }
    }

    #[test]
    fn targets_cannot_leave_the_folder() {
        for target in [
            "/../Cargo.toml",
            "/www/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/%2fetc/passwd",
            "//etc/passwd",
            "/www//boot.js",
            "/..\\Cargo.toml",
            "/C:/Windows",
            "/.git/config",
            "/a%00b",
            "/%ff",
            "/%4",
            "/%zz",
            "http://other/",
            "*",
            "",
        ] {
            assert_eq!(resolve(target), None, "{target}");
        }
    }
}
