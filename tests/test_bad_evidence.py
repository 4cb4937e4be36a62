"""Evidence as nobody wishes for it: many marks, none, sources that lack what sources have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from serve import Build, serving
from test_bad_input import overflowing
from toy import FACT, FILES, write

MARKS = 40
URL = "url: https://example.org/"
DAY = 'date: "2020-05-04"'
LACKING = {
    "L-02": ("Ei osoitetta", ["languages: [fi]", DAY]),
    "L-03": ("Ei päivää", ["languages: [fi]", URL]),
    "L-04": ("Kolmas kieli", ["languages: [en]", URL, DAY]),
}
SENTENCES = " ".join(["Virke.[^S-001]"] * MARKS)
TEXTS = {
    "monta": f"# {{}}\n\n{SENTENCES}\n",
    "ei-yhtaan": "# {}\n\nEi lähteitä.\n",
    "puuttuu": "# {}\n\nYksi.[^S-002] Kaksi.[^S-003] Kolme.[^S-004]\n",
    "heti": "# {}\n\nPerhekeskus aloittaa.[^S-001]\n",
    "rahaton": "# {}\n\n<!-- kb:region id=rahaton -->\n",
    "sanasto": "# {}\n\n<!-- kb:glossary -->\n",
}
REGION = (
    "id: rahaton\norder: 10\nname:\n  fi: Rahaton\n  sv: Penninglös\narea: pohjois\nrow: 1\n"
    "column: 1\npage: rahaton\nfacts: [S-005]\n"
)
TERM = (
    "id: perhekeskus\nterm:\n  fi: perhekeskus\n  sv: perhekeskus\n"
    "definition:\n  fi: Verkosto.\n  sv: Nätverk.\ngroup: services\n"
    "facts: [S-001]\nsources: [L-01]\n"
)


def _source(id: str, title: str, more: list[str]) -> str:
    publisher = "publisher:\n  fi: Kunta\n  sv: Kommunen"
    return "\n".join(
        [f"id: {id}", "grade: B", publisher, f"title:\n  fi: {title}\n  sv: {title}", *more, ""]
    )


def _pages() -> dict[str, str]:
    data = {
        f"_data/sources/{id}.yml": _source(id, title, more) for id, (title, more) in LACKING.items()
    }
    data |= {
        f"_data/facts/S-0{number}.yml": (
            f"id: S-0{number}\ntext:\n  fi: Tosi.\n  sv: Sant.\nsources: [L-{number}]\n"
        )
        for number in (id.removeprefix("L-") for id in LACKING)
    }
    data["_data/facts/S-005.yml"] = FACT.replace("S-001", "S-005")
    data["_data/regions/rahaton.yml"] = REGION
    data["_data/terms/perhekeskus.yml"] = TERM
    for stem, text in TEXTS.items():
        data |= {f"{stem}.{lang}.md": text.format(f"{stem} {lang}") for lang in ("fi", "sv")}
    return data


WAYS = {
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "forced colours": {"forced_colors": "active", "viewport": {"width": 320, "height": 640}},
    "no scripts": {"java_script_enabled": False, "viewport": {"width": 320, "height": 640}},
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("evidence")
    built = build(write(folder / "docs", FILES | _pages()), folder / "site")
    with serving(built.root) as where:
        yield where


@pytest.fixture(params=WAYS)
def tab(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(base_url=address, **WAYS[request.param])
    yield context.new_page()
    context.close()


def enlarged(tab: Page, address: str) -> None:
    """The page with text of twice the size."""
    tab.goto(address)
    tab.evaluate("document.documentElement.style.fontSize = '200%'")


def listed(tab: Page) -> list[str]:
    entries = tab.locator("#lahteet ol > li > p").all_inner_texts()
    return [entry.replace("\u00a0", " ") for entry in entries]


@pytest.mark.parametrize("home", ["", "sv/"])
@pytest.mark.parametrize("stem", TEXTS)
def test_nothing_runs_out_of_a_narrow_page_in_large_text(tab: Page, stem: str, home: str) -> None:
    enlarged(tab, f"{home}{stem}/")
    assert overflowing(tab) == []
    expect(tab.locator("h1")).to_be_visible()


def test_forty_marks_lead_each_to_the_list(tab: Page) -> None:
    enlarged(tab, "monta/")
    expect(tab.locator("a.mark")).to_have_count(MARKS)
    tab.locator("#lahteet > summary").click()
    expect(tab.locator("#lahteet .returns a")).to_have_count(MARKS)
    tab.locator("#lahteet .returns a").last.click()
    expect(tab.locator("a.mark").last).to_be_in_viewport()


def test_a_page_without_sources_offers_none(tab: Page) -> None:
    enlarged(tab, "ei-yhtaan/")
    expect(tab.locator("a.mark, #lahteet")).to_have_count(0)


def test_what_a_source_lacks_is_left_out_or_said(tab: Page) -> None:
    enlarged(tab, "puuttuu/")
    tab.locator("#lahteet > summary").click()
    without_address, without_day, foreign = listed(tab)
    assert "4.5.2020" in without_address and "2020" not in without_day
    links = tab.locator("#lahteet ol > li > p")
    expect(links.nth(0).locator("a[href^=http]")).to_have_count(0)
    expect(links.nth(1).locator("a[href^=http]")).to_be_visible()
    assert "(englanniksi)" in foreign


def test_a_term_may_begin_the_text(tab: Page) -> None:
    enlarged(tab, "heti/")
    first = tab.locator("article h1 + p > a.term")
    expect(first).to_have_text("Perhekeskus")
    left = first.evaluate("e => e.getBoundingClientRect().left")
    assert left == tab.locator("article h1 + p").evaluate("e => e.getBoundingClientRect().left")
    first.click()
    expect(tab.get_by_text("Verkosto.").last).to_be_visible()


def test_a_region_without_money_says_so(tab: Page) -> None:
    enlarged(tab, "rahaton/")
    expect(tab.locator("article")).to_contain_text("ei ole tiedossa")
