// A part of the boot code in a file that takes other articles: hands the program what it asks for them by. It stands
// before anything changes the document, which it saves as it came.
const page = document.documentElement.cloneNode(true);
const open = async (articles) => {
  const bytes = async (name) => new Uint8Array(await unpacked(await collect(name), "").arrayBuffer());
  const own = ownArticles({
    build: page.querySelector("meta[name=sorot-build]").content,
    pack: () => bytes("pack"),
    reader: { wasm: async () => (await bytes("reader")).buffer },
    page: () => new TextEncoder().encode(`<!doctype html>\n${page.outerHTML}`),
  });
  const ask = (verb, what, ...rest) => own(verb, verb === "read" ? held(what) : what, ...rest);
  let left;
  if (payloads.has("state")) {
    const state = JSON.parse(new TextDecoder().decode(await bytes("state")));
    left = state.left;
    if (state.hash && !location.hash) history.replaceState(null, "", state.hash);
  }
  start(root, new Uint8Array(articles), ask, left);
};
