"""A long build says how far it is to whoever looks at a terminal, and nothing to anybody else."""

from __future__ import annotations

from io import StringIO

import pytest
from kb.site.progress import Progress
from kb.text import Lang


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def told(stream: StringIO, *, is_first: bool) -> str:
    progress = Progress(stream)
    progress.begin(is_first=is_first)
    for _ in range(3):
        progress.page(Lang.SV, 3)
    progress.words(Lang.SV, 3)
    progress.end()
    return stream.getvalue()


@pytest.mark.parametrize("is_first", [True, False])
def test_on_a_terminal_it_says_how_far_it_is_and_why_the_first_is_longer(is_first: bool) -> None:
    said = told(Terminal(), is_first=is_first)
    assert ("Det första bygget" in said) is is_first
    assert "3/3" in said and said.endswith("\r\x1b[K")


def test_a_file_or_a_pipe_gets_nothing() -> None:
    assert told(StringIO(), is_first=True) == ""
