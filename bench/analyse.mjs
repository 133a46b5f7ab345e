// node analyse.mjs --budget 3000 FOLDER… : the whole analysis of each article in the folders, in headless Chromium.
// Needs analysis/ (bench/engine with its feature `analyse`) beside this file. Exit code 1 when an article gives nothing.
import { chromium } from 'playwright-core'; import fs from 'node:fs'; import path from 'node:path'; import zlib from 'node:zlib'; import { serve } from './server.mjs';
const d = import.meta.dirname, args = process.argv.slice(2), at = args.indexOf('--budget'), budget = at < 0 ? 3000 : +args.splice(at, 2)[1];
const articles = args.flatMap(f => fs.readdirSync(f).filter(n => n.endsWith('.txt')).sort().map(n => path.join(f, n))).map(f => ({ name: path.basename(f, '.txt'), text: fs.readFileSync(f, 'utf8') }));
const S = await serve([['/', d]]), b = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
const page = await b.newPage(); page.on('pageerror', e => console.error('  pageerror', String(e).slice(0, 200))); page.setDefaultTimeout(0);
await page.goto(S.url + '/page/analyse.html'); await page.waitForFunction('window.run');
const { cold, out } = await page.evaluate(([texts, budget]) => window.run(texts, budget), [articles.map(a => a.text), budget]);
await b.close(); S.srv.close();
const words = t => t.split(/\s+/).filter(Boolean).length, f = x => x.toFixed(3), pct = (a, p) => [...a].sort((x, y) => x - y)[Math.min(a.length - 1, Math.ceil(a.length * p) - 1)];
console.log('| article | words | found | median ms | best ms | ms per 350 words |\n|---|---:|---:|---:|---:|---:|');
const per = out.map((r, i) => r.ms * 350 / words(articles[i].text));
out.forEach((r, i) => console.log(`| ${articles[i].name} | ${words(articles[i].text)} | ${r.found} | ${f(r.ms)} | ${f(r.best)} | ${f(per[i])} |`));
const wasm = fs.readFileSync(d + '/analysis/engine_bg.wasm');
console.log(`\n${out.length} articles: median ${f(pct(out.map(r => r.ms), .5))} ms an article, p95 ${f(pct(out.map(r => r.ms), .95))} ms; per 350 words median ${f(pct(per, .5))} ms, best calls ${f(pct(out.map((r, i) => r.best * 350 / words(articles[i].text)), .5))} ms; first call ${cold.toFixed(1)} ms`);
console.log(`the engine with the analysis: ${(wasm.length / 1e3).toFixed(0)} kB, ${(zlib.gzipSync(wasm, { level: 9 }).length / 1e3).toFixed(0)} kB gzip`);
process.exit(out.every(r => r.found > 0) ? 0 : 1);
