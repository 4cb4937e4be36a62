"""The ways from a page to those who write it: change it, begin its other language, report an error.

They are GitHub's, told by the form of the address where the content is edited,
`…/edit/<branch>/<folder>/`. A code host with another form gets only the link that edits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from kb.model.outline import missing_language, new_page
from kb.model.page import Page, Pair
from kb.text import Lang, Text

LONGEST = 8000
"""Characters of an address; longer ones are refused on their way, so the text is left out."""
REPORT = {lang: f"error.{lang}.yml" for lang in Lang}
"""The issue forms in `.github/ISSUE_TEMPLATE`; their fields `page` and `address` are filled in."""
TELL = {lang: f"addition.{lang}.yml" for lang in Lang}
"""The forms for what is missing, likewise."""
_TITLE = Text("Virhe sivulla: {title}", "Fel på sidan: {title}")
_ADDITION = Text("Uusi tieto: {title}", "Ny uppgift: {title}")
_NEW_PAGE = "uusi-sivu"
_EDITED = re.compile(
    r"(?P<repo>https?://[^?#]+?)(?<!/-)/edit/(?P<branch>[^/?#]+)/(?P<folder>[^?#]+)/"
)
_GITHUB = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+")


@dataclass(frozen=True, slots=True)
class CodeHostLinks:
    """Addresses at the code host, each empty if it has no such place."""

    report: str = ""
    tell: str = ""
    """The form that tells of something new."""
    create: str = ""
    """Begins the language that the page lacks; empty if it lacks none."""


NO_LINKS = CodeHostLinks()


def code_host_links(pair: Pair, page: Page, edit_url: str, address: str) -> CodeHostLinks:
    """The links of a page that is published at `address`."""
    host = _EDITED.fullmatch(edit_url)
    if not host:
        return NO_LINKS
    report = _form(host, REPORT, _TITLE, page, address)
    tell = _form(host, TELL, _ADDITION, page, address)
    if pair.is_whole:
        return CodeHostLinks(report, tell)
    other = f"{page.key}.{page.lang.other}.md"
    return CodeHostLinks(report, tell, create=_create(host, other, missing_language(page)))


def new_pages(edit_url: str) -> dict[Lang, str]:
    """Where a new page of each language is begun; nothing if the code host has no such place."""
    host = _EDITED.fullmatch(edit_url)
    if not host:
        return {}
    return {lang: _create(host, f"{_NEW_PAGE}.{lang}.md", new_page(lang)) for lang in Lang}


def edited(edit_url: str, path: str) -> str:
    """Where a file is changed, by its path from the content folder's parent; empty if nowhere."""
    return edit_url + quote(path.partition("/")[2]) if edit_url else ""


def folder(edit_url: str, path: str) -> str:
    """Where the files of a folder of the content are listed; empty without such a place."""
    host = _EDITED.fullmatch(edit_url)
    return f"{host['repo']}/tree/{host['branch']}/{host['folder']}/{path}" if host else ""


def begun(edit_url: str, file: str, text: str, longest: int = LONGEST) -> str:
    """Where a file that is not there is begun with a text; empty without such a place."""
    host = _EDITED.fullmatch(edit_url)
    return _create(host, file, text, longest) if host else ""


def branch_of(edit_url: str) -> str:
    """The branch that is edited, where the code host has such a place; else `main`."""
    host = _EDITED.fullmatch(edit_url)
    return host["branch"] if host else "main"


def private_report(repository: str) -> str:
    """Where a vulnerability is reported without telling everybody; empty but at GitHub itself.

    The form of an address is no evidence here: other hosts have no such place.
    """
    root = repository.rstrip("/").removesuffix(".git")
    return f"{root}/security/advisories/new" if _GITHUB.fullmatch(root) else ""


def _form(
    host: re.Match[str], forms: Mapping[Lang, str], title: Text, page: Page, address: str
) -> str:
    asked = {
        "template": forms[page.lang],
        "title": title[page.lang].format(title=page.title),
        "page": page.title,
        "address": address,
    }
    return f"{host['repo']}/issues/new?{_query(asked)}"


def _create(host: re.Match[str], file: str, text: str, longest: int = LONGEST) -> str:
    address = f"{host['repo']}/new/{host['branch']}/{host['folder']}?"
    whole = address + _query({"filename": file, "value": text})
    return whole if len(whole) <= longest else address + _query({"filename": file})


def _query(values: dict[str, str]) -> str:
    return urlencode(values, quote_via=quote, safe="/:,")
