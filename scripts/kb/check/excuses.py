"""What is right all the same: findings that an editor has excused, and excuses that excuse nothing.

Not declared with `check`: it looks at what all the others have found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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


EXCUSED_GUARD = Rule.warning(
    "excused-guard",
    "Tarkastajalle: muutos pyytää poikkeusta säännöstä ”{rule}”, joka suojaa lukijoita. Syyksi "
    "sanotaan ”{reason}”. Hyväksy muutos vain, jos tiedät syyn oikeaksi. Ilmoitus olisi: {message}",
    "Till granskaren: ändringen begär undantag från regeln ”{rule}”, som skyddar läsarna. Som skäl "
    "anges ”{reason}”. Godkänn ändringen bara om du vet att skälet stämmer. Anmärkningen vore: "
    "{message}",
).guarding_readers()


@dataclass(frozen=True, slots=True)
class Judged:
    """What is found wrong, and what has been excused."""

    findings: list[Finding]
    excused: list[Excuse]
    silenced: list[tuple[Excuse, Finding]] = field(default_factory=list)
    """Each finding that is not told, and the excuse by which it is not."""


def judge(
    found: Iterable[Finding], excuses: Sequence[Excuse], rules: Mapping[str, Rule], *, whole: bool
) -> Judged:
    """The findings without those that are excused; `whole` if every rule has looked."""
    kept, silenced = [], []
    for finding in found:
        place = finding.path, finding.line, finding.rule.id
        if finding.rule.may_stay and is_excused(excuses, *place):
            silenced += [
                (one, finding) for one in excuses if (one.path, one.covers, one.rule) == place
            ]
        else:
            kept.append(finding)
    used = {one for one, _ in silenced}
    spent = [one for one in excuses if one in used]
    left = (one for one in excuses if one not in used)
    return Judged([*kept, *_bad(left, rules, whole=whole)], spent, silenced)


def excused_guards(judged: Judged, before: Judged) -> Iterator[Finding]:
    """The excuses, new in a change, of what would harm readers: whoever reviews it is told."""
    known = {_silence(*one) for one in before.silenced}
    for excuse, finding in judged.silenced:
        if finding.rule.guards_readers and _silence(excuse, finding) not in known:
            said = {"rule": excuse.rule, "reason": excuse.reason}
            yield EXCUSED_GUARD.at(excuse.path, excuse.line, message=finding.message, **said)


def _silence(excuse: Excuse, finding: Finding) -> tuple[str, str, str, str]:
    """What is excused, and why; not on which line."""
    return excuse.path, excuse.rule, excuse.reason, finding.message.fi


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
