"""Findings as Markdown: a pull request's comment, and the full list in a job's summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kb.finding import Finding
from kb.model.addresses import EDITOR
from kb.report.report import ALL_WELL, EXCUSED, SEVERITIES, Report, heaviest_first, weight
from kb.text import Text

COMMENT = 60_000
"""Characters: GitHub takes a comment of 65,536."""
JOB_SUMMARY = 500_000
"""Characters, two bytes each at most: GitHub takes a job's summary of a mebibyte."""
_REASON, _MOST_EXCUSES = 200, 50
"""Letters of a reason, and excuses, that are shown: what is wrong must have room, too."""
_TITLE = Text("Sisällön tarkistus", "Granskning av innehållet")
_LINE = Text("rivi", "rad")
_FORM = f"{EDITOR}#/workflow"
"""The form's own list of proposals."""
_NEXT_MEND = Text(
    "Teit tämän ehdotuksen lomakkeella. Tiedostojen nimet alla vievät takaisin lomakkeeseen: "
    "korjaa tiedot siellä ja tallenna, niin korjaus tulee tähän samaan ehdotukseen.",
    "Du gjorde det här förslaget i formuläret. Filernas namn nedan leder tillbaka till formuläret: "
    "rätta uppgifterna där och spara, så kommer rättelsen med i samma förslag.",
)
_NEXT_WAIT = Text(
    "Teit tämän ehdotuksen lomakkeella, eikä sinun tarvitse tehdä muuta: ehdotus odottaa "
    "tarkastajaa. [Näytä ehdotukseni lomakkeessa]({form})",
    "Du gjorde det här förslaget i formuläret och behöver inte göra något mer: förslaget väntar på "
    "en granskare. [Visa mina förslag i formuläret]({form})",
)
_CUT = Text(
    "Luettelo katkesi tähän. Korjaa ensin nämä; komento ”make check” näyttää kaikki.",
    "Förteckningen slutar här. Rätta först dessa; kommandot ”make check” visar alla.",
)
_TICKS = re.compile(r"`+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def summary(report: Report, largest: int = COMMENT) -> str:
    """A heading, the counts, and the findings file by file, errors first; cut near `largest`."""
    head = [f"## {report.said(_TITLE)}", "", *_next_step(report)]
    excused = list(_excused(report))
    if not report.findings:
        return "\n".join([*head, report.said(ALL_WELL), *excused])
    # What somebody has excused stands before what the list may be cut in: a reviewer sees it.
    lines = [*head, f"**{report.said(report.counts)}**", *excused]
    for title, findings in report.groups:
        if title:
            lines += ["", f"### {report.said(title)} ({len(findings)})"]
        lines += _files(report, findings)
    return _cut(lines, report, largest)


def _next_step(report: Report) -> Iterator[str]:
    """What whoever filled in the form does next."""
    if report.from_form:
        wrong = report.findings if report.brought is None else report.brought
        said = _NEXT_MEND if wrong else _NEXT_WAIT.format(form=f"{report.site_url}{_FORM}")
        yield from (report.said(said), "")


def _excused(report: Report) -> Iterator[str]:
    if report.excused:
        yield from ("", f"### {report.said(EXCUSED.format(count=len(report.excused)))}", "")
    for one in report.excused[:_MOST_EXCUSES]:
        place = report.places.linked(escaped(f"{one.path}:{one.covers}"))
        reason = escaped(one.reason[:_REASON]) + "…" * (len(one.reason) > _REASON)
        yield f"- {place}, {one.rule}: {reason}"
    if len(report.excused) > _MOST_EXCUSES:
        yield "- …"


def _files(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    by_file = sorted(findings, key=lambda finding: finding.path)
    files = [list(found) for _, found in groupby(by_file, key=lambda finding: finding.path)]
    # Nobody hides what is grave behind a thousand remarks on a file that comes before.
    for in_file in sorted(files, key=lambda found: min(map(weight, found))):
        path = in_file[0].path
        yield from ("", f"**{_file(report, path)}**", "")
        for finding in heaviest_first(in_file):
            langs = report.languages(finding)
            severity = "/".join(SEVERITIES[finding.severity][lang] for lang in langs)
            line = "/".join(_LINE[lang] for lang in langs)
            message = report.places.linked(escaped(report.message(finding)))
            rule = f"[{finding.rule.id}]({report.guide(finding)})"
            yield f"- {line} {finding.line}, {severity} {rule}: {message}"


def _file(report: Report, path: str) -> str:
    linked = report.places.linked(escaped(path))
    return linked if linked != escaped(path) else code(path)


def code(words: str) -> str:
    """Words as a code span, which more marks than any of theirs end."""
    fence = "`" * (1 + max(map(len, _TICKS.findall(words)), default=0))
    pad = " " if "`" in words else ""
    return f"{fence}{pad}{words}{pad}{fence}"


def escaped(words: str) -> str:
    """Words as they are, whatever Markdown or HTML would make of them."""
    return _SPECIAL.sub(r"\\\1", words)


def _cut(lines: Sequence[str], report: Report, largest: int) -> str:
    length = 0
    for at, line in enumerate(lines):
        length += len(line) + 1
        if length > largest:
            return "\n".join([*lines[:at], "", report.said(_CUT)])
    return "\n".join(lines)
