"""Maintainers' command: the headers of all answers as settings of each server, into `serving/`."""

from __future__ import annotations

from pathlib import Path

from kb.publish.headers import caddy, nginx

SERVING = Path(__file__).resolve().parent.parent / "serving"


def made() -> dict[str, str]:
    """The files below `serving/` that follow from `kb/publish/headers.py`."""
    found, headers = nginx()
    return {
        "nginx/lape-cache.conf": found,
        "nginx/lape-headers.conf": headers,
        "caddy/headers.caddy": caddy(),
    }


if __name__ == "__main__":
    for name, text in made().items():
        (SERVING / name).write_text(text, "utf-8")
