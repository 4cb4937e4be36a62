"""The two languages of a section keep in step: what one has gained, the other does not lack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.check import Reference, check, check_with_reference
from kb.check.addresses import copied
from kb.check.drift import Drift
from kb.check.equality import FOR_LANGUAGE
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.difference import Kind
from kb.model.links import linked_keys
from kb.model.sections import LEAD
from kb.model.translations import Comparison, Declared, Earlier, State, adrift
from kb.text import Lang, Text

_NAMED = 3

_LEAD_TITLE = Text("sivun alku", "sidans början")

OUT_OF_STEP = Rule.warning(
    "out-of-step",
    "Tämä odottaa {language}: kohdassa ”{title}”: {what}. Tee sama muutos sinne ({where}) tai "
    "lähetä ehdotus silti. Kun muutos on tehty tai jos se ei koske toista kieltä, pyydä "
    "ehdotuksessa vahvistusta: make confirm SECTION={name}",
    "Det här väntar på {language}: i avsnittet ”{title}”: {what}. Gör samma ändring där "
    "({where}) eller skicka förslaget ändå. När ändringen är gjord eller om den inte gäller det "
    "andra språket, be i förslaget om bekräftelse: make confirm SECTION={name}",
    gives_way=True,
)
_EMPTIED = replace(OUT_OF_STEP, gives_way=False).saying(
    "Kohdassa ”{title}” on vain otsikko, mutta toisella kielellä siinä on tekstiä ({where}). "
    "Kirjoita teksti tähän tai poista kohta molemmista.",
    "Avsnittet ”{title}” har bara en rubrik, men på det andra språket finns det text ({where}). "
    "Skriv texten här eller ta bort avsnittet på båda.",
)
_BOTH_CHANGED = OUT_OF_STEP.saying(
    "Sivun ”{page}” kohtaa ”{title}” on muutettu molemmilla kielillä ({fi}, {sv}). Lue ne "
    "rinnakkain. Jos ne sanovat saman, vahvista kommentin tiedostolla tai komennolla: make "
    "confirm SECTION={name}",
    "Avsnittet ”{title}” på sidan ”{page}” har ändrats på båda språken ({fi}, {sv}). Läs dem "
    "sida vid sida. Om de säger detsamma, bekräfta med filen i kommentaren eller med kommandot: "
    "make confirm SECTION={name}",
)


@check_with_reference
def out_of_step(catalogue: Catalogue, reference: Reference) -> Iterator[Finding]:
    """A section was changed in one language, or in both and nobody has compared them since.

    Bad: 128 becomes 130 in Finnish only. Good: in both, and confirmed; or rewrapped lines only.
    """
    unsure = {key for key, pair in catalogue.pairs.items() if len(pair.page_ids) > 1}
    differing = {difference.section for difference in catalogue.differences}
    for key, comparisons in catalogue.comparisons.items():
        linked = frozenset[str]().union(*map(linked_keys, catalogue.pairs[key].versions.values()))
        if linked & unsure or not linked <= catalogue.pairs.keys() | catalogue.misread_pages:
            continue  # a link counts by the id of its page, of which something is told
        for one in comparisons:
            if one.anchor == LEAD and _is_misread(catalogue, one):
                continue  # the page's description counts with its lead
            if one.state is not State.BOTH_CHANGED:
                yield from _one_changed(catalogue, one, reference.earlier)
            elif one.declared and one.name not in differing:
                yield _both_changed(catalogue, one, one.declared)


def _one_changed(catalogue: Catalogue, one: Comparison, earlier: Earlier) -> Iterator[Finding]:
    if one.is_one_sided:
        yield from _emptied(catalogue, one)
    elif one.fresher:
        yield from _ahead(catalogue, one, one.fresher, earlier)


def _is_misread(catalogue: Catalogue, one: Comparison) -> bool:
    versions = catalogue.pairs[one.key].versions.values()
    return any(page.path in catalogue.misread for page in versions)


def _emptied(catalogue: Catalogue, one: Comparison) -> Iterator[Finding]:
    """A heading whose text is gone; `unequal-headings` says it if the heading is gone, too."""
    fuller = one.fresher
    if fuller and one.declared and fuller.other in one.sides:
        page = catalogue.pairs[one.key].versions[fuller.other]
        line = one.sides[fuller.other].line
        yield _EMPTIED.at(page.path, line, title=_title(one), where=_where(catalogue, one, fuller))


def _both_changed(catalogue: Catalogue, one: Comparison, declared: Declared) -> Finding:
    page = Text.of(lambda lang: catalogue.pairs[one.key].versions[Lang(lang)].title)
    sides = {lang.value: _where(catalogue, one, lang) for lang in Lang}
    at = declared.place
    return _BOTH_CHANGED.at(at.path, at.line, page=page, title=_title(one), name=one.name, **sides)


def _where(catalogue: Catalogue, one: Comparison, lang: Lang, line: int = 0) -> str:
    page = catalogue.pairs[one.key].versions[lang]
    return f"{page.path}:{line or one.sides[lang].line}"


def _ahead(
    catalogue: Catalogue, one: Comparison, fresher: Lang, earlier: Earlier
) -> Iterator[Finding]:
    """What a side says and the other does not yet, unless differences have told all of it."""
    page = catalogue.pairs[one.key].versions[fresher]
    since = Drift.of(catalogue, one, fresher, earlier)
    told = {other.line for other in catalogue.differences if other.page is page}
    left = [line for line in since.lines if line not in told]
    if left and not _holds_another(catalogue, one, fresher):
        beside = one.line_beside(fresher.other, left[0])
        above = page.front.place.keys.values()
        # The lead's first sentence is the description; where that is gone, its place is above.
        is_description = one.anchor == LEAD and not page.front.description and above
        at_start = is_description and left[0] == one.sides[fresher].line
        yield OUT_OF_STEP.at(
            page.path,
            min(above) if at_start else left[0],
            title=_title(one),
            language=FOR_LANGUAGE[fresher.other],
            what=since.words,
            where=_where(catalogue, one, fresher.other, beside),
            name=one.name,
        )


def _holds_another(catalogue: Catalogue, one: Comparison, lang: Lang) -> bool:
    """True if the section has the text of another, whose heading is gone or has another id."""
    side, path = one.sides[lang], catalogue.pairs[one.key].versions[lang].path
    return any(
        difference.kind is Kind.HEADINGS
        and difference.page.path == path
        and side.line <= difference.line <= side.last_line
        for difference in catalogue.differences
    )


NEVER_COMPARED = Rule.warning(
    "never-compared",
    "Näiden kohtien kieliversioita ei ole vielä verrattu: {titles}. Lue ne rinnakkain. Jos ne "
    "sanovat saman, vahvista kommentin tiedostolla tai komennolla: make confirm SECTION={key}",
    "Språkversionerna av de här ställena har ännu inte jämförts: {titles}. Läs dem sida vid "
    "sida. Om de säger detsamma, bekräfta med filen i kommentaren eller med kommandot: make "
    "confirm SECTION={key}",
)


@check
def never_compared(catalogue: Catalogue) -> Iterator[Finding]:
    """A new page or section whose languages nobody has declared to say the same.

    Bad: a new pair, not confirmed. Good: confirmed, or a folder that declares nothing at all.
    """
    if not catalogue.declared:
        return
    copies = copied(catalogue)
    for key, comparisons in catalogue.comparisons.items():
        new = [one for one in comparisons if one.state is State.NEVER_COMPARED]
        if new and catalogue.pairs[key].any.path not in copies:
            titles = [f"”{_title(one).fi}”" for one in new[:_NAMED]] + ["…"] * (len(new) > _NAMED)
            path, line = catalogue.pairs[key].any.path, new[0].sides[Lang.FI].line
            yield NEVER_COMPARED.at(path, line, titles=", ".join(titles), key=key)


UNKNOWN_TRANSLATION = Rule.warning(
    "unknown-translation",
    "Sivua tai kohtaa ”{name}” ei enää ole. Jos poisto oli tarkoitus, kerro se ehdotuksessa: "
    "ylläpitäjä poistaa merkinnän komennolla make tidy",
    "Sidan eller avsnittet ”{name}” finns inte längre. Om det skulle tas bort, berätta det i "
    "förslaget: en administratör tar bort anteckningen med kommandot make tidy",
)
_RENAMED = UNKNOWN_TRANSLATION.saying(
    "Kohdan ”{name}” uusi nimi on ”{new}”. Kerro se ehdotuksessa: ylläpitäjä siirtää merkinnän "
    "komennolla make tidy",
    "Avsnittet ”{name}” heter nu ”{new}”. Berätta det i förslaget: en administratör flyttar "
    "anteckningen med kommandot make tidy",
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
    linked = frozenset[str]().union(*map(linked_keys, catalogue.pages()))
    for one in gone(catalogue):
        if one.key in linked - catalogue.pairs.keys():
            continue  # what is gone is told where links lead to it
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
