"""What a run is told from outside: the day, and the settings of `mkdocs.yml` that a check needs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the site stands, and after how many months a page is due for review."""

    site_url: str
    review_months: int


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
    found = yaml.load(file.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    return Settings(
        site_url=str(found["site_url"]).rstrip("/") + "/",
        review_months=int(found["extra"]["review_months"]),
    )
