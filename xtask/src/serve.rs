//! `cargo xtask serve`, and the static server that the tests use too.

use crate::dist;
use crate::failure::{At, Result};
use crate::repo;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use tiny_http::{Header, Method, Request, Response, Server};

/// The port of `serve`, unless it is taken.
const PORT: u16 = 8787;
/// Requests answered at the same time.
const THREADS: usize = 4;
/// What the page may do: nothing but what lies beside it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; \
    worker-src 'self'; form-action 'none'; base-uri 'none'";

/// Builds and serves until the person stops it.
pub fn run(arguments: &[String]) -> Result<()> {
    let port = match arguments {
        [] => None,
        [flag, number] if flag == "--port" => Some(
            number.parse().map_err(|_| format!("`{number}` is not a port: give a number up to 65535."))?,
        ),
        _ => return Err("`serve` takes only --port N.".into()),
    };
    dist::build()?;
    let site = Site::open(&repo::dist(), "/", port)?;
    println!("\nSorot is at      {}", site.address);
    println!("As one file      {}", repo::one_file().display());
    println!("Ctrl+C stops the server.");
    for worker in site.workers {
        // A worker ends only with the program.
        let _ = worker.join();
    }
    Ok(())
}

/// A folder being served on this machine only.
pub struct Site {
    /// Where the folder's index is.
    pub address: String,
    workers: Vec<JoinHandle<()>>,
}

impl Site {
    /// Serves `folder` under `prefix` (which begins and ends with a slash).
    pub fn open(folder: &Path, prefix: &str, port: Option<u16>) -> Result<Self> {
        let server = Arc::new(listen(port)?);
        let number = server.server_addr().to_ip().map_or(PORT, |address| address.port());
        let workers = (0..THREADS)
            .map(|_| {
                let server = Arc::clone(&server);
                let (folder, prefix) = (folder.to_path_buf(), prefix.to_owned());
                std::thread::spawn(move || {
                    for request in server.incoming_requests() {
                        // A reader who left before the end is no trouble of ours.
                        let _ = answer(request, &folder, &prefix);
                    }
                })
            })
            .collect();
        Ok(Site { address: format!("http://127.0.0.1:{number}{prefix}"), workers })
    }
}

/// The asked port or nothing; without one the usual port, one of the next, or any.
fn listen(port: Option<u16>) -> Result<Server> {
    let tried: Vec<u16> = match port {
        Some(port) => vec![port],
        None => (PORT..PORT + 10).chain([0]).collect(),
    };
    let mut reason = String::new();
    for port in tried {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => return Ok(server),
            Err(error) => reason = format!("port {port} cannot be used: {error}. Give another."),
        }
    }
    Err(reason.into())
}

fn answer(request: Request, folder: &Path, prefix: &str) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let found = place(request.url(), folder, prefix)
        .and_then(|path| File::open(&path).at("open", &path).ok().map(|file| (path, file)));
    let Some((path, file)) = found else {
        let text = Response::from_string("Not found. The explorer is at the address `serve` told.");
        return request.respond(text.with_status_code(404));
    };
    let mut response = Response::from_file(file);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut headers = vec![
        ("Content-Type", kind(&name)),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", lifetime(&name)),
    ];
    // The one file carries its own policy, which is stricter and knows its inline parts.
    if name != "sorot.html" {
        headers.push(("Content-Security-Policy", POLICY));
    }
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

/// The file an address means; names are plain, and nothing leads out of the folder.
fn place(url: &str, folder: &Path, prefix: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix(prefix)?;
    let name = if path.is_empty() { "index.html" } else { path };
    let plain = |part: &str| {
        !part.starts_with('.')
            && !part.is_empty()
            && part.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
    };
    name.split('/').all(plain).then(|| folder.join(name))
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

/// A hashed name never changes its content; a page is asked for anew each time.
fn lifetime(name: &str) -> &'static str {
    if name.ends_with(".html") { "no-cache" } else { "max-age=31536000, immutable" }
}

#[cfg(test)]
mod tests {
    use super::place;
    use std::path::Path;

    #[test]
    fn only_plain_names_below_the_prefix_are_files() {
        let folder = Path::new("/site");
        let check = |url: &str, name: Option<&str>| {
            let expected = name.map(|name| folder.join(name));
            assert_eq!(place(url, folder, "/a/"), expected, "{url}");
        };
        check("/a/", Some("index.html"));
        check("/a/boot-1.js?x", Some("boot-1.js"));
        check("/a/b/c.css", Some("b/c.css"));
        check("/", None);
        check("/a/../Cargo.toml", None);
        check("/a/%2e%2e/Cargo.toml", None);
        check("/a//etc/passwd", None);
        check("/a/.git", None);
    }
}
