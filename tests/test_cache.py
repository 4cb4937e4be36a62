"""Analyses of words kept between runs."""

import pytest
from kb.read.cache import load, save

KNOWN = {"perhekeskuksissa": [["perhekeskus"], ["perhe", "keskus"]]}


def test_what_was_remembered_is_known_again(tmp_path):
    file = tmp_path / "new" / "search.fi.json"
    save(file, KNOWN)
    assert load(file) == KNOWN


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "null", '{"perhekeskus": []}'])
def test_a_foreign_file_is_forgotten(tmp_path, text):
    file = tmp_path / "search.fi.json"
    file.write_text(text)
    assert load(file) == {}


def test_a_file_with_any_byte_lost_or_changed_is_forgotten(tmp_path):
    file = tmp_path / "search.fi.json"
    save(file, KNOWN)
    whole = file.read_bytes()
    for at in range(len(whole)):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            file.write_bytes(damaged)
            assert load(file) == {}, damaged


def test_what_other_analysers_worked_out_is_forgotten(tmp_path, monkeypatch):
    file = tmp_path / "search.fi.json"
    save(file, KNOWN)
    monkeypatch.setattr("kb.read.cache._analysers", lambda: "others")
    assert load(file) == {}


def test_where_nothing_can_be_written_the_run_goes_on(tmp_path):
    (tmp_path / "file").write_text("")
    save(tmp_path / "file" / "search.fi.json", KNOWN)
    assert load(tmp_path / "file" / "search.fi.json") == {}
