"""The inflected forms of names, few of which a list of common words has."""

from __future__ import annotations

import re
from collections.abc import Container

from kb.text import Lang

_UNCHANGED_IN_SWEDISH = ("s", "x", "z")
_E_STEMS = {
    **{"järvi": "järve", "niemi": "nieme", "salmi": "salme", "saari": "saare", "koski": "koske"},
    **{"nummi": "numme", "mäki": "mäke", "joki": "joke", "lahti": "lahte", "lampi": "lampe"},
    **{"vesi": "vete", "loppi": "loppe"},
}
"""Names in -i whose stem ends in -e, by the last part of the name."""
_WEAK_E_STEMS = {"mäke": "mäe", "joke": "joe", "lahte": "lahde", "vete": "vede"}
_STEMS = {
    "juuka": ("juuka", "juua"),
    "kannus": ("kannukse", "kannukse"),
    "muhos": ("muhokse", "muhokse"),
    "muurame": ("muurame", "muurame"),
    "nurmes": ("nurmekse", "nurmekse"),
    "pihtipudas": ("pihtiputaa", "pihtiputaa"),
    "punkalaidun": ("punkalaitume", "punkalaitume"),
    "raahe": ("raahe", "raahe"),
    "turku": ("turku", "turu"),
    "virrat": ("virtoi", "virroi"),
}
"""The strong and the weak stem of names that no rule gives."""
_NEUTRAL = ("nieme", "vete")
"""Last parts that take ä whatever stands before them: Rovaniemellä."""
_GRADATION = (
    *(("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("nt", "nn"), ("mp", "mm")),
    *(("lt", "ll"), ("rt", "rr"), ("ht", "hd")),
)
_VOWELS = "aeiouyäö"
_LONG = re.compile(r"(?:aa|ee|ii|oo|uu|yy|ää|öö)$")
_ONE_SYLLABLE = re.compile(r"(?:^ii|laukaa|nmaa|pyy|pää|suu)$")
"""Joensuuhun, Iihin; others are like Vantaaseen."""
_NEW = {"uusikaupunki": "kaupunki", "uusikaarlepyy": "kaarlepyy"}
"""Names whose first part, ”new”, is inflected, too."""
_NEW_FORMS = ("uuden", "uudessa", "uudesta", "uuteen", "uudella", "uudelta", "uudelle")


_ENDINGS = {
    Lang.FI: re.compile(
        r"(?:[aeiouyäö]?n|[aä]|t[aä]|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|n[aä]|ksi|seen|h[aeiouyäö]n"
        r"|i(?:n|a|ä|ss[aä]|st[aä]|ll[aä]|lle|ksi)?)"
    ),
    Lang.SV: re.compile(r"s"),
}
"""Case endings as they are put after a name."""
_SHORTEST_NAME = 3


def is_form_of_name(word: str, names: Container[str], lang: Lang) -> bool:
    """True if the word is one of the names with a case ending, or with one after a colon."""
    if word.partition(":")[0] in names:
        return True
    ends = range(max(_SHORTEST_NAME, len(word) - 4), len(word))
    return any(word[:end] in names and _ENDINGS[lang].fullmatch(word[end:]) for end in ends)


def place_forms(name: str, lang: Lang) -> list[str]:
    """The forms of a one-word name in lower case, without the name itself.

    In Finnish the genitive and the cases of place, `turun`, `turussa`, `turusta`, `turkuun`, …; in
    Swedish the genitive. A few are of cases that the name is not used in.
    """
    if lang is Lang.SV:
        return [] if name.endswith(_UNCHANGED_IN_SWEDISH) else [f"{name}s"]
    if not set(name) & set(_VOWELS):  # Tl of Koski Tl
        return []
    if rest := _NEW.get(name):
        return [new + form for new, form in zip(_NEW_FORMS, _finnish(rest), strict=True)]
    if name.endswith("nen"):  # Kauniaisten, Kauniaisissa; a few are singular: Uuraisen
        stem = name.removesuffix("nen")
        return [f"{stem}sten", *_cases(f"{stem}si", f"{stem}si"), *_finnish(name)]
    return _finnish(name)


_PEOPLE = {
    **{"häme": "hämä", "karjala": "karja", "pohjanmaa": "pohja", "suomi": "suoma"},
    **{"uusimaa": "uusmaa"},
}
"""What stands before -lainen where it is not the strong stem, by the last part of the name."""
_PERSON = ("nen", "sen", "sta", "set", "sten", "sia", "sille", "siin")


def people_of(name: str, lang: Lang) -> list[str]:
    """Forms of the word for those who live in a place: `lahtelaiset`, `åbobor`."""
    if lang is Lang.SV:
        return [f"{name}bor", f"{name}borna"]
    if not set(name) & set(_VOWELS):
        return []
    stem = _stem_of_people(name.replace("-", ""))
    person = f"{stem}lai" if _is_back(stem) else f"{stem}läi"
    return [person + ending for ending in _PERSON]


def _stem_of_people(name: str) -> str:
    for end, stem in _PEOPLE.items():
        if name.endswith(end):
            return name.removesuffix(end) + stem
    if name.endswith("nen"):
        return f"{name.removesuffix('nen')}s"
    return name if name.endswith("e") else _stems(name)[0]


def _finnish(name: str) -> list[str]:
    return _cases(*_stems(name))


def _cases(strong: str, weak: str) -> list[str]:
    """In the order of `_NEW_FORMS`."""
    a = "a" if _is_back(strong) else "ä"
    near = [f"{weak}n", f"{weak}ss{a}", f"{weak}st{a}", _into(strong)]
    return [*near, f"{weak}ll{a}", f"{weak}lt{a}", f"{weak}lle"]


def _into(strong: str) -> str:
    if _ONE_SYLLABLE.search(strong) or strong.endswith("oi"):
        return f"{strong}h{strong[-1]}n"
    return f"{strong}seen" if _LONG.search(strong) else f"{strong}{strong[-1]}n"


def _is_back(strong: str) -> bool:
    """True if endings have a and not ä: by the last vowel that is not neutral."""
    if strong.endswith(_NEUTRAL):
        return False
    harmonic = [letter for letter in strong if letter in "aouäöy"]
    return bool(harmonic) and harmonic[-1] in "aou"


def _stems(name: str) -> tuple[str, str]:
    """The strong and the weak stem: `turku`, `turu`."""
    if name in _STEMS:
        return _STEMS[name]
    for end, stem in _E_STEMS.items():
        if name.endswith(end):
            strong = name.removesuffix(end) + stem
            return strong, _weakened(strong)
    for end, stem in (("nen", "se"), ("us", "ute")):
        if name.endswith(end):
            strong = name.removesuffix(end) + stem
            return strong, _weakened(strong)
    if name[-1] not in _VOWELS:
        return f"{name}i", f"{name}i"
    strong = f"{name}e" if name.endswith("e") and not _LONG.search(name) else name
    return strong, strong if strong != name else _weakened(name)


def _weakened(strong: str) -> str:
    """The stem with its last consonants weakened, if they are of those that weaken."""
    for end, weak in _WEAK_E_STEMS.items():
        if strong.endswith(end):
            return strong.removesuffix(end) + weak
    before, last = strong[:-1], strong[-1]
    for consonants, weak in _GRADATION:
        if before.endswith(consonants):
            return before.removesuffix(consonants) + weak + last
    if before.endswith("t") and before[-2:-1] in _VOWELS:
        return f"{before[:-1]}d{last}"
    return strong
