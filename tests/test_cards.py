"""The committed pictures are drawn from today's words, colours and mark (`make cards`)."""

import sys

import pytest
from builders import PROJECT
from PIL import Image

sys.path.append(str(PROJECT / "tools"))
import cards


@pytest.mark.parametrize(("name", "source"), cards.sources().items(), ids=cards.sources())
def test_a_picture_has_its_size_weighs_little_and_is_drawn_from_what_holds_today(name, source):
    file = cards.SITE / name
    with Image.open(file) as picture:
        assert picture.size == (cards.ICON_SIZE if name == cards.ICON else cards.CARD_SIZE)
        assert picture.text[cards.SOURCE] == cards.fingerprint(source), "run `make cards`"
    assert file.stat().st_size <= 40_000


def test_the_old_icon_has_two_sizes_and_round_corners():
    with Image.open(cards.SITE / cards.FAVICON) as icon:
        assert icon.info["sizes"] == {(size, size) for size in cards.FAVICON_SIZES}
        assert icon.convert("RGBA").getpixel((0, 0))[3] < 255
