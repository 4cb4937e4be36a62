"""Fingerprints of eight words in a row, to recognise a copied sentence without keeping the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b

LENGTH = 8
_WORD = re.compile(r"[^\W_]+(?:[-:.][^\W_]+)*")


def shingles(text: str) -> Iterator[tuple[str, str]]:
    """Every run of eight words as (fingerprint, words); case and punctuation do not count."""
    found = [word.casefold() for word in _WORD.findall(text)]
    for start in range(len(found) - LENGTH + 1):
        run = " ".join(found[start : start + LENGTH])
        yield blake2b(run.encode(), digest_size=6).hexdigest(), run
