"""Findings as annotations at the lines of a pull request, as GitHub's workflow commands.

GitHub shows ten errors and ten warnings of a step. The first are therefore the heaviest that the
change brought; what a rule says of one file is one annotation; the rest is counted.
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
    ordered = heaviest_first(finding for _, found in report.groups for finding in found)
    lines: list[str] = []
    for severity in Severity:
        alike = _alike([finding for finding in ordered if finding.severity is severity])
        whole = len(alike) <= SHOWN
        shown = alike if whole else alike[: SHOWN - 1]
        lines += [_annotation(report, group) for group in shown]
        if not whole:
            lines.append(_rest(report, severity, sum(map(len, alike[SHOWN - 1 :]))))
    return "\n".join(lines)


def _alike(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings grouped by file and rule, in the order of each group's first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.path, finding.rule.id), []).append(finding)
    return list(groups.values())


def _annotation(report: Report, group: Sequence[Finding]) -> str:
    first, *others = group
    said = report.message(first)
    for other in others:
        line = _LINE.format(line=other.line)
        where = " / ".join(line[lang] for lang in report.languages(other))
        said += f"\n{where}: {report.message(other)}"
    place = f"file={_property(first.path)},line={first.line},title={_property(first.rule.id)}"
    said += f"\n{report.guide(first)}"
    return f"::{first.severity} {place}::{_data(said)}"


def _rest(report: Report, severity: Severity, count: int) -> str:
    return f"::{severity}::{_data(report.said(_MORE.format(count=count)))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
