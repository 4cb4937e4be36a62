"""The ways from a page to the code host: right for any title, absent where they would not work."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml
from builders import PROJECT, catalogue, page, pages, setting
from kb.model.catalogue import RECORD_TYPES
from kb.model.code_host import LONGEST, NO_LINKS, REPORT, begun, code_host_links, new_pages
from kb.model.fields import field_list
from kb.model.outline import missing_language, new_page, new_record
from kb.model.worked import next_id
from kb.render.body import expand
from kb.render.literal import target
from kb.text import Lang

EDIT = "https://github.com/lape/kb/edit/main/docs/"
AT = "https://x.fi/kb/a/"
HOSTILE = ["&value=x#", '"><script>', "%0Aid: x", "ä ö + ?", "a&template=b", "</a>", "\u202e"]


def asked(address: str) -> dict[str, str]:
    found = parse_qsl(urlsplit(address).query, strict_parsing=True)
    assert len(dict(found)) == len(found), "a name came twice"
    return dict(found)


def of(content, edit_url: str = EDIT):
    known = catalogue(content)
    return code_host_links(known.pairs[content[0].key], content[0], edit_url, AT)


def test_a_whole_pair_lacks_no_language():
    assert of(pages("a")).create == ""


@pytest.mark.parametrize("lang", list(Lang))
def test_the_missing_language_begins_with_the_text_of_the_command(lang):
    lone = page(f"teemat/a.{lang}", "# Otsikko & muuta\n\nTeksti.[^S-001]\n\n## B {#b}\n\nX.\n")
    address = of([lone]).create
    assert address.startswith("https://github.com/lape/kb/new/main/docs?")
    assert asked(address) == {
        "filename": f"teemat/a.{lang.other}.md",
        "value": missing_language(lone),
    }


@pytest.mark.parametrize("title", HOSTILE)
def test_an_error_is_reported_with_title_and_address_whatever_they_are(title):
    lone = replace(page("a.sv"), title=title)
    address = of([lone]).report
    assert address.startswith("https://github.com/lape/kb/issues/new?")
    assert asked(address) == {
        "template": "error.sv.yml",
        "title": f"Fel på sidan: {title}",
        "page": title,
        "address": AT,
    }
    assert not set(address) & set("<>\"' \n")


@pytest.mark.parametrize("lang", list(Lang))
def test_the_form_that_is_opened_exists_and_has_the_fields_that_are_filled(lang):
    file = PROJECT / ".github/ISSUE_TEMPLATE" / REPORT[lang]
    fields = {one.get("id") for one in yaml.safe_load(file.read_text("utf-8"))["body"]}
    assert {"page", "address"} <= fields


def test_an_address_too_long_to_travel_leaves_the_text_out():
    sections = "".join(f"## Väliotsikko {n} {{#k{n}}}\n\nX.[^S-001]\n\n" for n in range(100))
    lone = page("teemat/pitka.fi", f"# A\n\n{sections}")
    assert asked(of([lone]).create) == {"filename": "teemat/pitka.sv.md"}
    section = "## B\n\n"
    lengths = [len(of([page("a.fi", f"# A\n\n{section * n}")]).create) for n in range(60, 300, 4)]
    assert max(lengths) <= LONGEST
    assert min(lengths) < LONGEST / 10, "no page was too long"
    assert max(lengths) > LONGEST * 0.9, "no page came near the limit"


@pytest.mark.parametrize(
    "edit_url",
    [
        "",
        "https://gitlab.com/lape/kb/-/edit/main/docs/",
        "https://bitbucket.org/lape/kb/src/main/docs/",
        "https://github.com/lape/kb/edit/main/",
        "javascript:alert(1)/edit/main/docs/",
    ],
)
def test_a_host_of_another_form_gets_no_door_that_would_not_open(edit_url):
    assert of([page("a.fi")], edit_url) == NO_LINKS
    assert new_pages(edit_url) == {}


@pytest.mark.parametrize(
    "repo", ["https://github.com/fork/kb", "https://git.example.net/oma/kirja"]
)
def test_a_fork_leads_to_itself(repo):
    found = of([page("a.fi")], f"{repo}/edit/oma-haara/sisalto/docs/")
    assert found.create.startswith(f"{repo}/new/oma-haara/sisalto/docs?filename=a.sv.md&")
    assert found.report.startswith(f"{repo}/issues/new?")


@pytest.mark.parametrize("lang", list(Lang))
def test_the_guide_opens_an_empty_page_in_either_language(lang):
    here = page(f"opas.{lang}", "# Opas\n\n<!-- kb:new-page -->\n")
    known = setting(catalogue([here]))
    text = expand(here, here.body, replace(known, edit_url=EDIT))
    for other in Lang:
        assert f"- [«new-page-{other}.{lang}»]({target(new_pages(EDIT)[other])})" in text
        assert asked(new_pages(EDIT)[other])["value"] == new_page(other)
    assert "«new-page" not in expand(here, here.body, known)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("kind", [one for one in RECORD_TYPES.values() if one.one_file_each])
def test_the_guide_opens_an_empty_record_of_each_kind(kind, lang):
    here = page(f"opas.{lang}", f"# Opas\n\n<!-- kb:new-record kind={kind.kind} -->\n")
    known = setting(catalogue([here]))
    text = expand(here, here.body, replace(known, edit_url=EDIT))
    id = next_id(known.catalogue, kind.series)
    file = f"_data/{kind.kind}/{id or ('uusi' if lang is Lang.FI else 'ny')}.yml"
    address = begun(EDIT, file, new_record(kind, id))
    assert asked(address) == {"filename": file, "value": new_record(kind, id)}
    assert f"- [«new-record.{lang}»: {kind.label[lang]}]({target(address)})" in text
    assert "«new-record" not in expand(here, here.body, known)


@pytest.mark.parametrize("kind", RECORD_TYPES.values())
def test_an_empty_record_has_what_it_must_have_and_nothing_else(kind):
    lines = new_record(kind).split("\n")
    keys = [line.partition(":")[0] for line in lines if line and not line.startswith(" ")]
    assert keys == [key for key, field in field_list(kind).items() if field.required]
    assert [line for line in lines if line.endswith(":") and "…" in line] == []
