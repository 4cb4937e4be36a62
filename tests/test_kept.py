"""Pages that an earlier build kept: found whole or made again, and the site is the same.

`make same-warm` tries as many edits as it is told (EXAMPLES); `make test` a few, always the same.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import PROJECT
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from kb.read import data, files, pages, texts
from kb.read.store import Store, digest
from kb.text import Lang
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError
from toy import write

EXAMPLES = int(os.environ.get("EXAMPLES", "3"))
PAGES = ("osa/eka", "osa/toka", "kolmas", "uusi")
"""The last of them is new."""
STORED = {"html": ["Äiti", "ja isä"], "sections": []}
TEXTS = st.sampled_from([
    "Perhekeskus auttaa. Familjecentret hjälper.", "Toinen teksti.[^S-001]", "<!-- kb:timeline -->",
    "[Linkki](/osa/eka.md)", "<!-- kb:newest -->", "<!-- kb:all-pages -->", "<!-- kb:sources -->",
    "## Otsikko {#kohta}\n\nTeksti.", "| a | b |\n|---|---|\n| 1 | 2 |", "<!-- kb:translations -->",
    "[Ruotsiksi](/kolmas.sv.md)", "![Kuva](/kuva.png)", "<!-- kb:glossary -->", "Loppu.[^T-001]",
])  # fmt: skip
TERM = (
    "id: perhekeskus\nterm:\n  fi: perhekeskus\n  sv: familjecenter\ngroup: services\n"
    "definition:\n  fi: {text}\n  sv: {text}\nfacts: [T-001]\nsources: [L-01]\n"
)
FACT = "id: S-001\ntext:\n  fi: {text}\n  sv: {text}\nsources: [L-01]\n"
EVENT = (
    "id: haku\ndate: 2020-01-20\nphase: phase-1\nstatus: done\ntitle:\n  fi: {text}\n  sv: {text}\n"
    "text:\n  fi: {text}\n  sv: {text}\nfacts: [S-001]\n"
)
SOURCE = (
    "id: L-01\ngrade: A\npublisher:\n  fi: {text}\n  sv: {text}\ntitle:\n  fi: Kirje\n  sv: Brev\n"
)
PHASE = (
    "- id: phase-1\n  name: {fi: Alku, sv: Början}\n  years: {fi: alussa, sv: i början}\n"
    "  start: 2020\n  summary: {fi: Alku., sv: Början.}\n  facts: [S-001]\n"
)
RECORDS = {
    "terms/perhekeskus": TERM, "facts/S-001": FACT, "timeline/haku": EVENT, "sources/L-01": SOURCE,
}  # fmt: skip


def page(title: str, text: str, front: str = "") -> str:
    return f"---\n{front}description: Kuvaus.\n---\n\n# {title}\n\nJohdanto on tässä.\n\n{text}\n"


def base() -> dict[str, str]:
    """A folder in which pages lean on each other and on records."""
    files = {f"_data/{name}.yml": text.format(text="Sanat") for name, text in RECORDS.items()}
    files["_data/phases.yml"] = PHASE
    for lang in Lang:
        words = "<!-- kb:glossary -->" if lang is Lang.FI else "<!-- kb:glossary -->\n\n## Mer\n\nx"
        files |= {
            f"index.{lang}.md": page("Koti", "[Eka](osa/eka.md)\n\n<!-- kb:newest -->"),
            f"osa/index.{lang}.md": page("Osa", "Perhekeskus. Familjecenter."),
            f"osa/eka.{lang}.md": page("Eka", "Perhekeskus tukee. Ett familjecenter.[^S-001]"),
            f"osa/toka.{lang}.md": page("Toka", "[Kolmas](../kolmas.md)", "themes: []\n"),
            f"kolmas.{lang}.md": page("Kolmas", "<!-- kb:timeline -->"),
            f"sanasto.{lang}.md": page("Sanasto", words),
        }
    return files


Edit = Callable[[Path, "dict[str, str]"], None]
"""Changes a project's folder, and the settings of its next build."""


def edited(file: str, change: Callable[[str], str]) -> Edit:
    """A file with its text changed; nothing if it is not there."""

    def edit(project: Path, _: dict[str, str]) -> None:
        path = project / file
        if path.exists():
            path.write_text(change(path.read_text("utf-8")), "utf-8")

    return edit


def moved(old: str, new: str) -> Edit:
    def edit(project: Path, _: dict[str, str]) -> None:
        for lang in Lang:
            here, there = (project / f"content/{name}.{lang}.md" for name in (old, new))
            if here.exists():
                there.parent.mkdir(exist_ok=True)
                here.rename(there)

    return edit


def deleted(file: str) -> Edit:
    return lambda project, _: (project / file).unlink(missing_ok=True)


def added(file: str, text: str) -> Edit:
    def edit(project: Path, _: dict[str, str]) -> None:
        (project / file).parent.mkdir(parents=True, exist_ok=True)
        (project / file).write_text(text, "utf-8")

    return edit


def told(name: str, value: str) -> Edit:
    return lambda _, settings: settings.update({name: value})


FILES = st.builds("content/{}.{}.md".format, st.sampled_from(PAGES), st.sampled_from(list(Lang)))
NAMES = st.sampled_from(["Nimi", "Toinen nimi", "Perhekeskus", "Familjecenter"])


def titled(title: str) -> Callable[[str], str]:
    return lambda text: text.replace("\n# ", f"\n# {title} ", 1)


def record(name: str, text: str) -> Edit:
    return added(f"content/_data/{name}.yml", RECORDS[name].format(text=text))


EDITS = st.one_of(
    st.builds(lambda file, text: edited(file, lambda old: f"{old}\n{text}\n"), FILES, TEXTS),
    st.builds(lambda file, title: edited(file, titled(title)), FILES, NAMES),
    st.builds(lambda file, text: added(file, page("Uusi", text)), FILES, TEXTS),
    st.builds(moved, st.sampled_from(PAGES), st.sampled_from(["osa/muu", "muu/sivu"])),
    st.builds(deleted, FILES),
    st.builds(record, st.sampled_from(sorted(RECORDS)), NAMES),
    st.builds(lambda f: edited(f, lambda text: text.replace("---\n", "---\nslug: ny\n", 1)), FILES),
    st.just(edited("overrides/partials/footer.html", lambda text: f"{text}<p>Uutta</p>\n")),
    st.just(edited("overrides/fragments/page-sources.html", lambda text: f"{text}<p>Uutta</p>\n")),
    st.just(edited("styles/site.css", lambda text: f"{text}\n/* uutta */\na {{ color: red }}\n")),
    st.just(edited("mkdocs.yml", lambda text: f"{text}\n  new: 1\n")),
    st.builds(told, st.just("MAILBOX"), st.sampled_from(["a@b.fi", "c@d.fi"])),
    st.builds(told, st.just("SITE_URL"), st.sampled_from(["https://a.fi/", "https://b.fi/c/"])),
    st.builds(told, st.just("SOURCE_DATE_EPOCH"), st.sampled_from(["1600000000", "1700000000"])),
)


def new_project(folder: Path) -> Path:
    """The project with a folder of pages of its own, nothing kept."""
    for part in ("overrides", "styles"):
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy2(PROJECT / "mkdocs.yml", folder)
    (folder / "scripts").symlink_to(PROJECT / "scripts")
    write(folder / "content", base())
    (folder / "docs/_data").mkdir(parents=True)
    shutil.copy2(PROJECT / "docs/_data/strings.yml", folder / "docs/_data")
    return folder


IN_MEMORY = (data._parsed, pages.parse_page, files._text, texts._in_text)
"""What one process keeps of what it has read."""


def remember_words(cache: Path) -> Path:
    """A cache without pages, nor any in memory; to look up words anew takes a minute."""
    for function in IN_MEMORY:
        function.cache_clear()
    cache.mkdir()
    for known in (PROJECT / ".cache").glob("*.json"):
        shutil.copy2(known, cache)
    return cache


def built(project: Path, settings: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> object:
    """Every file of the site, or that MkDocs refused to build it."""
    with monkeypatch.context() as environment:
        for name, value in settings.items():
            environment.setenv(name, value)
        docs, site = project / "content", project / "site"
        config = load_config(
            str(project / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site), strict=True
        )
        try:
            mkdocs_build(config)
        except (Abort, PluginError) as refused:
            return str(refused)
        finally:
            config.plugins.on_shutdown()
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*.*")}
    return {name: file.read_bytes() for name, file in files.items() if file.is_file()}


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What all warm builds of this module keep, whatever the edits before."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    yield remember_words(tmp_path_factory.mktemp("memory") / "cache")
    logging.getLogger("mkdocs").setLevel(logging.NOTSET)


@pytest.mark.slow
@hypothesis_settings(
    max_examples=EXAMPLES,
    derandomize="EXAMPLES" not in os.environ,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(edits=st.lists(EDITS, min_size=1, max_size=4))
def test_what_is_kept_never_shows(
    memory: Path, tmp_path_factory: pytest.TempPathFactory, edits: list[Edit]
) -> None:
    project, settings = new_project(tmp_path_factory.mktemp("edits") / "project"), {}
    monkeypatch = pytest.MonkeyPatch()
    (project / ".cache").symlink_to(memory)
    assert isinstance(built(project, settings, monkeypatch), dict)
    for edit in edits:
        edit(project, settings)
    warm = built(project, settings, monkeypatch)
    (project / ".cache").unlink()
    remember_words(project / ".cache")
    assert warm == built(project, settings, monkeypatch)
    shutil.rmtree(project)


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    Store(tmp_path / "new").put("a", STORED)
    assert Store(tmp_path / "new").get("a") == STORED
    assert Store(tmp_path / "new").get("b") is None


def test_an_entry_with_any_byte_lost_or_changed_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("a", STORED)
    whole = (tmp_path / "a").read_bytes()
    for at in range(len(whole)):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            (tmp_path / "a").write_bytes(damaged)
            assert store.get("a") is None, damaged
    store.put("a", STORED)
    assert store.get("a") == STORED


def test_what_was_used_the_longest_ago_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for day, name in enumerate("abc"):
        store.put(name, STORED)
        os.utime(tmp_path / name, (day, day))
    assert store.get("a") == STORED  # and so it is the newest
    store.trim(2 * (tmp_path / "a").stat().st_size)
    assert {file.name for file in tmp_path.iterdir()} == {"a", "c"}


def test_where_nothing_can_be_written_the_build_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "pages")
    store.put("a", STORED)
    store.trim()
    assert store.get("a") is None


def test_a_name_tells_apart_what_only_looks_alike() -> None:
    assert digest("a", "b") != digest("ab", "") != digest('a", "b')
