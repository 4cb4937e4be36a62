"""Deleting a record in the form editor: a proposal, and a clear word where another needs it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builders import real_content
from code_host import MAIN
from editing import Editing, Said, changes, checked, proposal
from kb.model.evidence import Fact
from kb.model.programme import Event
from kb.text import Lang, Text
from person import Person
from playwright.sync_api import Locator

pytest_plugins = ["editor_fixtures"]
only_finnish = pytest.mark.parametrize("lang", [Lang.FI])
MORE = Text("Näytä muokkainasetukset", "Visa redigeringsalternativ")
DELETE_RECORD = Text("Poista merkintä", "Radera post")
DELETE = Text("Poista", "Radera")
NEEDED = Text("ei voi poistaa", "inte tas bort")


def delete(person: Person, place: str) -> Locator:
    """The question that is asked before a record is deleted."""
    person.begin("delete")
    person.tab.goto(f"{person.editing.address}#/collections/{place}")
    person.press(MORE[person.lang])
    person.tab.get_by_role("menuitem", name=DELETE_RECORD[person.lang]).click()
    return person.tab.get_by_role("alertdialog")


@pytest.mark.parametrize("lang", Lang)
def test_a_record_that_another_needs_is_not_deleted(person: Person, form: Editing) -> None:
    known = real_content()
    needed = next(fact for fact in known.all(Fact).values() if fact.sources == ("L-01",))
    asked = delete(person, "sources/entries/L-01")
    asked.get_by_text(needed.id).wait_for()
    assert NEEDED[person.lang] in asked.inner_text()
    assert asked.get_by_role("button", name=DELETE[person.lang], exact=True).is_disabled()
    assert not any("sources" in one["branch"] for one in form.host.pulls)


@only_finnish
def test_a_fact_that_a_page_cites_is_missed_by_the_check_of_the_proposal(
    person: Person, form: Editing, tmp_path: Path, before: Said
) -> None:
    known = len(form.host.pulls)
    asked = delete(person, "facts/entries/S-041")
    asked.get_by_role("button", name=DELETE[person.lang], exact=True).click()
    person.wait_for_proposal(known)
    branch = proposal(form)
    assert form.host.git("diff", "--name-status", f"{MAIN}...{branch}").split()[:2] == [
        "D",
        "docs/_data/facts/S-041.yml",
    ]
    said = checked(form, branch, tmp_path) - before
    assert any("S-041" in words for _, _, words in said), said


@only_finnish
def test_deleting_a_fact_takes_it_off_the_records_that_have_others_and_changes_no_other_line(
    person: Person, form: Editing
) -> None:
    events = real_content().all(Event).values()
    event, fact = next((e, e.facts[0]) for e in events if len(e.facts) > 1 and "-1" in e.facts[0])
    known = len(form.host.pulls)
    asked = delete(person, f"facts/entries/{fact}")
    asked.get_by_role("button", name=DELETE[person.lang], exact=True).click()
    person.wait_for_proposal(known)
    made = changes(form, proposal(form))
    assert f"docs/_data/timeline/{event.id}.yml" in made
    for path, lines in made.items():
        was, now = lines.splitlines()
        assert re.sub(rf"{fact}, |, {fact}(?=\])", "", was[1:]) == now[1:], path
