// Bundles the editor into dist/: files of our own that ask nothing of any other host than the code host's API.
// What Sveltia CMS fetches from elsewhere, or has for fields that this site has not, is left out here.

import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CMS = "node_modules/@sveltia/cms/npm";
const LOCALES = /\/locales\/(fi|sv)\.json$/;

// Maps, syntax colours, pictures from telephones and their other formats: no field here uses them.
const UNUSED = /^(leaflet|terra-draw|svgo|exifr|@shikijs)(\/|-|$)|\/chunks\/(shiki|heic|webp)/;

const NOTHING = { path: "nothing", namespace: "left-out" };

const STATUS = "https://www.githubstatus.com/api/v2/status.json";
const FONT_FACES = /@font-face \{font-family:'(?:Source Sans 3|Noto Mono|Material Symbols Outlined)'[^}]*\}/g;
const TEXT_FONTS = /"(?:source-sans-3|noto-mono)-[\w-]+\.woff2":new URL\(new URL\(`[^`]+`,import\.meta\.url\)\.href,``\+import\.meta\.url\)\.href,/g;
const ICONS = /assets\/(material-symbols-outlined-latin-wght-normal)-[\w-]+\.woff2/g;

// A new source is begun from the fact that cites it, and both are one proposal; Sveltia CMS offers that only without
// proposals, since its board of proposals would list the fact alone.
const NOT_IN_PROPOSALS = /if\((\w+)\|\|(\w+)\((\w+)\)\)return;(let \w+=\w+\(\w+\);if\(!\(\w+\?\._type!==`entry`\|\|\w+\.create===!1)\|\|\w+\(\w+\)\)\)/g;

// What is saved is a proposal, which reviewers see: a draft would need one more decision, and in a fork be no proposal at all.
const DRAFT = "status:`draft`,pullRequest:";
const PROPOSED = "status:`pending_review`,pullRequest:";

// What must be filled in must be for a proposal, too; Sveltia CMS asks for it only when a draft becomes one.
const REQUIRED_LATER = /([\w$]+)=(\w)=>![\w$]+\(\2\)\|\|\([\w$]+\(\2\)\?\?`draft`\)!==`draft`/g;

// A form that opens takes the focus: not from a field where somebody is writing already, whose words would go nowhere.
const FOCUS = /([\w$]+\([\w$]+\))&&\(\1\.tabIndex=0,\1\.focus\(\)\)/g;

// The preview shows Markdown; what is the site's own in it is told by preview.js.
const PREVIEWED = /(\{markdown:\w,previewMap:\w\}=[\w$]+\()(\w)\.currentValue,/g;

// A new record waits for the proposals, as others do: a number that one of them has would be written over.
const AWAITS = /(\w)===`entries`&&\w&&!([\w$]+)\.current\?/g;

// The letters å, ä and ö are a and o in addresses, as kb/model/addresses.py has it, not ae and oe.
const TRANSLITERATED = /\{locale:(\w)&&\w+\.includes\(\1\)\?\1:void 0\}/g;

// A hidden field may ask the page for its default: the next free number, when proposals are counted, too.
const NO_SUCH_TAG = /(\w+)===`author-name`\?(\w+):``/g;

// Names of files are small letters, but for numbers such as P-509.
const LOWERED = /(\w)&&\((\w)=\2\.toLocaleLowerCase\(\)\),\2\}/g;

function replaced(text, what, by, times) {
  const found = text.split(what).length - 1;
  const made = what instanceof RegExp ? text.replace(what, by) : text.replaceAll(what, by);
  const count = what instanceof RegExp ? (text.match(what) ?? []).length : found;
  if (count !== times) throw new Error(`Sveltia CMS has changed: ${what} stands ${count} times, not ${times}`);
  return made;
}

function mended(text) {
  text = replaced(text, STATUS, "status.json", 1);
  text = replaced(text, FONT_FACES, "", 3);
  text = replaced(text, TEXT_FONTS, "", 2);
  text = replaced(text, NOT_IN_PROPOSALS, "if($1)return;$4))", 1);
  text = replaced(text, DRAFT, PROPOSED, 1);
  text = replaced(text, REQUIRED_LATER, "$1=()=>!0", 1);
  text = replaced(text, FOCUS, "$1&&($1.tabIndex=0,$1.contains(document.activeElement)||$1.focus())", 2);
  text = replaced(text, PREVIEWED, "$1globalThis.previewed($2.currentValue,$2.locale),", 1);
  text = replaced(text, AWAITS, "!$2.current?", 1);
  text = replaced(text, TRANSLITERATED, "{locale:`sv`}", 1);
  text = replaced(text, NO_SUCH_TAG, "$1===`author-name`?$2:globalThis.nextNumber?.($1)??``", 1);
  text = replaced(text, LOWERED, "($1||!/^[A-Z]+-\\d+$/.test($2))&&($2=$2.toLocaleLowerCase()),$2}", 1);
  return replaced(text, ICONS, "icons.woff2", 1);
}

const lean = {
  name: "lean",
  setup(bundler) {
    bundler.onResolve({ filter: UNUSED }, () => NOTHING);
    bundler.onResolve({ filter: /\/locales\/[\w-]+\.json$/ }, ({ path }) =>
      LOCALES.test(path) ? null : NOTHING);
    bundler.onLoad({ filter: /./, namespace: "left-out" }, () => ({ contents: "export default {}" }));
    bundler.onLoad({ filter: LOCALES }, async ({ path }) => ({ contents: await strings(path), loader: "json" }));
    bundler.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path }) => ({
      contents: mended(await readFile(path, "utf8")),
    }));
  },
};

/** The strings of a locale with ours: those that it lacks, and a few in words that officials use. */
async function strings(path) {
  const locale = JSON.parse(await readFile(path, "utf8"));
  const ours = JSON.parse(await readFile(here(`src/strings/${path.match(LOCALES)[1]}.json`), "utf8"));
  for (const [key, words] of Object.entries(ours)) {
    const parts = key.split(".");
    const last = parts.pop();
    parts.reduce((inside, part) => (inside[part] ??= {}), locale)[last] = words;
  }
  return JSON.stringify(locale);
}

await rm(here("dist"), { recursive: true, force: true });
const made = await build({
  absWorkingDir: here("."),
  entryPoints: { editor: "src/editor.js" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "linked",
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [lean],
  metafile: true,
  logLevel: "warning",
});
await copyFile(here(`${CMS}/assets/material-symbols-outlined.LICENSE.txt`), here("dist/icons.LICENSE.txt"));
await writeFile(here("dist/status.json"), '{"status":{"indicator":"none"}}\n');
for (const [file, { bytes }] of Object.entries(made.metafile.outputs)) {
  if (bytes > 100_000) console.log(`${file}: ${bytes} bytes`);
}
