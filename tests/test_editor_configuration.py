"""The form editor has a form for everything that is declared, and leads to the right place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from builders import real_content
from editing import settings
from kb.editor.collections import editable_kinds, formats
from kb.editor.configuration import api_root, configuration
from kb.model.addresses import form_address
from kb.model.catalogue import RECORD_TYPES
from kb.model.fields import Field, FieldType, field_list
from kb.model.page import FrontMatter
from kb.publish.policy import editor_policy
from kb.read.settings import settings_of
from kb.text import Lang
from serve import Built

CODE_HOST = "https://git.example.org"


def collections(lang: Lang) -> dict[str, dict[str, Any]]:
    told = configuration(real_content(), settings(CODE_HOST))["languages"][lang]
    return {one["name"]: one for one in told["collections"]}


def declared(collection: dict[str, Any]) -> dict[str, Field]:
    kind = RECORD_TYPES.get(collection["format"])
    return dict(field_list(kind or FrontMatter))


@pytest.mark.parametrize("lang", Lang)
def test_every_declared_field_is_in_its_form_and_no_other(lang: Lang) -> None:
    found = collections(lang)
    for name, collection in found.items():
        ours = {"title", "body", "picture"} if name.startswith("pages") else set()
        widgets = {one["name"] for one in collection["fields"]}
        assert widgets == declared(collection).keys() | ours, name
    assert {kind.kind for kind in editable_kinds()} <= found.keys()


def asked(lang: Lang) -> Iterator[tuple[Field, dict[str, Any]]]:
    """Each declared field with its part of a form; a hidden one is asked for apart."""
    for collection in collections(lang).values():
        for widget in collection["fields"]:
            field = declared(collection).get(widget["name"])
            if field and widget["widget"] != "hidden":
                yield field, widget


@pytest.mark.parametrize("lang", Lang)
def test_a_field_is_called_what_its_declaration_says(lang: Lang) -> None:
    for field, widget in asked(lang):
        about = field.about[lang]
        assert about.startswith(widget["label"])
        assert about == widget["label"] or widget["hint"].startswith(about)
        is_given = widget["name"] == "facts" and not widget["required"]
        assert widget["required"] is field.required or is_given


@pytest.mark.parametrize("lang", Lang)
def test_a_field_takes_what_its_declaration_says(lang: Lang) -> None:
    for field, widget in asked(lang):
        assert widget["widget"] in ("relation", "select") or not field.refers_to
        assert widget["widget"] == "list" or widget.get("multiple", False) is field.many
        if field.allowed:
            labels = {one["value"]: one["label"] for one in widget["options"]}
            assert list(labels) == list(field.allowed)
            assert all(name[lang] in labels[id] for id, name in field.names.items())
        if field.type is FieldType.BILINGUAL:
            assert [one["name"] for one in widget["fields"]] == list(Lang)
        if field.type is FieldType.DATE:
            assert widget["pattern"][0] == r"^\d{4}(-\d{2}(-\d{2})?)?$"


def test_whatever_a_field_names_can_be_picked() -> None:
    found = collections(Lang.FI)
    catalogue = real_content()
    for collection in found.values():
        for widget in collection["fields"]:
            field = declared(collection).get(widget["name"])
            if field is None or not field.refers_to:
                continue
            if widget["widget"] == "relation":
                assert widget["collection"] == field.refers_to
                assert widget["collection"] in found
            else:
                assert {one["value"] for one in widget["options"]} == catalogue.ids(field.refers_to)


def test_every_page_and_record_is_in_one_collection() -> None:
    catalogue, found = real_content(), collections(Lang.FI)
    folders = {one["folder"] for one in found.values()}
    assert len(folders) == len(found)
    for key in catalogue.pairs:
        assert f"docs/{key}".rpartition("/")[0] in folders
    for kind in editable_kinds():
        assert f"docs/_data/{kind.kind}" in folders


def test_only_what_a_term_and_a_person_are_by_themselves_need_not_be_named() -> None:
    free = {
        name
        for name, collection in collections(Lang.FI).items()
        for widget in collection["fields"]
        if widget["name"] == "facts" and not widget["required"]
    }
    told = configuration(real_content(), settings(CODE_HOST))["ownFacts"]
    assert free == told.keys() == {"terms", "contacts"}
    assert told == {"terms": "next T-", "contacts": ""}


def test_a_page_leads_to_its_form_in_its_language() -> None:
    found = collections(Lang.SV)
    for page in real_content().pages():
        address = form_address(page)
        assert f"?lang={page.lang}#" in address
        name = address.split("/collections/")[1].split("/")[0]
        assert found[name]["folder"] == page.place.path.rpartition("/")[0]


def test_formats_are_the_field_lists() -> None:
    told = formats()
    assert list(told["terms"]) == list(field_list(RECORD_TYPES["terms"]))
    assert told["contacts"]["phone"] == {"type": "phone", "many": False, "oneALine": False}
    assert list(told["pages"]) == list(field_list(FrontMatter))


@pytest.mark.parametrize(
    ("repository", "api"),
    [
        ("https://github.com/lape/tietopankki", "https://api.github.com"),
        ("https://git.example.org/lape/tietopankki.git", "https://git.example.org"),
    ],
)
def test_the_editor_may_ask_the_code_host_and_nobody_else(repository: str, api: str) -> None:
    assert api_root(repository) == api
    directives = dict(one.split(" ", 1) for one in editor_policy(api).split("; "))
    assert directives["connect-src"] == f"'self' data: blob: {api}"
    assert directives["script-src"] == "'self'"
    assert all(
        "*" not in sources and "https:" not in sources.split() for sources in directives.values()
    )


def test_it_commits_to_the_branch_that_pages_are_edited_on() -> None:
    there = settings(CODE_HOST)
    there = replace(there, edit_url=there.edit_url.replace("/main/", "/julkaistu/"))
    told = configuration(real_content(), there)["languages"]["fi"]["backend"]
    assert told["repo"] == "lape/tietopankki"
    assert told["branch"] == "julkaistu"


@pytest.mark.parametrize(
    ("written", "has_editor"), [("1", True), (1, True), ("", False), (None, False), ("vim", False)]
)
def test_only_a_1_switches_the_editor_on(written: object, has_editor: bool) -> None:
    extra = {"contact_details_years": 2, "review_months": 24, "security_contact": "",
             "editor": written}  # fmt: skip
    options = {"repo_url": CODE_HOST, "site_url": "", "edit_uri": "edit/main/docs/", "extra": extra}
    assert settings_of(options).editor is has_editor
    assert not settings_of(options | {"repo_url": ""}).editor


def test_without_being_asked_for_nothing_of_it_is_on_the_site(site: Built) -> None:
    assert [name for name, text in site.files.items() if b"toimitus/" in text] == []
    assert [name for name in site.files if name.startswith("toimitus/")] == []
