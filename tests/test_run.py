"""A build told without MkDocs: a run, its two editions, the steps of a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import PROJECT, TODAY, html, settings
from kb.finding import errors
from kb.publish.edition import Edition
from kb.publish.page import PageSteps
from kb.publish.run import Folders, Run, begin
from kb.text import Lang
from test_history import Repository
from toy import FILES, write

OLD = "- id: vanha/\n  to: aihe/yksin\n"
CONTACT_YEARS = 3


def begun(content: Path) -> Run:
    folders = Folders(PROJECT, content, content.parent / "site")
    given = replace(settings(), contact_years=CONTACT_YEARS)
    return begin(folders, given, TODAY)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    content = tmp_path_factory.mktemp("run") / "docs"
    homeless = {name: text for name, text in FILES.items() if not name.startswith("index.")}
    return begun(write(content, homeless | {"_data/addresses.yml": OLD}))


def converted(steps: PageSteps) -> str:
    """The page's content, by Python-Markdown as MkDocs would call it."""
    return steps.content(html(steps.markdown(), steps.extension))


def test_a_run_is_whole_when_it_begins(run: Run) -> None:
    assert errors(run.findings) == []
    assert {page.file for page in run.catalogue.pages()} == {
        name for name in FILES if name.startswith("aihe/")
    }
    assert (run.context.today, run.context.contact_years) == (TODAY, CONTACT_YEARS)


def test_an_error_in_the_content_is_among_the_findings(tmp_path: Path) -> None:
    content = write(tmp_path / "docs", {"a.fi.md": "# A\n\n[x](ei.md)\n"})
    assert "broken-link" in {one.rule.id for one in errors(begun(content).findings)}


def test_an_edition_has_the_pages_of_its_language(run: Run) -> None:
    files = {"aihe/index.sv.md", "aihe/pari.sv.md", "aihe/ensam.sv.md"}
    assert set(Edition.of(run, Lang.SV).pages) == files


def test_a_page_goes_from_its_text_to_its_template(run: Run) -> None:
    edition = Edition.of(run, Lang.SV)
    steps = edition.pages["aihe/pari.sv.md"]
    shown = converted(steps)
    assert "Obs" in shown and "Sant." in shown
    (document,) = edition.search.documents.values()
    assert (document.url, document.sections[1].heading) == ("sv/amne/par/", "Kapitel")
    values = steps.values()
    assert values["view"].canonical == "https://x.fi/sv/amne/par/"
    assert "https://x.fi/sv/amne/par/" in values["sharing"].data


def test_one_page_leaves_nothing_in_the_next(run: Run) -> None:
    edition = Edition.of(run, Lang.FI)
    first, second = edition.pages["aihe/pari.fi.md"], edition.pages["aihe/yksin.fi.md"]
    alone = converted(second)
    converted(first)
    assert converted(second) == alone


def test_own_pages_stand_beside_those_of_the_folder(run: Run) -> None:
    edition = Edition.of(run, Lang.FI)
    steps = edition.pages["aihe/yksin.fi.md"]
    converted(steps)
    own = {page.path: page for page in edition.own_pages()}
    assert set(own) == {"haku/index.html", "index.html", "vanha/index.html"}
    assert [one.title for one in own["index.html"].values["documents"]] == ["Yksin"]
    assert own["vanha/index.html"].values["redirect"].url == "../aihe/yksin/"
    assert own["haku/index.html"].values["view"].canonical == "https://x.fi/haku/"


def test_the_days_of_a_page_come_from_its_history(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "kirja")
    repository.commit("2025-05-05", **{"docs/a.fi.md": "# A\n"})
    repository.commit("2026-06-06", **{"docs/a.fi.md": "# A\n\nLisää.\n"})
    run = begun(repository.folder / "docs")
    (page,) = run.catalogue.pages()
    days = run.days(page)
    assert (days.published, days.changed) == (date(2025, 5, 5), date(2026, 6, 6))
    assert run.context.changed(page, (1, 1)) == date(2025, 5, 5)
