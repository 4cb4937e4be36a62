// Doors: whatever shows a record gets a link to the record's own file at the code host.
const { edit, correct, correctAll } = document.querySelector("[data-edit]").dataset;
const LONGEST = 80;

// An element is called after the record's id, in small letters; ids of a series begin with a capital.
const idOf = (element) => element.id.replace(/^lahde:/, "").replace(/^[a-z]-(?=\d)/, (series) => series.toUpperCase());

const words = (element) => {
  const copy = element.cloneNode(true);
  for (const other of copy.querySelectorAll(".marks, .returns, .edit")) other.remove();
  return copy.textContent.trim().replace(/\s+/g, " ").replace(/[.:]$/, "");
};
const short = (text) => (text.length > LONGEST ? `${text.slice(0, text.lastIndexOf(" ", LONGEST))}…` : text);

// What the record is called where it is shown: its name, with its role if others have the name, or how it begins.
const called = (row) => {
  if (row.matches("aside")) return words(row.querySelector("dd"));
  const first = row.querySelector("p") ?? row;
  const name = first.querySelector("strong");
  if (name && !name.textContent.endsWith(":")) return words(name);
  const person = row.closest(".person")?.querySelector(".person-name");
  return person ? `${words(person)}, ${words(first)}` : words(first);
};

// At the end of what is said of the record, or among what its fold opens: there it is no stop for the Tab key.
const place = (row) => {
  if (row.matches("dt")) return row.nextElementSibling.querySelector("p");
  if (row.matches("span")) return row.parentElement;
  return row.querySelector(":scope > details") ?? [...row.querySelectorAll(":scope > p")].at(-1) ?? row;
};

const open = (row, path) => {
  const link = Object.assign(document.createElement("a"), { className: "edit", href: edit + path, textContent: correct });
  link.ariaLabel = `${correct}: ${short(called(row))}`;
  place(row).append(link);
  return link;
};

const rows = [...document.querySelectorAll("[data-record]")].map((row) => [row, row.dataset.record]);
for (const list of document.querySelectorAll("[data-records]")) {
  for (const row of list.querySelectorAll(":is(li, dt, span)[id]")) {
    rows.push([row, list.dataset.records.replace("{}", idOf(row))]);
  }
}
const isFolded = ([row]) => row.closest(".page-sources");
const listed = rows.filter((row) => !isFolded(row));
for (const row of rows.filter(isFolded)) open(...row);

// Doors of a list would double the stops of the Tab key for every reader: they come when somebody asks for them
// where the page is edited, below what is read, and then on each page until she thinks otherwise.
const WANTED = "doors";
const stored = (change) => {
  try {
    return change(localStorage);
  } catch {
    return null;
  }
};
let shown = [];
const show = (wanted) => {
  for (const link of shown) link.remove();
  shown = wanted ? listed.map((row) => open(...row)) : [];
};
const offer = () => {
  const box = Object.assign(document.createElement("input"), { type: "checkbox" });
  const label = Object.assign(document.createElement("label"), { className: "edit" });
  label.append(box, ` ${correctAll}`);
  const item = document.createElement("li");
  item.append(label);
  document.querySelector(".about-page .edit").after(item);
  box.addEventListener("change", () => {
    stored((memory) => (box.checked ? memory.setItem(WANTED, "") : memory.removeItem(WANTED)));
    show(box.checked);
  });
  box.checked = stored((memory) => memory.getItem(WANTED)) !== null;
  show(box.checked);
};
if (listed.length > 1) offer();
else show(true);
