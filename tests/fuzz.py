"""Files that a fuzzer breaks while it watches which of the reader's code they reach (atheris).

    python -m fuzz FOLDER [SECONDS]     by `make fuzz`; FOLDER keeps what reached something new

Ends at the first input that makes reading or checking raise, or take more than five seconds: the
exception is printed, and the input stands in FOLDER as `crash-…` or `timeout-…`, its first byte
saying which of the seeds it is written over. `python -m fuzz FOLDER/crash-…` reads that one again.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kb"], enable_loader_override=False):
    from breaking import content, found_in, seeds
    from kb.check import all_checks

    all_checks()  # imports them

PATHS = sorted(seeds())
LONGEST = 8_000
"""Bytes: longer files are only slower."""


def main(arguments: list[str]) -> None:
    """Break files for some seconds, or read one broken file again."""
    place, *rest = arguments
    options = [sys.argv[0], place]
    if not Path(place).is_file():
        _sow(Path(place))
        seconds = rest[0] if rest else "600"
        options += [f"-max_total_time={seconds}", "-timeout=60", f"-max_len={LONGEST}"]
        options += [f"-artifact_prefix={place}/"]
    with tempfile.TemporaryDirectory() as scratch:
        docs = content(Path(scratch) / "docs")

        def read_broken(raw: bytes) -> None:
            if raw:
                found_in(docs, PATHS[raw[0] % len(PATHS)], raw[1:])

        atheris.Setup(options, read_broken)
        atheris.Fuzz()


def _sow(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(PATHS):
        (folder / f"seed-{number:02}").write_bytes(bytes([number]) + seeds()[path].encode())


if __name__ == "__main__":
    main(sys.argv[1:])
