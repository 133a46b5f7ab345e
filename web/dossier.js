// The whole explorer as one file, with other articles and what the reader did with them: written by the module that
// reads articles, as the command writes it (crates/sorot-onefile).

/** The file's bytes. `page` is a one-file build's source; it, `pack` and `state` are bytes. */
export async function dossier(reader, { page, title, titles, pack, state }) {
  const text = new TextEncoder();
  const parts = [page, text.encode(title), pack, text.encode(state), ...titles.map((title) => text.encode(title))];
  try {
    return await reader.call("page", { parts });
  } finally {
    reader.end();
  }
}

/** Hands bytes to the reader as a file. */
export function download(name, bytes) {
  const url = URL.createObjectURL(new Blob([bytes], { type: "text/html" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  // Not at once: some engines begin to read it later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
