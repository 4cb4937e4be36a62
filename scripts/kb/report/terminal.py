"""Findings as lines for a terminal; each starts `path:line:`, which many programs make a link."""

from __future__ import annotations

from collections.abc import Iterator

from kb.finding import Finding, Severity
from kb.report.report import EXCUSED, SEVERITIES, Report, full_message, guide_address


def terminal(report: Report) -> str:
    """One line for each finding and language, with a link to the guide; the counts at the end."""
    lines: list[str] = []
    for title, findings in report.groups:
        if title:
            lines.append(f"{report.said(title)} ({len(findings)}):")
        lines += [line for finding in findings for line in _lines(report, finding)]
    if report.findings:
        lines.append(report.said(report.counts))
    if report.excused:
        lines.append(f"{report.said(EXCUSED.format(count=len(report.excused)))}:")
        lines += [f"{one.path}:{one.covers}: {one.rule}: {one.reason}" for one in report.excused]
    return "\n".join(lines)


def _lines(report: Report, finding: Finding) -> Iterator[str]:
    for lang in report.languages(finding):
        is_warning = finding.severity is Severity.WARNING
        mark = f"({SEVERITIES[finding.severity][lang]}) " if is_warning else ""
        rule, message = finding.rule.id, full_message(finding)[lang]
        link = guide_address(report.site_url, rule, lang)
        yield f"{finding.path}:{finding.line}: {rule}: {mark}{message} {link}"
