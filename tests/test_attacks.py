"""The hostile corpus: the check names it, and what the check let through the build takes out."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from pathlib import Path

import pytest
from attacks.corpus import ATTACKS, WORDS, Attack, words, write
from attacks.judge import dangers
from attacks.payloads import VALUES
from builders import (
    PROJECT,
    TODAY,
    catalogue,
    html,
    page,
    real_content,
    setting,
    settings,
)
from kb import check
from kb.check.rendered import is_plain, judged
from kb.finding import Finding, errors
from kb.model.fields import FieldType
from kb.model.record import Record
from kb.publish.edition import Edition
from kb.publish.page import PageSteps
from kb.publish.run import Folders, begin
from kb.publish.sanitiser import sanitised
from kb.read import read
from kb.render.body import OURS_STAND_HERE, expand
from kb.render.citations import with_sources
from kb.text import Lang, Text
from samples import SAMPLE_PAGES, SAMPLE_RECORDS
from test_directives import SHOWN

FEWEST = 200
NAMED = 0.95
SAFETY = {"kb.check.markup", "kb.check.texts"}
TEXTS = set(FieldType) - {FieldType.ID, FieldType.DATE, FieldType.INTEGER, FieldType.FLAG}
PIECES = (
    *("[x]", "[x](", "(", ")", "]", "](a.md)", "](https://x.fi)", "](java", "script:x)", "![", ":"),
    *("\n", "\n\n", "\n- ", "\n[x]: ", "\n> ", "\n: ", "    ", "# A", "## Main", "x", " ", "\\"),
    *("&#106;", "*", "_", "`", "```\n", "|", "|-|-|\n", "!!! note", '"', "//e.fi/", "data:", "^1"),
)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("attacks") / "docs")


@pytest.fixture(scope="module")
def found(content: Path) -> dict[str, list[Finding]]:
    """The errors of the whole corpus, by file."""
    by_file: dict[str, list[Finding]] = {}
    for finding in errors(check.run(read(content, PROJECT / "docs"))):
        by_file.setdefault(finding.path.removeprefix("docs/"), []).append(finding)
    return by_file


def is_named(attack: Attack, found: dict[str, list[Finding]]) -> bool:
    return any(attack.first <= one.line <= attack.last for one in found.get(attack.file, ()))


def test_the_corpus_is_large_and_every_attack_stands_by_itself() -> None:
    assert len(ATTACKS) >= FEWEST
    assert len({attack.file for attack in ATTACKS}) == len(ATTACKS)


def test_the_check_names_the_attacks_at_their_lines(found: dict[str, list[Finding]]) -> None:
    unnamed = [attack.name for attack in ATTACKS if not is_named(attack, found)]
    assert len(unnamed) <= (1 - NAMED) * len(ATTACKS), unnamed


def test_the_check_names_every_hostile_interface_word(found: dict[str, list[Finding]]) -> None:
    _, places = words()
    named = {one.line for one in found["_data/strings.yml"]}
    assert [id for id in WORDS if named.isdisjoint(places[id])] == []


def test_the_project_s_own_pages_and_data_are_no_attack() -> None:
    own = [one.function for one in check.all_checks() if one.function.__module__ in SAFETY]
    assert {function.__module__ for function in own} == SAFETY
    assert [finding for function in own for finding in function(real_content())] == []


def test_what_is_taken_for_plain_at_a_glance_has_nothing_to_be_told_of() -> None:
    chance = random.Random(1)
    plain = 0
    for _ in range(3000):
        text = "".join(chance.choices(PIECES, k=12))
        if is_plain(text):
            plain += 1
            assert judged(text) == [], text
    assert plain > 300


def test_nothing_dangerous_is_left_of_a_page_that_was_never_checked(content: Path) -> None:
    run = begin(Folders(PROJECT, content, content.parent / "site"), settings(), TODAY)
    pages = Edition.of(run, Lang.FI).pages.values()
    left = {steps.page.file: found for steps in pages if (found := dangers(published(steps)))}
    assert left == {}


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("directive", [one for one in SHOWN if not one.startswith("fields")])
def test_a_value_in_any_field_is_shown_as_it_is(directive: str, value: str) -> None:
    hostile = [filled_with(record, value) for record in SAMPLE_RECORDS]
    here = page("sivu.fi", f"# Sivu\n\n<!-- kb:{directive} -->\n")
    known = catalogue([*SAMPLE_PAGES, here], hostile)
    shown = html(with_sources(here, expand(here, here.body, setting(known)), setting(known)))
    assert dangers(sanitised(shown, OURS_STAND_HERE)) == []


def published(steps: PageSteps) -> str:
    """The content of a page, without the mark where the template puts its own."""
    shown = steps.content(html(steps.markdown(), steps.extension))
    return str(shown).replace(OURS_STAND_HERE, "")


def filled_with(record: Record, value: str) -> Record:
    """The record with the value in each field of text, whatever the field's format."""
    changed: dict[str, object] = {}
    for one in fields(record):
        field = one.metadata.get("field")
        if field is None or field.allowed or field.type not in TEXTS:
            continue
        now = getattr(record, one.name)
        is_both = field.type in (FieldType.BILINGUAL, FieldType.ADDRESSES)
        filled = Text(value, value) if is_both else value
        changed[one.name] = (filled,) if isinstance(now, tuple) else filled
    return replace(record, **changed)
