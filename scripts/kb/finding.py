"""Findings: what is wrong, where, and what to do, in the language of the file at fault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kb.text import Lang, Text


class Severity(StrEnum):
    """An error stops the build; a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an editor should mend. `line` counts from 1; `rule` is a kebab-case id."""

    path: str
    line: int
    rule: str
    message: Text
    severity: Severity = Severity.ERROR

    @property
    def languages(self) -> tuple[Lang, ...]:
        """The languages to speak: a page's own, both for data that carries both."""
        for lang in Lang:
            if self.path.endswith(f".{lang}.md"):
                return (lang,)
        return tuple(Lang)

    def lines(self) -> list[str]:
        """The finding as terminal lines, one a language, each starting `path:line:`."""
        return [
            f"{self.path}:{self.line}: {self.rule}: {self.message[lang]}" for lang in self.languages
        ]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Every finding once, by file, line and rule."""
    return sorted(set(findings), key=lambda f: (f.path, f.line, f.rule, f.message.fi))


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that must stop a build."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]
