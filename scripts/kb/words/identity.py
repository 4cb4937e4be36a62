"""Finnish personal identity codes, told from other figures by their check character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_CODE = re.compile(r"(?<![\w-])(\d\d)(\d\d)(\d\d)([-+A-FU-Y])(\d{3})([0-9A-Y])(?![\w-])")
_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_CENTURIES = {"+": 1800} | dict.fromkeys("-UVWXY", 1900) | dict.fromkeys("ABCDEF", 2000)


def identity_codes(text: str) -> Iterator[tuple[int, str]]:
    """The line, from 1, of each personal identity code and its date part, the rest hidden."""
    for found in _CODE.finditer(text):
        if _is_real(found):
            yield text.count("\n", 0, found.start()) + 1, f"{found[0][:6]}…"


def _is_real(found: re.Match[str]) -> bool:
    day, month, year, century, number, check = found.groups()
    try:
        date(_CENTURIES[century] + int(year), int(month), int(day))
    except ValueError:
        return False
    return _CHECK[int(day + month + year + number) % len(_CHECK)] == check
