"""The right words, and sentences that can be read in one breath."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from statistics import median

from kb.check import check, check_alone
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.page import Page, once_a_page
from kb.model.passages import own_words
from kb.model.prose import prose
from kb.text import Lang, Text
from kb.words.sentences import lix, sentences, words

LONGEST = 30
"""Words in a sentence before an editor is asked to split it."""

FEWEST = 50
"""Words on a page before its LIX says anything."""

FAR_ABOVE = 12
"""LIX points above the language's own median; Finnish and Swedish differ by nature."""


_OF_PAGES = {
    Lang.FI: Text("suomenkielisten sivujen", "de finska sidorna"),
    Lang.SV: Text("ruotsinkielisten sivujen", "de svenska sidorna"),
}

FORBIDDEN_TERM = Rule.error(
    "forbidden-term",
    "Sanaa ”{word}” ei käytetä. Kirjoita ”{better}”.",
    "Ordet ”{word}” används inte. Skriv ”{better}”.",
    may_stay=True,
)


_AVOIDS_A_TERM = FORBIDDEN_TERM.saying(
    "Sana ”{word}” on sanaston oma termi ({better}), joten sitä ei voi luetella vältettävänä. "
    "Poista se tästä.",
    "Ordet ”{word}” är en egen term i ordlistan ({better}) och kan inte räknas upp som ett som "
    "undviks. Ta bort det härifrån.",
)


@check
def forbidden_term(catalogue: Catalogue) -> Iterator[Finding]:
    """A word that the termbank tells to avoid; in *italics* it is talked about, not used.

    Bad: familjecentral. Good: familjecenter.
    """
    for lang in Lang:
        own = {term.term[lang].casefold(): term for term in catalogue.all(Term).values()}
        for term in catalogue.all(Term).values():
            for form in term.avoid(lang):
                if meant := own.get(form.casefold()):
                    at = term.place.path, term.place.line_of(f"avoid_{lang}.{form}")
                    yield _AVOIDS_A_TERM.at(*at, word=form, better=meant.place.path)
        avoided = _avoided(catalogue, lang, own)
        for one in catalogue.passages(lang) if avoided else ():
            plain = own_words(one.words)
            for pattern, term in avoided:
                found = pattern.search(plain)
                if found and not one.is_name and not _is_right(found[0], term, lang, catalogue):
                    better = term.term[lang]
                    yield FORBIDDEN_TERM.at(one.path, one.line, word=found[0], better=better)


def _is_right(word: str, term: Term, lang: Lang, catalogue: Catalogue) -> bool:
    """True for what begins with a form to avoid and is another form, or part of a name."""
    return word in catalogue.names or word.casefold() in map(str.casefold, term.also(lang))


def _avoided(
    catalogue: Catalogue, lang: Lang, own: Container[str]
) -> list[tuple[re.Pattern[str], Term]]:
    return [
        (re.compile(rf"\b{re.escape(form)}\w*", re.IGNORECASE), term)
        for term in catalogue.all(Term).values()
        for form in term.avoid(lang)
        if form.casefold() not in own
    ]


LONG_SENTENCE = Rule.warning(
    "long-sentence",
    "Virkkeessä on {count} sanaa: ”{start}…”. Jaa se kahdeksi tai useammaksi.",
    "Meningen har {count} ord: ”{start}…”. Dela den i två eller flera.",
    may_stay=True,
)


@check_alone
def long_sentence(catalogue: Catalogue) -> Iterator[Finding]:
    """A sentence of more than thirty words.

    Bad: one sentence with four subordinate clauses. Good: two or three sentences.
    """
    for one in catalogue.passages():
        for sentence in sentences(one.words):
            count = len(words(sentence))
            if count > LONGEST:
                yield LONG_SENTENCE.at(one.path, one.line, count=count, start=sentence[:40])


HARD_TO_READ = Rule.warning(
    "hard-to-read",
    "Sivu on muita vaikeampi lukea: sen LIX-luku on {lix}, kun {pages} keskiluku on {median}. "
    "Lyhennä virkkeitä ja vaihda pitkät sanat lyhyempiin.",
    "Sidan är svårare att läsa än andra: dess LIX-tal är {lix}, medan medianen för {pages} är "
    "{median}. Korta meningarna och byt långa ord mot kortare.",
)


@check
def hard_to_read(catalogue: Catalogue) -> Iterator[Finding]:
    """A page whose LIX is far above the median of its language.

    Bad: LIX 75 where pages have 60. Good: shorter sentences, shorter words.
    """
    for lang in Lang:
        found = {
            page.path: value
            for page in catalogue.pages(lang)
            for length, value in (_measured(page),)
            if length >= FEWEST
        }
        middle = median(found.values()) if found else 0.0
        for path, value in found.items():
            if value > middle + FAR_ABOVE:
                yield HARD_TO_READ.at(
                    path, 1, lix=round(value), median=round(middle), pages=_OF_PAGES[lang]
                )


@once_a_page
def _measured(page: Page) -> tuple[int, float]:
    """How many words the page has, and its LIX; a table has no sentences to measure."""
    texts = [text for _, text in prose(page, tables=False)]
    return sum(len(words(text)) for text in texts), lix(texts)


def hardest_first(catalogue: Catalogue) -> list[tuple[str, float]]:
    """Each page's path and LIX, language by language, the hardest first."""
    return [
        (page.path, readability(page))
        for lang in Lang
        for page in sorted(catalogue.pages(lang), key=readability, reverse=True)
    ]


def readability(page: Page) -> float:
    """The page's LIX."""
    return _measured(page)[1]
