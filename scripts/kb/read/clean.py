"""Which pages and records earlier checks found nothing in."""

from __future__ import annotations

from pathlib import Path

from kb.read.cache import code, load, save

_FILE = "checks/clean.json"
"""Not beside what is known of words, which travels with the project."""


def read_clean(cache: Path) -> tuple[str, frozenset[str]]:
    """What the checks are, and the digests of what they found clean."""
    return code(), frozenset(load(cache / _FILE))


def remember_clean(digests: frozenset[str], cache: Path) -> None:
    """Keep the digests for the next run."""
    save(cache / _FILE, dict.fromkeys(digests, 1))
