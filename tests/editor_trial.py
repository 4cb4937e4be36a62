"""The form editor in a browser: what officials do ends in a proposal that the check accepts."""

from __future__ import annotations

import os
import random
import struct
import subprocess
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest
from builders import TODAY, real_content
from code_host import MAIN, TOKEN
from editing import Editing, editing
from kb import check
from kb.check.translations import NEVER_COMPARED
from kb.editor.collections import editable_kinds
from kb.editor.configuration import api_root
from kb.editor.words import PAGES_IN, PICTURE_TEXT
from kb.finding import Severity
from kb.model.addresses import address_word
from kb.model.evidence import GRADES
from kb.model.programme import EVENT_STATUSES, Phase
from kb.model.published import Kind
from kb.publish.policy import editor_policy
from kb.read import read
from kb.read.media import LARGEST
from kb.text import Lang, Text
from mkdocs.config import load_config
from page_states import EVERY, give_axe, violations
from person import ADD, CREATE, SAVE, Person
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from serve import Build

ROOT = Path(__file__).resolve().parent.parent
WCAG = EVERY[:-1]
"""What the law asks for; best practice beyond it is upstream's."""
FILM = os.environ.get("FILM")
"""A folder for pictures of each step, if somebody wants to see them."""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editing]:
    assert (ROOT / "editor/dist/editor.js").is_file(), "Run make editor first."
    with editing(tmp_path_factory.mktemp("editing")) as running:
        yield running


@pytest.fixture
def asked() -> set[str]:
    """The hosts that the browser has asked for anything."""
    return set()


@pytest.fixture
def tab(browser: Browser, asked: set[str]) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("request", lambda request: asked.add(request.url.partition("?")[0]))
    yield page
    context.close()


@pytest.fixture
def person(tab: Page, form: Editing, lang: Lang) -> Person:
    pictures = Path(FILM) if FILM else None
    if pictures:
        pictures.mkdir(exist_ok=True)
    someone = Person(tab, form, lang, pictures)
    someone.sign_in()
    tab.get_by_role("button", name=CREATE[lang]).wait_for()
    return someone


def changes(form: Editing, branch: str) -> dict[str, str]:
    """The lines of each file that a proposal changes, by its path."""
    told = form.host.git("diff", "--unified=0", f"{MAIN}...{branch}")
    found: dict[str, str] = {}
    path = ""
    for line in told.splitlines():
        if line.startswith("+++ b/"):
            path = line.removeprefix("+++ b/")
            found[path] = ""
        elif path and line[:1] in "+-" and not line.startswith(("+++", "---")):
            found[path] += f"{line}\n"
    return found


def checked(form: Editing, branch: str, folder: Path) -> set[tuple[str, str, str]]:
    """What the check says of the content of a branch."""
    work = folder / branch.replace("/", "-")
    git = ["git", "--git-dir", str(form.host.git_dir), "worktree", "add", "--quiet", "--detach"]
    subprocess.run([*git, str(work), branch], check=True)
    found = check.run(read(work / "docs", ROOT / "docs"), check.Reference(TODAY, 24))
    return {(one.rule.id, one.path, one.message.fi) for one in found}


@pytest.fixture(scope="module")
def before(form: Editing, tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, str]]:
    """What the check says of the main branch."""
    return checked(form, MAIN, tmp_path_factory.mktemp("main"))


def proposal(form: Editing) -> str:
    """The branch of the last proposal, which has been handed over."""
    pull = form.host.pulls[-1]
    assert (pull["state"], pull["draft"]) == ("open", False)
    assert form.host.unknown == []
    return str(pull["branch"])


KINDS = {kind.kind: kind.open_data for kind in editable_kinds() if isinstance(kind.open_data, Text)}
EVENTS = {
    Lang.FI: (Text("Äidin ja isän ilta", "En kväll för föräldrar"), "aidin-ja-isan-ilta"),
    Lang.SV: (Text("Öinen/yöllinen ilta", "En sen kväll"), "oinen-yollinen-ilta"),
}
"""Titles with letters and marks that no file name has, and what the file is called."""
Said = set[tuple[str, str, str]]


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


@pytest.mark.parametrize("lang", Lang)
def test_correct_a_term(person: Person, form: Editing, tmp_path: Path, before: Said) -> None:
    person.begin("term")
    term = Text("aluevaalit", "kommun") if person.lang is Lang.FI else Text("kunta", "kommun")
    person.open(KINDS["terms"][person.lang])
    person.open(term[person.lang])
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


@pytest.mark.parametrize("lang", Lang)
def test_a_new_event(person: Person, form: Editing, tmp_path: Path, before: Said) -> None:
    lang = person.lang
    person.begin("event")
    person.open(KINDS["timeline"][lang])
    person.press(CREATE[lang])
    person.fill("timeline.date", "2019-05")
    person.choose("timeline.phase", real_content().all(Phase)["bridge"].name)
    person.choose("timeline.status", EVENT_STATUSES["done"])
    title, name = EVENTS[lang]
    person.fill("timeline.title", title)
    person.pick("timeline.facts", "P-039")
    person.propose()
    branch = proposal(form)
    assert changes(form, branch).keys() == {f"docs/_data/timeline/{name}.yml"}
    assert checked(form, branch, tmp_path) - before == set()
    assert len(person.steps) <= 8


@pytest.mark.parametrize("lang", Lang)
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
    Lang.FI: ("Perhekahvila", "Familjekafé", "perhekahvila"),
    Lang.SV: ("Isätoiminta", "Verksamhet för pappor", "isatoiminta"),
}


@pytest.mark.parametrize("lang", Lang)
def test_a_new_pair_of_pages(person: Person, form: Editing, tmp_path: Path, before: Said) -> None:
    lang = person.lang
    title, title_sv, name = PAGES[lang]
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


only_finnish = pytest.mark.parametrize("lang", [Lang.FI])
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
