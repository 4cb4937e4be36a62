"""What the registries say of our packages, from programs that answer as the real ones do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import supply

SILENT_PIP: dict[str, Any] = {"dependencies": [{"name": "a", "skip_reason": "not found on PyPI"}]}
WELL_PIP: dict[str, Any] = {"dependencies": [{"name": "a", "version": "1", "vulns": []}]}
KNOWN = {"id": "PYSEC-2026-1", "fix_versions": ["2"], "aliases": [], "description": "@x [a](//b)"}
BAD_PIP: dict[str, Any] = {"dependencies": [{"name": "a", "version": "1", "vulns": [KNOWN]}]}
SILENT_NPM: dict[str, Any] = {"message": "405 Method Not Allowed", "statusCode": 405}
WELL_NPM: dict[str, Any] = {"auditReportVersion": 2, "vulnerabilities": {}}
VIA = [{"title": "@x", "url": "https://registry.example/advisories/GHSA-1"}]
BAD_NPM: dict[str, Any] = {
    "vulnerabilities": {
        "b": {"name": "b`](", "severity": "high", "via": VIA},
        "c": {"name": "c", "severity": "low", "via": ["b"]},
    }
}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where `pip-audit` and `npm` are looked for; neither is there yet."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str, said: object, status: int = 0) -> None:
    words = said if isinstance(said, str) else json.dumps(said)
    (folder / name).write_text(f"#!/bin/sh\n/bin/cat <<'END'\n{words}\nEND\nexit {status}\n")
    (folder / name).chmod(0o755)


def audited(folder: Path) -> tuple[int, str]:
    report = folder / "supply.md"
    status = supply.main([str(report), "requirements.txt", "tests/html/package-lock.json"])
    return status, report.read_text("utf-8")


def test_all_answered_and_nothing_known_is_an_empty_report(programs: Path) -> None:
    program(programs, "pip-audit", WELL_PIP)
    program(programs, "npm", WELL_NPM)
    assert audited(programs) == (supply.NOTHING_KNOWN, "")


def test_what_is_known_is_told_in_plain_letters(programs: Path) -> None:
    program(programs, "pip-audit", BAD_PIP, status=1)
    program(programs, "npm", BAD_NPM, status=1)
    status, report = audited(programs)
    assert status == supply.VULNERABLE
    assert [line for line in report.splitlines() if line.startswith("- ")] == [
        "- `requirements.txt`: `a 1`: `PYSEC-2026-1` → 2",
        "- `tests/html/package-lock.json`: `b`: `GHSA-1` (high)",
        "- `tests/html/package-lock.json`: `c`: `b` (low)",
    ]
    assert "haavoittuvuuksia: 3" in report
    assert "sårbarheter i paket som installeras: 3" in report
    assert "@x" not in report


@pytest.mark.parametrize("pip", [SILENT_PIP, {"dependencies": []}, "", "Traceback", "[]"])
@pytest.mark.parametrize("status", [0, 1])
def test_a_skipped_package_is_no_answer_however_well_the_program_ends(
    programs: Path, pip: object, status: int
) -> None:
    program(programs, "pip-audit", pip, status)
    program(programs, "npm", WELL_NPM)
    said, report = audited(programs)
    assert said == supply.UNANSWERED
    assert "Rekisteri ei vastannut" in report
    assert "Registret svarade inte" in report
    assert "`requirements.txt`" in report
    assert "package-lock" not in report


@pytest.mark.parametrize("npm", [SILENT_NPM, {"error": {"code": "ENOTFOUND"}}, ""])
def test_an_endpoint_that_refuses_is_no_answer_and_hides_nothing(
    programs: Path, npm: object
) -> None:
    program(programs, "pip-audit", BAD_PIP, status=1)
    program(programs, "npm", npm, status=1)
    status, report = audited(programs)
    assert status == supply.UNANSWERED
    assert "PYSEC-2026-1" in report
    assert "`tests/html/package-lock.json`." in report


def test_without_the_programs_nothing_is_known(programs: Path) -> None:
    status, report = audited(programs)
    assert status == supply.UNANSWERED
    assert report.count("`tests/html/package-lock.json`") == 2
