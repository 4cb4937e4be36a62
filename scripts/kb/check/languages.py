"""Each page speaks its own language, in words that are spelt right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kb.check import Reference, check_alone, check_with_reference
from kb.check.vocabulary import Vocabulary, may_lack_words
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.model.passages import Passage, own_words, spelt_words
from kb.model.prose import prose
from kb.model.record import Record
from kb.text import LANGUAGE_NAMES, Lang, Text
from kb.words.language_detection import other_language
from kb.words.sentences import sentences
from kb.words.spelling import WORD

WRONG_LANGUAGE = Rule.error(
    "wrong-language",
    "Sivun teksti näyttää olevan väärällä kielellä ({there}), vaikka tiedoston kieli on {here}. "
    "Vaihda teksti tai tiedoston nimi.",
    "Sidans text verkar vara på fel språk ({there}), fast filens språk är {here}. Byt texten "
    "eller filens namn.",
    may_stay=True,
)
_WRONG_LANGUAGE_PARAGRAPH = WRONG_LANGUAGE.saying(
    "Kappale näyttää olevan väärällä kielellä ({there}), vaikka sivun kieli on {here}. Käännä se, "
    "tai merkitse lainaus lainausmerkein ”…”.",
    "Stycket verkar vara på fel språk ({there}), fast sidans språk är {here}. Översätt det, eller "
    "markera ett citat med citattecken ”…”.",
)


_WRONG_LANGUAGE_FIELD = WRONG_LANGUAGE.saying(
    "Kentän ”{key}” teksti näyttää olevan väärällä kielellä ({there}), vaikka rivin kieli on "
    "{here}. Käännä se, tai merkitse lainaus lainausmerkein ”…”.",
    "Texten i fältet ”{key}” verkar vara på fel språk ({there}), fast radens språk är {here}. "
    "Översätt den, eller markera ett citat med citattecken ”…”.",
)
_SAME_IN_BOTH = WRONG_LANGUAGE.saying(
    "Kentässä ”{key}” on sama teksti molemmilla kielillä: ”{words}”. Käännä toinen.",
    "Fältet ”{key}” har samma text på båda språken: ”{words}”. Översätt den ena.",
)
_FEWEST_SAME = 3
"""Words: a shorter text may be the same in both languages."""


@check_alone
def wrong_language(catalogue: Catalogue) -> Iterator[Finding]:
    """A page, a paragraph or a text of data is in the other language than it should be.

    Bad: Swedish text in `raha.fi.md`. Good: Finnish text in `raha.fi.md`.
    """
    for page in catalogue.pages():
        lines = list(prose(page, keep_emphasis=True))
        wrong = [(line, text) for line, text in lines if _foreign(text, page.lang)]
        if not wrong:
            continue
        if 2 * sum(len(text) for _, text in wrong) > sum(len(text) for _, text in lines):
            yield _told_foreign(page, *wrong[0], whole=True)
        else:
            for line, text in wrong:
                yield _told_foreign(page, line, text, whole=False)
    yield from _in_data(catalogue)


def _in_data(catalogue: Catalogue) -> Iterator[Finding]:
    for one in catalogue.passages_of_data:
        if one.is_name:
            continue
        if there := _foreign_sentence(one):
            yield _foreign_field(one, there)
        elif one.lang is Lang.SV and _is_untranslated(one):
            yield _SAME_IN_BOTH.at(one.path, one.line, key=one.key, words=one.words)


def _is_told(one: Passage) -> bool:
    """True if the content alone tells that the text is in the other language."""
    return _foreign_sentence(one) is not None or (one.lang is Lang.SV and _is_untranslated(one))


def _foreign_sentence(one: Passage) -> Text | None:
    """The language of the first sentence in another."""
    return next(filter(None, (_foreign(said, one.lang) for said in sentences(one.words))), None)


def _is_untranslated(one: Passage) -> bool:
    """True if a text of several words of its own is the same in Finnish."""
    both = getattr(one.said_by, one.key)
    is_same = isinstance(both, Text) and both.fi == both.sv
    return is_same and len(WORD.findall(spelt_words(one.words))) >= _FEWEST_SAME


def _foreign_field(one: Passage, there: Text) -> Finding:
    here = LANGUAGE_NAMES[one.lang]
    return _WRONG_LANGUAGE_FIELD.at(one.path, one.line, key=one.key, here=here, there=there)


def _foreign(text: str, lang: Lang) -> Text | None:
    return other_language(own_words(text), lang)


def _told_foreign(page: Page, line: int, text: str, *, whole: bool) -> Finding:
    rule = WRONG_LANGUAGE if whole else _WRONG_LANGUAGE_PARAGRAPH
    here, there = LANGUAGE_NAMES[page.lang], _foreign(text, page.lang) or ""
    return rule.at(page.path, line, here=here, there=there)


UNKNOWN_WORD = Rule.warning(
    "unknown-word",
    "Sanaa ”{word}” ei tunneta. Korjaa se, tai lisää oikea sana tiedostoon "
    "docs/_data/words.{lang}.txt (nimi tiedostoon docs/_data/words.names.txt).",
    "Ordet ”{word}” är okänt. Rätta det, eller lägg till ett riktigt ord i filen "
    "docs/_data/words.{lang}.txt (ett namn i filen docs/_data/words.names.txt).",
    may_stay=True,
    of_a_word=True,
)


_MANY_WORDS = UNKNOWN_WORD.saying(
    "Sivulla on {count} sanaa, joita ei tunneta, esimerkiksi {words}. Korjaa väärät, ja lisää "
    "oikeat tiedostoon docs/_data/words.{lang}.txt (nimet tiedostoon docs/_data/words.names.txt).",
    "Sidan har {count} ord som är okända, till exempel {words}. Rätta de felaktiga och lägg till "
    "riktiga i filen docs/_data/words.{lang}.txt (namn i filen docs/_data/words.names.txt).",
)
_MOST_APART = 12
"""So many unknown words of a page are told one by one."""
_EXAMPLES = 5


@check_with_reference
def unknown_word(catalogue: Catalogue, reference: Reference) -> Iterator[Finding]:
    """A word that is in no list and no name; ”quotes” and *italics* are not ours.

    Many of one page, or of a folder without data of its own, are told together. A text of data
    most of whose words are of the other language only is in that.

    Bad: perhekeksus. Good: perhekeskus.
    """
    if not reference.spellers or may_lack_words(catalogue):
        return
    known = Vocabulary.of(catalogue, reference.spellers)
    most = _MOST_APART if catalogue.has_data else 1
    found: dict[tuple[str, Lang], list[tuple[int, str]]] = {}
    for one in catalogue.passages():
        if one.is_name or one.lang not in reference.spellers:
            continue
        unknown = _unknown(one, known)
        if isinstance(one.said_by, Record) and _is_of_other(one, unknown, known):
            if not _is_told(one) and not _is_untranslated(one):
                yield _foreign_field(one, LANGUAGE_NAMES[one.lang.other])
        elif unknown and not _foreign(one.words, one.lang):
            found.setdefault((one.path, one.lang), []).extend((one.line, word) for word in unknown)
    for (path, lang), apart in found.items():
        yield from _told(path, lang, apart, most)


def _unknown(one: Passage, known: Vocabulary) -> list[str]:
    text = spelt_words(one.words)
    if known.has_all(WORD.findall(text), one.lang):
        return []
    said = (WORD.findall(sentence) for sentence in sentences(text))
    return [word for words in said for word in known.unknown(words, one.lang)]


def _is_of_other(one: Passage, unknown: Sequence[str], known: Vocabulary) -> bool:
    """True if the words of a text of data, or most of one sentence, are of the other language."""
    text = spelt_words(one.words)
    if known.are_all_of_other(WORD.findall(text), one.lang):
        return True
    if not unknown or _is_told(one):
        return bool(unknown)
    said = (WORD.findall(sentence) for sentence in sentences(text))
    return any(known.are_of_other(words, one.lang) for words in said)


def _told(path: str, lang: Lang, found: Sequence[tuple[int, str]], most: int) -> Iterator[Finding]:
    """Each word where it first stands, or all of them where the first does."""
    words = Counter(word for _, word in found)
    if len(words) <= most:
        first = {word: line for line, word in reversed(found)}
        for word, line in first.items():
            yield UNKNOWN_WORD.at(path, line, word=word, lang=lang.value)
        return
    examples = ", ".join(f"”{word}”" for word, _ in words.most_common(_EXAMPLES))
    yield _MANY_WORDS.at(path, found[0][0], count=len(words), words=examples, lang=lang.value)
