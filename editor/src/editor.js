// The page of the form editor: told by configuration.json, in the language that whoever edits has chosen.

import CMS from "@sveltia/cms";
import "./editor.css";
import { pageFormat, recordFormat } from "./formats.js";
import { HouseStyle } from "./house_style.js";
import { chosenLanguage } from "./language.js";

const PAGES = "pages";

/** A new record's id is the name of its file. */
function named({ entry }) {
  const isRecord = entry.hasIn(["data", "id"]) && !entry.hasIn(["data", "body"]);
  return isRecord && entry.get("newRecord") ? entry.setIn(["data", "id"], entry.get("slug")) : entry;
}

async function start() {
  const told = await (await fetch("configuration.json", { cache: "no-cache" })).json();
  const style = new HouseStyle(told.style);
  for (const [name, fields] of Object.entries(told.formats)) {
    const isPage = name === PAGES;
    CMS.registerCustomFormat(name, isPage ? "md" : "yml", (isPage ? pageFormat : recordFormat)(style, fields));
  }
  CMS.registerEventListener({ name: "preSave", handler: named });
  const lang = chosenLanguage();
  document.documentElement.lang = lang;
  await CMS.init({ config: told.languages[lang] });
}

start();
