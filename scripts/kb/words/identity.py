"""Finnish personal identity codes, told from other figures by their check character."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from unicodedata import normalize

from stdnum.fi import hetu

_LIKE_A_CODE = re.compile(
    r"(?<![\w-])([0-9]{6})[ \t]?([-+A-FU-Y])[ \t]?([0-9]{3}[0-9A-Y])(?![\w-])", re.IGNORECASE
)
_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_DASHES = re.compile("[\u00ac\u02d7\u058a\u2010-\u2015\u2043\u207b\u2212\ufe58\ufe63\uff0d]")
_NOT_READ = re.compile(
    "<[^<>\n]*>"  # tags and comments
    "|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
    "|[*_~`\\\\\\[\\]]"
)
_LINE_END = re.compile(r"&(?:#0*1[03]|#x0*[ad]|newline);?", re.IGNORECASE)


def identity_codes(text: str) -> Iterator[tuple[int, str]]:
    """The line, from 1, of each personal identity code and its date part, the rest hidden."""
    found = {*_codes(text, _is_code), *_codes(_as_read(text), _is_code)}
    yield from sorted(found)


def likely_codes(text: str) -> Iterator[tuple[int, str]]:
    """The same of what is a code but for its check letter: somebody's with a slip in it."""
    yield from sorted({*_codes(text, _is_likely), *_codes(_as_read(text), _is_likely)})


def without_codes(text: str) -> str:
    """The text without anything in the form of a code: its figures are no numbers."""
    return _LIKE_A_CODE.sub(lambda one: " " if one[3][-1].isalpha() else one[0], text)


def _is_code(found: re.Match[str]) -> bool:
    return hetu.is_valid("".join(found.groups()).upper(), allow_temporary=True)


def _is_likely(found: re.Match[str]) -> bool:
    code = "".join(found.groups()).upper()
    if code[-1].isdigit() or _is_code(found):
        return False  # figures alone are somebody's telephone or the number of a document
    return any(hetu.is_valid(code[:-1] + check, allow_temporary=True) for check in _CHECKS)


def _codes(text: str, is_one: Callable[[re.Match[str]], bool]) -> Iterator[tuple[int, str]]:
    for found in _LIKE_A_CODE.finditer(text):
        if is_one(found):
            yield text.count("\n", 0, found.start()) + 1, f"{found[1]}…"


def _as_read(text: str) -> str:
    """The text line by line as a reader reads it: without its marks, any dash one dash."""
    plain = html.unescape(_LINE_END.sub(" ", text))
    return _DASHES.sub("-", normalize("NFKC", _NOT_READ.sub("", plain)))
