"""Check the catalogue: errors between files, which no single file shows.

A module of this package is found by being there: what it declares with `check` is run.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import TypeVar

from kb.finding import Finding, Rule, Severity, errors, in_order, without_consequences
from kb.model.catalogue import Catalogue
from kb.model.page import Page, once_a_page
from kb.model.translations import Earlier
from kb.text import Lang, Text, printable
from kb.words.spelling import Speller

T = TypeVar("T")


@dataclass(frozen=True)
class Reference:
    """What an editor's check knows besides the content; a build knows nothing of it."""

    today: date | None = None
    review_months: int = 24
    spellers: Mapping[Lang, Speller] = field(default_factory=dict)
    earlier: Earlier = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """A function that finds what breaks its rules, and how it is run."""

    function: Callable[..., Iterable[Finding]]
    findings: Callable[[Catalogue, Reference], Iterable[Finding]]


def check(function: Callable[[Catalogue], Iterable[Finding]]) -> Check:
    """Declare a check that the content alone decides."""
    return Check(function, lambda catalogue, _: function(catalogue))


def check_with_reference(
    function: Callable[[Catalogue, Reference], Iterable[Finding]],
) -> Check:
    """Declare a check that finds nothing until the reference gives what it needs."""
    return Check(function, function)


def each_page(
    function: Callable[[Page], Iterable[Finding]],
) -> Callable[[Catalogue], Iterator[Finding]]:
    """Declare what each page alone decides: looked for again only where a page has changed."""

    @once_a_page
    @wraps(function)
    def told(page: Page) -> list[_Told]:
        return [_told(finding) for finding in function(page)]

    @wraps(function)
    def on_all(catalogue: Catalogue) -> Iterator[Finding]:
        for page in catalogue.pages():
            for line, id, severity, gives_way, pattern, message in told(page):
                rule = Rule(id, Text(*pattern), Severity(severity), gives_way)
                yield Finding(printable(page.path), line, rule, Text(*message))

    return on_all


_Told = tuple[int, str, str, bool, Sequence[str], Sequence[str]]
"""A finding of a page as JSON."""


def _told(finding: Finding) -> _Told:
    rule, said = finding.rule, (finding.message.fi, finding.message.sv)
    pattern = rule.message.fi, rule.message.sv
    return finding.line, rule.id, rule.severity.value, rule.gives_way, pattern, said


def run(catalogue: Catalogue, reference: Reference | None = None) -> list[Finding]:
    """Every finding by file and line, but first the errors of reading: others may follow."""
    known = reference or Reference()
    found = [f for one in all_checks() for f in one.findings(catalogue, known)]
    causes = in_order(errors(catalogue.findings))
    rest = in_order({*catalogue.findings, *found}.difference(causes))
    return without_consequences([*causes, *rest])


def all_checks() -> list[Check]:
    """Every check of this package."""
    return [one for _, one in _constants("kb.check", Check)]


def all_rules() -> list[tuple[str, Rule]]:
    """Every rule of reading and checking with the name of its constant, other wordings too."""
    return [*_constants("kb.read", Rule), *_constants("kb.check", Rule)]


def _constants(package: str, kind: type[T]) -> Iterator[tuple[str, T]]:
    for found in pkgutil.walk_packages(pkgutil.resolve_name(package).__path__, f"{package}."):
        for name, value in vars(pkgutil.resolve_name(found.name)).items():
            if isinstance(value, kind):
                yield name, value
