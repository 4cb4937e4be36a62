"""Where readers report errors without an account: a mailbox, if one is set."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kb.read.settings import settings_of
from serve import Build
from toy import FILES, write


def mailbox_of(written: str | None) -> str:
    extra = {"contact_details_years": 2, "review_months": 24, "security_contact": ""}
    options: dict[str, Any] = {"repo_url": "", "edit_uri": "", "site_url": "https://x.fi"}
    return settings_of({**options, "extra": {**extra, "mailbox": written}}).mailbox


@pytest.mark.parametrize("written", ["", None])
def test_no_mailbox_is_set(written: str | None) -> None:
    assert mailbox_of(written) == ""


def test_a_mailbox_is_an_address() -> None:
    assert mailbox_of("toimitus@x.fi") == "toimitus@x.fi"
    for wrong in ("toimitus", "mailto:a@x.fi", "a@x.fi b@x.fi"):
        with pytest.raises(ValueError, match="mailbox"):
            mailbox_of(wrong)


def test_every_page_has_it_at_its_end_and_in_the_footer_or_nowhere(
    tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {
        "palaute.fi.md": "# Palaute\n\n<!-- kb:mailbox -->\n",
        "palaute.sv.md": "# Respons\n\n<!-- kb:mailbox -->\n",
    }
    docs = write(tmp_path / "docs", FILES | pages)
    without = build(docs, tmp_path / "without")
    assert [page for page in without.pages.values() if "mailto:" in str(page.values())] == []
    monkeypatch.setenv("MAILBOX", "toimitus@x.fi")
    site = build(docs, tmp_path / "site")
    told = [one.pages["palaute/"].one("article").every("p")[0].text for one in (without, site)]
    assert ["toimitus@x.fi" in text for text in told] == [False, True]
    for address, page in site.pages.items():
        ends = [*page.every("footer", "about-page"), page.one("footer", "site-footer")]
        for end in ends:
            links = [a["href"] for a in end.every("a") if a["href"].startswith("mailto:")]
            assert [link.partition("?")[0] for link in links] == ["mailto:toimitus@x.fi"], address
