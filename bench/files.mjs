// node files.mjs N: the corpus of N articles as files that `sorot bundle` reads, in corpus/N/.
import fs from 'node:fs'; import path from 'node:path'; import readline from 'node:readline';
const d = import.meta.dirname, n = process.argv[2], out = path.join(d, 'corpus', n);
fs.rmSync(out, { recursive: true, force: true }); fs.mkdirSync(out, { recursive: true });
for await (const line of readline.createInterface({ input: fs.createReadStream(path.join(d, 'corpus', `${n}.jsonl`)) })) {
  const a = JSON.parse(line);
  fs.writeFileSync(path.join(out, `${String(a.id).padStart(6, '0')}.txt`), `---\nlanguage: id\npublished: ${a.date}\ntitle: ${a.title}\n---\n${a.body}\n`);
}
