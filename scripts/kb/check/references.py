"""Every id that is named must exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kb.check import check
from kb.finding import Finding, Rule, hint
from kb.model.catalogue import Catalogue
from kb.model.evidence import Fact
from kb.model.fields import field_list
from kb.model.interface import MenuGroup
from kb.model.page import FrontMatter
from kb.model.people import Contact
from kb.model.record import Location, Record
from kb.text import Text

CHECK_ID = Text("Tarkista tunnus.", "Kontrollera id:t.")

UNKNOWN_REFERENCE = Rule.error(
    "unknown-reference",
    "Kentässä ”{key}” on tunnus ”{id}”, jota ei ole ({where}). {hint}",
    "Fältet ”{key}” har id:t ”{id}” som inte finns ({where}). {hint}",
)


_GONE = UNKNOWN_REFERENCE.saying(
    "Tunnusta ”{id}” ei ole ({where}), mutta kenttä ”{key}” nimeää sen, samoin {count} muuta "
    "paikkaa. Palauta se tai vaihda tunnus niissä: {others}.",
    "Id:t ”{id}” finns inte ({where}), men fältet ”{key}” anger det, liksom {count} andra ställen. "
    "Återställ det eller byt id där: {others}.",
)
_NOT_IN_FILES = UNKNOWN_REFERENCE.saying(
    "Valikossa on sivu ”{id}”, jota ei ole. Jos sivu on poistettu, poista tämä rivi. {hint}",
    "I menyn finns sidan ”{id}”, som inte finns. Om sidan är borttagen, ta bort raden. {hint}",
)
_ALLOWED = Text("Sallitut: {words}.", "Tillåtna: {words}.")
_FEW = 30
"""So many ids of a kind can be told with their names."""
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
                where=kind,
                count=len(others),
                others=_places(others),
            )
            continue
        for one in named:
            if kind == "pages" and one.path.endswith(f"/{MenuGroup.kind}.yml"):
                near = hint(id, catalogue.ids(kind), Text("–", "–"))
                yield _NOT_IN_FILES.at(one.path, one.line, id=id, hint=near)
                continue
            advice = _meant(id, kind, catalogue)
            yield UNKNOWN_REFERENCE.at(
                one.path, one.line, key=one.key, id=id, where=kind, hint=advice
            )


def _meant(id: str, kind: str, catalogue: Catalogue) -> Text:
    """The id of what was named, or one near it, or every id there is with its name."""
    named = {record.id: _name(record) for record in catalogue.records.get(kind, {}).values()}
    typed = id.casefold()
    for known, name in named.items():
        if typed in {known.casefold(), name.fi.casefold(), name.sv.casefold()}:
            return hint(known, (known,), CHECK_ID)
    near = _advice(id, catalogue.ids(kind))
    if near is not CHECK_ID or not 0 < len(named) <= _FEW:
        return near
    return _ALLOWED.format(
        words=Text.of(lambda lang: ", ".join(f"{id} ({name[lang]})" for id, name in named.items()))
    )


def _name(record: Record) -> Text:
    """What readers call the record."""
    name = getattr(record, "name", None) or getattr(record, "title", None)
    return name if isinstance(name, Text) else Text(name or record.id, name or record.id)


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
            advice = _advice(id, catalogue.ids(Fact.kind))
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


def _advice(id: str, known: frozenset[str]) -> Text:
    """The id that was meant, if that is clear: a number has neighbours that are something else."""
    if not _NUMBERED.fullmatch(id):
        return hint(id, known, CHECK_ID)
    near = [one for one in known if _is_one_slip(id, one)]
    return hint(near[0], near, CHECK_ID) if len(near) == 1 else CHECK_ID


def _is_one_slip(typed: str, meant: str) -> bool:
    """True if one character was left out, put in or mistyped, or two changed places."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(typed, meant, strict=False))
    start = sum(1 for _ in same)
    one, other = typed[start:], meant[start:]
    rests = ((one[1:], other), (one, other[1:]), (one[1:], other[1:]))
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or any(rest == there for rest, there in rests)


def _missing(fact: str) -> Text:
    """Where a fact with this id would be written."""
    if fact.startswith("T-"):
        return _NO_SUCH_TERM
    kind = Contact if fact.startswith("H-") else Fact
    return _NO_SUCH_FILE.format(file=f"docs/_data/{kind.kind}/{fact}.yml")
