"""The home page answers, and every way to a region's name ends at that region's own page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from builders import real_content
from kb.model.addresses import address
from kb.model.interface import KeyFigure
from kb.model.programme import Grant, Region, Theme
from kb.text import Lang
from published import HOMES, SEARCH, followed
from serve import Built, Element

MOST_MARKS = 12
every_language = pytest.mark.parametrize("lang", list(Lang))


def home_of(site: Built, lang: Lang) -> Element:
    return site.pages[HOMES[lang]]


def page_of(key: str, lang: Lang) -> str:
    """The address of a page of the real content."""
    page = real_content().page(key, lang)
    assert page, key
    return address(real_content(), page)


@every_language
def test_home_says_whose_it_is_what_lape_did_and_has_one_field(site: Built, lang: Lang) -> None:
    home = home_of(site, lang)
    hero = home.one("div", "hero")
    independent, lead = hero.every("p")[:2]
    assert independent.text == real_content().word("independent-short", lang)
    assert hero.one("h1").text == home.one("h1").text
    assert lead.text.count(".") == 1
    form, field = home.one("form", "search"), home.one("input")
    assert followed(HOMES[lang], Element("a", {"href": form["action"]})) == SEARCH[lang]
    assert field["name"] == "q"
    assert form.one("label", **{"for": field["id"]}).text


@every_language
def test_the_figures_of_home_are_its_data_each_with_its_source(site: Built, lang: Lang) -> None:
    figures = real_content().all(KeyFigure).values()
    shown = home_of(site, lang).one("dl", "figures")
    assert [dd.text for dd in shown.every("dd")] == [figure.value[lang] for figure in figures]
    for dt, figure in zip(shown.every("dt"), figures, strict=True):
        assert dt.text.startswith(figure.text[lang])
        assert re.search(r"\d{4}", figure.text[lang]), "a figure without its year"
        known = [real_content().evidence(fact) for fact in figure.facts]
        rests_on = {source for fact in known if fact for source in fact.sources}
        mark = dt.one("a", "mark")
        assert rests_on
        assert len(mark["data-n"].split(",")) == len(rests_on) == int(mark.text)


@every_language
def test_home_leads_on_and_explains_little(site: Built, lang: Lang) -> None:
    home = home_of(site, lang)
    marks = [*home.every("a", "mark"), *home.every("", "term")]
    assert 0 < len(marks) <= MOST_MARKS
    leads = {followed(HOMES[lang], a) for a in home.one("article").every("a")}
    doors = ["mika-lape-on/index", "alueet/index", "rahoitus/index", "tulokset", "aikajana"]
    doors += ["mika-lape-on/lape-lyhyesti", "mika-lape-on/usein-kysyttya"]
    doors += [theme.page for theme in real_content().all(Theme).values() if theme.page]
    assert {page_of(key, lang) for key in doors} <= leads


def ways_to_regions(site: Built, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """Every link by the name of a region in lists and tables: where, the name, the address."""
    for where in (HOMES[lang], page_of("alueet/index", lang)):
        links = site.pages[where].one("ul", "tiles").every("a")
        cells = [row.every("td")[:1] for row in site.pages[where].every("tr")]
        links += [
            a for first in cells for cell in first for a in cell.every("a") if "#" not in a["href"]
        ]
        for link in links:
            yield where, link.text.replace("\u00ad", ""), followed(where, link)


@every_language
def test_every_way_to_a_region_ends_at_its_own_page(site: Built, lang: Lang) -> None:
    regions = real_content().all(Region).values()
    own = {region.name[lang]: page_of(region.page or "", lang) for region in regions}
    assert len(set(own.values())) == len(own) == 19
    ways = list(ways_to_regions(site, lang))
    assert len(ways) == 3 * len(own)
    assert [way for way in ways if own[way[1]] != way[2]] == []
    for name, where in own.items():
        page = site.pages[where]
        assert page.one("h1").text.startswith(name)
        assert page.one("aside", "glance").every("dd")[0].text == name


@every_language
def test_the_choice_of_regions_has_them_all_in_the_order_of_the_alphabet(
    site: Built, lang: Lang
) -> None:
    for where in (HOMES[lang], page_of("alueet/index", lang)):
        names = [option.text for option in site.pages[where].one("select").every("option")]
        assert sorted(names) == sorted(r.name[lang] for r in real_content().all(Region).values())
    last = {Lang.FI: "Varsinais-Suomi", Lang.SV: "Österbotten"}
    assert names[-1] == last[lang]


@every_language
def test_every_sum_leads_to_a_page_that_tells_of_it(site: Built, lang: Lang) -> None:
    where = page_of("rahoitus/index", lang)
    rows = {
        span["id"]: span.every("a")
        for span in site.pages[where].every("span")
        if span.get("id").startswith("summa-")
    }
    assert rows.keys() == {f"summa-{grant.id}" for grant in real_content().all(Grant).values()}
    assert [id for id, links in rows.items() if not links] == []
