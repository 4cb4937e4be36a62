"""What to write when somebody confirms that two languages are in step; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kb.check.equality import told, unexcused
from kb.check.likely_ids import CHECK_ID
from kb.check.translations import gone
from kb.finding import hint
from kb.model.catalogue import Catalogue
from kb.model.difference import Difference
from kb.model.page import key_of_name
from kb.model.sections import LEAD
from kb.model.translations import STATE_NAMES, Comparison, State
from kb.text import Text

_UNKNOWN_PAGE = Text("Sivua ”{name}” ei ole. {hint}", "Sidan ”{name}” finns inte. {hint}")
_UNKNOWN_SECTION = Text(
    "Sivulla ”{key}” ei ole kohtaa ”{name}”. {hint}",
    "Sidan ”{key}” har inget avsnitt ”{name}”. {hint}",
)
_LONE_PAGE = Text(
    "Sivua ”{key}” ei ole luettavissa molemmilla kielillä, joten vertailtavaa ei ole.",
    "Sidan ”{key}” finns inte läsbar på båda språken, så det finns inget att jämföra.",
)
_ONE_SIDED = Text(
    "{name}: tekstiä on vain toisella kielellä. Kirjoita puuttuva teksti ensin.",
    "{name}: det finns text bara på det ena språket. Skriv den text som saknas först.",
)
_DIFFERS = Text(
    "{name}: kielissä on vielä eri asiat, joten niitä ei voi vahvistaa. {page}:{line}: {here}. "
    "{other}:{other_line}: {there}. Tee ne ensin samoiksi.",
    "{name}: språken säger ännu olika saker och kan inte bekräftas. {page}:{line}: {here}. "
    "{other}:{other_line}: {there}. Gör dem lika först.",
)
_CONFIRMED = Text("{name}: {state} → vahvistettu", "{name}: {state} → bekräftat")
_MOVED = Text("{old} → {new}: siirretty", "{old} → {new}: flyttat")
_REMOVED = Text(
    "{name}: poistettu, kohtaa ei enää ole", "{name}: borttaget, avsnittet finns inte längre"
)


@dataclass
class Confirmation:
    """Declarations to write and to remove, by page key and section id, and what to say of them."""

    written: dict[str, dict[str, Text]] = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)
    said: list[Text] = field(default_factory=list)
    refused: list[Text] = field(default_factory=list)

    def declare(self, one: Comparison, marks: Text) -> None:
        """Write these marks for a section, and drop what it was declared as under another name."""
        self.written.setdefault(one.key, {})[one.anchor] = marks
        if one.declared and one.is_renamed:
            self.removed.setdefault(one.declared.key, []).append(one.declared.anchor)

    @property
    def pages(self) -> list[str]:
        """The pages whose files change."""
        return sorted({*self.written, *self.removed})


def confirmation(catalogue: Catalogue, names: Iterable[str]) -> Confirmation:
    """The plan that declares pages or sections to be in step as they stand now."""
    plan = Confirmation()
    for name in names:
        chosen = _chosen(catalogue, name)
        if isinstance(chosen, Text):
            plan.refused.append(chosen)
        else:
            for one in chosen:
                _confirm(plan, one, unexcused(catalogue))
    return plan


def of_all_new(catalogue: Catalogue) -> Confirmation:
    """The plan that declares every section that has never been declared, and no other."""
    plan = Confirmation()
    for comparisons in catalogue.comparisons.values():
        for one in comparisons:
            if one.state is State.NEVER_COMPARED:
                _confirm(plan, one, unexcused(catalogue))
    return plan


def tidying(catalogue: Catalogue) -> Confirmation:
    """The plan that moves declarations to new names and removes those about what is gone."""
    plan = Confirmation()
    moved = set()
    for comparisons in catalogue.comparisons.values():
        for one in comparisons:
            if one.declared and one.is_renamed:
                old = f"{one.declared.key}#{one.declared.anchor}"
                plan.declare(one, one.declared.marks)
                plan.said.append(_MOVED.format(old=old, new=one.name))
                moved.add(old)
    for left in gone(catalogue):
        name = f"{left.key}#{left.anchor}"
        if name not in moved:
            plan.removed.setdefault(left.key, []).append(left.anchor)
            plan.said.append(_REMOVED.format(name=name))
    return plan


def _confirm(plan: Confirmation, one: Comparison, differences: Iterable[Difference]) -> None:
    differs = [_differs(found) for found in differences if found.section == one.name]
    if one.is_one_sided:
        plan.refused.append(_ONE_SIDED.format(name=one.name))
    elif one.state is State.IN_STEP and not one.is_renamed:
        return
    elif differs:
        plan.refused += differs
    else:
        plan.declare(one, now(one))
        state = STATE_NAMES[one.state]
        plan.said.append(_CONFIRMED.format(name=one.name, state=state))


def _differs(found: Difference) -> Text:
    here, there = told(found)
    return _DIFFERS.format(
        name=found.section,
        page=found.page.path,
        line=found.line,
        here=here,
        other=found.other.path,
        other_line=found.other_line,
        there=there,
    )


def now(one: Comparison) -> Text:
    """The fingerprints of a section as it stands."""
    return Text.of(lambda lang: one.sides[lang].marks)


def _chosen(catalogue: Catalogue, name: str) -> tuple[Comparison, ...] | Text:
    """The sections that `page`, `page#section` or a page's file names, or why there are none."""
    file, _, anchor = name.partition("#")
    key = key_of_name(file)
    if key not in catalogue.pairs:
        return _UNKNOWN_PAGE.format(name=key, hint=_nearest(key, catalogue.pairs))
    if key not in catalogue.comparisons:
        return _LONE_PAGE.format(key=key)
    comparisons = catalogue.comparisons[key]
    if not anchor:
        return comparisons
    chosen = tuple(one for one in comparisons if one.anchor == anchor)
    known = [one.anchor for one in comparisons if one.anchor != LEAD]
    return chosen or _UNKNOWN_SECTION.format(key=key, name=anchor, hint=_nearest(anchor, known))


def _nearest(name: str, known: Iterable[str]) -> Text:
    return hint(name, known, CHECK_ID, cutoff=0.5)
