"""The text of a page or a record that nobody has written yet: fields, headings and open places.

An open place is `…`, alone where a title, a text or a value will stand. A page begun from a link on
the site and one begun from a terminal have the same text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from kb.model import markdown
from kb.model.fields import Field, FieldType, field_list
from kb.model.page import HOME, Page
from kb.model.record import Record
from kb.text import Lang, Text

OPEN = "…"
# A value of the front matter that needs no quotation marks in YAML.
_PLAIN = re.compile(r"[\w-]+")
_ORIGINAL = Text("Ruotsiksi: {words}", "På finska: {words}")
_LEAD = Text(
    "Vastaa tässä heti siihen kysymykseen, jonka vuoksi sivua luetaan.",
    "Svara här genast på frågan som sidan läses för.",
)


def new_page(lang: Lang, title: str = "", slug: str = "") -> str:
    """The text of a page that exists in neither language; without a title that too is open."""
    front = [f"description: {OPEN}", *([f"slug: {slug or OPEN}"] if lang is Lang.SV else [])]
    lead = [f"# {title or OPEN}", "", _comment(_LEAD[lang]), "", OPEN]
    section = [f"## {OPEN} {{#kohta}}", "", OPEN]
    return _file(front, [*lead, "", *section])


def missing_language(page: Page) -> str:
    """The text of a page's other language: same headings, facts and data, and the words open."""
    lang = page.lang.other
    front = [*_shared(page), f"description: {OPEN}"]
    if lang is Lang.SV and page.key != HOME:
        front.append(f"slug: {OPEN}")
    return _file(front, list(_body(page, lang)))


def new_record(kind: type[Record], id: str = "") -> str:
    """The text of a record's file: the fields that it must have, and their values open."""
    needed = {key: field for key, field in field_list(kind).items() if field.required}
    lines = [line for key, field in needed.items() for line in _field(key, field)]
    return "\n".join([f"id: {id or OPEN}", *lines[1:], ""])


def _field(key: str, field: Field) -> Iterator[str]:
    if field.type in (FieldType.BILINGUAL, FieldType.ADDRESSES):
        yield from (f"{key}:", *(f"  {lang}: {OPEN}" for lang in Lang))
    else:
        yield f"{key}: {f'[{OPEN}]' if field.many else OPEN}"


def _shared(page: Page) -> Iterator[str]:
    """The keys of the front matter that are the same in both languages."""
    if page.front.id:
        yield f"id: {_value(page.front.id)}"
    for name in ("phases", "themes"):
        if values := getattr(page.front, name):
            yield f"{name}: [{', '.join(map(_value, values))}]"
    if page.front.easy:
        yield "easy: true"
    if page.front.checked:
        yield f"checked: {page.front.checked}"


def _value(word: str) -> str:
    return word if _PLAIN.fullmatch(word) else json.dumps(word, ensure_ascii=False)


def _body(page: Page, lang: Lang) -> Iterator[str]:
    """Each heading with what the section cites and shows."""
    headings = {heading.line: heading for heading in page.headings}
    directives = {directive.line: directive.raw for directive in page.directives}
    citations: list[str] = []
    has_words = False
    begun = False
    for number, line in markdown.prose_lines(page.body, page.body_line):
        if number in headings:
            yield from _end(has_words, citations)
            heading = headings[number]
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
            citations += [mention.target for mention in markdown.citations(line)]
    yield from _end(has_words, citations)


def _end(has_words: bool, citations: list[str]) -> Iterator[str]:
    """The open place of a text, with the facts that the text cites."""
    if has_words:
        yield from ("", OPEN + "".join(f"[^{id}]" for id in dict.fromkeys(citations)))


def _comment(words: str) -> str:
    """An HTML comment; `--` and `>` in the words, which could end it, are replaced."""
    return f"<!-- {re.sub('-{2,}', '–', words).replace('>', '›')} -->"


def _file(front: list[str], body: list[str]) -> str:
    return "\n".join(["---", *front, "---", "", *body, ""])
