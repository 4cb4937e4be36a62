// A term's link opens its definition where it stands; without a script it leads to the glossary.
for (const term of document.querySelectorAll("a.term")) {
  const note = document.getElementById(`sana-${term.hash.slice(1)}`);
  if (!note?.showPopover) continue;
  const isOpen = () => note.matches(":popover-open");
  term.setAttribute("aria-expanded", "false");
  note.addEventListener("toggle", ({ newState }) => term.setAttribute("aria-expanded", newState === "open"));
  // A press outside an open note closes it, and its own term is outside.
  let wasOpen = false;
  term.addEventListener("pointerdown", () => { wasOpen = isOpen(); });
  term.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (wasOpen || isOpen()) note.hidePopover();
    else {
      if (term.nextElementSibling !== note) term.after(note); // next in the order of the Tab key, too
      note.showPopover();
    }
    wasOpen = false;
  });
}

// The contents mark the section being read; on a phone they close when one is chosen.
const contents = document.querySelector(".contents");
if (contents) {
  const links = new Map([...contents.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const here = contents.querySelector(".here");
  const mark = () => {
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    for (const [id, link] of links) {
      if (id === current?.id) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    here.textContent = current ? links.get(current.id).textContent : "";
  };
  // All that is above the line counts, so that a jump over a section is told, too.
  const line = new IntersectionObserver(mark, { rootMargin: "1000000px 0px -67% 0px" });
  for (const heading of headings) line.observe(heading);
  const fold = contents.querySelector("details");
  fold.addEventListener("click", ({ target }) => { if (target.closest("a")) fold.open = false; });
}

// A mark opens its sources in place, copied from the list at the page's end. Without this script it leads to the list.
const DELAY = 300;
const list = document.getElementById("lahteet");
const box = Object.assign(document.createElement("div"), { className: "mark-sources", popover: "auto" });

let open, pinned, pressed, timer;

// The documents of a mark with what they say of it; what two in a row say alike is said once, below both.
const documents = (mark) => {
  const way = `a[href="#${mark.id}"]`;
  const all = [...list.querySelectorAll("ol > li")].filter((entry) => entry.querySelector(way)).map((entry) => {
    const copy = entry.cloneNode(true);
    copy.removeAttribute("id");
    for (const fact of copy.querySelectorAll("li")) if (!fact.querySelector(way)) fact.remove();
    for (const returns of copy.querySelectorAll(".returns")) returns.remove();
    return copy;
  });
  const said = (entry) => entry?.querySelector("ul")?.textContent;
  all.forEach((entry, at) => {
    if (said(entry) === said(all[at + 1])) entry.querySelector("ul")?.remove();
  });
  return all;
};

const fill = (mark) => {
  const entries = document.createElement("ul");
  entries.append(...documents(mark));
  box.replaceChildren(entries);
};

const hide = () => box.isConnected && box.hidePopover();

const show = (mark, stays) => {
  clearTimeout(timer);
  if (open !== mark) {
    hide();
    fill(mark);
    mark.parentElement.after(box);
    open = mark;
    mark.ariaExpanded = "true";
    box.showPopover({ source: mark });
  }
  pinned = stays;
};

const soon = (act) => {
  clearTimeout(timer);
  timer = setTimeout(act, DELAY);
};

box.addEventListener("beforetoggle", ({ newState }) => {
  if (newState === "open") return;
  clearTimeout(timer);
  open.ariaExpanded = "false";
  open = pinned = undefined;
});
box.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !box.contains(relatedTarget)) hide();
});

const markAt = ({ target }) => target.closest?.(".mark");

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const mark = markAt(event);
  if (mark && mark !== open) soon(() => show(mark));
  else if (open && !pinned && !mark && !box.contains(event.target)) soon(hide);
  else clearTimeout(timer);
});
// A press beside the popover closes it before the click is heard: a second click on its mark is to leave it closed.
document.addEventListener("pointerdown", () => {
  pressed = pinned && open;
}, true);
document.addEventListener("click", (event) => {
  const mark = markAt(event);
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (pressed === mark || (open === mark && pinned)) hide();
  else show(mark, true);
  pressed = undefined;
});
for (const mark of document.querySelectorAll(".mark")) mark.ariaExpanded = "false";
