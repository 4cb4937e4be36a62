"""The state of the two languages in words: for a terminal, for a program, for a pull request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

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
        waiting = [one for one in comparisons if one.state is not State.IN_STEP]
        step = f"{len(comparisons) - len(waiting)}/{len(comparisons)}"
        sides = "fi {:5}  sv {:5}".format(*(words_of(comparisons, side) for side in Lang))
        lines.append(f"{step:>7}  {sides}  {key}")
        lines += [f"{'':27}#{one.anchor}: {STATE_NAMES[one.state][lang]}" for one in waiting]
    every = [one for comparisons in catalogue.comparisons.values() for one in comparisons]
    states = ", ".join(
        f"{count} {STATE_NAMES[state][lang]}" for state, count in summary(every).items()
    )
    said = _SUMMARY.format(
        pages=len(catalogue.comparisons), sections=len(every), states=states or "–"
    )
    return [*lines, said[lang]]


def as_json(comparisons: Iterable[Comparison]) -> str:
    """Each section as an object: page, section, state, and title and words of each side."""
    return json.dumps(
        [
            {
                "page": one.key,
                "section": one.anchor,
                "state": one.state,
                "sides": {
                    lang: {"title": side.title, "line": side.line, "words": side.words}
                    for lang, side in one.sides.items()
                },
            }
            for one in comparisons
        ],
        ensure_ascii=False,
        indent=1,
    )


def fallen(now: Catalogue, past: Catalogue) -> list[Comparison]:
    """Sections out of step that the change itself touched; what was out of step before is left."""
    earlier = {one.name: one for comparisons in past.comparisons.values() for one in comparisons}
    return [
        one
        for comparisons in now.comparisons.values()
        for one in comparisons
        if one.state is not State.IN_STEP and _touched(one, earlier.get(one.name))
    ]


def _touched(one: Comparison, before: Comparison | None) -> bool:
    if before is None:
        return True
    marks = [{lang: side.marks for lang, side in c.sides.items()} for c in (one, before)]
    return marks[0] != marks[1] or one.declared != before.declared


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
            _item(catalogue, one, details.get(one.name), edit_url, lang) for one in out_of_step
        ]
        parts += ["\n".join(items), _ADVICE[lang]]
    for path, text in confirmed.items():
        opened = f'<a href="{edit_url}{path}">{path}</a>' if edit_url else path
        parts.append(f"<details>\n<summary>{opened}</summary>\n\n```yaml\n{text}```\n\n</details>")
    return "\n\n".join(parts)


def _item(
    catalogue: Catalogue, one: Comparison, detail: Text | None, edit_url: str, lang: Lang
) -> str:
    sides = [
        _link(one.title[side], catalogue.pairs[one.key].versions[side].path, edit_url, side)
        for side in Lang
    ]
    more = f" {detail[lang]}" if detail else ""
    return f"- {' · '.join(sides)}: {STATE_NAMES[one.state][lang]}.{more} `{one.name}`"


def _link(title: str, path: str, edit_url: str, lang: Lang) -> str:
    inside = path.partition("/")[2]
    return f"[{title} ({lang})]({edit_url}{inside})" if edit_url else f"{title} (`{path}`)"
