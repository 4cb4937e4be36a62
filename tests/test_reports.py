"""What the periodic workflows write into their issues."""

from __future__ import annotations

import io
import json
from pathlib import Path

import links
import pytest
import reviews
from serve import serving


def test_each_page_that_is_due_is_named_once_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    rules = {"docs/b.fi.md": "review-overdue", "docs/a.sv.md": "long-sentence"}
    found = [{"path": path, "rule": rule} for path, rule in rules.items()] * 2
    assert reviews.main(io.StringIO(json.dumps(found))) == 0
    said = capsys.readouterr().out
    assert said.endswith("\n- `docs/b.fi.md`\n")
    assert "Tarkistettavia sivuja: 1" in said
    assert "Sidor att granska: 1" in said
    assert reviews.main(io.StringIO("[]")) == 0
    assert capsys.readouterr().out == ""


def test_addresses_that_do_not_answer_are_listed_with_the_pages_that_name_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    for folder in (site, site / "sv", outside):
        folder.mkdir()
    (outside / "404.html").write_text("<title>b</title>", "utf-8")
    (outside / "hyva.html").write_text("<title>a</title>", "utf-8")
    with serving(outside) as address:
        for page in ("index.html", "sv/index.html"):
            named = f'<a href="{address}hyva.html">a</a> <a href="{address}poissa.html">b</a>'
            (site / page).write_text(f'{named}<a href="/sv/">c</a>', "utf-8")
        assert links.main([str(site)]) == 0
        said = capsys.readouterr().out
    assert f"`{address}poissa.html`: 404" in said
    assert "hyva.html" not in said
    assert "Externa adresser som inte svarade: 1" in said


def test_nothing_is_said_when_every_address_answers(tmp_path, capsys):
    (tmp_path / "index.html").write_text("<title>a</title>", "utf-8")
    assert links.main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""


def test_what_a_strangers_server_says_is_only_words():
    hostile = "404 ](https://evil.example) @stm <img src=x> `"
    text = links.as_markdown(
        [("https://a.fi/`x", hostile, "sv/"), ("https://a.fi/`x", hostile, "")]
    )
    assert text.splitlines()[-1] == (
        "- `https://a.fi/%60x`: 404 https:evilexample stm img srcx  (`/`, `/sv/`)"
    )
