// The reader's own articles, for the page's program: what it asks for by name is done here, with the reader, the store
// and the one-file builder. One object for the page's life.
import { Reader, ReaderError } from "./reader.js";
import { keep, load, removeAll } from "./kept.js";
import { dossier, download } from "./dossier.js";

// How often the page hears how far reading is, in ms.
const HEARD = 60;
// How many articles of a report are shown.
const TOLD = 200;
// A bundle of so many articles, or one in parts, is never read again: what is added to it is a pack of its own, which
// the page joins.
const APART_FROM = 2000;
// One file of more articles would not be made or opened: its text is longer than a browser's memory bears.
const SAVED_UP_TO = 20_000;

// What is said of a store that keeps nothing, of what is too large for one file, and of reading without a worker.
const WORDS = {
  id: {
    denied: "Peramban ini tidak mengizinkan penyimpanan: artikel berlaku sampai halaman ditutup. Simpan sebagai satu berkas.",
    newer: "Yang tersimpan di sini berasal dari Sorot yang lebih baru atau program lain dan dibiarkan apa adanya; artikel baru berlaku sampai halaman ditutup.",
    full: "Ruang penyimpanan peramban penuh: artikel berlaku sampai halaman ditutup. Simpan sebagai satu berkas.",
    large: "Kumpulan ini terlalu besar untuk satu berkas (paling banyak 20.000 artikel, dan tidak dalam bagian). Saring lalu ekspor yang diperlukan, atau buat halamannya dengan `sorot bundle --html`.",
    "no-worker": "Peramban ini tidak mengizinkan pembacaan di latar, dan berkasnya lebih dari 500 kB. Bagi berkasnya, atau buka halaman ini di peramban lain.",
  },
  en: {
    denied: "This browser allows no storage: articles last until the page is closed. Save them as one file.",
    newer: "What is kept here is of a newer Sorot or another program and left as it is; new articles last until the page is closed.",
    full: "The browser's storage is full: articles last until the page is closed. Save them as one file.",
    large: "This bundle is too large for one file (20,000 articles at most, and none in parts). Filter and export what is needed, or make the page with `sorot bundle --html`.",
    "no-worker": "This browser allows no reading in the background, and the files have more than 500 kB. Split them, or open this page in another browser.",
  },
};
const said = (code) => WORDS[document.documentElement.lang === "en" ? "en" : "id"][code] ?? "";

// The files in a dropped folder, or the one file, under their paths. What begins with a stop is left alone, as the
// command does.
async function inside(entry) {
  const isFile = entry instanceof File;
  const name = (isFile ? entry.webkitRelativePath : entry.fullPath.slice(1)) || entry.name;
  if (name.split("/").some((part) => part.startsWith("."))) return [];
  if (isFile) return [{ name, file: entry }];
  const asked = (from, verb) => new Promise((resolve, reject) => from[verb](resolve, reject));
  if (entry.isFile) return [{ name, file: await asked(entry, "file") }];
  const folder = entry.createReader();
  const found = [];
  for (;;) {
    // It tells a hundred at a time.
    const some = await asked(folder, "readEntries");
    if (!some.length) return found;
    for (const one of some) found.push(...(await inside(one)));
  }
}

function same(own, other) {
  if (own?.byteLength !== other.byteLength) return false;
  const [a, b] = [new Uint8Array(own), new Uint8Array(other)];
  return a.every((byte, at) => byte === b[at]);
}

// Whether it begins as a pack does and is as long as it says; its parts are checked where it is opened.
function isPack(bytes) {
  if (!(bytes instanceof Uint8Array) || bytes.length < 32) return false;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(16, true);
  return new TextDecoder().decode(bytes.subarray(0, 8)) === "SOROTPAK" && length === BigInt(bytes.length);
}

/**
 * `assets`: `pack()` the bundle of the page as bytes; `reader` {worker, wasm()}; `page()` a one-file build's
 * source as bytes; `build` which build this is.
 */
export function ownArticles(assets) {
  let bundle; // The identity of the page's bundle.
  let apart = false; // Whether what is added stays a pack of its own.
  let large = false; // Whether it is too large to be saved as one file.
  let rev; // Of what is kept, as far as it is known here.
  let files = new Map(); // What is kept: name → {name, bytes, encoding}.
  let waiting = new Map(); // What was read and is neither taken nor put away yet.
  let unkept = new Map(); // What is shown and could not be kept.
  let reader; // At work, with both.
  let made; // The pack that is shown, if it holds own articles.
  let facts = { articles: 0, bytes: 0 };
  let refused; // Why nothing is kept.
  let channel;
  let turn = 0; // Raised when reading is given up.

  const stop = () => {
    reader?.end();
    reader = undefined;
  };
  // Another tab may have added or removed files since.
  const synced = async () => {
    const kept = await load(bundle);
    refused = kept.refused ?? (unkept.size ? refused : undefined);
    if (kept.refused || kept.set?.rev === rev) return;
    take(kept);
    stop();
  };
  const take = (kept) => {
    rev = kept.set?.rev;
    facts = kept.set ?? { articles: 0, bytes: 0 };
    files = new Map([...kept.files.map((file) => [file.name, file]), ...unkept]);
  };
  const both = () => new Map([...files, ...waiting]);
  // A reader that knows the page's bundle and all files.
  const ready = async (title, read = () => {}) => {
    const mine = turn;
    if (reader) return;
    const pack = apart ? undefined : await assets.pack();
    const begun = await Reader.begin(assets.reader);
    if (turn !== mine) begun.end();
    reader = begun;
    if (pack) await begun.call("open", { name: title, bytes: pack });
    await begun.addAll([...both().values()], read);
  };
  // The pack of all these files, which is kept.
  const remade = async (all, withOpen, title) => {
    const counts = JSON.parse(await reader.call("told", { withOpen, names: [...all.keys()], most: 0 }));
    made = await reader.call("pack", { withOpen, title });
    let bytes = 0;
    for (const file of all.values()) bytes += file.bytes.byteLength;
    facts = { articles: counts.read + counts.remarks, bytes, withOpen, title, build: assets.build, pack: made };
    const next = new Map([...unkept, ...waiting]);
    const kept = await keep(bundle, facts, [...next.values()], rev);
    refused = kept.refused;
    rev = kept.rev ?? rev;
    unkept = refused ? next : new Map();
    files = all;
    waiting = new Map();
  };
  // Of what was handed over, not of what was there.
  const told = () => reader.call("told", { withOpen: true, names: [...waiting.keys()], most: TOLD });

  // The pack for the page: one to be joined comes in a list.
  const handed = (withOpen) => (withOpen && apart ? [made.slice()] : made.slice());

  const verbs = {
    // What is kept for the bundle `identity` of so many articles: a pack, or nothing. `changed` hears of other tabs.
    async kept(identity, title, articles, isSplit, changed) {
      bundle = identity;
      apart = isSplit || articles >= APART_FROM;
      large = isSplit || articles > SAVED_UP_TO;
      if (globalThis.BroadcastChannel) {
        channel = new BroadcastChannel(`sorot ${bundle}`);
        channel.onmessage = () => changed();
      }
      const kept = await load(bundle);
      refused = kept.refused;
      take(kept);
      const { set } = kept;
      if (!set) return undefined;
      // Another build's pack, or a damaged one: the files are read again.
      if (set.build === assets.build && isPack(set.pack)) made = set.pack;
      else {
        await ready(title);
        await remade(both(), set.withOpen, set.title);
      }
      return handed(set.withOpen);
    },
    // Reads what was handed over; gives back the report of it.
    async read(source, title, progress) {
      await synced();
      const list = (await Promise.all(source.map(inside))).flat();
      const before = reader ? 0 : both().size;
      const all = before + list.length;
      let last = 0;
      const read = (done) => {
        const now = performance.now();
        if (done < all && now - last < HEARD) return;
        last = now;
        progress(done, all);
      };
      progress(0, all);
      await ready(title, read);
      const mine = reader;
      const there = both();
      for (const [at, { name, file }] of list.entries()) {
        const one = { name, bytes: await file.arrayBuffer() };
        // A changed file takes the place of the one before; the same again is told as its double.
        if (same(there.get(name)?.bytes, one.bytes)) one.name = `${name} (2)`;
        await mine.add(one);
        waiting.set(one.name, one);
        read(before + at + 1);
      }
      return told();
    },
    // Reads a file of those in another encoding.
    async again(name, encoding) {
      const file = waiting.get(name);
      file.encoding = encoding;
      await reader.add(file);
      return told();
    },
    // Puts them away again.
    async drop() {
      turn++;
      waiting = new Map();
      stop();
    },
    // The pack with them, which is kept.
    async open(withOpen, title) {
      await remade(both(), withOpen, title);
      channel?.postMessage(rev);
      return handed(withOpen);
    },
    // How much is kept: articles, bytes, why not; and why what is open can't be one file.
    facts: async () => {
      const isLarge = large && (!made || facts.withOpen);
      return [facts.articles, facts.bytes, said(refused), isLarge ? said("large") : ""];
    },
    async forget() {
      await removeAll();
      channel?.postMessage(0);
      location.reload();
    },
    // Everything as one file, handed to the reader.
    async save(name, title, titles, state) {
      const page = await assets.page();
      const writer = await Reader.begin(assets.reader);
      let pack = made ?? (await assets.pack());
      if (made && apart && facts.withOpen) {
        // One file is one pack: both are read for it.
        await writer.call("open", { name: title, bytes: await assets.pack() });
        await writer.addAll([...files.values()]);
        pack = await writer.call("pack", { withOpen: true, title });
      }
      download(name, await dossier(writer, { page, title, titles, pack, state }));
    },
  };
  return async (verb, ...rest) => {
    try {
      return await verbs[verb](...rest);
    } catch (error) {
      if (!(error instanceof ReaderError)) console.warn(error);
      else error.message = said(error.code) || error.message;
      throw error;
    }
  };
}
