// Pagefind's own script in node: `node pagefind.mjs BUNDLE LANG < queries.json` prints the addresses
// of the ten best pages of each query. It knows the language from the page it runs on.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [bundle, lang] = process.argv.slice(2);
const LIMIT = 10;
const BASE = "http://site.invalid/pagefind/";

globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => lang }) };
globalThis.fetch = async (url) => {
  const path = new URL(url, BASE).pathname.slice(new URL(BASE).pathname.length);
  return new Response(await readFile(join(bundle, path)));
};

const pagefind = await import(pathToFileURL(join(bundle, "pagefind.js")).href);
await pagefind.options({ basePath: BASE, baseUrl: "/" });
const answers = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.slice(0, LIMIT).map((result) => result.data()));
  answers.push(pages.map((page) => page.url.slice(1)));
}
process.stdout.write(JSON.stringify(answers));
