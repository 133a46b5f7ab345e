// What stays on the device: the reader's own files, by the bundle that they were added to, in IndexedDB. Every change
// is one transaction and raises the revision, so that two tabs add to each other's files instead of writing over them.
const NAME = "sorot";
// Raised with the form of what is kept. A newer one is left alone.
const VERSION = 1;

/** Why nothing is kept: "denied", "newer" or "full". */
function reason(error) {
  return { VersionError: "newer", QuotaExceededError: "full" }[error?.name] ?? "denied";
}

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function opened() {
  // Merely naming it throws in a sandboxed frame.
  const asked = indexedDB.open(NAME, VERSION);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("sets", { keyPath: "bundle" });
    asked.result.createObjectStore("files", { keyPath: ["bundle", "name"] });
  };
  return done(asked);
}

async function within(mode, work) {
  const store = await opened();
  try {
    const deal = store.transaction(["sets", "files"], mode);
    const whole = new Promise((resolve, reject) => {
      deal.oncomplete = resolve;
      deal.onabort = () => reject(deal.error);
    });
    const [value] = await Promise.all([work(deal.objectStore("sets"), deal.objectStore("files")), whole]);
    return value;
  } finally {
    store.close();
  }
}

const range = (bundle) => IDBKeyRange.bound([bundle], [bundle, []]);

/** {set, files} of a bundle; `set` is undefined where nothing is kept. */
export async function load(bundle) {
  try {
    return await within("readonly", async (sets, files) => {
      const [set, own] = await Promise.all([done(sets.get(bundle)), done(files.getAll(range(bundle)))]);
      return { set, files: own };
    });
  } catch (error) {
    return { files: [], refused: reason(error) };
  }
}

/** Keeps files and what is known of all; gives back the revision, or {refused}. */
export async function keep(bundle, facts, files) {
  try {
    const rev = await within("readwrite", async (sets, store) => {
      const before = await done(sets.get(bundle));
      const next = (before?.rev ?? 0) + 1;
      sets.put({ ...facts, bundle, rev: next });
      for (const file of files) store.put({ ...file, bundle });
      return next;
    });
    return { rev };
  } catch (error) {
    return { refused: reason(error) };
  }
}

/** Removes all that Sorot keeps at this address, whatever bundle it belongs to. */
export async function removeAll() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("sorot.")) localStorage.removeItem(key);
  } catch {
    // No store, nothing in it.
  }
  try {
    await done(indexedDB.deleteDatabase(NAME));
  } catch {
    // The same.
  }
}
