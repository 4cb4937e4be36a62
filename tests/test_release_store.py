"""Releases in an object store: readers see a whole one, whichever object came last."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from kb.release.failure import NotReleasedError
from kb.release.manifest import NAME, Manifest
from kb.release.rclone import RcloneStore
from kb.release.store import CURRENT, KEPT, SETTLED, ReleaseStore, path_of
from test_release import NOON, files, release, write


class FullError(OSError):
    """The store takes no more."""


class FakeStore:
    """A store in memory that takes only so many changes."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.times: dict[str, datetime] = {}
        self.order: list[str] = []
        self.now = NOON
        self.takes = 10_000

    def listing(self) -> Mapping[str, datetime]:
        return dict(self.times)

    def read(self, name: str) -> bytes:
        return self.objects[name]

    def upload(self, folder: Path, names: Collection[str], place: str, cache: str) -> None:
        for name in sorted(names):
            self._put(f"{place}/{name}".lstrip("/"), (folder / name).read_bytes())

    def write(self, name: str, text: str) -> None:
        self._put(name, text.encode())

    def delete(self, names: Collection[str]) -> None:
        for name in names:
            self._change()
            del self.objects[name], self.times[name]

    def _put(self, name: str, content: bytes) -> None:
        self._change()
        self.order.append(name)
        if self.objects.get(name) != content:
            self.objects[name], self.times[name] = content, self.now

    def _change(self) -> None:
        if self.takes == 0:
            raise FullError
        self.takes -= 1


def seen(store: FakeStore) -> str:
    """The release that readers see; an AssertionError if not all of it is there."""
    current = store.objects[CURRENT].decode()
    manifest = Manifest.read(store.objects[path_of(current, NAME)])
    for name, digest in manifest.files.items():
        assert sha256(store.objects[path_of(current, name)]).hexdigest() == digest, name
    return manifest.release


def publish(store: FakeStore, number: int, folder: Path) -> None:
    """Publish a release and remove what is old, a day later than the one before."""
    store.now = NOON + timedelta(days=number)
    site = write(folder / f"{number}-{len(store.order)}", files(number))
    ReleaseStore(store).publish(release(number), site)
    ReleaseStore(store).prune(store.now)


def test_assets_come_first_and_the_name_of_the_release_last(tmp_path: Path) -> None:
    store = FakeStore()
    publish(store, 1, tmp_path)
    assert store.order[0] == "assets/1/site.css"
    assert store.order[-2:] == [f"releases/{release(1)}/{NAME}", CURRENT]


def test_stopped_at_any_object_readers_see_one_whole_release(tmp_path: Path) -> None:
    changes = 0
    while True:
        store = FakeStore()
        for number in range(KEPT + 1):
            publish(store, number, tmp_path / str(changes))
        store.takes = changes
        try:
            publish(store, KEPT + 1, tmp_path / str(changes))
        except FullError:
            assert seen(store) in (release(KEPT), release(KEPT + 1))
            changes += 1
        else:
            break
    assert changes > 5
    assert seen(store) == release(KEPT + 1)


def test_what_was_stopped_is_cleared_away_and_old_assets_go_after_two_releases(
    tmp_path: Path,
) -> None:
    store = FakeStore()
    publish(store, 0, tmp_path)
    store.takes = 2
    with pytest.raises(FullError):
        publish(store, 1, tmp_path)
    store.takes = 10_000
    for number in range(2, 6):
        publish(store, number, tmp_path)
    assert sorted(store.objects) == sorted(
        [CURRENT] + [path_of(release(n), name) for n in (3, 4, 5) for name in [*files(n), NAME]]
    )


def test_what_another_publishing_has_just_written_is_left_alone(tmp_path: Path) -> None:
    store = FakeStore()
    publish(store, 1, tmp_path)
    store.upload(write(tmp_path / "muu", {"a.html": "x"}), ["a.html"], "releases/kesken", "")
    store.upload(write(tmp_path / "muu", {"b.css": "x"}), ["b.css"], "assets/kesken", "")
    ReleaseStore(store).prune(store.now + SETTLED)
    assert {"releases/kesken/a.html", "assets/kesken/b.css"} <= store.objects.keys()
    ReleaseStore(store).prune(store.now + SETTLED + timedelta(seconds=1))
    assert not {name for name in store.objects if "kesken" in name}


def test_going_back_takes_the_latest_release_that_is_whole(tmp_path: Path) -> None:
    store = FakeStore()
    for number in (1, 2, 3):
        publish(store, number, tmp_path)
    store.delete([path_of(release(2), "index.html")])
    assert ReleaseStore(store).roll_back() == release(1) == seen(store)
    with pytest.raises(NotReleasedError):
        ReleaseStore(store).roll_back()
    publish(store, 4, tmp_path)
    assert seen(store) == release(4)


def test_an_empty_store_shows_nothing(tmp_path: Path) -> None:
    place = ReleaseStore(FakeStore())
    assert place.current == ""
    assert place.known().files == {}


def test_what_rclone_says_is_told_in_both_languages(tmp_path: Path) -> None:
    program = tmp_path / "rclone"
    program.write_text("#!/bin/sh\necho ensin >&2\necho 'access denied' >&2\nexit 1\n", "utf-8")
    program.chmod(0o755)
    with pytest.raises(NotReleasedError) as caught:
        RcloneStore(program, "s3:lape").read("x")
    (reason,) = caught.value.reasons
    assert reason.fi == "rclone ilmoitti: access denied"
    assert reason.sv == "rclone meddelade: access denied"


def test_a_bucket_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    program = tmp_path / "rclone"
    program.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    program.chmod(0o755)
    store = RcloneStore(program, "s3:lape")
    assert store.listing() == {}
    assert ReleaseStore(store).known() == Manifest("", {})
