"""Each page speaks its own language, in words that are spelt right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kb.check import Reference, check, check_with_reference, each_page
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.page import Page
from kb.model.places import town_words
from kb.model.prose import prose
from kb.text import LANGUAGE_NAMES, Lang
from kb.words.language_detection import is_in_other
from kb.words.spelling import WORD, Speller

_QUOTED = re.compile(r"”[^”]*”|\*[^*]+\*")
_ADDRESS = re.compile(
    r"\S*(?:https?://|www\.|@)\S+|\b[\w.-]+\.(?:fi|md|yml|se)\b(?:/[\w/-]+)?|\{\w*\}|\d:[a-zåäö]+"
)

WRONG_LANGUAGE = Rule.error(
    "wrong-language",
    "Sivun teksti näyttää olevan väärällä kielellä ({there}), vaikka tiedoston kieli on {here}. "
    "Vaihda teksti tai tiedoston nimi.",
    "Sidans text verkar vara på fel språk ({there}), fast filens språk är {here}. Byt texten "
    "eller filens namn.",
)
_WRONG_LANGUAGE_PARAGRAPH = WRONG_LANGUAGE.saying(
    "Kappale näyttää olevan väärällä kielellä ({there}), vaikka sivun kieli on {here}. Käännä se, "
    "tai merkitse lainaus lainausmerkein ”…”.",
    "Stycket verkar vara på fel språk ({there}), fast sidans språk är {here}. Översätt det, eller "
    "markera ett citat med citattecken ”…”.",
)


@check
@each_page
def wrong_language(page: Page) -> Iterator[Finding]:
    """A page or a paragraph is in the other language than its file name says.

    Bad: Swedish text in `raha.fi.md`. Good: Finnish text in `raha.fi.md`.
    """
    lines = list(prose(page, keep_emphasis=True))
    wrong = [(line, text) for line, text in lines if _is_foreign(text, page.lang)]
    if not wrong:
        return
    if 2 * sum(len(text) for _, text in wrong) > sum(len(text) for _, text in lines):
        yield _foreign(page, wrong[0][0], whole=True)
    else:
        for line, _ in wrong:
            yield _foreign(page, line, whole=False)


def _is_foreign(text: str, lang: Lang) -> bool:
    return is_in_other(_QUOTED.sub(" ", text.replace("**", "")), lang)


def _foreign(page: Page, line: int, *, whole: bool) -> Finding:
    rule = WRONG_LANGUAGE if whole else _WRONG_LANGUAGE_PARAGRAPH
    here, there = LANGUAGE_NAMES[page.lang], LANGUAGE_NAMES[page.lang.other]
    return rule.at(page.path, line, here=here, there=there)


UNKNOWN_WORD = Rule.warning(
    "unknown-word",
    "Sanaa ”{word}” ei tunneta. Korjaa se, tai lisää oikea sana tiedostoon "
    "docs/_data/words.{lang}.txt (nimi: words.names.txt).",
    "Ordet ”{word}” är okänt. Rätta det, eller lägg till ett riktigt ord i "
    "docs/_data/words.{lang}.txt (namn: words.names.txt).",
)


_MANY_WORDS = UNKNOWN_WORD.saying(
    "Sivulla on {count} sanaa, joita ei tunneta, esimerkiksi {words}. Korjaa väärät, ja lisää "
    "oikeat tiedostoon docs/_data/words.{lang}.txt (nimet: words.names.txt).",
    "Sidan har {count} ord som är okända, till exempel {words}. Rätta de felaktiga och lägg till "
    "riktiga i docs/_data/words.{lang}.txt (namn: words.names.txt).",
)
_MOST_APART = 12
"""So many unknown words of a page are told one by one."""
_EXAMPLES = 5


@check_with_reference
def unknown_word(catalogue: Catalogue, reference: Reference) -> Iterator[Finding]:
    """A word that is in no list and names no town; ”quotes” and *italics* are not ours.

    Many of one page, or of a folder without data of its own, are told together.

    Bad: perhekeksus. Good: perhekeskus.
    """
    spellers = reference.spellers
    terms = catalogue.all(Term).values()
    towns = town_words(catalogue)
    firsts = {lang: tuple(term.term[lang].lower() for term in terms) for lang in Lang}
    most = _MOST_APART if catalogue.has_data else 1
    for page in catalogue.pages():
        if page.lang not in spellers:
            continue
        found = [
            (line, word)
            for line, text in _written(page)
            for word in WORD.findall(text)
            if word not in towns and not _is_known(word, page.lang, spellers, firsts[page.lang])
        ]
        yield from _told(page, found, most)


def _told(page: Page, found: Sequence[tuple[int, str]], most: int) -> Iterator[Finding]:
    """Each word where it first stands, or all of them where the first does."""
    words = Counter(word for _, word in found)
    if len(words) <= most:
        first = {word: line for line, word in reversed(found)}
        for word, line in first.items():
            yield UNKNOWN_WORD.at(page.path, line, word=word, lang=page.lang.value)
        return
    examples = ", ".join(f"”{word}”" for word, _ in words.most_common(_EXAMPLES))
    yield _MANY_WORDS.at(
        page.path, found[0][0], count=len(words), words=examples, lang=page.lang.value
    )


def _is_known(
    word: str, lang: Lang, spellers: Mapping[Lang, Speller], firsts: tuple[str, ...]
) -> bool:
    """Known, a compound that begins with a term, or with a capital a name of the other language."""
    if spellers[lang].knows(word):
        return True
    lower = word.lower()
    for first in firsts:
        rest = lower.removeprefix(first)
        if rest != lower and len(rest) > 2 and spellers[lang].knows(rest.removeprefix("s")):
            return True
    other = spellers.get(lang.other)
    return word[0].isupper() and other is not None and other.knows(word)


def _written(page: Page) -> Iterator[tuple[int, str]]:
    if page.front.description:
        yield page.front.place.line_of("description"), _own(page.front.description)
    for line, text in prose(page, keep_emphasis=True):
        yield line, _own(text)


def _own(text: str) -> str:
    """The words that the page says itself, not what it quotes or points to."""
    return _QUOTED.sub(" ", _ADDRESS.sub(" ", text).replace("**", ""))
