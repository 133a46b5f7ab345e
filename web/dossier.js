// The whole explorer as one file, with other articles and what the reader did with them. The page's script and style
// stay as they are, so that its policy holds: only the title, the list and the payloads change.

// Bytes per block, as where the file is built: far below the longest text a browser holds in one node.
const BLOCK = 3 * 1024 * 1024;
// Bytes per piece of base64: a multiple of three, few enough to be arguments.
const PIECE = 24_576;

/** The text of the file. `whole` is a one-file build: its text, or its element <html> with all payloads. */
export async function dossier(whole, { title, titles, payloads }) {
  const [page, style] = typeof whole === "string" ? parsed(whole) : [whole];
  const own = page.ownerDocument;
  page.querySelector("title").textContent = title;
  const rows = titles.map((text) => Object.assign(own.createElement("li"), { textContent: text }));
  page.querySelector("ul.shell").replaceChildren(...rows);
  const body = page.querySelector("body");
  for (const [name, content] of Object.entries(payloads)) {
    for (const old of page.querySelectorAll(`script[data-payload="${name}"]`)) old.remove();
    body.append(...(await blocks(own, name, content)));
  }
  const text = `<!doctype html>\n${page.outerHTML}\n`;
  return style === undefined ? text : text.replace(EMPTY, () => style);
}

// The page that asks may allow no inline style, in a document that is only read either: it is put back at the end.
const EMPTY = "<template></template>";
function parsed(text) {
  const [style] = /<style>[^]*?<\/style>/.exec(text);
  const page = new DOMParser().parseFromString(text.replace(style, EMPTY), "text/html");
  return [page.documentElement, style];
}

async function blocks(own, name, content) {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const list = [];
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const block = own.createElement("script");
    block.type = "text/plain";
    block.dataset.payload = name;
    block.textContent = base64(bytes.subarray(at, at + BLOCK));
    list.push(block);
  }
  Object.assign(list[0].dataset, { blocks: list.length, length: bytes.length });
  // Absent where the page is not a secure context; then the length has to do.
  if (globalThis.crypto?.subtle) list[0].dataset.sha256 = await sha256(bytes);
  return list;
}

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return text;
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Hands a text to the reader as a file. */
export function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/html" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  // Not at once: some engines begin to read it later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
