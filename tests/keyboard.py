"""Somebody who edits by the form with the keyboard alone: the same steps, by the same names."""

from __future__ import annotations

from dataclasses import dataclass

from kb.text import Lang, Text
from person import PANES, SAVE, Person
from playwright.sync_api import Locator, expect

MOST_STOPS = 150
HERE = "(one) => one.contains(document.activeElement)"
ARROW = """(one) => {
  const group = document.activeElement.closest("[role=radiogroup], [role=tree], [role=grid]");
  return !group?.contains(one) ? "Tab" : group.role === "radiogroup" ? "ArrowRight" : "ArrowDown";
}"""
"""The key that leads on to the element: an arrow among its own group."""


@dataclass
class ByKeyboard(Person):
    """Presses keys only; where the focus is is all that is asked of the page."""

    def press(self, name: str, role: str = "button", within: Locator | None = None) -> None:
        self.reach(self.named(name, role, within))
        self.tab.keyboard.press("Enter")
        self._done(f"press {name}")

    def open(self, words: str) -> None:
        """Open what is listed: by the arrows of its list."""
        listed = self.tab.locator("[role=treeitem], [role=row]").filter(has_text=words).first
        self.reach(listed)
        self.tab.keyboard.press("Enter")
        self._done(f"open {words}")

    def fill(self, name: str, words: str | Text, within: Locator | None = None) -> None:
        group = self.field(name, within)
        boxes = group.get_by_role("textbox")
        texts = [words[lang] for lang in Lang] if isinstance(words, Text) else [words]
        for at, text in enumerate(texts):
            self.reach(boxes.nth(at))
            self.tab.keyboard.press("Control+a")
            self.tab.keyboard.insert_text(text)
        self._done(f"fill in {name}")

    def choose(self, name: str, word: Text, within: Locator | None = None) -> None:
        self.reach(self.field(name, within).get_by_role("radio", name=word[self.lang]).first)
        self.tab.keyboard.press("Space")
        self._done(f"choose {word[self.lang]}")

    def add(self, name: str) -> None:
        group = self.field(name, None)
        self.reach(group.get_by_role("checkbox").or_(group.locator("button:has-text('add')")).first)
        self.tab.keyboard.press("Space")
        self._done(f"add {name}")

    def pick(self, name: str, words: str, within: Locator | None = None) -> None:
        self.reach(self.field(name, within).get_by_role("combobox").first)
        self.tab.keyboard.press("Enter")
        expect(self.tab.get_by_role("searchbox").last).to_be_focused()
        self.tab.keyboard.insert_text(words)
        self.tab.get_by_role("option", name=words).first.wait_for()
        self.tab.keyboard.press("ArrowDown")
        self.tab.keyboard.press("Enter")
        self._done(f"pick {words}")

    def sides(self) -> tuple[Locator, Locator]:
        finnish, swedish = (PANES[lang][self.lang] for lang in Lang)
        self.reach(self.tab.get_by_role("radio", name=swedish).last)
        self.tab.keyboard.press("Space")
        self._done("show Swedish beside Finnish")
        panes = (f"\u2068{name}\u2069" for name in (finnish, swedish))
        first, second = (self.tab.get_by_role("group", name=name).first for name in panes)
        return first, second

    def propose(self) -> None:
        known = len(self.editing.host.pulls)
        expect(self.tab.get_by_role("button", name=SAVE[self.lang], exact=True)).to_be_enabled()
        self.tab.keyboard.press("Control+s")
        self._done("save")
        self.wait_for_proposal(known)

    def reach(self, wanted: Locator) -> None:
        """Tab to it, and the arrow once the focus is among its group."""
        wanted.wait_for(state="attached")
        for _ in range(MOST_STOPS):
            if wanted.evaluate(HERE):
                return
            self.tab.keyboard.press(wanted.evaluate(ARROW))
        raise AssertionError(f"no key leads to {wanted}, after {self.steps}")
