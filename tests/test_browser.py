"""The served site in a real browser: language switch, search, menus, narrow screens, axe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect
from serve import Built

# LinkChecker works beside the browser; test_site_real asks for its result.
pytestmark = pytest.mark.usefixtures("outside_crawl")

PAGES = {
    "home": ("", "sv/"),
    "theme": ("teemat/perhekeskus/", "sv/teman/familjecenter/"),
    "timeline": ("aikajana/", "sv/tidslinje/"),
    "contacts": ("yhteystiedot/", "sv/kontakter/"),
    "glossary": ("sanasto/", "sv/ordlista/"),
    "sources": ("lahteet/", "sv/kallor/"),
    "search": ("haku/?q=perhekeskus", "sv/sok/?q=familjecenter"),
    "not found": ("ei/ole/", "sv/finns/inte/"),
}
FINNISH, SWEDISH = PAGES["theme"]
SIZES = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 390, "height": 800}}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
INDEX = "**/assets/search/*.json"


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A tab of a new reader; what goes wrong in any page fails the test at its end."""
    context = browser.new_context(base_url=served, viewport=SIZES["wide"])
    context.set_default_timeout(10_000)
    errors: list[str] = []
    tab = context.new_page()
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    context.close()
    assert errors == []


def path(page: Page) -> str:
    parts = urlsplit(page.url)
    return parts.path.removeprefix("/") + (f"#{parts.fragment}" if parts.fragment else "")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus, as somebody without a mouse does."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(selector).evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_reading_asks_nobody_else_sets_no_cookie_and_logs_no_error(page: Page, served: str) -> None:
    said: list[str] = []
    asked: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        expected = message.location["url"] == page.url and "404" in message.text
        if message.type in ("error", "warning") and not expected:
            said.append(f"{page.url}: {message.text}")

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("console", listen)
    page.on("request", note)
    for name, addresses in PAGES.items():
        for address in addresses:
            answer = page.goto(address)
            assert answer.status == (404 if name == "not found" else 200), address
    assert said == []
    assert [url for url in asked if not url.startswith(served)] == []
    assert page.context.cookies() == []
    indexes = [url.removeprefix(served) for url in asked if url.endswith(".json")]
    assert indexes == ["assets/search/fi.json", "assets/search/sv.json"], "fetched by search alone"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
@pytest.mark.parametrize("way", ["fragment", "scrolling"])
def test_language_switch_keeps_the_section(page: Page, way: str, hand: str, size: str) -> None:
    page.set_viewport_size(SIZES[size])
    page.goto(f"{FINNISH}#maara" if way == "fragment" else FINNISH)
    page.locator("#maara").evaluate("heading => heading.scrollIntoView()")
    if hand == "mouse":
        page.click(".languages a[lang=sv]")
    else:
        page.locator(".languages a[lang=sv]").focus()
        page.keyboard.press("Enter")
    page.wait_for_url("**/sv/**")
    assert path(page) == f"{SWEDISH}#maara"
    expect(page.locator("#maara")).to_be_in_viewport()


def test_language_switch_by_keyboard_alone(page: Page) -> None:
    page.goto(SWEDISH)
    tab_to(page, ".languages a[lang=fi]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{FINNISH}")
    assert page.locator("html").get_attribute("lang") == "fi"
    expect(page.locator(".languages [aria-current]")).to_have_text("Suomi")


@pytest.mark.parametrize("name", ["home", "theme", "timeline", "search"])
def test_without_javascript_the_switch_leads_to_the_same_page(
    browser: Browser, served: str, name: str
) -> None:
    finnish, swedish = (urlsplit(address).path for address in PAGES[name])
    context = browser.new_context(base_url=served, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(finnish)
    for lang, address in (("sv", swedish), ("fi", finnish)):
        tab.click(f".languages a[lang={lang}]")
        assert path(tab) == address
    context.close()


def test_skip_link_is_first_and_leads_to_the_content(page: Page) -> None:
    page.goto(FINNISH)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("inside", [False, True], ids=["on the heading", "inside"])
@pytest.mark.parametrize(
    ("size", "summary", "content"),
    [
        ("wide", ".main-menu details.group >> nth=0 >> summary", "details.group ul >> nth=0"),
        ("narrow", "details.menu > summary", "nav.main-menu"),
    ],
)
def test_menu_by_keyboard(page: Page, size: str, summary: str, content: str, inside: bool) -> None:
    page.set_viewport_size(SIZES[size])
    page.goto(FINNISH)
    menu = page.locator(content)
    expect(menu).not_to_be_visible()
    tab_to(page, summary)
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    if inside:
        page.keyboard.press("Tab")
        expect(menu.locator("a, summary").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).not_to_be_visible()
    expect(page.locator(summary)).to_be_focused()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Shift+Tab") if False else page.locator(summary).press("Enter")
    expect(menu).not_to_be_visible()


@pytest.mark.parametrize(
    ("address", "query", "found", "says"),
    [
        ("haku/", "perhekeskus", "Perhekeskus", r"^\d+ sivua?$"),
        ("sv/sok/", "familjecenter", "Familjecenter", r"^\d+ sid(a|or)$"),
    ],
)
def test_search_lists_pages_with_marks(
    page: Page, address: str, query: str, found: str, says: str
) -> None:
    page.goto(f"{address}?q={query}")
    results = page.locator(".results > li")
    expect(page.get_by_role("status")).to_have_text(re.compile(says))
    expect(page.locator("#q")).to_have_value(query)
    expect(results.first.locator("a")).to_have_text(found)
    assert results.count() == int(page.get_by_role("status").inner_text().split()[0])
    marks = page.locator(".results mark")
    assert marks.count() > 0
    assert query[:-3] in marks.first.inner_text().lower()
    results.first.locator("a").click()
    expect(page.locator("h1")).to_have_text(found)


def test_search_from_the_header_by_keyboard_and_back(page: Page) -> None:
    page.goto(FINNISH)
    page.locator("#q-header").fill("aikajana")
    page.keyboard.press("Enter")
    page.wait_for_url("**/haku/?q=aikajana")
    expect(page.locator(".results > li").first).to_be_visible()
    page.locator("#q").fill("varhaiskasvatus")
    page.keyboard.press("Enter")
    page.wait_for_url("**/haku/?q=varhaiskasvatus")
    page.go_back()
    expect(page.locator("#q")).to_have_value("aikajana")


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("", ""),
        ("   ", ""),
        ("a", "Kirjoita vähintään kaksi kirjainta."),
        ("🙂", "Kirjoita vähintään kaksi kirjainta."),
        ("%", "Kirjoita vähintään kaksi kirjainta."),
        ("<img src=x onerror=window.hacked=1>qqxxzz", "ei löytynyt sivuja"),
        ("</script><script>window.hacked=1</script>", "sivu"),
        ("$& $1 qqxxzz", "Hakusanalla ”$& $1 qqxxzz” ei löytynyt"),
        ("(((((*+?[\\", "Kirjoita vähintään kaksi kirjainta."),
        ("qx" * 5000, "ei löytynyt sivuja"),
    ],
    ids=[
        "empty",
        "spaces",
        "letter",
        "emoji",
        "percent",
        "html",
        "script",
        "dollar",
        "regex",
        "long",
    ],
)
def test_search_stays_calm(page: Page, query: str, says: str) -> None:
    page.goto(f"haku/?q={quote(query)}")
    status = page.get_by_role("status")
    expect(status).to_have_text(says) if not says else expect(status).to_contain_text(says)
    expect(page.locator("#q")).to_have_value(query)
    assert len(status.inner_text()) < 300
    assert page.locator("main img, .results script, .search-status *").count() == 0
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("haku/?q=perhe", "Hakemistoa ei voitu ladata. Kaikki sivut ovat luettelossa alla."),
        ("sv/sok/?q=familj", "Sökregistret kunde inte laddas. Alla sidor finns i förteckningen"),
    ],
)
@pytest.mark.parametrize("failure", ["no network", "error", "not JSON"])
def test_search_without_its_index_says_so(
    page: Page, address: str, says: str, failure: str
) -> None:
    answers: dict[str, Any] = {"error": {"status": 500}, "not JSON": {"body": "<html>"}}
    if failure == "no network":
        page.route(INDEX, lambda route: route.abort())
    else:
        page.route(INDEX, lambda route: route.fulfill(**answers[failure]))
    page.goto(address)
    expect(page.get_by_role("status")).to_contain_text(says)
    assert page.locator(".all-pages a").count() >= 27
    page.unroute(INDEX)
    page.locator(".search--page button").click()
    expect(page.locator(".results > li").first).to_be_visible()


def test_no_page_scrolls_sideways_at_320_pixels(page: Page, site: Built) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = {}
    for address in [*site.pages, "ei/ole/"]:
        page.goto(address or "./")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[address] = width
    assert wide == {}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, served: str, name: str) -> None:
    """All rules in light colours, those about colour in dark ones: nothing else depends on them.

    The tabs work side by side: each has its own process, and axe is asked for in all of them
    before the first answer is awaited.
    """
    found = []
    script = Axe().axe_script
    for size in SIZES.values():
        tabs = []
        for address in PAGES[name]:
            for scheme, only in (("light", RULES), ("dark", COLOUR_RULES)):
                context = browser.new_context(base_url=served, viewport=size, color_scheme=scheme)
                tab = context.new_page()
                tab.goto(address or "./")
                if name == "search":
                    expect(tab.locator(".results > li").first).to_be_visible()
                tab.evaluate(script)
                tab.evaluate("only => { window.asked = axe.run({runOnly: only}); }", only)
                tabs.append((tab, f"/{address} {size['width']} {scheme}"))
        for tab, where in tabs:
            result = tab.evaluate("window.asked")
            assert result["passes"], where
            for violation in result["violations"]:
                nodes = [node["target"] for node in violation["nodes"][:3]]
                found.append(f"{where}: {violation['id']}: {nodes}")
            tab.context.close()
    assert found == []
