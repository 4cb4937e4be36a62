// The field of the header with its panel, and the search page. Their words stand in the form's data.

// Characters of a query. Milliseconds of rest: before what was typed is asked, so that a word typed at a
// stretch is asked once; before results are spoken, which the next letter would cut off, or that search is
// busy; before the worker is given up. Results in the panel and on the page.
const LONGEST = 200;
const PAUSE = 180;
const SETTLED = 700;
const PATIENCE = 15_000;
const IN_PANEL = 6;
const ON_PAGE = 10;
const SITE = new URL("../../../", import.meta.url);
const OPTIONS = "search-options";

// One worker answers everything; it is given up when it fails or keeps the reader waiting.

let worker = null;
let asked = 0;
const waiting = new Map();

const giveUp = () => {
  worker?.terminate();
  worker = null;
  for (const settle of waiting.values()) settle({ failed: true });
};

// The pages' policy takes a worker's address only from a maker of this name (kb/publish/policy.py).
const ADDRESS = new URL("worker.js", import.meta.url).href;
const WORKER = globalThis.trustedTypes?.createPolicy("lape-search", { createScriptURL: () => ADDRESS }).createScriptURL("") ?? ADDRESS;

const start = () => {
  const fresh = new Worker(WORKER, { type: "module", name: document.documentElement.lang });
  fresh.addEventListener("message", ({ data }) => waiting.get(data.id)?.(data));
  fresh.addEventListener("error", giveUp);
  return fresh;
};

// Started as soon as there is a field to type in, so that it is ready by the second letter.
const wake = () => {
  try {
    worker ??= start();
  } catch {
    giveUp();
  }
};

const ask = (question) => new Promise((settle) => {
  asked += 1;
  const id = asked;
  const late = setTimeout(giveUp, PATIENCE);
  waiting.set(id, (found) => {
    clearTimeout(late);
    waiting.delete(id);
    settle(found);
  });
  wake();
  worker?.postMessage({ id, ...question });
});

// Words and elements. Whatever was typed or found enters the page as text, never as HTML.

const clean = (text) => text.trim().slice(0, LONGEST);
const tooShort = (query) => (query.match(/[\p{L}\p{N}]/gu) ?? []).length < 2;
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const quoted = (query) => (query.length > 60 ? `${query.slice(0, 60)}…` : query);

const sentence = (...texts) => texts.filter(Boolean).join(". ").replace(/([.?!])\. /g, "$1 ");

const make = (tag, properties = {}, ...content) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
};
const marked = (parts) => parts.map(([words, hit]) => (hit ? make("mark", {}, words) : words));
const address = (url) => new URL(url, SITE).href;

// Whoever follows a link finds there what was marked here (marks.js); the address says so only then.
const leading = (link, { title, snippet, section }) => {
  const words = [...title, ...(section?.heading ?? []), ...snippet].filter(([, hit]) => hit).map(([text]) => text.toLowerCase());
  const mark = [...new Set(words)].slice(0, 8).join("; ");
  for (const way of mark ? ["click", "auxclick"] : []) link.addEventListener(way, () => { link.search = new URLSearchParams([...new URLSearchParams(link.search), ["mark", mark]]); }, { once: true });
  return link;
};

const deep = (result, section) => `${address(result.url)}#${section.anchor}`;
const told = ({ snippet }) => (snippet.length > 0 ? [make("p", { className: "snippet" }, ...marked(snippet))] : []);

// On the search page: a page, and its sections that match.
const listed = (results) => make("ol", { className: "results" }, ...results.map((result) => {
  const link = leading(make("a", { href: address(result.url) }, ...marked(result.title)), result);
  const item = make("li", {}, make("h3", { className: "result-title" }, link));
  if (result.crumb) item.append(make("p", { className: "crumb" }, result.crumb));
  const led = (section) => make("p", { className: "result-section" }, leading(make("a", { href: deep(result, section) }, ...marked(section.heading)), result));
  item.append(...(result.section ? [led(result.section)] : []), ...told(result), ...result.more.map(led));
  return item;
}));

// In the panel: options, each of which is a link to the section that matches: what is inside an option cannot be reached by itself.
const suggested = (results, name) => make("ol", { className: "results", id: OPTIONS, role: "listbox", ariaLabel: name }, ...results.map((result, at) => {
  const { section, crumb } = result;
  const option = leading(make("a", {
    id: `${OPTIONS}-${at}`, role: "option", ariaSelected: "false", tabIndex: -1, href: section ? deep(result, section) : address(result.url),
  }, make("p", { className: "result-title" }, ...marked(result.title))), result);
  if (section) option.append(make("p", { className: "crumb" }, ...marked(section.heading)));
  else if (crumb) option.append(make("p", { className: "crumb" }, crumb));
  // Said is where it leads; what it says there is for the eye.
  option.ariaLabel = [...option.children].map(({ textContent }) => textContent).join(", ");
  option.append(...told(result));
  return make("li", { role: "none" }, option);
}));

// What may have been meant, as links to searching that.
const corrections = (words, { instead = [] }, target) => (instead.length === 0 ? [] : [
  make("p", { className: "search-note" }, `${words.meant} `, ...instead.flatMap((query, at) => [
    ...(at > 0 ? [", "] : []), make("a", { href: `${target}?${new URLSearchParams({ q: query })}` }, query),
  ]), "?"),
]);

// The best results, and whether there are more; distant ones only beside few near ones.
const chosen = ({ results = [] }, limit, few) => {
  const near = results.filter((result) => result.near);
  const kept = near.length > few ? near : results;
  return { shown: kept.slice(0, limit), more: kept.length > limit };
};

const messages = (words, query, found, { shown, more }, filtered = false) => {
  if (found.failed) return { note: words.failed, count: "" };
  if (shown.length === 0) return { note: filled(filtered ? words[query ? "noneFiltered" : "noneChosen"] : words.none, { query: quoted(query) }), count: "" };
  const best = found.total > shown.length ? words.of : words.best;
  const whole = query ? shown.length : found.total;
  const count = filled(more && query ? best : whole === 1 ? words.one : words.many, { count: whole, total: found.total });
  const unknown = found.unknown?.length > 0 && found.way === "own" ? filled(words.unknown, { words: found.unknown.join("”, ”") }) : "";
  return { note: unknown || (words[found.way === "own" ? "" : found.way] ?? ""), count };
};

// The panel under the field of the header: a combobox, whose focus stays in the field.

const header = (form) => {
  const words = form.dataset;
  const field = form.elements.q;
  const status = make("p", { className: "visually-hidden", role: "status" });
  const panel = make("div", { className: "search-panel", hidden: true, tabIndex: -1 });
  Object.assign(field, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
  field.setAttribute("aria-controls", OPTIONS);
  form.append(status, panel);
  let typed = "";
  let timer = 0;
  let speaking = 0;
  let active = -1;

  const options = () => [...panel.querySelectorAll("[role=option]")];

  const choose = (at) => {
    active = at;
    options().forEach((option, place) => { option.ariaSelected = String(place === at); });
    const chosenOne = options()[at];
    chosenOne?.scrollIntoView({ block: "nearest" });
    if (chosenOne) field.setAttribute("aria-activedescendant", chosenOne.id);
    else field.removeAttribute("aria-activedescendant");
  };

  const show = (isOpen) => {
    panel.hidden = !isOpen;
    field.ariaExpanded = String(isOpen && options().length > 0);
    choose(-1);
  };

  const close = () => {
    show(false);
    status.textContent = "";
    clearTimeout(timer);
    clearTimeout(speaking);
    typed = "";
  };

  const open = async () => {
    const query = clean(field.value);
    if (query === typed) return;
    typed = query;
    const found = await ask({ query, limit: IN_PANEL + 1 });
    if (query !== typed) return;
    // Somebody has gone on to the results of fewer letters: they stay until she comes back.
    if (active >= 0 || panel.contains(document.activeElement)) {
      typed = "";
      return;
    }
    const list = chosen(found, IN_PANEL, 0);
    const { shown } = list;
    const { note, count } = messages(words, query, found, list);
    const target = new URL(form.action);
    const meant = corrections(words, found, form.action);
    if (shown.length > 0) target.search = new URLSearchParams({ q: query });
    else target.hash = "a-o";
    panel.replaceChildren(
      ...(note ? [make("p", { className: "search-note" }, note)] : []),
      ...meant,
      ...(shown.length > 0 ? [suggested(shown, words.results)] : []),
      make("p", { className: "search-all" }, make("a", { href: target.href }, shown.length > 0 ? words.all : words.list)),
    );
    panel.scrollTop = 0;
    show(true);
    status.textContent = "";
    speaking = setTimeout(() => { status.textContent = sentence(count, note, ...meant.map(({ textContent }) => textContent)); }, SETTLED);
  };

  const update = () => {
    clearTimeout(timer);
    clearTimeout(speaking);
    choose(-1);
    if (tooShort(clean(field.value))) close();
    else timer = setTimeout(open, PAUSE);
  };

  const move = (step) => choose(Math.max(-1, Math.min(active + step, options().length - 1)));

  const keys = {
    ArrowDown: () => (panel.hidden ? update() : move(1)),
    ArrowUp: () => move(-1),
    Enter: () => options()[active].click(),
    Escape: () => {
      field.focus();
      close();
    },
  };
  form.addEventListener("keydown", (event) => {
    const unused = panel.hidden ? event.key !== "ArrowDown" : event.key === "Enter" && active < 0;
    const elsewhere = event.key !== "Escape" && event.target !== field;
    if (!(event.key in keys) || unused || elsewhere || event.isComposing || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!form.contains(relatedTarget)) close();
  });
  // Whoever comes back finds what she had typed: switch.js reads it.
  panel.addEventListener("click", ({ target }) => target.closest("a") && history.replaceState({ ...history.state, typed: field.value }, ""));
  field.addEventListener("input", update);
  field.addEventListener("focus", () => panel.hidden || update());
  if (document.activeElement === field) update();
};

// The search page: its address says what is asked, so that back, forward and reload restore it.

const page = (form) => {
  const words = form.dataset;
  const { q, phase, theme } = form.elements;
  const filters = [phase, theme].filter(Boolean);
  const names = new Map(filters.flatMap(({ options }) => [...options].map((option) => [option, option.text])));
  const status = document.querySelector(".search-status");
  const place = document.querySelector(".search-results");
  const clear = document.querySelector(".search-clear");
  const title = document.title;
  let last = "";
  let round = 0;
  let typing = 0;

  const limit = () => history.state?.limit ?? ON_PAGE;

  const written = () => {
    const asks = [q, ...filters].map(({ name, value }) => [name, clean(value)]).filter(([, value]) => value);
    return asks.length > 0 ? `?${new URLSearchParams(asks)}` : "";
  };

  const readAddress = () => {
    const asks = new URLSearchParams(location.search);
    q.value = clean(asks.get("q") ?? "");
    for (const filter of filters) {
      filter.value = asks.get(filter.name) ?? "";
      if (filter.selectedIndex < 0) filter.value = "";
    }
  };

  const say = (text, ...content) => {
    status.textContent = text;
    place.ariaBusy = text === words.busy;
    place.replaceChildren(...content);
  };

  const showMore = async () => {
    const before = place.querySelectorAll("li").length;
    history.replaceState({ limit: limit() + ON_PAGE }, "");
    await show();
    place.querySelectorAll(".result-title a")[before]?.focus();
  };

  const lists = ({ shown, more }) => {
    const near = shown.filter((result) => result.near);
    const far = near.length > 0 ? shown.filter((result) => !result.near) : [];
    const button = make("button", { type: "button", className: "search-more" }, words.more);
    button.addEventListener("click", showMore);
    return [
      make("h2", { className: "visually-hidden" }, words.results),
      listed(near.length > 0 ? near : shown),
      ...(far.length > 0 ? [make("h2", { className: "search-far" }, words.far), listed(far)] : []),
      ...(more ? [button] : []),
    ];
  };

  // Each choice says how many of the pages it leaves, the other choice being as it is.
  const tell = (rows) => {
    for (const [at, filter] of [phase, theme].entries()) {
      const other = [phase, theme][1 - at]?.value;
      const ids = rows.filter(([, ...groups]) => !other || groups[1 - at].includes(other)).flatMap((row) => row[1 + at]);
      for (const option of filter?.options ?? []) {
        const count = ids.filter((id) => id === option.value).length;
        option.text = option.value ? `${names.get(option)}: ${count}` : names.get(option);
        option.disabled = option.value && count === 0 && !option.selected;
      }
    }
  };

  const show = async () => {
    const query = clean(q.value);
    round += 1;
    const own = round;
    last = `${location.search} ${limit()}`;
    clearTimeout(typing);
    document.title = query ? `${query} – ${title}` : title;
    clear.hidden = filters.every(({ value }) => !value);
    clear.href = `?${new URLSearchParams({ q: query })}`;
    if (query && tooShort(query)) return say(words.short);
    if (filters.length === 0 && !query) return say("");
    place.ariaBusy = Boolean(query) || !clear.hidden;
    const busy = setTimeout(() => own === round && say(words.busy), SETTLED);
    const found = await ask({ query, limit: limit() + 1, chosen: [phase, theme].map((filter) => filter?.value ?? "") });
    clearTimeout(busy);
    if (own !== round) return undefined;
    if (found.failed) last = "";
    if (found.rows) tell(found.rows);
    if (!query && clear.hidden) return say("");
    const list = chosen(found, limit(), 3);
    const { note, count } = messages(words, query, found, list, !clear.hidden);
    return say(sentence(count, note), ...corrections(words, found, location.pathname), ...(list.shown.length > 0 ? lists(list) : []));
  };

  // What is typed at a stretch is one step back, whether it ends in Enter or not.
  const goOn = (isTyping) => {
    const search = written();
    const isOn = history.state?.isTyping;
    if (search !== location.search) history[isOn ? "replaceState" : "pushState"](isTyping ? { isTyping } : null, "", search || location.pathname);
    else if (isOn && !isTyping) history.replaceState(null, "");
    show();
  };
  const submit = () => goOn(false);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (matchMedia("(pointer: coarse)").matches) q.blur();
    submit();
  });
  for (const filter of filters) filter.addEventListener("change", submit);
  // Results follow the typing.
  q.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => goOn(true), 2 * PAUSE);
  });
  addEventListener("popstate", () => {
    if (`${location.search} ${limit()}` === last) return;
    readAddress();
    show();
  });
  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", () => { link.search = location.search; });
  }
  for (const fieldset of form.querySelectorAll("fieldset")) fieldset.hidden = fieldset.disabled = false;
  readAddress();
  show();
};

// The sheet of results comes with this script where the page has not asked for it.
if (!document.querySelector('link[href$="/results.css"]')) {
  const href = new URL("../results.css", import.meta.url).href;
  document.head.append(make("link", { rel: "stylesheet", href }));
}

wake();
for (const form of document.querySelectorAll("form.search[data-results]")) {
  if (form.classList.contains("search--page")) page(form);
  else header(form);
}
