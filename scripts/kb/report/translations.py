"""Reports of the translation status: for a terminal, for a program, for a pull request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kb.model.catalogue import Catalogue
from kb.model.code_host import begun
from kb.model.translations import STATE_NAMES, Comparison, State, summary, words_of
from kb.report.places import LONGEST
from kb.text import LANGUAGE_NAMES, Lang, Text

_SUMMARY = Text(
    "{pages} sivuparia, {sections} kohtaa: {states}",
    "{pages} sidpar, {sections} avsnitt: {states}",
)
_OUT_OF_STEP = Text(
    "### Kielet eri tahdissa: {count}",
    "### Språken stämmer inte överens: {count}",
)
_ALL_WELL = Text(
    "Kielet pysyvät tahdissa: muutos ei jättänyt kumpaakaan jälkeen.",
    "Språken stämmer överens: ändringen lämnade inget av dem efter.",
)
_WAITS = Text(
    "Tee sama muutos siihen kieleen, joka odottaa. Jos et osaa sitä, voit jättää ehdotuksen näin: "
    "kohta jää odottamaan, ja joku muu jatkaa. Jos muutos ei koske toista kieltä (esimerkiksi "
    "kirjoitusvirhe), pyydä ylläpitäjää vahvistamaan: `make confirm SECTION=sivu#kohta`.",
    "Gör samma ändring på det språk som väntar. Om du inte kan det kan du lämna förslaget så här: "
    "avsnittet väntar, och någon annan fortsätter. Om ändringen inte gäller det andra språket "
    "(till exempel ett skrivfel), be dem som underhåller webbplatsen att bekräfta: `make confirm "
    "SECTION=sida#avsnitt`.",
)
_CONFIRM = Text(
    "Kumpaakin kieltä on muutettu. Jos ne sanovat nyt saman, vahvista: `make confirm "
    "SECTION=sivu#kohta`. Selaimessa avaa alla nimetty tiedosto ja korvaa sen sisältö alla "
    "olevalla.",
    "Båda språken har ändrats. Om de nu säger detsamma, bekräfta: `make confirm "
    "SECTION=sida#avsnitt`. I webbläsaren öppnar du filen som nämns nedan och ersätter dess "
    "innehåll med det som står nedan.",
)


@dataclass(frozen=True, slots=True)
class Offered:
    """The text of a file that would declare sections in step, and whether there is a file now."""

    text: str
    is_there: bool


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


def can_be_confirmed(section: Comparison) -> bool:
    """True if both languages are written, and no one of them alone has changed."""
    return not section.is_one_sided and section.fresher is None


def as_markdown(
    catalogue: Catalogue,
    out_of_step: Sequence[Comparison],
    details: Mapping[str, Mapping[Lang, Text]],
    confirmed: Mapping[str, Offered],
    edit_url: str,
    langs: Sequence[Lang],
) -> str:
    """A comment for a pull request: what the change leaves out of step, with links to both sides.

    `details` say what has changed in which language, by the name of the section; `confirmed` are
    the files that would declare those in step that can be, by their path from the content folder.
    """
    if not out_of_step:
        return "\n\n".join(_ALL_WELL[lang] for lang in langs)
    parts = []
    for lang in langs:
        parts.append(_OUT_OF_STEP.format(count=len(out_of_step))[lang])
        items = [
            _item(catalogue, section, details.get(section.name, {}), edit_url, lang)
            for section in out_of_step
        ]
        parts.append("\n".join(items))
        if not all(map(can_be_confirmed, out_of_step)):
            parts.append(_WAITS[lang])
        if confirmed:
            parts.append(_CONFIRM[lang])
    for path, offered in confirmed.items():
        text = offered.text
        new = "" if offered.is_there else begun(edit_url, path, text, LONGEST)
        file = f'<a href="{new or edit_url + path}">{path}</a>' if edit_url else path
        parts.append(f"<details>\n<summary>{file}</summary>\n\n```yaml\n{text}```\n\n</details>")
    return "\n\n".join(parts)


def _item(
    catalogue: Catalogue,
    section: Comparison,
    details: Mapping[Lang, Text],
    edit_url: str,
    lang: Lang,
) -> str:
    """A section, its state, and what each language has said anew."""
    versions = catalogue.pairs[section.key].versions
    sides = [_link(section.title[side], versions[side].path, edit_url, side) for side in Lang]
    more = "".join(
        f" {LANGUAGE_NAMES[side][lang]}: {what[lang]}." for side, what in details.items()
    )
    state = STATE_NAMES[section.state][lang]
    return f"- {' · '.join(sides)}: {state}.{more} `{section.name}`"


def _link(title: str, path: str, edit_url: str, lang: Lang) -> str:
    inside = path.partition("/")[2]
    return f"[{title} ({lang})]({edit_url}{inside})" if edit_url else f"{title} (`{path}`)"
