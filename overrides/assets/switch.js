// Keeps the reader's section, and what she searched for, when she changes language: the two
// versions share heading ids.
const current = () => {
  const headings = [...document.querySelectorAll("main h2[id], main h3[id]")];
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
  return passed.length > 0 ? passed.at(-1).id : "";
};

for (const link of document.querySelectorAll(".languages a[data-same-page]")) {
  const page = link.getAttribute("href");
  const follow = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const visible = named && Math.abs(named.getBoundingClientRect().top) < innerHeight;
    const id = visible ? named.id : current();
    link.setAttribute("href", `${page}${location.search}${id ? `#${id}` : ""}`);
  };
  for (const event of ["pointerenter", "focus", "click"]) link.addEventListener(event, follow);
}

// Esc closes an open menu and gives the focus back to its heading; only one stays open.
const groups = [...document.querySelectorAll(".main-menu details")];
for (const group of groups) {
  group.addEventListener("toggle", () => {
    if (group.open) for (const other of groups) if (other !== group) other.open = false;
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const group of document.querySelectorAll(".site-header details[open]")) {
    const inside = group.contains(document.activeElement);
    group.open = false;
    if (inside) group.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const group of groups) if (!group.contains(event.target)) group.open = false;
});

// Search loads nothing before the reader turns to its field.
const field = document.getElementById("q-header");
const prepare = () => import("./search/ui.js").catch(() => {});
field?.addEventListener("focus", prepare);
if (field && field === document.activeElement) prepare();
