// Search over one language's index, fetched only now that the reader searches.
const form = document.querySelector(".search--page");
const field = form.querySelector("input");
const status = document.querySelector(".search-status");
const list = document.querySelector(".results");
const { index: address, root, none, one, many, failed, short } = form.dataset;
const folds = { å: "a", ä: "a", ö: "o", é: "e" };
const fold = (text) => text.toLowerCase().replace(/[åäöé]/g, (letter) => folds[letter]);

let loading;
const load = () => (loading ??= fetch(address).then((answer) => {
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}).then((pages) => pages.map((page) => ({
  ...page,
  folded: { title: fold(page.title), headings: fold(page.headings), text: fold(page.text) },
}))));

const wordsOf = (query) => fold(query).slice(0, 200).match(/[\p{L}\p{N}-]{2,}/gu) ?? [];

// A long word may lose its ending, up to six letters, so that an inflected form finds its page.
const stems = (word) => Array.from({ length: 7 }, (_, cut) => word.slice(0, word.length - cut))
  .filter((stem, cut) => cut === 0 || stem.length >= Math.max(5, word.length * 0.6));

const count = (text, word) => text.split(word).length - 1;

const points = ({ folded }, stem) => 12 * folded.title.includes(stem)
  + 4 * folded.headings.includes(stem) + Math.min(3, count(folded.text, stem));

// The best of the word and its stems; the more letters are lost, the less a match is worth.
const score = (page, word) =>
  Math.max(...stems(word).map((stem, lost) => points(page, stem) / (1 + lost / 10)));

const rank = (pages, words) => pages
  .map((page) => ({ page, scores: words.map((word) => score(page, word)) }))
  .map(({ page, scores }) => ({
    page, found: scores.filter(Boolean).length, sum: scores.reduce((a, b) => a + b, 0),
  }))
  .filter(({ found }) => found > 0)
  .sort((a, b) => b.found - a.found || b.sum - a.sum)
  .slice(0, 20);

const snippet = (page, words) => {
  const places = words.flatMap((word) => stems(word).map((stem) => [page.folded.text.indexOf(stem), stem.length]));
  const [at, length] = places.find(([place]) => place >= 0) ?? [-1, 0];
  const line = document.createElement("p");
  if (at < 0) {
    line.textContent = `${page.text.slice(0, 160)}…`;
    return line;
  }
  const start = Math.max(0, page.text.lastIndexOf(" ", Math.max(0, at - 70)));
  const end = at + length + (page.text.slice(at + length).match(/^[\p{L}\p{N}-]*/u)?.[0].length ?? 0);
  const marked = document.createElement("mark");
  marked.textContent = page.text.slice(at, end);
  line.append(start > 0 ? "…" : "", page.text.slice(start, at), marked, page.text.slice(end, end + 110), "…");
  return line;
};

const item = (page, words) => {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.href = root + page.url;
  link.textContent = page.title;
  const crumb = document.createElement("span");
  crumb.className = "crumb";
  crumb.textContent = page.section ? ` ${page.section}` : "";
  entry.append(link, crumb, snippet(page, words));
  return entry;
};

const say = (text) => {
  list.hidden = true;
  list.replaceChildren();
  status.textContent = text;
};

const search = async (query) => {
  const words = wordsOf(query);
  if (query.trim() === "") return say("");
  if (words.length === 0) return say(short);
  try {
    const ranked = rank(await load(), words);
    if (ranked.length === 0) return say(none.replace("{query}", () => query.trim().slice(0, 80)));
    list.replaceChildren(...ranked.map(({ page }) => item(page, words)));
    list.hidden = false;
    status.textContent = ranked.length === 1 ? one : many.replace("{count}", ranked.length);
  } catch {
    loading = undefined;
    say(failed);
  }
};

const asked = () => new URLSearchParams(location.search).get("q") ?? "";
const show = () => {
  field.value = asked();
  search(field.value);
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (field.value !== asked()) history.pushState(null, "", `?q=${encodeURIComponent(field.value)}`);
  search(field.value);
});
addEventListener("popstate", show);
show();
