"""Search without JavaScript: the form leads to a list of every page and term."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from searching import SEARCH
from serve import Built

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"


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
