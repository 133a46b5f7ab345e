// node build.mjs
// esbuild: one minified bundle per adapter -> dist/<name>.js ; sizes.json = shipped code raw / gzip -9 / brotli 11
import { build } from 'esbuild'; import fs from 'node:fs'; import zlib from 'node:zlib'; 
const d = import.meta.dirname; fs.mkdirSync(d + '/dist', { recursive: true });
const names = fs.readdirSync(d + '/adapters').filter(f => f.endsWith('.js')).map(f => f.slice(0, -3)).filter(n => n !== 'sorot' || fs.existsSync(d + '/engine/engine.js'));
const sz = b => ({ raw: b.length, gzip: zlib.gzipSync(b, { level: 9 }).length, brotli: zlib.brotliCompressSync(b, { params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: b.length, [zlib.constants.BROTLI_PARAM_QUALITY]: b.length > 4e6 ? 9 : 11 } }).length });
const add = (a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli });
const out = {};
for (const n of names) { await build({ entryPoints: [`${d}/adapters/${n}.js`], bundle: true, minify: true, format: 'esm', target: 'es2022', outfile: `${d}/dist/${n}.js`, logLevel: 'error' }); out[n] = sz(fs.readFileSync(`${d}/dist/${n}.js`)); }
for (const p of fs.readdirSync(d + '/page').filter(f => f.endsWith('.js'))) await build({ entryPoints: [`${d}/page/${p}`], bundle: true, minify: true, format: 'esm', target: 'es2022', outfile: `${d}/dist/${p}`, logLevel: 'error' });
// The engine's WebAssembly ships beside its adapter.
const wasm = d + '/engine/engine_bg.wasm'; if (fs.existsSync(wasm) && out.sorot) out.sorot = add(out.sorot, sz(fs.readFileSync(wasm)));
fs.writeFileSync(d + '/dist/sizes.json', JSON.stringify(out, null, 1)); 
