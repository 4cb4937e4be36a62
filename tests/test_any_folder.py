"""Folders that know nothing of this project: no `_data`, no slugs, perhaps no front page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from published import alternates
from serve import Build, Built

pytestmark = pytest.mark.slow

BENCH = ROOT.parent / "shared/search-bench/pages"
HOMES = {"fi": "", "sv": "sv/"}
SEARCH = {"fi": "haku/", "sv": "sv/sok/"}


def write(folder: Path, stem: str, fi: str, sv: str) -> None:
    for lang, text in (("fi", fi), ("sv", sv)):
        file = folder / f"{stem}.{lang}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def listed(site: Built, lang: str) -> dict[str, str]:
    """The pages that a language's home lists, by address below that home."""
    home = site.pages[HOMES[lang]]
    assert home.one("html").lang == lang
    return {
        re.sub(r"^(\./|\.\./sv/)", "", a["href"]): a.text
        for a in home.one("ul", "all-pages").every("a")
    }


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Two pairs without anything else, built as a person would: settings from the environment.

    Their words travel with the project: to look up any other takes longer than to build.
    """
    folder = tmp_path_factory.mktemp("plain")
    write(
        folder / "sivut",
        "lapsi",
        "# Lapsi\n\n[Perhe](perhe.md)\n",
        "# Barn\n\n[Familj](perhe.md)\n",
    )
    write(folder / "sivut", "perhe", "# Perhe\n\nTeksti.\n", "# Familj\n\nText.\n")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=ROOT,
        env=os.environ | {"KB_DOCS": str(folder / "sivut"), "SITE": str(folder / "ulos")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return Built(folder / "ulos")


def test_plain_folder_becomes_a_bilingual_site(plain: Built) -> None:
    finnish, swedish = {"", "lapsi/", "perhe/"}, {"sv/", "sv/lapsi/", "sv/perhe/"}
    assert set(plain.pages) == finnish | swedish | set(SEARCH.values())
    assert plain.broken() == []
    for address, page in plain.pages.items():
        lang = "sv" if address.startswith("sv/") else "fi"
        assert page.one("html").lang == lang
        assert len(alternates(page)) == 3, address
        assert [a["lang"] for a in page.one("nav", "languages").every("a")] != [lang]
    switch = plain.pages["lapsi/"].one("nav", "languages").one("a", lang="sv")
    assert switch["href"] == "../sv/lapsi/"


def test_plain_folder_has_two_homes_that_list_its_pages(plain: Built) -> None:
    assert listed(plain, "fi") == {"lapsi/": "Lapsi", "perhe/": "Perhe"}
    assert listed(plain, "sv") == {"lapsi/": "Barn", "perhe/": "Familj"}


def test_plain_folder_offers_no_edit_link_into_this_project(plain: Built) -> None:
    for address in ("lapsi/", "sv/lapsi/"):
        assert not [a for a in plain.pages[address].every("a") if "/edit/" in a["href"]]


def test_navigation_does_not_grow_with_the_folder(tmp_path: Path, build: Build) -> None:
    for number in range(60):
        write(
            tmp_path / "docs", f"iso/sivu-{number:02}", f"# Sivu {number}\n", f"# Sida {number}\n"
        )
    site = build(tmp_path / "docs", tmp_path / "site")
    for address in ("iso/sivu-00/", "iso/sivu-30/", "sv/iso/sivu-59/"):
        page = site.pages[address]
        links = page.one("nav", "section").every("a")
        assert len(links) <= 30
        assert [a.text for a in links if a.get("aria-current")] == [page.one("h1").text]
        assert sum(len(nav.every("a")) for nav in page.every("nav")) <= 36
    assert site.broken() == []


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Built:
    """The pages of the search bench, two folders made into pairs of suffixes."""
    if not BENCH.is_dir():
        pytest.skip(f"{BENCH} is not there: the search bench lives outside the repository")
    folder = tmp_path_factory.mktemp("bench")
    for file in (BENCH / "fi").glob("*.md"):
        swedish = (BENCH / "sv" / file.name).read_text("utf-8")
        write(folder / "docs", file.stem, file.read_text("utf-8"), swedish)
    return build(folder / "docs", folder / "site")


def test_bench_pages_become_a_site(bench: Built) -> None:
    assert bench.warnings == ()
    assert bench.broken() == []
    for lang, home in HOMES.items():
        pages = {a.removeprefix(home) for a in bench.pages if a.startswith("sv/") == (lang == "sv")}
        pages -= {"", SEARCH[lang].removeprefix(home)}
        assert len(pages) == 44
        assert set(listed(bench, lang)) == pages
        for page in pages:
            assert bench.pages[home + page].one("html").lang == lang


def test_bench_search_index_holds_every_page_and_its_words(bench: Built) -> None:
    for lang, home in HOMES.items():
        folder = f"assets/search/{lang}"
        parts = [body for name, body in bench.files.items() if name.startswith(folder)]
        index = b"\n".join(parts).decode()
        for page in listed(bench, lang):
            title, *prose = (BENCH / lang / f"{page[:-1]}.md").read_text("utf-8").split("\n")
            wanted = [
                home + page,
                title.removeprefix("# "),
                *re.findall(r"\w{6,}", " ".join(prose)),
            ]
            assert [words for words in wanted if words not in index] == []
