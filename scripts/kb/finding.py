"""Rules and findings: what must hold, and where it does not, in the language of the file at fault.

A rule is declared once, as a constant beside the function that finds what breaks it. The guide's
headings, the folders of cases and the reports follow from the rules that there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from string import Formatter

from kb.text import Lang, Text, printable


class Severity(StrEnum):
    """An error stops the build; a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold: a kebab-case id, and what to say where it does not, with {names} to fill in.

    ValueError if the names are not the same in both languages.
    """

    id: str
    message: Text
    severity: Severity
    gives_way: bool = False
    """True if nothing is said on a line that has something else to mend."""
    may_stay: bool = False
    """True if the line may be right all the same: an editor may excuse it, with a reason."""
    of_a_word: bool = False
    """True if nothing is said of a word that another finding of the line quotes."""
    hides_others: bool = False
    """True if what others look at is gone while it is broken: that they are silent says nothing."""
    guards_readers: bool = False
    """True if it keeps readers from harm: whoever reviews a change is told of each new excuse."""

    def __post_init__(self) -> None:
        if _names(self.message.fi) != _names(self.message.sv):
            raise ValueError(f"{self.id}: the two languages have different names to fill in")

    @classmethod
    def error(
        cls,
        id: str,
        fi: str,
        sv: str,
        *,
        gives_way: bool = False,
        may_stay: bool = False,
        hides_others: bool = False,
    ) -> Rule:
        """A rule that stops the build."""
        message, severity = Text(fi, sv), Severity.ERROR
        return cls(id, message, severity, gives_way, may_stay, hides_others=hides_others)

    @classmethod
    def warning(
        cls,
        id: str,
        fi: str,
        sv: str,
        *,
        gives_way: bool = False,
        may_stay: bool = False,
        of_a_word: bool = False,
    ) -> Rule:
        """A rule whose breaking is only said."""
        return cls(id, Text(fi, sv), Severity.WARNING, gives_way, may_stay, of_a_word)

    def guarding_readers(self) -> Rule:
        """The same rule, kept for the sake of readers: told first, and of each new excuse, too."""
        return replace(self, guards_readers=True)

    def saying(self, fi: str, sv: str) -> Rule:
        """The same rule in other words, for another way to break it."""
        return replace(self, message=Text(fi, sv))

    def firmly(self, fi: str, sv: str) -> Rule:
        """The same rule in other words, where nothing can excuse it."""
        return replace(self.saying(fi, sv), may_stay=False)

    def only_said(self, fi: str, sv: str) -> Rule:
        """The same rule as a warning, in other words: what may wait, until the line is right."""
        return replace(self.saying(fi, sv), severity=Severity.WARNING, gives_way=True)

    def at(self, path: str, line: int, /, **values: Text | str | int) -> Finding:
        """What is wrong at a line; TypeError unless each name of the message has its value."""
        if values.keys() != (names := _names(self.message.fi)):
            raise TypeError(f"{self.id} takes {sorted(names)}, not {sorted(values)}")
        seen = {name: _seen(value) for name, value in values.items()}
        return Finding(printable(path), line, self, self.message.format(**seen))


def _seen(value: Text | str | int) -> Text | str | int:
    match value:
        case Text():
            return Text(printable(value.fi), printable(value.sv))
        case str():
            return printable(value)
    return value


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an editor should mend, made by its rule (`Rule.at`). `line` counts from 1."""

    path: str
    line: int
    rule: Rule
    message: Text

    @property
    def severity(self) -> Severity:
        """Whether it stops the build."""
        return self.rule.severity

    @property
    def languages(self) -> tuple[Lang, ...]:
        """The languages to speak: a page's own, both for data that carries both."""
        for lang in Lang:
            if self.path.endswith(f".{lang}.md"):
                return (lang,)
        return tuple(Lang)

    @property
    def way_out(self) -> Text | None:
        """What to write where the line is right all the same; None if it cannot be."""
        if not self.rule.may_stay:
            return None
        return (_ON_PAGE if self.path.endswith(".md") else _IN_DATA).format(rule=self.rule.id)

    def lines(self) -> list[str]:
        """The finding as terminal lines, one a language, each starting `path:line:`."""
        return [
            f"{self.path}:{self.line}: {self.rule.id}: {self.message[lang]}"
            for lang in self.languages
        ]


_ON_PAGE = Text(
    "Jos näin pitää olla, kirjoita rivin loppuun <!-- kb:ok {rule} miksi -->",
    "Om det ska vara så, skriv i slutet av raden <!-- kb:ok {rule} varför -->",
)
_IN_DATA = Text(
    "Jos näin pitää olla, kirjoita rivin yläpuolelle # kb:ok {rule} miksi",
    "Om det ska vara så, skriv ovanför raden # kb:ok {rule} varför",
)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Every finding once, by file, line and rule."""
    return sorted(set(findings), key=lambda f: (f.path, f.line, f.rule.id, f.message.fi))


def without_consequences(findings: Iterable[Finding]) -> list[Finding]:
    """The findings but for those that give way to another on their line."""
    every = list(findings)
    first = {(one.path, one.line) for one in every if not one.rule.gives_way}
    kept = [one for one in every if not one.rule.gives_way or (one.path, one.line) not in first]
    told: dict[tuple[str, int], set[str]] = {}
    for one in kept if any(one.rule.of_a_word for one in kept) else ():
        if not one.rule.of_a_word:
            told.setdefault((one.path, one.line), set()).update(_quoted(one))
    return [
        one
        for one in kept
        if not one.rule.of_a_word or not _is_among(one, told.get((one.path, one.line), set()))
    ]


def _is_among(finding: Finding, told: Container[str]) -> bool:
    """True if the word that a finding is about is one of those."""
    word, *_ = [*_quoted(finding), ""]
    return word in told


def _quoted(finding: Finding) -> list[str]:
    """The words that the message quotes."""
    return [word for said in _QUOTED.findall(finding.message.fi) for word in _WORD.findall(said)]


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that must stop a build."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


_QUOTED = re.compile("”([^”]+)”")
_WORD = re.compile(r"[^\W\d_]+")
_DID_YOU_MEAN = Text("Tarkoititko ”{word}”?", "Menade du ”{word}”?")


def hint(
    word: str,
    known: Iterable[str],
    otherwise: Text,
    *,
    cutoff: float = 0.6,
    shown: Callable[[str], str] = str,
) -> Text:
    """“Did you mean …?” with the nearest known word as it is shown, or else the advice given.

    `cutoff` is how alike is near, from 0 to 1.
    """
    near = get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return _DID_YOU_MEAN.format(word=shown(near[0])) if near else otherwise
