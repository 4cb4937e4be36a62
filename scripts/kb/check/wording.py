"""The right words, and sentences that can be read in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from kb.check import messages
from kb.finding import Finding, Severity
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.page import Page
from kb.model.prose import prose
from kb.text import Lang
from kb.words.sentences import lix, sentences, words

LONGEST = 30
"""Words in a sentence before an editor is asked to split it."""

FEWEST = 50
"""Words on a page before its LIX says anything."""

FAR_ABOVE = 12
"""LIX points above the language's own median; Finnish and Swedish differ by nature."""


def forbidden_term(catalogue: Catalogue) -> Iterator[Finding]:
    """A word that the termbank tells to avoid; in *italics* it is talked about, not used.

    Bad: familjecentral. Good: familjecenter.
    """
    for lang in Lang:
        avoided = _avoided(catalogue, lang)
        for page in catalogue.pages(lang) if avoided else ():
            for line, text in prose(page, keep_emphasis=True):
                plain = re.sub(r"\*[^*]+\*|”[^”]+”", " ", text)
                for pattern, term in avoided:
                    if found := pattern.search(plain):
                        message = messages.FORBIDDEN_TERM.format(
                            word=found[0], better=term.term[lang]
                        )
                        yield Finding(page.path, line, "forbidden-term", message)


def _avoided(catalogue: Catalogue, lang: Lang) -> list[tuple[re.Pattern[str], Term]]:
    return [
        (re.compile(rf"\b{re.escape(form)}\w*", re.IGNORECASE), term)
        for term in catalogue.all(Term).values()
        for form in (term.avoid_fi if lang is Lang.FI else term.avoid_sv)
    ]


def long_sentence(catalogue: Catalogue) -> Iterator[Finding]:
    """A sentence of more than thirty words.

    Bad: one sentence with four subordinate clauses. Good: two or three sentences.
    """
    for page in catalogue.pages():
        for line, text in prose(page):
            for sentence in sentences(text):
                count = len(words(sentence))
                if count > LONGEST:
                    message = messages.LONG_SENTENCE.format(count=count, start=sentence[:40])
                    yield Finding(page.path, line, "long-sentence", message, Severity.WARNING)


def hard_to_read(catalogue: Catalogue) -> Iterator[Finding]:
    """A page whose LIX is far above the median of its language.

    Bad: LIX 75 where pages have 60. Good: shorter sentences, shorter words.
    """
    for lang in Lang:
        found = {page.path: readability(page) for page in catalogue.pages(lang) if _is_long(page)}
        middle = median(found.values()) if found else 0.0
        for path, value in found.items():
            if value > middle + FAR_ABOVE:
                message = messages.HARD_TO_READ.format(
                    lix=round(value), median=round(middle), pages=messages.OF_PAGES[lang]
                )
                yield Finding(path, 1, "hard-to-read", message, Severity.WARNING)


def _is_long(page: Page) -> bool:
    return sum(len(words(text)) for _, text in prose(page, tables=False)) >= FEWEST


def readability(page: Page) -> float:
    """The page's LIX; a table has no sentences to measure."""
    return lix([text for _, text in prose(page, tables=False)])
