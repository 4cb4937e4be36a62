"""Finnish personal identity codes, told from other figures by their check character."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.fi import hetu

_LIKE_A_CODE = re.compile(r"(?<![\w-])\d{6}[-+A-FU-Y]\d{3}[0-9A-Y](?![\w-])")


def identity_codes(text: str) -> Iterator[tuple[int, str]]:
    """The line, from 1, of each personal identity code and its date part, the rest hidden."""
    for found in _LIKE_A_CODE.finditer(text):
        if hetu.is_valid(found[0], allow_temporary=True):
            yield text.count("\n", 0, found.start()) + 1, f"{found[0][:6]}…"
