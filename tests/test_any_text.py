"""Whatever stands in a page, a data file, a directive or an address: findings, never an exception.

Texts are real files that are then broken. The profile `short` gives the same examples each time;
`make any-text` looks for new ones for as long as it is let (`long`).
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from breaking import SECONDS, at_most, content, found_in, seeds
from builders import EchoWords, setting
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from kb.directives import DIRECTIVES
from kb.finding import errors
from kb.model.addresses import address_word
from kb.model.catalogue import RECORD_TYPES
from kb.model.evidence import Source
from kb.model.interface import Word
from kb.model.sections import sections
from kb.read.house_style import in_house_style
from kb.read.pages import parse_page
from kb.read.yaml_nodes import compose
from kb.render.body import markdown_of
from kb.sanitize import sanitize
from kb.text import Lang

EXAMPLES = 25
settings.register_profile(
    "short",
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)
settings.register_profile(
    "long",
    settings.get_profile("short"),
    max_examples=int(os.environ.get("EXAMPLES", "2000")),
    derandomize=False,
)
settings.load_profile(os.environ.get("ANY_TEXT", "short"))

MARKS = [
    *("---\n", "---", "...", "- ", ": ", "  ", "\t", "\n", "\r\n", "\\", "'", '"', "”", "#", "> "),
    *("[", "]", "](", "](../", "[^S-001]", "[^S-001]: ", "[^", "{#x}", "{: .a }", "{", "}", "|"),
    *("<", ">", "<!--", "-->", "<!-- kb:", "<!-- kb:timeline -->", "<script>", "<a href=", "```"),
    *("{name}", "{0}", "{x!r:>9999}", "~~~", "`", "@", "/", "//", "../../etc/passwd", "index"),
    *("&a ", "*a", "&a [*a]", "? ", "!!python/name:os.system", "!!binary ", "!!set {}", "<<: *a"),
    *("%YAML 9.9\n", "0000", "0000-00-00", "9999-12-31", "2020-02-30", "٣٣٣٣", "²", "1_000"),
    *("0x1F", "1e9", ".nan", "null", "~", "yes", "fi: ", "sv: ", "id: ", "\\ud800", "\\x00"),
    *("\0", "\x85", "\u2028", "\ufeff", "\u202e", "\U000e0041", "\u0301", "\u0131", "ẞ", "🧸"),
    *("<<<<<<< a\n", "=======\n", ">>>>>>> b\n"),
]
PIECES = st.sampled_from(MARKS) | st.text(max_size=12)


@st.composite
def broken(draw: st.DrawFn, text: str) -> bytes:
    """A text with a few of its spans deleted, doubled, moved, repeated or written over."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        span, piece = text[start:end], draw(PIECES)
        instead = {
            "delete": "",
            "double": span * 2,
            "move": span[::-1],
            "replace": piece,
            "insert": piece + span,
            "repeat": (piece or span) * draw(st.sampled_from([2, 50, 3000])),
        }
        text = text[:start] + instead[draw(st.sampled_from(sorted(instead)))] + text[end:]
    raw = text.encode("utf-8", "replace")
    return raw[: draw(st.integers(0, len(raw)))] if draw(st.integers(0, 9)) == 0 else raw


BROKEN = st.sampled_from(sorted(seeds())).flatmap(
    lambda path: broken(seeds()[path]).map(lambda raw: (path, raw))
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return content(tmp_path_factory.mktemp("any") / "docs")


@given(BROKEN)
def test_a_broken_file_gives_findings(folder: Path, one: tuple[str, bytes]) -> None:
    found_in(folder, *one)


@given(st.sampled_from(sorted(seeds())), st.lists(PIECES, max_size=30).map("".join))
def test_any_text_gives_findings(folder: Path, path: str, text: str) -> None:
    found_in(folder, path, text.encode("utf-8", "replace"))


WORDS = st.sampled_from(
    [*MARKS, *(one for kind in RECORD_TYPES for one in (kind, f"{kind}-1"))]
) | st.text(max_size=8)
ARGUMENTS = (
    st.sampled_from(sorted({a.name for d in DIRECTIVES.values() for a in d.arguments})) | WORDS
)


@given(
    st.sampled_from(sorted(DIRECTIVES)) | WORDS,
    st.lists(st.tuples(ARGUMENTS, WORDS), max_size=3),
    st.sampled_from(
        ["<!-- kb:{} {} -->", "<!--kb:{} {}-->", "- <!-- kb:{} {} -->", "> <!-- kb:{} {} --> {}"]
    ),
)
def test_any_directive_is_refused_or_expands(
    folder: Path, name: str, pairs: list[tuple[str, str]], written: str
) -> None:
    directive = written.format(name, " ".join(f"{key}={value}" for key, value in pairs), "")
    catalogue, found = found_in(
        folder, "a.fi.md", f"# A\n\n{directive}\n".encode("utf-8", "replace")
    )
    if not [one for one in errors(found) if one.path.endswith("/a.fi.md")]:
        page = catalogue.pairs["a"].any
        records = {**catalogue.records, Word.kind: EchoWords()}
        markdown_of(page, setting(replace(catalogue, records=records)))


@given(st.lists(st.tuples(PIECES, PIECES | st.none()), max_size=4), PIECES, st.booleans())
def test_any_address_is_refused_or_kept_below_the_site(
    folder: Path, listed: list[tuple[str, str | None]], slug: str, quoted: bool
) -> None:
    entries = [{"id": id} | ({"to": to} if to is not None else {}) for id, to in listed]
    found_in(
        folder,
        "_data/addresses.yml",
        yaml.safe_dump(entries, default_style='"' if quoted else None).encode("utf-8", "replace"),
    )
    front = yaml.safe_dump({"slug": slug}, allow_unicode=True)
    found_in(folder, "a.sv.md", f"---\n{front}---\n\n# A\n".encode("utf-8", "replace"))


@given(st.text())
def test_a_title_becomes_a_plain_word_of_an_address(title: str) -> None:
    word = address_word(title)
    assert address_word(word) == word
    assert all(letter.isascii() and (letter.isalnum() or letter == "-") for letter in word)


@given(st.lists(PIECES, max_size=6).map("".join), st.sampled_from(['"', "'", "|"]))
def test_what_house_style_writes_says_the_same(words: str, style: str) -> None:
    entry = {"id": "L-01", "grade": "A", "url": words, "note": {"fi": words, "sv": words}}
    text = yaml.safe_dump(entry, default_style=style, allow_unicode=True)
    node = compose(text, "docs/_data/sources/L-01.yml")
    assert isinstance(node, yaml.Node)
    styled = in_house_style(text, node, Source)
    assert yaml.safe_load(styled) == yaml.safe_load(text)
    assert in_house_style(styled, yaml.compose(styled), Source) == styled


@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_page_keeps_its_text_line_by_line(text: str) -> None:
    text = text.replace("\r", "\n")
    page, _ = parse_page(text, "docs/a.fi.md", "a", Lang.FI)
    assert text.endswith(page.body)
    assert text.split("\n")[page.body_line - 1 :] == page.body.split("\n")
    sections(page, {})


@given(
    st.lists(
        PIECES | st.sampled_from(["https://x.fi/kb", "@a", "![", "<details>", "www."]), max_size=30
    ).map("".join)
)
def test_any_text_in_a_comment_calls_and_loads_nothing(text: str) -> None:
    own = "https://x.fi/kb"
    with at_most(SECONDS):
        shown = sanitize(text, [own])
    assert "![" not in shown
    assert re.search(r"@\w", shown) is None
    assert "<script" not in shown
    assert "://" not in shown.replace(own, "")
