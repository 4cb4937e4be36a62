"""Two languages as one value."""

import pytest
from kb.text import Lang, Text


@pytest.mark.parametrize(
    ("key", "expected"),
    [(Lang.FI, "raha"), (Lang.SV, "pengar"), ("fi", "raha"), ("sv", "pengar")],
)
def test_a_text_gives_its_words_by_language(key, expected):
    assert Text("raha", "pengar")[key] == expected


def test_a_text_refuses_a_third_language():
    with pytest.raises(ValueError, match="en"):
        Text("raha", "pengar")["en"]


@pytest.mark.parametrize(
    ("fi", "sv"), [("", "pengar"), ("raha", ""), ("  ", "pengar"), ("raha", "\n\t"), ("", "")]
)
def test_a_text_that_lacks_a_language_cannot_be_made(fi, sv):
    with pytest.raises(ValueError, match="both languages"):
        Text(fi, sv)


def test_a_text_cannot_be_changed_into_one_that_lacks_a_language():
    text = Text("raha", "pengar")
    with pytest.raises(AttributeError):
        text.sv = ""


@pytest.mark.parametrize(("lang", "other"), [(Lang.FI, Lang.SV), (Lang.SV, Lang.FI)])
def test_each_language_knows_the_other(lang, other):
    assert lang.other is other


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        (Text("{n} virhettä", "{n} fel"), {"n": 3}, Text("3 virhettä", "3 fel")),
        (Text("{a}: {b}", "{b} ({a})"), {"a": "x", "b": "y"}, Text("x: y", "y (x)")),
        (
            Text("puuttuu {kieli}", "{kieli} saknas"),
            {"kieli": Text("ruotsi", "svenska")},
            Text("puuttuu ruotsi", "svenska saknas"),
        ),
        (Text("{{#id}} {a}", "{a} {{#id}}"), {"a": 1}, Text("{#id} 1", "1 {#id}")),
        (Text("”{a}”", "”{a}”"), {"a": "{b}"}, Text("”{b}”", "”{b}”")),
    ],
)
def test_format_fills_each_language_with_its_own_words(text, values, expected):
    assert text.format(**values) == expected


def test_format_refuses_a_name_that_was_not_given():
    with pytest.raises(KeyError, match="count"):
        Text("{count} virhettä", "{count} fel").format(amount=1)


def test_format_never_leaves_a_language_empty():
    with pytest.raises(ValueError, match="both languages"):
        Text("{word}", "ord: {word}").format(word="")
