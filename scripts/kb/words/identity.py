"""Finnish personal identity codes, told from other figures by their check character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from stdnum.fi import hetu

from kb.words.letters import as_read

_LIKE_A_CODE = re.compile(
    r"(?<![\w-])([0-9]{2}[. ]?[0-9]{2}[. ]?[0-9]{2})\s{0,2}([-+A-FU-Y])\s{0,2}([0-9]{3}[0-9A-Y])"
    r"(?![\w-])",
    re.IGNORECASE,
)
_GAP = r"[ ._/\n-]?"
_ODDLY_SPELT = re.compile(
    rf"(?<![0-9A-Z])(?P<date>(?:\d{_GAP}){{5}}\d|\d\d?[./-]\d\d?[./-](?:18|19|20)\d\d)"
    rf"(?P<between>[ ._/|:·‧•\n-]{{0,3}}[+A-FU-Y]?[ ._/|:·‧•\n-]{{0,3}})"
    rf"(?P<own>\d{_GAP}\d{_GAP}\d{_GAP}[0-9A-Y])(?![0-9A-Z])",
    re.IGNORECASE | re.ASCII,
)
"""With other gaps or a whole year, or without its mark; in names of files beside other words."""
_SPACED = re.compile(r"\d(?: \d){5} ?[-+A-FU-Y] ?\d \d \d [0-9A-Y]", re.IGNORECASE | re.ASCII)
_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_CENTURIES = {"18": "+", "19": "-", "20": "A"}


def identity_codes(text: str) -> Iterator[tuple[int, str]]:
    """The line, from 1, of each personal identity code and its date part, the rest hidden."""
    yield from (place for place, is_valid in _codes(text) if is_valid)


def likely_codes(text: str) -> Iterator[tuple[int, str]]:
    """The same of what is a code but for its check letter: somebody's with a slip in it."""
    yield from (place for place, is_valid in _codes(text) if not is_valid)


def without_codes(text: str) -> str:
    """The text without anything in the form of a code: its figures are no numbers."""
    return _LIKE_A_CODE.sub(lambda one: " " if one[3][-1].isalpha() else one[0], text)


@lru_cache(1)
def _codes(text: str) -> list[tuple[tuple[int, str], bool]]:
    """Where each code is and its date part, and whether its check letter is right; in order."""
    found = set()
    for form in {text, as_read(text)}:
        for start, code in (*_usual(form), *_oddly_spelt(form)):
            is_valid = hetu.is_valid(code, allow_temporary=True)
            if is_valid or _is_likely(code):
                found.add(((form.count("\n", 0, start) + 1, f"{code[:6]}…"), is_valid))
    right = {place for place, is_valid in found if is_valid}
    return sorted(one for one in found if one[1] or one[0] not in right)


def _usual(form: str) -> Iterator[tuple[int, str]]:
    for one in _LIKE_A_CODE.finditer(form):
        yield one.start(), re.sub(r"[. ]", "", "".join(one.groups())).upper()


def _oddly_spelt(form: str) -> Iterator[tuple[int, str]]:
    """Those that no other figures are taken for: with a check letter, or with gaps all through."""
    for one in _ODDLY_SPELT.finditer(form):
        own = re.sub(_GAP, "", one["own"]).upper()
        if own[-1].isalpha() or _SPACED.fullmatch(one[0]):
            date, century = _date(one["date"])
            mark = re.sub(r"[ ._/|:·‧•\n-]", "", one["between"]).upper() or century
            yield one.start(), f"{date}{mark}{own}"


def _date(spelt: str) -> tuple[str, str]:
    """The six figures of a date, and the mark of its century if it is told, or the commonest."""
    parts = [part.zfill(2) for part in re.split(r"[./-]", spelt)]
    if len(parts) == len("dmy") and len(parts[2]) == len("yyyy"):
        return parts[0] + parts[1] + parts[2][2:], _CENTURIES[parts[2][:2]]
    return re.sub(r"\D", "", spelt), "-"


def _is_likely(code: str) -> bool:
    """True if another check letter would make it one."""
    if code[-1].isdigit():
        return False  # figures alone are somebody's telephone or the number of a document
    return any(hetu.is_valid(code[:-1] + check, allow_temporary=True) for check in _CHECKS)
