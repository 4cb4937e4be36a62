"""Translation status: whose turn it is follows from what was declared."""

import pytest
from builders import catalogue, in_step, page
from drift import EMPTY_SV, FI, MORE_FI, MORE_SV, SV, pair
from kb.model.translations import State
from kb.report.translations import fallen


def states(content, declared):
    found = catalogue(content, declared=declared).comparisons
    return {one.name: one.state for comparisons in found.values() for one in comparisons}


@pytest.mark.parametrize(
    ("fi", "sv", "state"),
    [
        (FI, SV, State.IN_STEP),
        (MORE_FI, SV, State.FI_NEWER),
        (FI, MORE_SV, State.SV_NEWER),
        (MORE_FI, MORE_SV, State.BOTH_CHANGED),
        (FI, EMPTY_SV, State.ONLY_FI),
        (FI, SV.partition("\n## ")[0], State.ONLY_FI),
        (FI.partition("\n## ")[0], SV, State.ONLY_SV),
    ],
)
def test_the_state_of_a_section_follows_from_what_was_declared(fi, sv, state):
    found = states(pair(fi, sv), in_step(pair(FI, SV)))
    assert found == {"koti#.lead": State.IN_STEP, "koti#raha": state}


def test_what_was_never_declared_is_not_called_in_step():
    assert set(states(pair(FI, SV), {}).values()) == {State.NEVER_COMPARED}


def test_a_page_in_one_language_has_nothing_to_compare():
    assert catalogue([page("koti.fi", FI)]).comparisons == {}


@pytest.mark.parametrize(
    ("content", "name", "state"),
    [
        (pair(FI, SV, "uusi/talo"), "uusi/talo#raha", State.IN_STEP),
        (pair(MORE_FI, SV, "talo"), "talo#raha", State.FI_NEWER),
        (pair(MORE_FI, MORE_SV, "talo"), "talo#raha", State.NEVER_COMPARED),
        (
            pair(FI.replace("#raha", "#euro"), SV.replace("#raha", "#euro")),
            "koti#euro",
            State.IN_STEP,
        ),
    ],
)
def test_a_new_name_is_known_by_the_text_of_either_side(content, name, state):
    assert states(content, in_step(pair(FI, SV)))[name] is state


def test_a_copy_is_not_taken_for_a_renamed_page():
    content = pair(FI, SV) + pair(FI, SV, "kopio")
    assert states(content, in_step(pair(FI, SV)))["kopio#raha"] is State.NEVER_COMPARED


def test_a_change_is_told_apart_from_what_was_out_of_step_before():
    declared = in_step(pair(FI, SV))
    before = catalogue(pair(MORE_FI, SV), declared=declared)
    after = catalogue(pair(MORE_FI.replace("Yksi", "Eräs"), SV), declared=declared)
    assert [one.name for one in fallen(after, before)] == ["koti#.lead"]
    assert fallen(after, after) == []
