"""Doors: every record that is shown leads to its own file, and a list begins one more."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from builders import PROJECT, page, real_content, setting
from builders import catalogue as made
from conftest import same_reader, until
from kb.directives import facts_of
from kb.directives.people import CONTACTS
from kb.model.addresses import address
from kb.model.catalogue import RECORD_TYPES
from kb.model.code_host import TELL
from kb.model.evidence import Source
from kb.model.glossary import glossary_terms
from kb.model.page import HOME
from kb.model.people import Contact, Organisation
from kb.model.programme import Event, Region
from kb.model.record import Record
from kb.model.worked import begun_record
from kb.render.body import expand
from kb.text import Lang
from playwright.sync_api import Page
from sampling import some
from serve import Built

reader = same_reader
DOCS = PROJECT / "docs"
EDIT = "https://git.example.org/lape/lape-tietopankki/edit/main/docs/"
ALL = [kind for kind in RECORD_TYPES.values() if kind.another]
CORRECT = {Lang.FI: "Korjaa", Lang.SV: "Rätta"}
LISTED = {
    "yhteystiedot": (Contact, Organisation),
    "aikajana": (Event,),
    "lahteet": (Source,),
    "alueet/index": (Region,),
}
"""The pages of all records of these kinds."""
every_language = pytest.mark.parametrize("lang", list(Lang))
DOORS = """() => [...document.querySelectorAll("article a.edit")].map((a) =>
  [a.href, a.textContent, a.ariaLabel])"""
SWITCH = {Lang.FI: "Näytä korjauslinkit", Lang.SV: "Visa ändringslänkar"}
OFFERED = "() => document.querySelector('article :is(a, label).edit')"
STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter((one) => one.tabIndex >= 0 && one.checkVisibility()).length"""
SHOWN = "document.querySelector('[data-record], [data-records]')"
BOXES = """() => [...document.querySelectorAll("article :is(a, label).edit")]
  .filter((a) => a.checkVisibility()).map((a) => a.getBoundingClientRect())
  .filter((box) => box.height < 24 || box.width < 24).length"""
PRINTED = """() => [...document.querySelectorAll(".edit")].filter((one) =>
  one.checkVisibility()).length"""


def begin(page: Page, where: str) -> None:
    """A page that somebody has begun to read."""
    page.goto(where)
    page.mouse.wheel(0, 1)
    page.mouse.move(1, 1)


def come_to(page: Page, where: str) -> None:
    """A page whose doors are there, asked for if it is a list."""
    begin(page, where)
    until(page, f"() => !{SHOWN} || ({OFFERED})()")
    switch = page.locator("article label.edit input")
    if switch.count():
        switch.check()


def file_of(record: Record) -> str:
    return record.place.path.removeprefix("docs/")


@every_language
def test_without_a_code_host_a_fragment_has_no_door(lang: Lang) -> None:
    here = page(f"a.{lang}", f"# A\n\n<!-- kb:{CONTACTS.name} -->\n")
    known = made([here], real_content().all(Contact).values())
    text = expand(here, here.body, setting(known))
    assert "H-01" in text.upper()
    assert not re.search(r"data-record|class=\"edit\"", text)


@every_language
def test_lists_begin_one_more_and_every_page_tells_of_something_new(
    site: Built, lang: Lang
) -> None:
    begun = {}
    for one in real_content().pages(lang):
        article = site.pages[address(real_content(), one)].one("article")
        links = [a for a in article.every("a") if "/issues/new" in a["href"]]
        forms = {parse_qs(urlsplit(a["href"]).query)["template"][0] for a in links}
        assert (TELL[lang] in forms) is (one.key != HOME), one.path
        for a in article.every("a"):
            if "/new/main/docs" in a["href"] and one.key != "toimitusopas":
                begun[a.text] = (one.key, a["href"])
    for kind in ALL:
        assert kind.another
        where, url = begun.pop(kind.another[lang])
        assert url == begun_record(real_content(), kind, lang, EDIT)
        folder = site.pages[address(real_content(), real_content().pairs[where].versions[lang])]
        about = folder.one("footer", "about-page").every("a")
        assert [a for a in about if a["href"].endswith(f"/tree/main/docs/_data/{kind.kind}")]
    assert begun == {}


@pytest.mark.parametrize("lang", some(list(Lang), 2))
def test_every_record_that_is_shown_has_a_door_to_its_file(page: Page, lang: Lang) -> None:
    """Over part of the site, or all: each leads to a file that is there, whose name it says."""
    known = real_content()
    tried = sorted(known.pages(lang), key=lambda one: one.key not in LISTED)
    for one in [*tried[: len(LISTED)], *some(tried[len(LISTED) :], 3)]:
        come_to(page, address(known, one) or "./")
        doors = page.evaluate(DOORS)
        files = [url.removeprefix(EDIT) for url, _, _ in doors]
        assert [file for file in files if not (DOCS / file).is_file()] == [], one.path
        assert {text for _, text, _ in doors} <= {CORRECT[lang]}, one.path
        assert [name for _, _, name in doors if not name[len(CORRECT[lang]) + 2 :]] == [], one.path
        wanted = {
            file_of(record)
            for kind in LISTED.get(one.key, ())
            for record in known.all(kind).values()
        }
        if one.key == "sanasto":
            wanted |= {file_of(term) for term in glossary_terms(known)}
        for fact in one.cited:
            evidence = known.evidence(fact)
            sources = evidence.sources if evidence else ()
            wanted |= {file_of(known.all(Source)[id]) for id in sources}
            wanted |= {file_of(evidence.said_by)} if evidence else set()
        assert wanted - set(files) == set(), one.path
        assert wanted or not list(facts_of(known, one)), one.path


@pytest.mark.parametrize(
    ("where", "name", "file"),
    [
        ("yhteystiedot/", "Korjaa: Sosiaali- ja terveysministeriö (STM)", "organisations/stm"),
        ("sanasto/", "Korjaa: neuvola", "terms/neuvola"),
        ("sv/ordlista/", "Rätta: rådgivning", "terms/neuvola"),
        ("alueet/lappi/", "Korjaa: Lappi", "regions/lappi"),
    ],
)
def test_a_door_is_heard_by_the_name_of_its_record(
    page: Page, where: str, name: str, file: str
) -> None:
    come_to(page, where)
    doors = page.get_by_role("link", name=name, exact=True)
    assert doors.first.get_attribute("href") == f"{EDIT}_data/{file}.yml"


@pytest.mark.parametrize("where", ["lahteet/", "sv/kallor/", "teemat/perhekeskus/"])
def test_doors_of_sources_are_no_stops_until_their_fold_is_open(page: Page, where: str) -> None:
    come_to(page, where)
    folded = page.locator("details a.edit")
    assert folded.count() > 20
    assert [one for one in folded.all()[:40] if one.is_visible()] == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("where", ["yhteystiedot/", "sanasto/", "aikajana/", "alueet/"])
def test_doors_are_large_enough_and_not_on_paper(page: Page, where: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    come_to(page, where)
    assert page.evaluate(BOXES) == 0
    page.emulate_media(media="print")
    assert page.evaluate(PRINTED) == 0
    page.emulate_media(media="screen")


def test_the_sources_that_open_at_a_mark_have_their_doors(page: Page) -> None:
    begin(page, "teemat/perhekeskus/")
    until(page, "() => document.querySelector('article a.edit')")
    page.locator(".mark").first.click()
    opened = page.locator(".mark-sources a.edit")
    files = [str(one.get_attribute("href")).removeprefix(EDIT) for one in opened.all()]
    assert {file.split("/")[1] for file in files} == {"sources", "facts"}
    assert [one for one in opened.all() if not one.is_visible()] == []


@pytest.mark.parametrize(
    ("where", "lang"),
    [
        ("yhteystiedot/", Lang.FI),
        ("sv/ordlista/", Lang.SV),
        ("lahteet/viranomaiset/", Lang.FI),
        ("sv/tidslinje/", Lang.SV),
        ("alueet/", Lang.FI),
    ],
)
def test_a_list_has_one_more_stop_until_its_doors_are_asked_for(
    page: Page, where: str, lang: Lang
) -> None:
    page.route("**/doors*", lambda route: route.abort())
    begin(page, where)
    page.evaluate("localStorage.clear()")
    without = page.evaluate(STOPS)
    page.unroute_all()
    begin(page, where)
    switch = page.get_by_role("checkbox", name=SWITCH[lang])
    switch.wait_for()
    assert page.evaluate(STOPS) == without + 1
    switch.focus()
    page.keyboard.press("Space")
    assert page.locator("article a.edit").count() > 5
    page.keyboard.press("Space")
    assert page.evaluate(STOPS) == without + 1


def test_what_was_asked_for_holds_on_other_pages_until_it_is_taken_back(page: Page) -> None:
    come_to(page, "sanasto/")
    begin(page, "aikajana/")
    switch = page.get_by_role("checkbox", name=SWITCH[Lang.FI])
    assert switch.is_checked()
    assert page.locator(".chronicle a.edit").count() > 5
    switch.uncheck()
    begin(page, "sanasto/")
    assert not page.get_by_role("checkbox", name=SWITCH[Lang.FI]).is_checked()


def test_doors_come_where_nothing_may_be_stored(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    come_to(page, "sanasto/")
    assert page.locator("article a.edit").count() > 5


def test_a_page_of_one_record_has_its_door_at_once(page: Page) -> None:
    begin(page, "alueet/lappi/")
    until(page, OFFERED)
    assert page.get_by_role("checkbox", name=SWITCH[Lang.FI]).count() == 0
    page.get_by_role("link", name="Korjaa: Lappi", exact=True).wait_for()
