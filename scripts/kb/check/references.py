"""Every id that is named must exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.check import check
from kb.directives import DIRECTIVES
from kb.directives.arguments import Argument
from kb.finding import Finding, Rule, hint
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


@check
def unknown_reference(catalogue: Catalogue) -> Iterator[Finding]:
    """A record or a page's front matter names an id that nothing has.

    Bad: `organisation: stmm`. Good: `organisation: stm`.
    """
    for records in catalogue.records.values():
        for record in records.values():
            yield from _references(catalogue, record, record.place)
    for page in catalogue.pages():
        yield from _references(catalogue, page.front, page.front.place)


def _references(
    catalogue: Catalogue, value: Record | FrontMatter, place: Location
) -> Iterator[Finding]:
    for key, field in field_list(type(value)).items():
        if not field.refers_to:
            continue
        named = getattr(value, key)
        known = catalogue.ids(field.refers_to)
        for id in (named if field.many else (named,)) if named else ():
            if id not in known:
                yield UNKNOWN_REFERENCE.at(
                    place.path,
                    place.line_of(key),
                    key=key,
                    id=id,
                    where=field.refers_to,
                    hint=hint(id, known, CHECK_ID),
                )


UNKNOWN_FACT = Rule.error(
    "unknown-fact",
    "Lähdeviite [^{id}] ei viittaa mihinkään: {missing}. {hint}",
    "Källhänvisningen [^{id}] leder ingenstans: {missing}. {hint}",
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
    known = catalogue.ids("facts")
    for page in catalogue.pages():
        for citation in page.citations:
            if citation.target not in known:
                yield UNKNOWN_FACT.at(
                    page.path,
                    citation.line,
                    id=citation.target,
                    missing=_missing(citation.target),
                    hint=hint(citation.target, known, CHECK_ID),
                )


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
