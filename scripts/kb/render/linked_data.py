"""Describes a page to machines: schema.org as JSON-LD, saying only what the data knows.

No Organization and no GovernmentService: the data names no publisher of the site, and the site
describes a programme, not a service that one could use.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from kb.directives.evidence import GLOSSARY
from kb.directives.site import OPEN_DATA
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.open_data import LICENCE, Format, data_file, published_kinds
from kb.model.page import HOME, Page
from kb.model.programme import Phase
from kb.render.view import View

Node = dict[str, Any]


def linked_data(catalogue: Catalogue, page: Page, view: View) -> list[Node]:
    """The nodes of a content page."""
    days = view.days
    work = _without_gaps(
        headline=page.title,
        description=view.description,
        datePublished=days.published and days.published.isoformat(),
        dateModified=days.changed and days.changed.isoformat(),
        temporalCoverage=_temporal_coverage(catalogue, page),
        inLanguage=view.lang.value,
        license=LICENCE,
        workTranslation=_translation(view),
    )
    shell = _without_gaps(
        url=view.canonical,
        inLanguage=view.lang.value,
        isPartOf=_site(catalogue, view),
        lastReviewed=page.front.checked and str(page.front.checked),
        breadcrumb=_breadcrumbs(view),
    )
    if page.key == HOME:
        site = {**_site(catalogue, view), **_both_languages(catalogue, view)}
        here = {**shell, **work, "isPartOf": {"@id": site["@id"]}}
        return [site, {"@type": "WebPage", **here}]
    if page.is_front:
        return [{"@type": "CollectionPage", **shell, **work}]
    work = {"@id": f"{view.canonical}#work", **work}
    if page.shows(GLOSSARY):
        main = {"@type": "DefinedTermSet", "name": page.title, **work, "encoding": _terms(view)}
    elif page.shows(OPEN_DATA):
        main = {"@type": "DataCatalog", "name": page.title, **work, "dataset": _datasets(view)}
    else:
        main = {"@type": "Article", **work}
    return [{"@type": "WebPage", **shell, "mainEntity": main}]


def plain_data(catalogue: Catalogue, view: View, kind: str) -> list[Node]:
    """The node of a page that no Markdown file stands behind."""
    node = {"@type": kind, "name": view.title, "url": view.canonical}
    return [node | {"inLanguage": view.lang.value, "isPartOf": _site(catalogue, view)}]


def as_script(nodes: list[Node]) -> Markup:
    """The nodes as the content of a script element, which no text in them can close."""
    graph: Node = nodes[0] if len(nodes) == 1 else {"@graph": nodes}
    document = {"@context": "https://schema.org", **graph}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    plain = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(plain)  # noqa: S704 - nothing in it ends the element


def _without_gaps(**values: object) -> Node:
    return {name: value for name, value in values.items() if value}


def _site(catalogue: Catalogue, view: View) -> Node:
    home = urljoin(view.canonical, view.frame.home)
    name = catalogue.word("site-name", view.lang)
    return {"@type": "WebSite", "@id": f"{home}#site", "name": name, "url": home}


def _both_languages(catalogue: Catalogue, view: View) -> Node:
    """The site's other language is a work of its own; neither is the original of the other."""
    search = urljoin(view.canonical, view.frame.search)
    target = {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"}
    other = view.lang.other
    urls = {switch.lang: switch.url for switch in view.switches}
    home = urljoin(view.canonical, urls[other])
    site = {"@type": "WebSite", "@id": f"{home}#site", "url": home, "inLanguage": other.value}
    return {
        "alternateName": catalogue.word("site-name", other),
        "description": catalogue.word("site-description", view.lang),
        "inLanguage": view.lang.value,
        "license": LICENCE,
        "workTranslation": site | {"name": catalogue.word("site-name", other)},
        "potentialAction": {
            "@type": "SearchAction",
            "target": target,
            "query-input": "required name=search_term_string",
        },
    }


def _breadcrumbs(view: View) -> Node | None:
    if not view.breadcrumbs:
        return None
    steps = [(link.title, urljoin(view.canonical, link.url)) for link in view.breadcrumbs]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate([*steps, (view.title, view.canonical)], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _translation(view: View) -> Node | None:
    """The other version, from both sides: `translationOfWork` would call one of them original."""
    other = view.lang.other
    url = next((version.url for version in view.alternates if version.hreflang == other), "")
    return {"@type": "CreativeWork", "url": url, "inLanguage": other.value} if url else None


def _temporal_coverage(catalogue: Catalogue, page: Page) -> str:
    """The years that the page's phases span, as an ISO 8601 interval; `..` where it goes on."""
    known = catalogue.all(Phase)
    phases = [known[id] for id in page.front.phases if id in known]
    if not phases:
        return ""
    first = min(phase.start.year for phase in phases)
    ends = [phase.end.year for phase in phases if phase.end]
    return f"{first}/{max(ends) if len(ends) == len(phases) else '..'}"


def _terms(view: View) -> Node:
    """The terms with their definitions, which the page would otherwise say a second time."""
    return _download(Term.kind, Format.JSON, view)


def _download(kind: str, format: Format, view: View) -> Node:
    return {
        "@type": "DataDownload",
        "encodingFormat": format.media_type,
        "contentUrl": urljoin(view.canonical, view.frame.root) + data_file(kind, format),
    }


def _datasets(view: View) -> list[Node]:
    return [
        {
            "@type": "Dataset",
            "name": name[view.lang],
            "description": kind.about[view.lang],
            "license": LICENCE,
            "isAccessibleForFree": True,
            "distribution": [
                _download(kind.kind, format, view) for format in (Format.CSV, Format.JSON)
            ],
        }
        for kind, name in published_kinds().items()
    ]
