"""The form editor on bad days: nothing is lost, and a clear word is said."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from code_host import TOKEN
from editing import Editing, Said, changes, checked, proposal
from kb.editor.words import PICTURE_TEXT
from kb.model.published import Kind
from kb.read.media import LARGEST
from kb.text import Lang, Text
from person import CREATE, SAVE, Person
from playwright.sync_api import Browser, Locator

pytest_plugins = ["editor_fixtures"]
only_finnish = pytest.mark.parametrize("lang", [Lang.FI])
PASTED = "Ensin\u00a0tämä 😀:\r\nsitten ”tuo” –\r\n\r\nvielä.\u200b"
DIRECTOR = Text("johtaja", "direktör")


def at_contact(person: Person, id: str) -> Locator:
    """The person has changed a role; the field that has it in Finnish."""
    person.begin(f"bad-{id}")
    person.tab.goto(f"{person.editing.address}#/collections/contacts/entries/{id}")
    person.fill("contacts.role", DIRECTOR)
    return person.field("contacts.role").get_by_role("textbox").first


def refused(person: Person) -> str:
    """What is said when saving does not succeed; then it is read and shut."""
    person.press(SAVE[person.lang])
    told = person.tab.get_by_role("alertdialog")
    words = told.inner_text()
    told.get_by_role("button").first.click()
    return words


@only_finnish
def test_an_expired_token_loses_nothing(person: Person, form: Editing) -> None:
    role = at_contact(person, "H-04")
    form.host.tokens.clear()
    try:
        assert "Bad credentials" in refused(person)
    finally:
        form.host.tokens.add(TOKEN)
    assert role.input_value() == DIRECTOR.fi
    person.propose()
    assert "+  fi: johtaja\n" in changes(form, proposal(form))["docs/_data/contacts/H-04.yml"]


@only_finnish
def test_a_lost_network_loses_nothing(person: Person, form: Editing) -> None:
    role = at_contact(person, "H-05")
    person.tab.context.set_offline(True)
    assert refused(person)
    person.tab.context.set_offline(False)
    assert role.input_value() == DIRECTOR.fi
    person.propose()
    assert "+  fi: johtaja\n" in changes(form, proposal(form))["docs/_data/contacts/H-05.yml"]


@only_finnish
def test_two_people_in_one_record_do_not_write_over_each_other(
    person: Person, form: Editing, browser: Browser
) -> None:
    other = Person(browser.new_context().new_page(), form, person.lang)
    other.sign_in()
    other.tab.get_by_role("button", name=CREATE[person.lang]).wait_for()
    at_contact(other, "H-06")
    at_contact(person, "H-06")
    person.propose()
    branch = proposal(form)
    head = form.host.head(branch)
    other.fill("contacts.role", Text("esimies", "chef"))
    assert "Tästä on jo ehdotus" in refused(other)
    assert form.host.head(branch) == head
    assert other.field("contacts.role").get_by_role("textbox").first.input_value() == "esimies"
    other.tab.context.close()


@only_finnish
def test_what_is_pasted_from_word_is_one_line(person: Person, form: Editing) -> None:
    pasted = "Ensin\u00a0tämä 😀:\r\nsitten ”tuo” – # ja\n\nvielä.\u200b"
    person.begin("pasted")
    person.tab.goto(f"{form.address}#/collections/terms/entries/perhetyo")
    person.fill("terms.definition", Text(pasted, "Ett."))
    person.propose()
    (lines,) = changes(form, proposal(form)).values()
    assert '+  fi: "Ensin\u00a0tämä 😀: sitten ”tuo” – # ja vielä.\\U0000200B"\n' in lines


@only_finnish
def test_what_must_be_filled_in_is_asked_for_before_anything_is_proposed(
    person: Person, form: Editing
) -> None:
    known = len(form.host.pulls)
    person.begin("unfilled")
    person.tab.goto(f"{form.address}#/collections/timeline/new")
    person.fill("timeline.title", Text("Ilta", "Kväll"))
    person.press(SAVE[person.lang])
    person.tab.get_by_text("Tämä kenttä on pakollinen.").first.wait_for()
    assert len(form.host.pulls) == known


@only_finnish
def test_an_id_that_exists_is_told_before_anything_is_saved(person: Person, form: Editing) -> None:
    known = len(form.host.pulls)
    person.begin("taken")
    person.tab.goto(f"{form.address}#/collections/facts/new")
    person.fill("facts.text", Text("Toinen väite.", "Ett annat påstående."))
    person.pick("facts.sources", "L-01")
    person.name_file("P-001")
    person.tab.get_by_text("Toisella on jo tämä tunnus.").wait_for()
    assert person.tab.get_by_role("button", name="Valmis").is_disabled()
    assert len(form.host.pulls) == known


def picture(row: Callable[[int], bytes]) -> bytes:
    """A picture of 12 megabytes, 2,000 pixels wide."""
    rows = b"".join(b"\0" + row(y) for y in range(2000))
    head = struct.pack(">IIBBBBB", 2000, 2000, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def with_picture(person: Person, content: bytes) -> None:
    person.begin("picture")
    person.tab.goto(f"{person.editing.address}#/collections/pages-teemat/entries/varhainen-tuki")
    person.add("pages.picture")
    person.look_down()
    chosen = {"name": "Äidin piha.png", "mimeType": "image/png", "buffer": content}
    person.field("pages.picture").locator("input[type=file]").first.set_input_files([chosen])


@only_finnish
def test_a_picture_of_12_megabytes_is_made_small(
    person: Person, form: Editing, tmp_path: Path, before: Said
) -> None:
    with_picture(person, picture(lambda y: bytes([y // 8]) * 6000))
    person.field("pages.picture").get_by_role("button", name="Vaihda kuva").wait_for()
    person.look_down()
    words = person.tab.get_by_role("group", name=f"\u2068{PICTURE_TEXT.fi}\u2069")
    words.get_by_role("textbox").first.fill("Piha, jossa on [keinu]")
    person.propose()
    branch = proposal(form)
    lines = changes(form, branch)["docs/teemat/varhainen-tuki.fi.md"]
    assert lines == "+\n+![Piha, jossa on \\[keinu\\]](aidin-piha.webp)\n"
    size = form.host.git("cat-file", "-s", f"{branch}:docs/teemat/aidin-piha.webp")
    assert int(size) <= LARGEST[Kind.PICTURE]
    said = {rule for rule, _, _ in checked(form, branch, tmp_path) - before}
    assert said == {"out-of-step"}, "the Swedish page has no words for it"


@only_finnish
def test_a_picture_that_stays_large_is_refused_with_the_limit(person: Person) -> None:
    noise = random.Random(18)
    with_picture(person, picture(lambda y: noise.randbytes(6000)))
    told = person.tab.get_by_role("alertdialog").inner_text()
    assert "enimmäiskoon" in told
    assert "500" in told


@only_finnish
def test_a_slash_and_a_picture_letter_in_the_title_of_a_page_make_a_plain_file_name(
    person: Person, form: Editing
) -> None:
    person.begin("title")
    person.tab.goto(f"{form.address}#/collections/pages-teemat/new")
    fi, sv = person.sides()
    person.fill("pages.title", "Neuvola/koulu 😀 ”yhdessä”", fi)
    person.fill("pages.description", "Mitä ne tekevät yhdessä.", fi)
    person.fill("pages.body", PASTED, fi)
    person.fill("pages.title", "Rådgivning/skola 😀", sv)
    person.fill("pages.description", "Vad de gör tillsammans.", sv)
    person.fill("pages.slug", "radgivning-och-skola", sv)
    person.fill("pages.body", "Ett.", sv)
    person.propose()
    branch = proposal(form)
    made = changes(form, branch)
    assert made.keys() == {f"docs/teemat/neuvola-koulu-yhdessa.{one}.md" for one in Lang}
    text = form.host.git("show", f"{branch}:docs/teemat/neuvola-koulu-yhdessa.fi.md")
    assert "# Neuvola/koulu 😀 ”yhdessä”\n" in text
    assert text.endswith("\nEnsin\u00a0tämä 😀:\nsitten ”tuo” –\n\nvielä.\u200b\n")
