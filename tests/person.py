"""Somebody who edits by the form: what she does is counted, and a picture is taken of each step.

A step is one thing done: something pressed or chosen, or a field filled in, in both its languages
where it has two. Signing in is told apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from builders import real_content
from code_host import TOKEN
from editing import Editing
from kb.editor.widgets import Form
from kb.editor.words import PAGE_BODY, PAGE_TITLE, PICTURE
from kb.model.catalogue import RECORD_TYPES
from kb.model.fields import field_list
from kb.model.page import FrontMatter
from kb.text import Lang, Text
from playwright.sync_api import Locator, Page

SIGN_IN = Text("Kirjaudu avaimella", "Logga in med en nyckel")
SAVE = Text("Tallenna", "Spara")
ADD = Text("Lisää", "Lägg till")
CREATE = Text("Luo uusi merkintä", "Skapa ny post")
MOST_WAITS = 1500
SETTLED = 500
"""Milliseconds until a form that was scrolled stands still."""
MOST_KEYS = 60
FOCUSED = """() => {
  const one = document.activeElement;
  const label = document.getElementById(one.getAttribute("aria-labelledby"));
  const words = label?.innerText ?? one.getAttribute("aria-label") ?? one.innerText ?? "";
  return [one.getAttribute("role") ?? one.tagName, words.trim().replace(/^[a-z_]+\\s+/, "")];
}"""
"""The role of what has the focus and its words, without the name of an icon before them."""
NAMING = Text("Tunnus", "Id")
OUR_OWN = {"pages.title": PAGE_TITLE, "pages.body": PAGE_BODY, "pages.picture": PICTURE}
PANES = {Lang.FI: Text("Suomi", "Finska"), Lang.SV: Text("Ruotsi", "Svenska")}
SIDES = {Lang.FI: Text("Suomeksi", "På finska"), Lang.SV: Text("Ruotsiksi", "På svenska")}


@dataclass
class Person:
    """A person at the form in a language, in whose tab it is open."""

    tab: Page
    editing: Editing
    lang: Lang
    pictures: Path | None = None
    """The folder of the film, if there is one."""
    task: str = ""
    steps: list[str] = field(default_factory=list)

    def sign_in(self, token: str = TOKEN) -> None:
        """Open the form and sign in with a pasted token."""
        self.tab.goto(f"{self.editing.address}?lang={self.lang}")
        self.tab.get_by_role("button", name=SIGN_IN[self.lang]).click()
        self.tab.get_by_role("textbox").fill(token)
        self.tab.keyboard.press("Enter")

    def begin(self, task: str) -> None:
        """Another task, from the list of all that there is."""
        self.task, self.steps = task, []

    def press(self, name: str, role: str = "button", within: Locator | None = None) -> None:
        """Press what has that name."""
        self.named(name, role, within).click()
        self._done(f"press {name}")

    def named(self, name: str, role: str, within: Locator | None) -> Locator:
        """What has that name, exactly or between the marks that a name filled in has."""
        spoken = re.compile(rf"^\W*(?:\w+\W+)?{re.escape(name)}\W*$")
        return self._at(within).get_by_role(role, name=spoken).first  # type: ignore[arg-type]

    def label(self, name: str) -> str:
        """What the form calls a field of a kind: `contacts.role`."""
        kind, _, key = name.partition(".")
        if name in OUR_OWN:
            return OUR_OWN[name][self.lang]
        record = RECORD_TYPES.get(kind, FrontMatter)
        form = Form(real_content(), self.lang)
        found: str = form.widget(key, field_list(record)[key])["label"]
        return found

    def open(self, words: str) -> None:
        """Open what is listed by these words."""
        self.tab.get_by_text(words).first.click()
        self._done(f"open {words}")

    def fill(self, name: str, words: str | Text, within: Locator | None = None) -> None:
        """Fill in a field, in both languages if it has two."""
        group = self.field(name, within)
        if isinstance(words, Text):
            for lang in Lang:
                name = SIDES[lang][self.lang]
                group.get_by_role("textbox", name=name).first.fill(words[lang])
        else:
            group.get_by_role("textbox").first.fill(words)
        self._done(f"fill in {name}")

    def choose(self, name: str, word: Text, within: Locator | None = None) -> None:
        """Choose one of the few that a field shows."""
        spoken = re.compile(f"^{re.escape(word[self.lang])}")
        self.field(name, within).get_by_role("radio", name=spoken).first.click()
        self._done(f"choose {word[self.lang]}")

    def add(self, name: str) -> None:
        """Begin an optional text, or a record that this one names."""
        group = self.field(name, None)
        group.get_by_role("checkbox").or_(group.locator("button:has-text('add')")).first.click()
        self._done(f"add {name}")

    def pick(self, name: str, words: str, within: Locator | None = None) -> None:
        """Pick one of many by its name."""
        box = self.field(name, within).get_by_role("combobox").first
        box.scroll_into_view_if_needed()
        self.tab.wait_for_timeout(SETTLED)  # a list that opens while the form moves is shut again
        box.click()
        search = self.tab.get_by_role("searchbox").last
        search.fill(words)
        self.tab.get_by_role("option", name=words).first.click()
        self._done(f"pick {words}")

    def name_file(self, word: str) -> None:
        """Give the name that the new file will have."""
        self.tab.get_by_role("radio", name=NAMING[self.lang], exact=True).click()
        panel = self.tab.get_by_role("group", name=NAMING[self.lang], exact=True)
        panel.get_by_role("button").first.click()
        panel.get_by_role("textbox").fill(word)
        self._done(f"name the file {word}")

    def sides(self) -> tuple[Locator, Locator]:
        """The two panes of a page, Finnish and Swedish."""
        finnish, swedish = (PANES[lang][self.lang] for lang in Lang)
        self.tab.get_by_role("radio", name=swedish).last.click()
        self._done("show Swedish beside Finnish")
        panes = (f"\u2068{name}\u2069" for name in (finnish, swedish))
        first, second = (self.tab.get_by_role("group", name=name).first for name in panes)
        return first, second

    def walk_to(self, role: str, words: str, key: str = "Tab") -> None:
        """Press a key until the focus is on what has that role and begins with the words."""
        for _ in range(MOST_KEYS):
            here = self.tab.evaluate(FOCUSED)
            if here[0] == role and here[1].startswith(words):
                return
            self.tab.keyboard.press(key)
        raise AssertionError(f"{key} never came to {role} {words}, last to {here}")

    def look_down(self) -> None:
        """Scroll to the end of the form: what is below is made when it is seen."""
        self.tab.mouse.move(300, 500)
        self.tab.mouse.wheel(0, 9000)

    def propose(self) -> None:
        """Save: that makes a proposal, or adds to it."""
        known = len(self.editing.host.pulls)
        self.press(SAVE[self.lang])
        self.wait_for_proposal(known)

    def wait_for_proposal(self, known: int) -> None:
        """Until there is one more than was known."""
        for _ in range(MOST_WAITS):
            if any(one["labels"] for one in self.editing.host.pulls[known:]):
                return
            self.tab.wait_for_timeout(20)
        raise AssertionError(f"no proposal came of {self.steps}")

    def field(self, name: str, within: Locator | None = None) -> Locator:
        """What has a field of the form."""
        spoken = f"\u2068{self.label(name)}\u2069"
        return self._at(within).get_by_role("group", name=spoken).first

    def _at(self, within: Locator | None) -> Locator:
        return within or self.tab.locator("body")

    def _done(self, what: str) -> None:
        self.steps.append(what)
        if self.pictures:
            name = f"{self.task}-{self.lang}-{len(self.steps):02}.png"
            self.tab.screenshot(path=self.pictures / name)
