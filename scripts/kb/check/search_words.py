"""Search words are few: what helps readers find a page stands on it, or in the other words."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue

MOST = 6
"""Search words of a page."""
LONGEST = 3
"""Words in the name of a thing; more are a sentence."""

SEARCH_WORDS = Rule.warning(
    "search-words",
    "Hakusanoja on enintään {most}, ja jokainen on jonkin asian nimi, ei kokonainen kysymys. "
    "Muut sanat samalle asialle kirjoitetaan tiedostoon docs/_data/other_words.yml.",
    "Sökorden är högst {most}, och vart och ett är namnet på en sak, inte en hel fråga. Andra "
    "ord för samma sak skrivs i filen docs/_data/other_words.yml.",
)


@check_alone
def search_words(catalogue: Catalogue) -> Iterator[Finding]:
    """A page with many search words, or with a sentence among them.

    Bad: `search_words: [mitä perhekeskuksessa oikein tehdään]`. Good: `search_words: [perhetalo]`.
    """
    for page in catalogue.pages():
        words = page.front.search_words
        if len(words) > MOST or any(len(word.split()) > LONGEST for word in words):
            line = page.front.place.line_of("search_words")
            yield SEARCH_WORDS.at(page.path, line, most=MOST)
