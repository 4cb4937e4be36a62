// Lighthouse on the pages of built sites, served with Brotli as a real host does:
// `node measure.mjs < {port, runs, sites: [{name, root, pages: {home: {fi: "", …}, …}}]}` prints a
// list of {site, page, lang, scores, lcp, cls, tbt, failed, files: {url: bytes}}, each the run of
// the middle LCP: what else the machine does makes a run slower.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
};
const CHROME = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

// The body as it travels, by the site's folder and the path; null where there is no file.
const bodies = new Map();
function body(root, path) {
  const file = join(root, normalize(path), path.endsWith("/") ? "index.html" : "");
  if (!bodies.has(file)) bodies.set(file, packed(file));
  return bodies.get(file);
}

function packed(file) {
  const type = TYPES[extname(file)];
  try {
    const whole = readFileSync(file);
    return { type: type ?? "application/octet-stream", packed: Boolean(type), data: type ? brotliCompressSync(whole) : whole };
  } catch {
    return null;
  }
}

let served;
const server = createServer(({ url }, response) => {
  const found = body(served, decodeURIComponent(url.split("?")[0]));
  if (!found) return response.writeHead(404).end();
  const headers = { "content-type": found.type, "cache-control": "max-age=3600", "content-length": found.data.length };
  if (found.packed) headers["content-encoding"] = "br";
  return response.writeHead(200, headers).end(found.data);
});

// Chromium asks for the icon after Lighthouse has stopped listening; its bytes count all the same.
function icons(html, base) {
  const links = html.match(/<link [^>]*rel="?(?:shortcut )?icon"?[^>]*>/g) ?? [];
  return links.map((link) => new URL(/href="?([^" >]+)/.exec(link)[1], base).href);
}

function files(report, address, root) {
  const asked = report.audits["network-requests"].details.items.map(({ url }) => url.split("#")[0]);
  const html = readFileSync(join(root, new URL(address).pathname, "index.html"), "utf8");
  const own = [...asked, ...icons(html, address)].filter((url) => url.startsWith(base));
  return Object.fromEntries(own.map((url) => [url, body(root, new URL(url).pathname)?.data.length ?? 0]));
}

async function measured(address, root) {
  const chrome = await launch({ chromeFlags: CHROME, chromePath: process.env.CHROME_PATH });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error", onlyCategories: CATEGORIES });
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    const failed = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === "binary");
    return {
      scores: CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100)),
      lcp: lhr.audits["largest-contentful-paint"].numericValue,
      cls: lhr.audits["cumulative-layout-shift"].numericValue,
      tbt: lhr.audits["total-blocking-time"].numericValue,
      failed: failed.map(({ id }) => id),
      files: files(lhr, address, root),
    };
  } finally {
    await chrome.kill();
  }
}

async function middle(address, root, runs) {
  const all = [];
  while (all.length < runs) all.push(await measured(address, root));
  return all.sort((a, b) => a.lcp - b.lcp)[Math.floor(runs / 2)];
}

const { port, runs, sites } = JSON.parse(readFileSync(0, "utf8"));
const base = `http://localhost:${port}/`;
await new Promise((ready) => server.listen(port, "localhost", ready));
const results = [];
for (const { name, root, pages } of sites) {
  served = root;
  for (const [page, addresses] of Object.entries(pages)) {
    for (const [lang, path] of Object.entries(addresses)) {
      results.push({ site: name, page, lang, ...(await middle(base + path, root, runs)) });
      process.stderr.write(`${name} ${page} ${lang}\n`);
    }
  }
}
server.close();
server.closeAllConnections();
process.stdout.write(JSON.stringify(results));
