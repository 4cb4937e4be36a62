"""Where a line must not break: inside dates, times, sums, names of laws, ranges of figures.

Spaces become no-break spaces, and a range is held together by its element: a character that nobody
sees would come along when somebody copies the text. All this is put into what is published, after
search has read it, never into the sources.
"""

from __future__ import annotations

import re

from kb.model.formats import NBSP
from kb.text import Lang
from kb.words.numbers import MONTHS

_TAG_OR_TEXT = re.compile(r"<(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>|[^<]+|<")
_TYPED = re.compile(r"<(/?)(?:code|pre|kbd|samp)\b")
"""What is to be typed is left as it is."""
_UNBROKEN_ANYWAY = re.compile(r"<(/?)(?:svg|option|title)\b")
"""What no line breaks in, and where an element would be out of place."""
_RANGE = re.compile(r"(?<![\w.,–-])\d{1,4}–\d{1,4}(?![\w–]|[.,]\d)")
_OPEN, _CLOSE = '<span class="unbroken">', "</span>"
_SPACE = r"[ \n]"
_THOUSANDS = re.compile(rf"(?<!\d)\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)")
_EVERYWHERE = (
    rf"\d{_SPACE}(?:[%§€°]|md\b)",
    rf"\d{_SPACE}(?:milj\.|mn\b)(?:{_SPACE}€)?",
    rf"\b\w{{2,5}}{_SPACE}(?=\d+/\d{{4}})",
    rf"/\d{{4}}{_SPACE}(?:vp|rd)\b",
    rf"\bs\.{_SPACE}(?=\d)",
)
_IN = {
    Lang.FI: (
        rf"\d\.{_SPACE}(?:{'|'.join(MONTHS[Lang.FI])})\w*(?:{_SPACE}(?=\d{{4}}))?",
        rf"\b(?:{'|'.join(MONTHS[Lang.FI])})\w*{_SPACE}(?=\d{{4}})",
        rf"\d{_SPACE}(?:miljoon|miljard|euro|prosentt)",
        rf"\b(?:klo|kello|nro|n:o){_SPACE}(?=\d)",
    ),
    Lang.SV: (
        rf"\d{_SPACE}(?:{'|'.join(MONTHS[Lang.SV])})\b(?:{_SPACE}(?=\d{{4}}))?",
        rf"\b(?:{'|'.join(MONTHS[Lang.SV])}){_SPACE}(?=\d{{4}})",
        rf"\d{_SPACE}(?:miljon|miljard|euro|procent)",
        rf"\b(?:kl\.|klockan|nr|kap\.|mom\.){_SPACE}(?=\d)",
    ),
}
_WHOLE = {lang: re.compile("|".join((*_IN[lang], *_EVERYWHERE)), re.IGNORECASE) for lang in Lang}


def unbroken(html: str, lang: Lang) -> str:
    """The HTML with its spaces and ranges kept whole; nothing else of it changes."""
    typed = drawn = 0
    parts: list[str] = []
    for part in _TAG_OR_TEXT.findall(html):
        typed += _deeper(_TYPED, part)
        drawn += _deeper(_UNBROKEN_ANYWAY, part)
        if typed or part.startswith("<"):
            parts.append(part)
        elif drawn or parts[-1:] == [_OPEN]:
            parts.append(with_spaces_kept(part, lang))
        else:
            parts.append(_RANGE.sub(_in_one_piece, with_spaces_kept(part, lang)))
    return "".join(parts)


def with_spaces_kept(text: str, lang: Lang) -> str:
    """Text alone, with no-break spaces for the spaces that nobody reads over."""
    return _WHOLE[lang].sub(_joined, _THOUSANDS.sub(_joined, text))


def _deeper(tags: re.Pattern[str], part: str) -> int:
    found = tags.match(part)
    return 0 if found is None else -1 if found[1] else 1


def _in_one_piece(found: re.Match[str]) -> str:
    return f"{_OPEN}{found[0]}{_CLOSE}"


def _joined(found: re.Match[str]) -> str:
    return re.sub(_SPACE, NBSP, found[0])
