// The page of the form editor: told by configuration.json, in the language that whoever edits has chosen.

import { language } from "./language.js";
import CMS from "@sveltia/cms";
import "./editor.css";
import { completed } from "./completed.js";
import { pageFormat, recordFormat } from "./formats.js";
import { HouseStyle } from "./house_style.js";

const PAGES = "pages";

async function start() {
  const told = await (await fetch("configuration.json", { cache: "no-cache" })).json();
  const style = new HouseStyle(told.style);
  for (const [name, fields] of Object.entries(told.formats)) {
    const isPage = name === PAGES;
    CMS.registerCustomFormat(name, isPage ? "md" : "yml", (isPage ? pageFormat : recordFormat)(style, fields));
  }
  CMS.registerEventListener({ name: "preSave", handler: completed(told) });
  document.documentElement.lang = language;
  await CMS.init({ config: told.languages[language] });
}

start();
