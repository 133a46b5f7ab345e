// A classic script, because nothing else of the served build runs from file://: it points to the
// build that does, instead of leaving a page that never loads.
if (location.protocol === "file:") {
  document.addEventListener("DOMContentLoaded", () => {
    const status = document.getElementById("sorot-status");
    const link = document.createElement("a");
    link.href = "sorot.html";
    link.textContent = "sorot.html";
    status.removeAttribute("data-loading");
    status.replaceChildren(
      "Halaman ini memerlukan server web. Tanpa server, buka ",
      link,
      ". · This page needs a web server. Without one, open the same file.",
    );
  });
}
