// Keeps the reader's section when she changes language: the two versions share heading ids.
// The switch stands at the top, so the section is the one where she last paused below it.
const header = document.querySelector(".site-header");
const switches = [...document.querySelectorAll(".languages a[data-same-page]")];
const pages = switches.map((link) => link.getAttribute("href"));

const leadTo = (id) => switches.forEach((link, at) => link.setAttribute("href", id ? `${pages[at]}#${id}` : pages[at]));

const current = () => {
  const headings = [...document.querySelectorAll("main h2[id], main h3[id]")];
  return headings.findLast((heading) => heading.getBoundingClientRect().top < 120)?.id;
};

const named = () => document.getElementById(location.hash.slice(1))?.id;

let pause;
addEventListener("scroll", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    if (scrollY > header.offsetHeight) leadTo(current());
  }, 120);
}, { passive: true });
addEventListener("hashchange", () => leadTo(named()));
leadTo(named());

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
if (field && field === document.activeElement) prepare();
