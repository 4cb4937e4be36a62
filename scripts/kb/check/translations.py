"""The two languages of a section keep in step: what one has gained, the other does not lack."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.sections import LEAD, shown
from kb.model.translations import Comparison, Declared, State, adrift
from kb.text import Lang, Text

_QUOTED_LENGTH = 90
_NAMED = 3

_LEAD_TITLE = Text("sivun alku", "sidans början")
_FRESHER = {
    Lang.FI: Text("suomenkielistä", "den finska"),
    Lang.SV: Text("ruotsinkielistä", "den svenska"),
}

OUT_OF_STEP = Rule.warning(
    "out-of-step",
    "Kohta ”{title}” on jäänyt jälkeen: {fresher} tekstiä on muutettu. {what} Tee muutos myös "
    "tähän. Kun se on tehty tai jos se ei koske tätä kieltä, vahvista: python "
    "scripts/translations.py confirm {name}",
    "Stället ”{title}” har blivit efter: {fresher} texten har ändrats. {what} Gör ändringen också "
    "här. När den är gjord eller om den inte gäller det här språket, bekräfta: python "
    "scripts/translations.py confirm {name}",
)
_EMPTIED = OUT_OF_STEP.saying(
    "Kohdassa ”{title}” on vain otsikko, mutta toisella kielellä siinä on tekstiä. Kirjoita "
    "teksti tähän tai poista kohta molemmista.",
    "Stället ”{title}” har bara en rubrik, men på det andra språket finns det text. Skriv texten "
    "här eller ta bort stället på båda.",
)
_BOTH_CHANGED = OUT_OF_STEP.saying(
    "Sivun ”{page}” kohtaa ”{title}” on muutettu molemmilla kielillä. Vertaa kieliversiot ja "
    "vahvista: python scripts/translations.py confirm {name}",
    "Stället ”{title}” på sidan ”{page}” har ändrats på båda språken. Jämför språkversionerna och "
    "bekräfta: python scripts/translations.py confirm {name}",
)


@check
def out_of_step(catalogue: Catalogue) -> Iterator[Finding]:
    """A section was changed in one language, or in both and nobody has compared them since.

    Bad: 128 becomes 130 in Finnish only. Good: in both, and confirmed; or rewrapped lines only.
    """
    for comparisons in catalogue.comparisons.values():
        for one in comparisons:
            if one.anchor == LEAD and _is_misread(catalogue, one):
                continue  # the page's description counts with its lead
            if one.fresher:
                yield from _lagging(catalogue, one, one.fresher)
            elif one.state is State.BOTH_CHANGED and one.declared:
                page = Text(*(catalogue.pairs[one.key].versions[lang].title for lang in Lang))
                at = one.declared.place
                yield _BOTH_CHANGED.at(
                    at.path, at.line, page=page, title=_title(one), name=one.name
                )


def _is_misread(catalogue: Catalogue, one: Comparison) -> bool:
    versions = catalogue.pairs[one.key].versions.values()
    return any(page.path in catalogue.misread for page in versions)


def _lagging(catalogue: Catalogue, one: Comparison, fresher: Lang) -> Iterator[Finding]:
    page = catalogue.page(one.key, fresher.other)
    section = one.sides.get(fresher.other)
    if not page or not section:
        return  # `unequal-headings` says so
    if one.is_one_sided:
        if not one.declared:
            return  # never told in that language, and not said to have been
        yield _EMPTIED.at(page.path, section.line, title=_title(one))
    else:
        yield OUT_OF_STEP.at(
            page.path,
            section.line,
            title=_title(one),
            fresher=_FRESHER[fresher],
            what=changed(one, fresher),
            name=one.name,
        )


_NEW_SENTENCE = Text("Uutta: ”{start}”.", "Nytt: ”{start}”.")
_NEW_SENTENCES = Text("Uutta: ”{start}” ja {count} muuta.", "Nytt: ”{start}” och {count} till.")
_DROPPED = Text("Pois on jäänyt {count}.", "Borttaget: {count}.")
_SENTENCES = Text("{count} virkettä", "{count} meningar")
_ONE_SENTENCE = Text("1 virke", "1 mening")
_REORDERED = Text("Virkkeiden järjestys on muuttunut.", "Meningarnas ordning har ändrats.")


def changed(one: Comparison, lang: Lang) -> Text:
    """What a side has gained or lost since it was declared, in one sentence."""
    new = [shown(sentence) for sentence in one.new_sentences(lang)]
    if new:
        start = new[0] if len(new[0]) <= _QUOTED_LENGTH else f"{new[0][:_QUOTED_LENGTH].rstrip()}…"
        said = _NEW_SENTENCES if new[1:] else _NEW_SENTENCE
        return said.format(start=start.rstrip("."), count=len(new) - 1)
    count = one.dropped(lang)
    if not count:
        return _REORDERED
    named = _SENTENCES.format(count=count) if count > 1 else _ONE_SENTENCE
    return _DROPPED.format(count=named)


NEVER_COMPARED = Rule.warning(
    "never-compared",
    "Näiden kohtien kieliversioita ei ole vielä verrattu: {titles}. Vertaa ne ja vahvista: python "
    "scripts/translations.py confirm {key}",
    "Språkversionerna av de här ställena har ännu inte jämförts: {titles}. Jämför dem och "
    "bekräfta: python scripts/translations.py confirm {key}",
)


@check
def never_compared(catalogue: Catalogue) -> Iterator[Finding]:
    """A new page or section whose languages nobody has declared to say the same.

    Bad: a new pair, not confirmed. Good: confirmed, or a folder that declares nothing at all.
    """
    if not catalogue.declared:
        return
    for key, comparisons in catalogue.comparisons.items():
        new = [one for one in comparisons if one.state is State.NEVER_COMPARED]
        if new:
            titles = [f"”{_title(one).fi}”" for one in new[:_NAMED]] + ["…"] * (len(new) > _NAMED)
            path, line = catalogue.pairs[key].any.path, new[0].sides[Lang.FI].line
            yield NEVER_COMPARED.at(path, line, titles=", ".join(titles), key=key)


UNKNOWN_TRANSLATION = Rule.warning(
    "unknown-translation",
    "Sivua tai kohtaa ”{name}” ei enää ole. Jos poisto oli tarkoitus, poista merkintä: python "
    "scripts/translations.py tidy",
    "Sidan eller stället ”{name}” finns inte längre. Om det skulle tas bort, ta bort "
    "anteckningen: python scripts/translations.py tidy",
)
_RENAMED = UNKNOWN_TRANSLATION.saying(
    "Merkinnän ”{name}” uusi nimi on ”{new}”. Siirrä merkintä: python scripts/translations.py tidy",
    "”{name}” heter nu ”{new}”. Flytta anteckningen: python scripts/translations.py tidy",
)


@check
def unknown_translation(catalogue: Catalogue) -> Iterator[Finding]:
    """A declaration about a section that is gone or has another name.

    Bad: `maara:` when no heading is `{#maara}`. Good: only ids that the page has.
    """
    renamed = {
        (one.declared.key, one.declared.anchor): one
        for comparisons in catalogue.comparisons.values()
        for one in comparisons
        if one.declared and one.is_renamed
    }
    said = set()
    for one in gone(catalogue):
        new = renamed.get((one.key, one.anchor))
        is_page = one.key not in catalogue.pairs
        name = one.key if is_page else f"{one.key}#{one.anchor}"
        if name not in said:
            said.add(name)
            at = one.place
            if new:
                now = new.key if is_page else new.name
                yield _RENAMED.at(at.path, at.line, name=name, new=now)
            else:
                yield UNKNOWN_TRANSLATION.at(at.path, at.line, name=name)


def gone(catalogue: Catalogue) -> list[Declared]:
    """Declarations about what is not there; a page that could not be read is not gone."""
    anchors = {key: [one.anchor for one in all] for key, all in catalogue.comparisons.items()}
    unread = {finding.path.partition("/")[2] for finding in catalogue.findings}
    return [
        one
        for one in adrift(anchors, catalogue.pairs, catalogue.declared)
        if not any(f"{one.key}.{lang}.md" in unread for lang in Lang)
    ]


def _title(one: Comparison) -> Text:
    return _LEAD_TITLE if one.anchor == LEAD else one.title
