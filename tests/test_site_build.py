"""Building from outside: by another program, with an error in the data, when languages drift."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import translations
from conftest import ROOT
from serve import Build, Built
from toy import FACT, FILES, git, write

pytestmark = pytest.mark.slow


def run(module: str, docs: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """A build as its own process, strict, in the project's folder."""
    return subprocess.run(
        [sys.executable, "-m", module, "build", "--strict"],
        cwd=ROOT,
        env=os.environ | {"KB_DOCS": str(docs), "SITE": str(out)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_section_that_lags_says_so_until_it_is_confirmed(tmp_path: Path, build: Build) -> None:
    docs = write(tmp_path / "docs", FILES)
    command = ["--docs", str(docs), "confirm"]
    assert translations.main([*command, "--all-new"]) == 0
    git(docs, "init", "--quiet")
    longer = FILES["aihe/pari.fi.md"].replace("Loppu.", "Loppu on uusi.")
    write(docs, {"aihe/pari.fi.md": longer})
    git(docs, "add", ".")
    git(docs, "commit", "--quiet", "--message", "Vain suomeksi")
    drifted = build(docs, tmp_path / "drifted")
    (note,) = [n for page in drifted.pages.values() for n in page.every("div", "language-note")]
    assert note is drifted.pages["sv/amne/par/"].one("div", "language-note")
    assert note.text == "Den finska texten är nyare (29 februari 2024). Lue suomeksi"
    assert (note.one("a")["href"], note.one("a").lang) == ("../../../aihe/pari/#luku", "fi")
    assert drifted.broken() == []
    assert translations.main([*command, "aihe/pari#luku"]) == 0
    confirmed = build(docs, tmp_path / "confirmed")
    assert [p for p in confirmed.pages.values() if p.every("div", "language-note")] == []


def without_generator(files: dict[str, bytes]) -> dict[str, bytes]:
    return {n: re.sub(rb'<meta name="generator"[^>]*>', b"", body) for n, body in files.items()}


def test_properdocs_gives_the_same_files(site: Built, tmp_path: Path) -> None:
    done = run("properdocs", ROOT / "docs", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert without_generator(Built(tmp_path / "site").files) == without_generator(site.files)


def test_data_error_speaks_both_languages_and_keeps_the_old_site(tmp_path: Path) -> None:
    broken = write(
        tmp_path / "docs", FILES | {"_data/facts/S-001.yml": FACT.replace("L-01", "L-99")}
    )
    old = {"index.html": b"vanha", "vanha.txt": b"gammal"}
    (tmp_path / "site").mkdir()
    for name, body in old.items():
        (tmp_path / "site" / name).write_bytes(body)
    done = run("mkdocs", broken, tmp_path / "site")
    assert done.returncode
    at = "docs/_data/facts/S-001.yml:5: unknown-reference: "
    said = [f"{at}Kentässä ”sources” on tunnus ”L-99”, jota ei ole", "Rakentaminen keskeytettiin"]
    said += [f"{at}Fältet ”sources” har id:t ”L-99” som inte finns", "Bygget avbröts"]
    assert [words for words in said if words not in done.stderr] == []
    assert "Traceback" not in done.stderr
    assert Built(tmp_path / "site").files == old
