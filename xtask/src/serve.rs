//! A small web server for one static folder: what `cargo xtask serve` and the page's tests open.

use crate::command::Outcome;
use crate::{build, headers, setup};
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Where the page is served unless asked otherwise.
pub(crate) const PORT: u16 = 8000;

/// How many ports after a taken one are tried.
const TRIES: u16 = 20;

/// The longest request head that is read, in bytes.
const HEAD_LIMIT: u64 = 16 * 1024;

/// How long a silent connection is kept.
const PATIENCE: Duration = Duration::from_secs(10);

/// Builds the page and serves it to this machine until interrupted.
///
/// # Errors
///
/// When the page does not build or no port is free.
pub(crate) fn run(port: u16) -> Outcome {
    build::page(&setup::for_build()?)?;
    let listener = (port..=port.saturating_add(TRIES))
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .ok_or_else(|| format!("no port from {port} to {} is free", port.saturating_add(TRIES)))?;
    println!("The page is at {} (Ctrl-C ends it)", address(&listener)?);
    listen(&listener, &build::folder());
    Ok(())
}

/// Serves `folder` in the background on a free port, as long as the process lives; returns the address.
///
/// # Errors
///
/// When no port is free.
pub(crate) fn in_background(folder: PathBuf) -> Outcome<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| format!("no port is free: {error}"))?;
    let address = address(&listener)?;
    thread::spawn(move || listen(&listener, &folder));
    Ok(address)
}

fn address(listener: &TcpListener) -> Outcome<String> {
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    Ok(format!("http://localhost:{port}/"))
}

fn listen(listener: &TcpListener, folder: &Path) {
    for stream in listener.incoming().flatten() {
        let folder = folder.to_owned();
        // a reader who left early needs no answer
        thread::spawn(move || answer(&stream, &folder).ok());
    }
}

/// Answers the one request of a connection.
fn answer(stream: &TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.take(HEAD_LIMIT));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    // the rest of the head says nothing that matters here, but must be read before answering
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = request.split_whitespace();
    let response = match (words.next(), words.next()) {
        (Some("GET" | "HEAD"), Some(target)) => Response::file(folder, target),
        (Some(_), Some(_)) => Response::error("405 Method Not Allowed"),
        _ => Response::error("400 Bad Request"),
    };
    response.send(stream, request.starts_with("HEAD "))
}

struct Response {
    status: &'static str,
    media_type: &'static str,
    body: Vec<u8>,
}

impl Response {
    fn file(folder: &Path, target: &str) -> Self {
        let found = resolve(target).and_then(|path| {
            // a link that leads out of the folder leads nowhere
            let inside = folder.canonicalize().ok()?;
            let file = inside.join(&path).canonicalize().ok().filter(|file| file.starts_with(&inside))?;
            Some((headers::media_type(&path), fs::read(file).ok()?))
        });
        match found {
            Some((media_type, body)) => Self { status: "200 OK", media_type, body },
            None => Self::error("404 Not Found"),
        }
    }

    fn error(status: &'static str) -> Self {
        Self { status, media_type: "text/plain; charset=utf-8", body: format!("{status}\n").into_bytes() }
    }

    fn send(&self, mut to: impl Write, head_only: bool) -> io::Result<()> {
        let mut head = Vec::new();
        write!(head, "HTTP/1.1 {}\r\nContent-Type: {}\r\n", self.status, self.media_type)?;
        write!(head, "Content-Length: {}\r\nAllow: GET, HEAD\r\nConnection: close\r\n", self.body.len())?;
        for (name, value) in headers::all() {
            write!(head, "{name}: {value}\r\n")?;
        }
        head.extend(b"\r\n");
        to.write_all(&head)?;
        if !head_only {
            to.write_all(&self.body)?;
        }
        to.flush()
    }
}

/// The file that a request's target names, relative to the served folder; `None` for what names none:
/// anything that could lead out of the folder, hidden files, and targets that are not UTF-8.
fn resolve(target: &str) -> Option<String> {
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

    /// What the server answers to `request`, head and body.
    fn ask(request: &str) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let address = in_background(folder).unwrap();
        let address = address.trim_start_matches("http://localhost:").trim_end_matches('/').parse().unwrap();
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, address)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn answers_carry_every_header() {
        let answer = ask("GET /serve.rs HTTP/1.1\r\nHost: localhost\r\n\r\n");
        let end = answer.find("\r\n\r\n").unwrap() + 2;
        let (head, body) = (&answer[..end], &answer[end + 2..]);
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        assert_eq!(body, include_str!("serve.rs"));
        assert!(head.contains(&format!("Content-Length: {}\r\n", body.len())));
        for (name, value) in headers::all() {
            assert!(head.contains(&format!("\r\n{name}: {value}\r\n")), "{name} is missing in {head}");
        }
    }

    #[test]
    fn other_answers() {
        for (request, status, body) in [
            ("HEAD /serve.rs HTTP/1.1\r\n\r\n", "200 OK", ""),
            ("GET /nothing.rs HTTP/1.1\r\n\r\n", "404 Not Found", "404 Not Found\n"),
            ("GET /../Cargo.toml HTTP/1.1\r\n\r\n", "404 Not Found", "404 Not Found\n"),
            ("POST / HTTP/1.1\r\n\r\n", "405 Method Not Allowed", "405 Method Not Allowed\n"),
            ("nonsense\r\n\r\n", "400 Bad Request", "400 Bad Request\n"),
        ] {
            let answer = ask(request);
            let (head, found) = answer.split_once("\r\n\r\n").unwrap();
            assert!(head.starts_with(&format!("HTTP/1.1 {status}\r\n")), "{request}: {head}");
            assert_eq!(found, body, "{request}");
            assert!(head.contains("\r\nContent-Security-Policy: "), "{request}");
        }
    }
}
