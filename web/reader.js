// Reads articles in a module of its own (crates/sorot-reader), off the page where that can be: files in, a pack and a
// report out. This file stands in three places: on the page, in the worker that it starts of itself, and in the one
// file, whose worker is made of the text of `serve`.
const WASM = "@reader@";
// How much is read where no worker can be had, in bytes of all files: as long as it is analysed, the page stands still.
export const LIMIT_WITHOUT_WORKER = 500_000;

/** Why nothing could be read: `code` is "cancelled", "no-worker" or "broken". */
export class ReaderError extends Error {
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}

/**
 * Reads files (File, Blob with a name, {name, bytes, encoding?}) or articles ({title, text, date?, source?, …}) into a
 * bundle.
 * @param what a FileList, or an array of the above
 * @param {object} [options] `title` of the bundle; `progress(done, all)` after each file; `signal` to cancel;
 *   `assets` {worker, wasm()} where they don't lie beside this file
 * @returns {Promise<{pack: Uint8Array, report: object}>} the pack (empty without any article) and the report of
 *   docs/intake.md
 */
export async function read(what, { title = "", progress, signal, assets } = {}) {
  const files = [...what].map((one) => (isFile(one) ? one : undefined));
  const articles = [...what].filter((one) => !isFile(one));
  const all = files.filter(Boolean);
  if (articles.length) all.push({ name: "articles.json", bytes: new TextEncoder().encode(JSON.stringify(articles)) });
  const reader = await Reader.begin(assets);
  const stop = () => reader.end();
  signal?.addEventListener("abort", stop);
  try {
    if (signal?.aborted) reader.end();
    await reader.addAll(all, progress);
    const report = JSON.parse(await reader.call("report", { withOpen: false }));
    return { pack: await reader.call("pack", { withOpen: false, title }), report };
  } finally {
    signal?.removeEventListener("abort", stop);
    reader.end();
  }
}

const isFile = (one) => one instanceof Blob || (typeof one?.name === "string" && one.bytes !== undefined);

// Bytes that may go to the worker: what somebody holds is copied.
const bytesOf = async (file) =>
  file.bytes ? new Uint8Array(file.bytes).slice() : new Uint8Array(await file.arrayBuffer());

/** A reader at work; it keeps what it read until its end. */
export class Reader {
  #port;
  #end;
  #waiting = new Map();
  #last = 0;
  #read = 0;
  isWorker = false;

  /** Starts one: a worker of this file, or of its text, or none. */
  static async begin(assets = beside()) {
    const wasm = await assets.wasm();
    for (const start of [() => ofFile(assets.worker), ofText, onPage]) {
      const reader = new Reader();
      try {
        const { port, end } = start();
        reader.isWorker = start !== onPage;
        reader.#use(port, end);
        await reader.call("begin", { wasm });
        return reader;
      } catch (error) {
        reader.end();
        if (start === onPage) throw error;
      }
    }
  }

  #use(port, end) {
    this.#port = port;
    this.#end = end;
    port.onmessage = ({ data: { id, value, error } }) => {
      const { resolve, reject } = this.#waiting.get(id) ?? {};
      this.#waiting.delete(id);
      if (error === undefined) resolve?.(value);
      else reject?.(new ReaderError("broken", error));
    };
    port.onerror = (event) => {
      event.preventDefault?.();
      this.#fail(new ReaderError("broken", event.message || "no worker"));
    };
  }

  #fail(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  /** Asks for one thing: "open", "add", "report", "told", "pack" or "page". */
  call(verb, rest, transfer = []) {
    if (!this.#port) return Promise.reject(new ReaderError("cancelled"));
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#port.postMessage({ id, verb, ...rest }, transfer);
    });
  }

  /** Reads one file; resolves when it is read. */
  async add(file) {
    const bytes = await bytesOf(file);
    this.#read += bytes.length;
    if (!this.isWorker && this.#read > LIMIT_WITHOUT_WORKER) throw new ReaderError("no-worker");
    await this.call("add", { name: file.name, bytes, encoding: file.encoding }, [bytes.buffer]);
  }

  async addAll(files, progress) {
    let done = 0;
    progress?.(done, files.length);
    for (const file of files) {
      await this.add(file);
      progress?.(++done, files.length);
    }
  }

  /** Ends it, at once; what was asked for is told as cancelled. */
  end() {
    this.#end?.();
    this.#port = undefined;
    this.#fail(new ReaderError("cancelled"));
  }
}

const beside = () => ({
  worker: import.meta.url,
  wasm: async () => {
    const url = new URL(WASM, import.meta.url);
    const response = await fetch(url);
    if (!response.ok) throw new ReaderError("broken", `${url.pathname} (${response.status})`);
    return response.arrayBuffer();
  },
});

function ofFile(url) {
  if (!url) throw new ReaderError("broken");
  const worker = new Worker(url, { type: "module" });
  return { port: worker, end: () => worker.terminate() };
}

function ofText() {
  const url = URL.createObjectURL(new Blob([`(${serve})(self)`], { type: "text/javascript" }));
  const worker = new Worker(url);
  return {
    port: worker,
    end() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

function onPage() {
  const { port1, port2 } = new MessageChannel();
  serve(port2);
  return { port: port1, end: () => port1.close() };
}

// What a worker does. Nothing outside of it is used: its text is a worker by itself.
function serve(port) {
  // In the order of the module's own table.
  const ENCODINGS = ["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1251"];
  let module;
  const give = (text, content = new Uint8Array()) => {
    const name = new TextEncoder().encode(text);
    const length = name.length + content.length;
    // First the place: memory that grows is another buffer.
    const at = module.reader_room(length) >>> 0;
    const room = new Uint8Array(module.memory.buffer, at, length);
    room.set(name);
    room.set(content, name.length);
    return name.length;
  };
  const answer = (at) => new Uint8Array(module.memory.buffer, at >>> 0, module.reader_length()).slice();
  const verbs = {
    async begin({ wasm }) {
      module = (await WebAssembly.instantiate(wasm)).instance.exports;
    },
    open: ({ name, bytes }) => module.reader_open(give(name, bytes)),
    add: ({ name, bytes, encoding }) => module.reader_add(give(name, bytes), ENCODINGS.indexOf(encoding)),
    report: ({ withOpen }) => new TextDecoder().decode(answer(module.reader_report(Number(withOpen)))),
    told({ withOpen, names, most }) {
      give(names.map((name) => `${name}\0`).join(""));
      return new TextDecoder().decode(answer(module.reader_told(Number(withOpen), most)));
    },
    pack({ withOpen, title }) {
      give(title);
      return answer(module.reader_pack(Number(withOpen)));
    },
    page({ parts }) {
      for (const part of parts) {
        give("", part);
        module.reader_part();
      }
      const page = answer(module.reader_page());
      if (!page.length) throw new Error("this is not a page that Sorot made");
      return page;
    },
  };
  port.onmessage = async ({ data: { id, verb, ...rest } }) => {
    try {
      const value = await verbs[verb](rest);
      port.postMessage({ id, value }, value instanceof Uint8Array ? [value.buffer] : []);
    } catch (error) {
      port.postMessage({ id, error: error.message });
    }
  };
}

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) serve(self);
