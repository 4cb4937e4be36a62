"""Every id that is named must exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import takewhile

from kb.check import check
from kb.finding import Finding, Rule, hint
from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.evidence import Fact
from kb.model.fields import field_list
from kb.model.page import FrontMatter
from kb.model.people import Contact
from kb.model.record import Location, Record
from kb.text import Text

CHECK_ID = Text("Tarkista tunnus.", "Kontrollera id:t.")
_CHECK_OR_WRITE = Text(
    "Tarkista tunnus. Jos se on uusi, tee sen tiedosto samaan ehdotukseen.",
    "Kontrollera id:t. Om det är nytt, skriv dess fil i samma förslag.",
)
_MEANT_OR_WRITE = Text(
    "{meant} Jos se on uusi, tee sen tiedosto samaan ehdotukseen.",
    "{meant} Om det är nytt, skriv dess fil i samma förslag.",
)

UNKNOWN_REFERENCE = Rule.error(
    "unknown-reference",
    "Kentässä ”{key}” on tunnus ”{id}”, jota ei ole: {missing}. {hint}",
    "Fältet ”{key}” har id:t ”{id}” som inte finns: {missing}. {hint}",
)


_GONE = UNKNOWN_REFERENCE.saying(
    "Kentässä ”{key}” on tunnus ”{id}”, jota ei ole: {missing}. Sama tunnus on myös {count} "
    "muussa paikassa: {others}. Palauta tieto tai vaihda tunnus kaikkiin.",
    "Fältet ”{key}” har id:t ”{id}” som inte finns: {missing}. Samma id står också på {count} "
    "andra ställen: {others}. Återställ uppgiften eller byt id på alla.",
)
_TYPING_ERRORS = 2
"""An id that more places name is no slip of the hand: what it named is gone."""
_SHOWN_PLACES = 3
_NUMBERED = re.compile(r"[A-Z]+-\d+[a-z]?")


@check
def unknown_reference(catalogue: Catalogue) -> Iterator[Finding]:
    """A record or a page's front matter names an id that nothing has.

    Bad: `organisation: stmm`. Good: `organisation: stm`.
    """
    for (kind, id), named in _unknown(catalogue).items():
        if len(named) > _TYPING_ERRORS:
            first, *others = named
            yield _GONE.at(
                first.path,
                first.line,
                key=first.key,
                id=id,
                missing=_missing_of(kind, id),
                count=len(others),
                others=_places(others),
            )
            continue
        for one in named:
            advice = _advice(kind, id, catalogue.ids(kind))
            missing = _missing_of(kind, id)
            yield UNKNOWN_REFERENCE.at(
                one.path, one.line, key=one.key, id=id, missing=missing, hint=advice
            )


@dataclass(frozen=True, slots=True)
class _Named:
    """A field that names an id."""

    path: str
    line: int
    key: str = ""


def _places(named: Sequence[_Named]) -> str:
    """The first of the places, one after another."""
    shown = [f"{one.path}:{one.line}" for one in named[:_SHOWN_PLACES]]
    return ", ".join([*shown, "…"] if len(named) > _SHOWN_PLACES else shown)


def _unknown(catalogue: Catalogue) -> dict[tuple[str, str], list[_Named]]:
    """Where each id that nothing has is named; nothing is missed while it may be unread."""
    found: dict[tuple[str, str], list[_Named]] = {}
    values: list[tuple[Record | FrontMatter, Location]] = [
        (record, record.place)
        for records in catalogue.records.values()
        for record in records.values()
    ]
    values += [(page.front, page.front.place) for page in catalogue.pages()]
    for value, place in values:
        for key, field in field_list(type(value)).items():
            if not field.refers_to:
                continue
            named = getattr(value, key)
            for id in (named if field.many else (named,)) if named else ():
                if not catalogue.may_have(field.refers_to, id):
                    at = _Named(place.path, place.line_of(key), key)
                    found.setdefault((field.refers_to, id), []).append(at)
    return found


UNKNOWN_FACT = Rule.error(
    "unknown-fact",
    "Lähdeviite [^{id}] ei viittaa mihinkään: {missing}. {hint}",
    "Källhänvisningen [^{id}] leder ingenstans: {missing}. {hint}",
)
_GONE_FACT = UNKNOWN_FACT.saying(
    "Lähdeviite [^{id}] ei viittaa mihinkään: {missing}. Samaan viitataan myös {count} muussa "
    "paikassa: {others}. Palauta tieto tai vaihda viitteet.",
    "Källhänvisningen [^{id}] leder ingenstans: {missing}. Också {count} andra ställen hänvisar "
    "till samma: {others}. Återställ uppgiften eller byt hänvisningarna.",
)
_NO_SUCH_FILE = Text("tiedostoa {file} ei ole", "filen {file} finns inte")
_NOT_IN_FILE = Text("sitä ei ole tiedostossa {file}", "det finns inte i filen {file}")
_NO_SUCH_TERM = Text(
    "mikään termi kansiossa docs/_data/terms/ ei mainitse tunnusta",
    "ingen term i mappen docs/_data/terms/ nämner id:t",
)


@check
def unknown_fact(catalogue: Catalogue) -> Iterator[Finding]:
    """A page cites a fact id that nothing has.

    Bad: `[^S-999]`. Good: `[^S-045]`.
    """
    for id, cited in _uncitable(catalogue).items():
        if len(cited) > _TYPING_ERRORS:
            first, *others = cited
            yield _GONE_FACT.at(
                first.path,
                first.line,
                id=id,
                missing=_missing(id),
                count=len(others),
                others=_places(others),
            )
            continue
        for one in cited:
            advice = _advice(Fact.kind, id, catalogue.ids(Fact.kind))
            yield UNKNOWN_FACT.at(one.path, one.line, id=id, missing=_missing(id), hint=advice)


def _uncitable(catalogue: Catalogue) -> dict[str, list[_Named]]:
    """Where each id of no fact is cited."""
    found: dict[str, list[_Named]] = {}
    for page in catalogue.pages():
        for citation in page.citations:
            if not catalogue.may_have(Fact.kind, citation.target):
                at = _Named(page.path, citation.line)
                found.setdefault(citation.target, []).append(at)
    return found


def _advice(kind: str, id: str, known: frozenset[str]) -> Text:
    """The id that was meant, if that is clear: a number has neighbours that are something else.

    What has a file of its own may also be new, and only its file be missing.
    """
    near = get_close_matches(id, list(known), n=1)
    if _NUMBERED.fullmatch(id):
        near = [one for one in known if _is_one_slip(id, one)]
    if len(near) != 1:
        return _CHECK_OR_WRITE if _is_written(kind) else CHECK_ID
    meant = hint(near[0], near, CHECK_ID)
    return _MEANT_OR_WRITE.format(meant=meant) if _is_written(kind) else meant


def _is_written(kind: str) -> bool:
    return kind in RECORD_TYPES and RECORD_TYPES[kind].one_file_each


def _is_one_slip(typed: str, meant: str) -> bool:
    """True if one character was left out, put in or mistyped, or two changed places."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(typed, meant, strict=False))
    start = sum(1 for _ in same)
    one, other = typed[start:], meant[start:]
    rests = ((one[1:], other), (one, other[1:]), (one[1:], other[1:]))
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or any(rest == there for rest, there in rests)


def _missing_of(kind: str, id: str) -> Text:
    """Where what has this id would be written."""
    if kind == Fact.kind:
        return _missing(id)
    if kind not in RECORD_TYPES:
        return _NO_SUCH_FILE.format(file=f"docs/{id}.fi.md")
    if RECORD_TYPES[kind].one_file_each:
        return _NO_SUCH_FILE.format(file=f"docs/_data/{kind}/{id}.yml")
    return _NOT_IN_FILE.format(file=f"docs/_data/{kind}.yml")


def _missing(fact: str) -> Text:
    """Where a fact with this id would be written."""
    if fact.startswith("T-"):
        return _NO_SUCH_TERM
    kind = Contact if fact.startswith("H-") else Fact
    return _NO_SUCH_FILE.format(file=f"docs/_data/{kind.kind}/{fact}.yml")
