"""What directives show of the site itself: its pages and how its languages keep in step."""

from __future__ import annotations

from kb.directives.arguments import Arguments, IdOf
from kb.directives.context import RenderContext
from kb.directives.directive import Context, Directive, nothing
from kb.model.addresses import FEED, address, relative
from kb.model.formats import sort_key
from kb.model.interface import MenuGroup
from kb.model.open_data import INDEX, Format, published_kinds
from kb.model.page import HOME, Page
from kb.model.programme import Phase
from kb.model.translations import STATE_NAMES, State, summary, words_of
from kb.text import Lang, Text

_SECTION = IdOf(
    name="section", about=Text("kansion nimi", "mappens namn"), kind="sections", required=True
)


def _pages(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    inside = [
        context.catalogue.pairs[key]
        for key in context.catalogue.reading_order.keys
        if key.rpartition("/")[0] == arguments[_SECTION] and not key.endswith(f"/{HOME}")
    ]
    return {"pairs": inside, "phases": list(context.catalogue.all(Phase).values())}


PAGES = Directive(
    name="pages",
    about=Text("Kansion sivut kuvauksineen", "Mappens sidor med beskrivningar"),
    arguments=(_SECTION,),
    records=nothing,
    context=_pages,
)


def _all_pages(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    pairs = context.catalogue.pairs
    groups = [
        (group.name, [pairs[key] for key in group.pages if key in pairs])
        for group in context.catalogue.all(MenuGroup).values()
    ]
    listed = {pair.key for _, inside in groups for pair in inside}
    rest = [pair for key, pair in pairs.items() if key not in listed]
    return {"groups": groups, "rest": rest}


ALL_PAGES = Directive(
    name="all-pages",
    about=Text("Kaikki sivut valikon mukaan", "Alla sidor enligt menyn"),
    arguments=(),
    records=nothing,
    context=_all_pages,
)


def _translations(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    pairs = context.catalogue.pairs
    rows = [(pairs[key], all) for key, all in context.catalogue.comparisons.items()]
    rows.sort(key=lambda row: sort_key(row[0].versions[page.lang].title))
    waiting = [row for row in rows if any(one.state is not State.IN_STEP for one in row[1])]
    counted = summary(one for _, all in rows for one in all)
    return {
        "waiting": waiting,
        "settled": [row for row in rows if row not in waiting],
        "lone": [pair for pair in pairs.values() if not pair.is_whole],
        "sections": sum(counted.values()),
        "in_step": counted.get(State.IN_STEP, 0),
        "states": STATE_NAMES,
        "words": words_of,
        "languages": list(Lang),
        "other": page.lang.other,
        "edit_url": context.edit_url,
    }


TRANSLATIONS = Directive(
    name="translations",
    about=Text("Kielten tahti sivuittain", "Språkens takt sida för sida"),
    arguments=(),
    records=nothing,
    context=_translations,
)


def _mailbox(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {"mailbox": context.mailbox}


MAILBOX = Directive(
    name="mailbox",
    about=Text(
        "Miten toimitukselle kirjoitetaan ilman tunnusta, tai että se ei ole mahdollista",
        "Hur man skriver till redaktionen utan konto, eller att det inte går",
    ),
    arguments=(),
    records=nothing,
    context=_mailbox,
)


def _open_data(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    here = address(context.catalogue, page)
    return {
        "kinds": [
            (kind, name, len(context.catalogue.all(kind)))
            for kind, name in published_kinds().items()
        ],
        "formats": list(Format),
        "index": relative(INDEX, here),
        "feed": relative(FEED[page.lang], here),
    }


OPEN_DATA = Directive(
    name="open-data",
    about=Text("Avoimen datan tiedostot", "Filerna med öppna data"),
    arguments=(),
    records=nothing,
    context=_open_data,
)
