"""Every id that is named must exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.check import check
from kb.check.likely_ids import likely_id, meant_id, missing_fact, missing_id
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.evidence import Fact
from kb.model.fields import field_list
from kb.model.interface import MenuGroup
from kb.model.page import FrontMatter
from kb.model.record import Location, Record
from kb.text import Lang, Text

UNKNOWN_REFERENCE = Rule.error(
    "unknown-reference",
    "Kentässä ”{key}” on tunnus ”{id}”, jota ei ole: {missing}. {hint}",
    "Fältet ”{key}” har id:t ”{id}” som inte finns: {missing}. {hint}",
    hides_others=True,
)


_GONE = UNKNOWN_REFERENCE.saying(
    "Kentässä ”{key}” on tunnus ”{id}”, jota ei ole: {missing}. Sama tunnus on myös {count} "
    "muussa paikassa: {others}. Palauta tieto tai vaihda tunnus kaikkiin.",
    "Fältet ”{key}” har id:t ”{id}” som inte finns: {missing}. Samma id står också på {count} "
    "andra ställen: {others}. Återställ uppgiften eller byt id på alla.",
)
_NOT_IN_FILES = UNKNOWN_REFERENCE.saying(
    "Valikossa on sivu ”{id}”, mutta {missing}. {hint} Jos sivu on poistettu, poista tämä rivi.",
    "I menyn finns sidan ”{id}”, men {missing}. {hint} Om sidan är borttagen, ta bort raden.",
)
_TYPING_ERRORS = 2
"""An id that more places name is no slip of the hand: what it named is gone."""
_SHOWN_PLACES = 3


@check
def unknown_reference(catalogue: Catalogue) -> Iterator[Finding]:
    """A record or a page's front matter names an id that nothing has.

    Bad: `organisation: stmm`. Good: `organisation: stm`.
    """
    cited = _uncitable(catalogue)
    for (kind, id), named in _unknown(catalogue).items():
        every = [*named, *(cited.get(id, ()) if kind == Fact.kind else ())]
        if len(every) > _TYPING_ERRORS:
            first, *others = every
            yield _GONE.at(
                first.path,
                first.line,
                key=first.key,
                id=id,
                missing=missing_id(kind, id),
                count=len(others),
                others=_places(others),
            )
            continue
        for one in named:
            said: dict[str, Text | str | int] = {
                "id": id,
                "missing": missing_id(kind, id),
                "hint": meant_id(kind, id, catalogue),
            }
            if kind == "pages" and one.path.endswith(f"/{MenuGroup.kind}.yml"):
                yield _NOT_IN_FILES.at(one.path, one.line, **said)
            else:
                yield UNKNOWN_REFERENCE.at(one.path, one.line, key=one.key, **said)


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
                    at = _Named(place.path, place.line_of(f"{key}.{id}"), key)
                    found.setdefault((field.refers_to, id), []).append(at)
    return found


UNKNOWN_FACT = Rule.error(
    "unknown-fact",
    "Lähdeviite [^{id}] ei viittaa mihinkään: {missing}. {hint}",
    "Källhänvisningen [^{id}] leder ingenstans: {missing}. {hint}",
    hides_others=True,
)
_GONE_FACT = UNKNOWN_FACT.saying(
    "Lähdeviite [^{id}] ei viittaa mihinkään: {missing}. Samaan viitataan myös {count} muussa "
    "paikassa: {others}. Palauta tieto tai vaihda viitteet.",
    "Källhänvisningen [^{id}] leder ingenstans: {missing}. Också {count} andra ställen hänvisar "
    "till samma: {others}. Återställ uppgiften eller byt hänvisningarna.",
)


@check
def unknown_fact(catalogue: Catalogue) -> Iterator[Finding]:
    """A page cites a fact id that nothing has.

    One that records name, too, is told there, in both languages.

    Bad: `[^S-999]`. Good: `[^S-045]`.
    """
    named = _unknown(catalogue)
    for id, cited in _uncitable(catalogue).items():
        in_data = named.get((Fact.kind, id), [])
        if len(in_data) + len(cited) > _TYPING_ERRORS:
            if not in_data:
                yield from _gone_from_pages(id, cited)
            continue
        for one in cited:
            advice = likely_id(Fact.kind, id, catalogue.ids(Fact.kind))
            yield UNKNOWN_FACT.at(one.path, one.line, id=id, missing=missing_fact(id), hint=advice)


def _gone_from_pages(id: str, cited: Sequence[_Named]) -> Iterator[Finding]:
    """The first place in each language, which says it in its own."""
    for lang in Lang:
        if first := next((one for one in cited if one.path.endswith(f".{lang}.md")), None):
            others = [one for one in cited if one is not first]
            values: dict[str, Text | str | int] = {"count": len(others), "others": _places(others)}
            at = first.path, first.line
            yield _GONE_FACT.at(*at, id=id, missing=missing_fact(id), **values)


def _uncitable(catalogue: Catalogue) -> dict[str, list[_Named]]:
    """Where each id of no fact is cited."""
    found: dict[str, list[_Named]] = {}
    for page in catalogue.pages():
        for citation in page.citations:
            if not catalogue.may_have(Fact.kind, citation.target):
                at = _Named(page.path, citation.line)
                found.setdefault(citation.target, []).append(at)
    return found
