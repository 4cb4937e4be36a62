"""Findings as annotations at the lines of a pull request, as GitHub's workflow commands.

GitHub shows ten errors and ten warnings of a step. Those that the change brought therefore come
first, errors before warnings; findings of one rule in one file are one annotation; what has no
room is counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.finding import Finding, Severity
from kb.report.report import Report, heaviest_first
from kb.text import Text

SHOWN = 10
"""Annotations of a severity that GitHub shows of one step."""

_LINE = Text("Rivi {line}", "Rad {line}")
_MORE = Text(
    "Lisäksi {count} kohtaa: katso täysi luettelo ajon yhteenvedosta.",
    "Dessutom {count} ställen: se hela förteckningen i körningens sammanfattning.",
)


def workflow_commands(report: Report) -> str:
    """The workflow commands, at most ten of a severity, errors first."""
    ordered = heaviest_first(finding for _, group in report.groups for finding in group)
    lines: list[str] = []
    for severity in Severity:
        groups = _grouped([finding for finding in ordered if finding.severity is severity])
        room = SHOWN if len(groups) <= SHOWN else SHOWN - 1  # the last says how many more
        lines += [_annotation(report, group) for group in groups[:room]]
        if left := sum(map(len, groups[room:])):
            more = report.said(_MORE.format(count=left))
            lines.append(f"::{severity}::{_data(more)}")
    return "\n".join(lines)


def _grouped(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings grouped by file and rule, in the order of each group's first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.path, finding.rule.id), []).append(finding)
    return list(groups.values())


def _annotation(report: Report, group: Sequence[Finding]) -> str:
    first, *others = group
    message = report.message(first)
    for other in others:
        line = _LINE.format(line=other.line)
        where = " / ".join(line[lang] for lang in report.languages(other))
        message += f"\n{where}: {report.message(other)}"
    message += f"\n{report.guide(first)}"
    place = f"file={_property(first.path)},line={first.line},title={_property(first.rule.id)}"
    return f"::{first.severity} {place}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
