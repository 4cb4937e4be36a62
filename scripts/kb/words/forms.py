"""The inflected forms of a lemma: simplemma's dictionary of forms to lemmas, turned around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.text import Lang
from kb.words.irregular import irregular_forms

_ENDINGS = {
    Lang.FI: (
        *("n", "a", "ta", "en", "ssa", "essa", "sta", "esta", "lla", "ella", "lta", "elta"),
        *("lle", "elle", "ksi", "eksi", "an", "in", "iin", "issa", "ista"),
    ),
    Lang.SV: ("s",),
}
"""Written straight after an abbreviation by those who leave the colon of `STM:n` out."""
_MOST_FORMS = 60
"""Forms kept per lemma, the shortest first: long endings are rare in queries."""


class Forms:
    """Forms by lemma; `known` is the cache of earlier runs and grows with use."""

    def __init__(self, lang: Lang, known: dict[str, list[str]] | None = None) -> None:
        self.lang = lang
        self.known = known if known is not None else {}

    def learn(self, lemmas: Iterable[str]) -> None:
        """Look up the forms of all lemmas not known yet."""
        missing = {lemma for lemma in lemmas if not lemma.isdecimal()} - self.known.keys()
        if not missing:
            return
        from kb.words.packed_list import packed_list  # noqa: PLC0415 - a list that takes seconds

        forms_of: dict[str, list[str]] = {lemma: [] for lemma in missing}
        for form, lemma in packed_list(self.lang).forms(missing):
            if form != lemma and form.isalpha():
                forms_of[lemma].append(form)
        for lemma, forms in forms_of.items():
            self.known[lemma] = sorted(forms, key=lambda form: (len(form), form))[:_MOST_FORMS]

    def of(self, lemma: str, head: str) -> list[str]:
        """The lemma and its forms; a compound takes those of its last part, `head`."""
        own = self.known.get(lemma) or []
        if not own and lemma.endswith(head) and lemma != head:
            before = lemma[: len(lemma) - len(head)]
            own = [before + form for form in self.known.get(head, [])]
        return [lemma, *own, *(_more_swedish(lemma, own) if self.lang is Lang.SV else ())]

    def abbreviation(self, short: str) -> list[str]:
        """An abbreviation with the endings that are written straight after it."""
        return [short, *(short + ending for ending in _ENDINGS[self.lang])]


def _more_swedish(lemma: str, forms: Iterable[str]) -> Iterator[str]:
    """Forms that the dictionary gives to another lemma, as it knows one for each form.

    `träffar` is there a form of the verb alone; that `träffarna` is a noun's shows that both are.
    """
    yield from irregular_forms(lemma)
    for form in forms:
        if form.endswith(("arna", "erna", "orna")):
            yield form.removesuffix("na")
