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
