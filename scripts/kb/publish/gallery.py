"""Social pictures and icons as files of the site: drawn once, remembered while nothing changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import font_source_sans_pro
import font_source_serif_pro
import PIL

from kb.publish.files import write
from kb.read.cache import load_bytes, save_bytes
from kb.read.look import read_look
from kb.render import card as wording
from kb.render import drawing, typesetting
from kb.render.card import Card
from kb.render.drawing import Studio

CARDS = "assets/cards"


class Gallery:
    """Puts pictures below `site`; `cache` is the folder that keeps them between builds."""

    def __init__(self, project: Path, cache: Path, site: Path) -> None:
        self._look = read_look(
            project / "styles",
            project / "overrides" / "assets" / "mark.svg",
            Path(font_source_serif_pro.SourceSerifProSemibold),
            Path(font_source_sans_pro.SourceSansProSemibold),
        )
        self._memory = cache / "pictures"
        self._site = site

    def hang(self, card: Card) -> str:
        """The path of the card's picture below the site's root; its name changes with its looks."""
        data, name = self._drawn(repr(card), lambda: self._studio.card(card))
        path = f"{CARDS}/{name[:16]}.png"
        write(self._site / path, data)
        return path

    def hang_icons(self) -> None:
        """Write the icons that browsers and home screens ask for beside the SVG."""
        favicon, _ = self._drawn("favicon", self._studio.favicon)
        write(self._site / "favicon.ico", favicon)
        icon, _ = self._drawn("icon", lambda: self._studio.icon(180))
        write(self._site / "assets/icon-180.png", icon)

    def _drawn(self, words: str, draw: Callable[[], bytes]) -> tuple[bytes, str]:
        name = hashlib.sha256(f"{self._style}{words}".encode()).hexdigest()
        file = self._memory / name
        data = load_bytes(file)
        if data is None:
            data = draw()
            save_bytes(file, data)
        return data, name

    @cached_property
    def _studio(self) -> Studio:
        look = self._look
        return Studio(look.colours, look.mark, look.serif, look.sans)

    @cached_property
    def _style(self) -> str:
        """All that a picture depends on besides its words: look, code and library."""
        state = hashlib.sha256(repr(self._look).encode())
        for module in (wording, typesetting, drawing):
            state.update(Path(str(module.__file__)).read_bytes())
        state.update(PIL.__version__.encode())
        return state.hexdigest()
