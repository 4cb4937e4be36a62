"""Simplemma's list, packed, says what it says unpacked."""

from __future__ import annotations

import pytest
from kb.text import Lang
from kb.words.packed_list import packed_list
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

EVERY = 37
"""One form of so many is asked about."""


@pytest.fixture(scope="module")
def unpacked() -> dict[str, str]:
    return dict(DefaultDictionaryFactory().get_dictionary(Lang.SV).items())


def test_a_form_has_its_lemma(unpacked: dict[str, str]) -> None:
    forms = [*sorted(unpacked)[::EVERY], min(unpacked), max(unpacked)]
    packed = packed_list(Lang.SV)
    assert {form: packed.get(form) for form in forms} == {form: unpacked[form] for form in forms}
    assert len(packed) == len(unpacked)


@pytest.mark.parametrize("form", ["", "barn!", "barnenx", "öööö", "\U0010ffff"])
def test_what_is_no_form_has_none(form: str) -> None:
    assert packed_list(Lang.SV).get(form) is None


def test_a_lemma_has_its_forms_also_those_that_begin_otherwise(unpacked: dict[str, str]) -> None:
    wanted = {"a", "barn", "hon", "liten", "vara", "vila", "öppen", "xyz", *unpacked.keys()}
    wanted = set(sorted(wanted)[::EVERY]) | {"a", "hon", "vila"}
    found = sorted(packed_list(Lang.SV).forms(wanted))
    assert found == sorted((form, lemma) for form, lemma in unpacked.items() if lemma in wanted)
    assert ("hvila", "vila") in found
