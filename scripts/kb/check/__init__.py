"""Check the catalogue: errors between files, which no single file shows.

A module of this package is found by being there: what it declares with `check` is run.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TypeVar

from kb.check.alone import Clean
from kb.check.excuses import Judged, excused_guards, judge
from kb.finding import Finding, Rule, errors, in_order, without_consequences
from kb.model.catalogue import Catalogue
from kb.model.translations import Earlier
from kb.text import Lang
from kb.words.spelling import Speller

T = TypeVar("T")


@dataclass(frozen=True)
class Before:
    """The content before a change, and what was wrong or excused in it."""

    catalogue: Catalogue
    judged: Judged


@dataclass(frozen=True)
class Reference:
    """What an editor's check knows besides the content; a build knows nothing of it."""

    today: date | None = None
    review_months: int = 24
    spellers: Mapping[Lang, Speller] = field(default_factory=dict)
    earlier: Earlier = field(default_factory=dict)
    clean: Clean = field(default_factory=Clean)
    before: Before | None = None
    """None where nobody asks about a change."""


@dataclass(frozen=True, slots=True)
class Check:
    """A function that finds what breaks its rules, and how it is run."""

    function: Callable[..., Iterable[Finding]]
    findings: Callable[[Catalogue, Reference], Iterable[Finding]]
    is_alone: bool = False


def check(function: Callable[[Catalogue], Iterable[Finding]]) -> Check:
    """Declare a check that the content alone decides."""
    return Check(function, lambda catalogue, _: function(catalogue))


def check_alone(function: Callable[[Catalogue], Iterable[Finding]]) -> Check:
    """Declare a check that each page and each record decides by itself.

    It reads nothing of the catalogue but pages, records and what they say, one at a time: what is
    clean is not shown to it again.
    """
    return Check(function, lambda catalogue, _: function(catalogue), is_alone=True)


def check_with_reference(
    function: Callable[[Catalogue, Reference], Iterable[Finding]],
) -> Check:
    """Declare a check that finds nothing until the reference gives what it needs."""
    return Check(function, function)


def _nothing() -> None: ...


def run(
    catalogue: Catalogue,
    reference: Reference | None = None,
    between: Callable[[], None] = _nothing,
) -> list[Finding]:
    """Every finding by file and line, but first the errors of reading: others may follow.

    `between` is called before each check, and may give up.
    """
    return judged(catalogue, reference, between).findings


def judged(
    catalogue: Catalogue,
    reference: Reference | None = None,
    between: Callable[[], None] = _nothing,
) -> Judged:
    """The same, and what an editor has excused."""
    known = reference or Reference()
    found = _found_alone(catalogue, known)
    for one in all_checks():
        between()
        found += () if one.is_alone else one.findings(catalogue, known)
    causes = in_order(errors(catalogue.findings))
    rest = {*catalogue.findings, *found}.difference(causes)
    if not catalogue.excuses:
        return Judged(without_consequences([*causes, *in_order(rest)]), [])
    rules = {rule.id: rule for _, rule in all_rules()}
    # While something cannot be read or is gone, rules are silent: no excuse of theirs is needless.
    hidden = causes or any(finding.rule.hides_others for finding in rest)
    whole = bool(known.spellers) and not hidden
    judgement = judge(rest, catalogue.excuses, rules, whole=whole)
    new = excused_guards(judgement, known.before.judged) if known.before else ()
    every = [*causes, *in_order([*judgement.findings, *new])]
    return replace(judgement, findings=without_consequences(every))


def _found_alone(catalogue: Catalogue, known: Reference) -> list[Finding]:
    """What is found by looking at one thing at a time."""
    unknown, paths = known.clean.unknown(catalogue)
    found = [f for one in all_checks() if one.is_alone for f in one.findings(unknown, known)]
    known.clean.learn(paths, found)
    return found


@cache
def all_checks() -> Sequence[Check]:
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
