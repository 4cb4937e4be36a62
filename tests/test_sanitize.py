"""Whatever a proposal prints: shown as Markdown, it has no picture, no mention and no way out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kb.sanitize import LARGEST, sanitize
from markdown_it import MarkdownIt
from markdown_it.token import Token

REPO, SITE = "https://github.com/lape/kb", "https://kb.example.org"
OWN = [REPO, f"{SITE}/", ""]
MARKS = [*"![]()<>@#/:&;\\`~.$*_\"'-| \n\t", "\u200b", "\u202e", "\U000e0041", "\x1b[31m"]
WORDS = [
    "evil.com", "www.evil.com", "https://evil.com/", "//evil.com", "mailto:a@b.fi",
    "javascript:x", "data:text/html,x", "stm", "12", "GH-12", "lape/kb#3", "deadbeefdeadbeef", "a",
    "fixes ", "/approve", "```", "~~~", "mermaid", "yaml", "<!--", "-->", "<details>", "</details>",
    "<summary>", "<img src=x>", '<a href="', "</a>", "&#64;", "&commat;", "&#33;", "![", "](", "]:",
    f"[a]({REPO}/edit/main/docs/a.fi.md)", f"{SITE}/opas/", f'<a href="{REPO}/x">', REPO, SITE,
    f"{REPO}/issues/3", "/../", "%2e%2e", ":", "?", "[!NOTE]", "    ", "> ", "- ", "1. ", "# ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(MARKS + WORDS) | st.text(max_size=3), max_size=40).map("".join)
RENDERERS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"html": True})]
HARMLESS = re.compile(rf'</?(?:details|summary)>|<a href="(?:{REPO}|{SITE})[/\w.~#?=-]*">|</a>')
NAME_OF_FILE = re.compile(r"http://[^/]+\.(?:md|py|svg)", re.IGNORECASE)
"""Some countries' endings are those of files: the renderer links them, GitHub does not."""
STRANGERS = re.compile(rf"{REPO}/+(?:issues|files|raw|blob|tree|archive)\b", re.IGNORECASE)
"""What anybody has put under the repository's name."""
MENTION = re.compile(r"@\w|#\d|\bGH-\d|(?<!\S)/\w")


def tokens(text: str) -> Iterator[Token]:
    for renderer in RENDERERS:
        for block in renderer.parse(text):
            yield block
            yield from block.children or ()


def active(text: str) -> list[str]:
    """What the text does when it is shown, besides saying something."""
    found = []
    for token in tokens(text):
        href = str(token.attrs.get("href", ""))
        if token.type == "image":
            found.append("image")
        if token.type == "link_open" and not (is_ours(href) or NAME_OF_FILE.fullmatch(href)):
            found.append(href)
        if token.type in ("html_inline", "html_block") and HARMLESS.sub("", token.content).strip():
            found += re.findall(r"<[^>]*", HARMLESS.sub("", token.content))
        if token.type == "fence" and re.match(
            r"\w+(?!\w|:)", token.info.strip().replace("yaml", "")
        ):
            found.append(token.info)
        if token.type == "text" and "://" not in token.content:
            found += MENTION.findall(token.content)
    return found


def is_ours(href: str) -> bool:
    inside = any(href == own or href.startswith(f"{own}/") for own in (REPO, SITE))
    return inside and ".." not in href and not STRANGERS.match(href)


@settings(max_examples=2000, deadline=None)
@given(TEXTS)
def test_nothing_in_any_text_is_active(text: str) -> None:
    assert active(sanitize(text, OWN)) == []


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_nothing_that_nobody_sees_is_left_but_our_own_gaps(text: str) -> None:
    made = sanitize(text, OWN).replace("\u200b", "").replace("\n", "").replace("\t", "")
    assert [c for c in made if not c.isprintable() and not c.isspace()] == []


@pytest.mark.parametrize(
    "text",
    [
        "![a](https://evil.com/x.png)",
        "@stm",
        "[a](https://evil.com)",
        "<img src=x>",
        "```mermaid\nx\n```",
        "www.evil.com",
        "a@b.fi",
        "evil.com",
        "[a][b]\n\n[b]: https://evil.com",
        "fixes #12",
        f"[a]({REPO}/files/123/a.zip)",
        f"[a]({REPO}/raw/deadbeef/a.zip)",
        f"[a]({REPO}/Issues/3)",
        f"[a]({REPO}//issues/3)",
        "```\u00a0mermaid\nx\n```",
        "/approve",
        f"[a]({REPO}/issues/3)",
    ],
)
def test_what_is_active_is_seen_and_then_gone(text: str) -> None:
    assert active(text)
    assert active(sanitize(text, OWN)) == []


@pytest.mark.parametrize(
    "text",
    [
        "a." * LARGEST,
        "`" * LARGEST,
        "[" * LARGEST,
        "&" * LARGEST,
        f"{REPO}/a" * LARGEST,
        "```" + " " * LARGEST,
        f"{REPO}{'/a' * LARGEST}!",
    ],
    ids=lambda text: text[:8],
)
def test_a_long_text_takes_no_time(text: str) -> None:
    begun = monotonic()
    assert len(sanitize(text, OWN)) <= LARGEST
    assert monotonic() - begun < 5


def test_an_address_of_ours_is_never_cut_to_another_s() -> None:
    for room in range(1, len(REPO)):
        made = sanitize("x" * (LARGEST - room - 1) + " " + f"{REPO}/a", OWN)
        assert "://" not in made
