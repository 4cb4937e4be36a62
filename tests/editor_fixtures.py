"""Somebody at the form editor, for trials in a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from code_host import MAIN
from editing import ROOT, Editing, Said, checked, editing
from kb.text import Lang
from person import CREATE, Person
from playwright.sync_api import Browser, BrowserContext, Page

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
def hands() -> type[Person]:
    """How she does it: by mouse, unless a trial says otherwise."""
    return Person


@pytest.fixture
def person(tab: Page, form: Editing, lang: Lang, hands: type[Person]) -> Person:
    pictures = Path(FILM) if FILM else None
    if pictures:
        pictures.mkdir(exist_ok=True)
    someone = hands(tab, form, lang, pictures)
    someone.sign_in()
    tab.get_by_role("button", name=CREATE[lang]).wait_for()
    return someone


@pytest.fixture(scope="module")
def before(form: Editing, tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What the check says of the main branch."""
    return checked(form, MAIN, tmp_path_factory.mktemp("main"))
