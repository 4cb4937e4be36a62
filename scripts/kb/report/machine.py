"""Findings for programs: JSON."""

from __future__ import annotations

import json

from kb.report.report import Report


def as_json(report: Report) -> str:
    """A list of findings, each with both languages."""
    return json.dumps(
        [
            {
                "path": finding.path,
                "line": finding.line,
                "rule": finding.rule.id,
                "severity": finding.severity.value,
                "message": {"fi": finding.message.fi, "sv": finding.message.sv},
                "guide": report.guide(finding),
                **({} if report.brought is None else {"brought": finding in report.brought}),
            }
            for finding in report.findings
        ],
        ensure_ascii=False,
        indent=2,
    )
