"""Every id that is named must exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from kb.check import messages
from kb.finding import Finding
from kb.model.catalogue import Catalogue
from kb.model.directives import DIRECTIVES, Argument
from kb.model.evidence import Fact
from kb.model.fields import field_list
from kb.model.page import Directive, FrontMatter
from kb.model.people import Contact
from kb.model.record import Location, Record
from kb.model.selection import is_year
from kb.text import Text


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
                message = messages.UNKNOWN_REFERENCE.format(
                    key=key, id=id, where=field.refers_to, hint=_hint(id, known)
                )
                yield Finding(place.path, place.line_of(key), "unknown-reference", message)


def unknown_fact(catalogue: Catalogue) -> Iterator[Finding]:
    """A page cites a fact id that nothing has.

    Bad: `[^S-999]`. Good: `[^S-045]`.
    """
    known = catalogue.ids("facts")
    for page in catalogue.pages():
        for citation in page.citations:
            if citation.target not in known:
                message = messages.UNKNOWN_FACT.format(
                    id=citation.target,
                    missing=_missing(citation.target),
                    hint=_hint(citation.target, known),
                )
                yield Finding(page.path, citation.line, "unknown-fact", message)


def _missing(fact: str) -> Text:
    """Where a fact with this id would be written."""
    if fact.startswith("T-"):
        return messages.NO_SUCH_TERM
    kind = Contact if fact.startswith("H-") else Fact
    return messages.NO_SUCH_FILE.format(file=f"docs/_data/{kind.kind}/{fact}.yml")


def unknown_directive(catalogue: Catalogue) -> Iterator[Finding]:
    """A page uses a directive or an argument that does not exist.

    Bad: `<!-- kb:tidslinje -->`. Good: `<!-- kb:timeline phase=phase-2 -->`.
    """
    for page in catalogue.pages():
        for directive in page.directives:
            for rule, message in _directive(catalogue, directive):
                yield Finding(page.path, directive.line, rule, message)


def _directive(catalogue: Catalogue, directive: Directive) -> Iterator[tuple[str, Text]]:
    spec = DIRECTIVES.get(directive.name)
    if spec is None:
        hint = _hint(directive.name, frozenset(DIRECTIVES), show_all=True)
        yield "unknown-directive", messages.UNKNOWN_DIRECTIVE.format(name=directive.name, hint=hint)
        return
    given = dict(directive.arguments)
    for name, argument in spec.arguments.items():
        if argument.required and name not in given:
            yield (
                "missing-argument",
                messages.MISSING_ARGUMENT.format(
                    name=directive.name, argument=name, about=argument.about
                ),
            )
    for name, value in given.items():
        if name not in spec.arguments:
            known = frozenset(spec.arguments)
            hint = _hint(name, known, show_all=True) if known else messages.NO_ARGUMENTS
            yield (
                "unknown-argument",
                messages.UNKNOWN_ARGUMENT.format(name=directive.name, argument=name, hint=hint),
            )
        elif message := _value(catalogue, spec.arguments[name], directive.name, name, value):
            yield "bad-argument", message


def _value(
    catalogue: Catalogue, argument: Argument, directive: str, name: str, value: str
) -> Text | None:
    known = frozenset(argument.allowed) or (
        catalogue.ids(argument.refers_to) if argument.refers_to else frozenset()
    )
    if (argument.allowed or argument.refers_to) and value not in known:
        return messages.BAD_ARGUMENT.format(
            name=directive, argument=name, value=value, hint=_hint(value, known, show_all=True)
        )
    if name in ("from", "to") and not is_year(value):
        return messages.BAD_YEAR.format(name=directive, argument=name, value=value)
    return None


def _hint(word: str, known: frozenset[str], *, show_all: bool = False) -> Text:
    near = difflib.get_close_matches(word, known, n=1)
    if near:
        return messages.DID_YOU_MEAN.format(word=near[0])
    if show_all and known:
        return messages.KNOWN_WORDS.format(words=", ".join(sorted(known)))
    return messages.CHECK_ID
