"""What is somebody's own: a mobile number, a home, a mailbox, told by how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from kb.words.letters import as_read

_GAP = r"[ ./()_:·‧•\n-]{0,3}"
"""What people write between the figures of a number."""
_MOBILE = re.compile(
    rf"(?:(?<![\d+])(?:(?:\+|00)358{_GAP}(?:\(0\) ?)?|0)(?:4\d|50)"
    rf"|(?<![\d+])(?:00|\+)?358{_GAP}(?:4\d|50)|(?:\+|00)(?:46{_GAP}(?:\(0\) ?)?7|372{_GAP}5)"
    r"|(?<![\w+-])0[ .-]?(?:4[ .-]?\d|5[ .-]?0))"
    rf"(?:{_GAP}\d){{6,8}}(?!\d)"
)
_WITHOUT_PLUS = re.compile(r"(?<!\d)(?:00)?358(?:4\d|50)\d{6,8}(?!\d)")
"""The same in the name of a file, which has no plus."""
_STREET = (
    r"(?:katu|kadulla|tie|tiellä|polku|polulla|kuja|kujalla|kaari|kaarella|rinne|rinteellä|raitti|"
    r"raitilla|väylä|väylällä|penger|ranta|rannalla|aukio|tori|mäki|bulevardi|esplanadi|"
    r"gatan|vägen|stigen|gränden|bågen|backen|stranden|kajen|brinken|svängen|torget|bulevarden|"
    r"esplanaden|allén)"
)
_HOUSE = r"(?!(?:19|20)\d\d\b)\d{1,4}(?:–\d+|-\d+)?"
_FEW_STREETS = r"(?:katu|kuja|polku|raitti|gatan|vägen|gränden|stigen|backen)"
"""What nothing but a street ends in, so that small letters are enough."""
_HOME = re.compile(
    rf"\b[A-ZÅÄÖ](?:[\w-]{{0,40}}{_STREET}|\w{{2,40}}[ktvg]\.) {_HOUSE}"
    r"(?: ?[A-Z]\.?| as\.?| lgh\.?) \d{1,4}\b"
)
_BUILDING = re.compile(
    rf"\b(?:(?:[A-ZÅÄÖ][\w-]{{0,40}}{_STREET}|(?i:[a-zåäö]{{3,40}}{_FEW_STREETS}n?))"
    rf" (?:(?:nro|n:o|nr|talo|hus) )?{_HOUSE} ?[A-Za-z]?\b(?! ?[%€]|[.,]\d)"
    rf"|[A-ZÅÄÖ][\w-]{{1,40}} {_HOUSE} ?[A-Za-z]?,? (?:FI-)?\d{{5}}(?=,? [A-ZÅÄÖ]))"
)
_OWN_MAILBOX = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|proton|protonmail|"
    r"luukku|suomi24|kolumbus|elisanet|saunalahti|pp\.inet|welho)\.(?:com|fi|se|me|net)\b",
    re.IGNORECASE,
)


_ANY_DIGIT = re.compile(r"[\d\u2460-\u249b\u2776-\u2793]")
_TAG_MARKS = re.compile(r"[<>]")
"""Without them, what stands inside a tag is read, too."""


class Detail(Enum):
    """What of somebody's own a text tells."""

    MOBILE = auto()
    HOME = auto()
    MAILBOX = auto()


_DETAILS = ((Detail.MOBILE, _MOBILE), (Detail.HOME, _HOME), (Detail.MAILBOX, _OWN_MAILBOX))


def details(text: str) -> Iterator[tuple[Detail, int, str]]:
    """Each detail of a text with its line, from 0, and how it is written."""
    told: set[tuple[Detail, int, str]] = set()
    for shown in dict.fromkeys((as_read(text), as_read(_TAG_MARKS.sub(" ", text)))):
        for detail, pattern in _DETAILS:
            for found in pattern.finditer(shown):
                line = shown.count("\n", 0, found.start())
                told.add((detail, line, " ".join(found[0].split())))
    yield from sorted(told, key=lambda one: (one[1], one[0].value, one[2]))


def details_in_name(path: str) -> Iterator[tuple[Detail, str]]:
    """The same of the path of a file, where small letters and hyphens stand for everything."""
    words = re.sub(r"[_/]", " ", path)
    for detail, _, mark in details(words):
        yield detail, mark
    yield from ((Detail.MOBILE, one[0]) for one in _WITHOUT_PLUS.finditer(words))
    spaced = re.sub(r"[-_/.]", " ", path).title()
    yield from ((Detail.HOME, one[0]) for one in _HOME.finditer(spaced))


def buildings(text: str) -> Iterator[tuple[int, str]]:
    """The address of a house, anybody's, with its line, from 0."""
    shown = as_read(text) if _ANY_DIGIT.search(text) else ""
    for found in _BUILDING.finditer(shown):
        if not _HOME.match(shown, found.start()):
            yield shown.count("\n", 0, found.start()), " ".join(found[0].split())
