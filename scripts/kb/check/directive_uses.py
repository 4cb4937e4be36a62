"""Every directive that a page calls exists, and is given what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.check import check
from kb.check.likely_ids import CHECK_ID, meant_id
from kb.check.other_names import argument_called, directive_called
from kb.directives import DIRECTIVES
from kb.directives.arguments import Argument, IdOf
from kb.finding import Finding, Rule, hint
from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.page import DirectiveUse
from kb.text import Text

UNKNOWN_DIRECTIVE = Rule.error(
    "unknown-directive",
    "Kb-riviä ”kb:{name}” ei ole. {hint}",
    "Kb-raden ”kb:{name}” finns inte. {hint}",
)
UNKNOWN_ARGUMENT = Rule.error(
    "unknown-argument",
    "Kb-rivi ”kb:{name}” ei tunne sanaa ”{argument}”. {hint}",
    "Kb-raden ”kb:{name}” känner inte ordet ”{argument}”. {hint}",
)
MISSING_ARGUMENT = Rule.error(
    "missing-argument",
    "Kb-rivi ei kerro, mitä näytetään ({about}). Kirjoita: <!-- kb:{name} {argument}=… -->",
    "Kb-raden säger inte vad som ska visas ({about}). Skriv: <!-- kb:{name} {argument}=… -->",
)
BAD_ARGUMENT = Rule.error(
    "bad-argument",
    "Kb-rivin ”kb:{name}” arvoa ”{argument}={value}” ei ole. {hint}",
    "Kb-raden ”kb:{name}” har värdet ”{argument}={value}” som inte finns. {hint}",
)
_BAD_YEAR = BAD_ARGUMENT.saying(
    "Kb-rivin ”kb:{name}” arvo ”{argument}={value}” ei ole vuosi. Kirjoita neljä numeroa, "
    "esimerkiksi {argument}=2019.",
    "Värdet ”{argument}={value}” i kb-raden ”kb:{name}” är inte ett år. Skriv fyra siffror, till "
    "exempel {argument}=2019.",
)
_NO_ARGUMENTS = Text("Nimen jälkeen ei kirjoiteta muuta.", "Efter namnet skrivs inget annat.")


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
        advice = _one_of(directive_called(catalogue, called) or called, frozenset(DIRECTIVES))
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
            meant = argument_called(spec.arguments, name) or name
            advice = _one_of(meant, frozenset(declared)) if declared else _NO_ARGUMENTS
            yield UNKNOWN_ARGUMENT.at(path, line, name=called, argument=name, hint=advice)
        elif wrong := _bad_value(catalogue, declared[name], value):
            rule, more = wrong
            yield rule.at(path, line, name=called, argument=name, value=value, **more)


def _bad_value(
    catalogue: Catalogue, argument: Argument[Any], value: str
) -> tuple[Rule, dict[str, Text]] | None:
    known = argument.choices(catalogue)
    if known is not None and value not in known:
        if isinstance(argument, IdOf) and argument.kind in RECORD_TYPES:
            return BAD_ARGUMENT, {"hint": meant_id(argument.kind, value, catalogue)}
        return BAD_ARGUMENT, {"hint": _one_of(value, known)}
    if argument.read(value) is None:
        return _BAD_YEAR, {}
    return None


_KNOWN_WORDS = Text("Valitse jokin näistä: {words}.", "Välj något av dessa: {words}.")


def _one_of(word: str, known: frozenset[str]) -> Text:
    """The nearest known word, or all that there are to choose from."""
    every = _KNOWN_WORDS.format(words=", ".join(sorted(known))) if known else CHECK_ID
    return hint(word, known, every)
