"""A title set in lines: whole words in the largest size, syllables when it must be."""

import pytest
from kb.render.typesetting import drawable, set_in_lines

WIDTH, HEIGHT = 1000, 290


def measure(text: str, size: int) -> float:
    """As if every letter were half as wide as its size."""
    return len(text) * size / 2


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("", ()),
        ("Lyhyt", ("Lyhyt",)),
        ("Toinen vaihe 2020–2022", ("Toinen vaihe", "2020–2022")),
        (
            "Tulevaisuuden sosiaali- ja terveyskeskus",
            ("Tulevaisuuden sosiaali-", "ja terveyskeskus"),
        ),
        ("”Lupa auttaa!” – § 4, 5 €", ("”Lupa auttaa!”", "– § 4, 5 €")),
        ("Perhe\u00adkeskus", ("Perhekeskus",)),
        ("Ilo 😀 palaa ❤️", ("Ilo palaa",)),
    ],
)
def test_words_stay_whole_in_lines_of_even_length(title, lines):
    assert set_in_lines(title, measure, WIDTH, HEIGHT).lines == lines


def test_a_shorter_title_is_larger():
    sizes = [set_in_lines("sana " * count, measure, WIDTH, HEIGHT).size for count in (1, 9, 20, 30)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) > 1


LONG = [
    "Lastensuojelujärjestelmäkehittämiskokonaisuusasiantuntijaverkosto",
    "Barnskyddsutvecklingsverksamhetssamordningsnätverkskonferensen",
    "Sosiaali-ja-terveys-palvelu-järjestelmä-uudistus-ohjelma-koordinaattori",
]


@pytest.mark.parametrize("word", LONG)
def test_a_word_too_long_breaks_with_a_hyphen_and_loses_nothing(word):
    block = set_in_lines(word, measure, WIDTH, HEIGHT)
    assert len(block.lines) > 1
    assert all(line.endswith("-") for line in block.lines[:-1])
    assert "".join(block.lines).replace("-", "") == word.replace("-", "")


def test_a_word_breaks_at_its_soft_hyphens_and_where_a_syllable_begins():
    assert set_in_lines("a" * 28 + "\u00ad" + "b" * 28, measure, WIDTH, HEIGHT).lines == (
        "a" * 28 + "-",
        "b" * 28,
    )
    assert (
        set_in_lines("muutosohjelma" * 4, measure, WIDTH, HEIGHT)
        .lines[0]
        .endswith(("muu-", "tos-", "tosoh-", "jel-", "ma-"))
    )


@pytest.mark.parametrize("title", [*LONG, "x" * 60, "y" * 300, "Sana " * 200, "Monta, " * 90])
def test_nothing_is_wider_or_higher_than_the_room(title):
    block = set_in_lines(title, measure, WIDTH, HEIGHT)
    assert max(measure(line, block.size) for line in block.lines) <= WIDTH
    assert block.leading * len(block.lines) <= HEIGHT + len(block.lines)


def test_what_fits_in_no_size_ends_in_an_ellipsis():
    assert set_in_lines("Monta, " * 90, measure, WIDTH, HEIGHT).lines[-1].endswith("Monta…")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a  b\n c", "a b c"),
        ("”å – ö… § €”", "”å – ö… § €”"),
        ("👩‍👧 äiti\ufe0f", "äiti"),
        ("\ue000", ""),
    ],
)
def test_only_letters_and_marks_are_drawn(text, drawn):
    assert drawable(text) == drawn
