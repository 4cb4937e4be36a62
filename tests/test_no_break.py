"""Dates, times, sums, names of laws and ranges do not break over lines; nothing else changes."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from kb.render.no_break import unbroken
from kb.search.pages import sections_of, tokens
from kb.text import Lang

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (Lang.FI, "8._maaliskuuta_2019 hallitus"),
        (Lang.FI, "maaliskuussa_2019 ja 1. ja 8._maaliskuuta"),
        (Lang.FI, "klo_12.30 alkaen"),
        (Lang.FI, "15_miljoonaa euroa, 37,5_milj._€ tai 851_777_euroa"),
        (Lang.FI, "40_% lapsista, lain 7_§ ja 7_§:n"),
        (Lang.FI, "HE_170/2021_vp ja laki_616/2021 sekä"),
        (Lang.FI, "nro_3 ja s._12"),
        (Lang.FI, "8.3.2019 hallitus, 19 aluetta vuonna 2017 ja 18 muuta"),
        (Lang.FI, "vuonna 2017 851_777_€"),
        (Lang.SV, "den 8_mars_2019 föll"),
        (Lang.SV, "den 8\nmars_2019"),
        (Lang.SV, "i mars_2019, den 1 och 8_mars samma år"),
        (Lang.SV, "8 marschaller"),
        (Lang.SV, "kl._12 och nr_3"),
        (Lang.SV, "23,6_miljoner euro, 40_procent"),
        (Lang.SV, "RP_170/2021_rd och 7_§ i lagen"),
    ],
)
def test_a_line_breaks_only_where_reading_may_pause(lang, text):
    typed = text.replace("_", " ")
    assert unbroken(f"<p>{typed}</p>", lang) == f"<p>{text}</p>".replace("_", NBSP).replace(
        "8\nmars", f"8{NBSP}mars"
    )


@pytest.mark.parametrize(
    ("html", "ranges"),
    [
        ("<p>vuosina 2017–2018, 2020–2022</p>", ["2017–2018", "2020–2022"]),
        ("<h2>Vaihe 2020–2022</h2>", ["2020–2022"]),
        ("<b>40–50</b> tiimiä, 13–17-vuotiaat (7–9)", ["40–50", "13–17", "7–9"]),
        ("<p>1.3.–30.4.2020, P-001–P-002, 2023–, 1–2–3 ja 1,4–1,75</p>", []),
        ('<a title="2017–2018">x</a> <code>2017–2018</code>', []),
        ("<svg><text>2017–2018</text></svg><select><option>2017–2018</option></select>", []),
    ],
)
def test_a_range_of_figures_is_held_together_where_lines_break(html, ranges):
    once = unbroken(html, Lang.FI)
    assert re.findall(r'<span class="unbroken">(.*?)</span>', once) == ranges
    assert without_elements(once) == html
    assert unbroken(once, Lang.FI) == once


def without_elements(html):
    return re.sub(r'<span class="unbroken">(.*?)</span>', r"\1", html)


@pytest.mark.parametrize(
    "html",
    [
        '<a title="8. maaliskuuta 2019 > 15 %">x</a>',
        "<code>klo 12 <b>HE 170/2021 vp</b></code>",
        "<pre><code>15 %</code> 15 %</pre>",
        "<!-- 15 % -->",
    ],
)
def test_attributes_and_what_is_to_be_typed_are_left_alone(html):
    assert unbroken(html, Lang.FI) == html


def test_after_code_text_is_text_again():
    assert unbroken("<code>1 %</code> 1 %", Lang.FI) == f"<code>1 %</code> 1{NBSP}%"


PARTS = st.sampled_from(
    [
        *("8.", "maaliskuuta", "2019", "mars", "15", "%", "§", "milj.", "€", "HE", "170/2021"),
        *("2017–2018", "–", "<svg>", "</svg>"),
        *("vp", "851", "777", "kl.", "klo", "<b>", "</b>", "<code>", "</code>", "<", ">", "&lt;"),
        *(" ", "\n") * 5,
    ]
)


@given(st.lists(PARTS).map("".join), st.sampled_from(Lang))
@example("8. maaliskuuta 2019 < 15 %", Lang.FI)
def test_only_spaces_and_ranges_change_and_a_second_time_changes_nothing(html, lang):
    once = unbroken(html, lang)
    text = without_elements(once)
    assert text.replace(NBSP, " ") == html if "\n" not in html else len(text) == len(html)
    assert text.split() == html.split()
    assert unbroken(once, lang) == once


def test_search_reads_a_no_break_space_as_a_space():
    typed = "<p>Raha 8. maaliskuuta 2019, HE 170/2021 vp</p>"
    made = unbroken(typed, Lang.FI)
    assert NBSP in made

    def words(html):
        return [token for part in sections_of(html, "fi") for token in tokens(part.text)]

    assert words(made) == words(typed)
