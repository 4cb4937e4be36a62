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

// The words of a text as the index has them, each with its place. A number with its parts is one thing,
// a date or a sum: 23,6 is 23_6 and 1 400 is 1400. `tokens` in pages.py has the same.
const WORD = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,/]\d+)+|[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;
export const wordsIn = (text) => [...text.matchAll(WORD)].map(({ 0: shown, index }) => ({
  word: shown.toLowerCase().replace(/(?<=\d)\s/g, "").replace(",", "_"), start: index, end: index + shown.length,
}));

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

// The terms of forms, all as likely.
const termsOf = (forms, weight) => forms.flatMap(({ terms, form }) => terms.map(([number, rarity]) => ({ number, rarity, weight, form })));

const added = (values) => values.reduce((sum, value) => sum + value, 0);

// Endings of which no list has every word, and the word before them: a question's or a stress, a name's case.
const ENDINGS = {
  fi: /^(.{4,}?)i?(?:n|k[oö]|[lnst]{1,2}[aä]|lle|[aeiouyäö]n)$/,
  sv: /^(.{4,})s$/,
};

const byScore = (a, b) => b.score - a.score || a.page - b.page;

// Two rankings as one: a page that both found has the sum of its scores.
const merge = (first, second) => {
  const sums = new Map(first.map((hit) => [hit.page, hit]));
  for (const hit of second) {
    const earlier = sums.get(hit.page);
    sums.set(hit.page, { ...hit, ...earlier, score: hit.score + (earlier?.score ?? 0) });
  }
  return [...sums.values()].sort(byScore);
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
    const [entries, shards, starts, functionWords, months] = text.split("\n");
    let at = 0;
    return {
      entries: Number(entries),
      shards: new Set(shards.split(" ")),
      names: shards.split(" "),
      starts: starts.split(" ").map((step) => (at += parseInt(step, 16))),
      functionWords: new Set(functionWords.split(" ")),
      months: months.split(" "),
    };
  });

  // A shard as a list of forms. An alias or a name has no rarity of its own: 3 is that of a word on few
  // pages. The `terms` of a name are pages.
  const shard = (name) => once(`t/${name}.txt`, (text) => text.split("\n").filter(Boolean).flatMap((line) => {
    const [stem, endings, first, rarity] = line.split(" ");
    const sign = rarity ? "" : first[0];
    const terms = sign
      ? first.slice(1).split(",").map((number) => [parseInt(number, 16), 3])
      : [[parseInt(first, 16), parseInt(rarity, 16) / 10]];
    return endings.split(",").map((ending) => ({ form: stem + ending, folded: fold(stem + ending), terms, sign, alias: sign === "=" }));
  }));

  // The shards that may hold forms beginning like the word: its own, four of those that go on from it, or
  // the one of its longest prefix from 8 letters down to 2.
  const shardsOf = async (folded) => {
    const { shards, names } = await manifest();
    const own = fileName(folded);
    if (shards.has(own)) return Promise.all([shard(own)]);
    const longer = folded.length < 8 ? names.filter((name) => name.startsWith(own)).slice(0, 4) : [];
    for (let length = 8; longer.length === 0 && length >= 2; length -= 1) {
      const name = fileName(folded.slice(0, length));
      if (shards.has(name)) longer.push(name);
    }
    return Promise.all(longer.map(shard));
  };
  const formsNear = async (folded) => {
    const [first, ...more] = await shardsOf(folded);
    return more.length > 0 ? [first, ...more].flat() : first ?? [];
  };

  // The pages of a term as [page, weight]; its posting file is the last that does not begin after it.
  const postings = async (number) => {
    const { starts } = await manifest();
    const at = starts.findLastIndex((first) => first <= number);
    const lines = await once(`p/${at}.txt`, (text) => text.split("\n"));
    let page = -1;
    return [...(lines[number - starts[at]] ?? "").matchAll(DIGITS)].map(([, step, letter]) => {
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
    return found.flatMap((entry) => termsOf([entry], exact && entry.form !== word ? 0.5 : 1));
  };

  const termsNamed = async (word) => known(await formsNear(fold(word)), word, fold(word));

  // A compound as [first part, last part], each a group: the longest beginning whose rest is known. If
  // no rest is, the longest beginning alone. Parts have three letters at least; `glue` joins them in
  // Swedish. Six beginnings are tried, as each may fetch another shard.
  const split = async (word, forms) => {
    if (word.length < 6) return null;
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
        if (tail.length > 0) return [unique(termsOf(entries, 0.8)), unique(tail)];
      }
      best ??= [unique(termsOf(entries, 0.5))];
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
    const parts = await split(word, forms);
    if (parts && parts.length > 1) return parts.flat();
    return word.length >= 6 ? related(forms, folded) : [];
  };

  // Words that are longer than what was typed: the shorter the rest, the likelier.
  const beginning = (forms, folded) => {
    const longer = forms.filter((entry) => entry.folded.startsWith(folded) && !entry.alias);
    const terms = longer.flatMap((entry) => termsOf([entry], 0.85 / (1 + (entry.folded.length - folded.length) / 8)));
    return unique(terms).sort((a, b) => b.weight - a.weight).slice(0, 12);
  };

  // Words that share two thirds of what was typed, five letters at least: anmälningar with anmälan,
  // budjetti with budjetointi.
  const related = (forms, folded) => {
    const least = Math.max(5, Math.ceil(folded.length * 0.65));
    const start = folded.slice(0, least);
    return termsOf(forms.filter((entry) => entry.folded.startsWith(start) && !entry.alias).slice(0, 60), 0.6);
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
    return termsOf(near.slice(0, 12), 0.75 - 0.15 * best);
  };

  // A slip among the first letters leads to another shard: swapped, missing or doubled there.
  const otherStarts = (folded) => [
    folded[1] + folded[0] + folded.slice(2),
    folded.slice(1),
    folded[0] + folded.slice(2),
    folded[0] + folded[2] + folded[1] + folded.slice(3),
  ].filter((start) => start.length > 3);

  // An unknown compound says what kind of thing it is, by the longest known word at its end, and
  // what that is about if words begin as it does: kiusaamistilanne with tilanne and kiusaaminen. Of
  // an unknown end eight letters are left out.
  const ending = async (forms, folded, first) => {
    const longest = Math.min(15, folded.length - 3);
    const ends = Array.from({ length: Math.max(0, longest - 3) }, (_, i) => folded.slice(i - longest));
    const found = await Promise.all(ends.map(termsNamed));
    const at = found.findIndex(({ length }) => length > 0);
    const kin = unique(related(forms, folded.slice(0, -(ends[at]?.length ?? 8))));
    const about = kin.length > 0 ? [kin] : first;
    return at < 0 ? about : [...(about ?? []), unique(found[at]).map((term) => ({ ...term, weight: 0.5 }))];
  };

  // What a word means, by ever weaker ways of knowing it. One slip in a long word is likelier than that
  // it is a compound of two words that happen to fit; in a short one it is the other way round.
  // The last word may go on: saavut is a form of saavuttaa and the beginning of saavutettavuus.
  const resolve = async (word, isLast) => {
    const folded = fold(word);
    const forms = await formsNear(folded);
    const longer = folded.length >= 3 ? beginning(forms, folded) : [];
    const whole = known(forms, word, folded);
    const [, bare] = word.match(ENDINGS[lang]) ?? [];
    const exact = unique(bare && whole.length + longer.length === 0 ? await termsNamed(bare) : whole);
    if (exact.length > 0) {
      const rarity = Math.max(...exact.map((term) => term.rarity));
      const going = isLast ? longer.map((term) => ({ ...term, rarity: Math.min(rarity, term.rarity), weight: GOING_ON * term.weight, isMore: true })) : [];
      return { groups: [unique([...exact, ...going])], how: "exact" };
    }
    const pieces = word.split(/[-._/]/).filter((piece) => piece.length > 1);
    if (pieces.length > 1 && longer.length === 0) {
      const found = (await Promise.all(pieces.map((piece) => resolve(piece)))).filter(({ groups }) => groups.length > 0);
      if (found.length > 0) return { groups: found.flatMap(({ groups }) => groups), how: NUMBER.test(word) || found.length < pieces.length || found.some(({ how }) => !FOUND.includes(how)) ? "like" : "parts" };
    }
    if (longer.length > 0) return { groups: [unique(longer)], how: "beginning" };
    if (NUMBER.test(word)) return { groups: [], how: "none" };
    const alike = (how, terms) => ({ groups: [unique(terms)], how, like: [...new Set(terms.map(({ form }) => form))] });
    const slip = folded.length >= 7 ? slips(forms, folded, 1) : [];
    if (slip.length > 0) return alike("slip", slip);
    const parts = await split(word, forms);
    if (parts && parts.length > 1) return { groups: parts, how: "parts" };
    const kin = related(forms, folded);
    if (kin.length > 0) return alike("kin", kin);
    const slipped = slips(forms, folded, folded.length < 4 ? 0 : folded.length < 8 ? 1 : 2);
    if (slipped.length > 0) return alike("slip", slipped);
    for (const start of otherStarts(folded)) {
      const near = slips(await formsNear(start), folded, 1);
      if (near.length > 0) return alike("slip", near);
    }
    const some = await ending(forms, folded, parts);
    if (some) return { groups: some, how: "part" };
    return { groups: [], how: "none" };
  };

  // The words of a query, the first twelve of its first 300 characters; an abbreviation's case ending
  // after a colon is left out, as in the index (`tokens` in pages.py).
  const words = (query) => wordsIn(query.slice(0, 300).replace(/(\p{L}):\p{L}{1,4}(?!\p{L})/gu, "$1"))
    .map(({ word }) => word).slice(0, 12);

  // The words that say what it is about: all but function words, or all if there are no others; a date in
  // words comes in figures, too, as in the index.
  const content = async (all) => {
    const { functionWords, months } = await manifest();
    const rest = [];
    for (const [at, word] of all.entries()) {
      if (functionWords.has(word)) continue;
      const joined = rest.at(-1) + word;
      if (at > 0 && rest.at(-1) === all[at - 1] && (await termsNamed(joined)).length > 0) rest.push(joined);
      rest.push(word);
      const month = months.findIndex((name) => word.startsWith(name)) + 1;
      const near = (pattern) => all.slice(Math.max(0, at - 1), at + 4).find((one) => pattern.test(one));
      const date = [near(/^\d\d?$/), month, near(/^\d{4}$/)].filter(Boolean);
      if (month && date.length > 1) rest.push(date.join("."));
    }
    return rest.length > 0 ? rest : all;
  };

  // The rarity of a word that nothing is known of: a page cannot have it, and lacks that much.
  const UNKNOWN = 4;
  // What the parts of an unknown word count.
  const GUESSED = 0.3;
  // What a longer word counts where what was typed is a word, too.
  const GOING_ON = 0.5;
  // What a page gains, as a share of the best page's points, whose title or heading is the query or begins
  // with it; one of its own words close together, as a share of its points.
  const NAMED = { "@": [1, 0.5], "#": [0.5, 0.1, 0.25] };
  const CLOSE = 0.5;
  // The same of a page whose title or heading says what was asked; what a function word counts there beside the
  // rarities of others, and a word of a heading that was not asked.
  const ALIKE = { "@": 0.7, "#": 0.6 };
  const LITTLE = 0.2;
  const UNASKED = 3;
  // Pages looked into for words close together; the last place of a title that is being typed.
  const LOOKED_INTO = 10;
  const FIFTH = 5;
  // Pages below which a compound is looked for by its parts, too, and what such a page counts.
  const FEW = 24;
  const AS_PARTS = 0.5;
  // The place of a glossary entry at the latest, from 0.
  const THIRD = 2;
  // How one asks what a word means: then its entry is the first.
  const DEFINED = /^(mikä|mitä (o|tark)|vad (är|be|me|in))/i;

  // Pages by their points: the sum over groups of the best term's weight on the page, its rarity and its
  // likelihood. A page that has all that was asked keeps them all, one that has nearly nothing 30 %.
  const score = async (resolved) => {
    const sums = new Map();
    let whole = 0;
    for (const { groups, how } of resolved) {
      const likely = how === "part" ? GUESSED : 1;
      if (groups.length === 0) whole += UNKNOWN;
      for (const group of groups) {
        const rarity = likely * Math.max(...group.map((term) => term.rarity * term.weight));
        whole += rarity;
        const best = new Map();
        for (const term of group) {
          for (const [page, weight] of await postings(term.number)) {
            const points = weight * term.rarity * term.weight * likely;
            if (!(best.get(page)?.points >= points)) best.set(page, { points, isMore: term.isMore });
          }
        }
        for (const [page, { points, isMore }] of best) {
          const sum = sums.get(page) ?? { points: 0, covered: 0, isMore: true };
          sums.set(page, { points: sum.points + points, covered: sum.covered + rarity, isMore: sum.isMore && isMore });
        }
      }
    }
    return [...sums].map(([page, { points, covered, isMore }]) => ({ page, isMore, whole: covered === whole, score: points * (0.3 + 0.7 * (covered / whole)) }))
      .sort(byScore);
  };

  const page = (number) => once(`d/${number}.json`, JSON.parse);
  const groups = () => once("groups.json", JSON.parse);

  // A compound asked alone that stands on few pages is looked for by its parts, too: avustushaku
  // on a page about grants whose title says haku.
  const withParts = async (asked, resolved, ranked) => {
    const [word] = asked;
    if (asked.length !== 1 || resolved[0].how !== "exact" || ranked.length >= FEW) return ranked;
    const groups = await split(word, await formsNear(fold(word)));
    if (!groups) return ranked;
    return merge(ranked, (await score([{ groups }])).map((hit) => ({ ...hit, score: AS_PARTS * hit.score })));
  };

  // The pages of which a title or a heading begins with the query, each with its gain; `typed` are those
  // whose title does.
  const named = async (query, asked) => {
    const name = `_${words(query).map(fold).join("_")}${query.endsWith("-") ? "-" : ""}`;
    const gains = new Map();
    const typed = new Set();
    if (name.length < 4) return { gains, typed };
    const { entries } = await manifest();
    for (const own of new Set([name, `_${asked.map(fold).join("_")}`])) {
      for (const { folded, terms, sign } of await formsNear(own)) {
        if (own === name ? !folded.startsWith(own) : folded !== own) continue;
        for (const [page] of terms) {
          const isTitle = sign === "@" && page < entries;
          const isNamed = isTitle || (sign === "@" && DEFINED.test(query));
          if (isTitle && own === name) typed.add(page);
          const gain = NAMED[isNamed ? "@" : "#"][folded !== own ? 1 : own !== name && sign === "#" ? 2 : 0];
          gains.set(page, Math.max(gain, gains.get(page) ?? 0));
        }
      }
    }
    return { gains, typed };
  };

  // Ranked hits, without fetching the pages, and the shares of words that were known as they stand
  // (`exact`), at least as a beginning (`begun`), or with little doubt (`sure`).
  const rank = async (query, alone = false) => {
    const asked = await content(words(query));
    const resolved = await Promise.all(asked.map((word, at) => resolve(word, at === asked.length - 1)));
    const found = await score(resolved);
    let ranked = alone ? await withParts(asked, resolved, found) : found;
    const { gains, typed } = await named(query, asked);
    const most = ranked[0]?.score ?? 1;
    ranked = merge([...gains].map(([page, gain]) => ({ page, whole: true, score: gain * most })), ranked);
    const share = (...ways) => resolved.filter(({ how }) => ways.includes(how)).length / Math.max(1, asked.length);
    return { asked, resolved, ranked, typed, query, found: found.filter(({ isMore }) => !isMore).length, exact: share("exact"), begun: share("exact", "beginning"), sure: typed.size > 0 ? 1 : share("exact", "parts", "slip") };
  };

  // Every form of the terms of words that were found, for marking them in the text: not what is only alike.
  const formsOf = async ({ asked, resolved }) => {
    const known = resolved.filter(({ how }) => FOUND.includes(how)).flatMap(({ groups }) => groups.flat());
    const numbers = new Set(known.map(({ number }) => number));
    const near = [...new Set([...asked, ...known.map(({ form }) => form)])];
    const shards = new Set((await Promise.all(near.map((word) => shardsOf(fold(word))))).flat());
    return new Set([...shards].flat().filter(({ terms, sign }) => !(sign in NAMED) && terms.some(([number]) => numbers.has(number))).map(({ folded }) => folded));
  };

  // The folded words of a page's title and of each of its sections, worked out once: while somebody types,
  // the same pages are looked into at each letter.
  const wordsOf = (found) => {
    found.words ??= [found.t, ...found.s.map((section) => section.slice(1).join(" "))].map((text) => wordsIn(text).map(({ word }) => fold(word)));
    return found.words;
  };

  // How well a page says what was asked, by the places that have it best. `close`: whether each two words that
  // were asked in a row stand so in one section, from 0 to 1; a heading counts as much as a text. `alike`:
  // whether its title has all the words, or a heading those and no others; one word alone says too little.
  const insight = async ({ asked, resolved, query }) => {
    const { functionWords } = await manifest();
    const forms = await Promise.all(asked.map((word, at) => formsOf({ asked: [word], resolved: [resolved[at]] })));
    const rarity = resolved.map(({ groups }) => Math.max(0.1, ...groups.flat().map((term) => term.rarity)));
    const worth = rarity.slice(1).map((own, at) => Math.min(own, rarity[at]) ** 2);
    const total = added(rarity.map((own) => own ** 2));
    const little = words(query).filter((word) => functionWords.has(word));
    const whole = added(rarity) + LITTLE * little.length;
    const close = (said) => {
      const last = [];
      const pairs = Array(asked.length - 1).fill(0);
      said.forEach((folded, place) => {
        forms.forEach((own, at) => {
          if (!own.has(folded)) return;
          last[at] = place;
          for (const pair of [at - 1, at]) {
            if (place - last[2 * pair + 1 - at] <= 5) pairs[pair] = 1;
          }
        });
      });
      return added(pairs.map((value, at) => value * worth[at])) / total;
    };
    const alike = (name, unasked) => {
      const shared = new Set();
      let other = 0;
      for (const { word } of wordsIn(name)) {
        const folded = fold(word);
        const at = forms.findIndex((own, place) => resolved[place].how !== "beginning" && own.has(folded));
        if (at >= 0 || little.includes(word)) shared.add(at < 0 ? word : at);
        else other += functionWords.has(word) ? LITTLE : unasked;
      }
      return shared.size < 2 || [...shared].every(isNaN) ? 0 : (added([...shared].map((key) => rarity[key] ?? LITTLE)) / (whole + other)) ** 3;
    };
    return (found) => ({
      close: Math.max(...wordsOf(found).map(close)),
      alike: Math.max(ALIKE["@"] * alike(found.t, 0), ...found.s.map(([, heading]) => ALIKE["#"] * alike(heading, UNASKED))),
    });
  };

  // A title that is being typed is among the first `room` pages, unless more are.
  const withTitles = (ranked, typed, room) => {
    const titles = ranked.filter((hit, at) => typed.has(hit.page) && at >= room - typed.size);
    if (titles.length === 0 || typed.size > room || (typed.size === FIFTH && !typed.has(ranked[0].page))) return ranked;
    const others = ranked.filter((hit) => !titles.includes(hit));
    const at = room - titles.length;
    return [...others.slice(0, at), ...titles.map((hit) => ({ ...hit, score: ranked[0].score })), ...others.slice(at)];
  };

  // A word that the glossary explains leads to it, too: its entry is third at the latest, and titles have
  // one place less.
  const explained = async (ranked, typed) => {
    const { entries } = await manifest();
    const at = ranked.findIndex(({ page, whole }) => page >= entries && whole);
    if (at < 0) return withTitles(ranked, typed, FIFTH);
    const pages = withTitles(ranked.filter((_, place) => place !== at), typed, FIFTH - 1);
    const place = Math.min(at, THIRD);
    return [...pages.slice(0, place), { ...ranked[at], score: ranked[0].score }, ...pages.slice(place)];
  };

  // The best pages in an order that minds what they are about and how close together the words stand.
  const settled = async (understood) => {
    const { ranked, asked, typed } = understood;
    let head = ranked.slice(0, LOOKED_INTO);
    if (words(understood.query).length > 1 && head.length > 0) {
      const { entries } = await manifest();
      const seen = await insight(understood);
      const [{ score: most }] = ranked;
      head = await Promise.all(head.map(async (hit) => {
        const found = await page(hit.page).catch(() => null);
        if (!found) return hit;
        const { close, alike } = seen(found);
        return { ...hit, score: hit.score * (1 + CLOSE * close) + (hit.page < entries ? most * alike : 0) };
      }));
      head.sort(byScore);
    }
    return explained([...head, ...ranked.slice(LOOKED_INTO)], typed);
  };

  // Words of the query of which nothing is known but what is alike, and up to three queries with what
  // may have been meant in their place. A title that is being typed has none.
  const doubts = ({ asked, resolved, typed, query }) => {
    const unknown = typed.size > 0 ? [] : asked.filter((_, at) => !FOUND.includes(resolved[at].how));
    const typedAs = query.toLowerCase();
    const written = [0, 1, 2].map((nth) => unknown.reduce((text, word) => {
      const { like = [word] } = resolved[asked.indexOf(word)];
      return text.replace(word, like[nth] ?? like[0]);
    }, typedAs));
    return { unknown: unknown.map((word) => word.replace("_", ",")), instead: [...new Set(written)].filter((text) => text !== typedAs) };
  };

  return { rank, page, groups, manifest, words, formsOf, settled, doubts };
};

// Ways in which a word is known, not merely alike.
const FOUND = ["exact", "beginning", "parts"];
const NUMBER = /^\d+([._/]\d+)*$/;

const NEAR = 0.2;

const result = ({ k: key, u: url, t: title, c: crumb, s: sections }, more) => ({ ...more, key, url, title, crumb, sections });

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
    const other = await indexOf(lang === "fi" ? "sv" : "fi").catch(() => null);
    const there = await other?.rank(query);
    const isOther = there && (there.exact > here.sure || (here.exact === 0 && there.exact > 0.5) || (here.sure === 0 && there.begun > here.begun));
    const isBoth = there && there.exact === here.exact && there.sure === here.sure && here.sure > 0 && there.found > here.found;
    if (isOther || isBoth) return { ...there, ranked: isOther ? there.ranked : merge(here.ranked, there.ranked), way: "other", index: other };
    return { ...here, way: here.sure + here.begun > 0 ? "own" : "close", index: own };
  };

  // The results as pages, `limit` of those whose number `keep` accepts; `near` are those with a fifth of the
  // first one's points, the others are shown apart; `total` is how many there are of these on the whole site, `all` are the numbers
  // of all that were found. `marks()` gives the forms to mark in texts, `unknown`
  // the words that no page has, `instead` what may have been meant.
  const search = async (query, { limit = 10, keep = () => true } = {}) => {
    const own = await indexOf(lang);
    if (own.words(query).length === 0) return { results: [], all: [], way: "empty", unknown: [], instead: [] };
    const understood = await understand(query);
    const { way, index } = understood;
    const every = way === "own" ? await own.settled(understood) : understood.ranked;
    const ranked = every.filter(({ page }) => keep(page));
    const isNear = ({ score }) => score >= NEAR * every[0].score;
    const results = [];
    const seen = new Set();
    for (let at = 0; at < ranked.length && results.length < limit; at += limit) {
      const batch = ranked.slice(at, at + limit);
      const pages = await Promise.all(batch.map(({ page }) => own.page(page).catch(() => null)));
      pages.forEach((page, i) => {
        if (page && results.length < limit && !seen.has(page.k)) {
          seen.add(page.k);
          results.push(result(page, { ...batch[i], near: isNear(batch[i]) }));
        }
      });
    }
    // A word of the other language stands in no text here, but the term that means it does.
    const marks = async () => {
      const term = way === "other" && results.find(({ url }) => url.includes("#"));
      return term ? own.formsOf(await own.rank(term.title)) : index.formsOf(understood);
    };
    const { entries } = await own.manifest();
    const total = new Set(every.filter(isNear).map(({ page }) => Math.min(page, entries))).size;
    return { results, total, all: every.map(({ page }) => page), way, marks, ...(way === "other" ? { unknown: [], instead: [] } : own.doubts(understood)) };
  };

  // Pages without a query, in order of their titles.
  const listed = async (numbers) => {
    const own = await indexOf(lang);
    const pages = await Promise.all(numbers.map(own.page));
    return pages.map((found) => result(found, { near: true }));
  };

  return { search, listed, groups: async () => (await indexOf(lang)).groups() };
};
