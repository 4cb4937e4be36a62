"""Citations that a reader would see as they were typed, with the one that was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from kb.check import check
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.blocks import Line, blocks
from kb.model.catalogue import Catalogue
from kb.model.evidence import Fact, Source
from kb.model.page import Page, once_a_page
from kb.text import Text

NOT_A_CITATION = Rule.error(
    "not-a-citation",
    "Merkintä ”{mark}” ei ole lähdeviite, vaan näkyy lukijalle. {hint}",
    "Beteckningen ”{mark}” är ingen källhänvisning utan syns för läsaren. {hint}",
)
_WRITE = Text("Kirjoita: {better}", "Skriv: {better}")
_OF_SOURCE = Text(
    "{id} on lähde. Viittaa tietoon, joka nojaa siihen: {better}",
    "{id} är en källa. Hänvisa till ett faktum som bygger på den: {better}",
)
_NOTE = Text(
    "Omia alaviitteitä ei ole: kirjoita asia tekstiin tai viittaa tietoon, esimerkiksi [^S-045]. "
    "Viitteen teksti ja lähteet tulevat tiedon omasta tiedostosta.",
    "Egna fotnoter finns inte: skriv saken i texten eller hänvisa till ett faktum, till exempel "
    "[^S-045]. Hänvisningens text och källor kommer från faktumets egen fil.",
)
_ALONE = NOT_A_CITATION.saying(
    "Viite ”{mark}” on yksin omana kappaleenaan. {hint}",
    "Hänvisningen ”{mark}” står ensam som ett eget stycke. {hint}",
)
_MOVE = Text(
    "Siirrä se sen virkkeen perään, jonka lähde se on.",
    "Flytta den efter den mening vars källa den är.",
)
_RAISED = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[.,!?]))[¹²³⁰⁴-⁹]+(?!\w)")
"""A note's number after a word, as a word processor raises it; a square metre is none."""
_ONLY = re.compile(r"\s*(?:\[\^[SPTH]-\d+[a-z]?\]\s*)+\.?\s*")

_ID = r"[SPTHLsptlh]\s?[-‐‑–—−]?\s?[0-9OoIl]{1,3}[a-z]?"
_LIST = rf"{_ID}(?:\s*[,;]\s*\^?{_ID})*"
_TYPED = (
    re.compile(r"\[\^[^\[\]]*\](?::(?=\s|$))?"),
    re.compile(rf"\[\^(?:{_ID}|[\w-]{{0,12}})(?![^\[\]]*\])"),  # never closed
    re.compile(rf"\[\s*{_LIST}\s*\](?![(:])"),
    re.compile(rf"[({{]\s*\^?{_LIST}\s*[)}}]"),
    re.compile(rf"\^{_ID}(?!\w)"),
    re.compile(r"(?<![\w\[^/#.-])[SPT]-\d{2,3}[a-z]?(?![\w-])"),
)
_SUSPECT = re.compile(
    r"^\s*\[\^[^\]]*\]:|\[\^(?![SPTH]-\d+[a-z]?\])|[\[({^][\s^]*[SPTHLsptlh]\d"
    r"|(?<!\[\^)\b[SPTHLsptlh]\s?[-‐‑–—−]\s?[\dOoIl]"
)
_RIGHT = re.compile(rf"{markdown.CITATION.pattern}(?!:\s)")
_MARK = re.compile(r"[\[\](){}^:]")
_PARTS = re.compile(r"([SPTHL])-?([0-9]+)([a-z]?)")
_FIGURES = str.maketrans("OoIl", "0011")
_MOST = 3
"""Facts of a source that a message names."""


@check
def not_a_citation(catalogue: Catalogue) -> Iterator[Finding]:
    """Something that is meant to cite a fact and does not.

    Bad: `[^p-077]`, `[^S045]`, `[P-077]`, `[^1]`. Good: `[^P-077]`.
    """
    known = catalogue.ids(Fact.kind)
    for page in catalogue.pages():
        for line, mark in _alone(page):
            yield _ALONE.at(page.path, line, mark=mark, hint=_MOVE)
        marks = _marks_of(page)
        used = {mark for _, mark in marks}
        for line, mark in marks:
            ids = _meant(mark)
            is_told = mark.endswith(":") and mark[:-1] in used
            if not is_told and (mark.startswith("[^") or known.issuperset(ids)):
                hint = _hint(catalogue, mark, ids)
                yield NOT_A_CITATION.at(page.path, line, mark=mark, hint=hint)


@once_a_page
def _alone(page: Page) -> list[tuple[int, str]]:
    """Citations that are a paragraph of their own, each with the number of its line."""
    firsts = (block[0] for block in blocks(page) if len(block) == 1)
    return [(one.number, one.text.strip()) for one in firsts if _ONLY.fullmatch(one.text)]


@once_a_page
def _marks_of(page: Page) -> list[tuple[int, str]]:
    """What looks like a citation and is none, each with the number of its line."""
    return [
        (line.number, mark) for block in blocks(page) for line in block for mark in _marks(line)
    ]


def _marks(line: Line) -> Iterator[str]:
    """What looks like a citation in a line and is none."""
    if raised := _RAISED.search(line.text):
        yield raised[0]
    if not _SUSPECT.search(line.text):
        return
    is_note = line.text.lstrip().startswith("[^")
    rest = (_RIGHT if is_note else markdown.CITATION).sub("x", line.text)
    for pattern in _TYPED:
        for found in pattern.finditer(rest):
            yield found[0].strip()
        rest = pattern.sub("x", rest)


def _meant(mark: str) -> list[str]:
    """The ids that were meant, as they are written."""
    words = re.split(r"\s*[,;]\s*", _MARK.sub("", mark))
    return [id for word in words if (id := _as_id(word))]


def _as_id(word: str) -> str:
    """An id in its right form; empty if it looks like none."""
    plain = re.sub(r"[^\w]", "", word.strip())
    parts = _PARTS.fullmatch(plain[:1].upper() + plain[1:].translate(_FIGURES))
    return f"{parts[1]}-{parts[2]}{parts[3]}" if parts else ""


def _hint(catalogue: Catalogue, mark: str, ids: list[str]) -> Text:
    known = catalogue.ids(Fact.kind)
    if mark.endswith(":") or not ids:
        return _NOTE
    sources = [id for id in ids if id in catalogue.ids(Source.kind)]
    if sources:
        resting = [fact.id for fact in catalogue.all(Fact).values() if sources[0] in fact.sources]
        better = _cited(resting[:_MOST]) or "[^S-045]"
        return _OF_SOURCE.format(id=sources[0], better=better)
    return _WRITE.format(better=_cited([_nearest(id, known) for id in ids]))


def _nearest(id: str, known: frozenset[str]) -> str:
    """The id, padded with zeros if that makes it known, or else the nearest one."""
    letter, _, figures = id.partition("-")
    for candidate in (id, f"{letter}-{figures:0>3}", f"{letter}-{figures:0>2}"):
        if candidate in known:
            return candidate
    return next(iter(get_close_matches(id, known, n=1)), id)


def _cited(ids: list[str]) -> str:
    return "".join(f"[^{id}]" for id in ids)
