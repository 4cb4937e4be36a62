"""What servers are told to tell browsers: one declaration, the same from each of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
from kb.model.addresses import EDITOR
from kb.publish.files import write
from kb.publish.headers import (
    ASSETS,
    CACHE,
    PAGES,
    POLICY,
    SHARED,
    headers_file,
    redirects_file,
    security,
)
from kb.publish.policy import editor_header_policy, header_policy
from kb.release.folder import ReleaseFolder
from kb.release.name import new_name
from publishing.load import get
from publishing.servers import SERVING, caddy, missing, nginx
from publishing.sites import Sites
from serve import Built
from serving_files import made

SERVERS = {"nginx": nginx, "caddy": caddy}
KEPT = {name.lower(): value for name, value in security().items()}


def test_the_files_for_servers_follow_from_the_declaration() -> None:
    for name, text in made().items():
        assert (SERVING / name).read_text("utf-8") == text, "run `make serving`"


def test_hosts_that_read_files_get_the_same() -> None:
    blocks = re.split(r"^(?=/)", headers_file(), flags=re.MULTILINE)[1:]
    found = {
        path: dict(line.strip().split(": ", 1) for line in lines)
        for path, *lines in (block.strip().splitlines() for block in blocks)
    }
    shared = {SHARED: "*"}
    assert found == {"/*": security(), "/data/*": shared, "/assets/*": {CACHE: ASSETS}}
    moved = redirects_file([("/kb/vanha/", "/kb/uusi/")]).splitlines()
    assert moved[1:] == ["/kb/vanha/ /kb/uusi/ 301"]
    assert redirects_file([]) == f"{moved[0]}\n", (
        "an empty file is taken for one that was cut short"
    )


@pytest.fixture(scope="module")
def small(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A release as it is served, with the compressed forms."""
    folder = tmp_path_factory.mktemp("served")
    place = ReleaseFolder(folder)
    name = new_name(datetime.now(UTC), "", [])

    def copied(to: Path) -> None:
        shutil.copytree(sites.releases[0], to)
        write(to / EDITOR / "index.html", "<!doctype html><title>Toimitus</title>")

    place.publish(name, copied, lambda *_: [])
    return Built(folder / "current")


def test_a_build_brings_the_files_that_hosts_read(small: Built) -> None:
    assert small.files["_headers"].decode() == headers_file()
    assert small.files["_redirects"].decode() == redirects_file([("/vanha/", "/aihe/")])


@pytest.fixture(params=SERVERS)
def address(request: pytest.FixtureRequest, small: Built, tmp_path: Path) -> Iterator[str]:
    assert not missing(request.param), f"apt install {request.param}"
    with SERVERS[request.param](small.root, tmp_path / "server") as found:
        yield found


def test_a_server_sends_what_is_declared_and_the_compressed_form(
    address: str, small: Built
) -> None:
    page, style = small.files["index.html"], small.asset("site.css")
    for path, status, kept in (
        ("", 200, PAGES),
        ("search.json", 200, PAGES),
        (style, 200, ASSETS),
        ("ei-ole/", 404, PAGES),
        ("assets/ei-ole.css", 404, PAGES),
    ):
        found, headers, body = get(address + path)
        assert found == status, path
        assert headers["cache-control"] == kept, path
        assert {name: headers.get(name) for name in KEPT} == KEPT, path
        if status == 404:
            assert body == small.files["404.html"]
    _, headers, body = get(address, "br, gzip")
    assert headers["content-encoding"] == "br"
    assert "accept-encoding" in headers["vary"].lower()
    assert brotli.decompress(body) == page
    assert get(address)[2] == page
    assert get(f"{address}aihe")[2] == small.files["aihe/index.html"]
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["etag"]


def test_the_editor_has_a_policy_of_its_own(address: str) -> None:
    status, headers, _ = get(address + EDITOR)
    assert status == 200
    assert headers[POLICY.lower()] == editor_header_policy()
    assert {name: headers.get(name) for name in KEPT if name != POLICY.lower()} == {
        name: value for name, value in KEPT.items() if name != POLICY.lower()
    }
    assert get(address)[1][POLICY.lower()] == header_policy()


def test_hosts_that_read_files_leave_the_policy_to_pages_beside_an_editor() -> None:
    told = headers_file(has_editor=True)
    assert f"  {POLICY}: {editor_header_policy()}\n" in told
    assert header_policy() not in told


def test_open_data_may_be_fetched_by_pages_of_others_and_nothing_else(address: str) -> None:
    _, table, _ = get(f"{address}data/terms.csv")
    assert table["content-type"].lower() == "text/csv; charset=utf-8"
    assert table[SHARED.lower()] == "*"
    assert SHARED.lower() not in get(address)[1]
