// The shipped engine in node. `node search_eval.mjs SITE LANG < queries.json` (a list of texts)
// prints the keys of the ten best pages of each; status 1 with one line if that cannot be done.

import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const LIMIT = 10;

/** The folder that the engine is published in; its name changes with its content. */
export const codeOf = (site) => {
  const folders = readdirSync(join(site, "assets")).map((name) => join(site, "assets", name, "search"));
  return folders.find((folder) => existsSync(join(folder, "engine.js")));
};

/** The file that the engine asks for by this path: of the index, or the list of both indexes. */
export const indexFile = (site, path) => (path === "search.json" ? join(site, path) : join(site, "assets", "search", path));

/** The engine's exports; copied beside a package.json, without which node takes .js for CommonJS. */
export async function engineOf(site) {
  const copy = mkdtempSync(join(tmpdir(), "search-eval-"));
  process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
  writeFileSync(join(copy, "package.json"), '{"type": "module"}');
  for (const name of readdirSync(codeOf(site)).filter((file) => file.endsWith(".js"))) {
    copyFileSync(join(codeOf(site), name), join(copy, name));
  }
  return import(pathToFileURL(join(copy, "engine.js")).href);
}

function keysOf(found, query) {
  const keys = Array.isArray(found?.results) ? found.results.map((result) => result?.key) : [null];
  if (!keys.every((key) => typeof key === "string" && key)) {
    throw new Error(`the answer to ”${query}” is not a list of results with a key each`);
  }
  return keys;
}

async function main(site, lang) {
  const queries = JSON.parse(readFileSync(0, "utf8"));
  const { createEngine } = await engineOf(site);
  const engine = await createEngine((path) => readFile(indexFile(site, path), "utf8"), lang);
  const answers = [];
  for (const query of queries) {
    answers.push(keysOf(await engine.search(query, { limit: LIMIT }), query));
  }
  process.stdout.write(JSON.stringify(answers));
}

if (import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  try {
    await main(process.argv[2], process.argv[3]);
  } catch (error) {
    process.stderr.write(`${error?.message ?? error}\n`);
    process.exitCode = 1;
  }
}
