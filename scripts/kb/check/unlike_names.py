"""Names that have other letters in the other language by a slip of the hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kb.check import Reference, check_with_reference
from kb.check.vocabulary import Vocabulary
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.page import Pair
from kb.model.passages import of_page, spelt_words
from kb.text import Lang
from kb.words.place_names import is_form_of_name

UNLIKE_NAMES = Rule.warning(
    "unlike-names",
    "Nimi on tässä ”{here}” mutta toisella kielellä ”{there}” ({where}). Tarkista, kumpi on "
    "oikein, ja kirjoita se molempiin.",
    "Namnet är här ”{here}” men på det andra språket ”{there}” ({where}). Kontrollera vilket som "
    "är rätt och skriv det på båda.",
    may_stay=True,
)
_NAME = re.compile(r"(?<=[^\W\d_A-ZÅÄÖ] |[,A-ZÅÄÖ] )[A-ZÅÄÖ][^\W\d_]{3,}(?![\w-])")
"""A word with a capital that begins no sentence."""
_NEN = re.compile(r"s(?:en|ta|een|ess[aä]|est[aä]|elle|ell[aä]|elt[aä]|eksi|en[aä])$")
_ENDS = 5
"""Letters of a case ending at the most."""
_Names = Mapping[str, tuple[str, int]]
"""Where each name first stands."""


@check_with_reference
def unlike_names(catalogue: Catalogue, reference: Reference) -> Iterator[Finding]:
    """A name that differs by one letter between the languages of a page.

    Bad: Owal in Finnish and Oval in Swedish. Good: Owal in both.
    """
    if not reference.spellers:
        return
    known = Vocabulary.of(catalogue, reference.spellers)
    for pair in catalogue.pairs.values():
        if pair.is_whole:
            yield from _in_pair(pair, known)


def _in_pair(pair: Pair, known: Vocabulary) -> Iterator[Finding]:
    found = {lang: _names_on(pair, lang) for lang in Lang}
    bases = {other: base for other in found[Lang.FI] for base in (other, _NEN.sub("nen", other))}
    for name, (path, line) in found[Lang.SV].items():
        plain = name.removesuffix("s")
        if any(base.startswith((plain, name)) for base in (*found[Lang.FI], *bases.values())):
            continue
        for other, (there, at) in found[Lang.FI].items():
            if _is_slip(plain, other) and not _are_both_known(name, other, known):
                yield UNLIKE_NAMES.at(path, line, here=name, there=other, where=f"{there}:{at}")


def _names_on(pair: Pair, lang: Lang) -> _Names:
    found: dict[str, tuple[str, int]] = {}
    for one in of_page(pair.versions[lang]):
        for name in _NAME.findall(spelt_words(one.words)):
            found.setdefault(name, (one.path, one.line))
    return found


def _is_slip(name: str, other: str) -> bool:
    """True if one letter of the name is another, gone or too many, case endings left out."""
    if name[0] != other[0]:
        return False
    first, last = max(len(name) - 1, len(other) - _ENDS), min(len(name) + 1, len(other))
    ends = (other[:end] for end in range(first, last + 1))
    return any(_is_one_apart(name, one) for one in (*ends, _NEN.sub("nen", other)))


def _is_one_apart(one: str, other: str) -> bool:
    pairs = enumerate(zip(one, other, strict=False))
    start = next((at for at, (a, b) in pairs if a != b), None)
    if start is None:
        return False  # the same, or only an ending
    rest, there = one[start:], other[start:]
    return rest[1:] in (there, there[1:]) or rest == there[1:]


def _are_both_known(name: str, other: str, known: Vocabulary) -> bool:
    """True if lists and records have both: towns have two names, and people are different ones."""
    if name in known.towns or other in known.towns:
        return True
    is_listed = is_form_of_name(name, known.names, Lang.SV)
    return is_listed and known.has(other, Lang.FI)
