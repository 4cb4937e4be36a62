"""Reports of the translation status: for a terminal, for a program, for a pull request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from kb.model.catalogue import Catalogue
from kb.model.translations import STATE_NAMES, Comparison, State, summary, words_of
from kb.text import Lang, Text

_SUMMARY = Text(
    "{pages} sivuparia, {sections} kohtaa: {states}",
    "{pages} sidpar, {sections} ställen: {states}",
)
_OUT_OF_STEP = Text(
    "### Kielet eri tahdissa: {count}",
    "### Språken är inte i takt: {count}",
)
_ALL_WELL = Text(
    "Kielet pysyvät tahdissa: muutos ei jättänyt kumpaakaan jälkeen.",
    "Språken hålls i takt: ändringen lämnade inget av dem efter.",
)
_ADVICE = Text(
    "Tee sama muutos toisella kielellä. Kun se on tehty tai jos muutos ei koske toista kieltä, "
    "vahvista: `python scripts/translations.py confirm sivu#kohta`. Selaimessa voit avata alla "
    "nimetyn tiedoston ja korvata sen sisällön alla olevalla; silloin kaikki luetellut kohdat "
    "ovat vahvistettuja.",
    "Gör samma ändring på det andra språket. När den är gjord eller om den inte gäller det andra "
    "språket, bekräfta: `python scripts/translations.py confirm sida#ställe`. I webbläsaren kan "
    "du öppna filen som nämns nedan och ersätta dess innehåll med det som står nedan; då är alla "
    "uppräknade ställen bekräftade.",
)


def as_table(catalogue: Catalogue, lang: Lang) -> list[str]:
    """A line a page: sections in step, words of both sides; below it the sections that are not."""
    lines = []
    for key, comparisons in catalogue.comparisons.items():
        waiting = [section for section in comparisons if section.state is not State.IN_STEP]
        step = f"{len(comparisons) - len(waiting)}/{len(comparisons)}"
        sides = "fi {:5}  sv {:5}".format(*(words_of(comparisons, side) for side in Lang))
        lines.append(f"{step:>7}  {sides}  {key}")
        lines += [f"{'':27}#{s.anchor}: {STATE_NAMES[s.state][lang]}" for s in waiting]
    every = [*chain.from_iterable(catalogue.comparisons.values())]
    states = ", ".join(
        f"{count} {STATE_NAMES[state][lang]}" for state, count in summary(every).items()
    )
    totals = _SUMMARY.format(
        pages=len(catalogue.comparisons), sections=len(every), states=states or "–"
    )
    return [*lines, totals[lang]]


def as_json(comparisons: Iterable[Comparison]) -> str:
    """Each section as an object: page, section, state, and title and words of each side."""
    return json.dumps(
        [
            {
                "page": section.key,
                "section": section.anchor,
                "state": section.state,
                "sides": {
                    lang: {"title": side.title, "line": side.line, "words": side.words}
                    for lang, side in section.sides.items()
                },
            }
            for section in comparisons
        ],
        ensure_ascii=False,
        indent=1,
    )


def fallen(now: Catalogue, past: Catalogue) -> list[Comparison]:
    """Sections out of step that the change itself touched; what was out of step before is left."""
    earlier = {section.name: section for section in chain.from_iterable(past.comparisons.values())}
    return [
        section
        for section in chain.from_iterable(now.comparisons.values())
        if section.state is not State.IN_STEP and _touched(section, earlier.get(section.name))
    ]


def _touched(section: Comparison, before: Comparison | None) -> bool:
    """True if the change altered a side's text or the declaration, or brought the section."""
    if before is None:
        return True
    marks = [{lang: side.marks for lang, side in s.sides.items()} for s in (section, before)]
    return marks[0] != marks[1] or section.declared != before.declared


def as_markdown(
    catalogue: Catalogue,
    out_of_step: Sequence[Comparison],
    details: Mapping[str, Text],
    confirmed: Mapping[str, str],
    edit_url: str,
    langs: Sequence[Lang],
) -> str:
    """A comment for a pull request: what the change leaves out of step, with links to both sides.

    `details` say what is new, by the name of the section; `confirmed` are the files that would
    declare it all in step, by their path from the content folder.
    """
    if not out_of_step:
        return "\n\n".join(_ALL_WELL[lang] for lang in langs)
    parts = []
    for lang in langs:
        parts.append(_OUT_OF_STEP.format(count=len(out_of_step))[lang])
        items = [
            _item(catalogue, section, details.get(section.name), edit_url, lang)
            for section in out_of_step
        ]
        parts += ["\n".join(items), _ADVICE[lang]]
    for path, text in confirmed.items():
        file = f'<a href="{edit_url}{path}">{path}</a>' if edit_url else path
        parts.append(f"<details>\n<summary>{file}</summary>\n\n```yaml\n{text}```\n\n</details>")
    return "\n\n".join(parts)


def _item(
    catalogue: Catalogue, section: Comparison, detail: Text | None, edit_url: str, lang: Lang
) -> str:
    versions = catalogue.pairs[section.key].versions
    sides = [_link(section.title[side], versions[side].path, edit_url, side) for side in Lang]
    more = f" {detail[lang]}" if detail else ""
    state = STATE_NAMES[section.state][lang]
    return f"- {' · '.join(sides)}: {state}.{more} `{section.name}`"


def _link(title: str, path: str, edit_url: str, lang: Lang) -> str:
    inside = path.partition("/")[2]
    return f"[{title} ({lang})]({edit_url}{inside})" if edit_url else f"{title} (`{path}`)"
