"""Editors' command: every data file in house style, without a change in what it says.

The files that were rewritten are printed. A file with an error in it is left as it is: `check.py`
tells what is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kb.read.data import write_in_house_style

OWN = Path(__file__).resolve().parent.parent / "docs"


def main(arguments: Sequence[str]) -> int:
    """Rewrite what is not in house style and name it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=OWN, help="a content folder; by default docs")
    for path in write_in_house_style(Path(parser.parse_args(arguments).folder).resolve()):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
