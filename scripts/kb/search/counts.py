"""What one document adds to the index: how often each lemma stands in each of its fields."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields

from kb.read.program import code
from kb.read.store import Store, digest
from kb.search.pages import Document, numbers_in, tokens
from kb.words.analysis import Analyser, Analysis

PART = 0.45
"""What a word inside a compound counts for, the whole word being 1."""
SECOND = 0.6
"""What a less likely reading of a word counts for, the likeliest being 1."""
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,}")
_INFLECTED = re.compile(r"\b(([A-ZÅÄÖ]{3,})[a-zåäö]{1,5})\b")
"""`LAPEn` is LAPE, whatever a list of words makes of `lapen`."""

Texts = Mapping[str, Sequence[str]]
"""The texts of a document by the fields of `kb.search.index`."""


@dataclass(slots=True)
class Counts:
    """Of one document, as JSON: it outlives a build."""

    fields: dict[str, dict[str, float]] = field(default_factory=dict)
    """How often each lemma stands in each field."""
    forms: dict[str, list[str]] = field(default_factory=dict)
    """The forms in which each lemma stands."""
    last_parts: dict[str, str] = field(default_factory=dict)
    """The last part of each compound lemma, which has its inflection."""
    abbreviations: list[str] = field(default_factory=list)


class Counting:
    """Counts documents of one language, and no document twice."""

    def __init__(
        self, analyser: Analyser, store: Store | None = None, names: Collection[str] = ()
    ) -> None:
        """`names` are words that are their own lemma, whatever a list of words makes of them."""
        self._analyser = analyser
        self._store = store
        self._names = names

    def of(self, texts: Texts) -> Counts:
        """What a document with these texts adds, counted now or by an earlier build."""
        if self._store is None:
            return self._counted(texts)
        name = digest("counts", code(), self._analyser.lang, sorted(self._names), texts)
        if found := self._store.get(name):
            return Counts(**found)
        counts = self._counted(texts)
        self._store.put(name, {one.name: getattr(counts, one.name) for one in fields(counts)})
        return counts

    def _counted(self, texts: Texts) -> Counts:
        counts = Counts()
        for name, pieces in texts.items():
            counted: dict[str, float] = defaultdict(float)
            for text in pieces:
                counts.abbreviations += (word.lower() for word in _ABBREVIATION.findall(text))
                short = {whole.lower(): base.lower() for whole, base in _INFLECTED.findall(text)}
                for word in tokens(text):
                    for lemma, share in self.lemmas(short.get(word, word), counts):
                        counted[lemma] += share
            counts.fields[name] = dict(counted)
        counts.abbreviations = list(dict.fromkeys(counts.abbreviations))
        counts.forms = {lemma: list(dict.fromkeys(forms)) for lemma, forms in counts.forms.items()}
        return counts

    def lemmas(self, word: str, seen: Counts) -> Iterator[tuple[str, float]]:
        """The lemmas that a word of `tokens` counts for, with the share of each."""
        if "\0" in word:  # `äitiys- ja lastenneuvola` speaks of an äitiysneuvola
            first, _, last = word.partition("\0")
            yield from self.lemmas(first, seen)
            last_part = self._analyser.of(last).parts[-1:]
            if last_part:
                yield from self.lemmas(first + last_part[0], seen)
            return
        for number in numbers_in(word):
            yield number, PART
        analysis = self._analysed(word)
        for at, lemma in enumerate(analysis.lemmas):
            seen.forms.setdefault(lemma, []).append(word)
            if analysis.parts and lemma.endswith(analysis.parts[-1]):
                seen.last_parts.setdefault(lemma, analysis.parts[-1])
            yield lemma, 1.0 if at == 0 else SECOND
        for part in analysis.parts:
            yield part, PART

    def _analysed(self, word: str) -> Analysis:
        found = self._analyser.of(word)
        if word not in self._names or found.parts:
            return found
        return Analysis((word,))


def texts_of(document: Document, called: Sequence[str]) -> Texts:
    """The texts of a document; `called` are other words for what its title names."""
    lead = [one.own for one in document.sections[:1] if not one.heading]
    return {
        "title": [document.title],
        "called": called,
        "asked": [*document.asked, *document.places],
        "heading": [section.heading for section in document.sections],
        "lead": [document.description, *lead],
        "text": [section.own for section in document.sections],
    }
