"""Every page of the built site, as the Nu HTML checker sees it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

from conftest import ROOT
from serve import Built

CHECKER = ROOT / "tests/html/node_modules/vnu-jar/build/dist/vnu.jar"
WRONG = '<!doctype html><html lang="fi"><title>Väärin</title><a href="x"><button>Ei</button></a>'


OF_POLICY = "violates Content Security Policy"
"""Of files on a disk none is `self`, and data would be a script: browsers are asked instead."""


def checked(*places: Path) -> list[tuple[Path, str]]:
    """What the checker says of files and of folders of pages: errors and warnings."""
    command = ["java", "-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always"]
    options = ["--skip-non-html", "--also-check-svg"]
    done = subprocess.run([*command, *options, *places], capture_output=True, text=True, check=True)
    return [
        (Path(unquote(urlsplit(message["url"]).path)), f"{message['message']} {extract(message)}")
        for message in json.loads(done.stdout)["messages"]
    ]


def is_true(message: str) -> bool:
    return OF_POLICY not in message


def extract(message: dict[str, str]) -> str:
    return " ".join(message.get("extract", "").split())


def test_the_nu_checker_finds_nothing_on_any_page(site: Built, tmp_path: Path) -> None:
    assert CHECKER.exists(), "`make test` fetches the checker with npm"
    wrong = tmp_path / "wrong.html"
    wrong.write_text(WRONG, "utf-8")
    found = checked(wrong, site.root)
    assert [file for file, _ in found if file == wrong], "the checker has looked at nothing"
    assert [(file, said) for file, said in found if file != wrong and is_true(said)] == []
