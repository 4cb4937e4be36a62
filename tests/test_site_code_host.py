"""The links to the code host on built pages: each leads to the file of its own page."""

from __future__ import annotations

from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from builders import real_content
from conftest import ROOT
from kb.model.addresses import address
from kb.render.view import FEEDBACK
from kb.text import Lang
from serve import Built

DOCS = ROOT / "docs"
EDIT = "https://git.example.org/lape/lape-tietopankki/edit/main/docs/"
REPORT = "https://git.example.org/lape/lape-tietopankki/issues/new?"


@pytest.mark.parametrize("lang", list(Lang))
def test_every_page_leads_to_its_own_file_and_to_the_form_of_errors(
    site: Built, lang: Lang
) -> None:
    pages = list(real_content().pages(lang))
    assert len(pages) > 50
    feedback = address(real_content(), real_content().pairs[FEEDBACK].versions[lang])
    for page in pages:
        where = address(real_content(), page)
        about = site.pages[where].one("article").one("footer", "about-page")
        links = [li.one("a") for li in about.every("li", "edit")]
        without_account = [one for one in links if not one["href"].startswith("https:")]
        edit, *_, report = [one for one in links if one["href"].startswith("https:")]
        assert edit["href"] == EDIT + page.path.removeprefix("docs/"), where
        assert report["href"].startswith(REPORT), where
        asked = parse_qs(urlsplit(report["href"]).query)
        assert asked["template"] == [f"error.{lang}.yml"], where
        assert asked["address"] == [f"https://lape.example.org/{where}"], where
        told = [urljoin(f"/{where}", link["href"]) for link in without_account]
        assert told == ([f"/{feedback}"] if page.key != FEEDBACK else []), where
        assert (ROOT / ".github/ISSUE_TEMPLATE" / f"error.{lang}.yml").is_file()


@pytest.mark.parametrize("where", ["kaannostilanne/", "sv/oversattningslage/"])
def test_the_status_of_translations_leads_to_files_that_exist(site: Built, where: str) -> None:
    article = site.pages[where].one("article")
    listed = article.one("div", "in-step").every("a")
    files = [a["href"].removeprefix(EDIT) for a in listed if a["href"].startswith(EDIT)]
    assert {f"{stem}.{lang}.md" for stem in real_content().pairs for lang in Lang} == set(files)
    assert [name for name in files if not (DOCS / name).is_file()] == []
