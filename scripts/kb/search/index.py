"""The index of one language: terms with their forms, and for each term the pages it leads to.

Weights over title, heading, lead, text and the readers' own words are worked out here: the
browser only adds.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.search.pages import Document, tokens
from kb.text import Lang
from kb.words.analysis import Analyser
from kb.words.forms import Forms
from kb.words.function_words import FUNCTION_WORDS

BOOSTS = {"title": 3.0, "asked": 1.2, "heading": 1.2, "lead": 0.5, "text": 1.4}
"""What a field can give at most; the page title outweighs a text that goes on about something."""
PART = 0.45
"""What a word inside a compound counts against the whole word."""
SECOND = 0.6
"""What a less likely reading of a word counts against the likeliest."""
SATURATION = {"title": 0.5, "asked": 0.5, "heading": 0.7, "lead": 0.8, "text": 1.6}
LENGTH = {"title": 0.6, "asked": 0.2, "heading": 0.5, "lead": 0.3, "text": 0.5}
LEVELS = 52
MOST_PAGES = 600
"""Pages kept per term, the best ones: more would only lengthen lists that nobody reads."""
COMMON, EACH_STEP, LEAST = 3.5, 0.2, 0.3
"""A word commoner than this zipf counts so much less with each step, but never less than this."""
_SHORT = re.compile(r"[A-ZÅÄÖ]{2,}")


@dataclass(slots=True)
class IndexTerm:
    """A lemma as the index knows it: its forms, its rarity and its pages with their weights."""

    lemma: str
    forms: list[str]
    idf: float
    pages: list[tuple[int, int]]


@dataclass(slots=True)
class Index:
    """Terms in alphabetical order, pages by number, and aliases to terms."""

    lang: Lang
    documents: Mapping[int, Document]
    """By the number of the page's pair, which is the same in both languages."""
    terms: list[IndexTerm] = field(default_factory=list)
    aliases: dict[str, list[int]] = field(default_factory=dict)
    """Other words for something: an abbreviation, a form to avoid; all forms to term numbers."""


class Builder:
    """Builds the index of one language."""

    def __init__(
        self, lang: Lang, analyser: Analyser, forms: Forms, common: Mapping[str, float]
    ) -> None:
        self.lang = lang
        self._common = common
        self._analyser = analyser
        self._forms = forms
        self._surface: dict[str, set[str]] = defaultdict(set)
        self._heads: dict[str, str] = {}
        self._short: set[str] = set()

    def build(
        self, documents: Mapping[int, Document], synonyms: Mapping[str, Iterable[str]]
    ) -> Index:
        """The index of the documents; `synonyms` leads from a word to the phrases that mean it."""
        fields = {number: self._fields(document) for number, document in documents.items()}
        lengths = {
            name: sum(self._length(f[name]) for f in fields.values()) / max(1, len(fields)) or 1.0
            for name in BOOSTS
        }
        weights: dict[str, dict[int, float]] = defaultdict(dict)
        for number, by_field in fields.items():
            prior = documents[number].prior
            for lemma, weight in self._weighted(by_field, lengths).items():
                weights[lemma][number] = min(1.0, weight * prior)
        index = Index(self.lang, documents)
        self._forms.learn({self._heads.get(lemma, lemma) for lemma in weights} | weights.keys())
        index.terms = [
            self._term(lemma, weights[lemma], len(documents)) for lemma in sorted(weights)
        ]
        index.aliases = self._aliases(index, synonyms)
        return index

    def _fields(self, document: Document) -> dict[str, Counter[str]]:
        texts = {
            "title": [document.title],
            "asked": document.asked,
            "heading": [section.heading for section in document.sections],
            "lead": [
                document.description,
                *(s.text for s in document.sections[:1] if not s.heading),
            ],
            "text": [section.text for section in document.sections],
        }
        return {name: self._counted(text) for name, text in texts.items()}

    def _counted(self, texts: Iterable[str]) -> Counter[str]:
        counted: Counter[str] = Counter()
        for text in texts:
            self._short.update(word.lower() for word in _SHORT.findall(text))
            for word in tokens(text):
                for lemma, share in self._lemmas(word):
                    counted[lemma] += share  # type: ignore[assignment]
        return counted

    def _lemmas(self, word: str) -> Iterable[tuple[str, float]]:
        """The lemmas that a word counts for, with the share of each."""
        if "\0" in word:
            first, _, last = word.partition("\0")
            yield from self._lemmas(first)
            head = self._analyser.of(last).parts[-1:]
            if head:
                yield from self._lemmas(first + head[0])
            return
        found = self._analyser.of(word)
        for at, lemma in enumerate(found.lemmas):
            self._surface[lemma].add(word)
            if found.parts and lemma.endswith(found.parts[-1]):
                self._heads.setdefault(lemma, found.parts[-1])
            yield lemma, 1.0 if at == 0 else SECOND
        for part in found.parts:
            yield part, PART

    def _length(self, counted: Counter[str]) -> float:
        """Function words make no title longer: ”Mikä LAPE on” says one thing."""
        empty = FUNCTION_WORDS[self.lang]
        return sum(count for lemma, count in counted.items() if lemma not in empty)

    def _weighted(
        self, fields: Mapping[str, Counter[str]], lengths: Mapping[str, float]
    ) -> dict[str, float]:
        """Each lemma's weight on the page, from 0 to 1: its share in every field, added up."""
        together: dict[str, float] = defaultdict(float)
        for name, counted in fields.items():
            share = self._length(counted) / lengths[name]
            norm = 1 - LENGTH[name] + LENGTH[name] * share
            for lemma, count in counted.items():
                value = count / norm
                together[lemma] += BOOSTS[name] * value / (SATURATION[name] + value)
        return {lemma: value / sum(BOOSTS.values()) for lemma, value in together.items()}

    def _term(self, lemma: str, weights: Mapping[int, float], documents: int) -> IndexTerm:
        idf = math.log(1 + documents / len(weights)) * self._says(lemma)
        best = sorted(weights.items(), key=lambda entry: (-entry[1], entry[0]))[:MOST_PAGES]
        pages = sorted((number, min(LEVELS - 1, int(weight * LEVELS))) for number, weight in best)
        forms = self._forms.of(lemma, self._heads.get(lemma, lemma))
        if lemma in self._short:
            forms += self._forms.abbreviation(lemma)
        return IndexTerm(lemma, sorted({*forms, *self._surface[lemma]}), idf, pages)

    def _says(self, lemma: str) -> float:
        """How much a word says: on a small site ”to find” is rare, and yet everyone says it."""
        over = self._common.get(lemma, COMMON) - COMMON
        return max(LEAST, 1 - EACH_STEP * over)

    def _aliases(self, index: Index, synonyms: Mapping[str, Iterable[str]]) -> dict[str, list[int]]:
        numbers = {term.lemma: number for number, term in enumerate(index.terms)}
        found: dict[str, list[int]] = {}
        for word, phrases in synonyms.items():
            meant = [
                numbers[lemma]
                for phrase in phrases
                for token in tokens(phrase)
                for lemma in self._analyser.of(token).lemmas[:1]
                if lemma in numbers and len(token) > 2
            ]
            if meant:
                found[word.lower()] = list(dict.fromkeys(meant))
        return found
