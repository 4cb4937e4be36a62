"""What counts as a known word: the lists, compounds of the field's own terms, names of records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.places import town_words
from kb.model.published import DATA
from kb.text import Lang
from kb.words.place_names import is_form_of_name
from kb.words.spelling import Speller

_FEWEST = 2
"""Words of the other language that are no slip of the hand."""
_JOINED = ("-ja", "-tai", "-sekä", "-och", "-eller", "-samt")
"""The end of a word with a gap too few, which another rule tells."""


def may_lack_words(catalogue: Catalogue) -> bool:
    """True while a term cannot be read: words that begin with it are not unknown."""
    return any(f"/{DATA}/{Term.kind}/" in path for path in catalogue.misread)


@dataclass(frozen=True)
class Vocabulary:
    """The words that a catalogue may use."""

    spellers: Mapping[Lang, Speller]
    firsts: Mapping[Lang, tuple[str, ...]]
    """What compounds of the field begin with."""
    names: frozenset[str]
    towns: frozenset[str]
    _met: Mapping[Lang, set[str]] = field(default_factory=lambda: {lang: set() for lang in Lang})
    """The words that have been looked up and are known."""

    @classmethod
    def of(cls, catalogue: Catalogue, spellers: Mapping[Lang, Speller]) -> Self:
        """The vocabulary of a catalogue: with every name that a record gives."""
        terms = catalogue.all(Term).values()
        own = frozenset().union(*(speller.own for speller in spellers.values()))
        return cls(
            spellers,
            {lang: tuple(term.term[lang].lower() for term in terms) for lang in Lang},
            catalogue.names | own,
            town_words(catalogue),
        )

    def has_all(self, words: Iterable[str], lang: Lang) -> bool:
        """True if every word is known."""
        met = self._met[lang]
        for word in set(words) - met:
            if not self.has(word, lang):
                return False
            met.add(word)
        return True

    def unknown(self, words: Sequence[str], lang: Lang) -> list[str]:
        """The words that are not known; a name of the other language may have several words.

        It begins with a capital and goes on as long as the other language has the words.
        """
        other = self.spellers.get(lang.other)
        found, in_name = [], False
        for word in words:
            if self.has(word, lang) or word.endswith(_JOINED):
                foreign = other is not None and word[0].isupper() and other.knows(word)
                in_name = foreign or (in_name and other is not None and other.knows(word))
            elif not (in_name and other is not None and other.knows(word)):
                found.append(word)
                in_name = False
        return found

    def has(self, word: str, lang: Lang) -> bool:
        """Known, a compound that begins with a term, or a name: with a capital of either language.

        A name may stand in any case form.
        """
        if word in self.towns or word in self.names or self.spellers[lang].knows(word):
            return True
        lower = word.lower()
        for first in self.firsts[lang]:
            rest = lower.removeprefix(first)
            is_compound = rest != lower and len(rest) > 2
            if is_compound and self.spellers[lang].knows(rest.removeprefix("s")):
                return True
        other = self.spellers.get(lang.other)
        if word[0].isupper() and other is not None and other.knows(word):
            return True
        return word[0].isupper() and is_form_of_name(word, self.names, lang)

    def are_all_of_other(self, words: Sequence[str], lang: Lang) -> bool:
        """True if each word is one of the other language only: no capital makes it a name."""
        other = self.spellers.get(lang.other)
        if other is None or not words or self.names.issuperset(words):
            return False
        own = self.spellers[lang]
        return all(other.knows(one) and not own.knows(one) for one in map(str.lower, words))

    def are_of_other(self, words: Sequence[str], lang: Lang) -> bool:
        """True if most of the words are known in the other language only."""
        other = self.spellers.get(lang.other)
        unknown = [word for word in words if not self.has(word, lang)]
        if other is None or 2 * len(unknown) <= len(words) or len(unknown) < _FEWEST:
            return False
        return sum(other.knows(word) for word in unknown) * 2 > len(words)
