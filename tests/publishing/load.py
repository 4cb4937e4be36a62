"""Readers by the thousand, while releases come and go: no request may fail."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from urllib.error import URLError
from urllib.request import Request, urlopen

_ENDLESS = 3600
_SCRIPT = """
local paths = {{ {paths} }}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {{ {headers} }})
end
done = function(summary, latency)
  local e = summary.errors
  local failed = e.connect + e.read + e.write + e.status + e.timeout
  io.stderr:write(string.format('{{"requests": %d, "failed": %d, "microseconds": %d}}\\n',
    summary.requests, failed, summary.duration))
end
"""
_ASSET = re.compile(r'(?:href|src)="(?:\.\./|/)*(assets/[^"]+)"')


@dataclass
class Answers:
    """What came of the requests."""

    requests: int = 0
    failed: list[str] = field(default_factory=list)
    seconds: float = 1

    @property
    def rate(self) -> float:
        return self.requests / self.seconds


@contextmanager
def wrk(address: str, paths: Sequence[str], folder: Path, brotli: bool = True) -> Iterator[Answers]:
    """Ask for the paths in turn, over and over, as long as this lasts."""
    script = folder / "wrk.lua"
    headers = '["Accept-Encoding"] = "br, gzip"' if brotli else ""
    listed = ", ".join(f'"/{path}"' for path in paths)
    script.write_text(_SCRIPT.format(paths=listed, headers=headers), "utf-8")
    command = ["wrk", "-t2", "-c32", f"-d{_ENDLESS}s", "--timeout=20s", "-s", script, address]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    answers = Answers()
    try:
        time.sleep(0.5)
        yield answers
    finally:
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=60)
    found = json.loads(said.strip().splitlines()[-1])
    answers.requests, answers.seconds = found["requests"], found["microseconds"] / 1e6
    answers.failed += ["wrk"] * found["failed"]


@contextmanager
def readers(address: str, paths: Sequence[str]) -> Iterator[Answers]:
    """A reader who opens pages, waits a moment and then asks for all that they were made with."""
    answers, over = Answers(), Event()
    thread = Thread(target=_read, args=(address, paths, answers, over))
    thread.start()
    try:
        yield answers
    finally:
        over.set()
        thread.join()


def rate(address: str, path: str, folder: Path, seconds: float, brotli: bool) -> float:
    """Requests a second for one file, in its compressed form or as it is."""
    with wrk(address, [path], folder, brotli) as answers:
        time.sleep(seconds)
    assert not answers.failed, answers.failed
    return answers.rate


def get(url: str, encoding: str = "identity") -> tuple[int, dict[str, str], bytes]:
    """Status, headers with names in small letters, and content."""
    try:
        with urlopen(Request(url, headers={"Accept-Encoding": encoding}), timeout=30) as answer:
            found = {name.lower(): value for name, value in answer.headers.items()}
            return answer.status, found, answer.read()
    except URLError as error:
        headers = getattr(error, "headers", None) or {}
        body = error.read() if hasattr(error, "read") else b""
        found = {name.lower(): value for name, value in headers.items()}
        return getattr(error, "code", 0), found, body


def _read(address: str, paths: Sequence[str], answers: Answers, over: Event) -> None:
    while not over.is_set():
        for path in paths:
            status, _, page = get(address + path)
            answers.requests += 1
            if status != 200 or not page.rstrip().endswith(b"</html>"):
                answers.failed.append(f"{path}: {status}, {len(page)} bytes")
            over.wait(0.2)
            for asset in sorted(set(_ASSET.findall(page.decode()))):
                status, _, content = get(address + asset)
                answers.requests += 1
                if status != 200 or not content:
                    answers.failed.append(f"{asset}: {status}")
