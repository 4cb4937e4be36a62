// The formats of the editor: a record's file and a page's, read into the values that the form shows and written back.
// What a file was travels with its values, so that all that nobody changed stays byte for byte.

import { normalized } from "./house_style.js";
import { read } from "./yaml.js";

export const FILE = "file_as_it_was";
const FRONT = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const TITLE = /^(\s*)#[ \t]+([^\n]*?)[ \t]*(?:\n|$)/;

/** What the form shows of a value that a file has. */
function shown(value, field) {
  if (field.type === "flag") return value === "true";
  if (field.type === "integer") return /^\d{1,15}$/.test(value) ? Number(value) : value;
  if (field.many) return [].concat(value);
  return value;
}

function values(text, fields) {
  const known = read(text);
  if (!known) throw new Error("YAML");
  return Object.fromEntries(
    known.entries.filter(({ key }) => fields[key]).map(({ key, value }) => [key, shown(value, fields[key])]));
}

export function recordFormat(style, fields) {
  return {
    fromFile: (text) => ({ ...values(text, fields), [FILE]: text }),
    toFile: (content) => style.write(content, fields, content[FILE]),
  };
}

/** A page: front matter, the heading that is its title, and the text below it. */
function pageParts(text) {
  const front = text.match(FRONT);
  const rest = text.slice(front?.[0].length ?? 0);
  const heading = rest.match(TITLE);
  const body = rest.slice(heading?.[0].length ?? 0);
  return { front: front?.[1] ?? "", hasFront: Boolean(front), title: heading?.[2] ?? "", heading: heading?.[0] ?? "", body };
}

export function pageFormat(style, fields) {
  return {
    fromFile: (text) => {
      const { front, title, body } = pageParts(text);
      return { ...values(front, fields), title, body: body.trim(), [FILE]: text };
    },
    toFile: (content) => {
      const before = content[FILE] ?? "";
      const old = pageParts(before);
      const words = style.write(content, fields, old.front.trimEnd());
      const isSame = Object.entries(values(old.front, fields)).every(
        ([key, value]) => JSON.stringify(normalized(value, fields[key])) === JSON.stringify(normalized(content[key], fields[key])))
        && Object.keys(fields).every((key) => key in values(old.front, fields) || normalized(content[key], fields[key]) === null);
      const front = isSame && before ? before.slice(0, before.length - old.heading.length - old.body.length)
        : words ? `---\n${words}\n---\n` : "";
      return front + titled(content, old) + bodied(content, old);
    },
  };
}

function titled(content, old) {
  const title = String(content.title ?? "").trim();
  if (old.heading && title === old.title) return old.heading;
  return title ? `\n# ${title}\n` : "";
}

function bodied(content, old) {
  const body = [String(content.body ?? "").trim(), pictured(content.picture)].filter(Boolean).join("\n\n");
  if (body === old.body.trim()) return old.body;
  return body ? `\n${body}\n` : "";
}

/** The line of a picture that is new; its description stands where marks of Markdown would end it. */
function pictured(picture) {
  if (!picture?.file) return "";
  const words = String(picture.alt ?? "").replace(/\s+/g, " ").replace(/[[\]\\]/g, "\\$&").trim();
  return `![${words}](${picture.file})`;
}
