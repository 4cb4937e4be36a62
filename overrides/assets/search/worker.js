// Search beside the page: a question comes in, results go out, cut and marked for showing.
// Its name is the page's language. A text is a list of parts: [words, whether they match].
import { createEngine, fold, wordsIn } from "./engine.js";

// The code stands in a folder named by its content, the index in others; only search.json, which names these, is read anew.
const SITE = new URL("../../../", import.meta.url);
// Characters of a snippet: two to three lines; and of what may stand before the first match.
const LENGTH = 190;
const BEFORE = 60;

let failures = 0;
let engine = null;

const load = async (path) => {
  const fresh = path === "search.json";
  const answer = await fetch(new URL(fresh ? path : `assets/search/${path}`, SITE), { cache: fresh ? "no-cache" : "default" });
  const text = answer.ok ? await answer.text() : "";
  // Some servers answer with a page of theirs instead of an error; a file cut short lacks the empty line at its end.
  if (text.startsWith("<") || !text.endsWith("\n\n")) throw new Error(`${path}: ${answer.status}`);
  return text;
};

const read = (path) => load(path).catch((error) => {
  failures += 1;
  throw error;
});

// A word matches as a form of what was found, or as a compound with such a form in it: anywhere if the
// form has six letters, otherwise at one end, as short forms stand inside too many words.
const matcher = (marks) => {
  const parts = [...marks].filter((mark) => mark.length >= 4);
  const inside = (word, mark) => (mark.length >= 6 ? word.includes(mark) : word.startsWith(mark) || word.endsWith(mark));
  const matches = (word) => marks.has(word) || word.split(/[-’']/).some((part) => marks.has(part))
    || parts.some((mark) => word.length >= mark.length + 3 && inside(word, mark));
  const known = new Map();
  return (text) => wordsIn(text).flatMap(({ word: read, start, end }) => {
    const word = fold(read);
    if (!known.has(word)) known.set(word, matches(word));
    return known.get(word) ? [{ start, end, kin: word.slice(0, 4) }] : [];
  });
};

// How many different words there are, which is what the first four letters tell.
const kinds = (hits) => new Set(hits.map(({ kin }) => kin)).size;

// The value of a place in a text: 3 for each different word, up to 1 for how many hits there are and as much
// for two that stand close together, so that these only decide between equals.
const worth = (hits) => 3 * kinds(hits) + Math.min(hits.length, 5) / 5
  + (hits.some(({ start, kin }, at) => at > 0 && kin !== hits[at - 1].kin && start - hits[at - 1].end < 3) ? 1 : 0);

// The text from one place to another, as parts that match and parts that do not.
const parts = (text, hits, from = 0, to = text.length) => {
  const found = [];
  let at = from;
  for (const { start, end } of hits.filter((hit) => hit.start >= from && hit.end <= to)) {
    found.push([text.slice(at, start), false], [text.slice(start, end), true]);
    at = end;
  }
  return [...found, [text.slice(at, to), false]].filter(([words]) => words);
};

// Where to begin: with the sentence if it began not long ago, otherwise a few words before.
const beginning = (text, at) => {
  if (at <= BEFORE) return 0;
  const sentence = text.lastIndexOf(". ", at) + 2;
  return sentence > Math.max(1, at - 2 * BEFORE) ? sentence : Math.min(at, text.indexOf(" ", at - BEFORE) + 1);
};

// The stretch of a text that has the most of what was asked, or its beginning, cut between words.
const snippet = (text, hits, fromStart) => {
  const windows = fromStart ? [] : hits.map(({ start }) => {
    const from = beginning(text, start);
    return { from, value: worth(hits.filter((hit) => hit.start >= from && hit.end <= from + LENGTH)) };
  });
  const { from } = windows.reduce((best, one) => (one.value > best.value ? one : best), windows[0] ?? { from: 0 });
  const last = hits.findLast(({ end }) => end <= from + LENGTH)?.end ?? 0;
  const to = text.length <= from + LENGTH ? text.length : Math.max(last, text.lastIndexOf(" ", from + LENGTH));
  const shown = parts(text, hits, from, to);
  const cut = from > 0 && !text.slice(0, from).endsWith(". ");
  return [...(cut ? [["… ", false]] : []), ...shown, ...(to < text.length ? [[" …", false]] : [])];
};

// A result for showing: title, crumb and up to three sections that match, the best first; a heading counts
// twice as much as its text. A page whose title says it all is told by its first words.
const SECTIONS = 3;
const shown = ({ url, title, crumb, near, sections }, hitsIn) => {
  const inTitle = hitsIn(title);
  const all = sections.map(([anchor, heading, text]) => {
    const [inHeading, inText] = [hitsIn(heading), hitsIn(text)];
    return { anchor, heading, text, inHeading, inText, value: worth(inText) + 2 * worth(inHeading) };
  });
  const [lead] = all;
  const isTold = lead?.text && !lead.heading && inTitle.length > 0
    && all.every(({ inHeading, inText }) => kinds([...inHeading, ...inText]) <= kinds(inTitle));
  if (isTold) lead.value = Infinity;
  const [best, ...rest] = all.sort((one, other) => other.value - one.value);
  const named = ({ anchor, heading, inHeading }) => (anchor ? { anchor, heading: parts(heading, inHeading) } : null);
  const more = rest.filter(({ anchor, value }) => anchor && value > 0 && value >= rest[0].value / 2).slice(0, SECTIONS - 1);
  return {
    url, crumb, near, title: parts(title, inTitle), more: more.map(named),
    section: best ? named(best) : null, snippet: best ? snippet(best.text, best.inText, isTold) : [],
  };
};

// `chosen` are a phase and a theme, each an id or empty; without it, as in the panel, nothing is chosen or
// counted. An empty query finds every page of a choice.
const answer = async ({ query, limit, chosen }) => {
  engine ??= createEngine(read, self.name);
  const before = failures;
  const rows = chosen ? await engine.groups() : [];
  const kept = new Set(rows.filter(([, ...groups]) => groups.every((own, at) => !chosen[at] || own.includes(chosen[at]))).map(([number]) => number));
  const isChosen = kept.size < rows.length;
  const { results, all, total, way, marks, unknown, instead } = query || !chosen
    ? await engine.search(query, { limit, keep: (number) => !isChosen || kept.has(number) })
    : { results: isChosen ? await engine.listed([...kept].slice(0, limit)) : [], all: [...kept] };
  if (results.length === 0 && failures > before) throw new Error("files are missing");
  const hitsIn = matcher(marks ? await marks() : new Set());
  return {
    way, unknown, instead, results: results.map((result) => shown({ ...result, near: isChosen || result.near }, hitsIn)),
    total: isChosen ? all.filter((number) => kept.has(number)).length : total,
    rows: query ? rows.filter(([number]) => all.includes(number)) : rows,
  };
};

self.addEventListener("message", async ({ data }) => {
  try {
    self.postMessage({ id: data.id, ...await answer(data) });
  } catch {
    engine = null;
    self.postMessage({ id: data.id, failed: true });
  }
});
