"""`make serve` while somebody writes: a broken file is told on the pages, and the site goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from test_kept import new_project, remember_words

pytestmark = pytest.mark.slow
SERVE = "http://127.0.0.1:8000/"
BROKEN = "\n[Poissa](ei-ole.md)\n"
MESSAGE = {"osa/eka/": "Viimeksi tallennettu ei vielä näy", "sv/osa/eka/": "Det senast sparade"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = new_project(tmp_path / "project")
    remember_words(folder / ".cache")
    return folder


def save(project: Path) -> dict[str, str]:
    """The pages that MkDocs' server shows after a save, by address."""
    site = project / "site"
    config = load_config(
        str(project / "mkdocs.yml"), docs_dir=str(project / "content"), site_dir=str(site)
    )
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = SERVE
    mkdocs_build(config, serve_url=SERVE)
    pages = {file: file.read_text("utf-8") for file in site.rglob("index.html")}
    return {file.relative_to(site).as_posix()[:-10]: text for file, text in pages.items()}


def test_a_broken_file_is_told_on_the_pages_and_the_site_goes_on(project: Path) -> None:
    page = project / "content/osa/eka.fi.md"
    whole, before = page.read_text("utf-8"), save(project)
    page.write_text(whole + BROKEN, "utf-8")
    shown = save(project)
    assert shown.keys() == before.keys()
    for address, message in MESSAGE.items():
        assert message in shown[address] and "content/osa/eka.fi.md:" in shown[address]
        assert message not in before[address]
    page.write_text(whole, "utf-8")
    assert save(project) == before


def test_without_a_whole_site_nothing_is_served(project: Path) -> None:
    page = project / "content/osa/eka.fi.md"
    page.write_text(page.read_text("utf-8") + BROKEN, "utf-8")
    with pytest.raises(Abort):
        save(project)
