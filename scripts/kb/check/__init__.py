"""Check the catalogue: errors between files, which no single file shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kb.check import (
    addresses,
    coverage,
    dates,
    gaps,
    headings,
    languages,
    links,
    markup,
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
from kb.words.spelling import Speller

Rule = Callable[[Catalogue], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    open_places.open_place,
    references.unknown_reference,
    references.unknown_fact,
    references.unknown_directive,
    links.broken_link,
    pairs.missing_translation,
    pairs.unequal_facts,
    pairs.unequal_headings,
    pairs.unequal_front_matter,
    headings.missing_title,
    headings.extra_title,
    headings.empty_heading,
    headings.duplicate_title,
    headings.duplicate_anchor,
    headings.heading_order,
    markup.raw_html,
    addresses.duplicate_address,
    addresses.reserved_address,
    addresses.duplicate_page_id,
    addresses.bad_slug,
    addresses.lost_address,
    addresses.redirect_over_page,
    numbers.unequal_numbers,
    numbers.unequal_names,
    translations.out_of_step,
    translations.never_compared,
    translations.unknown_translation,
    dates.impossible_date,
    coverage.unused_fact,
    coverage.page_without_facts,
    languages.wrong_language,
    wording.forbidden_term,
    wording.quoted_source,
    wording.long_sentence,
    wording.hard_to_read,
    gaps.image_without_alt,
    gaps.empty_section,
    gaps.missing_lead,
)
"""What the content alone decides; a build runs these."""

SLOW_RULES: tuple[Callable[..., Iterable[Finding]], ...] = (
    dates.review_overdue,
    languages.unknown_word,
)
"""What also needs the day or the word lists; an editor's check runs these, a build does not."""


@dataclass(frozen=True)
class Reference:
    """What an editor's check knows besides the content."""

    today: date
    review_months: int = 24
    spellers: Mapping[Lang, Speller] = field(default_factory=dict)


def run(catalogue: Catalogue, reference: Reference | None = None) -> list[Finding]:
    """Every finding of reading and of all rules, in file order; without a reference, fast ones."""
    found = [finding for rule in RULES for finding in rule(catalogue)]
    if reference:
        found += dates.review_overdue(catalogue, reference.today, reference.review_months)
        found += languages.unknown_word(catalogue, reference.spellers)
    return in_order([*catalogue.findings, *found])


def readability(catalogue: Catalogue) -> list[tuple[str, float]]:
    """Each page's path and LIX, language by language, the hardest first."""
    return [
        (page.path, wording.readability(page))
        for lang in Lang
        for page in sorted(catalogue.pages(lang), key=wording.readability, reverse=True)
    ]
