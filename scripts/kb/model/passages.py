"""Everything that readers read as text with a place: lines of pages and texts of data alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb.model.evidence import Term
from kb.model.fields import Field, FieldType, field_list
from kb.model.other_words import OtherWords
from kb.model.page import Page
from kb.model.prose import prose
from kb.model.record import Record
from kb.text import Lang, Text

_NOT_SHOWN = frozenset({
    *((Term.kind, f"{key}_{lang}") for key in ("avoid", "ambiguous") for lang in Lang),
    *((OtherWords.kind, f"words_{lang}") for lang in Lang),
})  # fmt: skip
"""What is listed because nobody should write it, or because readers type it."""
_PLACE = re.compile(r"\{\w+\}")
_MOST_KEPT = 20_000
"""Texts that several rules ask for one after another."""
_SEAM = "\u00ad"
_RAISED = re.compile("[¹²³⁰⁴-⁹]+")
_QUOTED = re.compile(r"”[^”]*”|\*[^*]+\*")
_ADDRESS = re.compile(
    r"\S*(?:https?://|www\.|@)\S+|\b[\w.-]+\.(?:fi|md|yml|se|com|org|net)\b(?:/[\w/-]+)?"
    r"|\bkb:\S+|&#?\w+;|\{\w*\}|[\d§%€]:[a-zåäö]+|\b\w+=\S+"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in one language, where they stand, and the page or the record that says them."""

    path: str
    line: int
    lang: Lang
    words: str
    said_by: Page | Record
    key: str = ""
    """The field of a record or of a page's own data; empty for a page's text."""
    is_name: bool = False
    """True for what somebody is called, which no list of words has."""


def of_page(page: Page) -> Sequence[Passage]:
    """The description, the short title and the lines of a page; emphasis is kept."""
    if "passages" not in page.worked_out:
        page.worked_out["passages"] = (*_opening(page), *_text(page))
    known: Sequence[Passage] = page.worked_out["passages"]
    return known


def _opening(page: Page) -> Iterator[Passage]:
    front = page.front
    for key in ("description", "nav_title"):
        if words := getattr(front, key):
            yield Passage(page.path, front.place.line_of(key), page.lang, words, page, key)


def _text(page: Page) -> Iterator[Passage]:
    for line, words in prose(page, keep_emphasis=True):
        yield Passage(page.path, line, page.lang, words, page)


def of_records(records: Mapping[str, Mapping[str, Record]]) -> Iterator[Passage]:
    """What the records say in either language, by kind and in their order."""
    for kind in records.values():
        for record in kind.values():
            for key, field in field_list(type(record)).items():
                if value := getattr(record, key):
                    yield from _in_field(record, key, field, value)


def own_words(words: str) -> str:
    """What the text says itself, not what it quotes or talks about: ”quotes” and *italics*."""
    return _QUOTED.sub(" ", words.replace("**", "")) if "*" in words or "”" in words else words


def masked(words: str) -> str:
    """The text with `…` for each address and quotation: its marks and spaces as they are."""
    return _QUOTED.sub("…", _ADDRESS.sub("…", words.replace("**", "")))


@lru_cache(_MOST_KEPT)
def spelt_words(words: str) -> str:
    """What the text says itself, without addresses: what a list of words may know."""
    return own_words(_RAISED.sub("", _ADDRESS.sub(" ", words)))


def _in_field(record: Record, key: str, field: Field, value: object) -> Iterator[Passage]:
    place = record.place
    if isinstance(value, Text) and field.type is FieldType.BILINGUAL:
        for lang in Lang:
            line, words = place.line_of(f"{key}.{lang}"), _plain(value[lang])
            yield Passage(place.path, line, lang, words, record, key, field.is_name)
    elif field.type is FieldType.LINE and (field.is_name or isinstance(value, tuple)):
        lines = value if isinstance(value, tuple) else (value,)
        for lang in Lang:
            if field.is_name or _is_shown(record, key, lang):
                for words in lines:
                    line = place.line_of(key)
                    yield Passage(place.path, line, lang, words, record, key, field.is_name)


def _is_shown(record: Record, key: str, lang: Lang) -> bool:
    return key.endswith(f"_{lang}") and (record.kind, key) not in _NOT_SHOWN


def _plain(words: str) -> str:
    """Without the places to fill in and the seams of long words."""
    return _PLACE.sub("…", words).replace(_SEAM, "")
