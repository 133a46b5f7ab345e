//! `cargo xtask serve`, and the static server that the tests use too.

use crate::dist;
use crate::failure::Result;
use crate::intranet::PAGE;
use crate::repo;
use crate::site::OPEN;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// The port of `serve`, unless it is taken.
const PORT: u16 = 8787;
/// How long a connection may say nothing.
const PATIENCE: Duration = Duration::from_secs(30);
/// The longest head of a request, in bytes.
const HEAD: u64 = 64 * 1024;
/// What the page may do: nothing but what lies beside it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; \
    worker-src 'self'; form-action 'none'; base-uri 'none'";

const USAGE: &str = "`serve` takes only --port N and --bundle FOLDER.";

/// Builds and serves until the person stops it.
pub fn run(arguments: &[String]) -> Result<()> {
    let (mut port, mut split) = (None, None);
    let (pairs, rest) = arguments.as_chunks::<2>();
    for [flag, value] in pairs {
        match flag.as_str() {
            "--port" => {
                let number = value.parse();
                port =
                    Some(number.map_err(|_| format!("`{value}` is not a port: give a number up to 65535."))?);
            }
            "--bundle" => split = Some(Path::new(value)),
            _ => return Err(USAGE.into()),
        }
    }
    if !rest.is_empty() {
        return Err(USAGE.into());
    }
    dist::build(split)?;
    let site = Site::open(&repo::dist(), "/", port)?;
    println!("\nSorot is at      {}", site.address);
    println!("As one file      {}", repo::one_file().display());
    println!("Ctrl+C stops the server.");
    // It ends only with the program.
    let _ = site.listener.join();
    Ok(())
}

/// A folder being served on this machine only.
pub struct Site {
    /// Where the folder's index is.
    pub address: String,
    listener: JoinHandle<()>,
    strays: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// Serves `folder` under `prefix` (which begins and ends with a slash).
    pub fn open(folder: &Path, prefix: &str, port: Option<u16>) -> Result<Self> {
        let socket = listen(port)?;
        let number = socket.local_addr().map_or(PORT, |address| address.port());
        let address = format!("http://127.0.0.1:{number}{prefix}");
        let (folder, prefix) = (folder.to_path_buf(), prefix.to_owned());
        let strays = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&strays);
        let listener = std::thread::spawn(move || {
            for stream in socket.incoming().flatten() {
                let (folder, prefix, log) = (folder.clone(), prefix.clone(), Arc::clone(&log));
                // One thread and one answer per connection: a browser that keeps some idle can
                // hold up nothing. A reader who left before the end is no trouble of ours.
                std::thread::spawn(move || answer(stream, &folder, &prefix, &log));
            }
        });
        Ok(Site { address, listener, strays })
    }

    /// What was asked for and isn't here, once each.
    pub fn strays(&self) -> Vec<String> {
        let mut strays = self.strays.lock().unwrap_or_else(PoisonError::into_inner).clone();
        strays.sort();
        strays.dedup();
        strays
    }
}

/// The asked port or nothing; without one the usual port, one of the next, or any.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let tried: Vec<u16> = match port {
        Some(port) => vec![port],
        None => (PORT..PORT + 10).chain([0]).collect(),
    };
    let mut reason = String::new();
    for port in tried {
        match TcpListener::bind(("127.0.0.1", port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => reason = format!("port {port} cannot be used: {error}. Give another."),
        }
    }
    Err(reason.into())
}

/// Reads one request and answers it.
fn answer(mut stream: TcpStream, folder: &Path, prefix: &str, strays: &Mutex<Vec<String>>) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.try_clone()?.take(HEAD)).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    // The rest of the head says nothing that matters here, but must be read before the end.
    for line in lines.by_ref() {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ');
    let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let stray = || {
        // A connection that says nothing was opened in advance and not needed.
        if !method.is_empty() {
            strays.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{method} {url}"));
        }
    };
    if !matches!(method, "GET" | "HEAD") {
        stray();
        return send(&mut stream, "405 Method Not Allowed", &[], b"", true);
    }
    let found = place(url, folder, prefix).and_then(|path| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        Some((name, std::fs::read(path).ok()?))
    });
    let Some((name, body)) = found else {
        stray();
        let text = b"Not found. The explorer is at the address that `serve` told.";
        return send(&mut stream, "404 Not Found", &[], text, method == "GET");
    };
    let mut headers = vec![
        ("Content-Type", kind(&name)),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", lifetime(&name)),
    ];
    // The one file, alone or for an iframe, carries its own policy, which is stricter and knows its inline parts.
    let framing = format!("{POLICY}; frame-src 'self'");
    match name.as_str() {
        "sorot.html" | OPEN | "embed.html" => {}
        PAGE => headers.push(("Content-Security-Policy", &framing)),
        _ => headers.push(("Content-Security-Policy", POLICY)),
    }
    send(&mut stream, "200 OK", &headers, &body, method == "GET")
}

fn send(
    stream: &mut TcpStream,
    status: &str,
    headers: &[(&str, &str)],
    body: &[u8],
    with_body: bool,
) -> io::Result<()> {
    let length = body.len();
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    if with_body {
        stream.write_all(body)?;
    }
    stream.flush()
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

/// A name that carries a hash (sixteen digits) never changes its content; the others are asked for anew
/// each time.
fn lifetime(name: &str) -> &'static str {
    let is_hash = |part: &str| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit());
    match name.split(['-', '.', '_']).any(is_hash) {
        true => "max-age=31536000, immutable",
        false => "no-cache",
    }
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
