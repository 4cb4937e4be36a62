"""What a browser would make of an author's text, told as what is not allowed in it, and where.

The text is rendered by the same Markdown as the build's and parsed as a browser parses it, so that
no way of writing a thing is overlooked. Only then is it looked for in the source, to name a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from tinyhtml5 import parse

from kb.model import dialect, markdown
from kb.model.markup import AUTHORS, CLASSES, EVERYWHERE, TYPED, may_have, may_name, scheme
from kb.model.previewed import previewed

Fault = Enum("Fault", "ELEMENT ATTRIBUTE CLASS ID ID_AGAIN PICTURE TARGET VARIABLE")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing that is not allowed: an element's or attribute's name, or an attribute's value."""

    fault: Fault
    shown: str

    @property
    def key(self) -> tuple[Fault, str]:
        """The same for what differs in capitals alone."""
        return self.fault, self.shown.lower()


_DIRECTIVE = re.compile(r"^\s*<!-- kb:[a-z-]+(?: [a-z]+=[\w./-]+)* -->$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{lang=[a-z]{2}\}| \{#([a-z0-9-]+)\}$", re.MULTILINE)
_TARGET = re.compile(r"\](?:\s*\(([^)]*)|:\s*(\S*))")
_HARMLESS = re.compile(r"(?:https?://)?(?![/:])[\w./#?=%,;!*+~^-]*(?: \"[^\"\n]*\")?")
_NOTE = re.compile(r"!!!(?!\s+note(?!\w)(?:\s+\"[^\"]*\")?\s*$)", re.MULTILINE)


def is_plain(text: str) -> bool:
    """True if there is nothing in the text that a verdict could be about, which most pages show."""
    rest = _DIRECTIVE.sub("", text)
    ids = [id for id in _ATTRIBUTES.findall(rest) if id]
    rest = _ATTRIBUTES.sub(_unless_taken, rest) if len(ids) == len(set(ids)) else text
    targets = ["".join(found) for found in _TARGET.findall(rest)]
    return (
        not any(mark in rest for mark in "<{")
        and all(map(_HARMLESS.fullmatch, targets))
        and not ("![" in rest and any(target.startswith("http") for target in targets))
        and not _NOTE.search(rest)
    )


def _unless_taken(found: re.Match[str]) -> str:
    return found[0] if found[1] and not may_name(found[1]) else ""


_BY_ATTRIBUTE = {"href": Fault.TARGET, "src": Fault.PICTURE, "id": Fault.ID, "class": Fault.CLASS}
_TYPED_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*|[?!](?!--)[^\s>]*)")
_FENCED = "<pre><code"
_HEADING = re.compile("h[1-6]")
_MOST_PAGES = 500
"""How many rendered pages wait for the next rule that looks at them."""
_FRAME = ("html", "head", "body")
_AS_TEXT = (
    (Fault.ELEMENT, re.compile(r"<([A-Za-z][\w:-]*)")),
    (Fault.ATTRIBUTE, re.compile(r"\{:?[^{}=]*?([\w-]+)\s*=")),
    (Fault.TARGET, re.compile(r"\]\(\s*((?:javascript|vbscript|data):)", re.IGNORECASE)),
    (Fault.VARIABLE, re.compile(r"(\{[{%#]|\$\{|\{:)")),
)
"""What was meant to be more than text and failed: it stands on the page as it was typed."""


def verdicts(text: str) -> list[Verdict]:
    """Everything in the text that authors' pages may not have, in the order of the page."""
    return [] if is_plain(text) else judged(text)


def judged(text: str) -> list[Verdict]:
    """The verdicts, from what Markdown makes of the text."""
    page, typed = rendered(text)
    found = [Verdict(Fault.ELEMENT, name) for name in typed]
    ids: set[str] = set()
    known = {name.lower() for name in typed}
    for element in page.iter():
        if isinstance(element.tag, str):
            tag = element.tag.rpartition("}")[2]
            found += _element(tag, dict(element.items()), known)
            found += _failed(element, text)
            id = element.get("id")
            if id in ids and not _HEADING.fullmatch(tag):  # of headings another rule tells
                found.append(Verdict(Fault.ID_AGAIN, id or ""))
            elif id:
                ids.add(id)
    return found


def _element(tag: str, attributes: dict[str, str], known: set[str]) -> Iterator[Verdict]:
    if tag in known or tag in _FRAME:
        return
    if tag not in AUTHORS or (tag == "div" and "class" not in attributes):
        yield Verdict(Fault.ELEMENT, tag)
        return
    for name, value in attributes.items():
        if name not in EVERYWHERE | AUTHORS[tag]:
            yield Verdict(Fault.ATTRIBUTE, name)
        elif not _may_have(tag, name, value):
            fault = _BY_ATTRIBUTE.get(name, Fault.ATTRIBUTE)
            yield Verdict(fault, value if name in _BY_ATTRIBUTE else name)


def _failed(element: Element, text: str) -> Iterator[Verdict]:
    """What stands in the element's text as it was typed; nothing that a reference spells."""
    shown = ("" if element.tag in ("code", "pre") else element.text or "") + (element.tail or "")
    for fault, pattern in _AS_TEXT:
        for mark in pattern.finditer(shown):
            if mark[0] in text:
                yield Verdict(fault, mark[1])


def _may_have(tag: str, name: str, value: str) -> bool:
    if name == "class":
        return tag in CLASSES and bool(CLASSES[tag].fullmatch(value))
    if name == "id":
        return may_name(value)
    return may_have(name, value)


@lru_cache(_MOST_PAGES)
def rendered(text: str) -> tuple[Element, list[str]]:
    """What a browser makes of the text, and the names of tags that nobody may type as HTML."""
    made_by = converter()
    html = made_by.reset().convert(previewed(text))
    raw = [piece for piece in made_by.htmlStash.rawHtmlBlocks if isinstance(piece, str)]
    tags = [one for piece in raw if not piece.startswith((_FENCED, "<!--")) for one in _tags(piece)]
    opened = {name.lower() for ends, name in tags if not ends}
    page = parse(f"<!doctype html><body>{html}", namespace_html_elements=False)
    return page, [name for ends, name in tags if not ends or name.lower() not in opened]


def _tags(piece: str) -> list[tuple[str, str]]:
    return [tag for tag in _TYPED_TAG.findall(piece) if tag[1].lower() not in TYPED]


@cache
def converter() -> Markdown:
    """Python-Markdown as the build has it, without what a page adds of its own."""
    return Markdown(extensions=list(dialect.EXTENSIONS), extension_configs=dict(dialect.OPTIONS))


_MOST_SEARCHES = 5
"""On one page; each renders the page some ten times."""


class Places:
    """Where verdicts stand in the source: the nth of the same kind at its nth mention.

    What no line spells out, such as an address written in character references, is at the line
    with which it first shows.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self._lines = text.split("\n")
        self._first = first_line
        self._prose = list(markdown.prose_lines(text, first_line))
        self._mentions: dict[tuple[Fault, str], list[int]] = {}
        self._seen: Counter[tuple[Fault, str]] = Counter()
        self._searches = _MOST_SEARCHES

    def line(self, verdict: Verdict) -> int:
        """The line of the next verdict that is like this."""
        nth = self._seen[verdict.key]
        self._seen[verdict.key] += 1
        if verdict.key not in self._mentions:
            self._mentions[verdict.key] = self._mentioned(verdict)
        mentions = self._mentions[verdict.key]
        if nth < len(mentions):
            return mentions[nth]
        if self._searches:
            self._searches -= 1
            return self._first + self._showing(verdict, nth)
        return mentions[-1] if mentions else self._first

    def _mentioned(self, verdict: Verdict) -> list[int]:
        """The line of each mention, outside code if there is any."""
        prose = [(number, markdown.without_code(line)) for number, line in self._prose]
        for lines in (prose, list(enumerate(self._lines, self._first))):
            for needle in _needles(verdict):
                found = [number for number, line in lines for _ in needle.finditer(line)]
                if found:
                    return found
        return []

    def _showing(self, verdict: Verdict, nth: int) -> int:
        """The first of the lines, from 0, up to which the text shows it so many times."""
        below, above = 0, len(self._lines)
        while above - below > 1:
            middle = (below + above) // 2
            shown = [one.key for one in verdicts("\n".join(self._lines[:middle]))]
            if shown.count(verdict.key) > nth:
                above = middle
            else:
                below = middle
        return above - 1


_NO_WHOLE_ID = r"(?!(?<=\{#)[\w-]+\}\s*$)"
"""Not the start of a heading's id that is as it should be, which no verdict is about."""


def _needles(verdict: Verdict) -> Sequence[re.Pattern[str]]:
    shown = re.escape(verdict.shown)
    match verdict.fault:
        case Fault.ELEMENT:
            patterns = [rf"</?{shown}(?![\w-])"]
        case Fault.ATTRIBUTE:
            patterns = [rf"(?<![\w-]){shown}\s*=", rf"(?<![\w-]){shown}(?![\w-])"]
        case Fault.TARGET | Fault.PICTURE:
            patterns = [shown, re.escape(scheme(verdict.shown))]
        case Fault.VARIABLE:
            patterns = [rf"^[^#].*?{shown}|{shown}{_NO_WHOLE_ID}", shown]
        case Fault.ID | Fault.ID_AGAIN | Fault.CLASS:
            patterns = [rf"[#.=\"' ]{shown}(?![\w-])"]
    return [re.compile(pattern, re.IGNORECASE) for pattern in patterns if pattern]
