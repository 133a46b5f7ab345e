// <sorot-explorer>: the explorer as an element of somebody else's page. Include it as a module, as often as you
// like; it leaves nothing but the element's name behind, asks only for files beside itself, and never writes the
// page's URL unless `sync-url` is there.
const beside = (name) => new URL(name, import.meta.url);
const [GLUE, PROGRAM, PACK] = ["@glue@", "@wasm@", "@pack@"];
const STYLES = ["@shell@", "@drawn@"];
// What reads articles: fetched when a page hands some over.
const READER = "@reader-js@";
// What fetches the texts of a bundle in parts.
const APART = "@texts@";
// Attributes that are parameters of the question.
const PARAMETERS = { actor: "actor", from: "from", to: "to", query: "q" };
const TEXTS = ["src", "theme", "actor", "from", "to", "query", "view", "height"];
const FLAGS = { readOnly: "read-only", syncUrl: "sync-url" };
// How long the question must rest before the page's URL is written, in ms: browsers drop bursts.
const RESTS = 300;

// The program and its style: fetched once, shared by all explorers of the page.
let shared;
function program() {
  shared ??= begin();
  shared.catch(() => (shared = undefined));
  return shared;
}

async function begin() {
  const text = (address) => fetched(address).then((response) => response.text());
  const [glue, ...styles] = await Promise.all([import(beside(GLUE)), ...STYLES.map(text)]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.join("\n"));
  await glue.default({ module_or_path: fetched(PROGRAM) });
  return { Guest: glue.Guest, sheet };
}

async function fetched(address) {
  const url = beside(address);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} (${response.status})`);
  return response;
}

// What the explorer stands in. Nothing that a page's style says is inherited, but for its own properties.
const frame = new CSSStyleSheet();
frame.replaceSync(`:host { display: block }
  .frame { all: initial; direction: ltr; display: block; height: var(--sorot-height, 720px) }
  .frame.auto { height: auto }
  .frame[hidden] { display: none }
  .fault { all: initial; display: block; font: 14px/1.45 system-ui, sans-serif; color: inherit }`);

// The parameters of a question, from a link, its part after #, or an object.
function parameters(question) {
  if (typeof question === "object" && question !== null) {
    const found = new URLSearchParams();
    for (const [name, key] of Object.entries(PARAMETERS)) put(found, key, question[name]);
    return found;
  }
  const text = String(question ?? "");
  const hash = text.slice(text.indexOf("#") + 1);
  return new URLSearchParams(hash.slice(hash.indexOf("?") + 1).replace(/^\/$/, ""));
}

function put(found, key, value) {
  found.delete(key);
  // A slug holds no blanks: several actors may stand in one attribute.
  const values = key === "actor" && typeof value === "string" ? value.split(/\s+/) : [value ?? ""].flat();
  for (const one of values) if (one) found.append(key, one);
}

const hashOf = (found) => (found.size ? `#/?${found}` : "#/");

async function bytesOf(what) {
  if (what instanceof ArrayBuffer) return new Uint8Array(what);
  if (ArrayBuffer.isView(what)) return new Uint8Array(what.buffer, what.byteOffset, what.byteLength);
  if (what instanceof Blob || what instanceof Response) return new Uint8Array(await what.arrayBuffer());
  if (typeof what === "string" || what instanceof URL) {
    const url = new URL(what, document.baseURI);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.pathname} (${response.status})`);
    return new Uint8Array(await response.arrayBuffer());
  }
  throw new TypeError("`load` takes a bundle (bytes, a Blob, a Response, an address) or a list of articles or files.");
}

// A bundle of articles ({title, text, date, …}) or files, read off the page; and what was said of those left out.
async function readArticles(list) {
  const { read } = await import(beside(READER));
  const { pack, report } = await read(list);
  const left = report.articles
    .filter((row) => row.state === "skipped")
    .map((row) => `${row.title ?? row.record ?? row.file}: ${row.remarks.map((remark) => remark.en).join("; ")}`);
  if (!pack.length) throw new Error(left.length ? `No article could be read. ${left.join(" ")}` : "No article was given.");
  return { pack, left };
}

class SorotExplorer extends HTMLElement {
  static observedAttributes = [...TEXTS, "lang", ...Object.values(FLAGS)];

  #root = this.attachShadow({ mode: "closed" });
  // A region of the page around it, whose landmarks stay the only ones of their kind.
  #place = document.createElement("section");
  #fallback = document.createElement("slot");
  #guest; // The mounted explorer.
  #home; // The address of its bundle.
  #apart; // What fetches texts that lie beside that.
  #standing; // Its promise.
  #state = { state: "#/", total: 0, article: undefined };
  #changed = new Set();
  #timer;
  #size = new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect;
    this.#tell("resize", { width, height });
  });
  #back = () => {
    const kept = this.#kept();
    if (kept !== undefined && kept !== this.#state.state) this.#guest?.ask(kept);
  };

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [frame];
    this.#place.className = "frame";
    this.#place.setAttribute("aria-label", "Sorot");
    this.#place.hidden = true;
    // What stands in the element is shown until the explorer stands.
    this.#root.append(this.#fallback, this.#place);
  }

  connectedCallback() {
    this.#standing ??= this.#start();
    // Who waits for a method hears of it; else the event says it.
    this.#standing.catch(() => {});
  }

  disconnectedCallback() {
    // One that is only moved is connected again at once.
    queueMicrotask(() => this.isConnected || this.destroy());
  }

  attributeChangedCallback(name) {
    if (!this.#standing) return;
    if (!this.#changed.size) queueMicrotask(() => this.#follow());
    this.#changed.add(name);
  }

  async #start() {
    const token = (this.#token = {});
    try {
      const src = this.getAttribute("src");
      const [{ Guest, sheet }, pack] = await Promise.all([
        program(),
        src === null ? fetched(PACK).then((r) => bytesOf(r)) : bytesOf(src),
      ]);
      // Taken off the page, or another start began, meanwhile.
      if (token !== this.#token) throw new Error("The element left the page.");
      this.#root.adoptedStyleSheets = [frame, sheet];
      this.#height();
      const kept = this.syncUrl ? this.#kept() : undefined;
      // Links lead to the explorer's own page; other bundles have none, so they lead here.
      const home = src === null ? beside("index.html").href : location.href.split("#")[0];
      let isFirst = true;
      const told = (state, total, article) => {
        const before = this.#state;
        this.#state = { state, total, article };
        if (isFirst) this.#tell("ready", this.#state);
        else if (before.state !== state || before.total !== total) this.#tell("select", this.#state);
        if (article !== undefined && article !== before.article) this.#tell("open", { id: article });
        if (!isFirst && before.state !== state) this.#write();
        isFirst = false;
      };
      this.#home = src === null ? beside(PACK) : new URL(src, document.baseURI);
      const texts = (...asked) => this.#texts(...asked);
      this.#guest = new Guest(this.#place, pack, kept ?? this.#asked(), home, told, texts);
      this.#want();
      this.#place.hidden = false;
      this.#fallback.remove();
      this.#fault?.remove();
      addEventListener("popstate", this.#back);
      this.#size.observe(this.#place);
      this.#complain(this.#guest.problem());
      return this.#guest;
    } catch (error) {
      if (token === this.#token) {
        this.#standing = undefined;
        this.#show(error.message);
      }
      throw error;
    }
  }
  #token;
  #fault;

  // Says beside the fallback why there is no explorer.
  #show(message) {
    this.#fault ??= Object.assign(document.createElement("p"), { className: "fault" });
    this.#fault.setAttribute("role", "alert");
    this.#fault.textContent = `Sorot: ${message}`;
    this.#root.append(this.#fault);
    this.#complain(message);
  }

  #complain(message) {
    if (message) this.#tell("error", { message });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`sorot-${name}`, { detail, bubbles: true, composed: true }));
  }

  // The question that the attributes ask.
  #asked() {
    const found = parameters(this.getAttribute("view"));
    for (const [name, key] of Object.entries(PARAMETERS)) {
      if (this.hasAttribute(name)) put(found, key, this.getAttribute(name));
    }
    return hashOf(found);
  }

  #texts(...asked) {
    const options = {
      base: () => this.#home,
      lang: () => (this.lang === "en" ? "en" : "id"),
      say: (line) => {
        line.classList.add("fault");
        this.#root.append(line);
      },
    };
    this.#apart ??= import(beside(APART)).then(({ texts }) => texts(options));
    this.#apart.then(({ ask }) => ask(...asked), (error) => this.#complain(error.message));
  }

  // What the attributes changed to since the last time; the reader's own steps stay otherwise.
  #follow() {
    const changed = new Set(this.#changed);
    this.#changed.clear();
    const guest = this.#guest;
    if (!guest) return;
    if (changed.has("src")) {
      const src = this.getAttribute("src");
      this.load(src ?? beside(PACK)).catch(() => {});
    }
    if (changed.has("height")) this.#height();
    if (["lang", "theme", "read-only"].some((name) => changed.has(name))) this.#want();
    const asked = Object.keys(PARAMETERS).filter((name) => changed.has(name));
    if (changed.has("view")) this.#ask(this.#asked());
    else if (asked.length) {
      const found = parameters(guest.asked());
      for (const name of asked) put(found, PARAMETERS[name], this.getAttribute(name));
      this.#ask(hashOf(found));
    }
  }

  #ask(hash) {
    const odd = this.#guest.ask(hash);
    if (odd) this.#tell("error", { message: `not understood: ${odd}` });
    return odd;
  }

  #want() {
    this.#guest.want(this.lang || undefined, this.getAttribute("theme") ?? undefined, this.readOnly);
  }

  #height() {
    const height = this.getAttribute("height");
    this.#place.classList.toggle("auto", height === "auto");
    this.#place.style.height = /^\d+$/.test(height ?? "") ? `${height}px` : height === "auto" ? "" : (height ?? "");
  }

  // The element's own key in the page's URL, and no other.
  get #key() {
    return this.id ? `sorot-${encodeURIComponent(this.id)}` : "sorot";
  }

  #others() {
    const parts = location.search.slice(1).split("&");
    return parts.filter((part) => part && part.split("=")[0] !== this.#key);
  }

  #kept() {
    if (!this.syncUrl) return undefined;
    const own = location.search.slice(1).split("&").find((part) => part.split("=")[0] === this.#key);
    try {
      return own === undefined ? this.#asked() : hashOf(parameters(decodeURIComponent(own.slice(this.#key.length + 1))));
    } catch {
      return undefined;
    }
  }

  #write() {
    clearTimeout(this.#timer);
    if (!this.syncUrl) return;
    this.#timer = setTimeout(() => {
      const { state } = this.#state;
      const search = this.#others();
      if (state !== "#/") search.push(`${this.#key}=${encodeURIComponent(state.slice(3))}`);
      const next = search.length ? `?${search.join("&")}` : "";
      if (next === location.search) return;
      try {
        history.replaceState(history.state, "", `${location.pathname}${next}${location.hash}`);
      } catch {
        // A sandboxed or flooded page keeps its address; the explorer goes on.
      }
    }, RESTS);
  }

  async #stood() {
    if (!this.#standing) throw new Error("The element is not on the page.");
    await this.#standing;
    if (!this.#guest) throw new Error("The explorer was destroyed.");
    return this.#guest;
  }

  /** Goes to a question ({actor, from, to, query}, a link or its part after #) and answers it. */
  async select(question) {
    const guest = await this.#stood();
    const hash = hashOf(parameters(question));
    this.#ask(hash);
    return JSON.parse(guest.answer(hash) ?? "null");
  }

  /** Opens an article by its id. */
  async open(id) {
    const guest = await this.#stood();
    const found = parameters(guest.asked());
    found.delete("sentence");
    put(found, "article", id);
    this.#ask(hashOf(found));
  }

  /** {state, total, article}: the question as a hash, how many articles answer, which is open. */
  async getState() {
    await this.#stood();
    return { ...this.#state };
  }

  /** Shows another bundle: bytes, a Blob, a Response or an address; or articles or files, which are read first. */
  async load(what) {
    const guest = await this.#stood();
    try {
      const isList = Array.isArray(what) || what instanceof FileList;
      const { pack, left } = isList ? await readArticles(what) : { pack: await bytesOf(what), left: [] };
      const isAddress = typeof what === "string" || what instanceof URL;
      this.#home = isAddress ? new URL(what, document.baseURI) : document.baseURI;
      this.#apart?.then(({ end }) => end());
      this.#apart = undefined;
      guest.load(pack);
      for (const line of left) this.#complain(line);
      const problem = guest.problem();
      if (problem) throw new Error(problem);
    } catch (error) {
      this.#complain(error.message);
      throw error;
    }
  }

  /** Takes the explorer away and lets go of everything. */
  destroy() {
    this.#token = undefined;
    clearTimeout(this.#timer);
    removeEventListener("popstate", this.#back);
    this.#size.disconnect();
    this.#apart?.then(({ end }) => end());
    this.#apart = undefined;
    this.#guest?.destroy();
    this.#guest = this.#standing = undefined;
    this.#place.hidden = true;
    this.#root.prepend(this.#fallback);
    return Promise.resolve();
  }
}

// Properties reflect.
for (const name of TEXTS) {
  Object.defineProperty(SorotExplorer.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}
for (const [property, name] of Object.entries(FLAGS)) {
  Object.defineProperty(SorotExplorer.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return this.hasAttribute(name);
    },
    set(value) {
      this.toggleAttribute(name, Boolean(value));
    },
  });
}

if (!customElements.get("sorot-explorer")) customElements.define("sorot-explorer", SorotExplorer);
