"""The form editor in a browser: what officials do ends in a proposal that the check accepts."""

from __future__ import annotations

from pathlib import Path

import brotli
import pytest
from builders import real_content
from editing import ROOT, Editing, Said, changes, checked, proposal
from kb.check.translations import NEVER_COMPARED
from kb.editor.collections import editable_kinds
from kb.editor.configuration import api_root
from kb.editor.words import PAGES_IN
from kb.finding import Severity
from kb.model.addresses import address_word
from kb.model.evidence import GRADES
from kb.model.programme import EVENT_STATUSES, Phase
from kb.publish.policy import editor_policy
from kb.text import Lang, Text
from keyboard import ByKeyboard
from mkdocs.config import load_config
from page_states import EVERY, give_axe, violations
from person import ADD, CREATE, SAVE, Person
from playwright.sync_api import expect
from serve import Build

pytest_plugins = ["editor_fixtures"]
WCAG = EVERY[:-1]
"""What the law asks for; best practice beyond it is upstream's."""
only_finnish = pytest.mark.parametrize("lang", [Lang.FI])

KINDS = {kind.kind: kind.open_data for kind in editable_kinds() if isinstance(kind.open_data, Text)}
every_way = pytest.mark.parametrize(
    ("lang", "hands"), [(Lang.FI, Person), (Lang.SV, Person), (Lang.FI, ByKeyboard)]
)
"""By mouse in both languages, and with the keyboard alone."""
EVENTS = {
    (Lang.FI, Person): (
        Text("Äidin ja isän ilta", "En kväll för föräldrar"),
        "aidin-ja-isan-ilta",
    ),
    (Lang.SV, Person): (Text("Öinen/yöllinen ilta", "En sen kväll"), "oinen-yollinen-ilta"),
    (Lang.FI, ByKeyboard): (Text("Lasten ilta", "En kväll för barn"), "lasten-ilta"),
}
"""Titles with letters and marks that no file name has, and what the file is called."""


@pytest.mark.parametrize("lang", Lang)
def test_change_the_role_of_a_contact(
    person: Person, form: Editing, tmp_path: Path, asked: set[str], before: Said
) -> None:
    lang = person.lang
    person.begin("contact")
    person.open(KINDS["contacts"][lang])
    person.open("H-02 Hanne Kalmari" if lang is Lang.FI else "H-03 Hanne Kalmari")
    person.fill("contacts.role", Text("hankejohtaja", "projektdirektör"))
    person.propose()
    branch = proposal(form)
    ((path, lines),) = changes(form, branch).items()
    assert path.startswith("docs/_data/contacts/H-0")
    assert sorted(line[0] for line in lines.splitlines()) == ["+", "+", "-", "-"]
    assert checked(form, branch, tmp_path) - before == set()
    assert len(person.steps) <= 6
    hosts = {url.split("/")[2] for url in asked if url.startswith("http")}
    assert hosts == {form.address.split("/")[2], form.host.address.split("/")[2]}


TERMS = {
    (Lang.FI, Person): "aluevaalit",
    (Lang.SV, Person): "kommun",
    (Lang.FI, ByKeyboard): "asiakassuunnitelma",
}


@every_way
def test_correct_a_term(person: Person, form: Editing, tmp_path: Path, before: Said) -> None:
    person.begin("term")
    person.open(KINDS["terms"][person.lang])
    person.open(TERMS[person.lang, type(person)])
    person.fill(
        "terms.definition", Text("Vaalit, joissa valtuusto valitaan.", "Valet av fullmäktige.")
    )
    person.propose()
    branch = proposal(form)
    ((path, lines),) = changes(form, branch).items()
    assert path.startswith("docs/_data/terms/")
    assert len(lines.splitlines()) == 4
    assert checked(form, branch, tmp_path) - before == set()
    assert len(person.steps) <= 6


@every_way
def test_a_new_event(person: Person, form: Editing, tmp_path: Path, before: Said) -> None:
    lang = person.lang
    person.begin("event")
    person.open(KINDS["timeline"][lang])
    person.press(CREATE[lang])
    person.fill("timeline.date", "2019-05")
    person.choose("timeline.phase", real_content().all(Phase)["bridge"].name)
    person.choose("timeline.status", EVENT_STATUSES["done"])
    title, name = EVENTS[lang, type(person)]
    person.fill("timeline.title", title)
    person.pick("timeline.facts", "S-045")
    person.propose()
    branch = proposal(form)
    assert changes(form, branch).keys() == {f"docs/_data/timeline/{name}.yml"}
    assert checked(form, branch, tmp_path) - before == set()
    assert len(person.steps) <= 8


@every_way
def test_a_new_fact_with_its_source(
    person: Person, form: Editing, tmp_path: Path, before: Said
) -> None:
    lang = person.lang
    person.begin("fact")
    person.open(KINDS["facts"][lang])
    person.press(CREATE[lang])
    person.fill(
        "facts.text", Text("Kainuussa oli perhekeskus.", "I Kajanaland fanns ett familjecenter.")
    )
    person.add("facts.sources")
    source = person.tab.get_by_role("dialog")
    person.choose("sources.grade", GRADES["B"], source)
    person.fill("sources.publisher", Text("Kainuun liitto", "Kajanalands förbund"), source)
    person.fill(
        "sources.title", Text("Kertomus perhekeskuksesta", "Berättelse om familjecentret"), source
    )
    person.fill("sources.url", "https://www.example.fi/kertomus", source)
    person.press(ADD[lang], within=source)
    person.propose()
    branch = proposal(form)
    fact, source_file = sorted(changes(form, branch))
    assert (Path(fact).parent.name, Path(source_file).parent.name) == ("facts", "sources")
    assert f"sources: [{Path(source_file).stem}]" in changes(form, branch)[fact]
    assert checked(form, branch, tmp_path) - before == set()
    assert len(person.steps) <= 12


PAGES = {
    (Lang.FI, Person): ("Perhekahvila", "Familjekafé", "perhekahvila"),
    (Lang.SV, Person): ("Isätoiminta", "Verksamhet för pappor", "isatoiminta"),
    (Lang.FI, ByKeyboard): ("Avoin kerho", "Öppen klubb", "avoin-kerho"),
}


@every_way
def test_a_new_pair_of_pages(person: Person, form: Editing, tmp_path: Path, before: Said) -> None:
    lang = person.lang
    title, title_sv, name = PAGES[lang, type(person)]
    person.begin("page")
    person.open(PAGES_IN[lang].format(name=real_content().page("teemat/index", lang).short_title))
    person.press(CREATE[lang])
    fi, sv = person.sides()
    person.fill("pages.title", title, fi)
    person.fill("pages.description", "Mitä paikka tarjoaa perheille.", fi)
    person.fill("pages.body", "Paikka on osa perhekeskusta.[^S-045]", fi)
    person.fill("pages.title", title_sv, sv)
    person.fill("pages.description", "Vad stället erbjuder familjer.", sv)
    person.fill("pages.slug", address_word(title_sv), sv)
    person.fill("pages.body", "Stället hör till familjecentret.[^S-045]", sv)
    person.propose()
    branch = proposal(form)
    assert changes(form, branch).keys() == {f"docs/teemat/{name}.{one}.md" for one in Lang}
    # That both say the same is declared by whoever has compared them, from the proposal's comment.
    said = {rule for rule, _, _ in checked(form, branch, tmp_path) - before}
    assert said == {NEVER_COMPARED.id}
    assert NEVER_COMPARED.severity is Severity.WARNING
    assert len(person.steps) <= 12


@only_finnish
def test_axe_finds_nothing_that_the_law_forbids(person: Person) -> None:
    for place in (
        "facts",
        "contacts/entries/H-02",
        "facts/new",
        "pages-teemat/entries/perhekeskus",
    ):
        person.tab.goto(f"{person.editing.address}#/collections/{place}")
        person.tab.get_by_role("status").first.wait_for(state="attached")
        give_axe(person.tab)
        assert violations(person.tab, None, WCAG) == [], place


@only_finnish
def test_a_role_is_changed_by_keyboard_alone(person: Person, form: Editing) -> None:
    keys, known = person.tab.keyboard, len(form.host.pulls)
    person.begin("keyboard")
    person.walk_to("treeitem", "")
    person.walk_to("treeitem", KINDS["contacts"].fi, "ArrowDown")
    keys.press("Enter")
    person.walk_to("row", "")
    person.walk_to("row", "H-09", "ArrowDown")
    keys.press("Enter")
    person.tab.get_by_role("group", name="\u2068Tehtävä\u2069").first.wait_for()
    person.walk_to("TEXTAREA", "Suomeksi")
    keys.press("Control+a")
    keys.insert_text("johtaja")
    expect(person.tab.get_by_role("button", name=SAVE.fi, exact=True)).to_be_enabled()
    keys.press("Control+s")
    person.wait_for_proposal(known)
    assert "+  fi: johtaja\n" in changes(form, proposal(form))["docs/_data/contacts/H-09.yml"]


def test_the_site_has_the_editor_only_when_asked_for(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "1")
    built = build(ROOT / "docs", tmp_path / "site")
    page = built.files["toimitus/index.html"].decode()
    assert '<meta name="robots" content="noindex">' in page
    assert editor_policy(api_root(str(load_config(str(ROOT / "mkdocs.yml")).repo_url))) in page
    told = ("sitemap-fi.xml", "sitemap-sv.xml", "feed.xml", "sv/feed.xml", "search.json")
    assert all(b"toimitus/" not in built.files[name] for name in told)
    mentions = {name for name, text in built.files.items() if b"toimitus/" in text}
    assert {name for name in mentions if not name.endswith(".html")} <= {"_headers"}
    compressed = [
        len(brotli.compress(text)) for name, text in built.files.items()
        if name.startswith("toimitus/") and name.endswith((".js", ".css", ".woff2"))
    ]  # fmt: skip
    assert sum(compressed) <= 800_000
