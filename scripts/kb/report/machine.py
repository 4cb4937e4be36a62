"""Findings for programs: JSON of our own, and SARIF 2.1.0."""

from __future__ import annotations

import json
from typing import Any

from kb.finding import Finding
from kb.report.report import Report

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_NAME = "LAPE-tietopankki"


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


def as_sarif(report: Report) -> str:
    """A SARIF log of one run; each rule is described where it is broken."""
    rules = {finding.rule.id: finding for finding in report.findings}
    places = {rule: place for place, rule in enumerate(sorted(rules))}
    driver = {
        "name": _NAME,
        "informationUri": report.site_url,
        "rules": [{"id": rule, "helpUri": report.guide(rules[rule])} for rule in places],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, finding, places) for finding in report.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(report: Report, finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    location = {
        "artifactLocation": {"uri": finding.path},
        "region": {"startLine": finding.line},
    }
    result: dict[str, Any] = {
        "ruleId": finding.rule.id,
        "ruleIndex": places[finding.rule.id],
        "level": finding.severity.value,
        "message": {"text": report.message(finding)},
        "locations": [{"physicalLocation": location}],
    }
    if report.brought is not None:
        result["baselineState"] = "new" if finding in report.brought else "unchanged"
    return result
