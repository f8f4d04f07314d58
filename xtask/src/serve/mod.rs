//! A small web server for one static folder: what `cargo xtask serve` and the page's tests open.

mod request;
mod response;
mod shelf;
mod target;

use crate::command::Outcome;
use crate::setup::BuildTools;
use crate::{build, setup};
use request::Request;
use response::Response;
use shelf::Shelf;
use std::io::{self, BufReader, Read};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Where the page is served unless asked otherwise.
const PORT: u16 = 8000;

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
/// When an argument is not known, the page does not build or no port is free.
pub(crate) fn run(mut arguments: &[&str]) -> Outcome {
    let (mut port, mut build): (_, fn(&BuildTools) -> Outcome) = (PORT, build::page);
    loop {
        arguments = match arguments {
            [] => break,
            ["--quick", rest @ ..] => {
                build = build::quickly;
                rest
            }
            ["--port", number, rest @ ..] => {
                port = number.parse().map_err(|_| format!("expected a port after --port, found {number}"))?;
                rest
            }
            [other, ..] => return Err(format!("expected --quick or --port N, found {other}")),
        };
    }
    build(&setup::for_build()?)?;
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
    let shelf = Arc::new(Shelf::new(folder));
    for stream in listener.incoming().flatten() {
        let shelf = Arc::clone(&shelf);
        // a reader who left early needs no answer
        thread::spawn(move || answer(&stream, &shelf).ok());
    }
}

/// Answers the one request of a connection.
fn answer(stream: &TcpStream, shelf: &Shelf) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let request = Request::read(BufReader::new(stream.take(HEAD_LIMIT)))?;
    Response::to(&request, shelf).send(stream, request.method == "HEAD")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::headers;
    use flate2::read::GzDecoder;
    use std::io::Write;

    /// What the server answers to `request`, head and body.
    fn ask(request: &str) -> (String, Vec<u8>) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/serve");
        let address = in_background(folder).unwrap();
        let address = address.trim_start_matches("http://localhost:").trim_end_matches('/').parse().unwrap();
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, address)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
        (String::from_utf8(answer[..end + 2].to_vec()).unwrap(), answer[end + 4..].to_vec())
    }

    fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
        head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    #[test]
    fn answers_carry_every_header() {
        let (head, body) = ask("GET /mod.rs HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        assert_eq!(body, include_bytes!("mod.rs"));
        assert_eq!(header(&head, "Content-Length"), Some(body.len().to_string().as_str()));
        assert_eq!(header(&head, "Content-Encoding"), None);
        for (name, value) in headers::all() {
            assert_eq!(header(&head, name), Some(value.as_str()), "{name} in {head}");
        }
    }

    #[test]
    fn clients_that_read_gzip_get_it() {
        let (head, body) = ask("GET /mod.rs HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n\r\n");
        assert_eq!(header(&head, "Content-Encoding"), Some("gzip"));
        assert_eq!(header(&head, "Vary"), Some("Accept-Encoding"));
        assert_eq!(header(&head, "Content-Length"), Some(body.len().to_string().as_str()));
        let mut plain = String::new();
        GzDecoder::new(&body[..]).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, include_str!("mod.rs"));
        assert!(body.len() < plain.len() / 2);
        // whoever did not ask is told that it would have mattered
        let (head, _) = ask("GET /mod.rs HTTP/1.1\r\nAccept-Encoding: gzip;q=0\r\n\r\n");
        assert_eq!((header(&head, "Content-Encoding"), header(&head, "Vary")), (None, Some("Accept-Encoding")));
    }

    #[test]
    fn what_is_kept_is_not_sent_again() {
        let (head, _) = ask("GET /mod.rs HTTP/1.1\r\nAccept-Encoding: gzip\r\n\r\n");
        let tag = header(&head, "ETag").unwrap();
        let again = |encoding: &str| {
            ask(&format!("GET /mod.rs HTTP/1.1\r\nAccept-Encoding: {encoding}\r\nIf-None-Match: \"x\", {tag}\r\n\r\n"))
        };
        let (head, body) = again("gzip");
        assert!(head.starts_with("HTTP/1.1 304 Not Modified\r\n") && body.is_empty(), "{head}");
        assert_eq!(header(&head, "ETag"), Some(tag));
        assert_eq!(header(&head, "Cache-Control"), Some("no-cache"));
        // the other form of the same file is another content
        assert!(again("identity").0.starts_with("HTTP/1.1 200 OK\r\n"));
    }

    #[test]
    fn arguments_are_told_before_anything_is_built() {
        assert!(run(&["--port", "eighty"]).unwrap_err().ends_with("found eighty"));
        assert!(run(&["--quick", "--prot", "80"]).unwrap_err().ends_with("found --prot"));
    }

    #[test]
    fn other_answers() {
        for (request, status, body) in [
            ("HEAD /mod.rs HTTP/1.1\r\n\r\n", "200 OK", ""),
            ("GET /nothing.rs HTTP/1.1\r\n\r\n", "404 Not Found", "404 Not Found\n"),
            ("GET /../Cargo.toml HTTP/1.1\r\n\r\n", "404 Not Found", "404 Not Found\n"),
            ("POST / HTTP/1.1\r\n\r\n", "405 Method Not Allowed", "405 Method Not Allowed\n"),
            ("nonsense\r\n\r\n", "400 Bad Request", "400 Bad Request\n"),
        ] {
            let (head, found) = ask(request);
            assert!(head.starts_with(&format!("HTTP/1.1 {status}\r\n")), "{request}: {head}");
            assert_eq!(found, body.as_bytes(), "{request}");
            assert!(head.contains("\r\nContent-Security-Policy: "), "{request}");
        }
    }
}
