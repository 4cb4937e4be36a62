"""The preview of the form editor in a browser says what the site will show."""

from __future__ import annotations

import pytest
from builders import real_content
from kb.directives.programme import TIMELINE
from kb.editor.words import NOT_FOUND, STANDS_HERE
from kb.model.evidence import Source
from kb.model.programme import Phase, Region
from kb.text import Lang
from person import Person
from playwright.sync_api import expect

pytest_plugins = ["editor_fixtures"]
only_finnish = pytest.mark.parametrize("lang", [Lang.FI])

SHOWN = """Teksti.[^S-045] Tuntematon.[^S-9999] *barn*{lang=sv}

## Luku {#luku}

<!-- kb:timeline phase=bridge -->

<!-- kb:region id=lappi -->

<!-- kb:nothing-like-it -->

!!! note

    Huomaa **tämä**.[^S-045]

| Vuosi | Määrä |
|---|---|
| 2019 | 3 |

```
[^S-045]
```
"""


@only_finnish
def test_the_preview_says_what_the_site_will_show(person: Person) -> None:
    known = real_content()
    person.tab.goto(f"{person.editing.address}#/collections/pages-teemat/entries/varhainen-tuki")
    person.fill("pages.body", SHOWN)
    preview = person.tab.locator("[data-rich-text-preview]").first
    evidence = known.evidence("S-045")
    assert evidence
    source = known.all(Source)[evidence.sources[0]]
    cited = preview.locator(".cited")
    expect(cited).to_have_count(3)
    expect(cited.first).to_contain_text(f"S-045, lähde: {source.id} {source.title.fi}")
    expect(cited.nth(1)).to_contain_text(f"S-9999, {NOT_FOUND.fi}")
    boxes = preview.locator(".directive")
    expect(boxes).to_have_count(3)
    bridge = known.all(Phase)["bridge"].name.fi
    expect(boxes.first).to_contain_text(STANDS_HERE.fi.format(what=TIMELINE.about.fi))
    expect(boxes.first).to_contain_text(bridge)
    expect(boxes.nth(1)).to_contain_text(known.all(Region)["lappi"].name.fi)
    expect(boxes.nth(2)).to_contain_text(NOT_FOUND.fi)
    notice = preview.locator(".notice")
    expect(notice.locator("strong").first).to_have_text(known.word("note", Lang.FI))
    expect(notice.locator("strong").nth(1)).to_have_text("tämä")
    expect(preview.locator("h2")).to_have_text("Luku")
    expect(preview.locator("td")).to_have_text(["2019", "3"])
    expect(preview.locator("pre")).to_contain_text("[^S-045]")
