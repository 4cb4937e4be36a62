"""Findings told to whoever reads them: at a terminal, in a pull request, to a program."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kb.report.github import workflow_commands
from kb.report.machine import as_json
from kb.report.markdown import JOB_SUMMARY, summary
from kb.report.report import Report, guide_address
from kb.report.terminal import terminal

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": terminal,
    "github": workflow_commands,
    "markdown": summary,
    "json": as_json,
}

__all__ = ["FORMATS", "JOB_SUMMARY", "Report", "guide_address", "summary"]
