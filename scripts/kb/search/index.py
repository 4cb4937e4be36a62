"""The index of one language: terms with their forms, and for each term the pages it leads to.

A page's weight for a term is worked out here, by BM25F over title, readers' own words, heading,
lead and text, so that the browser only adds up. The constants were tuned with `make search-eval`
on both languages' queries; whoever changes one measures again.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from kb.read.store import Store
from kb.search.counts import Counting, Counts, texts_of
from kb.search.names import Meaning, headings_of, other_names, titles_of
from kb.search.pages import Document, tokens
from kb.text import Lang
from kb.words.analysis import Analyser
from kb.words.common import RAREST, common_words, function_words
from kb.words.forms import Forms
from kb.words.place_names import people_of, place_forms


@dataclass(frozen=True, slots=True)
class FieldWeight:
    """BM25F's constants of one field of a page."""

    boost: float
    """What the field can add at the most."""
    k1: float
    """Occurrences that give half of that: small where one mention says all, as in a title."""
    b: float
    """How far a long field counts its words less: 0 not at all, 1 in proportion to its length."""


FIELDS = {
    "title": FieldWeight(boost=3.0, k1=0.5, b=0.6),
    "called": FieldWeight(boost=2.0, k1=0.5, b=0.2),
    "asked": FieldWeight(boost=1.2, k1=0.5, b=0.2),
    "heading": FieldWeight(boost=1.2, k1=0.7, b=0.5),
    "lead": FieldWeight(boost=0.5, k1=0.8, b=0.3),
    "text": FieldWeight(boost=1.4, k1=1.6, b=0.5),
}
"""A page whose title has the word comes before one whose text repeats it. Lists of other words
may be long (low b), and a lead is read twice, with the text, too (low boost)."""
_ALL_BOOSTS = sum(weight.boost for weight in FIELDS.values())
LEVELS = 52
"""Steps of a weight in the index: one letter each, A–Z and a–z."""
MOST_PAGES = 600
"""Pages kept per term, the best ones: more would only lengthen lists that nobody reads."""
WIDE, WIDE_SAYS = 0.3, 0.6
"""A word on more than this share of the pages, as the programme's name, says so much less."""
PLACE = 1.4
"""A place says whose matter it is: a service in Tampere is told on its region's page."""
EACH_STEP, LEAST = 0.2, 0.3
"""A word counts so much less for each zipf above the rarest common word, but never below this."""


@dataclass(slots=True)
class IndexTerm:
    """A lemma in the index."""

    lemma: str
    forms: list[str]
    idf: float
    """Its rarity: the inverse document frequency, less for words common in the language."""
    pages: list[tuple[int, int]]
    """Page numbers in ascending order, each with its weight as a level below LEVELS."""


@dataclass(slots=True)
class Index:
    """Terms in alphabetical order, which numbers them from 0, pages by number, and aliases."""

    lang: Lang
    documents: Mapping[int, Document]
    """By the number of the page's pair, which is the same in both languages."""
    terms: list[IndexTerm] = field(default_factory=list)
    aliases: dict[str, list[int]] = field(default_factory=dict)
    """Words that no page need have, such as a form to avoid, with the terms that they mean."""
    names: dict[str, list[int]] = field(default_factory=dict)
    """Titles as `name_of` writes them, with the numbers of their pages."""
    headings: dict[str, list[int]] = field(default_factory=dict)
    """Headings and places likewise, but those that many pages have."""


class IndexBuilder:
    """Builds the index of one language."""

    def __init__(
        self, lang: Lang, analyser: Analyser, forms: Forms, store: Store | None = None
    ) -> None:
        self.lang = lang
        self._analyser = analyser
        self._forms = forms
        self._store = store
        self._counting = Counting(analyser, store)
        self._seen_forms: dict[str, set[str]] = defaultdict(set)
        """The forms in which each lemma stands on the pages."""
        self._last_parts: dict[str, str] = {}
        """The last part of each compound lemma, which has its inflection."""
        self._abbreviations: set[str] = set()

    def build(
        self,
        documents: Mapping[int, Document],
        synonyms: Mapping[str, Iterable[str]],
        between: Callable[[], None] = lambda: None,
    ) -> Index:
        """The index of the documents; `synonyms` leads from a word to the phrases that mean it.

        `between` is called again and again, and may give up.
        """
        places = {name for document in documents.values() for name in document.places}
        self._learn_places(places)
        meanings = self._meanings(synonyms)
        fields = {}
        for number, document in documents.items():
            between()
            fields[number] = self._counted(document, meanings)
        mean_lengths = {
            name: sum(self._length(f[name]) for f in fields.values()) / max(1, len(fields)) or 1.0
            for name in FIELDS
        }
        weights: dict[str, dict[int, float]] = defaultdict(dict)
        for number, by_field in fields.items():
            between()
            prior = documents[number].prior
            for lemma, weight in self._weights(by_field, mean_lengths).items():
                weights[lemma][number] = min(1.0, weight * prior)
        last_parts = {self._last_parts.get(lemma, lemma) for lemma in weights}
        self._forms.learn(last_parts | weights.keys())
        index = Index(self.lang, documents)
        index.terms = [
            self._term(lemma, weights[lemma], len(documents)) for lemma in sorted(weights)
        ]
        index.aliases = self._aliases(index, synonyms)
        index.names = titles_of(documents)
        index.headings = headings_of(documents, function_words(self.lang))
        return index

    def _meanings(self, synonyms: Mapping[str, Iterable[str]]) -> list[Meaning]:
        return [
            Meaning(word, phrase, self._meant(phrase))
            for word, phrases in synonyms.items()
            for phrase in phrases
        ]

    def _meant(self, phrase: str) -> set[str]:
        """The lemmas of a phrase's words but for those that say little."""
        empty = function_words(self.lang)
        words = [word for word in tokens(phrase) if word not in empty]
        seen = Counts()
        found = {
            lemma for word in words for lemma, _ in islice(self._counting.lemmas(word, seen), 1)
        }
        self._learn(seen)
        return found

    def _counted(
        self, document: Document, meanings: Iterable[Meaning]
    ) -> Mapping[str, Mapping[str, float]]:
        """How often each lemma stands in each field of FIELDS."""
        words, seen = tokens(document.title), Counts()
        named = {lemma for word in words for lemma, _ in self._counting.lemmas(word, seen)}
        called = other_names(document.title, named, meanings)
        counts = self._counting.of(texts_of(document, called))
        self._learn(counts)
        return counts.fields

    def _learn(self, counts: Counts) -> None:
        for lemma, forms in counts.forms.items():
            self._seen_forms[lemma].update(forms)
        for lemma, part in counts.last_parts.items():
            self._last_parts.setdefault(lemma, part)
        self._abbreviations.update(counts.abbreviations)

    def _learn_places(self, names: Iterable[str]) -> None:
        """Note the forms in which readers write the names; only the last word is inflected."""
        words = self._places = {tokens(name)[-1] for name in names}
        self._counting = Counting(self._analyser, self._store, words)
        for word in words:
            self._seen_forms[word].update(place_forms(word, self.lang), people_of(word, self.lang))

    def _length(self, counted: Mapping[str, float]) -> float:
        """How long a field is; function words do not count, as ”Mikä LAPE on” says one thing."""
        empty = function_words(self.lang)
        return sum(count for lemma, count in counted.items() if lemma not in empty)

    def _weights(
        self, fields: Mapping[str, Mapping[str, float]], mean_lengths: Mapping[str, float]
    ) -> dict[str, float]:
        """Each lemma's weight on the page, from 0 to 1: BM25F without the rarity."""
        sums: dict[str, float] = defaultdict(float)
        for name, counted in fields.items():
            weight = FIELDS[name]
            relative_length = self._length(counted) / mean_lengths[name]
            norm = 1 - weight.b + weight.b * relative_length
            for lemma, count in counted.items():
                value = count / norm
                sums[lemma] += weight.boost * value / (weight.k1 + value)
        return {lemma: value / _ALL_BOOSTS for lemma, value in sums.items()}

    def _term(self, lemma: str, weights: Mapping[int, float], documents: int) -> IndexTerm:
        idf = math.log(1 + documents / len(weights)) * self._information(lemma)
        idf *= WIDE_SAYS if len(weights) > WIDE * documents else 1
        idf *= PLACE if lemma in self._places else 1
        best = sorted(weights.items(), key=lambda entry: (-entry[1], entry[0]))[:MOST_PAGES]
        pages = sorted((number, min(LEVELS - 1, int(weight * LEVELS))) for number, weight in best)
        forms = self._forms.of(lemma, self._last_parts.get(lemma, lemma))
        if lemma in self._abbreviations:
            forms += self._forms.abbreviation(lemma)
        return IndexTerm(lemma, sorted({*forms, *self._seen_forms[lemma]}), idf, pages)

    def _information(self, lemma: str) -> float:
        """How much a word says, from 1 down: on a small site ”to find” is rare and says little."""
        above = common_words(self.lang).get(lemma, RAREST) - RAREST
        return max(LEAST, 1 - EACH_STEP * above)

    def _aliases(self, index: Index, synonyms: Mapping[str, Iterable[str]]) -> dict[str, list[int]]:
        numbers = {term.lemma: number for number, term in enumerate(index.terms)}
        aliases: dict[str, list[int]] = {}
        for word, phrases in synonyms.items():
            if " " in word or self._analyser.of(word.lower()).lemmas[0] in numbers:
                continue
            meant = [
                numbers[lemma]
                for phrase in phrases
                for token in tokens(phrase)
                for lemma in self._analyser.of(token).lemmas[:1]
                if lemma in numbers and len(token) > 2
            ]
            for form in self._forms_of_alias(word.lower()) if meant else ():
                aliases.setdefault(form, []).extend(meant)
        return {form: list(dict.fromkeys(meant)) for form, meant in aliases.items()}

    def _forms_of_alias(self, word: str) -> set[str]:
        """A word that readers use, inflected; one that no list has stays as it is."""
        found = self._analyser.of(word)
        lemma = found.lemmas[0]
        last_part = next((part for part in found.parts[-1:] if lemma.endswith(part)), lemma)
        self._forms.learn({lemma, last_part})
        return {word, *self._forms.of(lemma, last_part)}
