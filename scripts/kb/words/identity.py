"""Finnish personal identity codes, told from other figures by their check character."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from stdnum.fi import hetu

_LIKE_A_CODE = re.compile(
    r"(?<![\w-])([0-9]{2}[. ]?[0-9]{2}[. ]?[0-9]{2})\s{0,2}([-+A-FU-Y])\s{0,2}([0-9]{3}[0-9A-Y])"
    r"(?![\w-])",
    re.IGNORECASE,
)
_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_DASHES = re.compile("[\u00ac\u02d7\u058a\u2010-\u2015\u2043\u207b\u2212\ufe58\ufe63\uff0d]")
_NOT_READ = re.compile(
    "<[^<>\n]*>"  # tags and comments
    "|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
    "|[*~`\\\\\\[\\]]|(?<!\\w)_|_(?!\\w)"
)
_LINE_END = re.compile(r"&(?:#0*1[03]|#x0*[ad]|newline);?", re.IGNORECASE)


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
        for one in _LIKE_A_CODE.finditer(form):
            code = re.sub(r"[. ]", "", "".join(one.groups())).upper()
            is_valid = hetu.is_valid(code, allow_temporary=True)
            if is_valid or _is_likely(code):
                found.add(((form.count("\n", 0, one.start()) + 1, f"{code[:6]}…"), is_valid))
    return sorted(found)


def _is_likely(code: str) -> bool:
    """True if another check letter would make it one."""
    if code[-1].isdigit():
        return False  # figures alone are somebody's telephone or the number of a document
    return any(hetu.is_valid(code[:-1] + check, allow_temporary=True) for check in _CHECKS)


def as_read(text: str) -> str:
    """The text line by line as a reader reads it: without its marks, any dash one dash."""
    plain = html.unescape(_LINE_END.sub(" ", text.replace("%2D", "-").replace("%40", "@")))
    return _DASHES.sub("-", normalize("NFKC", _NOT_READ.sub("", plain)))
