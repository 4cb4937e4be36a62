"""Recognises the regular inflections of Swedish nouns, adjectives and phrases of both."""

from __future__ import annotations

import re
from functools import cache

from kb.words.irregular import irregular_forms, irregular_lemmas
from kb.words.lists import own_list

_VOWELS = "aeiouyåäö"
_ENDINGS = re.compile(
    r"(?:s|n|ns|en|ens|et|ets|t|ts|na|nas|r|rs|rna|rnas|er|ers|erna|ernas|ar|ars|arna|arnas|"
    r"or|ors|orna|ornas|a|as|e|es|an|ans|or)?"
)
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,}")
_ARTICLES = ("den", "det", "de")
_DEFINITE = re.compile(r"(?<=.{3})(?:et|en|t|n)$")
_NEUTER_OR_WEAK = re.compile(r"(?<=..)(?:tt|t|a|e|et|en|na)$")
"""What an adjective gets for a neuter, a plural and after den, det, de: nytt, stort, stora, vuxna.

Not the regular degrees: `tidigare` means earlier as often as sooner.
"""


def is_form(word: str, base: str) -> bool:
    """True if `word` is `base` with a regular ending: familjecentren of familjecenter."""
    if _ABBREVIATION.fullmatch(base):
        return word == base or word in (f"{base}:s", f"{base}s")
    word, base = word.lower(), base.lower()
    return any(
        word.startswith(stem) and _ENDINGS.fullmatch(word[len(stem) :]) is not None
        for stem in _stems(base)
    )


def is_part_form(word: str, base: str) -> bool:
    """True if `word` may stand for `base` in a phrase: stora and större of stort.

    Small words have one form each: `för` is never `förs`.
    """
    if base.lower() in _small_words():
        return word.lower() == base.lower()
    return is_form(word, base) or is_same_adjective(word.lower(), base.lower())


def is_same_adjective(word: str, other: str) -> bool:
    """True if both are forms of an adjective: regionala and regionalt, lilla and liten."""
    return not _adjectives(word).isdisjoint(_adjectives(other))


def phrases(words: list[str]) -> list[list[str]]:
    """The words of a name, and what is left without a definite article.

    `den nationella barnstrategin` is met as `nationell barnstrategi`, too.
    """
    if len(words) == 1 or words[0].lower() not in _ARTICLES:
        return [words]
    *before, noun = words[1:]
    return [words, [*before, _DEFINITE.sub("", noun)]]


def first_letters(base: str) -> set[str]:
    """Two letters of every form that an adjective may begin with: `li` and `sm` of liten."""
    forms = {form for stem in _adjectives(base.lower()) for form in irregular_forms(stem)}
    return {form[:2].lower() for form in (base, *forms)}


def _adjectives(form: str) -> set[str]:
    """Every dictionary form that a form may be of; a few too many, as the whole phrase must fit."""
    cut = {form[: match.start()] for match in _endings(form)}
    stems = {form, *cut, *(f"{stem}d" for stem in cut)}  # särskilt, brett: särskild, bred
    stems |= {stem[:-1] for stem in stems if stem[-2:] in ("nn", "mm")}  # allmänna: allmän
    stems |= {stem[:-2] + stem[-1] for stem in stems if stem[-2:] in ("el", "en", "er")}
    return stems | {lemma for stem in stems for lemma in irregular_lemmas(stem)}


def _endings(form: str) -> list[re.Match[str]]:
    """The ending in each of its readings: `tt` of nytt is the ending of ny or of nyt-."""
    found = (_NEUTER_OR_WEAK.search(form, at) for at in range(max(len(form) - 2, 0), len(form)))
    return [match for match in found if match]


@cache
def _small_words() -> frozenset[str]:
    return frozenset(" ".join(own_list("function.sv.txt")).split())


def _stems(base: str) -> list[str]:
    """The word, and without a final vowel or the e of -er, -el, -en: `centr` of center.

    Short words keep their vowels: what is left of them begins too many other words.
    """
    stems = [base]
    if len(base) > 4 and base[-1] in _VOWELS:
        stems.append(base[:-1])
    if len(base) > 5 and base[-2] == "e" and base[-1] in "rln":
        stems.append(base[:-2] + base[-1])
    return stems
