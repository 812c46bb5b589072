// Adds the bytes of iron-session's cookie to bytes.csv: node src/bench/bytes.mjs FOLDER, after the class Bytes.
//
// Needs the npm package iron-session in a node_modules folder above FOLDER.
import { appendFileSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const folder = resolve(process.argv[2]);
const { sealData } = createRequire(folder + '/')('iron-session');
const password = 'made-for-the-benchmarks-and-for-nothing-else';
for (const file of readdirSync(folder).filter((name) => /^content-.*json$/.test(name)).sort()) {
  const content = readFileSync(`${folder}/${file}`);
  const value = await sealData(JSON.parse(content), { password, ttl: 14 * 24 * 3600 });
  appendFileSync(`${folder}/bytes.csv`, `iron-session,${content.length},${encodeURIComponent(value).length}\n`);
}
