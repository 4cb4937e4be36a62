"""`make serve`: the pages that somebody looks at are made first, then the whole site beside it."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
import traceback
from collections.abc import Callable, Collection
from pathlib import Path
from urllib.parse import unquote, urlsplit
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_POLLED = "/livereload/"
_LOOKED_AT_FOR = 90
"""Seconds since a page last asked for news: it does so once a minute while it is open."""
_SETTLED = 0.02
"""Seconds without a change: an editor writes one file in several steps."""
_OURS = ("__pycache__", ".cache")


class PutOffError(BaseException):
    """A build makes way for what was saved meanwhile; nothing is wrong, so nothing catches it."""


class Preview(LiveReloadServer):  # type: ignore[misc]  # MkDocs' types are not read
    """MkDocs' server, told at once of what changes, that is never without a whole site.

    Its loop, its watching and its folder are our own: MkDocs looks at all files twice a second,
    waits another tenth, and serves nothing while it builds. `tests/test_preview_server.py` holds
    what is promised.
    """

    root: str
    _visible_epoch: int
    _wanted_epoch: int

    def __init__(
        self,
        server: LiveReloadServer,
        first: Callable[[Collection[str], Collection[Path], Path], None],
        whole: Callable[[Path], None],
    ) -> None:
        """`first` makes pages anew by address and by file, `whole` all of them in a new folder."""
        host, port = server.server_address[:2]
        super().__init__(whole, host, port, server.root, server.mount_path)
        self.observer = Observer()
        self.error_handler = self._error_page
        self._first = first
        self._looked_at: dict[str, float] = {}
        self._changed: set[Path] = set()
        self._old: list[str] = []
        for path in server._watched_paths:
            self.watch(path)

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Be told by the system, not by looking at all files again and again."""
        whole = str(Path(path).resolve())
        if whole not in self._watched_paths:
            self._watched_paths[whole] = 1
            handler = _Changes(self._note)
            self._watch_refs[whole] = self.observer.schedule(handler, whole, recursive=recursive)

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> object:
        """Know which pages somebody looks at: they ask for news."""
        if environ["PATH_INFO"].startswith(_POLLED):
            path = unquote(urlsplit(environ.get("HTTP_REFERER", "")).path)
            if path.startswith(self.mount_path):
                self._looked_at[path.removeprefix(self.mount_path)] = time.monotonic()
        return super().serve_request(environ, start_response)

    @property
    def is_waiting(self) -> bool:
        """True while there are changes that no build has begun with."""
        return bool(self._want_rebuild or self._shutdown)

    def shutdown(self, wait: bool = False) -> None:
        """Leave nothing behind."""
        super().shutdown(wait)
        for folder in self._old:
            shutil.rmtree(folder, ignore_errors=True)

    def _note(self, path: Path) -> None:
        with self._rebuild_cond:
            self._changed.add(path)
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _build_loop(self) -> None:
        """First what is looked at; then all, unless something is saved meanwhile."""
        while (changed := self._next_changes()) is not None:
            try:
                self._first(self._addresses(), changed, Path(self.root))
                self._show()
                self._build_whole()
            except PutOffError:
                continue
            except SystemExit as error:
                print(error)
            except Exception:
                traceback.print_exc()

    def _next_changes(self) -> Collection[Path] | None:
        """The files that have changed, once no more do; None at the end."""
        with self._rebuild_cond:
            while not self._rebuild_cond.wait_for(lambda: self.is_waiting, self.shutdown_delay):
                pass  # breaks, or an interrupt would not be noticed
            while not self._shutdown and self._rebuild_cond.wait(_SETTLED):
                pass
            self._want_rebuild = False
            changed, self._changed = self._changed, set()
        return None if self._shutdown else changed

    def _addresses(self) -> Collection[str]:
        since = time.monotonic() - _LOOKED_AT_FOR
        return {path for path, asked in list(self._looked_at.items()) if asked > since}

    def _build_whole(self) -> None:
        """Build beside what is served, and serve it when it is whole."""
        new = tempfile.mkdtemp(prefix="mkdocs_")
        self._old.append(new)
        self.builder(Path(new))
        before, self.root = self.root, new
        if any(_differs(before, new, address) for address in self._addresses()):
            self._show()
        for folder in self._old[:-2]:  # the one before may still be read from
            shutil.rmtree(folder, ignore_errors=True)

    def _show(self) -> None:
        """Let the browsers load what they show again; they keep their place on the page."""
        with self._epoch_cond:
            now = round(time.monotonic() * 1000)
            self._visible_epoch = self._wanted_epoch = max(now, self._visible_epoch + 1)
            self._epoch_cond.notify_all()

    def _error_page(self, code: int) -> bytes | None:
        file = Path(self.root, f"{code}.html")
        return file.read_bytes() if file.is_file() else None


def _differs(before: str, after: str, address: str) -> bool:
    """True if a page is not what it was, or is no more."""
    old, new = (Path(folder, address, "index.html") for folder in (before, after))
    return old.is_file() != new.is_file() or (
        old.is_file() and old.read_bytes() != new.read_bytes()
    )


class _Changes(FileSystemEventHandler):
    """Only what changes a file: to open one is no change."""

    def __init__(self, note: Callable[[Path], None]) -> None:
        self._note = note

    def _tell(self, event: FileSystemEvent) -> None:
        for named in (event.src_path, event.dest_path):
            path = os.fsdecode(named)
            if path and not event.is_directory and not any(part in path for part in _OURS):
                self._note(Path(path))

    on_modified = on_created = on_deleted = on_moved = _tell
