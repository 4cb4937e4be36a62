"""Cards and icons drawn as PNG: the same words and look give the same bytes."""

from __future__ import annotations

from functools import cache, cached_property
from io import BytesIO

import resvg_py
from PIL import Image, ImageColor, ImageDraw, ImageFont

from kb.render.card import Card, Stretch
from kb.render.typesetting import drawable, set_in_lines

WIDTH, HEIGHT = 1200, 630
_MARGIN = 88
_MEASURE = WIDTH - 2 * _MARGIN
_TOP, _MARK = 72, 64
_TITLE_TOP, _TITLE_BOTTOM = 186, 478
_LINE_TOP, _LINE_GAP = 520, 8
_NAME_SIZE, _YEARS_SIZE = 32, 25
_SECTION_SIZES = (30, 26, 22)
"""The first that fits beside the site's name; a section too long for all is left out."""
_TONES = 16
"""So many steps from paper to ink draw the letters' soft edges; more weigh without being seen."""

_MARK_TONES = 32


class Studio:
    """Draws in one look: colours by token name, the mark as SVG, two faces as font files."""

    def __init__(self, colours: dict[str, str], mark: str, serif: bytes, sans: bytes) -> None:
        self._colours = colours
        self._svg = mark
        self._serif = cache(lambda size: _face(serif, size))
        self._sans = cache(lambda size: _face(sans, size))

    def card(self, card: Card) -> bytes:
        """The social picture, 1200 × 630."""
        image = Image.new("RGB", (WIDTH, HEIGHT), self._colours["paper"])
        draw = ImageDraw.Draw(image)
        draw.rectangle((0, 0, WIDTH, 15), fill=self._colours["accent"])
        self._brand(image, draw, card)
        self._title(draw, card)
        self._time_line(draw, card.stretches or (Stretch("", False),))
        return _png(image.quantize(palette=self._palette, dither=Image.Dither.NONE))

    def icon(self, size: int) -> bytes:
        """The mark on an opaque square, for home screens that round the corners themselves."""
        mark = self._mark(size)
        # The colour near the top edge is that of the mark's own tile, if it has one.
        edge = mark.getpixel((size // 2, size // 32))
        assert isinstance(edge, tuple)
        ground = edge[:3] if edge[3] == 255 else self._colours["paper"]
        image = Image.new("RGB", (size, size), ground)
        image.paste(mark, (0, 0), mark)
        return _png(image)

    def favicon(self) -> bytes:
        """The mark as an .ico file of 16, 32 and 48 pixels."""
        sizes = [self._mark(size) for size in (16, 32, 48)]
        file = BytesIO()
        sizes[-1].save(file, "ICO", append_images=sizes[:-1], sizes=[one.size for one in sizes])
        return file.getvalue()

    def _brand(self, image: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
        mark = self._card_mark
        image.paste(mark, (_MARGIN, _TOP), mark)
        middle = _TOP + _MARK // 2
        left = _MARGIN + _MARK + 22
        name = self._sans(_NAME_SIZE)
        draw.text((left, middle), card.site_name, self._colours["ink"], name, anchor="lm")
        section = drawable(card.section)
        room = WIDTH - _MARGIN - left - name.getlength(card.site_name) - _NAME_SIZE
        for font in map(self._sans, _SECTION_SIZES):
            if font.getlength(section) <= room:
                place = (WIDTH - _MARGIN, middle)
                draw.text(place, section, self._colours["accent"], font, anchor="rm")
                break

    def _title(self, draw: ImageDraw.ImageDraw, card: Card) -> None:
        room = _TITLE_BOTTOM - _TITLE_TOP
        block = set_in_lines(
            card.title, lambda text, size: self._serif(size).getlength(text), _MEASURE, room
        )
        font = self._serif(block.size)
        # Below the middle of the free space a title looks as if it had sunk.
        height = block.leading * len(block.lines)
        top = _TITLE_TOP + (room - height) * 0.46
        for number, line in enumerate(block.lines):
            baseline = top + block.leading * number + block.size * 0.86
            draw.text((_MARGIN, baseline), line, self._colours["ink"], font, anchor="ls")

    def _time_line(self, draw: ImageDraw.ImageDraw, stretches: tuple[Stretch, ...]) -> None:
        width = (_MEASURE + _LINE_GAP) / len(stretches)
        font = self._sans(_YEARS_SIZE)
        for number, stretch in enumerate(stretches):
            left = _MARGIN + number * width
            shade = "accent" if stretch.told else "line-soft"
            right = left + width - _LINE_GAP
            draw.rectangle((left, _LINE_TOP, right, _LINE_TOP + 9), fill=self._colours[shade])
            ink = self._colours["ink" if stretch.told else "ink-soft"]
            draw.text((left, _LINE_TOP + 46), stretch.years, ink, font, anchor="ls")

    @cached_property
    def _palette(self) -> Image.Image:
        """The site's own colours exactly, and the tones of the edges between them."""
        paper = ImageColor.getrgb(self._colours["paper"])
        tones = [paper, *self._mark_tones()]
        for name in ("ink", "accent", "ink-soft", "line-soft"):
            ink = ImageColor.getrgb(self._colours[name])
            for step in range(1, _TONES + 1):
                pairs = zip(paper, ink, strict=True)
                tones.append(tuple(a + (b - a) * step // _TONES for a, b in pairs))
        palette = Image.new("P", (1, 1))
        palette.putpalette([value for tone in tones for value in tone])
        return palette

    def _mark_tones(self) -> list[tuple[int, ...]]:
        ground = Image.new("RGB", (_MARK, _MARK), self._colours["paper"])
        ground.paste(self._card_mark, (0, 0), self._card_mark)
        counted = sorted(ground.getcolors(_MARK * _MARK) or [], key=lambda one: (-one[0], one[1]))
        return [tone for _, tone in counted[:_MARK_TONES] if isinstance(tone, tuple)]

    @cached_property
    def _card_mark(self) -> Image.Image:
        return self._mark(_MARK)

    def _mark(self, size: int) -> Image.Image:
        drawn = resvg_py.svg_to_bytes(
            svg_string=self._svg, width=size, height=size, skip_system_fonts=True
        )
        return Image.open(BytesIO(drawn)).convert("RGBA")


def _face(font: bytes, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(font), size)


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG", compress_level=6)
    return file.getvalue()
