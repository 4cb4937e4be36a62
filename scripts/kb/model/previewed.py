"""Markdown as a code host previews it, made into the Markdown that Python-Markdown reads alike.

An editor sees CommonMark in the preview: a list may follow a sentence at once, what is inside an
item stands where its text does, `1)` counts, `- [ ]` is a task. Python-Markdown wants an empty
line, four spaces and `1.`. Blocks are found by a CommonMark parser and laid out anew; words stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kb.model import markdown

INDENT = " " * 4
_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})
_MERGED = _LISTS | {"blockquote_open"}
"""Two of these in a row would be one."""
_SEPARATOR = "<!-- -->"
_MARKER = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> *)")
_WIDEST_GAP = 4
"""Columns between a marker and its text; after more the text is code."""
_BARE = frozenset({"- ", "* ", "+ "})
_NO_WORDS = re.compile(r"```|~~~|[-*+>] |\d{1,9}[.)] |\||    ")
"""How something else than words begins."""
_TASK = re.compile(r"\[([ xX])\](?=\s)")
_TICKS = {" ": "☐"}
_TICKED = "☑"
_QUOTE = re.compile(r" {0,3}> ?")
_ALERT = re.compile(r"\[!(note|tip|important|warning|caution)\]\s*", re.IGNORECASE)
_NOTICES = {"important": "note", "caution": "warning"}
"""What the host calls a notice, where we call it otherwise."""
_NOTICE = re.compile(r"!!!\s+\S")
_OPENED = re.compile(r"[`~]+ *[\w-]*")
_BREAK = re.compile(r"(?<!\\)\\$")
_DETAILS = re.compile(r"<details\b(?![^>]*\bmarkdown\b)", re.IGNORECASE)

# Lists and tables that both read alike, and any line that might be read otherwise. What is left
# of most pages has none, and is not parsed at all.
_ALIKE = re.compile(
    r"(?:(?<=\n\n)|\A)(?:(?:- (?!\[)\S[^\n]*\n)+|(?:\d\. (?!\[)\S[^\n]*\n)+|(?:\|[^\n]*\n)+"
    r"|```[\w-]*\n(?:(?!```)[^\n]*\n)*```\n)(?=\n|\Z)"
)
_UNLIKE = re.compile(
    r"^(?:[ \t]+\S|(?:[-*+>|]|\d+[.)])(?:\s|\Z)|\||```|~~~)|<details|\\$", re.MULTILINE
)


def previewed(text: str) -> str:
    """The text laid out for Python-Markdown; the same text if there is nothing to lay out."""
    if not _UNLIKE.search(_ALIKE.sub("", f"{text}\n")):
        return text
    return "\n".join(_laid_out(text.split("\n")))


def _laid_out(lines: list[str], *, in_item: bool = False) -> list[str]:
    """Blocks with an empty line between them; a list may follow the first words of an item."""
    done: list[str] = []
    for is_notice, part in _parts(lines):
        if is_notice:
            inside = [line[len(INDENT) :] for line in part[1:]]
            done += [part[0], *_indented(_laid_out(inside))]
        else:
            done += _text(part, in_item=in_item)
    return done


def _parts(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Notices, which CommonMark does not know, with what is inside them, and text between them."""
    part: list[str] = []
    is_notice = False
    for line, is_code in markdown.fenced_lines(lines):
        if is_notice and line.strip() and not line.startswith(INDENT):
            yield True, part
            part, is_notice = [], False
        if not is_notice and is_code is False and _NOTICE.match(line):
            yield False, part
            part, is_notice = [], True
        part.append(line)
    yield is_notice, part


def _text(lines: list[str], *, in_item: bool) -> list[str]:
    done: list[str] = []
    above: list[str] = []
    at = 0
    for block, items in _blocks(lines):
        start, end = block.map or (0, 0)
        while end > start and not lines[end - 1].strip():
            end -= 1
        done += lines[at:start]
        follows_words = in_item and above == ["paragraph_open"] and block.type in _LISTS
        if done and done[-1].strip() and not follows_words:
            done.append("")
        if above[-1:] == [block.type] and block.type in _MERGED:
            done += [_SEPARATOR, ""]
        if block.type in _LISTS:
            done += _list(lines[start:end], [item - start for item in items])
        else:
            done += _WRITERS.get(block.type, _as_it_is)(lines[start:end])
        above.append(block.type)
        at = end
    return done + lines[at:]


@cache
def _parser() -> MarkdownIt:
    """Blocks only: nothing inside a paragraph is looked at."""
    return MarkdownIt("commonmark", {"linkify": False}).enable("table").disable("inline")


def _blocks(lines: list[str]) -> Iterator[tuple[Token, list[int]]]:
    """The outermost blocks of a text, each with the first lines of its items if it is a list."""
    block: Token | None = None
    items: list[int] = []
    for token in _parser().parse("\n".join(lines)):
        if token.map and token.level == 0:
            if block:
                yield block, items
            block, items = token, []
        elif token.map and token.level == 1 and token.type == "list_item_open":
            items.append(token.map[0])
    if block:
        yield block, items


def _list(lines: list[str], items: list[int]) -> list[str]:
    """The items, with an empty line after each that has more than words in it."""
    done: list[str] = []
    above: list[str] = []
    ends = [*items[1:], len(lines)]
    for start, end in zip(items, ends, strict=True):
        item = _item(lines[start:end])
        has_more = bool(done) and (item[0] in _BARE or "" in above or above[0] in _BARE)
        done += ["", *item] if has_more else item
        above = item
    return done


def _item(lines: list[str]) -> list[str]:
    first, *rest = [_spaced(line) for line in lines]
    found = _MARKER.match(first)
    if not found:
        return lines
    gap = len(found["gap"])
    words = found.end() if 0 < gap <= _WIDEST_GAP else found.end("mark") + 1
    inside = [first[words:], *(_dedented(line, words) for line in rest)]
    inside[0] = _TASK.sub(_tick, inside[0], count=1)
    begin, *more = _laid_out(inside, in_item=True)
    if _NO_WORDS.match(begin):
        begin, more = "", ["", begin, *more]
    return [f"{found['mark'].replace(')', '.')} {begin}", *_indented(more)]


def _tick(box: re.Match[str]) -> str:
    return _TICKS.get(box[1], _TICKED) if not box.start() else box[0]


def _spaced(line: str) -> str:
    """The line with spaces for the tabs before its words, those after a list's marker included."""
    words = line.lstrip("\t ")
    if found := re.match(r"(?:[-*+]|\d{1,9}[.)])[\t ]+", words):
        words = words[found.end() :]
    begin = line[: len(line) - len(words)]
    return begin.expandtabs(len(INDENT)) + words


def _dedented(line: str, columns: int) -> str:
    """The line without so many spaces, or without all that it has if they are fewer."""
    return line[min(columns, len(line) - len(line.lstrip(" "))) :]


def _indented(lines: list[str]) -> list[str]:
    return [INDENT + line if line.strip() else "" for line in lines]


def _quote(lines: list[str]) -> list[str]:
    inside = [_QUOTE.sub("", line, count=1) for line in lines]
    if alert := _ALERT.match(inside[0]):
        kind = alert[1].lower()
        words = [*filter(None, [inside[0][alert.end() :]]), *inside[1:]]
        return [f"!!! {_NOTICES.get(kind, kind)}", *_indented(_laid_out(words))]
    return [f"> {line}".rstrip() for line in _laid_out(inside)]


def _fence(lines: list[str]) -> list[str]:
    """From the margin on, with nothing after the fence but the name of a language."""
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    first, *rest = [_dedented(line, indent) for line in lines]
    opened = _OPENED.match(first)
    return [opened[0].strip() if opened else first, *rest]


def _paragraph(lines: list[str]) -> list[str]:
    """A backslash at a line's end breaks the line."""
    return [_BREAK.sub("  ", line) for line in lines]


def _html(lines: list[str]) -> list[str]:
    return [_DETAILS.sub('<details markdown="block"', line) for line in lines]


def _as_it_is(lines: list[str]) -> list[str]:
    return lines


_WRITERS: Mapping[str, Callable[[list[str]], list[str]]] = {
    "blockquote_open": _quote,
    "fence": _fence,
    "html_block": _html,
    "paragraph_open": _paragraph,
}
