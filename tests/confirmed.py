"""Content whose languages are declared in step, whatever they say."""

from __future__ import annotations

from pathlib import Path

from kb.check.confirmation import Confirmation, now, tidying
from kb.read import read
from kb.read.translations import write_declarations
from kb.text import Lang


def confirm_all(content: Path) -> None:
    """Declare every section that both languages have in step as it stands."""
    known = read(content, content)
    plan: Confirmation = tidying(known)
    for sections in known.comparisons.values():
        for one in sections:
            assert len(one.sides) == len(Lang), one.name
            plan.declare(one, now(one))
    for key in plan.pages:
        write_declarations(content, key, plan.written.get(key, {}), plan.removed.get(key, ()))
