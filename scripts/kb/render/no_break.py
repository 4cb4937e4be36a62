"""No-break spaces where a line must not break: inside dates, times, sums, names of laws.

They are put into what is published, after search has read it, never into the sources.
"""

from __future__ import annotations

import re

from kb.model.formats import NBSP
from kb.text import Lang
from kb.words.numbers import MONTHS

_TAG_OR_TEXT = re.compile(r"<(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>|[^<]+|<")
_TYPED = re.compile(r"<(/?)(?:code|pre|kbd|samp)\b")
"""What is to be typed is left as it is."""
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
    """The HTML with no-break spaces for the spaces that nobody reads over; nothing else changes."""
    typed = 0
    parts = []
    for part in _TAG_OR_TEXT.findall(html):
        if tag := _TYPED.match(part):
            typed += -1 if tag[1] else 1
        is_read = not typed and not part.startswith("<")
        parts.append(_whole(part, lang) if is_read else part)
    return "".join(parts)


def _whole(text: str, lang: Lang) -> str:
    return _WHOLE[lang].sub(_joined, _THOUSANDS.sub(_joined, text))


def _joined(found: re.Match[str]) -> str:
    return re.sub(_SPACE, NBSP, found[0])
