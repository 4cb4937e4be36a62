"""Analyses of words kept between runs."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from kb.read.cache import TRAVELLING, load, save
from kb.text import Lang
from kb.words.analysis import Analyser
from kb.words.finnish import Lemmas
from kb.words.forms import Forms
from kb.words.spelling import Speller

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


def fresh(name: str, lang: Lang, words: list[str]) -> dict[str, Any]:
    """What somebody works out who knows nothing yet."""
    if name == "search":
        analyser = Analyser(lang)
        for word in words:
            analyser.of(word)
        return {word: analyser.known[word] for word in words}
    if name == "forms":
        forms = Forms(lang)
        forms.learn(words)
        return forms.known
    if name == "words":
        lemmas = Lemmas()
        return {word: sorted(lemmas.of(word) - {word}) for word in words}
    speller = Speller(lang)
    return {word: speller.knows(word) for word in words}


@pytest.mark.parametrize("file", [*TRAVELLING.glob("*.json")], ids=lambda file: file.name)
def test_what_travels_with_the_project_is_what_the_word_lists_say(file: Path) -> None:
    known = load(file)
    assert known, "other lists or other code made it: make known-words"
    name, lang = file.name.split(".")[:2]
    plain = [word for word in sorted(known) if word.isalpha() and word.islower()]
    some = Random(file.name).sample(plain, 40)
    travelling = {word: known[word] for word in some}
    if name == "words":  # the word itself is always among its own
        travelling = {word: sorted({*forms} - {word}) for word, forms in travelling.items()}
    assert fresh(name, Lang(lang), some) == travelling


def test_words_of_every_kind_and_language_travel() -> None:
    names = {file.name for file in TRAVELLING.glob("*.json")}
    both = {f"{name}.{lang}.json" for name in ("search", "forms", "spelling") for lang in Lang}
    assert names == both | {"words.fi.json"}
