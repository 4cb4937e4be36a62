"""A drawing of an editor's is published as a drawing: what draws stays, the rest goes."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kb.read.svg import drawing

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{}>{}</svg>'
)


def cleaned(inside: str, attributes: str = "") -> str:
    return drawing(HEAD.format(attributes, inside).encode()).svg


@pytest.mark.parametrize(
    "inside",
    [
        '<title>Kaavio</title><g id="a"><path d="M0 0h9" fill="#0b5563" /></g>',
        '<text x="1"><tspan>Perhe &amp; koti</tspan></text>',
        '<defs><linearGradient id="b"><stop offset="1" /></linearGradient></defs>',
        '<rect style="fill:url(#b);stroke:none" />',
        "<style>.a { fill: red }</style>",
        '<linearGradient href="#b" />',
    ],
)
def test_what_draws_stays_as_it_is(inside: str) -> None:
    made = drawing(HEAD.format("", inside).encode())
    assert made.refused == []
    assert made.svg == f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ('<linearGradient xlink:href="#b" />', '<linearGradient href="#b" />'),
        ("<!-- a --><?php x ?><g /><metadata>x</metadata>", "<g />"),
        ("<script>x</script><g />", "<g />"),
        ('<g onload="x"><set /></g>', "<g />"),
    ],
)
def test_the_rest_goes(inside: str, left: str) -> None:
    assert cleaned(inside) == f'<svg xmlns="http://www.w3.org/2000/svg">{left}</svg>'


def test_what_a_drawing_program_notes_goes_without_a_word() -> None:
    notes = ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1"'
    made = drawing(HEAD.format(notes, "<inkscape:grid/><g/>").encode())
    assert (made.svg, made.refused) == ('<svg xmlns="http://www.w3.org/2000/svg"><g /></svg>', [])


PARTS = [
    *("<g>", "</g>", "<script>", "<style>", "</style>", "<foreignObject>", "</foreignObject>"),
    *(
        "<a href='javascript:x'>",
        "</a>",
        "<image href='https://evil.example/'/>",
        "<use href='#a'/>",
    ),
    *("<path onload='x'/>", "<g style='a:url(x)'/>", "<g href='//evil.example'/>", "@import 'x'"),
    *("x", "&lt;", "<![CDATA[", "]]>", "<!--", "-->"),
]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_nothing_acts_or_loads_in_any_drawing(inside: str) -> None:
    made = cleaned(inside)
    for element in fromstring(made).iter() if made else ():
        assert element.tag.rpartition("}")[2] in {"svg", "g", "path", "style"}
        assert set(element.attrib) <= {"style"}
        assert "url(x)" not in element.get("style", "")
        assert not element.tag.endswith("style") or "@import" not in (element.text or "")
