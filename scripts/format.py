"""Editors' command: every data file in house style, without a change in what it says.

    format.py [FOLDER]      by default docs; prints the files that it rewrote

A file with an error in it is left as it is: `make check` tells what is wrong. Exit status: 0.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kb.read.data import write_in_house_style

OWN = Path(__file__).resolve().parent.parent / "docs"


def main(arguments: Sequence[str]) -> int:
    """Rewrite what is not in house style and name it."""
    content = Path(*arguments).resolve() if arguments else OWN
    for path in write_in_house_style(content):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
