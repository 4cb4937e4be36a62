"""The style sheet: tokens hold all colours, every pair can be read, every class is given."""

from __future__ import annotations

import re
from itertools import product

import pytest
from builders import PROJECT, real_content
from kb.model.programme import Phase
from kb.render.sheet import script, sheet, sheets, tokens

STYLES = PROJECT / "styles"
PARTS = {file.name: file.read_text("utf-8") for file in sorted(STYLES.glob("*.css"))}
CODE = {name: re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL) for name, text in PARTS.items()}
WHOLE = "\n".join(CODE.values())
TOKENS = tokens(PARTS["tokens.css"])
SCHEMES = ("light", "dark")

GROUNDS = ("paper", "surface", "raised")
TEXT = [
    *product(("ink", "ink-soft", "accent", "accent-strong"), GROUNDS),
    *product(("ink", "ink-soft"), ("accent-soft", "warm-soft")),
    *(("on-accent", ground) for ground in ("accent", "accent-strong")),
    *(("accent", ground) for ground in ("accent-soft", "warm-soft")),
    ("ink", "mark"),
    ("on-deep", "deep"),
    ("sun", "deep"),
    *(("on-sun", ground) for ground in ("sun", "on-deep")),
]
INTERFACE = [
    *product(("line", "warm"), GROUNDS),
    ("accent", "mark"),
]


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def contrast_in(scheme: str, front: str, back: str) -> float:
    at = SCHEMES.index(scheme)
    return contrast(TOKENS[f"--{front}"][at], TOKENS[f"--{back}"][at])


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [(*pair, 4.5) for pair in TEXT] + [(*pair, 3.0) for pair in INTERFACE],
)
def test_a_pair_of_colours_can_be_told_apart(front, back, least, scheme):
    assert contrast_in(scheme, front, back) >= least


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_tones_of_a_phase_can_be_told_apart(scheme):
    pairs = [
        pair
        for phase in real_content().all(Phase)
        for pair in [*product([phase], [*GROUNDS, f"{phase}-soft"]), ("ink", f"{phase}-soft")]
    ]
    assert pairs
    assert [pair for pair in pairs if contrast_in(scheme, *pair) < 4.5] == []


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_property_that_is_used_is_defined_and_every_token_is_used():
    defined = set(re.findall(r"(--[\w-]+):", WHOLE))
    used = set(re.findall(r"var\((--[\w-]+)", WHOLE))
    assert used - defined == set()
    in_templates = "".join(f.read_text("utf-8") for f in (PROJECT / "overrides").rglob("*.html"))
    unused = {name for name in TOKENS if name not in used}
    assert {name for name in unused if name not in in_templates} == set()


@pytest.mark.parametrize("name", sorted(CODE.keys() - {"tokens.css"}))
def test_a_colour_stands_among_the_tokens_only(name):
    values = "\n".join(re.findall(r":\s*([^;{}]+);", CODE[name]))
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(", values) == []
    assert re.findall(r"\b(?:black|white|gr[ae]y|red|blue|green|orange|silver)\b", values) == []


def test_no_rule_shouts():
    assert [name for name, text in CODE.items() if "!important" in text] == []


def in_class_attributes(text: str) -> set[str]:
    """The classes that a page, a template or a script gives to elements, as whole words."""
    given = re.findall(r'(?:\bclass=|\bclassName: )"([^"]*)"', text)
    return {word for value in given for word in re.sub(r"\{[%{].*?[%}]\}", " ", value).split()}


OF_COLUMNS = {"align-center", "align-right"}
"""What Markdown's table syntax may ask for, whether or not a page does today."""


def test_every_class_is_on_a_page_or_given_by_a_template_or_a_script(site):
    code = "\n".join(text for name, text in CODE.items() if name != "site.css")
    selectors = re.sub(r"\{[^{}]*\}|\"[^\"]*\"", " ", code)
    classes = set(re.findall(r"\.([a-z][\w-]*)", selectors))
    made = [site.files[name].decode() for name in site.files if name.endswith((".html", ".js"))]
    made += [file.read_text("utf-8") for file in (PROJECT / "overrides").rglob("*.html")]
    made += [file.read_text("utf-8") for file in (PROJECT / "overrides").rglob("*.js")]
    assert len(classes) > 100
    assert classes - set().union(*map(in_class_attributes, made)) - OF_COLUMNS == set()


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ('<p class="a b--{{ id }}{% if c %} d{% endif %}">e</p>', {"a", "b--", "d"}),
        ('make("p", { className: "f" }, "g")', {"f"}),
        ("the word lead stands here", set()),
    ],
)
def test_a_word_is_no_class_wherever_else_it_stands(text, classes):
    assert in_class_attributes(text) == classes


def test_every_phase_has_its_tone():
    for phase in real_content().all(Phase):
        assert {f"--{phase}", f"--{phase}-soft"} <= TOKENS.keys()
        assert f'[class*="--{phase}"]' in CODE["phases.css"]


def test_every_part_is_in_a_sheet_and_those_of_all_pages_have_their_order():
    assert sheets(PARTS).keys() == {
        *("site.css", "boxes.css", "home.css", "not-found.css", "results.css"),
    }
    order = re.findall(r'@import "([\w.-]+)";', PARTS["site.css"])
    assert order[0] == "tokens.css" and order[-1] == "print.css"


def test_a_token_in_two_schemes_is_written_out_and_paper_is_light():
    parts = {"a.css": ":root { --ink: light-dark(#000001, #ffffff); }\n"}
    css = sheet('@import "a.css";\n', parts)
    assert css.startswith(":root{--ink:#000001}")
    assert "light-dark" not in css
    dark = re.findall(r"@media ([^{]+)\{(:root[^{]+)\{--ink:#ffffff", css)
    assert dark == [
        ("screen and (prefers-color-scheme:dark)", ':root:not([data-theme="light"])'),
        ("screen", ':root[data-theme="dark"]'),
    ]


def test_the_sheet_is_joined_in_order_without_comments():
    parts = {"one.css": "a { b: c }\n", "two.css": "/* why */\nd { e: f }\n"}
    assert sheet('@import "two.css";\n@import "one.css";\n', parts).startswith("d{e:f}a{b:c}")


def test_a_script_loses_its_comments_only():
    assert script("// why\nconst name = `a  // b`;\n") == "const name=`a  // b`;"
