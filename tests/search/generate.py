"""Made-up sites of any size, always the same: the project's own words, rare words, compounds.

Rare words and new compounds keep coming as a site grows, as they do in Finnish and Swedish text,
so that the index grows like a real one's. What a page says makes no sense and need not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from random import Random

from kb.text import Lang
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

PER_FOLDER = 100
"""Pages in a folder; the first of them is its front page."""
_WORD = re.compile(r"[a-zåäö]{2,}")
_NOT_PROSE = re.compile(r"\A---.*?^---$|<!--.*?-->|\]\(.*?\)|\[\^.*?\]", re.DOTALL | re.MULTILINE)
_RARE, _COMPOUNDS = 300_000, 500_000
"""How many words there could be; few of them come often, most of them hardly ever."""
_LONG = 7
_SENTENCES = 6
_SECTIONS = 4


@dataclass(frozen=True)
class Writer:
    """Writes pages of a language from the words of `docs`; the same number gives the same page."""

    lang: Lang
    docs: Path
    compounds: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The parts of the compounds written so far."""

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands on the pages."""
        texts = (file.read_text("utf-8") for file in sorted(self.docs.rglob(f"*.{self.lang}.md")))
        return Counter(
            word for text in texts for word in _WORD.findall(_NOT_PROSE.sub(" ", text).lower())
        )

    @cached_property
    def words(self) -> list[str]:
        """The words in order, so that a draw does not depend on how they were read."""
        return sorted(self.counts)

    @cached_property
    def rare(self) -> list[str]:
        """Inflected dictionary words, shuffled."""
        found = sorted(form for form in self._dictionary if len(form) >= _LONG)
        return Random(f"{self.lang} rare").sample(found, min(_RARE, len(found)))

    @cached_property
    def parts(self) -> tuple[list[str], list[str]]:
        """First parts of the dictionary's compounds, and its last parts in all their forms."""
        lemmas = set(self._dictionary.values())
        firsts, lasts = set(), set()
        for word in lemmas:
            for at in range(4, len(word) - 3):
                if word[:at] in lemmas and word[at:] in lemmas:
                    firsts.add(word[:at])
                    lasts.add(word[at:])
        forms = (form for form, lemma in self._dictionary.items() if lemma in lasts)
        return sorted(firsts), sorted(forms)

    @cached_property
    def _dictionary(self) -> Mapping[str, str]:
        known: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary(str(self.lang))
        return {
            form: lemma
            for form, lemma in known.items()
            if _WORD.fullmatch(form) and lemma.islower()
        }

    @cached_property
    def _weights(self) -> list[int]:
        return list(accumulate(self.counts[word] for word in self.words))

    @cached_property
    def _long(self) -> list[str]:
        return [word for word in self.words if len(word) >= _LONG]

    def title(self, number: int) -> str:
        """The page's name: a compound that stands for its subject and another word."""
        draw = Random(f"{self.lang} title {number}")
        return f"{self._compound(draw)} {draw.choice(self._long)}".capitalize()

    def page(self, number: int) -> str:
        """The page as Markdown, about 250 words in four sections."""
        draw = Random(f"{self.lang} page {number}")
        subject = [*self.title(number).lower().split(), *draw.sample(self._long, 30)]
        lines = [f"# {self.title(number)}"]
        for section in range(_SECTIONS):
            if section:
                lines.append(f"## {' '.join(draw.sample(subject, 2)).capitalize()}")
            lines.append(" ".join(self._sentence(draw, subject) for _ in range(_SENTENCES)))
        return "\n\n".join(lines) + "\n"

    def queries(self, pages: int, count: int = 100) -> list[str]:
        """What readers of the first `pages` pages type: words, titles, two words, slips, more."""
        draw = Random(f"{self.lang} queries {pages}")
        kinds = ["word"] * 4 + ["title"] * 2 + ["new", "new", "two", "slip"]
        return [self._query(draw, kinds[n % len(kinds)], pages) for n in range(count)]

    def _query(self, draw: Random, kind: str, pages: int) -> str:
        number = draw.randrange(pages)
        title = self.title(number).lower()
        said: list[str] = _WORD.findall(self.page(number).lower())
        word, other = draw.sample([word for word in said if len(word) >= _LONG], 2)
        cut = draw.randrange(2, len(word) - 1)
        new = "".join(map(draw.choice, self.parts))
        slip = word[:cut] + word[cut + 1 :]
        kinds = {"title": title, "two": f"{word} {other}", "new": new, "slip": slip}
        return kinds.get(kind, word)

    def _sentence(self, draw: Random, subject: list[str]) -> str:
        words = [self._word(draw, subject) for _ in range(draw.randint(7, 13))]
        return " ".join(words).capitalize() + "."

    def _word(self, draw: Random, subject: list[str]) -> str:
        kind = draw.random()
        if kind < 0.06:
            return self._compound(draw)
        if kind < 0.1:
            return self.rare[int(len(self.rare) ** draw.random()) - 1]
        if kind < 0.25:
            return draw.choice(subject)
        return draw.choices(self.words, cum_weights=self._weights)[0]

    def _compound(self, draw: Random) -> str:
        rank = int(_COMPOUNDS ** draw.random())
        first, last = map(Random(f"{self.lang} compound {rank}").choice, self.parts)
        self.compounds[first + last] = first, last
        return first + last

    def analyses(self) -> dict[str, list[list[str]]]:
        """Lemmas and parts of rare words and of compounds written so far, as `Analyser` keeps them.

        They are known from how the words were made; to analyse 80,000 words takes many minutes.
        """
        lemmas = self._dictionary
        found = {word: [[lemmas[word]], list[str]()] for word in self.rare}
        for word, (first, last) in self.compounds.items():
            found[word] = [[first + lemmas[last]], [first, lemmas[last]]]
        return {word: known for word, known in found.items() if word not in self.counts}


@cache
def writer_of(lang: Lang, docs: Path) -> Writer:
    """The writer of a language; making one takes seconds."""
    return Writer(lang, docs)


def addresses(pages: int) -> Iterator[str]:
    """The key of each page: `osa-000/index`, `osa-000/sivu-001`."""
    for number in range(pages):
        folder, place = divmod(number, PER_FOLDER)
        yield f"osa-{folder:03}/" + (f"sivu-{place:03}" if place else "index")


def write_pages(docs: Path, out: Path, pages: int) -> None:
    """Write so many pages per language, made of the words of `docs`, as a content folder."""
    for lang in Lang:
        writer = writer_of(lang, docs)
        for number, key in enumerate(addresses(pages)):
            file = out / f"{key}.{lang}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(writer.page(number), encoding="utf-8")
