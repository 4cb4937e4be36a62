"""What is right all the same: findings that an editor has excused, and excuses that excuse nothing.

Not declared with `check`: it looks at what all the others have found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.finding import Finding, Rule, hint
from kb.model.excuses import Excuse, is_excused
from kb.text import Text

BAD_EXCUSE = Rule.warning(
    "bad-excuse",
    "Sääntöä ”{rule}” ei ole, joten poikkeus ei vaikuta. {hint}",
    "Regeln ”{rule}” finns inte, så undantaget har ingen verkan. {hint}",
)
_NO_REASON = BAD_EXCUSE.saying(
    "Poikkeuksesta puuttuu syy. Kirjoita se säännön perään: kb:ok {rule} miksi näin on",
    "Undantaget saknar ett skäl. Skriv det efter regeln: kb:ok {rule} varför det är så",
)
_MUST_HOLD = BAD_EXCUSE.saying(
    "Säännöstä ”{rule}” ei voi poiketa. Korjaa rivi, ja poista poikkeus.",
    "Regeln ”{rule}” kan man inte avvika från. Rätta raden och ta bort undantaget.",
)
_NEEDLESS = BAD_EXCUSE.saying(
    "Poikkeus säännöstä ”{rule}” on turha: rivillä ei ole siitä huomautettavaa. Poista poikkeus.",
    "Undantaget från regeln ”{rule}” behövs inte: på raden finns inget att anmärka. Ta bort det.",
)
_SEE_LIST = Text(
    "Säännön nimi on ilmoituksen alussa.", "Regelns namn står i början av anmärkningen."
)


@dataclass(frozen=True, slots=True)
class Judged:
    """What is found wrong, and what has been excused."""

    findings: list[Finding]
    excused: list[Excuse]


def judge(
    found: Iterable[Finding], excuses: Sequence[Excuse], rules: Mapping[str, Rule], *, whole: bool
) -> Judged:
    """The findings without those that are excused; `whole` if every rule has looked."""
    kept, used = [], set()
    for finding in found:
        place = finding.path, finding.line, finding.rule.id
        if finding.rule.may_stay and is_excused(excuses, *place):
            used.add(place)
        else:
            kept.append(finding)
    spent = [one for one in excuses if (one.path, one.covers, one.rule) in used]
    left = (one for one in excuses if one not in spent)
    return Judged([*kept, *_bad(left, rules, whole=whole)], spent)


def _bad(excuses: Iterable[Excuse], rules: Mapping[str, Rule], *, whole: bool) -> Iterator[Finding]:
    for one in excuses:
        rule = rules.get(one.rule)
        if rule is None:
            advice = hint(one.rule, rules, _SEE_LIST)
            yield BAD_EXCUSE.at(one.path, one.line, rule=one.rule, hint=advice)
        elif not one.reason:
            yield _NO_REASON.at(one.path, one.line, rule=one.rule)
        elif not rule.may_stay:
            yield _MUST_HOLD.at(one.path, one.line, rule=one.rule)
        elif whole:
            yield _NEEDLESS.at(one.path, one.line, rule=one.rule)
