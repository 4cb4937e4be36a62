"""The two languages of a section keep in step: what one has gained, the other does not lack."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import translation_messages as texts
from kb.finding import Finding, Severity
from kb.model.catalogue import Catalogue
from kb.model.sections import LEAD, shown
from kb.model.translations import Comparison, Declared, State, adrift
from kb.text import Lang, Text

_QUOTED_LENGTH = 90
_NAMED = 3


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
                message = texts.BOTH_CHANGED.format(page=page, title=_title(one), name=one.name)
                at = one.declared.place
                yield Finding(at.path, at.line, "out-of-step", message, Severity.WARNING)


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
        message = texts.EMPTIED.format(title=_title(one))
    else:
        message = texts.OUT_OF_STEP.format(
            title=_title(one),
            fresher=texts.FRESHER[fresher],
            what=changed(one, fresher),
            name=one.name,
        )
    yield Finding(page.path, section.line, "out-of-step", message, Severity.WARNING)


def changed(one: Comparison, lang: Lang) -> Text:
    """What a side has gained or lost since it was declared, in one sentence."""
    new = [shown(sentence) for sentence in one.new_sentences(lang)]
    if new:
        start = new[0] if len(new[0]) <= _QUOTED_LENGTH else f"{new[0][:_QUOTED_LENGTH].rstrip()}…"
        said = texts.NEW_SENTENCES if new[1:] else texts.NEW_SENTENCE
        return said.format(start=start.rstrip("."), count=len(new) - 1)
    count = one.dropped(lang)
    if not count:
        return texts.REORDERED
    named = texts.SENTENCES.format(count=count) if count > 1 else texts.ONE_SENTENCE
    return texts.DROPPED.format(count=named)


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
            message = texts.NEVER_COMPARED.format(titles=", ".join(titles), key=key)
            page, line = catalogue.pairs[key].any, new[0].sides[Lang.FI].line
            yield Finding(page.path, line, "never-compared", message, Severity.WARNING)


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
            said_of_it = texts.RENAMED_TRANSLATION if new else texts.UNKNOWN_TRANSLATION
            now = (new.key if is_page else new.name) if new else ""
            message = said_of_it.format(name=name, new=now)
            at = one.place
            yield Finding(at.path, at.line, "unknown-translation", message, Severity.WARNING)


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
    return texts.LEAD if one.anchor == LEAD else one.title
