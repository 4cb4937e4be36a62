// The one way in which a data file is written, as scripts/kb/read/house_style.py has it; its patterns come from there.
// A line whose value has not changed stays as it stands.

import { read } from "./yaml.js";

const SHOWN = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]*$/u;
const ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n" };
const LANGUAGES = ["fi", "sv"];
const BARE = new Set(["date", "integer", "flag"]);
const BILINGUAL = new Set(["bilingual", "addresses"]);

export class HouseStyle {
  /** `patterns` are those of the Python that defines the style. */
  constructor({ plain, listed, curly, notText }) {
    this.plain = new RegExp(`^(?:${plain})$`);
    this.listed = new RegExp(`^(?:${listed})$`);
    this.curly = new RegExp(`^(?:${curly})$`);
    this.notText = notText.map((pattern) => new RegExp(pattern));
  }

  /** The text of a record or of a page's front matter: `content` by the field list, on top of what stood there. */
  write(content, fields, before = "") {
    const known = read(before) ?? { entries: [], rest: [] };
    const old = new Map(known.entries.map((entry) => [entry.key, entry]));
    const lines = new Map();
    for (const entry of known.entries) {
      if (!fields[entry.key]) lines.set(entry.key, [...entry.above, ...entry.lines]);
    }
    for (const [name, field] of Object.entries(fields)) {
      const value = normalized(content[name], field);
      if (value !== null) lines.set(name, [...this.entry(name, value, field, old.get(name))]);
    }
    const order = inOrder([...old.keys()], Object.keys(fields));
    const all = order.flatMap((name) => lines.get(name) ?? []);
    return [...all, ...known.rest].join("\n").trimEnd();
  }

  *entry(name, value, field, old) {
    if (old && same(normalized(old.value, field), value)) {
      yield* [...old.above, ...old.lines];
      return;
    }
    yield* old?.above ?? [];
    const beside = old?.beside ?? "";
    if (BILINGUAL.has(field.type)) {
      yield `${name}:${beside}`;
      const parts = new Map((old?.parts ?? []).map((part) => [part.key, part]));
      for (const lang of LANGUAGES) yield* this.part(`  ${lang}: `, value[lang], field, parts.get(lang));
    } else if (!field.many) {
      yield `${name}: ${this.written(value, field)}${beside}`;
    } else if (field.oneALine) {
      yield `${name}:${beside}`;
      const parts = new Map((old?.parts ?? []).map((part) => [part.value, part]));
      for (const item of value) yield* this.part("  - ", item, field, parts.get(item));
    } else {
      yield `${name}: [${value.map((item) => this.written(item, field, true)).join(", ")}]${beside}`;
    }
  }

  *part(start, value, field, old) {
    yield* old?.above ?? [];
    if (old?.value === value) yield* old.lines;
    else yield `${start}${this.written(value, field)}`;
  }

  written(value, field, listed = false) {
    if (BARE.has(field.type)) return value;
    if (field.type === "phone" || !this.isPlain(value)) return quoted(value);
    return listed && !this.listed.test(value) ? quoted(value) : value;
  }

  isPlain(value) {
    const isText = !this.notText.some((pattern) => pattern.test(value));
    return SHOWN.test(value) && !this.curly.test(value) && this.plain.test(value) && isText;
  }
}

/** A value as its file has it: texts without spaces around them; null for what is left out. */
export function normalized(value, field) {
  if (value == null) return null;
  if (BILINGUAL.has(field.type)) {
    const words = Object.fromEntries(LANGUAGES.map((lang) => [lang, oneLine(value[lang])]));
    return LANGUAGES.some((lang) => words[lang]) ? words : null;
  }
  if (field.many) {
    const items = [].concat(value).map(oneLine).filter(Boolean);
    return items.length ? items : null;
  }
  const text = oneLine(value);
  return text === "" || (field.type === "flag" && text !== "true") ? null : text;
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The keys that stood there in their order, and each new one after the one that it follows in the field list. */
function inOrder(stood, declared) {
  const order = [...stood];
  declared.forEach((name, index) => {
    if (order.includes(name)) return;
    const before = declared.slice(0, index).filter((one) => order.includes(one)).pop();
    order.splice(before ? order.indexOf(before) + 1 : 0, 0, name);
  });
  return order;
}

function quoted(value) {
  if (value.includes('"') && !value.includes("'") && SHOWN.test(value)) return `'${value}'`;
  return `"${[...value].map(escaped).join("")}"`;
}

function escaped(letter) {
  if (letter in ESCAPES || SHOWN.test(letter)) return ESCAPES[letter] ?? letter;
  const number = letter.codePointAt(0);
  const [mark, digits] = number < 256 ? ["x", 2] : ["U", 8];
  return `\\${mark}${number.toString(16).toUpperCase().padStart(digits, "0")}`;
}

/** Line breaks come with what is pasted; a value is one line. */
function oneLine(value) {
  return String(value ?? "").replace(/\s*[\r\n]+\s*/g, " ").trim();
}
