"""Reading and checking that do not do again what an edit of another file leaves as it was.

For tests that check the whole content after each of many small edits. What is kept is decided by
a file's bytes, a page or a text alone; whatever looks at several files is worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any
from unittest import mock

from kb.check import (
    dates,
    fact_figures,
    languages,
    lying_links,
    rendered,
    texts,
    told_numbers,
    typed_citations,
    typed_emphasis,
    uncited_figures,
    wording,
)
from kb.check.vocabulary import Vocabulary
from kb.model import differences, markdown


@contextmanager
def memoised() -> Iterator[None]:
    """As long as the block runs, what a file or a page alone decides is worked out once."""
    with ExitStack() as stack:
        for patch in _patches():
            stack.enter_context(patch)
        yield


def _patches() -> Iterator[mock._patch[Any]]:
    for module, name in (
        *((told_numbers, "_on_page"), (told_numbers, "_in_record"), (texts, "_texts")),
        *((wording, "_measured"), (uncited_figures, "_left")),
    ):
        yield mock.patch.object(module, name, _by_page(getattr(module, name)))
    for module, name in (
        *((told_numbers, "figures"), (fact_figures, "figures"), (told_numbers, "numbers")),
        *((differences, "numbers"), (differences, "spelt"), (dates, "faults")),
        *((lying_links, "links"), (rendered, "judged"), (wording, "sentences")),
        *((wording, "words"), (typed_citations, "_marks")),
        *((dates, "_impossible"), (languages, "_foreign"), (markdown, "targets")),
    ):
        yield mock.patch.object(module, name, _by_text(getattr(module, name)))
    by_lines = _by_text(typed_emphasis._wrong)
    yield mock.patch.object(typed_emphasis, "_wrong", lambda unit: by_lines(tuple(unit)))
    yield mock.patch.object(Vocabulary, "of", _by_words(Vocabulary.of))


def _by_text(function: Callable[..., Any]) -> Callable[..., Any]:
    @cache
    def once(*given: Any) -> Any:
        made = function(*given)
        return list(made) if isinstance(made, Iterator) else made

    return once


def _by_page(function: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[Any, Any] = {}

    def once(page: Any, *more: Any) -> Any:
        key = (id(page), *more)
        if key not in known:
            made = function(page, *more)
            # The page is kept, too: another must not come to stand in its place in memory.
            known[key] = page, list(made) if isinstance(made, Iterator) else made
        return known[key][1]

    return once


def _by_words(of: Callable[..., Vocabulary]) -> Callable[..., Vocabulary]:
    """Where names and lists are the same, the words that were looked up are known."""
    known: dict[Any, Vocabulary] = {}

    def once(catalogue: Any, spellers: Any) -> Vocabulary:
        made = of(catalogue, spellers)
        own = tuple(speller.own for speller in spellers.values())
        return known.setdefault((made.names, made.towns, *made.firsts.items(), own), made)

    return once
