// Reads cases as JSON from standard input and tells what the editor's formats make of them.
// A case: the format, the text of a file, and values to set. `asFresh` writes the values without the file that they came from.

import { readFileSync } from "node:fs";
import { HouseStyle } from "../editor/src/house_style.js";
import { FILE, pageFormat, recordFormat } from "../editor/src/formats.js";

const { style, formats, cases } = JSON.parse(readFileSync(0, "utf8"));
const house = new HouseStyle(style);

/** What the form adds on its own: every field that is left open, empty. */
function asShown(content, fields) {
  const empty = ([key, { type, many }]) => {
    if (many) return [key, []];
    if (type === "flag") return [key, false];
    if (type === "bilingual" || type === "addresses") return [key, { fi: "", sv: "" }];
    return [key, type === "integer" ? null : ""];
  };
  return { ...Object.fromEntries(Object.entries(fields).map(empty)), ...content };
}

function done({ format, text, set = {}, asFresh = false }) {
  const fields = formats[format];
  const { fromFile, toFile } = format === "pages" ? pageFormat(house, fields) : recordFormat(house, fields);
  const content = { ...asShown(fromFile(text.trim()), fields), ...set };
  if (asFresh) delete content[FILE];
  return `${toFile(content).trim()}\n`;
}

process.stdout.write(JSON.stringify(cases.map(done)));
