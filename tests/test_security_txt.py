"""`/.well-known/security.txt`: who is told of a vulnerability, and never an invented address."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import PROJECT, settings
from kb.read.settings import settings_of
from kb.render.security_txt import PATH, security_txt
from serve import Build
from toy import FILES, write

TODAY = date(2026, 11, 30)
ADVISORIES = "https://github.com/lape/kb/security/advisories/new"


def contact_of(contact: str, repository: str) -> str:
    extra = {"contact_details_years": 2, "review_months": 24, "security_contact": contact}
    options: dict[str, Any] = {"repo_url": repository, "edit_uri": "edit/main/docs/"}
    return settings_of({**options, "site_url": "https://x.fi", "extra": extra}).security_contact


def fields(text: str) -> dict[str, str]:
    assert text.endswith("\n")
    return dict(line.split(": ", 1) for line in text.splitlines())


@pytest.mark.parametrize(
    ("contact", "repository", "said"),
    [
        ("turva@kunta.example", "https://github.com/lape/kb", "mailto:turva@kunta.example"),
        ("mailto:turva@kunta.example", "", "mailto:turva@kunta.example"),
        ("https://kunta.example/turva", "", "https://kunta.example/turva"),
        ("tel:+358-9-1234", "", "tel:+358-9-1234"),
        ("", "https://github.com/lape/kb", ADVISORIES),
        ("", "https://github.com/lape/kb.git", ADVISORIES),
        ("", "https://github.com/lape/kb/", ADVISORIES),
        ("", "https://git.example.org/lape/kb", ""),
        ("", "https://github.com.example.org/lape/kb", ""),
        ("", "https://github.com/lape", ""),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_the_contact_is_what_was_set_or_github_s_private_report_or_none(
    contact: str, repository: str, said: str
) -> None:
    assert contact_of(contact, repository) == said


@pytest.mark.parametrize(
    "contact",
    [
        "turva",
        "http://kunta.example/turva",
        "a@b.example\nExpires: 2999-01-01T00:00:00Z",
        "@",
        "a b@c",
    ],
)
def test_a_contact_of_no_kind_is_refused(contact: str) -> None:
    with pytest.raises(ValueError, match="security_contact"):
        contact_of(contact, "")


def test_the_file_says_what_the_rfc_requires_and_holds_for_less_than_a_year() -> None:
    known = replace(settings("https://x.fi/kb/"), security_contact="mailto:a@x.fi")
    said = fields(security_txt(known, TODAY))
    expires = datetime.strptime(said.pop("Expires"), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=300) < expires - datetime(2026, 11, 30, tzinfo=UTC) < timedelta(days=365)
    assert said == {
        "Contact": "mailto:a@x.fi",
        "Preferred-Languages": "fi, sv, en",
        "Canonical": "https://x.fi/kb/.well-known/security.txt",
    }


def test_nobody_to_tell_is_no_file() -> None:
    assert security_txt(replace(settings(), security_contact=""), TODAY) == ""


def test_a_build_writes_it_when_the_repository_is_at_github(
    tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = write(tmp_path / "docs", FILES)
    monkeypatch.setenv("REPO_URL", "https://github.com/lape/kb")
    built = build(docs, tmp_path / "site")
    assert fields(built.files[PATH].decode())["Contact"] == ADVISORIES
    monkeypatch.delenv("REPO_URL")
    assert PATH not in build(docs, tmp_path / "elsewhere").files


def test_pages_at_github_get_what_stands_in_a_folder_with_a_dot() -> None:
    workflow = yaml.safe_load((PROJECT / ".github/workflows/publish.yml").read_text("utf-8"))
    steps = workflow["jobs"]["build"]["steps"]
    (upload,) = [step for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert upload["with"]["include-hidden-files"] is True
