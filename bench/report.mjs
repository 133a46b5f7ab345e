// node report.mjs [--write FILE] N… : results/results.json as one table, each engine beside the baseline of the same run.
// Exit code 1 when an engine failed or gave a wrong answer. FILE gets the same with machine, date and method (docs/performance.md).
import fs from 'node:fs'; import os from 'node:os';
const at = process.argv.indexOf('--write'), file = at < 0 ? null : process.argv[at + 1];
const BASE = 'js-baseline', wanted = process.argv.slice(2).map(Number).filter(n => n > 0);
const all = JSON.parse(fs.readFileSync(import.meta.dirname + '/results/results.json', 'utf8')).filter(r => !wanted.length || wanted.includes(r.n));
const figure = x => x == null ? '-' : x < .1 ? x.toFixed(4) : x < 10 ? x.toFixed(3) : x.toFixed(1);
const ratio = (x, y) => x != null && y ? (x / y).toFixed(2) : '-';
// What a class asks for, and the p95 to reach at 10,000 and 100,000 articles on a quiet machine of 2026, ms.
const CLASSES = {
  term: ['one word, best 20', .03, .15], term_all: ['one word, all ids'], and2: ['two words, best 20', .03, .15], and2_all: ['two words, all ids'],
  prefix: ['beginning of a word, best 20', .6, 4], prefix_all: ['beginning of a word, all ids'],
  typing: ['a key: ids, 500 actor counts, months', .25, 1.5], facet: ['actor and/or range, at random', .03, .1],
  brush: ['a step of a brush of 120 days', .006, .055], combo: ['word, actor, range', .02, .15],
};
const rows = [['articles', 'what', 'engine', 'p50 ms', 'p95 ms', 'first try p95', 'p95 ratio', 'reach', 'wrong']];
let faults = 0;
for (const r of all) {
  if (r.error) { faults++; console.error(`${r.peer} at ${r.n} articles: ${r.error}`); continue; }
  if (r.saveError) { faults++; console.error(`${r.peer} at ${r.n} articles: ${r.saveError}`); }
  const base = all.find(b => b.peer === BASE && b.n === r.n);
  for (const [name, c] of Object.entries(r.cls)) {
    const b = base?.cls?.[name]?.best, [what, small, large] = CLASSES[name] ?? [name]; faults += c.bad + c.err;
    rows.push([r.n, what, r.peer, figure(c.best.p50), figure(c.best.p95), figure(c.raw.p95), ratio(c.best.p95, b?.p95), figure(r.peer === BASE ? null : r.n >= 100000 ? large : r.n >= 10000 ? small : null), `${c.bad + c.err} of ${c.checked + c.err}`]);
  }
  if (r.prebuilt) rows.push([r.n, r.peer === BASE ? 'index in memory → ready' : 'index in memory → first answer', r.peer, figure(r.prebuilt.ms), '-', '-', ratio(r.prebuilt.ms, base?.prebuilt?.ms), figure(r.peer === BASE ? null : r.n >= 100000 ? 80 : r.n >= 10000 ? 20 : null), '-']);
}
const order = new Map(); for (const r of rows.slice(1)) { const k = `${r[0]} ${String(r[1]).replace(/(ready|first answer)$/, '')}`; r.key = k; if (!order.has(k)) order.set(k, order.size); }
rows.splice(1, rows.length, ...rows.slice(1).sort((x, y) => x[0] - y[0] || order.get(x.key) - order.get(y.key) || (x[2] === BASE ? -1 : 1)));
const wide = rows[0].map((_, i) => Math.max(...rows.map(r => String(r[i]).length))), left = i => i === 1 || i === 2;
const line = r => '| ' + r.map((x, i) => left(i) ? String(x).padEnd(wide[i]) : String(x).padStart(wide[i])).join(' | ') + ' |';
const out = [line(rows[0]), '|' + wide.map((w, i) => left(i) ? '-'.repeat(w + 2) : '-'.repeat(w + 1) + ':').join('|') + '|', ...rows.slice(1).map(line), ''];
out.push('| articles | engine | index MB | gzip | memory MB, index open | kB an article | with the texts | load average |', '|---:|---|---:|---:|---:|---:|---:|---:|');
const mb = x => x == null ? '-' : (x / 1e6).toFixed(1);
// WebAssembly's memory is counted by the process, beside an empty page; JavaScript's by its heap. The baseline holds no texts.
for (const r of [...all].sort((x, y) => x.n - y.n)) { const m = r.prebuilt?.mem && (r.peer === BASE ? r.prebuilt.mem.total : r.prebuilt.mem.pss), each = x => x ? (x / r.n / 1e3).toFixed(2) : '-'; out.push(`| ${r.n} | ${r.peer} | ${mb(r.index?.raw)} | ${mb(r.index?.gzip)} | ${mb(m)} | ${each(m)} | ${each(r.peer === BASE ? null : r.mem?.pss)} | ${r.load.toFixed(1)} |`); }
for (const r of all) if (r.code && r.n === all[0].n) out.push('', `${r.peer}: ${(r.code.raw / 1e3).toFixed(1)} kB of code, ${(r.code.gzip / 1e3).toFixed(1)} kB gzip.`);
console.log(out.join('\n'));
if (file) {
  const head = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('<!-- table -->') : ['# Performance\n\n', '', '\n'];
  const told = `\n${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0].model.trim()}, ${(os.totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}; \`cargo xtask bench --n ${[...new Set(all.map(r => r.n))].join(',')}\`.\n\n${out.join('\n')}\n`;
  fs.writeFileSync(file, [head[0], told, head[2] ?? '\n'].join('<!-- table -->'));
}
process.exit(faults ? 1 : 0);
