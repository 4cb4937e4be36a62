"""Authorities by their whole names, or by what readers know to be short for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from kb.check import check
from kb.check.forms_of_names import OTHER_FORM_OF_NAME
from kb.finding import Finding
from kb.model.catalogue import Catalogue
from kb.model.passages import spelt_words
from kb.model.people import Organisation
from kb.text import Lang

_NOT_ITS_NAME = OTHER_FORM_OF_NAME.saying(
    "”{word}” ei ole nimi sellaisena kuin se on luettelossa. Kirjoita: {better}",
    "”{word}” är inte namnet så som det står i förteckningen. Skriv: {better}",
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*-?")
_HEADS = ("ministeri", "laito", "institut")
"""What such names end or begin with: the words beside it are the name's own."""
_STOP = re.compile(r"[.:;!?(]")
_ALIKE = 0.8
_ENDING = 2
"""Letters at the end of a name that its cases change."""


@check
def not_its_name(catalogue: Catalogue) -> Iterator[Finding]:
    """The name of an authority with a part missing or other than it is listed.

    Bad: `Sosiaaliministeriö`, `Sosiaali- ja terveyministeriö`. Good: `sosiaali- ja
    terveysministeriö`.
    """
    bodies = [one for one in catalogue.all(Organisation).values() if one.abbreviation]
    for lang in Lang:
        names = [one.name[lang] for one in bodies if len(one.name[lang].split()) > 1]
        for one in catalogue.passages(lang) if names else ():
            if one.is_name:
                continue
            for name in names:
                for said in _like(name, spelt_words(one.words)):
                    yield _NOT_ITS_NAME.at(one.path, one.line, word=said, better=name)


def _like(name: str, text: str) -> Iterator[str]:
    """What stands in the text for the name and is not it."""
    first, last = _ends(name)
    folded = text.casefold()
    if first not in folded and last not in folded:
        return
    words = list(_WORD.finditer(text))
    wanted, length = _letters(name), len(name.split())
    head = next((one for one in _HEADS if one in wanted), wanted)
    at = 0
    while at < len(words):
        sizes = (length, length - 1, length + 1)
        spans = [words[at : at + size] for size in sizes if size and at + size <= len(words)]
        whole = [text[span[0].start() : span[-1].end()] for span in spans]
        said = [one for one in whole if not _STOP.search(one)]
        if any(_is_form(one, name) for one in said):
            at += length
            continue
        wrong = next(
            (one for one in said if head in _letters(one) and _is_near(_letters(one), wanted)), ""
        )
        if wrong or (wrong := _shortened(words[at][0], text[: words[at].start()], name, head)):
            yield wrong
            at += len(wrong.split())
        else:
            at += 1


@cache
def _ends(name: str) -> tuple[str, str]:
    """The beginnings of its first and its last word."""
    parts = name.casefold().split()
    return parts[0].rstrip("-")[:6], parts[-1][-9:-_ENDING]


def _letters(words: str) -> str:
    return re.sub(r"[\s-]", "", words.casefold())


def _is_form(said: str, name: str) -> bool:
    *before, last = name.casefold().split()
    *own, ending = said.casefold().split()
    return own == before and ending.startswith(last[:-_ENDING])


def _is_near(said: str, wanted: str) -> bool:
    if (
        wanted[:-_ENDING] in said
        or abs(len(said) - len(wanted)) > _ENDING * 4
        or said[:2] != wanted[:2]
    ):
        return False
    matcher = SequenceMatcher(None, said, wanted)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _shortened(word: str, before: str, name: str, head: str) -> str:
    """A compound of the name's head and one of its parts alone: `sosiaaliministeriö`."""
    parts = name.casefold().split()
    if not parts[0].endswith("-") or before.rstrip().endswith(("- ja", "- och")):
        return ""
    own = (parts[0].rstrip("-"), parts[-1].partition(head)[0])
    begins = tuple(f"{part}{head}" for part in own)
    return word if word.casefold().startswith(begins) else ""
