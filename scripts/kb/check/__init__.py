"""Check the catalogue: errors between files, which no single file shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kb.check import (
    addresses,
    coverage,
    numbers,
    open_places,
    pairs,
    references,
    translations,
    wording,
)
from kb.finding import Finding, in_order
from kb.model.catalogue import Catalogue
from kb.text import Lang

Rule = Callable[[Catalogue], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    open_places.open_place,
    references.unknown_reference,
    references.unknown_fact,
    references.unknown_directive,
    pairs.missing_translation,
    pairs.unequal_facts,
    pairs.unequal_headings,
    pairs.unequal_front_matter,
    addresses.duplicate_address,
    addresses.reserved_address,
    addresses.duplicate_page_id,
    addresses.bad_slug,
    numbers.unequal_numbers,
    numbers.unequal_names,
    translations.out_of_step,
    translations.never_compared,
    translations.unknown_translation,
    coverage.unused_fact,
    wording.forbidden_term,
    wording.quoted_source,
    wording.long_sentence,
    wording.hard_to_read,
)


def run(catalogue: Catalogue) -> list[Finding]:
    """Every finding of reading and of all rules, in file order."""
    found = [finding for rule in RULES for finding in rule(catalogue)]
    return in_order([*catalogue.findings, *found])


def readability(catalogue: Catalogue) -> list[tuple[str, float]]:
    """Each page's path and LIX, language by language, the hardest first."""
    return [
        (page.path, wording.readability(page))
        for lang in Lang
        for page in sorted(catalogue.pages(lang), key=wording.readability, reverse=True)
    ]
