"""`make serve`: a save is on the page that is looked at; when nothing is saved, all is as built."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from previewing import PATIENCE, SCRIPT, Browser, served
from test_kept import new_project, page, remember_words

pytestmark = pytest.mark.slow
PAGE = "content/osa/eka.fi.md"
FACT = "content/_data/facts/S-001.yml"
MESSAGE = {"osa/eka/": "Viimeksi tallennettu ei vielä näy", "sv/osa/eka/": "Det senast sparade"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = new_project(tmp_path_factory.mktemp("served") / "project")
    remember_words(folder / ".cache")
    return folder


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    with served(project, project / "content") as found:
        yield found


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def built_cold(project: Path, address: str, folder: Path) -> dict[str, str]:
    """The pages by their address, made by a build that knows of no other."""
    there = new_project(folder / "cold")
    remember_words(there / ".cache")
    config = load_config(
        str(there / "mkdocs.yml"), docs_dir=str(project / "content"), site_dir=str(folder / "site")
    )
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = address
    mkdocs_build(config, serve_url=address)
    found = (folder / "site").rglob("index.html")
    return {file.relative_to(folder / "site").as_posix()[:-10]: file.read_text() for file in found}


def shown(address: str, pages: dict[str, str]) -> dict[str, str]:
    return {one: SCRIPT.sub("", Browser(address, one).load()) for one in pages}


def until_equal(address: str, wanted: dict[str, str]) -> None:
    """Wait for what is built behind the page that was first; what differs in the end is told."""
    until = time.monotonic() + PATIENCE / 10
    while time.monotonic() < until:
        try:
            if shown(address, wanted) == wanted:
                return
        except HTTPError:
            pass
        time.sleep(0.3)
    assert shown(address, wanted) == wanted


def test_a_save_is_on_the_page_and_then_on_all_that_show_it(
    project: Path, address: str, tmp_path: Path
) -> None:
    browser = Browser(address, "osa/eka/")
    for file, old, new, word in (
        (PAGE, "tukee", "tukee hyvin", "tukee hyvin"),
        (FACT, "fi: Sanat", "fi: Uudet sanat", "Uudet sanat"),
        (PAGE, "# Eka", "# Ihan eka", "Ihan eka"),
    ):
        before = browser.load()
        edit(project / file, old, new)
        browser.until(word, before)
    until_equal(address, built_cold(project, address, tmp_path))


def test_pages_come_move_and_go(project: Path, address: str, tmp_path: Path) -> None:
    for lang in ("fi", "sv"):
        new = project / f"content/osa/uusi.{lang}.md"
        new.write_text(page("Uusi", "Teksti."), "utf-8")
        (project / f"content/osa/toka.{lang}.md").rename(project / f"content/osa/muu.{lang}.md")
    wanted = built_cold(project, address, tmp_path)
    assert {"osa/uusi/", "osa/muu/"} <= wanted.keys()
    until_equal(address, wanted)
    for lang in ("fi", "sv"):
        (project / f"content/osa/uusi.{lang}.md").unlink()
    until_equal(address, built_cold(project, address, tmp_path / "after"))
    for gone in ("osa/toka/", "osa/uusi/"):
        with pytest.raises(HTTPError), urlopen(f"{address}{gone}"):
            pass


def test_a_broken_file_is_told_in_each_language_and_is_mended(
    project: Path, address: str, tmp_path: Path
) -> None:
    whole = built_cold(project, address, tmp_path)
    browsers = {one: Browser(address, one) for one in MESSAGE}
    before = {one: browser.load() for one, browser in browsers.items()}
    text = (project / PAGE).read_text("utf-8")
    (project / PAGE).write_text(f"{text}\n[Poissa](ei-ole.md)\n", "utf-8")
    for one, message in MESSAGE.items():
        assert "content/osa/eka.fi.md:" in browsers[one].until(message, before[one])
    (project / PAGE).write_text(text, "utf-8")
    until_equal(address, whole)
