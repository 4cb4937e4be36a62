// What the shipped engine finds in an index. `node format.mjs SITE LANG < asked.json` prints for each of
// the queries how it was understood, the pages with their scores, `limit` at the most, and the forms to mark
// unless `unmarked` is true; and the letters folded.

import { readFileSync } from "node:fs";
import { engineOf, indexFile } from "../../tools/search_eval.mjs";

const [site, lang] = process.argv.slice(2);
const { createEngine, fold } = await engineOf(site);
const engine = createEngine(async (path) => readFileSync(indexFile(site, path), "utf8"), lang);
const { queries, letters, limit = 10, unmarked = false } = JSON.parse(readFileSync(0, "utf8"));
const answers = [];
for (const query of queries) {
  const { way, results, marks, unknown, instead } = await engine.search(query, { limit });
  const found = results.map(({ page, url, score }) => [page, url, Number(score.toFixed(6))]);
  answers.push({ query, way, unknown, instead, results: found, marks: marks && !unmarked ? [...await marks()].sort() : [] });
}
process.stdout.write(JSON.stringify({ answers, folded: letters.map(fold) }));
