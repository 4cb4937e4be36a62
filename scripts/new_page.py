"""Editors' command: a new page in both languages, or the language that a page lacks.

    new_page.py teemat/lastensuojelu --fi Lastensuojelu --sv Barnskydd
    new_page.py teemat/perhekeskus        begins the language that is missing

Nothing is written over. Exit status: 0 written, 1 refused, 2 wrong arguments.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kb import scaffold
from kb.read import read
from kb.text import Lang

OWN = Path(__file__).resolve().parent.parent / "docs"


def main(arguments: Sequence[str]) -> int:
    """Write what is missing of the page and say which files it is in."""
    asked = _arguments().parse_args(arguments)
    titles = {Lang.FI: asked.fi, Lang.SV: asked.sv}
    planned = scaffold.plan(read(asked.docs, OWN), asked.name, titles)
    if refused := scaffold.write(asked.docs, planned):
        print("\n".join(text[asked.lang] for text in refused), file=sys.stderr)
        return 1
    for path in planned.files:
        print(scaffold.WRITTEN.format(path=f"{asked.docs.name}/{path}")[asked.lang])
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("name", help="teemat/lastensuojelu")
    parser.add_argument("--fi", default="", metavar="OTSIKKO", help="otsikko suomeksi")
    parser.add_argument("--sv", default="", metavar="RUBRIK", help="rubriken på svenska")
    parser.add_argument("--lang", type=Lang, choices=list(Lang), default=Lang.FI, help="fi / sv")
    parser.add_argument("--docs", type=lambda text: Path(text).resolve(), default=OWN)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
