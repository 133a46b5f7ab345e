// Keeps what a page complains of, for a browser whose driver doesn't hand out the console.
const recorded = (window.recorded = []);
for (const level of ["error", "warn", "log", "info", "debug"]) {
  const say = console[level];
  console[level] = (...words) => {
    recorded.push(`${level}: ${words.map(String).join(" ")}`);
    say.apply(console, words);
  };
}
// In capture: an element that doesn't load tells nobody but itself.
addEventListener(
  "error",
  (event) => recorded.push(`error: ${event.message ?? `${event.target.src ?? event.target.href} didn't load`}`),
  true,
);
addEventListener("unhandledrejection", (event) => recorded.push(`broken promise: ${event.reason}`));
document.addEventListener("securitypolicyviolation", (event) =>
  recorded.push(`policy: ${event.violatedDirective} forbids ${event.blockedURI}`),
);
