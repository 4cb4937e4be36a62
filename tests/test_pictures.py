"""Every picture: no word is cut or covered, named and cited, the same in both languages."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from builders import both, catalogue, day, event, page, phase, real_content, setting
from drawings import ALL, drawing, parts, rendered, svg, within
from kb.directives import records_shown
from kb.directives.drawing.layout import WIDTH
from kb.directives.drawing.shapes import Box, Label
from kb.directives.pictures import PICTURES
from kb.render.body import expand
from kb.text import Lang


@pytest.mark.parametrize(("show", "lang"), ALL)
def test_no_words_cover_others_and_none_leaves_the_picture(show, lang):
    drawn = drawing(show, lang)
    labels = list(parts(drawn, Label))
    assert labels
    for words in labels:
        assert within(words.box, Box(0, 0, WIDTH, drawn.height + 1)), words
    for first, second in combinations(labels, 2):
        assert not first.box.overlaps(second.box), (first, second)


@pytest.mark.parametrize(("show", "lang"), ALL)
def test_words_stand_wholly_inside_a_frame_or_wholly_outside(show, lang):
    drawn = drawing(show, lang)
    for frame in parts(drawn, Box):
        assert within(frame, Box(0, 0, WIDTH, drawn.height + 1))
        for words in parts(drawn, Label):
            assert within(words.box, frame) or not words.box.overlaps(frame), (words, frame)


@pytest.mark.parametrize(("show", "lang"), ALL)
def test_a_picture_names_itself_and_cites_its_facts(show, lang):
    text = rendered(show, lang)
    drawn = svg(text)
    named = {
        e.get("id"): (e.text or "").strip() for tag in ("title", "desc") for e in drawn.iter(tag)
    }
    assert named[drawn.get("aria-labelledby")]
    assert named[drawn.get("aria-describedby")]
    assert drawn.get("role") == "img"
    caption = text[text.index("<figcaption") : text.index("</figcaption>")]
    assert 'class="mark"' in caption
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("show", "lang"), ALL)
def test_a_picture_has_no_style_or_script_of_its_own_and_no_markdown_left(show, lang):
    text = rendered(show, lang)
    assert not re.search(r"\bstyle=|<style|<script|\bon\w+=", text)
    assert "markdown=" not in text
    assert "[^" not in text
    assert "<details>" in text and ("<table>" in text or show == "regions")


@pytest.mark.parametrize("show", PICTURES)
def test_both_languages_show_the_same_things(show):
    fi, sv = (svg(rendered(show, lang)) for lang in Lang)
    for tag in ("rect", "circle", "a", "pattern", "text"):
        assert len(list(fi.iter(tag))) == len(list(sv.iter(tag))), tag


@pytest.mark.parametrize("show", PICTURES)
def test_without_data_there_is_no_picture(show):
    here = page("sivu.fi", f"# Sivu\n\n<!-- kb:picture show={show} -->\n\nLoppu.\n")
    assert "<figure" not in expand(here, here.body, setting(catalogue([here])))


def test_an_event_is_in_the_picture_only_if_it_says_so():
    here = page("sivu.fi", "# Sivu\n\n<!-- kb:picture show=timeline -->\n")
    records = [
        phase("phase-1", end=day("2018")),
        event("mukana", title=both("Mukana"), in_picture=True),
        event("poissa", title=both("Poissa")),
    ]
    text = expand(here, here.body, setting(catalogue([here], records)))
    assert "Mukana-fi" in text
    assert "Poissa-fi" not in text


@pytest.mark.parametrize("show", PICTURES)
def test_the_facts_of_a_picture_count_as_used_on_its_page(show):
    here = page("sivu.fi", f"# Sivu\n\n<!-- kb:picture show={show} -->\n")
    shown = records_shown(real_content(), here.directives[0])
    assert any(record.facts for record in shown)
