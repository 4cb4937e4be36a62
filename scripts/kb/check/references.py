"""Every id that is named must exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kb.check import check
from kb.directives import DIRECTIVES
from kb.directives.arguments import Argument
from kb.finding import Finding, Rule, hint
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.evidence import Fact
from kb.model.fields import field_list
from kb.model.page import DirectiveUse, FrontMatter
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
_TYPING_ERRORS = 2
"""An id that more places name is no slip of the hand: what it named is gone."""
_SHOWN_PLACES = 3


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
            advice = hint(id, catalogue.ids(kind), CHECK_ID)
            yield UNKNOWN_REFERENCE.at(
                one.path, one.line, key=one.key, id=id, where=kind, hint=advice
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
_NO_CITATION = UNKNOWN_FACT.saying(
    "Merkintä [^{id}] ei ole lähdeviite. Kirjoita tiedon tunnus, esimerkiksi [^S-045]; viitteen "
    "teksti ja lähteet tulevat tiedon omasta tiedostosta.",
    "Beteckningen [^{id}] är ingen källhänvisning. Skriv uppgiftens id, till exempel [^S-045]; "
    "hänvisningens text och källor kommer från uppgiftens egen fil.",
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
    """A page cites a fact id that nothing has, or something that is no fact's id.

    Bad: `[^S-999]`, `[^1]`. Good: `[^S-045]`.
    """
    for page in catalogue.pages():
        for note in markdown.no_citations(page.body, page.body_line):
            yield _NO_CITATION.at(page.path, note.line, id=note.target)
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
            advice = hint(id, catalogue.ids(Fact.kind), CHECK_ID)
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


def _missing(fact: str) -> Text:
    """Where a fact with this id would be written."""
    if fact.startswith("T-"):
        return _NO_SUCH_TERM
    kind = Contact if fact.startswith("H-") else Fact
    return _NO_SUCH_FILE.format(file=f"docs/_data/{kind.kind}/{fact}.yml")


UNKNOWN_DIRECTIVE = Rule.error(
    "unknown-directive",
    "Direktiiviä ”kb:{name}” ei ole. {hint}",
    "Direktivet ”kb:{name}” finns inte. {hint}",
)
UNKNOWN_ARGUMENT = Rule.error(
    "unknown-argument",
    "Direktiivi ”kb:{name}” ei tunne sanaa ”{argument}”. {hint}",
    "Direktivet ”kb:{name}” känner inte ordet ”{argument}”. {hint}",
)
MISSING_ARGUMENT = Rule.error(
    "missing-argument",
    "Direktiivistä ”kb:{name}” puuttuu ”{argument}=…” ({about}).",
    "Direktivet ”kb:{name}” saknar ”{argument}=…” ({about}).",
)
BAD_ARGUMENT = Rule.error(
    "bad-argument",
    "Direktiivin ”kb:{name}” arvoa ”{argument}={value}” ei ole. {hint}",
    "Direktivet ”kb:{name}” har värdet ”{argument}={value}” som inte finns. {hint}",
)
_BAD_YEAR = BAD_ARGUMENT.saying(
    "Direktiivin ”kb:{name}” arvo ”{argument}={value}” ei ole vuosi. Kirjoita neljä numeroa, "
    "esimerkiksi 2019.",
    "Värdet ”{argument}={value}” i direktivet ”kb:{name}” är inte ett år. Skriv fyra siffror, "
    "till exempel 2019.",
)
_NO_ARGUMENTS = Text("Se ei ota lisäsanoja.", "Det tar inga tilläggsord.")


@check
def unknown_directive(catalogue: Catalogue) -> Iterator[Finding]:
    """A page uses a directive or an argument that does not exist.

    Bad: `<!-- kb:tidslinje -->`. Good: `<!-- kb:timeline phase=phase-2 -->`.
    """
    for page in catalogue.pages():
        for directive in page.directives:
            yield from _directive(catalogue, directive, page.path)


def _directive(catalogue: Catalogue, directive: DirectiveUse, path: str) -> Iterator[Finding]:
    spec = DIRECTIVES.get(directive.name)
    line, called = directive.line, directive.name
    if spec is None:
        advice = _one_of(called, frozenset(DIRECTIVES))
        yield UNKNOWN_DIRECTIVE.at(path, line, name=called, hint=advice)
        return
    given = dict(directive.arguments)
    declared = {argument.name: argument for argument in spec.arguments}
    for name, argument in declared.items():
        if argument.required and name not in given:
            about = argument.about
            yield MISSING_ARGUMENT.at(path, line, name=called, argument=name, about=about)
    for name, value in given.items():
        if name not in declared:
            advice = _one_of(name, frozenset(declared)) if declared else _NO_ARGUMENTS
            yield UNKNOWN_ARGUMENT.at(path, line, name=called, argument=name, hint=advice)
        elif wrong := _bad_value(catalogue, declared[name], value):
            rule, more = wrong
            yield rule.at(path, line, name=called, argument=name, value=value, **more)


def _bad_value(
    catalogue: Catalogue, argument: Argument[Any], value: str
) -> tuple[Rule, dict[str, Text]] | None:
    known = argument.choices(catalogue)
    if known is not None and value not in known:
        return BAD_ARGUMENT, {"hint": _one_of(value, known)}
    if argument.read(value) is None:
        return _BAD_YEAR, {}
    return None


_KNOWN_WORDS = Text("Valitse jokin näistä: {words}.", "Välj något av dessa: {words}.")


def _one_of(word: str, known: frozenset[str]) -> Text:
    """The nearest known word, or all that there are to choose from."""
    every = _KNOWN_WORDS.format(words=", ".join(sorted(known))) if known else CHECK_ID
    return hint(word, known, every)
