"""Lines of data that cannot be read, as they were meant: indents, line ends, colons inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kb.finding import Finding
from kb.read.yaml_nodes import YAML_SYNTAX, leaves_open
from kb.text import Lang, Text

_NOT_BELOW = YAML_SYNTAX.saying(
    "Kielten rivit kuuluvat kentän ”{key}” alle: rivin alussa on {spaces} välilyöntiä. Kirjoita: "
    "”{better}”",
    "Språkens rader hör under fältet ”{key}”: raden börjar med {spaces} mellanslag. Skriv: "
    "”{better}”",
)
_BESIDE = YAML_SYNTAX.saying(
    "Kentässä ”{key}” on kaksi kieltä, ja kumpikin tarvitsee oman rivin. Kirjoita riville vain "
    "”{key}:” ja sen alle: ”{better}”",
    "Fältet ”{key}” har två språk, och vartdera behöver en egen rad. Skriv bara ”{key}:” på raden "
    "och under den: ”{better}”",
)
_BROKEN = YAML_SYNTAX.saying(
    "Rivi jatkaa edellistä, mutta arvon pitää olla yhdellä rivillä. Poista rivinvaihto, niin että "
    "rivi on: {better}",
    "Raden fortsätter den föregående, men värdet ska stå på en enda rad. Ta bort radbytet så att "
    "raden blir: {better}",
)
_COLON_INSIDE = YAML_SYNTAX.saying(
    "Rivin tekstissä on kaksoispiste, joten teksti tarvitsee lainausmerkit. Kirjoita: {better}",
    "Radens text har ett kolon och behöver därför citattecken. Skriv: {better}",
)
_COLON = re.compile(r"[^\s\"'\[{|>#&*!].*:(?:\s.*)?")
_LINE = re.compile(r"(?P<start>[ \t]*(?:- )?)(?P<key>[A-Za-z_][\w-]*):(?P<rest>[ \t].*)?")
_BELOW = Text("” – ja sen alle: ”", "” – och under den: ”")
_STEP = 2
_PLAIN = re.compile(r"[ \t]*[^\s#\"'\[\]{}|>*&!%@-]")
_OPEN = re.compile(r"[\"'\[{|>]")


@dataclass
class _Entry:
    """A field, and the languages that are meant to stand below it."""

    key: str
    line: int
    depth: int
    rest: str
    languages: list[tuple[int, str, str]] = field(default_factory=list)
    """The line, its start and the rest of it from the language on."""

    @property
    def mended(self) -> Sequence[str]:
        return [f"{' ' * (self.depth + _STEP)}{words}" for _, _, words in self.languages]


def mended_yaml(text: str, path: str, first_line: int = 1) -> Finding | None:
    """The first line of a data file that its neighbours or its own marks show how to mend.

    Asked only of a file that cannot be read as it is.
    """
    lines = text.split("\n")
    if any(map(leaves_open, lines)):
        return None  # which is told, and hides where everything below it stands
    found = next(_wrong(lines, path), None)
    return replace(found, line=found.line + first_line - 1) if found else None


def _wrong(lines: Sequence[str], path: str) -> Iterator[Finding]:
    before = ""
    for entry in _entries(lines):
        yield from _of_entry(entry, path)
    for number, line in enumerate(lines, 1):
        if (found := _LINE.fullmatch(line)) and _COLON.fullmatch((found["rest"] or "").strip()):
            value = (found["rest"] or "").strip().replace("\\", "\\\\").replace('"', '\\"')
            yield _COLON_INSIDE.at(path, number, better=f'{found["key"]}: "{value}"')
    for number, line in enumerate(lines, 1):
        if _continues(before, line):
            yield _BROKEN.at(path, number, better=f"{before.strip()} {line.strip()}")
        before = line if line.strip() else before


def _entries(lines: Sequence[str]) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for number, line in enumerate(lines, 1):
        found = _LINE.fullmatch(line)
        if not found:
            continue
        if found["key"] not in set(Lang):
            if entry:
                yield entry
            start = found["start"].expandtabs(_STEP)
            entry = _Entry(found["key"], number, len(start), (found["rest"] or "").strip())
        elif entry:
            entry.languages.append((number, found["start"], line.strip()))
    if entry:
        yield entry


def _of_entry(entry: _Entry, path: str) -> Iterator[Finding]:
    if entry.languages and _PLAIN.match(entry.rest):
        given = {words[:2] for _, _, words in entry.languages}
        missing = next((lang for lang in Lang if lang not in given), Lang.FI)
        better = f"{' ' * (entry.depth + _STEP)}{missing}: {entry.rest}"
        yield _BESIDE.at(path, entry.line, key=entry.key, better=better)
        return
    spaces = entry.depth + _STEP
    wrong = [
        (number, mended)
        for (number, start, _), mended in zip(entry.languages, entry.mended, strict=True)
        if start != " " * spaces
    ]
    if wrong:
        mended = Text.of(lambda lang: _BELOW[lang].join(line for _, line in wrong))
        yield _NOT_BELOW.at(path, wrong[0][0], key=entry.key, spaces=spaces, better=mended)


def _continues(before: str, line: str) -> bool:
    """True for plain words below a value that is not quoted and no list."""
    value = _LINE.fullmatch(before)
    rest = ((value["rest"] or "") if value else "").strip()
    is_plain = bool(_PLAIN.match(line)) and not _LINE.fullmatch(line)
    return is_plain and bool(rest) and not _OPEN.match(rest)
