"""What a code host's preview shows of Markdown as it is typed, the site shows.

The preview is CommonMark with GitHub's tables, strike-through and bare addresses, here by
markdown-it-py; the site is Python-Markdown after `previewed`. Both must make the same tree: the
same elements one inside the other, with the same words, addresses and first numbers.
"""

from __future__ import annotations

from functools import cache
from xml.etree.ElementTree import Element

import pytest
from kb.check.rendered import converter
from kb.model.previewed import previewed
from markdown_it import MarkdownIt
from tinyhtml5 import parse

FENCE = "```"
BOXES = (("☐", "[ ]"), ("☑", "[x]"))
"""A task's box is a character on the site, and text to a renderer that does not know tasks."""

ALIKE = {
    "a list right after a sentence": "Palvelut:\n- neuvola\n- koulu",
    "a numbered list right after a sentence": "Vaiheet:\n1. haku\n2. työ",
    "a year that begins a wrapped line": "Työ alkoi vuonna\n2016. Se jatkuu.",
    "a table right after a sentence": "Luvut:\n| A | B |\n|---|---|\n| 1 | 2 |",
    "a table without outer pipes": "A | B\n--|--\n1 | 2",
    "a table in an item": "- a\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n- b",
    "code right after a sentence": f"Näin:\n{FENCE}\nx\n{FENCE}\nLoppu.",
    "code with its language": f"{FENCE}yaml\nid: P-1\n{FENCE}",
    "code with more than a language": f'{FENCE}yaml title="a"\nid: P-1\n{FENCE}',
    "code in an item": f"- a\n\n  {FENCE}yaml\n  x: 1\n\n  y: 2\n  {FENCE}\n\n- b",
    "code in an item at once": f"1. a\n   {FENCE}\n   x\n   {FENCE}\n2. b",
    "code in an item of an item": f"- a\n    - b\n\n        {FENCE}\n        x\n        {FENCE}",
    "code first in an item": f"- {FENCE}\n  x\n  {FENCE}",
    "code in a quote": f"> Näin:\n>\n> {FENCE}\n> x\n> {FENCE}",
    "code that stands inwards": f"Näin:\n\n  {FENCE}\n  x\n    y\n  {FENCE}",
    "code without fences in an item": "- a\n\n      koodi\n- b",
    "code with tildes": "~~~\nx\n~~~",
    "marks in code": f"{FENCE}\n- a\n  - b\n1) c\n!!! note\n{FENCE}",
    "sublists by two spaces": "- a\n  - b\n    - c\n- d",
    "sublists by three spaces": "1. a\n   - b\n   - c\n2. d",
    "sublists by four spaces": "- a\n    - b\n        - c",
    "sublists by a tab": "-\ta\n\t- b\n-\tc",
    "numbers in numbers": "1. a\n   1. b\n   2. c\n2. d",
    "lists of several kinds": "- a\n  1. b\n     - c\n       - d\n- e",
    "wide gaps after marks": "-   a\n-   b\n    - c",
    "lists that stand inwards": " - a\n - b",
    "stars": "* a\n* b\n  * c",
    "a parenthesis after the number": "1) a\n2) b",
    "numbers that go on after a paragraph": "1. a\n\nVälissä.\n\n2. b\n3. c",
    "numbers that do not begin with one": "3. a\n4. b",
    "a list of each kind": "- a\n- b\n\n1. c\n2. d",
    "a list of each kind at once": "- a\n- b\n1. c\n2. d",
    "two lists by their marks": "- a\n- b\n\n* c\n* d",
    "empty lines between items": "- a\n\n- b\n\n\n- c",
    "a second paragraph in an item": "- a\n\n  toinen\n- b",
    "an item over two lines": "- a\n  jatkuu\n- b\njatkuu",
    "an item without words": "- a\n-\n- b",
    "a list in an item's second paragraph": "- a\n\n  teksti\n  - b\n- c",
    "a heading right after a list": "- a\n## Otsikko\nteksti",
    "a rule right after a sentence": "Teksti\n***\nTeksti",
    "a quote right after a sentence": "Teksti\n> lainaus\njatkuu",
    "a list in a quote": "> Teksti:\n> - a\n> - b",
    "two quotes": "> yksi\n\n> kaksi",
    "tasks": "- [ ] auki\n- [x] tehty\n  - [X] osa",
    "words struck through": "Hinta on ~~vanha~~ uusi, noin ~5 €.",
    "a bare address": "Katso https://thl.fi/lape. (Tai https://stm.fi/sivu, vanha.)",
    "an address in brackets": "Katso <https://thl.fi/> tai [THL](https://thl.fi/).",
    "a bare e-mail address": "Kirjoita kirjaamo@thl.fi.",
    "an address in code": "`https://thl.fi/`",
    "a fold": "<details>\n<summary>Lisää</summary>\n\n**Apua:**\n- a\n  - b\n\n</details>",
    "a fold begun on one line": "<details><summary>Lisää</summary>\n\n*Apua*\n\n</details>",
    "an open fold": "<details open>\n<summary>Lisää</summary>\n\nApua\n\n</details>",
    "code in a fold": f"<details>\n<summary>A</summary>\n\n{FENCE}\nx\n{FENCE}\n\n</details>\n\nB",
    "a line broken by a backslash": "yksi\\\nkaksi",
    "a line broken by spaces": "yksi  \nkaksi",
    "an address told at the end": "[THL][1]\n\n[1]: https://thl.fi/",
    "emphasis": "*a* **b** _c_ __d__ tiedosto_nimi_on 2 * 3 * 4 \\* ``a ` b``",
}  # fmt: skip


@pytest.mark.parametrize("text", ALIKE.values(), ids=ALIKE)
def test_the_site_shows_what_the_preview_shows(text: str) -> None:
    assert tree(site(text)) == tree(preview(text))


OURS = {
    "a notice of the code host": (
        "> [!WARNING]\n> Teksti:\n> - a", '!!! warning\n    Teksti:\n\n    - a'
    ),
    "an important one": ("> [!IMPORTANT]\n> Teksti", "!!! note\n    Teksti"),
    "lists in a notice": (
        "!!! note\n    Teksti:\n    - a\n      - b\n\nLoppu",
        "!!! note\n    Teksti:\n\n    - a\n        - b\n\nLoppu"
    ),
    "a table right after an item": (
        "- a\n| A | B |\n|---|---|\n| 1 | 2 |", "- a\n\n    | A | B |\n    |---|---|\n    | 1 | 2 |"
    ),
}  # fmt: skip
"""What a plain renderer does not know, with what we make of it."""


@pytest.mark.parametrize(("typed", "laid_out"), OURS.values(), ids=OURS)
def test_what_only_the_host_or_the_site_knows_is_laid_out_as_well(
    typed: str, laid_out: str
) -> None:
    assert previewed(typed) == laid_out


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\nTeksti.\n\n- a\n- b\n\n1. c\n2. d\n\n| A |\n|---|\n| 1 |\n\n```\n- x\n```\n",
        '## A {#a}\n\nSana.[^S-045]\njatkuu\n\n<!-- kb:timeline -->\n\n!!! note "A"\n    Teksti.\n',
        "Sana\n:   Selitys\n\n    toinen\n",
    ],
)
def test_text_that_both_read_alike_stays_as_it_is(text: str) -> None:
    assert previewed(text).rstrip("\n") == text.rstrip("\n")


def site(text: str) -> str:
    return converter().reset().convert(previewed(text))


@cache
def renderer() -> MarkdownIt:
    host = MarkdownIt("gfm-like", {"html": True})
    assert host.linkify
    host.linkify.set({"fuzzy_link": False})  # the host wants https:// or www.
    return host


def preview(text: str) -> str:
    return str(renderer().render(text))


Tree = list[object]


def tree(html: str) -> Tree:
    """Tags with their addresses and first numbers, and text; spaces make no difference."""
    page = parse(f"<!doctype html><body>{html}", namespace_html_elements=False)
    return inside(page.find("body"))


def inside(element: Element) -> Tree:
    found: Tree = words(element.text)
    for child in element:
        if isinstance(child.tag, str):
            found.append(node(child))
        found += words(child.tail)
    return found


def node(element: Element) -> object:
    kept = {name: value for name, value in element.items() if name in ("href", "start")}
    kept |= {"open": ""} if element.get("open") is not None else {}
    nodes = inside(element)
    # Whether the first words of an item are a paragraph only moves the lines apart.
    if element.tag == "li" and nodes and isinstance(nodes[0], tuple) and nodes[0][0] == "p":
        nodes = [*nodes[0][2], *nodes[1:]]
    return {"s": "del"}.get(element.tag, element.tag), kept, nodes


def words(text: str | None) -> Tree:
    plain = " ".join((text or "").split())
    for ours, theirs in BOXES:
        plain = plain.replace(ours, theirs).replace(theirs.upper(), theirs)
    return [plain] if plain else []
