"""The guide has a heading for every rule, in both languages, and messages lead to it."""

from __future__ import annotations

import pytest
from builders import real_content
from guide_pictures import LARGEST, NAMES, OUT
from kb.finding import Finding
from kb.model.addresses import address
from kb.model.markdown import targets
from kb.model.page import Page
from kb.report import Report
from kb.report.report import GUIDE
from kb.text import Lang, Text
from test_rules import RULE_IDS

KEY = "tarkistusohje"
RULE_LEVEL = 3


def guide(lang: Lang) -> Page:
    page = real_content().page(KEY, lang)
    assert page is not None
    return page


@pytest.mark.parametrize("lang", list(Lang))
def test_every_rule_has_its_heading_and_every_heading_is_a_rule(lang: Lang) -> None:
    headings = [h.anchor for h in guide(lang).headings if h.level == RULE_LEVEL]
    assert sorted(headings) == RULE_IDS


@pytest.mark.parametrize("lang", list(Lang))
def test_a_rule_is_told_in_a_few_plain_lines(lang: Lang) -> None:
    page = guide(lang)
    for part in page.body.split("\n### ")[1:]:
        heading, _, rest = part.partition("\n")
        said = [line for line in rest.partition("\n## ")[0].split("\n") if line]
        assert 1 <= len(said) <= 4, heading


@pytest.mark.parametrize("lang", list(Lang))
def test_a_finding_leads_to_the_published_guide(lang: Lang) -> None:
    assert GUIDE[lang] == address(real_content(), guide(lang))
    finding = Finding(f"docs/a.{lang}.md", 3, "broken-link", Text("a", "b"))
    report = Report([finding], "https://x.fi/lape/")
    assert report.guide(finding) == f"https://x.fi/lape/{GUIDE[lang]}#broken-link"


@pytest.mark.parametrize("lang", list(Lang))
def test_the_editors_guide_shows_each_picture_in_its_own_language(lang: Lang) -> None:
    page = real_content().page("toimitusopas", lang)
    assert page is not None
    shown = [mention.target for mention in targets(page.body) if "kuvat/" in mention.target]
    assert sorted(shown) == [f"kuvat/{name}" for name in NAMES if f"-{lang}." in name]


def test_the_guide_s_pictures_are_small_and_none_is_left_over() -> None:
    sizes = {file.name: file.stat().st_size for file in OUT.iterdir()}
    assert sorted(sizes) == NAMES
    assert {name: size for name, size in sizes.items() if not 0 < size <= LARGEST} == {}
