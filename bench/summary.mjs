// node summary.mjs N --budget 3000: five key sentences, and the whole panel, of random selections of the corpus of N articles, in headless Chromium.
// Needs corpus/N.pack and engine/ beside this file. Exit code 1 when a selection gives nothing.
import { chromium } from 'playwright-core'; import { serve } from './server.mjs';
const d = import.meta.dirname, n = +process.argv[2], at = process.argv.indexOf('--budget'), budget = at < 0 ? 3000 : +process.argv[at + 1];
const S = await serve([['/', d]]), b = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
const page = await b.newPage(); page.on('pageerror', e => console.error('  pageerror', String(e).slice(0, 200))); page.setDefaultTimeout(0);
await page.goto(S.url + '/page/summary.html'); await page.waitForFunction('window.run');
const { open, out } = await page.evaluate(([n, budget]) => window.run(n, budget), [n, budget]);
await b.close(); S.srv.close();
const f = x => x.toFixed(3);
console.log(`${n} articles, pack opened in ${open.toFixed(0)} ms\n| selected | asked for | p50 ms | p95 ms | calls | lines |\n|---:|---|---:|---:|---:|---:|`);
for (const r of out) console.log(`| ${r.size} | ${r.section ? `its ${r.section}` : r.panel ? 'the whole panel' : r.asked ? 'an actor' : 'nothing'} | ${f(r.p50)} | ${f(r.p95)} | ${r.calls} | ${r.least} to ${r.most} |`);
process.exit(out.every(r => r.section || r.most > 0) ? 0 : 1);
