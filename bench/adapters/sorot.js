// Sorot's engine: the wasm-bindgen package (--target web) of bench/engine, laid beside the adapters, over a pack of the same
// corpus (`cargo run --example declared`), whose actors and days are declared and whose words are exact tokens.
import init, { Engine } from '../engine/engine.js';

let engine, memory, pack, exact = true;

async function open(bytes) {
  engine?.free();
  engine = Engine.open(bytes);
  answer(engine.explore('a', true, exact, -1, 0, 2000)); // The first answer.
}

async function load({ docs }) {
  await init({ module_or_path: '/engine/engine_bg.wasm' });
  pack = `/corpus/${docs.length}.pack`;
  await open(new Uint8Array(await (await fetch(pack)).arrayBuffer()));
}

// As the baseline's, its numbers hold until the next answer.
const numbers = what => new Uint32Array(memory.buffer, engine.found_at(what), engine.found_length(what));
const answer = total => ({ total, get ids() { return numbers(0); }, get counts() { return numbers(1); }, get months() { return numbers(2); } });

const facet = ({ actor, from, to }) => answer(engine.explore('', false, exact, actor ?? -1, from, to));
const explore = ({ q, mode, actor, from, to }) => answer(engine.explore(q, mode === 'typing', exact, actor ?? -1, from ?? 0, to ?? 2000));
const query = (q, { mode, limit }) => answer(engine.best(q, mode === 'prefix', exact, limit ?? 0xffffffff));

// What goes ahead of the texts.
const save = async () => { const all = new Uint8Array(await (await fetch(pack)).arrayBuffer()); return all.slice(0, Engine.ahead(all)); };
async function loadPrebuilt(buffer) { await open(new Uint8Array(buffer)); }
// The harness counts loading the program as part of importing it.
({ memory } = await init({ module_or_path: '/engine/engine_bg.wasm' }));

export default { name: 'sorot', caps: ['term', 'and2', 'prefix', 'facet', 'brush', 'combo', 'typing'], exact: true, load, save, loadPrebuilt, facet, explore, query };
