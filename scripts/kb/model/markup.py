"""What HTML a page may have, declared once: the check judges by it, the build cleans by it.

An author's page, once Markdown has made HTML of it, keeps to `AUTHORS`; of that, `TYPED` may be
typed as HTML. What our fragments and tree processors add is `PAGES`; the values of attributes are
judged by `may_have`, whoever wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Elements = Mapping[str, frozenset[str]]
"""The attributes of each element, besides those that every element may have."""

EVERYWHERE = frozenset({"id", "class", "lang", "title"})
TYPED = frozenset({"abbr", "br", "kbd", "sub", "sup", "details", "summary", "wbr"})
"""Elements that Markdown cannot write and that cannot do any harm."""
AUTHORS: Elements = {
    **dict.fromkeys(
        (*TYPED, "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "li", "dl", "dt", "dd", "hr"),
        frozenset(),
    ),
    **dict.fromkeys(
        (
            "blockquote",
            "pre",
            "code",
            "em",
            "strong",
            "del",
            "div",
            "table",
            "thead",
            "tbody",
            "tr",
        ),
        frozenset(),
    ),
    **dict.fromkeys(("th", "td"), frozenset({"align"})),
    "details": frozenset({"open"}),
    "ol": frozenset({"start"}),
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
}
NOTICES = ("note", "tip", "warning")
_OF_NOTICE = re.compile(rf"admonition (?:{'|'.join(NOTICES)})|admonition-title")
CLASSES: Mapping[str, re.Pattern[str]] = {
    "div": _OF_NOTICE,
    "p": _OF_NOTICE,
    "code": re.compile(r"language-\w+"),
}
"""The classes that Markdown itself writes, by element: any other could be one of ours."""

_NAMED = frozenset({"role", "aria-label", "aria-labelledby", "aria-describedby", "aria-current"})
_PLACED = frozenset({"x", "y", "width", "height", "transform", "fill"})
PAGES: Elements = {
    **AUTHORS,
    **dict.fromkeys(
        ("aside", "dfn", "figcaption", "figure", "nav", "section", "span"), frozenset()
    ),
    **dict.fromkeys(("svg", "title", "desc", "defs", "g"), frozenset({"viewBox"})),
    "a": AUTHORS["a"] | {"hreflang", "data-n"},
    "circle": frozenset({"cx", "cy", "r"}),
    "div": frozenset({"tabindex"}),
    "img": AUTHORS["img"] | {"loading"},
    "path": frozenset({"d"}),
    "pattern": _PLACED | {"patternUnits", "patternTransform"},
    "rect": _PLACED,
    "text": frozenset({"text-anchor"}),
    "time": frozenset({"datetime"}),
    "tspan": _PLACED,
}
_RECORDS = frozenset({"data-record", "data-records"})
PAGES_EVERYWHERE = EVERYWHERE | _NAMED | _RECORDS

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"[^/?#]*:")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
"""What a browser may skip inside an address, and nobody sees."""
_OTHER_HOST = re.compile(r"//|/?\\[/\\]?")


def scheme(address: str) -> str:
    """`https:` of an address, `//` of one without a scheme on another host; empty on our own."""
    plain = _UNSEEN.sub("", address).lower()
    if elsewhere := _OTHER_HOST.match(plain):
        return elsewhere[0]
    found = _SCHEME.match(plain)
    return found[0] if found else ""


def _is_target(address: str) -> bool:
    begins = scheme(address)
    return begins in ("", "//") or begins.removesuffix(":") in SCHEMES


def _is_own(address: str) -> bool:
    return not scheme(address)


OURS = frozenset({
    "main", "q", "q-header", "q-fi", "q-sv", "q-hint", "phase", "theme", "a-o",
    "kb-related", "title-fi", "title-sv",
})  # fmt: skip
"""The ids of our templates, by which scripts, styles and labels find their elements."""
CLOBBERING = frozenset({
    "action", "activeelement", "all", "anchors", "applets", "attributes", "body", "characterset",
    "childnodes", "children", "close", "constructor", "content", "cookie", "currentscript",
    "defaultview", "designmode", "dir", "doctype", "document", "documentelement", "documenturi",
    "domain", "elements", "embeds", "fonts", "forms", "frames", "getelementbyid", "hasownproperty",
    "head", "hidden", "history", "images", "implementation", "innerhtml", "lastmodified", "links",
    "location", "name", "navigator", "nodename", "open", "origin", "parent", "plugins", "prototype",
    "queryselector", "queryselectorall", "readystate", "referrer", "scripts", "self",
    "stylesheets", "textcontent", "top", "tostring", "url", "valueof", "window", "write",
})  # fmt: skip
"""Names of the browser's own, which an element of that id or name could hide from a script."""
SOURCES = "lahteet"
"""The id of a page's list of sources."""
TERM_NOTE = "sana-"
"""How the id of a word's explanation begins."""
RESERVED = OURS | CLOBBERING
_ID = re.compile(r"(?:lahde|viite):[a-z0-9_-]+|[a-z0-9_][a-z0-9_-]*")


def may_name(id: str) -> bool:
    """True if an author may give an element this id: neither a mark's, a source's nor a term's."""
    is_ours = ":" in id or id == SOURCES or id.startswith(TERM_NOTE)
    return is_free_id(id) and not is_ours


def is_free_id(id: str) -> bool:
    """True if an element may be called so: kebab-case or a mark's or its source's, and free."""
    return bool(_ID.fullmatch(id)) and id not in RESERVED


_VALUES: Mapping[str, Callable[[str], object]] = {
    "href": _is_target,
    "src": _is_own,
    "id": is_free_id,
    **dict.fromkeys(_RECORDS, re.compile(r"_data/[\w-]+(?:/(?:\{\}|[\w-]+))?\.yml").fullmatch),
    "align": re.compile("left|center|right").fullmatch,
    "fill": re.compile(r"url\(#[\w-]+\)").fullmatch,
    "height": re.compile(r"\d{1,4}(?:\.\d+)?").fullmatch,
    "lang": re.compile(r"[A-Za-z]{2,3}(?:-\w{2,8})*").fullmatch,
    "role": re.compile("region|img|group|note").fullmatch,
    "start": re.compile(r"\d{1,4}").fullmatch,
    "tabindex": re.compile("0").fullmatch,
    "width": re.compile(r"\d{1,4}(?:\.\d+)?").fullmatch,
}


def may_have(attribute: str, value: str) -> bool:
    """True if an attribute that is allowed may have this value."""
    judge = _VALUES.get(attribute)
    return judge is None or bool(judge(value))
