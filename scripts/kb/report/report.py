"""A run's findings, those of them that a change brought, and the words that all formats share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.finding import Finding, Severity, errors
from kb.model.catalogue import Catalogue
from kb.model.excuses import Excuse
from kb.report.places import Places
from kb.text import Lang, Text

GUIDE = Text("tarkistusohje/", "sv/granskningshjalp/")
"""The guide's addresses: a heading for every rule, its id the rule's."""

_SEVERITIES = list(Severity)


@dataclass(frozen=True)
class Report:
    """The findings of a run; `brought` is None where no change was asked about."""

    findings: Sequence[Finding]
    site_url: str
    brought: Sequence[Finding] | None = None
    lang: Lang | None = None
    """One language for every message; else each file's own, both for data."""
    edit_url: str = ""
    """Where the files are edited, `…/edit/<branch>/docs/`: places in messages lead there."""
    excused: Sequence[Excuse] = ()
    """What an editor has said is right all the same, with the reason; of a change only its own."""
    catalogue: Catalogue | None = None
    """What there is: a file that a message misses is begun, not edited."""
    from_form: bool = False
    """True if the change was made in the site's form editor: there it is mended."""

    @property
    def places(self) -> Places:
        """Where the files that messages name lead."""
        return Places(self.edit_url, self.catalogue, self.site_url if self.from_form else "")

    @property
    def groups(self) -> list[tuple[Text | None, list[Finding]]]:
        """The findings under headings, what the change brought first; no group is empty."""
        if self.brought is None:
            return [(None, list(self.findings))] if self.findings else []
        new = set(self.brought)
        before = [finding for finding in self.findings if finding not in new]
        groups: list[tuple[Text | None, list[Finding]]] = [
            (BROUGHT, list(self.brought)),
            (THERE_BEFORE, before),
        ]
        return [(title, findings) for title, findings in groups if findings]

    def languages(self, finding: Finding) -> tuple[Lang, ...]:
        """The languages that a finding is told in."""
        return (self.lang,) if self.lang else finding.languages

    def message(self, finding: Finding) -> str:
        """The finding's message with its way out, in both languages if it concerns both."""
        return " / ".join(full_message(finding)[lang] for lang in self.languages(finding))

    def said(self, text: Text) -> str:
        """A word of the report's own, in its language or in both."""
        return text[self.lang] if self.lang else text.both

    def guide(self, finding: Finding) -> str:
        """The web address of what the guide says about the rule."""
        return guide_address(self.site_url, finding.rule.id, self.languages(finding)[0])

    @property
    def counts(self) -> Text:
        """How many errors and warnings there are."""
        wrong = len(errors(self.findings))
        return COUNTS.format(errors=wrong, warnings=len(self.findings) - wrong)


def full_message(finding: Finding) -> Text:
    """What is wrong, and what to write if it is right all the same."""
    way_out = finding.way_out
    if way_out is None:
        return finding.message
    return Text.of(lambda lang: f"{finding.message[lang]} ({way_out[lang]})")


EXCUSED = Text("Sallitut poikkeukset ({count})", "Tillåtna undantag ({count})")
BROUGHT = Text("Tämä muutos toi", "Den här ändringen förde med sig")
THERE_BEFORE = Text("Oli jo ennen muutosta", "Fanns redan före ändringen")
STOPPED = Text(
    "Rakentaminen keskeytettiin: {count} virhettä. Entinen sivusto on ennallaan.",
    "Bygget avbröts: {count} fel. Den tidigare webbplatsen är orörd.",
)
COUNTS = Text("virheitä {errors}, huomautuksia {warnings}", "fel {errors}, anmärkningar {warnings}")
ALL_WELL = Text("Kaikki on kunnossa.", "Allt är i sin ordning.")
SEVERITIES = {
    Severity.ERROR: Text("virhe", "fel"),
    Severity.WARNING: Text("huomautus", "anmärkning"),
}


def guide_address(site_url: str, rule: str, lang: Lang) -> str:
    """The web address of a rule's section in the guide."""
    return f"{site_url}{GUIDE[lang]}#{rule}"


def heaviest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings, what guards readers before the rest, else in the order given."""
    return sorted(findings, key=weight)


def weight(finding: Finding) -> tuple[int, bool]:
    """Less for what is to be seen first."""
    return _SEVERITIES.index(finding.severity), not finding.rule.guards_readers


def brought_by_change(now: Sequence[Finding], before: Iterable[Finding]) -> list[Finding]:
    """The findings that were not there before, wherever their line has moved to."""
    left = Counter(_identity(finding) for finding in before)
    brought = []
    for finding in now:
        if left[_identity(finding)]:
            left[_identity(finding)] -= 1
        else:
            brought.append(finding)
    return brought


def new_excuses(now: Iterable[Excuse], before: Iterable[Excuse]) -> list[Excuse]:
    """The excuses that were not there before, wherever their line has moved to."""
    known = {(one.path, one.rule, one.reason) for one in before}
    return [one for one in now if (one.path, one.rule, one.reason) not in known]


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.path, finding.rule.id, finding.message.fi
