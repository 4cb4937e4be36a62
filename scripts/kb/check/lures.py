"""Notices that pass for the site's own, and calls to give what the site never asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.check.people import record_texts
from kb.finding import Finding
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.interface import Word
from kb.model.page import Page
from kb.model.record import Record
from kb.read.notices import door, lured
from kb.words.letters import as_read
from kb.words.lures import Lure, is_door, lures

_PARTS = re.compile(r"\n(?=[ \t]*(?:\n|[-*+>] |\d+[.)] |#|!!!))")
"""Where a paragraph, an item or a notice begins; the rows of a table are read as one."""
_RULE = re.compile(r"[ \t|:-]*$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TITLES = re.compile(
    r"^[ \t>]*(?:#{1,6}[ \t]+(?P<heading>[^\n{]+)|!!![ \t]+[\w ]+\"(?P<notice>[^\"\n]+)\""
    r"|(?P<bold>\*\*[^*\n]+\*\*[ \t]*$))|(?<!!)\[(?P<link>[^\[\]\n]+)\](?=[(\[])"
    r"|(?<=\|)(?P<cell>[^|\n]+)(?=\|)|<(?:kbd|summary)\b[^>]*>(?P<element>[^<\n]+)<"
    r"|^[\W_]*(?P<line>\w[\w -]{3,30}\w)[\W_]*$",
    re.MULTILINE,
)


@check_alone
def fake_notice(catalogue: Catalogue) -> Iterator[Finding]:
    """Words that ask readers for secrets, or pass for a notice of the site, on pages and in data.

    Bad: `Istuntosi on vanhentunut. Anna pankkitunnuksesi.` Good: what the programme did.
    """
    for page in catalogue.pages():
        yield from _on_page(page)
        for key in ("description", "nav_title"):
            words = getattr(page.front, key) or ""
            yield from _in(words, page.path, page.front.place.line_of(key))
            if is_door(as_read(words)):
                yield door(page.path, page.front.place.line_of(key), words)
    for records in catalogue.records.values():
        for record in records.values():
            yield from _in_record(record)


def _in_record(record: Record) -> Iterator[Finding]:
    path, is_own = record.place.path, isinstance(record, Word)
    for line, words in record_texts(record):
        said = as_read(words)
        for lure, mark in lures(said):
            # The site's own notices are its interface texts.
            if not (is_own and lure is Lure.POSES):
                yield lured(lure, path, line, mark)
        if is_door(said) and not is_own:
            yield door(path, line, words)


def _on_page(page: Page) -> Iterator[Finding]:
    text = _COMMENT.sub(lambda one: "\n" * one[0].count("\n"), page.body)
    line = page.body_line
    for part in _PARTS.split(text):
        yield from _in(part, page.path, line)
        line += part.count("\n") + 1
    for found in _TITLES.finditer(text):
        words = as_read(next(filter(None, found.groups())))
        if is_door(words):
            at = page.body_line + text.count("\n", 0, found.start(found.lastindex or 0))
            yield door(page.path, at, words.strip())


def _in(text: str, path: str, line: int) -> Iterator[Finding]:
    """The lures of a part, each at the line where its first word stands."""
    lines = [as_read(markdown.without_links(one)) for one in text.split("\n")]
    whole = " ".join(
        " ".join(one.replace("|", " ").split()) for one in lines if not _RULE.match(one)
    )
    for lure, mark in lures(whole):
        first = mark.split()[0]
        below = next((n for n, one in enumerate(lines) if first in one), 0)
        yield lured(lure, path, line + below, mark)
