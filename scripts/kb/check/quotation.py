"""Quotation marks: both languages open and close with the same mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue

_OTHER = re.compile(r"[“„‟«‹][^“„‟«‹”»›]*[“”»›]|‘[^‘’]*’|[“„‟«‹‘‚][^\s“„‟«‹”»›‘’]*")
_MARKS = "“„‟«‹‘‚”»›’"

OTHER_QUOTES = Rule.warning(
    "other-quotes",
    "Lainausmerkit ovat toisen kielen: {mark}. Suomessa kumpikin merkki on samanlainen. Kirjoita: "
    "{better}",
    "Citattecknen är ett annat språks: {mark}. På svenska är båda tecknen likadana. Skriv: "
    "{better}",
    may_stay=True,
)


@check_alone
def other_quotes(catalogue: Catalogue) -> Iterator[Finding]:
    """English, German or French quotation marks, which a word processor may put in.

    Bad: `“Perhe ensin”`, `„Familjen“`. Good: `”Perhe ensin”`.
    """
    for one in catalogue.passages():
        for found in _OTHER.finditer(one.words):
            if found[0][1:2] == "!":
                continue  # a damaged comment, which another rule tells
            better = f"”{found[0].strip(_MARKS)}”"
            yield OTHER_QUOTES.at(one.path, one.line, mark=found[0], better=better)
