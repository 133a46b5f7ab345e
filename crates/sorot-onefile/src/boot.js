// Runs in the one-file build: decodes the payload blocks, checks them, starts the program.
{
  let start, Guest;
  const root = document.getElementById("sorot");
  const status = document.getElementById("sorot-status");
  const text = navigator.language.toLowerCase().startsWith("id")
    ? {
        damaged: "Berkas ini rusak atau tidak lengkap. Unduh atau salin sekali lagi.",
        old: "Peramban ini terlalu lama untuk Sorot. Buka berkas ini di peramban yang lebih baru.",
        failed: (what) => `Sorot tidak dapat dimulai: ${what}.`,
      }
    : {
        damaged: "This file is damaged or incomplete. Download or copy it once more.",
        old: "This browser is too old for Sorot. Open this file in a newer one.",
        failed: (what) => `Sorot could not start: ${what}.`,
      };

  class Damaged extends Error {}

  // Five characters for four bytes (text85.rs).
  const decode = (encoded) => {
    const digits = "!#%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}";
    const values = new Uint8Array(256).fill(255);
    for (let i = 0; i < 85; i++) values[digits.charCodeAt(i)] = i;
    const rest = encoded.length % 5;
    if (rest === 1) throw new Damaged();
    const whole = (encoded.length - rest) / 5;
    const bytes = new Uint8Array(whole * 4 + 4);
    let seen = 0;
    let most = 0;
    const digit = (at) => {
      const value = at < encoded.length ? values[encoded.charCodeAt(at) & 255] : 84;
      seen |= value;
      return value;
    };
    for (let i = 0, j = 0; i < encoded.length; i += 5, j += 4) {
      const number =
        (((digit(i) * 85 + digit(i + 1)) * 85 + digit(i + 2)) * 85 + digit(i + 3)) * 85 + digit(i + 4);
      most = Math.max(most, number);
      bytes[j] = number >>> 24;
      bytes[j + 1] = number >>> 16;
      bytes[j + 2] = number >>> 8;
      bytes[j + 3] = number;
    }
    if (seen > 127 || most > 0xffffffff) throw new Damaged();
    return bytes.subarray(0, whole * 4 + Math.max(0, rest - 1));
  };

  const sha256 = async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  "@own@";

  // The blocks leave the document before the program is drawn into it; what isn't decoded yet stays with them.
  const payloads = new Map();
  for (const block of document.querySelectorAll("script[data-payload]")) {
    const { payload } = block.dataset;
    payloads.set(payload, [...(payloads.get(payload) ?? []), block]);
    block.remove();
  }

  // The compressed bytes of one payload, checked.
  const collect = async (name) => {
    const blocks = payloads.get(name) ?? [];
    const expected = blocks[0]?.dataset;
    if (Number(expected?.blocks) !== blocks.length) throw new Damaged();
    const bytes = new Uint8Array(Number(expected.length));
    let end = 0;
    for (const block of blocks) {
      const part = decode(block.textContent);
      if (end + part.length > bytes.length) throw new Damaged();
      bytes.set(part, end);
      end += part.length;
    }
    if (end !== bytes.length) throw new Damaged();
    // Absent where the page is not a secure context; then the length has to do.
    if (globalThis.crypto?.subtle && expected.sha256 && (await sha256(bytes)) !== expected.sha256) {
      throw new Damaged();
    }
    return bytes;
  };

  const unpacked = (bytes, type) => {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream, { headers: { "content-type": type } });
  };

  // The bindings of the program. They run as an inline script whose hash stands in the policy: nothing is evaluated
  // that the file didn't come with.
  const bindings = async () => {
    const script = document.createElement("script");
    script.type = "module";
    script.textContent = await unpacked(await collect("glue"), "text/javascript").text();
    const glue = new Promise((resolve) => (globalThis.sorotGlue = resolve));
    document.head.append(script);
    const { init, ...rest } = await glue;
    delete globalThis.sorotGlue;
    script.remove();
    ({ start, Guest } = rest);
    return init;
  };

  const begin = async () => {
    if (typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined") {
      status.textContent = text.old;
      return;
    }
    // Its hash stands in the policy, as that of the style in the head.
    const style = document.createElement("style");
    style.textContent = await unpacked(await collect("style"), "text/css").text();
    document.head.append(style);
    const [init, wasm, pack] = await Promise.all([bindings(), collect("wasm"), collect("pack")]);
    const [articles] = await Promise.all([
      unpacked(pack, "application/octet-stream").arrayBuffer(),
      init({ module_or_path: unpacked(wasm, "application/wasm") }),
    ]);
    status.removeAttribute("data-loading");
    "@start@";
  };

  begin().catch((error) => {
    status.removeAttribute("data-loading");
    status.textContent = error instanceof Damaged ? text.damaged : text.failed(error.message);
    console.error(error);
  });
}
