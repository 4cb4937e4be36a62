"""What a social picture says, and that it is drawn whole."""

import re
from io import BytesIO
from pathlib import Path

import font_source_serif_pro
import pytest
from builders import PROJECT, catalogue, day, menu_group, page, pages, phase
from kb.publish.gallery import Gallery
from kb.read import read
from kb.render.card import Card, Stretch, card_of, plain_card
from kb.render.drawing import Studio
from kb.text import Lang, Text
from PIL import Image, ImageFont

YEARS = Text("2020–2022, työ jatkui", "2020–2022, arbetet fortsatte")
SITE = catalogue(
    [
        *pages("index", "teemat/index", "rahoitus/haku"),
        page("teemat/vip.fi", "---\nphases: [jatko]\n---\n# VIP\n"),
        page("teemat/vip.sv", "---\nphases: [nu, ingen]\n---\n# VIP\n"),
    ],
    [
        phase("jatko", years=YEARS, start=day("2020"), end=day("2023")),
        phase("nu", start=day("2023")),
        menu_group("rahat", "rahoitus/haku", "index"),
    ],
)


@pytest.mark.parametrize(
    ("key", "lang", "section", "stretches"),
    [
        ("index", Lang.FI, "", ()),
        ("teemat/index", Lang.SV, "", ()),
        ("rahoitus/haku", Lang.SV, "rahat-sv", ()),
        ("teemat/vip", Lang.FI, "index fi", (("2020–2022", True), ("2023–", False))),
        ("teemat/vip", Lang.SV, "index sv", (("2020–2022", False), ("2023–", True))),
    ],
)
def test_a_card_names_the_section_and_marks_the_phases_of_its_page(key, lang, section, stretches):
    one = SITE.page(key, lang)
    told = tuple(Stretch(years, told) for years, told in stretches)
    assert card_of(SITE, one) == Card(one.title, section, f"«site-name.{lang}»", told)


def test_a_page_without_a_file_has_a_card_without_a_section():
    assert plain_card(SITE, Lang.SV, "Sök") == Card("Sök", "", "«site-name.sv»")


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gallery")
    return Gallery(PROJECT, folder / "cache", folder / "site"), folder


WORDS = [
    "Perhekeskus",
    "”Lupa auttaa!” – <b>§ 4</b> & 5 €",
    "Lastensuojelujärjestelmäkehittämiskokonaisuusasiantuntijaverkostoyhteistyö",
    "Barn " * 120,
    "😀",
]


@pytest.mark.parametrize("title", WORDS)
def test_a_card_has_the_stated_size_weighs_little_and_keeps_its_margins(gallery, title):
    hanging, folder = gallery
    path = hanging.hang(Card(title, "Osio 😀", "LAPE", (Stretch("2019", True), Stretch("", False))))
    file = folder / "site" / path
    assert re.fullmatch(r"assets/cards/[0-9a-f]{16}\.png", path)
    assert file.stat().st_size <= 40_000
    with Image.open(file) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
        margins = image.convert("RGB").crop((1120, 20, 1200, 630))
        assert len(margins.getcolors()) == 1


@pytest.mark.parametrize(
    ("section", "shown"),
    [("Teemat", True), ("Hyvinvointialueiden yhteistyöryhmät", True), ("Osio " * 40, False)],
)
def test_a_section_stands_clear_of_the_name_of_the_site_or_is_left_out(gallery, section, shown):
    hanging, folder = gallery
    file = folder / "site" / hanging.hang(Card("Otsikko", section, "LAPE-tietopankki"))
    with Image.open(file) as image:
        top = image.convert("RGB")
    assert (len(top.crop((600, 60, 1112, 150)).getcolors()) > 1) == shown
    assert len(top.crop((416, 60, 440, 150)).getcolors()) == 1, "a gap after the name"


def test_the_same_words_give_the_same_bytes_and_others_another_name(gallery, tmp_path):
    hanging, folder = gallery
    again = Gallery(PROJECT, tmp_path / "cache", tmp_path / "site")
    first, second = (Card(title, "", "LAPE") for title in ("Yksi", "Kaksi"))
    assert hanging.hang(first) == again.hang(first) != again.hang(second)
    name = again.hang(first)
    assert (folder / "site" / name).read_bytes() == (tmp_path / "site" / name).read_bytes()


def test_what_was_drawn_once_comes_from_memory(gallery, tmp_path, monkeypatch):
    hanging, folder = gallery
    card = Card("Muistista", "", "LAPE")
    name = hanging.hang(card)
    monkeypatch.setattr(Studio, "card", None)
    again = Gallery(PROJECT, folder / "cache", tmp_path)
    assert again.hang(card) == name
    assert (tmp_path / name).is_file()


def test_another_colour_gives_another_name(gallery, tmp_path):
    for file in ("styles/tokens.css", "overrides/assets/mark.svg"):
        (tmp_path / file).parent.mkdir(parents=True)
        text = (PROJECT / file).read_text("utf-8")
        text = re.sub(r"(--accent: [^#]*)#\w+", r"\1#123456", text)
        (tmp_path / file).write_text(text, "utf-8")
    card = Card("Yksi", "", "LAPE")
    assert gallery[0].hang(card) != Gallery(tmp_path, tmp_path / "m", tmp_path / "s").hang(card)


def test_icons_come_from_the_mark(gallery):
    hanging, folder = gallery
    hanging.hang_icons()
    with Image.open(folder / "site/favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    with Image.open(folder / "site/assets/icon-180.png") as icon:
        assert (icon.size, icon.mode) == ((180, 180), "RGB")
        assert icon.getpixel((0, 0)) == icon.getpixel((90, 6)), "no black corners"


def test_the_face_has_every_letter_of_every_title():
    font = ImageFont.truetype(
        BytesIO(Path(font_source_serif_pro.SourceSerifProSemibold).read_bytes())
    )

    def drawn(letter: str) -> bytes:
        return bytes(font.getmask(letter))

    missing = drawn("\U0010fffd")
    content = read(PROJECT / "docs", PROJECT / "docs")
    letters = set("åäöÅÄÖ–”…§€").union(*(one.title for one in content.pages())) - {" "}
    assert {letter for letter in letters if drawn(letter) == missing} == set()
