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
