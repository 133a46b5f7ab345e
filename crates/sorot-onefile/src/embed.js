// A part of the boot code in embed.html: the explorer inside somebody's iframe, which it hears and tells by
// messages. Nothing is written to a URL: steps inside a frame would be steps of the page around it.
const embed = (root, articles) => {
  const options = new URLSearchParams(location.search);
  // The one origin it talks to, if the page around it says so.
  const origin = options.get("host");
  const say = (message) => parent !== window && parent.postMessage(message, origin ?? "*");
  const tell = (type, detail) => say({ sorot: 1, type, ...detail });
  const isAuto = options.get("height") === "auto";
  document.documentElement.classList.toggle("sorot-auto", isAuto);
  const own = () => new URL("index.html", location.href).href;
  const home = location.protocol.startsWith("http") ? own() : location.href.split(/[?#]/)[0];
  let state = { state: "#/", total: 0 };
  let isFirst = true;
  const changed = (hash, total, article) => {
    const before = state;
    state = { state: hash, total, article };
    if (isFirst) tell("ready", state);
    else if (before.state !== hash || before.total !== total) tell("select", state);
    if (article !== undefined && article !== before.article) tell("open", { article });
    isFirst = false;
  };
  const guest = new Guest(root, new Uint8Array(articles), location.hash, home, changed);
  const want = ({ lang, theme, readOnly }) => guest.want(lang, theme, Boolean(readOnly));
  const wanted = {
    lang: options.get("lang") ?? undefined,
    theme: options.get("theme") ?? undefined,
    readOnly: options.has("read-only"),
  };
  want(wanted);

  const ask = (query) => {
    const odd = guest.ask(query);
    if (odd) tell("error", { message: `not understood: ${odd}` });
  };
  // Each takes a message and gives back what is answered.
  const actions = {
    select({ query }) {
      if (typeof query !== "string") throw new TypeError("`query` must be a text");
      ask(query);
      return JSON.parse(guest.answer(query) ?? "null");
    },
    open({ article }) {
      const found = new URLSearchParams(guest.asked().slice(3));
      found.delete("sentence");
      found.set("article", String(article));
      ask(`#/?${found}`);
    },
    state: () => state,
    load({ pack }) {
      if (!(pack instanceof ArrayBuffer)) {
        throw new TypeError("`pack` must be an ArrayBuffer of: sorot bundle FOLDER -o FILE.sorot");
      }
      guest.load(new Uint8Array(pack));
      if (guest.problem()) throw new Error(guest.problem());
    },
    want(message) {
      want(Object.assign(wanted, message));
    },
  };
  addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== parent || parent === window || (origin && from !== origin)) return;
    if (typeof data !== "object" || data === null || data.sorot === undefined) return;
    const { id, type } = data;
    try {
      if (data.sorot !== 1) throw new Error("only version 1 is known");
      if (!Object.hasOwn(actions, type)) throw new Error("unknown type");
      tell("answer", { id, answer: actions[type](data) });
    } catch (error) {
      tell("error", { id, message: error.message });
    }
  });
  addEventListener("hashchange", () => ask(location.hash));
  const size = new ResizeObserver(([entry]) => {
    const height = Math.ceil(entry.borderBoxSize[0].blockSize);
    tell("resize", { height });
    // What many content systems understand.
    say({ sentinel: "amp", type: "embed-size", height });
  });
  size.observe(root);
};
