// YAML as lines that are known: which entry stands where, and which comments stand above and beside it.
// Every value is read as the text that stands there; the field list says what it means.

import { Lexer, isMap, isSeq, parseDocument } from "yaml";

const CONTROL = /^[\x02\x18\x1f\ufeff]$/;

/** The comments of a text by the number of their line, each with what stands before it on that line. */
function comments(text) {
  const found = new Map();
  let at = 0;
  let before = "";
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith("#") && before !== "\x1f") {
      const line = text.slice(0, at).split("\n").length - 1;
      const alone = !text.slice(text.lastIndexOf("\n", at - 1) + 1, at).trim();
      found.set(line, { alone, words: lexeme.trimEnd() });
    }
    if (!CONTROL.test(lexeme)) at += lexeme.length;
    before = lexeme;
  }
  return found;
}

/** The value of a node: a text, a list of texts, or texts by their keys. */
function valueOf(node) {
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(key.value), valueOf(value)]));
  if (isSeq(node)) return node.items.map(valueOf);
  return node?.value == null ? "" : String(node.value).trim();
}

class Lines {
  constructor(text) {
    this.text = text;
    this.lines = text.split("\n");
    this.comments = comments(text);
  }

  lineOf(node) {
    return this.text.slice(0, node.range[0]).split("\n").length - 1;
  }

  /** The items of a block with what belongs to each, between two lines of the text. */
  blocks(nodes, start, end) {
    const starts = nodes.map((node) => this.lineOf(node));
    return nodes.map((node, index) => {
      const from = starts[index];
      const next = starts[index + 1] ?? end;
      const last = index + 1 < nodes.length || end < this.lines.length ? this.lastOf(from, next) : this.lastOf(from, end);
      const previous = index ? this.lastOf(starts[index - 1], from) + 1 : start;
      return { above: this.lines.slice(previous, from), lines: this.lines.slice(from, last + 1), from, last };
    });
  }

  /** The last line before `next` that says something of what begins at `from`. */
  lastOf(from, next) {
    let last = next - 1;
    while (last > from && (!this.lines[last].trim() || this.comments.get(last)?.alone)) last -= 1;
    return last;
  }

  beside(from, last) {
    const found = [];
    for (let line = from; line <= last; line += 1) {
      const comment = this.comments.get(line);
      if (comment && !comment.alone) found.push(` ${comment.words}`);
    }
    return found.join("");
  }

  /** The entries of a mapping by key, in their order. */
  entries(map, start, end) {
    const blocks = this.blocks(map.items.map(({ key }) => key), start, end);
    return map.items.map(({ key, value }, index) => {
      const { above, lines, from, last } = blocks[index];
      const isBlock = value && !value.flow && this.lineOf(value) > from;
      const entry = { key: String(key.value), value: valueOf(value), above, lines, beside: "", parts: [] };
      if (isBlock && isMap(value)) entry.parts = this.entries(value, from + 1, last + 1);
      if (isBlock && isSeq(value)) entry.parts = this.items(value, from + 1, last + 1);
      entry.beside = this.beside(from, entry.parts.length ? from : last);
      return entry;
    });
  }

  items(list, start, end) {
    const blocks = this.blocks(list.items, start, end);
    return list.items.map((item, index) => ({ key: "", value: valueOf(item), beside: "", parts: [], ...blocks[index] }));
  }
}

/** What a text of YAML says: its entries, and the lines after the last of them; null if it cannot be read. */
export function read(text) {
  const document = parseDocument(text, { schema: "failsafe" });
  if (document.errors.length || (document.contents && !isMap(document.contents))) return null;
  const lines = new Lines(text);
  const entries = document.contents ? lines.entries(document.contents, 0, lines.lines.length) : [];
  const said = entries.reduce((sum, entry) => sum + entry.above.length + entry.lines.length, 0);
  return { entries, rest: lines.lines.slice(said) };
}
