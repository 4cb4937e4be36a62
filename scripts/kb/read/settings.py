"""What a run is told from outside: the day, and the settings of `mkdocs.yml`."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml

from kb.model.code_host import private_report
from kb.model.settings import Settings

_EMAIL = re.compile(r"[^\s:@]+@[^\s:@]+")
_CONTACT = re.compile(r"(?:https://|mailto:|tel:)\S+")


class _Loader(yaml.SafeLoader):
    """YAML with MkDocs' `!ENV [NAME, default]`."""


def _from_environment(loader: _Loader, node: yaml.Node) -> Any:
    assert isinstance(node, yaml.SequenceNode)
    *names, otherwise = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), otherwise)


_Loader.add_constructor("!ENV", _from_environment)


def today() -> date:
    """The day of the run; SOURCE_DATE_EPOCH (seconds) makes two builds alike."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.date()


def read_settings(file: Path) -> Settings:
    """The settings in the file, the environment's first."""
    return settings_of(yaml.load(file.read_text("utf-8"), Loader=_Loader))  # noqa: S506 - a safe loader


def settings_of(options: Mapping[str, Any]) -> Settings:
    """The settings among the options of `mkdocs.yml`, from the file itself or from MkDocs."""
    repository, extra = options["repo_url"] or "", options["extra"]
    return Settings(
        site_url=(options["site_url"] or "").rstrip("/") + "/",
        edit_url=f"{repository.rstrip('/')}/{options['edit_uri']}" if repository else "",
        contact_years=int(extra["contact_details_years"]),
        review_months=int(extra["review_months"]),
        security_contact=_contact(extra["security_contact"]) or private_report(repository),
        mailbox=_mailbox(extra.get("mailbox")),
        repository=repository.rstrip("/"),
        # By convention the environment's EDITOR is a program that edits text: only a 1 means ours.
        editor=bool(repository) and str(extra.get("editor")) == "1",
    )


def _mailbox(written: str | None) -> str:
    """The address, empty if none is set; ValueError if it is no e-mail address."""
    if written and not _EMAIL.fullmatch(written):
        raise ValueError(f"mailbox is no e-mail address: {written}")
    return written or ""


def _contact(written: str | None) -> str:
    """The contact as a URI, empty if none is set; ValueError if it is no way to reach anybody."""
    if not written:
        return ""
    contact = f"mailto:{written}" if _EMAIL.fullmatch(written) else written
    if not _CONTACT.fullmatch(contact):
        raise ValueError(
            f"security_contact is no e-mail address, https://, mailto: or tel: {contact}"
        )
    return contact
