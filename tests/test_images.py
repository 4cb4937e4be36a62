"""Pictures that editors put on a page: their room is kept, and words below them are a caption."""

import pytest
from builders import catalogue, page, setting
from kb.read.pictures import sizes_in
from kb.render.extension import PageExtension
from markdown import Markdown
from PIL import Image
from serve import Element, tree


def shown(text: str, name: str = "opas/sivu.fi") -> Element:
    written = page(name, f"# Sivu\n\n{text}\n")
    sizes = {"kuvat/a.png": (800, 300)}.get
    extension = PageExtension(setting(catalogue([written])), written, sizes)
    return tree(Markdown(extensions=["attr_list", extension]).convert(written.body))


@pytest.mark.parametrize(
    ("src", "size"),
    [
        ("../kuvat/a.png", ("800", "300")),
        ("../opas/../kuvat/%61.png", ("800", "300")),
        ("kuvat/a.png", ("", "")),
        ("../kuvat/piirros.svg", ("", "")),
        ("https://x.fi/kuvat/a.png", ("", "")),
    ],
)
def test_a_picture_waits_and_keeps_its_room_if_its_size_is_known(src, size):
    image = shown(f"![Kuva]({src})").one("img")
    assert image["loading"] == "lazy"
    assert (image.get("width"), image.get("height")) == size


def test_words_on_the_line_below_a_picture_are_its_caption():
    figure = shown("![Talo.](a.png)\nTalo on **punainen** ja *iso*.").one("figure", "image")
    assert figure.one("img")["alt"] == "Talo."
    caption = figure.one("figcaption")
    assert caption.text == "Talo on punainen ja iso."
    assert caption.one("strong").text == "punainen"
    assert caption.one("em").text == "iso"


def test_a_picture_alone_has_no_caption_and_one_in_a_step_of_a_list_stays_there():
    alone = shown("![Talo.](a.png)")
    assert alone.one("figure", "image").every("figcaption") == []
    steps = shown("1. Avaa.\n\n    ![Talo.](a.png)\n    Ovi.\n\n2. Sulje.").every("li")
    assert [len(step.every("figure")) for step in steps] == [1, 0]


@pytest.mark.parametrize(
    "text", ["Kuva ![Talo.](a.png) tässä.", "![Talo.](a.png) tässä.", "![A.](a.png) ![B.](b.png)"]
)
def test_a_picture_among_words_or_pictures_stays_among_them(text):
    assert shown(text).every("figure") == []


def test_sizes_are_read_from_files_that_are_pictures(tmp_path):
    Image.new("RGB", (80, 30)).save(tmp_path / "a.png")
    Image.new("RGB", (20, 40)).save(tmp_path / "b.webp")
    (tmp_path / "c.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "e.png").symlink_to("a.png")
    sizes = sizes_in(tmp_path, {"a.png", "b.webp", "c.svg", "d.png"})
    assert sizes("e.png") is None, "only what is published is opened"
    names = ("a.png", "b.webp", "c.svg", "d.png", "ei.png", ".", "")
    assert [sizes(name) for name in names] == [(80, 30), (20, 40), *[None] * 5]


@pytest.mark.parametrize(
    ("sides", "size"),
    [
        ("width='480' height='240'", (480, 240)),
        ('width="90.4" height="30"', (90, 30)),
        ("viewBox='0 0 480 240'", None),
        ("width='100%' height='30'", None),
        ("width='32px'\n height='16px' viewBox='0 0 2 1'", (32, 16)),
        ("data-width='480' height='240'", None),
        ("width='1e9' height='999999999'", None),
    ],
)
def test_the_room_of_a_drawing_is_what_it_says(tmp_path, sides, size):
    text = f"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' {sides}><g/></svg>"
    (tmp_path / "a.svg").write_text(text)
    assert sizes_in(tmp_path, {"a.svg"})("a.svg") == size
