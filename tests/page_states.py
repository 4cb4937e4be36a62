"""axe on every kind of page, in both languages, sizes, schemes and states, in few page loads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from searching import settled

KINDS = {
    "home": ("", "sv/"),
    "section": ("teemat/", "sv/teman/"),
    "article": ("teemat/perhekeskus/", "sv/teman/familjecenter/"),
    "timeline": ("aikajana/", "sv/tidslinje/"),
    "regions": ("alueet/", "sv/regioner/"),
    "region": ("alueet/kainuu/", "sv/regioner/kajanaland/"),
    "glossary": ("sanasto/", "sv/ordlista/"),
    "contacts": ("yhteystiedot/", "sv/kontakter/"),
    "sources": ("lahteet/", "sv/kallor/"),
    "search": ("haku/?q=perhekeskus", "sv/sok/?q=familjecenter"),
    "all pages": ("sivukartta/", "sv/webbkarta/"),
    "not found": ("ei/ole/", "sv/finns/inte/"),
    "phase": ("vaiheet/toinen-vaihe-2020-2022/", "sv/faser/andra-fasen-2020-2022/"),
    "funding": ("rahoitus/", "sv/finansiering/"),
    "status": ("kaannostilanne/", "sv/oversattningslage/"),
    "editing": ("palaute/", "sv/respons/", "toimitusopas/", "sv/redaktorsguide/"),
    "rules": ("tarkistusohje/", "sv/granskningshjalp/"),
}
# Long, and of the same templates and data in both languages: walking through one of them is enough.
REFERENCE = ("phase", "funding", "status", "editing", "rules", "sources", "region")
# What only axe looks at: the other tests of accessibility concern what all pages have.
NOTHING = "?q=qqxxzz+zzxqw&phase=phase-1"
AUDITED = KINDS | {"nothing found": (f"haku/{NOTHING}", f"sv/sok/{NOTHING}")}

# Each kind is looked at whole at a desk, and on phones what lies between its header and footer.
# Those two and what opens over a page are the same for all, and looked at further on these kinds.
FRAMED = ("article", "search", "not found")
SIZES = {1280: 800, 390: 800, 320: 640}

# Which rules can differ where. The dark scheme sets colours and nothing else, the width none but
# those of the menu and of the home page's hero, and under 390 px a style only takes something away
# (three tests hold that); so in the dark only colours are looked at, at 320 px only what depends
# on how much room there is, but for what opens over the page.
EVERY = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
ROOM = ["target-size", "scrollable-region-focusable"]

# What opens over a page, and where it is: everything else on the page is as it was when shut.
# The article is looked at whole in every state, for the rules that concern a page as a whole; but
# not colours, which are those of the shut page, nor the size of targets, which what the reader has
# opened herself covers wherever it ends.
OPENED = {"menu": ".site-header", "search": ".site-header", "term": ":popover-open"}
WHOLE, COVERED = "article", [*COLOURS, "target-size"]
_OPENERS = {
    "menu": ".site-header details:not([open]) > summary >> visible=true",
    "term": "a.term[aria-expanded] >> visible=true",
}
_OPEN = {"menu": ".site-header details[open]", "term": ":popover-open"}

_BAR_IN_ITS_PLACE = (
    "() => document.querySelector('.contents')?.style.setProperty('position', 'static')"
)
_UNFOLD = """() => {
  const folds = [...document.querySelectorAll("main details")];
  for (const fold of folds) fold.open = true;
  return folds.length;
}"""
# Colours take four fifths of axe's time, and pages have the same words on the same ground hundreds
# of times: of elements in the same type and colour, on layers of the same colours, axe judges the
# first two of all pages that a process looks at. Links in text and links alone are not alike.
_ALIKE = 2
Looks = dict[str, int]
"""How many elements that are drawn so axe has judged; one that it is unsure of does not count."""
JUDGED: Looks = {}
_RUN = """async ([place, rules, not, colours, alike, judged]) => {
  const run = async (context, runOnly) => {
    const { passes, violations, incomplete } = await axe.run(context, {
      runOnly, resultTypes: ["violations", "incomplete"], elementRef: true,
      rules: Object.fromEntries(not.map((rule) => [rule, { enabled: false }])),
    });
    const unsure = new Set(incomplete.flatMap(({ nodes }) => nodes.map((n) => n.element)));
    return { looked: passes.length, unsure, violations: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((n) => n.target)}`) };
  };
  const bare = "rgba(0, 0, 0, 0),none,1,none,normal,static";
  const layers = new Map([[null, ""]]);
  const layer = (at) => {
    if (!layers.has(at)) {
      const css = getComputedStyle(at);
      const above = at.parentElement;
      const own = [css.backgroundColor, css.backgroundImage, css.opacity, css.filter,
        css.mixBlendMode, css.position].join();
      const isBare = own === bare && css.color === (above && getComputedStyle(above).color);
      layers.set(at, (isBare ? "" : css.color + own) + layer(above));
    }
    return layers.get(at);
  };
  const drawn = (element) => {
    const { fontSize, fontWeight, textShadow, textDecorationLine, borderBottom } =
      getComputedStyle(element);
    const inText = element.parentElement.textContent.trim() !== element.textContent.trim();
    return [element.tagName, inText, fontSize, fontWeight, textShadow, textDecorationLine,
      borderBottom, layer(element)].join();
  };
  const hasWords = (element) => element.matches("a, input, select, textarea")
    || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const times = {};
  const isNew = (element) => {
    const look = drawn(element);
    times[look] = (times[look] ?? 0) + 1;
    return times[look] <= alike - (judged[look] ?? 0);
  };
  const results = rules.length ? [await run(place ?? document, rules)] : [];
  const places = place ? `${place}, :is(${place}) *` : "body *";
  const include = [...document.querySelectorAll(colours.length ? places : ":not(*)")]
    .filter((element) => hasWords(element) && element.checkVisibility() && isNew(element));
  if (include.length) {
    const result = await run({ include }, colours);
    for (const look of include.filter((element) => !result.unsure.has(element)).map(drawn))
      judged[look] = (judged[look] ?? 0) + 1;
    results.push(result);
  }
  return { judged, looked: results.some(({ looked }) => looked),
    violations: results.flatMap(({ violations }) => violations) };
}"""


def audit(
    browser: Browser, address: str, kind: str, path: str, widths: Sequence[int] = tuple(SIZES)
) -> list[str]:
    """What axe finds on a page of a kind at these widths, with width, scheme and state."""
    page = browser.new_page(base_url=address)
    states = _states(page, kind, path, widths)
    found = [f"{where}: {violation}" for where, told in states for violation in told]
    page.close()
    return found


def opened(page: Page, state: str) -> bool:
    """Open the menu, the panel of search or a term's note; False on a page that has none."""
    if state == "search":
        field = page.locator("#q-header")
        if not field.count():
            return False
        field.fill("lape")
        expect(page.locator(".search-panel")).to_be_visible()
        return True
    opener = page.locator(_OPENERS[state])
    if not opener.count():
        return False
    # On a narrow screen the menu, and then a group of pages in it.
    for _ in range(2 if state == "menu" else 1):
        opener.first.focus()
        page.keyboard.press("Enter")
        expect(page.locator(_OPEN[state]).first).to_be_visible()
    return True


def arrive(page: Page, path: str) -> None:
    """Go to a page and wait for what it finds, if it is the search page."""
    page.goto(path or "./")
    if "?q=" in path:
        settled(page)


def give_axe(page: Page) -> None:
    """The page with axe in it."""
    page.evaluate(Axe().axe_script)


def sized(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": SIZES[width]})


def _states(
    page: Page, kind: str, path: str, widths: Sequence[int]
) -> Iterator[tuple[str, list[str]]]:
    arrive(page, path)
    give_axe(page)
    is_whole = len(widths) == len(SIZES)
    yield from _everywhere(page, kind) if kind in FRAMED and is_whole else _between(page, widths)


def _between(page: Page, widths: Sequence[int]) -> Iterator[tuple[str, list[str]]]:
    """On phones every fold of the page is open, the tables behind pictures among them."""
    if 1280 in widths:
        sized(page, 1280)
        yield from _schemes(page, "1280", None, EVERY)
    page.evaluate(_UNFOLD)
    if 390 in widths:
        sized(page, 390)
        yield from _schemes(page, "390", "main", EVERY)
    if 320 in widths:
        sized(page, 320)
        yield "320 light", violations(page, "main", ROOM)


def _everywhere(page: Page, kind: str) -> Iterator[tuple[str, list[str]]]:
    for width in SIZES:
        sized(page, width)
        yield from _size(page, kind, width)
    sized(page, 390)
    if page.evaluate(_UNFOLD):
        yield from _schemes(page, "390 unfolded", "main details", EVERY)


def _size(page: Page, kind: str, width: int) -> Iterator[tuple[str, list[str]]]:
    yield from _schemes(page, f"{width}", None, ROOM if width == 320 else EVERY)
    for state, place in OPENED.items():
        if opened(page, state):
            yield from _schemes(page, f"{width} {state}", place, EVERY)
            if kind == WHOLE:
                yield f"{width} {state}, whole", violations(page, None, EVERY, COVERED)
            page.keyboard.press("Escape")
            page.locator("main").focus()


def _schemes(
    page: Page, where: str, place: str | None, rules: list[str]
) -> Iterator[tuple[str, list[str]]]:
    yield f"{where} light", violations(page, place, rules)
    if rules is not ROOM:
        page.emulate_media(color_scheme="dark")
        yield f"{where} dark", violations(page, place, COLOURS)
        page.emulate_media(color_scheme="light")


def violations(
    page: Page, place: str | None, rules: list[str], without: Sequence[str] = ()
) -> list[str]:
    """What axe finds there: colours where they may differ and were not looked at on other pages,
    the other rules everywhere.

    The bar of the contents is in its place: it covers what a scroll shows.
    """
    page.evaluate(_BAR_IN_ITS_PLACE)
    colours = [] if rules is ROOM or COLOURS[0] in without else COLOURS
    others = [] if rules is COLOURS else rules
    given = [place, others, [*without, *COLOURS] if others else [], colours]
    result: dict[str, Any] = page.evaluate(_RUN, [*given, _ALIKE, JUDGED])
    JUDGED.update(result["judged"])
    assert result["looked"] or rules is not EVERY, "axe has looked at nothing"
    return list(result["violations"])
