"""Maintainers' command: fingerprints of the founding documents, so that no page copies a sentence.

    python scripts/founding_texts.py ../shared/sources

Official names of eight words or more are no quotations; they are listed here with their reason.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kb.read.founding import FILE, fingerprints

DATA = Path(__file__).resolve().parent.parent / "docs" / "_data" / FILE

if __name__ == "__main__":
    texts = [file.read_text("utf-8") for file in sorted(Path(sys.argv[1]).glob("*.txt"))]
    DATA.write_text("\n".join(fingerprints(texts)) + "\n", "utf-8")
