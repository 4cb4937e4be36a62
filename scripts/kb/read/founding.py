"""The fingerprints of the founding documents: they tell a copied sentence without holding it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kb.words.shingles import shingles

FILE = "founding-shingles.txt"

OFFICIAL_NAMES = (
    # The programme's and the ministries' names leave no other wording.
    "programmet för utveckling av barn och familjetjänster",
    "social och hälsovårdsministeriet och undervisnings och kulturministeriet",
)


def read_founding(data: Path) -> frozenset[str]:
    """The fingerprints kept in the data folder; none if the file is not there."""
    file = data / FILE
    return frozenset(file.read_text("utf-8").split()) if file.is_file() else frozenset()


def fingerprints(texts: Iterable[str]) -> list[str]:
    """The fingerprints of every run of eight words that is more than an official name."""
    return sorted(
        {
            fingerprint
            for text in texts
            for fingerprint, run in shingles(text)
            if not any(name in run for name in OFFICIAL_NAMES)
        }
    )
