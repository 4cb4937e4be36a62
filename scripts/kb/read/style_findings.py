"""Where a data file first leaves house style, and the line that belongs there."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import takewhile

from kb.finding import Finding, Severity
from kb.read import messages
from kb.text import Text

_KEY = re.compile(r"(?P<indent> *(?:- )?)(?P<key>\w+):")


def not_formatted(path: str, text: str, styled: str) -> list[Finding]:
    """One finding at the first difference; none if the text is as it should be."""
    if text == styled:
        return []
    before, after = text.split("\n"), styled.split("\n")
    pairs = zip(before, after, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    line = min(same + 1, len(before), len(after))
    message = _remedy(before[same:], after[same:], line)
    return [Finding(path, line, "not-formatted", message, Severity.WARNING)]


def _remedy(before: list[str], after: list[str], line: int) -> Text:
    """What to do where these lines stand and those belong."""
    if not before:
        return messages.NO_LAST_LINE_END
    if not after:
        return messages.REMOVE_LINE
    if before[0].rstrip() == after[0]:
        return messages.SPACES_AT_END
    old, new = _KEY.match(before[0]), _KEY.match(after[0])
    if old and new and old["key"] != new["key"] and old["indent"] == new["indent"]:
        return messages.FIELD_ORDER.format(key=new["key"], after=old["key"])
    return _rewritten(before, after, line)


def _rewritten(before: list[str], after: list[str], line: int) -> Text:
    """The lines to write in place of those that differ; of several pairs only the first."""
    _, _, old, _, new = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()[0]
    if old == new:
        old = new = 1
    words = ", ".join(f"”{words}”" for words in after[:new])
    if not new:
        return messages.REMOVE_LINE
    if not old:
        return messages.ADD_LINES.format(lines=words if after[0] else messages.EMPTY_LINE)
    if old == 1:
        return messages.WRITE_LINE.format(lines=words)
    return messages.WRITE_LINES.format(first=line, last=line + old - 1, lines=words)
