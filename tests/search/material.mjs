// Material's own search worker in node: `node material.mjs INDEX WORKER < queries.json` prints the
// addresses of the pages that it finds for each query, best first, in whatever language they are.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";

const [index, worker] = process.argv.slice(2);
const SETUP = 0;
const QUERY = 2;

let listen;
let answer;
const globals = {
  console: { ...console, warn() {} },
  addEventListener: (_, listener) => (listen = listener),
  postMessage: (message) => answer(message.data),
  importScripts: (...urls) => urls.forEach((url) => run(join(dirname(worker), url))),
};
globals.self = globals;
createContext(globals);

function run(file) {
  runInContext(readFileSync(file, "utf8"), globals, { filename: file });
}

function ask(type, data) {
  return new Promise((resolve, reject) => {
    answer = resolve;
    listen({ data: { type, data } }).catch(reject);
  });
}

run(worker);
const { config, docs } = JSON.parse(readFileSync(index, "utf8"));
await ask(SETUP, { config, docs, options: { suggest: false } });
const answers = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const { items } = await ask(QUERY, query);
  answers.push(items.map(([first]) => first.location.split("#")[0]));
}
process.stdout.write(JSON.stringify(answers));
