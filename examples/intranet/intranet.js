// What an embedding page hears.
const log = document.getElementById("log");
function note(who, what, detail) {
  const line = document.createElement("li");
  line.textContent = `${who}: ${what} ${JSON.stringify(detail)}`;
  log.append(line);
}

for (const name of ["ready", "select", "open", "error"]) {
  addEventListener(`sorot-${name}`, ({ target, detail }) => note(target.id, name, detail));
}

const frame = document.getElementById("frame");
addEventListener("message", ({ source, data }) => {
  // A sandboxed frame has no origin to check: it is known by its window.
  if (source !== frame.contentWindow || data?.sorot !== 1 || data.type === "resize") return;
  note("frame", data.type, data);
});
