"""The guide has a heading for every rule, in both languages, and messages lead to it."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import kb.model
import pytest
from builders import real_content, setting
from guide_pictures import LARGEST, NAMES, OUT
from kb.directives import DIRECTIVES
from kb.finding import Rule
from kb.model.addresses import address
from kb.model.catalogue import RECORD_TYPES
from kb.model.fields import field_list
from kb.model.markdown import targets
from kb.model.page import FrontMatter, Page
from kb.model.record import Record
from kb.render.body import expand
from kb.report import Report
from kb.report.report import GUIDE
from kb.text import Lang
from test_rules import IDS

KEY = "tarkistusohje"
PATH = "toimitusopas"
TABLES = "kentat-ja-kb-rivit"
RULE_LEVEL = 3


def guide(lang: Lang) -> Page:
    page = real_content().page(KEY, lang)
    assert page is not None
    return page


@pytest.mark.parametrize("lang", list(Lang))
def test_every_rule_has_its_heading_and_every_heading_is_a_rule(lang: Lang) -> None:
    headings = [h.anchor for h in guide(lang).headings if h.level == RULE_LEVEL]
    assert sorted(headings) == IDS


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
    finding = Rule.error("broken-link", "a", "b").at(f"docs/a.{lang}.md", 3)
    report = Report([finding], "https://x.fi/lape/")
    assert report.guide(finding) == f"https://x.fi/lape/{GUIDE[lang]}#broken-link"


@pytest.mark.parametrize("lang", list(Lang))
def test_the_tables_have_every_kind_of_data_and_every_directive(lang: Lang) -> None:
    page = real_content().page(TABLES, lang)
    assert page is not None
    text = expand(page, page.body, setting(real_content()))
    documented = [FrontMatter, *RECORD_TYPES.values()]
    assert [kind for kind in documented if text.count(kind.about[lang]) != 1] == []
    fields = [field for kind in documented for field in field_list(kind).values()]
    assert [field.about for field in fields if field.about[lang] not in text] == []
    assert [name for name in DIRECTIVES if f"`<!-- kb:{name} -->`" not in text] == []


def test_every_kind_of_data_that_the_model_declares_is_read() -> None:
    for module in iter_modules(kb.model.__path__):
        import_module(f"kb.model.{module.name}")
    declared = {kind for kind in Record.__subclasses__() if kind.__module__.startswith("kb.")}
    assert declared == set(RECORD_TYPES.values())


@pytest.mark.parametrize("lang", list(Lang))
def test_the_editors_guide_shows_each_picture_in_its_own_language(lang: Lang) -> None:
    page = real_content().page(PATH, lang)
    assert page is not None
    shown = [mention.target for mention in targets(page.body) if "kuvat/" in mention.target]
    assert sorted(shown) == [f"kuvat/{name}" for name in NAMES if f"-{lang}." in name]


def test_the_guide_s_pictures_are_small_and_none_is_left_over() -> None:
    sizes = {file.name: file.stat().st_size for file in OUT.iterdir()}
    assert sorted(sizes) == NAMES
    assert {name: size for name, size in sizes.items() if not 0 < size <= LARGEST} == {}
