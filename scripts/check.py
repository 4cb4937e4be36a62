"""Editors' and CI's door: what is wrong in the content, line by line.

With --lix: the readability index of every page instead, by language, the hardest first.
Exit status: 0 without errors, 1 with errors, 2 if the folder does not exist.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kb import check
from kb.finding import errors
from kb.read import read

READABILITY = "--lix"
OWN = Path(__file__).resolve().parent.parent / "docs"


def main(arguments: list[str]) -> int:
    """Print every finding of a content folder (by default our own), or each page's LIX."""
    folders = [argument for argument in arguments if argument != READABILITY]
    content = Path(folders[0]).resolve() if folders else OWN
    if not content.is_dir():
        print(f"{content}: kansiota ei ole / mappen finns inte", file=sys.stderr)
        return 2
    if READABILITY in arguments:
        print(
            "\n".join(
                f"{round(lix):3} {path}" for path, lix in check.readability(read(content, OWN))
            )
        )
        return 0
    findings = check.run(read(content, OWN))
    for finding in findings:
        print("\n".join(finding.lines()))
    return 1 if errors(findings) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
