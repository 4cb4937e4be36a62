"""Search as readers meet it, in a real browser: the header's panel, the search page, bad days."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, quote, quote_plus, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect
from serve import Built

FI, SV = "teemat/perhekeskus/", "sv/teman/familjecenter/"
SEARCH = {"fi": "haku/", "sv": "sv/sok/"}
FAILED = {"fi": "Haku ei juuri nyt toimi.", "sv": "Sökningen fungerar inte just nu."}
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; "
    "style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"
)


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A tab of a new reader; an error in any page or its worker fails the test at its end."""
    context = browser.new_context(base_url=served, viewport=WIDE)
    context.set_default_timeout(10_000)
    errors: list[str] = []
    tab = context.new_page()
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    context.close()
    assert errors == []


def panel(page: Page) -> Locator:
    return page.locator(".search-panel")


def results(page: Page) -> Locator:
    return page.locator(".search-results .results > li")


def status(page: Page) -> Locator:
    return page.get_by_role("status")


def typed(page: Page, address: str, query: str) -> Locator:
    """The open panel after somebody typed the query into the header's field."""
    page.goto(address)
    page.locator("#q-header").click()
    page.keyboard.type(query, delay=15)
    last = panel(page).locator(".search-all a")
    expect(last).to_have_attribute("href", re.compile(rf"q={quote_plus(query)}$|#a-o$"))
    return panel(page)


def searched(page: Page, query: str, lang: str = "fi", more: str = "") -> None:
    """Open the search page with the query in its address and wait until it has settled."""
    page.goto(f"{SEARCH[lang]}?q={quote(query)}{more}")
    expect(status(page)).to_have_text(re.compile(r"^(?!Haetaan|Söker…).*\w{2}"))


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")


def scrolls_sideways(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


# The panel under the field of the header


def test_nothing_is_loaded_before_the_reader_turns_to_the_field(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(served)))
    page.goto(FI, wait_until="networkidle")
    assert [url for url in asked if url.startswith("assets/search/")] == []
    page.locator("#q-header").click()
    page.keyboard.type("perhe", delay=15)
    expect(panel(page)).to_be_visible()
    assert {"assets/search/ui.js", "assets/search/worker.js"} <= set(asked)


@pytest.mark.parametrize(
    ("address", "query", "title", "rest"),
    [(FI, "aikajan", "Aikajana", "haku/"), (SV, "tidslinj", "Tidslinje", "sv/sok/")],
)
def test_typing_opens_a_named_panel(
    page: Page, address: str, query: str, title: str, rest: str
) -> None:
    found = typed(page, address, query)
    name = "Hakutulokset" if rest == "haku/" else "Sökresultat"
    expect(page.get_by_role("region", name=name)).to_be_visible()
    assert 1 <= found.locator(".results > li").count() <= 6
    expect(found.locator(".results a").first).to_have_text(title)
    assert found.locator(".snippet").count() > 0
    found.locator(".search-all a").click()
    page.wait_for_url(f"**/{rest}?q={query}")
    expect(results(page).first).to_be_visible()


def test_one_letter_opens_nothing(page: Page) -> None:
    page.goto(FI)
    page.locator("#q-header").click()
    page.keyboard.type("p")
    page.wait_for_timeout(500)
    expect(panel(page)).to_have_count(1)
    expect(panel(page)).not_to_be_visible()
    page.keyboard.type("e")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Backspace")
    expect(panel(page)).not_to_be_visible()


def test_what_was_typed_before_the_code_came_is_searched(page: Page) -> None:
    page.route("**/search/ui.js", lambda route: page.wait_for_timeout(300) or route.continue_())
    page.goto(FI)
    page.locator("#q-header").click()
    page.keyboard.type("aikajana")
    expect(panel(page)).to_be_visible()


def test_panel_by_arrows_and_escape(page: Page) -> None:
    links = typed(page, FI, "perhekeskus").locator(".results a")
    field = page.locator("#q-header")
    page.keyboard.press("Home")
    assert field.evaluate("field => field.selectionStart") == 0
    page.keyboard.press("End")
    assert field.evaluate("field => field.selectionStart") == len("perhekeskus")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    for _ in range(20):
        page.keyboard.press("ArrowDown")
    expect(panel(page).locator(".search-all a")).to_be_focused()
    expect(panel(page).locator(".search-all a")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(panel(page)).not_to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value("perhekeskus")
    page.keyboard.press("ArrowDown")
    expect(panel(page)).to_be_visible()


def test_results_do_not_change_under_the_reader(page: Page) -> None:
    links = typed(page, FI, "perhekesku").locator(".results a")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("**/t/ra*.txt", hold)
    page.keyboard.type("s raha", delay=15)
    page.wait_for_timeout(400)
    assert held
    page.keyboard.press("ArrowDown")
    for route in held:
        route.continue_()
    page.wait_for_timeout(400)
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    last = panel(page).locator(".search-all a")
    expect(last).to_have_attribute("href", re.compile(r"q=perhekeskus\+raha$"))


def test_panel_by_tab_and_enter(page: Page) -> None:
    links = typed(page, FI, "perhekeskus").locator("a")
    page.keyboard.press("Tab")
    assert focused(page) == "Hae"
    for number in range(links.count()):
        page.keyboard.press("Tab")
        expect(links.nth(number)).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel(page)).not_to_be_visible()
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "Hae"
    page.locator("#q-header").focus()
    page.keyboard.press("ArrowDown")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{FI}")


def test_focus_is_seen_in_the_panel(page: Page) -> None:
    typed(page, FI, "perhekeskus")
    page.keyboard.press("ArrowDown")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


def test_any_part_of_a_result_in_the_panel_leads_there(page: Page) -> None:
    box = typed(page, "", "aikajana").locator(".snippet").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    page.wait_for_url("**/aikajana/")


def test_a_click_elsewhere_closes_the_panel(page: Page) -> None:
    typed(page, FI, "perhekeskus")
    page.mouse.click(5, 790)
    expect(panel(page)).not_to_be_visible()


def test_the_panel_announces_its_count_once_after_typing(page: Page) -> None:
    page.goto(FI)
    page.locator("#q-header").click()
    expect(panel(page)).to_have_count(1)
    page.evaluate(
        """() => {
          window.said = [];
          const status = document.querySelector("[role=status]");
          const note = () => status.textContent && window.said.push(status.textContent);
          new MutationObserver(note).observe(status, { childList: true });
        }"""
    )
    page.keyboard.type("perhekeskuksen johtaja", delay=120)
    expect(status(page)).to_have_text(re.compile(r"^\d+ (osuvinta )?sivua?"))
    assert page.evaluate("window.said.length") == 1


# The search page


@pytest.mark.parametrize(
    ("lang", "query", "url", "stem"),
    [("fi", "perhekeskuksissa", FI, "perhekesku"), ("sv", "familjecentren", SV, "familjecent")],
)
def test_an_inflected_word_finds_its_page_with_marks(
    page: Page, served: str, lang: str, query: str, url: str, stem: str
) -> None:
    searched(page, query, lang)
    titles = page.locator(".result-title a")
    best = [titles.nth(at).evaluate("link => link.href") for at in range(3)]
    assert served + url in best
    item = results(page).nth(best.index(served + url))
    expect(item.locator("mark").first).to_be_visible()
    marks = {words.lower() for words in item.locator(".snippet mark").all_inner_texts()}
    assert marks and all(words.startswith(stem) for words in marks)
    expect(page.locator("#q")).to_have_value(query)
    assert page.title().startswith(f"{query} – ")


@pytest.mark.parametrize("lang", SEARCH)
def test_pages_are_listed_once_and_counted(page: Page, lang: str) -> None:
    searched(page, "LAPE", lang)
    urls = page.locator(".result-title a").evaluate_all("links => links.map(({ href }) => href)")
    assert len(urls) == len(set(urls)) > 3
    assert str(len(urls)) in status(page).inner_text().split()


def test_the_best_section_is_a_deep_link(page: Page, site: Built) -> None:
    searched(page, "kuka työskentelee perhekeskuksessa")
    urls = page.locator(".result-section a").evaluate_all("links => links.map(({ href }) => href)")
    assert len(urls) >= 3
    for url in map(urlsplit, urls):
        assert url.fragment in site.ids[url.path.removeprefix("/")], url
    page.locator(".result-section a").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("lang", "query", "says"),
    [
        ("fi", "barnskydd", "Hakusana löytyi ruotsiksi; näytämme samat sivut suomeksi."),
        ("sv", "lastensuojelu", "Sökordet hittades på finska; vi visar samma sidor på svenska."),
    ],
)
def test_a_word_of_the_other_language_is_labelled(
    page: Page, lang: str, query: str, says: str
) -> None:
    searched(page, query, lang)
    expect(status(page)).to_contain_text(says)
    for link in page.locator(".result-title a").all():
        assert ("/sv/" in str(link.get_attribute("href"))) == (lang == "sv")
    expect(typed(page, "sv/" if lang == "sv" else "./", query)).to_contain_text(says)


def test_submitting_by_enter_and_by_button_and_going_back(page: Page) -> None:
    page.goto("")
    page.locator("#q-header").fill("aikajana")
    page.locator(".site-header button[type=submit]").click()
    page.wait_for_url("**/haku/?q=aikajana")
    expect(page.locator(".result-title").first).to_have_text("Aikajana")
    page.locator("#q").fill("sanasto")
    page.keyboard.press("Enter")
    page.wait_for_url("**/haku/?q=sanasto")
    expect(page.locator(".result-title").first).to_have_text("Sanasto")
    page.locator("#q").fill("perhekeskus")
    page.locator(".search--page button[type=submit]").click()
    expect(page.locator(".result-title").first).to_have_text("Perhekeskus")
    page.go_back()
    expect(page.locator("#q")).to_have_value("sanasto")
    expect(page.locator(".result-title").first).to_have_text("Sanasto")
    page.go_back()
    expect(page.locator("#q")).to_have_value("aikajana")
    page.go_forward()
    expect(page.locator(".result-title").first).to_have_text("Sanasto")
    page.locator(".result-title a").first.click()
    page.wait_for_url("**/sanasto/")
    page.go_back()
    expect(page.locator(".result-title").first).to_have_text("Sanasto")
    expect(page.locator("#q")).to_have_value("sanasto")


def found(page: Page) -> set[str]:
    """The addresses of the results, below the site's root."""
    links = page.locator(".result-title a")
    return set(links.evaluate_all("links => links.map(({ pathname }) => pathname.slice(1))"))


def settles(page: Page, holds: Callable[[], bool]) -> None:
    for _ in range(50):
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError(found(page))


def keys_with(site: Built, field: str, value: str) -> set[str]:
    """The addresses of the Finnish pages whose file in the index has the value."""
    pages = [
        json.loads(body)
        for name, body in site.files.items()
        if re.match(r"assets/search/fi-\w+/d/", name)
    ]
    return {page["u"] for page in pages if value in page[field]}


def test_filters_narrow_the_results_and_live_in_the_address(page: Page, site: Built) -> None:
    searched(page, "lastensuojelu")
    everything = found(page)
    inside = keys_with(site, "h", "perhekeskus")
    assert not everything <= inside
    theme = page.get_by_label("Teema")
    theme.select_option("perhekeskus")
    page.wait_for_url("**/haku/?q=lastensuojelu&theme=perhekeskus")
    settles(page, lambda: found(page) != set() and found(page) <= inside)
    page.get_by_label("Vaihe").select_option("phase-1")
    page.wait_for_url("**&phase=phase-1&theme=perhekeskus")
    page.reload()
    expect(page.get_by_label("Vaihe")).to_have_value("phase-1")
    expect(theme).to_have_value("perhekeskus")
    page.go_back()
    page.go_back()
    expect(theme).to_have_value("")
    settles(page, lambda: found(page) == everything)
    page.go_forward()
    page.get_by_role("link", name="Poista rajaukset").click()
    page.wait_for_url("**/haku/?q=lastensuojelu")
    settles(page, lambda: found(page) == everything)
    expect(page.get_by_role("link", name="Poista rajaukset")).not_to_be_visible()


def test_an_unknown_filter_is_ignored(page: Page) -> None:
    searched(page, "lastensuojelu", more="&phase=%3Cb%3E&theme=xyz")
    expect(page.get_by_label("Vaihe")).to_have_value("")
    expect(results(page).first).to_be_visible()


def test_switching_language_keeps_the_query(page: Page) -> None:
    searched(page, "perhekeskus")
    page.locator(".languages a[lang=sv]").click()
    page.wait_for_url("**/sv/sok/?q=perhekeskus")
    expect(page.locator(".result-title").first).to_have_text("Familjecenter")


FAKE = """
self.addEventListener("message", ({ data }) => {
  const results = Array.from({ length: Math.min(data.limit, %(count)s) }, (_, at) => ({
    url: `teemat/?${at}`, crumb: "", near: at < %(near)s, section: null,
    title: [["<b>Sivu</b> ", false], [String(at), true]], snippet: [["<img src=x>", true]],
  }));
  self.postMessage({ id: data.id, way: "%(way)s", results });
});
"""


def answering(page: Page, count: int, near: int, way: str = "own") -> None:
    body = FAKE % {"count": count, "near": near, "way": way}
    page.route(
        "**/search/worker.js",
        lambda route: route.fulfill(body=body, content_type="text/javascript"),
    )


@pytest.mark.parametrize(
    ("count", "near", "listed", "divided"), [(7, 2, 7, True), (7, 4, 4, False), (5, 5, 5, False)]
)
def test_distant_results_are_set_apart_or_left_out(
    page: Page, count: int, near: int, listed: int, divided: bool
) -> None:
    answering(page, count, near)
    searched(page, "sivu")
    expect(results(page)).to_have_count(listed)
    expect(page.get_by_role("heading", name="Vähemmän osuvat")).to_have_count(int(divided))
    expect(status(page)).to_have_text(f"{listed} sivua")


def test_more_results_on_demand_and_after_coming_back(page: Page) -> None:
    answering(page, count=14, near=14)
    searched(page, "sivu")
    expect(status(page)).to_have_text("10 osuvinta sivua")
    page.get_by_role("button", name="Näytä lisää").click()
    expect(results(page)).to_have_count(14)
    expect(status(page)).to_have_text("14 sivua")
    assert focused(page) == "<b>Sivu</b> 10"
    page.locator(".result-title a").nth(12).click()
    page.wait_for_url("**/teemat/?12")
    page.go_back()
    expect(results(page)).to_have_count(14)


def test_close_results_are_said_to_be_that(page: Page) -> None:
    answering(page, count=2, near=2, way="close")
    searched(page, "sivu")
    expect(status(page)).to_have_text(
        "2 sivua. Mikään sivu ei vastannut hakua täsmälleen. Nämä ovat lähimpänä."
    )
    assert page.locator(".search-results b, .search-results img").count() == 0


# Without JavaScript


@pytest.mark.parametrize(
    ("lang", "home", "entries"),
    [
        ("fi", "./", ["Perhekeskus", "huostaanotto", "Aikajana"]),
        ("sv", "sv/", ["Familjecenter", "omhändertagande", "Tidslinje"]),
    ],
)
def test_without_javascript_the_form_leads_to_the_list_of_pages_and_terms(
    browser: Browser, served: str, lang: str, home: str, entries: list[str]
) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(home)
    tab.locator("#q-header").fill("perhe")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/{SEARCH[lang]}?q=perhe")
    assert not tab.locator("#phase").is_visible()
    letters = tab.locator(".all-pages h3").all_inner_texts()
    assert letters == tab.locator(".letters a").all_inner_texts()
    assert letters == sorted(letters, key=ALPHABET.index)
    for entry in entries:
        expect(
            tab.locator(".all-pages").get_by_role("link", name=entry, exact=True)
        ).to_be_visible()
    tab.locator(".letters a", has_text="P").click()
    expect(tab.locator("#a-o-p h3")).to_be_in_viewport()
    tab.locator(".search--page button[type=submit]").click()
    assert set(parse_qs(urlsplit(tab.url).query)) <= {"q"}
    context.close()


def test_the_list_holds_every_page_and_term_in_order(site: Built) -> None:
    for lang, address in SEARCH.items():
        listing = site.pages[address].one("div", "all-pages")
        leads_to = [a["href"] for a in listing.every("a")]
        pages = {a for a in site.pages if a.startswith("sv/") == (lang == "sv")}
        own = {url for url in leads_to if "#" not in url}
        assert len(own) == len(pages - {address})
        assert len(leads_to) - len(own) > 100, "terms"
        assert len(leads_to) == len(set(leads_to))
        for part in listing.every("section"):
            initials = {a.text[0].upper() for a in part.every("a")}
            assert initials == {part.one("h3").text}


# Bad input, bad days

HOSTILE = {
    "empty": ("", ""),
    "spaces": ("   ", ""),
    "letter": ("a", "Kirjoita vähintään kaksi kirjainta tai numeroa."),
    "emoji": ("🙂👩‍👩‍👧", "Kirjoita vähintään kaksi kirjainta tai numeroa."),
    "punctuation": ("(((((*+?[\\%&#", "Kirjoita vähintään kaksi kirjainta tai numeroa."),
    "html": ("<img src=x onerror=window.hacked=1>qqxxzz", "sivu"),
    "script": ("</script><script>window.hacked=1</script>", "sivu"),
    "quotes": ("\"';alert(1)//`${window.hacked=1}`", "sivu"),
    "dollars": ("$& $1 {query} {count} qqxxzz", "sivu"),
    "nothing": ("qqxxzz zzxqw", "Haulla ”qqxxzz zzxqw” ei löytynyt sivuja."),
    "long": ("qx" * 5000, "ei löytynyt sivuja"),
    "parts": ("perhekeskus" * 900 + "q", "sivu"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_odd_queries_get_a_calm_answer(page: Page, name: str) -> None:
    query, says = HOSTILE[name]
    page.set_viewport_size(NARROW)
    page.goto(f"haku/?q={quote(query)}")
    expect(page.locator("#q")).to_have_value(query.strip()[:200])
    if says:
        expect(status(page)).to_contain_text(says)
    else:
        expect(status(page)).to_have_text("")
    assert len(status(page).inner_text()) < 250
    assert page.locator("main img, .search-results script, .search-status *").count() == 0
    assert page.evaluate("window.hacked") is None
    assert not scrolls_sideways(page)
    expect(page.locator(".all-pages a").first).to_be_visible()


@pytest.mark.parametrize("name", [name for name in HOSTILE if name != "letter"])
def test_odd_queries_in_the_header(page: Page, name: str) -> None:
    query, _ = HOSTILE[name]
    page.set_viewport_size(NARROW)
    page.goto(FI)
    page.locator("#q-header").click()
    field = page.locator("#q-header")
    field.evaluate(
        "(field, query) => { field.value = query; field.dispatchEvent(new Event('input')); }", query
    )
    if HOSTILE[name][1] and not HOSTILE[name][1].startswith("Kirjoita"):
        expect(panel(page)).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate("window.hacked") is None
    assert page.locator(".search-panel img, .search-panel script").count() == 0
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("query", ["%E4%", "%", "%c3%28", "a%00b", "%ED%A0%80xx"])
def test_broken_encoding_in_the_address(page: Page, query: str) -> None:
    page.goto(f"haku/?q={query}")
    expect(page.locator(".all-pages a").first).to_be_visible()
    expect(status(page)).to_have_text(re.compile("sivu|Kirjoita"))


ANSWERS: dict[str, dict[str, Any]] = {
    "missing": {"status": 404, "body": "<!doctype html><p>404"},
    "error": {"status": 500},
    "page": {"body": "<!doctype html><p>hei", "content_type": "text/html"},
    "empty": {"body": ""},
}


def answer(route: Route, how: str) -> None:
    if how == "offline":
        route.abort()
    elif how == "truncated":
        body = route.fetch().text()
        route.fulfill(body=body[: len(body) // 3])
    else:
        route.fulfill(**ANSWERS[how])


@pytest.mark.parametrize("how", [*ANSWERS, "offline", "truncated"])
@pytest.mark.parametrize(
    "files", ["versions.json", "*/manifest.txt", "*/t/*.txt", "*/p/*.txt", "*/d/*.json"]
)
def test_without_its_files_search_stays_calm_and_recovers(page: Page, files: str, how: str) -> None:
    pattern = f"**/assets/search/{files}"
    page.context.route(pattern, lambda route: answer(route, how))
    searched(page, "perhekeskus")
    expect(page.locator(".all-pages a").first).to_be_visible()
    expect(status(page)).to_contain_text(FAILED["fi"])
    page.context.unroute(pattern)
    page.locator(".search--page button[type=submit]").click()
    expect(page.locator(".result-title").first).to_have_text("Perhekeskus")


@pytest.mark.parametrize("lang", SEARCH)
def test_without_network_the_message_is_in_the_language_of_the_page(page: Page, lang: str) -> None:
    page.context.route("**/assets/search/**/*.*", lambda route: route.abort())
    page.context.unroute("**/assets/search/**/*.*")
    page.context.route(re.compile(r"versions\.json"), lambda route: route.abort())
    searched(page, "LAPE", lang)
    expect(status(page)).to_contain_text(FAILED[lang])
    found = typed(page, "sv/" if lang == "sv" else "./", "LAPE")
    expect(found).to_contain_text(FAILED[lang])
    found.locator("a").click()
    page.wait_for_url(f"**/{SEARCH[lang]}#a-o")


@pytest.mark.parametrize("how", ["error", "offline", "page"])
def test_without_its_worker_search_says_so(page: Page, how: str) -> None:
    page.context.route("**/search/worker.js", lambda route: answer(route, how))
    searched(page, "perhekeskus")
    expect(status(page)).to_contain_text(FAILED["fi"])


def test_without_its_code_the_field_is_a_plain_form(page: Page) -> None:
    page.context.route("**/search/ui.js", lambda route: route.abort())
    page.goto("")
    page.locator("#q-header").fill("perhekeskus")
    page.keyboard.press("Enter")
    page.wait_for_url("**/haku/?q=perhekeskus")
    expect(page.locator(".all-pages a").first).to_be_visible()


def test_a_server_that_never_answers_is_given_up(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.clock.install()
    page.context.route("**/versions.json", hold)
    page.goto("haku/?q=perhekeskus")
    page.clock.fast_forward(1_000)
    expect(status(page)).to_have_text("Haetaan…")
    page.clock.fast_forward(20_000)
    expect(status(page)).to_contain_text(FAILED["fi"])
    for route in held:
        route.abort()


def test_a_strict_policy_holds(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    def strict(route: Route) -> None:
        response = route.fetch()
        headers = response.headers | {"content-security-policy": POLICY}
        route.fulfill(response=response, headers=headers)

    page.context.route("**/*", strict)
    typed(page, FI, "perhekeskus")
    searched(page, "perhekeskus")
    expect(results(page).first).to_be_visible()
    assert [words for words in said if "icon" not in words] == []


def test_search_asks_nobody_else(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    searched(page, "perhekeskus")
    assert len(asked) > 5
    assert [url for url in asked if not url.startswith(served)] == []


# For everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])
@pytest.mark.parametrize("lang", SEARCH)
def test_axe_finds_nothing(
    browser: Browser, served: str, lang: str, size: Any, scheme: Any
) -> None:
    context = browser.new_context(base_url=served, viewport=size, color_scheme=scheme)
    tab = context.new_page()
    query, home = ("perhekeskus", FI) if lang == "fi" else ("familjecenter", SV)
    rules = RULES if scheme == "light" else COLOUR_RULES
    typed(tab, home, query)
    assert violations(tab, rules) == []
    assert not scrolls_sideways(tab)
    searched(tab, query, lang)
    assert violations(tab, rules, without=".all-pages") == []
    assert not scrolls_sideways(tab)
    searched(tab, "qqxxzz zzxqw", lang, "&phase=phase-1")
    assert violations(tab, rules, without=".all-pages") == []
    context.close()


@pytest.mark.parametrize("lang", SEARCH)
def test_axe_finds_nothing_in_the_list(page: Page, lang: str) -> None:
    page.goto(SEARCH[lang])
    assert violations(page, RULES) == []


def violations(page: Page, rules: list[str], without: str = "none") -> list[str]:
    """What axe minds; the list takes it seconds, so it looks there only once."""
    page.evaluate(Axe().axe_script)
    result = page.evaluate(
        "([rules, without]) => axe.run({ exclude: [without] }, { runOnly: rules })",
        [rules, without],
    )
    assert result["passes"]
    return [
        f"{violation['id']}: {[node['target'] for node in violation['nodes'][:3]]}"
        for violation in result["violations"]
    ]


def test_targets_are_large_enough(page: Page) -> None:
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        typed(page, FI, "perhekeskus")
        assert too_small(page, ".search-all a, .search button, .search input") == []
        searched(page, "perhekeskus")
        assert too_small(page, "main input, main select, main button, .letters a") == []
        assert too_small(page, ".result-title, .result-section, .all-pages li") == []


def too_small(page: Page, selector: str) -> list[str]:
    return page.locator(selector).evaluate_all(
        """elements => elements.filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width && (width < 24 || height < 24);
        }).map((element) => element.outerHTML)"""
    )


def test_marks_are_seen_in_forced_colours(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served, forced_colors="active")
    tab = context.new_page()
    searched(tab, "perhekeskus")
    mark = tab.locator("mark").first
    ground = "element => getComputedStyle(element).backgroundColor"
    assert mark.evaluate(ground) != tab.locator("body").evaluate(ground)
    context.close()
