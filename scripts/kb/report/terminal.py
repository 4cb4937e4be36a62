"""Findings as lines that an editor's program can click: each starts `path:line:`."""

from __future__ import annotations

from collections.abc import Iterator

from kb.finding import Finding, Severity
from kb.report.report import SEVERITIES, Report, guide_address


def terminal(report: Report) -> str:
    """One line a finding and language, with a link to the guide; counts at the end, if any."""
    lines: list[str] = []
    for title, findings in report.groups:
        if title:
            lines.append(f"{report.said(title)} ({len(findings)}):")
        lines += [line for finding in findings for line in _lines(report, finding)]
    if report.findings:
        lines.append(report.said(report.counts))
    return "\n".join(lines)


def _lines(report: Report, finding: Finding) -> Iterator[str]:
    for lang in report.languages(finding):
        mark = (
            f"({SEVERITIES[finding.severity][lang]}) "
            if finding.severity is Severity.WARNING
            else ""
        )
        link = guide_address(report.site_url, finding.rule.id, lang)
        said = finding.message[lang]
        yield f"{finding.path}:{finding.line}: {finding.rule.id}: {mark}{said} {link}"
