"""YAML as nodes that know their line; nothing is guessed to be a boolean or a number here."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from kb.finding import Finding, Rule
from kb.text import Text

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

YAML_SYNTAX = Rule.error(
    "yaml-syntax",
    "Tätä riviä tai edellistä ei voi lukea: {problem}. Rivillä on nimi, kaksoispiste, välilyönti "
    'ja arvo. Jos arvossa on kaksoispiste, kirjoita se lainausmerkkeihin: nimi: "arvo"',
    "Den här raden eller raden före går inte att läsa: {problem}. På en rad står ett namn, ett "
    "kolon, ett mellanslag och ett värde. Om värdet innehåller ett kolon, skriv det inom "
    'citattecken: namn: "värde"',
)
CUT_VALUE = Rule.error(
    "cut-value",
    "Merkki # katkaisee arvon: siitä luetaan vain ”{kept}”. Kirjoita arvo lainausmerkkeihin: "
    "{better}",
    "Tecknet # bryter värdet: bara ”{kept}” läses. Skriv värdet inom citattecken: {better}",
)
_CUT = re.compile(
    r"(?P<key>\s*(?:- )?(?:[\w-]+:\s+)?)(?P<kept>(?![#'\"|>\[{&])[^#]*?)\s*(?<=\s)#\S.*"
)
_BAD_START = Text(
    "rivi alkaa merkillä, jolla se ei voi alkaa (esimerkiksi sarkain)",
    "raden börjar med ett tecken som den inte får börja med (till exempel en tabb)",
)
_ALIAS = Text("merkki * pitää kirjoittaa lainausmerkkeihin", "tecknet * ska stå inom citattecken")
_PROBLEMS = {
    "mapping values are not allowed": Text(
        "rivillä on kaksoispiste väärässä paikassa", "det finns ett kolon på fel ställe"
    ),
    "cannot start any token": _BAD_START,
    "found a tab": _BAD_START,
    "could not find expected ':'": Text("kaksoispiste puuttuu", "ett kolon saknas"),
    "unexpected end of stream": Text("lainausmerkki jäi auki", "ett citattecken lämnades öppet"),
    "did not find expected key": Text(
        "rivin alussa on väärä määrä välilyöntejä", "raden börjar med fel antal mellanslag"
    ),
    "expected <block end>": Text(
        "rivin alussa on väärä määrä välilyöntejä", "raden börjar med fel antal mellanslag"
    ),
    "undefined alias": _ALIAS,
}
_OTHER_PROBLEM = Text("rivi ei ole muotoa nimi: arvo", "raden har inte formen namn: värde")


def compose(text: str, path: str, first_line: int = 1) -> yaml.Node | Finding:
    """The document's root node, or a finding at the line where reading stopped."""
    try:
        if (alias := _alias(text)) is not None:
            return YAML_SYNTAX.at(path, first_line + alias, problem=_ALIAS)
        node = yaml.compose(text, Loader=Loader)
    except RecursionError:
        return YAML_SYNTAX.at(path, first_line, problem=_OTHER_PROBLEM)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + _begun(text, mark.line if mark else 0)
        said = getattr(error, "problem", None) or ""
        problem = next((text for key, text in _PROBLEMS.items() if key in said), _OTHER_PROBLEM)
        return YAML_SYNTAX.at(path, line, problem=problem)
    if node is None:
        node = yaml.MappingNode("tag:yaml.org,2002:map", [])
        node.start_mark = yaml.Mark(path, 0, 0, 0, "", 0)
    return node


def cut_values(text: str, path: str) -> Iterator[Finding]:
    """The values of a file that a `#` cuts: a comment has a space after it."""
    if " #" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if (cut := _CUT.fullmatch(line)) and cut["key"].strip():
            whole = line[cut.end("key") :].strip().replace('"', '\\"')
            better = f'{cut["key"].strip()} "{whole}"'
            yield CUT_VALUE.at(path, number, kept=cut["kept"], better=better)


_QUOTED = re.compile(r"""(?:^|[:\[,-]\s+|\[)(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
_OPEN = re.compile(r"""(?:^|[:\[,-]\s+|\[)["']|(?:^|[:-]\s+)\[[^\]]*$""")


def _begun(text: str, line: int) -> int:
    """The first line, from 0, that leaves a quotation or a list open, if there is one by `line`.

    What is left open goes on to wherever another mark ends it: reading stops far below.
    """
    for number, words in enumerate(text.split("\n")[: line + 1]):
        if leaves_open(words):
            return number
    return line


def leaves_open(line: str) -> bool:
    """True if a quotation or a list begins on the line and goes on below it."""
    return bool(_OPEN.search(_QUOTED.sub("", line.strip())))


def _alias(text: str) -> int | None:
    """The line, from 0, that repeats an earlier value by its name; None if none does.

    Ten lines of aliases are a value of a thousand million words, and one can hold itself.
    """
    if "*" not in text or "&" not in text:
        return None
    events = yaml.parse(text, Loader=Loader)
    marks = (event.start_mark for event in events if isinstance(event, yaml.AliasEvent))
    return next((mark.line for mark in marks if mark), None)


def line_of(node: yaml.Node, first_line: int = 1) -> int:
    """The line on which a node starts."""
    return first_line + int(node.start_mark.line)


def last_line_of(node: yaml.Node, first_line: int = 1) -> int:
    """The line on which the last value inside a node starts."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return line_of(node, first_line)
