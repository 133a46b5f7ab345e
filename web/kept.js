// What stays on the device: the reader's own files, by the bundle that they were added to, in IndexedDB. Every change
// is one transaction and raises the revision, so that two tabs add to each other's files instead of writing over them.
const NAME = "sorot";
// Raised with the form of what is kept. A newer one is left alone.
const VERSION = 1;

// A store of that name without these tables isn't Sorot's, or is a newer one's.
const REASONS = { VersionError: "newer", NotFoundError: "newer", QuotaExceededError: "full" };

/** Why nothing is kept: "denied", "newer" or "full". */
function reason(error) {
  return REASONS[error?.name] ?? "denied";
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
    const worked = work(deal.objectStore("sets"), deal.objectStore("files")).catch((error) => {
      // All of it or nothing.
      deal.abort();
      throw error;
    });
    const [value] = await Promise.all([worked, whole]);
    return value;
  } finally {
    store.close();
  }
}

const range = (bundle) => IDBKeyRange.bound([bundle], [bundle, []]);

// What another program, or damage, left in a table is no file.
const isKept = (file) => typeof file?.name === "string" && file.bytes instanceof ArrayBuffer;

/** {set, files} of a bundle; `set` is undefined where nothing is kept. */
export async function load(bundle) {
  try {
    return await within("readonly", async (sets, files) => {
      const [set, own] = await Promise.all([done(sets.get(bundle)), done(files.getAll(range(bundle)))]);
      return { set, files: own.filter(isKept) };
    });
  } catch (error) {
    return { files: [], refused: reason(error) };
  }
}

/**
 * Keeps files and what is known of all; gives back the revision, or {refused}. Where another tab kept some since `known`,
 * the pack lacks them: it is made anew from the files when the page is opened next.
 */
export async function keep(bundle, facts, files, known) {
  try {
    const rev = await within("readwrite", async (sets, store) => {
      const before = await done(sets.get(bundle));
      const next = (before?.rev ?? 0) + 1;
      const stale = before?.rev !== known && { build: undefined, pack: undefined };
      sets.put({ ...facts, ...stale, bundle, rev: next });
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
