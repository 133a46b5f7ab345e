// Keeps the served build for a reader without a network: the files of one build, whole or not at all. The next
// build is fetched beside it and waits until the reader says so: nothing is swapped under somebody's eyes.
const BUILD = "@build@";
const FILES = ["@files@"];
// What few need: kept once it was asked for.
const LATER = ["@later@"];
// Other builds of the same folder; other folders of this server may hold explorers of their own.
const PREFIX = `sorot ${self.registration.scope} `;
const NAME = PREFIX + BUILD;

self.addEventListener("install", (event) => {
  // What carries a hash may come from the browser's own cache, the page itself may not.
  const request = (file) => new Request(file, { cache: file === "./" ? "reload" : "default" });
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES.map(request))));
});

self.addEventListener("activate", (event) => {
  const others = (names) => names.filter((name) => name.startsWith(PREFIX) && name !== NAME);
  const forget = (names) => Promise.all(others(names).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(forget).then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(self.registration.scope)) return;
  const page = request.mode === "navigate" && url.pathname === new URL(self.registration.scope).pathname;
  const isLater = LATER.some((name) => url.href === new URL(name, self.registration.scope).href);
  const answer = async () => {
    const cache = await caches.open(NAME);
    const kept = await cache.match(page ? "./" : request, { ignoreSearch: page });
    if (kept) return kept;
    const fetched = await fetch(request);
    // A store that is full keeps nobody from going on.
    if (isLater && fetched.ok) await cache.put(request, fetched.clone()).catch(() => {});
    return fetched;
  };
  event.respondWith(answer());
});
