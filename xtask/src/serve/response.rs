//! What is answered.

use super::request::Request;
use super::shelf::{File, Shelf};
use crate::headers;
use std::io::{self, Write};
use std::sync::Arc;

/// An answer.
pub(super) enum Response {
    /// A file, for a client that may read gzip.
    Content { file: Arc<File>, gzip: bool },
    /// What the client has kept is what there is.
    Same { file: Arc<File>, gzip: bool },
    /// Nothing but a status.
    Error(&'static str),
}

impl Response {
    pub(super) fn to(request: &Request, shelf: &Shelf) -> Self {
        match request.method.as_str() {
            "GET" | "HEAD" if !request.target.is_empty() => {}
            _ if request.target.is_empty() => return Self::Error("400 Bad Request"),
            _ => return Self::Error("405 Method Not Allowed"),
        }
        let Some(file) = shelf.find(&request.target) else { return Self::Error("404 Not Found") };
        let gzip = request.gzip && file.gzip.is_some();
        let tag = tag(&file, gzip);
        let is_kept = request.kept.split(',').any(|kept| kept.trim().trim_start_matches("W/") == tag);
        if is_kept { Self::Same { file, gzip } } else { Self::Content { file, gzip } }
    }

    /// # Errors
    ///
    /// When the client has gone.
    pub(super) fn send(&self, mut to: impl Write, head_only: bool) -> io::Result<()> {
        let mut head = Vec::new();
        let error;
        let (status, body) = match self {
            Self::Content { file, gzip } => {
                ("200 OK", if *gzip { file.gzip.as_deref().unwrap_or_default() } else { &file.plain[..] })
            }
            Self::Same { .. } => ("304 Not Modified", &[][..]),
            Self::Error(status) => {
                error = format!("{status}\n");
                (*status, error.as_bytes())
            }
        };
        write!(head, "HTTP/1.1 {status}\r\nConnection: close\r\nAllow: GET, HEAD\r\n")?;
        match self {
            Self::Content { file, gzip } => {
                write!(head, "Content-Type: {}\r\n{}", file.media_type, variant(file, *gzip))?;
                head.extend(if *gzip { &b"Content-Encoding: gzip\r\n"[..] } else { b"" });
            }
            Self::Same { file, gzip } => head.extend(variant(file, *gzip).bytes()),
            Self::Error(_) => head.extend(b"Content-Type: text/plain; charset=utf-8\r\n"),
        }
        if !matches!(self, Self::Same { .. }) {
            write!(head, "Content-Length: {}\r\n", body.len())?;
        }
        for (name, value) in headers::all() {
            write!(head, "{name}: {value}\r\n")?;
        }
        head.extend(b"\r\n");
        to.write_all(&head)?;
        if !head_only {
            to.write_all(body)?;
        }
        to.flush()
    }
}

/// Which form of which content this is.
fn variant(file: &File, gzip: bool) -> String {
    let varies = if file.gzip.is_some() { "Vary: Accept-Encoding\r\n" } else { "" };
    format!("ETag: {}\r\n{varies}", tag(file, gzip))
}

fn tag(file: &File, gzip: bool) -> String {
    format!("\"{:016x}{}\"", file.tag, if gzip { "-gzip" } else { "" })
}
