"""Authorities by their whole names, or by what readers know to be short for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from kb.check import check
from kb.check.forms_of_names import OTHER_FORM_OF_NAME
from kb.finding import Finding
from kb.model.catalogue import Catalogue
from kb.model.passages import spelt_words
from kb.model.people import Organisation
from kb.model.prose import LONGEST_TYPED
from kb.text import Lang

_NOT_ITS_NAME = OTHER_FORM_OF_NAME.saying(
    "”{word}” ei ole nimi sellaisena kuin se on luettelossa. Kirjoita: {better}",
    "”{word}” är inte namnet så som det står i förteckningen. Skriv: {better}",
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*-?")
_HEADS = ("ministeriö", "ministeri", "laito", "institut")
"""What such names end or begin with: the words beside it are the name's own."""
_STOP = re.compile(r"[.,:;!?(]")
_ALIKE = 0.8
_ENDING = 1
"""Letters at the end of a name that its cases change."""


@check
def other_form_of_name(catalogue: Catalogue) -> Iterator[Finding]:
    """The name of an authority with a part missing or other than it is listed.

    Bad: `Sosiaaliministeriö`, `Sosiaali- ja terveyministeriö`. Good: `sosiaali- ja
    terveysministeriö`.
    """
    bodies = [one for one in catalogue.all(Organisation).values() if one.abbreviation]
    for lang in Lang:
        names = [one.name[lang] for one in bodies if len(one.name[lang].split()) > 1]
        heads = [(name, _head(name)) for name in names]
        for one in catalogue.passages(lang) if names else ():
            if one.is_name:
                continue
            text = spelt_words(one.words[:LONGEST_TYPED])
            folded = text.casefold()
            for name, head in heads:
                for said in _like(name, text) if head in folded else ():
                    yield _NOT_ITS_NAME.at(one.path, one.line, word=said, better=name)


def _like(name: str, text: str) -> Iterator[str]:
    """What stands in the text, which has the name's head, for the name and is not it."""
    length, head = len(name.split()), _head(name)
    words = list(_WORD.finditer(text))
    is_head = [head in word[0].casefold() for word in words]
    at = 0
    while at < len(words):
        if not any(is_head[at : at + length + 1]):
            at += 1
            continue
        spans = [words[at : at + size] for size in (length, length - 1, length + 1)]
        said = [text[span[0].start() : span[-1].end()] for span in spans]
        if any(_is_form(one, name) for one in said):
            at += length
            continue
        nearest = max(said, key=lambda one: _likeness(one, name))
        is_slip = _likeness(nearest, name) >= _ALIKE
        wrong = nearest if is_slip else _shortened(words[at][0], text[: words[at].start()], name)
        if wrong:
            yield wrong
        at += len(wrong.split()) or 1


def _head(name: str) -> str:
    return next((one for one in _HEADS if one in name.casefold()), name.casefold())


def _letters(words: str) -> str:
    return re.sub(r"[\s-]", "", words.casefold())


def _is_form(said: str, name: str) -> bool:
    """True for the name in any case; only its first letter may be another's size."""
    is_long_enough = len(said.split()) == len(name.split())
    return is_long_enough and said[:1].casefold() == name[:1].casefold() and _has(said, name)


def _has(said: str, name: str) -> bool:
    return name[1:-_ENDING] in said


def _likeness(said: str, name: str) -> float:
    """How nearly the letters are those of the name, from 0; its head must be there."""
    if _STOP.search(said) or _has(said, name):
        return 0.0
    letters, wanted = _letters(said), _letters(name)
    if _head(name) not in letters:
        return 0.0
    if sorted(said.casefold().split()) == sorted(name.casefold().split()):
        return 1.0  # in another order
    is_begun = letters[:2] == wanted[:2]
    return SequenceMatcher(None, letters, wanted).ratio() if is_begun else 0.0


def _shortened(word: str, before: str, name: str) -> str:
    """A compound of the name's head and one of its parts alone: `sosiaaliministeriö`."""
    parts, head = name.casefold().split(), _head(name)
    if not parts[0].endswith("-") or before.rstrip().endswith(("- ja", "- och")):
        return ""
    own = (parts[0].rstrip("-"), parts[-1].partition(head)[0])
    begins = tuple(f"{part}{head}" for part in own)
    return word if word.casefold().startswith(begins) else ""
