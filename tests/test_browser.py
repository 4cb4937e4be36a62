"""The served site in a real browser: language switch, search, menus, narrow screens."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from conftest import same_reader
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

reader = same_reader

PAGES = {
    "home": ("", "sv/"),
    "theme": ("teemat/perhekeskus/", "sv/teman/familjecenter/"),
    "timeline": ("aikajana/", "sv/tidslinje/"),
    "contacts": ("yhteystiedot/", "sv/kontakter/"),
    "glossary": ("sanasto/", "sv/ordlista/"),
    "translations": ("kaannostilanne/", "sv/oversattningslage/"),
    "sources": ("lahteet/", "sv/kallor/"),
    "search": ("haku/?q=perhekeskus", "sv/sok/?q=familjecenter"),
    "not found": ("ei/ole/", "sv/finns/inte/"),
}
FINNISH, SWEDISH = PAGES["theme"]
SIZES = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 390, "height": 800}}
INDEX = re.compile(r"/assets/search/.*(?<!\.js)$")


def place(page: Page) -> str:
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
    asked: list[tuple[str, str]] = []

    def listen(message: ConsoleMessage) -> None:
        expected = message.location["url"] == page.url and "404" in message.text
        if message.type in ("error", "warning") and not expected:
            said.append(f"{page.url}: {message.text}")

    page.on("console", listen)
    page.on("request", lambda request: asked.append((name, request.url)))
    for name, addresses in PAGES.items():
        for address in addresses:
            done = "networkidle" if name == "search" else "load"
            answer = page.goto(address or "./", wait_until=done)
            assert answer.status == (404 if name == "not found" else 200), address
    assert said == []
    assert [url for _, url in asked if not url.startswith(served)] == []
    assert page.context.cookies() == []
    assert {name for name, url in asked if INDEX.search(url)} == {"search"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
@pytest.mark.parametrize("way", ["fragment", "scrolling"])
def test_language_switch_keeps_the_section(page: Page, way: str, hand: str, size: str) -> None:
    page.set_viewport_size(SIZES[size])
    page.goto(f"{FINNISH}#maara" if way == "fragment" else FINNISH)
    page.locator("#maara").evaluate("heading => heading.scrollIntoView()")
    # She pauses to read, and the link follows.
    expect(page.locator(".languages a[lang=sv]")).to_have_attribute("href", re.compile("#maara$"))
    if hand == "mouse":
        page.click(".languages a[lang=sv]")
    else:
        page.locator(".languages a[lang=sv]").focus()
        page.keyboard.press("Enter")
    page.wait_for_url("**/sv/**")
    assert place(page) == f"{SWEDISH}#maara"
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
    tab.goto(finnish or "./")
    for lang, address in (("sv", swedish), ("fi", finnish)):
        tab.click(f".languages a[lang={lang}]")
        assert place(tab) == address
    context.close()


@pytest.mark.parametrize("address", [FINNISH, SWEDISH])
def test_skip_link_is_first_and_leads_to_the_content(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.locator(".skip").first).to_be_focused()
    expect(page.locator(".skip").first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


GROUP = ".main-menu details.group >> nth=0"
MENUS = {
    "wide": (f"{GROUP} >> summary", f"{GROUP} >> ul"),
    "narrow": ("details.menu > summary", "nav.main-menu"),
}


@pytest.mark.parametrize("inside", [False, True], ids=["on its heading", "inside"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("address", "key"), [(FINNISH, "Enter"), (SWEDISH, "Space")])
def test_menu_opens_and_closes_by_keyboard(
    page: Page, address: str, key: str, size: str, inside: bool
) -> None:
    summary, content = MENUS[size]
    page.set_viewport_size(SIZES[size])
    page.goto(address)
    menu = page.locator(content)
    expect(menu).not_to_be_visible()
    tab_to(page, summary)
    page.keyboard.press(key)
    expect(menu).to_be_visible()
    if inside:
        page.keyboard.press("Tab")
        expect(menu.locator("a, summary").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).not_to_be_visible()
    expect(page.locator(summary)).to_be_focused()


@pytest.mark.parametrize(
    ("address", "query", "title"),
    [("haku/", "perhekeskus", "Perhekeskus"), ("sv/sok/", "familjecenter", "Familjecenter")],
)
def test_search_lists_pages_with_marks(page: Page, address: str, query: str, title: str) -> None:
    page.goto(f"{address}?q={query}")
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"\d"))
    expect(page.locator("#q")).to_have_value(query)
    assert query[:-3] in page.locator(".results mark").first.inner_text().lower()
    page.locator(".results").get_by_role("link", name=title, exact=True).click()
    expect(page.locator("h1")).to_have_text(title)
    page.locator("#q-header").fill("lape")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{address}?q=lape")
    expect(page.locator(".results > li").first).to_be_visible()
