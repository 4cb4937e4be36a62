// Keeps the reader's section when she changes language: the two versions share heading ids.
// The switch stands at the top, so the section is the deepest one where she has paused: on her way
// back up, by whatever keys or flicks, she pauses at others.
const switches = [...document.querySelectorAll(".languages a[data-same-page]")];
const pages = switches.map((link) => link.getAttribute("href"));

const leadTo = (id) => switches.forEach((link, at) => link.setAttribute("href", id ? `${pages[at]}#${id}` : pages[at]));

const headings = [...document.querySelectorAll("main h2[id], main h3[id]")];
let deepest = -1;
const pausedAt = () => headings.findLastIndex((heading) => heading.getBoundingClientRect().top < 120);

const named = () => {
  const target = document.getElementById(location.hash.slice(1));
  deepest = headings.indexOf(target);
  leadTo(target?.id);
};

let pause;
addEventListener("scroll", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    if (pausedAt() <= deepest) return;
    deepest = pausedAt();
    leadTo(headings[deepest].id);
  }, 120);
}, { passive: true });
addEventListener("hashchange", named);
named();

// Esc closes the innermost open menu and gives the focus back to its heading; only one stays open.
const groups = [...document.querySelectorAll(".main-menu details")];
for (const group of groups) {
  group.addEventListener("toggle", () => {
    if (group.open) for (const other of groups) if (other !== group) other.open = false;
  });
}
const menu = document.querySelector(".site-header .menu");
const holds = (details, element) => details.contains(element)
  || (details === menu && details.nextElementSibling.contains(element));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = [...groups, menu].filter((details) => details?.open);
  const inner = open.find((details) => holds(details, document.activeElement));
  for (const details of inner ? [inner] : open) details.open = false;
  inner?.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  for (const group of groups) if (!group.contains(event.target)) group.open = false;
});

// Search loads nothing before the reader turns to its field.
const field = document.getElementById("q-header");
const prepare = () => import("./search/ui.js").catch(() => {});
field?.addEventListener("focus", prepare);
if (field && history.state?.typed) field.value = history.state.typed;

// Ctrl+K or Ctrl+/ leads to the field: a slash alone is what somebody dictates, or presses by mistake.
document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey } = event;
  const wanted = field ?? document.getElementById("q");
  if (!wanted || !(ctrlKey || metaKey) || !["k", "/"].includes(key.toLowerCase())) return;
  event.preventDefault();
  wanted.focus();
  wanted.select();
});
if (field && field === document.activeElement) prepare();

// Whoever comes from search finds the words marked.
if (new URLSearchParams(location.search).has("mark")) import("./search/marks.js").catch(() => {});

// On pages where a region is chosen.
if (document.querySelector(".finder")) import("./finder.js").catch(() => {});

// The reader's own colour scheme: as the device has it, light, dark, and round again. theme.js keeps to it on every page.
const appearance = document.querySelector(".appearance");
const THEMES = ["device", "light", "dark"];
const root = document.documentElement;
const name = () => appearance.dataset[root.dataset.theme ?? "device"];
const show = () => {
  appearance.querySelector("button span").textContent = name();
};
const choose = (theme) => {
  if (theme === "device") delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === "device") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Where nothing may be stored, the choice holds for this page.
  }
  show();
  appearance.querySelector("[aria-live]").textContent = name();
};
if (appearance) {
  show();
  appearance.hidden = false;
  appearance.addEventListener("click", ({ target }) => {
    const at = THEMES.indexOf(root.dataset.theme ?? "device");
    if (target.closest("button")) choose(THEMES[(at + 1) % THEMES.length]);
  });
}
