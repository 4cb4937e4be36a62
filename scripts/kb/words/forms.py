"""All inflected forms of a lemma, from simplemma's dictionary read backwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kb.text import Lang
from kb.words.irregular import irregular_forms

_ABBREVIATED = {
    Lang.FI: [
        "n",
        "a",
        "ta",
        "en",
        "ssa",
        "essa",
        "sta",
        "esta",
        "lla",
        "ella",
        "lta",
        "elta",
        "lle",
        "elle",
        "ksi",
        "eksi",
        "an",
        "in",
        "iin",
        "issa",
        "ista",
    ],
    Lang.SV: ["s"],
}
_LONGEST = 60
"""Forms kept per lemma, the shortest first: long endings are rare in queries."""


class Forms:
    """Forms by lemma; `known` is the cache of earlier runs and grows with use."""

    def __init__(self, lang: Lang, known: dict[str, list[str]] | None = None) -> None:
        self.lang = lang
        self.known = known if known is not None else {}

    def learn(self, heads: Iterable[str]) -> None:
        """Look up the forms of all lemmas not known yet, in one pass over the dictionary."""
        missing = set(heads) - self.known.keys()
        if not missing:
            return
        found: dict[str, list[str]] = {lemma: [] for lemma in missing}
        for form, lemma in _dictionary(self.lang).items():
            if lemma in found and form != lemma and form.isalpha():
                found[lemma].append(form)
        for lemma, forms in found.items():
            self.known[lemma] = sorted(forms, key=lambda form: (len(form), form))[:_LONGEST]

    def of(self, lemma: str, head: str) -> list[str]:
        """The lemma and its forms; a compound's are those of its last part, `head`."""
        own = self.known.get(lemma) or []
        if not own and lemma.endswith(head) and lemma != head:
            before = lemma[: len(lemma) - len(head)]
            own = [before + form for form in self.known.get(head, [])]
        return [lemma, *own, *(_more_swedish(lemma, own) if self.lang is Lang.SV else ())]

    def abbreviation(self, short: str) -> list[str]:
        """An abbreviation with the endings that are written straight after it."""
        return [short, *(short + ending for ending in _ABBREVIATED[self.lang])]


def _more_swedish(lemma: str, forms: Iterable[str]) -> Iterator[str]:
    """What the dictionary gives to other lemmas: träffar is a plural, too, as träffarna is."""
    yield from irregular_forms(lemma)
    for form in forms:
        if form.endswith(("arna", "erna", "orna")):
            yield form.removesuffix("na")


def _dictionary(lang: Lang) -> Mapping[str, str]:
    from simplemma.strategies.dictionaries.dictionary_factory import (  # noqa: PLC0415
        DefaultDictionaryFactory,
    )

    found: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary(str(lang))
    return found
