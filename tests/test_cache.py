"""Analyses of words kept between runs."""

import json

import pytest
from kb.read.cache import load, save

KNOWN = {"perhekeskuksissa": [["perhekeskus"], ["perhe", "keskus"]]}


def test_what_was_remembered_is_known_again(tmp_path):
    file = tmp_path / "new" / "search.fi.json"
    save(file, KNOWN)
    assert load(file) == KNOWN


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "null", '{"perhekeskus": []}'])
def test_a_damaged_or_foreign_file_is_forgotten(tmp_path, text):
    file = tmp_path / "search.fi.json"
    file.write_text(text)
    assert load(file) == {}


def test_what_other_analysers_worked_out_is_forgotten(tmp_path):
    file = tmp_path / "search.fi.json"
    save(file, KNOWN)
    kept = json.loads(file.read_text("utf-8"))
    kept["made by"] = "others"
    file.write_text(json.dumps(kept), "utf-8")
    assert load(file) == {}


def test_where_nothing_can_be_written_the_run_goes_on(tmp_path):
    (tmp_path / "file").write_text("")
    save(tmp_path / "file" / "search.fi.json", KNOWN)
    assert load(tmp_path / "file" / "search.fi.json") == {}
