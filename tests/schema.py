"""A validator of the JSON-LD that we write.

rdflib, which ships schema.org's vocabulary, reads the graph and knows every type and property.
What it does not ship is which property belongs to which type and what it may hold: that is listed
here from schema.org, for what we write and nothing more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SDO

Check = Callable[[Any], bool]


def _matches(pattern: str) -> Check:
    return lambda value: isinstance(value, str) and bool(re.fullmatch(pattern, value))


def _is(*types: str) -> Check:
    """A node of one of the types, or a reference to a node described elsewhere."""
    return lambda value: (
        isinstance(value, dict) and (value.get("@type") in types or set(value) == {"@id"})
    )


def _each(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


TEXT: Check = lambda value: isinstance(value, str) and bool(value.strip())  # noqa: E731
TEXTS: Check = lambda value: TEXT(value) or _each(TEXT)(value)  # noqa: E731
URL = _matches(r"https?://[^\s<>\"{}]+")
DATE = _matches(r"\d{4}(-\d\d(-\d\d)?)?")
LANGUAGE = _matches(r"fi|sv")

THING: dict[str, Check] = {
    "name": TEXT,
    "alternateName": TEXTS,
    "description": TEXT,
    "url": URL,
    "potentialAction": _is("SearchAction"),
}
WORK = THING | {
    "headline": TEXT,
    "datePublished": DATE,
    "dateModified": DATE,
    "inLanguage": LANGUAGE,
    "isPartOf": _is("WebSite"),
    "license": URL,
    "mainEntity": _is("Article", "DefinedTermSet", "DataCatalog"),
    "temporalCoverage": _matches(r"\d{4}/(\d{4}|\.\.)"),
    "workTranslation": _is("CreativeWork", "WebSite"),
}
PAGE = WORK | {"breadcrumb": _is("BreadcrumbList"), "lastReviewed": DATE}
TYPES: dict[str, dict[str, Check]] = {
    "CreativeWork": WORK,
    "WebSite": WORK,
    "Article": WORK,
    "DefinedTermSet": WORK | {"encoding": _is("DataDownload")},
    "DataCatalog": WORK | {"dataset": _each(_is("Dataset"))},
    "Dataset": WORK
    | {
        "isAccessibleForFree": lambda value: value is True,
        "distribution": _each(_is("DataDownload")),
    },
    "DataDownload": THING | {"encodingFormat": TEXT, "contentUrl": URL},
    "WebPage": PAGE,
    "CollectionPage": PAGE,
    "SearchResultsPage": PAGE,
    "BreadcrumbList": THING | {"itemListElement": _each(_is("ListItem"))},
    "ListItem": THING | {"position": lambda value: isinstance(value, int), "item": URL},
    # Google's own notation, which schema.org documents under "Potential Actions".
    "SearchAction": THING | {"target": _is("EntryPoint"), "query-input": TEXT},
    "EntryPoint": THING | {"urlTemplate": _matches(r"https?://\S+\{search_term_string\}")},
}


def wrong(nodes: list[dict[str, Any]]) -> list[str]:
    """What a validator would say of the nodes."""
    return [*_unknown(nodes), *(words for node in nodes for words in _misplaced(node))]


def _unknown(nodes: list[dict[str, Any]]) -> Iterator[str]:
    """Types and properties that are not in the vocabulary, as an RDF reader sees them."""
    document = {"@context": {"@vocab": str(SDO)}, "@graph": nodes}
    graph = Graph()
    graph.parse(data=json.dumps(document), format="json-ld")
    for _, predicate, value in graph:
        if predicate == RDF.type and isinstance(value, URIRef):
            if value not in SDO:
                yield f"{value.removeprefix(str(SDO))} is no type of schema.org"
        elif predicate not in SDO and not predicate.endswith("query-input"):
            yield f"{predicate} is no property of schema.org"


def _misplaced(node: dict[str, Any]) -> Iterator[str]:
    if set(node) == {"@id"}:
        return
    kind = node.get("@type")
    if kind not in TYPES:
        yield f"{kind}: no type that we write"
        return
    if "@id" in node and not URL(node["@id"]):
        yield f"{kind}.@id: {node['@id']!r}"
    for name, value in node.items():
        if not name.startswith("@"):
            if name not in TYPES[kind] or not TYPES[kind][name](value):
                yield f"{kind}.{name}: {value!r}"
            inside = value if isinstance(value, list) else [value]
            yield from (
                words for one in inside if isinstance(one, dict) for words in _misplaced(one)
            )
