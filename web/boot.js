// Starts the served build: fetches the program, its style and the articles at once, and says a sentence when something
// is missing. An external module, so that the page's policy needs no inline script.
import { held } from "./hold.js";

const script = document.querySelector("script[data-glue]");
const root = document.getElementById("sorot");
const status = document.getElementById("sorot-status");
const indonesian = navigator.language.toLowerCase().startsWith("id");
const text = indonesian
  ? {
      loading: "Memuat Sorot …",
      failed: (what) =>
        `Sorot tidak dapat dimuat: ${what}. Periksa sambungan lalu muat ulang halaman ini.`,
      old: "Peramban ini tidak mengenal WebAssembly. Sorot memerlukan peramban yang lebih baru.",
    }
  : {
      loading: "Loading Sorot …",
      failed: (what) => `Sorot could not be loaded: ${what}. Check the connection and reload.`,
      old: "This browser has no WebAssembly. Sorot needs a newer browser.",
    };
// What keeps the page for a reader without a network takes nothing from its start, in ms.
const LATER = 2000;
// Nobody looks if nothing is painted for so long, in ms.
const UNSEEN = 200;

const address = (name) => new URL(script.dataset[name], document.baseURI);

function show(message) {
  if (status.isConnected) status.textContent = message;
}

async function download(name) {
  const url = address(name);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} (${response.status})`);
  return response;
}

// Compiled while it arrives and while the page is painted, of the network's own answer: the browser may keep that compiled.
async function program() {
  const response = await download("wasm");
  const isNamed = response.headers.get("content-type") === "application/wasm";
  return isNamed && WebAssembly.compileStreaming
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

// What stands before the program draws has its own small sheet, so that it is painted at once.
function style() {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address("style") });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(new URL(link.href).pathname));
  });
}

// The first picture comes before the program takes the browser's time; where nobody looks there may be none.
function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, UNSEEN);
  });
}

async function boot() {
  if (typeof WebAssembly === "undefined") return show(text.old);
  show(text.loading);
  const [glue, wasm, pack] = await Promise.all([
    import(address("glue")),
    program(),
    download("pack").then((response) => response.arrayBuffer()),
    style(),
    painted(),
  ]);
  await glue.default({ module_or_path: wasm });
  status.removeAttribute("data-loading");
  glue.start(root, new Uint8Array(pack), own, undefined, texts);
}

// Texts that lie apart from the articles' index are fetched as the program asks for them.
let apart;
function texts(...asked) {
  const options = {
    base: () => address("pack"),
    lang: () => (document.documentElement.lang === "en" ? "en" : "id"),
    say: (line) => document.body.append(line),
  };
  apart ??= import(new URL("@texts@", import.meta.url)).then((module) => module.texts(options));
  apart.then(({ ask }) => ask(...asked), console.error);
}

// The reader's own articles: what they need is fetched when somebody adds some, or has some here.
let articles;
function own(verb, what, ...rest) {
  const first = verb === "read" ? held(what) : what;
  articles ??= beginOwn();
  articles.catch(() => (articles = undefined));
  return articles.then((act) => act(verb, first, ...rest));
}

async function beginOwn() {
  const { ownArticles } = await import(new URL("@own@", import.meta.url));
  const bytes = async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.pathname} (${response.status})`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return ownArticles({
    build: document.querySelector("meta[name=sorot-build]").content,
    pack: () => bytes(address("pack")),
    page: () => bytes(new URL("sorot-open.html", document.baseURI)),
  });
}

boot().then(() => {
  if (!navigator.serviceWorker || !isSecureContext) return;
  setTimeout(() => keep().catch((error) => console.warn(error.message)), LATER);
}, (error) => {
  status.removeAttribute("data-loading");
  show(text.failed(error.message));
  console.error(error);
});

// Offline, and the next build: a worker keeps this one's files. Where there is none (plain http on a network), the page works as before.
async function keep() {
  const isKept = navigator.serviceWorker.controller !== null;
  const worker = await navigator.serviceWorker.register(new URL("worker.js", document.baseURI));
  // The first worker of all keeps the very build that is open: it is no news, though it waits for a moment.
  const own = isKept ? undefined : (worker.installing ?? worker.waiting ?? worker.active);
  const tell = () => {
    if (worker.waiting && worker.waiting !== own && navigator.serviceWorker.controller) offer(worker.waiting);
  };
  worker.addEventListener("updatefound", () => {
    worker.installing?.addEventListener("statechange", tell);
  });
  tell();
}

// Says that the next build is here; it is taken when the reader wants it.
function offer(next) {
  if (document.querySelector(".new-version")) return;
  const line = document.createElement("p");
  line.className = "new-version";
  line.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  const english = document.documentElement.lang === "en";
  line.textContent = english ? "A new version of Sorot is here. " : "Versi baru Sorot tersedia. ";
  button.textContent = english ? "Load it" : "Muat sekarang";
  button.addEventListener("click", () => {
    // Whichever an engine tells first: that it is in charge, or that it stands.
    const reload = () => next.state === "activated" && location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    next.addEventListener("statechange", reload);
    next.postMessage("take over");
  });
  line.append(button);
  document.body.append(line);
}
