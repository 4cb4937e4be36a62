"""The search page in a real browser: results, filters, going back."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

import pytest
from conftest import until
from playwright.sync_api import Page, expect
from searching import FI, SEARCH, SV, focused, results, searched, status, typed
from serve import Built

GROUPS = re.compile(r"^assets/search/fi-\w+/groups\.json$")


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
    page.locator("form:has(#q-header) button[type=submit]").click()
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
    page.wait_for_url(re.compile(r"/sanasto/\?mark="))
    page.go_back()
    expect(page.locator(".result-title").first).to_have_text("Sanasto")
    expect(page.locator("#q")).to_have_value("sanasto")


def found(page: Page) -> set[str]:
    """The addresses of the results, below the site's root."""
    links = page.locator(".result-title a")
    return set(links.evaluate_all("links => links.map(({ pathname }) => pathname.slice(1))"))


ARE = """([wanted, all]) => {
  const found = new Set([...document.querySelectorAll(".result-title a")]
    .map(({ pathname }) => pathname.slice(1)));
  const known = [...found].every((address) => wanted.includes(address));
  return known && (all ? found.size === wanted.length : found.size > 0);
}"""


def settles(page: Page, wanted: set[str], *, all: bool) -> None:
    """Wait until all of those pages are listed, or some of them, and no other."""
    until(page, ARE, [sorted(wanted), all])


def in_group(site: Built, group: str) -> list[str]:
    """The addresses of the Finnish pages of a phase or theme, in the order of the index."""
    folder = next(name[: name.index("/groups")] for name in site.files if GROUPS.search(name))
    rows = json.loads(site.files[f"{folder}/groups.json"])
    numbers = [number for number, *groups in rows if any(group in own for own in groups)]
    return [json.loads(site.files[f"{folder}/d/{number}.json"])["u"] for number in numbers]


def test_filters_narrow_the_results_and_live_in_the_address(page: Page, site: Built) -> None:
    searched(page, "lastensuojelu")
    everything = found(page)
    inside = set(in_group(site, "perhekeskus"))
    assert not everything <= inside
    theme = page.get_by_label("Teema")
    theme.select_option("perhekeskus")
    page.wait_for_url("**/haku/?q=lastensuojelu&theme=perhekeskus")
    settles(page, inside, all=False)
    page.get_by_label("Vaihe").select_option("phase-1")
    page.wait_for_url("**&phase=phase-1&theme=perhekeskus")
    page.reload()
    expect(page.get_by_label("Vaihe")).to_have_value("phase-1")
    expect(theme).to_have_value("perhekeskus")
    page.go_back()
    page.go_back()
    expect(theme).to_have_value("")
    settles(page, everything, all=True)
    page.go_forward()
    page.get_by_role("link", name="Poista rajaukset").click()
    page.wait_for_url("**/haku/?q=lastensuojelu")
    settles(page, everything, all=True)
    expect(page.get_by_role("link", name="Poista rajaukset")).not_to_be_visible()


def test_a_filter_works_without_a_query_and_says_how_many_pages_it_leaves(
    page: Page, site: Built
) -> None:
    inside = in_group(site, "ot-keskukset")
    page.goto(SEARCH["fi"])
    choice = page.locator("#theme option[value=ot-keskukset]")
    expect(choice).to_have_text(re.compile(rf": {len(inside)}$"))
    expect(results(page)).to_have_count(0)
    page.get_by_label("Teema").select_option("ot-keskukset")
    page.wait_for_url("**/haku/?theme=ot-keskukset")
    expect(status(page)).to_have_text(f"{len(inside)} sivua")
    links = page.locator(".result-title a")
    expect(links).to_have_count(min(len(inside), 10))
    first = [urlsplit(links.nth(at).evaluate("link => link.href")).path for at in range(3)]
    assert first == [f"/{url}" for url in inside[:3]]


def test_the_number_at_a_choice_is_the_number_of_pages_that_it_gives(page: Page) -> None:
    searched(page, "lastensuojelu")
    choice = page.locator("#phase option[value=phase-1]")
    expect(choice).to_have_text(re.compile(r": \d+$"))
    count = int(choice.inner_text().rpartition(": ")[2])
    page.get_by_label("Vaihe").select_option("phase-1")
    page.wait_for_url("**&phase=phase-1")
    expect(status(page)).to_have_text(re.compile(rf"\b{count} sivua"))


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
    url: `teemat/?${at}`, crumb: "", near: at < %(near)s, section: null, more: [],
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
    page.wait_for_url(re.compile(r"/teemat/\?12=&mark="))
    page.go_back()
    expect(results(page)).to_have_count(14)


def test_close_results_are_said_to_be_that(page: Page) -> None:
    answering(page, count=2, near=2, way="close")
    searched(page, "sivu")
    expect(status(page)).to_have_text(
        "2 sivua. Mikään sivu ei vastannut hakua täsmälleen. Nämä ovat lähimpänä."
    )
    assert page.locator(".search-results b, .search-results img").count() == 0
