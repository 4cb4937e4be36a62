"""A link leads to where its words say, and to a host whose name is what it looks like."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from kb.check import check_alone
from kb.check.words_of_links import DOTS, Link, links, plain
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.evidence import Source
from kb.model.markdown import prose_lines
from kb.model.page import Page
from kb.read.characters import LOOK_ALIKE
from kb.text import Lang
from kb.words.letters import is_odd_host

_PLAIN_HOST = r"(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*(?=[/\s)>?#\"'\],;!|]|\.?(?:[\s)]|$))"
_NOTHING = re.compile(
    r"(?:(?:klikkaa|paina|katso|lue|klicka|tryck|läs|se) )?"
    r"(?:tästä|täältä|täällä|tässä|tätä|tänne|här|lisää|linkki|linkistä|tämä|tämä sivu|mer|mera|"
    r"länk|länken|den här|denna|hit)",
    re.IGNORECASE,
)
_SUSPECT = re.compile(
    rf"\[[^\]]*[.&\\@{DOTS}][^\]]*\]"  # words of a link that may name a host
    r"|\[(?:\s|&nbsp;|\*|_)*\]\("
    rf"|\[{_NOTHING.pattern}\]\("
    r"|[\w./>)][*_~]*\[(?!\^)|[\])]\.?[*_~]*[\w/]|[\])][*_~]+\."  # or that go on beside the link
    r"|\]\(\s*(?:tel|mailto):|\]:\s*(?:tel|mailto):"
    r"|\]\(\S+\s+[\"'(]|\]:\s*\S+\s+[\"'(]"  # that has a title
    rf"|[@\\]|xn--|&[#\w]+;|https?:(?!//)|(?://|www\.)(?!{_PLAIN_HOST})",  # hosts that may be odd
    re.IGNORECASE,
)
_DEFINITION = re.compile(r" {0,3}(?:> ?)*\[(?!\^)((?:[^\[\]\\]|\\.)+)\]:")
_NUMBER = re.compile(r"\+?\d[\d\s()-]+\d")
_COUNTRY = re.compile(r"^(?:(?:00)?358|0)")
_MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+\w+")
_HOST = re.compile(r"(?:https?:/*|//)(?P<host>[^/?#]*)", re.IGNORECASE)
_NAMED = re.compile(r"(?:[^.]+\.)+[a-z][a-z0-9-]*\.?(?::\d+)?", re.IGNORECASE)
_MORE_RECIPIENTS = re.compile(r"\b(?:to|b?cc)\s*[=:]|[\r\n]", re.IGNORECASE)
_CALLED = re.compile(r"\+?[\d\s()./-]{3,}")
_COSTLY = ("600", "700")
"""How numbers begin, after the zero, that cost more than a call."""
_COSTLY_ABROAD = re.compile(r"(?:\+|00)[\s()./-]*(?:87\d|88[0-3]|979)")
"""The same of satellites and of services that belong to no country."""
_WRITES = re.compile(r"\bbody=.*(?:https?:|www\.)|\battach\w*=", re.IGNORECASE | re.DOTALL)
_ARCHIVE = "web.archive.org"
"""An archive of other sites: a link that shows a page's own address may lead to its copy there."""

LYING_LINK = Rule.error(
    "lying-link",
    "Linkin tekstissä on ”{shown}”, mutta linkki vie toiselle sivustolle: {host}. Kirjoita "
    "tekstiin, minne linkki vie.",
    "I länkens text står ”{shown}”, men länken leder till en annan webbplats: {host}. Skriv i "
    "texten vart länken leder.",
    may_stay=True,
).guarding_readers()
_OTHER_MAIL = LYING_LINK.saying(
    "Linkin tekstissä on ”{shown}”, mutta viesti lähtisi muualle: {host}. Kirjoita tekstiin, minne "
    "linkki vie.",
    "I länkens text står ”{shown}”, men meddelandet skulle gå någon annanstans: {host}. Skriv i "
    "texten vart länken leder.",
)
_OTHER_NUMBER = LYING_LINK.saying(
    "Linkin tekstissä on ”{shown}”, mutta puhelu lähtisi muualle: {host}. Kirjoita tekstiin, minne "
    "linkki vie.",
    "I länkens text står ”{shown}”, men samtalet skulle gå någon annanstans: {host}. Skriv i "
    "texten vart länken leder.",
)
_NO_NUMBER = LYING_LINK.saying(
    "Linkki ”{host}” ei soita tavalliseen numeroon. Kirjoita linkkiin puhelinnumero, esimerkiksi "
    "tel:+358295246000.",
    "Länken ”{host}” ringer inte till ett vanligt nummer. Skriv ett telefonnummer i länken, till "
    "exempel tel:+358295246000.",
)
_COPIES = LYING_LINK.saying(
    "Linkki lähettäisi viestin muillekin kuin osoitteeseen ”{shown}”: {host}. Jätä linkkiin vain "
    "yksi osoite.",
    "Länken skulle skicka meddelandet också till andra än ”{shown}”: {host}. Lämna bara en adress "
    "i länken.",
)
_WRITTEN = LYING_LINK.saying(
    "Linkki kirjoittaisi lukijan viestiin valmiiksi toisen osoitteen tai liitteen: {host}. Jätä "
    "linkkiin vain sähköpostiosoite ja aihe.",
    "Länken skulle skriva en annan adress eller en bilaga färdigt i läsarens meddelande: {host}. "
    "Lämna bara e-postadressen och ämnet i länken.",
)
_NO_WORDS = LYING_LINK.saying(
    "Linkissä osoitteeseen ”{host}” ei ole sanoja. Kirjoita hakasulkeisiin, minne linkki vie, "
    "esimerkiksi [THL](https://thl.fi/).",
    "Länken till ”{host}” har inga ord. Skriv inom hakparenteserna vart länken leder, till "
    "exempel [THL](https://thl.fi/sv/).",
)
VAGUE_LINK = Rule.warning(
    "vague-link",
    "Linkin teksti ”{shown}” ei kerro, minne linkki vie: {host}. Kirjoita hakasulkeisiin sivun "
    "nimi tai sen asia, esimerkiksi [THL:n perhekeskussivu](https://thl.fi/).",
    "Länkens text ”{shown}” säger inte vart länken leder: {host}. Skriv inom hakparenteserna "
    "sidans namn eller ämne, till exempel [THL:s sida om familjecenter](https://thl.fi/sv/).",
    gives_way=True,
    may_stay=True,
)
_BEFORE_HOST = LYING_LINK.saying(
    "Linkin osoitteessa on merkki @ ennen sivuston nimeä, joten se vie muualle kuin näyttää: "
    "{host}. Kirjoita pelkkä osoite, esimerkiksi https://thl.fi/.",
    "I länkens adress står tecknet @ före webbplatsens namn, så den leder någon annanstans än "
    "den ser ut att göra: {host}. Skriv bara adressen, till exempel https://thl.fi/.",
)
_NO_NAME = LYING_LINK.saying(
    "Linkin osoitteessa ”{host}” ei ole sivuston nimeä. Kirjoita osoite, jossa on nimi, "
    "esimerkiksi https://thl.fi/.",
    "I länkens adress ”{host}” finns inget namn på en webbplats. Skriv en adress med ett namn, "
    "till exempel https://thl.fi/.",
)
_DEFINED_AGAIN = LYING_LINK.saying(
    "Linkin nimi ”[{shown}]” on jo rivillä {first}, ja vain toinen osoitteista on voimassa. Poista "
    "toinen, tai anna tälle oma nimi.",
    "Länkens namn ”[{shown}]” finns redan på rad {first}, och bara den ena adressen gäller. Ta "
    "bort den ena, eller ge den här ett eget namn.",
)
_ODD_HOST = LOOK_ALIKE.saying(
    "Osoitteen ”{host}” kirjaimet vain näyttävät tutuilta. Kirjoita osoite uudelleen "
    "näppäimistöllä.",
    "Bokstäverna i adressen ”{host}” ser bara bekanta ut. Skriv adressen på nytt med "
    "tangentbordet.",
)
Wrong = tuple[Rule, dict[str, str]]
"""A rule that a link breaks, and what its message is filled with."""


@check_alone
def lying_link(catalogue: Catalogue) -> Iterator[Finding]:
    """A link whose words name another host than it leads to, or whose host looks like another.

    Bad: `[www.thl.fi](https://evil.example/)`. Good: `[www.thl.fi](https://www.thl.fi/)`.
    """
    for page in catalogue.pages():
        yield from _on_page(page)
    for source in catalogue.all(Source).values():
        for lang in Lang:
            words = f"{source.title[lang]} {source.publisher[lang]}"
            for rule, values in _wrong(Link(words, source.address(lang) or "")):
                yield rule.at(source.place.path, source.place.line_of("url"), **values)


def _on_page(page: Page) -> Iterator[Finding]:
    yield from _defined_again(page)
    if not _SUSPECT.search(page.body):
        return
    for link in links(page.body):
        for rule, values in _wrong(link):
            line = _line(page.body, link.words, link.target)
            yield rule.at(page.path, page.body_line + line, **values)


def _defined_again(page: Page) -> Iterator[Finding]:
    """Addresses of links by one name: which of them holds depends on who reads the page."""
    known: dict[str, int] = {}
    for number, line in prose_lines(page.body, page.body_line):
        if found := _DEFINITION.match(line):
            name = " ".join(found[1].casefold().split())
            if name in known:
                values = {"shown": found[1], "first": known[name]}
                yield _DEFINED_AGAIN.at(page.path, number, **values)
            known.setdefault(name, number)


def _line(text: str, words: str, target: str) -> int:
    """The line, from 0, on which a link stands by its first word, its target or both."""
    first = (words.split() or [target])[0]
    lines = [html.unescape(line) for line in text.split("\n")]
    for needles in ((first, target), (first,), (target,)):
        for at, line in enumerate(lines):
            if all(needle in line for needle in needles):
                return at
    return 0


def _wrong(link: Link) -> Iterator[Wrong]:
    """What a link says that is not so."""
    target, words = link.target, link.words.strip()
    if not words:
        yield _NO_WORDS, {"host": target}
    elif _NOTHING.fullmatch(words):
        yield VAGUE_LINK, {"shown": words, "host": target}
    found = _HOST.match(re.sub(r"[\x00-\x20]", "", target).replace("\\", "/"))
    if found:
        yield from _wrong_host(link, found["host"])
    else:
        yield from _wrong_message(link, html.unescape(target))


def _wrong_host(link: Link, host: str) -> Iterator[Wrong]:
    if "@" in host:
        yield _BEFORE_HOST, {"host": host}
    elif is_odd_host(host):
        yield _ODD_HOST, {"host": host}
    elif not _NAMED.fullmatch(host):
        yield _NO_NAME, {"host": host}
    else:
        for shown in link.hosts:
            archived = host == _ARCHIVE and _bare(shown) in link.target.lower()
            if not archived and not _same(_bare(shown), _bare(host)):
                yield LYING_LINK, {"shown": shown, "host": host}


def _wrong_message(link: Link, target: str) -> Iterator[Wrong]:
    """The same for a message or a call."""
    words = plain(link.words)
    scheme, _, rest = target.partition(":")
    address, _, more = rest.partition("?")
    match scheme.lower():
        case "mailto":
            host = address.rpartition("@")[2]
            shown = [one for one in _MAIL.findall(words) if one.lower() != address.lower()]
            shown += [one for one in link.hosts if not _same(_bare(one), _bare(host))]
            yield from ((_OTHER_MAIL, {"shown": one, "host": address}) for one in shown[:1])
            if "," in address or _MORE_RECIPIENTS.search(unquote(more)):
                yield _COPIES, {"shown": address, "host": more or address}
            elif _WRITES.search(unquote(more)):
                yield _WRITTEN, {"host": more}
        case "tel":
            shown = [one for one in _NUMBER.findall(words) if _digits(one) != _digits(address)]
            shown += link.hosts
            yield from ((_OTHER_NUMBER, {"shown": one, "host": address}) for one in shown[:1])
            is_odd = not _CALLED.fullmatch(unquote(rest)) or _digits(address).startswith(_COSTLY)
            is_odd = is_odd or bool(_COSTLY_ABROAD.match(unquote(rest)))
            if is_odd and not shown:
                yield _NO_NUMBER, {"host": rest}


def _digits(number: str) -> str:
    """A telephone number as it is in Finland, in figures only."""
    return _COUNTRY.sub("", re.sub(r"\D", "", number))


def _same(shown: str, host: str) -> bool:
    """True if the two are one site: a part of a host stands for the whole, and the other way."""
    return shown == host or shown.endswith(f".{host}") or host.endswith(f".{shown}")


def _bare(host: str) -> str:
    plain = re.sub(r"[\s\[\]()]", "", host.lower())
    return plain.partition(":")[0].rstrip(".").removeprefix("www.")
