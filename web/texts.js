// Fetches the texts of a bundle that came in parts, as the program asks for them: a few at a time, each checked against
// the hash that the index part holds, kept by the browser for the next time and for a day without a network. What
// stands here of the work is said in one line.

// Downloads at the same time.
const LANES = 6;
// Bytes that are fetched unasked after each thing that the reader does; more waits for a word.
const FREE = 8 << 20;
// Who waits longer is told, in ms.
const LATE = 700;
// Parts that the browser keeps; the oldest go.
const KEPT = 1024;
const STORE = "sorot texts";
const GESTURES = ["pointerdown", "keydown", "wheel", "touchmove"];

const WORDS = {
  id: {
    coming: "Mengambil teks …",
    more: (size) => `Jawaban yang lengkap memerlukan ${size} MB teks lagi.`,
    fetch: "Ambil",
    failed: (what) =>
      `Sebagian teks tidak dapat diambil: ${what}. Yang lain tetap jalan; periksa sambungan, lalu coba lagi.`,
    changed: "isinya bukan yang tercatat; salin ulang bundelnya",
    nowhere: "indeksnya diberikan tanpa alamat; berikan alamat index.sorot",
    again: "Coba lagi",
  },
  en: {
    coming: "Fetching texts …",
    more: (size) => `The whole answer needs ${size} MB of texts more.`,
    fetch: "Fetch them",
    failed: (what) =>
      `Some texts could not be fetched: ${what}. All else goes on; check the connection, then try again.`,
    changed: "it isn't what was packed; copy the bundle again",
    nowhere: "the index came without an address; give that of index.sorot",
    again: "Try again",
  },
};

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

async function isRight(bytes, hash) {
  // Only on an insecure origin is it missing; the program checks the pack's own sums all the same.
  if (!globalThis.crypto?.subtle) return true;
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) === hash;
}

async function store() {
  try {
    return await caches.open(STORE);
  } catch {
    // No secure origin, or a sandbox: the browser's own cache is left.
    return undefined;
  }
}

// Nothing lies beside an index that a page handed over as a blob.
function beside(base, name) {
  try {
    return new URL(name, base);
  } catch {
    throw new Error(name, { cause: "nowhere" });
  }
}

// A part's bytes: as they were kept, else from the server.
async function part(url, { length, hash, take }, signal) {
  const kept = await store();
  const right = async (response) => {
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length === length && (await isRight(bytes, hash)) && take(bytes);
  };
  const known = await kept?.match(url).catch(() => undefined);
  if (known && (await right(known))) return;
  // Bytes that aren't right may be the browser's own: once more past it.
  for (const cache of ["default", "reload"]) {
    const response = await fetch(url, { cache, signal });
    if (!response.ok) throw new Error(`${url.pathname} (${response.status})`);
    const copy = response.clone();
    if (await right(response)) {
      // A store that is full keeps nobody from going on.
      await kept?.put(url, copy).catch(() => {});
      return;
    }
  }
  throw new Error(url.pathname, { cause: "changed" });
}

async function prune() {
  const kept = await store();
  const keys = (await kept?.keys()) ?? [];
  for (const old of keys.slice(0, Math.max(0, keys.length - KEPT))) await kept.delete(old);
}

/**
 * What the program asks: numbers, lengths and hashes of parts, and what takes them; called without a number it has what
 * waited drawn anew, and hears whether nothing more is on its way. `base()` is the address of the
 * index part, `lang()` the page's language, `say(line)` lays the line into the page. `end()` lets go of everything.
 */
export function texts({ base, lang, say }) {
  const under = new Set(); // Numbers that are being fetched.
  const failed = new Map(); // Number → {told, wanted}.
  let wanted = []; // What the program asked for last, in its order.
  let tick; // What it asks for in one go comes in several calls.
  let free = FREE;
  let isAsked = false; // Whether the reader did something since it was filled up.
  let late;
  let isLate = false;
  let redraw = () => {};
  let redrawn;
  const ended = new AbortController();
  const { signal } = ended;
  const line = Object.assign(document.createElement("p"), { className: "texts" });
  line.setAttribute("role", "status");
  line.hidden = true;
  // Before there is something to say, so that a screen reader hears it.
  say(line);

  function ask(numbers, lengths, hashes, take) {
    redraw = (isAll) => take(undefined, isAll);
    if (isAsked) free = Math.max(free, FREE);
    isAsked = false;
    const asked = Array.from(numbers, (number, at) => {
      const hash = hex(hashes.subarray(32 * at, 32 * at + 32));
      return { number, length: lengths[at], hash, take: (bytes) => take(number, bytes) };
    });
    if (!tick) {
      tick = setTimeout(next);
      if (asked.some(({ number }) => !failed.has(number) && !under.has(number))) wanted = [];
    }
    const known = new Set(wanted.map(({ number }) => number));
    wanted.push(...asked.filter(({ number }) => !known.has(number) && !failed.has(number) && !under.has(number)));
  }

  function next() {
    tick = undefined;
    while (wanted.length && under.size < LANES && free > 0) start(wanted.shift());
    if (under.size && !isLate) late ??= setTimeout(() => ((isLate = true), tell()), LATE);
    tell();
  }

  async function start(one) {
    under.add(one.number);
    free -= one.length;
    try {
      await part(beside(base(), `texts/${one.hash.slice(0, 16)}.text`), one, signal);
    } catch (error) {
      if (signal.aborted) return;
      const why = WORDS[lang()][error.cause];
      const told = why ? `${error.message}: ${why}` : error.message;
      failed.set(one.number, { told, one });
      one.take(undefined);
    }
    // What was there already may have come after the end.
    if (signal.aborted) return;
    under.delete(one.number);
    // What comes together is drawn together.
    redrawn ??= setTimeout(() => {
      redrawn = undefined;
      redraw(!under.size && !wanted.length);
    }, under.size ? 60 : 0);
    if (!under.size && !wanted.length) {
      free = Math.min(free, FREE);
      clearTimeout(late);
      late = undefined;
      isLate = false;
      prune().catch(() => {});
    }
    next();
  }

  function retry() {
    wanted = [...[...failed.values()].map(({ one }) => one), ...wanted];
    failed.clear();
    free = Math.max(free, FREE);
    next();
  }

  function tell() {
    const w = WORDS[lang()];
    const [first] = failed.values();
    const held = free > 0 ? 0 : wanted.reduce((sum, { length }) => sum + length, 0);
    let [text, word, act] = ["", undefined, undefined];
    if (first) [text, word, act] = [w.failed(first.told), w.again, retry];
    else if (held && !under.size) {
      const size = (held / 1e6).toLocaleString(lang(), { maximumFractionDigits: 1 });
      [text, word, act] = [w.more(size), w.fetch, () => ((free = Infinity), next())];
    } else if (isLate && under.size) text = w.coming;
    if (line.dataset.said === text) return;
    line.dataset.said = text;
    line.hidden = !text;
    line.textContent = text && `${text} `;
    if (word) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: word });
      button.addEventListener("click", act);
      line.append(button);
    }
  }

  const gesture = (event) => {
    isAsked ||= !line.contains(event.target);
  };
  for (const name of GESTURES) addEventListener(name, gesture, { capture: true, passive: true, signal });
  const online = () => failed.size && retry();
  addEventListener("online", online, { signal });
  const end = () => {
    ended.abort();
    clearTimeout(late);
    clearTimeout(redrawn);
    clearTimeout(tick);
    line.remove();
  };
  return { ask, end };
}
