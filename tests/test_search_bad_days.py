"""Search in a real browser when the query is odd, or files, code, worker or network fail."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from conftest import same_reader
from playwright.sync_api import Page, Route, expect
from sampling import some
from searching import (
    FAILED,
    FI,
    LONG,
    NARROW,
    SEARCH,
    held_back,
    panel,
    scrolls_sideways,
    searched,
    status,
    typed,
)

reader = same_reader

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


def test_odd_queries_in_the_header(clock_page: Page) -> None:
    page = clock_page
    page.set_viewport_size(NARROW)
    page.goto(FI)
    page.locator("#q-header").click()
    expect(panel(page)).to_have_count(1)
    for name, (query, says) in HOSTILE.items():
        written_at_once(page, "")
        expect(panel(page), name).not_to_be_visible()
        written_at_once(page, query)
        answered = says != "" and not says.startswith("Kirjoita")
        expect(panel(page), name).to_be_visible(visible=answered)
        assert page.evaluate("window.hacked") is None, name
        assert page.locator(".search-panel img, .search-panel script").count() == 0, name
        assert not scrolls_sideways(page), name


def written_at_once(page: Page, query: str) -> None:
    """The query in the header's field, and time enough to answer it."""
    page.locator("#q-header").evaluate(
        "(field, query) => { field.value = query; field.dispatchEvent(new Event('input')); }", query
    )
    page.clock.run_for(LONG)


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
    elif how.startswith("truncated"):
        body = route.fetch().text()
        third = len(body) // 3
        route.fulfill(body=body[: body.rfind("\n", 0, -2) + 1 if "line" in how else third])
    else:
        route.fulfill(**ANSWERS[how])


FILES = ("search.json", "*/manifest.txt", "*/t/*.txt", "*/p/*.txt", "*/d/*.json")
WAYS = (*ANSWERS, "offline", "truncated", "truncated at a line")
# A step that divides neither of their numbers: each file and each way is among them.
FAILURES = some([(files, how) for how in WAYS for files in FILES], 4)


@pytest.mark.parametrize(("files", "how"), FAILURES)
def test_without_its_files_search_stays_calm_and_recovers(page: Page, files: str, how: str) -> None:
    pattern = f"**/{files}"
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
    page.context.route(re.compile(r"search\.json"), lambda route: route.abort())
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


def test_a_server_that_never_answers_is_given_up(clock_page: Page) -> None:
    page = clock_page
    held = held_back(page.context, "**/search.json")
    page.goto("haku/?q=perhekeskus")
    page.clock.fast_forward(1_000)
    expect(status(page)).to_have_text("Haetaan…")
    page.clock.fast_forward(20_000)
    expect(status(page)).to_contain_text(FAILED["fi"])
    for route in held:
        route.abort()


def test_search_asks_nobody_else(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    searched(page, "perhekeskus")
    assert len(asked) > 5
    assert [url for url in asked if not url.startswith(served)] == []
