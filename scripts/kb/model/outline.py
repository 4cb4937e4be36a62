"""What a page says before anybody has written it: front matter, headings and open places.

An open place is `…`, alone where a title, a text or a value will stand. Whoever starts a page,
from a link on the site or from a terminal, gets the same text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from kb.model import markdown
from kb.model.page import HOME, Page
from kb.text import Lang, Text

OPEN = "…"
_PLAIN = re.compile(r"[\w-]+")
_ORIGINAL = Text("Ruotsiksi: {words}", "På finska: {words}")
_SECTION = Text("kohta", "stalle")
_LEAD = Text(
    "Vastaa tässä heti siihen kysymykseen, jonka vuoksi sivua luetaan.",
    "Svara här genast på frågan som sidan läses för.",
)


def new_page(lang: Lang, title: str = "", slug: str = "") -> str:
    """The text of a page that exists in neither language; without a title that too is open."""
    front = [f"description: {OPEN}", *([f"slug: {slug or OPEN}"] if lang is Lang.SV else [])]
    lead = [f"# {title or OPEN}", "", _comment(_LEAD[lang]), "", OPEN]
    section = [f"## {OPEN} {{#{_SECTION.fi}}}", "", OPEN]
    return _file(front, [*lead, "", *section])


def missing_language(page: Page) -> str:
    """The text of a page's other language: same headings, facts and data, and the words open."""
    lang = page.lang.other
    front = [*_shared(page), f"description: {OPEN}"]
    if lang is Lang.SV and page.key != HOME:
        front.append(f"slug: {OPEN}")
    return _file(front, list(_body(page, lang)))


def _shared(page: Page) -> Iterator[str]:
    """The keys of the front matter that are the same in both languages."""
    if page.front.id:
        yield f"id: {_value(page.front.id)}"
    for name in ("phases", "themes"):
        if values := getattr(page.front, name):
            yield f"{name}: [{', '.join(map(_value, values))}]"
    if page.front.checked:
        yield f"checked: {page.front.checked}"


def _value(word: str) -> str:
    return word if _PLAIN.fullmatch(word) else json.dumps(word, ensure_ascii=False)


def _body(page: Page, lang: Lang) -> Iterator[str]:
    """Each heading with what the section cites and shows."""
    lines = {one.line: one for one in page.headings}
    directives = {one.line: one.raw for one in page.directives}
    citations: list[str] = []
    has_words = False
    begun = False
    for number, line in markdown.prose_lines(page.body, page.body_line):
        if number in lines:
            yield from _end(has_words, citations)
            heading = lines[number]
            anchor = f" {{#{heading.anchor}}}" if heading.anchor else ""
            yield from [""] if begun else []
            yield f"{'#' * heading.level} {OPEN}{anchor}"
            yield from ("", _comment(_ORIGINAL[lang].format(words=heading.text)))
            citations, has_words, begun = [], False, True
        elif number in directives:
            yield from _end(has_words, citations)
            yield from ("", directives[number])
            citations, has_words = [], False
        elif line.strip():
            has_words = True
            citations += [one.target for one in markdown.citations(line)]
    yield from _end(has_words, citations)


def _end(has_words: bool, citations: list[str]) -> Iterator[str]:
    """The open place of what was written there, with the facts that it rested on."""
    if has_words:
        yield from ("", OPEN + "".join(f"[^{id}]" for id in dict.fromkeys(citations)))


def _comment(words: str) -> str:
    """A note that no reader sees; it ends where it should, whatever the words are."""
    return f"<!-- {re.sub('-{2,}', '–', words).replace('>', '›')} -->"


def _file(front: list[str], body: list[str]) -> str:
    return "\n".join(["---", *front, "---", "", *body, ""])
