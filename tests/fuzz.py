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
    from breaking import SECONDS, content, found_in, seeds

PATHS = sorted(seeds())
LONGEST = 8_000
"""Bytes: longer files are only slower."""


def main(arguments: list[str]) -> None:
    """Break files for some seconds, or read one broken file again."""
    folder, seconds = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 600
    options = [sys.argv[0], str(folder)]
    if folder.suffix or folder.is_dir() or not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for number, path in enumerate(PATHS):
            (folder / f"seed-{number:02}").write_bytes(bytes([number]) + seeds()[path].encode())
        options += [f"-max_total_time={seconds}", f"-timeout={SECONDS}", f"-max_len={LONGEST}"]
        options += [f"-artifact_prefix={folder}/", "-print_final_stats=1"]
    with tempfile.TemporaryDirectory() as scratch:
        docs = content(Path(scratch) / "docs")

        def read_broken(raw: bytes) -> None:
            if raw:
                found_in(docs, PATHS[raw[0] % len(PATHS)], raw[1:])

        atheris.Setup(options, read_broken)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
