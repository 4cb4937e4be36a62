// What a first query transfers and how long queries take: `node bench.mjs SITE LANG < queries.json`.
// Times are without fetching: every file is in memory before the clock starts.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { brotliCompressSync } from "node:zlib";

import { codeOf, engineOf, indexFile } from "../../tools/search_eval.mjs";

const [site, lang] = process.argv.slice(2);
const below = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]);
const files = new Map([
  ...below(codeOf(site)),
  ...below(indexFile(site, "")),
  ["search.json", readFileSync(indexFile(site, "search.json"), "utf8")],
]);
const sizes = new Map();

function size(path) {
  if (!sizes.has(path)) sizes.set(path, brotliCompressSync(files.get(path)).length);
  return sizes.get(path);
}

function newEngine(createEngine, fetched) {
  return createEngine(async (path) => {
    if (!files.has(path)) throw new Error(`${path}: not there`);
    fetched.add(path);
    return files.get(path);
  }, lang);
}

// The time until the results are there; what marking the words in them fetches counts as fetched.
async function timed(engine, query) {
  const start = performance.now();
  const found = await engine.search(query, { limit: 10 });
  const took = performance.now() - start;
  await found.marks?.();
  return took;
}

const { createEngine } = await engineOf(site);
const code = [...files.keys()].filter((path) => path.endsWith(".js"));
const codeSize = code.reduce((sum, path) => sum + size(path), 0);
const queries = JSON.parse(readFileSync(0, "utf8"));
const result = { code: codeSize, transfers: [], requests: [], first: [] };
for (const query of queries) {
  const fetched = new Set();
  result.first.push(await timed(newEngine(createEngine, fetched), query));
  result.transfers.push(codeSize + [...fetched].reduce((sum, path) => sum + size(path), 0));
  result.requests.push(code.length + fetched.size);
}
process.stdout.write(JSON.stringify(result));
