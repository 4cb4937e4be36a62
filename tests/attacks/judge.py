"""What is dangerous in HTML, by a parser and by lists that have nothing to do with the site's own.

Only for HTML that a sanitiser has written: a browser reads other HTML otherwise than this parser.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

ACTIVE = {
    "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input",
    "select", "textarea", "keygen", "isindex", "meta", "base", "link", "template", "portal",
    "noscript", "plaintext", "xmp", "math", "foreignobject", "animate", "set", "use", "image",
    "audio", "video", "source", "track", "dialog", "marquee", "body", "html", "head", "area", "map",
}  # fmt: skip
"""No page of content has these. A title (drawings have them) shows words and no more."""
LOADING = {"src", "srcset", "poster", "background", "data", "xlink:href", "action", "formaction"}
RISKY = {"style", "srcdoc", "name", "ping", "target", "autofocus", "is", "slot", "contenteditable"}
CLOBBERED = {
    "main", "q", "q-header", "cookie", "body", "document", "location", "self", "getElementById",
    "defaultView", "attributes", "parentNode", "forms", "x onclick=ran(1)",
}  # fmt: skip
SCHEMES = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
ANY_SCHEME = re.compile(r"[^/?#]*:")


FINDER = re.compile(
    r'<form action="(?:\.\./)*(?:haku|sv/sok)/" method="get">\s*<label>[^<]*<select name="q">\s*'
    r"(?:<option>[^<]*</option>\s*)*</select></label>\s*"
    r'<button type="submit">[^<]*</button>\s*</form>'
)
"""The one form that content has: our own choice of a region, in which nothing but words differs."""


def dangers(html: str) -> list[str]:
    """Each danger in a few words; empty for a page that can do nothing to its reader."""
    reader = _Reader()
    reader.feed(FINDER.sub("", html))
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "input" and _chooses_a_phase(dict(attrs)):
            return
        if tag in ACTIVE:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if _is_dangerous(name, value or ""):
                self.found.append(f"<{tag} {name}={value!r}>")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}-->")


def _chooses_a_phase(attributes: dict[str, str | None]) -> bool:
    """True for a choice above the timeline, which stands in no form and sends nothing."""
    is_choice = attributes.get("type") == "radio" and attributes.get("name") == "show"
    return is_choice and attributes.keys() <= {"type", "name", "id", "checked"}


def _is_dangerous(name: str, value: str) -> bool:
    plain = re.sub(r"[\x00-\x20]", "", value)
    if name.startswith("on") or name in RISKY:
        return True
    if name in LOADING:
        return bool(ANY_SCHEME.match(plain)) or plain.startswith(("//", "\\"))
    if name == "href":
        return bool(ANY_SCHEME.match(plain)) and not SCHEMES.match(plain)
    if name in ("popovertarget", "popover"):
        return not (value == "auto" or value.startswith("sana-"))
    return (name == "id" and value in CLOBBERED) or (name == "fill" and "//" in value)
