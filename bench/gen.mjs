// Deterministic synthetic news corpus.  node gen.mjs 1000 10000 100000
// Article i depends only on (SEED, i): corpus(1k) is a prefix of corpus(10k) is a prefix of corpus(100k).
// Output: corpus/<N>.jsonl  one object a line: {id,title,date,body,actors[]}
//         corpus/actors.json  the 500 actors [{name, short}], index = popularity rank
//         corpus/<N>.work.json  queries + filters + ground truth (see workload.mjs)
import fs from 'node:fs';
import path from 'node:path';
import { makeWorkload } from './workload.mjs';

const SEED = 20261121;
const SEEDS = process.env.SEEDS || path.join(import.meta.dirname, '..', 'articles');
const OUT = process.env.OUT || path.join(import.meta.dirname, 'corpus');
const V = 60000, ZQ = 2.7, ZS = 1.03;           // vocabulary, Zipf-Mandelbrot
const DAYS = 1096, DAY0 = Date.UTC(2023, 0, 1);  // 2023-01-01 .. 2025-12-31
const N_ACTORS = 500;

export function rng(seed) { let a = seed >>> 0; return () => { a = (a + 0x6D2B79F5) >>> 0; let t = a; t = Math.imul(t ^ (t >>> 15), t | 1); t ^= t + Math.imul(t ^ (t >>> 7), t | 61); return ((t ^ (t >>> 14)) >>> 0) / 4294967296; }; }
const mix = (a, b) => { let h = Math.imul(a ^ 0x9E3779B9, 0x85EBCA6B) ^ Math.imul(b + 0x7F4A7C15, 0xC2B2AE35); h ^= h >>> 15; h = Math.imul(h, 0x2C1B3C6D); return (h ^ (h >>> 13)) >>> 0; };

// ---- vocabulary: words of the five real articles by real frequency, then generated Indonesian-looking words
function vocabulary() {
  const freq = new Map();
  for (const f of fs.readdirSync(SEEDS).filter(f => f.endsWith('.txt')).sort())
    for (const w of fs.readFileSync(path.join(SEEDS, f), 'utf8').replace(/^---\n[^]*?\n---\n/, '').match(/[\p{L}]+(?:-[\p{L}]+)*/gu) || []) {
      const k = w.toLowerCase(); freq.set(k, (freq.get(k) || 0) + 1);
    }
  const words = [...freq].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(x => x[0]);
  const have = new Set(words), r = rng(SEED ^ 0x5eed);
  const C = ['b','c','d','g','h','j','k','l','m','n','p','r','s','t','w','y','ng','ny','k','t','p','s'], Vw = ['a','a','a','e','i','u','o','i','u','ai','au'], F = ['','','','n','ng','r','s','t','k','l','m','h'];
  const P = ['','','','','me','mem','men','ber','di','ke','pe','pem','ter','se','per'], S = ['','','','','an','kan','i','nya','lah'];
  const pick = a => a[r() * a.length | 0];
  while (words.length < V) {
    let root = ''; const n = 2 + (r() < .35 ? 1 : 0);
    for (let s = 0; s < n; s++) root += pick(C) + pick(Vw) + (s === n - 1 || r() < .2 ? pick(F) : '');
    const w = pick(P) + root + pick(S);
    if (!have.has(w) && w.length <= 16) { have.add(w); words.push(w); }
  }
  return words;
}
function actors() {
  const real = ['Donald Trump','Vladimir Putin','Volodymyr Zelensky','Steve Witkoff','Jared Kushner','Rustem Umerov','Kirill Dmitriev','Emmanuel Macron','Keir Starmer','Friedrich Merz','Yuri Ushakov','Mike Waltz','Susie Wiles','Sharif Osman Hadi','Sheikh Hasina','Uni Eropa','NATO','Kementerian Energi Ukraina','Gedung Putih','Kremlin'];
  const r = rng(SEED ^ 0xAC70), pick = a => a[r() * a.length | 0];
  const first = 'Agus Budi Siti Dewi Eko Rina Joko Sri Wahyu Putri Dimas Ayu Hendra Lestari Bambang Ratna Fajar Indah Rudi Maya Andi Nur Yusuf Fitri Arif Wulan Gilang Citra Hadi Melati Surya Kartika Irfan Laras Bayu Anisa Rizky Tari Galih Sekar'.split(' ');
  const last = 'Santoso Wijaya Kusuma Pratama Saputra Hidayat Nugroho Siregar Simanjuntak Harahap Lubis Nasution Gunawan Setiawan Halim Tanuwijaya Purnomo Suryadi Hartono Firmansyah Ramadhan Maulana Susanto Wibowo Prasetyo Utomo Hakim Iskandar Sitompul Manurung Tarigan Ginting Sembiring Panjaitan Hutapea Permana Mahendra Anggraini Cahyono Darmawan'.split(' ');
  const org = ['Kementerian','Universitas','Badan','Dewan','Yayasan','Bank','Partai','Komisi'], dom = 'Kesehatan Pertanian Keuangan Pertahanan Nusantara Pendidikan Perdagangan Kelautan Kehutanan Energi Pariwisata Kebudayaan Transportasi Keamanan Rakyat Sejahtera Mandiri Merdeka Bersatu Pembangunan'.split(' ');
  const out = real.map(n => ({ name: n, short: n.split(' ').at(-1) })), seen = new Set(real);
  while (out.length < N_ACTORS) {
    const o = r() < .22; const name = o ? `${pick(org)} ${pick(dom)} ${r() < .3 ? pick(dom) : ''}`.trim() : `${pick(first)} ${pick(last)}${r() < .15 ? ' ' + pick(last) : ''}`;
    if (!seen.has(name)) { seen.add(name); out.push({ name, short: o ? name : name.split(' ').at(-1) }); }
  }
  return out;
}
function aliasTable(p) { // Vose
  const n = p.length, s = p.reduce((a, b) => a + b, 0), q = p.map(x => x * n / s), prob = new Float64Array(n), al = new Uint32Array(n), sm = [], lg = [];
  q.forEach((x, i) => (x < 1 ? sm : lg).push(i));
  while (sm.length && lg.length) { const a = sm.pop(), b = lg.pop(); prob[a] = q[a]; al[a] = b; q[b] += q[a] - 1; (q[b] < 1 ? sm : lg).push(b); }
  for (const i of [...sm, ...lg]) prob[i] = 1;
  return r => { const u = r() * n, i = u | 0; return u - i < prob[i] ? i : al[i]; };
}
const words = vocabulary(), ACT = actors();
const capW = words.map(w => w[0].toUpperCase() + w.slice(1));
const drawWord = aliasTable(words.map((_, i) => 1 / Math.pow(i + 1 + ZQ, ZS)));
const drawActor = aliasTable(ACT.map((_, i) => 1 / Math.pow(i + 2, 0.9)));
const drawDay = aliasTable(Array.from({ length: DAYS }, (_, d) => (1 + d / DAYS) * ([0.6, 0.7][d % 7] ?? 1.1) * (d % 97 < 6 ? 1.8 : 1)));

export function article(i) {
  const r = rng(mix(SEED, i));
  const day = drawDay(r), date = new Date(DAY0 + day * 864e5).toISOString().slice(0, 10);
  const k = 3 + (r() * 10 | 0), ids = [];
  while (ids.length < k) { const a = drawActor(r); if (!ids.includes(a)) ids.push(a); }
  const target = 250 + (r() * 200 | 0), curly = r() < .5;
  // a topic: 40 word ranks this article prefers (gives real co-occurrence for AND queries)
  const topic = Array.from({ length: 40 }, () => 60 + Math.floor(Math.pow(r(), 2.2) * 12000));
  const mentions = []; ids.forEach((a, j) => { const m = 1 + (r() * (j < 2 ? 4 : 2) | 0); for (let t = 0; t < m; t++) mentions.push(t ? ACT[a].short : ACT[a].name); });
  const every = Math.max(4, target / mentions.length | 0);
  let n = 0, body = '', mi = 0, paraLeft = 2 + (r() * 3 | 0);
  while (n < target) {
    const len = 8 + (r() * 20 | 0); let s = '';
    for (let w = 0; w < len; w++, n++) {
      let t;
      if (mi < mentions.length && n >= mi * every) t = mentions[mi++];
      else { const x = r() < .35 ? topic[r() * 40 | 0] : drawWord(r); t = w ? words[x] : capW[x]; }
      s += (w ? ' ' : '') + t + (w < len - 1 && r() < .05 ? ',' : '');
    }
    if (curly && r() < .2) s = '\u201c' + s + ',\u201d kata ' + ACT[ids[0]].short;
    body += s + '.';
    if (--paraLeft) body += ' '; else { body += '\n\n'; paraLeft = 2 + (r() * 3 | 0); }
  }
  let title = ACT[ids[0]].name; const tl = 4 + (r() * 6 | 0); for (let w = 0; w < tl; w++) title += ' ' + capW[r() < .5 ? topic[r() * 40 | 0] : drawWord(r)];
  return { id: i, title, date, body: body.trim(), actors: ids.map(a => ACT[a].name) };
}

if (process.argv[1] === import.meta.filename) {
  fs.mkdirSync(OUT, { recursive: true });
  fs.writeFileSync(path.join(OUT, 'actors.json'), JSON.stringify(ACT));
  for (const a of process.argv.slice(2)) {
    const N = +a, t0 = Date.now(), fd = fs.openSync(path.join(OUT, `${N}.jsonl`), 'w');
    let buf = '', bytes = 0; const flush = () => { const b = Buffer.from(buf); fs.writeSync(fd, b); bytes += b.length; buf = ''; };
    const wl = makeWorkload(N, ACT, words, rng);
    for (let i = 0; i < N; i++) { const d = article(i); wl.add(d); buf += JSON.stringify(d) + '\n'; if (buf.length > 4e6) flush(); }
    flush(); fs.closeSync(fd);
    const w = wl.finish(); w.bytes = bytes; fs.writeFileSync(path.join(OUT, `${N}.work.json`), JSON.stringify(w));
    console.log(N, 'articles', (bytes / 1e6).toFixed(1), 'MB', `${(w.stats.avgWords).toFixed(0)} words, ${w.stats.avgActors.toFixed(2)} actors, vocab ${w.stats.vocab}, postings ${w.stats.postings}`, Date.now() - t0, 'ms');
  }
}
