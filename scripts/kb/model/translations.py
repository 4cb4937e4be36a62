"""Compares the two languages of each section with what was last declared to say the same.

Declarations are fingerprints of both sides, kept in `_data/translations/<page>.yml`; no date and no
history takes part. A section that got another id, or a page that was renamed or moved, is
recognised by the text that it still has on either side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import StrEnum

from kb.model.kept_sections import kept_sections
from kb.model.page import Pair
from kb.model.record import Location
from kb.model.sections import Section
from kb.text import Lang, Text


class State(StrEnum):
    """What has happened to a section's two sides since they were declared in step."""

    IN_STEP = "in-step"
    FI_NEWER = "fi-newer"
    SV_NEWER = "sv-newer"
    BOTH_CHANGED = "both-changed"
    NEVER_COMPARED = "never-compared"
    ONLY_FI = "only-fi"
    ONLY_SV = "only-sv"


STATE_NAMES = {
    State.IN_STEP: Text("tahdissa", "stämmer överens"),
    State.FI_NEWER: Text("suomi on tuoreempi", "finskan är nyare"),
    State.SV_NEWER: Text("ruotsi on tuoreempi", "svenskan är nyare"),
    State.BOTH_CHANGED: Text("kumpikin muuttunut", "båda har ändrats"),
    State.NEVER_COMPARED: Text("ei vielä verrattu", "ännu inte jämförda"),
    State.ONLY_FI: Text("vain suomeksi", "endast på finska"),
    State.ONLY_SV: Text("vain ruotsiksi", "endast på svenska"),
}
_FRESHER = dict.fromkeys((State.FI_NEWER, State.ONLY_FI), Lang.FI) | dict.fromkeys(
    (State.SV_NEWER, State.ONLY_SV), Lang.SV
)


@dataclass(frozen=True, slots=True)
class Declared:
    """The fingerprints of both sides of a section when somebody last said that they agree."""

    key: str
    anchor: str
    marks: Text
    place: Location = field(default=Location(""), compare=False)
    also: tuple[Text, ...] = ()
    """What others declared of it, when git has merged two declarations: each of them holds."""


Declarations = Mapping[str, Mapping[str, Declared]]
"""What has been declared, by page key and section id."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A section of a pair as it stands, with its declaration and the state that follows."""

    key: str
    anchor: str
    sides: Mapping[Lang, Section]
    declared: Declared | None
    """May bear the earlier name of a page or a section that was renamed."""
    state: State

    @property
    def fresher(self) -> Lang | None:
        """The language that the other should follow; None if neither or both have moved."""
        return _FRESHER.get(self.state)

    @property
    def is_one_sided(self) -> bool:
        """True if only one language has something to read."""
        return self.state in (State.ONLY_FI, State.ONLY_SV)

    @property
    def name(self) -> str:
        """What the section is called on the command line: `teemat/perhekeskus#maara`."""
        return f"{self.key}#{self.anchor}"

    @property
    def is_renamed(self) -> bool:
        """True if it was declared under another name."""
        declared = self.declared
        return declared is not None and (declared.key, declared.anchor) != (self.key, self.anchor)

    @property
    def title(self) -> Text:
        """The heading in each language, borrowed from the other where it is missing."""
        return Text.of(lambda lang: (self.sides.get(lang) or self.sides[lang.other]).title)

    def has_changed(self, lang: Lang) -> bool:
        """True if a side says something else than when it was declared."""
        side = self.sides.get(lang)
        return bool(
            side and self.declared and whole(side.marks) != whole(self.declared.marks[lang])
        )

    def new_sentences(self, lang: Lang) -> list[tuple[int, str]]:
        """The sentences of a side that were not there when it was declared, each with its line."""
        side = self.sides.get(lang)
        if not side:
            return []
        return [
            (side.lines[at], side.sentences[at])
            for _, _, start, end in self._moved(side, lang)
            for at in range(start, end)
        ]

    def dropped(self, lang: Lang) -> list[int]:
        """The lines of a side where sentences are gone that were there when it was declared."""
        side = self.sides.get(lang)
        if not side or not side.lines:
            return []
        last = len(side.lines) - 1
        return [
            side.lines[min(at, last)]
            for start, end, at, to in self._moved(side, lang)
            for _ in range(end - start - (to - at))
        ]

    def is_reordered(self, lang: Lang) -> bool:
        """True if a side has the sentences that were declared, in another order."""
        side = self.sides.get(lang)
        declared = self.declared.marks[lang].split()[1:] if self.declared else []
        return side is not None and sorted(declared) == sorted(side.marks.split()[1:])

    def _moved(self, side: Section, lang: Lang) -> list[tuple[int, int, int, int]]:
        """The spans that differ: of the declared sentences, then of the side's own."""
        declared = self.declared.marks[lang].split()[1:] if self.declared else []
        now = side.marks.split()[1:]
        matched = SequenceMatcher(None, declared, now, autojunk=False).get_opcodes()
        return [(a, b, c, d) for tag, a, b, c, d in matched if tag != "equal"]

    def line_beside(self, lang: Lang, line: int) -> int:
        """The line of a side where what the other side has at `line` stands, or should.

        The two are as far from their headings, by paragraphs, items and rows.
        """
        here, there = self.sides.get(lang.other), self.sides.get(lang)
        if not there or not here:
            return there.line if there else 1
        ours, theirs = (list(dict.fromkeys(side.lines)) for side in (here, there))
        if not theirs:
            return there.line
        before = sum(begun <= line for begun in ours)
        return theirs[min(max(before - 1, 0), len(theirs) - 1)]


Earlier = Mapping[tuple[str, Lang], Section]
"""A side of a section as it was declared, by the section's name and the language."""


def compare(pairs: Mapping[str, Pair], declared: Declarations) -> dict[str, tuple[Comparison, ...]]:
    """Each section of every whole pair, by page key, in the order of the page."""
    ids = {key: next(iter(pair.page_ids), key) for key, pair in pairs.items()}
    by_key = {
        key: {lang: kept_sections(page, ids) for lang, page in pair.versions.items()}
        for key, pair in pairs.items()
        if pair.is_whole
    }
    anchors = {
        key: dict.fromkeys([*sides[Lang.FI], *sides[Lang.SV]]) for key, sides in by_key.items()
    }
    renamed = _by_marks(adrift(anchors, pairs, declared))
    return {
        key: tuple(
            _comparison(key, anchor, sides, declared.get(key, {}).get(anchor), renamed)
            for anchor in anchors[key]
        )
        for key, sides in by_key.items()
    }


def summary(comparisons: Iterable[Comparison]) -> dict[State, int]:
    """How many sections are in each state, in the order of the states; none with zero."""
    counted = Counter(one.state for one in comparisons)
    return {state: counted[state] for state in State if counted[state]}


def words_of(comparisons: Iterable[Comparison], lang: Lang) -> int:
    """How many words a side of these sections has."""
    return sum(one.sides[lang].words for one in comparisons if lang in one.sides)


def adrift(
    anchors: Mapping[str, Collection[str]], pairs: Container[str], declared: Declarations
) -> Iterator[Declared]:
    """Declarations whose page is gone, or whose section is gone from a page that is whole."""
    for key, entries in declared.items():
        for anchor, entry in entries.items():
            if key not in pairs or (key in anchors and anchor not in anchors[key]):
                yield entry


def _by_marks(declared: Iterator[Declared]) -> dict[tuple[Lang, str], Declared]:
    return {(lang, whole(entry.marks[lang])): entry for entry in declared for lang in Lang}


def whole(marks: str) -> str:
    """The mark of all that a side says, without those of its sentences."""
    return marks.partition(" ")[0]


def _comparison(
    key: str,
    anchor: str,
    sides: Mapping[Lang, Mapping[str, Section]],
    declared: Declared | None,
    renamed: Mapping[tuple[Lang, str], Declared],
) -> Comparison:
    section = {lang: sides[lang][anchor] for lang in Lang if anchor in sides[lang]}
    if not declared and renamed:
        marks = [(lang, whole(side.marks)) for lang, side in section.items()]
        declared = next((renamed[own] for own in marks if own in renamed), None)
    if declared and declared.also:
        every = (declared.marks, *declared.also)
        nearest = min(every, key=lambda marks: len(_changed(section, marks)))
        declared = replace(declared, marks=nearest, also=())
    return Comparison(key, anchor, section, declared, _state(section, declared))


def _changed(sides: Mapping[Lang, Section], declared: Text) -> list[Lang]:
    return [lang for lang, side in sides.items() if whole(side.marks) != whole(declared[lang])]


def _state(sides: Mapping[Lang, Section], declared: Declared | None) -> State:
    written = [lang for lang, section in sides.items() if not section.is_bare]
    if len(written) == 1 or len(sides) == 1:
        return State.ONLY_FI if (written or list(sides))[0] is Lang.FI else State.ONLY_SV
    if declared is None:
        return State.NEVER_COMPARED
    changed = _changed(sides, declared.marks)
    if len(changed) == len(Lang):
        return State.BOTH_CHANGED
    if not changed:
        return State.IN_STEP
    return State.FI_NEWER if changed[0] is Lang.FI else State.SV_NEWER
