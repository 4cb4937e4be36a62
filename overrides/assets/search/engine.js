// Search over the index that kb.search writes; scripts/kb/search/FORMAT.md specifies its files.
// `read(path)` gives a Promise of a file's text, relative to the folder of all indexes.
//
// Words on the way from a query to results:
//   form     { form, folded, terms: [[number, rarity]], alias }: a word as the index has it
//   term     { number, rarity, weight, form }: a term that a word may mean; weight 0–1 is how likely
//   group    terms of which a page need have only one; a word is one group, a compound's parts several
//   resolved { groups, how } of a word, `how` being the first way below by which it was known
//   hit      { page, whole, score }: a page's number, whether it has all that was asked, its points
//
// Weights and limits were tuned with `make search-eval` on both languages' queries, and limits of how
// many shards and terms are looked at by `make search-bench`: a first query stays under 60 kB. Whoever
// changes one measures again.

const FOLDS = { å: "a", ä: "a", ö: "o", é: "e", ü: "u", á: "a", à: "a", è: "e", ó: "o", í: "i", ñ: "n", ç: "c" };
export const fold = (text) => text.toLowerCase().replace(/[åäöéüáàèóíñç]/g, (letter) => FOLDS[letter]);

// `3K1A12b`: steps between page numbers, each with the letter of a weight, A–Z and a–z for 1/52 to 1.
const DIGITS = /(\d+)([A-Za-z])/g;
const level = (letter) => {
  const code = letter.charCodeAt(0);
  return (code < 97 ? code - 64 : code - 70) / 52;
};

// Damerau-Levenshtein distance (one step for two letters that have changed places), given up once it
// exceeds `most`.
const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length];
};

// The name of a prefix's shard: files.py has the same.
const fileName = (prefix) => [...prefix].map((c) => (/[a-z0-9]/i.test(c) ? c : `_${c.codePointAt(0).toString(16)}_`)).join("");

// Two rankings as one: a page that both found has the sum of its scores.
const merge = (first, second) => {
  const sums = new Map(first.map((hit) => [hit.page, hit]));
  for (const hit of second) {
    const earlier = sums.get(hit.page);
    sums.set(hit.page, { ...hit, ...earlier, score: hit.score + (earlier?.score ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.score - a.score || a.page - b.page);
};

const createIndex = (read, lang, folder) => {
  // Each file is read once; one that could not be had is asked for again the next time.
  const kept = new Map();
  const once = (path, parse) => {
    if (!kept.has(path)) {
      const loading = read(`${folder}/${path}`).then(parse);
      loading.catch(() => kept.delete(path));
      kept.set(path, loading);
    }
    return kept.get(path);
  };

  const manifest = () => once("manifest.txt", (text) => {
    const [entries, shards, starts, functionWords] = text.split("\n");
    let at = 0;
    return {
      entries: Number(entries),
      shards: new Set(shards.split(" ")),
      names: shards.split(" "),
      starts: starts.split(" ").map((step) => (at += parseInt(step, 16))),
      functionWords: new Set(functionWords.split(" ")),
    };
  });

  // A shard as a list of forms. An alias has no rarity of its own: 3 is that of a word on few pages.
  const shard = (name) => once(`t/${name}.txt`, (text) => text.split("\n").filter(Boolean).flatMap((line) => {
    const [stem, endings, first, rarity] = line.split(" ");
    const terms = first[0] === "="
      ? first.slice(1).split(",").map((number) => [parseInt(number, 16), 3])
      : [[parseInt(first, 16), parseInt(rarity, 16) / 10]];
    return endings.split(",").map((ending) => ({ form: stem + ending, folded: fold(stem + ending), terms, alias: first[0] === "=" }));
  }));

  // The shards that may hold forms beginning like the word: its own, the one of its longest prefix from
  // 8 letters down to 2, or four of those that go on from a short beginning.
  const shardsOf = async (folded) => {
    const { shards, names } = await manifest();
    for (let length = Math.min(8, folded.length); length >= 2; length -= 1) {
      const name = fileName(folded.slice(0, length));
      if (shards.has(name)) return Promise.all([shard(name)]);
    }
    const start = fileName(folded);
    return Promise.all(names.filter((name) => name.startsWith(start)).slice(0, 4).map(shard));
  };
  const formsNear = async (folded) => (await shardsOf(folded)).flat();

  // The pages of a term as [page, weight]; its posting file is the last that does not begin after it.
  const postings = async (number) => {
    const { starts } = await manifest();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= number) low = middle;
      else high = middle - 1;
    }
    const lines = await once(`p/${low}.txt`, (text) => text.split("\n"));
    let page = -1;
    return [...(lines[number - starts[low]] ?? "").matchAll(DIGITS)].map(([, step, letter]) => {
      page += Number(step);
      return [page, level(letter)];
    });
  };

  // The terms of a form that is in the index. Where a form has the very diacritics that were typed,
  // those without are half as likely: ”sätt” is not ”satt”. An alias counts if nothing else does.
  const known = (forms, word, folded) => {
    const same = forms.filter((entry) => entry.folded === folded);
    const real = same.filter(({ alias }) => !alias);
    const found = real.length > 0 ? real : same;
    const exact = found.some(({ form }) => form === word);
    return found.flatMap(({ terms, form }) => terms.map(([number, rarity]) => ({
      number, rarity, weight: exact && form !== word ? 0.5 : 1, form,
    })));
  };

  // A compound as [first part, last part], each a group: the longest beginning whose rest is known. If
  // no rest is, the longest beginning alone. Parts have three letters at least; `glue` joins them in
  // Swedish. Six beginnings are tried, as each may fetch another shard.
  const split = async (word, forms) => {
    const folded = fold(word);
    const firsts = new Map();
    for (const entry of forms) {
      const { folded: part } = entry;
      if (part.length >= 3 && part.length <= folded.length - 3 && folded.startsWith(part)) {
        firsts.set(part, [...(firsts.get(part) ?? []), entry]);
      }
    }
    let best = null;
    for (const [part, entries] of [...firsts].sort(([a], [b]) => b.length - a.length).slice(0, 6)) {
      for (const glue of ["", "s", "-", "o", "e"]) {
        const rest = folded.slice(part.length);
        if (!rest.startsWith(glue)) continue;
        const last = rest.slice(glue.length);
        if (last.length < 3) continue;
        const tail = await resolveTail(last);
        if (tail.length > 0) {
          const head = entries.flatMap(({ terms, form }) => terms.map(([number, rarity]) => ({ number, rarity, weight: 0.8, form })));
          return [unique(head), unique(tail)];
        }
      }
      best ??= [unique(entries.flatMap(({ terms, form }) => terms.map(([number, rarity]) => ({ number, rarity, weight: 0.5, form }))))];
    }
    return best;
  };

  // Each term once, with its greatest weight.
  const unique = (terms) => {
    const byNumber = new Map();
    for (const term of terms) {
      const earlier = byNumber.get(term.number);
      if (!earlier || earlier.weight < term.weight) byNumber.set(term.number, term);
    }
    return [...byNumber.values()];
  };

  // The last part of a compound: a known form, itself a compound, or at least kin of a known word.
  const resolveTail = async (word) => {
    const folded = fold(word);
    const forms = await formsNear(folded);
    const found = known(forms, word, folded);
    if (found.length > 0) return found;
    const parts = word.length >= 6 ? await split(word, forms) : null;
    if (parts && parts.length > 1) return parts.flat();
    return word.length >= 6 ? related(forms, folded) : [];
  };

  // Words that are longer than what was typed: the shorter the rest, the likelier.
  const beginning = (forms, folded) => {
    const longer = forms.filter((entry) => entry.folded.startsWith(folded) && !entry.alias);
    const shortest = new Map();
    for (const { folded: form, terms } of longer) {
      for (const [number, rarity] of terms) {
        const rest = form.length - folded.length;
        if (!(shortest.get(number)?.rest <= rest)) shortest.set(number, { number, rarity, rest, form });
      }
    }
    return [...shortest.values()].sort((a, b) => a.rest - b.rest).slice(0, 12)
      .map((term) => ({ ...term, weight: 0.85 / (1 + term.rest / 8) }));
  };

  // Words that share two thirds of what was typed, five letters at least: anmälningar with anmälan,
  // budjetti with budjetointi.
  const related = (forms, folded) => {
    const least = Math.max(5, Math.ceil(folded.length * 0.65));
    const start = folded.slice(0, least);
    return forms.filter((entry) => entry.folded.startsWith(start) && !entry.alias).slice(0, 60)
      .flatMap(({ terms, form }) => terms.map(([number, rarity]) => ({ number, rarity, weight: 0.6, form })));
  };

  // The words that are fewest slips of the keyboard away, `most` at the most.
  const slips = (forms, folded, most) => {
    let best = most;
    let near = [];
    for (const entry of forms) {
      const steps = distance(folded, entry.folded, best);
      if (steps > best || steps === 0) continue;
      if (steps < best) near = [];
      best = steps;
      near.push(entry);
    }
    return near.slice(0, 12).flatMap(({ terms, form }) => terms.map(([number, rarity]) => ({ number, rarity, weight: 0.75 - 0.15 * best, form })));
  };

  // A slip among the first letters leads to another shard: swapped, missing or doubled there.
  const otherStarts = (folded) => [
    folded[1] + folded[0] + folded.slice(2),
    folded.slice(1),
    folded[0] + folded.slice(2),
    folded[0] + folded[2] + folded[1] + folded.slice(3),
  ].filter((start) => start.length > 3);

  // An unknown compound says what kind of thing it is, by the longest known word at its end, and
  // what that is about if words begin as it does: kiusaamistilanne with tilanne and kiusaaminen.
  const ending = async (forms, folded, first) => {
    const longest = Math.min(15, folded.length - 3);
    const ends = Array.from({ length: Math.max(0, longest - 3) }, (_, i) => folded.slice(i - longest));
    const found = await Promise.all(ends.map(async (end) => known(await formsNear(end), end, end)));
    const at = found.findIndex(({ length }) => length > 0);
    if (at < 0) return first;
    const last = unique(found[at]).map((term) => ({ ...term, weight: 0.5 }));
    const kin = unique(related(forms, folded.slice(0, -ends[at].length)));
    return [...(kin.length > 0 ? [kin] : first ?? []), last];
  };

  // What a word means, by ever weaker ways of knowing it. One slip in a long word is likelier than that
  // it is a compound of two words that happen to fit; in a short one it is the other way round.
  const resolve = async (word) => {
    const folded = fold(word);
    const forms = await formsNear(folded);
    const exact = unique(known(forms, word, folded));
    if (exact.length > 0) return { groups: [exact], how: "exact" };
    if (word.includes("-")) {
      const pieces = (await Promise.all(word.split("-").filter((piece) => piece.length > 1).map(resolve))).filter(({ groups }) => groups.length > 0);
      if (pieces.length > 0) return { groups: pieces.flatMap(({ groups }) => groups), how: "parts" };
    }
    const longer = folded.length >= 3 ? beginning(forms, folded) : [];
    if (longer.length > 0) return { groups: [unique(longer)], how: "beginning" };
    const slip = folded.length >= 7 ? unique(slips(forms, folded, 1)) : [];
    if (slip.length > 0) return { groups: [slip], how: "slip" };
    const parts = word.length >= 6 ? await split(word, forms) : null;
    if (parts && parts.length > 1) return { groups: parts, how: "parts" };
    const kin = related(forms, folded);
    if (kin.length > 0) return { groups: [unique(kin)], how: "kin" };
    const slipped = unique(slips(forms, folded, folded.length < 4 ? 0 : folded.length < 8 ? 1 : 2));
    if (slipped.length > 0) return { groups: [slipped], how: "slip" };
    for (const start of otherStarts(folded)) {
      const near = unique(slips(await formsNear(start), folded, 1));
      if (near.length > 0) return { groups: [near], how: "slip" };
    }
    const some = await ending(forms, folded, parts);
    if (some) return { groups: some, how: "part" };
    return { groups: [], how: "none" };
  };

  // The words of a query, the first twelve of its first 300 characters; an abbreviation's case ending
  // after a colon is left out, as in the index (`tokens` in pages.py).
  const words = (query) => (query.toLowerCase().slice(0, 300).replace(/(\p{L}):\p{L}{1,4}(?!\p{L})/gu, "$1")
    .match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? []).slice(0, 12);

  // The words that say what it is about: all but function words, or all if there are no others.
  const content = async (all) => {
    const { functionWords } = await manifest();
    const rest = all.filter((word) => !functionWords.has(word));
    return rest.length > 0 ? rest : all;
  };

  // The rarity of a word that nothing is known of: a page cannot have it, and lacks that much.
  const UNKNOWN = 4;
  // Pages below which a compound is looked for by its parts, too, and what such a page counts.
  const FEW = 24;
  const AS_PARTS = 0.5;
  // The place of a glossary entry at the latest, from 0.
  const THIRD = 2;

  // Pages by their points: the sum over groups of the best term's weight on the page, its rarity and its
  // likelihood. A page that has all that was asked keeps them all, one that has nearly nothing 30 %.
  const score = async (resolved) => {
    const sums = new Map();
    let whole = 0;
    for (const { groups } of resolved) {
      if (groups.length === 0) whole += UNKNOWN;
      for (const group of groups) {
        const rarity = Math.max(...group.map((term) => term.rarity * term.weight));
        whole += rarity;
        const best = new Map();
        for (const term of group) {
          for (const [page, weight] of await postings(term.number)) {
            const points = weight * term.rarity * term.weight;
            if (!(best.get(page) >= points)) best.set(page, points);
          }
        }
        for (const [page, points] of best) {
          const sum = sums.get(page) ?? { points: 0, covered: 0 };
          sums.set(page, { points: sum.points + points, covered: sum.covered + rarity });
        }
      }
    }
    return [...sums].map(([page, { points, covered }]) => ({ page, whole: covered === whole, score: points * (0.3 + 0.7 * (covered / whole)) }))
      .sort((a, b) => b.score - a.score || a.page - b.page);
  };

  // A word that the glossary explains leads to it, too: its entry is third at the latest.
  const explained = async (ranked) => {
    const { entries } = await manifest();
    const at = ranked.findIndex(({ page, whole }) => page >= entries && whole);
    return at < THIRD ? ranked : [...ranked.slice(0, THIRD), { ...ranked[at], score: ranked[THIRD].score }, ...ranked.slice(THIRD, at), ...ranked.slice(at + 1)];
  };

  const page = (number) => once(`d/${number}.json`, JSON.parse);

  // A compound asked alone that stands on few pages is looked for by its parts, too: avustushaku
  // on a page about grants whose title says haku.
  const withParts = async (asked, resolved, ranked) => {
    const [word] = asked;
    if (asked.length !== 1 || resolved[0].how !== "exact" || word.length < 6 || ranked.length >= FEW) return ranked;
    const groups = await split(word, await formsNear(fold(word)));
    if (!groups) return ranked;
    return merge(ranked, (await score([{ groups }])).map((hit) => ({ ...hit, score: AS_PARTS * hit.score })));
  };

  // Ranked hits, without fetching the pages, and the shares of words that were known as they stand
  // (`exact`), at least as a beginning (`begun`), or with little doubt (`sure`).
  const rank = async (query, alone = false) => {
    const asked = await content(words(query));
    const resolved = await Promise.all(asked.map(resolve));
    const found = await score(resolved);
    const ranked = await explained(alone ? await withParts(asked, resolved, found) : found);
    const share = (...ways) => resolved.filter(({ how }) => ways.includes(how)).length / Math.max(1, asked.length);
    return { asked, resolved, ranked, found: found.length, exact: share("exact"), begun: share("exact", "beginning"), sure: share("exact", "parts", "slip") };
  };

  // Every form of the terms that were found, for marking them in the text.
  const formsOf = async ({ asked, resolved }) => {
    const numbers = new Set(resolved.flatMap(({ groups }) => groups.flat().map(({ number }) => number)));
    const near = await Promise.all([...asked, ...resolved.flatMap(({ groups }) => groups.flat().map(({ form }) => form))]
      .map((word) => formsNear(fold(word))));
    return new Set(near.flat().filter(({ terms }) => terms.some(([number]) => numbers.has(number))).map(({ folded }) => folded));
  };

  // The closest words there are when nothing was found: those that begin alike.
  const closest = async (query) => {
    for (const word of (await content(words(query))).sort((a, b) => b.length - a.length)) {
      for (let length = Math.min(8, word.length - 1); length >= 2; length -= 1) {
        const folded = fold(word).slice(0, length);
        const group = unique(beginning(await formsNear(folded), folded));
        if (group.length > 0) return { asked: [word], resolved: [{ groups: [group], how: "closest" }], ranked: await score([{ groups: [group] }]), sure: 0 };
      }
    }
    return null;
  };

  return { rank, page, words, formsOf, closest };
};

const OTHER = { fi: "sv", sv: "fi" };

// `versions` names each language's folder; without it the list is read from search.json.
export const createEngine = (read, lang, versions) => {
  const folders = versions ? Promise.resolve(versions) : read("search.json").then(JSON.parse);
  const indexes = new Map();
  const indexOf = (tongue) => {
    if (!indexes.has(tongue)) indexes.set(tongue, folders.then((known) => createIndex(read, tongue, known[tongue])));
    return indexes.get(tongue);
  };

  // How the query was understood: in this language, by way of the other, or only as something close.
  // Most queries are in the page's language, so the other index is fetched only if fewer than half of the
  // words are known here or hardly any page has them. Known equally well in both, as names and
  // abbreviations are, the two rankings count together if the other has more.
  const understand = async (query) => {
    const own = await indexOf(lang);
    const here = await own.rank(query, true);
    if (here.sure >= 0.5 && here.found > 2) return { ...here, way: "own", index: own };
    const other = await indexOf(OTHER[lang]).catch(() => null);
    const there = other ? await other.rank(query) : null;
    if (there && there.exact > here.sure) return { ...there, way: "other", index: other };
    if (there && there.exact === here.exact && there.sure === here.sure && here.sure > 0 && there.found > here.found) {
      return { ...there, ranked: merge(here.ranked, there.ranked), way: "other", index: other };
    }
    if (there && here.sure === 0 && there.begun > here.begun) return { ...there, way: "other", index: other };
    if (here.ranked.length > 0) return { ...here, way: here.sure > 0 ? "own" : "close", index: own };
    const close = await own.closest(query);
    return { ...(close ?? here), way: "close", index: own };
  };

  // The results as pages, `limit` of those that `keep` accepts; `near` are those with a fifth of the
  // first one's points, the others are shown apart. `marks()` gives the forms to mark in texts.
  const search = async (query, { limit = 10, keep = () => true } = {}) => {
    const own = await indexOf(lang);
    if (own.words(query).length === 0) return { results: [], way: "empty" };
    const understood = await understand(query);
    const { ranked, way, index } = understood;
    const results = [];
    const seen = new Set();
    for (let at = 0; at < ranked.length && results.length < limit; at += limit) {
      const batch = ranked.slice(at, at + limit);
      const pages = await Promise.all(batch.map(({ page }) => own.page(page).catch(() => null)));
      pages.forEach((page, i) => {
        if (page && keep(page) && results.length < limit && !seen.has(page.k)) {
          seen.add(page.k);
          const { score } = batch[i];
          results.push({ id: batch[i].page, key: page.k, url: page.u, title: page.t, crumb: page.c, sections: page.s, score, near: score >= 0.2 * (results[0]?.score ?? score) });
        }
      });
    }
    // A page whose title is the query itself comes first.
    const said = (text) => [...new Set(own.words(text).map(fold))].sort().join(" ");
    const named = ({ title, url }) => said(title) === said(query) && !url.includes("#");
    results.sort((a, b) => named(b) - named(a));
    // A word of the other language stands in no text here, but the term that means it does.
    const marks = async () => {
      const term = way === "other" && results.find(({ url }) => url.includes("#"));
      return term ? own.formsOf(await own.rank(term.title)) : index.formsOf(understood);
    };
    return { results, way, marks };
  };

  return { search };
};
