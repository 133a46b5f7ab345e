// node report.mjs N… : results/results.json as one table, each engine beside the baseline of the same run.
// Exit code 1 when an engine failed or gave a wrong answer.
import fs from 'node:fs';
const BASE = 'js-baseline', wanted = process.argv.slice(2).map(Number);
const all = JSON.parse(fs.readFileSync(import.meta.dirname + '/results/results.json', 'utf8')).filter(r => !wanted.length || wanted.includes(r.n));
const figure = x => x == null ? '-' : x < .1 ? x.toFixed(4) : x < 10 ? x.toFixed(3) : x.toFixed(1);
const ratio = (x, y) => x != null && y ? (x / y).toFixed(2) : '-';
const rows = [['articles', 'class', 'engine', 'p50 ms', 'p95 ms', 'p50 ratio', 'p95 ratio', 'wrong']];
let faults = 0;
for (const r of all) {
  if (r.error) { faults++; console.error(`${r.peer} at ${r.n} articles: ${r.error}`); continue; }
  const base = all.find(b => b.peer === BASE && b.n === r.n);
  for (const [name, c] of Object.entries(r.cls)) {
    const b = base?.cls?.[name]?.best; faults += c.bad + c.err;
    rows.push([r.n, name, r.peer, figure(c.best.p50), figure(c.best.p95), ratio(c.best.p50, b?.p50), ratio(c.best.p95, b?.p95), `${c.bad + c.err} of ${c.checked + c.err}`]);
  }
  rows.push([r.n, 'load', r.peer, figure(r.build.ms), '-', '-', '-', '-']); // No ratio: the baseline also indexes the words.
}
const order = new Map(); for (const r of rows.slice(1)) { const k = `${r[0]} ${r[1]}`; if (!order.has(k)) order.set(k, order.size); }
rows.splice(1, rows.length, ...rows.slice(1).sort((x, y) => x[0] - y[0] || order.get(`${x[0]} ${x[1]}`) - order.get(`${y[0]} ${y[1]}`) || (x[2] === BASE ? -1 : 1)));
const wide = rows[0].map((_, i) => Math.max(...rows.map(r => String(r[i]).length)));
const line = r => '| ' + r.map((x, i) => i === 1 || i === 2 ? String(x).padEnd(wide[i]) : String(x).padStart(wide[i])).join(' | ') + ' |';
console.log(line(rows[0])); console.log('|' + wide.map((w, i) => i === 1 || i === 2 ? '-'.repeat(w + 2) : '-'.repeat(w + 1) + ':').join('|') + '|');
for (const r of rows.slice(1)) console.log(line(r));
for (const r of all) if (r.code) console.log(`${r.peer}: ${(r.code.raw / 1e3).toFixed(1)} kB of code, ${(r.code.gzip / 1e3).toFixed(1)} kB gzip, ${((r.mem?.total ?? 0) / 1e6).toFixed(1)} MB at ${r.n} articles`);
process.exit(faults ? 1 : 0);
