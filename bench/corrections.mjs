// node corrections.mjs N --budget 3000: what a reader's correction costs in a corpus of N articles, in headless Chromium.
// Needs corpus/N.pack and engine/ beside this file. Exit code 1 when one of them doesn't hold.
import { chromium } from 'playwright-core'; import { serve } from './server.mjs';
const d = import.meta.dirname, n = +process.argv[2], at = process.argv.indexOf('--budget'), budget = at < 0 ? 3000 : +process.argv[at + 1];
const S = await serve([['/', d]]), b = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
const page = await b.newPage(); page.on('pageerror', e => console.error('  pageerror', String(e).slice(0, 200))); page.setDefaultTimeout(0);
await page.goto(S.url + '/page/corrections.html'); await page.waitForFunction('window.run');
const out = await page.evaluate(([n, budget]) => window.run(n, budget), [n, budget]);
await b.close(); S.srv.close();
console.log(`${n} articles\n| correction | p50 ms | p95 ms | calls |\n|---|---:|---:|---:|`);
for (const r of out) console.log(`| ${r.name} | ${r.p50.toFixed(1)} | ${r.p95.toFixed(1)} | ${r.calls} |`);
process.exit(out.length === 4 ? 0 : 1);
