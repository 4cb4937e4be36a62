"""What the editors' guide shows as examples is what the check accepts, word for word."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from textwrap import dedent

from builders import PROJECT, known_of, real_content
from kb import check
from kb.finding import Finding
from kb.read import read
from kb.text import Lang

DOCS = PROJECT / "docs"
EXAMPLE = re.compile(r"`docs/(?P<path>[\w/.-]+)`:\n\n```\w+\n(?P<text>.*?)```\n", re.DOTALL)
KINDS = {"facts", "sources", "timeline", "contacts", "terms"}
MOVED = re.compile(r"```yaml\n(?P<lines> +- id: .*?) +```\n", re.DOTALL)
"""The lines that lead an address on, inside a list item."""
NOT_YET_CONFIRMED = "never-compared"
"""What every new page is told, until somebody has compared its two languages."""


def examples(lang: Lang) -> dict[str, str]:
    """The files that the guide shows whole, by their path from the content folder."""
    guide = (DOCS / f"toimitusopas.{lang}.md").read_text("utf-8")
    return {found["path"]: found["text"] for found in EXAMPLE.finditer(guide)}


def test_both_guides_show_the_same_files_none_of_which_is_there() -> None:
    assert examples(Lang.FI) == examples(Lang.SV)
    assert [path for path in examples(Lang.FI) if (DOCS / path).exists()] == []


def test_the_guide_has_an_example_of_each_thing_that_people_add() -> None:
    paths = [Path(path) for path in examples(Lang.FI)]
    assert {path.parent.name for path in paths if path.suffix == ".yml"} == KINDS
    pages = [path for path in paths if path.suffix == ".md"]
    assert sorted(path.suffixes[0] for path in pages) == [f".{lang}" for lang in Lang]


def new_findings(content: Path, memory: Path) -> list[Finding]:
    """What is found in this content and not in our own."""
    before = check.run(real_content(), known_of(content, memory))
    found = check.run(read(content, content), known_of(content, memory))
    return [finding for finding in found if finding not in before]


def test_the_check_accepts_every_example(spellers_memory: Path, tmp_path: Path) -> None:
    content = shutil.copytree(DOCS, tmp_path / "docs")
    for path, text in examples(Lang.FI).items():
        (content / path).write_text(text, "utf-8")
    new = new_findings(content, spellers_memory)
    assert {finding.rule.id for finding in new} == {NOT_YET_CONFIRMED}, new


def test_the_lines_that_lead_an_address_on_are_accepted(
    spellers_memory: Path, tmp_path: Path
) -> None:
    content = shutil.copytree(DOCS, tmp_path / "docs")
    said = [MOVED.findall((DOCS / f"toimitusopas.{lang}.md").read_text("utf-8")) for lang in Lang]
    assert said[0] == said[1] and len(said[0]) == 1
    with (content / "_data" / "addresses.yml").open("a", encoding="utf-8") as listed:
        listed.write(dedent(said[0][0]))
    assert new_findings(content, spellers_memory) == []
