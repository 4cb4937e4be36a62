"""Words and figures: spelling with its cache, the language of a passage, identity codes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from kb.text import Lang
from kb.words import spelling
from kb.words.identity import identity_codes, likely_codes
from kb.words.language_detection import other_language
from kb.words.lists import voikko_readings
from kb.words.numbers import numbers
from kb.words.spelling import Speller

OWN = frozenset({"LAPE", "zyx"})


@pytest.mark.parametrize(
    ("lang", "word", "known"),
    [
        (Lang.FI, "perhekeskuksissa", True),
        (Lang.FI, "Perhekeskus", True),
        (Lang.FI, "perhekeksus", False),
        (Lang.FI, "LAPE-akatemia", True),
        (Lang.FI, "LAPE:n", True),
        (Lang.FI, "XYZ:n", False),
        (Lang.FI, "zyx", True),
        (Lang.FI, "kunta-agentti", True),
        (Lang.SV, "barnfamiljernas", True),
        (Lang.SV, "barnfamlijernas", False),
        (Lang.SV, "social-", True),
        (Lang.SV, "nättverk", False),
    ],
)
def test_a_word_is_known_or_not(lang: Lang, word: str, known: bool) -> None:
    assert Speller(lang, OWN).knows(word) is known


def test_what_is_remembered_needs_no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a dictionary was opened")

    for name in ("is_listed", "voikko_readings", "hunspell_swedish"):
        monkeypatch.setattr(spelling, name, refuse)
    speller = Speller(Lang.FI, OWN, {"talo": True, "tallo": False})
    assert [speller.knows(word) for word in ("talo", "tallo", "zyx")] == [True, False, True]
    assert not speller.learnt


def test_a_word_added_to_the_project_s_list_is_known_at_once() -> None:
    known = {"tallo": False}
    assert not Speller(Lang.FI, frozenset(), known).knows("tallo")
    assert Speller(Lang.FI, frozenset({"tallo"}), known).knows("tallo")


@pytest.mark.parametrize(
    ("text", "lang", "other"),
    [
        ("Det är en tjänst som finns för alla barn.", Lang.FI, True),
        ("Se on palvelu, joka on kaikille ja johon ei jonoteta.", Lang.SV, True),
        ("Se on palvelu, joka on kaikille ja johon ei jonoteta.", Lang.FI, False),
        ("Social- och hälsovårdsministeriet", Lang.FI, False),
        ("Familjecentret", Lang.FI, False),
        (
            "Nimi oli Barnet och familjen för alla, ja se on käytössä, kun haku on auki.",
            Lang.FI,
            False,
        ),
    ],
)
def test_the_language_of_a_passage(text: str, lang: Lang, other: bool) -> None:
    assert (other_language(text, lang) is not None) is other


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("131052-308T", [(1, "131052…")]),
        ("rivi\n(010594Y9032)", [(2, "010594…")]),
        ("131052-308U", []),
        ("131052\n-308T", [(1, "131052…")]),
        ("a\n131052-\n308T", [(2, "131052…")]),
        ("13.10.52-308T", [(1, "131052…")]),
        ("13 10 52-308T", [(1, "131052…")]),
        ("https://thl.fi/?h=131052%2D308T", [(1, "131052…")]),
        ("13.10.52 A 4 308 kuntaa", []),
        ("310252-308T", []),
        ("1131052-308T", []),
        ("a131052-308T", []),
    ],
)
def test_identity_codes_by_their_check_character(text: str, found: list[tuple[int, str]]) -> None:
    assert list(identity_codes(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("131052-308U", [(1, "131052…")]),
        ("rivi\n131052A308U", [(2, "131052…")]),
        ("131052-308T", []),
        ("310252-308U", []),
        ("131052-3089", []),
        ("131052-308I", [(1, "131052…")]),
    ],
)
def test_what_has_the_form_of_an_identity_code_is_likely_one(
    text: str, found: list[tuple[int, str]]
) -> None:
    assert list(likely_codes(text)) == found


def test_the_figures_of_what_looks_like_an_identity_code_are_no_numbers() -> None:
    assert numbers("Asiakas 131052-308U, 7 käyntiä", Lang.FI) == ("7",)


_READINGS_WITHOUT = """
import sys
sys.modules["kfst_rs"] = None
from kb.words.lists import voikko_readings
import kfst
assert kfst.BACKEND == "kfst"
for word in sys.argv[1:]:
    print(*[reading.FSTOUTPUT for reading in voikko_readings(word)], sep="|")
"""


def test_an_index_does_not_depend_on_what_runs_the_automaton() -> None:
    # Words whose analyses the two backends list in another order, and one that neither knows.
    words = ["alkavat", "kuusi", "heitä", "hakemusta", "perhekeskustoimintamallissa", "asdfghj"]
    without = subprocess.run(
        [sys.executable, "-c", _READINGS_WITHOUT, *words],
        env={**os.environ, "PYTHONPATH": "scripts"},
        capture_output=True,
        text=True,
        check=True,
    )
    expected = ["|".join(one.FSTOUTPUT for one in voikko_readings(word)) for word in words]
    assert without.stdout.splitlines() == expected


def test_a_common_noun_comes_before_a_name_and_a_verb() -> None:
    assert voikko_readings("hakemusta")[0].BASEFORM == "hakemus"
    assert voikko_readings("alan")[-1].CLASS == "etunimi"
