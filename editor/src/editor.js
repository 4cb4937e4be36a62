// The page of the form editor: told by configuration.json, in the language that whoever edits has chosen.

import { language } from "./language.js";
import CMS from "@sveltia/cms";
import "./editor.css";
import { completed } from "./completed.js";
import { pageFormat, recordFormat } from "./formats.js";
import { guarded } from "./host.js";
import { HouseStyle } from "./house_style.js";
import { nextNumber, seen } from "./numbers.js";
import { Preview, Records } from "./preview.js";

const PAGES = "pages";

globalThis.nextNumber = nextNumber;

const records = new Records();

/** The format that also tells which records there are. */
const counting = (kind, { fromFile, toFile }) => ({
  fromFile: (text) => {
    const content = fromFile(text);
    [content.id, ...(content.facts ?? [])].forEach(seen);
    records.add(kind, content);
    return content;
  },
  toFile: (content) => {
    seen(content.id);
    records.add(kind, content);
    return toFile(content);
  },
});

/** Sveltia CMS forbids enlarging the page on a telephone, which some need to read it. */
function letEnlarge() {
  for (const meta of document.querySelectorAll("meta[name=viewport] ~ meta[name=viewport]")) meta.remove();
}

// Pages that glide into each other take no key or press while they do: Ctrl+S was lost, and words typed at once.
document.startViewTransition = undefined;

new MutationObserver(letEnlarge).observe(document.head, { childList: true });

/** At the button that begins a record, Enter opens a menu in which there is nothing; it is to do what a press does. */
function beginByKey(event) {
  const button = event.target.closest("button[aria-keyshortcuts$='+E']");
  if (!button || !["Enter", " "].includes(event.key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  button.click();
}

addEventListener("keydown", beginByKey, true);

async function start() {
  const told = await (await fetch("configuration.json", { cache: "no-cache" })).json();
  const style = new HouseStyle(told.style);
  for (const [name, fields] of Object.entries(told.formats)) {
    const isPage = name === PAGES;
    const format = (isPage ? pageFormat : recordFormat)(style, fields);
    CMS.registerCustomFormat(name, isPage ? "md" : "yml", isPage ? format : counting(name, format));
  }
  CMS.registerEventListener({ name: "preSave", handler: completed(told) });
  const config = told.languages[language];
  const templates = Object.fromEntries(config.collections.map(({ name, summary }) => [name, summary]));
  const preview = new Preview(told.preview, templates, records);
  globalThis.previewed = (text, lang) => preview.shown(text, lang);
  window.fetch = guarded(window.fetch.bind(window), config.backend.branch);
  document.documentElement.lang = language;
  await CMS.init({ config });
}

start();
