// What the preview shows of a page's text that is no plain Markdown: citations by the names of their sources, directives
// as boxes that say what will stand there, notices as boxes. Words and names come from configuration.json and the records.

const DIRECTIVE = /^\s*<!--\s*kb:([a-z-]+)((?:\s+[a-z]+=[^\s>]+)*)\s*-->\s*$/;
const NOTICE = /^!!!\s+([\w-]+)(?:\s+"([^"]*)")?\s*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const INLINE = /(`+)[^`][\s\S]*?\1|\[\^([\w-]+)\]|[ \t]*\{(?:[#.:]|[\w-]+=)[^}\n]*\}/g;
const PLACE = /\{\{([\w.]+)\}\}/g;

/** What records are called, and what each fact is cited from; filled as the form reads them. */
export class Records {
  #names = new Map();
  #sources = new Map();

  add(kind, content) {
    this.#names.set(`${kind}/${content.id}`, content);
    const own = [].concat(content.facts ?? []);
    if (kind === "facts") this.#sources.set(content.id, [].concat(content.sources ?? []).map((id) => ["sources", id]));
    for (const fact of own) if (!this.#sources.has(fact)) this.#sources.set(fact, [[kind, content.id]]);
  }

  /** The name of a record by the template of its list. */
  named(kind, id, templates, lang) {
    const content = this.#names.get(`${kind}/${id}`);
    if (!content) return "";
    const value = (path) => path.split(".").reduce((inside, key) => inside?.[key === "fi" || key === "sv" ? lang : key], content);
    return templates[kind]?.replace(PLACE, (_, path) => value(path) ?? "").trim() ?? "";
  }

  sourcesOf(fact) {
    return this.#sources.get(fact);
  }
}

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The text of a page as Markdown and HTML for the preview. */
export class Preview {
  constructor(told, templates, records) {
    Object.assign(this, { told, templates, records });
  }

  shown(text, lang) {
    this.lang = lang in this.told ? lang : Object.keys(this.told)[0];
    this.words = this.told[this.lang];
    return this.#blocks(text.split("\n")).join("\n");
  }

  #blocks(lines) {
    const made = [];
    let fence = "";
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at];
      const [, mark] = line.match(FENCE) ?? [];
      if (mark && (!fence || line.trim() === fence)) fence = fence ? "" : mark;
      const notice = !fence && line.match(NOTICE);
      const directive = !fence && line.match(DIRECTIVE);
      if (notice) {
        const inside = this.#indented(lines, at + 1);
        at += inside.length;
        made.push(...this.#notice(notice, inside));
      } else if (directive) made.push("", this.#directive(...directive.slice(1)), "");
      else made.push(fence || mark ? line : this.#inline(line));
    }
    return made;
  }

  #indented(lines, start) {
    let end = start;
    for (let at = start; at < lines.length && (!lines[at].trim() || /^ {4}/.test(lines[at])); at += 1) {
      if (lines[at].trim()) end = at + 1;
    }
    return lines.slice(start, end).map((line) => line.slice(4));
  }

  #notice([, type, title], inside) {
    const heading = title ?? this.words.notices[type] ?? type;
    return ["", '<aside class="notice">', "", `**${heading}**`, "", ...this.#blocks(inside), "", "</aside>", ""];
  }

  #directive(name, written) {
    const known = this.words.directives[name];
    if (!known) return `<aside class="directive">kb:${escaped(name)}: ${this.words.notFound}</aside>`;
    const details = [...written.matchAll(/([a-z]+)=(\S+)/g)].map(([, key, id]) => {
      const { about = key, kind } = known.arguments[key] ?? {};
      return `${about}: ${this.#named(kind, id)}`;
    });
    const what = details.length ? `${known.about} (${details.join("; ")})` : known.about;
    return `<aside class="directive">${escaped(this.words.standsHere.replace("{what}", what))}</aside>`;
  }

  #named(kind, id) {
    return this.words.names[kind]?.[id] || this.records.named(kind, id, this.templates, this.lang) || id;
  }

  #inline(line) {
    return line.replace(INLINE, (all, code, fact) => (code ? all : fact ? this.#citation(fact) : ""));
  }

  #citation(fact) {
    const sources = this.records.sourcesOf(fact);
    const name = sources?.map(([kind, id]) => this.#named(kind, id)).join("; ");
    const words = name ? this.words.cited.replace("{name}", name) : this.words.notFound;
    return `<small class="cited">[${escaped(`${fact}, ${words}`)}]</small>`;
  }
}
