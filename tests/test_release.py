"""Releases without servers: what is checked, packed, shown, kept and taken back."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import brotli
import pytest
from kb.release.compress import compress
from kb.release.failure import NotReleasedError
from kb.release.folder import KEPT, KEPT_ASSETS, ReleaseFolder
from kb.release.manifest import NAME, Manifest
from kb.release.name import is_name, moment_of, new_name
from kb.release.verify import Wanted, faults
from kb.text import Lang

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
PAGE = '<link rel="canonical" href="https://x.fi/{address}"><a href="{link}" id="a">x</a></html>\n'
SITE = {
    "index.html": PAGE.format(address="", link="teemat/#a"),
    "teemat/index.html": PAGE.format(address="teemat/", link="../sv/"),
    "sv/index.html": PAGE.format(address="sv/", link="https://x.fi/lape.pdf"),
    "404.html": PAGE.format(address="404.html", link="/sv/#a"),
    "lape.pdf": "%PDF-1.7 %%EOF\n",
}
WANTED = Wanted(
    {Lang.FI: frozenset({"", "teemat/"}), Lang.SV: frozenset({"sv/"})},
    frozenset({"teemat/"}),
    frozenset({"lape.pdf"}),
)


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def release(number: int) -> str:
    return new_name(NOON + timedelta(minutes=number), "", [])


def files(number: int) -> dict[str, str]:
    """A site whose every release has assets of its own, and one page that stays as it is."""
    page = f'<link href="assets/{number}/site.css">'
    return {"index.html": page, "pysyy/index.html": "sama " * 99, f"assets/{number}/site.css": "a"}


def publish(place: ReleaseFolder, number: int) -> Manifest:
    return place.publish(
        release(number), lambda folder: write(folder, files(number)) and None, lambda *_: []
    )


def test_a_whole_site_has_no_faults(tmp_path: Path) -> None:
    assert faults(write(tmp_path, SITE), WANTED) == []


@pytest.mark.parametrize(
    ("name", "text", "fi", "sv"),
    [
        ("index.html", None, "ei ole yhtään sivua", "inte en enda sida"),
        ("sv/index.html", None, "Kielestä ruotsi puuttuu sivuja: /sv/", "På svenska saknas"),
        ("teemat/index.html", None, "osoite ei enää johda mihinkään", "leder inte längre"),
        ("lape.pdf", None, "PDF-tiedosto puuttuu: /lape.pdf", "PDF-filen saknas: /lape.pdf"),
        ("lape.pdf", "%PDF-1.7 ", "jäänyt kesken: /lape.pdf", "avbruten: /lape.pdf"),
        ("lape.txt", "", "jäänyt kesken: /lape.txt", "avbruten: /lape.txt"),
        ("sv/index.html", "<p>Hej", "jäänyt kesken: /sv/index.html", "avbruten: /sv/index.html"),
        ("sv/index.html", PAGE.format(address="sv/", link="ei/"), "→ ei/", "→ ei/"),
        ("sv/index.html", PAGE.format(address="sv/", link="#b"), "→ #b", "→ #b"),
        ("404.html", PAGE.format(address="", link="/en/"), "→ /en/", "→ /en/"),
    ],
)
def test_each_fault_is_told_in_both_languages(
    tmp_path: Path, name: str, text: str | None, fi: str, sv: str
) -> None:
    write(tmp_path, SITE)
    if text is None:
        (tmp_path / name).unlink()
    else:
        write(tmp_path, {name: text})
    found = faults(tmp_path, WANTED)
    assert any(fi in fault.fi and sv in fault.sv for fault in found), found


def test_an_address_that_readers_have_now_may_not_vanish(tmp_path: Path) -> None:
    place = ReleaseFolder(tmp_path)
    publish(place, 1)
    seen: list[frozenset[str]] = []

    def check(_: Path, before: frozenset[str]) -> list[object]:
        seen.append(before)
        return []

    place.publish(release(2), lambda folder: write(folder, files(2)) and None, check)
    assert {"index.html", "pysyy/index.html"} <= seen[0]


def test_compressed_forms_hold_the_same_and_are_smaller(tmp_path: Path) -> None:
    text = "sana " * 500
    write(tmp_path, {"a.html": text, "b.txt": "x", "c.png": text})
    compress(tmp_path)
    assert brotli.decompress((tmp_path / "a.html.br").read_bytes()).decode() == text
    assert gzip.decompress((tmp_path / "a.html.gz").read_bytes()).decode() == text
    assert sorted(one.name for one in tmp_path.glob("[bc]*")) == ["b.txt", "c.png"]


def test_a_manifest_tells_what_is_missing_changed_or_foreign(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    manifest = Manifest.of(tmp_path, "x")
    write(tmp_path, {NAME: manifest.text, "assets/muu/site.css": "toisen julkaisun"})
    known = Manifest.load(tmp_path)
    assert known is not None and known.differences(tmp_path) == []
    write(tmp_path, {"sv/index.html": "toinen", "vieras.html": ""})
    (tmp_path / "404.html").unlink()
    assert known.differences(tmp_path) == ["404.html", "sv/index.html", "vieras.html"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"release": 1}'])
def test_what_is_no_manifest_is_none(tmp_path: Path, text: str) -> None:
    assert Manifest.load(write(tmp_path, {NAME: text})) is None


def test_a_later_release_has_a_later_name_whatever_the_clock_says() -> None:
    first = new_name(NOON, "1a2b3c4-dirty", [])
    second = new_name(NOON - timedelta(days=1), "", [first])
    assert first == "20260901T120000Z-1a2b3c4-dirty"
    assert is_name(first) and is_name(second) and not is_name("lock")
    assert moment_of(second) - moment_of(first) == timedelta(seconds=1)


def test_readers_see_the_newest_and_five_are_kept(tmp_path: Path) -> None:
    place = ReleaseFolder(tmp_path)
    for number in range(KEPT + 2):
        publish(place, number)
        place.prune()
        current = tmp_path / "current"
        manifest = Manifest.load(current)
        assert manifest is not None and manifest.release == release(number) == place.current
        assert manifest.differences(current) == []
    assert place.releases == [release(number) for number in range(2, KEPT + 2)]


def test_assets_of_two_releases_before_are_still_there_and_older_ones_are_not(
    tmp_path: Path,
) -> None:
    place = ReleaseFolder(tmp_path)
    for number in range(KEPT_ASSETS + 2):
        publish(place, number)
    assert sorted(one.name for one in (tmp_path / "current/assets").iterdir()) == ["1", "2", "3"]


def test_an_unchanged_page_keeps_its_time_and_a_changed_one_has_a_new_one(tmp_path: Path) -> None:
    place = ReleaseFolder(tmp_path)
    times = []
    for number in (1, 2):
        publish(place, number)
        current = tmp_path / "current"
        times.append([int((current / name).stat().st_mtime) for name in files(number)])
    (changed, same, _), (changed_later, same_later, _) = times
    assert same == same_later
    assert changed == int(moment_of(release(1)).timestamp()) < changed_later


def test_going_back_shows_the_release_before_with_the_assets_of_both(tmp_path: Path) -> None:
    place = ReleaseFolder(tmp_path)
    for number in (1, 2, 3):
        publish(place, number)
    assert place.roll_back() == release(2) == place.current
    assert (tmp_path / "current/assets/3/site.css").is_file()
    assert place.roll_back() == release(1)
    with pytest.raises(NotReleasedError):
        place.roll_back()
    publish(place, 4)
    assert place.current == release(4)


def test_what_is_no_longer_whole_is_not_gone_back_to(tmp_path: Path) -> None:
    place = ReleaseFolder(tmp_path)
    for number in (1, 2):
        publish(place, number)
    (tmp_path / "releases" / release(1) / "index.html").write_text("rikki", "utf-8")
    with pytest.raises(NotReleasedError, match=r"index\.html"):
        place.roll_back()
    assert place.current == release(2)


def fails(_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("module", "step"),
    [
        ("kb.release.folder", "compress"),
        ("kb.release.folder", "_adopt"),
        ("kb.release.folder", "_link"),
        ("kb.release.folder.os", "sync"),
        ("kb.release.folder.Manifest", "of"),
        ("pathlib.Path", "rename"),
        ("kb.release.folder", "replace_link"),
    ],
)
def test_whichever_step_fails_readers_see_the_old_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, step: str
) -> None:
    place = ReleaseFolder(tmp_path)
    publish(place, 1)
    with monkeypatch.context() as broken:
        broken.setattr(f"{module}.{step}", lambda *_: fails(_))
        with pytest.raises(OSError, match="No space left"):
            publish(place, 2)
    manifest = Manifest.load(tmp_path / "current")
    assert manifest is not None and manifest.release == release(1)
    assert manifest.differences(tmp_path / "current") == []
    publish(place, 3)
    assert place.current == release(3)
    assert not [*tmp_path.glob("releases/.*")]


def refuses(place: ReleaseFolder, make: Callable[[Path], None]) -> None:
    place.publish(release(2), make, lambda *_: [])


def test_a_build_that_fails_and_a_folder_in_the_way_change_nothing(tmp_path: Path) -> None:
    place = ReleaseFolder(tmp_path / "a")
    publish(place, 1)
    with pytest.raises(OSError, match="No space left"):
        refuses(place, fails)
    assert place.releases == [release(1)]
    write(tmp_path / "b", {"current/index.html": "käsin tehty"})
    with pytest.raises(NotReleasedError, match="current ei ole linkki"):
        refuses(ReleaseFolder(tmp_path / "b"), lambda folder: folder.mkdir())
