"""What goes beyond all reason is told at once, and what does not is read in reasonable time."""

from __future__ import annotations

import struct
import time
import zlib
from pathlib import Path

import pytest
from builders import PROJECT
from kb import check
from kb.finding import Finding, errors
from kb.read import read
from kb.read.limits import LARGEST_PAGE, LONGEST_LINE
from toy import PIXEL

SECONDS = 5


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


TITLE = "# A\n\nAlku.\n\n"
FACT = "_data/facts/S-001.yml"
BEYOND = {
    "brackets": {"a.fi.md": TITLE + "[" * 40_000},
    "brackets on lines": {"a.fi.md": TITLE + "[\n" * 40_000},
    "brackets in paragraphs": {"a.fi.md": TITLE + ("[" * 900 + "\n\n") * 40},
    "pictures": {"a.fi.md": TITLE + "![](<" * 9_000},
    "repeated marks": {f"{n}.fi.md": TITLE + one * 100_000 for n, one in enumerate("*_`<&|>~")},
    "a word": {"a.fi.md": TITLE + "a" * 1_000_000},
    "a word in data": {FACT: f"id: S-001\ntext:\n  fi: {'a' * 1_000_000}\n  sv: b\n"},
    "a sum": {"_data/funding/a.yml": f"id: a\namount: {'9' * 5000}\n"},
    "quotes": {"a.fi.md": TITLE + "> " * 400 + "x"},
    "quotes on lines": {"a.fi.md": TITLE + "".join("> " * n + "x\n" for n in range(400))},
    "lists": {"a.fi.md": TITLE + "".join("    " * n + "- x\n" for n in range(400))},
    "elements": {"a.fi.md": TITLE + "<div>" * 19_000},
    "lines": {"a.fi.md": TITLE + "\n" * 90_000},
    "spaces": {"a.fi.md": TITLE + (" " * 4_900 + "\n") * 19},
    "directives": {"a.fi.md": TITLE + "<!-- kb:glossary -->\n\n" * 150},
    "lines of data": {"_data/menu.yml": "- id: a\n" * 60_000},
    "lines of words": {"_data/words.fi.txt": "sana\n" * 180_000},
    "folders": {"a/" * 400 + "a.fi.md": TITLE},
    "brackets in data": {FACT: "text: " + "[" * 100_000},
    "brackets on lines of data": {FACT: "text:\n" + " [\n" * 30_000},
    "rows in data": {FACT: "- " * 2_000 + "x\n"},
    "names of names in data": {
        FACT: "a: &a [x, x]\n"
        + "".join(f"{chr(n + 1)}: &{chr(n + 1)} [*{chr(n)}, *{chr(n)}]\n" for n in range(97, 121))
    },
    "front matter": {"a.fi.md": f"---\nid: {'{' * 4_000}\n---\n\n{TITLE}"},
    "a file of nothing": {"a.fi.md": "\n" * 5_000_000},
}
"""Files that no editor writes, by what there is too much of."""

MARKS = (
    *("[", "![", "[a](", "[^", "[a][", "](", "](<", "<", "<a ", "<a b=", "<!--", "{", "{:", "{#"),
    *("&", "&#", "*", "**a ", "_", "a_", "`", "|", "\\", ">", "#", " #", "# ", "~", "=", "(", '"'),
    *(" ", "\t", "a", "a ", "a.", "a:", "A-", "ä", "1", "1 ", "1.", "1.1.", ": ", "http://", "a@"),
    *(
        "!",
        "!!! ",
        "{a=",
        " {",
        '"a" ',
        "Anna ",
        "A-katu ",
        "0 4 ",
        "<sub>",
        "<br>",
        "https://a.fi/?u=",
        "https://a.fi//",
        "u=x&",
        "%25",
        "S-",
        "’",
        "”",
        "-",
        "- ",
        "1.1.2020 ",
        "5 000 ",
        "a-",
        "?",
    ),
)


def told(content: Path) -> tuple[list[Finding], float]:
    """The errors of a folder, and the seconds that finding them took."""
    started = time.process_time()
    found = errors(check.run(read(content, PROJECT / "docs")))
    return found, time.process_time() - started


@pytest.mark.parametrize("name", BEYOND)
def test_what_is_beyond_a_limit_is_an_error_within_seconds(name: str, tmp_path: Path) -> None:
    for file, text in BEYOND[name].items():
        (tmp_path / "docs" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / file).write_text(text, "utf-8")
    found, seconds = told(tmp_path / "docs")
    named = [one.path.removeprefix("docs/") for one in found]
    unnamed = [file for file in BEYOND[name] if not any(map(file.startswith, named))]
    assert unnamed == [], "neither it nor a folder that it is in"
    assert seconds < SECONDS


@pytest.mark.parametrize("mark", MARKS)
def test_the_worst_page_within_the_limits_is_checked_within_seconds(
    mark: str, tmp_path: Path
) -> None:
    line = "Sana " + mark * ((LONGEST_LINE - 10) // len(mark))
    text = TITLE + f"{line}\n\n" * ((LARGEST_PAGE - 100) // (len(line) + 2))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.fi.md").write_text(text, "utf-8")
    _, seconds = told(tmp_path / "docs")
    assert seconds < SECONDS


DOCUMENT = b"%PDF-1.7\n"
PACKED = zlib.compress(bytes(1_000_000), 9)
MEDIA = {
    "titles": ("a.pdf", DOCUMENT + b"/Title (" * 600_000),
    "streams of metadata": ("a.pdf", DOCUMENT + b"/Type /Metadata stream\n" * 200_000),
    "beginnings of metadata": ("a.pdf", DOCUMENT + b"<x:xmpmeta" * 400_000),
    "packed words": ("a.png", PIXEL[:33] + chunk(b"zTXt", b"k\0\0" + PACKED) * 400 + PIXEL[33:]),
    "comments": ("a.gif", b"GIF89a" + bytes(7) + b"!\xfe\x01a\0" * 90_000 + b";"),
    "notes": ("a.jpg", b"\xff\xd8" + b"\xff\xe1\0\x02" * 120_000 + b"\xff\xda\xff\xd9"),
    "words of a drawing": ("a.svg", b"<svg>" + b"<text>Anna 1 040 </text>" * 20_000 + b"</svg>"),
}
"""Pictures and documents that look long in one way."""


@pytest.mark.parametrize("name", MEDIA)
def test_what_is_in_a_picture_or_a_document_is_looked_at_within_seconds(
    name: str, tmp_path: Path
) -> None:
    file, data = MEDIA[name]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / file).write_bytes(data)
    _, seconds = told(tmp_path / "docs")
    assert seconds < SECONDS
