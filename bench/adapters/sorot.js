// Sorot's selection engine: the wasm-bindgen package (--target web) of bench/engine, laid beside the adapters.
//
// What the package exports:
//   new Engine(actorCount, days: Int32Array, offsets: Uint32Array, actors: Uint32Array)
//     days[i] = day of article i, counted from 2023-01-01; its actors are actors[offsets[i] .. offsets[i + 1]]
//   engine.facet(actor | -1, fromDay, toDay) -> result, both days included, with
//     result.total, result.ids() : Uint32Array, result.counts : Uint32Array (an entry an actor, under all filters),
//     result.months : Uint32Array (36 from January 2023, under all filters), result.free()
import init, { Engine } from '../engine/engine.js';
import { dayOf } from '../workload.mjs';

let engine, last;

async function load({ docs, actors }) {
  await init({ module_or_path: '/engine/engine_bg.wasm' });
  const number = new Map(actors.map((name, i) => [name, i]));
  const days = Int32Array.from(docs, d => dayOf(d.date));
  const offsets = new Uint32Array(docs.length + 1);
  docs.forEach((d, i) => { offsets[i + 1] = offsets[i] + d.actors.length; });
  const all = new Uint32Array(offsets[docs.length]);
  docs.forEach((d, i) => d.actors.forEach((name, k) => { all[offsets[i] + k] = number.get(name); }));
  engine?.free();
  engine = new Engine(actors.length, days, offsets, all);
}

function facet({ actor, from, to }) {
  last?.free(); // The harness has read the result before by now; memory is freed as a page would.
  const result = last = engine.facet(actor ?? -1, from, to);
  return { total: result.total, get ids() { return result.ids(); }, counts: result.counts, months: result.months };
}

export default { name: 'sorot', caps: ['facet', 'brush'], exact: true, load, facet };
