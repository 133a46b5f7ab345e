// node run.mjs --n 1000,10000 --peers js-baseline,sorot --budget 4000 [--no-prebuilt]
import { chromium } from 'playwright-core'; import fs from 'node:fs'; import zlib from 'node:zlib'; import os from 'node:os'; import { serve } from './server.mjs';
const d = import.meta.dirname, arg = (k, v) => { const i = process.argv.indexOf('--' + k); return i < 0 ? v : process.argv[i + 1]; }, flag = k => process.argv.includes('--' + k);
const Ns = arg('n', '1000').split(',').map(Number), peers = arg('peers', fs.readdirSync(d + '/adapters').map(f => f.replace(/\.js$/, '')).join(',')).split(','), budget = +arg('budget', 4000), reps = +arg('reps', 3), only = arg('classes', null)?.split(',');
const outFile = arg('out', d + '/results/results.json'); const sizes = fs.existsSync(d + '/dist/sizes.json') ? JSON.parse(fs.readFileSync(d + '/dist/sizes.json')) : {};
fs.mkdirSync(d + '/results', { recursive: true });
const S = await serve([['/', d]]); 
const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-component-update', '--disable-sync', '--disable-quic', '--disable-features=Translate', '--js-flags=--max-old-space-size=4096'] });
async function open(b) {
  const page = await b.newPage(); page.on('pageerror', e => console.error('  pageerror', String(e).slice(0, 200))); page.setDefaultTimeout(0);
  await page.goto(S.url + '/page/bench.html'); await page.waitForFunction('window.H&&H.ready'); const cdp = await page.context().newCDPSession(page), bc = await b.newBrowserCDPSession();
  await cdp.send('Performance.enable');
  const cpu = async () => { const m = Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map(x => [x.name, x.value])); return { main: m.ThreadTime * 1e3, all: m.ProcessTime * 1e3 }; };
  // the page's renderer: the one whose total CPU time equals the page's ProcessTime
  const cpuOf = id => { let all = 0; try { for (const t of fs.readdirSync(`/proc/${id}/task`)) all += +fs.readFileSync(`/proc/${id}/task/${t}/schedstat`, 'utf8').split(' ')[0]; } catch { } return all / 1e6; };
  const pid = async () => { const ids = (await bc.send('SystemInfo.getProcessInfo')).processInfo.filter(p => p.type === 'renderer').map(p => p.id), want = (await cpu()).all; return ids.sort((x, y) => Math.abs(cpuOf(x) - want) - Math.abs(cpuOf(y) - want))[0]; };
  const mem = async () => { for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage'); await new Promise(r => setTimeout(r, 300)); const h = await cdp.send('Runtime.getHeapUsage'); return { heap: h.usedSize, backing: h.backingStorageSize || 0, embedder: h.embedderHeapUsedSize || 0, pss: pss(await pid()) }; };

  // HC: the same call with CPU milliseconds of the renderer beside it (main thread, all threads): steadier than wall time on a shared machine
  const HC = async (f, ...a) => { const c0 = await cpu(), r = await page.evaluate(([f, a]) => window.H[f](...a), [f, a]), c1 = await cpu(); r.cpu = { main: c1.main - c0.main, all: c1.all - c0.all }; return r; };
  return { page, mem, HC, H: (f, ...a) => page.evaluate(([f, a]) => window.H[f](...a), [f, a]) };
}
const pss = p => { try { return +/Pss:\s+(\d+)/.exec(fs.readFileSync(`/proc/${p}/smaps_rollup`, 'utf8'))[1] * 1024; } catch { return 0; } };
const stat = () => !fs.existsSync('/proc/stat') ? [0] : fs.readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number);
for (const n of Ns) for (const p of peers) {
  const R = { peer: p, n, at: new Date().toISOString(), load: os.loadavg()[0], code: sizes[p] }; const s0 = stat(), t0 = Date.now(); let b;
  try {
    b = await launch(); const { mem, H, HC } = await open(b); await H('work', n); const m0 = await mem();
    const ad = await H('adapter', p); R.importMs = ad.ms; R.exact = ad.exact;
    if (ad.noCorpus) await H('noCorpus', n); else { R.corpus = await HC('corpus', n); const m1 = await mem(); R.docsMem = { heap: m1.heap - m0.heap + m1.backing - m0.backing, pss: m1.pss - m0.pss }; }
    R.build = await HC('build'); R.cls = {};
    for (const c of ad.caps) { if (only && !only.includes(c)) continue; for (const limit of ['term', 'and2', 'prefix'].includes(c) ? [20, 0] : [undefined]) { const key = limit === 0 ? c + '_all' : c; R.cls[key] = await HC('cls', c, { limit: limit || undefined, budget, reps }); } }
    await H('drop'); const m2 = await mem(); R.mem = { heap: m2.heap - m0.heap, backing: m2.backing - m0.backing, total: m2.heap + m2.backing - m0.heap - m0.backing, pss: m2.pss - m0.pss };
    if (ad.canSave && !flag('no-prebuilt')) {
      try { R.save = await HC('save', `/idx/${p}.${n}`); const raw = S.idx.get(`/idx/${p}.${n}`); R.index = { raw: raw.length, gzip: zlib.gzipSync(raw, { level: 6 }).length };
        await b.close(); b = await launch(); const q = await open(b); await q.H('work', n); const k0 = await q.mem(); await q.H('adapter', p); R.prebuilt = await q.HC('prebuilt', `/idx/${p}.${n}`); const k1 = await q.mem(); R.prebuilt.mem = { total: k1.heap + k1.backing - k0.heap - k0.backing, pss: k1.pss - k0.pss }; R.prebuilt.check = await q.H('cls', ad.caps[0], { limit: 20, budget: 500, reps: 1 }); S.idx.delete(`/idx/${p}.${n}`);
      } catch (e) { R.saveError = String(e).slice(0, 300); }
    }
  } catch (e) { R.error = String(e).slice(0, 400); }
  try { await b?.close(); } catch { }
  const s1 = stat(); R.steal = ((s1[7] - s0[7] || 0) / (s1.reduce((a, x) => a + x) - s0.reduce((a, x) => a + x))); R.wall = Date.now() - t0;
  const res = fs.existsSync(outFile) ? JSON.parse(fs.readFileSync(outFile)) : []; const k = res.findIndex(x => x.peer === p && x.n === n); if (k >= 0) res[k] = R; else res.push(R); fs.writeFileSync(outFile, JSON.stringify(res, null, 1));
  const f = x => x == null || Number.isNaN(x) ? '-' : x < 1 ? x.toFixed(3) : x < 100 ? x.toFixed(1) : x.toFixed(0);
  console.log(`${p} n=${n} corpus ${f(R.corpus?.ms)} (cpu ${f(R.corpus?.cpu.main)}) build ${f(R.build?.ms)} (cpu ${f(R.build?.cpu.main)}/${f(R.build?.cpu.all)}) ms, mem ${f(R.mem?.total / 1e6)} MB (pss ${f(R.mem?.pss / 1e6)}), idx ${f(R.index?.raw / 1e6)}/${f(R.index?.gzip / 1e6)} MB, prebuilt ${f(R.prebuilt?.ms)} (cpu ${f(R.prebuilt?.cpu.main)}) ms ${f(R.prebuilt?.mem?.total / 1e6)} MB; wall ${(R.wall / 1000).toFixed(1)} s load ${R.load.toFixed(1)} ${R.error || ''} ${R.saveError || ''}`);
  for (const [c, x] of Object.entries(R.cls || {})) console.log(`   ${c.padEnd(10)} p50 ${f(x.best.p50)} p95 ${f(x.best.p95)} (raw p95 ${f(x.raw.p95)}, cpu/op ${f(x.cpu.all / x.ops)}, cold ${f(x.cold)}) n=${x.best.n} bad ${x.bad}/${x.checked} err ${x.err} ${x.badEx.length ? JSON.stringify(x.badEx) : ''}`);
}
S.srv.close(); process.exit(0);
